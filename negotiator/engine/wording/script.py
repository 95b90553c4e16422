"""The edit script: which tokens of one text are exchanged for which of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import isqrt

from rapidfuzz.distance import Editops, Indel, Levenshtein

from negotiator.engine.patience import Patience, endless
from negotiator.engine.wording.anchors import Block, anchors, rare_anchors, sentence_anchors
from negotiator.engine.wording.lexicon import CELL_BREAKS, LINE_BREAKS, SENTENCE_ENDS

# Old tokens from, to, new tokens from, to: the first are exchanged for the second. What stands
# between two edits is the same on both sides.
Edit = tuple[int, int, int, int]

# Texts of up to so many tokens each get the minimal script; it takes an eighth of a byte for every
# pair of tokens, 12 MB here. Longer ones are divided first.
LONGEST_MINIMAL = 10_000
_MINIMAL = LONGEST_MINIMAL * LONGEST_MINIMAL
# Levenshtein's takes little memory, marks a little more, and time by the product of the lengths:
# about a fifth of a second for this many pairs.
_LEVENSHTEIN = 32_000 * 32_000
# Stretches of a thousand tokens each may have none in common: that is quickly seen.
_LARGE = 1_000_000
# Long texts are coded, a character for a token; there are not many more characters than this.
MOST_DIFFERENT = 1_000_000
# Parts of a long text are joined up to so many tokens.
WIDE = 256
_SURROGATES = range(0xD800, 0xE000)
_ENDS = SENTENCE_ENDS | LINE_BREAKS | CELL_BREAKS


def script(old: Sequence[str], new: Sequence[str], patience: Patience = endless) -> list[Edit]:
    """Return the edits that make the new text of the old one, in order.

    The minimal script of insertions and deletions (longest common subsequence; Hyyrö 2004, as
    rapidfuzz implements it). Long texts are divided at stretches of three tokens that stand once
    on each side, first at those with a rare token in them; then at whole sentences, then at
    single tokens that stand once. Where nothing stands once, Levenshtein's script is taken, and of
    what is too long for it the script of equal parts, one after the other. What has more than a
    million different tokens is exchanged whole.

    Args:
        old: tokens.
        new: tokens.
        patience: asked before each stretch of a divided text; when it is over, what is left of
            the stretches is exchanged whole.
    """
    size, new_size = len(old), len(new)
    if size * new_size <= _MINIMAL:
        if patience():
            return _of_part(old, new, patience)
        return _edits(Indel.editops(old, new), 0, 0)
    edits: list[Edit] = []
    parts = _between(rare_anchors(old, new), size, new_size) if not patience() else ()
    for start, end, new_start, new_end in _wide(parts or ((0, size, 0, new_size),)):
        left, right = old[start:end], new[new_start:new_end]
        if len(left) * len(right) <= _MINIMAL and not patience():
            found = _edits(Indel.editops(left, right), start, new_start)
        else:
            found = [
                (start + a, start + b, new_start + c, new_start + d)
                for a, b, c, d in _of_part(left, right, patience)
            ]
        if found:
            _add(edits, found[0])
            edits += found[1:]
    return edits


def _wide(parts: Iterable[Edit]) -> Iterator[Edit]:
    """Join parts that follow each other while they are short: that is faster than many scripts."""
    start = end = new_start = new_end = 0
    for part in parts:
        if part[1] - start > WIDE or part[3] - new_start > WIDE:
            if start < end or new_start < new_end:
                yield start, end, new_start, new_end
            start, new_start = part[0], part[2]
        elif start == end and new_start == new_end:
            start, new_start = part[0], part[2]
        end, new_end = part[1], part[3]
    if start < end or new_start < new_end:
        yield start, end, new_start, new_end


def _of_part(old: Sequence[str], new: Sequence[str], patience: Patience) -> list[Edit]:
    """Return the edits of a part that no rare token divides further."""
    codes, ends = _codes(old, new)
    if not codes:
        return [(0, len(old), 0, len(new))] if old or new else []
    coded, new_coded = ("".join(map(codes.__getitem__, side)) for side in (old, new))
    return _divided(coded, new_coded, ends, patience)


def _codes(old: Sequence[str], new: Sequence[str]) -> tuple[dict[str, str], frozenset[str]]:
    """Return a character for every token, and those of the tokens that end a sentence."""
    different = dict.fromkeys(old)
    different.update(dict.fromkeys(new))
    if len(different) > MOST_DIFFERENT:
        return {}, frozenset()
    skipped = len(_SURROGATES)
    codes = {
        token: chr(code if code < _SURROGATES.start else code + skipped)
        for code, token in enumerate(different)
    }
    return codes, frozenset(codes[token] for token in sorted(_ENDS) if token in codes)


def _divided(old: str, new: str, ends: frozenset[str], patience: Patience) -> list[Edit]:
    """Return the edits of coded texts, which are divided until each part can be afforded.

    Args:
        old: a character for every token.
        new: the same.
        ends: the characters of the tokens that end a sentence.
        patience: see `script`.
    """
    # How a stretch that is too long is divided, one way after the other. Within a stretch between
    # two anchors more stands once than in the whole.
    divisions = (
        anchors,
        lambda one, other: sentence_anchors(one, other, ends),
        lambda one, other: anchors(one, other, 1),
    )
    edits: list[Edit] = []
    gaps = [(0, len(old), 0, len(new), 0)]
    while gaps:
        start, end, new_start, new_end, level = gaps.pop()
        while start < end and new_start < new_end and old[start] == new[new_start]:
            start += 1
            new_start += 1
        while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
            end -= 1
            new_end -= 1
        area = (end - start) * (new_end - new_start)
        left, right = old[start:end], new[new_start:new_end]
        if area < 2 or patience() or (area > _LARGE and set(left).isdisjoint(right)):
            if start < end or new_start < new_end:
                _add(edits, (start, end, new_start, new_end))
            continue
        if area <= _MINIMAL or (level > len(divisions) and area <= _LEVENSHTEIN):
            distance = Indel if area <= _MINIMAL else Levenshtein
            for edit in _edits(distance.editops(left, right), start, new_start):
                _add(edits, edit)
            continue
        if level < len(divisions):
            parts = _between(divisions[level](left, right), len(left), len(right))
        else:
            parts = _equal_parts(len(left), len(right))
        gaps += [
            (start + a, start + b, new_start + c, new_start + d, level + 1)
            for a, b, c, d in reversed(list(parts))
        ]
    return edits


def _add(edits: list[Edit], edit: Edit) -> None:
    """Append an edit; one that touches the last is joined to it."""
    if edits and edits[-1][1] == edit[0] and edits[-1][3] == edit[2]:
        edit = (edits[-1][0], edit[1], edits[-1][2], edit[3])
        edits.pop()
    edits.append(edit)


def _edits(steps: Editops, start: int, new_start: int) -> list[Edit]:
    """Return what stands between the equal stretches of a script of rapidfuzz.

    Args:
        steps: the script.
        start: where its old tokens begin in the whole.
        new_start: where its new tokens do.
    """
    edits: list[Edit] = []
    at, new_at = start, new_start
    for block in steps.as_matching_blocks():  # the last is the end of both
        place, new_place = start + block.a, new_start + block.b
        if at < place or new_at < new_place:
            edits.append((at, place, new_at, new_place))
        at, new_at = place + block.size, new_place + block.size
    return edits


def _between(blocks: Sequence[Block], end: int, new_end: int) -> Iterator[Edit]:
    start = new_start = 0
    for place, new_place, length in (*blocks, (end, new_end, 0)):
        if start < place or new_start < new_place:
            yield start, place, new_start, new_place
        start, new_start = place + length, new_place + length


def _equal_parts(size: int, new_size: int) -> Iterator[Edit]:
    """Return as many parts as are needed for each to be short enough for Levenshtein's script."""
    count = isqrt(size * new_size // _LEVENSHTEIN) + 1
    cuts = [(size * at // count, new_size * at // count) for at in range(count + 1)]
    for (a, c), (b, d) in pairwise(cuts):
        yield a, b, c, d
