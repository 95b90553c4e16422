"""Bold, struck-out, underlined, linked: elements that words stand in across the ends of blocks."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.documents.hypertext.elements import STRUCK, UNDERLINED
from negotiator.documents.hypertext.styles import Style
from negotiator.documents.hypertext.tokens import Start


@dataclass(frozen=True, slots=True)
class Look:
    """What the formatting elements around some words do to them."""

    struck: bool = False
    underlined: bool = False
    hidden: bool = False
    link: Start | None = None


@dataclass(slots=True, eq=False)
class _Entry:
    tag: Start
    style: Style
    level: int
    depth: int

    @property
    def effects(self) -> tuple[bool, bool, bool]:
        """Return whether it strikes out, underlines, hides."""
        hidden = self.style.hidden or bool(self.style.invisible)
        return (
            self.tag.name in STRUCK or self.style.struck,
            self.tag.name in UNDERLINED or self.style.underlined,
            hidden or "hidden" in self.tag.attributes,
        )


# How many elements strike out, underline, hide; and the link that words stand in.
_Force = tuple[tuple[int, ...], Start | None]
_NONE: _Force = ((0, 0, 0), None)


class Formatting:
    """The list of active formatting elements (HTML standard, section 13.2.4.3)."""

    def __init__(self) -> None:
        """Start with none."""
        self.active: dict[int, _Entry] = {}
        self.by_name: dict[str, list[tuple[int, _Entry]]] = {}
        self.force = _NONE
        self.marks: list[tuple[int, _Force]] = []
        self.tables: list[_Force] = []
        self.serial = 0
        self.shown: Look | None = None

    def begin(self, tag: Start, style: Style, depth: int) -> None:
        """Put an element in force at a depth; a link ends the link before it."""
        if tag.name == "a":
            self.end("a")
        entry = _Entry(tag, style, len(self.marks), depth)
        self.serial += 1
        self.active[self.serial] = entry
        self.by_name.setdefault(tag.name, []).append((self.serial, entry))
        self._count(entry, 1)

    def end(self, name: str) -> int | None:
        """End the last element of a name, if it began in the same cell; return its depth."""
        held = self.by_name.get(name)
        if held and held[-1][1].level == len(self.marks):
            serial, entry = held.pop()
            del self.active[serial]
            self._count(entry, -1)
            return entry.depth
        return None

    def enter_table(self) -> None:
        """Enter a table: what begins in it outside a cell has no force in its cells."""
        self.tables.append(self.force)

    def leave_table(self) -> None:
        """Leave it."""
        self.tables.pop()

    def mark(self, *, cell: bool) -> None:
        """Enter a cell or the like: what begins in it ends with it."""
        self.marks.append((self.serial, self.force))
        if cell and self.tables:
            self.force, self.shown = self.tables[-1], None

    def clear(self) -> None:
        """Leave it."""
        before, self.force = self.marks.pop()
        self.shown = None
        while self.active:
            serial, entry = self.active.popitem()
            if serial <= before:
                self.active[serial] = entry
                return
            self.by_name[entry.tag.name].pop()

    def look(self) -> Look:
        """Return what is in force."""
        if self.shown is None:
            counts, link = self.force
            struck, underlined, hidden = (count > 0 for count in counts)
            self.shown = Look(struck, underlined, hidden, link)
        return self.shown

    def _count(self, entry: _Entry, by: int) -> None:
        counts, link = self.force
        if entry.tag.name == "a":
            link = entry.tag if by > 0 else None
        pairs = zip(counts, entry.effects, strict=True)
        self.force = (tuple(count + by * has for count, has in pairs), link)
        self.shown = None
