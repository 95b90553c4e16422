"""What became of each clause of the version before, and where each of the new one comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from negotiator.engine.succession.forms import Predecessor, Succession
from negotiator.engine.succession.lineage import Descent
from negotiator.model import Clause, Unit

# The clauses of the new version in order, each with where it comes from.
Placed = Sequence[tuple[Clause, Descent]]


def with_fates(made: Succession, placed: Placed, predecessor: Predecessor) -> Succession:
    """Return a succession that says what became of each clause."""
    unchanged: list[str] = []
    modified: list[str] = []
    added: list[str] = []
    split: dict[str, tuple[str, ...]] = {}
    merged: dict[str, tuple[str, ...]] = {}
    for clause, descent in placed:
        if descent.part:
            source = descent.sources[0].id
            split[source] = (*split.get(source, ()), clause.id)
        elif len(descent.sources) > 1:
            merged[clause.id] = tuple(source.id for source in descent.sources)
        elif not descent.sources:
            added.append(clause.id)
        elif _same(descent.sources[0], clause):
            unchanged.append(clause.id)
        else:
            modified.append(clause.id)
    drawn_on = {source.id for _, descent in placed for source in descent.sources}
    kept = {*unchanged, *modified, *merged}
    return replace(
        made,
        unchanged=tuple(unchanged),
        modified=tuple(modified),
        added=tuple(added),
        suppressed=tuple(
            clause.id for clause in predecessor.clauses.values() if clause.id not in drawn_on
        ),
        split=split,
        merged=merged,
        moved=tuple(clause.id for clause, descent in placed if descent.moved),
        renumbered=tuple(
            clause.id
            for clause, descent in placed
            if descent.sources
            and descent.key == descent.sources[0].key
            and _renumbered(descent.sources[0], clause)
        ),
        loose=tuple(answer for answer in predecessor.answered if answer.to_clause not in kept),
    )


def _same(before: Clause, after: Clause) -> bool:
    """Tell whether the text is as before; the number that a heading prints is none of it."""
    if before.substance == after.substance:
        return True
    headings = before.unit is after.unit is Unit.HEADING
    return headings and before.title == after.title != ""


def _renumbered(before: Clause, after: Clause) -> bool:
    """Tell whether both print a number, and not the same one, white space apart."""
    old, new = ("".join(clause.reference.split()) for clause in (before, after))
    return bool(old and new) and old != new
