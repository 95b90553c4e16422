"""Reading a document without a database."""

from __future__ import annotations

from pathlib import Path

from negotiator.documents.interchange.negotiation_file import NegotiationFile
from negotiator.documents.reading import Instructions, read_document
from negotiator.engine.preview import Preview, preview
from negotiator.errors import Refused


def read(path: Path, instructions: Instructions) -> tuple[Preview, ...]:
    """Return what would be added from a file: one proposal, or one for each party in its columns.

    Raises:
        Refused: saying file, place and what to do.
    """
    document = read_document(path, instructions)
    if isinstance(document, NegotiationFile):
        raise Refused(
            "this file holds a negotiation, not clauses",
            where=str(path),
            remedy="start one from it with `negotiator init FILE`",
        )
    return tuple(
        preview(
            proposal.kind,
            proposal.version,
            proposal.clauses,
            proposal.readings,
            comments=proposal.comments,
            omitted=proposal.omitted,
            warnings=proposal.warnings,
        )
        for proposal in document
    )
