"""Rows of tables and items of lists are compared row by row, and cells cell by cell.

Words alone would find the figures of one row again in the next: a row that came in would be
scattered over its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from negotiator.engine.patience import Patience, endless
from negotiator.engine.wording.anchors import increasing
from negotiator.engine.wording.lexicon import CELL_BREAKS, LINE_BREAKS
from negotiator.engine.wording.script import Edit, script
from negotiator.engine.wording.tokens import Tokens

# Two rows are the same row when at least this share of their words is.
ALIKE = 0.4
# Rows of a stretch in which all changed: so many pairs of them are looked at, else words alone.
MOST_PAIRS = 10_000
# Row by row may mark more than words alone do, for figures stay in their columns; not much more.
DEARER, SLACK = 2, 8

_BULLETS = frozenset("-*•◦▪–—·‣●○■□")
LONGEST_LABEL = 4
LETTERS_OF_A_NAME = 3

Line = tuple[int, int]  # its tokens, without the line break


def tabular(side: Tokens) -> bool:
    """Tell whether most lines of a text are rows or items."""
    lines = _lines(side.keys)
    return len(lines) > 1 and 2 * sum(_is_row(side.keys[a:b]) for a, b in lines) >= len(lines)


def row_script(old: Tokens, new: Tokens, patience: Patience = endless) -> list[Edit]:
    """Return the edits of a text of rows, row by row where rows correspond.

    Args:
        old: its tokens.
        new: the tokens of the other text.
        patience: asked between rows; when it is over, what is left is exchanged whole.
    """
    lines, new_lines = _lines(old.keys), _lines(new.keys)
    left = [" ".join(old.keys[a:b]) for a, b in lines]
    right = [" ".join(new.keys[a:b]) for a, b in new_lines]
    pairs: list[tuple[int, int]] = []
    at = new_at = 0
    edits: list[Edit] = []
    for start, end, new_start, new_end in (
        *script(left, right, patience),
        (len(left), len(left), len(right), len(right)),
    ):
        pairs += zip(range(at, start), range(new_at, new_start), strict=True)
        if end > start and new_end > new_start and not patience():
            pairs += _paired(old.keys, new.keys, lines, new_lines, (start, end, new_start, new_end))
        at, new_at = end, new_end
    edits = _by_rows(old.keys, new.keys, lines, new_lines, pairs, patience)
    words = script(old.keys, new.keys, patience)
    return edits if _marked(edits) <= DEARER * _marked(words) + SLACK else words


def _marked(edits: Sequence[Edit]) -> int:
    return sum(b - a + d - c for a, b, c, d in edits)


def _lines(keys: Sequence[str]) -> list[Line]:
    lines: list[Line] = []
    start = 0
    for at, key in enumerate(keys):
        if key in LINE_BREAKS:
            lines.append((start, at))
            start = at + 1
    if start < len(keys):
        lines.append((start, len(keys)))
    return lines


def _is_row(keys: Sequence[str]) -> bool:
    if not keys or not CELL_BREAKS.isdisjoint(keys):
        return True
    return bool(_label(keys))


def _label(keys: Sequence[str]) -> int:
    """Return how many tokens the label of an item takes: "-", "3." or "(a)"."""
    if keys[0] in _BULLETS:
        return 1
    opened = int(keys[0] == "(")
    name, end = keys[opened : opened + 1], keys[opened + 1 : opened + 2]
    labelled = name and end and end[0] in ").]" and len(name[0]) <= LONGEST_LABEL
    return opened + 2 if labelled else 0


def _paired(
    old: Sequence[str],
    new: Sequence[str],
    lines: Sequence[Line],
    new_lines: Sequence[Line],
    block: Edit,
) -> Iterator[tuple[int, int]]:
    """Return which rows of a stretch are the same row, changed."""
    start, new_start = block[0], block[2]
    named = _by_name(old, new, lines, new_lines, block)
    for row, new_row in (*named, (block[1], block[3])):
        if (row - start) * (new_row - new_start) <= MOST_PAIRS:
            yield from _by_likeness(
                [_words(old, lines[at]) for at in range(start, row)],
                [_words(new, new_lines[at]) for at in range(new_start, new_row)],
                start,
                new_start,
            )
        if (row, new_row) != (block[1], block[3]):
            yield row, new_row
        start, new_start = row + 1, new_row + 1


def _by_name(
    old: Sequence[str],
    new: Sequence[str],
    lines: Sequence[Line],
    new_lines: Sequence[Line],
    block: Edit,
) -> list[tuple[int, int]]:
    """Return rows of tables whose first cell is a name that stands once on each side."""
    here = _names(old, lines, range(block[0], block[1]))
    there = _names(new, new_lines, range(block[2], block[3]))
    pairs = [(row, there[name]) for name, row in here.items() if name in there]
    return [pairs[at] for at in increasing([new_row for _, new_row in pairs])]


def _names(keys: Sequence[str], lines: Sequence[Line], rows: range) -> dict[str, int]:
    found: dict[str, int] = {}
    twice: set[str] = set()
    for row in rows:
        cells = [" ".join(keys[a:b]) for a, b in _cells(keys, lines[row])]
        name = next(filter(None, cells), "") if len(cells) > 1 else ""
        if sum(map(str.isalpha, name)) >= LETTERS_OF_A_NAME:
            if name in found:
                twice.add(name)
            found.setdefault(name, row)
    return {name: row for name, row in found.items() if name not in twice}


def _words(keys: Sequence[str], line: Line) -> list[str]:
    """Return the words of a row without its label, which changes when another row comes in."""
    row = keys[line[0] : line[1]]
    return [key for key in row[_label(row) if row else 0 :] if key[0].isalnum()]


def _by_likeness(
    left: Sequence[Sequence[str]], right: Sequence[Sequence[str]], start: int, new_start: int
) -> Iterator[tuple[int, int]]:
    """Return the pairs, in order, whose likeness adds up to most (Needleman and Wunsch 1970)."""
    likeness = [
        [like if (like := Indel.normalized_similarity(a, b)) >= ALIKE and a else 0.0 for b in right]
        for a in left
    ]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + likeness[i][j])
    i = j = 0
    while i < len(left) and j < len(right):
        if likeness[i][j] and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            yield start + i, new_start + j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _by_rows(
    old: Sequence[str],
    new: Sequence[str],
    lines: Sequence[Line],
    new_lines: Sequence[Line],
    pairs: Sequence[tuple[int, int]],
    patience: Patience,
) -> list[Edit]:
    edits: list[Edit] = []
    at = new_at = 0
    for row, new_row in pairs:
        (start, end), (new_start, new_end) = lines[row], new_lines[new_row]
        if at < start or new_at < new_start:
            edits += _breaks_kept(old, new, at, start, new_at, new_start)
        for a, b, c, d in _cell_by_cell(old, new, (start, end), (new_start, new_end)):
            if old[a:b] != new[c:d]:
                edits += (
                    (a + e, a + f, c + g, c + h)
                    for e, f, g, h in script(old[a:b], new[c:d], patience)
                )
        at, new_at = end, new_end
    if at < len(old) or new_at < len(new):
        edits += _breaks_kept(old, new, at, len(old), new_at, len(new))
    return edits


def _breaks_kept(
    old: Sequence[str], new: Sequence[str], at: int, start: int, new_at: int, new_start: int
) -> Iterator[Edit]:
    """Return the edit between two rows; the line break that ends the first is kept."""
    if at < start and new_at < new_start and old[at] == new[new_at] in LINE_BREAKS:
        at, new_at = at + 1, new_at + 1
    if at < start or new_at < new_start:
        yield at, start, new_at, new_start


def _cell_by_cell(
    old: Sequence[str], new: Sequence[str], line: Line, new_line: Line
) -> Iterator[Edit]:
    cells, new_cells = _cells(old, line), _cells(new, new_line)
    if len(cells) != len(new_cells) or [old[b] for _, b in cells[:-1]] != [
        new[b] for _, b in new_cells[:-1]
    ]:
        cells, new_cells = [line], [new_line]
    for (a, b), (c, d) in zip(cells, new_cells, strict=True):
        yield a, b, c, d


def _cells(keys: Sequence[str], line: Line) -> list[Line]:
    cells: list[Line] = []
    start = line[0]
    for at in range(*line):
        if keys[at] in CELL_BREAKS:
            cells.append((start, at))
            start = at + 1
    return [*cells, (start, line[1])]
