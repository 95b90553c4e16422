"""The rows of two versions of one text: what became of each clause, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from negotiator.engine.alignment import Link
from negotiator.engine.changes import Change, ChangeKind
from negotiator.engine.wording import SpanKind
from negotiator.model import Clause
from negotiator.render.alignment.rows import Part, Row, plain, verbatim
from negotiator.render.alignment.sides import SideBySide
from negotiator.render.alignment.spans import side, sides

# Rows in which no word changed and nothing moved: they are folded.
QUIET = ((ChangeKind.UNCHANGED.value,), (ChangeKind.RENUMBERED.value,))


def versions(whole: SideBySide) -> tuple[Row, ...]:
    """Return the rows of two versions: in the order of the new one, what was suppressed in place.

    A clause that was split stands in one row with its parts, one that was merged with those that
    went into it.
    """
    links = {
        (old, new): link
        for link in whole.alignment.links
        for old in link.left
        for new in link.right
    }
    return tuple(_row(group, whole, links) for group in grouped(whole.changes or ()))


def grouped(changes: Sequence[Change]) -> tuple[tuple[Change, ...], ...]:
    """Return changes with the parts of a clause that was split together, and those merged."""
    groups: dict[tuple[str, ...], list[Change]] = {}
    for number, change in enumerate(changes):
        groups.setdefault(_group(change, number), []).append(change)
    return tuple(map(tuple, groups.values()))


def _group(change: Change, number: int) -> tuple[str, ...]:
    if ChangeKind.SPLIT in change.kinds and change.old is not None:
        return ("split", change.old.key)
    if ChangeKind.MERGED in change.kinds and change.new is not None:
        return ("merged", change.new.key)
    return ("single", str(number))


def _row(group: Sequence[Change], whole: SideBySide, links: Mapping[tuple[str, str], Link]) -> Row:
    old = _once(change.old for change in group)
    new = _once(change.new for change in group)
    kinds = [kind for change in group for kind in change.kinds]
    left, right = _parts(group, old, new)
    return Row(
        kinds=shown_kinds(group),
        left=left,
        right=right,
        symbol=group[0].symbol,
        notes=tuple(_notes(set(kinds), old, new, whole)),
        link=links.get((old[0].key, new[0].key)) if old and new else None,
        redline=group[0].redline if len(group) == 1 else None,
    )


def shown_kinds(group: Sequence[Change]) -> tuple[str, ...]:
    """Return what became of clauses, strongest first; `unchanged` where that is all."""
    kinds = tuple(dict.fromkeys(kind.value for change in group for kind in change.kinds))
    return tuple(kind for kind in kinds if kind != ChangeKind.UNCHANGED) or kinds


def _once(clauses: Iterable[Clause | None]) -> tuple[Clause, ...]:
    return tuple({one.key: one for one in clauses if one is not None}.values())


def _parts(
    group: Sequence[Change], old: Sequence[Clause], new: Sequence[Clause]
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    spans = group[0].redline
    if len(group) == 1 and spans is not None:
        return (
            (Part(old[0], side(spans, SpanKind.REMOVED)),),
            (Part(new[0], side(spans, SpanKind.ADDED)),),
        )
    if len(group) > 1 and verbatim([*old, *new]):
        before, after = sides([one.text for one in old], [one.text for one in new])
        return (
            tuple(map(Part, old, before)),
            tuple(map(Part, new, after)),
        )
    return tuple(map(plain, old)), tuple(map(plain, new))


def _notes(
    kinds: set[ChangeKind], old: Sequence[Clause], new: Sequence[Clause], whole: SideBySide
) -> Iterator[str]:
    if kinds & {ChangeKind.SPLIT, ChangeKind.MERGED}:
        yield f"{named(old)} became {named(new)}"
    elif ChangeKind.RENUMBERED in kinds:
        yield f"{named(old)} is now {named(new)}"
    if ChangeKind.MOVED in kinds:
        before, after = whole.left.before(old[0]), whole.right.before(new[0])
        if before and after and named([before]) == named([after]):
            yield f"moved together with {named([after])}"
        else:
            yield f"stood {_behind(before)}, stands {_behind(after)}"


def named(clauses: Sequence[Clause]) -> str:
    """Return what clauses are called: by their printed references, else by their ids."""
    names = [clause.reference or clause.key for clause in clauses]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _behind(clause: Clause | None) -> str:
    return f"behind {named([clause])}" if clause else "first"


def counted(rows: Sequence[Row]) -> Mapping[str, int]:
    """Return how many rows are of each kind, in the order of the vocabulary; several may hold."""
    numbers = Counter(kind for row in rows for kind in row.kinds)
    return {kind.value: numbers[kind.value] for kind in ChangeKind}
