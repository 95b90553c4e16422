"""The words of a change that tell most: negations, numbers and modal verbs that are not in both."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from negotiator.engine.wording.lexicon import (
    BEGINS_ANOTHER_WORD,
    COUNTED,
    NUMERALS,
    TRAITS,
    Trait,
    words,
)
from negotiator.engine.wording.tokens import Tokens

# From and to, in characters of the text; and the words that stand there, in small letters.
Found = tuple[int, int, tuple[str, ...]]
_NUMBER = Trait.NUMBER
_VERBAL = Trait.NEGATION | Trait.MODAL


def telling(
    old: Tokens, new: Tokens, removed: range, added: range
) -> tuple[list[Found], list[Found]]:
    """Return the telling words of a change, of the old text and of the new one.

    A word that the change takes out and puts in again is not changed.

    Args:
        old: the old text.
        new: the new text.
        removed: the tokens that the change takes out.
        added: the tokens that it puts in.
    """
    gone, come = list(_found(old, removed)), list(_found(new, added))
    if gone and come:
        balance: dict[str, int] = {}
        for *_, said in gone:
            for word in said:
                balance[word] = balance.get(word, 0) + 1
        for *_, said in come:
            for word in said:
                balance[word] = balance.get(word, 0) - 1
        gone = [place for place in gone if any(balance[word] > 0 for word in place[2])]
        come = [place for place in come if any(balance[word] < 0 for word in place[2])]
    return gone, come


def _found(side: Tokens, within: range) -> Iterator[Found]:
    places = side.telling
    first_place = bisect_left(places, within.start)
    for at in places[first_place : bisect_left(places, within.stop, first_place)]:
        kind, key = side.kinds[at], side.keys[at]
        if kind & _NUMBER and _tells(side, at):
            first = at - 1 if at - 1 in within and _is_sign(side, at - 1) else at
            last = at + 1 if at + 1 in within and side.kinds[at + 1] & Trait.UNIT else at
            whole = "".join(side.keys[first : last + 1])
            yield side.starts[first], side.ends[last], words(whole)
        elif (kind & _VERBAL and _tells(side, at)) or _changed_alone(side, at, within):
            yield side.starts[at], side.ends[at], words(key)


def _changed_alone(side: Tokens, at: int, within: range) -> bool:
    """Tell whether a sign or unit changed and its number did not."""
    if side.kinds[at] & Trait.SIGN and at + 1 not in within and _is_sign(side, at):
        return True
    unit = side.kinds[at] & Trait.UNIT and at > 0 and side.kinds[at - 1] & _NUMBER
    return bool(unit) and at - 1 not in within


def _is_sign(side: Tokens, at: int) -> bool:
    """Tell whether a mark is the sign of the number behind it: in "2-5" and "A-5" it is none."""
    if not side.kinds[at] & Trait.SIGN or at + 1 == len(side.keys):
        return False
    if not side.kinds[at + 1] & _NUMBER:
        return False
    if not side.glued(at + 1):
        return side.keys[at] not in "-−+"
    return not at or not side.glued(at) or not side.keys[at - 1][-1].isalnum()


def _tells(side: Tokens, at: int) -> bool:
    """Tell whether a word is what it looks like: May is a month, 可能 no permission."""
    key, keys = side.keys[at], side.keys
    if key == "May":
        beside = keys[max(0, at - 1) : at] + keys[at + 1 : at + 2]
        return not any(TRAITS[token] & _NUMBER for token in beside)
    if len(key) > 1 or key.isascii():
        return True
    behind = keys[at + 1] if at + 1 < len(keys) else ""
    if behind and behind in BEGINS_ANOTHER_WORD.get(key, ""):
        return False
    if key in NUMERALS:
        before = keys[at - 1] if at else ""
        return before == "第" or before in NUMERALS or behind in NUMERALS or behind in COUNTED
    return True
