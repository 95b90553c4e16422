"""Whether links run in the order of both documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from negotiator.engine.alignment.assignment import Pair


class Tally:
    """Sums over the beginnings of a row of numbers, kept as they change (Fenwick 1994)."""

    def __init__(self, size: int) -> None:
        """Begin with nothing in `size` places."""
        self._sums = [0.0] * (size + 1)

    def add(self, place: int, value: float) -> None:
        """Add to one place."""
        at = place + 1
        while at < len(self._sums):
            self._sums[at] += value
            at += at & -at

    def before(self, place: int) -> float:
        """Return the sum of all places before this one."""
        total = 0.0
        at = place
        while at > 0:
            total += self._sums[at]
            at -= at & -at
        return total


def concordance(links: Sequence[Pair]) -> float:
    """Return how far links run in order: 1 all, 0 half of the pairs of links, -1 none.

    Kendall's tau over the pairs of links that share neither row nor column (Kendall 1938).
    """
    size = 1 + max((column for _, column in links), default=0)
    tally = Tally(size)
    same = reverse = 0.0
    waiting: list[int] = []
    count = 0
    previous = -1
    for row, column in sorted(links):
        if row != previous:
            for place in waiting:
                tally.add(place, 1.0)
            count += len(waiting)
            waiting = []
            previous = row
        same += tally.before(column)
        reverse += count - tally.before(column + 1)
        waiting.append(column)
    return (same - reverse) / (same + reverse) if same + reverse else 0.0


class Crossings:
    """How many sure links run across a pair: before it on one side and after it on the other."""

    def __init__(self, sure: Mapping[Pair, float], columns: int) -> None:
        """Take the sure links with their likelihood."""
        self._rows: dict[int, list[tuple[int, float]]] = {}
        for (row, column), value in sorted(sure.items()):
            self._rows.setdefault(row, []).append((column, value))
        self._columns: dict[int, float] = {}
        for (_, column), value in sorted(sure.items()):
            self._columns[column] = self._columns.get(column, 0.0) + value
        self._all = sum(sure.values())
        self._above = Tally(columns)
        self._below = Tally(columns)
        for column, value in self._columns.items():
            self._below.add(column, value)
        self._row = -1
        self._size = columns

    def of(self, row: int, column: int) -> tuple[float, float]:
        """Return the weight of the links that cross, and its share of all that could.

        Pairs are asked for in the order of their rows.
        """
        while self._row < row:
            for place, value in self._rows.get(self._row, ()):
                self._above.add(place, value)
            self._row += 1
            for place, value in self._rows.get(self._row, ()):
                self._below.add(place, -value)
        above = self._above.before(self._size) - self._above.before(column + 1)
        below = self._below.before(column)
        here = self._rows.get(row, ())
        mine = sum(value for place, value in here if place != column)
        others = self._all - self._columns.get(column, 0.0) - mine
        crossing = max(0.0, above + below)
        return crossing, crossing / others if others > 1e-9 else 0.0
