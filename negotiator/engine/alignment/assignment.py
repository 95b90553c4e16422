"""The best one-to-one choice among weighted pairs."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heappop, heappush

Pair = tuple[int, int]
UNREACHED = float("inf")


def assign(weights: Mapping[Pair, float]) -> set[Pair]:
    """Return the pairs that weigh most together, where each row and each column is in one at most.

    Rows enter one by one, each by the shortest way that frees a column for it (Jonker and
    Volgenant 1987, on the pairs that there are, so that it takes time by their number). A row may
    also stay alone, at no gain.

    Args:
        weights: how much each pair of row and column is worth; what is worth nothing is left out.
    """
    rows: dict[int, list[tuple[int, float]]] = {}
    for (row, column), weight in sorted(weights.items()):
        if weight > 0:
            rows.setdefault(row, []).append((column, -weight))
    prices: dict[int, float] = {}
    taken: dict[int, int] = {}
    mine: dict[int, int] = {}
    for row in rows:
        _enter(row, rows, prices, taken, mine)
    return {(row, column) for row, column in mine.items() if column >= 0}


def _enter(
    start: int,
    rows: Mapping[int, list[tuple[int, float]]],
    prices: dict[int, float],
    taken: dict[int, int],
    mine: dict[int, int],
) -> None:
    """Give a row its column, and those that it drives out another, at the least cost.

    To stay alone is a column of the row's own, numbered below zero.
    """
    distance: dict[int, float] = {}
    came_from: dict[int, int] = {}
    done: list[int] = []
    settled: set[int] = set()
    queue: list[tuple[float, int]] = []
    row, base = start, 0.0
    while True:
        held = mine.get(row)
        level = 0.0 if held is None else _cost(rows[row], held) - prices.get(held, 0.0)
        for column, cost in (*rows[row], (-1 - row, 0.0)):
            if column in settled:
                continue
            reached = base + cost - prices.get(column, 0.0) - level
            if reached < distance.get(column, UNREACHED):
                distance[column] = reached
                came_from[column] = row
                heappush(queue, (reached, column))
        while True:
            base, column = heappop(queue)
            if column not in settled and base <= distance[column]:
                break
        settled.add(column)
        if column not in taken:
            break
        done.append(column)
        row = taken[column]
    for other in done:
        prices[other] = prices.get(other, 0.0) + distance[other] - base
    while True:
        row = came_from[column]
        before = mine.get(row, column)
        mine[row], taken[column] = column, row
        if row == start:
            return
        column = before


def _cost(edges: list[tuple[int, float]], column: int) -> float:
    return 0.0 if column < 0 else next(cost for other, cost in edges if other == column)
