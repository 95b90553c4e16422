"""Amendments shown by the look of the words: struck through is deleted; underlined or bold may be
inserted.

Headings, labels and stressed words are underlined and bold too, so the rule is narrow:

1. What is struck through is deleted, always.
2. In a paragraph with struck-through wording (in a table: in a row), underlined words are
   inserted; where none are underlined, the bold ones are.
3. Words do not count that their paragraph's style underlines or sets in bold, nor links, nor
   headings, nor a wholly underlined or bold paragraph without struck-through wording of its own
   that does not end as a sentence does: that is a label.
4. A look of its own, a colour or a double underline, that rule 2 found once means the same in the
   whole document.

What the rule misses reads as kept: the proposed wording is right either way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from negotiator.documents.manuscript import Block, Mark, Paragraph, Role, Run, Table

# How sentences and the points of a list end; a colon ends a label.
ENDINGS = tuple('.;,!?。；，！？؛،؟”"»)’')
DOUBLE = "double"


@dataclass(frozen=True, slots=True)
class Dress:
    """The look of a run where it differs from its paragraph's.

    Args:
        struck: struck through.
        underline: the kind of underline, empty for none.
        bold: in bold.
        colour: the colour, empty for the automatic one or black.
    """

    struck: bool = False
    underline: str = ""
    bold: bool = False
    colour: str = ""

    @property
    def own(self) -> bool:
        """Tell whether it can hardly be anything but a notation."""
        return bool(self.colour) or self.underline == DOUBLE


@dataclass(frozen=True, slots=True)
class Dressed(Run):
    """A run with a look that may say something of its fate."""

    dress: Dress = Dress()


@dataclass(frozen=True, slots=True)
class Settled:
    """Blocks whose runs have their final marks.

    Args:
        blocks: the blocks, with plain runs.
        struck: in how many paragraphs wording is struck through.
        inserted: in how many paragraphs its look makes wording inserted.
    """

    blocks: tuple[Block, ...]
    struck: int
    inserted: int


def settle(blocks: Sequence[Block], dressed: bool = True) -> Settled:
    """Return blocks with plain runs, marked by what their look says.

    Args:
        blocks: the blocks, in order.
        dressed: whether they can hold dressed runs at all.
    """
    if not dressed:
        return Settled(tuple(blocks), 0, 0)
    if not any(_struck(paragraph) for paragraph in _paragraphs(blocks)):
        return Settled(tuple(_each(block, frozenset()) for block in blocks), 0, 0)
    known: set[Dress] = set()
    for scope in _scopes(blocks):
        known |= {dress for dress in _inserting(scope) if dress.own}
    settled = tuple(_settled(block, frozenset(known)) for block in blocks)
    before, after = list(_paragraphs(blocks)), list(_paragraphs(settled))
    inserted = sum(
        _count(new, Mark.INSERTED) > _count(old, Mark.INSERTED)
        for old, new in zip(before, after, strict=True)
    )
    return Settled(settled, sum(map(_struck, before)), inserted)


def _settled(block: Block, known: frozenset[Dress]) -> Block:
    if isinstance(block, Paragraph):
        return _marked(block, _inserting([block]) | known)
    rows = []
    for place, row in enumerate(block.rows):
        dresses = known
        if place >= block.headed:
            dresses = known | _inserting([one for cell in row for one in cell.paragraphs])
        cells = (
            replace(cell, paragraphs=tuple(_marked(one, dresses) for one in cell.paragraphs))
            for cell in row
        )
        rows.append(tuple(cells))
    return replace(block, rows=tuple(rows))


def _each(block: Block, dresses: frozenset[Dress]) -> Block:
    if isinstance(block, Paragraph):
        return _marked(block, dresses)
    if not any(isinstance(run, Dressed) for one in _paragraphs([block]) for run in one.runs):
        return block
    return _settled(block, dresses)


def _scopes(blocks: Iterable[Block]) -> Iterator[list[Paragraph]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield [block]
        else:
            for row in block.rows[block.headed :]:
                yield [paragraph for cell in row for paragraph in cell.paragraphs]


def _inserting(scope: Sequence[Paragraph]) -> frozenset[Dress]:
    """Return the dresses that mean inserted in a scope."""
    if not any(_struck(paragraph) for paragraph in scope):
        return frozenset()
    found = {
        run.dress for paragraph in scope if not _label(paragraph) for run in _candidates(paragraph)
    }
    underlined = frozenset(dress for dress in found if dress.underline)
    return underlined or frozenset(dress for dress in found if dress.bold)


def _candidates(paragraph: Paragraph) -> Iterator[Dressed]:
    if paragraph.role is Role.BODY:
        for run in paragraph.runs:
            if isinstance(run, Dressed) and not run.dress.struck and run.text.strip():
                yield run


def _label(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is underlined or bold as a whole and no sentence."""
    if _struck(paragraph):
        return False
    words = [run for run in paragraph.runs if run.text.strip()]
    whole = all(isinstance(run, Dressed) for run in words)
    return whole and not paragraph.text.rstrip().endswith(ENDINGS)


def _marked(paragraph: Paragraph, dresses: frozenset[Dress]) -> Paragraph:
    if not any(isinstance(run, Dressed) for run in paragraph.runs):
        return paragraph
    counts = paragraph.role is Role.BODY and bool(dresses) and not _label(paragraph)

    def mark_of(run: Run) -> Mark:
        known = counts and isinstance(run, Dressed) and run.dress in dresses
        return Mark.INSERTED if known and run.mark is Mark.KEPT else run.mark

    runs = tuple(
        Run("".join(run.text for run in group), mark)
        for mark, group in groupby(paragraph.runs, key=mark_of)
    )
    return replace(paragraph, runs=runs)


def _struck(paragraph: Paragraph) -> bool:
    return any(isinstance(run, Dressed) and run.dress.struck for run in paragraph.runs)


def _count(paragraph: Paragraph, mark: Mark) -> int:
    return sum(len(run.text) for run in paragraph.runs if run.mark is mark)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from cell.paragraphs
        else:
            yield block
