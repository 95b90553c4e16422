"""Compromise texts: set by a decision, or tabled in a document that belongs to no party."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from negotiator.engine.cells import PlacedClause
from negotiator.model import COMPROMISE_TEXT, Decision, KnownBy, Wording

# The subject of decisions that set one.
SUBJECT = "compromise"


@dataclass(frozen=True, slots=True)
class CompromiseText:
    """A text that might carry an agreement on an issue.

    Args:
        id: number of the decision that sets it, or id of the version that tables it.
        issue: id of the issue.
        parts: its words: one text, or the texts of the clauses of a document, in its order.
        proposed_by: code of a party, `chair`, `mediator`, or as it was put; for a document, its
            title.
        round: id of the round or event at which it was proposed, empty where none is named.
        day: the day it was proposed, None where that is not known.
        wording: whether these are the words proposed, or an account of them.
        clauses: ids of the clauses of a document, empty where a decision sets it.
        note: on it, by whoever recorded it; private.
        by: who recorded it; private.
        at: when it was recorded, ISO 8601; private.
        decision: number of the decision that sets it, 0 for a document.
    """

    id: str
    issue: str
    parts: tuple[str, ...]
    proposed_by: str
    round: str = ""
    day: date | None = None
    wording: Wording = Wording.VERBATIM
    clauses: tuple[str, ...] = ()
    note: str = ""
    by: str = ""
    at: str = ""
    decision: int = 0

    @property
    def text(self) -> str:
        """Return its words, with an empty line between the clauses of a document."""
        return "\n\n".join(self.parts)

    @property
    def digest(self) -> str:
        """Return the hash of what a reaction to it rests on: what it says."""
        said = "\0".join((self.wording.value, *self.parts))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def standing_decisions(decisions: Iterable[Decision], subject: str) -> tuple[Decision, ...]:
    """Return the decisions on a subject that were not taken back, oldest first.

    A decision that takes another back says that it was recorded in error: it counts on no day.
    """
    ours = sorted((one for one in decisions if one.subject == subject), key=lambda one: one.id)
    undone = {one.outcome.get("undoes", "") for one in ours}
    return tuple(one for one in ours if "undoes" not in one.outcome and str(one.id) not in undone)


def set_texts(decisions: Iterable[Decision]) -> tuple[CompromiseText, ...]:
    """Return the texts that decisions set, oldest decision first, without those taken back.

    Args:
        decisions: on compromise texts or on anything.
    """
    return tuple(
        CompromiseText(
            id=str(one.id),
            issue=one.subject_id,
            parts=(one.outcome["text"],),
            proposed_by=one.outcome.get("proposed_by", ""),
            round=one.outcome.get("round", ""),
            day=one.as_of,
            wording=Wording(one.outcome.get("wording", Wording.VERBATIM)),
            note=one.note,
            by=one.by,
            at=one.at,
            decision=one.id,
        )
        for one in standing_decisions(decisions, SUBJECT)
    )


def tabled_texts(
    placed: Iterable[PlacedClause], known_by: KnownBy = KnownBy.ISSUED
) -> tuple[CompromiseText, ...]:
    """Return what documents that belong to no party propose for the issues they speak to.

    Args:
        placed: the clauses in force, of compromise texts and of anything, in document order.
        known_by: which date of a document decides.
    """
    found: dict[tuple[str, str], list[PlacedClause]] = {}
    for one in placed:
        if one.version.genre == COMPROMISE_TEXT and not one.version.parties:
            for issue in one.reading.issues:
                found.setdefault((one.version.id, issue), []).append(one)
    return tuple(
        CompromiseText(
            id=version,
            issue=issue,
            parts=tuple(one.clause.text for one in clauses),
            proposed_by=clauses[0].version.title,
            day=clauses[0].version.known(known_by),
            wording=_wording(clauses),
            clauses=tuple(one.clause.id for one in clauses),
        )
        for (version, issue), clauses in found.items()
    )


def _wording(clauses: Iterable[PlacedClause]) -> Wording:
    verbatim = all(one.clause.wording is Wording.VERBATIM for one in clauses)
    return Wording.VERBATIM if verbatim else Wording.PARAPHRASE
