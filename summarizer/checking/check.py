"""Checks a draft against reports: the calls, and how their findings become a `Check`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from summarizer.api import ask
from summarizer.briefing.citations import describe_source, number_origin
from summarizer.briefing.judge_note import remark_on_judge
from summarizer.briefing.sourcing_note import sign_briefing
from summarizer.checking.drafts import split_draft
from summarizer.checking.findings import FOREIGN, check_sentences
from summarizer.checking.held_reports import HeldReports
from summarizer.checking.references import number_reports
from summarizer.errors import InputError
from summarizer.model import Check, CheckedSentence, Document
from summarizer.model.text import count
from summarizer.nlp.language_detection import vote_language
from summarizer.nlp.lexical_relations import knows_synonyms
from summarizer.nlp.tokens import words_of
from summarizer.pipeline import date_without_briefing, find_provenance, open_run, split_reports
from summarizer.pipeline_state import RunState
from summarizer.settings import Settings
from summarizer.statements.entailment import is_fitted_for
from summarizer.statements.judges import Judge

LONGEST_DRAFT = 1_000_000  # characters of a draft: a book of 400 pages; the time grows with them
_VERBATIM = "stands all but word for word in a report"
Progress = Callable[[str], None] | None


def check_text(
    text: str,
    documents: Iterable[Document],
    settings: Settings | None = None,
    *,
    language: str | None = None,
    judge: str | Judge | None = None,
    progress: Progress = None,
) -> Check:
    """Check a text against reports, sentence by sentence.

    Args:
        text: A memo, a model's answer, an older briefing: whatever claims to rest on the reports.
        documents: The reports, from `read_documents` or built from text.
        settings: The judge of what says a sentence, and its limits; the rest of them matters for briefings alone.
        language: Code of the language of the text, and of reports that do not tell theirs.
        judge: What judges which passages say a sentence: a name, or a function (`Judge`). An endpoint needs its model,
            too: `Settings(judge="https://…", judge_model="…")`.
        progress: Called with a line of text as each stage begins.

    Returns:
        Each sentence with the reports that say it, and what none of them bears out.

    Raises:
        EmptyInputError: no report holds a sentence.
        InputError: the text holds no sentence, or more than a million characters; two reports have one id.

    Example:
        >>> check = check_text("Blinken met Qin Gang on Monday, June 19.", read_documents("seeds"))
        >>> check
        Check(0 of 1 sentences backed)
    """
    if not isinstance(text, str):
        raise InputError(f"text: found {type(text).__name__}, wanted str; check_document takes a Document.")
    name = "draft-" + sha256(text.encode(errors="surrogatepass")).hexdigest()[:12]
    draft = Document(id=name, text=text, language=language)
    return check_document(draft, documents, settings, language=language, judge=judge, progress=progress)


def check_document(
    draft: Document,
    documents: Iterable[Document],
    settings: Settings | None = None,
    *,
    language: str | None = None,
    judge: str | Judge | None = None,
    progress: Progress = None,
) -> Check:
    """Check a draft that was read from a file, as `check_text` checks a text.

    Args:
        draft: The draft, from `read_draft`.
        documents: The reports. The draft itself is left out where it is among them.
        settings: As `check_text` takes it.
        language: As `check_text` takes it.
        judge: As `check_text` takes it.
        progress: As `check_text` takes it.

    Returns:
        The check; its spans count the characters of `draft.text`.

    Raises:
        EmptyInputError, InputError: as `check_text` does.

    Example:
        >>> draft = read_draft("examples/memo.md")
        >>> check_document(draft, read_documents(["examples/earthquake"])).counts["checked"]
        7
    """
    if isinstance(documents, Document):
        raise InputError("documents: found a Document, wanted several; give a list.")
    settings = ask(settings, language=language, judge=judge)
    draft = replace(draft, language=draft.language or language)
    _refuse(draft)
    reports, notes = _without_draft(draft, documents)
    return _check(draft, reports, settings, notes, progress)


def _refuse(draft: Document) -> None:
    """Raise an error where a draft has no text or too much of it."""
    if not draft.text.strip():
        raise InputError(f"{draft.path or draft.id}: found no text, wanted a draft.", path=draft.path)
    if len(draft.text) > LONGEST_DRAFT:
        raise InputError(
            f"{draft.path or draft.id}: found a draft of {len(draft.text):,} characters, wanted at most"
            f" {LONGEST_DRAFT:,}; part it, and check each part.",
            path=draft.path,
        )


def _without_draft(draft: Document, documents: Iterable[Document]) -> tuple[list[Document], list[str]]:
    """The reports but for the draft itself, and a note where it was among them."""
    reports, notes = [], []
    words = draft.text.split()
    for document in documents:
        if document.text.split() == words:
            notes.append(f"{document.path or document.id} is the draft itself, and was not taken as its source.")
        else:
            reports.append(document)
    if not reports and notes:
        raise InputError("Check: found the draft alone among the reports, wanted reports beside it.")
    return reports, notes


def _check(
    draft: Document, documents: Sequence[Document], settings: Settings, notes: Sequence[str], progress: Progress
) -> Check:
    state = open_run(map(_in_its_language, documents), settings, progress)
    split_reports(state)
    find_provenance(state)
    date_without_briefing(state)
    language = _language_of(draft, state)
    parted = split_draft(draft, language)
    if not parted.sentences:
        raise InputError(f"{draft.path or draft.id}: found no sentence, wanted at least one.", path=draft.path)
    reports = HeldReports.open(state, number_reports(state.given, parted.lists), language)
    state.tell(f"checking {len(parted.sentences)} sentences")
    sentences = tuple(check_sentences(parted, reports))
    cited = Counter(citation.document for sentence in sentences for citation in sentence.citations)
    number_of = reports.number_of
    return Check(
        title=draft.title,
        language=language,
        path=draft.path,
        text=draft.text,
        sentences=sentences,
        sources=tuple(
            describe_source(document, number, state.origin_of.get(document.id), state.dated, cited[document.id])
            for number, document in reports.numbering.reports.items()
        ),
        origins=tuple(number_origin(origin, number_of) for origin in state.origins),
        texts=tuple((document.id, document.text) for document in reports.numbering.reports.values()),
        signature=sign_briefing((*state.usable, draft), settings, reports.judging.judged, has_length=False),
        notes=(*notes, *_remarks(sentences, reports), *remark_on_judge(settings, reports.judging.judged)),
    )


def _in_its_language(document: Document) -> Document:
    """A report with the language that its words tell, where it does not."""
    told = None if document.language else vote_language(words_of(document.text))
    return replace(document, language=told) if told else document


def _language_of(draft: Document, state: RunState) -> str:
    """The language of a draft: that which it states or shows, else the one that all reports are in."""
    known = draft.language or vote_language(words_of(draft.text))
    theirs = {sentence.language for sentence in state.corpus.sentences}
    return known or (theirs.pop() if len(theirs) == 1 else None) or state.settings.language


def _remarks(sentences: Sequence[CheckedSentence], reports: HeldReports) -> Iterator[str]:
    """What a reader of the check should know."""
    language = reports.language
    foreign = sum(one.why == FOREIGN for one in sentences)
    if foreign:
        yield f"{count(foreign, 'sentence')} of the draft not checked: {FOREIGN}."
    elif not is_fitted_for(language):
        backing = "one sentence of a report says in full" if knows_synonyms(language) else _VERBATIM
        yield f"In the language {language!r} only what {backing} is found to be backed; names are not looked up."
    for document in reports.state.given:
        if document.skipped:
            yield f"{document.path or document.id} was not read: {document.skipped}"
    strange = sorted(reports.numbering.strange)
    if strange:
        numbers = ", ".join(f"[{number}]" for number in strange)
        yield f"Sources of the draft that are none of the reports given, and are not checked: {numbers}."
    if any(one.why not in (None, FOREIGN) for one in sentences):
        yield (
            "Headings without a verb, headlines of reports, fragments, questions, rows of tables, lines that lead to"
            " what follows, and lists of sources are not checked."
        )
