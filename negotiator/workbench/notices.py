"""What a person should look at after a document was added."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.brackets import in_clauses, unbalanced
from negotiator.engine.succession import Succession
from negotiator.model import Clause, Origin, Unit, Version

# So many of a kind are told one by one.
MOST_TOLD = 5


def notices(
    version: Version,
    line: Sequence[Version],
    succession: Succession,
    answered: Sequence[Clause] = (),
) -> tuple[str, ...]:
    """Return what a person should look at in a version that was added.

    Args:
        version: the version.
        line: the versions of its proposal before it.
        succession: its clauses and their readings.
        answered: every wording of the clauses that the document says it answers.
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
    found += _first(version, _regrouped(succession), "clauses split or merged")
    found += _first(version, _loose(succession), "answers of the kind")
    found += _first(version, _renumbered(answered), "answers to clauses renumbered since")
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
    found += _first(version, odd, "brackets without partner")
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
            " `negotiator readings review` confirms or corrects them"
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


def _first(version: Version, lines: Sequence[str], kind: str) -> list[str]:
    """Return the first lines, and how many more there are."""
    found = [f"{version.id}: {line}" for line in lines[:MOST_TOLD]]
    if len(lines) > MOST_TOLD:
        found.append(f"{version.id}: and {len(lines) - MOST_TOLD} more {kind}")
    return found


def _regrouped(succession: Succession) -> list[str]:
    """Say which clauses were split and merged, and where their answers are now."""
    answering = {answer.clause for answer in succession.answers}
    return [
        f"{id} was split into {_listed(parts)}"
        f"{f'; the answers that it gives stay with {id}' if id in answering else ''}"
        for id, parts in succession.split.items()
    ] + [
        f"{_listed(sources)} were merged in {id}"
        f"{'; the answers that they give are all there' if id in answering else ''}"
        for id, sources in succession.merged.items()
    ]


def _loose(succession: Succession) -> list[str]:
    """Say which answers of others are to a clause that is no longer there as it was."""
    merged = {source: id for id, sources in succession.merged.items() for source in sources}
    found = []
    for answer in succession.loose:
        target = answer.to_clause or ""
        if target in succession.split:
            became = f"was split; the answer stays with {target}"
        elif target in merged:
            became = f"was merged in {merged[target]}; the answer counts no more"
        else:
            became = "is no longer there; the answer counts no more"
        how = answer.how or "how is not stated"
        found.append(f"{answer.clause} ({how}) answers {target}, which {became}")
    return found


def _renumbered(answered: Sequence[Clause]) -> list[str]:
    """Say which clauses that are answered bear another number now than their id suggests."""
    wordings: dict[str, list[Clause]] = {}
    for clause in answered:
        wordings.setdefault(clause.id, []).append(clause)
    return [
        f"answers {id}, which is {some[-1].reference} in {some[-1].version};"
        f" it was {some[0].reference} in {some[0].version}"
        for id, some in wordings.items()
        if some[0].reference != some[-1].reference
    ]


def _listed(ids: Sequence[str]) -> str:
    return f"{', '.join(ids[:-1])} and {ids[-1]}"


def _few(ids: Sequence[str]) -> str:
    if len(ids) <= 4:
        return ", ".join(ids)
    return f"{', '.join(ids[:3])} and {len(ids) - 3} more clauses"
