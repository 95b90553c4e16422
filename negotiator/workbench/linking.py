"""What people decide on links: to confirm, refuse, move, add by hand, and to undo it."""

from __future__ import annotations

from negotiator.engine.alignment.record import RecordedLink
from negotiator.engine.alignment.settled import SUBJECT, Settled, evidence
from negotiator.engine.calendar import latest_day
from negotiator.errors import Refused
from negotiator.model import KnownBy, LinkState, Method, Relation
from negotiator.store.archive import Archive
from negotiator.workbench.bench import Bench
from negotiator.workbench.links import LinkRecord


def confirm(
    bench: Bench, left: str, right: str, *, why: str, relation: Relation | None = None
) -> RecordedLink | None:
    """Record that two clauses that were lined up speak to each other.

    Args:
        bench: the work bench; `by` must be stated.
        left: id of one clause, or the address of its wording in force.
        right: that of the other, of another party.
        why: on what grounds.
        relation: how the two stand to each other; None leaves it as it is.

    Raises:
        Unknown: when there is no such clause.
        Refused: when nothing lines the two up, or one of them is not in force.
    """
    with bench.database.writing() as archive:
        record = LinkRecord.load(archive, left, right)
        id = record.id(left, right)
        if id not in record.drafts and id not in record.settled:
            raise Refused(
                f"nothing lines up {left} and {right}", remedy="--add lines them up by hand"
            )
        _decide(archive, bench, record, (left, right), LinkState.CONFIRMED, why, relation)
        return _now(archive, left, right)


def refuse(bench: Bench, left: str, right: str, *, why: str) -> RecordedLink | None:
    """Record that two clauses do not speak to each other, whether they were lined up or not.

    Raises:
        Unknown: when there is no such clause.
        Refused: when they are clauses of one party.
    """
    with bench.database.writing() as archive:
        record = LinkRecord.load(archive, left, right)
        _decide(archive, bench, record, (left, right), LinkState.REFUSED, why)
        return _now(archive, left, right)


def add_by_hand(
    bench: Bench, left: str, right: str, *, why: str, relation: Relation | None = None
) -> RecordedLink | None:
    """Record a link between two clauses, whether the machine drafted it or not.

    Raises:
        Unknown: when there is no such clause.
        Refused: when they are clauses of one party, or one of them is not in force.
    """
    with bench.database.writing() as archive:
        record = LinkRecord.load(archive, left, right)
        pair = (left, right)
        _decide(archive, bench, record, pair, LinkState.CONFIRMED, why, relation, by_hand=True)
        return _now(archive, left, right)


def move(
    bench: Bench, left: str, right: str, to: str, *, why: str, relation: Relation | None = None
) -> RecordedLink | None:
    """Record that a clause speaks to another one than it was lined up with.

    One link is refused and another added by hand, both or neither.

    Args:
        bench: the work bench; `by` must be stated.
        left: the clause that stays.
        right: the clause that it was lined up with.
        to: the clause that it speaks to.
        why: on what grounds.
        relation: how the two stand to each other; None for that of the link as it was.

    Raises:
        Unknown: when there is no such clause.
        Refused: when the link leads there already, or the clauses are of one party.
    """
    with bench.database.writing() as archive:
        record = LinkRecord.load(archive, left, right, to)
        if record.id(left, right) == record.id(left, to):
            raise Refused(f"the link leads to {to} already", remedy="--confirm confirms it")
        kept = relation or _relation(record, record.id(left, right))
        _decide(archive, bench, record, (left, right), LinkState.REFUSED, why)
        _decide(archive, bench, record, (left, to), LinkState.CONFIRMED, why, kept, by_hand=True)
        return _now(archive, left, to)


def undo(bench: Bench, left: str, right: str, *, why: str) -> RecordedLink | None:
    """Record that what was decided on a link stands no more; the machine's draft does, if any.

    Raises:
        Unknown: when there is no such clause.
        Refused: when nothing is decided on the link.
    """
    with bench.database.writing() as archive:
        record = LinkRecord.load(archive, left, right)
        id = record.id(left, right)
        if id not in record.settled:
            raise Refused(f"nothing is decided on {left} and {right}")
        _append(archive, bench, record, id, record.settled[id].undone, why)
        return _now(archive, left, right)


def _decide(
    archive: Archive,
    bench: Bench,
    record: LinkRecord,
    pair: tuple[str, str],
    state: LinkState,
    why: str,
    relation: Relation | None = None,
    *,
    by_hand: bool = False,
) -> None:
    id = record.id(*pair)
    ends = [record.end(name).clause for name in pair]
    gone = [clause.id for clause in ends if clause.id not in record.wordings.in_force]
    if gone and state is LinkState.CONFIRMED:
        raise Refused(f"{gone[0]} is in no version in force", remedy="--refuse takes the link out")
    draft, before = record.drafts.get(id), record.settled.get(id)
    known = draft or before
    decided = Settled(
        left=ends[0].id,
        right=ends[1].id,
        left_wording=ends[0].address,
        right_wording=ends[1].address,
        state=state,
        relation=relation or _relation(record, id),
        method=known.method if known and not by_hand else Method.BY_HAND,
        fitted=draft.fitted if draft else before.fitted if before else None,
        evidence=evidence(*ends),
    )
    _append(archive, bench, record, id, decided.outcome, why)


def _relation(record: LinkRecord, id: str) -> Relation:
    known = record.settled.get(id) or record.drafts.get(id)
    return known.relation if known else Relation.OVERLAPPING


def _append(
    archive: Archive,
    bench: Bench,
    record: LinkRecord,
    id: str,
    outcome: dict[str, str],
    why: str,
) -> None:
    day = latest_day(record.versions, KnownBy.ISSUED)
    archive.append_decision(SUBJECT, id, outcome, by=bench.by, at=bench.at, note=why, as_of=day)


def _now(archive: Archive, left: str, right: str) -> RecordedLink | None:
    record = LinkRecord.load(archive, left, right)
    found = record.link(record.id(left, right))
    return found.link if found else None
