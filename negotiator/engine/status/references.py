"""Printed references: `Article 10(5)`, `articles 8 to 12 and 14`, `Artikel 4 Absatz 1`, `10.5`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from negotiator.engine.status.tokens import Sort, Token, tokens
from negotiator.engine.status.units import (
    ARTICLE,
    HOLDING,
    NUMBERED,
    WITHIN,
    WITHOUT_NUMBER,
    between,
)
from negotiator.errors import Refused

# A unit and its number; a path leads from the highest unit that one stands in to itself.
Path = tuple[tuple[str, str], ...]

LONGEST = 400
JOINTS = (Sort.COMMA, Sort.AND, Sort.DASH, Sort.TO)


@dataclass(frozen=True, slots=True)
class Reference:
    """A unit or a range of units, each with all that stands below it.

    Args:
        words: as they were written.
        first: the path of the unit, or of the first one.
        last: the path of the last one, None for a single unit.
    """

    words: str
    first: Path
    last: Path | None = None

    def covers(self, path: Path) -> bool:
        """Tell whether a unit is meant, or stands within one that is."""
        depth = len(self.first) - 1
        if self.last is None or len(path) <= depth:
            return path[: depth + 1] == self.first
        kind, value = path[depth]
        ends = self.first[depth], self.last[depth]
        inside = kind == ends[0][0] and between(ends[0][1], value, ends[1][1])
        return inside and path[:depth] == self.first[:depth]

    @property
    def ends(self) -> tuple[Path, ...]:
        """Return the paths that it names: one, or the first and the last of a range."""
        return (self.first,) if self.last is None else (self.first, self.last)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit that is named: its kind, empty where no word says it, and its number."""

    kind: str
    value: str
    bracketed: bool = False


def path_of(printed: str) -> Path | None:
    """Return the path that a clause's printed reference names, None where it names none.

    A reference that is a title ("Open door"), or names several units, has no path.
    """
    read = list(tokens(printed[:LONGEST]))
    for token, after in pairwise(read):
        if token.sort is Sort.DASH and after.sort in (Sort.BARE, Sort.BRACKETED):
            return None
    if any(token.sort in (Sort.AND, Sort.TO) for token in read):
        return None
    units = _units(token for token in read if token.sort not in JOINTS)
    return _path(units) if units and units[0].kind != "word" else None


def references(text: str) -> tuple[Reference, ...]:
    """Return the units that a list of references names: `8 to 12, 14(1) and (3)`.

    Raises:
        Refused: when it cannot be read as such a list.
    """
    unreadable = Refused(
        f"“{text[:LONGEST]}” is not a list of articles that can be read",
        remedy="write 8 to 12, 14 or 10(5), or one reference as it is printed in the text",
    )
    read = list(tokens(text)) if len(text) <= LONGEST else []
    found: list[Reference] = []
    units: list[_Unit] = []
    start = 0
    for joint, piece in _pieces(read):
        named = _units(piece)
        if named is None or any(one.kind == "word" for one in named):
            raise unreadable
        units = _completed(named, units)
        path, end = _path(units), piece[-1].end
        if joint is not Sort.TO:
            start = piece[0].start
            found.append(Reference(text[start:end], path))
        elif found and found[-1].last is None and _beside(found[-1].first, path):
            found[-1] = Reference(text[start:end], found[-1].first, path)
        else:
            raise unreadable
    if not found:
        raise unreadable
    return tuple(found)


def _pieces(read: Sequence[Token]) -> Iterable[tuple[Sort, list[Token]]]:
    """Return the parts of a list and what joins each to the one before.

    A comma or dash before a unit that is deeper than those so far only leads down to it:
    "Article 4, paragraph 1".
    """
    joint, piece = Sort.AND, list[Token]()
    for place, token in enumerate(read):
        if token.sort not in JOINTS:
            piece.append(token)
        elif token.sort not in (Sort.COMMA, Sort.DASH) or not _leads_down(piece, read[place + 1 :]):
            if piece:
                yield joint, piece
                joint, piece = Sort.AND, []
            if token.sort in (Sort.DASH, Sort.TO):
                joint = Sort.TO
    yield joint, piece


def _leads_down(piece: Sequence[Token], rest: Sequence[Token]) -> bool:
    if not rest or rest[0].sort is not Sort.UNIT:
        return False
    told = {one.text for one in piece if one.sort is Sort.UNIT}
    if rest[0].text == ARTICLE:
        return bool(told) and told <= HOLDING
    return rest[0].text in WITHIN and rest[0].text not in told


def _units(read: Iterable[Token]) -> list[_Unit] | None:
    """Return the units that tokens name from higher to lower, None where a number is missing."""
    units: list[_Unit] = []
    kind = ""
    for token in read:
        if token.sort is Sort.UNIT:
            if kind:
                if kind not in WITHOUT_NUMBER:
                    return None
                units.append(_Unit(kind, ""))
            kind = token.text
        elif token.sort is Sort.OTHER:
            units.append(_Unit("word", token.text))
        elif token.sort is Sort.BARE and units and not kind:
            return None
        else:
            units.append(_Unit(kind, token.text, token.sort is Sort.BRACKETED))
            kind = ""
    if kind in WITHOUT_NUMBER:
        units.append(_Unit(kind, ""))
        kind = ""
    return None if kind else units or None


def _completed(units: Sequence[_Unit], before: Sequence[_Unit]) -> list[_Unit]:
    """Return units with what they leave to those before them: the 10 of "10(1) and (3)"."""
    first = units[0]
    if first.kind and first.kind not in WITHIN:
        return list(units)
    alike = [
        place
        for place, one in enumerate(before)
        if (one.kind == first.kind and first.kind)
        or (not first.kind and one.bracketed == first.bracketed and _same_style(one, first))
    ]
    if not alike:
        return list(units)
    kind = before[alike[-1]].kind
    above = list(before[: alike[-1]])
    return [*above, _Unit(kind, first.value, first.bracketed), *units[1:]]


def _same_style(one: _Unit, other: _Unit) -> bool:
    return not other.bracketed or one.value[:1].isdigit() == other.value[:1].isdigit()


def _beside(one: Path, other: Path) -> bool:
    """Tell whether two units stand beside each other within the same one."""
    return one[:-1] == other[:-1] and one[-1][0] == other[-1][0]


def _path(units: Iterable[_Unit]) -> Path:
    """Return units as they are compared: article and paragraph by their numbers alone."""
    return tuple(("" if one.kind in NUMBERED else one.kind, one.value) for one in units)
