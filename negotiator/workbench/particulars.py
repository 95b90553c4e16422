"""What is known of a document beside its text: who tabled it, when, and as which version."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from negotiator.documents.interchange.proposal_file import ProposalFile
from negotiator.errors import Refused
from negotiator.model import COMPROMISE_TEXT, Authenticity, Version


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


def filled_in(document: ProposalFile, given: Particulars) -> Version:
    """Fill in from the command what the document leaves open; they must not contradict."""
    version, where = document.version, document.where
    # A bridging text is nobody's own.
    owned = (given.genre or version.genre) != COMPROMISE_TEXT
    party = (given.party,) if given.party and owned else ()
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
    if owned and not (version.parties or party):
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


def on_record(versions: Sequence[Version], version: Version) -> Version | None:
    """Return the version that the same file made for the same parties, if there is one."""
    for other in versions:
        same = other.file_sha256 == version.file_sha256 and other.parties == version.parties
        if same and other.withdrawn is None:
            return other
    return None


def unheard(given: Particulars, recorded: Version, file: str) -> tuple[str, ...]:
    """Warn where a command says something of a file that is on record with something else.

    Args:
        given: what the command says.
        recorded: the version that the file made.
        file: its name.
    """
    said = {
        "--proposal": (given.proposal, recorded.proposal),
        "--title": (given.title, recorded.title),
        "--genre": (given.genre, recorded.genre),
        "--date": (given.issued, recorded.issued),
        "--received": (given.received, recorded.received),
        "--published": (given.published, recorded.published),
        "--addressee": (given.addressees, recorded.addressees),
        "--authenticity": (given.authenticity, recorded.authenticity),
    }
    options = [name for name, (one, other) in said.items() if one and one != other]
    if not options:
        return ()
    changes = "changes" if len(options) == 1 else "change"
    return (
        f"{file} is on record as {recorded.id}: {', '.join(options)} {changes} nothing;"
        f" to add it anew, `negotiator withdraw {recorded.id}` first",
    )


def elsewhere(versions: Sequence[Version], version: Version, file: str) -> tuple[str, ...]:
    """Warn where the same file is on record as the paper of somebody else."""
    return tuple(
        f"{file} is on record already as {other.id}, of {_say(other.parties)}"
        for other in versions
        if version.file_sha256
        and other.file_sha256 == version.file_sha256
        and other.parties != version.parties
        and other.withdrawn is None
    )


def placed(
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
        owners = "-".join(version.parties or (version.genre,))
        key = slug(f"{owners}-{key}")
    number = 1 + max((v.number for v in versions if v.proposal == key), default=0)
    return replace(version, proposal=key, number=number)


def _owner(key: str, versions: Sequence[Version]) -> tuple[str, ...] | None:
    """Return the parties that tabled a proposal, None when nobody has."""
    return next((version.parties for version in versions if version.proposal == key), None)


def check_owner(document: ProposalFile, version: Version, versions: Sequence[Version]) -> None:
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
