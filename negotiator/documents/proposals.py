"""An extract becomes proposals: one, or one for each party that has a column in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from negotiator.documents.extract import Extract, Piece
from negotiator.documents.interchange.fields import Where
from negotiator.documents.interchange.proposal_file import ProposalFile
from negotiator.model import COMPROMISE_TEXT, Clause, Locator, Symbol, Version

# The party that stands for the column that no party owns.
COMPROMISE = "*"


def proposals(file: str, extract: Extract, version: Version) -> tuple[ProposalFile, ...]:
    """Return the proposals that a document holds, in the order in which their clauses begin.

    Args:
        file: the file's name, for messages.
        extract: what was found in the document.
        version: what is known of the file: name, hash, size.
    """
    parties = dict.fromkeys(piece.party for piece in extract.pieces)
    found = tuple(_proposal(file, extract, version, party) for party in parties)
    # What is to be said of the file is said once.
    return (replace(found[0], warnings=extract.warnings), *found[1:])


def _proposal(file: str, extract: Extract, version: Version, party: str) -> ProposalFile:
    mine = [piece for piece in extract.pieces if piece.party == party]
    compromise = party == COMPROMISE
    described = replace(
        version,
        title=extract.title,
        language=extract.language,
        parties=() if compromise or not party else (party,),
        genre=COMPROMISE_TEXT if compromise else "",
    )
    return ProposalFile(
        key="",
        version=described,
        clauses=tuple(_clause(piece) for piece in mine),
        readings={},
        answers=(),
        silences=(),
        sources=(),
        where=Where(file, {}),
        omitted=extract.omitted,
        comments=_comments(mine),
        kind=extract.kind,
    )


def _clause(piece: Piece) -> Clause:
    return Clause(
        id=piece.id,
        key=piece.id,
        version="",
        text=piece.text,
        reference=piece.reference,
        heading=piece.heading,
        parent=piece.parent,
        language=piece.language,
        locator=Locator(piece.page, piece.place),
        base_text=piece.base_text,
        change=Symbol(piece.change) if piece.change else None,
        justification=piece.justification,
        unit=piece.unit,
    )


def _comments(pieces: Sequence[Piece]) -> dict[str, str]:
    """Return what stands in the margin of each clause, by its id."""
    return {
        piece.id: "\n".join(
            f"{comment.author}: {comment.text}" if comment.author else comment.text
            for comment in piece.comments
        )
        for piece in pieces
        if piece.comments
    }
