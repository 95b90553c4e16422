"""Paragraphs around a table that belong to it: its reference above, its justification below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from negotiator.documents.manuscript import Block, Omission, Paragraph, Role, Table
from negotiator.documents.tables.fields import Field
from negotiator.documents.tables.grid import Line, lines_of
from negotiator.documents.tables.labelled import is_heading_like
from negotiator.documents.tables.references import citation_of, is_opening
from negotiator.documents.tables.sections import after_label, label_field

# A reference stands at most this many paragraphs above its table.
FARTHEST = 3
MOST_OPENING = 6


@dataclass(slots=True)
class Opening:
    """What stands above a table.

    Args:
        reference: the provision that it names; empty when it names none.
        heading: that provision's title.
        new: whether the provision does not exist in the base text.
        taken: how many blocks just above belong to the table alone.
        omitted: what of them is in no clause.
    """

    reference: str = ""
    heading: str = ""
    new: bool = False
    taken: int = 0
    omitted: list[Omission] = field(default_factory=list)


def opening_of(blocks: Sequence[Block | object]) -> Opening:
    """Return what the blocks above a table say of it.

    Lines that only name a provision or number an amendment belong to the table, so they are taken;
    a reference farther above still tells what the table is about, and stays where it is.
    """
    opening = Opening()
    for block in reversed(blocks[-MOST_OPENING:]):
        line = _single(block)
        if line is None and not _blank(block):
            break
        if line is not None and not _take(opening, line, block):
            break
        opening.taken += 1
    while opening.taken and _blank(blocks[-opening.taken]):
        opening.taken -= 1
    if not opening.reference:
        _look_farther(opening, blocks[: len(blocks) - opening.taken])
    return opening


def _take(opening: Opening, line: Line, block: Block | object) -> bool:
    text = line.full
    cited = citation_of(text)
    if is_opening(text) or label_field(text) in (Field.TEXT, Field.BASE):
        opening.omitted.insert(0, _omission(line, "amendment number", "numbers the proposal", text))
        return True
    if cited is None or opening.reference or line.marked:
        return False
    if isinstance(block, Paragraph) and block.role is not Role.BODY and cited.title:
        return False
    opening.reference, opening.heading, opening.new = cited.reference, cited.title, cited.new
    if cited.before:
        number = _omission(line, "amendment number", "numbers the proposal", cited.before)
        opening.omitted.insert(0, number)
    return True


def _look_farther(opening: Opening, blocks: Sequence[Block | object]) -> None:
    for block in reversed(blocks[-FARTHEST:]):
        if not isinstance(block, Paragraph):
            return
        lines = lines_of((block,))
        cited = citation_of(lines[0].full) if lines else None
        if cited is None and len(lines) == 1:
            inline = lines[0].full.partition(":")
            cited = citation_of(inline[0]) if not inline[2].strip() else None
        if cited:
            opening.reference, opening.new = cited.reference, cited.new
            opening.heading = cited.title
            return


@dataclass(slots=True)
class Closing:
    """What stands under a table: the reasons for its last amendment.

    Args:
        reasons: line by line.
        taken: how many blocks just below they take.
        omitted: what of them is in no clause.
        notes: the ids of the footnotes they cite.
    """

    reasons: list[str] = field(default_factory=list)
    taken: int = 0
    omitted: list[Omission] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def closing_of(blocks: Sequence[Block]) -> Closing:
    """Return the justification that the blocks under a table give for it.

    It begins with a label, `Justification` or `Reasons:`, and goes on to the next heading,
    amendment, reference or table.
    """
    closing = Closing()
    start = next((i for i, block in enumerate(blocks) if not _blank(block)), None)
    first = _single(blocks[start]) if start is not None else None
    if start is None or first is None:
        return closing
    inline = after_label(first)
    if inline is not None and inline[0] is Field.JUSTIFICATION:
        closing.reasons.append(inline[1].full.strip())
        label = first.full[: len(first.full) - len(inline[1].full)]
    elif label_field(first.full) is Field.JUSTIFICATION:
        label = first.full
    else:
        return closing
    closing.omitted.append(_omission(first, "table heading", "says what follows", label))
    closing.taken = start + 1
    _go_on(closing, blocks)
    return closing


def _go_on(closing: Closing, blocks: Sequence[Block]) -> None:
    end = closing.taken
    reasons: list[list[str]] = []
    while end < len(blocks):
        block = blocks[end]
        if isinstance(block, Table) or block.role is not Role.BODY or _opens(block):
            break
        lines = lines_of((block,))
        heading = (
            len(lines) == 1 and is_heading_like(lines[0]) and not block.number and not block.level
        )
        if heading and (reasons or closing.reasons):
            break
        reasons.append([line.full.strip() for line in lines])
        closing.notes += block.notes
        end += 1
    closing.reasons += [line for lines in reasons for line in lines]
    closing.taken = end


def _opens(block: Paragraph) -> bool:
    line = _single(block)
    return line is not None and (
        is_opening(line.full)
        or citation_of(line.full) is not None
        or label_field(line.full) is not None
    )


def _single(block: Block | object) -> Line | None:
    if not isinstance(block, Paragraph):
        return None
    lines = lines_of((block,))
    return lines[0] if len(lines) == 1 else None


def _blank(block: Block | object) -> bool:
    return isinstance(block, Paragraph) and not lines_of((block,))


def _omission(line: Line, what: str, reason: str, text: str) -> Omission:
    return Omission(what, reason, line.paragraph.page, line.paragraph.place, text.strip())
