"""Tells the main statement of a sentence from its side sentences."""

from __future__ import annotations

import re

from negotiator.engine.drafting.frames import OPENS_SIDE, RELATIVE
from negotiator.model import Strength

# How far back a relative pronoun is looked for.
REACH = 240

_SIDE = re.compile(rf"\s*(?:{OPENS_SIDE})\b", re.IGNORECASE)
_RELATIVE = re.compile(RELATIVE, re.IGNORECASE)
_PARTICIPLE = re.compile(r"\w{2,20}ing\b", re.IGNORECASE)

# A cue that may be a noun or an infinitive as well, and what stands before it then.
_WEAK = frozenset({Strength.DECLARES, Strength.RECALLS, Strength.SHOULD, Strength.INTENDS})
_NOT_A_VERB = re.compile(
    r"(?:\b(?:a|an|the|any|such|its|their|his|our|of|at|on|for|by|to|upon|these|those|in|under|own|"
    r"with|without|from|every|each|all|no|other|may|can|national|domestic|not)|[a-z]{2,20}ing)\s{1,3}$",
    re.IGNORECASE,
)


def stretch_start(sentence: str, place: int) -> int:
    """Return where the stretch between two commas begins in which a place stands."""
    return max((sentence.rfind(mark, 0, place) for mark in ",:;("), default=-1) + 1


def aside(sentence: str, start: int, place: int) -> bool:
    """Tell whether a verb stands in a side sentence: "if …", "which …", "in order that …".

    Args:
        sentence: the whole.
        start: where its stretch begins, or the last verb that a pronoun took.
        place: where the verb stands.
    """
    return bool(_SIDE.match(sentence[start:place])) or takes(sentence[start:place])


def takes(before: str) -> bool:
    """Tell whether a relative pronoun shortly before a verb takes it."""
    return bool(_RELATIVE.search(before[-REACH:]))


def passing(strength: Strength | None, words: str, sentence: str, place: int) -> bool:
    """Tell whether a weak cue is no verb here: "at the request of", "to support".

    "Recognising …" opens a side sentence where a main one follows, and a recital where none does.

    Args:
        strength: of the cue.
        words: of the cue.
        sentence: the whole.
        place: where the cue stands.
    """
    if place == 0 and _PARTICIPLE.match(words):
        return True
    return strength in _WEAK and bool(_NOT_A_VERB.search(sentence[max(0, place - 40) : place]))
