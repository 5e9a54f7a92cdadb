"""What goes by capitals in the furniture of news sites: names and agencies; the patterns are as in `phrases`."""

from __future__ import annotations

NAME = r"[A-Z][\w.’'-]{1,30}"  # bounded: a long run of capitals may begin a name at each of them
_AGENCY = (
    r"(?:AP|AFP|Reuters|ANI|PTI|IANS|UPI|EFE|ANSA|dpa|DPA|EPA|Xinhua|TASS|Tass|Kyodo|Yonhap|Bloomberg|Getty(?: Images)?"
    r"|Anadolu|NurPhoto|Shutterstock|Alamy|iStock|Unsplash|Wikimedia(?: Commons)?|Flickr|Sipa|Zuma|Pool|Handout|Twitter"
    r"|X|Associated Press|Agence France-Presse|Press Association|PA(?: Media| Wire)?)"
)

_PERSON = rf"{NAME}(?: {NAME}){{1,3}}"
_PAPER = rf"(?!(?:{NAME} ){{1,3}}?(?:News|Times|Post|Journal|Press|Today)\b)"  # two that asked the voters together
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"

CASED: dict[str, tuple[tuple[str, str], ...]] = {
    "photo credit": (
        ("/ | |", rf"{NAME}(?: {NAME}){{0,3}}\s?[/|]\s?{_AGENCY}\b"),
        (" via ", rf"{NAME} via (?:AP|AFP|Reuters|EPA|Getty(?: Images)?)\b"),
        ("Caption ", r"^Caption [A-Z]"),
        ("Image ", r"^Image (?:An?|The|In|Mr\.|Ms\.|Mrs\.|Dr\.) "),
        ("/", rf"^{_AGENCY}\s?/\s?{NAME}"),
        ("(", rf"\((?:{_AGENCY})(?:[/ ,][^)]{{0,40}})?(?:photo|images?|via)[^)]{{0,30}}\)\s*$"),
        # Behind a caption stands who made its picture; behind that of a video, when it was sent.
        ("(", rf"[.!?”\"’)] \({_PAPER}{_PERSON} ?/ ?[A-Z][^()]{{1,50}}\)(?: {NAME})?\.?$"),
        ("/", rf"[.!?”\"] (?:{_PERSON} and )?{_PERSON} ?/ ?[A-Z][\w& ]{{1,40}}$"),
        ("|", rf"[.!?”\"] \| (?:{_AGENCY}\b|{_PERSON} ?/ ?[A-Z]|[\w.]{{2,20}}$)"),
        ("(", rf"\(Published [A-Z][a-z]{{2,5}}day, {_MONTH} \d{{1,2}}, \d{{4}}\)$"),
        ("(", rf"[.!?”\"] \({_MONTH} \d{{1,2}}(?:, \d{{4}})?\)(?: [A-Z]\w{{1,20}}){{1,4}}$"),
        ("(", rf"\.\.\. \({_AGENCY}\)"),  # a page cuts what it has no room for
        ("CLOSE ", r"^CLOSE [A-Z“\"].*[.!?”\")] [A-Z](?:[^.!?”\"]|\.(?=\w)){1,80}$"),
    ),
    # Several in a line; a story that follows in the same line is longer.
    "photo gallery": (("... (", rf"^.{{20,400}}\.\.\. \({_AGENCY}\).{{0,400}}$"),),
    "agency tail": (("", rf"^[(\[—–-]*\s*(?:[Ww]ith )?{_AGENCY}(?:[/ ,&-]+\w+){{0,3}}\s*[)\]]*\.?$"),),
}
