"""The readings of clauses as data, without who read them."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.review.readings import ReadClause
from negotiator.render import data


def as_data(found: Sequence[ReadClause]) -> list[data.Data]:
    """Return clauses as they are read, in the order in which they are listed."""
    return [read_clause(one) for one in found]


def read_clause(one: ReadClause) -> data.Data:
    """Return a clause as it is read, how far people have looked at it, and why it needs one."""
    placed = one.placed
    return {
        **data.clause(placed.clause, placed.reading, placed.version),
        "state": one.state.value,
        "origin": placed.reading.origin.value,
        "reason": placed.reading.reason,
        "why": one.why,
        "reasons": list(one.reasons),
    }
