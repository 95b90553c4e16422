"""Version to version: what was added, modified, suppressed, moved, renumbered."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from negotiator.engine.wording import Span, editorial, redline
from negotiator.model import Clause, Wording


class ChangeKind(StrEnum):
    """What became of a clause from one version to the next; several may hold."""

    UNCHANGED = "unchanged"
    EDITORIAL = "editorial"
    MODIFIED = "modified"
    ADDED = "added"
    SUPPRESSED = "suppressed"
    MOVED = "moved"
    RENUMBERED = "renumbered"


# The change symbols of the International Telecommunication Union.
SYMBOLS = {
    ChangeKind.ADDED: "ADD",
    ChangeKind.SUPPRESSED: "SUP",
    ChangeKind.MODIFIED: "MOD",
    ChangeKind.EDITORIAL: "(MOD)",
    ChangeKind.MOVED: "(MOD)",
    ChangeKind.RENUMBERED: "(MOD)",
    ChangeKind.UNCHANGED: "NOC",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One clause from version to version.

    Args:
        kinds: what became of it, strongest first.
        old: the clause before; None when it was added.
        new: the clause after; None when it was suppressed.
        redline: how the wording changed; None unless both are verbatim and differ.
    """

    kinds: tuple[ChangeKind, ...]
    old: Clause | None
    new: Clause | None
    redline: tuple[Span, ...] | None = None

    @property
    def symbol(self) -> str:
        """Return the change symbol: ADD, SUP, MOD, (MOD) or NOC."""
        return SYMBOLS[self.kinds[0]]


def changes(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[Change, ...]:
    """Return what became of every clause between two versions, in the order of the new one.

    Clauses are the same by key; a key that vanished and one that appeared are the same clause
    when their text is, and no other clause has that text. Suppressed clauses stand where they
    stood.
    """
    pairs = _pairs(old, new)
    moved = _moved([(before, after) for before, after in pairs if before and after])
    return tuple(
        _change(before, after, after is not None and after.key in moved) for before, after in pairs
    )


Pair = tuple[Clause | None, Clause | None]


def _pairs(old: Sequence[Clause], new: Sequence[Clause]) -> list[Pair]:
    by_key = {clause.key: clause for clause in old}
    kept = {clause.key: by_key[clause.key] for clause in new if clause.key in by_key}
    gone = [clause for clause in old if clause.key not in kept]
    come = [clause for clause in new if clause.key not in kept]
    for clause in come:
        twins = [one for one in gone if one.text == clause.text]
        rivals = [one for one in come if one.text == clause.text]
        if len(twins) == len(rivals) == 1:
            kept[clause.key] = twins[0]
    matched = {clause.key for clause in kept.values()}
    pairs: list[Pair] = [(kept.get(clause.key), clause) for clause in new]
    return _with_suppressed(old, pairs, matched)


def _with_suppressed(old: Sequence[Clause], pairs: list[Pair], matched: set[str]) -> list[Pair]:
    """Put each suppressed clause behind the clause that it followed."""
    placed = list(pairs)
    previous: Clause | None = None
    for clause in old:
        if clause.key not in matched:
            at = next((i + 1 for i, (before, _) in enumerate(placed) if before is previous), 0)
            placed.insert(at if previous is not None else 0, (clause, None))
        previous = clause
    return placed


def _moved(pairs: Sequence[tuple[Clause, Clause]]) -> set[str]:
    """Return the new keys of clauses outside the longest run that kept its order.

    The longest increasing subsequence of the old places (Fredman 1975).
    """
    places = [before.order for before, _ in pairs]
    tails: list[int] = []
    ends: list[int] = []
    links: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        links.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            ends.append(index)
        else:
            tails[at] = place
            ends[at] = index
    stayed = set(_chain(links, ends[-1] if ends else -1))
    return {after.key for index, (_, after) in enumerate(pairs) if index not in stayed}


def _chain(links: Sequence[int], last: int) -> Iterator[int]:
    while last >= 0:
        yield last
        last = links[last]


def _change(old: Clause | None, new: Clause | None, moved: bool) -> Change:
    if old is None:
        return Change((ChangeKind.ADDED,), None, new)
    if new is None:
        return Change((ChangeKind.SUPPRESSED,), old, None)
    verbatim = old.wording is new.wording is Wording.VERBATIM
    kinds: list[ChangeKind] = []
    if old.substance != new.substance:
        small = verbatim and editorial(old.text, new.text)
        kinds.append(ChangeKind.EDITORIAL if small else ChangeKind.MODIFIED)
    if moved:
        kinds.append(ChangeKind.MOVED)
    if old.reference != new.reference:
        kinds.append(ChangeKind.RENUMBERED)
    marked = redline(old.text, new.text) if verbatim and old.text != new.text else None
    return Change(tuple(kinds) or (ChangeKind.UNCHANGED,), old, new, marked)
