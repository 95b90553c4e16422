"""What is known to have become of every clause, and how well somebody found it out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

Pair = tuple[int, int]


class Kind(StrEnum):
    """What became of a clause."""

    UNCHANGED = "unchanged"
    MODIFIED = "modified"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Link:
    """A clause of the old version that became one of the new, by their places from 0."""

    old: int
    new: int
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Edited:
    """Two versions of a text and the truth about them.

    An old place in no link was deleted; a new place in no link was added.

    Args:
        old: the clauses of the first version.
        new: the clauses of the second.
        links: every clause that became another, in the order of the new version; two or three
            links with the same old place are a split, with the same new place a merge.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    links: tuple[Link, ...]

    def pairs(self, kind: Kind | None = None) -> frozenset[Pair]:
        """Return the (old, new) places of all links, or of those of one kind."""
        return frozenset(
            (link.old, link.new) for link in self.links if kind is None or kind in link.kinds
        )


@dataclass(frozen=True, slots=True)
class Found:
    """How well links were found, each figure from 0 to 1.

    Args:
        f1: of the links.
        split: share of the links between a clause and the parts it was split into.
        merged: share of the links between clauses and what they were merged into.
        precision: share of the links called moved that are true links, and moved.
        recall: share of the moved links that were found, and called moved.
    """

    f1: float
    split: float
    merged: float
    precision: float
    recall: float


def found(truth: Edited, links: Set[Pair], moved: Set[Pair]) -> Found:
    """Hold links, and those among them that are called moved, against the truth."""
    right = truth.pairs()
    truly_moved = truth.pairs(Kind.MOVED)
    return Found(
        f1=2 * len(right & links) / max(1, len(right) + len(links)),
        split=_share(truth.pairs(Kind.SPLIT), links),
        merged=_share(truth.pairs(Kind.MERGED), links),
        precision=_share(moved, truly_moved),
        recall=_share(truly_moved, moved),
    )


def _share(these: Set[Pair], among: Set[Pair]) -> float:
    return len(these & among) / len(these) if these else 1.0


def in_order(places: Sequence[int]) -> set[int]:
    """Return the indexes of the longest increasing run of places (Fredman 1975)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            ends.append(index)
        else:
            tails[at] = place
            ends[at] = index
    run: set[int] = set()
    last = ends[-1] if ends else -1
    while last >= 0:
        run.add(last)
        last = before[last]
    return run
