"""The parties: their colours, their names, and with whom they sit."""

from __future__ import annotations

from collections.abc import Iterable

from negotiator.engine.comparison import Comparison
from negotiator.model import Party

PALETTE = 8


class People:
    """The parties of the negotiation.

    Args:
        whole: the comparison that the page shows.
    """

    def __init__(self, whole: Comparison) -> None:
        parties = whole.negotiation.parties
        self.shown = whole.parties
        self.parties = {party.code: party for party in parties}
        self.places = {party.code: number % PALETTE + 1 for number, party in enumerate(parties)}

    def place(self, code: str) -> str:
        """Return the class of a party's colour, none for who is not a party."""
        return f"p{self.places[code]}" if code in self.places else ""

    def name(self, code: str) -> str:
        """Return a party's full name, empty where the code says it all."""
        party = self.parties.get(code)
        return "" if party is None or party.name == code else party.name

    def called(self, codes: Iterable[str]) -> str:
        """Return the names of parties within a sentence."""
        names = [self.parties[code].called if code in self.parties else code for code in codes]
        return listed(names)

    def side(self, party: Party) -> str:
        """Return with whom a party sits, in words."""
        others = [p.code for p in self.shown if p.side == party.side and p is not party]
        return f"side {party.side}" if others else ""

    def members(self, party: Party) -> str:
        """Return what a party is a member of."""
        return ", ".join(membership.of for membership in party.member_of)


def listed(words: Iterable[str]) -> str:
    """Return words as a list in a sentence: “A, B and C”."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def capital(text: str) -> str:
    """Return a sentence with its first letter large."""
    return text[:1].upper() + text[1:]
