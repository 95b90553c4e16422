"""An agreed issue that falls back, or is moved on, and nobody says why."""

from __future__ import annotations

from datetime import date

from negotiator.engine.gates.finding import Finding, Looked
from negotiator.engine.gates.record import Record
from negotiator.engine.movement import Alarm, AlarmKind
from negotiator.engine.status import ANALYST, JOINTLY, Regression, regressions

SAY_WHY = (
    "say why: negotiator status set ISSUE --status STATUS --asserted-by WHO --day DAY"
    " --reason TEXT --by NAME"
)


def reopened(record: Record) -> Looked:
    """Look for issues that somebody called agreed and that are less by now without a reason.

    A status that falls counts, and a party that moves on an issue that stands agreed.
    """
    agreed = {one.issue for one in record.statuses if one.status.agreed}
    if not agreed:
        return Looked(0)
    moved = [one for one in record.movement.alarms if one.kind is AlarmKind.MOVED]
    found = [
        *((one.issue, one.after.day, _fallen(one)) for one in regressions(record.statuses)),
        *((one.issue, one.day, _moved(one)) for one in moved),
    ]
    places = {one.id: number for number, one in enumerate(record.corpus.negotiation.issues)}
    found.sort(key=lambda one: (places.get(one[0], len(places)), one[0], one[1] or date.min))
    return Looked(len(agreed), tuple(finding for _, _, finding in found))


def _fallen(one: Regression) -> Finding:
    who = {JOINTLY: "the parties jointly", ANALYST: "the analyst"}
    before, after = one.before, one.after
    return Finding(
        f"{who.get(one.asserted_by, one.asserted_by)} called it “{before.status}”{_on(before.day)}"
        f" and “{after.status}”{_on(after.day)}, and no reason is given",
        SAY_WHY,
        issue=one.issue,
        party="" if one.asserted_by in who else one.asserted_by,
        round=after.round,
    )


def _moved(one: Alarm) -> Finding:
    return Finding(
        f"stood “{one.agreed}” when {one.party} moved on it{_on(one.day)} with"
        f" {', '.join(one.clauses)}, and no later status gives a reason",
        SAY_WHY,
        issue=one.issue,
        clauses=one.clauses,
        party=one.party,
        round=one.round,
    )


def _on(day: date | None) -> str:
    return f" on {day}" if day else ""
