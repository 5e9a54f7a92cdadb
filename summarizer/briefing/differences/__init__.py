"""One file a kind of difference; each takes the ground that all share and gives what it found."""

from summarizer.briefing.differences.actors import differing_actors
from summarizer.briefing.differences.circumstances import differing_circumstances
from summarizer.briefing.differences.denials import differing_denials
from summarizer.briefing.differences.firsts import differing_firsts
from summarizer.briefing.differences.ground import Found, Ground, Passage, View, survey
from summarizer.briefing.differences.names import differing_names, mentions_of
from summarizer.briefing.differences.numbers import differing_numbers

__all__ = [
    "Found",
    "Ground",
    "Passage",
    "View",
    "differing_actors",
    "differing_circumstances",
    "differing_denials",
    "differing_firsts",
    "differing_names",
    "differing_numbers",
    "mentions_of",
    "survey",
]
