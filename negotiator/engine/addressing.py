"""Which document of a party comes after what was asked of it, and whom a document addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from negotiator.model import KnownBy, Party, Version


def addresses(version: Version, codes: Collection[str], parties: Mapping[str, Party]) -> bool:
    """Tell whether a document addresses one of some parties; one without addressees does.

    Args:
        version: the document.
        codes: of the parties.
        parties: all, by code.
    """
    if not version.addressees:
        return True
    names = {name for code in codes if code in parties for name in _names(parties[code])}
    return any(addressee.casefold() in names for addressee in version.addressees)


def addressees(version: Version, parties: Iterable[Party]) -> tuple[str, ...]:
    """Return the codes of the parties that a document names as addressees, in their order."""
    named = {addressee.casefold() for addressee in version.addressees}
    return tuple(party.code for party in parties if named & _names(party))


def _names(party: Party) -> set[str]:
    return {
        name.casefold() for name in (party.code, party.name, party.short, *party.aliases) if name
    }


def later(versions: Iterable[Version], days: Sequence[date | None], by: KnownBy) -> list[Version]:
    """Return the documents dated after the first of some days, in their order.

    Without all of these days, and without its own, nobody can say that a document came later.

    Args:
        versions: the documents.
        days: on which something was asked; None where that is not known.
        by: which date of a document decides.
    """
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days):
        return []
    first = min(known)
    return [version for version in versions if (day := version.known(by)) and day > first]
