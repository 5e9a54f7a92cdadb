import re
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer import MissingExtraError, read_documents
from summarizer.about import install_command

FILES = Path(__file__).parents[1] / "cases" / "kinds"
SENTENCE = "The minister said on Monday that the talks in Beijing had gone well for both of the countries."
NEEDED = {
    "seeds_docx/003.docx": ("docx", "docx"),
    "libreoffice.odt": ("defusedxml.ElementTree", "odt"),
    "libreoffice.rtf": ("striprtf", "rtf"),
    "pandoc.epub": ("defusedxml.ElementTree", "epub"),
    "columns.pdf": ("pypdf", "pdf"),
    "pelican.rss": ("feedparser", "feeds"),
    "wget.warc.gz": ("warcio.archiveiterator", "warc"),
}


@pytest.mark.parametrize("name", NEEDED)
def test_a_kind_whose_reader_is_not_installed_says_what_to_install(monkeypatch, tmp_path, name):
    module, extra = NEEDED[name]
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=re.escape(install_command(extra))):
        read_documents(FILES / name)
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / Path(name).name).write_bytes((FILES / name).read_bytes())
    documents = read_documents(tmp_path)  # in a folder it does not cost the others
    assert sum(install_command(extra) in (document.skipped or "") for document in documents) == 1


def test_other_kinds_are_read_without_any_extra():
    missing = "feedparser docx pypdf striprtf defusedxml warcio pyarrow backports.zstd httpcore".split()
    script = (
        f"import sys; sys.modules.update(dict.fromkeys({missing!r}))\n"
        "from summarizer import read_documents\n"
        f"print(*[document.kind for document in read_documents([{str(FILES / 'mutt.mbox')!r}, "
        f"{str(FILES / 'columns.txt')!r}, {str(FILES / 'seeds_eml')!r}])])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(run.stdout.split()) == {"mail", "text"}


def test_addresses_need_an_extra(monkeypatch, tmp_path):
    from summarizer import ReadSettings

    monkeypatch.setitem(sys.modules, "httpcore", None)
    with pytest.raises(MissingExtraError, match=re.escape(install_command("web"))):
        read_documents("https://a.example/", ReadSettings(cache=str(tmp_path)), network=True)
