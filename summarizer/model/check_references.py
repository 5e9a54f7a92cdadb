"""Checks that all words of a check stand where it says, and that all that it refers to is in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from summarizer.errors import InputError
from summarizer.model.check import Check, CheckedSentence, Edit, Finding
from summarizer.model.citation import Citation
from summarizer.model.schema import JsonForm, shown
from summarizer.model.text import Span


def check_check(check: Check) -> None:
    """Check that the words of a check stand where it says, and that it holds what it refers to.

    Raises:
        InputError: two sources have one number; a source, origin or text that is referred to is not there; words do not
            stand at their place; sentences overlap; a sentence counts as backed without a passage that says it.
    """
    _Places(check, "Check").look_through()


def check_places(check: Check, record: Mapping[str, Any], form: JsonForm) -> None:
    """Do the same for a check that was read, and hold it against the plain values that it was read from.

    Args:
        check: The check.
        record: Its plain values, which keep to the schema.
        form: The form of JSON that was read.

    Raises:
        InputError: as `check_check` does; or the counts, or the words that stand against a draft's, are others.
    """
    places = _Places(check, form.name)
    places.look_through()
    places.want("counts", shown(record["counts"]), shown(check.counts))
    for number, sentence in enumerate(check.sentences):
        for at, finding in enumerate(sentence.findings):
            told = record["sentences"][number]["findings"][at]["against"]
            if finding.passage and finding.against and told:
                report = places.texts[finding.passage.document]
                where = f"sentence {number + 1}, finding {at + 1}, against"
                places.want_words(where, report, finding.against, told["text"])


class _Places:
    """All that can be looked up in a check, and the name that messages give it."""

    def __init__(self, check: Check, name: str) -> None:
        self.check, self.name = check, name
        self.numbers = {source.number: source.document for source in check.sources}
        self.origins = frozenset(origin.id for origin in check.origins)
        self.texts = dict(check.texts)

    def fail(self, where: str, found: str, wanted: str) -> None:
        raise InputError(f"{self.name}, {where}: found {found}, wanted {wanted}.")

    def want(self, where: str, found: str, wanted: str) -> None:
        if found != wanted:
            self.fail(where, found, wanted)

    def want_known(self, where: str, found: Iterable[object], known: Iterable[object]) -> None:
        unknown = next((one for one in found if one not in known), None)
        if unknown is not None:
            self.fail(where, repr(unknown), "one that is in the check")

    def want_words(self, where: str, text: str, span: Span, words: str) -> None:
        """Check that words stand at their place in a text."""
        if not 0 <= span.start <= span.end <= len(text):
            self.fail(where, f"the stretch {span.start} to {span.end}", f"one within the {len(text)} characters there")
        if span.of(text) != words:
            self.fail(where, f"{shown(span.of(text))} at its place", shown(words))

    def look_through(self) -> None:
        check = self.check
        numbers = [source.number for source in check.sources]
        if len(self.numbers) < len(numbers):
            self.fail("sources", f"the numbers {numbers}", "each once")
        self.want_known("texts", self.texts, set(self.numbers.values()))
        for source in check.sources:
            if source.origin is not None:
                self.want_known(f"source {source.number}, origin", [source.origin], self.origins)
        for origin in check.origins:
            self.want_known(f"origin {origin.id!r}, sources", origin.sources, self.numbers)
        end = 0
        for number, sentence in enumerate(check.sentences, start=1):
            where = f"sentence {number}"
            if sentence.span.start < end:
                self.fail(where, f"a start at {sentence.span.start}", f"{end} or more, where the one before ends")
            end = sentence.span.end
            self.look_at(where, sentence)

    def look_at(self, where: str, sentence: CheckedSentence) -> None:
        self.want_words(f"{where}, text", self.check.text, sentence.span, sentence.text)
        says = [one for one in sentence.citations if sentence.standing == "in part" or one.relation != "part"]
        if sentence.standing in ("backed", "in part") and not says:
            self.fail(where, f"{sentence.standing!r} without a passage that says it", "one at least")
        for citation in sentence.citations:
            self.look_up(f"{where}, citation of source {citation.source}", citation, sentence)
        told = (*sentence.origins, *sentence.origins_in_part)
        self.want_known(f"{where}, origins", told, self.origins)
        if len(set(told)) < len(told):
            self.fail(f"{where}, origins", repr(list(told)), "each once, for all of it or for a part")
        for number, finding in enumerate(sentence.findings, start=1):
            self.look_into(f"{where}, finding {number}", finding, sentence)

    def look_into(self, where: str, finding: Finding, sentence: CheckedSentence) -> None:
        self.want_words(f"{where}, words", self.check.text, finding.span, finding.words)
        if finding.passage is None:
            if finding.against is not None or finding.edits:
                self.fail(where, "words that stand against it, and no passage", "the passage that holds them")
            return
        self.look_up(f"{where}, passage", finding.passage, sentence)
        report = self.texts[finding.passage.document]
        if finding.against is not None:
            self.want_words(f"{where}, against", report, finding.against, finding.against.of(report))
        for edit in finding.edits:
            self.look_through_edit(f"{where}, edit", edit, report)

    def look_through_edit(self, where: str, edit: Edit, report: str) -> None:
        self.want_words(f"{where}, now", self.check.text, edit.draft, edit.now)
        self.want_words(f"{where}, was", report, edit.report, edit.was)

    def look_up(self, where: str, citation: Citation, sentence: CheckedSentence) -> None:
        self.want_known(where, [citation.source], self.numbers)
        self.want(f"{where}, document", repr(citation.document), repr(self.numbers[citation.source]))
        if citation.document not in self.texts:
            self.fail(where, f"no text of {citation.document!r}", "the text that it quotes")
        self.want_words(f"{where}, quote", self.texts[citation.document], citation.span, citation.quote)
        if citation.backed is not None:
            words = citation.backed.of(sentence.text)
            self.want_words(f"{where}, backed", sentence.text, citation.backed, words)
