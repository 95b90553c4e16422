"""The queue of readings: stale and disputed ones first, then those that say least."""

from __future__ import annotations

from dataclasses import replace

import pytest

from negotiator.engine.cells import PlacedClause
from negotiator.engine.review.readings import (
    ReadClause,
    read_clause,
    readings_to_review,
    state,
)
from negotiator.model import UNREAD, Clause, Force, Origin, Reading, Review, Strength, Version

VERSION = Version("red", 1, "Paper red", ("RED",))
FULL = Reading(
    ("1.1",), ("I1",), Force.DEMAND, "RED", origin=Origin.MACHINE, review=Review.DRAFT,
    strength=Strength.SHALL,
)  # fmt: skip


def read(reading: Reading, id: str = "r1") -> ReadClause:
    return read_clause(PlacedClause(Clause(id, id, "red@1", "Text."), reading, VERSION))


@pytest.mark.parametrize(
    ("reading", "why"),
    [
        (replace(FULL, origin=Origin.PERSON), "it was read in another wording"),
        (replace(FULL, review=Review.DISPUTED), "somebody disputes it"),
        (UNREAD, "nobody has read it yet"),
        (replace(FULL, force=None), "its act is not read"),
        (replace(FULL, issues=()), "it stands under no issue"),
        (replace(FULL, topics=()), "it stands under no topic"),
        (replace(FULL, strength=None), "how strongly it binds is not read"),
        (replace(FULL, bound=""), "nobody is named as bound"),
        (FULL, "the machine read it"),
        (replace(FULL, origin=Origin.PERSON, review=Review.PROPOSED),
         "proposed, and nobody has confirmed it"),
        (replace(FULL, review=Review.CONFIRMED), ""),
        (replace(FULL, review=Review.ADJUDICATED), ""),
    ],
)  # fmt: skip
def test_each_reading_says_why_it_waits(reading: Reading, why: str) -> None:
    assert read(reading).why == why


def test_the_hardest_come_first_and_what_is_settled_does_not_come() -> None:
    said = {
        "settled": replace(FULL, review=Review.CONFIRMED),
        "full": FULL,
        "bare": replace(FULL, issues=(), topics=(), bound=""),
        "unfiled": replace(FULL, issues=()),
        "unread": UNREAD,
        "stale": replace(FULL, origin=Origin.PERSON),
    }
    queue = readings_to_review(read(reading, id) for id, reading in said.items())
    assert [one.placed.clause.id for one in queue] == [
        "stale", "unread", "bare", "unfiled", "full",
    ]  # fmt: skip


def test_a_persons_reading_of_another_wording_is_stale() -> None:
    assert state(replace(FULL, origin=Origin.PERSON)) is Review.STALE
    assert state(FULL) is Review.DRAFT
    assert state(replace(FULL, origin=Origin.PERSON, review=Review.CONFIRMED)) is Review.CONFIRMED
