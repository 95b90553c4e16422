"""The brackets of an article: where they stand, who wants them, and what they compete with."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from negotiator.engine.brackets.pairing import NONE, Pairing, pair
from negotiator.engine.brackets.readings import Reading, readings
from negotiator.engine.brackets.wordings import competing


# A tuple and no dataclass: it takes a quarter of the time to make, and a hostile file holds
# millions of them.
class Bracket(NamedTuple):
    """A bracket, or the half of one that stands in a clause.

    A bracket that opens and closes in one clause is one record with both offsets. One that goes
    over several clauses is two records: in the clause where it opens, with `end` None and
    `closes_in` the other clause; and in the clause where it closes, with `start` None and
    `opens_in` the other clause. So over all clauses every opening bracket is one record with a
    `start`, and every closing one a record with an `end`. Clauses in between hold no record of it.

    Args:
        start: offset of the opening bracket in the clause, None when it does not open there.
        end: offset behind the closing bracket, None when it does not close there.
        depth: how deep it lies, 1 for outermost; an outer one that never closes counts.
        supports: parties that propose or support the wording, as printed.
        opposes: parties that oppose it or want it deleted.
        alternatives: the competing wordings that this is one of, in order; for a bracket that
            itself holds several, `[shall/should]`, those. Empty when there are none.
        closed: whether it has both an opening and a closing bracket in the article.
        closes_in: number of the later clause that holds the closing bracket.
        opens_in: number of the earlier clause that holds the opening bracket.
        reserves: parties that reserve their position or are still considering.
    """

    start: int | None
    end: int | None
    depth: int
    supports: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    closed: bool = True
    closes_in: int | None = None
    opens_in: int | None = None
    reserves: tuple[str, ...] = ()


def brackets(
    texts: Sequence[str], parties: Collection[str] = ()
) -> tuple[tuple[Bracket, ...], ...]:
    """Return for each clause of one article its brackets, in the order of their position.

    Time is linear in the length of the texts; nothing recurs. How brackets pair is said in
    `pairing`, how they are attributed in `attribution` and `parties`, what competes in `wordings`
    and `readings`.

    Args:
        texts: the clauses of one article or section, in order: a bracket may open in one clause
            and close in a later one.
        parties: codes and names of the negotiation's own parties, taken as they are spelled.
    """
    own = frozenset(parties)
    pairing = pair(texts, own)
    found = readings(texts, pairing, own)
    groups = competing(texts, pairing, found)
    return tuple(tuple(_records(clause, pairing, found, groups)) for clause in range(len(texts)))


def _records(
    clause: int,
    pairing: Pairing,
    found: Mapping[int, Reading],
    groups: Mapping[int, tuple[str, ...]],
) -> Iterator[Bracket]:
    first, last = pairing.firsts[clause], pairing.firsts[clause + 1]
    positions, partners, depths, opens = (
        pairing.positions,
        pairing.partners,
        pairing.depths,
        pairing.opens,
    )
    nobody: tuple[str, ...] = ()
    silent = Reading(None)
    for number in range(first, last):
        partner = partners[number]
        if partner != NONE and first <= partner < number:
            continue  # the closing half of a bracket of this clause
        supports = opposes = reserves = alternatives = nobody
        if found or groups:
            opener = number if opens[number] else partner
            reading = found.get(opener, silent)
            alternatives = groups.get(opener, reading.wordings)
            if reading.said:
                supports, opposes = reading.said.supports, reading.said.opposes
                reserves = reading.said.reserves
        place = positions[number]
        if partner == NONE and opens[number]:
            start, end, closes, came = place, None, None, None
        elif partner == NONE:
            start, end, closes, came = None, place + 1, None, None
        elif first <= partner < last:
            start, end, closes, came = place, positions[partner] + 1, None, None
        elif opens[number]:
            start, end, closes, came = place, None, _clause_of(partner, pairing), None
        else:
            start, end, closes, came = None, place + 1, None, _clause_of(partner, pairing)
        yield Bracket(
            start, end, depths[number], supports, opposes, alternatives, partner != NONE,
            closes, came, reserves,
        )  # fmt: skip


def _clause_of(number: int, pairing: Pairing) -> int:
    """Return the clause that holds a bracket."""
    return bisect_right(pairing.firsts, number) - 1
