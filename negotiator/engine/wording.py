"""Two texts become spans kept, added and removed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SpanKind(StrEnum):
    """What a redline says of a stretch of text."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with one fate; joined, kept and added spans give the new text exactly."""

    kind: SpanKind
    text: str
