"""Finds text that stands side by side without ruled lines, and whether it is a table.

A gutter is an upright strip that no line of a run of lines crosses, with prose on both sides. Two
columns are a table when words stand above them as headings, or when their paragraphs begin at the
same heights; else they are read one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from negotiator.documents.kinds.pdf.lines import gaps, split
from negotiator.documents.kinds.pdf.shapes import Line

# In sizes of type: how wide a gutter is at least, and how wide the text on either side of it.
GUTTER, PROSE = 0.9, 7.0
FEWEST_ROWS = 3
# The share of lines of a run with text on both sides.
TWO_SIDED = 0.35
HEADING_WORDS = re.compile(
    r"\b(?:text|texte|proposal|proposed|proposition|amendments?|amended|commission|council"
    r"|parliament|current|original|present|existing|new|old|draft|change[sd]?|comments?|reason(?:s|ing)?"
    r"|justification|position|suggested|suggestion|version|article|provision|rationale|vorschlag"
    r"|änderung(?:en|svorschlag)?|begründung|texto|enmienda|amendement|testo|emendamento|compromise"
    r"|option|column|recommended|wording)\b",
    re.IGNORECASE,
)
LONGEST_HEADING = 90


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that stand in columns.

    Args:
        first, last: the indexes of the first line, and of the one behind the last.
        gutters: the middles of the strips between columns.
        table: whether the columns are those of a table.
        headed: whether its first row holds headings.
    """

    first: int
    last: int
    gutters: tuple[float, ...]
    table: bool = False
    headed: bool = False


def runs(lines: Sequence[Line], leading: float, known: tuple[float, ...] = ()) -> list[Run]:
    """Return the stretches of lines that stand in columns.

    Args:
        lines: those of a page, from top to bottom.
        leading: the usual distance of baselines, in sizes of type.
        known: the gutters of the table that the page before ended with.
    """
    found: list[Run] = []
    index = 0
    while index < len(lines):
        run = _from(lines, index, leading, known)
        if run is None:
            index += 1
        else:
            found.append(run)
            index = run.last
    return found


def _from(
    lines: Sequence[Line], first: int, leading: float, known: tuple[float, ...]
) -> Run | None:
    strips = gaps(lines[first], GUTTER * lines[first].size)
    strips = [strip for strip in strips if _wide(lines[first], strip)]
    if not strips:
        return None
    last = first + 1
    while last < len(lines):
        line = lines[last]
        narrowed = [cut for strip in strips if (cut := _narrowed(strip, line)) is not None]
        far = line.base - lines[last - 1].base > 4.5 * leading * line.size
        if not narrowed or far:
            break
        strips = narrowed
        last += 1
    # Lines at the end that stand on the left alone belong to what follows, unless set close.
    while last > first + 1 and not _two_sided(lines[last - 1], strips):
        gap = lines[last - 1].base - lines[last - 2].base
        if gap <= 1.35 * leading * lines[last - 1].size and not lines[last - 1].bold:
            break
        last -= 1
    chosen = lines[first:last]
    both = [line for line in chosen if _two_sided(line, strips)]
    gutters = tuple((low + high) / 2 for low, high in strips)
    # A new provision has nothing on the left, below the heading.
    filled = len(both) > 1 or any(line.left >= strips[0][1] for line in chosen[1:])
    headed = filled and _headings(lines[first], strips)
    goes_on = first == 0 and len(known) == len(strips)
    goes_on = goes_on and all(
        low <= at <= high for at, (low, high) in zip(known, strips, strict=True)
    )
    if headed or goes_on:
        return Run(first, last, known if goes_on else gutters, True, headed)
    if len(both) < max(FEWEST_ROWS, TWO_SIDED * len(chosen)):
        return None
    if not all(_prose(chosen, gutters, side) for side in range(len(gutters) + 1)):
        return None
    return Run(first, last, gutters, _level_starts(chosen, gutters, leading))


def _wide(line: Line, strip: tuple[float, float]) -> bool:
    """Tell whether what stands on both sides of a gap is more than a number."""
    left = [one for one in line.fragments if one.right <= strip[0] + 0.1]
    right = [one for one in line.fragments if one.left >= strip[1] - 0.1]
    return all(
        sum(len(one.text) for one in side) >= 4 and side[-1].right - side[0].left > 2 * line.size
        for side in (left, right)
    )


def _narrowed(strip: tuple[float, float], line: Line) -> tuple[float, float] | None:
    """Return the widest part that a line leaves of a strip, None when it crosses it."""
    low, high = strip
    if line.left > low and line.right < high:
        return None  # a heading in the middle
    free: list[tuple[float, float]] = []
    for one in line.fragments:
        if one.right > low and one.left < high:
            free.append((low, one.left))
            low = max(low, one.right)
    free.append((low, high))
    low, high = max(free, key=lambda part: part[1] - part[0])
    return (low, high) if high - low >= GUTTER * line.size else None


def _two_sided(line: Line, strips: Sequence[tuple[float, float]]) -> bool:
    return any(line.left < low and line.right > high for low, high in strips)


def _prose(lines: Sequence[Line], gutters: tuple[float, ...], side: int) -> bool:
    """Tell whether a column holds text, not numbers or dots that lead to a page number."""
    parts = [part for line in lines if (part := cell(line, gutters, side))]
    if len(parts) < 2:
        return False
    width = max(part.right for part in parts) - min(part.left for part in parts)
    letters = sum(character.isalpha() for part in parts for character in part.text)
    total = sum(len(part.text) for part in parts)
    return width >= PROSE * parts[0].size and 2 * letters > total


def cell(line: Line, gutters: tuple[float, ...], side: int) -> Line | None:
    """Return what of a line stands in one column, counted from 0."""
    part: Line | None = line
    if side > 0:
        part = split(line, gutters[side - 1])[1]
    if part is not None and side < len(gutters):
        part = split(part, gutters[side])[0]
    return part


def _headings(line: Line, strips: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a line holds a heading above each column."""
    gutters = tuple((low + high) / 2 for low, high in strips)
    parts = [cell(line, gutters, side) for side in range(len(gutters) + 1)]
    texts = [part.text for part in parts if part is not None]
    if len(texts) < len(parts) or any(len(text) > LONGEST_HEADING for text in texts):
        return False
    worded = sum(bool(HEADING_WORDS.search(text)) for text in texts)
    styled = all(one.bold or one.italic or one.underlined for one in line.fragments)
    ended = any(text.rstrip().endswith((".", ";", ",")) for text in texts)
    return worded == len(texts) and not ended and (styled or all(len(t) <= 60 for t in texts))


def _level_starts(lines: Sequence[Line], gutters: tuple[float, ...], leading: float) -> bool:
    """Tell whether the paragraphs of all columns begin at the same heights, three times or more."""
    starts = [0, 0]
    for before, line in pairwise(lines):
        gap = line.base - before.base > 1.4 * leading * line.size
        if gap:
            full = all(cell(line, gutters, side) for side in range(len(gutters) + 1))
            starts[full] += 1
    return starts[True] >= 3 and starts[True] >= 4 * starts[False]
