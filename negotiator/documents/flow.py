"""Wording that comes in pieces becomes the runs of one paragraph, its white space as shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from negotiator.documents.manuscript import Mark, Run

# What a browser runs together to one space (CSS Text, section 4.1.1); a no-break space is text.
WHITE = re.compile(r"[ \t\n\f\r]+")
BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


class Fate(StrEnum):
    """What the page does to a stretch of words, before it is known what its neighbours are."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    UNDERLINED = "underlined"


def collapsed(text: str) -> str:
    """Return a text as it is shown where white space does not count."""
    return WHITE.sub(" ", text).strip(" ")


class Flow:
    """The wording of one paragraph while it is being read."""

    def __init__(self) -> None:
        """Start without words."""
        self.pieces: list[tuple[str, Fate]] = []
        self.space: Fate | None = None
        self.fresh = True

    def __bool__(self) -> bool:
        """Tell whether there are any words."""
        return bool(self.pieces)

    def words(self, text: str, fate: Fate = Fate.KEPT, *, spaced: bool = False) -> None:
        """Add words; their white space is kept where `spaced`, run together elsewhere."""
        if not spaced:
            text = WHITE.sub(" ", text)
            if text.startswith(" "):
                text = text[1:]
                self.space = self.space or (None if self.fresh else fate)
            if not text:
                return
        if self.space is not None:
            self.pieces.append((" ", self.space))
            self.space = None
        if not spaced and text.endswith(" "):
            text, self.space = text[:-1], fate
        if text:
            self.pieces.append((text, fate))
            self.fresh = False

    def line_break(self, fate: Fate = Fate.KEPT) -> None:
        """Begin a new line in the same paragraph."""
        self.space, self.fresh = None, True
        if self.pieces:
            self.pieces.append(("\n", fate))

    def take(self) -> tuple[Run, ...]:
        """Return the runs of the paragraph and begin the next.

        Underlined wording is inserted wording where other wording of the same paragraph is struck
        out, and an emphasis elsewhere.
        """
        pieces, self.pieces = self.pieces, []
        self.space, self.fresh = None, True
        if all(fate is Fate.KEPT for _, fate in pieces):
            text = "".join(text for text, _ in pieces).strip(" \t\n")
            return (Run(text),) if text else ()
        struck = any(fate is Fate.DELETED and text.strip() for text, fate in pieces)
        under = Mark.INSERTED if struck else Mark.KEPT
        marks = {
            Fate.KEPT: Mark.KEPT,
            Fate.INSERTED: Mark.INSERTED,
            Fate.DELETED: Mark.DELETED,
            Fate.UNDERLINED: under,
        }
        return trimmed(joined((text, marks[fate]) for text, fate in pieces))


def joined(pieces: Iterable[tuple[str, Mark]]) -> list[Run]:
    """Return runs of which no two neighbours share a mark."""
    gathered: list[tuple[list[str], Mark]] = []
    for text, mark in pieces:
        if gathered and gathered[-1][1] is mark:
            gathered[-1][0].append(text)
        else:
            gathered.append(([text], mark))
    return [Run("".join(texts), mark) for texts, mark in gathered]


def trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Return runs without the line breaks and blanks around the whole."""
    worded = [index for index, run in enumerate(runs) if run.text.strip(" \t\n")]
    runs = runs[worded[0] : worded[-1] + 1] if worded else []
    if runs:
        # Indentation says nothing at the beginning of a paragraph.
        runs = [Run(runs[0].text.lstrip(" \t\n"), runs[0].mark), *runs[1:]]
        runs = [*runs[:-1], Run(runs[-1].text.rstrip(" \t\n"), runs[-1].mark)]
    return tuple(runs)


def split_at_blank_lines(runs: tuple[Run, ...]) -> list[tuple[int, tuple[Run, ...]]]:
    """Return the paragraphs of wording whose white space was kept, each with its line from 0."""
    parts: list[tuple[int, list[Run]]] = [(0, [])]
    line = 0
    for run in runs:
        at = 0
        for blank in BLANK_LINES.finditer(run.text):
            parts[-1][1].append(Run(run.text[at : blank.start()], run.mark))
            line += run.text.count("\n", at, blank.end())
            at = blank.end()
            parts.append((line, []))
        parts[-1][1].append(Run(run.text[at:], run.mark))
        line += run.text.count("\n", at)
    kept = ((line, trimmed([run for run in part if run.text])) for line, part in parts)
    return [(line, part) for line, part in kept if part]
