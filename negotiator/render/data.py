"""A comparison and its parts as plain data, documented in docs/formats.md; it only ever grows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from negotiator.engine.cells import Cell, PlacedAnswer, PlacedClause
from negotiator.engine.changes import Change
from negotiator.engine.comparison import Comparison, Counts
from negotiator.engine.compromise import Compromise
from negotiator.engine.gaps import Gap
from negotiator.engine.status import IssueStatus, StatusReading
from negotiator.engine.table import Row
from negotiator.engine.wording import Span
from negotiator.model import (
    Answer,
    Clause,
    Decision,
    Event,
    Issue,
    Locator,
    Omission,
    Party,
    Reading,
    Source,
    Topic,
    Version,
)

Data = dict[str, Any]


# As deep as a clause of a cell of an issue, each on a line of its own.
INDENTED = 6


def text(data: Any) -> str:
    """Write data as JSON: UTF-8, unescaped, indented where a reader looks, ending in a newline."""
    return _indented(data, "\n") + "\n"


def _indented(data: Any, line: str) -> str:
    # What lies deep goes to the standard library whole: it is several times faster unindented.
    if not data or not isinstance(data, dict | list | tuple) or len(line) > 2 * INDENTED:
        return json.dumps(data, ensure_ascii=False)
    deeper = line + "  "
    if isinstance(data, dict):
        named = (
            f"{json.dumps(k, ensure_ascii=False)}: {_indented(v, deeper)}" for k, v in data.items()
        )
        return "{" + deeper + ("," + deeper).join(named) + line + "}"
    return "[" + deeper + ("," + deeper).join(_indented(v, deeper) for v in data) + line + "]"


def comparison(whole: Comparison) -> Data:
    """Return a comparison as data."""
    return {
        "negotiation": whole.negotiation.title,
        "rule": whole.negotiation.rule,
        "as_of": _day(whole.as_of),
        "known_by": whole.known_by.value,
        "parties": [party.code for party in whole.parties],
        "absent": [party.code for party in whole.absent],
        "issues": [row(one) for one in whole.rows],
        "unfiled": [_placed(placed) for placed in whole.unfiled],
        "counts": _counts(whole.across),
        "within_sides": _counts(whole.within),
        "fingerprint": whole.fingerprint,
        "head": whole.head,
    }


def row(one: Row) -> Data:
    """Return an issue with its cells, gaps and links."""
    return {
        "id": one.issue.id,
        "topic": one.issue.topic,
        "question": one.issue.question,
        "cells": {cell.party: _cell(cell) for cell in one.cells},
        "gaps": [gap(each) for each in one.gaps],
        "links": [
            {
                "left": link.left,
                "right": link.right,
                "relation": link.relation.value,
                "method": link.method.value,
                "score": round(link.score, 3),
                "stale": link.stale,
            }
            for link in one.links
        ],
        "status": _status(one.status) if one.status else None,
        "compromise": _compromise(one.compromise) if one.compromise else None,
    }


def _status(one: IssueStatus) -> Data:
    return {
        **_asserted(one.reading),
        "concurring": [_asserted(each) for each in one.concurring],
        "differing": [_asserted(each) for each in one.differing],
    }


def _asserted(one: StatusReading) -> Data:
    return {
        "status": one.status.value,
        "asserted_by": one.asserted_by,
        "round": one.round,
        "day": _day(one.day),
    }


def _compromise(one: Compromise) -> Data:
    text = one.text
    return {
        "id": text.id,
        "text": text.text,
        "wording": text.wording.value,
        "proposed_by": text.proposed_by,
        "day": _day(text.day),
        "clauses": list(text.clauses),
        "reactions": [
            {
                "party": each.party,
                "how": each.how.value,
                "clause": each.clause or None,
                "how_drafted": each.drafted,
                "stale": each.stale,
                "day": _day(each.day),
            }
            for each in one.reactions
        ],
    }


def _cell(cell: Cell) -> Data:
    silence = cell.silence
    return {
        "clauses": [_placed(placed) for placed in cell.clauses],
        "through": cell.through,
        "silence": silence.kind.value if silence else None,
        "why": silence.why if silence else None,
        "other_objects": list(silence.other_objects) if silence else [],
    }


def _placed(placed: PlacedClause) -> Data:
    return {
        **clause(placed.clause, placed.reading, placed.version, placed.answers),
        "answered_by": [{"clause": one.clause, **manner(one)} for one in placed.answered_by],
    }


def gap(one: Gap) -> Data:
    """Return a gap as data."""
    return {
        "id": one.id,
        "issue": one.issue,
        "parties": list(one.parties),
        "across_sides": one.across,
        "verdict": one.verdict.value,
        "family": one.family.value,
        "kinds": [kind.value for kind in one.kinds],
        "grounds": {kind.value: ground for kind, ground in one.grounds.items()},
        "rationale": one.rationale,
        "evidence": {party: list(ids) for party, ids in one.evidence.items()},
        "confidence": one.confidence.value,
        "doubts": list(one.doubts),
        "review": one.review.value,
        "drafted": one.drafted.value,
    }


def _counts(counts: Counts) -> Data:
    return {"pairs": counts.pairs, **{v.value: n for v, n in counts.verdicts.items()}}


def clause(
    one: Clause,
    reading: Reading,
    version: Version,
    answers: Sequence[Answer | PlacedAnswer] = (),
) -> Data:
    """Return a clause with its reading and the answers it gives, without private notes."""
    return {
        "id": one.id,
        "key": one.key,
        "party": version.parties[0] if version.parties else "",
        "parties": list(version.parties),
        "proposal": version.proposal,
        "version": version.number,
        "reference": one.reference,
        "heading": one.heading,
        "parent": one.parent,
        "text": one.text,
        "wording": one.wording.value,
        "base_text": one.base_text,
        "change": one.change.value if one.change else None,
        "justification": one.justification,
        "unit": one.unit.value,
        "language": one.language or version.language,
        "locator": locator(one.locator),
        "sources": list(one.sources),
        "topics": list(reading.topics),
        "issues": list(reading.issues),
        "force": reading.force.value if reading.force else None,
        "strength": reading.strength.value if reading.strength else None,
        "bound": reading.bound,
        "reciprocity": reading.reciprocity.value if reading.reciprocity else None,
        "conditions": list(reading.conditions),
        "parameters": list(reading.parameters),
        "linkage": list(reading.linkage),
        "evidence": reading.evidence.value if reading.evidence else None,
        "evidence_note": reading.evidence_note,
        "review": reading.review.value,
        "answers": [answer(given) for given in answers],
    }


def locator(one: Locator) -> Data:
    """Return what is known of a place in a source."""
    named = (("page", one.page), ("paragraph", one.paragraph), ("span", one.span))
    return {name: value for name, value in named if value}


def answer(one: Answer | PlacedAnswer) -> Data:
    """Return what an answer is to, and how it answers."""
    target = {"clause": one.to_clause} if one.to_clause else {"proposal": one.to_proposal}
    return {**target, **manner(one)}


def manner(one: Answer | PlacedAnswer) -> Data:
    """Return how a clause answers: as stated, as the machine drafts it, or null where left open."""
    drafted = isinstance(one, PlacedAnswer) and one.drafted
    return {"how": one.how.value if one.how else None, "how_drafted": drafted}


def reading(one: Reading) -> Data:
    """Return a reading with who made it, when, and the analyst's note."""
    return {
        "by": one.by,
        "at": one.at,
        "origin": one.origin.value,
        "review": one.review.value,
        "reason": one.reason,
        "topics": list(one.topics),
        "issues": list(one.issues),
        "force": one.force.value if one.force else None,
        "strength": one.strength.value if one.strength else None,
        "bound": one.bound,
        "reciprocity": one.reciprocity.value if one.reciprocity else None,
        "conditions": list(one.conditions),
        "parameters": list(one.parameters),
        "linkage": list(one.linkage),
        "evidence": one.evidence.value if one.evidence else None,
        "evidence_note": one.evidence_note,
        "note": one.note,
    }


def version(one: Version) -> Data:
    """Return a version's metadata as data."""
    return {
        "id": one.id,
        "proposal": one.proposal,
        "version": one.number,
        "title": one.title,
        "parties": list(one.parties),
        "supporters": list(one.supporters),
        "genre": one.genre,
        "issued": _day(one.issued),
        "received": _day(one.received),
        "published": _day(one.published),
        "addressees": list(one.addressees),
        "authenticity": one.authenticity.value if one.authenticity else None,
        "language": one.language,
        "translation": one.translation,
        "based_on": one.based_on,
        "language_version_of": one.language_version_of,
        "sources": list(one.sources),
        "file": one.file_name,
        "file_sha256": one.file_sha256,
        "content": one.content,
        "recorded_by": one.recorded_by,
        "recorded_at": one.recorded_at,
        "withdrawn": {
            "reason": one.withdrawn.reason,
            "by": one.withdrawn.by,
            "at": one.withdrawn.at,
        }
        if one.withdrawn
        else None,
    }


def omission(one: Omission) -> Data:
    """Return something that is in no clause as data."""
    return {
        "what": one.what,
        "reason": one.reason,
        "page": one.page,
        "place": one.place,
        "text": one.text,
    }


def party(one: Party) -> Data:
    """Return a party as data."""
    return {
        "code": one.code,
        "name": one.name,
        "short": one.short,
        "kind": one.kind.value,
        "side": one.side,
        "aliases": list(one.aliases),
        "role": one.role,
        "member_of": [
            {"of": m.of, "since": _day(m.since), "until": _day(m.until), "counts": m.counts}
            for m in one.member_of
        ],
    }


def topic(one: Topic) -> Data:
    """Return a topic as data."""
    return {
        "code": one.code,
        "label": one.label,
        "parent": one.parent,
        "definition": one.definition,
        "keywords": list(one.keywords),
    }


def issue(one: Issue) -> Data:
    """Return an issue as data."""
    return {"id": one.id, "topic": one.topic, "question": one.question}


def event(one: Event) -> Data:
    """Return a round or an event as data."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "label": one.label,
        "starts": _day(one.starts),
        "ends": _day(one.ends),
        "sources": list(one.sources),
    }


def source(one: Source) -> Data:
    """Return a source as data."""
    return {"id": one.id, "address": one.address, "shows": one.shows}


def decision(one: Decision) -> Data:
    """Return a decision with its place in the chain of hashes."""
    return {
        "id": one.id,
        "subject": one.subject,
        "subject_id": one.subject_id,
        **{key: value for key, value in one.outcome.items() if key != "evidence"},
        "by": one.by,
        "at": one.at,
        "note": one.note,
        "as_of": _day(one.as_of),
        "evidence": one.outcome.get("evidence", ""),
        "previous": one.previous,
        "hash": one.hash,
    }


def change(one: Change) -> Data:
    """Return a change between two versions as data."""
    return {
        "kinds": [kind.value for kind in one.kinds],
        "symbol": one.symbol,
        "old": one.old.id if one.old else None,
        "new": one.new.id if one.new else None,
        "old_reference": one.old.reference if one.old else None,
        "new_reference": one.new.reference if one.new else None,
        "old_text": one.old.text if one.old else None,
        "new_text": one.new.text if one.new else None,
        "redline": spans(one.redline) if one.redline is not None else None,
    }


def spans(redline: Sequence[Span]) -> list[Data]:
    """Return a redline as data."""
    return [
        {
            "kind": span.kind.value,
            "text": span.text,
            "telling": [[start, end] for start, end in span.telling],
        }
        for span in redline
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
