"""Builds sentences, statements and copies of reports, for tests of single stages."""

from random import Random

from summarizer import Document
from summarizer.cleaning.split_sentences import split_document
from summarizer.model import Span, Statement


def build_sentences(texts):
    """Return a sentence for each pair of a report's name and a text; the texts of one report follow each other."""
    made = []
    positions = {}
    for document, text in texts:
        whole = Document(id=document, text=text, kept=(Span(start=0, end=len(text)),))
        sentence = split_document(whole, "en", first_id=len(made))[0][0]
        position = positions.get(document, 0)
        positions[document] = position + 1
        made.append(
            type(sentence)(**{name: getattr(sentence, name) for name in sentence.__slots__} | {"position": position})
        )
    return tuple(made)


def build_statements(sentences, scores=None):
    """Return a statement for each sentence, in order; each report is an origin of its own."""
    origin_of = {sentence.document: sentence.document for sentence in sentences}
    return [
        Statement(sentences=(sentence,), origin_of=origin_of, score=scores[at] if scores else 1.0 / (at + 1))
        for at, sentence in enumerate(sentences)
    ]


def shuffled_copy(texts, name="copy", seed=1):
    """Return a report that holds some texts in another order, each a paragraph."""
    texts = [" ".join(text.split()) for text in texts]
    Random(seed).shuffle(texts)  # noqa: S311 - a test must repeat
    return Document(id=name, text="\n\n".join(texts))


def changed_copy(paragraphs, name="copy", seed=1, share=0.08):
    """Return a report of some paragraphs, in which a share of the words is replaced by others of the same report."""
    random = Random(seed)  # noqa: S311 - a test must repeat
    words = [word for text in paragraphs for word in text.split()]

    def change(text):
        return " ".join(random.choice(words) if random.random() < share else word for word in text.split())

    return Document(id=name, text="\n\n".join(map(change, paragraphs)))


def paragraphs_of(sentences, document):
    """Return the paragraphs of a report as texts, each of its sentences joined by blanks."""
    found = {}
    for sentence in sentences:
        if sentence.document == document:
            found.setdefault(sentence.paragraph, []).append(" ".join(sentence.text.split()))
    return [" ".join(texts) for texts in found.values()]
