"""The rows of two parties' texts: what speaks to what, and what stands alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from negotiator.engine.alignment import Link
from negotiator.engine.wording import SpanKind, redline
from negotiator.model import Clause, Unit
from negotiator.render.alignment.rows import Part, Row, plain, verbatim
from negotiator.render.alignment.sides import Side, SideBySide
from negotiator.render.alignment.spans import side

# Texts of two parties are marked only where at least this share of the longer one is common:
# below it nearly every word would be marked, which helps nobody to read them.
MARKED_FROM = 0.5

LINKED, LEFT_ONLY, RIGHT_ONLY, HEADING = "linked", "only left", "only right", "heading"


def positions(whole: SideBySide) -> tuple[Row, ...]:
    """Return the rows of two parties' texts: in the order of the left, what it lacks at the end.

    A clause that several links hold stands in full in the first of them.
    """
    left, right = whole.left, whole.right
    placed = [
        (left.places[link.left[0]], number, _linked(link, left, right))
        for number, link in enumerate(whole.alignment.links)
    ]
    placed += [
        (left.places[id], 0, _alone(left.clause(id), LEFT_ONLY))
        for id in whole.alignment.left_alone
    ]
    rows = [row for _, _, row in sorted(placed, key=lambda one: one[:2])]
    rows += [_alone(right.clause(id), RIGHT_ONLY) for id in whole.alignment.right_alone]
    return tuple(_once(rows))


def _linked(link: Link, left: Side, right: Side) -> Row:
    ours = [left.clause(id) for id in link.left]
    theirs = [right.clause(id) for id in link.right]
    parts = tuple(map(plain, ours)), tuple(map(plain, theirs))
    if len(ours) == len(theirs) == 1 and verbatim([*ours, *theirs]):
        spans = redline(ours[0].text, theirs[0].text)
        common = sum(len(span.text) for span in spans if span.kind is SpanKind.KEPT)
        if common >= MARKED_FROM * max(len(ours[0].text), len(theirs[0].text)):
            parts = (
                (Part(ours[0], side(spans, SpanKind.REMOVED)),),
                (Part(theirs[0], side(spans, SpanKind.ADDED)),),
            )
    return Row((LINKED,), *parts, link=link)


def _alone(clause: Clause, kind: str) -> Row:
    parts = (plain(clause),)
    kinds = (HEADING,) if clause.unit is Unit.HEADING else (kind,)
    return Row(kinds, parts, ()) if kind == LEFT_ONLY else Row(kinds, (), parts)


def _once(rows: Sequence[Row]) -> Iterator[Row]:
    seen: set[tuple[int, str]] = set()
    for row in rows:
        shown = []
        for number, parts in enumerate((row.left, row.right)):
            places = [(number, part.clause.key) for part in parts]
            shown.append(
                tuple(
                    replace(part, again=place in seen)
                    for part, place in zip(parts, places, strict=True)
                )
            )
            seen.update(places)
        yield replace(row, left=shown[0], right=shown[1])
