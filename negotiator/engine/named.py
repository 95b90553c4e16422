"""Which parties are meant by free text: “US and NATO”, “NATO members only”, “both”, “nobody”."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from negotiator.model import Party, PartyKind

# Words of the names of states and organisations that many of them share.
_SHARED = frozenset(
    (
        "the of and republic kingdom federation federal islamic people's people’s democratic"
        " states state"
        " united union commonwealth arab emirates socialist principality grand duchy nations"
        " european"
        " international community organization organisation treaty agency north south east west"
        " new great"
        " atlantic african american asian"
    ).split()
)
# Where a name of two words ends in one of these, the last one alone names it at its own table.
_BODIES = frozenset(
    "Union Parliament Council Commission League Alliance Commonwealth Assembly Group Agency".split()
)
_ENDINGS = r"(?:n|an|ian|s|['’]s?|n['’]s|ian['’]s)?"
_EVERYBODY = re.compile(
    r"\b(?:both|all|each|every|everybody|everyone|the parties|parties to|participants|the two|"
    r"les parties|die parteien|las partes|стороны)\b|各方|双方",
    re.IGNORECASE,
)
_ADDRESSEES = re.compile(r"\b(?:addressees?|the other (?:side|party)|recipients?)\b", re.IGNORECASE)
_ALLIES = re.compile(r"\ballies\b|\balliés\b|\bverbündete\w?\b|\bсоюзник\w{0,3}\b", re.IGNORECASE)
_NOBODY = re.compile(r"^\W*(?:nobody|none|no one|nil|n/?a)?\W*$", re.IGNORECASE)
_BOTH = re.compile(r"^\W*(?:both|beide|les deux|ambas|обе)\b", re.IGNORECASE)
_MEMBERS = re.compile(r"\b(?:member states|members|états membres|mitgliedstaaten)\b", re.IGNORECASE)
_OR = re.compile(r"\bor\b|\bou\b|\boder\b|\bили\b")


@dataclass(frozen=True, slots=True)
class Bound:
    """Whom a text names.

    Args:
        codes: of the parties, in the negotiation's order.
        everybody: True where it speaks of all at the table.
        nobody: True where it says that nobody is bound, or nothing.
        members: True where it speaks of members, which are those of whoever speaks.
        alternatives: True where it joins them by “or”.
    """

    codes: tuple[str, ...] = ()
    everybody: bool = False
    nobody: bool = False
    members: bool = False
    alternatives: bool = False


class Named:
    """The parties of a negotiation by every name that a reading may call them."""

    def __init__(
        self, parties: Sequence[Party], as_of: date | None, tabled: Collection[str] = ()
    ) -> None:
        """Gather the names, and who belongs to whom.

        Args:
            parties: of the negotiation, in its order, with and without a column.
            as_of: the day on which memberships count; None for all of them.
            tabled: codes of those that have tabled something.
        """
        self.parties = tuple(parties)
        self._tabled = frozenset(tabled)
        self._order = {party.code: number for number, party in enumerate(self.parties)}
        self._patterns = {
            party.code: _pattern(names) for party, names in _distinct(self.parties).items()
        }
        self._words = frozenset(
            word.casefold()
            for party in self.parties
            for name in (*_stated(party), *_derived(party))
            for word in re.findall(r"\w+", name)
        )
        self.organisations = {
            party.code: tuple(
                one.of for one in party.member_of if one.of in self._order and one.runs(as_of)
            )
            for party in self.parties
        }

    def bound(self, text: str, addressees: Sequence[str] = ()) -> Bound:
        """Return whom a text names.

        Args:
            text: who is bound, in free words.
            addressees: codes of the parties that the document is addressed to.
        """
        if _NOBODY.match(text):
            return Bound(nobody=True)
        codes = set(self.named(text))
        everybody = bool(_BOTH.search(text) or (not codes and _EVERYBODY.search(text)))
        if _ADDRESSEES.search(text) or everybody:
            codes |= set(addressees)
        if _ALLIES.search(text):
            codes |= {ally for code in codes for ally in self._allies(code)}
        return Bound(
            self.ordered(codes),
            everybody,
            members=bool(_MEMBERS.search(text)),
            alternatives=bool(_OR.search(text)),
        )

    def named(self, text: str) -> tuple[str, ...]:
        """Return the codes of the parties that a text names, in the negotiation's order."""
        return tuple(code for code, pattern in self._patterns.items() if pattern.search(text))

    def is_name(self, word: str) -> bool:
        """Tell whether a word in small letters is a name, or made of one: `iranian`."""
        return word in self._words or any(
            word.startswith(name) for name in self._words if len(name) > 3
        )

    def addressees(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the codes of the parties that a document is addressed to."""
        return self.ordered({code for name in names for code in self.named(name)})

    def across(self, codes: Iterable[str], own: Collection[str]) -> tuple[str, ...]:
        """Return which parties sit on another side than some, and have tabled something."""
        sides = {self.side(code) for code in own}
        return tuple(
            code for code in codes if code in self._tabled and self.side(code) not in sides
        )

    def ordered(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return codes in the negotiation's order, each once."""
        return tuple(sorted(set(codes), key=lambda code: self._order.get(code, len(self._order))))

    def with_allies(self, codes: Iterable[str]) -> frozenset[str]:
        """Return parties with the organisations they are members of, and with their members."""
        some = frozenset(codes)
        return some.union(
            *(self.organisations.get(code, ()) for code in some),
            *((code,) for code, of in self.organisations.items() if some.intersection(of)),
        )

    def has_members(self, code: str) -> bool:
        """Tell whether a party is made of others: an alliance, an organisation, a bloc."""
        number = self._order.get(code)
        return number is not None and self.parties[number].kind is not PartyKind.STATE

    def side(self, code: str) -> str:
        """Return the side that a party sits on, empty where it is unknown."""
        number = self._order.get(code)
        return "" if number is None else self.parties[number].side

    def _allies(self, code: str) -> tuple[str, ...]:
        """Return the alliances of a party: those it is a member of, and those on its side."""
        side = self.side(code)
        return (
            *self.organisations.get(code, ()),
            *(
                party.code
                for party in self.parties
                if party.kind is PartyKind.ALLIANCE and party.side == side
            ),
        )


def _distinct(parties: Sequence[Party]) -> dict[Party, tuple[str, ...]]:
    """Return the names of each party; what is only derived counts where no other party has it."""
    derived = {party: _derived(party) for party in parties}
    counted: dict[str, int] = {}
    for party in parties:
        for name in {*derived[party], *_stated(party)}:
            counted[name.casefold()] = counted.get(name.casefold(), 0) + 1
    return {
        party: (
            *_stated(party),
            *(name for name in derived[party] if counted[name.casefold()] == 1),
        )
        for party in parties
    }


def _stated(party: Party) -> tuple[str, ...]:
    names = (party.code, party.name, party.short, *party.aliases)
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def _derived(party: Party) -> tuple[str, ...]:
    """Return what a party is called when its whole name is too long."""
    found = [part.strip() for part in re.split(r"[()]", party.name) if "(" in party.name]
    found = [part for part in found if part]
    name = party.name.partition(",")[0] if " and " not in party.name else party.name
    found.append(name)
    before = name.partition(" of ")[0]
    if " " in before:
        found.append(before)
    words = [word.strip("(),.") for word in name.split()]
    if party.kind is PartyKind.STATE:
        own = [word for word in words if word[:1].isupper() and word.casefold() not in _SHARED]
        if own and len(own) < len(words) and " and " not in name:
            found.append(own[-1])
            if own[-1].endswith("ian") or own[-1].endswith("can"):
                found.append(own[-1][:-1])
    elif words and words[-1] in _BODIES:
        found.append(words[-1])
    return tuple(one for one in dict.fromkeys(found) if one not in _stated(party))


def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern for any of some names. Short ones and codes keep their capitals: “us”."""
    parts = []
    for name in sorted(names, key=lambda one: (-len(one), one)):
        plain = re.escape(name)
        exact = len(name) <= 4 or name in _BODIES or name.isupper()
        ending = _ENDINGS if len(name) > 3 and name[-1].isalpha() else r"(?:['’]s)?"
        parts.append(f"{plain}{ending}" if exact else f"(?i:{plain}){ending}")
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
