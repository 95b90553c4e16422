"""The automatic numbers of lists, computed as Word prints them.

Lists that share a definition count on together; a list that states its own start begins there
when it is first used (ISO/IEC 29500-1 §17.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from negotiator.documents.kinds.docx.names import RUN_PROPERTIES, VAL, Element, W, number, on, value
from negotiator.documents.kinds.docx.number_formats import FORMATS, printed
from negotiator.documents.kinds.docx.styles import Styles
from negotiator.documents.kinds.docx.symbols import readable

LEVELS = 9
# Word itself allows far less; a number is no place for a text.
LONGEST_TEXT = 100
LARGEST_START = 1_000_000
PLACE = re.compile(r"%([1-9])")
PADDED = re.compile(r"0{0,8}1(?!\d)")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    Args:
        start: the first number.
        form: the number format, as `lowerLetter`; `bullet` for a sign.
        text: what is printed; a whole number stands for the count of that level, from 0.
        legal: whether every number in it is printed in digits.
        restart: the level, from 1, that makes it begin anew; None for any higher one, 0 for none.
        width: the number of digits to fill up with zeros.
    """

    start: int = 1
    form: str = "decimal"
    text: tuple[str | int, ...] = ()
    legal: bool = False
    restart: int | None = None
    width: int = 0


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list as a paragraph names it: its definition, levels, and where it begins anew."""

    definition: str
    levels: tuple[Level, ...]
    starts: tuple[int | None, ...]
    styles: tuple[str, ...]


class Definitions:
    """What the numbering part defines.

    Args:
        root: its root, if there is one.
        styles: the styles, which lists may borrow their levels from.
    """

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[int, NumberedList | None] = {}
        self._abstract: dict[str, Element] = {}
        self._concrete: dict[int, Element] = {}
        self.unknown_formats: dict[str, None] = {}
        for element in () if root is None else root:
            if element.tag == W + "abstractNum":
                self._abstract.setdefault(element.get(W + "abstractNumId") or "", element)
            elif element.tag == W + "num":
                id = number(element.get(W + "numId"))
                if id is not None:
                    self._concrete.setdefault(id, element)

    def find(self, id: int) -> NumberedList | None:
        """Return a list by its id; None where nothing defines it."""
        if id not in self._lists:
            self._lists[id] = self._build(id)
        return self._lists[id]

    def _build(self, id: int) -> NumberedList | None:
        concrete = self._concrete.get(id)
        name = value(concrete, "abstractNumId") or ""
        abstract = self._abstract.get(name)
        seen = {name}
        while style := value(abstract, "numStyleLink"):
            other = self._concrete.get(self._styles.list_of(style) or 0)
            name = value(other, "abstractNumId") or ""
            if name in seen:
                return None
            abstract = self._abstract.get(name)
            seen.add(name)
        if concrete is None or abstract is None:
            return None
        levels = [Level() for _ in range(LEVELS)]
        styles = [""] * LEVELS
        for element in abstract.iterchildren(W + "lvl"):
            self._take(element, levels, styles)
        starts: list[int | None] = [None] * LEVELS
        for override in concrete.iterchildren(W + "lvlOverride"):
            depth = number(override.get(W + "ilvl"))
            if depth is None or not 0 <= depth < LEVELS:
                continue
            level = override.find(W + "lvl")
            if level is not None:
                self._take(level, levels, styles, depth)
            starts[depth] = _start(value(override, "startOverride"), starts[depth])
        return NumberedList(name, tuple(levels), tuple(starts), tuple(styles))

    def _take(
        self, element: Element, levels: list[Level], styles: list[str], depth: int | None = None
    ) -> None:
        depth = number(element.get(W + "ilvl")) if depth is None else depth
        if depth is None or not 0 <= depth < LEVELS:
            return
        # The last one is the fallback where newer formats stand beside it.
        forms = list(element.iter(W + "numFmt"))
        form = (forms[-1].get(VAL) if forms else None) or "decimal"
        pattern = next((one.get(W + "format") for one in forms if one.get(W + "format")), "")
        padded = PADDED.match(pattern or "")
        text = (value(element, "lvlText") or "")[:LONGEST_TEXT]
        if form == "bullet":
            fonts = element.find(f"{RUN_PROPERTIES}/{W}rFonts")
            font = "" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""
            text = "•" if element.find(W + "lvlPicBulletId") is not None else readable(text, font)
        elif form not in FORMATS and not padded:
            self.unknown_formats[form] = None
        levels[depth] = Level(
            start=_start(value(element, "start"), 1) or 0,
            form=form,
            text=_pieces(text, form),
            legal=on(element.find(W + "isLgl")),
            restart=number(value(element, "lvlRestart")),
            width=len(padded.group()) if padded else 0,
        )
        styles[depth] = value(element, "pStyle") or ""


class Counters:
    """How far every list has counted."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def next(self, id: int, numbered: NumberedList, depth: int) -> str:
        """Return the number of the next paragraph at a level, as printed.

        Args:
            id: the list's id.
            numbered: the list.
            depth: the level, from 0 to 8.
        """
        counts = self._counts.setdefault(numbered.definition, [None] * LEVELS)
        override = numbered.starts[depth]
        start = numbered.levels[depth].start if override is None else override
        anew = override is not None and (id, depth) not in self._begun
        before = counts[depth]
        count = start if before is None or anew else before + 1
        self._begun.add((id, depth))
        counts[depth] = count
        for lower in range(depth + 1, LEVELS):
            restart = numbered.levels[lower].restart
            if restart is None or depth < restart:
                counts[lower] = None
        return _print(numbered, counts, depth)


def _print(numbered: NumberedList, counts: list[int | None], depth: int) -> str:
    level = numbered.levels[depth]
    pieces: list[str] = []
    for piece in level.text:
        if isinstance(piece, str):
            pieces.append(piece)
            continue
        its = numbered.levels[piece]
        count = counts[piece]
        count = its.start if count is None else count
        form = "decimal" if level.legal else its.form
        pieces.append(str(count).zfill(its.width) if its.width else printed(count, form))
    return "".join(pieces)


def _pieces(text: str, form: str) -> tuple[str | int, ...]:
    """Return the parts of a level's text, its places for numbers as levels from 0."""
    if form == "bullet":
        return (text,)
    parts = PLACE.split(text)
    return tuple(int(part) - 1 if place % 2 else part for place, part in enumerate(parts))


def _start(text: str | None, otherwise: int | None) -> int | None:
    found = number(text)
    return otherwise if found is None or not 0 <= found <= LARGEST_START else found
