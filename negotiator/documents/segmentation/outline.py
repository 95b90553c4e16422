"""The paragraphs of a manuscript become a tree of units: annexes, chapters, articles, points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from negotiator.documents.manuscript import Paragraph, Role
from negotiator.documents.segmentation.headings import is_capitals, is_heading, is_short_line
from negotiator.documents.segmentation.labels import Label, label_of, ordinal_of
from negotiator.documents.segmentation.words import (
    CLOSINGS,
    FORMULAS,
    RANKS_OF_UNITS,
    Rank,
)
from negotiator.documents.tables import TablePieces

HEADINGS = (Role.HEADING, Role.TITLE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph within a unit.

    Args:
        paragraph: the paragraph.
        start: where its wording begins, behind the label.
        opening: brackets that stand before the label and belong to the wording.
    """

    paragraph: Paragraph
    start: int = 0
    opening: str = ""


@dataclass(slots=True)
class Unit:
    """A unit of the text with what stands in it, in order.

    Args:
        rank: how high it stands; None for the document itself.
        label: its label, None for the document and for a heading without one.
        level: the level of the heading that opens it; 0 when the file states none.
        heading: its heading.
        first: the paragraph that opens it.
        printed: the lines that print its label and heading, as they stand.
        items: its passages, the units in it, and tables that were read as clauses.
    """

    rank: Rank | None = None
    label: Label | None = None
    level: int = 0
    heading: str = ""
    first: Paragraph | None = None
    printed: list[str] = field(default_factory=list)
    items: list[Passage | Unit | TablePieces] = field(default_factory=list)

    @property
    def numbered(self) -> bool:
        """Tell whether it is a numbered paragraph or a point."""
        return self.rank in (Rank.PARAGRAPH, Rank.POINT)

    @property
    def eid(self) -> str:
        """Return the file's own name for it."""
        return self.first.eid if self.first else ""


def outline(blocks: Sequence[Paragraph | TablePieces]) -> Unit:
    """Return the document as a tree of units; every block stands in it exactly once."""
    outliner = _Outliner()
    for index, block in enumerate(blocks):
        if isinstance(block, TablePieces):
            outliner.table(block)
            continue
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        outliner.take(block, following if isinstance(following, Paragraph) else None)
    return outliner.root


class _Outliner:
    """Holds the units that are open, the document first."""

    def __init__(self) -> None:
        self.root = Unit()
        self.open = [self.root]

    def table(self, table: TablePieces) -> None:
        self._close(lambda unit: unit.numbered)
        self.open[-1].items.append(table)

    def take(self, paragraph: Paragraph, following: Paragraph | None) -> None:
        if paragraph.unit:
            self._stated(paragraph)
            return
        if not (paragraph.number or _wording(paragraph).strip() or paragraph.notes):
            return
        label = _label(paragraph)
        alternative = label is not None and label.rank is Rank.ALTERNATIVE
        if label is None or (alternative and self._within_text(paragraph, label)):
            self._unlabelled(paragraph, following)
        elif label.rank <= Rank.ALTERNATIVE:
            self._structural(paragraph, label, following)
        else:
            self._numbered(paragraph, label, following)

    def _stated(self, paragraph: Paragraph) -> None:
        """Place a paragraph whose unit and parent the file itself states."""
        while len(self.open) > 1 and self.open[-1].eid != paragraph.parent:
            self.open.pop()
        rank = RANKS_OF_UNITS.get(paragraph.unit)
        if rank is None:
            self.open[-1].items.append(Passage(paragraph))
            return
        printed = paragraph.number.strip()
        found = label_of(printed + " ") if printed else None
        label = Label(rank, printed, found.value if found else printed, paragraph.unit)
        heads = paragraph.role in HEADINGS
        heading = _wording(paragraph).strip() if heads else paragraph.heading
        lines = [" ".join(filter(None, (printed, heading)))]
        self._push(Unit(rank, label if printed else None, 0, heading, paragraph, lines))
        if paragraph.runs and not heads:
            self.open[-1].items.append(Passage(paragraph))

    def _within_text(self, paragraph: Paragraph, label: Label) -> bool:
        """Tell whether an alternative is part of a paragraph, not a unit of paragraphs."""
        before = next((unit for unit in self.open if unit.rank is Rank.ALTERNATIVE), None)
        goes_on = (
            before is not None
            and before.label is not None
            and before.label.ordinal + 1 == label.ordinal
        )
        return bool(_rest(paragraph, label)) and not goes_on

    def _structural(self, paragraph: Paragraph, label: Label, following: Paragraph | None) -> None:
        level = paragraph.level if paragraph.role in HEADINGS else 0
        # A heading without label of the same level ends here too.
        self._close(
            lambda unit: (
                unit.rank is not None
                and (
                    unit.rank >= label.rank
                    or (unit.label is None and bool(level) and unit.level >= level)
                )
            )
        )
        unit = self._push(Unit(label.rank, label, level, first=paragraph))
        unit.printed.append(_as_printed(paragraph))
        start = _start(paragraph, label)
        rest = _wording(paragraph)[start:]
        if not rest.strip():
            return
        short = is_short_line(rest) and following is not None and label.rank <= Rank.ARTICLE
        if not paragraph.marked and (paragraph.role in HEADINGS or short):
            # A bracket that closes behind the label is no part of the heading's words.
            unit.heading = rest.strip().removeprefix("]").strip()
        else:
            # That it is an option, and which, is part of what it says.
            option = label.rank is Rank.ALTERNATIVE and not paragraph.number
            start, opening = (0, "") if option else (start, label.opening)
            unit.items.append(Passage(paragraph, start, opening))
            unit.label = replace(label, opening="")
            unit.printed = [] if option else [label.printed]

    def _numbered(self, paragraph: Paragraph, label: Label, following: Paragraph | None) -> None:
        label = self._resolved(label)
        if self._heads_a_section(paragraph, label, following):
            rank = Rank.SECTION if label.style[0] in "AI" else Rank.ARTICLE
            self._structural(paragraph, replace(label, rank=rank), paragraph)
            return
        if label.rank is Rank.PARAGRAPH:
            # A recital holds no numbered paragraphs: the operative part has begun.
            self._close(lambda unit: unit.label is not None and unit.label.style == "Pp")
        numbered = [unit for unit in self.open if unit.numbered]
        same = next((unit for unit in numbered if _style(unit) == label.style), None)
        if same is not None:
            self._close(lambda unit: unit is same, upto=True)
        elif label.rank is Rank.PARAGRAPH and not self._within(label, numbered):
            self._close(lambda unit: unit.numbered)
        unit = self._push(Unit(label.rank, label, first=paragraph))
        # A number with nothing behind it is all that the paragraph says.
        start = _start(paragraph, label) if _rest(paragraph, label) else 0
        unit.items.append(Passage(paragraph, start, label.opening if start else ""))
        unit.label = replace(label, opening="")

    def _within(self, label: Label, numbered: Sequence[Unit]) -> bool:
        """Tell whether a numbered paragraph of a new style begins a list within the last one."""
        if not numbered:
            return False
        if "." in label.value:
            above = numbered[-1].label
            return above is not None and label.value.startswith(above.value + ".")
        return label.ordinal == 1

    def _resolved(self, label: Label) -> Label:
        """Tell roman numerals from letters by the list that they go on with."""
        if label.style[:1] not in ("a", "A") or not label.value:
            return label
        bare = label.value.split()[0].split("-")[0]
        roman = ordinal_of(bare, roman=True)
        if not roman:
            return label
        as_roman = replace(
            label, style=label.style.replace("a", "i").replace("A", "I"), ordinal=roman
        )
        for unit in reversed(self.open):
            if unit.label is None:
                continue
            for candidate in (as_roman, label):
                goes_on = unit.label.ordinal + 1 == candidate.ordinal
                if unit.label.style == candidate.style and goes_on:
                    return candidate
        styles = {_style(unit) for unit in self.open}
        starts = roman == 1 or len(bare) > 1 or as_roman.style in styles
        return as_roman if starts else label

    def _heads_a_section(
        self, paragraph: Paragraph, label: Label, following: Paragraph | None
    ) -> bool:
        """Tell whether a number heads a section, as in contracts: `1. DEFINITIONS`, then `1.1`."""
        if any(unit.rank is Rank.ARTICLE and not _is_section(unit) for unit in self.open):
            return False
        rest = _rest(paragraph, label)
        if not rest or not is_short_line(rest) or following is None:
            return False
        if paragraph.role in HEADINGS or is_capitals(rest):
            return True
        if label.style not in ("1.", "I.", "A."):
            return False
        after = _label(following)
        return (
            after is not None and label.style == "1." and after.value.startswith(label.value + ".")
        )

    def _unlabelled(self, paragraph: Paragraph, following: Paragraph | None) -> None:
        top = self.open[-1]
        text = _wording(paragraph).strip()
        waits = top.label is not None and not top.numbered and not top.heading and not top.items
        heads = not paragraph.marked and (is_heading(paragraph) or is_short_line(text))
        # A short line before the next article is what this article says, not its heading.
        alone = following is None or (top.rank is Rank.ARTICLE and _opens_a_unit(following))
        if waits and heads and not alone:
            top.heading = text
            top.printed.append(text)
        elif not paragraph.marked and is_heading(paragraph):
            self._heading(paragraph)
        else:
            self._body(paragraph)

    def _heading(self, paragraph: Paragraph) -> None:
        level = paragraph.level if paragraph.role in HEADINGS else 0
        article = next((unit for unit in self.open if unit.rank is Rank.ARTICLE), None)
        if article is not None and article.level and level > article.level:
            self._close(lambda unit: unit.numbered or unit.rank is Rank.ALTERNATIVE)
            rank = Rank.ALTERNATIVE
        else:
            self._close(
                lambda unit: (
                    unit.rank is not None
                    and (
                        unit.rank >= Rank.ARTICLE
                        or (
                            unit.label is None and not (level and unit.level and unit.level < level)
                        )
                        or (bool(unit.level and level) and unit.level >= level)
                    )
                )
            )
            rank = Rank.SUBSECTION
        text = _as_printed(paragraph)
        self._push(Unit(rank, None, level, text, paragraph, [text]))

    def _body(self, paragraph: Paragraph) -> None:
        if _begins_with(paragraph.text, CLOSINGS):
            self._close(lambda unit: unit.rank is not Rank.ANNEX)
        elif _begins_with(paragraph.text, FORMULAS):
            self._close(lambda unit: unit.rank is not None and unit.rank >= Rank.ARTICLE)
        elif self.open[-1].numbered:
            structured = any(
                unit.rank is not None and unit.rank in (Rank.ANNEX, Rank.ARTICLE, Rank.ALTERNATIVE)
                for unit in self.open
            )
            first = next((sign for sign in paragraph.text if sign.isalpha()), "")
            if structured or first.islower():
                # It goes on with the numbered paragraph, not with the last of its points.
                self._close(lambda unit: unit.rank is Rank.POINT)
            else:
                self._close(lambda unit: unit.numbered)
        self.open[-1].items.append(Passage(paragraph))

    def _push(self, unit: Unit) -> Unit:
        self.open[-1].items.append(unit)
        self.open.append(unit)
        return unit

    def _close(self, which: Callable[[Unit], bool], *, upto: bool = False) -> None:
        """Close the innermost units for which it holds; with `upto`, all up to the one."""
        if upto:
            while not which(self.open.pop()):
                pass
            return
        while len(self.open) > 1 and which(self.open[-1]):
            self.open.pop()


def _begins_with(text: str, formulas: Sequence[str]) -> bool:
    """Tell whether a text begins with one of some formulas, whatever its case."""
    return text[:80].lstrip(" [*\n").lower().startswith(tuple(formulas))


def _wording(paragraph: Paragraph) -> str:
    """Return the proposed wording, the base text where all of it is struck."""
    return paragraph.text if paragraph.text.strip() else paragraph.base


def _as_printed(paragraph: Paragraph) -> str:
    return " ".join(filter(None, (paragraph.number.strip(), _wording(paragraph).strip())))


def _label(paragraph: Paragraph) -> Label | None:
    number = paragraph.number.strip()
    if not number:
        return label_of(_wording(paragraph))
    found = label_of(number + " ") or label_of(number + ". ")
    if found is not None and found.end >= len(number):
        return replace(found, printed=number)
    return Label(Rank.PARAGRAPH, number, number.strip("().[] "), "as numbered")


def _start(paragraph: Paragraph, label: Label) -> int:
    """Return where the wording begins: behind the label, unless the label itself is changed."""
    if paragraph.number.strip():
        return 0
    printed = _wording(paragraph)[: label.end]
    kept = not paragraph.text.strip() or paragraph.base.startswith(printed)
    return label.end if kept else 0


def _rest(paragraph: Paragraph, label: Label) -> str:
    return _wording(paragraph)[_start(paragraph, label) :].strip()


def _style(unit: Unit) -> str:
    return unit.label.style if unit.label else ""


def _is_section(unit: Unit) -> bool:
    """Tell whether an article is a section that a bare number heads."""
    return unit.label is not None and unit.label.printed[:1].isdigit()


def _opens_a_unit(paragraph: Paragraph) -> bool:
    label = _label(paragraph)
    return label is not None and label.rank <= Rank.ARTICLE
