"""The gaps that wait for a person, as data."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.review.gaps import WaitingGap
from negotiator.render import data


def as_data(found: Sequence[WaitingGap]) -> list[data.Data]:
    """Return gaps that wait, the hardest first, each with the reasons why."""
    return [{**data.gap(one.gap), "why": one.why, "reasons": list(one.reasons)} for one in found]
