"""Makes one text of the pages: furniture and footnotes apart, paragraphs and tables in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from negotiator.documents.kinds.pdf.composing import Composer, change_style
from negotiator.documents.kinds.pdf.drafts import DraftTable
from negotiator.documents.kinds.pdf.footnotes import Footnotes, cite
from negotiator.documents.kinds.pdf.furniture import take_line_numbers, take_running
from negotiator.documents.kinds.pdf.layout import Layout, RuledTable, take_tables
from negotiator.documents.kinds.pdf.lines import lines_of
from negotiator.documents.kinds.pdf.passages import Passage, body_size, leading_of, margins
from negotiator.documents.kinds.pdf.shapes import Box, Fragment, Line, Sheet
from negotiator.documents.kinds.pdf.wording import Hyphens
from negotiator.documents.manuscript import (
    Block,
    Comment,
    Manuscript,
    Mark,
    Omission,
    Paragraph,
    Role,
)

LONGEST_TITLE = 300
# A title is so much larger than the text.
TITLE = 1.15
SPACES = re.compile(r"\s+")


class Assembly:
    """The text of a document on its way from pages to a manuscript.

    Args:
        sheets: the pages.
        comments: what stands in the margin, with page and place.
    """

    def __init__(self, sheets: Sequence[Sheet], comments: list[tuple[int, Box, Comment]]) -> None:
        self.sheets = sheets
        self.comments = comments
        self.omitted: list[Omission] = []
        self.warnings: list[str] = []

    def manuscript(self, stated_title: str) -> Manuscript:
        """Return the whole document; of the file itself only its title is known here."""
        tables = self._lines()
        lines = [line for sheet in self.sheets for line in sheet.lines]
        cells = [line for each in tables for one in each for cell in one.cells for line in cell]
        body = body_size([*lines, *cells])
        hyphens = Hyphens.of([*lines, *cells])
        self.omitted += take_running(self.sheets)
        notes = Footnotes(body)
        drafts = self._drafts(tables, notes)
        composer = Composer(body, hyphens, change_style([*lines, *cells]))
        blocks = list(composer.compose(drafts))
        title = self._title(drafts, blocks, body, stated_title)
        self._comment(drafts, blocks)
        self._account(blocks, hyphens, composer.bold_inserts)
        return Manuscript(
            "pdf",
            tuple(blocks),
            notes={note.id: composer.note(note) for note in notes.notes},
            title=title,
            omitted=tuple(self.omitted),
            warnings=tuple(self.warnings),
        )

    def _lines(self) -> list[list[RuledTable]]:
        """Put the text of each page together to lines; return the ruled tables of each."""
        found: list[list[RuledTable]] = []
        turned = _repeated_turned(self.sheets)
        for sheet in self.sheets:
            self.omitted += take_line_numbers(sheet)
            for one in sheet.hidden:
                page = str(sheet.number)
                self.omitted.append(Omission("invisible text", one.reason, page, "", one.text))
            found.append(take_tables(sheet))
            for text, fragments in _turned(sheet):
                if text in turned:
                    omission = Omission(
                        "watermark", "stands across many pages", str(sheet.number), "", text
                    )
                    self.omitted.append(omission)
                else:
                    sheet.lines += lines_of(fragments, sheet.number)
        return found

    def _drafts(
        self, tables: list[list[RuledTable]], notes: Footnotes
    ) -> list[Passage | DraftTable]:
        everything = [line for sheet in self.sheets for line in sheet.lines]
        edges: dict[int, tuple[float, float]] = {}
        for width in {round(sheet.width) for sheet in self.sheets}:
            alike = {sheet.number for sheet in self.sheets if round(sheet.width) == width}
            edges[width] = margins([line for line in everything if line.page in alike], width)
        cells = [line for ruled in tables for one in ruled for cell in one.cells for line in cell]
        layout = Layout(leading_of(everything), leading_of(cells))
        for sheet, ruled in zip(self.sheets, tables, strict=True):
            here = notes.take(sheet)
            before = len(layout.blocks)
            if here:
                sheet.lines = [cite(line, here) for line in sheet.lines]
                for table in ruled:
                    table.cells = [[cite(line, here) for line in cell] for cell in table.cells]
            layout.add(sheet, ruled, *edges[round(sheet.width)])
            _cite_rest(layout.blocks, before, sheet, ruled, here)
        self.omitted += layout.omitted
        return layout.blocks

    def _title(
        self, drafts: list[Passage | DraftTable], blocks: list[Block], body: float, stated: str
    ) -> str:
        """Find the title on the first page, and give its paragraph the role of one."""
        first = self.sheets[0].number
        found: list[tuple[float, int]] = []
        for index, (draft, block) in enumerate(zip(drafts, blocks, strict=True)):
            if not isinstance(draft, Passage) or not isinstance(block, Paragraph):
                continue
            if draft.lines[0].page != first:
                break
            size = max(line.size for line in draft.lines)
            if 3 <= len(block.text) <= LONGEST_TITLE and size > TITLE * body:
                found.append((size, -index))
        if found:
            index = -max(found)[1]
            block = blocks[index]
            if isinstance(block, Paragraph) and any(map(str.isalpha, block.text)):
                blocks[index] = replace(block, role=Role.TITLE, level=0)
                return SPACES.sub(" ", block.text).strip()
        printed = SPACES.sub(" ", " ".join(line.text for line in self.sheets[0].lines)).casefold()
        return stated if len(stated) > 3 and stated.casefold() in printed else ""

    def _comment(self, drafts: list[Passage | DraftTable], blocks: list[Block]) -> None:
        """Put notes in the margin to the paragraph beside them."""
        for page, box, comment in self.comments:
            near: tuple[float, int] | None = None
            for index, draft in enumerate(drafts):
                if not isinstance(draft, Passage):
                    continue
                for line in draft.lines:
                    if line.page == page:
                        far = abs(line.base - 0.3 * line.size - (box.top + box.bottom) / 2)
                        near = min(near, (far, index)) if near else (far, index)
            block = blocks[near[1]] if near else None
            if near and isinstance(block, Paragraph):
                blocks[near[1]] = replace(block, comments=(*block.comments, comment))
            else:
                text = f"{comment.author}: {comment.text}" if comment.author else comment.text
                self.omitted.append(Omission("comment", "beside no text", str(page), "", text))

    def _account(self, blocks: list[Block], hyphens: Hyphens, bold: bool) -> None:
        """List the hyphens that went, and tell what marks were found."""
        for page, words in sorted(hyphens.joined.items()):
            reason = "divided words at line ends are joined"
            text = ", ".join(words)
            self.omitted.append(Omission("line-end hyphen", reason, str(page), "", text))
        counts = {Mark.DELETED: 0, Mark.INSERTED: 0}
        for paragraph in paragraphs_of(blocks):
            for run in paragraph.runs:
                if run.mark in counts:
                    counts[run.mark] += len(run.text.split())
        struck, inserted = counts[Mark.DELETED], counts[Mark.INSERTED]
        if struck or inserted:
            how = "underlined or bold" if bold else "underlined"
            self.warnings.append(
                f"{struck} words are struck out and read as deleted,"
                f" {inserted} words are {how} and read as inserted; compare with the page"
            )


def paragraphs_of(blocks: Sequence[Block]) -> list[Paragraph]:
    """Return all paragraphs of blocks, those in the cells of tables included."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            found += [one for row in block.rows for cell in row for one in cell.paragraphs]
    return found


def _turned(sheet: Sheet) -> list[tuple[str, list[Fragment]]]:
    """Return text that is not set level, piece by piece as the file draws it."""
    groups: list[list[Fragment]] = []
    for one in sheet.turned:
        if groups and "\n" not in one.spaced:
            groups[-1].append(one)
        else:
            groups.append([one])
    return [(" ".join(one.text for one in group), group) for group in groups]


def _repeated_turned(sheets: Sequence[Sheet]) -> set[str]:
    seen: dict[str, int] = {}
    for sheet in sheets:
        for text in {text for text, _ in _turned(sheet)}:
            seen[text] = seen.get(text, 0) + 1
    return {text for text, count in seen.items() if count > 1 and count >= 0.5 * len(sheets)}


def _cite_rest(
    blocks: list[Passage | DraftTable],
    before: int,
    sheet: Sheet,
    ruled: list[RuledTable],
    here: dict[str, str],
) -> None:
    """Let the last paragraph of a page cite the notes that none of its words cite."""
    lines = [*sheet.lines, *(line for table in ruled for cell in table.cells for line in cell)]
    cited = {note for line in lines for note in line.notes}
    rest = tuple(note for note in here.values() if note not in cited)
    passages = [block for block in blocks[max(before - 1, 0) :] if isinstance(block, Passage)]
    if rest and passages:
        line: Line = passages[-1].lines[-1]
        line.notes = (*line.notes, *rest)
