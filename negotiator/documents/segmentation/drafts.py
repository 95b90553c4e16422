"""The tree of units as clauses in the making: which passages make up which clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from negotiator.documents.extract import Grain
from negotiator.documents.manuscript import Paragraph
from negotiator.documents.segmentation.outline import Passage, Unit
from negotiator.documents.segmentation.references import Place, container, preamble, recital
from negotiator.documents.segmentation.wording import Line
from negotiator.documents.segmentation.words import Rank
from negotiator.documents.tables import TablePieces

BETWEEN_HEADINGS = " › "
# Points are part of the clause that leads up to them in these.
LEADING_UP = (Rank.ANNEX, Rank.ARTICLE, Rank.ALTERNATIVE)
# The label of these stands in the references of their clauses; without a heading they need no
# clause of their own.
NAMED_BY_LABEL = (Rank.ANNEX, Rank.ARTICLE)


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
        printed: the lines of a heading, for a clause that is one.
        first: the paragraph that prints that heading.
        id: its id, once it has one.
    """

    place: Place
    lines: list[Line]
    heading: str = ""
    parent: Draft | None = None
    eid: str = ""
    opening: str = ""
    printed: tuple[str, ...] = ()
    first: Paragraph | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands above a unit: its place, the headings, and the clause that is its parent."""

    place: Place
    headings: tuple[str, ...] = ()
    parent: Draft | None = None

    @property
    def heading(self) -> str:
        """Return the headings as one line."""
        return BETWEEN_HEADINGS.join(self.headings)

    def under(self, unit: Unit) -> Context:
        """Return what stands above that which is in a unit."""
        units = unit.label is not None and unit.rank in LEADING_UP
        place = self.place.within(unit.label) if units and unit.label else self.place
        printed = unit.label.printed if unit.label and not units else ""
        heading = " ".join(filter(None, (printed, unit.heading)))
        headings = (*self.headings, heading) if heading else self.headings
        return Context(place, headings, self.parent)


def drafts(
    root: Unit, grain: Grain, language: str, *, in_articles: bool
) -> Iterator[Draft | TablePieces]:
    """Yield the clauses of a document in reading order, and the tables read as clauses."""
    return _Drafter(grain, language, in_articles).items(root, Context(Place()))


@dataclass(slots=True)
class _Drafter:
    grain: Grain
    language: str
    # Whether the first article is still to come.
    before: bool
    recited: int = 0
    prose: int = 0
    headings: int = 0

    def unit(self, unit: Unit, above: Context) -> Iterator[Draft | TablePieces]:
        """Yield the clauses of a unit that is no numbered paragraph."""
        preambular = unit.label is not None and unit.label.style == "Pp"
        if unit.label and unit.rank in (Rank.ARTICLE, Rank.ANNEX) and not preambular:
            self.before = False
        context = above.under(unit)
        printed = unit.label.printed if unit.label else ""
        bare = unit.rank in NAMED_BY_LABEL and unit.printed == [printed]
        if unit.printed and not (bare and unit.items):
            heading = self._heading(unit, above, context.place)
            yield heading
            context = replace(context, parent=heading)
            opening = ""
        else:
            opening = unit.label.opening if unit.label else ""
        if self.grain is Grain.ARTICLES and unit.rank is Rank.ARTICLE and unit.items:
            found: Iterator[Draft | TablePieces] = iter(
                [_draft(unit, context, list(_lines_within(unit)))]
            )
        else:
            found = self.items(unit, context)
        for one in found:
            if opening and isinstance(one, Draft):
                one.opening, opening = opening, ""
            yield one

    def _heading(self, unit: Unit, above: Context, place: Place) -> Draft:
        if unit.label is None:
            self.headings += 1
            place = Place("", f"h{self.headings}")
        elif unit.rank not in LEADING_UP:
            place = container(unit.label)
        elif unit.items:
            place = place.heading()
        # The file's name goes to the one paragraph that bears it, where there is one.
        eid = f"{unit.eid}.h" if unit.eid and _passages(unit) == 1 else unit.eid
        printed = tuple(unit.printed)
        return Draft(place, [], above.heading, above.parent, eid, printed=printed, first=unit.first)

    def items(self, unit: Unit, context: Context) -> Iterator[Draft | TablePieces]:
        """Yield the clauses of what stands in a unit."""
        passages = _passages(unit)
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
                place = self._passage(context.place, number, passages)
                waiting = lead = _draft(unit, replace(context, place=place), [Line(item)])
                waiting.eid = unit.eid if passages == 1 else item.paragraph.eid
            elif isinstance(item, TablePieces):
                yield item
            elif item.numbered:
                indents += _is_indent(item)
                leads = lead if lead is not None and _leads_up(unit, lead, passages) else None
                within = Context(
                    self._numbered_place(item, context.place, indents),
                    context.headings,
                    leads or context.parent,
                )
                yield from self._numbered(item, within)
            else:
                yield from self.unit(item, context)
        if waiting is not None:
            yield waiting

    def _belongs(self, item: Unit, unit: Unit, waiting: Draft) -> bool:
        """Tell whether a point is part of the clause that leads up to it."""
        if self.grain is Grain.POINTS or item.rank is not Rank.POINT:
            return False
        return _leads_up(unit, waiting, 1) or len(waiting.lines) > 1

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

    def _numbered(self, unit: Unit, context: Context) -> Iterator[Draft | TablePieces]:
        """Yield the clauses of a numbered paragraph or a point."""
        if self.grain is not Grain.POINTS:
            yield _draft(unit, context, list(_lines_within(unit)))
            return
        own = _draft(unit, context, [])
        number, indents, leading = 1, 0, True
        for item in unit.items:
            if isinstance(item, Passage):
                if leading:
                    own.lines.append(Line(item))
                    continue
                number += 1
                later = Context(context.place.part(number), context.headings, own)
                yield replace(_draft(unit, later, [Line(item)]), eid="")
                continue
            if leading:
                leading = False
                yield own
            if isinstance(item, Unit):
                indents += _is_indent(item)
                place = self._numbered_place(item, context.place, indents)
                yield from self._numbered(item, Context(place, context.headings, own))
            else:
                yield item
        if leading:
            yield own


def _passages(unit: Unit) -> int:
    return sum(isinstance(item, Passage) for item in unit.items)


def _leads_up(unit: Unit, lead: Draft, passages: int) -> bool:
    """Tell whether what follows a passage belongs under it: in an article, or after a colon."""
    text = lead.lines[-1].passage.paragraph.text.rstrip()
    return (unit.rank in LEADING_UP and passages == 1) or text.endswith((":", "："))


def _draft(unit: Unit, context: Context, lines: list[Line]) -> Draft:
    return Draft(context.place, lines, context.heading, context.parent, unit.eid)


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
