"""Readings: what waits for a person, and a person's decision on what was read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from negotiator.engine.cells import PlacedClause
from negotiator.engine.review.readings import ReadClause, read_clause, readings_to_review
from negotiator.errors import Misused, Refused
from negotiator.model import UNREAD, Negotiation, Origin, Reading, Review, Unit
from negotiator.store.archive import Archive
from negotiator.workbench.bench import Bench
from negotiator.workbench.filing import Filed, current_clause
from negotiator.workbench.lining_up import in_force
from negotiator.workbench.looking import topics_below
from negotiator.workbench.setup import find


@dataclass(frozen=True, slots=True)
class Choice:
    """Which readings to list; what is empty chooses all.

    Args:
        parties: codes of parties that tabled the clause.
        topics: codes of topics under which it is read, or below.
        issues: ids of issues under which it is read.
        proposals: keys of proposals that it stands in.
        states: how far people have looked at the reading.
        needs_review: only what needs a person, the hardest first.
    """

    parties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    states: tuple[Review, ...] = ()
    needs_review: bool = False


def readings(bench: Bench, choice: Choice) -> tuple[ReadClause, ...]:
    """Return the provisions in force as they are read, those that are chosen.

    They stand in the stated order of the parties and then of the documents.

    Raises:
        Unknown: for a party, topic, issue or proposal that is not on record.
    """
    with bench.database.reading() as archive:
        negotiation = archive.negotiation()
        topics = topics_below(negotiation.topics, choice.topics)
        _check(archive, negotiation, choice)
        placed = _in_force(archive)
    found = [
        one
        for one in map(read_clause, placed)
        if _chosen(one.placed.version.parties, choice.parties)
        and _chosen([one.placed.version.proposal], choice.proposals)
        and _chosen(one.placed.reading.topics, topics)
        and _chosen(one.placed.reading.issues, choice.issues)
        and _chosen([one.state], choice.states)
    ]
    return readings_to_review(found) if choice.needs_review else tuple(found)


def _check(archive: Archive, negotiation: Negotiation, choice: Choice) -> None:
    for kind, named, known in (
        ("party", choice.parties, [party.code for party in negotiation.parties]),
        ("issue", choice.issues, [issue.id for issue in negotiation.issues]),
        ("proposal", choice.proposals, [version.proposal for version in archive.versions()]),
    ):
        for name in named:
            find(kind, name, dict.fromkeys(known))


def _chosen(told: Collection[str], wanted: Collection[str]) -> bool:
    return not wanted or not set(wanted).isdisjoint(told)


def _in_force(archive: Archive) -> list[PlacedClause]:
    """Return every provision in force with its last reading, an empty draft where there is none."""
    versions = {version.id: version for version in in_force(archive)}
    place = {id: number for number, id in enumerate(versions)}
    read = archive.readings(versions=versions)
    placed = [
        PlacedClause(clause, read.get(clause.address, UNREAD), versions[clause.version])
        for clause in archive.clauses(versions=versions)
        if clause.unit is not Unit.HEADING
    ]
    return sorted(placed, key=lambda one: (place[one.version.id], one.clause.order))


def read(bench: Bench, name: str) -> ReadClause:
    """Return a clause as it is read, by its id or the address of a wording.

    Raises:
        Unknown: when there is no such clause.
    """
    with bench.database.reading() as archive:
        clause = current_clause(archive, name)
        (version,) = archive.versions([clause.version])
        return read_clause(PlacedClause(clause, _last(archive.history(clause)), version))


def review(
    bench: Bench,
    names: Sequence[str],
    *,
    state: Review = Review.CONFIRMED,
    changes: Mapping[str, Any] | None = None,
    note: str | None,
    seen: Mapping[str, Reading] | None = None,
) -> tuple[Filed, ...]:
    """Append a person's decision to the readings of clauses, to all or to none.

    What is confirmed, proposed or adjudicated keeps the content of the last reading, but for what
    is corrected, and becomes a person's. What is disputed stays whose it was.

    Args:
        bench: the work bench; `by` must be stated.
        names: ids of clauses, or addresses of wordings.
        state: what is decided.
        changes: fields of `Reading` that are corrected, and their new values.
        note: on what grounds; None leaves the note of the last reading.
        seen: the last readings as they were shown, by address; what changed since is not decided
            on.

    Raises:
        Unknown: for a clause, topic or issue that is not on record.
        Refused: when a reading is not as it was shown, or there is nothing to decide on.
    """
    if state in (Review.STALE, Review.DRAFT):
        raise Misused(f"a reading becomes {state} by itself")
    changes = dict(changes or {})
    if changes and state is Review.DISPUTED:
        raise Misused("what is disputed stands as it is", remedy="confirm or propose what you read")
    filed: list[Filed] = []
    with bench.database.writing() as archive:
        _check_filing(archive.negotiation(), changes)
        for name in dict.fromkeys(names):
            clause = current_clause(archive, name)
            last = _last(archive.history(clause))
            if seen is not None:
                _check_seen(clause.address, seen.get(clause.address), last)
            if not changes and read_nothing(last):
                raise Refused(f"nobody has read {clause.address} yet", remedy="say how it reads")
            reading = replace(
                last,
                **changes,
                note=last.note if note is None else note,
                by=bench.by,
                at=bench.at,
                review=state,
                **_personal(state),
            )
            archive.append_reading(clause, reading)
            filed.append(Filed(clause, reading))
    return tuple(filed)


def _personal(state: Review) -> dict[str, Any]:
    """Return whose a reading is after a decision: disputing one makes it nobody's own."""
    return {} if state is Review.DISPUTED else {"origin": Origin.PERSON, "reason": ""}


def read_nothing(reading: Reading) -> bool:
    """Tell whether a reading says nothing at all."""
    return replace(reading, note="", by="", at="") == replace(UNREAD, reason=reading.reason)


def _last(history: Sequence[Reading]) -> Reading:
    return history[-1] if history else UNREAD


def _check_seen(address: str, seen: Reading | None, last: Reading) -> None:
    if seen is None:
        raise Refused(
            f"the wording in force is {address} now", remedy="look at it before deciding on it"
        )
    if seen != last:
        who = last.by or "the machine"
        raise Refused(
            f"{address} is not as it was shown: {who} read it on {last.at[:10]}, {last.review}",
            remedy="look at it again",
        )


def _check_filing(negotiation: Negotiation, changes: Mapping[str, Any]) -> None:
    topics = {topic.code: topic for topic in negotiation.topics}
    issues = {issue.id: issue for issue in negotiation.issues}
    for topic in changes.get("topics", ()):
        find("topic", topic, topics)
    for issue in changes.get("issues", ()):
        find("issue", issue, issues)


def undo(bench: Bench, names: Sequence[str], *, note: str) -> tuple[Filed, ...]:
    """Append to the readings of clauses what stood before people decided on them.

    That is the last draft, else what the document stated with the clause.

    Raises:
        Unknown: when there is no such clause.
        Refused: when nobody has decided on a reading.
    """
    filed = []
    with bench.database.writing() as archive:
        for name in dict.fromkeys(names):
            clause = current_clause(archive, name)
            line = archive.history(clause)
            drafts = [one for one in line if one.review is Review.DRAFT]
            before = (drafts or list(line) or [UNREAD])[-1 if drafts else 0]
            if _said(_last(line)) == _said(before):
                raise Refused(
                    f"nothing is decided on the reading of {clause.address}, or there is none"
                    " before it",
                    remedy="say how it reads",
                )
            reading = replace(before, by=bench.by, at=bench.at, note=note)
            archive.append_reading(clause, reading)
            filed.append(Filed(clause, reading))
    return tuple(filed)


def _said(reading: Reading) -> Reading:
    return replace(reading, by="", at="", note="")


def put_back(bench: Bench, address: str, *, before: Reading, made: Reading, note: str) -> Filed:
    """Append the reading that stood before a decision.

    Args:
        bench: the work bench; `by` must be stated.
        address: of the wording that was read.
        before: the reading before the decision.
        made: the reading that the decision appended.
        note: on what grounds.

    Raises:
        Refused: when somebody has read the clause since.
    """
    with bench.database.writing() as archive:
        clause = current_clause(archive, address)
        last = _last(archive.history(clause))
        if last != made:
            raise Refused(f"{last.by or 'the machine'} has read {address} since")
        reading = replace(before, by=bench.by, at=bench.at, note=note)
        archive.append_reading(clause, reading)
    return Filed(clause, reading)
