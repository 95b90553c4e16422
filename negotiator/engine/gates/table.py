"""The gates, in the order in which they are run and shown."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from negotiator.engine.gates.counts import counts
from negotiator.engine.gates.filing import issue, topic
from negotiator.engine.gates.finding import Finding, Looked
from negotiator.engine.gates.quotation import quotation
from negotiator.engine.gates.rationale import rationale
from negotiator.engine.gates.record import Record
from negotiator.engine.gates.reopened import reopened
from negotiator.engine.gates.stale import stale


@dataclass(frozen=True, slots=True)
class Gate:
    """One question that a record must pass.

    Args:
        name: what it is chosen by.
        asks: the question; no is the answer of a record in order.
        things: what it looks at, in the plural.
        thing: the same in the singular.
        look: returns what it finds.
        usual: whether it is run where none is chosen.
    """

    name: str
    asks: str
    things: str
    thing: str
    look: Callable[[Record], Looked]
    usual: bool = True


# The same table, in words, stands in docs/method.md.
GATES = (
    Gate(
        "rationale",
        "is there a gap without a rationale, or a decision on one without a why?",
        "gaps",
        "gap",
        rationale,
    ),
    Gate(
        "reopened",
        "did an agreed issue fall back, or did a party move on it, without a reason?",
        "issues called agreed",
        "issue called agreed",
        reopened,
    ),
    Gate(
        "topic",
        "does a provision in force stand under no topic?",
        "provisions in force",
        "provision in force",
        topic,
    ),
    Gate(
        "quotation",
        "is a quotation not in its source?",
        "quotations",
        "quotation",
        quotation,
    ),
    Gate(
        "counts",
        "do counts of clauses, gaps, statuses or positions not reconcile?",
        "sums",
        "sum",
        counts,
    ),
    Gate(
        "stale",
        "is a review older than what it is about?",
        "reviews",
        "review",
        stale,
    ),
    Gate(
        "issue",
        "does a provision in force stand under no issue?",
        "provisions in force",
        "provision in force",
        issue,
        usual=False,
    ),
)


@dataclass(frozen=True, slots=True)
class Result:
    """What a gate says of a record."""

    gate: Gate
    looked: Looked

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what the gate does not let pass."""
        return self.looked.findings

    @property
    def passed(self) -> bool:
        """Tell whether it found nothing."""
        return not self.looked.findings


def run(record: Record, names: Collection[str] = ()) -> tuple[Result, ...]:
    """Return what gates say of a record, in the order of the table.

    Args:
        record: everything recorded, as of a day.
        names: which gates; none for the usual ones.
    """
    return tuple(
        Result(gate, gate.look(record))
        for gate in GATES
        if (gate.name in names if names else gate.usual)
    )
