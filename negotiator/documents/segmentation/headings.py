"""Which paragraphs are headings, which are the title, and which a table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from negotiator.documents.manuscript import Block, Omission, Paragraph, Role
from negotiator.documents.segmentation.labels import label_of
from negotiator.documents.segmentation.words import Rank

LONGEST_HEADING = 150
LONGEST_TITLE = 400
MOST_TITLE_LINES = 6
_ENDS_A_SENTENCE = (".", ";", ":", ",", "!", "?", "。", "；", "：", "،", "؛", "؟")
_TO_A_PAGE = re.compile(r"[^\n]{1,200}?(?:\.{3,}|…+|\t|\s{3,})\s?(?:\d{1,4}|[ivxlc]{1,6})\s*")
FEWEST_ENTRIES = 3


def is_short_line(text: str) -> bool:
    """Tell whether a text has the shape of a heading: one short line that ends no sentence."""
    line = text.strip()
    if not line or len(line) > LONGEST_HEADING or "\n" in line:
        return False
    if line.endswith(_ENDS_A_SENTENCE):
        return False
    first = next((sign for sign in line if sign.isalpha()), "")
    return not first.islower()


def is_capitals(text: str) -> bool:
    """Tell whether a short line is set in capitals, as headings in plain text are."""
    letters = [sign for sign in text if sign.isalpha()]
    return is_short_line(text) and len(letters) >= 4 and all(sign.isupper() for sign in letters)


def is_heading(paragraph: Paragraph) -> bool:
    """Tell whether the file itself, or capitals, say that a paragraph is a heading."""
    if paragraph.role in (Role.HEADING, Role.TITLE):
        return len(paragraph.text) <= 4 * LONGEST_HEADING
    return not paragraph.number and is_capitals(paragraph.text)


def title_lines(blocks: Sequence[Block]) -> int:
    """Return how many of the first blocks print the document's title.

    They are what the file calls a title or a heading; failing that, the short lines before the
    first unit or sentence of a text in articles, or one short line above the first paragraph.
    """
    lines: list[Paragraph] = []
    for block in blocks[: MOST_TITLE_LINES + 1]:
        if not isinstance(block, Paragraph) or block.number or block.marked:
            break
        if label_of(block.text):
            break
        said = block.role in (Role.TITLE, Role.HEADING)
        if not said and not is_short_line(block.text):
            break
        lines.append(block)
    number = _of_title(lines, blocks)
    # A document of nothing but a title is a text all the same.
    return number if number < len(blocks) else 0


def _of_title(lines: Sequence[Paragraph], blocks: Sequence[Block]) -> int:
    called = [index for index, line in enumerate(lines) if line.role is Role.TITLE]
    if called:
        return called[-1] + 1
    if lines and lines[0].role is Role.HEADING:
        # Further headings of a lower level head what follows.
        return next((n for n, line in enumerate(lines) if line.level != lines[0].level), 1)
    if len(lines) > MOST_TITLE_LINES:
        return 0
    if in_articles(blocks):
        return len(lines)
    capitals = next((n for n, line in enumerate(lines) if not is_capitals(line.text)), len(lines))
    return max(capitals, min(1, len(lines)))


def in_articles(blocks: Sequence[Block]) -> bool:
    """Tell whether a document is a text in articles."""
    for block in blocks:
        if isinstance(block, Paragraph):
            label = label_of(block.number + " ") if block.number else label_of(block.text)
            if block.unit == "article" or (
                label is not None and label.rank is Rank.ARTICLE and label.style != "Pp"
            ):
                return True
    return False


def without_contents(blocks: Sequence[Block]) -> tuple[list[Block], list[Omission]]:
    """Take a table of contents out: it prints every heading a second time."""
    kept: list[Block] = []
    omitted: list[Omission] = []
    run: list[Paragraph] = []

    def settle() -> None:
        if len(run) >= FEWEST_ENTRIES:
            omitted.extend(
                Omission(
                    "table of contents",
                    "prints headings that stand in the text",
                    line.page,
                    line.place,
                    " ".join(filter(None, (line.number, line.text))),
                )
                for line in run
            )
        else:
            kept.extend(run)
        run.clear()

    for block in blocks:
        line = isinstance(block, Paragraph) and not block.marked
        if isinstance(block, Paragraph) and line and _TO_A_PAGE.fullmatch(block.text):
            run.append(block)
        else:
            settle()
            kept.append(block)
    settle()
    return kept, omitted
