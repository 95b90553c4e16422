"""What a bracket says of itself: who stands behind it, and the wordings that it holds.

In one bracket, a slash between blanks parts whole wordings, `[to promote / to ensure]`, each of
which may be attributed by itself, `[changing - EU / promoting - US]`; without blanks it parts only
single words, `[shall/should]`; `and/or`, numbers and addresses are not parted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from negotiator.engine.brackets.attribution import (
    REACH,
    Attribution,
    after,
    before,
    behind,
    instead,
)
from negotiator.engine.brackets.pairing import CLOSING, NONE, OPENING, Pairing

# No drafter tables more wordings of a unit, or nests them deeper; a hostile text does.
MOST = 64
DEEPEST = 40

_SLASH = re.compile(r"(?<=\s)/(?=\s)")
_WORDS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*(?:/[^\W\d_]+(?:[-’'][^\W\d_]+)*)+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a bracket says of itself.

    Args:
        said: who stands where on it, None when it names nobody.
        wordings: the wordings that it holds itself, parted by slashes; empty when it holds one.
    """

    said: Attribution | None
    wordings: tuple[str, ...] = ()


def readings(texts: Sequence[str], pairing: Pairing, own: Collection[str]) -> dict[int, Reading]:
    """Return what the brackets say of themselves, by the number of the opening bracket.

    Args:
        texts: the clauses.
        pairing: their brackets; those that say nothing are left out of the result.
        own: codes and names of the negotiation's parties.
    """
    found: dict[int, Reading] = {}
    for clause, text in enumerate(texts):
        first, last = pairing.firsts[clause], pairing.firsts[clause + 1]
        for number in range(first, last):
            if not pairing.opens[number]:
                continue
            partner = pairing.partners[number]
            start = pairing.positions[number] + 1
            if partner == number + 1 and pairing.positions[partner] == start:
                continue
            if partner == NONE and pairing.stop(number, clause, text) == start:
                continue
            if first <= partner < last:
                reading = _whole(text, clause, number, pairing, own)
            else:
                reading = _open(texts, clause, number, pairing, own)
            if reading is not None:
                found[number] = reading
    return found


def _whole(
    text: str, clause: int, number: int, pairing: Pairing, own: Collection[str]
) -> Reading | None:
    """Return what a bracket that opens and closes in one clause says of itself."""
    positions = pairing.positions
    start, close = positions[number] + 1, pairing.partners[number]
    end = positions[close]
    head = before(text, start, positions[number + 1], own)
    start = head.start if head else start
    slashes = _slashes(text, number, start, pairing)
    if slashes:
        return _parted(text, [start, *slashes], number, head, pairing, own)
    said = replace(head, end=end) if head else None
    if said is None:
        inner = max(start, positions[close - 1] + 1)
        said = instead(text, start, end, own) if inner == start else None
        said = said or after(text, inner, end, own)
        if said:
            said = replace(said, start=max(start, said.start) if said.start == end else start)
    if said is None:
        stop = pairing.stop(close, clause, text)
        said = behind(text, end + 1, stop, text[max(start, end - REACH) : end], own)
        said = replace(said, start=start, end=end) if said else None
    wordings: tuple[str, ...] = ()
    if close == number + 1:
        inside = text[said.start : said.end] if said else text[start:end]
        wordings = _single_words(inside)
    return Reading(said, wordings) if said or wordings else None


def _open(
    texts: Sequence[str], clause: int, number: int, pairing: Pairing, own: Collection[str]
) -> Reading | None:
    """Return what a bracket that closes in a later clause, or never, says of itself."""
    text = texts[clause]
    said = before(text, pairing.positions[number] + 1, pairing.stop(number, clause, text), own)
    partner = pairing.partners[number]
    if said is None and partner != NONE:
        later = bisect_right(pairing.firsts, partner) - 1
        end = pairing.positions[partner]
        inner = pairing.positions[partner - 1] + 1 if partner > pairing.firsts[later] else 0
        said = after(texts[later], inner, end, own) or behind(
            texts[later],
            end + 1,
            pairing.stop(partner, later, texts[later]),
            texts[later][inner:end][-REACH:],
            own,
        )
    return Reading(said) if said else None


def _slashes(text: str, number: int, start: int, pairing: Pairing) -> list[int]:
    """Return where slashes between blanks stand in a bracket itself, not in those inside it."""
    found: list[int] = []
    close = pairing.partners[number]
    if pairing.depths[number] > DEEPEST:
        return found
    inner = number + 1
    while True:
        found += [m.start() for m in _SLASH.finditer(text, start, pairing.positions[inner])]
        if inner >= close or len(found) >= MOST:
            return found if len(found) < MOST else []
        partner = pairing.partners[inner]
        inner = partner if partner > inner else inner
        start = max(start, pairing.positions[inner] + 1)
        inner += 1


def _parted(
    text: str,
    parts: Sequence[int],
    number: int,
    head: Attribution | None,
    pairing: Pairing,
    own: Collection[str],
) -> Reading:
    """Return what a bracket says that holds several wordings, each perhaps attributed itself."""
    ends = [*parts[1:], pairing.positions[pairing.partners[number]]]
    said: list[Attribution] = []
    wordings: list[str] = []
    for index, (begin, end) in enumerate(zip(parts, ends, strict=True)):
        start = begin + 1 if index else begin
        one = head if index == 0 and head else before(text, start, end, own)
        if one is None or one.start > end:
            inner = max(start, _last_bracket(text, start, end))
            one = after(text, inner, end, own)
            one = replace(one, start=start) if one else None
        else:
            one = replace(one, end=end)
        if one:
            said.append(one)
        wordings.append((text[one.start : one.end] if one else text[start:end]).strip())
    whole = Attribution(
        tuple(dict.fromkeys(party for one in said for party in one.supports)),
        tuple(dict.fromkeys(party for one in said for party in one.opposes)),
        tuple(dict.fromkeys(party for one in said for party in one.reserves)),
        start=parts[0],
        end=ends[-1],
    )
    named = whole.supports or whole.opposes or whole.reserves
    several = tuple(word for word in wordings if word)
    return Reading(whole if named else None, several if len(several) > 1 else ())


def _last_bracket(text: str, start: int, end: int) -> int:
    """Return where the tail of a wording begins: behind the last bracket in it."""
    return max(text.rfind(mark, start, end) for mark in CLOSING + OPENING) + 1


def _single_words(inside: str) -> tuple[str, ...]:
    """Return the words of `shall/should`, nothing when it is no such pair."""
    word = inside.strip()
    if len(word) > 200 or "/" not in word or not _WORDS.fullmatch(word):
        return ()
    words = word.split("/")
    if len(words) > MOST or any(one.casefold() in ("and", "or") for one in words):
        return ()
    return tuple(words)
