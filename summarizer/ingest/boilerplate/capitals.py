"""What goes by capitals in the furniture of news sites: names and agencies; the patterns are as in `phrases`."""

from __future__ import annotations

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
