"""Cycles of waiting: each waits for the next, and the last for the first."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

# Where the search ends: so many cycles, and so many steps from one clause to the next.
MOST_CYCLES = 1_000
MOST_STEPS = 200_000

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Found:
    """The cycles of a graph; `complete` is False where a bound ended the search."""

    cycles: tuple[tuple[str, ...], ...]
    complete: bool


def natural(id: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts ids as people do: E2 before E16."""
    return tuple(
        (int(part), "") if part.isdecimal() and len(part) < 19 else (-1, part)
        for part in _DIGITS.split(id)
    )


def cycles(waits: Mapping[str, Collection[str]]) -> Found:
    """Return every cycle that holds no shorter one, each from its first id, the shortest first.

    A longer way round through clauses that already block each other tells nothing new, so only
    chordless cycles are listed, shorter ones before longer ones up to the bound. Pairs come first;
    what is left without them is cut into components as by R. Tarjan, Depth-first search and linear
    graph algorithms, SIAM J. Comput. 1 (1972), in which paths without chords are extended from
    their smallest id, as by T. Uno and H. Satoh, An efficient algorithm for enumerating chordless
    cycles and chordless paths, Discovery Science (2014).

    Args:
        waits: for each clause, those that it waits for; itself does not count.
    """
    order = sorted({*waits, *(one for some in waits.values() for one in some)}, key=natural)
    place = {id: number for number, id in enumerate(order)}
    ahead = [{place[one] for one in waits.get(id, ())} - {place[id]} for id in order]
    pairs = [
        (one, other)
        for one, some in enumerate(ahead)
        for other in sorted(some)
        if one < other and one in ahead[other]
    ]
    found = [tuple(order[number] for number in pair) for pair in pairs[:MOST_CYCLES]]
    complete = len(pairs) <= MOST_CYCLES
    for steps, path in enumerate(_longer(ahead), 1):
        if path is not None:
            found.append(tuple(order[number] for number in path))
        if steps >= MOST_STEPS or len(found) > MOST_CYCLES:
            complete = False
            break
    return Found(tuple(found[:MOST_CYCLES]), complete)


def _longer(ahead: Sequence[Collection[int]]) -> Iterator[tuple[int, ...] | None]:
    """Give each chordless cycle of three or more, and None for each step that closes none.

    Sets of nodes are the bits of a number. Two nodes that lead to each other are a cycle of their
    own, so no longer one passes from the one to the other.
    """
    to = [sum(1 << one for one in some) for some in ahead]
    back = [0] * len(ahead)
    for node, some in enumerate(ahead):
        for one in some:
            back[one] |= 1 << node
    one_way = [
        [one for one in sorted(some) if node not in ahead[one]] for node, some in enumerate(ahead)
    ]
    # A path, the nodes that an earlier one of it leads to or is led to by, and those it may use.
    queue: deque[tuple[tuple[int, ...], int, int]] = deque()
    for component in components(one_way):
        inside = sum(1 << one for one in component)
        for start in component:
            queue.append(((start,), back[start], inside >> (start + 1) << (start + 1)))
    while queue:
        path, barred, inside = queue.popleft()
        last, start = path[-1], path[0]
        for following in _bits(to[last] & inside & ~barred):
            if to[following] >> start & 1:
                yield (*path, following)
                continue
            yield None
            # Only into the first one may a way lead, and that closes it.
            earlier = 0 if len(path) == 1 else barred
            around = earlier | to[last] | back[following] | 1 << following
            queue.append(((*path, following), around, inside))


def _bits(number: int) -> Iterator[int]:
    """Give the places of the ones of a number, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def components(ahead: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the strongly connected components of two or more nodes, by their smallest node.

    Args:
        ahead: for each node, by its number, the numbers of the nodes that it leads to.
    """
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    open_: list[int] = []
    is_open: set[int] = set()
    found: list[list[int]] = []
    for root in range(len(ahead)):
        if root in index:
            continue
        work = [(root, 0)]
        while work:
            node, turn = work.pop()
            if turn == 0:
                index[node] = low[node] = len(index)
                open_.append(node)
                is_open.add(node)
            elif (child := ahead[node][turn - 1]) in is_open:
                low[node] = min(low[node], low[child])
            if turn < len(ahead[node]):
                work.append((node, turn + 1))
                if ahead[node][turn] not in index:
                    work.append((ahead[node][turn], 0))
            elif low[node] == index[node]:
                at = open_.index(node)
                component, open_ = open_[at:], open_[:at]
                is_open.difference_update(component)
                if len(component) > 1:
                    found.append(sorted(component))
    return sorted(found)
