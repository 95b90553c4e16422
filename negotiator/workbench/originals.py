"""The files that versions were added from, found again in folders and read once more."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

from negotiator.documents.extract import Extract
from negotiator.documents.interchange.negotiation_file import NegotiationFile
from negotiator.documents.manuscript import Progress, Wishes, unwatched
from negotiator.documents.reading import (
    AS_USUAL,
    INTERCHANGE,
    Instructions,
    extract_from,
    kind_of,
    read_bytes,
    read_document,
)
from negotiator.engine.gates import Original, absent
from negotiator.errors import Refused
from negotiator.model import Clause, Grain, Tracked, Version, Wording
from negotiator.workbench.intake import files_in

# How a file is read until its clauses are found: how it was read when it was added is not on
# record. The usual way comes first.
GRAINS = (Grain.PARAGRAPHS, Grain.ARTICLES, Grain.POINTS)
TRACKED = (Tracked.ACCEPTED, Tracked.REJECTED, Tracked.BOTH)


class Folders:
    """The files in some folders, found by the name and hash on record."""

    def __init__(self, folders: Sequence[Path], encoding: str, watch: Progress) -> None:
        """List the files; none is read yet.

        Args:
            folders: where to look, in them and in the folders in them.
            encoding: of text files that are not UTF-8; empty for none.
            watch: told how far the reading of a long file is.
        """
        self._files: dict[str, list[Path]] = {}
        for path in (path for folder in folders for path in files_in(folder)):
            self._files.setdefault(path.name, []).append(path)
        self._encoding = encoding
        self._watch = watch
        self._read: dict[tuple[Path, Grain, Tracked], tuple[str, ...]] = {}

    def original(self, version: Version, clauses: Sequence[Clause]) -> Original:
        """Return what the file of a version says, read until its clauses are found.

        Args:
            version: a version that was added from a file.
            clauses: its verbatim clauses.
        """
        none = Original(version.file_name)
        named = self._files.get(version.file_name, [])
        if not named:
            return replace(none, problem=f"no file {version.file_name} lies in the folders")
        try:
            for path in named:
                data = read_bytes(path)
                if hashlib.sha256(data).hexdigest() == version.file_sha256:
                    return self._read_until(none, path, data, clauses)
        except Refused as refused:
            return replace(none, problem=f"{version.file_name}: {refused.what}")
        what = (
            f"{version.file_name} in the folders is not the file that was added: its hash differs"
        )
        return replace(none, problem=what)

    def _read_until(
        self, none: Original, path: Path, data: bytes, clauses: Sequence[Clause]
    ) -> Original:
        kind = kind_of(path, data, AS_USUAL)
        if kind == INTERCHANGE:
            return replace(none, readings=(_described(path),), described=True)
        readings: list[tuple[str, ...]] = []
        for tracked, grain in product(TRACKED, GRAINS):
            texts = self._texts_of(path, data, kind, grain, tracked)
            if tracked is not TRACKED[0] and texts == readings[0]:
                # It holds no tracked changes: no other way of reading it is left.
                break
            readings.append(texts)
            if not absent(clauses, readings):
                break
        return replace(none, readings=tuple(readings))

    def _texts_of(
        self, path: Path, data: bytes, kind: str, grain: Grain, tracked: Tracked
    ) -> tuple[str, ...]:
        key = (path, grain, tracked)
        if key not in self._read:
            wishes = Wishes(tracked=tracked, encoding=self._encoding)
            how = Instructions(grain=grain, wishes=wishes, watch=self._watch)
            self._read[key] = tuple(_texts(extract_from(path, data, kind, how)))
        return self._read[key]


def originals(
    versions: Mapping[str, Version],
    clauses: Mapping[str, Sequence[Clause]],
    folders: Sequence[Path],
    encoding: str = "",
    watch: Progress = unwatched,
) -> dict[str, Original]:
    """Return what the files of versions say, by the id of the version.

    Args:
        versions: the versions that count, by id.
        clauses: the verbatim clauses of each that has any, by its id.
        folders: where the files lie.
        encoding: of text files that are not UTF-8; empty for none.
        watch: told how far the reading of a long file is.
    """
    lying = Folders(folders, encoding, watch)
    return {
        id: lying.original(versions[id], some)
        for id, some in clauses.items()
        if versions[id].file_name
    }


def _described(path: Path) -> tuple[str, ...]:
    """Give what a file in the interchange format quotes; its paraphrases are nobody's words."""
    document = read_document(path)
    if isinstance(document, NegotiationFile):
        return ()
    clauses = [one for proposal in document for one in proposal.clauses]
    verbatim = [one for one in clauses if one.wording is Wording.VERBATIM]
    return tuple(text for one in verbatim for text in (one.text, one.base_text) if text)


def _texts(found: Extract) -> Iterator[str]:
    """Give all that a document says: its clauses in order, and what is in none."""
    yield from (piece.text for piece in found.pieces)
    yield from (piece.base_text for piece in found.pieces if piece.base_text)
    yield from (piece.heading for piece in found.pieces)
    yield from (one.text for one in found.omitted)
