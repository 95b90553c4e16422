"""Decisions on statuses in a few words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from negotiator.model import Decision, Status

Said = tuple[str, str, Status, str] | tuple[str, str, Status, str, str]


def decisions(*said: Said) -> tuple[Decision, ...]:
    """Return what was said, in this order: issue, who, status, day, and why where that is told."""
    return tuple(
        decision(number, issue, who, status, day, *why)
        for number, (issue, who, status, day, *why) in enumerate(said, 1)
    )


def decision(
    number: int, issue: str, who: str, status: Status, day: str, why: str = ""
) -> Decision:
    outcome = {"status": status.value, "asserted_by": who, "round": "R1", "batch": ""}
    as_of = date.fromisoformat(day)
    return Decision(number, "status", issue, outcome, "kl", "now", why, as_of)


def undo(decisions: Iterable[Decision], number: int) -> tuple[Decision, ...]:
    """Return decisions with one more that takes a numbered one back."""
    done = tuple(decisions)
    back = next(one for one in done if one.id == number)
    outcome = {"status": "", "asserted_by": back.outcome["asserted_by"], "undoes": str(number)}
    last = max(one.id for one in done)
    return (*done, Decision(last + 1, "status", back.subject_id, outcome, "kl", "now", "error"))
