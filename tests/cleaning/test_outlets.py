import pytest

from summarizer import Document
from summarizer.readers.documents import prepare_document

STORY = (
    "\n\nThe bank agreed on Sunday to buy its old rival for three billion francs, it said in the evening."
    "\n\nIts shares fell by a quarter last week in spite of a loan from the central bank of the country."
)
LINES = {
    "outlet above the day": ("Financial Dispatch\n19 March 2023 17:42", "Financial Dispatch", None),
    "outlet, day and author in one line": (
        "*The Alpine Gazette, 20 March 2023, by Nora Keller*",
        "The Alpine Gazette",
        "Nora Keller",
    ),
    "author above the outlet": ("By Tomas Reid\nMeridian Post\n10 September 2023", "Meridian Post", "Tomas Reid"),
    "an agency is no outlet": ("By Tomas Reid, Associated Press\n10 September 2023", None, "Tomas Reid"),
}


@pytest.mark.parametrize(("lines", "outlet", "author"), LINES.values(), ids=LINES)
def test_a_line_of_outlet_day_and_author_is_read_whatever_their_order(lines, outlet, author):
    document = prepare_document(Document(id="a", text=f"Bank to buy rival in rescue\n\n{lines}{STORY}"), "en")
    assert (document.outlet, document.author) == (outlet, author)
