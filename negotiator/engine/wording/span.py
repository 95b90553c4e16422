"""What a redline is made of."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class SpanKind(StrEnum):
    """What a redline says of a stretch of text."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


# A tuple takes a third of the time to make of what a dataclass takes, and a redline has many.
class Span(NamedTuple):
    """A stretch of text with one fate; joined, kept and added spans give the new text exactly.

    Args:
        kind: its fate.
        text: its characters, as they stand.
        telling: where in it a changed negation, number or modal verb stands, as (start, end) in
            characters of `text`; a kept span has none.
    """

    kind: SpanKind
    text: str
    telling: tuple[tuple[int, int], ...] = ()
