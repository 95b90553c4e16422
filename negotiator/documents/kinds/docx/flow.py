"""Paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from negotiator.documents.kinds.docx.changes import (
    CHANGES,
    UNTOUCHED,
    Exit,
    Fate,
    fate_of_mark,
    outcome,
)
from negotiator.documents.kinds.docx.inline import WORDING, read, walk
from negotiator.documents.kinds.docx.lines import Line
from negotiator.documents.kinds.docx.names import (
    ALTERNATE,
    ID,
    PARAGRAPH,
    TABLE,
    Element,
    W,
    child,
    chosen,
    number,
    value,
)
from negotiator.documents.kinds.docx.plain import other_wording
from negotiator.documents.kinds.docx.properties import (
    Properties,
    number_of,
    properties_of,
    role_of,
)
from negotiator.documents.kinds.docx.state import Stand, State
from negotiator.documents.kinds.docx.tables import Grid, cells_of, heads, rows_of, span_of
from negotiator.documents.manuscript import (
    Block,
    Comment,
    Paragraph,
    Role,
    Table,
)

CELL_CHANGES = (W + "cellIns", W + "cellDel")
COVERED = ("covered text", "in a cell that a merged cell covers, so not printed")
OFTEN = 250


class Flow:
    """Reads what a body, a cell, a note or a text box holds.

    Args:
        state: the reading as a whole.
        table_style: the style of the table around it, if any.
    """

    def __init__(self, state: State, table_style: str = "") -> None:
        self.state = state
        self.table_style = table_style
        self.blocks: list[Block] = []
        self._joining: tuple[Line, Properties] | None = None
        self._stands: dict[str, Stand] = {}
        self._anchors: dict[str, None] = {}

    def read(self, container: Element, fate: Fate = UNTOUCHED) -> list[Block]:
        """Return the blocks of a container."""
        self._walk(container, fate)
        self._close()
        return self.blocks

    def _walk(self, container: Iterable[Element], fate: Fate) -> None:
        for element in container:
            tag = element.tag
            if tag == PARAGRAPH:
                self._paragraph(element, fate)
            elif tag == TABLE:
                self._close()
                self._table(element, fate)
            elif tag in CHANGES:
                self._walk(element, fate.within(element))
            elif tag == ALTERNATE:
                self._alternate(element, fate)
            elif tag == W + "commentRangeStart":
                self._anchors[element.get(ID) or ""] = None
            elif tag in WORDING:
                self._stray(element, fate)
            elif len(element):
                self._walk(element, fate)

    def _paragraph(self, element: Element, fate: Fate) -> None:
        state = self.state
        if not state.scope:
            state.paragraphs += 1
            if state.paragraphs % OFTEN == 0:
                state.progress(state.paragraphs, state.total)
        stated = properties_of(element, fate, state)
        if self._joining is None:
            line, shown = Line(state), stated
        else:
            line, shown = self._joining
            if not line.parts:
                shown = stated
        walk(line, element, self._stand(stated.style, fate))
        line.list_exits()
        shown.mark = stated.mark
        gone = stated.mark is not UNTOUCHED and outcome(stated.mark, state.tracked)
        if isinstance(gone, Exit):
            self._joining = (line, shown)
        else:
            self._joining = None
            self._finish(line, shown)

    def _stand(self, style: str, fate: Fate) -> Stand:
        if fate is not UNTOUCHED:
            return self.state.stand((self.table_style, style), fate, False)
        found = self._stands.get(style)
        if found is None:
            found = self.state.stand((self.table_style, style), fate, False)
            self._stands[style] = found
        return found

    def _stray(self, element: Element, fate: Fate) -> None:
        """Read wording that stands outside of any paragraph as one of its own."""
        self._close()
        line = Line(self.state)
        style = self.state.styles.paragraph(None)
        read(line, element, self._stand(style, fate))
        line.list_exits()
        self._finish(line, Properties(""))

    def _alternate(self, element: Element, fate: Fate) -> None:
        taken, left = chosen(element)
        if taken is None:
            return
        self._walk(taken, fate)
        for text in other_wording(taken, left):
            self.state.omit("alternate content", "another form of what is shown", text)

    def _close(self) -> None:
        """Let a paragraph end whose deleted mark finds no paragraph to join."""
        if self._joining is not None:
            line, properties = self._joining
            self._joining = None
            if not any(text.strip() for text, _ in line.parts):
                properties.list_id = 0
            self._finish(line, properties)

    def _finish(self, line: Line, properties: Properties) -> None:
        runs = line.runs()
        if line.comments:
            self._anchors.update(line.comments)
        blank = not runs or (runs[0].text.isspace() and all(run.text.isspace() for run in runs))
        number, depth = number_of(properties, runs, self.state)
        if blank:
            if number and not _is_sign(number):
                self.state.omit("number without text", "numbers an empty paragraph", number)
        else:
            role, level = role_of(properties, self.state.styles)
            if role is Role.BODY and depth is not None:
                level = depth + 1
            page = self.state.printed_page(line.page)
            self.blocks.append(
                Paragraph(
                    runs=runs,
                    number=number,
                    role=role,
                    level=level,
                    page=page,
                    place=line.place,
                    language=line.language(),
                    notes=tuple(line.notes),
                    comments=tuple(self._comments()) if self._anchors else (),
                )
            )
        for box, fate in line.boxes:
            inner = Flow(self.state, self.table_style)
            inner._walk([box], fate)
            inner._close()
            self.blocks += inner.blocks

    def _comments(self) -> Iterator[Comment]:
        for id in self._anchors:
            comment = self.state.comments.get(id)
            if comment is not None and id not in self.state.placed:
                self.state.placed.add(id)
                yield comment
        self._anchors = {}

    def _table(self, table: Element, fate: Fate) -> None:
        state = self.state
        style = value(child(table, W + "tblPr"), "tblStyle") or ""
        grid = Grid()
        place = state.scope or str(state.paragraphs + 1)
        headed, heading = 0, True
        for row, outer in rows_of(table, fate):
            properties = child(row, W + "trPr")
            row_fate = outer.joined(fate_of_mark(properties, CHANGES))
            # Every cell of a row that goes over a page break has the break in it.
            page = last = state.page
            grid.begin_row(number(value(properties, "gridBefore")))
            for cell, cell_outer in cells_of(row, row_fate):
                state.page = page
                inner = cell_outer.joined(fate_of_mark(child(cell, W + "tcPr"), CELL_CHANGES))
                paragraphs = flat(Flow(state, style).read(cell, inner))
                last = max(last, state.page)
                covered = grid.add(paragraphs, span_of(cell))
                state.give_up(covered, *COVERED)
            state.page = last
            # A row that was deleted as a whole is gone, not empty.
            kept = grid.end_row(drop=isinstance(outcome(row_fate, state.tracked), Exit))
            heading = heading and heads(properties)
            headed += heading and kept
        rows = grid.rows()
        first = next((one for row in rows for cell in row for one in cell.paragraphs), None)
        if first is not None:
            self.blocks.append(Table(rows, first.page, place, headed))


def flat(blocks: Iterable[Block]) -> list[Paragraph]:
    """Return the paragraphs of blocks, those of tables cell by cell."""
    paragraphs: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            paragraphs.append(block)
        else:
            paragraphs += [one for row in block.rows for cell in row for one in cell.paragraphs]
    return paragraphs


def _is_sign(number: str) -> bool:
    return not any(character.isalnum() for character in number)
