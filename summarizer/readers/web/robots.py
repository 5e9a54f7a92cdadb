"""robots.txt by RFC 9309."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_LINE = re.compile(r"^\s*+(user-?agent|allow|disallow)\s*+:([^#]*+)", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Za-z_-]+|\*")
_LETTER = re.compile(r"%[0-9A-Fa-f]{2}|.", re.DOTALL)
_PLAIN = "/?:@!&'()+,;=~-._[]"
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
Rule = tuple[int, bool, tuple[str, ...], bool]  # length, whether it allows, the parts between stars, whether it ends


class Robots:
    """What a robots.txt says to one reader of pages."""

    def __init__(self, text: str, agent: str) -> None:
        groups = _groups(text)
        rules = groups.get(agent.casefold())
        self._rules = groups.get("*", []) if rules is None else rules

    def may_fetch(self, url: str) -> bool:
        """Tell whether an address may be asked for: by the longest rule that matches it, of equals the kind one."""
        parts = urlsplit(url)
        path = _normal(parts.path or "/", special="") + (f"?{_normal(parts.query, special='')}" if parts.query else "")
        if path == "/robots.txt":
            return True
        found = [rule[:2] for rule in self._rules if _matches(path, rule)]
        return max(found)[1] if found else True


def _groups(text: str) -> dict[str, list[Rule]]:
    """The rules for each name of a reader, in small letters; groups with one name are one."""
    groups: dict[str, list[Rule]] = {}
    named: list[str] = []
    is_open = False  # whether another name would belong to the same group
    for line in re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")):
        found = _LINE.match(line)
        if found is None:  # what is neither name nor rule, as "Sitemap:", changes nothing
            continue
        field, value = found[1].casefold(), found[2].strip()
        if field.startswith("user"):
            token = _TOKEN.match(value)
            named = [*(named if is_open else []), token[0].casefold() if token else ""]
            groups.setdefault(named[-1], [])
            is_open = True
            continue
        is_open = False
        rule = _rule(value, allows=field == "allow")
        if rule is not None:
            for name in dict.fromkeys(named):
                groups[name].append(rule)
    return groups


def _rule(value: str, *, allows: bool) -> Rule | None:
    """A rule; None for an empty one, which says nothing."""
    if not value:
        return None
    ends = value.endswith("$")
    pattern = _normal(value.removesuffix("$"), special="*")
    return len(pattern) + ends, allows, tuple(pattern.split("*")), ends


def _matches(path: str, rule: Rule) -> bool:
    _, _, (first, *others), ends = rule
    if not path.startswith(first):
        return False
    if not others:
        return not ends or path == first
    at = len(first)
    *inner, last = others
    for part in inner:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return path.endswith(last) and len(path) - len(last) >= at if ends else path.find(last, at) >= 0


def _normal(text: str, *, special: str) -> str:
    """Spell a path in one way: what may be said plainly is, all else in percent signs with capitals."""
    return _LETTER.sub(lambda found: _spelt(found[0], special), text)


def _spelt(letter: str, special: str) -> str:
    if len(letter) > 1:
        plain = chr(int(letter[1:], 16))
        return plain if plain in _UNRESERVED else letter.upper()
    if letter in special:
        return letter
    return quote(letter, safe=_PLAIN, errors="replace")
