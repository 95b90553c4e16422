"""A redline is parted into its two sides, and a side into its clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from negotiator.engine.wording import Span, SpanKind, redline

OTHER = {SpanKind.REMOVED: SpanKind.ADDED, SpanKind.ADDED: SpanKind.REMOVED}
# Between the clauses of one side; a clause that was split mostly had a blank at that place.
BETWEEN = " "


def side(spans: Sequence[Span], own: SpanKind) -> tuple[Span, ...]:
    """Return one side of a redline: joined, its spans give the text of that side.

    Args:
        spans: the whole redline.
        own: what marks the words that only this side has: removed on the left, added on the right.
    """
    return tuple(span for span in spans if span.kind is not OTHER[own])


def sides(
    old: Sequence[str], new: Sequence[str]
) -> tuple[list[tuple[Span, ...]], list[tuple[Span, ...]]]:
    """Return how the clauses of two sides differ, for clauses that were split or merged.

    They are compared as one text, so that words which went to another clause are not marked.
    """
    spans = redline(BETWEEN.join(old), BETWEEN.join(new))
    left = [_shown(one) for one in side(spans, SpanKind.REMOVED)]
    right = [_shown(one) for one in side(spans, SpanKind.ADDED)]
    return list(_cut(left, old)), list(_cut(right, new))


def joined(old: Sequence[str], new: Sequence[str]) -> tuple[Span, ...]:
    """Return how clauses that were split or merged changed, as one text."""
    return tuple(_shown(one) for one in redline(BETWEEN.join(old), BETWEEN.join(new)))


def _shown(span: Span) -> Span:
    """Return white space unmarked: where clauses part, some differs that is in neither text."""
    return Span(SpanKind.KEPT, span.text) if span.text.isspace() else span


def _cut(spans: Sequence[Span], texts: Sequence[str]) -> Iterator[tuple[Span, ...]]:
    """Part a side into the texts that were joined to it."""
    start = 0
    for text in texts:
        yield tuple(_within(spans, start, start + len(text)))
        start += len(text) + len(BETWEEN)


def _within(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    at = 0
    for span in spans:
        first, last = max(start - at, 0), min(end - at, len(span.text))
        if first < last:
            telling = tuple(
                (max(one, first) - first, min(other, last) - first)
                for one, other in span.telling
                if one < last and other > first
            )
            yield Span(span.kind, span.text[first:last], telling)
        at += len(span.text)
