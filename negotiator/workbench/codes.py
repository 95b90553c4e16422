"""Codes of parties that could not be told apart where they are used."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from negotiator.errors import Refused

# Who asserts a status, beside the parties.
RESERVED = frozenset({"analyst", "jointly"})


def check_codes(codes: Sequence[str], *, where: str = "party code") -> None:
    """Refuse codes that stand for something else, and those by which two gaps are named alike.

    A gap is named by its issue and its parties: with `A-B`, `C`, `A` and `B-C` at one table nobody
    could tell `A-B-C` from `A-B-C`.

    Args:
        codes: of all parties, in their order.
        where: the place to name.

    Raises:
        Refused: naming the codes.
    """
    for code in codes:
        if code in RESERVED:
            raise Refused(
                f"“{code}” says who asserts a status, and cannot be a party",
                where=where,
                remedy="give the party another code",
            )
    # Only a hyphen within a code can make two pairs look alike.
    if not any("-" in code for code in codes):
        return
    named: dict[str, tuple[str, str]] = {}
    for pair in combinations(codes, 2):
        other = named.setdefault("-".join(pair), pair)
        if other != pair:
            raise Refused(
                f"{' and '.join(other)} would be named like {' and '.join(pair)}:"
                f" “{'-'.join(pair)}”",
                where=where,
                remedy="write one of the codes without a hyphen",
            )
