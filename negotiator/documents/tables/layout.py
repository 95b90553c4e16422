"""Which column of a table holds what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from negotiator.documents.tables.fields import LONGEST_HEADING, Field, certain, field_of
from negotiator.documents.tables.grid import Placed, Row
from negotiator.documents.tables.likeness import share_alike
from negotiator.documents.tables.references import citation_of

# More columns than this are data, not wording beside wording, unless their headings say so.
MOST_COLUMNS = 8
# At least this share of the rows must hold two versions of one provision.
MOSTLY = 0.5
LONG_CELL = 80


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where it stands in the grid, its heading, and what it holds.

    Args:
        start: its first column of the grid, counted from 0.
        end: the column of the grid after it.
        heading: as printed; empty in a table without headings.
        field: what it holds, None when that is not known.
        party: whose wording it holds, in a table with a column for each party.
    """

    start: int
    end: int
    heading: str = ""
    field: Field | None = None
    party: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table from left to right."""

    columns: tuple[Column, ...]

    def has(self, field: Field) -> bool:
        """Tell whether any column holds this."""
        return any(column.field is field for column in self.columns)

    @property
    def amending(self) -> bool:
        """Tell whether the table proposes changes, rather than stating provisions."""
        return self.has(Field.TEXT) and (
            self.has(Field.BASE)
            or any(
                column.field is Field.TEXT and certain(column.heading) for column in self.columns
            )
        )

    def column_of(self, cell: Placed) -> Column | None:
        """Return the column that most of a cell stands in."""
        best, most = None, 0
        for column in self.columns:
            shared = min(cell.end, column.end) - max(cell.column, column.start)
            if shared > most:
                best, most = column, shared
        return best

    def parties_under(self, cell: Placed) -> list[str]:
        """Return the parties whose columns a cell stands in or goes across."""
        return [
            one.party
            for one in self.columns
            if one.party and cell.column < one.end and one.start < cell.end
        ]

    def crossed_by(self, cell: Placed) -> int:
        """Return how many columns a cell goes across."""
        return sum(cell.column < one.end and one.start < cell.end for one in self.columns)


def headed_by(row: Row, body: Sequence[Row], *, records: bool) -> Layout | None:
    """Return the layout that a row of headings gives, None when it is no such row.

    Args:
        row: the row.
        body: the rows under it, whose texts settle what headings leave open.
        records: whether the table is a sheet of one row per clause, so that fewer headings do.
    """
    cells = row.filled
    fewest = 1 if records and len(row.cells) == 1 else 2
    if len(cells) < fewest or any(len(cell.text) > LONGEST_HEADING for cell in cells):
        return None
    columns = tuple(Column(c.column, c.end, c.text, field_of(c.text)) for c in cells)
    found = [column for column in columns if column.field]
    worded = any(column.field in (Field.TEXT, Field.BASE) for column in found)
    sure = any(certain(column.heading) for column in found)
    if not ((worded and (records or sure)) or ((worded or records) and len(found) > 1)):
        return None
    layout = Layout(_settled(_with_bare(columns, row), body))
    return layout if layout.has(Field.TEXT) else None


def _with_bare(columns: tuple[Column, ...], row: Row) -> tuple[Column, ...]:
    bare = [Column(c.column, c.end) for c in row.cells if not c.lines]
    return tuple(sorted((*columns, *bare), key=lambda column: column.start))


def texts_of(body: Sequence[Row], layout: Layout, index: int) -> list[str]:
    """Return the texts that rows print in one column of a layout, row by row."""
    column = layout.columns[index]
    return [next((c.text for c in row.cells if layout.column_of(c) is column), "") for row in body]


def _settled(columns: tuple[Column, ...], body: Sequence[Row]) -> tuple[Column, ...]:
    columns = _text_found(columns, body)
    columns = _base_found(columns, body)
    columns = _one(columns, Field.TEXT, last=True)
    return _one(columns, Field.BASE, last=True)


def _text_found(columns: tuple[Column, ...], body: Sequence[Row]) -> tuple[Column, ...]:
    fields = [column.field for column in columns]
    if Field.TEXT in fields:
        return columns
    if Field.BASE not in fields:
        long = [i for i in _held(columns, Field.REFERENCE) if _is_long(columns, body, i)]
        return _given(columns, long[-1:], Field.TEXT)
    base = fields.index(Field.BASE)
    if any(
        line.marked for row in body for c in row.cells for line in c.lines if _in(c, columns[base])
    ):
        return _given(columns, [base], Field.TEXT)
    open_ones = [i for i, column in enumerate(columns) if column.field is None]
    named = [i for i in open_ones if columns[i].heading] or open_ones
    return _given(columns, named[:1], Field.TEXT)


def _base_found(columns: tuple[Column, ...], body: Sequence[Row]) -> tuple[Column, ...]:
    texts = _held(columns, Field.TEXT)
    if not texts or _held(columns, Field.BASE):
        return columns
    weak = [i for i in texts if not certain(columns[i].heading)]
    text = next((i for i in reversed(texts) if i not in weak), texts[-1])
    layout = Layout(columns)
    right = texts_of(body, layout, text)
    for i, column in enumerate(columns):
        open_one = column.field in (None, Field.REFERENCE, Field.HEADING) or i in weak
        if i != text and open_one:
            left = texts_of(body, layout, i)
            if share_alike(list(zip(left, right, strict=True))) >= MOSTLY:
                return _given(columns, [i], Field.BASE)
    return columns


def _held(columns: tuple[Column, ...], field: Field) -> list[int]:
    return [i for i, column in enumerate(columns) if column.field is field]


def _given(columns: tuple[Column, ...], places: list[int], field: Field) -> tuple[Column, ...]:
    return tuple(
        replace(column, field=field) if i in places else column for i, column in enumerate(columns)
    )


def _one(columns: tuple[Column, ...], field: Field, *, last: bool) -> tuple[Column, ...]:
    held = _held(columns, field)
    kept = held[-1] if last and held else None
    return tuple(
        replace(column, field=None) if i in held and i != kept else column
        for i, column in enumerate(columns)
    )


def _in(cell: Placed, column: Column) -> bool:
    return cell.column < column.end and column.start < cell.end


def _is_long(columns: tuple[Column, ...], body: Sequence[Row], index: int) -> bool:
    texts = [text for text in texts_of(body, Layout(columns), index) if text]
    return bool(texts) and sum(map(len, texts)) / len(texts) >= LONG_CELL


def guessed(rows: Sequence[Row]) -> Layout | None:
    """Return the layout of a table without headings, None when its texts do not tell.

    Two columns that hold versions of the same provisions are base text and proposal; so is one
    column with struck wording.
    """
    shapes = Counter(
        tuple((c.column, c.end) for c in row.cells) for row in rows if len(row.filled) > 1
    )
    if not shapes:
        return None
    shape = max(shapes, key=lambda one: shapes[one])
    if not 2 <= len(shape) <= MOST_COLUMNS:
        return None
    blank = Layout(tuple(Column(start, end) for start, end in shape))
    texts = [texts_of(rows, blank, i) for i in range(len(shape))]
    fields = _versions(texts) or _marked(rows, blank)
    if not fields:
        return None
    last = max(fields)
    for i, column in enumerate(texts):
        fields.setdefault(i, _kind(column, after=i > last))
    if any(fields[i] is None and any(column) for i, column in enumerate(texts)):
        return None
    return Layout(tuple(replace(column, field=fields[i]) for i, column in enumerate(blank.columns)))


def _versions(texts: list[list[str]]) -> dict[int, Field | None]:
    best, found = 0.0, (0, 0)
    for left in range(len(texts)):
        for right in range(left + 1, len(texts)):
            share = share_alike(list(zip(texts[left], texts[right], strict=True)))
            if share > best:
                best, found = share, (left, right)
    return {found[0]: Field.BASE, found[1]: Field.TEXT} if best >= MOSTLY else {}


def _marked(rows: Sequence[Row], layout: Layout) -> dict[int, Field | None]:
    marks = Counter(
        layout.columns.index(column)
        for row in rows
        for cell in row.cells
        if (column := layout.column_of(cell)) and any(line.marked for line in cell.lines)
    )
    if not marks:
        return {}
    most = max(marks, key=lambda i: (marks[i], -i))
    return {most: Field.TEXT} if _is_long(layout.columns, rows, most) else {}


def _kind(texts: list[str], *, after: bool) -> Field | None:
    filled = [text for text in texts if text]
    if not filled:
        return None
    if sum(citation_of(text) is not None for text in filled) * 2 >= len(filled):
        return Field.REFERENCE
    if all(text.strip(" .()").isdigit() for text in filled):
        return Field.NUMBER
    if after:
        return Field.JUSTIFICATION
    return Field.HEADING if max(map(len, filled)) < LONG_CELL else None
