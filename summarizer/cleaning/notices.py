"""Phrases by which publishers speak of their own page: rights, reuse, payment."""

from __future__ import annotations

NOTICES: dict[str, tuple[int, tuple[tuple[str, str], ...]]] = {
    "subscription": (
        32,
        (
            ("subscribe", r"\bsubscribe (?:now|today|here)\b|\bsubscribe to our\b"),
            ("subscribe", r"^(?:please )?subscribe\b"),
            ("sign up", r"^(?:click here to )?sign up\b|\bsign up (?:here|now)\b|\bsign up (?:for|to) our\b"),
            ("get our", r"^(?>.*?\bget our\b).*?\bnewsletter"),
            ("newsletter", r"\bnewsletters?[^.!?]{0,30}$|^(?:our|the|free|daily|weekly)\b.{0,30}\bnewsletter\b"),
            ("already a", r"\balready a (?:subscriber|member)\b"),
            ("article", r"\b(?:free|remaining) articles?\b"),
            ("continue reading", r"\bcontinue reading\b"),
            ("support", r"\bsupport (?:our|independent) journalism\b"),
            ("in your inbox", r"\bin your inbox\b"),
            (
                "news alerts",
                r"^(?:breaking news e-?mails? )?(?:get|receive) (?:the |our )?(?:latest |breaking )?news alerts\b",
            ),
            ("create a", r"\bcreate (?:a free|an) account to\b|^create (?:a free|an) account\b"),
            ("unlimited access", r"^(?:get|enjoy) unlimited access\b"),
            ("in to", r"\b(?:log|sign) in to (?:read|continue|view|access)\b"),
            ("reading", r"^to (?:keep|continue) reading\b"),
            ("exclusive to subscribers", r"\bexclusive to subscribers\b"),
            ("thank you for", r"^thank you for (?:subscribing|registering|signing up)\b"),
            ("newsletter", r"^view all\b.{0,30}\bnewsletters\b"),
            ("you agree to receive", r"\byou agree to receive\b"),
            ("sign in | log in", r"^sign in (?:using|with)\b|\bplease (?:sign|log) in\b"),
            ("become a", r"^become a (?:member|subscriber|supporter)\b"),
        ),
    ),
    "licence notice": (
        60,
        (
            (
                "(c) | copyright | ©",
                r"©|\(c\)\s*(?:19|20)\d\d|^copyright\s*(?:\(c\)|\d{4}|by\b)|\bcopyright\s+(?:\(c\)\s*)?(?:19|20)\d\d",
            ),
            ("all rights reserved", r"\ball rights reserved\b"),
            (
                "use of",
                r"^(?>.*?\buse of (?:the |any |our |these |site )?materials?\b).*?\b(?:allowed|permitted|prohibited|hyperlink|link)\b",
            ),
            ("hyperlink to", r"\bhyperlink to\b"),
            (
                "e for each domain | e is not validated | theme licen | validate the licen",
                r"\blicen[cs]e is not validated\b|\blicen[cs]e for each domain\b|\btheme licen[cs]e\b|\bvalidate the licen[cs]e\b",
            ),
            ("terms", r"^(?:our )?terms (?:of|and) (?:use|service|conditions)\b[^.!?]*$"),
            ("privacy policy", r"^(?:our )?privacy policy\b[^.!?]*$"),
            (
                "be rep | not be",
                r"\bmay not be (?:published|broadcast|reproduced|redistributed|rewritten|reprinted)\b|\bmay be (?:republished|reprinted|reproduced)\b",
            ),
            (
                "forbidden | permission | prohibited",
                r"^(?>.*?\b(?:republish|reproduce|reproduction)).*?\b(?:permission|prohibited|forbidden)\b",
            ),
            (
                "no reproduction | without",
                r"^(?>.*?\b(?:reproduc|republish|redistribut|reprint|cop(?:y|ied|ying)\b))(?>.*?\bwithout\b).*?\b(?:permission|consent)\b|^no reproduction\b",
            ),
        ),
    ),
    "syndication notice": (
        70,
        (
            ("syndicated", r"\bsyndicated (?:news )?(?:feed|content)\b"),
            ("generated", r"^\W*(?:this|the above)\b.*\bauto-?generated\b"),
            (
                "created | edited | modified",
                r"^(?>.*?\bnot (?:have )?been (?:edited|modified|created)(?: (?:or|and) (?:edited|modified))? by\b).*?\b(?:staff|team|desk|us)\b",
            ),
            (
                "published",
                r"\bpublished (?:directly )?from an? (?:syndicated|wire|news)?\s*(?:\w+ )?(?:agency|feed|wire)\b",
            ),
            ("except for the headline", r"\bexcept for the headline\b"),
            ("agency feed", r"\bagency feed\b"),
            (
                "without",
                r"^(?>.*?\bwithout (?:any )?modifications?\b).*?\b(?:text|feed|story)\b|^(?>.*?\bfeed\b).*?\bwithout (?:any )?modifications?\b",
            ),
            ("expressed", r"^(?>.*?\b(?:views|opinions) expressed\b).*?\b(?:author|writer|contributor|do not)\b"),
            ("disclaimer", r"^disclaimer\b"),
            (
                "generated | produced | provided | published | sourced | syndicated | translated | updated | written by",
                r"^\W*this (?:story|article|report|content|page) (?:was|has been|is) (?:originally |first |also |automatically |machine )?(?:published|translated|generated|produced|sourced|written by|provided|syndicated|updated)\b",
            ),
            (
                "appeared | published",
                r"^\W*(?:this (?:article|story|piece|post|report)\b.{0,40}\b)?(?:originally|first) (?:published|appeared) (?:on|in|at|by)\b",
            ),
            (
                "earlier version of this",
                r"^(?:\W*(?:correction|clarification|update|editor|note)\b.{0,80}?|[^.!?]{0,90}"
                r"|\W*(?:a version of )?this (?:article|story|report|post|column)\b.{0,120}?)"
                r"\ban earlier version of this (?:article|story|report|post|column)\b",
            ),
            ("appeared first on", r"\bappeared first on\b"),
        ),
    ),
    "archive notice": (
        250,
        (
            (
                "crawl | wayback machine | internet archive",
                r"^(?:crawl of|web crawl (?:of|data))\b|^the wayback machine\s*[-–—]|^(?>.*?\bcrawl (?:of outlinks|data)\b).*?\b(?:collection|archive)\b|^(?>.*?\binternet archive\b).*?\bcrawl|^(?>.*?\bcrawls?\b).*?\bwayback machine\b|^(?>.*?\bwayback machine\b).*?\bcrawls?\b",
            ),
        ),
    ),
    "cookie notice": (
        60,
        (
            (
                "cookie",
                r"^(?>.*?\b(?:we|us|our|this (?:web)?site|you(?:r)?)\b)(?>.*?\bcookies?\b).*?\b(?:accept|consent|experience|policy|settings|website|site|agree|preferences|browse|continue)\b|\b(?:accept|manage|our use of)(?: all)? cookies\b|^(?>.*?\bcookies?\b).*?\b(?:you agree|your consent)\b|^cookies? (?:policy|settings|preferences|notice)\b",
            ),
            ("consent preferences | manage your consent", r"\bmanage your consent\b|\bconsent preferences\b"),
        ),
    ),
    "advertisement": (
        10,
        (
            (
                "brought to you by | powered by | presented by | sponsored by | supported by",
                r"^\W*(?:this|today['’]s|tonight['’]s|this week['’]s)(?: \w+)? (?:newsletter|e-?mail|edition|issue|episode|briefing) is (?:presented|sponsored|brought to you|supported|powered) by\b[^.!?]*[.!?]?$",
            ),
            (
                "ad | article continues | paid | partner content | promoted | sponsored | story continues below",
                r"^\W*(?:advertis(?:e)?ments?|adverts?|ads?|sponsored(?: content| by)?|promoted(?: content)?|paid (?:content|post)|partner content|story continues below|article continues (?:below|after))\b[^.!?]*$",
            ),
        ),
    ),
}
