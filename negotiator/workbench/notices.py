"""What a person should look at after a document was added."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.brackets import in_clauses, unbalanced
from negotiator.engine.succession import Succession
from negotiator.model import Origin, Unit, Version

# So many brackets without partner are told one by one.
MOST_TOLD = 5


def notices(version: Version, line: Sequence[Version], succession: Succession) -> tuple[str, ...]:
    """Return what a person should look at in a version that was added.

    Args:
        version: the version.
        line: the versions of its proposal before it.
        succession: its clauses and their readings.
    """
    found: list[str] = []
    if version.issued is None:
        found.append(f"{version.id}: date not stated; it counts as of any day (--date states it)")
    dated = [other for other in line if other.issued is not None]
    if version.issued and dated and version.issued < (dated[-1].issued or version.issued):
        found.append(
            f"{version.id} was issued on {version.issued}, before {dated[-1].id}"
            f" of {dated[-1].issued}; the later date stays in force"
        )
    if succession.renamed:
        key, final = next(iter(succession.renamed.items()))
        found.append(
            f"{version.id}: clause ids are taken by another proposal;"
            f" its clauses are called {final} and so on, not {key}"
        )
    if succession.drafts:
        found.append(
            f"{version.id}: the reading of {_few(succession.drafts)} was carried over"
            " to wording that differs; look at it with `negotiator show`"
        )
    if succession.replaced:
        found.append(
            f"{version.id}: the document's reading of {_few(succession.replaced)}"
            " replaces one made since"
        )
    odd = unbalanced(in_clauses(succession.clauses))
    found += [f"{version.id}: {one}" for one in odd[:MOST_TOLD]]
    if len(odd) > MOST_TOLD:
        found.append(f"{version.id}: and {len(odd) - MOST_TOLD} more brackets without partner")
    machine = [
        clause.id
        for clause in succession.clauses
        if clause.id not in succession.drafts
        and (reading := succession.readings.get(clause.address)) is not None
        and reading.origin is Origin.MACHINE
    ]
    if machine:
        found.append(
            f"{version.id}: the machine read {_few(machine)}: drafts, until"
            " `negotiator clause set` confirms or corrects them"
        )
    unread = [
        clause.id
        for clause in succession.clauses
        if clause.address not in succession.readings and clause.unit is not Unit.HEADING
    ]
    if unread:
        found.append(
            f"{version.id}: {_few(unread)} carr{'ies' if len(unread) == 1 else 'y'} no reading;"
            " file with `negotiator clause set`"
        )
    return tuple(found)


def _few(ids: Sequence[str]) -> str:
    if len(ids) <= 4:
        return ", ".join(ids)
    return f"{', '.join(ids[:3])} and {len(ids) - 3} more clauses"
