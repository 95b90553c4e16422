"""Who is bound, as a set of parties, where a reading says so in names alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from negotiator.model import Party

EVERYBODY = frozenset({"*"})
_ALL = re.compile(
    r"\s*(?:both|all|each|every|either|neither|any)?\s*(?:of\s)?(?:the\s)?"
    r"(?:part(?:y|ies)|sides?|both|all|everybody|everyone|signatories)\s*"
)
# What may stand beside the names without changing who is meant.
_JOINS = re.compile(r"\b(?:and|or|the|its|only|alone|members?|states?|of)\b|[\s,;/()&.]")


def names(parties: Sequence[Party]) -> Mapping[str, str]:
    """Return every name of the parties, in small letters, longest first, with their codes."""
    known = {
        name.casefold(): party.code
        for party in reversed(parties)
        for name in (party.name, party.short, party.code, *party.aliases)
        if len(name) > 1
    }
    return {name: known[name] for name in sorted(known, key=lambda name: (-len(name), name))}


def bound(phrase: str, called: Mapping[str, str]) -> frozenset[str] | None:
    """Return the codes of those who are bound, None where the phrase says more than names.

    Args:
        phrase: of a reading: “US and Russia”, “both”, “NATO members only”.
        called: every name of the parties.
    """
    small = phrase.casefold().strip()
    if not small:
        return None
    if _ALL.fullmatch(small):
        return EVERYBODY
    found = set()
    for name, code in called.items():
        pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
        small, times = re.subn(pattern, " ", small)
        if times:
            found.add(code)
    return frozenset(found) if found and not _JOINS.sub("", small) else None
