"""An analyst's reading of clauses, and of silences. Appended, never overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from negotiator.engine.calendar import current_versions
from negotiator.errors import Misused, Refused, Unknown
from negotiator.model import (
    Clause,
    Decision,
    KnownBy,
    Negotiation,
    Origin,
    Reading,
    Review,
    SilenceKind,
)
from negotiator.store.archive import Archive
from negotiator.workbench.bench import Bench
from negotiator.workbench.setup import find


@dataclass(frozen=True, slots=True)
class Filed:
    """A clause and the reading that now counts for it."""

    clause: Clause
    reading: Reading


def set_reading(
    bench: Bench, ids: Sequence[str], *, confirm: bool = False, **changes: Any
) -> tuple[Filed, ...]:
    """Append a reading to each clause: the last one with the given fields changed.

    Args:
        bench: the work bench; `by` must be stated.
        ids: clause ids (the current wording) or addresses (`A4.1@1`).
        confirm: whether what the machine drafted is confirmed as it stands.
        changes: fields of `Reading` and their new values.

    Raises:
        Unknown: for a clause, topic or issue that is not on record.
        Misused: when nothing would change.
    """
    if not changes and not confirm:
        raise Misused("nothing to set", remedy="see `negotiator clause set --help`")
    filed: list[Filed] = []
    with bench.database.writing() as archive:
        negotiation = archive.negotiation()
        _check_filing(negotiation, changes)
        for id in dict.fromkeys(ids):
            clause = current_clause(archive, id)
            last = archive.history(clause)
            if not last and not changes:
                raise Misused(f"nobody has read {clause.address} yet", remedy="say how it reads")
            reading = replace(
                _standing(last[-1], confirm=confirm) if last else Reading(),
                **{"note": "", **changes} if changes else {},
                by=bench.by,
                at=bench.at,
                origin=Origin.PERSON,
                review=Review.CONFIRMED,
                reason="",
            )
            archive.append_reading(clause, reading)
            filed.append(Filed(clause, reading))
    return tuple(filed)


def _standing(last: Reading, *, confirm: bool) -> Reading:
    """Return what stays of the last reading where nothing else is stated.

    What only the machine has read is not confirmed by stating something else.
    """
    machine = last.origin is Origin.MACHINE
    return Reading(note=last.note) if machine and not confirm else last


def _check_filing(negotiation: Negotiation, changes: dict[str, Any]) -> None:
    topics = {topic.code: topic for topic in negotiation.topics}
    issues = {issue.id: issue for issue in negotiation.issues}
    for topic in changes.get("topics", ()):
        find("topic", topic, topics)
    for issue in changes.get("issues", ()):
        find("issue", issue, issues)


def current_clause(archive: Archive, name: str) -> Clause:
    """Return the clause of an address (`A4.1@1`), or the latest wording of an id.

    Raises:
        Unknown: when there is none.
    """
    id, _, number = name.partition("@")
    withdrawn = {version.id for version in archive.versions() if version.withdrawn}
    wordings = archive.clauses(ids=[id])
    standing = [c for c in wordings if c.version not in withdrawn] or list(wordings)
    if number:
        standing = [clause for clause in wordings if clause.address == name]
    if not standing:
        raise Unknown(f"unknown clause “{name}”", remedy="see `negotiator list clauses`")
    return max(standing, key=lambda clause: int(clause.version.rpartition("@")[2]))


def _spoken(archive: Archive, issue: str, party: str) -> list[str]:
    """Return the ids of a party's clauses in force that stand under an issue."""
    versions = current_versions(archive.versions(), None, KnownBy.ISSUED)
    own = [version.id for version in versions if party in version.parties]
    return [clause.id for clause in archive.clauses(versions=own, issues={issue})]


def set_silence(
    bench: Bench, issue: str, party: str, kind: SilenceKind | None, *, note: str
) -> Decision:
    """Record why a party says nothing on an issue; without a kind, the finding counts again.

    Raises:
        Unknown: for an issue or party that is not on record.
        Refused: when the party speaks on the issue.
    """
    with bench.database.writing() as archive:
        negotiation = archive.negotiation()
        find("issue", issue, {one.id: one for one in negotiation.issues})
        find("party", party, {one.code: one for one in negotiation.parties})
        spoken = [] if kind is None else _spoken(archive, issue, party)
        if spoken:
            raise Refused(
                f"{party} speaks on {issue} ({', '.join(spoken)})",
                remedy="a silence is of a party that says nothing there",
            )
        return archive.append_decision(
            "silence",
            f"{issue}.{party}",
            {"kind": kind.value if kind else ""},
            by=bench.by,
            at=bench.at,
            note=note,
        )
