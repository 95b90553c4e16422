"""An ask and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.model import Force, Reply

# What wants an answer.
ASKING = frozenset({Force.DEMAND, Force.OFFER, Force.MUTUAL_COMMITMENT, Force.COUNTER_PROPOSAL})


@dataclass(frozen=True, slots=True)
class Ask:
    """A demand or offer of one party, and how one of those it is addressed to answers it.

    Args:
        clause: id of the clause that asks.
        parties: codes of those that tabled it.
        addressee: code of the party that is asked.
        issues: ids of the issues it stands under.
        topics: codes of its topics, the main one first.
        document: key of the proposal that asks.
        force: the act.
        answer: what became of it.
        by: ids of the clauses that answer, in the order of the documents.
        answered_in: keys of the proposals they stand in.
        other_objects: ids of clauses that speak to the topic, not to what was asked.
        rationale: one sentence that cites the clauses, or the document that passes it over.
        drafted: True when the machine read the manner of an answer, or proposes the answer.
        proposed: True when nobody states that these clauses answer.
        addressed: False when the document does not name the party and it answers all the same.
    """

    clause: str
    parties: tuple[str, ...]
    addressee: str
    issues: tuple[str, ...]
    topics: tuple[str, ...]
    document: str
    force: Force
    answer: Reply
    by: tuple[str, ...]
    answered_in: tuple[str, ...]
    other_objects: tuple[str, ...]
    rationale: str
    drafted: bool
    proposed: bool
    addressed: bool

    @property
    def party(self) -> str:
        """Return the code of the first party that tabled it."""
        return self.parties[0]

    @property
    def issue(self) -> str:
        """Return the id of the first issue it stands under, empty where it stands under none."""
        return next(iter(self.issues), "")

    @property
    def topic(self) -> str:
        """Return the code of its main topic, empty where nobody read one."""
        return next(iter(self.topics), "")
