"""What cleaning knows of web pages: a report as lines, and the furniture of news sites by name."""

from summarizer.ingest.boilerplate.adverts import Adverts
from summarizer.ingest.boilerplate.chrome import END_OF_STORY, RULES
from summarizer.ingest.boilerplate.lines import Line, bare_end, read_lines

__all__ = ["END_OF_STORY", "RULES", "Adverts", "Line", "bare_end", "read_lines"]
