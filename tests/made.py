"""Sentences, statements and copies of reports made by hand, for tests of single stages."""

from random import Random

from summarizer import Document
from summarizer.cleaning.split_sentences import split_document
from summarizer.model import Span, Statement


def sentences_of(texts):
    """One sentence for each (document, text)."""
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


def statements_of(sentences, scores=None):
    """A statement for each sentence, in order."""
    origin_of = {sentence.document: sentence.document for sentence in sentences}
    return [
        Statement(sentences=(sentence,), origin_of=origin_of, score=scores[at] if scores else 1.0 / (at + 1))
        for at, sentence in enumerate(sentences)
    ]


def shuffled_copy(texts, name="copy", seed=1):
    """A report of some sentences in another order."""
    texts = [" ".join(text.split()) for text in texts]
    Random(seed).shuffle(texts)  # noqa: S311 - a test must repeat
    return Document(id=name, text="\n\n".join(texts))


def changed_copy(paragraphs, name="copy", seed=1, share=0.08):
    """A report of some paragraphs, a share of their words replaced by others of the same report."""
    random = Random(seed)  # noqa: S311 - a test must repeat
    words = [word for text in paragraphs for word in text.split()]

    def change(text):
        return " ".join(random.choice(words) if random.random() < share else word for word in text.split())

    return Document(id=name, text="\n\n".join(map(change, paragraphs)))


def paragraphs_of(sentences, document):
    """The paragraphs of a report, each its sentences joined."""
    found = {}
    for sentence in sentences:
        if sentence.document == document:
            found.setdefault(sentence.paragraph, []).append(" ".join(sentence.text.split()))
    return [" ".join(texts) for texts in found.values()]
