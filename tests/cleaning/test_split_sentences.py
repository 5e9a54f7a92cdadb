import pytest

from summarizer import Document
from summarizer.cleaning.split_sentences import split_document, split_documents
from summarizer.model import Span

# A paragraph, and who says each of its sentences.
PARAGRAPHS = {
    "“We agree,” said Jane Roe. “It is a good day for us all.”": ["Jane Roe", "Jane Roe"],
    "“It is a good day for us all.” Jane Roe told reporters that more talks would follow.": ["Jane Roe", "Jane Roe"],
    "Jane Roe said that talks would follow. “It is a good day for us all,” she said.": ["Jane Roe", "Jane Roe"],
    "Jane Roe said that talks would follow. John Doe said that they would not. “It is a good day,” she said.": [
        "Jane Roe", "John Doe", None,
    ],
    "“It is a good day for us all,” he said.": [None],
    "A friend came by, according to the story. “It is a good day for us all,” he said.": ["the story", None],
    "Talks would follow in the autumn. “It is a good day for us all.”": [None, None],
    "“We will meet again. It will be in the autumn. There is much to say,” Jane Roe said.": ["Jane Roe"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PARAGRAPHS.items())
def test_speakers_of_a_paragraph(text, wanted):
    document = Document(id="a", text=text, kept=(Span(start=0, end=len(text)),))
    assert [sentence.speaker for sentence in split_document(document, "en")[0]] == wanted


ENGLISH = "The minister said that the talks would go on and that she had been told of it."
GERMAN = "Die Ministerin sagte, dass die Gespräche weitergehen und sie nicht von der Polizei gehört habe."


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        (f"{ENGLISH} {ENGLISH}", "en", ["en", "en"]),
        (f"{GERMAN} {GERMAN}", "de", ["de", "de"]),
        (f"{GERMAN} {GERMAN}", "en", [None, None]),
        (f"{ENGLISH} {ENGLISH} {GERMAN} {ENGLISH}", "en", ["en", "en", None, "en"]),
        (f"{GERMAN} {GERMAN} Das ist gut.", "en", [None, None, None]),
        (ENGLISH, "it", [None]),
        (ENGLISH, "sv", [None]),
        ("La ministra ha detto che le discussioni proseguono e che non è stata informata.", "it", ["it"]),
        ("Ministern sade att samtalen fortsätter och att hon inte har informerats.", "sv", [None]),
        ("Fine talks.", "en", ["en"]),
    ],
)
def test_tables_apply_to_what_is_in_the_language_assumed(text, language, wanted):
    document = Document(id="a", text=text, kept=(Span(start=0, end=len(text)),))
    assert [sentence.language for sentence in split_document(document, language)[0]] == wanted


def test_reports_split_together_are_those_split_one_by_one_and_their_ids_run_on():
    texts = [*PARAGRAPHS, f"{ENGLISH} {GERMAN}", GERMAN]
    languages = [*["en"] * (len(texts) - 1), "de"]
    reports = [
        (Document(id=str(at), text=text, kept=(Span(start=0, end=len(text)),)), language)
        for at, (text, language) in enumerate(zip(texts, languages, strict=True))
    ]
    together = split_documents(reports, first_id=3)
    alone = []
    for document, language in reports:
        first_id = 3 + sum(len(found) for found, _ in alone)
        alone.append(split_document(document, language, first_id=first_id))
    assert together == alone
    ids = [sentence.id for found, _ in together for sentence in found]
    assert ids == list(range(3, 3 + len(ids))) and len(ids) > len(texts)
