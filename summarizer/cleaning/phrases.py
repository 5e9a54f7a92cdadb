"""Phrases of news-site furniture: the longest line and the patterns of each rule.

The longer a line, the likelier it is a sentence that only mentions the words: hence the limit. Before each pattern stand
the words of which one is in every line that the pattern can match: without them it need not be tried.

What may stand anywhere in a line is sought once, from its start on (`^(?>.*?one).*?other`): a line that says the one a
thousand times is not searched for the other a thousand times.
"""

from __future__ import annotations

from summarizer.cleaning.notices import NOTICES

NAME = r"[A-Z][\w.’'-]{1,30}"  # bounded: a long run of capitals may begin a name at each of them
_PICTURES = (  # agencies and archives that pictures come from
    r"(?:AP|AFP|Reuters|ANI|PTI|IANS|UPI|EFE|ANSA|dpa|DPA|EPA|Xinhua|TASS|Tass|Kyodo|Yonhap|Bloomberg|Getty(?: Images)?"
    r"|Anadolu|NurPhoto|Shutterstock|Alamy|iStock|Unsplash|Wikimedia(?: Commons)?|Flickr|Sipa|Zuma"
    r"|Associated Press|Agence France-Presse|Press Association|PA(?: Media| Wire)?)"
)
_AGENCY = rf"(?:{_PICTURES}|Pool|Handout|Twitter|X)"
# What is behind the slash of a credit: two persons, clubs or colleges may stand in brackets with a slash, too.
_OUTLET = (
    rf"(?:[\w&.’'-]{{1,20}} ){{0,4}}(?:{_PICTURES}\b|[A-Z]{{4,30}}\b|Photo|(?:The|[A-Z][a-z]{{1,9}})?(?:Post|Times"
    r"|Herald|Tribune|News|Images|Press|Journal|Chronicle|Gazette|Courier|Ledger|Recorder|Star|Media)\b)"
)

_PERSON = rf"{NAME}(?: {NAME}){{1,3}}"
_PAPER = rf"(?!(?:{NAME} ){{1,3}}?(?:News|Times|Post|Journal|Press|Today)\b)"  # two that asked the voters together
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
# Eight words and a full stop, not of an abbreviation: titles, too, have the name of their outlet behind them.
_SAID = r"^(?:[^ ]* ){7}.*[a-z\d)]\.[”\"]?"
# A page cuts what it has no room for. Nothing but another such caption is behind it: what an agency opens is story.
_CUT = rf"\.\.\. \({_PICTURES}\)"

CASED: dict[str, tuple[tuple[str, str], ...]] = {
    "photo credit": (
        ("/", rf"{NAME}(?: {NAME}){{0,3}}\s?/\s?{_AGENCY}\b"),
        ("|", rf"(?:^|[(\[]|[.!?:”\"©] ){NAME}(?: {NAME}){{0,3}}\s?\|\s?{_AGENCY}\b"),
        (" via ", rf"{NAME} via (?:AP|AFP|Reuters|EPA|Getty(?: Images)?)\b"),
        ("Caption ", r"^Caption [A-Z]"),
        ("Image ", r"^Image (?:An?|The|In|Mr\.|Ms\.|Mrs\.|Dr\.) "),
        ("/", rf"^{_AGENCY}\s?/\s?{NAME}"),
        ("(", rf"\((?:{_AGENCY})(?:[/ ,][^)]{{0,40}})?(?:photo|images?|via)[^)]{{0,30}}\)\s*$"),
        # Behind a caption stands who made its picture; behind that of a video, when it was sent.
        ("(", rf"[.!?”\"’)] \({_PAPER}{_PERSON} ?/ ?{_OUTLET}[^()]{{0,50}}\)(?: {NAME})?\.?$"),
        ("/", rf"{_SAID} (?:{_PERSON} and )?{_PERSON} ?/ ?{_OUTLET}[\w& ]{{0,40}}$"),
        ("|", rf"{_SAID} \| (?:{_PICTURES}\b|{_PERSON} ?/ ?{_OUTLET}|[\w.]{{2,20}}$)"),
        ("(", rf"\(Published [A-Z][a-z]{{2,5}}day, {_MONTH} \d{{1,2}}, \d{{4}}\)$"),
        ("(", rf"[.!?”\"] \({_MONTH} \d{{1,2}}(?:, \d{{4}})?\)(?: [A-Z]\w{{1,20}}){{1,4}}$"),
        ("... (", rf"^(?:[^ ]* ){{7}}.*{_CUT}$"),
        ("CLOSE ", r"^CLOSE [A-Z“\"].*[.!?”\")] [A-Z](?:[^.!?”\"]|\.(?=\w)){1,80}$"),
    ),
    "photo gallery": (("... (", rf"^.{{40,400}}{_CUT}(?: .{{40,800}}{_CUT})?$"),),
    "agency tail": (("", rf"^[(\[—–-]*\s*(?:[Ww]ith )?{_AGENCY}(?:[/ ,&-]+\w+){{0,3}}\s*[)\]]*\.?$"),),
}


# Words of which share bars and menus are made, line by line.
SOCIAL = frozenset(
    "twitter x facebook instagram youtube telegram whatsapp linkedin pinterest reddit tumblr tiktok threads"
    " bluesky mastodon vk ok viber messenger email e-mail mail print copy link share tweet pin it post apple store"
    " google play market app rss feed flipboard pocket line skype snapchat sms text flip on via to this the with"
    " friends article story page save send url now a+ a- aa comment comments like button buttons icon and news"
    " more follow us".split()
)
MENU = frozenset(
    "home menu search login log in sign up register subscribe world politics business sport sports opinion"
    " culture tech technology science health lifestyle travel entertainment video videos photos weather live tv"
    " radio podcasts podcast newsletters newsletter more about contact us privacy policy terms of use advertise"
    " careers sitemap help faq shop account my profile settings language en ru fr de es tr az arm night_theme dark"
    " mode light close open next previous prev back top to loading loading= latest trending breaking news edition"
    " national local economy markets arts style food education environment climate all sections archive e-paper"
    " epaper skip content main navigation toggle show hide view read load cart".split()
)


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
