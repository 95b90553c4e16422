"""What the versions of a proposal that are on record pass on to the next one."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.calendar import current_versions
from negotiator.engine.succession import NO_PREDECESSOR, Predecessor
from negotiator.model import Answer, Clause, KnownBy, Version
from negotiator.store.archive import Archive


def predecessor(
    archive: Archive, line: Sequence[Version], versions: Sequence[Version]
) -> Predecessor:
    """Return what the versions of a proposal pass on to the next one.

    Args:
        archive: what is on record.
        line: the versions of the proposal, in the order of recording; may be empty.
        versions: those of all proposals.
    """
    if not line:
        return NO_PREDECESSOR
    standing = [version for version in line if version.withdrawn is None]
    last = max(standing or line[-1:], key=lambda version: version.number)
    # A clause is what the last version made of it; one that was withdrawn tells least.
    weight = {v.id: (v.id == last.id, v.withdrawn is None, v.number) for v in line}
    clauses = archive.clauses(versions=[version.id for version in line])
    wordings: dict[str, list[Clause]] = {}
    for clause in sorted(clauses, key=lambda clause: weight[clause.version], reverse=True):
        wordings.setdefault(clause.key, []).append(clause)
    before = {clause.key: clause for clause in clauses if clause.version == last.id}
    ids = {clause.id for clause in before.values()}
    in_force = {v.id for v in current_versions(versions, None, KnownBy.ISSUED)}
    given: dict[str, list[Answer]] = {}
    received: list[Answer] = []
    for answer in archive.answers(ids):
        if answer.version == last.id:
            given.setdefault(answer.clause, []).append(answer)
        elif answer.to_clause in ids and answer.version in in_force:
            received.append(answer)
    return Predecessor(
        before,
        wordings,
        archive.histories(versions=[version.id for version in line]),
        given,
        tuple(received),
    )
