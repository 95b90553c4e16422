"""What is read from a table: its clauses, and everything of it that is in none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from negotiator.documents.extract import Piece
from negotiator.documents.manuscript import Omission, Paragraph
from negotiator.documents.tables.drafts import Draft
from negotiator.documents.tables.references import LONGEST_ID
from negotiator.documents.tables.settling import settle
from negotiator.documents.tables.verdicts import is_deletion, is_sign


@dataclass(frozen=True, slots=True)
class TablePieces:
    """The clauses read from a table, in the place of the table and of what belongs to it.

    Args:
        pieces: one for each row or provision, in reading order.
        omitted: every text of the table that is in no clause.
        warnings: what a person should look at.
        cited: the footnotes that clauses cite: the id of the clause, the id of the note.
        empty: how many empty cells each party's column has, in a table of several parties.
    """

    pieces: tuple[Piece, ...]
    omitted: tuple[Omission, ...] = ()
    warnings: tuple[str, ...] = ()
    cited: tuple[tuple[str, str], ...] = ()
    empty: tuple[tuple[str, int], ...] = ()


def with_margins(found: TablePieces, paragraphs: Iterable[Paragraph]) -> TablePieces:
    """Return the clauses with what stands in the margin of paragraphs whose text is in none.

    Args:
        found: the clauses.
        paragraphs: all that they and what was left out are made of.
    """
    commented = {comment for piece in found.pieces for comment in piece.comments}
    noted = {note for _, note in found.cited}
    omitted: list[Omission] = []
    cited: list[tuple[str, str]] = []
    for paragraph in paragraphs:
        for one in paragraph.comments:
            if one not in commented:
                text = f"{one.author}: {one.text}" if one.author else one.text
                page, place = paragraph.page, paragraph.place
                omitted.append(Omission("comment", "is on no clause", page, place, text))
        if found.pieces:
            missing = [note for note in paragraph.notes if note not in noted]
            cited += [(found.pieces[0].id, note) for note in missing]
    if not omitted and not cited:
        return found
    return replace(
        found,
        omitted=(*found.omitted, *omitted),
        cited=(*found.cited, *dict.fromkeys(cited)),
    )


@dataclass(slots=True)
class Ids:
    """Gives ids that are unique in the document; clauses of several parties may share one."""

    taken: set[tuple[str, str]] = field(default_factory=set)

    def unique(self, wanted: str, party: str = "") -> str:
        """Return the wanted id, with `-2`, `-3` … after it where it is taken."""
        made, count = wanted, 1
        while (party, made) in self.taken:
            count += 1
            suffix = f"-{count}"
            made = wanted[: LONGEST_ID - len(suffix)] + suffix
        self.taken.add((party, made))
        return made


def settled(
    drafts: Sequence[Draft],
    omitted: Iterable[Omission],
    ids: Ids,
    *,
    by_number: bool,
    unread: Iterable[str] = (),
    place: str = "",
) -> TablePieces:
    """Return the clauses of drafts.

    Args:
        drafts: what the rows say.
        omitted: what was left out before.
        ids: gives the ids.
        by_number: whether numbered paragraphs and points are clauses of their own.
        unread: the headings of columns that name nothing that is kept.
        place: of the table, for warnings.
    """
    _hear_silence(drafts)
    pieces: list[Piece] = []
    left_out = list(omitted)
    cited: list[tuple[str, str]] = []
    unmatched = emptied = 0
    for draft in drafts:
        one = settle(draft, by_number=by_number)
        named = _named(one.pieces, ids)
        pieces += named
        left_out += one.omitted
        if draft.base and _is_empty(draft):
            emptied += one.unmatched
        else:
            unmatched += one.unmatched
        for piece, notes in zip(named, one.notes, strict=True):
            cited += [(piece.id, note) for note in notes]
    silent = sum(draft.silent for draft in drafts)
    return TablePieces(
        tuple(pieces),
        tuple(left_out),
        tuple(_warnings(place, list(unread), unmatched, emptied, silent)),
        tuple(cited),
    )


def _hear_silence(drafts: Sequence[Draft]) -> None:
    # Where deletions are written out, or most proposals are empty, an empty one is no deletion.
    based = [draft for draft in drafts if draft.base]
    empty = [d for d in based if _is_empty(d) and not any(line.marked for line in d.base)]
    written = any(is_deletion("\n".join(line.text for line in draft.text)) for draft in based)
    if written or (len(based) > 2 and len(empty) * 2 > len(based)):
        for draft in empty:
            draft.silent = True


def _is_empty(draft: Draft) -> bool:
    return all(is_sign(line.full) for line in draft.text)


def _named(pieces: Sequence[Piece], ids: Ids) -> list[Piece]:
    renamed: dict[str, str] = {}
    named: list[Piece] = []
    for piece in pieces:
        id = ids.unique(piece.id, piece.party)
        parent = renamed.get(piece.parent) if piece.parent else None
        renamed[piece.id] = id
        named.append(replace(piece, id=id, parent=parent))
    return named


def _warnings(
    place: str, unread: list[str], unmatched: int, emptied: int, silent: int
) -> list[str]:
    where = f" of the table at {place}" if place else " of a table"
    found: list[str] = []
    if unread:
        names = ", ".join(f'"{name}"' for name in unread[:5])
        found.append(
            f"the column {names}{where} is in no clause; name what it holds with --columns"
        )
    if unmatched:
        found.append(
            f"{_provisions(unmatched)} of the base text{where} without counterpart in the proposal"
            " read as proposed for deletion"
        )
    if emptied:
        found.append(f"{emptied} empty proposal(s){where} read as a deletion of the base text")
    if silent:
        found.append(
            f"{silent} row(s){where} with base text but no proposal are read as their text alone,"
            " without a change"
        )
    return found


def _provisions(count: int) -> str:
    return "1 provision" if count == 1 else f"{count} provisions"
