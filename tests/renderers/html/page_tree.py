"""Reads a page as a browser does: html5lib's strict parser, and what the tests ask of the tree."""

from html5lib import HTMLParser, treebuilders

XHTML = "{http://www.w3.org/1999/xhtml}"


def read_page(page):
    """The tree of a page; what HTML calls a parse error is an error here."""
    parser = HTMLParser(tree=treebuilders.getTreeBuilder("etree"), strict=True)
    return parser.parse(page)


def elements(tree, name):
    return list(tree.iter(XHTML + name))


def words_of(element):
    return " ".join("".join(element.itertext()).split())


def shape_of(tree):
    """Every element with the names of its attributes, in order: what no report's words may change."""
    return [(element.tag, tuple(sorted(element.attrib))) for element in tree.iter() if isinstance(element.tag, str)]


def ids_of(tree):
    return [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]


def passage_of(tree, name):
    """The words of a passage, from all its pieces."""
    pieces = [mark for mark in elements(tree, "mark") if mark.attrib.get("data-c") == name]
    return " ".join("".join("".join(piece.itertext()) for piece in pieces).split())
