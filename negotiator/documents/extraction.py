"""From the bytes of a file to its clauses: the reader of its kind, then segmentation."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from negotiator.documents.characters import warnings_of
from negotiator.documents.extract import Extract, Grain
from negotiator.documents.manuscript import Manuscript, Progress, Wishes, unwatched
from negotiator.documents.segmentation import segment

# The module of each kind, imported when a file of that kind is read.
READERS = {
    "docx": "docx",
    "pdf": "pdf",
    "html": "html",
    "markdown": "markdown",
    "text": "plain",
    "xlsx": "xlsx",
    "csv": "csv",
    "akoma-ntoso": "akoma_ntoso",
}


def extract(
    file: str,
    data: bytes,
    kind: str,
    wishes: Wishes | None = None,
    grain: Grain = Grain.PARAGRAPHS,
    progress: Progress = unwatched,
) -> Extract:
    """Return the clauses of a document.

    Args:
        file: its name, for messages.
        data: its bytes.
        kind: one of `READERS`.
        wishes: how it should be read.
        grain: the unit that becomes one clause.
        progress: told how far the reading is.

    Raises:
        Refused: for what cannot be read, and for a document without text.
    """
    wishes = wishes or Wishes()
    manuscript = read(file, data, kind, wishes, progress)
    found = segment(file, manuscript, grain, wishes)
    return replace(found, warnings=(*found.warnings, *warnings_of(found.pieces)))


def read(
    file: str, data: bytes, kind: str, wishes: Wishes, progress: Progress = unwatched
) -> Manuscript:
    """Return a document's paragraphs and tables; arguments and errors as for `extract`."""
    reader = import_module(f"negotiator.documents.kinds.{READERS[kind]}")
    manuscript: Manuscript = reader.read(file, data, wishes, progress)
    return manuscript
