"""How a status is marked: a symbol and its word, and a colour that never stands alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from negotiator.engine.status import ANALYST, JOINTLY
from negotiator.model import Status


class Colour(StrEnum):
    """The legend of the published drafts of the Withdrawal Agreement of March 2018.

    Green: agreed at negotiators' level. Yellow: agreed on the policy objective, drafting open.
    White: proposed, discussion ongoing. What is not under discussion has none.
    """

    GREEN = "green"
    YELLOW = "yellow"
    WHITE = "white"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Mark:
    """How a status is shown: the symbol and the word always together."""

    symbol: str
    word: str
    colour: Colour

    def __str__(self) -> str:
        """Return symbol and word."""
        return f"{self.symbol} {self.word}"


# In the order in which they are listed: what is agreed first, most first.
MARKS: Mapping[Status, Mark] = {
    status: Mark(symbol, status.value, colour)
    for status, symbol, colour in (
        (Status.AGREED, "■", Colour.GREEN),
        (Status.AGREED_AD_REFERENDUM, "▩", Colour.GREEN),
        (Status.AGREED_AT_TECHNICAL_LEVEL, "▣", Colour.GREEN),
        (Status.AGREED_ON_POLICY, "◧", Colour.YELLOW),
        (Status.REFERRED_UPWARD, "↑", Colour.WHITE),
        (Status.OPEN, "□", Colour.WHITE),
        (Status.REOPENED, "↺", Colour.WHITE),
        (Status.PARKED, "‖", Colour.NONE),
        (Status.NOT_OPENED, "·", Colour.NONE),
        (Status.WITHDRAWN, "×", Colour.NONE),
    )
}
# Nobody has asserted anything: not the same as an issue that was not opened.
UNSTATED = Mark("–", "no status recorded", Colour.NONE)


def mark(status: Status | None) -> Mark:
    """Return how a status is shown, or that there is none."""
    return UNSTATED if status is None else MARKS[status]


def asserted(by: str) -> str:
    """Return who asserts a status, so that a party's word reads as its own."""
    return {JOINTLY: "jointly", ANALYST: "analyst"}.get(by, f"{by} says")
