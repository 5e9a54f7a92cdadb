"""Make the table of English antonyms out of the database files of WordNet 3.1.

    python -m tools.build_antonyms path/to/wordnet/dict

The folder holds `data.verb`, `data.adj`, `data.adv` and `data.noun`. The same files always give the same table: the
pairs of lemmas that an antonym pointer ties, single words in small letters only, each pair once, in the order of the
alphabet. The licence that heads each data file is written beside the table.

`--synonyms` prints the pairs that synonyms would add instead, for a look at how many of them hold: every word of the
one synset with every word of the other, for verbs and adjectives. Of a hundred drawn at random about twenty did not
("dress peel", "back look", "feature miss"), so the table has none of them.
"""

import argparse
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parents[1] / "summarizer" / "languages" / "data"
TABLE = DATA / "en" / "antonyms.toml"
LICENCE = DATA / "WORDNET-LICENSE.txt"
PARTS = ("verb", "adj", "adv", "noun")
WIDENED = ("verb", "adj")
LEFT_OUT = frozenset("all no some have being out".split())  # as these stand in news, they say no opposites
PAIRS = "pairs = '''\n"  # the key that the pairs stand under; what stands above it is written by hand


class Synset(NamedTuple):
    words: list[str]
    antonyms: list[tuple[str, int, int]]  # the place of the other synset, and the words tied, from 1; 0 is all


def synsets_of(path: Path) -> dict[str, Synset]:
    """The synsets of a data file by their places in it."""
    found = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * at].partition("(")[0] for at in range(count)]
        at = 4 + 2 * count
        pointers = [fields[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(fields[at]))]
        antonyms = [(place, *bytes.fromhex(ties)) for sign, place, _, ties in pointers if sign == "!"]
        found[fields[0]] = Synset(words, antonyms)
    return found


def pairs_of(synsets: dict[str, Synset], *, widened: bool = False) -> Iterator[tuple[str, str]]:
    """The words that antonym pointers tie; widened, all words of their synsets with one another."""
    for synset in synsets.values():
        for place, own, other in synset.antonyms:
            ours = synset.words if widened or not own else synset.words[own - 1 : own]
            theirs = synsets[place].words if widened or not other else synsets[place].words[other - 1 : other]
            yield from ((min(pair), max(pair)) for pair in product(ours, theirs) if is_pair(*pair))


def is_pair(one: str, other: str) -> bool:
    return one != other and is_plain(one) and is_plain(other)


def is_plain(word: str) -> bool:
    return word.isascii() and word.isalpha() and word.islower() and len(word) > 1 and word not in LEFT_OUT


def licence_of(path: Path) -> str:
    """The licence at the head of a data file, without its line numbers."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line.startswith("  ")]
    return "\n".join(line.strip().partition(" ")[2].strip() for line in lines).strip() + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--synonyms", action="store_true")
    arguments = parser.parse_args()
    synsets = {part: synsets_of(arguments.folder / f"data.{part}") for part in PARTS}
    pairs = {pair for part in PARTS for pair in pairs_of(synsets[part])}
    if arguments.synonyms:
        added = {pair for part in WIDENED for pair in pairs_of(synsets[part], widened=True)} - pairs
        print("\n".join(map(" ".join, sorted(added))))
        return
    lines = "".join(f"{one} {other}\n" for one, other in sorted(pairs))
    TABLE.write_text(f"{TABLE.read_text('utf-8').partition(PAIRS)[0]}{PAIRS}{lines}'''\n", "utf-8")
    LICENCE.write_text(licence_of(arguments.folder / "data.verb"), "utf-8")


if __name__ == "__main__":
    main()
