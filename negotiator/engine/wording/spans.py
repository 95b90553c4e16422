"""Edits of tokens become stretches of text, with the white space where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from negotiator.engine.wording.script import Edit
from negotiator.engine.wording.span import Span, SpanKind
from negotiator.engine.wording.telling import Found, telling
from negotiator.engine.wording.tokens import Tokens

# A span from its three parts, at half the price of calling `Span`.
_span = partial(tuple.__new__, Span)
_KEPT, _ADDED, _REMOVED = SpanKind.KEPT, SpanKind.ADDED, SpanKind.REMOVED


def spans(old: Tokens, new: Tokens, edits: Sequence[Edit], flipped: bool) -> list[Span]:
    """Return how one text becomes another; removed stands before added.

    White space on both sides of a change stays out of it as far as it is the same in both texts.
    Where a word came in between two others, the blank behind it came with it; where the blank
    before it must have (", and X"), that one.

    Args:
        old: the one text.
        new: the other.
        edits: in order.
        flipped: whether the edits make the old text of the new one.
    """
    text, starts, ends, tells = old.text, old.starts, old.ends, old.telling
    new_text, new_starts, new_ends, new_tells = new.text, new.starts, new.ends, new.telling
    found: list[Span] = []
    at = new_at = last_end = new_last_end = told = new_told = 0
    told_end, new_told_end = len(tells), len(new_tells)
    begins = [*(edit[0] for edit in edits), -1]
    for (start, end, new_start, new_end), following in zip(edits, begins[1:], strict=True):
        first, stop = starts[start], starts[end]
        new_first, new_stop = new_starts[new_start], new_starts[new_end]
        lead = new_lead = trail = new_trail = ""
        if start > last_end or not found:
            lead = text[ends[start - 1] if start else 0 : first]
            new_lead = new_text[new_ends[new_start - 1] if new_start else 0 : new_first]
        if end != following:  # else the next change takes what stands between
            trail = text[ends[end - 1] : stop] if start < end else ""
            new_trail = new_text[new_ends[new_end - 1] : new_stop] if new_start < new_end else ""
        if start == end:
            before, behind = _around(lead, new_lead, new_trail)
        elif new_start == new_end:
            before, behind = _around(new_lead, lead, trail)
        else:
            before = len(lead) if lead == new_lead else _common_start(lead, new_lead)
            behind = len(trail) if trail == new_trail else _common_end(trail, new_trail)
        first += before - len(lead)
        new_first += before - len(new_lead)
        kept = text[at:first]
        if kept != new_text[new_at:new_first]:
            begun = last_end, new_last_end, at, new_at
            found += _respaced(old, new, begun, start, first, flipped)
        elif kept:
            found.append(_span((_KEPT, kept, ())))
        at, new_at = stop - behind, new_stop - behind
        removed, added = text[first:at], new_text[new_first:new_at]
        while told < told_end and tells[told] < start:
            told += 1
        while new_told < new_told_end and new_tells[new_told] < new_start:
            new_told += 1
        gone: Sequence[Found] = ()
        come: Sequence[Found] = ()
        if (told < told_end and tells[told] < end) or (
            new_told < new_told_end and new_tells[new_told] < new_end
        ):
            gone, come = telling(old, new, range(start, end), range(new_start, new_end))
        if removed and not flipped:
            found.append(_span((_REMOVED, removed, _within(gone, first))))
        if added:
            found.append(_span((_REMOVED if flipped else _ADDED, added, _within(come, new_first))))
        if removed and flipped:
            found.append(_span((_ADDED, removed, _within(gone, first))))
        last_end, new_last_end = end, new_end
    kept = text[at:]
    if kept != new_text[new_at:]:
        begun = last_end, new_last_end, at, new_at
        found += _respaced(old, new, begun, len(old.keys) + 1, len(text), flipped)
    elif kept:
        found.append(_span((_KEPT, kept, ())))
    return found


def _within(found: Sequence[Found], origin: int) -> tuple[tuple[int, int], ...]:
    return tuple([(start - origin, end - origin) for start, end, _ in found]) if found else ()


def _around(between: str, lead: str, trail: str) -> tuple[int, int]:
    """Return how much of the white space around words that came in was there before.

    Args:
        between: what stood where they came in.
        lead: what stands before them now.
        trail: what stands behind them now.
    """
    if between == lead:
        return len(lead), 0
    if between == trail:
        return 0, len(trail)
    before = _common_start(between, lead)
    return before, _common_end(between[before:], trail)


def _common_start(one: str, other: str) -> int:
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def _common_end(one: str, other: str) -> int:
    return _common_start(one[::-1], other[::-1])


def _respaced(
    old: Tokens, new: Tokens, begun: Edit, end: int, stop: int, flipped: bool
) -> Iterator[Span]:
    """Return the spans of tokens that are kept while the white space between them is not.

    Args:
        old: the one text.
        new: the other.
        begun: the first token and character of the one, and of the other.
        end: behind which token of the old text they end; beyond the last where the text ends.
        stop: at which character.
        flipped: whether removed is added.
    """
    token, new_token, at, new_at = begun[0], begun[1], begun[2], begun[3]
    text, new_text = old.text, new.text
    for place in range(token, end):
        new_place = new_token + place - token
        if place > token or not (place or new_place):
            first = old.ends[place - 1] if place else 0
            new_first = new.ends[new_place - 1] if new_place else 0
            gap = text[first : old.starts[place]]
            new_gap = new_text[new_first : new.starts[new_place]]
            if gap != new_gap:
                before = _common_start(gap, new_gap)
                behind = _common_end(gap[before:], new_gap[before:])
                if at < first + before:
                    yield _span((_KEPT, text[at : first + before], ()))
                at, new_at = old.starts[place] - behind, new.starts[new_place] - behind
                removed = text[first + before : at]
                added = new_text[new_first + before : new_at]
                if flipped:
                    removed, added = added, removed
                if removed:
                    yield _span((_REMOVED, removed, ()))
                if added:
                    yield _span((_ADDED, added, ()))
    if at < stop:
        yield _span((_KEPT, text[at:stop], ()))
