"""What is found is told in the words of the draft, its marks of format and of sources included."""

import pytest

from summarizer.model.check_references import check_check
from tests.checking.held import check, report

REPORT = report("Forty people protested yesterday, said a clerk. “Nobody was left behind in the end,” said Ida Holm.")
NAMES = ("Lena `Ort`", "Lena *Ort*", "Lena [1] Ort", "Lena [Ort](https://ort.example)")
QUOTATIONS = ("Nobody *is* left behind", "Nobody was `left` [1] at the end", "All were *lost* `at` sea that [2] day")


@pytest.mark.parametrize(
    "text",
    [
        *(f"Forty people protested yesterday, said the clerk {name} of the Port Authority." for name in NAMES),
        *(f"“{quotation},” said Ida Holm of the ferry." for quotation in QUOTATIONS),
    ],
)
def test_the_words_of_a_finding_are_those_of_the_draft_with_its_marks(text):
    made = check(text, REPORT)
    assert made.findings
    assert [one.words for one in made.findings] == [one.span.of(text) for one in made.findings]
    check_check(made)
