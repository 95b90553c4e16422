"""An insertion or deletion that could stand at several places is put where a person would.

In "A, and B" that became "A, and X, and B", what came in may be read as "and X," or as "X, and";
"of the X" in "the A of the B" as "the X of". Each of them gives the same two texts.
"""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.patience import Patience, endless
from negotiator.engine.wording.lexicon import Trait
from negotiator.engine.wording.script import Edit
from negotiator.engine.wording.tokens import Tokens

# How far an edit is slid, in tokens: a text that repeats itself could be slid along for ever.
FARTHEST = 100
# How many may be slid before it is asked whether there is time.
AT_A_TIME = 64

# How good a place the seam between two tokens is, best first. What decides between two places is
# the sum for the two ends of the edit.
_EDGE = 12  # of the text
_LINE = 12
_SENTENCE = 10
_BEFORE_COMMA = 8
_AROUND_BRACKET = 7
_BEFORE_AND = 6
_BEFORE_SMALL = 5
_WORDS = 4
_BEHIND_SMALL = 2
_IN_BRACKET = 1
_IN_WORD = 0
# Two edits that come to touch are read as one.
_TOUCHING = 3

# Read from the class each time, these would take as long as all the rest.
_LINES, _CUTS, _OPENS, _CLOSES = Trait.LINE, Trait.CUT, Trait.OPENS, Trait.CLOSES
_ENDS, _COMMAS, _JOINS, _SMALL = Trait.END, Trait.COMMA, Trait.JOINS, Trait.SMALL
_CONTENT, _STOPS = Trait.CONTENT, Trait.COMMA | Trait.END | Trait.LINE


def slid(
    old: Tokens, new: Tokens, edits: Sequence[Edit], patience: Patience = endless
) -> list[Edit]:
    """Return the edits with every insertion and deletion at its best place.

    Args:
        old: the one text.
        new: the other.
        edits: in order.
        patience: asked now and then; when it is over, the edits that are left stay where they are.
    """
    found: list[Edit] = []
    last_end = loose = 0
    begins = [edit[0] for edit in edits[1:]]
    begins.append(len(old.keys))
    for edit, following in zip(edits, begins, strict=False):
        start, end, new_start, new_end = edit
        if start == end:
            side, first, stop = new, new_start, new_end
        elif new_start == new_end:
            side, first, stop = old, start, end
        else:
            found.append(edit)
            last_end = end
            continue
        keys = side.keys
        before, behind = start - last_end, following - end
        if (before and keys[first - 1] == keys[stop - 1]) or (behind and keys[first] == keys[stop]):
            loose += 1
            if loose % AT_A_TIME == 0 and patience():
                return [*found, *edits[len(found) :]]
            by = _best(side, first, stop, before, behind, bool(found))
            edit = (start + by, end + by, new_start + by, new_end + by)
        found.append(edit)
        last_end = edit[1]
    return found


def _best(side: Tokens, first: int, stop: int, before: int, behind: int, follows: bool) -> int:
    """Return by how many tokens to slide the stretch that only one side has.

    Args:
        side: that side.
        first: where the stretch begins.
        stop: where it ends.
        before: how many kept tokens stand before it.
        behind: how many stand behind it.
        follows: whether another edit stands before these.
    """
    keys = side.keys
    left, farthest = 0, min(before, FARTHEST)
    while left < farthest and keys[first - left - 1] == keys[stop - left - 1]:
        left += 1
    right, farthest = 0, min(behind, FARTHEST)
    while right < farthest and keys[first + right] == keys[stop + right]:
        right += 1
    best, most = 0, -1
    for by in range(-left, right + 1):
        worth = seam(side, first + by) + seam(side, stop + by)
        if follows and by == -before:
            worth += _TOUCHING
        if worth >= most:  # of equal ones the last, as one writes
            best, most = by, worth
    return best


def seam(side: Tokens, place: int) -> int:
    """Return how good a place the seam before a token is for an edit to begin or end."""
    if not 0 < place < len(side.keys):
        return _EDGE
    before, behind = side.kinds[place - 1], side.kinds[place]
    if before & _CUTS:
        return _LINE if before & _LINES else _SENTENCE
    if before & _OPENS or behind & _CLOSES:
        return _IN_BRACKET
    if behind & _STOPS:
        return _BEFORE_COMMA
    if before & _CLOSES or behind & _OPENS:
        return _AROUND_BRACKET
    if not (before & behind & _CONTENT or (before | behind) & _ENDS) and side.glued(place):
        return _IN_WORD
    if behind & _JOINS:
        return _BEFORE_AND
    if before & _SMALL and not before & _COMMAS:
        return _BEHIND_SMALL
    return _BEFORE_SMALL if behind & _SMALL else _WORDS
