"""Falls: an issue that somebody called agreed, and then something less."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise

from negotiator.engine.status.readings import StatusReading, shared_reading
from negotiator.model import Status

# From the least to the most that is agreed; whatever else a status says is below all of them.
LADDER = (
    Status.AGREED_ON_POLICY,
    Status.AGREED_AT_TECHNICAL_LEVEL,
    Status.AGREED_AD_REFERENDUM,
    Status.AGREED,
)


@dataclass(frozen=True, slots=True)
class Regression:
    """An issue that its asserter called agreed and later something less.

    Args:
        issue: id of the issue.
        asserted_by: who asserted both: `jointly`, `analyst` or the code of a party.
        before: the last word that it was agreed.
        after: the first word that it is less.
        reason: why, in the words of whoever recorded it, empty where nobody says; private.
    """

    issue: str
    asserted_by: str
    before: StatusReading
    after: StatusReading
    reason: str = ""


def rank(status: Status) -> int:
    """Return how much of an issue a status calls agreed; 0 for nothing."""
    return LADDER.index(status) + 1 if status in LADDER else 0


def falls(readings: Iterable[StatusReading]) -> tuple[Regression, ...]:
    """Return every fall, with its reason where there is one, by issue, asserter and time.

    Only the same asserter's words are compared: two that differ are differing readings. A fall
    among degrees of agreement counts. It is explained by the reason of the lower status, also
    where that is given when the same status is asserted again.

    Args:
        readings: what was asserted and not taken back, in any order.
    """
    found = []
    ordered = sorted(readings, key=lambda one: (one.issue, one.asserted_by, *one.place))
    for (issue, asserter), words in groupby(ordered, lambda one: (one.issue, one.asserted_by)):
        runs = [tuple(run) for _, run in groupby(words, lambda one: one.status)]
        for before, after in pairwise(runs):
            if rank(after[0].status) < rank(before[0].status):
                reason = next((one.reason for one in after if one.reason.strip()), "")
                found.append(Regression(issue, asserter, before[-1], after[0], reason))
    return tuple(found)


def regressions(readings: Iterable[StatusReading]) -> tuple[Regression, ...]:
    """Return the falls that nobody gives a reason for.

    Args:
        readings: what was asserted and not taken back, in any order.
    """
    return tuple(one for one in falls(readings) if not one.reason)


def shared_fall(one: Regression) -> Regression:
    """Return a fall fit to be shared: without reasons, and without who recorded it when."""
    return Regression(
        one.issue, one.asserted_by, shared_reading(one.before), shared_reading(one.after)
    )
