"""What a file holds before it is cut into clauses: paragraphs and tables, in reading order.

Every kind of document is read into this one structure; segmentation knows no other. Nothing a
reader of the printed page sees may be missing from it: what is not text of a block is an
`Omission` with its place and reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

# What is left out is kept with the version, so it is a word of the model.
from negotiator.model import Omission as Omission
from negotiator.model import Tracked as Tracked


class Mark(StrEnum):
    """What the document does to a stretch of wording.

    Tracked changes, struck-through and underlined wording come down to this: the proposed text is
    what is not deleted, the base text what is not inserted.
    """

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


class Role(StrEnum):
    """What a paragraph is for, as far as the file itself says so."""

    BODY = "body"
    HEADING = "heading"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one fate; line breaks are newlines, tabs are tabs."""

    text: str
    mark: Mark = Mark.KEPT


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote in the margin: who, and what."""

    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as the reader of the page sees it.

    Args:
        runs: its wording, in order.
        number: a number that the file generates and `runs` do not hold, as printed: `(a)`, `4.2`.
        role: what it is for, when the file says so.
        level: depth of a heading from 1, or of a list item from 1; 0 when the file says nothing.
        page: the printed page it begins on, counted from 1; empty where there are no pages.
        place: its place in the file: the number of the paragraph, counted from 1, or the line.
        eid: the file's own name for it, as Akoma Ntoso's `eId`.
        unit: what kind of unit it is, when the file says so: `article`, `paragraph`, `point` …
        reference: its printed reference, when the file says so, as `Article 4(2)`.
        heading: the heading that the file attaches to this very unit.
        parent: the `eid` of the unit that holds it, when the file says so.
        language: its language as a BCP 47 tag, when the file says so.
        notes: the ids of the footnotes and endnotes that it cites, in order.
        comments: what stands in the margin of it.
    """

    runs: tuple[Run, ...]
    number: str = ""
    role: Role = Role.BODY
    level: int = 0
    page: str = ""
    place: str = ""
    eid: str = ""
    unit: str = ""
    reference: str = ""
    heading: str = ""
    parent: str = ""
    language: str = ""
    notes: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def text(self) -> str:
        """Return the proposed wording: without what is deleted."""
        return "".join(run.text for run in self.runs if run.mark is not Mark.DELETED)

    @property
    def base(self) -> str:
        """Return the wording that it changes: without what is inserted."""
        return "".join(run.text for run in self.runs if run.mark is not Mark.INSERTED)

    @property
    def marked(self) -> bool:
        """Tell whether any of its wording is inserted or deleted."""
        return any(run.mark is not Mark.KEPT for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; a cell that goes across several columns or rows stands once."""

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows from top to bottom, each with its cells from left to right.

    Args:
        rows: the rows. A table that goes on over several pages is one table.
        page: the printed page it begins on.
        place: its place in the file.
        headed: how many rows at the top the file itself marks as headings.
    """

    rows: tuple[tuple[Cell, ...], ...]
    page: str = ""
    place: str = ""
    headed: int = 0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A document as read, before segmentation.

    Args:
        kind: `docx`, `pdf`, `html`, `markdown`, `text`, `xlsx`, `csv`, `akoma-ntoso`.
        blocks: paragraphs and tables in reading order.
        notes: footnotes and endnotes by the ids that paragraphs cite, each as its paragraphs.
        title: the title that the file states about itself; empty when it states none.
        language: the language that the file states, a BCP 47 tag; empty when it states none.
        omitted: everything that is in no block.
        warnings: what a person should look at, one sentence each, without the file's name.
    """

    kind: str
    blocks: tuple[Block, ...]
    notes: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    title: str = ""
    language: str = ""
    omitted: tuple[Omission, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a file should be read.

    Args:
        tracked: `accepted`: insertions are text and deletions are left out; `rejected`: the other
            way round; `both`: insertions and deletions stay in the runs, marked.
        encoding: of a text file, as the user gave it; empty for UTF-8.
        columns: which column of a table holds what, as the user gave it: heading -> field.
        language: as the user gave it; empty to detect it.
    """

    tracked: Tracked = Tracked.ACCEPTED
    encoding: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    language: str = ""


# Told how far a long reading is: what has been done and what there is to do, in pages or rows.
Progress = Callable[[int, int], None]


def unwatched(done: int, total: int) -> None:
    """Take no notice of progress."""
