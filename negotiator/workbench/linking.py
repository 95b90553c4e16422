"""What people decide on links: to confirm, refuse, move, add by hand, and to undo it."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.engine.alignment.record import RecordedLink
from negotiator.engine.alignment.settled import SUBJECT, Settled, evidence
from negotiator.engine.calendar import latest_day
from negotiator.errors import Refused
from negotiator.model import Decision, KnownBy, LinkState, Method, Relation
from negotiator.store.archive import Archive
from negotiator.workbench.bench import Bench
from negotiator.workbench.links import LinkRecord


@dataclass(frozen=True, slots=True)
class Linked:
    """What was decided on a link, and how it now stands.

    Args:
        made: the decisions, in order.
        now: the link; None where nothing lines the two clauses up any more.
    """

    made: tuple[Decision, ...]
    now: RecordedLink | None


def confirm(
    bench: Bench,
    left: str,
    right: str,
    *,
    why: str,
    relation: Relation | None = None,
    seen: RecordedLink | None = None,
) -> Linked:
    """Record that two clauses that were lined up speak to each other.

    Args:
        bench: the work bench; `by` must be stated.
        left: id of one clause, or the address of its wording in force.
        right: that of the other, of another party.
        why: on what grounds.
        relation: how the two stand to each other; None leaves it as it is.
        seen: the link as it was shown; what changed since is not decided on.

    Raises:
        Unknown: when there is no such clause.
        Refused: when nothing lines the two up, one of them is not in force, or the link is not as
            it was shown.
    """
    with bench.database.writing() as archive:
        record = LinkRecord.load(archive, left, right)
        id = record.id(left, right)
        _check_seen(record, id, seen)
        if id not in record.drafts and id not in record.settled:
            raise Refused(
                f"nothing lines up {left} and {right}", remedy="--add lines them up by hand"
            )
        made = _decide(archive, bench, record, (left, right), LinkState.CONFIRMED, why, relation)
        return _linked(archive, left, right, made)


def refuse(
    bench: Bench, left: str, right: str, *, why: str, seen: RecordedLink | None = None
) -> Linked:
    """Record that two clauses do not speak to each other, whether they were lined up or not.

    Raises:
        Unknown: when there is no such clause.
        Refused: when they are clauses of one party, or the link is not as it was shown.
    """
    with bench.database.writing() as archive:
        record = LinkRecord.load(archive, left, right)
        _check_seen(record, record.id(left, right), seen)
        made = _decide(archive, bench, record, (left, right), LinkState.REFUSED, why)
        return _linked(archive, left, right, made)


def add_by_hand(
    bench: Bench, left: str, right: str, *, why: str, relation: Relation | None = None
) -> Linked:
    """Record a link between two clauses, whether the machine drafted it or not.

    Raises:
        Unknown: when there is no such clause.
        Refused: when they are clauses of one party, or one of them is not in force.
    """
    with bench.database.writing() as archive:
        record = LinkRecord.load(archive, left, right)
        pair = (left, right)
        made = _decide(
            archive, bench, record, pair, LinkState.CONFIRMED, why, relation, by_hand=True
        )
        return _linked(archive, left, right, made)


def move(
    bench: Bench,
    left: str,
    right: str,
    to: str,
    *,
    why: str,
    relation: Relation | None = None,
    seen: RecordedLink | None = None,
) -> Linked:
    """Record that a clause speaks to another one than it was lined up with.

    One link is refused and another added by hand, both or neither.

    Args:
        bench: the work bench; `by` must be stated.
        left: the clause that stays.
        right: the clause that it was lined up with.
        to: the clause that it speaks to.
        why: on what grounds.
        relation: how the two stand to each other; None for that of the link as it was.
        seen: the link as it was shown; what changed since is not decided on.

    Raises:
        Unknown: when there is no such clause.
        Refused: when the link leads there already, the clauses are of one party, or the link is
            not as it was shown.
    """
    with bench.database.writing() as archive:
        record = LinkRecord.load(archive, left, right, to)
        _check_seen(record, record.id(left, right), seen)
        if record.id(left, right) == record.id(left, to):
            raise Refused(f"the link leads to {to} already", remedy="--confirm confirms it")
        kept = relation or _relation(record, record.id(left, right))
        refused = _decide(archive, bench, record, (left, right), LinkState.REFUSED, why)
        added = _decide(
            archive, bench, record, (left, to), LinkState.CONFIRMED, why, kept, by_hand=True
        )
        return _linked(archive, left, to, refused, added)


def undo(bench: Bench, left: str, right: str, *, why: str) -> Linked:
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
        made = _append(archive, bench, record, id, record.settled[id].undone, why)
        return _linked(archive, left, right, made)


def _check_seen(record: LinkRecord, id: str, seen: RecordedLink | None) -> None:
    """Refuse to decide on a link that is not as it was shown."""
    found = record.link(id) if seen else None
    if seen is None or (found and found.link == seen):
        return
    ends = f"{seen.left.clause.id} – {seen.right.clause.id}"
    if found is None:
        now = "nothing lines them up any more"
    elif found.link.state is not seen.state:
        now = f"it is {found.link.state} now"
    else:
        now = "a clause or its score has changed"
    raise Refused(f"{ends} is not as it was shown: {now}", remedy="look at it again")


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
) -> Decision:
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
    return _append(archive, bench, record, id, decided.outcome, why)


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
) -> Decision:
    day = latest_day(record.versions, KnownBy.ISSUED)
    return archive.append_decision(
        SUBJECT, id, outcome, by=bench.by, at=bench.at, note=why, as_of=day
    )


def _linked(archive: Archive, left: str, right: str, *made: Decision) -> Linked:
    record = LinkRecord.load(archive, left, right)
    found = record.link(record.id(left, right))
    return Linked(made, found.link if found else None)
