"""Tables for tests, written down as one sees them: `~struck~`, `+inserted+`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from negotiator.documents.manuscript import Block, Cell, Mark, Paragraph, Run, Table, Wishes
from negotiator.documents.tables import TablePieces, read_tables

Written = str | tuple[str, int] | tuple[str, int, int]

_RUNS = re.compile(r"~[^~]*~|\+\+[^+]*\+\+|[^~+]+|\+")


def paragraph(text: str, page: str = "", **rest: object) -> Paragraph:
    runs = []
    for part in _RUNS.findall(text):
        if part.startswith("~") and len(part) > 1:
            runs.append(Run(part[1:-1], Mark.DELETED))
        elif part.startswith("++") and len(part) > 3:
            runs.append(Run(part[2:-2], Mark.INSERTED))
        else:
            runs.append(Run(part))
    return Paragraph(tuple(runs), page=page, **rest)


def cell(written: Written, page: str = "") -> Cell:
    text, columns, rows = (written, 1, 1) if isinstance(written, str) else (*written, 1)[:3]
    return Cell(tuple(paragraph(line, page) for line in text.split("\n")), columns, rows)


def table(*rows: Iterable[Written], headed: int = 0, pages: Iterable[str] = ()) -> Table:
    numbers = [*pages, *([""] * len(rows))]
    made = (tuple(cell(one, page) for one in row) for row, page in zip(rows, numbers, strict=False))
    return Table(tuple(made), headed=headed)


def read(*blocks: Block, **rest: object) -> list[Block | TablePieces]:
    wishes = Wishes(columns=rest.pop("columns", {}))
    return read_tables(blocks, wishes, **rest)


def only(*blocks: Block, **rest: object) -> TablePieces:
    found = [block for block in read(*blocks, **rest) if isinstance(block, TablePieces)]
    assert len(found) == 1
    return found[0]


def marks(text: str) -> list[str]:
    return sorted(text.replace("\n", "").replace(" ", "").replace("\t", ""))
