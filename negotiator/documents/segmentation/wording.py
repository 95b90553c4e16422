"""Passages become the wording of a clause: what is proposed, and what it changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from negotiator.documents.segmentation.outline import Passage


@dataclass(frozen=True, slots=True)
class Worded:
    """The wording of some passages.

    Args:
        text: the proposed wording, one line for each passage.
        base: the wording that it changes; None where nothing is marked as changed.
    """

    text: str
    base: str | None

    @property
    def change(self) -> str:
        """Return the change symbol of the International Telecommunication Union."""
        if self.base is None:
            return ""
        if not self.text.strip():
            return "SUP"
        return "MOD" if self.base.strip() else "ADD"


@dataclass(frozen=True, slots=True)
class Line:
    """A passage with the label that is printed before it within the clause."""

    passage: Passage
    label: str = ""


def worded(lines: Iterable[Line]) -> Worded:
    """Return the wording of the lines of a clause, joined by line ends."""
    texts: list[str] = []
    bases: list[str] = []
    marked = False
    for line in lines:
        passage = line.passage
        paragraph = passage.paragraph
        marked = marked or paragraph.marked
        proposed, base = paragraph.text, paragraph.base
        if proposed.strip():
            texts.append(_labelled(line, proposed[passage.start :]))
        if base.strip():
            bases.append(_labelled(line, base[passage.start :]))
    return Worded("\n".join(texts), "\n".join(bases) if marked else None)


def _labelled(line: Line, rest: str) -> str:
    rest = line.passage.opening + rest.strip() if not line.label else rest.strip()
    if not line.label:
        return rest
    label = line.passage.opening + line.label
    return f"{label} {rest}" if rest else label
