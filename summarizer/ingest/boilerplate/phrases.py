"""What the furniture of news sites says: for each rule, the most words of a line and the patterns that it goes by.

The longer a line, the likelier it is a sentence that only mentions the words: hence the limit. Before each pattern stand
the words of which one is in every line that the pattern can match: without them it need not be tried.

What may stand anywhere in a line is sought once, from its start on (`^(?>.*?one).*?other`): a line that says the one a
thousand times is not searched for the other a thousand times.
"""

from __future__ import annotations

from summarizer.ingest.boilerplate.notices import NOTICES

# Patterns for a line in small letters.
PHRASES: dict[str, tuple[int, tuple[tuple[str, str], ...]]] = {
    "photo credit": (
        70,
        (
            (
                "credit | graphic | illustration | image | photo | pic | video",
                r"^[(\[]?(?:photo(?:graph)?s?|images?|pictures?|pics?|file photo|illustration|graphic|credits?|video)\b(?:\s+(?:credits?|courtesy|by|source|via)\b)?(?:\s+of)?\s*[:|/©-]",
            ),
            (
                "illustration | image | photo | picture | video",
                r"^(?:photo|image|picture|file photo|video|illustration)s?\s+(?:by|courtesy of|credit)\b",
            ),
            (
                "caption | copyright | unsupported",
                r"^(?:image|media) (?:caption|copyright)\b|^media playback is unsupported\b",
            ),
            ("image | photo", r"^(?:enlarge|buy) (?:this )?(?:image|photo)\b|^photograph(?:s|y)? by\b"),
            ("image | photo", r"\(?\b(?:ap|file|reuters|afp)\s+(?:photo|image)\s*[/)]"),
            (
                "credit | file | image | photo | picture",
                r"[(\[](?:photo|image|picture|file|credit)s?\b(?! galler)[^)\]]{0,60}[)\]]\s*\.?$",
            ),
            (
                "credit | image | photo | picture",
                r"[.!?”\"’)] (?:credit|photo(?:graph)?|image|picture)(?: credit)?: ?(?!.*[.!?:])[^\[\]]{2,80}$",
            ),
            (
                "courtesy",
                r"(?:(?:^|[.!?”\"’] )[(\[]|[(\[](?:photo|image|video) )courtesy (?:of )?[^()]{3,60}[)\]]\.?$",
            ),
            ("courtesy", r"[(\[]courtesy (?:photo|image|video)s?[)\]]\.?$"),
            ("photo", r"[.!?”\"] \([^()]{3,50} photos?\)$"),
            ("alamy | getty images | istock | shutterstock", r"\b(?:getty images|shutterstock|istock|alamy)\)?\.?$"),
        ),
    ),
    "photo gallery": (
        10_000,  # of galleries; a page that stands in one line is story, whatever it opens with
        (
            ("hide caption", r"^photos?: .*\bhide caption \d+ of \d+$"),
            ("skip in skip", r"^(?:close )?skip in skip\b(?:(?:[^ ]* ){0,80}[^ ]*$|.*\d of \d+ skip in skip\b)"),
            ("full screen", r"^\d+ of \d+ full screen\b(?=.*\bbuy photo\b)(?:[^ ]* ){0,150}[^ ]*$"),
            (
                "fig",
                r"^fig(?:ure|\.) \d{1,2}: (?!.*\b(?:sa(?:id|ys?)|told|added|announced|reported|according to)\b)(?:[^ ]* ){0,250}[^ ]*$",
            ),
        ),
    ),
    "call to share or follow": (
        30,
        (
            ("follow", r"^follow (?:us|@\w+|\w+ on)\b|\bfollow us\b|\bfollow @\w+"),
            (
                "follow",
                r"^(?:you can )?follow (?:all (?:of )?)?(?:the latest|our live|live (?:updates|coverage)|along)\b",
            ),
            ("share | tweet", r"^(?:please |kindly )?(?:share|tweet) (?:this|it|the (?:story|article|news))\b"),
            ("article | story", r"\bliked? (?:the|this) (?:story|article)\b"),
            ("share", r"^share\b.{0,40}$"),
            ("join", r"\bjoin (?:us on|our (?:whatsapp|telegram|channel|community|newsletter))"),
            ("on social media", r"\bshare (?:it|this) on social media\b"),
            ("click | press | tap", r"^(?:click|tap|press) (?:here|the|on|to)\b"),
            ("download", r"(?:^|[.!?] )download (?:our|the) (?:[\w.-]+ ){0,4}app\b"),
            ("click here", r"\bclick here\b"),
            ("turn on notifications", r"\bturn on notifications\b"),
            ("listen to this", r"\blisten to this (?:article|story)\b"),
            ("as a preferred source", r"\badd (?:us|\w+) as a preferred source\b"),
            ("copy this code", r"\bcopy this code to your\b"),
            ("stay", r"^stay (?:up to date|tuned|connected|updated)\b"),
        ),
    ),
    "read also": (
        32,
        (
            (
                "discover | explore | listen | read | see | view | watch",
                r"^(?:(?:also|must|don['’]?t miss|please)[ -])?(?:read|see|watch|listen|view|explore|discover)(?: (?:also|more|next|now|too|here|this|on|full|full story|the full \w+))*\s*[:|>»–—-]",
            ),
            ("also | more | next", r"^(?:read|see|learn|find out|discover) (?:also|more|next)\b"),
            ("just watched | more videos", r"^just watched\b|\breplay more videos\b"),
            ("also | must", r"^(?:also|must)[- ](?:read|see|watch)\b"),
            (
                "around the web | editor | elsewhere on | from our partners | in photos | in pictures | latest | more | most | popular | recommended | related | see also | t miss | top stories | trending | up next | watch live | what to read next | you m",
                r"^(?:more (?:on|from|about|stories|news|like|in)|related\b|recommended|you (?:may|might) (?:also )?(?:like|be interested)|most (?:read|popular|viewed|shared)|trending|editor['’]?s['’]? (?:picks?|choice)|don['’]?t miss|up next|in case you missed|top stories|latest (?:news|stories|headlines)|popular (?:now|posts|stories)|the most important|what to read next|from our partners|around the web|in pictures|in photos|watch live|see also|elsewhere on)\b.{0,80}(?<![.!?”\"])$",
            ),
            (
                "gallery | listen | opinion | podcast | read more | recommended | related | video | watch",
                r"^(?:related|recommended|read more|opinion|watch|listen|podcast|video|gallery)\s*+(?:articles?|stories|story|news|posts?|content|links?|reading|coverage|topics?)?\s*+[:|»]\s*+\S",
            ),
            (
                "analysis | explainer | live | more | timeline",
                r"^(?:more|explainer|live|timeline|analysis)\s*+[:|»]\s*+\S.*(?<![.!?”\"])$",
            ),
        ),
    ),
    "reader comments": (
        30,
        (
            ("leave", r"\bleave (?:a|your) (?:reply|comment)\b"),
            ("will not", r"\byour e-?mail(?: address)? will not\b"),
            ("required fields", r"\brequired fields\b"),
            ("save my name", r"\bsave my name\b"),
            ("notify me of", r"\bnotify me of\b"),
            (
                "comment",
                r"^(?:view |show |see |hide |read |all )*\(?\d*\)?\s*comments?\b(?: \(\d+\))?(?: (?:are )?(?:closed|off|on|below))?\.?$",
            ),
            ("in to", r"\b(?:log|sign)(?:ged)? ?in to (?:post|leave|comment|reply)\b"),
            ("comment", r"\bpost (?:a )?comments?\b"),
            ("be the first to comment", r"\bbe the first to comment\b"),
            ("join the", r"^join the (?:conversation|discussion|debate)\b"),
            (
                "comment | mail | message | name | website",
                r"^(?:your )?(?:name|e-?mail|website|comment|message)(?: address)? ?\*",
            ),
            ("cancel reply", r"^cancel reply\b"),
            ("comment", r"\bcomments? (?:are|is) (?:closed|moderated|disabled)\b"),
            ("comment | replies | responses", r"^\d+ (?:comments?|replies|responses)\b"),
            (
                "have your say | tell us | what do you think?",
                r"^(?>.*?\bwhat do you think\?).*?\bcomments?\b|^(?>.*?\btell us (?:in|what)\b).*?\bcomments?\b|\bhave your say\b",
            ),
        ),
    ),
    "view counter": (
        16,
        (
            (
                "hits | likes | reads | shares | view | visits",
                r"^(?:views?|hits|reads|shares|likes|visits)\s*+:?\s*+[\d.,]++[km]?$",
            ),
            (
                "hits | likes | reactions | reads | shares | view",
                r"^[\d.,]+[km]?\s*(?:views?|hits|shares|likes|reads|reactions)\b",
            ),
            (
                "listen | read | time | watch",
                r"\b\d+[ -]min(?:ute)?s?\.? (?:read|listen|watch)\b|^(?:reading|read) time\b",
            ),
            ("reading time", r"^(?:estimated )?reading time\b"),
            (
                "modified | posted | published | update",
                r"\b(?:updated?|posted|published|last (?:updated|modified)|modified)\b.{0,12}\b\d+ (?:second|minute|min|hour|hr|day|week|month)s? ago\b",
            ),
            ("ago", r"^\d+ (?:minute|min|hour|hr|day|week)s? ago$"),
        ),
    ),
    "contact line": (
        40,
        (
            ("@", r"[\w.+-]@[\w-]++\.[\w.-]"),
            ("contact", r"^contact (?:the )?(?:reporter|author|writer|editor|us|our)\b"),
            ("follow", r"\bfollow (?:him|her|them|the author) on\b"),
            ("tip", r"^(?:tips?|got a tip)\b.*\?"),
            (
                "can be reached at | mail us | write to us at",
                r"\bcan be reached at\b|\bwrite to us at\b|\be-?mail us\b",
            ),
        ),
    ),
    "agency tail": (
        40,
        (
            (
                "agencies | compiled | edited | editing | graphic | production | reporting | source | translat | via | with | writing | written",
                r"^[(\[—–-]*\s*(?:with (?:additional |agency |further )?(?:inputs?|reporting|files?)\b|(?:additional )?(?:reporting|writing|editing|compiled|translat(?:ed|ion)|production|edited|written|graphics?)\s(?:and (?:reporting|writing|editing) )?by\b|sources?\s*[:|-]\s|(?:news )?agencies$|source link\b|via\s)",
            ),
            (
                "contribution | information | material",
                r"^[(\[—–-]+\s*with (?:additional |agency )?(?:material|contributions?|information)\b",
            ),
            ("contributed to this", r"\bcontributed to this (?:report|story|article)\b"),
        ),
    ),
    "interface text": (
        16,
        (
            ("skip to", r"\bskip to (?:main )?content\b"),
            ("back to top", r"\bback to top\b"),
            ("what are you looking for", r"\bwhat are you looking for\b"),
            ("load | see | show | view", r"^(?:load|show|view|see) (?:more|all|less|comments)\b[^.!?]*$"),
            (
                "categor | filed under | in this | keywords | labels | posted in | tag | topic",
                r"^(?:tags?|topics?|categor(?:y|ies)|filed under|keywords|labels|posted in|in this (?:article|story))\s*[:|]",
            ),
            ("newer | next | older | previous", r"^(?:previous|next|older|newer) (?:article|post|story|page|news)s?\b"),
            ("javascript", r"\b(?:enable|turn on|requires?) javascript\b|\bjavascript (?:is|must)\b"),
            ("your browser", r"\byour browser\b"),
            ("listen | mute | pause | play | watch", r"^(?:play|pause|mute|watch|listen)(?: now| video| audio)?$"),
            ("size", r"^(?:text|font) size\b"),
            ("contents", r"^(?:table of )?contents$"),
            ("page not found", r"\bpage not found\b"),
            ("policy", r"^(?:correction|clarification)s? policy\b"),
            ("powered by | theme by", r"^(?:proudly )?powered by\b|\btheme by\b"),
            ("notification", r"\bnotifications?[^.!?]{0,20}$"),
            ("this", r"^(?:rate|bookmark|save) this\b"),
            ("error | notice | warning", r"^(?:error|warning|notice)\s*:"),
            ("", r"^\W*$"),
            ("source link", r"^source link$"),
            ("link copied", r"^link copied"),
            ("#", r"^(?:#\w+[\s,]*)+$"),
        ),
    ),
    **NOTICES,
}
