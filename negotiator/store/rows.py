"""Rows of the tables become objects of the model, and objects rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from negotiator.model import (
    Answer,
    Authenticity,
    Clause,
    Decision,
    Event,
    EventKind,
    Evidence,
    Force,
    How,
    Issue,
    LinkDraft,
    Locator,
    Membership,
    Method,
    Omission,
    Origin,
    Party,
    PartyKind,
    Reading,
    Reciprocity,
    Relation,
    Review,
    Silence,
    SilenceKind,
    Source,
    Strength,
    Symbol,
    Topic,
    Unit,
    Version,
    Withdrawal,
    Wording,
)

Values = tuple[Any, ...]

NO_LOCATOR = Locator()


def dump(items: Sequence[str]) -> str:
    """Return a list of texts as one text."""
    return json.dumps(items, ensure_ascii=False) if items else "[]"


def load(text: str) -> tuple[str, ...]:
    """Return the list that a text holds."""
    return () if text == "[]" else tuple(json.loads(text))


def day(text: str | None) -> date | None:
    """Return a day, None when it is not stated."""
    return date.fromisoformat(text) if text else None


def iso(day: date | None) -> str | None:
    """Return a day as text, None when it is not stated."""
    return day.isoformat() if day else None


def party_values(party: Party, ordinal: int) -> dict[str, Any]:
    """Return the row of a party."""
    return {
        "code": party.code,
        "ordinal": ordinal,
        "name": party.name,
        "side": party.side,
        "kind": party.kind.value,
        "short": party.short,
        "aliases": dump(party.aliases),
        "member_of": json.dumps(
            [
                [m.of, iso(m.since), iso(m.until), *([1] if m.counts else [])]
                for m in party.member_of
            ]
        ),
        "role": party.role,
    }


def party(row: Any) -> Party:
    """Return the party of a row."""
    return Party(
        code=row.code,
        name=row.name,
        side=row.side,
        kind=PartyKind(row.kind),
        short=row.short,
        aliases=load(row.aliases),
        member_of=tuple(
            Membership(of, day(since), day(until), bool(counts))
            for of, since, until, *counts in json.loads(row.member_of)
        ),
        role=row.role,
    )


def topic_values(topic: Topic, ordinal: int) -> dict[str, Any]:
    """Return the row of a topic."""
    return {
        "code": topic.code,
        "ordinal": ordinal,
        "label": topic.label,
        "parent": topic.parent,
        "definition": topic.definition,
        "keywords": dump(topic.keywords),
    }


def topic(row: Any) -> Topic:
    """Return the topic of a row."""
    return Topic(row.code, row.label, row.parent, row.definition, load(row.keywords))


def issue_values(issue: Issue, ordinal: int) -> dict[str, Any]:
    """Return the row of an issue."""
    return {
        "id": issue.id,
        "ordinal": ordinal,
        "topic": issue.topic,
        "question": issue.question,
    }


def issue(row: Any) -> Issue:
    """Return the issue of a row."""
    return Issue(row.id, row.topic, row.question)


def event_values(event: Event, ordinal: int) -> dict[str, Any]:
    """Return the row of an event."""
    return {
        "id": event.id,
        "ordinal": ordinal,
        "label": event.label,
        "starts": iso(event.starts),
        "ends": iso(event.ends),
        "kind": event.kind.value,
        "sources": dump(event.sources),
    }


def event(row: Any) -> Event:
    """Return the event of a row."""
    starts = date.fromisoformat(row.starts)
    kind = EventKind(row.kind)
    return Event(row.id, row.label, starts, day(row.ends), kind, load(row.sources))


def source_values(source: Source, ordinal: int) -> dict[str, Any]:
    """Return the row of a source."""
    return {
        "id": source.id,
        "ordinal": ordinal,
        "address": source.address,
        "shows": source.shows,
    }


def source(row: Any) -> Source:
    """Return the source of a row."""
    return Source(row.id, row.address, row.shows)


def version_values(version: Version, ordinal: int, content: str) -> dict[str, Any]:
    """Return the row of a version."""
    return {
        "id": version.id,
        "ordinal": ordinal,
        "proposal": version.proposal,
        "number": version.number,
        "title": version.title,
        "parties": dump(version.parties),
        "supporters": dump(version.supporters),
        "genre": version.genre,
        "issued": iso(version.issued),
        "received": iso(version.received),
        "published": iso(version.published),
        "addressees": dump(version.addressees),
        "authenticity": version.authenticity.value if version.authenticity else None,
        "language": version.language,
        "translation": version.translation,
        "based_on": version.based_on,
        "language_version_of": version.language_version_of,
        "sources": dump(version.sources),
        "note": version.note,
        "file_name": version.file_name,
        "file_sha256": version.file_sha256,
        "file_size": version.file_size,
        "content": content,
        "recorded_by": version.recorded_by,
        "recorded_at": version.recorded_at,
    }


def version(row: Any, withdrawn: Withdrawal | None) -> Version:
    """Return the version of a row."""
    return Version(
        proposal=row.proposal,
        number=row.number,
        title=row.title,
        parties=load(row.parties),
        supporters=load(row.supporters),
        genre=row.genre,
        issued=day(row.issued),
        received=day(row.received),
        published=day(row.published),
        addressees=load(row.addressees),
        authenticity=Authenticity(row.authenticity) if row.authenticity else None,
        language=row.language,
        translation=row.translation,
        based_on=row.based_on,
        language_version_of=row.language_version_of,
        sources=load(row.sources),
        note=row.note,
        file_name=row.file_name,
        file_sha256=row.file_sha256,
        file_size=row.file_size,
        content=row.content,
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
        withdrawn=withdrawn,
    )


CLAUSE_COLUMNS = (
    "row, version, id, key, ordinal, reference, heading, parent, text, wording, language,"
    " locator, sources, base_text, change, justification, unit"
)


def clause_values(clause: Clause, row: int) -> Values:
    """Return the row of a clause, in the order of `CLAUSE_COLUMNS`."""
    locator = clause.locator
    return (
        row,
        clause.version,
        clause.id,
        clause.key,
        clause.order,
        clause.reference,
        clause.heading,
        clause.parent,
        clause.text,
        clause.wording.value,
        clause.language,
        ""
        if locator == NO_LOCATOR
        else json.dumps([locator.page, locator.paragraph, locator.span], ensure_ascii=False),
        dump(clause.sources),
        clause.base_text,
        clause.change.value if clause.change else None,
        clause.justification,
        clause.unit.value,
    )


def clause(row: Values) -> Clause:
    """Return the clause of a row in the order of `CLAUSE_COLUMNS`."""
    return Clause(
        id=row[2],
        key=row[3],
        version=row[1],
        text=row[8],
        order=row[4],
        reference=row[5],
        heading=row[6],
        parent=row[7],
        wording=Wording(row[9]),
        language=row[10],
        locator=Locator(*json.loads(row[11])) if row[11] else NO_LOCATOR,
        sources=load(row[12]),
        base_text=row[13],
        change=Symbol(row[14]) if row[14] else None,
        justification=row[15],
        unit=Unit(row[16]),
    )


READING_COLUMNS = (
    "row, clause, topics, issues, force, bound, reciprocity, conditions, parameters, linkage,"
    ' evidence, evidence_note, note, "by", at, origin, review, reason, strength'
)


def reading_values(reading: Reading, row: int, clause: int) -> Values:
    """Return the row of a reading, in the order of `READING_COLUMNS`."""
    return (
        row,
        clause,
        dump(reading.topics),
        dump(reading.issues),
        reading.force.value if reading.force else None,
        reading.bound,
        reading.reciprocity.value if reading.reciprocity else None,
        dump(reading.conditions),
        dump(reading.parameters),
        dump(reading.linkage),
        reading.evidence.value if reading.evidence else None,
        reading.evidence_note,
        reading.note,
        reading.by,
        reading.at,
        reading.origin.value,
        reading.review.value,
        reading.reason,
        reading.strength.value if reading.strength else None,
    )


def reading(row: Values) -> Reading:
    """Return the reading of a row in the order of `READING_COLUMNS`."""
    return Reading(
        topics=load(row[2]),
        issues=load(row[3]),
        force=Force(row[4]) if row[4] else None,
        bound=row[5],
        reciprocity=Reciprocity(row[6]) if row[6] else None,
        conditions=load(row[7]),
        parameters=load(row[8]),
        linkage=load(row[9]),
        evidence=Evidence(row[10]) if row[10] else None,
        evidence_note=row[11],
        note=row[12],
        by=row[13],
        at=row[14],
        origin=Origin(row[15]),
        review=Review(row[16]),
        reason=row[17],
        strength=Strength(row[18]) if row[18] else None,
    )


ANSWER_COLUMNS = 'version, clause, how, to_clause, to_proposal, origin, "by"'


def answer_values(answer: Answer) -> Values:
    """Return the row of an answer, in the order of `ANSWER_COLUMNS`."""
    return (
        answer.version,
        answer.clause,
        answer.how.value if answer.how else "",
        answer.to_clause,
        answer.to_proposal,
        answer.origin.value,
        answer.by,
    )


def answer(row: Values) -> Answer:
    """Return the answer of a row in the order of `ANSWER_COLUMNS`."""
    return Answer(
        clause=row[1],
        how=How(row[2]) if row[2] else None,
        to_clause=row[3],
        to_proposal=row[4],
        origin=Origin(row[5]),
        by=row[6],
        version=row[0],
    )


OMISSION_COLUMNS = "version, what, reason, page, place, text"


def omission_values(omission: Omission, version: str) -> Values:
    """Return the row of an omission, in the order of `OMISSION_COLUMNS`."""
    return (
        version,
        omission.what,
        omission.reason,
        omission.page,
        omission.place,
        omission.text,
    )


def omission(row: Values) -> Omission:
    """Return the omission of a row in the order of `OMISSION_COLUMNS`."""
    return Omission(*row[1:])


LINK_COLUMNS = (
    '"left", "right", left_wording, right_wording, relation, method, score, fitted, reasons'
)


def link_values(draft: LinkDraft) -> Values:
    """Return the row of a draft of a link, in the order of `LINK_COLUMNS`."""
    return (
        draft.left,
        draft.right,
        draft.left_wording,
        draft.right_wording,
        draft.relation.value,
        draft.method.value,
        draft.score,
        draft.fitted,
        dump(draft.reasons),
    )


def link(row: Values) -> LinkDraft:
    """Return the draft of a link of a row in the order of `LINK_COLUMNS`."""
    return LinkDraft(
        left=row[0],
        right=row[1],
        left_wording=row[2],
        right_wording=row[3],
        relation=Relation(row[4]),
        method=Method(row[5]),
        score=row[6],
        fitted=row[7],
        reasons=load(row[8]),
    )


def silence(row: Any) -> Silence:
    """Return the silence of a row."""
    return Silence(row.party, row.issue, SilenceKind(row.kind), row.version, row.note)


def decision(row: Any) -> Decision:
    """Return the decision of a row."""
    return Decision(
        id=row.id,
        subject=row.subject,
        subject_id=row.subject_id,
        outcome=json.loads(row.outcome),
        by=row.by,
        at=row.at,
        note=row.note,
        as_of=day(row.as_of),
        previous=row.previous,
        hash=row.hash,
    )
