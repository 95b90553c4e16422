"""A record in a few words, and what one gate says of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from negotiator.engine.gates import Finding, Looked, Original, Record, run
from negotiator.model import Decision, Force, Wording
from tests.engine.build import Said, Tabled, table

VERBATIM = Wording.VERBATIM
# Two papers that answer each other, everything read and filed.
RED = Tabled("RED", "2024-01-10", [Said("r1", "The forces shall leave.", wording=VERBATIM)])
BLUE = Tabled("BLUE", "2024-02-10", [Said("b1", "The forces stay.", Force.REFUSAL)])


def record(
    *documents: Tabled,
    decisions: Sequence[Decision] = (),
    as_of: date | None = None,
    originals: dict[str, Original] | None = None,
) -> Record:
    """Return what the gates look at once these documents have been tabled."""
    corpus = table(*(documents or (RED, BLUE)), decisions=decisions)
    return Record(corpus, as_of, originals=originals)


def look(gate: str, record: Record) -> Looked:
    """Return what one gate says of a record."""
    (result,) = run(record, [gate])
    return result.looked


def said(gate: str, record: Record) -> list[tuple[str, str]]:
    """Return where a gate finds something, and what."""
    return [(one.where, one.what) for one in look(gate, record).findings]


def only(gate: str, record: Record) -> Finding:
    """Return the one thing that a gate finds."""
    (found,) = look(gate, record).findings
    return found


def decided(
    number: int, subject: str, id: str, note: str = "", day: str = "", **outcome: str
) -> Decision:
    """Return a decision on something."""
    as_of = date.fromisoformat(day) if day else None
    return Decision(number, subject, id, outcome, "kl", "now", note, as_of)
