"""How alike the texts of two columns are, which tells base text and proposal from the rest."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from negotiator.documents.tables.verdicts import is_deletion

# Of a long text the beginning tells; of a long table the first rows.
LOOKED_AT = 1_500
ROWS_LOOKED_AT = 40
# Shorter texts are alike by chance.
SHORTEST = 30
# Two versions of one provision share at least this much of their characters.
ALIKE = 60.0


def alike(left: str, right: str) -> float:
    """Return how alike two texts are, from 0 to 100: the normalised Indel similarity."""
    return fuzz.ratio(left[:LOOKED_AT], right[:LOOKED_AT])


def share_alike(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the share of rows whose two texts are versions of one provision.

    Args:
        pairs: the texts of two columns, row by row. A row with one side empty or short does not
            count; a row whose right side says "deleted" counts as alike once another row is.
    """
    counted = [
        (left, right)
        for left, right in pairs[:ROWS_LOOKED_AT]
        if len(left) >= SHORTEST and (len(right) >= SHORTEST or is_deletion(right))
    ]
    deleted = sum(is_deletion(right) for _, right in counted)
    close = sum(alike(left, right) >= ALIKE for left, right in counted)
    if not counted or not close + deleted:
        return 0.0
    return (close + deleted) / len(counted)
