"""A manuscript is cut into clauses, at the grain that is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from negotiator.documents.extract import Extract, Grain, Piece
from negotiator.documents.manuscript import Manuscript, Omission, Paragraph, Wishes
from negotiator.documents.segmentation.drafts import Draft, drafts
from negotiator.documents.segmentation.headings import (
    in_articles,
    title_lines,
    without_contents,
)
from negotiator.documents.segmentation.languages import language_of
from negotiator.documents.segmentation.outline import Passage, outline
from negotiator.documents.segmentation.references import Ids, Place, footnote
from negotiator.documents.segmentation.wording import Line, worded
from negotiator.documents.tables import TablePieces, read_tables
from negotiator.errors import Refused
from negotiator.model import Unit

# Of these kinds a row is one clause.
SHEETS = ("xlsx", "csv")


def segment(file: str, manuscript: Manuscript, grain: Grain, wishes: Wishes) -> Extract:
    """Return the clauses of a manuscript.

    Args:
        file: the file's name, for messages.
        manuscript: its paragraphs and tables.
        grain: the unit that becomes one clause.
        wishes: how the file should be read.

    Raises:
        Refused: when there is no text.
    """
    blocks, contents = without_contents(manuscript.blocks)
    lines = title_lines(blocks)
    printed = [block for block in blocks[:lines] if isinstance(block, Paragraph)]
    title = " ".join(" ".join(line.text.split()) for line in printed)
    sheets = manuscript.kind in SHEETS
    read = read_tables(blocks[lines:], wishes, grain, records=sheets, file=file)
    language = wishes.language or manuscript.language or language_of("\n".join(_texts(read)))
    found = drafts(outline(read), grain, language, in_articles=in_articles(blocks))
    finisher = _Finisher(language, manuscript.notes)
    pieces = tuple(finisher.pieces(chain(_title(printed), found)))
    if not any(piece.text.strip() or piece.base_text for piece in pieces):
        raise Refused(
            "holds no text",
            where=file,
            remedy="see that this is the right file, and that it is not a picture of a text",
        )
    tables = [block for block in read if isinstance(block, TablePieces)]
    omitted = [*manuscript.omitted, *contents, *(one for table in tables for one in table.omitted)]
    warnings = [*manuscript.warnings, *(one for table in tables for one in table.warnings)]
    if title and manuscript.title and manuscript.title.split() != title.split():
        reason = "a property of the file; the page prints another title"
        omitted.append(Omission("title", reason, text=manuscript.title))
    return Extract(
        manuscript.kind,
        title or manuscript.title,
        language,
        pieces,
        tuple(omitted),
        tuple(warnings),
    )


def _title(printed: Sequence[Paragraph]) -> Iterator[Draft]:
    """Yield the title as it is printed: the title of the version may be another."""
    if printed:
        lines = tuple(line.text.strip() for line in printed)
        yield Draft(Place("", "title"), [], printed=lines, first=printed[0])


def _texts(blocks: Sequence[Paragraph | TablePieces]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, TablePieces):
            yield from (piece.text for piece in block.pieces)
        else:
            yield block.text


class _Finisher:
    """Makes pieces of drafts: ids, wording, footnotes."""

    def __init__(self, language: str, notes: Mapping[str, tuple[Paragraph, ...]]) -> None:
        self._language = language
        self._notes = dict(notes)
        self._ids = Ids()

    def pieces(self, found: Iterator[Draft | TablePieces]) -> Iterator[Piece]:
        """Yield the pieces in reading order, each footnote after the clause that cites it."""
        for one in found:
            if isinstance(one, Draft):
                yield from self._clause(one)
                continue
            cited: dict[str, list[str]] = {}
            for clause, note in one.cited:
                cited.setdefault(clause, []).append(note)
            named: dict[tuple[str, str], str] = {}
            for piece in one.pieces:
                id = self._ids.take(piece.id, piece.party)
                named[piece.party, piece.id] = id
                parent = named.get((piece.party, piece.parent)) if piece.parent else None
                language = piece.language or language_of(piece.text, self._language)
                yield replace(piece, id=id, parent=parent, language=language)
                yield from self._footnotes(cited.get(piece.id, ()), id)
        for note in list(self._notes):
            yield self._footnote(note, None)

    def _clause(self, draft: Draft) -> Iterator[Piece]:
        paragraphs = [line.passage.paragraph for line in draft.lines]
        draft.id = self._ids.take(draft.eid or draft.place.id)
        stated = next((p for p in paragraphs[:1] if draft.eid and p.reference), None)
        reference = stated.reference if stated else draft.place.reference
        yield self._piece(draft.id, reference, draft, paragraphs)
        cited = [note for paragraph in paragraphs for note in paragraph.notes]
        yield from self._footnotes(cited, draft.id)

    def _piece(
        self, id: str, reference: str, draft: Draft, paragraphs: Sequence[Paragraph]
    ) -> Piece:
        wording = worded(draft.lines)
        text = draft.opening + (wording.text if draft.lines else "\n".join(draft.printed))
        first = paragraphs[0] if paragraphs else draft.first
        unit = Unit.PROVISION if draft.lines else Unit.HEADING
        stated = next((p.language for p in paragraphs if p.language), "")
        return Piece(
            id=id,
            text=text,
            reference=reference,
            heading=draft.heading,
            parent=draft.parent.id if draft.parent else None,
            base_text=wording.base,
            change=wording.change,
            page=first.page if first else "",
            place=first.place if first else "",
            language=stated or language_of(text, self._language),
            unit=unit,
            comments=tuple(one for paragraph in paragraphs for one in paragraph.comments),
        )

    def _footnotes(self, cited: Iterable[str], parent: str) -> Iterator[Piece]:
        for note in dict.fromkeys(cited):
            if note in self._notes:
                yield self._footnote(note, parent)

    def _footnote(self, note: str, parent: str | None) -> Piece:
        paragraphs = self._notes.pop(note)
        place = footnote(re.sub(r"\D", "", note) or note)
        draft = Draft(place, [Line(Passage(paragraph)) for paragraph in paragraphs])
        piece = self._piece(self._ids.take(place.id), place.reference, draft, paragraphs)
        return replace(piece, parent=parent, unit=Unit.FOOTNOTE)
