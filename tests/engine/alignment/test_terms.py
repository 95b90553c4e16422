"""What is compared in a clause."""

from __future__ import annotations

import time

import pytest

from negotiator.engine.alignment.passage import Passage
from negotiator.engine.alignment.ranking import rank
from negotiator.engine.alignment.terms import terms


def test_words_names_and_the_opening() -> None:
    found = terms(Passage("1", "1. Each Party shall inform the Joint Commission by 15 May 2024."))
    assert found.words[:4] == ("1", "each", "party", "shall")
    assert found.opening[:3] == ("each", "party", "shall")
    assert found.names == ("party", "joint commission", "#1", "#15", "#2024")


def test_a_heading_counts_as_the_first_words() -> None:
    assert terms(Passage("1", "It is free.", heading="Transit")).words == (
        *("transit", "it", "is", "free"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "‘main establishment’ means the place of central administration",
        '(4) "main establishment" means the place',
        "“Main establishment” shall mean the place",
    ],
)
def test_a_definition_names_its_term(text: str) -> None:
    assert terms(Passage("1", text)).defined == "main establishment"


def test_a_quotation_is_no_definition() -> None:
    assert terms(Passage("1", "The words “main establishment” are deleted")).defined == ""


@pytest.mark.parametrize(
    "text", ["A " * 200_000, "Aa" * 200_000, "‘" * 200_000, "1.1" * 100_000, "某" * 200_000]
)
def test_long_and_hostile_texts_take_bounded_time(text: str) -> None:
    start = time.process_time()
    terms(Passage("1", text))
    assert time.process_time() - start < 5


def test_ranking_puts_the_clause_of_the_same_topic_first() -> None:
    query = Passage("q", "NATO keeps its door open.", topics=("enlargement",))
    clauses = [
        Passage("a", "The door of the embassy stays open.", topics=("visits",)),
        Passage("b", "NATO commits to no further enlargement.", topics=("enlargement",)),
    ]
    ((best, score), (other, less)) = rank([query], clauses)["q"]
    assert (best, other) == ("b", "a")
    assert score > less
