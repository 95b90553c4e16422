"""Tells which words a ruled line strikes out, and which it underlines.

The rule: a level line marks words when it runs within their line of text and ends where they end.
At half the height of the small letters it strikes them out: they are deleted. At or just under the
baseline it underlines them: they are inserted. It marks nothing when it joins an upright line (it
is the edge of a table or a box), when it runs on beyond the words or across gaps between them (it
parts rows or closes a running head), and an underline says nothing when it stands under a link.
Underlined headings are told apart later, when paragraphs are known.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from negotiator.documents.kinds.pdf.glyphs import Glyphs, Piece
from negotiator.documents.kinds.pdf.shapes import Box, Fragment, Rule
from negotiator.documents.manuscript import Mark

# Heights above the baseline in sizes of type: where a line strikes out, and where it underlines.
STRIKE = (0.12, 0.55)
UNDERLINE = (-0.32, 0.12)
# So thick, in sizes of type, that it is no line through words but a bar.
THICKEST = 0.18
# How far, in sizes of type, a line may run on beyond the words that it marks.
OVERHANG = 1.2
# The share of a marking line's length that stands over or under words.
COVERED = 0.75
TOUCHING = 2.0
ADDRESS = re.compile(r"https?://|www\.|\S@\S", re.IGNORECASE)


@dataclass(slots=True)
class Marking:
    """What annotations mark on a page.

    Args:
        struck: areas of words that are struck out.
        underlined: areas of words that are underlined.
        links: areas that lead somewhere.
    """

    struck: list[Box] = field(default_factory=list)
    underlined: list[Box] = field(default_factory=list)
    links: list[Box] = field(default_factory=list)


def mark(
    pieces: Sequence[Piece], rules: Sequence[Rule], marking: Marking, glyphs: Glyphs
) -> tuple[list[Fragment], list[Rule]]:
    """Return the fragments of a page with their marks, and the rules that mark nothing.

    Args:
        pieces: the level text of the page.
        rules: its ruled lines.
        marking: what annotations mark.
        glyphs: where to ask for single characters.
    """
    upright = [rule for rule in rules if not rule.level]
    by_base = sorted(range(len(pieces)), key=lambda index: pieces[index].fragment.base)
    bases = [pieces[index].fragment.base for index in by_base]
    largest = max((piece.fragment.size for piece in pieces), default=0.0)
    level = [rule for rule in rules if rule.level]
    kept: list[Rule] = list(upright)
    over: dict[int, list[tuple[float, float, bool]]] = {}
    for rule in _joined(level):
        low = bisect_left(bases, rule.y + UNDERLINE[0] * largest)
        high = bisect_right(bases, rule.y + STRIKE[1] * largest)
        hits = [] if _framed(rule, upright) else _hits(rule, pieces, by_base[low:high])
        if not hits:
            kept.append(rule)
        for index, strikes in hits:
            over.setdefault(index, []).append((rule.left, rule.right, strikes))
    for index, piece in enumerate(pieces):
        for boxes, strikes in ((marking.struck, True), (marking.underlined, False)):
            for box in boxes:
                if _meets(box, piece.fragment):
                    over.setdefault(index, []).append((box.left, box.right, strikes))
    fragments: list[Fragment] = []
    for index, piece in enumerate(pieces):
        spans = over.get(index)
        if spans is None:
            fragments.append(piece.fragment)
        else:
            fragments += _cut(piece, spans, marking.links, glyphs)
    return fragments, kept


def _joined(rules: list[Rule]) -> list[Rule]:
    """Return level rules with those that continue each other as one."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.y), rule.left, rule.right)):
        last = found[-1] if found else None
        if last and abs(last.y - rule.y) <= 0.8 and rule.left <= last.right + 1.5:
            top, bottom = min(last.top, rule.top), max(last.bottom, rule.bottom)
            found[-1] = Rule(last.left, top, max(last.right, rule.right), bottom)
        else:
            found.append(rule)
    return found


def _framed(rule: Rule, upright: list[Rule]) -> bool:
    return any(
        one.top - TOUCHING <= rule.y <= one.bottom + TOUCHING
        and (
            abs(one.x - rule.left) <= TOUCHING
            or abs(one.x - rule.right) <= TOUCHING
            or rule.left < one.x < rule.right
        )
        for one in upright
    )


def _hits(rule: Rule, pieces: Sequence[Piece], near: Sequence[int]) -> list[tuple[int, bool]]:
    """Return which pieces a rule marks, and whether it strikes them; none when it marks nothing."""
    found: list[tuple[int, bool]] = []
    for index in near:
        one = pieces[index].fragment
        height = (one.base - rule.y) / one.size if one.size else 9.0
        if not UNDERLINE[0] <= height <= STRIKE[1]:
            continue
        if rule.bottom - rule.top > max(THICKEST * one.size, 0.8):
            continue
        if min(one.right, rule.right) - max(one.left, rule.left) > 0.1 * one.size:
            found.append((index, height >= STRIKE[0]))
    if not found:
        return []
    size = max(pieces[index].fragment.size for index, _ in found)
    inside = [pieces[index].fragment for index, _ in found]
    left, right = min(one.left for one in inside), max(one.right for one in inside)
    if rule.left < left - OVERHANG * size or rule.right > right + OVERHANG * size:
        return []
    width = sum(
        max(0.0, min(one.right, rule.right) - max(one.left, rule.left)) + 0.4 * size
        for one in inside
    )
    return found if width >= COVERED * (rule.right - rule.left) else []


def _meets(box: Box, one: Fragment) -> bool:
    middle = one.base - 0.3 * one.size
    return box.top <= middle <= box.bottom and one.right > box.left and one.left < box.right


def _cut(
    piece: Piece, spans: list[tuple[float, float, bool]], links: list[Box], glyphs: Glyphs
) -> list[Fragment]:
    """Return a piece cut where its marks begin and end."""
    one = piece.fragment
    middles = glyphs.middles(piece)
    linked = one.blue or bool(ADDRESS.search(one.text))
    linked = linked or any(_meets(box, one) for box in links)

    def fate(index: int) -> tuple[Mark, bool]:
        over = {strikes for left, right, strikes in spans if left <= middles[index] <= right}
        if True in over:
            return Mark.DELETED, False in over
        return Mark.INSERTED if over and not linked else Mark.KEPT, bool(over)

    fates = [fate(index) for index in range(len(one.text))]
    # A space has the fate of what stands on both sides of it, when that is one.
    for index in range(1, len(fates) - 1):
        if one.text[index].isspace() and fates[index - 1] == fates[index + 1]:
            fates[index] = fates[index - 1]
    found: list[Fragment] = []
    spaced, begin = one.spaced, 0
    for (mark, under), group in groupby(fates):
        end = begin + len(list(group))
        raw = one.text[begin:end]
        text = raw.strip()
        if text:
            first = begin + len(raw) - len(raw.lstrip())
            last = first + len(text) - 1
            left = one.left if first == 0 else middles[first] - 0.2 * one.size
            right = one.right if last == len(fates) - 1 else middles[last] + 0.2 * one.size
            found.append(
                replace(
                    one,
                    text=text,
                    left=left,
                    right=max(left, right),
                    spaced=spaced + raw[: first - begin],
                    mark=mark,
                    underlined=under,
                )
            )
            spaced = ""
        spaced += raw[len(raw.rstrip()) :] if text else raw
        begin = end
    return found
