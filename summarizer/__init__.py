"""Several reports of one story in, one attributed briefing out; `dir(summarizer)` lists all names.

Read:     read_documents, iter_documents, read_briefing, Document, ReadSettings
Brief:    summarize, run_pipeline, Settings, trace_origins, group_stories, run_batch
Show:     render, render_bytes, write, explain, list_sources, FORMATS
Check:    check_text, check_document, read_draft, render_check, write_check, Check
Measure:  compare, evaluate
Records:  Briefing, Section, Point, Citation, Discrepancy, Source, Origin, Run, Update, Stories, Story
>>> print(render(summarize(read_documents("seeds"), words=250), "markdown"))  # doctest: +SKIP
"""

import re
from pkgutil import get_data

from lazy_loader import attach

# `__init__.pyi` tells in which file each name is: it is loaded from there when it is first used, so that to import the
# package costs next to nothing. It is read as data, so that the package may lie in a zip archive. There is no
# `__all__`: with it `help(summarizer)` would print thousands of lines. So `from summarizer import *` gives nothing.
_files: dict[str, list[str]] = {}
for _file, _name in re.findall(
    r"^from \.(\S+) import \w+ as (\w+)$", (get_data(__name__, "__init__.pyi") or b"").decode(), re.MULTILINE
):
    _files.setdefault(_file, []).append(_name)
__getattr__, __dir__, _ = attach(__name__, submod_attrs=_files)

del attach, get_data, re, _, _file, _files, _name
