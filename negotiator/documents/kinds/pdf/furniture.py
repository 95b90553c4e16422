"""Finds what belongs to the page and not to the text: running heads, page and line numbers.

A running head is told by repetition: the same line, numbers apart, at the same height of most
pages of a stretch, at the very top or bottom. Numbers in it must stay the same or go with the
page; so `Amendment 12` at the top of many pages stays text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from negotiator.documents.kinds.pdf.numbering import begins_with_word
from negotiator.documents.kinds.pdf.shapes import Fragment, Line, Sheet
from negotiator.documents.manuscript import Omission

# Lines at either end of a page that may be running heads.
DEEPEST = 6
# The share of the page, from either end, in which they stand.
MARGIN = 0.2
# Heights so near, in points, are the same.
SAME_HEIGHT = 3.0
# The share of the pages of its stretch that a running head must stand on.
MOST = 0.6
FEWEST_PAGES = 3
# Pages before and after that are looked at.
WINDOW = 15
NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|seite|página|pagina|стр\.?|p\.)[\s|]{0,3})?(\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s{0,2}(?:/|of|de|von|sur|из|di)\s{0,2}\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)
# Fewer numbers in the margin are no numbering of lines.
FEWEST_LINE_NUMBERS = 5
# The share of lines with a number beside them when every line is numbered.
NUMBERED = 0.8


def take_line_numbers(sheet: Sheet) -> list[Omission]:
    """Take the numbers of lines in the margin out of a page, and return them."""
    whole = [one for one in sheet.fragments if one.text.isascii() and one.text.isdigit()]
    if len(whole) < FEWEST_LINE_NUMBERS:
        return []
    for right_margin in (False, True):
        found = _line_numbers(sheet, whole, right_margin)
        if found:
            taken = {id(one) for one in found}
            sheet.fragments = [one for one in sheet.fragments if id(one) not in taken]
            text = " ".join(one.text for one in found)
            page = str(sheet.number)
            return [Omission("line number", "numbers the lines of the page", page, "", text)]
    return []


def _line_numbers(sheet: Sheet, whole: list[Fragment], right_margin: bool) -> list[Fragment]:
    numbers = {id(one) for one in whole}
    rest = [one for one in sheet.fragments if id(one) not in numbers]
    if len(rest) < FEWEST_LINE_NUMBERS:
        return []
    if right_margin:
        edge = sorted(one.right for one in rest)[-1 - len(rest) // 50]
        column = [one for one in whole if one.left > edge]
    else:
        edge = sorted(one.left for one in rest)[len(rest) // 50]
        column = [one for one in whole if one.right < edge]
    column.sort(key=lambda one: one.base)
    values = [int(one.text) for one in column]
    if len(values) < FEWEST_LINE_NUMBERS:
        return []
    steps = {after - before for before, after in pairwise(values)}
    if len(steps) != 1 or (step := steps.pop()) not in (1, 2, 5, 10):
        return []
    heights = [b.base - a.base for a, b in pairwise(column)]
    even = max(heights) < 1.6 * median(heights)
    rows = {
        round(one.base) for one in rest if column[0].base - 2 <= one.base <= column[-1].base + 2
    }
    beside = sum(any(abs(one.base - row) <= 2 for row in rows) for one in column)
    dense = step > 1 or len(column) >= NUMBERED * len(rows)
    return column if even and dense and beside >= NUMBERED * len(column) else []


def take_running(sheets: Sequence[Sheet]) -> list[Omission]:
    """Take running heads, running feet and page numbers out of the lines of all pages."""
    omitted: list[Omission] = []
    for at_top in (True, False):
        seen = _occurrences(sheets, at_top)
        for sheet in sheets:
            ordered = sheet.lines if at_top else sheet.lines[::-1]
            taken: list[tuple[Line, str]] = []
            for depth, line in enumerate(ordered[:DEEPEST]):
                inward = ordered[depth + 1] if depth + 1 < len(ordered) else None
                what = _what(line, sheet, seen, len(sheets), at_top, inward)
                if not what:
                    break
                taken.append((line, what))
            # What the text follows at its usual distance is its beginning, however often it stands.
            del taken[_heads(ordered, [what for _, what in taken]) :]
            gone = {id(line) for line, _ in taken}
            sheet.lines = [line for line in sheet.lines if id(line) not in gone]
            for line, what in taken:
                reason = "numbers the page" if what == "page number" else "stands on many pages"
                omitted.append(Omission(what, reason, str(sheet.number), "", line.text))
    return omitted


def _heads(ordered: Sequence[Line], found: Sequence[str]) -> int:
    """Return how many lines at the edge, all of them repeated, stand apart from the text."""
    count = len(found)
    if count == len(ordered) and count > FEWEST_PAGES:
        # Nothing else on the page: it is the text that is repeated.
        count -= 1
    while count and count < len(ordered) and found[count - 1] != "page number":
        if _apart(ordered[count - 1], ordered[count]):
            break
        count -= 1
    return count


# For each masked text: the pages it stands on, with its height there and its numbers.
Occurrences = dict[str, list[tuple[int, float, tuple[int, ...]]]]


def _occurrences(sheets: Sequence[Sheet], at_top: bool) -> Occurrences:
    seen: Occurrences = defaultdict(list)
    for sheet in sheets:
        ordered = sheet.lines if at_top else sheet.lines[::-1]
        for line in ordered[:DEEPEST]:
            there = (sheet.number, _height(line, sheet, at_top), _numbers(line))
            seen[_masked(line)].append(there)
    return seen


def _masked(line: Line) -> str:
    return NUMBER.sub("#", line.text)


def _height(line: Line, sheet: Sheet, at_top: bool) -> float:
    return line.base if at_top else sheet.height - line.base


def _what(
    line: Line, sheet: Sheet, seen: Occurrences, pages: int, at_top: bool, inward: Line | None
) -> str:
    """Return what a line at the edge of a page is; empty when it is text."""
    height = _height(line, sheet, at_top)
    if height > MARGIN * sheet.height:
        return ""
    number = PAGE_NUMBER.fullmatch(line.text)
    there = seen[_masked(line)]
    first = bisect_left(there, sheet.number - WINDOW, key=lambda one: one[0])
    last = bisect_right(there, sheet.number + WINDOW, key=lambda one: one[0])
    numbers = _numbers(line)
    unit = begins_with_word(line.text)
    alike = [
        one
        for one in there[first:last]
        if abs(one[1] - height) <= SAME_HEIGHT and _goes_with(one, sheet.number, numbers, unit)
    ]
    pages = min(pages, 2 * WINDOW + 1)
    apart = inward is None or _apart(line, inward)
    if number and apart and (_edge(line, sheet, at_top) or len(alike) > 1):
        return "page number"
    places = sorted({one[0] for one in alike})
    if len(places) < min(FEWEST_PAGES, max(pages, 2)):
        return ""
    stretch = places[-1] - places[0] + 1
    same_side = all((place - places[0]) % 2 == 0 for place in places)
    if len(places) < MOST * (stretch / 2 if same_side else stretch):
        return ""
    # A short stretch of a long document: the same first line of the text on a few pages.
    if len(places) < 0.3 * pages and not apart:
        return ""
    if number:
        return "page number"
    return "running head" if at_top else "running foot"


def _apart(line: Line, inward: Line) -> bool:
    """Tell whether a line at the edge stands apart from the next one, by place or by size."""
    size = max(line.size, inward.size)
    return abs(inward.base - line.base) > 1.6 * size or abs(line.size - inward.size) > 0.08 * size


def _goes_with(
    one: tuple[int, float, tuple[int, ...]], page: int, numbers: tuple[int, ...], unit: bool
) -> bool:
    """Tell whether the numbers of two lines are the same, or go with their pages.

    The number of a unit, as in `Amendment 12`, must be the same: one may stand on each page.
    """
    return len(one[2]) == len(numbers) and all(
        there == here or (there - one[0] == here - page and (index or not unit))
        for index, (there, here) in enumerate(zip(one[2], numbers, strict=True))
    )


def _numbers(line: Line) -> tuple[int, ...]:
    return tuple(int(found[:9]) for found in NUMBER.findall(line.text))


def _edge(line: Line, sheet: Sheet, at_top: bool) -> bool:
    """Tell whether a line stands in the outermost tenth of the page."""
    return line.base < 0.1 * sheet.height if at_top else line.base > 0.9 * sheet.height
