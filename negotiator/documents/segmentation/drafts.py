"""The tree of units as clauses in the making: which passages make up which clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from negotiator.documents.extract import Grain
from negotiator.documents.manuscript import Paragraph
from negotiator.documents.segmentation.outline import Passage, Unit
from negotiator.documents.segmentation.references import Place, preamble, recital
from negotiator.documents.segmentation.wording import Line
from negotiator.documents.segmentation.words import Rank
from negotiator.documents.tables import TablePieces

BETWEEN_HEADINGS = " › "
# Points are part of the clause that leads up to them in these.
LEADING_UP = (Rank.ANNEX, Rank.ARTICLE, Rank.ALTERNATIVE)


@dataclass(slots=True, eq=False)
class Draft:
    """A clause in the making.

    Args:
        place: where it stands.
        lines: its passages, with the labels of the points among them.
        heading: the headings it stands under.
        parent: the clause it stands under.
        eid: the file's own name for it.
        opening: brackets before the label of the unit that it opens.
        only: its text, where it is a heading with nothing under it.
        first: the paragraph that prints that heading.
        id: its id, once it has one.
    """

    place: Place
    lines: list[Line]
    heading: str = ""
    parent: Draft | None = None
    eid: str = ""
    opening: str = ""
    only: str = ""
    first: Paragraph | None = None
    id: str = ""


def drafts(
    root: Unit, grain: Grain, language: str, *, in_articles: bool
) -> Iterator[Draft | TablePieces]:
    """Yield the clauses of a document in reading order, and the tables read as clauses."""
    return _Drafter(grain, language, in_articles).unit(root, Place(), ())


@dataclass(slots=True)
class _Drafter:
    grain: Grain
    language: str
    # Whether the first article is still to come.
    before: bool
    recited: int = 0
    prose: int = 0

    def unit(
        self, unit: Unit, place: Place, above: tuple[str, ...]
    ) -> Iterator[Draft | TablePieces]:
        """Yield the clauses of a unit that is no numbered paragraph."""
        if unit.rank is not None and unit.rank >= Rank.ANNEX:
            preambular = unit.label is not None and unit.label.style == "Pp"
            if unit.rank in (Rank.ARTICLE, Rank.ANNEX) and not preambular:
                self.before = False
            place = _place(unit, place)
            above = _under(unit, above)
        found: Iterator[Draft | TablePieces]
        if not unit.items:
            found = _heading_alone(unit, place, above)
        elif self.grain is Grain.ARTICLES and unit.rank is Rank.ARTICLE:
            found = iter([_draft(unit, place, above, list(_lines_within(unit)))])
        else:
            found = self._items(unit, place, above)
        opening = unit.label.opening if unit.label else ""
        for one in found:
            if opening and isinstance(one, Draft):
                one.opening, opening = opening + one.opening, ""
            yield one

    def _items(
        self, unit: Unit, place: Place, above: tuple[str, ...]
    ) -> Iterator[Draft | TablePieces]:
        passages = sum(isinstance(item, Passage) for item in unit.items)
        waiting: Draft | None = None
        lead: Draft | None = None
        number = indents = 0
        for item in unit.items:
            if isinstance(item, Unit) and waiting and self._belongs(item, unit, waiting):
                waiting.lines += _lines_of(item)
                continue
            if waiting is not None:
                yield waiting
                waiting = None
            if isinstance(item, Passage):
                number += 1
                waiting = lead = Draft(
                    self._passage(place, number, passages),
                    [Line(item)],
                    BETWEEN_HEADINGS.join(above),
                    eid=unit.eid if number == 1 else "",
                )
            elif isinstance(item, TablePieces):
                yield item
            elif item.numbered:
                indents += _is_indent(item)
                within = self._numbered_place(item, place, indents)
                yield from self._numbered(item, within, above, lead)
            else:
                yield from self.unit(item, place, above)
        if waiting is not None:
            yield waiting

    def _belongs(self, item: Unit, unit: Unit, waiting: Draft) -> bool:
        """Tell whether a point is part of the clause that leads up to it."""
        if self.grain is Grain.POINTS or item.rank is not Rank.POINT:
            return False
        text = waiting.lines[-1].passage.paragraph.text.rstrip()
        return unit.rank in LEADING_UP or text.endswith((":", "：")) or len(waiting.lines) > 1

    def _passage(self, place: Place, number: int, passages: int) -> Place:
        if place.reference:
            return place if passages == 1 else place.part(number)
        if self.before:
            self.recited += 1
            return preamble(self.language).part(self.recited)
        self.prose += 1
        return Place("", f"p{self.prose}")

    def _numbered_place(self, item: Unit, place: Place, indents: int) -> Place:
        if item.label is None:
            return place
        if self.before and not place.reference and item.rank is Rank.PARAGRAPH:
            return recital(item.label, self.language)
        return place.within(item.label, indent=indents if _is_indent(item) else 0)

    def _numbered(
        self, unit: Unit, place: Place, above: tuple[str, ...], parent: Draft | None
    ) -> Iterator[Draft | TablePieces]:
        """Yield the clauses of a numbered paragraph or a point."""
        if self.grain is not Grain.POINTS:
            own = _draft(unit, place, above, list(_lines_within(unit)))
            own.parent = parent
            yield own
            return
        own = _draft(unit, place, above, [])
        own.parent = parent
        number, indents, leading = 1, 0, True
        for item in unit.items:
            if isinstance(item, Passage):
                if leading:
                    own.lines.append(Line(item))
                    continue
                number += 1
                later = _draft(unit, place.part(number), above, [Line(item)])
                later.eid, later.parent = "", own
                yield later
                continue
            if leading:
                leading = False
                yield own
            if isinstance(item, Unit):
                indents += _is_indent(item)
                within = self._numbered_place(item, place, indents)
                yield from self._numbered(item, within, above, own)
            else:
                yield item
        if leading:
            yield own


def _place(unit: Unit, place: Place) -> Place:
    if unit.label is None or unit.rank is None:
        return place
    if unit.rank in LEADING_UP:
        return place.within(unit.label)
    return place


def _under(unit: Unit, above: tuple[str, ...]) -> tuple[str, ...]:
    """Return the headings that stand above what is in a unit."""
    printed = unit.label.printed if unit.label and unit.rank not in LEADING_UP else ""
    heading = " ".join(filter(None, (printed, unit.heading)))
    return (*above, heading) if heading else above


def _heading_alone(unit: Unit, place: Place, above: tuple[str, ...]) -> Iterator[Draft]:
    if unit.rank is None:
        return
    printed = unit.label.printed if unit.label else ""
    only = unit.heading or printed
    named = place if unit.rank in LEADING_UP and unit.label else Place(printed, f"h-{printed}")
    yield Draft(
        named, [], BETWEEN_HEADINGS.join(above[:-1]), eid=unit.eid, only=only, first=unit.first
    )


def _draft(unit: Unit, place: Place, above: tuple[str, ...], lines: list[Line]) -> Draft:
    return Draft(place, lines, BETWEEN_HEADINGS.join(above), eid=unit.eid)


def _lines_within(unit: Unit) -> Iterator[Line]:
    """Yield all lines of a unit but for its own label."""
    for item in unit.items:
        if isinstance(item, Passage):
            yield Line(item)
        elif isinstance(item, Unit):
            yield from _lines_of(item)


def _lines_of(unit: Unit) -> Iterator[Line]:
    """Yield all lines of a unit, its own label before the first."""
    label = unit.label.printed if unit.label else ""
    if unit.heading:
        label = " ".join(filter(None, (label, unit.heading)))
    for line in _lines_within(unit):
        yield Line(line.passage, " ".join(filter(None, (label, line.label))))
        label = ""


def _is_indent(unit: Unit) -> bool:
    return unit.label is not None and not unit.label.value.strip("-–—•·‣▪◦")
