"""Counts that do not reconcile: of clauses, gaps, statuses and held positions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from negotiator.engine.comparison import Counts
from negotiator.engine.gaps import Gap
from negotiator.engine.gates.finding import Finding, Looked
from negotiator.engine.gates.record import Record
from negotiator.engine.status import round_by_round
from negotiator.model import MoveKind, Unit, Verdict

REPORT = "trust no count until this is explained: the program or the database is at fault"


@dataclass(frozen=True, slots=True)
class Sum:
    """Two counts that must be the same.

    Args:
        what: what they say of each other, as they should.
        one: the one.
        other: the other.
        clauses: ids of the clauses that make the difference.
        issue: id of the issue that they are of.
        party: code of the party.
        round: id of the round.
    """

    what: str
    one: int
    other: int
    clauses: tuple[str, ...] = ()
    issue: str = ""
    party: str = ""
    round: str = ""


def counts(record: Record) -> Looked:
    """Look for counts that do not reconcile."""
    sums = [*_clauses(record), *_gaps(record), *_statuses(record), *_held(record)]
    found = tuple(
        Finding(
            f"{one.what}: {one.one} and {one.other}",
            REPORT,
            clauses=one.clauses,
            issue=one.issue,
            party=one.party,
            round=one.round,
        )
        for one in sums
        if one.one != one.other
    )
    return Looked(len(sums), found)


def _clauses(record: Record) -> Iterator[Sum]:
    """Every clause in force stands under an issue, among those under none, or is of no party."""
    whole = record.comparison
    shown = {
        placed.clause.address
        for row in whole.rows
        for cell in row.cells
        for placed in cell.clauses
        if placed.clause.unit is not Unit.HEADING
    }
    shown |= {placed.clause.address for placed in whole.unfiled}
    shown |= {
        clause.address
        for clause, reading in record.in_force
        if reading.issues and not record.current[clause.version].parties
    }
    missing = tuple(one.id for one, _ in record.in_force if one.address not in shown)
    yield Sum("clauses in force, and clauses shown", len(record.in_force), len(shown), missing)


def _gaps(record: Record) -> Iterator[Sum]:
    whole = record.comparison
    yield Sum("issues on record, and rows", len(whole.negotiation.issues), len(whole.rows))
    parties = len(whole.parties)
    for row in whole.rows:
        yield Sum("parties, and cells", parties, len(row.cells), issue=row.issue.id)
        pairs = parties * (parties - 1) // 2
        yield Sum("pairs of parties, and gaps", pairs, len(row.gaps), issue=row.issue.id)
    gaps = [gap for row in whole.rows for gap in row.gaps]
    yield from _verdicts("across sides", whole.across, [gap for gap in gaps if gap.across])
    yield from _verdicts("within sides", whole.within, [gap for gap in gaps if not gap.across])


def _verdicts(which: str, told: Counts, gaps: list[Gap]) -> Iterator[Sum]:
    yield Sum(f"pairs {which}, and gaps", told.pairs, len(gaps))
    yield Sum(f"pairs {which}, and verdicts", told.pairs, sum(told.verdicts.values()))
    counted = Counter(gap.verdict for gap in gaps)
    for verdict in Verdict:
        what = f"pairs {which} counted as {verdict}, and gaps that say so"
        yield Sum(what, told.verdicts[verdict], counted[verdict])


def _statuses(record: Record) -> Iterator[Sum]:
    """Every issue is counted once in a round, and what shifted makes the counts of the next."""
    negotiation = record.corpus.negotiation
    issues = {one.id for one in negotiation.issues}
    asserted = {one.issue for one in record.statuses}
    yield Sum("issues with a status, and those on record", len(asserted), len(asserted & issues))
    order = [party.code for party in negotiation.parties]
    rounds = round_by_round(
        record.statuses, negotiation.issues, negotiation.events, record.as_of, order
    )
    for one in rounds:
        counted = sum(one.counts.values()) + one.without
        yield Sum("issues, and statuses counted", len(issues), counted, round=one.round.id)
    for last, one in pairwise(rounds):
        come = Counter(shift.after for shift in one.shifts)
        gone = Counter(shift.before for shift in one.shifts)
        wrong = sum(
            last.counts[status] + come[status] - gone[status] != one.counts[status]
            for status in one.counts
        )
        what = "statuses that changed from one count to the next, and none explains it"
        yield Sum(what, wrong, 0, round=one.round.id)


def _held(record: Record) -> Iterator[Sum]:
    """What a party held, came and went makes what it holds; the next round begins with that."""
    last: dict[str, int] = {}
    for line in record.movement.ledger.lines:
        come = line.kinds[MoveKind.NEW] + line.kinds[MoveKind.RESTORED]
        made = line.before + come - line.kinds[MoveKind.DROPPED]
        sums = [
            ("issues held before, come and gone, and issues held after", made, line.after),
            ("issues that moved unheld", min(line.untouched, 0), 0),
        ]
        if line.party in last:
            what = "issues held after a round, and before the next"
            sums.append((what, last[line.party], line.before))
        last[line.party] = line.after
        for what, one, other in sums:
            yield Sum(what, one, other, party=line.party, round=line.round)
