"""Reviewing the gaps: a person's decision on a machine's draft, and the history of decisions."""

from __future__ import annotations

from negotiator.engine.comparison import Comparison, Row, digest_of
from negotiator.engine.gaps import Gap
from negotiator.errors import Refused, Unknown
from negotiator.model import Decision, Review, Verdict
from negotiator.workbench.bench import Bench
from negotiator.workbench.looking import View, comparison, negotiation


def gap(bench: Bench, gap_id: str, view: View) -> tuple[Row, Gap]:
    """Return a gap by its id, with the issue's cells.

    Raises:
        Unknown: when there is no such gap as of that day.
    """
    return _found(_issue_of(bench, gap_id, view), gap_id)


def _issue_of(bench: Bench, gap_id: str, view: View) -> Comparison:
    """Compare on the issue that a gap belongs to, all parties included."""
    issues = [one.id for one in negotiation(bench).issues if gap_id.startswith(f"{one.id}.")]
    if not issues:
        raise Unknown(
            f"unknown gap “{gap_id}”",
            remedy="a gap is named ISSUE.PARTY-PARTY; see `negotiator gaps list`",
        )
    return comparison(bench, View(view.as_of, view.known_by, issues=tuple(issues)))


def _found(whole: Comparison, gap_id: str) -> tuple[Row, Gap]:
    gaps = [(row, one) for row in whole.rows for one in row.gaps]
    for row, one in gaps:
        if one.id == gap_id:
            return row, one
    known = ", ".join(one.id for _, one in gaps) or "none, fewer than two parties have tabled"
    raise Unknown(f"unknown gap “{gap_id}”", remedy=f"on this issue: {known}")


def decide(
    bench: Bench,
    gap_id: str,
    view: View,
    *,
    state: Review,
    verdict: Verdict | None,
    note: str,
) -> tuple[Decision, Gap]:
    """Record a person's decision on a gap and return the gap as it now stands.

    Without a verdict of its own it is a decision on the verdict as shown, and records that one.
    The decision keeps a digest of the clauses it rests on, so that it is found stale when one of
    them changes.

    Raises:
        Unknown: when there is no such gap.
        Refused: for the state `stale`, which is found and never chosen, and for a verdict that
            goes with the return to a draft.
    """
    if state is Review.STALE:
        raise Refused("a review becomes stale by itself when a cited clause changes")
    if state is Review.DRAFT and verdict is not None:
        raise Refused("a draft is the machine's own verdict", remedy="leave --verdict out")
    whole = _issue_of(bench, gap_id, view)
    row, shown = _found(whole, gap_id)
    outcome = {"state": state.value, "evidence": digest_of(row, gap_id)}
    if state is not Review.DRAFT:
        outcome["verdict"] = (verdict or shown.verdict).value
    with bench.database.writing() as archive:
        decision = archive.append_decision(
            "gap",
            gap_id,
            outcome,
            by=bench.by,
            at=bench.at,
            note=note,
            as_of=whole.as_of,
        )
    _, reviewed = gap(bench, gap_id, View(whole.as_of, view.known_by))
    return decision, reviewed


def history(bench: Bench, gap_id: str) -> tuple[Decision, ...]:
    """Return every decision on a gap, oldest first.

    Raises:
        Unknown: when the negotiation has no such gap and never decided on one.
    """
    with bench.database.reading() as archive:
        decisions = archive.decisions("gap", gap_id)
    if not decisions:
        gap(bench, gap_id, View())
    return decisions
