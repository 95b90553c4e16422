"""Finds ruled tables: which cells the lines of a page enclose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from negotiator.documents.kinds.pdf.shapes import Box, Rule

# Points: lines so near are one, lines that miss each other by so little meet.
NEAR, MEETING = 2.5, 3.5
# The share of a cell's side that a line must cover to close it.
CLOSED = 0.6
# Cells smaller than this, in points, are the gaps of double lines.
SMALLEST = 5.0
MOST_CELLS = 5_000


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of a grid.

    Args:
        box: the area that it encloses.
        row, column: of its upper left corner, counted from 0.
        rows, columns: how many it goes across.
    """

    box: Box
    row: int
    column: int
    rows: int
    columns: int


@dataclass(slots=True)
class Grid:
    """A ruled table.

    Args:
        box: its area.
        edges: the places of the upright lines, from left to right.
        fields: its cells, row by row.
    """

    box: Box
    edges: tuple[float, ...]
    fields: list[Field] = field(default_factory=list)


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """Return the ruled tables of a page, from top to bottom.

    A box around a paragraph or around the page is none: some row must have two cells.
    """
    level = _merged([rule for rule in rules if rule.level], level=True)
    upright = _merged([rule for rule in rules if not rule.level], level=False)
    if len(level) < 2 or not upright:
        return []
    found = [grid for part in _connected(level, upright) if (grid := _grid(*part))]
    found.sort(key=lambda grid: -grid.box.area)
    outer: list[Grid] = []
    for grid in found:
        x, y = (grid.box.left + grid.box.right) / 2, (grid.box.top + grid.box.bottom) / 2
        if not any(other.box.holds(x, y) for other in outer):
            outer.append(grid)
    return sorted(outer, key=lambda grid: (grid.box.top, grid.box.left))


def _merged(rules: list[Rule], *, level: bool) -> list[Rule]:
    """Return lines with those that lie on each other or continue each other as one."""

    def place(rule: Rule) -> float:
        return rule.y if level else rule.x

    def span(rule: Rule) -> tuple[float, float]:
        return (rule.left, rule.right) if level else (rule.top, rule.bottom)

    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=place):
        if groups and place(rule) - place(groups[-1][0]) <= NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    found: list[Rule] = []
    for group in groups:
        middle = sum(map(place, group)) / len(group)
        spans: list[list[float]] = []
        for begin, end in sorted(map(span, group)):
            if spans and begin <= spans[-1][1] + MEETING:
                spans[-1][1] = max(spans[-1][1], end)
            else:
                spans.append([begin, end])
        for begin, end in spans:
            ends = (begin, middle, end, middle) if level else (middle, begin, middle, end)
            found.append(Rule(*ends))
    return found


def _connected(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the lines in groups that hang together."""
    group = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for i, one in enumerate(level):
        for j, other in enumerate(upright, len(level)):
            across = one.left - MEETING <= other.x <= one.right + MEETING
            if across and other.top - MEETING <= one.y <= other.bottom + MEETING:
                group[root(i)] = root(j)
    parts: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate([*level, *upright]):
        parts.setdefault(root(index), ([], []))[index >= len(level)].append(rule)
    return [part for part in parts.values() if len(part[0]) > 1 and part[1]]


def _grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    xs = _places([rule.x for rule in upright], [r.left for r in level], [r.right for r in level])
    ys = _places([rule.y for rule in level], [r.top for r in upright], [r.bottom for r in upright])
    if len(xs) < 3 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > MOST_CELLS:
        return None
    fields = _fields(xs, ys, level, upright)
    if max(Counter(one.row for one in fields).values()) < 2:
        return None
    return Grid(Box(xs[0], ys[0], xs[-1], ys[-1]), tuple(xs), fields)


def _places(lines: list[float], begins: list[float], ends: list[float]) -> list[float]:
    """Return where a grid's lines stand; an open side is closed where its crossing lines end."""
    found: list[float] = []
    for place in sorted([*lines, min(begins), max(ends)]):
        if not found or place - found[-1] > SMALLEST:
            found.append(place)
    return found


def _fields(
    xs: list[float], ys: list[float], level: list[Rule], upright: list[Rule]
) -> list[Field]:
    """Return the cells: the smallest fields, put together where no line parts them."""
    wide, high = len(xs) - 1, len(ys) - 1
    walls = [[(r.top, r.bottom) for r in upright if abs(r.x - x) <= SMALLEST] for x in xs]
    floors = [[(r.left, r.right) for r in level if abs(r.y - y) <= SMALLEST] for y in ys]
    right = [[_covered(walls[c + 1], ys[r], ys[r + 1]) for c in range(wide)] for r in range(high)]
    below = [[_covered(floors[r + 1], xs[c], xs[c + 1]) for c in range(wide)] for r in range(high)]
    taken = [[False] * wide for _ in range(high)]
    found: list[Field] = []
    for row in range(high):
        for column in range(wide):
            if taken[row][column]:
                continue
            last = column
            while last + 1 < wide and not right[row][last] and not taken[row][last + 1]:
                last += 1
            foot = row
            while foot + 1 < high and not any(below[foot][column : last + 1]):
                foot += 1
            for r in range(row, foot + 1):
                taken[r][column : last + 1] = [True] * (last + 1 - column)
            box = Box(xs[column], ys[row], xs[last + 1], ys[foot + 1])
            found.append(Field(box, row, column, foot + 1 - row, last + 1 - column))
    return found


def _covered(lines: list[tuple[float, float]], begin: float, end: float) -> bool:
    """Tell whether lines, each from one place to another, cover most of a stretch."""
    total = sum(max(0.0, min(high, end) - max(low, begin)) for low, high in lines)
    return total >= CLOSED * (end - begin)
