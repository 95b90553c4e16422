"""A text typed with an empty line between paragraphs, as a manuscript; and clauses as lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

from negotiator.documents.extract import Extract, Grain, Piece
from negotiator.documents.manuscript import Manuscript, Paragraph, Run, Wishes
from negotiator.documents.segmentation import segment


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(text),), place=str(n)) for n, text in enumerate(texts, 1))


def manuscript(text: str) -> Manuscript:
    return Manuscript("text", paragraphs(*re.split(r"\n\s*\n", text.strip())))


def cut(text: str, grain: Grain = Grain.PARAGRAPHS) -> Extract:
    return segment("draft.txt", manuscript(text), grain, Wishes())


def line(piece: Piece) -> str:
    parent = f" < {piece.parent}" if piece.parent else ""
    heading = f" [{piece.heading}]" if piece.heading else ""
    return f"{piece.id}{parent}: {piece.reference}{heading}: {piece.text!r}"


def lines(pieces: Iterable[Piece]) -> str:
    return "".join(f"{line(piece)}\n" for piece in pieces)
