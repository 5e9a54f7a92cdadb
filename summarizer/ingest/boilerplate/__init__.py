"""What cleaning knows of web pages: a report as lines, and the furniture of news sites by name."""

from summarizer.ingest.boilerplate.chrome import ADDRESSED, END_OF_STORY, RULES, SPONSORED
from summarizer.ingest.boilerplate.lines import Line, read_lines

__all__ = ["ADDRESSED", "END_OF_STORY", "RULES", "SPONSORED", "Line", "read_lines"]
