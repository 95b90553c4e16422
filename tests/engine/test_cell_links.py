"""Clauses of different parties lined up: never by position, always with method and score."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations, pairwise
from math import hypot, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.calendar import current_versions, known_versions
from negotiator.engine.cell_links import CellLink, link_cells
from negotiator.engine.cells import PlacedClause
from negotiator.engine.placing import place
from negotiator.engine.similarity import Similarity
from negotiator.model import Corpus, How, KnownBy, Method, Relation
from tests.engine.build import Said, Tabled, table


def placed(corpus: Corpus) -> tuple[PlacedClause, ...]:
    day = date(2030, 1, 1)
    current = current_versions(corpus.versions, day, KnownBy.ISSUED)
    return place(corpus, current, known_versions(corpus.versions, day, KnownBy.ISSUED))


MISSILES = "Neither party deploys ground-launched missiles within range of the other."
ECHO = "Neither party deploys ground-launched missiles outside its own territory."
RIVERS = "Vessels may pass the locks at night when the water is high."


def lined_up(red: list[Said], blue: list[Said]) -> list[tuple[str, str, Method]]:
    links = link_cells(
        placed(table(Tabled("RED", "2024-01-01", red), Tabled("BLUE", "2024-01-02", blue)))
    )
    return [(link.left, link.right, link.method) for link in links]


def test_a_stated_answer_links_whatever_the_words() -> None:
    found = lined_up([Said("r1", MISSILES)], [Said("b1", RIVERS, answers={"r1": How.REFUSED})])
    assert found == [("r1", "b1", Method.STATED_ANSWER)]


def test_another_object_does_not_link() -> None:
    assert not lined_up(
        [Said("r1", MISSILES)], [Said("b1", RIVERS, answers={"r1": How.OTHER_OBJECT})]
    )


def test_alike_texts_link_within_an_issue_or_a_topic_only() -> None:
    assert lined_up([Said("r1", MISSILES)], [Said("b1", ECHO)]) == [("r1", "b1", Method.SAME_ISSUE)]
    assert lined_up([Said("r1", MISSILES, issues=())], [Said("b1", ECHO, issues=())]) == [
        ("r1", "b1", Method.SAME_TOPIC)
    ]
    assert not lined_up(
        [Said("r1", MISSILES, issues=(), topics=("1",))],
        [Said("b1", ECHO, issues=(), topics=("2",))],
    )


def test_position_never_links() -> None:
    assert not lined_up([Said("r1", MISSILES)], [Said("b1", RIVERS)])


def test_clauses_of_one_party_are_not_lined_up() -> None:
    corpus = table(Tabled("RED", "2024-01-01", [Said("r1", MISSILES), Said("r2", ECHO)]))
    assert link_cells(placed(corpus)) == ()


def test_a_link_says_how_far_the_answer_goes() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [Said("r1"), Said("r2")]),
        Tabled(
            "BLUE",
            "2024-01-02",
            [Said("b1", answers={"r1": How.ACCEPTED}), Said("b2", answers={"r2": How.COUNTERED})],
        ),
    )
    assert link_cells(placed(corpus)) == (
        CellLink("r1", "b1", Relation.EQUIVALENT, Method.STATED_ANSWER, 1.0),
        CellLink("r2", "b2", Relation.OVERLAPPING, Method.STATED_ANSWER, 1.0),
    )


TEXTS = st.dictionaries(
    st.sampled_from("abcde"),
    st.lists(st.sampled_from(["red", "blue", "river", "missile", "treaty", "shall", "not"])).map(
        " ".join
    ),
    min_size=2,
)


def direct(one: str, other: str, texts: dict[str, str]) -> float:
    """Return the cosine of two texts, straight from its definition."""

    def terms(text: str) -> Counter[str]:
        words = text.split()
        return Counter([*words, *(" ".join(pair) for pair in pairwise(words))])

    counted = {id: terms(text) for id, text in texts.items()}

    def vector(id: str) -> dict[str, float]:
        return {
            term: (1 + log(count)) * log(1 + len(texts) / sum(term in c for c in counted.values()))
            for term, count in counted[id].items()
        }

    left, right = vector(one), vector(other)
    product = sum(weight * right.get(term, 0.0) for term, weight in left.items())
    return product / (hypot(*left.values()) * hypot(*right.values()))


@given(TEXTS)
def test_similarity_is_the_cosine_of_weighted_terms(texts: dict[str, str]) -> None:
    scores = Similarity(texts).pairs()
    for (one, other), score in scores.items():
        assert score == pytest.approx(direct(one, other, texts))
    for one, other in combinations(texts, 2):
        shared = set(texts[one].split()) & set(texts[other].split())
        assert ((one, other) in scores) == bool(shared)


@given(TEXTS)
def test_similarity_does_not_depend_on_order(texts: dict[str, str]) -> None:
    forwards = Similarity(texts).pairs()
    backwards = Similarity(dict(reversed(texts.items()))).pairs()
    assert {frozenset(pair): score for pair, score in forwards.items()} == {
        frozenset(pair): score for pair, score in backwards.items()
    }
