"""A gap without a rationale: without a sentence that cites each side, or a decision without why."""

from __future__ import annotations

from collections.abc import Iterator

from negotiator.engine.gaps import Gap
from negotiator.engine.gates.finding import Finding, Looked
from negotiator.engine.gates.record import Record
from negotiator.engine.table import Row
from negotiator.model import Decision, Review

SAY_WHY = "decide on it and say why: negotiator gaps review GAP --state STATE --note TEXT --by NAME"


def rationale(record: Record) -> Looked:
    """Look for gaps that nobody could defend.

    A gap must have a rationale; that cites a clause of every side that speaks, and names the kind
    of silence of every side that does not. A person's decision that is
    not simply to confirm the machine's verdict must have a note.
    """
    decided = record.last_decisions("gap")
    rows = record.comparison.rows
    found = tuple(
        Finding(what, SAY_WHY, issue=gap.issue, gap=gap.id, party=party)
        for row in rows
        for gap in row.gaps
        for what, party in _wanting(row, gap, decided.get(gap.id))
    )
    return Looked(sum(len(row.gaps) for row in rows), found)


def _wanting(row: Row, gap: Gap, decision: Decision | None) -> Iterator[tuple[str, str]]:
    """Give what is missing, with the party that it concerns."""
    if not gap.rationale.strip():
        yield "has no rationale", ""
    for party in gap.parties if gap.rationale.strip() else ():
        cell = row.cell(party)
        ids = [placed.clause.id for placed in cell.clauses]
        if ids and not any(cites(gap.rationale, id) for id in ids):
            yield f"its rationale cites no clause of {party}, which speaks", party
        if cell.silence and cell.silence.kind.value not in gap.rationale:
            yield f"its rationale does not say how {party} is silent", party
    if decision is None or decision.note.strip():
        return
    state = decision.outcome.get("state", "")
    # Whoever confirms the machine's own verdict takes its rationale over.
    agrees = state == Review.CONFIRMED.value and gap.verdict is gap.drafted
    if state != Review.DRAFT.value and not agrees:
        yield f"is {state}, and nobody says why", ""


def cites(text: str, id: str) -> bool:
    """Tell whether a text names a clause: `A4.1` is not named by `A4.10`, nor by `A4.1.2`."""
    start = text.find(id)
    while start >= 0:
        end = start + len(id)
        behind = text[end : end + 2]
        if not (
            _joined(text[start - 1 : start] if start else "")
            or behind[:1].isalnum()
            or (_joined(behind[:1]) and behind[1:].isalnum())
        ):
            return True
        start = text.find(id, start + 1)
    return False


def _joined(sign: str) -> bool:
    """Tell whether a sign beside an id would make it another one."""
    return sign.isalnum() or sign in (*"_-./",)
