"""Sentences and statements made by hand, for tests of single stages."""

from summarizer import Document
from summarizer.ingest import split_document
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
