"""A document before it is added: its clauses, how the machine reads them, what is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from negotiator.engine.brackets import Bracketed, in_clauses, unbalanced
from negotiator.engine.drafting import draft
from negotiator.engine.wording import Span, amendment
from negotiator.model import Clause, Negotiation, Omission, Reading, Unit, Version


@dataclass(frozen=True, slots=True)
class Preview:
    """A proposal as it stands in a document.

    Args:
        kind: what kind of document it is.
        version: what the document says of itself; its parties where a column names one.
        clauses: its clauses, with the ids that the document gives.
        readings: how each is read, stated by the document or drafted by the machine, by id.
        amendments: from the text that a clause amends to what it proposes, by id.
        brackets: the brackets of each clause that has any, by id.
        comments: what stands in the margin of clauses, by id.
        omitted: what is in no clause.
        warnings: what a person should look at.
    """

    kind: str
    version: Version
    clauses: tuple[Clause, ...]
    readings: Mapping[str, Reading]
    amendments: Mapping[str, tuple[Span, ...]]
    brackets: Mapping[str, tuple[Bracketed, ...]]
    comments: Mapping[str, str]
    omitted: tuple[Omission, ...]
    warnings: tuple[str, ...]


def preview(
    kind: str,
    version: Version,
    clauses: tuple[Clause, ...],
    stated: Mapping[str, Reading],
    *,
    comments: Mapping[str, str],
    omitted: tuple[Omission, ...],
    warnings: tuple[str, ...],
) -> Preview:
    """Return a document with the machine's readings of what it does not state itself.

    Args:
        kind: what kind of document it is.
        version: what the document says of itself.
        clauses: its clauses.
        stated: the readings that the document states, by clause id.
        comments: what stands in the margin of clauses, by id.
        omitted: what is in no clause.
        warnings: what the reader of its kind warns of.

    Raises:
        Refused: for more brackets than any honest document holds.
    """
    unread = [
        clause
        for clause in clauses
        if clause.id not in stated and clause.unit is not Unit.HEADING and clause.text.strip()
    ]
    drafted = draft(unread, Negotiation(title=""), (), version.parties)
    brackets = in_clauses(clauses)
    return Preview(
        kind=kind,
        version=version,
        clauses=clauses,
        readings={**drafted, **stated},
        amendments={
            clause.id: spans for clause in clauses if (spans := amendment(clause)) is not None
        },
        brackets=brackets,
        comments=comments,
        omitted=omitted,
        warnings=(*warnings, *unbalanced(brackets)),
    )
