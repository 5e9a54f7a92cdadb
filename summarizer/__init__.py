"""Several reports of one story in, one attributed briefing out.

>>> from summarizer import read_documents, render, summarize
>>> briefing = summarize(read_documents("seeds"), words=250)
>>> print(render(briefing, "markdown"))  # doctest: +SKIP

Read:     read_documents, iter_documents, Document, ReadSettings
Brief:    summarize, run_pipeline, Settings, trace_origins
Show:     render, render_bytes, write, explain, list_sources, FORMATS
Measure:  compare, evaluate
Records:  Briefing, Section, Point, Citation, Discrepancy, Source, Origin, Run
Errors:   SummarizerError, and what went wrong as classes of it
All:      `dir(summarizer)` lists the names, and `help(summarizer.summarize)` explains one of them
"""

from lazy_loader import attach_stub

# `__init__.pyi` tells in which file each name is: it is loaded from there when it is first used, so that to import the
# package costs next to nothing. There is no `__all__`: with it `help(summarizer)` would print thousands of lines.
__getattr__, __dir__, _ = attach_stub(__name__, __file__)

del attach_stub, _
