"""Lining two files up without a database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic

from negotiator import __version__
from negotiator.documents.interchange.negotiation_file import NegotiationFile
from negotiator.documents.interchange.proposal_file import ProposalFile
from negotiator.documents.proposals import COMPROMISE
from negotiator.documents.reading import Instructions, read_document
from negotiator.engine.alignment import Alignment, Passage
from negotiator.engine.alignment.positions import align_positions
from negotiator.engine.changes import align_versions
from negotiator.engine.patience import Patience, endless
from negotiator.errors import Refused
from negotiator.model import COMPROMISE_TEXT, Version
from negotiator.render.alignment import Side, SideBySide
from negotiator.render.alignment.page import render
from negotiator.workbench.passages import passages


def align(
    left: Path,
    right: Path,
    instructions: Instructions,
    *,
    versions: bool,
    deadline: float | None = None,
    left_party: str = "",
    right_party: str = "",
) -> tuple[SideBySide, tuple[str, ...]]:
    """Return two files lined up, and what a person should look at in them.

    Args:
        left: one file; the older one of two versions.
        right: the other.
        instructions: how both are read.
        versions: they are two versions of one text, else texts of different parties.
        deadline: seconds that the alignment may take; None without limit.
        left_party: whose column of the left file to take; empty where it holds one text.
        right_party: whose column of the right file.

    Raises:
        Refused: saying file, place and what to do.
    """
    # Against nothing, everything stands alone: that is an answer.
    instructions = replace(instructions, may_be_empty=True)
    ours = _proposal(left, instructions, left_party, "--left")
    theirs = _proposal(right, instructions, right_party, "--right")
    sides = _side(ours), _side(theirs)
    patience = _until(deadline)
    if versions:
        found = align_versions(ours.clauses, theirs.clauses, patience=patience)
        whole = SideBySide(*sides, found.alignment, found.changes)
    else:
        aligned = align_positions(_passages(ours), _passages(theirs), patience=patience)
        whole = SideBySide(*sides, _with_headings(aligned, *sides))
    # One file may hold both texts; what is to be said of it is said once.
    warnings = dict.fromkeys(_warnings(((left, ours), (right, theirs)), whole))
    return whole, tuple(warnings)


def page(whole: SideBySide) -> str:
    """Return two texts side by side as one self-contained page."""
    return render(whole, program=__version__)


def _until(deadline: float | None) -> Patience:
    if deadline is None:
        return endless
    end = monotonic() + deadline
    return lambda: monotonic() >= end


def _proposal(path: Path, instructions: Instructions, party: str, option: str) -> ProposalFile:
    """Return the one text of a file, or the column of the party that is named.

    Raises:
        Refused: when it holds none, or several and none of them is chosen.
    """
    document = read_document(path, instructions)
    if isinstance(document, NegotiationFile):
        raise Refused(
            "this file holds a negotiation, not clauses",
            where=str(path),
            remedy="name a file with the clauses of one text",
        )
    held = {_owner(proposal.version): proposal for proposal in document}
    names = ", ".join(name for name in held if name)
    if not party and len(document) > 1:
        raise Refused(
            f"holds the texts of several parties: {names}",
            where=str(path),
            remedy=f"say which to take with {option} PARTY",
        )
    if party and party not in held:
        raise Refused(
            f"holds no text of {party}",
            where=str(path),
            remedy=f"it holds {names}" if names else f"leave {option} out: it names no party",
        )
    return held[party] if party else document[0]


def _owner(version: Version) -> str:
    return COMPROMISE if version.genre == COMPROMISE_TEXT else ", ".join(version.parties)


def _side(proposal: ProposalFile) -> Side:
    return Side(proposal.version, proposal.clauses, proposal.omitted)


def _passages(proposal: ProposalFile) -> tuple[Passage, ...]:
    topics = {id: reading.topics for id, reading in proposal.readings.items()}
    return tuple(passages(proposal.clauses, topics))


def _with_headings(aligned: Alignment, left: Side, right: Side) -> Alignment:
    """Return an alignment with the headings among what stands alone."""
    ours = {id for link in aligned.links for id in link.left}
    theirs = {id for link in aligned.links for id in link.right}
    return Alignment(
        aligned.links,
        tuple(clause.key for clause in left.clauses if clause.key not in ours),
        tuple(clause.key for clause in right.clauses if clause.key not in theirs),
        aligned.fallback,
    )


def _warnings(read: Sequence[tuple[Path, ProposalFile]], whole: SideBySide) -> Iterator[str]:
    for path, proposal in read:
        yield from (f"{path}: {warning}" for warning in proposal.warnings)
        if proposal.omitted:
            number = len(proposal.omitted)
            yield (
                f"{path}: {number} thing{'' if number == 1 else 's'} left out;"
                f" `negotiator read` lists {'it' if number == 1 else 'them'}"
            )
    if whole.alignment.fallback:
        yield f"the deadline was hit: {whole.alignment.fallback}"
