"""Hashes that make an alteration visible: of a text, of a decision, of the whole corpus."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from negotiator.model import Clause, Decision, Negotiation, Unit, Version


def canonical(data: Any) -> bytes:
    """Return data as JSON that is the same for the same data: sorted keys, UTF-8, no spaces.

    Text goes in as it is: no normalisation, so that a changed code point changes the hash.
    """
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def digest(data: Any) -> str:
    """Return the SHA-256 of data, in hexadecimal."""
    return hashlib.sha256(canonical(data)).hexdigest()


def content_hash(version: Version, clauses: Sequence[Clause]) -> str:
    """Return the hash of the text layer of a version: what was tabled, not who recorded it."""
    days = [str(day) if day else None for day in (version.issued, version.received)]
    head = [
        version.title,
        version.parties,
        version.supporters,
        version.genre,
        *days,
        str(version.published) if version.published else None,
        version.addressees,
        version.authenticity,
        version.language,
        version.translation,
        version.based_on,
        version.language_version_of,
        version.sources,
    ]
    body = [
        (
            one.key,
            one.order,
            one.reference,
            one.heading,
            one.parent,
            one.text,
            one.wording,
            one.language,
            (one.locator.page, one.locator.paragraph, one.locator.span),
            one.sources,
            # Only where there is an amendment: the hashes of other texts stay what they are.
            *((one.base_text, one.change, one.justification) if _amends(one) else ()),
            *((one.unit,) if one.unit is not Unit.PROVISION else ()),
        )
        for one in clauses
    ]
    return digest([head, body])


def _amends(clause: Clause) -> bool:
    return clause.base_text is not None or clause.change is not None or bool(clause.justification)


def decision_hash(
    *,
    id: int,
    subject: str,
    subject_id: str,
    outcome: Mapping[str, str],
    by: str,
    at: str,
    note: str,
    as_of: str | None,
    previous: str,
) -> str:
    """Return the hash of a decision, which holds its predecessor's: the log is a chain."""
    fields = [id, subject, subject_id, dict(outcome), by, at, note, as_of, previous]
    return digest(fields)


def rehash(decision: Decision) -> str:
    """Return the hash that a decision should bear."""
    return decision_hash(
        id=decision.id,
        subject=decision.subject,
        subject_id=decision.subject_id,
        outcome=decision.outcome,
        by=decision.by,
        at=decision.at,
        note=decision.note,
        as_of=str(decision.as_of) if decision.as_of else None,
        previous=decision.previous,
    )


def fingerprint(negotiation: Negotiation, versions: Iterable[Version]) -> str:
    """Return the hash of a corpus: the same wherever and whenever it was recorded.

    It covers the negotiation's set-up and the content of every version, withdrawn or not; the
    decisions have a chain of their own.
    """
    lines = [(v.id, v.content, v.withdrawn is not None) for v in versions]
    return digest([_plain(negotiation), sorted(lines)])


def _plain(negotiation: Negotiation) -> list[Any]:
    return [
        negotiation.title,
        negotiation.forum,
        negotiation.rule,
        [[str(p.code), p.name, p.side, p.kind, p.short, p.role] for p in negotiation.parties],
        [
            [m.of, str(m.since), str(m.until), *(["counts"] if m.counts else [])]
            for party in negotiation.parties
            for m in party.member_of
        ],
        [[t.code, t.label, t.parent] for t in negotiation.topics],
        [[i.id, i.topic, i.question] for i in negotiation.issues],
        [[e.id, e.label, str(e.starts), str(e.ends), e.kind] for e in negotiation.events],
        [[s.id, s.address, s.shows] for s in negotiation.sources],
    ]
