"""Adding documents: a new proposal, or a new version of one; and withdrawing one added in error."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from negotiator.documents import NegotiationFile, ProposalFile, read_document
from negotiator.engine.admission import Known, problems
from negotiator.engine.succession import (
    NO_PREDECESSOR,
    Predecessor,
    Succession,
    Tabled,
    succeed,
)
from negotiator.errors import Refused, Unknown
from negotiator.model import Answer, Authenticity, Reading, Version
from negotiator.store.archive import Archive
from negotiator.workbench.bench import Bench
from negotiator.workbench.setup import find, merge


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the command says about a document; it fills in what the document leaves open."""

    party: str = ""
    proposal: str = ""
    title: str = ""
    genre: str = ""
    issued: date | None = None
    received: date | None = None
    published: date | None = None
    addressees: tuple[str, ...] = ()
    authenticity: Authenticity | None = None


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
        warnings: what a person should look at.
    """

    file: str
    version: str = ""
    new: bool = False
    succession: Succession | None = None
    readings: tuple[str, ...] = ()
    setup: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def add(bench: Bench, paths: Sequence[Path], given: Particulars) -> tuple[Added, ...]:
    """Add files to the negotiation, in the order given: all of them, or none.

    Raises:
        Refused: when a file holds something wrong; the database is then as it was.
    """
    documents = [read_document(path) for path in paths]
    with bench.database.writing() as archive:
        return tuple(_add(bench, archive, document, given) for document in documents)


def _add(
    bench: Bench, archive: Archive, document: ProposalFile | NegotiationFile, given: Particulars
) -> Added:
    if isinstance(document, NegotiationFile):
        return Added(document.where.file, setup=merge(archive, document))
    version = _particulars(document, given)
    versions = archive.versions()
    again = _on_record(versions, version)
    if again is not None:
        return Added(document.where.file, again.id)
    version = _placed(document, given, version, versions)
    line = [other for other in versions if other.proposal == version.proposal]
    tabled = _tabled(document, version)
    _admit(archive, document, version, tabled, versions)
    _check_owner(document, version, versions)
    taken = archive.clause_owners()
    succession = succeed(
        tabled,
        proposal=version.proposal,
        number=version.number,
        predecessor=_predecessor(archive, line),
        taken=taken,
        by=bench.by,
        at=bench.at,
    )
    warnings = [*document.warnings, *_warnings(version, line, succession)]
    for source in document.sources:
        archive.add_source(source)
    same = archive.known_content(version, succession.clauses)
    if same is not None:
        readings = _append_readings(archive, succession, same) if same == line[-1].id else ()
        return Added(document.where.file, same, readings=readings, warnings=document.warnings)
    version = replace(version, recorded_by=version.recorded_by or bench.by, recorded_at=bench.at)
    archive.add_version(
        version,
        succession.clauses,
        succession.readings,
        succession.answers,
        succession.silences,
    )
    return Added(
        document.where.file,
        version.id,
        new=True,
        succession=succession,
        warnings=tuple(warnings),
    )


def _particulars(document: ProposalFile, given: Particulars) -> Version:
    """Fill in from the command what the document leaves open; they must not contradict."""
    version, where = document.version, document.where
    party = (given.party,) if given.party else ()
    for field, stated, said in (
        ("parties", version.parties, party),
        ("issued", version.issued, given.issued),
        ("received", version.received, given.received),
        ("published", version.published, given.published),
        ("authenticity", version.authenticity, given.authenticity),
    ):
        if stated and said and stated != said:
            raise Refused(
                f"the document says {_say(stated)}, the command says {_say(said)}",
                where=where.at(f"proposal.{field}"),
                remedy="leave the option out, or correct the document",
            )
    if not (version.parties or party):
        raise Refused(
            "the document does not say which party tabled it",
            where=where.file,
            remedy="name it with --party CODE",
        )
    return replace(
        version,
        parties=version.parties or party,
        title=given.title or version.title or Path(where.file).stem,
        genre=given.genre or version.genre,
        issued=version.issued or given.issued,
        received=version.received or given.received,
        published=version.published or given.published,
        addressees=version.addressees or given.addressees,
        authenticity=version.authenticity or given.authenticity,
    )


def _say(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _on_record(versions: Sequence[Version], version: Version) -> Version | None:
    """Return the version that the same file made for the same parties, if there is one."""
    for other in versions:
        same = other.file_sha256 == version.file_sha256 and other.parties == version.parties
        if same and other.withdrawn is None:
            return other
    return None


def _placed(
    document: ProposalFile, given: Particulars, version: Version, versions: Sequence[Version]
) -> Version:
    """Give the version its proposal and number.

    A key made from the title yields to another party's, so that no text ends up in somebody
    else's line.
    """
    if given.proposal and document.key and given.proposal != document.key:
        raise Refused(
            f"the document says {document.key}, the command says {given.proposal}",
            where=document.where.at("proposal.key"),
            remedy="leave --proposal out, or correct the document",
        )
    stated = given.proposal or document.key
    key = stated or slug(version.title)
    if not stated and _owner(key, versions) not in (None, version.parties):
        key = slug(f"{'-'.join(version.parties)}-{key}")
    number = 1 + max((v.number for v in versions if v.proposal == key), default=0)
    return replace(version, proposal=key, number=number)


def _owner(key: str, versions: Sequence[Version]) -> tuple[str, ...] | None:
    """Return the parties that tabled a proposal, None when nobody has."""
    return next((version.parties for version in versions if version.proposal == key), None)


def _check_owner(document: ProposalFile, version: Version, versions: Sequence[Version]) -> None:
    """Refuse a version of a proposal that other parties tabled."""
    owner = _owner(version.proposal, versions)
    if owner not in (None, version.parties):
        raise Refused(
            f"proposal “{version.proposal}” was tabled by {_say(owner)},"
            f" not by {_say(version.parties)}",
            where=document.where.at("proposal.key"),
            remedy="choose another key with --proposal",
        )


def slug(title: str) -> str:
    """Make a key out of a title: its first words, lower case, joined by hyphens."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", title).casefold())
    return "-".join(words[:6])[:60] or "proposal"


def _tabled(document: ProposalFile, version: Version) -> Tabled:
    """Attribute the silences that the document states to the party that tabled it."""
    silences = tuple(
        silence if silence.party else replace(silence, party=version.parties[0])
        for silence in document.silences
    )
    return Tabled(document.clauses, document.readings, document.answers, silences)


def _admit(
    archive: Archive,
    document: ProposalFile,
    version: Version,
    tabled: Tabled,
    versions: Sequence[Version],
) -> None:
    negotiation = archive.negotiation()
    sources = {source.id for source in (*negotiation.sources, *document.sources)}
    proposals = {other.proposal for other in versions}
    clauses = archive.clause_owners() if tabled.answers else {}
    found = problems(version, tabled, Known(negotiation, sources, clauses, proposals))
    if found:
        lines = [f"{document.where.at(p.field)}: {p.what}; {p.remedy}" for p in found[:20]]
        if len(found) > 20:
            lines.append(f"and {len(found) - 20} more of the kind")
        raise Unknown("\n".join(lines))


def _predecessor(archive: Archive, line: Sequence[Version]) -> Predecessor:
    if not line:
        return NO_PREDECESSOR
    last = max(
        (version for version in line if version.withdrawn is None),
        key=lambda version: version.number,
        default=line[-1],
    )
    clauses = archive.clauses(versions=[version.id for version in line])
    histories = archive.histories(versions=[version.id for version in line])
    before = {clause.key: clause for clause in clauses if clause.version == last.id}
    by_key: dict[str, list[Reading]] = {}
    for clause in clauses:
        by_key.setdefault(clause.key, []).extend(histories.get(clause.address, ()))
    answers: dict[str, list[Answer]] = {}
    for answer in archive.answers({clause.id for clause in before.values()}):
        if answer.version == last.id:
            answers.setdefault(answer.clause, []).append(answer)
    return Predecessor(before, by_key, answers, {clause.key: clause.id for clause in clauses})


def _warnings(version: Version, line: Sequence[Version], succession: Succession) -> tuple[str, ...]:
    found: list[str] = []
    if version.issued is None:
        found.append(f"{version.id}: date not stated; it counts as of any day (--date states it)")
    dated = [other for other in line if other.issued is not None]
    if version.issued and dated and version.issued < (dated[-1].issued or version.issued):
        found.append(
            f"{version.id} was issued on {version.issued}, before {dated[-1].id}"
            f" of {dated[-1].issued}; the later date stays in force"
        )
    if succession.renamed:
        key, final = next(iter(succession.renamed.items()))
        found.append(
            f"{version.id}: clause ids are taken by another proposal;"
            f" its clauses are called {final} and so on, not {key}"
        )
    if succession.drafts:
        found.append(
            f"{version.id}: the reading of {_few(succession.drafts)} was carried over"
            " to wording that differs; look at it with `negotiator show`"
        )
    if succession.replaced:
        found.append(
            f"{version.id}: the document's reading of {_few(succession.replaced)}"
            " replaces one made since"
        )
    unread = [c.id for c in succession.clauses if c.address not in succession.readings]
    if unread:
        found.append(
            f"{version.id}: {_few(unread)} carr{'ies' if len(unread) == 1 else 'y'} no reading;"
            " file with `negotiator clause set`"
        )
    return tuple(found)


def _few(ids: Sequence[str]) -> str:
    if len(ids) <= 4:
        return ", ".join(ids)
    return f"{', '.join(ids[:3])} and {len(ids) - 3} more clauses"


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


def withdraw(bench: Bench, version_id: str, *, reason: str) -> Version:
    """Withdraw a version added by mistake: it is kept, shown as withdrawn, and counts no more.

    Raises:
        Unknown: when there is no such version.
        Refused: when it was withdrawn before.
    """
    with bench.database.writing() as archive:
        versions = {version.id: version for version in archive.versions()}
        version = find("version", version_id, versions)
        if version.withdrawn is not None:
            raise Refused(f"{version_id} was withdrawn by {version.withdrawn.by} already")
        archive.append_decision(
            "version",
            version_id,
            {"state": "withdrawn", "reason": reason},
            by=bench.by,
            at=bench.at,
        )
    return version
