"""The reply audit as data."""

from __future__ import annotations

from typing import Any

from negotiator.engine.replies import Ask, Audit, Coverage, Restatement
from negotiator.render import data

Data = dict[str, Any]


def audit(found: Audit) -> Data:
    """Return the audit as data."""
    return {
        "asks": [_ask(one) for one in found.asks],
        "coverage": [_coverage(one) for one in found.coverage],
        "restatements": [_restatement(one) for one in found.restatements],
    }


def _ask(one: Ask) -> Data:
    return {
        "clause": one.clause,
        "party": one.party,
        "parties": list(one.parties),
        "addressee": one.addressee,
        "issue": one.issue,
        "issues": list(one.issues),
        "topic": one.topic,
        "topics": list(one.topics),
        "document": one.document,
        "force": one.force.value,
        "answer": one.answer.value,
        "by": list(one.by),
        "answered_in": list(one.answered_in),
        "other_objects": list(one.other_objects),
        "rationale": one.rationale,
        "drafted": one.drafted,
        "proposed": one.proposed,
        "addressed": one.addressed,
    }


def _coverage(one: Coverage) -> Data:
    return {
        "document": one.document,
        "party": one.party,
        "addressee": one.addressee,
        "asks": one.asks,
        "answered": one.answered,
        "replies": {reply.value: count for reply, count in one.replies.items()},
        "answered_in": dict(one.answered_in),
        "passed_over": list(one.passed_over),
        "selective": one.selective,
        "addressed": one.addressed,
        "sentence": one.sentence,
    }


def _restatement(one: Restatement) -> Data:
    return {
        "clause": one.clause,
        "of": one.of,
        "original": one.original,
        "score": round(one.score, 3),
        "redline": None if one.redline is None else data.spans(one.redline),
    }
