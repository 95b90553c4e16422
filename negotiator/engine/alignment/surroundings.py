"""What stands around a pair of clauses: neighbours, rivals, and the order of the documents."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from negotiator.engine.alignment.assignment import Pair
from negotiator.engine.alignment.odds import log_odds
from negotiator.engine.alignment.order import Crossings, concordance

# The signals of the surroundings, in the order of a row of values; those of one kind are seen at
# once.
NEIGHBOURS = ("neighbours", "best neighbour", "neighbours but one", "neighbours crosswise")
RIVALS = (
    "rank",
    "worse rank",
    "stronger rival",
    "weaker rival",
    "ahead of rivals",
    "behind rivals of another kind",
)
SUPPORT = (
    "support near by",
    "support in the chapter",
    "support in order",
    "log of support near by",
    "log of support in the chapter",
    "log of support in order",
    "share of the best support",
    "lower share of the best support",
    "order of the support",
)
ORDER = (
    "crossing links",
    "crossing links where order holds",
    "number of crossing links where order holds",
    "order holds",
)
PLACE = ("distance in the document", "both at the end")
SURROUNDINGS = (*NEIGHBOURS, *RIVALS, *SUPPORT, *ORDER, *PLACE)

Likeness = Callable[[int, int], float]
AROUND = 12
ALMOST_NONE = 0.05
SURE = 0.5


Values = Callable[[int, int], Sequence[float]]


def surroundings(
    first: Mapping[Pair, float],
    nearby: Likeness,
    sizes: tuple[int, int],
    siblings: tuple[Likeness, Likeness],
    names: Sequence[str] = SURROUNDINGS,
) -> Values:
    """Return what gives signals around a pair; pairs are asked for in the order of their rows.

    Nothing here looks at the pair's own wording; the place counts by what stands around it.

    Args:
        first: how likely each candidate seemed by wording alone.
        nearby: how alike the clauses of pairs near by are.
        sizes: the number of clauses of each document.
        siblings: how alike two clauses of the same document are, for each document.
        names: those to give, in the order of `SURROUNDINGS`.
    """
    kinds: tuple[tuple[tuple[str, ...], Callable[[], Values]], ...] = (
        (NEIGHBOURS, lambda: _neighbours(nearby)),
        (RIVALS, lambda: _Rivals(first, siblings).of),
        (SUPPORT, lambda: Support(first).of),
        (ORDER, lambda: _order(first, sizes[1])),
        (PLACE, lambda: _place(sizes)),
    )
    wanted = [(held, make()) for held, make in kinds if not set(held).isdisjoint(names)]
    given = [name for held, _ in wanted for name in held]
    kept = [at for at, name in enumerate(given) if name in names]
    looks = [look for _, look in wanted]

    def values(row: int, column: int) -> list[float]:
        whole = [value for look in looks for value in look(row, column)]
        return [whole[at] for at in kept]

    return values


def _neighbours(nearby: Likeness) -> Values:
    def values(row: int, column: int) -> tuple[float, ...]:
        near = nearby(row - 1, column - 1), nearby(row + 1, column + 1)
        return (
            sum(near) / 2,
            max(near),
            max([nearby(row + one, column + other) for one, other in NEXT_BUT_ONE]),
            max(nearby(row - 1, column + 1), nearby(row + 1, column - 1)),
        )

    return values


def _order(first: Mapping[Pair, float], columns: int) -> Values:
    sure = {pair: value for pair, value in first.items() if value > SURE}
    order = max(0.0, concordance(list(sure)))
    crossings = Crossings(sure, columns)

    def values(row: int, column: int) -> tuple[float, ...]:
        crossing, share = crossings.of(row, column)
        return share, share * order, math.log1p(crossing) * order, order

    return values


def _place(sizes: tuple[int, int]) -> Values:
    last_row, last_column = sizes[0] - 1, sizes[1] - 1

    def values(row: int, column: int) -> tuple[float, ...]:
        from_end = last_row - row, last_column - column
        return (
            abs(row / max(1, last_row) - column / max(1, last_column)),
            math.exp(-abs(from_end[0] - from_end[1]) / 3 - min(from_end) / 8),
        )

    return values


NEXT_BUT_ONE = ((-2, -2), (2, 2), (-1, -2), (-2, -1), (1, 2), (2, 1))


class _Rivals:
    """The other candidates of the two clauses of a pair."""

    def __init__(self, first: Mapping[Pair, float], siblings: tuple[Likeness, Likeness]) -> None:
        self._first = first
        self._siblings = siblings
        self._rows: dict[int, list[tuple[float, int]]] = {}
        self._columns: dict[int, list[tuple[float, int]]] = {}
        for (row, column), value in first.items():
            self._rows.setdefault(row, []).append((-value, column))
            self._columns.setdefault(column, []).append((-value, row))
        for held in (*self._rows.values(), *self._columns.values()):
            held.sort()

    def of(self, row: int, column: int) -> list[float]:
        mine = self._first[row, column]
        along = _rival(self._rows[row], column, mine)
        across = _rival(self._columns[column], row, mine)
        own = log_odds(mine)
        best = log_odds(along[1]), log_odds(across[1])
        # A rival that says much the same as this clause is no rival: both may be meant.
        other_kind = (
            1 - (self._siblings[1](column, along[2]) if along[2] >= 0 else 0.0),
            1 - (self._siblings[0](row, across[2]) if across[2] >= 0 else 0.0),
        )
        return [
            math.log1p(along[0]) + math.log1p(across[0]),
            math.log1p(max(along[0], across[0])),
            max(best),
            min(best),
            own - max(best),
            sum(max(0.0, rival - own) * kind for rival, kind in zip(best, other_kind, strict=True)),
        ]


def _rival(held: Sequence[tuple[float, int]], mine: int, value: float) -> tuple[int, float, int]:
    """Return how many are likelier, and the likelihood and the number of the best other."""
    better = bisect_left(held, (-value, -1))
    at = 1 if held[0][1] == mine else 0
    return (better, -held[at][0], held[at][1]) if len(held) > at else (better, 0.0, -1)


class Support:
    """How far what stands around two clauses lines up as well."""

    def __init__(self, first: Mapping[Pair, float]) -> None:
        """Take the pairs that are not quite unlikely.

        Args:
            first: how likely each candidate seemed by wording alone.
        """
        self._first = first
        self._rows: dict[int, list[tuple[int, float]]] = {}
        for (row, column), value in first.items():
            if value > ALMOST_NONE:
                self._rows.setdefault(row, []).append((column, value))

    @cached_property
    def _found(self) -> dict[Pair, tuple[float, float, float, float]]:
        return {pair: self._around(*pair) for pair in self._first}

    @cached_property
    def _best(self) -> tuple[dict[int, float], dict[int, float]]:
        held: tuple[dict[int, float], dict[int, float]] = ({}, {})
        for pair, found in self._found.items():
            for best, place in zip(held, pair, strict=True):
                best[place] = max(best.get(place, 0.0), found[1])
        return held

    def in_order(self, row: int, column: int) -> float:
        """Return how far the clauses around two clauses line up in the same order."""
        return self._around(row, column)[2]

    def of(self, row: int, column: int) -> tuple[float, ...]:
        """Return the signals of a candidate, in the order of `SUPPORT`."""
        near, wide, along, order = self._found[row, column]
        shares = [
            wide / (best[place] + 0.05)
            for best, place in zip(self._best, (row, column), strict=True)
        ]
        return (
            near,
            wide,
            along,
            math.log(0.02 + near),
            math.log(0.05 + wide),
            math.log(0.02 + along),
            max(shares),
            min(shares),
            order,
        )

    def _around(self, row: int, column: int) -> tuple[float, float, float, float]:
        near = wide = along = order = 0.0
        for other in range(row - AROUND, row + AROUND + 1):
            if other == row:
                continue
            down = other - row
            for place, value in self._rows.get(other, ()):
                right = place - column
                distance = abs(down) + abs(right)
                if not right or distance > 4 * AROUND:
                    continue
                weight = value * NEAR[distance]
                near += weight
                wide += value * WIDE[distance]
                same_way = down * right > 0
                order += weight if same_way else -weight
                if same_way and abs(down - right) <= 2:
                    along += value * ALONG[distance]
        return near, wide, along, order


NEAR, WIDE, ALONG = (
    tuple(math.exp(-distance / reach) for distance in range(4 * AROUND + 1)) for reach in (3, 10, 6)
)
