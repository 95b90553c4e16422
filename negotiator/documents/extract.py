"""What is found in a document: its clauses, what the page says of them, and what is left out.

This is what a child process hands back, so everything in it is plain: texts, numbers, tuples.
"""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.documents.manuscript import Comment, Omission
from negotiator.model import Grain as Grain
from negotiator.model import Unit


@dataclass(frozen=True, slots=True)
class Piece:
    """One clause as found in a document.

    Args:
        id: unique in the document, made from the printed reference where there is one.
        text: the wording, proposed wording where the document changes some; empty only for a
            proposal to delete.
        reference: as printed: `Article 4(2)`; empty for prose without numbers.
        heading: the headings it stands under, as printed.
        parent: the id of the piece that it stands under, if any.
        base_text: the wording that the document proposes to change, None where it changes none.
        change: `ADD`, `MOD`, `SUP` or `NOC`, empty where the document changes nothing.
        justification: the reasons that the document gives for the change.
        party: who proposes it, where a table has a column for each party; else empty.
        unit: what sort of unit it is.
        page: the printed page it begins on, counted from 1.
        place: its place in the file: the number of a paragraph, a row or a line.
        language: a BCP 47 tag, empty when not known.
        comments: what stands in the margin of it.
    """

    id: str
    text: str
    reference: str = ""
    heading: str = ""
    parent: str | None = None
    base_text: str | None = None
    change: str = ""
    justification: str = ""
    party: str = ""
    unit: Unit = Unit.PROVISION
    page: str = ""
    place: str = ""
    language: str = ""
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Extract:
    """A whole document as found.

    Args:
        kind: `docx`, `pdf`, `html`, `markdown`, `text`, `xlsx`, `csv`, `akoma-ntoso`.
        title: the title that the file states or that its first lines print; empty when neither.
        language: a BCP 47 tag, stated or detected; empty when neither.
        pieces: its clauses in reading order.
        omitted: everything that is in no clause.
        warnings: what a person should look at, one sentence each.
    """

    kind: str
    title: str
    language: str
    pieces: tuple[Piece, ...]
    omitted: tuple[Omission, ...] = ()
    warnings: tuple[str, ...] = ()
