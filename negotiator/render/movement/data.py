"""Moves, ledger and alarms as plain data, documented in docs/formats.md; it only ever grows."""

from __future__ import annotations

from negotiator.engine.movement import Alarm, Line, Move, Movement, Reworded, Round
from negotiator.model import MoveKind, Review
from negotiator.render.data import Data, spans


def movement(whole: Movement) -> Data:
    """Return who moved where as data."""
    broken = whole.unreconciled
    return {
        "negotiation": whole.negotiation.title,
        "since": whole.since.isoformat() if whole.since else None,
        "as_of": whole.as_of.isoformat() if whole.as_of else None,
        "known_by": whole.known_by.value,
        "rounds": [_round(one) for one in whole.rounds],
        "moves": [_move(one) for one in whole.moves],
        "ledger": [_line(one, one not in broken) for one in whole.ledger.lines],
        "alarms": [_alarm(one) for one in whole.alarms],
        "fingerprint": whole.fingerprint,
        "head": whole.head,
    }


def _round(one: Round) -> Data:
    return {
        "id": one.id,
        "label": one.label,
        "starts": one.starts.isoformat() if one.starts else None,
        "ends": one.ends.isoformat() if one.ends else None,
        "documents": list(one.documents),
    }


def _move(one: Move) -> Data:
    return {
        "party": one.party,
        "issue": one.issue,
        "from": list(dict.fromkeys(cited.clause.id for cited in one.before)),
        "to": list(dict.fromkeys(cited.clause.id for cited in one.after)),
        "kind": one.kind.value,
        "round": one.round,
        "from_addresses": [cited.clause.address for cited in one.before],
        "to_addresses": [cited.clause.address for cited in one.after],
        "rule": one.rule,
        "signs": list(one.signs),
        "reason": one.reason,
        "confidence": one.confidence.value,
        "doubts": list(one.doubts),
        "review": Review.DRAFT.value,
        "documents": list(one.documents),
        "day": one.day.isoformat() if one.day else None,
        "redlines": [_reworded(pair) for pair in one.reworded],
    }


def _reworded(one: Reworded) -> Data:
    return {"from": one.old.address, "to": one.new.address, "spans": spans(one.spans)}


def _line(one: Line, reconciles: bool) -> Data:
    return {
        "round": one.round,
        "party": one.party,
        "before": one.before,
        **{kind.value: one.kinds[kind] for kind in MoveKind},
        "untouched": one.untouched,
        "after": one.after,
        "reconciles": reconciles,
    }


def _alarm(one: Alarm) -> Data:
    return {
        "kind": one.kind.value,
        "issue": one.issue,
        "party": one.party,
        "round": one.round,
        "day": one.day.isoformat() if one.day else None,
        "agreed": one.agreed.value,
        "asserted_by": one.asserted_by,
        "sentence": one.sentence,
        "clauses": list(one.clauses),
    }
