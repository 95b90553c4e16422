"""Clauses of different parties lined up: never by position, always with method and score."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.alignment import Link, align
from negotiator.engine.calendar import current_versions, known_versions
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
    links = align(
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
    assert align(placed(corpus)) == ()


def test_a_link_says_how_far_the_answer_goes() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [Said("r1"), Said("r2")]),
        Tabled(
            "BLUE",
            "2024-01-02",
            [Said("b1", answers={"r1": How.ACCEPTED}), Said("b2", answers={"r2": How.COUNTERED})],
        ),
    )
    assert align(placed(corpus)) == (
        Link("r1", "b1", Relation.EQUIVALENT, Method.STATED_ANSWER, 1.0),
        Link("r2", "b2", Relation.OVERLAPPING, Method.STATED_ANSWER, 1.0),
    )


TEXTS = st.dictionaries(
    st.sampled_from("abcde"),
    st.lists(st.sampled_from(["red", "blue", "river", "missile", "treaty", "shall", "not"])).map(
        " ".join
    ),
    min_size=2,
)


@given(TEXTS)
def test_similarity_is_symmetric_and_bounded(texts: dict[str, str]) -> None:
    similarity = Similarity(texts)
    for one in texts:
        for other in texts:
            score = similarity.score(one, other)
            assert score == similarity.score(other, one)
            assert 0.0 <= score <= 1.0
        if texts[one]:
            assert similarity.score(one, one) > 0.999


@given(TEXTS)
def test_similarity_does_not_depend_on_order(texts: dict[str, str]) -> None:
    backwards = Similarity(dict(reversed(texts.items())))
    forwards = Similarity(texts)
    ids = sorted(texts)
    assert forwards.score(ids[0], ids[1]) == backwards.score(ids[0], ids[1])
