"""What counts of the statuses asserted: the parties' joint word, the analyst's, a party's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from negotiator.engine.status.falls import rank
from negotiator.engine.status.readings import ANALYST, JOINTLY, StatusReading, shared_reading
from negotiator.model import Status


@dataclass(frozen=True, slots=True)
class IssueStatus:
    """How far an issue has come as of a day, and who reads it otherwise.

    Args:
        reading: what counts: the joint word of the parties before the analyst's, that before a
            party's own. Where only parties speak and differ, the one that claims least.
        concurring: the last word of everybody else who says the same.
        differing: the last word of everybody else who says something else.
    """

    reading: StatusReading
    concurring: tuple[StatusReading, ...] = ()
    differing: tuple[StatusReading, ...] = ()

    @property
    def issue(self) -> str:
        """Return the id of the issue."""
        return self.reading.issue

    @property
    def status(self) -> Status:
        """Return the status that counts."""
        return self.reading.status

    @property
    def asserted_by(self) -> str:
        """Return who asserts what counts: `jointly`, `analyst` or the code of a party."""
        return self.reading.asserted_by


def standing(
    readings: Iterable[StatusReading],
    issue: str,
    as_of: date | None = None,
    order: Sequence[str] = (),
) -> IssueStatus | None:
    """Return how far an issue has come as of a day, None where nobody has asserted anything.

    Args:
        readings: what was asserted and not taken back, of this issue or of any, in any order.
        issue: id of the issue.
        as_of: the day; None counts everything.
        order: codes of the parties in their stated order.
    """
    return standings((one for one in readings if one.issue == issue), as_of, order).get(issue)


def standings(
    readings: Iterable[StatusReading], as_of: date | None = None, order: Sequence[str] = ()
) -> Mapping[str, IssueStatus]:
    """Return how far each issue has come as of a day, by its id; those without status are not in.

    Args:
        readings: what was asserted and not taken back, in any order.
        as_of: the day; None counts everything.
        order: codes of the parties in their stated order.
    """
    last: dict[str, dict[str, StatusReading]] = {}
    for one in sorted(readings, key=lambda one: one.place):
        if as_of is None or one.day is None or one.day <= as_of:
            last.setdefault(one.issue, {})[one.asserted_by] = one
    return {issue: _weighed(last[issue].values(), order) for issue in sorted(last)}


def _weighed(words: Iterable[StatusReading], order: Sequence[str]) -> IssueStatus:
    places = {code: number for number, code in enumerate((JOINTLY, ANALYST, *order))}

    def listed(one: StatusReading) -> tuple[int, str]:
        return places.get(one.asserted_by, len(places)), one.asserted_by

    def weight(one: StatusReading) -> tuple[int, int]:
        weights = {JOINTLY: 0, ANALYST: 1}
        return weights.get(one.asserted_by, 2), rank(one.status)

    ordered = sorted(words, key=listed)
    counts = min(ordered, key=weight)
    others = [one for one in ordered if one is not counts]
    return IssueStatus(
        counts,
        concurring=tuple(one for one in others if one.status is counts.status),
        differing=tuple(one for one in others if one.status is not counts.status),
    )


def shared(status: IssueStatus) -> IssueStatus:
    """Return a status fit to be shared: without reasons, and without who recorded it when."""
    return IssueStatus(
        shared_reading(status.reading),
        tuple(map(shared_reading, status.concurring)),
        tuple(map(shared_reading, status.differing)),
    )
