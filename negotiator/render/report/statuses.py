"""How far each issue has come, as somebody asserts it: counts, marks and who reads it otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.engine.comparison import Comparison
from negotiator.engine.status import StatusReading, tally
from negotiator.engine.table import Row
from negotiator.model import Status
from negotiator.render.status.marks import MARKS, UNSTATED, Colour, Mark, asserted, mark

MEANINGS = {
    Colour.GREEN: "green: agreed by the negotiators",
    Colour.YELLOW: "yellow: agreed on the policy objective, drafting open",
    Colour.WHITE: "white: proposed, discussion goes on",
    Colour.NONE: "no colour: not under discussion",
}


@dataclass(frozen=True, slots=True)
class Colours:
    """A colour of the legend with the statuses that carry it."""

    colour: Colour
    meaning: str
    marks: tuple[Mark, ...]


class Statuses:
    """How statuses are told.

    Args:
        whole: the comparison that the page shows.
    """

    def __init__(self, whole: Comparison) -> None:
        counted, self.without = tally(
            row.status.status if row.status else None for row in whole.rows
        )
        self.counts = [(status, counted[status]) for status in MARKS if counted[status]]
        self.any = bool(self.counts)
        self.differing = sum(1 for row in whole.rows if row.status and row.status.differing)

    def mark(self, row: Row) -> Mark:
        """Return how the status of an issue is shown, or that there is none."""
        return mark(row.status.status) if row.status else UNSTATED

    def of(self, status: Status) -> Mark:
        """Return how a status is shown."""
        return mark(status)

    def who(self, reading: StatusReading) -> str:
        """Return who asserts a status: `jointly`, `analyst`, `RU says`."""
        return asserted(reading.asserted_by)

    def legend(self) -> list[Colours]:
        """Return the colours, each with its meaning and its marks."""
        return [
            Colours(colour, meaning, tuple(one for one in MARKS.values() if one.colour is colour))
            for colour, meaning in MEANINGS.items()
        ]
