"""The note on a judge from outside: who it was, what it changed, and where the lexical judge decided all the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.judge_settings import is_address, name_of_judge
from summarizer.model import JudgedPassage
from summarizer.model.text import count
from summarizer.registry import JUDGES
from summarizer.settings import Settings


def remark_on_judge(settings: Settings, judged: Sequence[JudgedPassage]) -> list[str]:
    """Say who judged which passages say the statements, and what came of it; nothing for the lexical judge.

    Args:
        settings: What was asked for.
        judged: The passages that the judge was asked about.
    """
    if isinstance(settings.judge, str) and settings.judge in JUDGES.own:
        return []
    passages = f"{count(len(judged), 'passage')} of other reports"
    statements = count(len({(one.point.document, one.point.span) for one in judged}), "statement")
    changed = sum(one.is_changed for one in judged)
    if judged and all(one.refused for one in judged):
        notes = [f"No verdict of {_who(settings)} was taken; it was to judge {passages} for {statements}."]
    else:
        notes = [
            f"{passages} {'was' if len(judged) == 1 else 'were'} judged for {statements} by {_who(settings)}, which "
            f"changed {count(changed, 'verdict')} of the lexical judge."
        ]
    left = [one for one in judged if one.refused]
    if left:
        notes.append(_tell_left(left))
    return notes


def _who(settings: Settings) -> str:
    """The judge as the note names it."""
    if isinstance(settings.judge, str) and is_address(settings.judge):
        return f"the model {settings.judge_model} at {settings.judge}"
    return f"the judge {name_of_judge(settings.judge)}"


def _tell_left(left: Sequence[JudgedPassage]) -> str:
    """Say how many verdicts are the lexical judge's all the same, and why, the most frequent reason first."""
    # The words in brackets are those of one report: the reason is the same without them.
    reasons = Counter((one.refused or "").partition(" (")[0] for one in left)
    told = "; ".join(f"{reason} ({number:,})" for reason, number in reasons.most_common())
    return f"For {count(len(left), 'passage')} the verdict of the lexical judge stands: {told}."
