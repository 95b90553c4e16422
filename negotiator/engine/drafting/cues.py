"""What a row of the tables of words is."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.model import Strength


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table.

    Args:
        words: a regular expression without nested repetition, matched without regard to case.
        strength: what it carries.
        says: what the words do, for the reason of a draft.
    """

    words: str
    strength: Strength
    says: str
