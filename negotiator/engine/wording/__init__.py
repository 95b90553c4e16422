"""The wording of two texts: what was kept, added and removed, and whether that is editing only."""

from negotiator.engine.wording.comparing import amendment, redline
from negotiator.engine.wording.sameness import bare, editorial, substance, vocabulary
from negotiator.engine.wording.script import LONGEST_MINIMAL
from negotiator.engine.wording.span import Span, SpanKind

__all__ = [
    "LONGEST_MINIMAL",
    "Span",
    "SpanKind",
    "amendment",
    "bare",
    "editorial",
    "redline",
    "substance",
    "vocabulary",
]
