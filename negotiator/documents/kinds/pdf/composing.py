"""Turns passages and drafts of tables into the paragraphs and tables of a manuscript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from negotiator.documents.kinds.pdf.drafts import DraftTable
from negotiator.documents.kinds.pdf.footnotes import Note
from negotiator.documents.kinds.pdf.numbering import WORD, ends_sentence, is_bare_heading
from negotiator.documents.kinds.pdf.passages import Passage
from negotiator.documents.kinds.pdf.shapes import Fragment, Line
from negotiator.documents.kinds.pdf.wording import Hyphens, runs
from negotiator.documents.manuscript import Block, Cell, Mark, Paragraph, Role, Table

# Larger than the text by this factor: a heading.
LARGER = 1.08
LONGEST_HEADING = 200
DEEPEST_LEVEL = 6
# For bold to tell changes: the share of struck-out letters that are bold, and of others at most.
STRUCK_BOLD, OTHER_BOLD = 0.7, 0.4


@dataclass(slots=True)
class Composer:
    """Composes the blocks of a document.

    Args:
        body: the size of type of most of the text, in points.
        hyphens: what is known of its words.
        bold_inserts: whether bold wording is inserted wording.
    """

    body: float
    hyphens: Hyphens
    bold_inserts: bool = False
    blocks: list[Block] = field(default_factory=list)
    headings: list[tuple[int, tuple[float, bool]]] = field(default_factory=list)
    places: int = 0

    def compose(self, drafts: Sequence[Passage | DraftTable]) -> tuple[Block, ...]:
        """Return the blocks, headings with the level that their type tells."""
        for draft in drafts:
            if isinstance(draft, DraftTable):
                self.blocks.append(self.table(draft))
                continue
            paragraph = self.paragraph(draft)
            if not paragraph.marked and self.is_heading(draft):
                self.headings.append((len(self.blocks), _style(draft)))
                paragraph = replace(paragraph, role=Role.HEADING)
            self.blocks.append(paragraph)
        ranks = sorted({style for _, style in self.headings}, reverse=True)
        for index, style in self.headings:
            block = self.blocks[index]
            if isinstance(block, Paragraph):
                level = min(ranks.index(style) + 1, DEEPEST_LEVEL)
                self.blocks[index] = replace(block, level=level)
        return tuple(self.blocks)

    def paragraph(self, passage: Passage) -> Paragraph:
        """Return a passage as a paragraph."""
        self.places += 1
        lines = _without_emphasis(passage.lines)
        if self.bold_inserts and _may_insert(passage):
            lines = [_inserted(line) for line in lines]
        return Paragraph(
            runs(lines, self.hyphens),
            page=str(passage.lines[0].page),
            place=str(self.places),
            notes=passage.notes,
        )

    def table(self, draft: DraftTable) -> Table:
        """Return the draft of a table as a table."""
        rows = tuple(
            tuple(
                Cell(tuple(map(self.paragraph, cell.passages)), cell.columns, cell.rows)
                for cell in row
            )
            for row in draft.rows
        )
        return Table(rows, page=str(draft.page), headed=draft.headed)

    def note(self, note: Note) -> tuple[Paragraph, ...]:
        """Return a footnote as its paragraphs."""
        wording = runs(note.lines, self.hyphens)
        page = str(note.lines[0].page) if note.lines else ""
        return (Paragraph(wording, number=note.number, page=page),)

    def is_heading(self, passage: Passage) -> bool:
        """Tell whether a passage is a heading: larger or bold, short and no sentence."""
        text = passage.text
        if len(text) > LONGEST_HEADING or not any(map(str.isalpha, text)):
            return False
        if is_bare_heading(text) and len(passage.lines) == 1:
            return True
        size, bold = _style(passage)
        if ends_sentence(text) and not WORD.match(text):
            return False
        return size > LARGER * self.body or bold


def change_style(lines: Sequence[Line]) -> bool:
    """Tell whether a document sets its changes in bold.

    It does when what it strikes out is bold and most of the rest is not: then what is bold and not
    struck out is what takes its place.
    """
    letters: Counter[tuple[bool, bool]] = Counter()
    for line in lines:
        for one in line.fragments:
            letters[one.mark is Mark.DELETED, one.bold] += len(one.text)
    struck = letters[True, True] + letters[True, False]
    rest = letters[False, True] + letters[False, False]
    return (
        struck > 0
        and letters[True, True] >= STRUCK_BOLD * struck
        and letters[False, True] <= OTHER_BOLD * rest
    )


def _style(passage: Passage) -> tuple[float, bool]:
    line = max(passage.lines, key=lambda line: len(line.text))
    return round(line.size * 2) / 2, all(line.bold for line in passage.lines)


def _without_emphasis(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a passage, nothing inserted where all of a heading is underlined.

    A short passage that is underlined as a whole and is no sentence is a heading, or words that
    stress what they say, not wording that takes the place of other wording.
    """
    pieces = [one for line in lines for one in line.fragments]
    text = " ".join(line.text for line in lines)
    whole = all(one.mark is Mark.INSERTED for one in pieces)
    if whole and len(text) <= LONGEST_HEADING / 2 and not ends_sentence(text.rstrip(": ")):
        return [_marked(line, Mark.INSERTED, Mark.KEPT) for line in lines]
    return list(lines)


def _marked(line: Line, old: Mark, new: Mark) -> Line:
    changed = [replace(one, mark=new) if one.mark is old else one for one in line.fragments]
    return replace(line, fragments=changed)


def _may_insert(passage: Passage) -> bool:
    """Tell whether bold words of a passage may be insertions, and not a label or a heading."""
    pieces = [one for line in passage.lines for one in line.fragments]
    if any(one.mark is Mark.DELETED for one in pieces):
        return True
    mixed = not all(one.bold for one in pieces)
    return mixed or (len(passage.text) > LONGEST_HEADING / 4 and ends_sentence(passage.text))


def _inserted(line: Line) -> Line:
    def fate(one: Fragment) -> Fragment:
        inserted = one.bold and one.mark is Mark.KEPT
        return replace(one, mark=Mark.INSERTED) if inserted else one

    return replace(line, fragments=[fate(one) for one in line.fragments])
