"""Edits within a clause: it is cut in parts, or some of its words are others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from random import Random

FEWEST_WORDS = 4  # of a part that is split off: fewer would be nobody's clause

_CORE = re.compile(r"\w(?:.*\w)?", re.DOTALL)  # of a word, without the marks around it


def split(text: str, parts: int, chance: Random) -> tuple[str, ...]:
    """Cut a clause behind sentences, semicolons or commas; into as many parts as that gives."""
    words = text.split(" ")
    ends = [at for at in range(1, len(words)) if words[at - 1].endswith((".", ";", ":", ","))]
    chance.shuffle(ends)
    cuts = [0, len(words)]
    for end in ends:
        if len(cuts) <= parts and all(abs(end - cut) >= FEWEST_WORDS for cut in cuts):
            cuts.append(end)
    cuts.sort()
    return tuple(" ".join(words[a:b]) for a, b in pairwise(cuts))


def reworded(text: str, share: float, words: Sequence[str], chance: Random) -> str:
    """Replace, insert or delete a share of the words; at least one where the share is not 0."""
    held = text.split(" ")
    count = max(1, round(share * len(held))) if share else 0
    for at in sorted(chance.sample(range(len(held)), min(count, len(held))), reverse=True):
        act = chance.choice(("replace", "replace", "insert", "delete"))
        other = chance.choice(words)
        if act == "insert":
            held.insert(at, other)
        elif act == "delete" and len(held) > 1:
            del held[at]
        else:
            core = _CORE.search(held[at])
            start, end = core.span() if core else (0, len(held[at]))
            held[at] = held[at][:start] + other + held[at][end:]
    return " ".join(held)
