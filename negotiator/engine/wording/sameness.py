"""Whether two texts differ in punctuation, case and white space only."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from negotiator.engine.wording.tokens import Tokens, tokens

# Not agreed is not the same as agreed: square brackets are substance in a negotiated text. So are
# shares, and "&" is a word.
_SUBSTANCE = frozenset("[]%‰٪&")
_DASHES = frozenset("-‐‑‒–—−")
_MARKS_OF_LETTERS = frozenset("`´¨¯¸")
_INVISIBLE = str.maketrans(dict.fromkeys("\xad\u200b\u2060\ufeff"))


def editorial(old: str, new: str) -> bool:
    """Tell whether two texts differ in nothing but punctuation, case and white space.

    Never editorial are marks that carry meaning: square brackets, decimal marks and everything
    else within a number, a minus or a dash before or between numbers, a stroke between words or
    numbers, signs of comparison, calculation, currency, share and degree, ticks and arrows.
    Capitals are editorial: no wording tells whether "the parties" is a defined term or not, and
    the redline shows the change.
    """
    return old != new and substance(old) == substance(new)


def bare(text: str) -> tuple[str, ...]:
    """Return the words of a text, without case, punctuation and white space."""
    return tuple(word for word in substance(text) if word[0].isalnum())


def substance(text: str) -> tuple[str, ...]:
    """Return the words of a text and the marks between them that carry meaning, without case."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_INVISIBLE)
    return tuple(_substance(tokens(plain)))


# A clause is held against each of the other party.
@lru_cache(maxsize=4_096)
def vocabulary(text: str) -> frozenset[str]:
    """Return the words of a text, and the marks that carry meaning, each once."""
    return frozenset(substance(text))


def _substance(side: Tokens) -> Iterator[str]:
    keys = side.keys
    last = len(keys) - 1
    for at, key in enumerate(keys):
        if key[0].isalnum() or key[0] == "_":
            # "Can't" with a straight and with a curly apostrophe is one word.
            yield from filter(None, key.replace("’", "'").split("'"))
        elif key in _DASHES:
            # "-5" and "5-10" say something else than "5" and "5 10"; "non-nuclear" does not.
            number_behind = at < last and keys[at + 1][0].isdecimal()
            number_before = at > 0 and keys[at - 1][-1].isdecimal()
            if number_behind and (
                number_before or (side.glued(at + 1) and (not at or not side.glued(at)))
            ):
                yield "-"
        elif key == "/":
            if 0 < at < last and side.glued(at) and side.glued(at + 1):
                yield key
        elif key in _SUBSTANCE or (
            unicodedata.category(key[0])[0] == "S" and key not in _MARKS_OF_LETTERS
        ):
            yield key
