"""The minimal script is made readable: no confetti, whole sentences, whole numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from negotiator.engine.patience import Patience, endless
from negotiator.engine.wording.lexicon import NUMERALS, Trait
from negotiator.engine.wording.script import Edit
from negotiator.engine.wording.sliding import slid
from negotiator.engine.wording.tokens import Tokens

# A stretch of so many small tokens, kept between two changes, is marked with them.
LONGEST_ISLAND = 3
# A sentence is shown as exchanged whole where less than this share of its words was kept: of
# those that say something by themselves, in the shorter of the two sentences.
LITTLE_KEPT = 1 / 3
SHORTEST_SENTENCE = 5  # tokens of the longer of the two

_SMALL, _LINE, _CUT, _FIRM = Trait.SMALL, Trait.LINE, Trait.CUT, Trait.FIRM
_CONTENT, _NUMBER, _SIGN, _UNIT = Trait.CONTENT, Trait.NUMBER, Trait.SIGN, Trait.UNIT
_OF_NUMBERS = Trait.OF_NUMBERS


def readable(
    old: Tokens, new: Tokens, edits: Sequence[Edit], patience: Patience = endless
) -> list[Edit]:
    """Return edits that give the same texts and read well.

    What is kept may come to be marked, never the other way round, and a negation or a number
    that is kept stays in sight.

    Args:
        old: the one text.
        new: the other.
        edits: in order.
        patience: asked between the steps, and now and then in the slow ones; when it is over, the
            edits stay as far as they came.
    """
    found = slid(old, new, edits, patience)
    if not patience():
        found = without_islands(old, new, found)
    if len(found) > 1 and not patience():
        found = whole_sentences(old, new, found)
    if (old.figured or new.figured) and not patience():
        found = whole_numbers(old, new, found)
    return found


def without_islands(old: Tokens, new: Tokens, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits joined where nothing, or next to nothing, is kept between them.

    Small words are joined to the changes around them where one of these exchanges words for words:
    between two insertions, or an insertion and a deletion, they read well as they stand.
    """
    if not edits:
        return []
    found: list[Edit] = []
    kinds = old.kinds
    last = edits[0]
    start, end, new_start, new_end = last
    for edit in edits[1:]:
        next_start, next_end, next_new_start, next_new_end = edit
        kept = next_start - end
        joined = kept <= LONGEST_ISLAND
        if joined and kept:
            if (start == end or new_start == new_end) and (
                next_start == next_end or next_new_start == next_new_end
            ):
                joined = False
            else:
                for kind in kinds[end:next_start]:
                    if not kind & _SMALL:
                        joined = False
                        break
        end, new_end = next_end, next_new_end
        if joined and not _part(old, new, last, edit):
            last = start, end, new_start, new_end
        else:
            found.append(last)
            last = edit
            start, new_start = next_start, next_new_start
    found.append(last)
    return found


def _part(old: Tokens, new: Tokens, before: Edit, behind: Edit) -> bool:
    """Tell whether a line or sentence ends between two edits: a row came in, the next changed."""
    start, end, new_start, new_end = before
    if (start == end or old.kinds[end - 1] & _CUT) and (
        new_start == new_end or new.kinds[new_end - 1] & _CUT
    ):
        # What touches it and is of the same kind, or follows an exchange, is one change with it.
        came, went = behind[0] == behind[1], behind[2] == behind[3]
        both = start < end and new_start < new_end
        return end < behind[0] or not (
            (came and (both or start == end)) or (went and (both or new_start == new_end))
        )
    start, end, new_start, new_end = behind
    return bool(
        before[1] < start
        and (start == end or old.kinds[start] & _LINE)
        and (new_start == new_end or new.kinds[new_start] & _LINE)
    )


def whole_sentences(old: Tokens, new: Tokens, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits with those in a sentence of which little is kept joined to the whole of it."""
    found: list[Edit] = []
    size, count = len(old.keys), len(edits)
    cuts = iter((*old.cuts, size + 1))
    cut = next(cuts)
    since = 0  # the last cut before the sentence
    begins = [edit[0] for edit in edits]
    index = 0
    while index < count:
        first = index  # the first edit in the sentence
        while cut <= begins[first]:
            since, cut = cut, next(cuts)
        while index < count and begins[index] < cut:
            index = bisect_left(begins, cut, index + 1)
            _, end, _, new_end = edits[index - 1]
            while cut < end:
                cut = next(cuts)
            if cut == end and not (new_end and new.kinds[new_end - 1] & _CUT):
                cut = next(cuts)  # it ends within the change, on one side only
        group = edits[first:index]
        if len(group) > 1:
            begin = max(since, found[-1][1]) if found else since
            whole = _exchanged(old, new, group, begin, min(cut, size))
            group = [whole] if whole else group
        if found and found[-1][1] == group[0][0]:
            _join(old, new, found, group[0])
            found += group[1:]
        else:
            found += group
    return found


def _exchanged(
    old: Tokens, new: Tokens, edits: Sequence[Edit], start: int, end: int
) -> Edit | None:
    """Return the whole of a sentence that holds some edits, None where much of it is kept."""
    first, last = edits[0], edits[-1]
    new_start, new_end = first[2] - (first[0] - start), last[3] + (end - last[1])
    size, new_size = end - start, new_end - new_start
    longest = size if size > new_size else new_size
    kept = size
    for a, b, _, _ in edits:
        kept += a - b
    if longest < SHORTEST_SENTENCE or 2 * kept > longest:
        return None
    said = 0
    at = start
    for a, b, _, _ in (*edits, (end, end, 0, 0)):
        for kind in old.kinds[at:a]:
            if kind & _FIRM:
                return None
            said += kind & _CONTENT
        at = b
    shorter = min(
        sum([kind & _CONTENT for kind in side])
        for side in (old.kinds[start:end], new.kinds[new_start:new_end])
    )
    return (start, end, new_start, new_end) if said < LITTLE_KEPT * shorter else None


def whole_numbers(old: Tokens, new: Tokens, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits that give a changed number its sign and unit, and these their number."""
    found: list[Edit] = []
    kinds, size = old.kinds, len(old.keys)
    before = 0
    for index, edit in enumerate(edits):
        start, end, new_start, new_end = edit
        if (
            start > before
            and kinds[start - 1] & _OF_NUMBERS
            and (
                (end > start and are_one(old, start))
                or (new_end > new_start and are_one(new, new_start))
            )
        ):
            start, new_start = start - 1, new_start - 1
            edit = start, end, new_start, new_end
        if (
            end < size
            and kinds[end] & _OF_NUMBERS
            and (index + 1 == len(edits) or end < edits[index + 1][0])
            and (
                (end > start and are_one(old, end))
                or (new_end > new_start and are_one(new, new_end))
            )
        ):
            end, new_end = end + 1, new_end + 1
            edit = start, end, new_start, new_end
        if start == before:
            _join(old, new, found, edit)
        else:
            found.append(edit)
        before = end
    return found


def _join(old: Tokens, new: Tokens, edits: list[Edit], edit: Edit) -> None:
    """Append an edit, joined to the last one where they came to touch."""
    if edits and edits[-1][1] == edit[0] and not _part(old, new, edits[-1], edit):
        start, _, new_start, _ = edits.pop()
        edit = start, edit[1], new_start, edit[3]
    edits.append(edit)


def are_one(side: Tokens, place: int) -> bool:
    """Tell whether a token and the one before it are a number and its sign or unit.

    In "2-5" and "A-5" the mark is no sign. Chinese figures, a token each, are one number.
    """
    before, behind = side.kinds[place - 1], side.kinds[place]
    if before & _SIGN and behind & _NUMBER:
        return side.glued(place) and (
            place < 2 or not side.glued(place - 1) or not side.keys[place - 2][-1].isalnum()
        )
    if not before & _NUMBER:
        return False
    if behind & _UNIT:
        return True
    return side.keys[place - 1] in NUMERALS and side.keys[place] in NUMERALS and side.glued(place)
