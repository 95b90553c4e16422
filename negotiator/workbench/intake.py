"""Adding documents: a new proposal, or a new version of one; a file or a folder of files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from negotiator.documents.interchange.negotiation_file import NegotiationFile
from negotiator.documents.interchange.proposal_file import ProposalFile
from negotiator.documents.reading import AS_USUAL, INTERCHANGE, Instructions, read_document
from negotiator.engine.admission import Known, problems
from negotiator.engine.succession import Succession, Tabled, succeed
from negotiator.errors import NegotiatorError, Refused, Unknown
from negotiator.model import Clause, Reading, Version
from negotiator.store.archive import Archive
from negotiator.visible import is_text, spelt
from negotiator.workbench.bench import Bench
from negotiator.workbench.lining_up import line_up
from negotiator.workbench.machine import with_drafts
from negotiator.workbench.news import news
from negotiator.workbench.notices import notices
from negotiator.workbench.particulars import (
    Particulars,
    check_owner,
    elsewhere,
    filled_in,
    on_record,
    placed,
    unheard,
)
from negotiator.workbench.predecessors import predecessor
from negotiator.workbench.setup import merge


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file.

    Args:
        file: its name.
        version: the version made or found; empty for a negotiation file.
        new: whether a version was recorded.
        succession: what became of its clauses; None when no version was recorded.
        readings: ids of clauses whose reading was appended to a version already on record.
        setup: what a negotiation file added.
        omitted: how many things of the document are in no clause.
        warnings: what a person should look at.
        news: which issues it touches, and which reviews are stale now.
    """

    file: str
    version: str = ""
    new: bool = False
    succession: Succession | None = None
    readings: tuple[str, ...] = ()
    setup: tuple[str, ...] = ()
    omitted: int = 0
    warnings: tuple[str, ...] = ()
    news: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file of a folder.

    Args:
        file: its path.
        added: what was added; empty when the file was refused.
        refusal: why it was refused; None when it was not.
    """

    file: Path
    added: tuple[Added, ...] = ()
    refusal: NegotiatorError | None = None


def add(
    bench: Bench, paths: Sequence[Path], given: Particulars, instructions: Instructions = AS_USUAL
) -> tuple[Added, ...]:
    """Add files to the negotiation, in the order given: all of them, or none.

    Documents that come together may answer each other, whichever comes first.

    Raises:
        Refused: when a file holds something wrong; the database is then as it was.
    """
    for path in paths:
        _check_name(path)
    documents = [read_document(path, instructions) for path in paths]
    coming = {
        clause.id: proposal.key
        for document in documents
        if not isinstance(document, NegotiationFile)
        for proposal in document
        if proposal.key
        for clause in proposal.clauses
    }
    with bench.database.writing() as archive:
        return tuple(
            added
            for document in documents
            for added in _add(bench, archive, document, given, coming)
        )


def add_folder(
    bench: Bench, folder: Path, given: Particulars, instructions: Instructions = AS_USUAL
) -> Iterator[Outcome]:
    """Add the files of a folder one by one, in the order of their names; a refusal stops none.

    What is on record already is passed over, so that a run that was broken off is resumed by the
    same call. Hidden files are not looked at.

    Raises:
        Refused: when the folder holds no file.
    """
    paths = files_in(folder)
    if not paths:
        raise Refused("the folder holds no file", where=str(folder), remedy="check its name")
    for path in paths:
        try:
            yield Outcome(path, add(bench, [path], given, instructions))
        except Refused as refusal:
            yield Outcome(path, refusal=refusal)


def _check_name(path: Path) -> None:
    """Refuse a file whose name cannot be recorded."""
    name = str(path)
    if not is_text(name):
        raise Refused("the name is not UTF-8", where=spelt(name), remedy="rename the file")


def files_in(folder: Path) -> list[Path]:
    """Return the files in a folder and its folders, in the order of their names."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _add(
    bench: Bench,
    archive: Archive,
    document: NegotiationFile | tuple[ProposalFile, ...],
    given: Particulars,
    coming: Mapping[str, str],
) -> Iterator[Added]:
    if isinstance(document, NegotiationFile):
        yield Added(document.where.file, setup=merge(archive, document))
        return
    for proposal in document:
        yield _add_proposal(bench, archive, proposal, given, coming)


def _add_proposal(
    bench: Bench,
    archive: Archive,
    document: ProposalFile,
    given: Particulars,
    coming: Mapping[str, str],
) -> Added:
    version = filled_in(document, given)
    versions = archive.versions()
    again = on_record(versions, version)
    if again is not None:
        return Added(
            document.where.file, again.id, warnings=unheard(given, again, document.where.file)
        )
    version = placed(document, given, version, versions)
    line = [other for other in versions if other.proposal == version.proposal]
    tabled = _tabled(document, version)
    _admit(archive, document, version, tabled, versions, coming)
    check_owner(document, version, versions)
    succession = succeed(
        tabled,
        proposal=version.proposal,
        number=version.number,
        predecessor=predecessor(archive, line, versions),
        taken=archive.clause_owners(),
        by=bench.by,
        at=bench.at,
    )
    for source in document.sources:
        archive.add_source(source)
    same = archive.known_content(version, succession.clauses)
    if same is not None:
        readings = _append_readings(archive, succession, same) if same == line[-1].id else ()
        return Added(document.where.file, same, readings=readings, warnings=document.warnings)
    version = replace(version, recorded_by=version.recorded_by or bench.by, recorded_at=bench.at)
    comments = _by_final_key(document, succession)
    drafted = with_drafts(archive, succession, version.parties, comments, bench.at)
    archive.add_version(
        version,
        succession.clauses,
        drafted.readings,
        succession.answers,
        succession.silences,
        document.omitted,
    )
    line_up(archive, version.proposal)
    return Added(
        document.where.file,
        version.id,
        new=True,
        succession=succession,
        omitted=len(document.omitted),
        warnings=(
            *document.warnings,
            *elsewhere(versions, version, document.where.file),
            *(_by_title(version, line) if not (given.proposal or document.key) else ()),
            *notices(version, line, drafted, _answered(archive, document)),
        ),
        news=news(archive, version, line),
    )


def _answered(archive: Archive, document: ProposalFile) -> tuple[Clause, ...]:
    """Return every wording of the clauses that a document says it answers."""
    ids = {answer.to_clause for answer in document.answers if answer.to_clause}
    return archive.clauses(ids=ids) if ids else ()


def _by_title(version: Version, line: Sequence[Version]) -> tuple[str, ...]:
    """Return a warning where a title alone made a document the next version of a proposal."""
    if not line:
        return ()
    return (
        f"{version.id}: taken for the next version of {line[-1].id} by its title;"
        " if it is another paper, withdraw it and add it with --proposal KEY",
    )


def _tabled(document: ProposalFile, version: Version) -> Tabled:
    """Attribute the silences that the document states to the party that tabled it."""
    silences = tuple(
        silence if silence.party else replace(silence, party=version.parties[0])
        for silence in document.silences
    )
    return Tabled(
        document.clauses,
        document.readings,
        document.answers,
        silences,
        ids_stated=document.kind == INTERCHANGE,
    )


def _by_final_key(document: ProposalFile, succession: Succession) -> dict[str, str]:
    """Return what stands in the margin of clauses by the keys that these have in the proposal."""
    pairs = zip(document.clauses, succession.clauses, strict=True)
    return {
        final.key: document.comments[own.key]
        for own, final in pairs
        if own.key in document.comments
    }


def _admit(
    archive: Archive,
    document: ProposalFile,
    version: Version,
    tabled: Tabled,
    versions: Sequence[Version],
    coming: Mapping[str, str],
) -> None:
    negotiation = archive.negotiation()
    sources = {source.id for source in (*negotiation.sources, *document.sources)}
    proposals = {*(other.proposal for other in versions), *coming.values()}
    clauses = {**coming, **archive.clause_owners()} if tabled.answers else {}
    found = problems(version, tabled, Known(negotiation, sources, clauses, proposals))
    if found:
        lines = [f"{document.where.at(p.field)}: {p.what}; {p.remedy}" for p in found[:20]]
        if len(found) > 20:
            lines.append(f"and {len(found) - 20} more of the kind")
        raise Unknown("\n".join(lines))


def _append_readings(archive: Archive, succession: Succession, version: str) -> tuple[str, ...]:
    """Append the readings that a document with a text on record states anew."""
    clauses = archive.clauses(versions=[version])
    have = archive.readings(versions=[version])
    stated = {clause.id: succession.readings.get(clause.address) for clause in succession.clauses}
    changed: list[str] = []
    for clause in clauses:
        reading = stated.get(clause.id)
        old = have.get(clause.address)
        if reading and (old is None or _unsigned(reading) != _unsigned(old)):
            archive.append_reading(clause, reading)
            changed.append(clause.id)
    return tuple(changed)


def _unsigned(reading: Reading) -> Reading:
    return replace(reading, by="", at="")
