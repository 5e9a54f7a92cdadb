"""What is said of a check in every format: the summary line, how a sentence stands, how bad it is."""

from __future__ import annotations

from itertools import groupby

from summarizer.model import Check, CheckedSentence, Finding
from summarizer.model.check import FindingKind
from summarizer.model.text import count
from summarizer.renderers.check.pieces import level_of
from summarizer.renderers.sanitize import quoted
from summarizer.renderers.wording import IN_PART

# From the worst to what needs no look.
GRADES = ("bad", "doubt", "part", "good", "none")
LEGEND = {
    "bad": "a report says otherwise, or a quotation or number has no source",
    "doubt": "not found in a report, or something else to look at",
    "part": "a report says a part of it",
    "good": "a report says all of it",
    "none": "not checked",
}
_WITHOUT_SOURCE: tuple[tuple[FindingKind, str], ...] = (("number", "number"), ("date", "date"), ("name", "name"))
_OTHERS: tuple[tuple[FindingKind, str, str], ...] = (
    ("citation", "citation", "not borne out"),
    ("dispute", "point", "on which the reports differ"),
    ("wording", "wording", "altered"),
)


def grade_of(sentence: CheckedSentence) -> str:
    """Tell how bad a sentence is, one of `GRADES`."""
    if sentence.standing == "not checked":
        return "none"
    levels = {level_of(finding) for finding in sentence.findings}
    if sentence.standing == "contradicted" or "bad" in levels:
        return "bad"
    if sentence.standing == "not found" or levels:
        return "doubt"
    return "part" if sentence.standing == "in part" else "good"


def is_marked(sentence: CheckedSentence) -> bool:
    """Whether the eye should stop at a sentence: something speaks against it, or nothing for it."""
    return grade_of(sentence) in ("bad", "doubt")


def summary_of(check: Check) -> str:
    """Say in a line how many sentences are backed, and what was found against the others."""
    counts = check.counts
    checked, backed, twice = counts["checked"], counts["backed"], counts["backed by two origins"]
    if not checked:
        return "No sentence was checked."
    are = "is" if 1 in (backed, checked) else "are"
    first = f"{backed:,} of {count(checked, 'sentence')} {are} backed by at least one report"
    parts = [first + (f", {twice:,} by two origins or more" if twice else "")]
    parts += [
        f"{counts[name]:,} {said}"
        for name, said in (("in part", "backed in part"), ("contradicted", "contradicted"), ("not found", "not found"))
        if counts[name]
    ]
    parts += _quotations(check)
    parts += [f"{count(counts[kind], noun)} without a source" for kind, noun in _WITHOUT_SOURCE if counts[kind]]
    parts += [f"{count(counts[kind], noun)} {said}" for kind, noun, said in _OTHERS if counts[kind]]
    if backed == checked and not check.findings:
        parts.append("nothing was found against it" if checked == 1 else "nothing was found against them")
    return "; ".join(parts) + "."


def _quotations(check: Check) -> list[str]:
    """Quotations with other letters are altered; the others have another speaker, are too long, or have no source."""
    found = [finding for finding in check.findings if finding.kind == "quotation"]
    altered = sum(bool(finding.edits) for finding in found)
    lacking = sum(finding.passage is None for finding in found)
    rest = len(found) - altered - lacking
    otherwise = f"not as a report has {'it' if rest == 1 else 'them'}"
    told = ((altered, "altered"), (rest, otherwise), (lacking, "without a source"))
    return [f"{count(number, 'quotation')} {said}" for number, said in told if number]


def held_against(check: Check) -> str:
    """Say what the draft was held against: how many reports, of how many origins."""
    reports = count(len(check.sources), "report")
    origins = len(check.origins)
    if origins > 1:
        return f"Checked against {reports} from at most {origins} independent origins."
    return f"Checked against {reports}" + (" from 1 origin." if origins and len(check.sources) > 1 else ".")


def title_of(check: Check, *, with_path: bool = False) -> str:
    """Return what to call the draft: its title, else the name of its file.

    Args:
        check: The check.
        with_path: Whether to give the whole path of the file, beside the title where there is one.
    """
    title = check.title if check.title and quoted(check.title) else ""
    path = check.path if check.path and quoted(check.path) else ""
    if with_path:
        return " · ".join(filter(None, (title, path))) or "Draft"
    return title or path.replace("\\", "/").rstrip("/").rpartition("/")[2] or "Draft"


def standing_of(sentence: CheckedSentence) -> str:
    """Say in brackets how a sentence stands, beside its citations; nothing for one report that says all of it."""
    if sentence.standing == "not checked":
        return f"(not checked: {quoted(sentence.why)})" if sentence.why else "(not checked)"
    if sentence.standing == "not found":
        return "(not found in a report)"
    origins = count(len(sentence.origins), "origin")
    more = len(sentence.origins_in_part)
    if sentence.origins and more:
        told = f"{origins}, {more} more {IN_PART}"
    elif len(sentence.origins) > 1:
        told = origins
    else:
        told = f"{count(more, 'origin')} {IN_PART}" if more > 1 else ""
    is_doubted = sentence.standing == "in part" and not any(one.relation == "part" for one in sentence.citations)
    told = f"but for what is marked; {told}".rstrip("; ") if is_doubted else told
    parts = [*(["contradicted"] if sentence.standing == "contradicted" else []), *([told] if told else [])]
    return f"({'; '.join(parts)})" if parts else ""


def reason_of(check: Check, finding: Finding) -> str:
    """Return why something was found, in which "[n]" may stand for a source of the check."""
    return quoted(finding.reason, {str(source.number) for source in check.sources})


def is_whole(finding: Finding, sentence: CheckedSentence) -> bool:
    """Whether a finding is about all of a sentence, so that its words need not be repeated."""
    return " ".join(finding.words.split()) == " ".join(sentence.text.split())


def by_paragraph(check: Check, *, only_marked: bool = False) -> list[list[tuple[int, CheckedSentence]]]:
    """Return the sentences with their numbers, from 1, in the paragraphs of the draft.

    Args:
        check: The check.
        only_marked: Whether to leave out those at which the eye need not stop.
    """
    numbered = [
        (number, sentence)
        for number, sentence in enumerate(check.sentences, start=1)
        if not only_marked or is_marked(sentence)
    ]
    return [list(some) for _, some in groupby(numbered, key=lambda one: one[1].paragraph)]


def notes_of(check: Check) -> list[str]:
    """Return the notes, in which "[n]" may stand for a source and for nothing else."""
    known = {str(source.number) for source in check.sources}
    return [note for note in (quoted(words, known) for words in check.notes) if note]
