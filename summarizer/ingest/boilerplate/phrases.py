"""What the furniture of news sites says: for each rule, the most words of a line and the patterns that it goes by.

The longer a line, the likelier it is a sentence that only mentions the words: hence the limit.
"""

from __future__ import annotations

NAME = r"[A-Z][\w.’'-]+"
_AGENCY = (
    r"(?:AP|AFP|Reuters|ANI|PTI|IANS|UPI|EFE|ANSA|dpa|DPA|EPA|Xinhua|TASS|Tass|Kyodo|Yonhap|Bloomberg|Getty(?: Images)?"
    r"|Anadolu|NurPhoto|Shutterstock|Alamy|iStock|Unsplash|Wikimedia(?: Commons)?|Flickr|Sipa|Zuma|Pool|Handout|Twitter|X"
    r"|Associated Press|Agence France-Presse|Press Association|PA(?: Media| Wire)?)"
)

# Words of which share bars and menus are made, line by line.
SOCIAL = frozenset(
    "twitter x facebook instagram youtube telegram whatsapp linkedin pinterest reddit tumblr tiktok threads bluesky mastodon"
    " vk ok viber messenger email e-mail mail print copy link share tweet pin it post apple store google play market app rss"
    " feed flipboard pocket line skype snapchat sms text flip on via to this the with friends article story page save send"
    " url now a+ a- aa comment comments like button buttons icon and news more follow us".split()
)
MENU = frozenset(
    "home menu search login log in sign up register subscribe world politics business sport sports opinion culture tech"
    " technology science health lifestyle travel entertainment video videos photos weather live tv radio podcasts podcast"
    " newsletters newsletter more about contact us privacy policy terms of use advertise careers sitemap help faq shop"
    " account my profile settings language en ru fr de es tr az arm night_theme dark mode light close open next previous"
    " prev back top to loading loading= latest trending breaking news edition national local"
    " economy markets arts style food education environment climate all sections archive e-paper epaper skip content main"
    " navigation toggle show hide view read load cart".split()
)

# Patterns for a line in small letters.
PHRASES: dict[str, tuple[int, tuple[str, ...]]] = {
    "photo credit": (
        70,
        (
            r"^[(\[]?(?:photo(?:graph)?s?|images?|pictures?|pics?|file photo|illustration|graphic|credits?|video)\b(?:\s+(?:credits?|courtesy|by|source|via)\b)?(?:\s+of)?\s*[:|/©-]",
            r"^(?:photo|image|picture|file photo|video|illustration)s?\s+(?:by|courtesy of|credit)\b",
            r"\(?\b(?:ap|file|reuters|afp)\s+(?:photo|image)\s*[/)]",
            r"[(\[](?:photo|image|picture|file|credit)s?\b[^)\]]{0,60}[)\]]\s*\.?$",
            r"\b(?:getty images|shutterstock|istock|alamy)\)?\.?$",
        ),
    ),
    "call to share or follow": (
        30,
        (
            r"^follow (?:us|@\w+|\w+ on)\b|\bfollow us\b|\bfollow @\w+",
            r"^(?:please |kindly )?(?:share|tweet) (?:this|it|the (?:story|article|news))\b",
            r"\bliked? (?:the|this) (?:story|article)\b",
            r"^share\b.{0,40}$",
            r"\bjoin (?:us on|our (?:whatsapp|telegram|channel|community|newsletter))",
            r"\bshare (?:it|this) on social media\b",
            r"^(?:click|tap|press) (?:here|the|on|to)\b",
            r"(?:^|[.!?] )download (?:our|the) (?:[\w.-]+ ){0,4}app\b",
            r"\bclick here\b",
            r"\bturn on notifications\b",
            r"\blisten to this (?:article|story)\b",
            r"\badd (?:us|\w+) as a preferred source\b",
            r"^stay (?:up to date|tuned|connected|updated)\b",
        ),
    ),
    "subscription": (
        32,
        (
            r"\bsubscribe (?:now|today|here)\b|\bsubscribe to our\b",
            r"^(?:please )?subscribe\b",
            r"^(?:click here to )?sign up\b|\bsign up (?:here|now)\b|\bsign up (?:for|to) our\b",
            r"\bget our\b.*\bnewsletter",
            r"\bnewsletters?[^.!?]{0,30}$|^(?:our|the|free|daily|weekly)\b.{0,30}\bnewsletter\b",
            r"\balready a (?:subscriber|member)\b",
            r"\b(?:free|remaining) articles?\b",
            r"\bcontinue reading\b",
            r"\bsupport (?:our|independent) journalism\b",
            r"\bin your inbox\b",
            r"\bcreate (?:a free|an) account to\b|^create (?:a free|an) account\b",
            r"^(?:get|enjoy) unlimited access\b",
            r"\b(?:log|sign) in to (?:read|continue|view|access)\b",
            r"^to (?:keep|continue) reading\b",
            r"\bexclusive to subscribers\b",
            r"^become a (?:member|subscriber|supporter)\b",
        ),
    ),
    "licence notice": (
        60,
        (
            r"©|\(c\)\s*(?:19|20)\d\d|^copyright\s*(?:\(c\)|\d{4}|by\b)|\bcopyright\s+(?:\(c\)\s*)?(?:19|20)\d\d",
            r"\ball rights reserved\b",
            r"\buse of (?:the |any |our |these |site )?materials?\b.*\b(?:allowed|permitted|prohibited|hyperlink|link)\b",
            r"\bhyperlink to\b",
            r"\blicen[cs]e is not validated\b|\blicen[cs]e for each domain\b|\btheme licen[cs]e\b|\bvalidate the licen[cs]e\b",
            r"^(?:our )?terms (?:of|and) (?:use|service|conditions)\b[^.!?]*$",
            r"^(?:our )?privacy policy\b[^.!?]*$",
            r"\bmay not be (?:published|broadcast|reproduced|redistributed|rewritten|reprinted)\b|\bmay be (?:republished|reprinted|reproduced)\b",
            r"\b(?:republish|reproduce|reproduction)\w*\b.*\b(?:permission|prohibited|forbidden)\b",
            r"\b(?:reproduc|republish|redistribut|reprint|cop(?:y|ied|ying)\b).*\bwithout\b.*\b(?:permission|consent)\b|^no reproduction\b",
        ),
    ),
    "syndication notice": (
        70,
        (
            r"\bsyndicated (?:news )?(?:feed|content)\b",
            r"^\W*(?:this|the above)\b.*\bauto-?generated\b",
            r"\bnot (?:have )?been (?:edited|modified|created)(?: (?:or|and) (?:edited|modified))? by\b.*\b(?:staff|team|desk|us)\b",
            r"\bpublished (?:directly )?from an? (?:syndicated|wire|news)?\s*(?:\w+ )?(?:agency|feed|wire)\b",
            r"\bexcept for the headline\b",
            r"\bagency feed\b",
            r"\bwithout (?:any )?modifications?\b.*\b(?:text|feed|story)\b|\bfeed\b.*\bwithout (?:any )?modifications?\b",
            r"\b(?:views|opinions) expressed\b.*\b(?:author|writer|contributor|do not)\b",
            r"^disclaimer\b",
            r"^\W*this (?:story|article|report|content|page) (?:was|has been|is) (?:originally |first |also |automatically |machine )?(?:published|translated|generated|produced|sourced|written by|provided|syndicated|updated)\b",
            r"^\W*(?:this (?:article|story|piece|post|report)\b.{0,40}\b)?(?:originally|first) (?:published|appeared) (?:on|in|at|by)\b",
            r"\bappeared first on\b",
        ),
    ),
    "read also": (
        32,
        (
            r"^(?:(?:also|must|don['’]?t miss|please)[ -])?(?:read|see|watch|listen|view|explore|discover)(?: (?:also|more|next|now|too|here|this|on|full|full story|the full \w+))*\s*[:|>»–—-]",
            r"^(?:read|see|learn|find out|discover) (?:also|more|next)\b",
            r"^(?:also|must)[- ](?:read|see|watch)\b",
            r"^(?:more (?:on|from|about|stories|news|like|in)|related\b|recommended|you (?:may|might) (?:also )?(?:like|be interested)|most (?:read|popular|viewed|shared)|trending|editor['’]?s['’]? (?:picks?|choice)|don['’]?t miss|up next|in case you missed|top stories|latest (?:news|stories|headlines)|popular (?:now|posts|stories)|the most important|what to read next|from our partners|around the web|in pictures|in photos|watch live|see also|elsewhere on)\b.{0,80}(?<![.!?”\"])$",
            r"^(?:related|recommended|read more|opinion|watch|listen|podcast|video|gallery)\s*(?:articles?|stories|story|news|posts?|content|links?|reading|coverage|topics?)?\s*[:|»]\s*\S",
            r"^(?:more|explainer|live|timeline|analysis)\s*[:|»]\s*\S.*(?<![.!?”\"])$",
        ),
    ),
    "reader comments": (
        30,
        (
            r"\bleave (?:a|your) (?:reply|comment)\b",
            r"\byour e-?mail(?: address)? will not\b",
            r"\brequired fields\b",
            r"\bsave my name\b",
            r"\bnotify me of\b",
            r"^(?:view |show |see |hide |read |all )*\(?\d*\)?\s*comments?\b(?: \(\d+\))?(?: (?:are )?(?:closed|off|on|below))?\.?$",
            r"\b(?:log|sign)(?:ged)? ?in to (?:post|leave|comment|reply)\b",
            r"\bpost (?:a )?comments?\b",
            r"\bbe the first to comment\b",
            r"^join the (?:conversation|discussion|debate)\b",
            r"^(?:your )?(?:name|e-?mail|website|comment|message)(?: address)? ?\*",
            r"^cancel reply\b",
            r"\bcomments? (?:are|is) (?:closed|moderated|disabled)\b",
            r"^\d+ (?:comments?|replies|responses)\b",
            r"\bwhat do you think\?.*\bcomments?\b|\btell us (?:in|what)\b.*\bcomments?\b|\bhave your say\b",
        ),
    ),
    "cookie notice": (
        60,
        (
            r"\b(?:we|us|our|this (?:web)?site|you(?:r)?)\b.*\bcookies?\b.*\b(?:accept|consent|experience|policy|settings|website|site|agree|preferences|browse|continue)\b|\b(?:accept|manage|our use of)(?: all)? cookies\b|\bcookies?\b.*\b(?:you agree|your consent)\b|^cookies? (?:policy|settings|preferences|notice)\b",
            r"\bmanage your consent\b|\bconsent preferences\b",
        ),
    ),
    "advertisement": (
        10,
        (
            r"^\W*(?:advertis(?:e)?ments?|adverts?|ads?|sponsored(?: content| by)?|promoted(?: content)?|paid (?:content|post)|partner content|story continues below|article continues (?:below|after))\b[^.!?]*$",
        ),
    ),
    "view counter": (
        16,
        (
            r"^(?:views?|hits|reads|shares|likes|visits)\s*:?\s*[\d.,]+[km]?$",
            r"^[\d.,]+[km]?\s*(?:views?|hits|shares|likes|reads|reactions)\b",
            r"\b\d+[ -]min(?:ute)?s?\.? (?:read|listen|watch)\b|^(?:reading|read) time\b",
            r"^(?:estimated )?reading time\b",
            r"\b(?:updated?|posted|published|last (?:updated|modified)|modified)\b.{0,12}\b\d+ (?:second|minute|min|hour|hr|day|week|month)s? ago\b",
            r"^\d+ (?:minute|min|hour|hr|day|week)s? ago$",
        ),
    ),
    "contact line": (
        40,
        (
            r"[\w.+-]+@[\w-]+\.[\w.-]+",
            r"^contact (?:the )?(?:reporter|author|writer|editor|us|our)\b",
            r"\bfollow (?:him|her|them|the author) on\b",
            r"^(?:tips?|got a tip)\b.*\?",
            r"\bcan be reached at\b|\bwrite to us at\b|\be-?mail us\b",
        ),
    ),
    "agency tail": (
        40,
        (
            r"^[(\[—–-]*\s*(?:with (?:additional |agency |further )?(?:inputs?|reporting|files?)\b|(?:additional )?(?:reporting|writing|editing|compiled|translat(?:ed|ion)|production|edited|written|graphics?)\s(?:and (?:reporting|writing|editing) )?by\b|sources?\s*[:|-]\s|(?:news )?agencies$|source link\b|via\s)",
            r"^[(\[—–-]+\s*with (?:additional |agency )?(?:material|contributions?|information)\b",
            r"\bcontributed to this (?:report|story|article)\b",
        ),
    ),
    "interface text": (
        16,
        (
            r"\bskip to (?:main )?content\b",
            r"\bback to top\b",
            r"\bwhat are you looking for\b",
            r"^(?:load|show|view|see) (?:more|all|less|comments)\b[^.!?]*$",
            r"^(?:tags?|topics?|categor(?:y|ies)|filed under|keywords|labels|posted in|in this (?:article|story))\s*[:|]",
            r"^(?:previous|next|older|newer) (?:article|post|story|page|news)s?\b",
            r"\benable javascript\b|\bjavascript (?:is|must)\b",
            r"\byour browser\b",
            r"^(?:play|pause|mute|watch|listen)(?: now| video| audio)?$",
            r"^(?:text|font) size\b",
            r"^(?:table of )?contents$",
            r"\bpage not found\b",
            r"^(?:correction|clarification)s? policy\b",
            r"^(?:proudly )?powered by\b|\btheme by\b",
            r"\bnotifications?[^.!?]{0,20}$",
            r"^(?:rate|bookmark|save) this\b",
            r"^(?:error|warning|notice)\s*:",
            r"^\W*$",
            r"^source link$",
            r"^link copied",
            r"^(?:#\w+[\s,]*)+$",
        ),
    ),
}

# Patterns that go by capitals: names and agencies.
CASED: dict[str, tuple[str, ...]] = {
    "photo credit": (
        rf"{NAME}(?: {NAME}){{0,3}}\s?[/|]\s?{_AGENCY}\b",
        rf"{NAME} via (?:AP|AFP|Reuters|EPA|Getty(?: Images)?)\b",
        rf"^{_AGENCY}\s?/\s?{NAME}",
        rf"\((?:{_AGENCY})(?:[/ ,][^)]{{0,40}})?(?:photo|images?|via)[^)]{{0,30}}\)\s*$",
    ),
    "agency tail": (rf"^[(\[—–-]*\s*(?:[Ww]ith )?{_AGENCY}(?:[/ ,&-]+\w+){{0,3}}\s*[)\]]*\.?$",),
}
