"""Right-to-left paragraphs and stretches of a Word document."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_FROM_THE_LEFT = "\u200e"
_STRONG = frozenset({"L", "R", "AL"})
# The schema fixes the order of what a paragraph is said to be: these come after its direction.
_AFTER = tuple(
    f"w:{name}"
    for name in "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection"
    " textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange".split()
)
# Word takes these, and not the others, for what is read from the right.
_TWINS = {"w:sz": "w:szCs", "w:b": "w:bCs"}


def is_read_from_the_right(text: str) -> bool:
    """Tell by the first letter that has a direction, as browsers do."""
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((one for one in strong if one in _STRONG), "L") != "L"


def turn(run: Run) -> None:
    """Have a stretch read from the right, with the full stop at its end on the left."""
    run.font.rtl = True
    if run.bold:
        run.font.cs_bold = True


def turn_paragraph(paragraph: Paragraph) -> None:
    """Have a paragraph begin on the right."""
    properties = paragraph._p.get_or_add_pPr()
    if properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER)


def amid(paragraph: Paragraph, text: str) -> str:
    """Mark words read from the left in a paragraph read from the right, where "(2 origins)" were "(origins 2)"."""
    properties = paragraph._p.pPr
    is_turned = properties is not None and properties.find(qn("w:bidi")) is not None
    return f"{_FROM_THE_LEFT}{text}{_FROM_THE_LEFT}" if is_turned else text


def even_out(styles: BaseOxmlElement) -> None:
    """Give what is read from the right the size and weight of what is read from the left, style by style."""
    for name, twin in _TWINS.items():
        for given in list(styles.iter(qn(name))):
            for old in given.getparent().findall(qn(twin)):
                given.getparent().remove(old)
            other = OxmlElement(twin)
            for key, value in given.attrib.items():
                other.set(key, value)
            given.addnext(other)
