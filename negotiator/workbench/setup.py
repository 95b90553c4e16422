"""Setting a negotiation up: the database, the parties, topics, issues and rounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from negotiator import __version__
from negotiator.documents.interchange.fields import label_problem
from negotiator.documents.interchange.negotiation_file import NegotiationFile
from negotiator.documents.reading import read_document
from negotiator.errors import Refused, Unknown
from negotiator.model import (
    Event,
    EventKind,
    Issue,
    Membership,
    Negotiation,
    Party,
    PartyKind,
    Topic,
)
from negotiator.store.archive import Archive
from negotiator.store.database import Database, locate
from negotiator.workbench.bench import Bench
from negotiator.workbench.codes import check_codes

T = TypeVar("T")


def create(address: str, negotiation: Negotiation) -> Path:
    """Create the database of a new negotiation and return its path.

    Raises:
        StorageFailed: when there is something at that place already, or it cannot be written.
    """
    path = locate(address)
    database = Database.create(path, program=__version__)
    try:
        with database.writing() as archive:
            archive.start(negotiation)
    finally:
        database.close()
    return path


def negotiation_in(path: Path) -> Negotiation:
    """Read a negotiation from an interchange file.

    Raises:
        Refused: when the file is not one, or holds something wrong.
    """
    document = read_document(path)
    if not isinstance(document, NegotiationFile):
        raise Refused(
            "this file holds a proposal, not a negotiation",
            where=str(path),
            remedy="start with `negotiator init --title TEXT`, then `negotiator add` the file",
        )
    check_references(document.negotiation, document)
    return document.negotiation


def check_references(negotiation: Negotiation, document: NegotiationFile) -> None:
    """Refuse a negotiation whose topics, issues or memberships name something it lacks.

    Args:
        negotiation: as it would stand.
        document: the file, for the line of what is wrong.
    """
    check_codes([party.code for party in negotiation.parties], where=document.where.at("parties"))
    topics = {topic.code for topic in negotiation.topics}
    parties = {party.code for party in negotiation.parties}
    sources = {source.id for source in negotiation.sources}
    for number, topic in enumerate(document.negotiation.topics):
        _must_know(document, f"topics[{number}].parent", "topic", topic.parent, topics)
    for number, issue in enumerate(document.negotiation.issues):
        _must_know(document, f"issues[{number}].topic", "topic", issue.topic, topics)
    for number, party in enumerate(document.negotiation.parties):
        for index, membership in enumerate(party.member_of):
            place = f"parties[{number}].member_of[{index}]"
            _must_know(document, place, "party", membership.of, parties)
    for number, event in enumerate(document.negotiation.events):
        for index, source in enumerate(event.sources):
            place = f"events[{number}].sources[{index}]"
            _must_know(document, place, "source", source, sources)


def _must_know(
    document: NegotiationFile, place: str, kind: str, name: str | None, known: set[str]
) -> None:
    if name is not None and name not in known:
        raise Unknown(
            f"unknown {kind} “{name}”",
            where=document.where.at(place),
            remedy=f"add the {kind} to the file, or correct the name",
        )


def merge(archive: Archive, document: NegotiationFile) -> tuple[str, ...]:
    """Add what a negotiation file states and the database lacks; say what was added.

    What both hold must agree: an edit is made with `edit`, not by adding a file again.

    Raises:
        Refused: when the file contradicts what is on record.
    """
    have, new = archive.negotiation(), document.negotiation
    added: list[str] = []
    for kind, section, label, add in (
        ("party", "parties", "code", archive.add_party),
        ("topic", "topics", "code", archive.add_topic),
        ("issue", "issues", "id", archive.add_issue),
        ("event", "events", "id", archive.add_event),
        ("source", "sources", "id", archive.add_source),
    ):
        old = {getattr(item, label): item for item in getattr(have, section)}
        for number, item in enumerate(getattr(new, section)):
            known = old.get(getattr(item, label))
            if known is None:
                add(item)
                added.append(f"{kind} {getattr(item, label)}")
            elif known != item:
                raise Refused(
                    f"{kind} “{getattr(item, label)}” is on record with other particulars",
                    where=document.where.at(f"{section}[{number}]"),
                    remedy=f"change it with `negotiator {kind} edit`, or leave it out of the file",
                )
    check_references(archive.negotiation(), document)
    return tuple(added)


def add_party(
    bench: Bench,
    code: str,
    name: str,
    *,
    side: str = "",
    kind: PartyKind = PartyKind.STATE,
    short: str = "",
    role: str = "",
    aliases: tuple[str, ...] = (),
    member_of: tuple[str, ...] = (),
    counts_with: tuple[str, ...] = (),
) -> Party:
    """Add a party at the end of the stated order; without a side it sits on one of its own."""
    check_label("party", code)
    party = Party(
        code=code,
        name=name,
        side=side or code,
        kind=kind,
        short=short,
        role=role,
        aliases=aliases,
        member_of=_memberships((), member_of, counts_with),
    )
    with bench.database.writing() as archive:
        codes = [other.code for other in archive.negotiation().parties]
        check_codes([*codes, code])
        known = set(codes)
        for of in (*member_of, *counts_with):
            _must_have("party", of, known)
        archive.add_party(party)
    return party


def edit_party(bench: Bench, code: str, **changes: Any) -> Party:
    """Change what is recorded of a party, by field name; its code stays."""
    with bench.database.writing() as archive:
        party = find("party", code, {p.code: p for p in archive.negotiation().parties})
        of, counts = (changes.pop(name, None) for name in ("member_of", "counts_with"))
        if of is not None or counts is not None:
            changes["member_of"] = _memberships(party.member_of, of, counts)
        edited = replace(party, **changes)
        archive.edit_party(edited)
    return edited


def _memberships(
    held: tuple[Membership, ...], of: tuple[str, ...] | None, counts: tuple[str, ...] | None
) -> tuple[Membership, ...]:
    """Return memberships as changed: dates that are on record stay.

    Args:
        held: those on record.
        of: codes of all alliances; None leaves them.
        counts: codes of those that the party counts with, which it is a member of; None leaves
            them.
    """
    known = {one.of: one for one in held}
    codes = tuple(known) if of is None else of
    counting = {one.of for one in held if one.counts} if counts is None else set(counts)
    codes = tuple(dict.fromkeys((*codes, *(counts or ()))))
    return tuple(
        replace(known.get(code, Membership(code)), counts=code in counting) for code in codes
    )


def add_topic(
    bench: Bench,
    code: str,
    label: str,
    *,
    parent: str | None = None,
    definition: str = "",
    keywords: tuple[str, ...] = (),
) -> Topic:
    """Add a topic, under another one when a parent is named."""
    check_label("topic", code)
    topic = Topic(code, label, parent, definition, keywords)
    with bench.database.writing() as archive:
        if parent is not None:
            _must_have("topic", parent, {t.code for t in archive.negotiation().topics})
        archive.add_topic(topic)
    return topic


def edit_topic(bench: Bench, code: str, **changes: Any) -> Topic:
    """Change what is recorded of a topic, by field name; its code stays.

    Raises:
        Refused: when the topic would come to stand under itself.
    """
    with bench.database.writing() as archive:
        topics = {topic.code: topic for topic in archive.negotiation().topics}
        edited = replace(find("topic", code, topics), **changes)
        above = edited.parent
        while above is not None:
            above_topic = find("topic", above, topics)
            if above == code:
                raise Refused(f"topic “{code}” would stand under itself", where="--parent")
            above = above_topic.parent
        archive.edit_topic(edited)
    return edited


def add_issue(bench: Bench, id: str, question: str, *, topic: str) -> Issue:
    """Add an issue, a neutral question, under a topic."""
    check_label("issue", id)
    issue = Issue(id, topic, question)
    with bench.database.writing() as archive:
        _must_have("topic", topic, {t.code for t in archive.negotiation().topics})
        archive.add_issue(issue)
    return issue


def edit_issue(bench: Bench, id: str, **changes: Any) -> Issue:
    """Change the question or the topic of an issue; its id stays."""
    with bench.database.writing() as archive:
        negotiation = archive.negotiation()
        edited = replace(find("issue", id, {i.id: i for i in negotiation.issues}), **changes)
        _must_have("topic", edited.topic, {t.code for t in negotiation.topics})
        archive.edit_issue(edited)
    return edited


def add_event(
    bench: Bench,
    label: str,
    *,
    starts: date,
    ends: date | None = None,
    kind: EventKind = EventKind.ROUND,
    id: str = "",
) -> Event:
    """Add a round or an event to the timeline; without an id it gets the next free one."""
    with bench.database.writing() as archive:
        taken = {event.id for event in archive.negotiation().events}
        letters = "R" if kind is EventKind.ROUND else "EV"
        free = (f"{letters}{n}" for n in range(1, len(taken) + 2))
        event = Event(
            id or next(one for one in free if one not in taken), label, starts, ends, kind
        )
        check_label(kind.value, event.id)
        _check_dates(event)
        archive.add_event(event)
    return event


def edit_event(bench: Bench, id: str, **changes: Any) -> Event:
    """Change what is recorded of a round or an event; its id stays."""
    with bench.database.writing() as archive:
        events = {event.id: event for event in archive.negotiation().events}
        edited = replace(find("round", id, events), **changes)
        _check_dates(edited)
        archive.edit_event(edited)
    return edited


def _check_dates(event: Event) -> None:
    if event.ends is not None and event.ends < event.starts:
        raise Refused(f"{event.label} would end on {event.ends}, before it starts", where="--until")


def _must_have(kind: str, name: str, known: set[str]) -> None:
    find(kind, name, {item: item for item in known})


def check_label(kind: str, text: str) -> None:
    """Refuse an id or a code that could not serve on the command line and in addresses.

    Raises:
        Refused: saying what is in the way.
    """
    problem = label_problem(text) if text else ("is empty", "give it a code")
    if problem is not None:
        raise Refused(problem[0], where=f"{kind} code", remedy=problem[1])


def find(kind: str, name: str, known: Mapping[str, T]) -> T:
    """Return what a name stands for, or say that there is no such thing and what there is.

    Raises:
        Unknown: when the name is not among the known ones.
    """
    if name in known:
        return known[name]
    raise Unknown.among(kind, name, known)
