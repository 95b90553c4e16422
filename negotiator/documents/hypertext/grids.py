"""Tables of a page: those that hold data, and those that only place a number before its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from negotiator.documents.hypertext.lists import whole
from negotiator.documents.hypertext.structure import Element
from negotiator.documents.manuscript import Block, Cell, Paragraph, Role, Table

# The numbers and signs that official journals set in a column of their own: `(a)`, `1.`, `—`.
LABEL = re.compile(r"(?:\(?[0-9A-Za-z]{1,6}[.)]|[0-9]{1,3}(?:\.[0-9]{1,3}){1,4}|[—–•·-])")
WIDEST, TALLEST = 1000, 65534


@dataclass(slots=True)
class _Box:
    blocks: list[Block]
    columns: int
    rows: int
    head: bool


@dataclass(slots=True)
class Grid:
    """A table while it is being read."""

    element: Element
    place: str
    before: list[Block] = field(default_factory=list)
    rows: list[list[_Box]] = field(default_factory=list)
    in_head: list[bool] = field(default_factory=list)

    def begin_row(self, in_head: bool) -> None:
        """Begin a row; `in_head` where the page says that it is a heading."""
        self.rows.append([])
        self.in_head.append(in_head)

    def begin_cell(self, element: Element) -> list[Block]:
        """Begin a cell and return where its blocks go."""
        attributes = element.tag.attributes
        columns = min(max(whole(attributes, "colspan", 1), 1), WIDEST)
        rows = min(max(whole(attributes, "rowspan", 1), 0), TALLEST)
        box = _Box([], columns, rows, element.name == "th")
        self.rows[-1].append(box)
        return box.blocks

    def blocks(self) -> list[Block]:
        """Return the table as it is read: as a table, or as the paragraphs that it sets out."""
        boxes = [box for row in self.rows for box in row]
        role = self.element.tag.attributes.get("role", "").lower()
        if len(boxes) == 1 or role in ("presentation", "none"):
            return [*self.before, *(block for box in boxes for block in box.blocks)]
        if self._is_list():
            return [*self.before, *self._items()]
        headed = 0
        for row, in_head in zip(self.rows, self.in_head, strict=True):
            if not (in_head or (row and all(box.head for box in row))):
                break
            headed += 1
        last = len(self.rows)
        rows = tuple(
            tuple(
                # A height of nought goes to the end of the table.
                Cell(flat(box.blocks), box.columns, min(box.rows or last, last - index))
                for box in row
            )
            for index, row in enumerate(self.rows)
        )
        return (
            [*self.before, Table(rows, place=self.place, headed=headed)] if boxes else self.before
        )

    def _is_list(self) -> bool:
        """Tell whether every row is a number or a sign and the text that it stands before."""
        return all(
            len(row) == 2
            and not any(box.head or box.columns > 1 or box.rows > 1 for box in row)
            and _label(row[0].blocks)
            and row[1].blocks
            and isinstance(row[1].blocks[0], Paragraph)
            and not row[1].blocks[0].number
            for row in self.rows
        )

    def _items(self) -> list[Block]:
        found: list[Block] = []
        for label, text in self.rows:
            first, *rest = text.blocks
            if isinstance(first, Paragraph):
                level = first.level if first.role is Role.HEADING else first.level + 1
                found.append(replace(first, number=_label(label.blocks), level=level))
            found += [_deeper(block) for block in rest]
        return found


def flat(blocks: list[Block]) -> tuple[Paragraph, ...]:
    """Return blocks as paragraphs, those of tables row by row."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            found += [one for row in block.rows for cell in row for one in cell.paragraphs]
    return tuple(found)


def _label(blocks: list[Block]) -> str:
    """Return what stands in a cell, if that is a number or a sign alone."""
    if len(blocks) != 1 or not isinstance(blocks[0], Paragraph):
        return ""
    only = blocks[0]
    bare = not (only.number or only.marked or only.notes)
    return only.text if bare and LABEL.fullmatch(only.text) else ""


def _deeper(block: Block) -> Block:
    if isinstance(block, Paragraph) and block.role is not Role.HEADING:
        return replace(block, level=block.level + 1)
    return block
