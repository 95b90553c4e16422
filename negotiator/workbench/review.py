"""Reviewing the gaps: what waits for a person, a person's decision, and its history."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from negotiator.engine.comparison import Comparison
from negotiator.engine.gaps import Gap
from negotiator.engine.review.gaps import WaitingGap, gaps_to_review
from negotiator.engine.review.meanwhile import ShownGap, meanwhile
from negotiator.engine.table import Row, digest_of
from negotiator.errors import Refused, Unknown
from negotiator.model import Decision, GapKind, Review, Verdict, Wording
from negotiator.store.archive import Archive
from negotiator.workbench.bench import Bench
from negotiator.workbench.looking import View, check, comparison, negotiation

# The subject of such decisions, among all others.
SUBJECT = "gap"


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on a gap, and the gap as it now stands."""

    decision: Decision
    gap: Gap


def gaps(bench: Bench, view: View) -> tuple[tuple[Row, Gap], ...]:
    """Return the gaps of a view; one party alone chooses its gaps with everybody.

    Raises:
        Unknown: for a party, topic or issue that is not on record.
    """
    return tuple((row, gap) for row in _rows(bench, view) for gap in row.gaps)


def queue(bench: Bench, view: View) -> tuple[WaitingGap, ...]:
    """Return the gaps of a view that need a person, the hardest first.

    Raises:
        Unknown: for a party, topic or issue that is not on record.
    """
    return gaps_to_review(_rows(bench, view))


def _rows(bench: Bench, view: View) -> tuple[Row, ...]:
    if len(view.parties) != 1:
        return comparison(bench, view).rows
    # A column alone makes no pair.
    check(bench, view)
    return tuple(
        replace(row, gaps=tuple(gap for gap in row.gaps if view.parties[0] in gap.parties))
        for row in comparison(bench, replace(view, parties=())).rows
    )


def gap(bench: Bench, gap_id: str, view: View) -> tuple[Row, Gap]:
    """Return a gap by its id, with the issue's cells.

    Raises:
        Unknown: when there is no such gap as of that day.
    """
    return _found(_issues_of(bench, [gap_id], view), gap_id)


def shown(bench: Bench, gap_id: str, view: View) -> ShownGap:
    """Return a gap as a person is about to see it, to decide on exactly that.

    Raises:
        Unknown: when there is no such gap as of that day.
    """
    with bench.database.reading() as archive:
        whole = _issues_of(bench, [gap_id], view)
        row, found = _found(whole, gap_id)
        return ShownGap(row, found, _last(archive, found.id, whole))


def _issues_of(bench: Bench, gap_ids: Sequence[str], view: View) -> Comparison:
    """Compare on the issues that gaps belong to, all parties included."""
    known = negotiation(bench).issues
    wanted: dict[str, None] = {}
    for id in gap_ids:
        issues = [one.id for one in known if id.startswith(f"{one.id}.")]
        if not issues:
            raise Unknown(
                f"unknown gap “{id}”",
                remedy="a gap is named ISSUE.PARTY-PARTY; see `negotiator gaps list`",
            )
        wanted.update(dict.fromkeys(issues))
    return comparison(bench, View(view.as_of, view.known_by, issues=tuple(wanted)))


def _found(whole: Comparison, gap_id: str) -> tuple[Row, Gap]:
    rows = [row for row in whole.rows if gap_id.startswith(f"{row.issue.id}.")]
    gaps = [(row, one) for row in rows for one in row.gaps]
    for row, one in gaps:
        # The parties may be named in either order.
        if gap_id in (one.id, f"{one.issue}.{'-'.join(reversed(one.parties))}"):
            return row, one
    known = ", ".join(one.id for _, one in gaps) or "none, fewer than two parties have tabled"
    raise Unknown(f"unknown gap “{gap_id}”", remedy=f"on this issue: {known}")


def _last(archive: Archive, gap_id: str, whole: Comparison) -> Decision | None:
    """Return the last decision on a gap that counts as of the day of a comparison."""
    day = whole.as_of
    counting = [
        one
        for one in archive.decisions(SUBJECT, gap_id)
        if one.as_of is None or day is None or one.as_of <= day
    ]
    return counting[-1] if counting else None


# What a person may say where one of the two is silent, and where both are.
SILENT_VERDICTS = {
    1: {Verdict.ONE_SIDED, Verdict.UNKNOWN},
    2: {Verdict.BOTH_SILENT, Verdict.UNKNOWN},
}


def decide(
    bench: Bench,
    gap_ids: Sequence[str],
    view: View,
    *,
    state: Review,
    verdict: Verdict | None = None,
    kinds: Collection[GapKind] = (),
    note: str,
    seen: ShownGap | None = None,
) -> tuple[Decided, ...]:
    """Record a person's decision on gaps, on all or on none, and return how they now stand.

    Without a verdict of its own it is a decision on the verdict as shown, and records that one.
    The decision keeps a digest of the clauses it rests on, so that it is found stale when one of
    them changes.

    Args:
        bench: the work bench; `by` must be stated.
        gap_ids: the gaps.
        view: the day that is spoken about.
        state: what is decided.
        verdict: the person's own, None for the one as shown.
        kinds: in what respects the two differ, by the person; empty for those as shown.
        note: on what grounds.
        seen: the gap as it was shown, where it is one; what changed since is not decided on.

    Raises:
        Unknown: when there is no such gap.
        Refused: for the state `stale`, which is found and never chosen; for a verdict or kinds
            that go with the return to a draft; for *identical* where a text is a paraphrase; when
            the gap is not as it was shown.
    """
    _check(state, verdict, kinds)
    made: list[Decision] = []
    with bench.database.writing() as archive:
        # The lock is held: what is read here is what the decisions are recorded on.
        whole = _issues_of(bench, gap_ids, view)
        for id in dict.fromkeys(gap_ids):
            row, found = _found(whole, id)
            now = ShownGap(row, found, _last(archive, found.id, whole))
            _check_seen(seen, now)
            outcome = _outcome(now, state, verdict, kinds)
            made.append(
                archive.append_decision(
                    SUBJECT,
                    found.id,
                    outcome,
                    by=bench.by,
                    at=bench.at,
                    note=note,
                    as_of=whole.as_of,
                )
            )
    reviewed = _issues_of(bench, gap_ids, View(whole.as_of, view.known_by))
    return tuple(Decided(one, _found(reviewed, one.subject_id)[1]) for one in made)


def _check(state: Review, verdict: Verdict | None, kinds: Collection[GapKind]) -> None:
    if state is Review.STALE:
        raise Refused("a review becomes stale by itself when a cited clause changes")
    if state is Review.DRAFT and verdict is not None:
        raise Refused("a draft is the machine's own verdict", remedy="leave --verdict out")
    if state is Review.DRAFT and kinds:
        raise Refused("a draft has the machine's own kinds", remedy="leave --kind out")


def _check_seen(seen: ShownGap | None, now: ShownGap) -> None:
    changed = meanwhile(seen, now) if seen else ()
    if changed:
        raise Refused(
            f"{now.gap.id} is not as it was shown: {'; '.join(changed)}", remedy="look at it again"
        )


def _outcome(
    now: ShownGap, state: Review, verdict: Verdict | None, kinds: Collection[GapKind]
) -> dict[str, str]:
    outcome = {"state": state.value, "evidence": digest_of(now.row, now.gap.id)}
    if state is Review.DRAFT:
        return outcome
    said = verdict or now.gap.verdict
    _check_heard(now, said)
    if said is Verdict.IDENTICAL:
        _check_verbatim(now)
    outcome["verdict"] = said.value
    if kinds:
        outcome["kinds"] = "; ".join(kind.value for kind in GapKind if kind in kinds)
    return outcome


def _check_heard(now: ShownGap, said: Verdict) -> None:
    """Refuse a silence where somebody speaks, and anything else where one of the two is silent."""
    silent = [code for code in now.gap.parties if not now.row.cell(code).clauses]
    fitting = SILENT_VERDICTS[len(silent)] if silent else set(Verdict) - {Verdict.BOTH_SILENT}
    if said not in fitting:
        says = "says" if len(silent) == 1 else "say"
        who = f"{' and '.join(silent)} {says} nothing" if silent else "both speak"
        raise Refused(
            f"{now.gap.id} cannot be {said.value}: {who} on {now.gap.issue}",
            remedy="file a clause under the issue with `negotiator clause set`, or choose another",
        )


def _check_verbatim(now: ShownGap) -> None:
    """Refuse to call texts identical that nobody has seen word for word."""
    for party in now.gap.parties:
        for placed in now.row.cell(party).clauses:
            if placed.clause.wording is Wording.PARAPHRASE:
                raise Refused(
                    f"{placed.clause.id} is a paraphrase, and only verbatim texts are identical",
                    where=now.gap.id,
                    remedy=f"say {Verdict.EQUIVALENT}",
                )


def history(bench: Bench, gap_id: str) -> tuple[Decision, ...]:
    """Return every decision on a gap, oldest first.

    Raises:
        Unknown: when the negotiation has no such gap and never decided on one.
    """
    with bench.database.reading() as archive:
        decisions = archive.decisions(SUBJECT, gap_id)
    if not decisions:
        gap(bench, gap_id, View())
    return decisions
