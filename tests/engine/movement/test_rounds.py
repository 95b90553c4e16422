"""Which round a document belongs to, and where a view begins and ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from negotiator.engine.movement import Movement, movement
from negotiator.errors import Refused
from negotiator.model import Corpus, Event, EventKind, KnownBy
from tests.engine.build import NEGOTIATION, Said, Tabled, table
from tests.engine.movement.told import shorts


def day(text: str) -> date:
    return date.fromisoformat(text)


ROUNDS = (
    Event("R1", "First round", day("2024-02-01"), day("2024-02-03"), EventKind.ROUND),
    Event("press", "A press conference", day("2024-02-10")),
    Event("R2", "Second round", day("2024-03-01"), None, EventKind.ROUND),
)
IN_ROUNDS = replace(NEGOTIATION, events=ROUNDS)


def tabled(whole: Movement) -> dict[str, tuple[str, ...]]:
    return {one.id: one.documents for one in whole.rounds}


@pytest.mark.parametrize(
    ("issued", "round_"),
    [
        # Before the first round: for the first.
        ("2024-01-01", "R1"),
        ("2024-02-02", "R1"),
        ("2024-02-03", "R1"),
        # Between two rounds: for the next.
        ("2024-02-04", "R2"),
        # A round without an end is one of a single day.
        ("2024-03-01", "R2"),
        ("2024-03-02", "after-R2"),
    ],
)
def test_a_document_belongs_to_the_first_round_that_ends_on_its_day_or_later(
    issued: str, round_: str
) -> None:
    corpus = table(Tabled("RED", issued, [Said("A1")]), negotiation=IN_ROUNDS)
    whole = movement(corpus, as_of=day("2024-04-01"))
    assert tabled(whole)[round_] == ("red@1",)
    assert [move.round for move in whole.moves] == [round_]


def test_a_round_without_documents_is_told_and_has_no_moves() -> None:
    corpus = table(Tabled("RED", "2024-02-01", [Said("A1")]), negotiation=IN_ROUNDS)
    whole = movement(corpus, as_of=day("2024-04-01"))
    assert tabled(whole) == {"R1": ("red@1",), "R2": ()}
    assert shorts(whole, "R2") == []
    assert [(line.round, line.before, line.after) for line in whole.ledger.lines] == [
        ("R1", 0, 1),
        ("R2", 1, 1),
    ]


def test_a_round_that_has_not_begun_is_not_told() -> None:
    corpus = table(Tabled("RED", "2024-02-01", [Said("A1")]), negotiation=IN_ROUNDS)
    assert list(tabled(movement(corpus))) == ["R1"]


def test_without_rounds_each_day_is_one_and_names_its_documents() -> None:
    corpus = table(
        Tabled("RED", "2024-01-10", [Said("A1")]),
        Tabled("BLUE", "2024-01-10", [Said("B1")]),
        Tabled("RED", "2024-02-01", [Said("A1")]),
    )
    rounds = movement(corpus).rounds
    assert [(one.id, one.label) for one in rounds] == [
        ("2024-01-10", "10 January 2024: blue, red"),
        ("2024-02-01", "1 February 2024: red@2"),
    ]


def test_a_document_without_a_date_is_known_on_any_day() -> None:
    corpus = table(Tabled("RED", None, [Said("A1")]), Tabled("BLUE", "2024-01-10", [Said("B1")]))
    whole = movement(corpus)
    assert tabled(whole) == {"undated": ("red@1",), "2024-01-10": ("blue@1",)}
    assert whole.moves[0].day is None


def test_nothing_on_record_is_no_round() -> None:
    whole = movement(Corpus(NEGOTIATION))
    assert (whole.rounds, whole.moves, whole.as_of) == ((), (), None)


def history() -> Corpus:
    return table(
        Tabled("RED", "2024-01-01", [Said("A1")]),
        Tabled("RED", "2024-02-02", [Said("A1", force=None, text="Other."), Said("A2")]),
        Tabled("RED", "2024-02-03", [Said("A2", text="Less.")]),
        negotiation=IN_ROUNDS,
    )


def test_a_view_that_begins_within_a_round_holds_what_came_before() -> None:
    whole = movement(history(), since=day("2024-02-03"))
    assert tabled(whole) == {"R1": ("red@3",)}
    line = whole.ledger.lines[0]
    assert (line.before, line.after) == (1, 1)
    assert {cited.clause.address for cited in whole.moves[0].before} == {"A1@2", "A2@2"}


def test_a_view_that_ends_within_a_round_knows_nothing_of_what_follows() -> None:
    whole = movement(history(), as_of=day("2024-02-02"))
    assert tabled(whole) == {"R1": ("red@1", "red@2")}


def test_a_view_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Refused, match="before it begins"):
        movement(history(), as_of=day("2024-01-01"), since=day("2024-01-02"))


def test_another_date_may_decide() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [Said("A1")], particulars={"published": day("2024-02-20")}),
        negotiation=IN_ROUNDS,
    )
    assert tabled(movement(corpus, known_by=KnownBy.ISSUED))["R1"] == ("red@1",)
    assert tabled(movement(corpus, known_by=KnownBy.PUBLISHED))["R2"] == ("red@1",)
