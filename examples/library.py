"""Use summarizer as a library: brief the seeds, then show what several origins tell.

Run it from the project's folder: python examples/library.py
"""

from pathlib import Path

from summarizer import Document, read_documents, render, run_pipeline, summarize

SEEDS = Path(__file__).parent.parent / "seeds"

# Reports come from files, folders, "-" for standard input …
documents = read_documents([SEEDS])
briefing = summarize(documents, words=150)
print(render(briefing, "text"))

# … or from text that you already hold.
reports = [
    *documents,
    Document.from_text(
        "Blinken, who put off a trip to China in February over a spy balloon, met Qin Gang in Beijing on Sunday.",
        id="note",
        outlet="The Example Times",
        published="2023-06-18",
    ),
]
briefing = summarize(reports, words=150, focus="balloon")

# Every point carries its citations: offsets into the report's own text.
text_of = {document.id: document.text for document in reports}
for section in briefing.sections:
    print(f"\n{section.heading}")
    for point in section.points:
        sources = ", ".join(citation.document for citation in point.citations)
        print(f"- {len(point.origins)} origin(s): {sources}: {point.text[:60]}…")
        for citation in point.citations:
            if citation.quote != text_of[citation.document][citation.span.start : citation.span.end]:
                raise ValueError("a quotation that is not the report's: this cannot happen")

# The same run with every intermediate value kept.
run = run_pipeline(reports, words=150)
best = max(run.decisions, key=lambda choice: choice.gain)
print(f"\n{len(run.sentences)} sentences, {len(run.statements)} statements, {len(run.chosen)} chosen")
print(f"covers most: {best.statement.wording.text[:60]}…")
