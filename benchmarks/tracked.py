"""What a Word file with tracked changes says of two versions: words marked, moves, what was kept.

As Word reads it, a paragraph mark that was inserted splits a paragraph, and one that was deleted
merges two.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from lxml import etree

from benchmarks.truth import Pair

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = frozenset({f"{W}t", f"{W}delText"})
OUT = frozenset({f"{W}del", f"{W}moveFrom"})
IN = frozenset({f"{W}ins", f"{W}moveTo"})
MOVES = frozenset({f"{W}moveFrom", f"{W}moveTo"})
NOWHERE = -1

WORD = re.compile(r"\w+")
_Stretch = tuple[str, frozenset[str], str]  # text, the changes it stands in, the name of its move


def words(text: str) -> int:
    """Return how many words a text has, numbers among them."""
    return sum(1 for _ in WORD.finditer(text))


@dataclass(slots=True)
class Tracked:
    """What the changes say.

    Args:
        old: the paragraphs with every change rejected.
        new: the paragraphs with every change accepted.
        marked: words marked as inserted or deleted.
        shifted: words marked as moved away or moved here.
        stretches: stretches of text that are marked as inserted or deleted.
        kept: words kept from an old paragraph in a new one, by their places from 0.
        gone: old places of what is marked as moved away, by the name of the move; by its text
            where moves have no names.
        come: new places of what is marked as moved here, likewise.
    """

    old: list[str] = field(default_factory=lambda: [""])
    new: list[str] = field(default_factory=lambda: [""])
    marked: int = 0
    shifted: int = 0
    stretches: int = 0
    kept: Counter[Pair] = field(default_factory=Counter)
    gone: dict[str, list[int]] = field(default_factory=dict)
    come: dict[str, list[int]] = field(default_factory=dict)

    def moves(self) -> Iterator[Pair]:
        """Yield the moves by (old, new) places; -1 where one of them is not told."""
        for name in self.gone | self.come:
            yield from zip_longest(
                self.gone.get(name, ()), self.come.get(name, ()), fillvalue=NOWHERE
            )

    def links(self) -> Iterator[Pair]:
        """Yield the pairs of paragraphs that share half of the shorter one, and the moves."""
        yield from self.moves()
        for (old, new), held in self.kept.items():
            if 2 * held >= min(words(self.old[old]), words(self.new[new])):
                yield old, new


def read(path: Path) -> Tracked:
    """Return what the tracked changes of a Word file say."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    found = Tracked()
    for paragraph in root.iter(f"{W}p"):
        before: frozenset[str] = frozenset()
        for text, changes, move in _stretches(paragraph, frozenset(), [""]):
            _add(found, text, changes, move)
            found.stretches += bool(changes - MOVES and text and changes != before)
            before = changes
        mark = {node.tag for node in paragraph.iterfind(f"{W}pPr/{W}rPr/*")}
        if not mark & IN:
            found.old.append("")
        if not mark & OUT:
            found.new.append("")
    return found


def _stretches(
    node: etree._Element, changes: frozenset[str], move: list[str]
) -> Iterator[_Stretch]:
    for one in node:
        if one.tag in TEXT:
            yield one.text or "", changes, move[0]
        elif one.tag in (f"{W}moveFromRangeStart", f"{W}moveToRangeStart"):
            move[0] = one.get(f"{W}name", "")
        elif one.tag in (f"{W}moveFromRangeEnd", f"{W}moveToRangeEnd"):
            move[0] = ""
        elif one.tag != f"{W}pPr":
            yield from _stretches(one, changes | ({one.tag} & (IN | OUT)), move)


def _add(found: Tracked, text: str, changes: frozenset[str], move: str) -> None:
    old, new = len(found.old) - 1, len(found.new) - 1
    if not changes & IN:
        found.old[old] += text
    if not changes & OUT:
        found.new[new] += text
    if not changes:
        found.kept[old, new] += words(text)
    elif changes & MOVES:
        found.shifted += words(text)
    else:
        found.marked += words(text)
    if f"{W}moveFrom" in changes:
        _note(found.gone, move or text.strip(), old)
    elif f"{W}moveTo" in changes:
        _note(found.come, move or text.strip(), new)


def _note(places: dict[str, list[int]], name: str, place: int) -> None:
    if place not in places.setdefault(name, []):
        places[name].append(place)
