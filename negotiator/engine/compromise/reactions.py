"""How parties react to a compromise text: as recorded, or in clauses that answer it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from negotiator.engine.cells import PlacedAnswer, PlacedClause
from negotiator.engine.compromise.texts import CompromiseText, standing_decisions
from negotiator.model import Decision, How, KnownBy

# The subject of decisions that record one.
REACTION = "reaction"


@dataclass(frozen=True, slots=True)
class Reaction:
    """How a party reacts to a compromise text.

    Args:
        issue: id of the issue.
        party: code of the party.
        how: in what manner.
        to: id of the text that it reacts to.
        day: the day it was recorded for, or that of the document that answers.
        stale: whether the text says something else by now, or is newer than the answer.
        clause: id of the party's clause that answers, empty where a decision records it.
        on: id of the clause of the text that it answers, empty where it answers the whole.
        drafted: whether the machine read the manner, and nobody stated it.
        evidence: hash of what it reacts to, empty where that is not known.
        note: on it, by whoever recorded it; private.
        by: who recorded it; private.
        at: when it was recorded, ISO 8601; private.
        decision: number of the decision that records it, 0 for a clause.
    """

    issue: str
    party: str
    how: How
    to: str
    day: date | None = None
    stale: bool = False
    clause: str = ""
    on: str = ""
    drafted: bool = False
    evidence: str = ""
    note: str = ""
    by: str = ""
    at: str = ""
    decision: int = 0


def reaction_id(issue: str, party: str) -> str:
    """Return what a decision on a reaction is filed under: `I14.RU`."""
    return f"{issue}.{party}"


def recorded_reactions(decisions: Iterable[Decision]) -> tuple[Reaction, ...]:
    """Return the reactions that decisions record, oldest first, without those taken back.

    Args:
        decisions: on reactions or on anything.
    """
    found = []
    for one in standing_decisions(decisions, REACTION):
        issue, _, party = one.subject_id.rpartition(".")
        found.append(
            Reaction(
                issue=one.outcome.get("issue", issue),
                party=one.outcome.get("party", party),
                how=How(one.outcome["how"]),
                to=one.outcome.get("compromise", ""),
                day=one.as_of,
                evidence=one.outcome.get("evidence", ""),
                note=one.note,
                by=one.by,
                at=one.at,
                decision=one.id,
            )
        )
    return tuple(found)


Answers = Mapping[str, Sequence[tuple[PlacedClause, PlacedAnswer]]]


def answers_by_target(placed: Iterable[PlacedClause]) -> Answers:
    """Return the answers of clauses by what they answer: `k1`, or `@K` for a whole proposal."""
    found: dict[str, list[tuple[PlacedClause, PlacedAnswer]]] = {}
    for one in placed:
        for answer in one.answers:
            found.setdefault(answer.to_clause or f"@{answer.to_proposal}", []).append((one, answer))
    return found


def answering(text: CompromiseText, answers: Answers, known_by: KnownBy) -> Iterator[Reaction]:
    """Give the answers of parties' clauses to a text that a document tables.

    One in a document older than the text answers an earlier state of it.

    Args:
        text: the text.
        answers: those of the clauses in force, by what they answer.
        known_by: which date of a document decides.
    """
    proposal = text.id.rpartition("@")[0]
    for target in (*text.clauses, f"@{proposal}") if text.clauses else ():
        for one, answer in answers.get(target, ()):
            day = one.version.known(known_by)
            older = day is not None and text.day is not None and day < text.day
            for party in one.version.parties:
                yield Reaction(
                    issue=text.issue,
                    party=party,
                    how=answer.how,
                    to=text.id,
                    day=day,
                    stale=older,
                    clause=one.clause.id,
                    on=answer.to_clause or "",
                    drafted=answer.drafted,
                )
