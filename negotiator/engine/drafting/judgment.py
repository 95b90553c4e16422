"""What decided how strongly a clause binds."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.model import Strength

# What words do, where other modules ask for it.
OPEN = "is not agreed"
READY = "is ready to act"
ACCEPTS = "accepts"
NOT_PERFORMED = "says that it is not done"


@dataclass(frozen=True, slots=True)
class Judgment:
    """What decided the strength of a clause.

    Args:
        strength: how strongly it binds; None for a definition or a text that states nothing.
        words: the words of the clause that carry it, as they stand there; may be empty.
        says: what those words do.
        subject: what stands before them in their sentence.
        rest: what stands after them in their sentence.
        negated: whether the subject or the verb is negated.
    """

    strength: Strength | None
    words: str = ""
    says: str = ""
    subject: str = ""
    rest: str = ""
    negated: bool = False
