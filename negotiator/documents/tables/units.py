"""The provisions that one cell holds, and which of them stand against which in the next cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from negotiator.documents.tables.grid import Line
from negotiator.documents.tables.labels import label_of
from negotiator.documents.tables.likeness import alike
from negotiator.documents.tables.references import Citation
from negotiator.documents.tables.sections import SENTENCE_ENDS, Section
from negotiator.documents.tables.verdicts import is_deletion, is_ellipsis

# Two provisions alike by less than this are one in place of the other only if both bear its number.
ALIKE = 50.0
SAME_LABEL = 45.0
DELETED = 40.0
# A cell of more provisions than this is left in one piece.
MOST_UNITS = 120

_ROMAN = re.compile(r"[ivxl]{1,6}")


@dataclass(frozen=True, slots=True)
class Unit:
    """One provision of a cell.

    Args:
        lines: what it prints.
        chain: its numbers from the outermost to its own: `("2a", "i")`; empty without a number.
        citation: the reference that the cell prints above it.
    """

    lines: tuple[Line, ...]
    chain: tuple[str, ...] = ()
    citation: Citation | None = None

    @property
    def text(self) -> str:
        """Return the proposed wording."""
        return "\n".join(line.text for line in self.lines if line.text.strip()).strip()

    @property
    def base(self) -> str:
        """Return the wording that it changes."""
        return "\n".join(line.base for line in self.lines if line.base.strip()).strip()

    @property
    def full(self) -> str:
        """Return everything it prints."""
        return "\n".join(line.full for line in self.lines).strip()

    @property
    def marked(self) -> bool:
        """Tell whether any of its wording is inserted or deleted."""
        return any(line.marked for line in self.lines)


def units_of(sections: Sequence[Section], *, by_number: bool) -> list[Unit]:
    """Return the provisions that the sections of a cell hold.

    Args:
        sections: the lines of the cell.
        by_number: whether each numbered paragraph and point is a provision of its own; otherwise
            a section is one. Paragraphs without a number belong to the one before.
    """
    units: list[Unit] = []
    for section in sections:
        citation = section.citation
        if not by_number:
            units.append(Unit(section.lines, _own_chain(section.lines), citation))
            continue
        chain: tuple[str, ...] = ()
        held: list[Line] = []
        for line in section.lines:
            label = label_of(line.text) or label_of(line.base)
            alone = _stands_alone(line, held) or (len(held) == 1 and _stands_alone(held[0], ()))
            flush = not label and _is_flush(held, chain, line)
            if held and (label or alone or flush):
                units.append(Unit(tuple(held), chain, citation))
                held, citation = [], _inherited(citation)
            if label:
                chain = _below(chain, label)
            elif alone:
                chain = ()
            elif flush:
                chain = chain[:-1]
            held.append(line)
        if held or section.citation:
            units.append(Unit(tuple(held), chain, citation))
    return units


def _is_flush(held: Sequence[Line], chain: tuple[str, ...], line: Line) -> bool:
    """Tell whether a line without number, after the last point of a list, closes the paragraph."""
    ended = bool(held) and held[-1].full.rstrip().endswith((".", ";"))
    return len(chain) > 1 and ended and line.full.lstrip()[:1].isupper()


def _stands_alone(line: Line, before: Sequence[Line]) -> bool:
    # "… shall be / deleted" in two lines deletes nothing.
    ended = not before or before[-1].full.rstrip().endswith(SENTENCE_ENDS)
    return is_ellipsis(line.full) or (ended and is_deletion(line.text))


def _inherited(citation: Citation | None) -> Citation | None:
    return Citation(citation.reference) if citation else None


def _own_chain(lines: tuple[Line, ...]) -> tuple[str, ...]:
    labels = [label_of(line.text) or label_of(line.base) for line in lines]
    return (labels[0],) if labels and labels[0] and not any(labels[1:]) else ()


def _rank(label: str, chain: tuple[str, ...]) -> int:
    if label[0].isdigit():
        return 0
    last = chain[-1] if chain else ""
    roman = _ROMAN.fullmatch(label) is not None
    if roman and (len(label) > 1 or label == "i") and not (last == "h" and label == "i"):
        return 2
    if roman and chain and _ROMAN.fullmatch(last) and len(chain) > 1 and last not in ("c", "d"):
        return 2
    return 1


def _below(chain: tuple[str, ...], label: str) -> tuple[str, ...]:
    rank = _rank(label, chain)
    kept = [one for one in chain if _rank_of(one, chain) < rank]
    return (*kept, label)


def _rank_of(label: str, chain: tuple[str, ...]) -> int:
    before = chain[: chain.index(label)]
    return _rank(label, before)


def paired(base: Sequence[Unit], text: Sequence[Unit]) -> list[tuple[Unit | None, Unit | None]]:
    """Return the provisions of two cells side by side, in order, None where one has no like.

    The heaviest monotone matching (Needleman and Wunsch 1970): provisions that read alike, else
    those that bear the same number.
    """
    if len(base) == 1 and len(text) == 1:
        return [(base[0], text[0])]
    rows, columns = len(base) + 1, len(text) + 1
    best = [[0.0] * columns for _ in range(rows)]
    for i in range(rows - 2, -1, -1):
        for j in range(columns - 2, -1, -1):
            match = best[i + 1][j + 1] + _score(base[i], text[j])
            best[i][j] = max(match, best[i + 1][j], best[i][j + 1])
    return _traced(base, text, best)


def _traced(
    base: Sequence[Unit], text: Sequence[Unit], best: list[list[float]]
) -> list[tuple[Unit | None, Unit | None]]:
    pairs: list[tuple[Unit | None, Unit | None]] = []
    i = j = 0
    while i < len(base) or j < len(text):
        both = i < len(base) and j < len(text)
        score = _score(base[i], text[j]) if both else 0.0
        if both and score and best[i][j] == best[i + 1][j + 1] + score:
            pairs.append((base[i], text[j]))
            i, j = i + 1, j + 1
        elif i < len(base) and (j == len(text) or best[i][j] == best[i + 1][j]):
            pairs.append((base[i], None))
            i += 1
        else:
            pairs.append((None, text[j]))
            j += 1
    return pairs


def _score(base: Unit, text: Unit) -> float:
    if is_ellipsis(text.full):
        return 0.0
    if is_deletion(text.text):
        return DELETED
    score = alike(base.full, text.text or text.full)
    if score >= ALIKE:
        return score + (1.0 if base.chain == text.chain else 0.0)
    return SAME_LABEL if base.chain and base.chain == text.chain else 0.0
