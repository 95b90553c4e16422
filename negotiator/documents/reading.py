"""Opens a file, recognises what it is by its content, and reads it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from negotiator.documents.extract import Extract, Grain
from negotiator.documents.interchange import reading as interchange
from negotiator.documents.interchange.negotiation_file import NegotiationFile
from negotiator.documents.interchange.proposal_file import ProposalFile
from negotiator.documents.manuscript import Wishes, unwatched
from negotiator.documents.proposals import proposals
from negotiator.errors import Refused
from negotiator.model import Version

LARGEST = 64 * 1024 * 1024
INTERCHANGE = "interchange"


@dataclass(frozen=True, slots=True)
class Instructions:
    """How a file should be read, where the user has a say in it.

    Args:
        kind: what kind of document it is; empty to recognise it by its content.
        grain: the unit that becomes one clause.
        wishes: what becomes of tracked changes, and what columns and language are.
        time_limit: seconds after which the reading is given up; None for the usual limits.
        watch: told how far the reading of a long document is.
        may_be_empty: whether a file that states no clauses will do.
    """

    kind: str = ""
    grain: Grain = Grain.PARAGRAPHS
    wishes: Wishes = field(default_factory=Wishes)
    time_limit: float | None = None
    watch: Callable[[int, int], None] = unwatched
    may_be_empty: bool = False


AS_USUAL = Instructions()


def read_document(
    path: Path, instructions: Instructions = AS_USUAL
) -> NegotiationFile | tuple[ProposalFile, ...]:
    """Read a file of any supported kind.

    A table with a column for each party holds a proposal of each; every other document holds one.

    Raises:
        Refused: saying file, place and what to do.
    """
    data = read_bytes(path)
    version = Version(
        "",
        0,
        "",
        (),
        file_name=path.name,
        file_sha256=hashlib.sha256(data).hexdigest(),
        file_size=len(data),
    )
    kind = kind_of(path, data, instructions)
    if kind == INTERCHANGE:
        document = interchange.read(str(path), data, may_be_empty=instructions.may_be_empty)
        if isinstance(document, NegotiationFile):
            return document
        return (document.of_file(version),)
    return proposals(str(path), extract_from(path, data, kind, instructions), version)


def kind_of(path: Path, data: bytes, instructions: Instructions) -> str:
    """Return what kind of document a file is.

    Raises:
        Refused: when it is none that is read, or its name says another.
    """
    from negotiator.documents.recognition import recognise

    return recognise(str(path), data, instructions.kind)


def extract_from(path: Path, data: bytes, kind: str, instructions: Instructions) -> Extract:
    """Return the clauses of a document that is not in the product's own format.

    It is read in a child process with limits: such files come from others.

    Raises:
        Refused: for what cannot be read.
    """
    from negotiator.documents.sandbox import read_safely

    return read_safely(
        str(path),
        data,
        kind,
        instructions.wishes,
        instructions.grain,
        time_limit=instructions.time_limit,
        watch=instructions.watch,
    )


def read_bytes(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        Refused: when it cannot be read, is too large, or empty.
    """
    try:
        if path.stat().st_size > LARGEST:
            size = LARGEST // 1024 // 1024
            raise Refused(f"is larger than {size} MiB", where=str(path), remedy="split it")
        raw = path.read_bytes()
    except OSError as error:
        raise Refused(
            f"cannot read the file: {error.strerror}", where=str(path), remedy="check its name"
        ) from None
    if not raw.strip():
        raise Refused("the file is empty", where=str(path), remedy="see docs/formats.md")
    return raw
