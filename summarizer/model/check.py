"""The check of a text against reports, and what it is made of: checked sentences and what was found in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, get_args

from summarizer.errors import SettingsError
from summarizer.model.briefing import Source
from summarizer.model.citation import Citation
from summarizer.model.document import DocumentId, OriginId
from summarizer.model.provenance import Origin
from summarizer.model.text import Span, count, describe, excerpt

Standing = Literal["contradicted", "not found", "in part", "backed", "not checked"]
FindingKind = Literal[
    "contradiction", "quotation", "number", "date", "name", "citation", "wording", "dispute"
]  # what `--fail-on` takes

FINDING_KINDS: tuple[FindingKind, ...] = get_args(FindingKind)
FAIL_ON: tuple[FindingKind, ...] = ("contradiction", "quotation", "number")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A stretch of a quotation that is not as the report has it.

    Attributes:
        draft: Where it stands in the draft; empty where the draft leaves something out.
        report: Where the report's own letters stand in its text; empty where the draft adds something.
        was: The report's letters.
        now: The draft's letters.

    Example:
        >>> report = Document.from_text("“The crew acted with great calm and skill,” said Ida Holm.")
        >>> check = check_text("“The crew acted with great care and skill,” said Ida Holm.", [report])
        >>> check.findings[0].edits
        (Edit('lm', 're'),)
    """

    draft: Span
    report: Span
    was: str
    now: str

    def __repr__(self) -> str:
        return describe(self, excerpt(self.was), excerpt(self.now))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in a sentence of the draft that the reports do not bear out.

    Attributes:
        kind: "contradiction" where a report says otherwise and none says it; "dispute" where a report says otherwise
            and another says it; "quotation" for one that stands so in no report; "number", "date" and "name" for
            one that stands in no report; "citation" for a number in brackets whose report does not say the sentence;
            "wording" for other words in place of those of a passage that says the sentence but for them.
        span: The words of the draft that it is about.
        words: The same words: `draft.text[span.start:span.end]`.
        reason: What is wrong, in a few plain words.
        passage: The passage of a report that it was held against; None where there is none.
        against: The words of that passage which stand against those of the draft, by their places in the report's text;
            None where no words do.
        edits: For a quotation with a near passage, the letters that differ.

    Example:
        >>> report = Document.from_text("Three people were hurt in the fire.")
        >>> finding = check_text("Five people were hurt in the fire.", [report]).findings[0]
        >>> finding, finding.against
        (Finding(contradiction, 'Five'), Span(start=0, end=5))
        >>> finding.passage
        Citation(source 1, verbatim, 'Three people were hurt in the fire.')
    """

    kind: FindingKind
    span: Span
    words: str
    reason: str
    passage: Citation | None = None
    against: Span | None = None
    edits: tuple[Edit, ...] = ()

    def __repr__(self) -> str:
        return describe(self, self.kind, excerpt(self.words))


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedSentence:
    """A sentence of the draft, and what the reports say of it.

    Attributes:
        span: Where it stands in the draft.
        text: Its text: `draft.text[span.start:span.end]`.
        standing: "backed" where a report says all of it, "in part" where one says a part and none all,
            "contradicted" where a report says otherwise and none says it, "not found" where none was found that says
            any of it, "not checked" for what asserts nothing: a heading, a list of sources.
        citations: The passages that say it, one a report: those that say all of it first.
        origins: The origins that say all of it.
        origins_in_part: The origins that say a part of it and not all.
        findings: What the reports do not bear out, worst first.
        paragraph: The number of its paragraph, from 0.
        why: Why it was not checked; None where it was.

    Example:
        >>> report = Document.from_text("Three people were hurt in the fire.")
        >>> check_text("Five people were hurt in the fire. Three people were hurt.", [report]).sentences[1]
        CheckedSentence(backed, 'Three people were hurt.', 0 findings)
    """

    span: Span
    text: str
    standing: Standing
    citations: tuple[Citation, ...] = ()
    origins: tuple[OriginId, ...] = ()
    origins_in_part: tuple[OriginId, ...] = ()
    findings: tuple[Finding, ...] = ()
    paragraph: int = 0
    why: str | None = None

    def __repr__(self) -> str:
        return describe(self, self.standing, excerpt(self.text), count(len(self.findings), "finding"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A text held against reports, sentence by sentence.

    Attributes:
        title: The title of the draft, where it has one.
        path: The file that the draft was read from; None for text.
        text: The whole draft; every span of a sentence or finding counts its characters.
        sentences: Its sentences in order; what lies between them is white space or marks alone.
        sources: The reports. Their numbers are those that the draft's `[n]` mean; `statements` counts the sentences
            that cite each.
        origins: The reports that go back to one text or newsroom.
        texts: The text of each report, by id, into which the citations point.
        signature: Version, inputs and settings.
        notes: What the reader should know: skipped files, another language, a judge.
        language: The code of the draft's language, as far as it is known.
        KINDS: The kinds of findings that there are.
        FAIL_ON: Those for which a build stops, where nothing else is said.

    Example:
        >>> check = check_text("King Charles met Xi Jinping in Beijing on Sunday.", read_documents("seeds"))
        >>> check.counts["checked"], len(check.sources)
        (1, 5)
    """

    KINDS: ClassVar[tuple[FindingKind, ...]] = FINDING_KINDS
    FAIL_ON: ClassVar[tuple[FindingKind, ...]] = FAIL_ON

    title: str | None
    path: str | None
    text: str
    sentences: tuple[CheckedSentence, ...]
    sources: tuple[Source, ...]
    origins: tuple[Origin, ...]
    texts: tuple[tuple[DocumentId, str], ...]
    signature: str
    notes: tuple[str, ...] = ()
    language: str | None = None

    def __repr__(self) -> str:
        counts = self.counts
        return describe(self, f"{counts['backed']} of {counts['checked']} sentences backed", *self.notes[:1])

    @property
    def checked(self) -> tuple[CheckedSentence, ...]:
        """The sentences that were checked."""
        return tuple(one for one in self.sentences if one.standing != "not checked")

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the draft."""
        return tuple(finding for sentence in self.sentences for finding in sentence.findings)

    @property
    def counts(self) -> dict[str, int]:
        """How many sentences there are of each standing, and how many findings of each kind.

        "checked", "backed", "backed by two origins", "in part", "contradicted", "not found", and `FINDING_KINDS`.
        """
        checked = self.checked
        standings = Counter(one.standing for one in checked)
        kinds = Counter(finding.kind for finding in self.findings)
        return {
            "checked": len(checked),
            "backed": standings["backed"],
            "backed by two origins": sum(one.standing == "backed" and len(one.origins) > 1 for one in checked),
            "in part": standings["in part"],
            "contradicted": standings["contradicted"],
            "not found": standings["not found"],
            **{kind: kinds[kind] for kind in FINDING_KINDS},
        }

    def fails(self, on: Iterable[str] = FAIL_ON) -> tuple[Finding, ...]:
        """Return the findings of some kinds: those for which a build stops.

        Args:
            on: Kinds of findings.

        Raises:
            SettingsError: a kind is none of those that there are.
        """
        kinds = (on,) if isinstance(on, str) else tuple(on)
        unknown = sorted(set(kinds) - set(FINDING_KINDS))
        if unknown:
            raise SettingsError(f"fail-on: found {unknown[0]!r}, wanted one of {', '.join(FINDING_KINDS)}.")
        return tuple(finding for finding in self.findings if finding.kind in kinds)

    def to_dict(self) -> dict[str, Any]:
        """Return the check as plain values, as the published JSON has them (schema `summarizer/check/1`).

        Example:
            >>> report = Document.from_text("Three people were hurt in the fire.")
            >>> list(check_text("Five people were hurt in the fire.", [report]).to_dict())[:3]
            ['schema', 'title', 'path']
        """
        from summarizer.model.check_codec import write_check

        return write_check(self)

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Check:
        """Make a check from what `to_dict` returned.

        Raises:
            InputError: the values break the schema, refer to something that is not in them, or hold words that do not
                stand where they are said to.
        """
        from summarizer.model.check_codec import read_check

        return read_check(record)

    def to_json(self) -> str:
        """Return the check as JSON text, the same as `render_check(check, "json")`."""
        from summarizer.model.json_text import json_text

        return json_text(self.to_dict())

    @classmethod
    def from_json(cls, text: str | bytes) -> Check:
        """Make a check from its JSON text, without loss.

        Raises:
            InputError: the text is no JSON, or as `from_dict`.

        Example:
            >>> report = Document.from_text("Three people were hurt in the fire.")
            >>> check = check_text("Five people were hurt in the fire.", [report])
            >>> Check.from_json(check.to_json()) == check
            True
        """
        from summarizer.model.json_text import parse_json
        from summarizer.model.schema import CHECK

        return cls.from_dict(parse_json(text, CHECK))

    def _repr_html_(self) -> str:
        from summarizer.renderers.check.notebook import draw_check_html

        return draw_check_html(self)

    def _repr_markdown_(self) -> str:
        from summarizer.renderers.check.notebook import draw_check_markdown

        return draw_check_markdown(self)
