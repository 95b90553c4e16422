"""The words of a change that tell most: negations, numbers and modal verbs that are not in both."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.wording.lexicon import (
    BEGINS_ANOTHER_WORD,
    COUNTED,
    MOST_KNOWN,
    NUMERALS,
    TRAITS,
    Trait,
    words,
)
from negotiator.engine.wording.tokens import Tokens

# From and to, in characters of the text; and the words that stand there, in small letters.
Found = tuple[int, int, tuple[str, ...]]
_NUMBER, _SIGN, _UNIT = Trait.NUMBER, Trait.SIGN, Trait.UNIT
_DOUBTFUL, _TELLING = Trait.DOUBTFUL, Trait.TELLING


class _Said(dict[str, tuple[str, ...]]):
    """The words of every token that was asked for; it begins anew when it grows too large."""

    def __missing__(self, token: str) -> tuple[str, ...]:
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[token] = said = words(token)
        return said


_SAID = _Said()


def telling(side: Tokens, places: Sequence[int], start: int, stop: int) -> list[Found]:
    """Return the telling words of some tokens of a text.

    Args:
        side: the text.
        places: those of the tokens that may tell.
        start: the first of the tokens.
        stop: behind the last of them.
    """
    kinds, keys, starts = side.kinds, side.keys, side.starts
    found: list[Found] = []
    for at in places:
        kind, key = kinds[at], keys[at]
        if not kind & _TELLING:
            if _changed_alone(side, at, start, stop):
                found.append((starts[at], side.end(at), _SAID[key]))
        elif kind & _DOUBTFUL and not _tells(side, at):
            continue
        elif kind & _NUMBER:
            signed = at > start and kinds[at - 1] & _SIGN and _is_sign(side, at - 1)
            first = at - 1 if signed else at
            last = at + 1 if at + 1 < stop and kinds[at + 1] & _UNIT else at
            whole = "".join(keys[first : last + 1]) if first < last else key
            found.append((starts[first], side.end(last), _SAID[whole]))
        else:
            found.append((starts[at], starts[at] + len(key), _SAID[key]))
    return found


def changed(gone: Sequence[Found], come: Sequence[Found]) -> tuple[list[Found], list[Found]]:
    """Return what tells of a change, for a word that it takes out and puts in is not changed.

    Args:
        gone: the telling words that it takes out.
        come: those that it puts in.
    """
    balance: dict[str, int] = {}
    for one, places in ((1, gone), (-1, come)):
        for _, _, said in places:
            for word in said:
                balance[word] = balance.get(word, 0) + one
    return (
        [place for place in gone if any(balance[word] > 0 for word in place[2])],
        [place for place in come if any(balance[word] < 0 for word in place[2])],
    )


def _changed_alone(side: Tokens, at: int, start: int, stop: int) -> bool:
    """Tell whether a sign or unit changed and its number did not."""
    if side.kinds[at] & _SIGN and at + 1 == stop and _is_sign(side, at):
        return True
    return bool(at == start > 0 and side.kinds[at] & _UNIT and side.kinds[at - 1] & _NUMBER)


def _is_sign(side: Tokens, at: int) -> bool:
    """Tell whether a mark is the sign of the number behind it: in "2-5" and "A-5" it is none."""
    if not side.kinds[at] & _SIGN or at + 1 == len(side.keys):
        return False
    if not side.kinds[at + 1] & _NUMBER:
        return False
    if not side.glued(at + 1):
        return side.keys[at] not in "-−+"
    return not at or not side.glued(at) or not side.keys[at - 1][-1].isalnum()


def _tells(side: Tokens, at: int) -> bool:
    """Tell whether a doubtful word is what it looks like."""
    key, keys = side.keys[at], side.keys
    if key == "May":
        beside = keys[max(0, at - 1) : at] + keys[at + 1 : at + 2]
        return not any(TRAITS[token] & _NUMBER for token in beside)
    behind = keys[at + 1] if at + 1 < len(keys) else ""
    if behind and behind in BEGINS_ANOTHER_WORD.get(key, ""):
        return False
    if key in NUMERALS:
        before = keys[at - 1] if at else ""
        return before == "第" or before in NUMERALS or behind in NUMERALS or behind in COUNTED
    return True
