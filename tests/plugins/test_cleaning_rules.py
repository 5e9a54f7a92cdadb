"""Cleaning rules from outside: applied where they are named, on what our own rules keep."""

import numpy as np
import pytest

from summarizer import Document, PluginError, ReadSettings, SettingsError, read_documents, register_cleaning_rule
from summarizer.readers.documents import prepare_document

FIRST = "The minister said on Monday that the talks in Beijing had gone well for both sides of the table."
LAST = "Dateline Daily is a newspaper that has been printed in the town of Beijing for a hundred years by now."
TEXT = f"# Talks go well\n\n{FIRST}\n\n- {LAST}\n\nShare this article\n"


def is_about_us(line):
    return line.text.startswith("Dateline Daily")


def stories(documents):
    return [[span.of(one.text) for span in one.kept] for one in documents]


def reasons(document, *names):
    return [(one.span.of(document.text), one.rule) for one in document.dropped if one.rule in names]


@pytest.fixture
def path(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path / "a.txt"


def test_a_rule_drops_lines_where_it_is_named(path):
    register_cleaning_rule("about the paper", is_about_us)
    assert stories(read_documents([path])) == [[FIRST, LAST]]
    (document,) = read_documents([path], ReadSettings(cleaning_rules=("about the paper",)))
    assert stories([document]) == [[FIRST]]
    assert reasons(document, "about the paper", "list mark") == [("- ", "list mark"), (LAST, "about the paper")]
    starts = [one.span.start for one in document.dropped]
    assert starts == sorted(starts)


def test_a_rule_sees_what_ours_keep_and_no_more(path):
    seen = []
    register_cleaning_rule("all", lambda line: bool(seen.append((line.index, line.text))))
    read_documents([path], ReadSettings(cleaning_rules=("all",)))
    assert seen == [(1, FIRST), (2, LAST)]


def test_a_report_that_is_clean_already_is_held_against_rules_too(path):
    register_cleaning_rule("about the paper", is_about_us)
    (document,) = read_documents([path])
    again = prepare_document(document, rules=("about the paper",))
    assert again == read_documents([path], ReadSettings(cleaning_rules=("about the paper",)))[0]
    assert prepare_document(again, rules=("about the paper",)) == again


def test_the_first_rule_that_meets_gives_the_reason(path):
    register_cleaning_rule("one", is_about_us)
    register_cleaning_rule("other", lambda _: True)
    (document,) = read_documents([path], ReadSettings(cleaning_rules=("one", "other")))
    assert reasons(document, "one", "other") == [(FIRST, "other"), (LAST, "one")]


def test_spans_that_cross_lines_stay(path):
    (document,) = read_documents([path])
    register_cleaning_rule("all", lambda _: True)
    whole = prepare_document(
        Document(id="a", text=TEXT, kept=(document.kept[0].__class__(start=0, end=len(TEXT)),)), rules=("all",)
    )
    assert len(whole.kept) == 1


def test_ours_may_be_named(path):
    assert read_documents([path], ReadSettings(cleaning_rules=("menu",))) == read_documents([path])


def test_a_rule_that_is_nowhere_is_told_before_anything_is_read():
    with pytest.raises(SettingsError, match=r"no cleaning rule 'x' is installed or registered \(there are: none"):
        read_documents(["nowhere"], ReadSettings(cleaning_rules=("x",)))
    register_cleaning_rule("about the paper", is_about_us)
    with pytest.raises(
        SettingsError, match=r"no cleaning rule 'x' is installed or registered \(there are: about the paper\)"
    ):
        read_documents(["nowhere"], ReadSettings(cleaning_rules=("x",)))


@pytest.mark.parametrize("names", ["about", ["about"], ("",), (3,), None])
def test_rules_are_named_in_a_tuple(names):
    with pytest.raises(SettingsError, match=r"ReadSettings\.cleaning_rules: found .*, wanted a tuple of names"):
        ReadSettings(cleaning_rules=names)


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (lambda _: None, "returned NoneType for line 1 of a, wanted True or False"),
        (lambda line: line.text[999], "raised IndexError for line 1 of a: string index out of range"),
    ],
)
def test_a_rule_that_fails_is_named_with_the_line(rule, message, path):
    register_cleaning_rule("bad", rule)
    with pytest.raises(PluginError) as caught:
        read_documents([path], ReadSettings(cleaning_rules=("bad",)))
    start = "cleaning rule 'bad' (registered from Python; summarizer.cleaning_rules): "
    assert str(caught.value) == f"{start}{message}; correct it."


def test_a_rule_may_return_a_bool_of_numpy(path):
    register_cleaning_rule("about the paper", lambda line: np.array([is_about_us(line)]).any())
    assert stories(read_documents([path], ReadSettings(cleaning_rules=("about the paper",)))) == [[FIRST]]
    register_cleaning_rule("one", lambda _: np.int64(1))
    with pytest.raises(PluginError, match=r"'one' .*: returned int64 for line 1 of a, wanted True or False"):
        read_documents([path], ReadSettings(cleaning_rules=("one",)))


def test_a_rule_of_ours_keeps_its_name():
    with pytest.raises(PluginError, match=r"'menu' .*: the name is one of summarizer's own"):
        register_cleaning_rule("menu", is_about_us)


def test_a_rule_that_two_packages_claim_is_refused_where_it_is_named(install):
    install(cleaning_rules=["about = tiny_plugins:rule"])
    install(name="tiny-others", cleaning_rules=["about = tiny_others:rule"])
    with pytest.raises(PluginError, match=r"'about' .* is taken \(package tiny-\w+ 1\.0\)"):
        read_documents(["nowhere"], ReadSettings(cleaning_rules=("about",)))
    wanted = r"no cleaning rule 'x' is installed or registered \(there are: none\)\. Not in use: cleaning rule 'about'"
    with pytest.raises(SettingsError, match=wanted):
        read_documents(["nowhere"], ReadSettings(cleaning_rules=("x",)))
