"""What robots.txt says, case by case of RFC 9309."""

import time

import pytest

from summarizer.readers.web.robots import Robots

FORBIDS = {
    "the longest rule": ("User-agent: *\nAllow: /\nDisallow: /private", "/private/a"),
    "wildcard and end": ("User-agent: *\nDisallow: /*.html$", "/a.html"),
    "wildcard alone": ("User-agent: *\nDisallow: *", "/a"),
    "wildcard within": ("User-agent: *\nDisallow: /a*/c", "/a/b/b/c/d"),
    "joined groups": ("User-agent: summarizer\nDisallow: /a\n\nUser-agent: summarizer\nDisallow: /b", "/b"),
    "joined groups of all": (
        "User-agent: *\nDisallow: /a\nUser-agent: x\nDisallow:\nUser-agent: *\nDisallow: /b",
        "/b",
    ),
    "joined groups of a name, the first rule": (
        "User-agent: summarizer\nDisallow: /a\n\nUser-agent: summarizer\nDisallow: /b",
        "/a",
    ),
    "of an end and none the end": ("User-agent: *\nAllow: /a\nDisallow: /a$", "/a"),
    "several names": ("User-agent: x\nUser-agent: summarizer\nDisallow: /a", "/a"),
    "a name after an empty line": ("User-agent: x\n\nUser-agent: summarizer\nDisallow: /a", "/a"),
    "a site map between names": ("User-agent: summarizer\nSitemap: http://x/s\nUser-agent: x\nDisallow: /a", "/a"),
    "a site map between rules": ("User-agent: *\nSitemap: http://x/s\nDisallow: /a", "/a"),
    "capitals": ("USER-AGENT: Summarizer\nDISALLOW: /a", "/a"),
    "a version": ("User-agent: summarizer/1.0\nDisallow: /a", "/a"),
    "comments and spaces": ("# x\n  User-agent : * # all\n Disallow : /a # this", "/a"),
    "a mark at its head": ("\ufeffUser-agent: *\nDisallow: /a", "/a"),
    "old ends of lines": ("User-agent: *\rDisallow: /a", "/a"),
    "a query": ("User-agent: *\nDisallow: /a?b=", "/a?b=1"),
    "a query by wildcard": ("User-agent: *\nDisallow: /*?", "/a?b"),
    "letters": ("User-agent: *\nDisallow: /é", "/%C3%A9"),
    "letters in percent signs": ("User-agent: *\nDisallow: /%c3%a9", "/%C3%A9"),
    "plain letters in percent signs": ("User-agent: *\nDisallow: /%61", "/a"),
    "a dollar within": ("User-agent: *\nDisallow: /a$b", "/a$b"),
    "a star that is meant": ("User-agent: *\nDisallow: /a%2Ab", "/a*b"),
    "all": ("User-agent: *\nDisallow: /", "/"),
    "own group before all": ("User-agent: *\nAllow: /\n\nUser-agent: summarizer\nDisallow: /", "/a"),
}
ALLOWS = {
    "nothing": ("", "/a"),
    "an empty rule": ("User-agent: *\nDisallow:", "/a"),
    "the longer one": ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c"),
    "of equals the kind one": ("User-agent: *\nDisallow: /a\nAllow: /a", "/a"),
    "the longer wildcard": ("User-agent: *\nDisallow: /a\nAllow: /a*.html$", "/a/b.html"),
    "an end that is not there": ("User-agent: *\nDisallow: /*.html$", "/a.html?b"),
    "an exact end": ("User-agent: *\nDisallow: /a$", "/ab"),
    "a part that is not there": ("User-agent: *\nDisallow: /a*/c", "/a/b"),
    "one part for two": ("User-agent: *\nDisallow: /*bc*bc*d", "/abcd"),
    "what overlaps": ("User-agent: *\nDisallow: /ab*bc$", "/abc"),
    "capitals in a path": ("User-agent: *\nDisallow: /A", "/a"),
    "the middle of a path": ("User-agent: *\nDisallow: /b", "/a/b"),
    "rules without a name": ("Disallow: /", "/a"),
    "another name that begins alike": ("User-agent: summarizerbot\nDisallow: /", "/a"),
    "a part of the name": ("User-agent: sum\nDisallow: /", "/a"),
    "own group, empty": ("User-agent: *\nDisallow: /\n\nUser-agent: summarizer\nDisallow:", "/a"),
    "own group without a rule": ("User-agent: *\nDisallow: /\n\nUser-agent: summarizer", "/a"),
    "itself": ("User-agent: *\nDisallow: /", "/robots.txt"),
    "a slash that is meant": ("User-agent: *\nDisallow: /a/b", "/a%2Fb"),
    "a page of errors": ("<html><body>Disallow: /</body></html>", "/a"),
}


@pytest.mark.parametrize(("text", "path"), FORBIDS.values(), ids=FORBIDS)
def test_it_forbids(text, path):
    assert not Robots(text, "summarizer").may_fetch(f"https://a.example{path}")


@pytest.mark.parametrize(("text", "path"), ALLOWS.values(), ids=ALLOWS)
def test_it_allows(text, path):
    assert Robots(text, "summarizer").may_fetch(f"https://a.example{path}")


def test_a_name_is_one_in_any_case():
    assert not Robots("User-agent: summarizer\nDisallow: /a", "Summarizer").may_fetch("https://a.example/a")


@pytest.mark.parametrize("rule", ["/" + "*a" * 100_000 + "$", "/" + "a" * 200_000, "*" * 200_000 + "b"], ids=range(3))
def test_long_rules_and_addresses_take_little_time(rule):
    start = time.process_time()
    Robots(f"User-agent: *\nDisallow: {rule}", "summarizer").may_fetch("https://a.example/" + "a" * 100_000)
    assert time.process_time() - start < 5
