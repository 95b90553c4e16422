"""Quick looks at the words of two texts, before anything dear is asked of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from negotiator.engine.wording import SpanKind, redline
from negotiator.engine.wording.lexicon import MODALS, NEGATIONS
from negotiator.model import Clause

TOLD = NEGATIONS | MODALS
# Words other than modal verbs that say how firmly a clause binds.
_FIRM = re.compile(
    r"(?:shall|oblig|requir|bound|prohibit|forbid|forbidden|refrain|abstain|undertak|commit|agree|"
    r"accept|pledge|promis|guarante|ensure|endeavou?r|intend|aim|seek|plan|propose|offer|prepar|"
    r"read|willing|discuss|consider|explor|entitl|right|free|allow|permit|declar|reaffirm|affirm|"
    r"recall|recogni|note|acknowledg|encourag|invit|urge|call|request|expect|demand|insist|"
    r"(?:is|are|be|to)$)"
)
_WORD = re.compile(r"\w+")


def other_letters(old: Sequence[Clause], new: Sequence[Clause]) -> bool:
    """Tell, quickly and for sure, that two texts differ in letters or figures, not in marks alone.

    False where it cannot be told quickly.
    """
    before, after = (" ".join(one.text for one in side) for side in (old, new))
    if not (before.isascii() and after.isascii()):
        return False
    return "".join(_words(before)) != "".join(_words(after))


def may_bind_otherwise(old: str, new: str) -> bool:
    """Tell whether the words that two texts do not share may change how firmly they bind."""
    if not (old.isascii() and new.isascii()):
        return True
    before, after = _words(old), _words(new)
    differing = set(before) ^ set(after)
    if not differing or _told(before) != _told(after):
        return True
    return any(_FIRM.match(word) for word in differing)


@lru_cache(maxsize=1_024)
def turned(old: str, new: str) -> tuple[str, ...]:
    """Return the negations and modal verbs that a change from one text to the other touches."""
    if old.isascii() and new.isascii() and _around(old) == _around(new):
        return ()
    found = (
        span.text[start:end]
        for span in redline(old, new)
        if span.kind is not SpanKind.KEPT
        for start, end in span.telling
    )
    return tuple(dict.fromkeys(found))


def _around(text: str) -> Counter[tuple[str, ...]]:
    """Count the negations and modal verbs of a text, each with the words beside it."""
    words = ["", *_words(text), ""]
    if TOLD.isdisjoint(words):
        return Counter()
    return Counter(
        tuple(words[place - 1 : place + 2])
        for place in range(1, len(words) - 1)
        if words[place] in TOLD
    )


def _told(words: Sequence[str]) -> list[str]:
    return [word for word in words if word in TOLD]


@lru_cache(maxsize=8_192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))
