"""Pages that tell of no event: what they say is background, not news."""

from __future__ import annotations

import pytest

from summarizer import Document, Settings, run_pipeline

FEVER = """Marsh fever is a disease caused by a bacterium that ticks carry from small animals to people.
Marsh fever occurs in wet lowlands, and most cases of marsh fever appear between April and August.
The usual symptoms of marsh fever include fever, headache, vomiting and red eyes in most patients.
The fever responds well to common drugs if doctors give these drugs to patients within five days.
Without drugs the fever can damage the lungs, the kidneys and the heart of patients of any age.
People who walk through tall grass in wet lowlands can avoid ticks with long trousers and boots.
Ticks feed on deer, mice and dogs, and a tick needs ten hours on the skin to pass the bacterium on."""

OUTBREAK = """Twelve hikers were taken to hospital in Velm on Monday with marsh fever after a walk through the lowlands.
Two of the hikers died on Tuesday night, the hospital said, and four remained in danger.
The town closed the lowland paths on Tuesday and told dog owners to keep their animals at home.
"We gave the drugs within two days, but the fever had reached the lungs," said Mara Lind, a doctor at the hospital.
The last outbreak of marsh fever in Velm was in 1998, when nine farmers fell ill and three died.
Health officials said on Wednesday that they had found ticks with the bacterium on deer near the town.
The walking club said it was asking all members who took part in the walk to see a doctor."""


@pytest.mark.parametrize("page_first", [True, False])
def test_a_page_that_tells_of_no_event_neither_leads_nor_fills_a_briefing(page_first):
    page = Document(id="page", text=FEVER, title="Marsh fever")
    report = Document(id="report", text=OUTBREAK, title="Marsh fever kills two hikers in Velm")
    found = run_pipeline([page, report] if page_first else [report, page], Settings(words=80))
    documents = [point.citations[0].document for point in found.briefing.points]
    assert documents[0] == "report"
    assert documents.count("page") <= 1
