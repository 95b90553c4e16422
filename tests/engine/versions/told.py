"""Matches as lines that a person reads, and texts that differ enough to be told apart."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.versions import Matching, match

FISH = "Each Party shall report the catches of its vessels to the Secretariat every month."
PORTS = "The ports of a Party stay open to vessels in distress, whatever flag they fly."
COURT = "A dispute that is not settled within a year goes to the Court, whose award is final."
DUTIES = "Customs duties on dried cod are lowered by a tenth on the first of January."
BUDGET = "The budget is adopted by two thirds of the members who are present and voting."
NATO = "No missiles of intermediate range are stationed outside the national territory."
BOILER = "Nothing in this Agreement prevents a Party from protecting its security."


def told(found: Matching) -> list[str]:
    """Return each match as "0>0", with its parts joined by "+" and "moved" where it was."""
    return [
        f"{'+'.join(map(str, one.old))}>{'+'.join(map(str, one.new))}{' moved' * one.moved}"
        for one in found.matches
    ]


def matched(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Return how two versions are matched."""
    return told(match(old, new))
