"""Amendments printed without a table: a provision with struck and new wording, then the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from negotiator.documents.manuscript import Block, Paragraph, Role
from negotiator.documents.tables.fields import Field
from negotiator.documents.tables.grid import Line, lines_of
from negotiator.documents.tables.labelled import Labelled, is_heading_like
from negotiator.documents.tables.labels import label_of
from negotiator.documents.tables.references import citation_of, is_opening
from negotiator.documents.tables.sections import (
    SENTENCE_ENDS,
    after_citation,
    after_label,
    label_field,
)
from negotiator.documents.tables.verdicts import is_deletion

# A paper that gives reasons this often proposes amendments; a redline of a treaty gives none.
REASONS = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive paragraphs that propose amendments: the first and the one after the last.

    Args:
        start: of the passage.
        end: the block after it.
        marked: whether wording in it is struck or inserted, so that what is not is unchanged.
    """

    start: int
    end: int
    marked: bool


def argues(blocks: Sequence[Block]) -> bool:
    """Tell whether a document gives reasons for amendments outside its tables."""
    labels = [_label(block) for block in blocks if isinstance(block, Paragraph)]
    both = Field.BASE in labels and Field.TEXT in labels
    return labels.count(Field.JUSTIFICATION) >= REASONS or both


def passage_at(blocks: Sequence[Block], start: int) -> Passage | None:
    """Return the passage of amendments that begins at a block, None when none does.

    It begins with a line that names a provision, numbers an amendment or labels the base text, and
    holds struck or inserted wording, a word for deletion, both texts under their labels, or
    reasons.
    """
    first = blocks[start]
    if not isinstance(first, Paragraph) or not _begins(first):
        return None
    end = start + 1
    labels: set[Field | None] = {_label(first)}
    opening = True
    while end < len(blocks):
        block = blocks[end]
        if not isinstance(block, Paragraph):
            break
        label = _label(block)
        # "Amendment" opens another one, unless it stands under the base text.
        answering = label is Field.TEXT and Field.BASE in labels and Field.TEXT not in labels
        begins = _begins(block) and not answering
        # The lines that open a passage may be several: amendment, proposal, article, label.
        if (begins and not opening and (label is not Field.BASE or Field.BASE in labels)) or (
            Field.JUSTIFICATION in labels and _ends(block)
        ):
            break
        opening = opening and begins
        labels.add(label)
        end += 1
    reasons = Field.JUSTIFICATION in labels
    if not reasons:
        end = _without_prose(blocks, start, end)
    held = _paragraphs(blocks, start, end)
    marked = any(line.marked for one in held for line in lines_of((one,)))
    deleted = any(is_deletion(one.text) for one in held)
    if marked or deleted or reasons or {Field.BASE, Field.TEXT} <= labels:
        return Passage(start, end, marked)
    return None


def read_passage(blocks: Sequence[Block], passage: Passage, labelled: Labelled) -> None:
    """Read a passage of amendments."""
    labelled.reprinted = passage.marked
    for paragraph in _paragraphs(blocks, passage.start, passage.end):
        labelled.feed(lines_of((paragraph,)), headings=False)
    labelled.close()
    labelled.drop()
    labelled.reprinted = False


def _paragraphs(blocks: Sequence[Block], start: int, end: int) -> list[Paragraph]:
    return [block for block in blocks[start:end] if isinstance(block, Paragraph)]


def _single(paragraph: Paragraph) -> Line | None:
    lines = lines_of((paragraph,))
    return lines[0] if len(lines) == 1 else None


def _label(paragraph: Paragraph) -> Field | None:
    lines = lines_of((paragraph,))
    if not lines:
        return None
    inline = after_label(lines[0])
    return inline[0] if inline else label_field(lines[0].full)


def _begins(paragraph: Paragraph) -> bool:
    line = _single(paragraph)
    if line is None or line.struck.strip():
        return False
    text = line.full
    named = citation_of(text) is not None or after_citation(line) is not None
    return named or is_opening(text) or label_field(text) is Field.BASE


def _ends(paragraph: Paragraph) -> bool:
    line = _single(paragraph)
    if line is None:
        return False
    headed = paragraph.role is not Role.BODY and label_field(line.full) is None
    return headed and is_heading_like(line)


def _ended(text: str) -> bool:
    return text.rstrip().endswith(SENTENCE_ENDS)


def _without_prose(blocks: Sequence[Block], start: int, end: int) -> int:
    """Return where a passage without reasons ends: what follows its last wording is prose."""
    held = _paragraphs(blocks, start, end)
    last = 0
    goes_on = False
    for i, paragraph in enumerate(held):
        lines = lines_of((paragraph,))
        wording = any(line.marked or label_of(line.text) for line in lines)
        if wording or goes_on or is_deletion(paragraph.text) or _label(paragraph):
            last = i
        # After a label comes wording, and a sentence that has not ended goes on.
        labelled = bool(lines) and label_field(lines[0].full) in (Field.BASE, Field.TEXT)
        goes_on = labelled or (last == i and bool(lines) and not _ended(lines[-1].full))
    return start + last + 1
