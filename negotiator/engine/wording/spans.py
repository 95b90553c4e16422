"""Edits of tokens become stretches of text, with the white space where it belongs."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from negotiator.engine.wording.script import Edit
from negotiator.engine.wording.span import Span, SpanKind
from negotiator.engine.wording.telling import Found, changed, telling
from negotiator.engine.wording.tokens import Tokens

# Makes a span of its three parts, at half the price of calling `Span`.
_make = tuple.__new__
_BEYOND = sys.maxsize  # behind every token
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
    text, starts, keys = old.text, old.starts, old.keys
    new_text, new_starts, new_keys = new.text, new.starts, new.keys
    tells, new_tells = iter(old.telling), iter(new.telling)
    tell, new_tell = next(tells, _BEYOND), next(new_tells, _BEYOND)
    found: list[Span] = []
    at = new_at = last_end = new_last_end = 0
    begins = [edit[0] for edit in edits[1:]]
    begins.append(-1)
    for edit, following in zip(edits, begins, strict=False):
        start, end, new_start, new_end = edit
        first, new_first = starts[start], new_starts[new_start]
        kept = text[at:first]
        if kept == new_text[new_at:new_first]:
            # Then the white space before the change is the same too.
            at, new_at = starts[end], new_starts[new_end]
            if start < end != following and new_start < new_end:
                white = starts[end - 1] + len(keys[end - 1])
                new_white = new_starts[new_end - 1] + len(new_keys[new_end - 1])
                trail = text[white:at]
                if trail == new_text[new_white:new_at]:
                    at, new_at = white, new_white
                else:
                    behind = _common_end(trail, new_text[new_white:new_at])
                    at, new_at = at - behind, new_at - behind
            if kept:
                found.append(_make(Span, (_KEPT, kept, ())))
        else:
            begun = last_end, new_last_end, at, new_at
            touched = bool(found) and start == last_end, end == following
            first, at, new_first, new_at = _changed(old, new, edit, *touched)
            found += _respaced(old, new, begun, start, first, flipped)
        gone: Sequence[Found] = ()
        come: Sequence[Found] = ()
        if tell < end or new_tell < new_end:
            while tell < start:
                tell = next(tells, _BEYOND)
            while new_tell < new_start:
                new_tell = next(new_tells, _BEYOND)
            places, new_places = [], []
            while tell < end:
                places.append(tell)
                tell = next(tells, _BEYOND)
            while new_tell < new_end:
                new_places.append(new_tell)
                new_tell = next(new_tells, _BEYOND)
            if places:
                gone = telling(old, places, start, end)
            if new_places:
                come = telling(new, new_places, new_start, new_end)
            if gone and come:
                gone, come = changed(gone, come)
        removed, added = text[first:at], new_text[new_first:new_at]
        if removed and not flipped:
            found.append(_make(Span, (_REMOVED, removed, _within(gone, first) if gone else ())))
        if added:
            kind = _REMOVED if flipped else _ADDED
            found.append(_make(Span, (kind, added, _within(come, new_first) if come else ())))
        if removed and flipped:
            found.append(_make(Span, (_ADDED, removed, _within(gone, first) if gone else ())))
        last_end, new_last_end = end, new_end
    kept = text[at:]
    if kept != new_text[new_at:]:
        begun = last_end, new_last_end, at, new_at
        found += _respaced(old, new, begun, len(keys) + 1, len(text), flipped)
    elif kept:
        found.append(_make(Span, (_KEPT, kept, ())))
    return found


def _within(found: Sequence[Found], origin: int) -> tuple[tuple[int, int], ...]:
    return tuple([(start - origin, end - origin) for start, end, _ in found])


def _changed(old: Tokens, new: Tokens, edit: Edit, follows: bool, goes_on: bool) -> Edit:
    """Return which characters of both texts an edit exchanges, where the white space differs.

    Args:
        old: the one text.
        new: the other.
        edit: the edit.
        follows: whether it touches the one before it.
        goes_on: whether it touches the next, which then takes what stands between them.
    """
    start, end, new_start, new_end = edit
    first, stop = old.starts[start], old.starts[end]
    new_first, new_stop = new.starts[new_start], new.starts[new_end]
    lead = new_lead = trail = new_trail = ""
    if not follows:
        lead = old.text[old.end(start - 1) if start else 0 : first]
        new_lead = new.text[new.end(new_start - 1) if new_start else 0 : new_first]
    if not goes_on:
        trail = old.text[old.end(end - 1) : stop] if start < end else ""
        new_trail = new.text[new.end(new_end - 1) : new_stop] if new_start < new_end else ""
    if start == end:
        before, behind = _around(lead, new_lead, new_trail)
    elif new_start == new_end:
        before, behind = _around(new_lead, lead, trail)
    else:
        before, behind = _common_start(lead, new_lead), _common_end(trail, new_trail)
    first += before - len(lead)
    new_first += before - len(new_lead)
    return first, stop - behind, new_first, new_stop - behind


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
            first = old.end(place - 1) if place else 0
            new_first = new.end(new_place - 1) if new_place else 0
            gap = text[first : old.starts[place]]
            new_gap = new_text[new_first : new.starts[new_place]]
            if gap != new_gap:
                before = _common_start(gap, new_gap)
                behind = _common_end(gap[before:], new_gap[before:])
                if at < first + before:
                    yield _make(Span, (_KEPT, text[at : first + before], ()))
                at, new_at = old.starts[place] - behind, new.starts[new_place] - behind
                removed = text[first + before : at]
                added = new_text[new_first + before : new_at]
                if flipped:
                    removed, added = added, removed
                if removed:
                    yield _make(Span, (_REMOVED, removed, ()))
                if added:
                    yield _make(Span, (_ADDED, added, ()))
    if at < stop:
        yield _make(Span, (_KEPT, text[at:stop], ()))
