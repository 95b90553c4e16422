"""Tables on their way from the page to the manuscript, put together over page breaks."""

from __future__ import annotations

from dataclasses import dataclass, field

from negotiator.documents.kinds.pdf.numbering import begins_numbered, ends_sentence
from negotiator.documents.kinds.pdf.passages import Passage, goes_on
from negotiator.documents.manuscript import Omission

# Points by which the columns of two parts of one table may differ, ruled and not ruled.
SHIFT, LOOSE_SHIFT = 6.0, 25.0
# A cell of so many letters names what its row is about.
LONGEST_NAME = 40


@dataclass(slots=True)
class DraftCell:
    """A cell: its paragraphs, its column counted from 0, and how far it goes across."""

    passages: list[Passage]
    column: int
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """Return its wording."""
        return "\n".join(passage.text for passage in self.passages)


@dataclass(slots=True)
class DraftTable:
    """A table, or the part of one that stands on a page.

    Args:
        page: the page it begins on.
        edges: the places of its columns' edges, from left to right.
        rows: its rows from top to bottom.
        headed: how many rows at the top are headings.
        ruled: whether lines enclose its cells.
        last_page: the page it ends on.
    """

    page: int
    edges: tuple[float, ...]
    rows: list[list[DraftCell]] = field(default_factory=list)
    headed: int = 0
    ruled: bool = True
    last_page: int = 0


def continues(table: DraftTable, part: DraftTable) -> bool:
    """Tell whether a part at the top of a page goes on from the table before it."""
    shift = SHIFT if table.ruled else LOOSE_SHIFT
    return (
        table.ruled == part.ruled
        and part.page == table.last_page + 1
        and len(table.edges) == len(part.edges)
        and all(abs(a - b) <= shift for a, b in zip(table.edges, part.edges, strict=True))
    )


def extend(table: DraftTable, part: DraftTable) -> list[Omission]:
    """Add a part to the table that it goes on from; return the repeated headings left out."""
    rows = part.rows
    repeated = 0
    while (
        repeated < min(len(rows), len(table.rows), 4)
        and [cell.text for cell in rows[repeated]] == [cell.text for cell in table.rows[repeated]]
        and any(cell.text for cell in rows[repeated])
    ):
        repeated += 1
    omitted = [
        Omission(
            "repeated heading row",
            "stands at the top of the table",
            str(part.page),
            "",
            " | ".join(cell.text for cell in row),
        )
        for row in rows[:repeated]
    ]
    table.headed = max(table.headed, repeated)
    table.last_page = part.last_page
    rows = rows[repeated:]
    if rows and table.rows and len(table.rows) > table.headed and _goes_on(table.rows, rows[0]):
        _merge(table.rows[-1], rows[0])
        rows = rows[1:]
    table.rows += rows
    return omitted


def _goes_on(rows: list[list[DraftCell]], first: list[DraftCell]) -> bool:
    """Tell whether a row at the top of a page is the rest of the row that ended the page before."""
    last = rows[-1]
    if [cell.column for cell in last] != [cell.column for cell in first]:
        return False
    if any(cell.rows > 1 for cell in last):
        return False
    named, anew = last[0].text, first[0].text
    if named and anew and max(len(named), len(anew)) < LONGEST_NAME and not anew[0].islower():
        return False
    middle = False
    for before, after in zip(last, first, strict=True):
        if not after.passages:
            continue
        if not before.passages:
            # A cell that begins anew: the rest would have begun on the page before.
            return False
        text, begin = before.passages[-1].text, after.passages[0].text
        opened = begin.lstrip("[(“\"«‘'")[:1]
        follows = goes_on(before.passages[-1], after.passages[0]) and not ends_sentence(text)
        middle = middle or follows or (opened.islower() and not begins_numbered(begin))
    if middle:
        return True
    # The first column names what the row is about: a row that names nothing goes on.
    names = sum(bool(row[0].passages) for row in rows if row)
    return not first[0].passages and names == len(rows) and len(rows) > 1


def _merge(last: list[DraftCell], first: list[DraftCell]) -> None:
    for before, after in zip(last, first, strict=True):
        passages = after.passages
        if before.passages and passages and goes_on(before.passages[-1], passages[0]):
            before.passages[-1].lines += passages[0].lines
            passages = passages[1:]
        before.passages += passages
