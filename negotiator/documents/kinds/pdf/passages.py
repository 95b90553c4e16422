"""Cuts the lines of a column into paragraphs.

A line begins a paragraph when the gap above it is wide, when its type has another size, when the
line before it ends so early that its first word would have fitted there, when it is indented or
set out from what precedes, or when it begins with a number where an item may begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from negotiator.documents.kinds.pdf.numbering import (
    begins_bare,
    begins_numbered,
    begins_with_word,
    ends_sentence,
    is_bare_heading,
    may_end_item,
    runs_on,
)
from negotiator.documents.kinds.pdf.shapes import Line

# All in sizes of type, but for the first two, which are shares.
WIDE_GAP = 1.28
OTHER_SIZE = 0.09
INDENT = 0.8
ALIGNED = 0.4
# What a line may fall short of the margin although the next word would not have fitted.
LOOSE = 0.25
# The gap between a number and its text.
TAB = 0.7
FEWEST_OF_A_BLOCK = 4
# Fewer lines, or steps from line to line, do not tell the habits of a document.
FEW = 6
WIDEST_LEADING = 1.4
# The share of the column by which a line may fall short within a sentence.
RAGGED = 0.3


@dataclass(slots=True)
class Passage:
    """The lines of one paragraph.

    Args:
        lines: from the first to the last, on one page or on several.
        left, right: the edges of its column.
        after_gap: whether a wide gap stands above it.
    """

    lines: list[Line]
    left: float
    right: float
    after_gap: bool = False

    @property
    def text(self) -> str:
        """Return its lines, each after the other."""
        return "\n".join(line.text for line in self.lines)

    @property
    def notes(self) -> tuple[str, ...]:
        """Return the ids of the notes that it cites."""
        return tuple(note for line in self.lines for note in line.notes)

    @property
    def centred(self) -> bool:
        """Tell whether it stands in the middle of its column."""
        return all(is_centred(line, self.left, self.right) for line in self.lines)


def is_centred(line: Line, left: float, right: float) -> bool:
    """Tell whether a line stands in the middle between two edges."""
    before, behind = line.left - left, right - line.right
    return before > 2 * line.size and abs(before - behind) <= max(line.size, 0.1 * before)


def leading_of(lines: Sequence[Line]) -> float:
    """Return the usual distance of baselines, in sizes of type."""
    steps = [
        (after.base - before.base) / after.size
        for before, after in pairwise(lines)
        if after.page == before.page
        and abs(after.size - before.size) <= OTHER_SIZE * after.size
        and 0.8 < (after.base - before.base) / after.size < 2.6
    ]
    if not steps:
        return 1.25
    # The lower third: gaps between paragraphs are wider, and many texts are short items.
    steps.sort()
    usual = steps[len(steps) // 3]
    return min(usual, WIDEST_LEADING) if len(steps) < FEW else usual


def text_left(line: Line) -> float:
    """Return where the text of a line begins behind its number."""
    left = line.left
    words = ""
    for before, one in pairwise(line.fragments):
        words += before.spaced + before.text
        if one.left - before.right > TAB * line.size:
            return one.left if len(words) <= 9 or begins_numbered(words) else left
        if len(words) > 12:
            break
    return left


def passages(lines: Sequence[Line], left: float, right: float, leading: float) -> list[Passage]:
    """Return the paragraphs of a column.

    Args:
        lines: from top to bottom.
        left, right: the edges of the column.
        leading: the usual distance of baselines, in sizes of type.
    """
    found: list[Passage] = []
    for block in _blocks(lines, leading):
        edge = _edge(block, right)
        for index, line in enumerate(block):
            fresh = index == 0 or _begins(found[-1].lines, line, left, edge)
            if fresh:
                found.append(Passage([line], left, right, after_gap=index == 0))
            else:
                found[-1].lines.append(line)
    return found


def _blocks(lines: Sequence[Line], leading: float) -> list[list[Line]]:
    """Return the lines in groups that wide gaps or another size of type part."""
    blocks: list[list[Line]] = []
    for line in lines:
        last = blocks[-1][-1] if blocks else None
        if last is None or last.page != line.page or _apart(last, line, leading):
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks


def _apart(last: Line, line: Line, leading: float) -> bool:
    size = max(last.size, line.size)
    if abs(last.size - line.size) > OTHER_SIZE * size:
        return True
    step = line.base - last.base
    return step > WIDE_GAP * leading * size or step < -0.5 * size


def _edge(block: Sequence[Line], right: float) -> float:
    """Return the right margin of a block: its own, where most of its lines keep to it."""
    if len(block) < FEWEST_OF_A_BLOCK:
        return right
    own = max(line.right for line in block)
    near = sum(own - line.right <= 3 * line.size for line in block)
    return min(own, right) if near >= 0.6 * len(block) else right


def _begins(before: Sequence[Line], line: Line, left: float, right: float) -> bool:
    """Tell whether a line begins a paragraph after those before it, the gap being usual."""
    last = before[-1]
    numbered = begins_numbered(line.text)
    if is_centred(last, left, right) and is_centred(line, left, right):
        same = last.bold == line.bold
        return not same or numbered or is_bare_heading(last.text) or ends_sentence(last.text)
    if not fits(last, line, right):
        return _full_line_begins(before, line, numbered)
    # A line may end early within a sentence: before a long word, or by the author's own hand.
    ragged = last.right > right - RAGGED * (right - left)
    return not (ragged and runs_on(last.text, line.text))


def _full_line_begins(before: Sequence[Line], line: Line, numbered: bool) -> bool:
    """Tell whether a line begins a paragraph although the line before it is full."""
    last, size = before[-1], line.size
    start = text_left(last) if len(before) == 1 else last.left
    shift = line.left - start
    if numbered or (begins_bare(line.text) and ends_sentence(last.text)):
        tabbed = text_left(line) - line.left > 0
        set_out = len(before) > 1 and shift < -INDENT * size
        # The same place as the number of the paragraph that it follows.
        level = abs(line.left - before[0].left) <= ALIGNED * size and text_left(before[0]) > start
        if ends_sentence(last.text) or set_out:
            return True
        # Within a sentence, "under\nArticle 3" and "paragraph 2,\n(a)" begin lines too.
        if tabbed and (level or abs(shift) > INDENT * size or may_end_item(last.text)):
            return not begins_with_word(line.text)
    if shift > INDENT * size and abs(line.left - text_left(before[0])) > ALIGNED * size:
        return ends_sentence(last.text) or numbered
    if shift < -INDENT * size and len(before) > 1:
        return ends_sentence(last.text)
    return False


def fits(last: Line, line: Line, right: float) -> bool:
    """Tell whether the first word of a line would have fitted at the end of the line before."""
    first = line.fragments[0]
    word = first.text.split(None, 1)[0]
    width = (first.right - first.left) * len(word) / max(len(first.text), 1)
    if word == first.text:
        # A word may stand in several pieces.
        for one in line.fragments[1:]:
            if one.spaced:
                break
            piece = one.text.split(None, 1)[0]
            width += (one.right - one.left) * len(piece) / max(len(one.text), 1)
            if piece != one.text:
                break
    return last.right + width + 0.25 * line.size < right - LOOSE * line.size


def goes_on(last: Passage, first: Passage) -> bool:
    """Tell whether the first paragraph of a page or column goes on from the last of the one before.

    Args:
        last: the last paragraph before the break.
        first: the first one behind it.
    """
    end, line = last.lines[-1], first.lines[0]
    if abs(end.size - line.size) > OTHER_SIZE * line.size or last.centred or first.centred:
        return False
    text, begin = end.text.rstrip(), line.text
    numbered = begins_numbered(begin)
    if numbered and (may_end_item(text) or text_left(line) > line.left):
        return False
    opened = begin.lstrip("[(“\"«‘'")[:1]
    full = not fits(end, line, max(last.right, end.right))
    if ends_sentence(text):
        return full and opened.islower() and not numbered
    if end.bold and not line.bold and len(last.lines) == 1:
        return False
    return full or (opened.islower() and len(text) > 3)


def body_size(lines: Sequence[Line]) -> float:
    """Return the size of type in which most of the text is set, in points."""
    weight: dict[float, int] = {}
    for line in lines:
        size = round(line.size * 2) / 2
        weight[size] = weight.get(size, 0) + len(line.text)
    return max(weight, key=lambda size: (weight[size], size), default=10.0)


def margins(lines: Sequence[Line], width: float) -> tuple[float, float]:
    """Return the left and right edges that the lines of a document keep to.

    Args:
        lines: those of all pages of one width.
        width: of the page; a few lines do not tell the right edge, so that the margins are taken
            to be alike.
    """
    if not lines:
        return 0.0, width
    lefts = sorted(line.left for line in lines)
    rights = sorted(line.right for line in lines)
    left = lefts[len(lefts) // 50]
    right = rights[min(len(rights) - 1, round(0.97 * len(rights)))]
    return left, max(right, width - left) if len(lines) < FEW else right
