"""The words in which we tell readers what a difference is about."""

from __future__ import annotations

PRICE = "The price"
CLOSING = "When the deal is to close"
UNIT = "The unit"
VOTE = "How the vote went"
WEIGHT = "Weight"
STREET = "Where on the street"
ONE_PERSON = "one person"
TOLLS = {
    "dead": "People killed",
    "bodies found": "Bodies found",
    "injured": "People injured",
    "stabbed": "People stabbed",
    "sickened": "People who fell ill",
    "missing": "People missing",
    "homeless": "People made homeless",
    "displaced": "People driven from their homes",
    "arrested": "People arrested",
    "abducted": "People abducted",
    "rescued": "People rescued",
}


def label_toll(role: str, noun: str) -> str:
    """Return what a toll counts, of some people by their noun: "People killed", "Students killed".

    Args:
        role: What happened to those counted, with the unit behind it where it is of some: "dead", "dead student".
        noun: The noun as written.
    """
    if role in TOLLS:
        return TOLLS[role]
    return TOLLS[role.partition(" ")[0]].replace("People", noun.capitalize(), 1)


def label_age(owner: str) -> str:
    """Return the label of an age."""
    return f"Age of {owner}"


def label_duration(activity: str) -> str:
    """Return the label of a duration by what took so long."""
    return f"How long the {activity} took"


def label_count(noun: str) -> str:
    """Return the label of a count by the plural noun that is counted."""
    return f"How many {noun}"


def label_order(noun: str) -> str:
    """Return the label of a place in an order."""
    return f"Which {noun}"


def label_danger(state: str) -> str:
    """Return the label of what happened to those in danger by the word that calls them so."""
    return f"What became of {'the' if state.endswith('s') else 'those'} {state}"


def label_participants(scene: str) -> str:
    """Return the label of who takes part, by the words around the names."""
    return f"Who is named in “{scene}”"


def label_act(clause: str) -> str:
    """Return the label of an act by a clause that tells it."""
    return f"Whether “{clause}”"


def label_denial(clause: str) -> str:
    """Return the label of an act by a clause that denies it."""
    return f"Whether or not: “{clause}”"


def label_first(what: str, *, is_since: bool) -> str:
    """Return the label of what is the first since a time, or the first or second to do something."""
    return f"“first {what} since …”" if is_since else f"“the … {what}”"
