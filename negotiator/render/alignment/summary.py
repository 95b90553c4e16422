"""How an alignment is told in words, in the terminal and on the page alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from negotiator.engine.alignment import Link
from negotiator.engine.changes import ChangeKind
from negotiator.render.alignment.positions import HEADING, LEFT_ONLY, LINKED, RIGHT_ONLY
from negotiator.render.alignment.rows import Fold, Row
from negotiator.render.alignment.sides import SideBySide
from negotiator.render.alignment.versions import counted, named


def counted_words(number: int, what: str) -> str:
    """Return a number with its noun: `1 clause`, `2 clauses`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def summary(whole: SideBySide, rows: Sequence[Row]) -> str:
    """Return what was found, in one sentence of counts."""
    return _changes(whole, rows) if whole.changes is not None else _links(whole, rows)


def _changes(whole: SideBySide, rows: Sequence[Row]) -> str:
    numbers = counted(rows)
    told = ", ".join(f"{number:,} {kind}" for kind, number in numbers.items() if number)
    before, after = len(whole.left.clauses), len(whole.right.clauses)
    if not rows:
        return "Neither text holds a clause."
    if numbers[ChangeKind.UNCHANGED] == len(rows):
        return f"Nothing changed: {counted_words(after, 'clause')}, every one unchanged."
    return f"{counted_words(before, 'clause')} became {after:,}: {told}."


def _links(whole: SideBySide, rows: Sequence[Row]) -> str:
    kinds = Counter(kind for row in rows for kind in row.kinds)
    told = [
        counted_words(kinds[LINKED], "link"),
        f"{kinds[LEFT_ONLY]:,} alone on the left",
        f"{kinds[RIGHT_ONLY]:,} alone on the right",
    ]
    if kinds[HEADING]:
        told.append(f"{counted_words(kinds[HEADING], 'heading')} not lined up")
    return f"{', '.join(told)}. {linked(whole, rows)}"


def linked(whole: SideBySide, rows: Sequence[Row]) -> str:
    """Return how many clauses of two parties' texts speak to one of the other, in a sentence."""
    pairs = [row for row in rows if LINKED in row.kinds]
    ours = {part.clause.key for row in pairs for part in row.left}
    theirs = {part.clause.key for row in pairs for part in row.right}
    left = counted_words(whole.left.provisions, "clause")
    right = f"{len(theirs):,} of {whole.right.provisions:,}"
    verb = "is" if len(ours) == 1 else "are"
    if not pairs:
        return f"None of {left} on the left is linked to one of {whole.right.provisions:,}."
    return f"{len(ours):,} of {left} on the left {verb} linked to {right} on the right."


def lined_up_by(link: Link) -> str:
    """Return what lined two clauses up, and how likely that is right."""
    return f"{link.method.value}, score {link.score:.2f}"


def fold_line(fold: Fold) -> str:
    """Return what is folded, in a line: how many clauses, and which."""
    number = counted_words(len(fold.rows), "clause")
    if fold.kinds == (ChangeKind.RENUMBERED.value,):
        told = ", ".join(
            f"{named([row.left[0].clause])} → {named([row.right[0].clause])}" for row in fold.rows
        )
        return f"{number} renumbered, wording unchanged: {told}"
    first, last = (named([row.right[0].clause]) for row in (fold.rows[0], fold.rows[-1]))
    return f"{number} unchanged: {first}{f' to {last}' if len(fold.rows) > 1 else ''}"
