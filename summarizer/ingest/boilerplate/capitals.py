"""What goes by capitals in the furniture of news sites: names and agencies; the patterns are as in `phrases`."""

from __future__ import annotations

NAME = r"[A-Z][\w.’'-]{1,30}"  # bounded: a long run of capitals may begin a name at each of them
_AGENCY = (
    r"(?:AP|AFP|Reuters|ANI|PTI|IANS|UPI|EFE|ANSA|dpa|DPA|EPA|Xinhua|TASS|Tass|Kyodo|Yonhap|Bloomberg|Getty(?: Images)?"
    r"|Anadolu|NurPhoto|Shutterstock|Alamy|iStock|Unsplash|Wikimedia(?: Commons)?|Flickr|Sipa|Zuma|Pool|Handout|Twitter"
    r"|X|Associated Press|Agence France-Presse|Press Association|PA(?: Media| Wire)?)"
)

CASED: dict[str, tuple[tuple[str, str], ...]] = {
    "photo credit": (
        ("/ | |", rf"{NAME}(?: {NAME}){{0,3}}\s?[/|]\s?{_AGENCY}\b"),
        (" via ", rf"{NAME} via (?:AP|AFP|Reuters|EPA|Getty(?: Images)?)\b"),
        ("Caption ", r"^Caption [A-Z]"),
        ("Image ", r"^Image (?:An?|The|In|Mr\.|Ms\.|Mrs\.|Dr\.) "),
        ("/", rf"^{_AGENCY}\s?/\s?{NAME}"),
        ("(", rf"\((?:{_AGENCY})(?:[/ ,][^)]{{0,40}})?(?:photo|images?|via)[^)]{{0,30}}\)\s*$"),
    ),
    "agency tail": (("", rf"^[(\[—–-]*\s*(?:[Ww]ith )?{_AGENCY}(?:[/ ,&-]+\w+){{0,3}}\s*[)\]]*\.?$"),),
}
