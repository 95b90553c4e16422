"""What the gates say as plain data, documented in docs/formats.md; it only ever grows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from negotiator.engine.gates import Finding, Gate, Result
from negotiator.model import KnownBy
from negotiator.render.data import Data


def results(as_of: date | None, known_by: KnownBy, found: Sequence[Result]) -> Data:
    """Return what the gates say as data.

    Args:
        as_of: the day.
        known_by: which date of a document decides.
        found: what each gate says, in their order.
    """
    return {
        "as_of": as_of.isoformat() if as_of else None,
        "known_by": known_by.value,
        "passed": all(one.passed for one in found),
        "gates": [_gate(one) for one in found],
        "findings": [_finding(one.gate, each) for one in found for each in one.findings],
    }


def _gate(one: Result) -> Data:
    return {
        "gate": one.gate.name,
        "asks": one.gate.asks,
        "passed": one.passed,
        "found": len(one.findings),
        "looked_at": one.looked.at,
        "things": one.gate.things,
        "not_checked": list(one.looked.unchecked),
    }


def _finding(gate: Gate, one: Finding) -> Data:
    return {
        "gate": gate.name,
        "where": one.where,
        "what": one.what,
        "remedy": one.remedy,
        "issue": one.issue or None,
        "gap": one.gap or None,
        "clauses": list(one.clauses),
        "version": one.version or None,
        "party": one.party or None,
        "round": one.round or None,
        "text": one.text or None,
        "checked": one.checked,
    }
