"""The clauses most alike, held to looking at every two of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.engine.alignment import Passage
from negotiator.engine.alignment.candidates import KEPT, apart
from negotiator.engine.alignment.crowd import together
from negotiator.engine.alignment.nearest import nearest
from negotiator.engine.alignment.signals import Documents
from negotiator.engine.alignment.space import cosine

WORDS = st.sampled_from(
    "cod haddock quota port vessel mesh season court tribunal inspector".split()
)
DOCUMENT = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=8)

QUOTA = "The quota of cod in the northern waters is 1,000 tonnes a year."
SEASON = "Vessels may not fish with bottom trawls in the spawning season."


def passages(texts: list[str]) -> list[Passage]:
    return [Passage(str(number), text) for number, text in enumerate(texts)]


@settings(max_examples=60, deadline=None)
@given(DOCUMENT, DOCUMENT, st.integers(1, 4))
def test_the_nearest_are_those_that_looking_at_every_two_finds(
    left: list[str], right: list[str], most: int
) -> None:
    words = Documents((passages(left), passages(right))).pairs
    ours, theirs = words.vectors(0), words.vectors(1)
    found = nearest(ours, theirs, most)
    for mine, others, likest in (
        *((one, theirs, likest) for one, likest in zip(ours, found[0], strict=True)),
        *((one, ours, likest) for one, likest in zip(theirs, found[1], strict=True)),
    ):
        alike = [cosine(mine, other) for other in others]
        best = sorted((round(score, 9) for score in alike if score > 0), reverse=True)
        assert [round(score, 9) for score, _ in likest] == best[:most]
        assert all(abs(alike[at] - score) < 1e-9 for score, at in likest)


@settings(max_examples=60, deadline=None)
@given(st.lists(DOCUMENT, min_size=2, max_size=4))
def test_among_many_documents_the_likest_of_each_other_is_found(texts: list[list[str]]) -> None:
    documents = Documents([passages(one) for one in texts])
    search = together(documents)
    for left in range(len(texts)):
        for right in range(left + 1, len(texts)):
            found = set(search(left, right, False)[0])
            assert {(column, row) for row, column in found} == set(search(right, left, False)[0])
            for row, one in enumerate(texts[left]):
                twins = [at for at, other in enumerate(texts[right]) if one and other == one]
                assert {(row, at) for at in twins} <= found


def test_a_rival_far_behind_the_best_is_not_looked_at() -> None:
    others = [QUOTA, "Vessels of the northern waters land their catch by night."]
    documents = Documents([passages([QUOTA]), passages(others), passages([SEASON])])
    assert set(together(documents)(0, 1, False)[0]) == {(0, 0)}
    assert set(apart(documents)(0, 1, False)[0]) == {(0, 0), (0, 1)}


def test_of_a_clause_that_stands_many_times_the_first_are_candidates() -> None:
    documents = Documents([passages([QUOTA]), passages([QUOTA] * 40), passages([SEASON])])
    pairs = {(0, column) for column in range(KEPT)}
    assert pairs <= set(together(documents)(0, 1, False)[0])


@pytest.mark.parametrize("parties", [3, 10])
def test_a_word_of_one_party_sets_two_texts_no_further_apart_when_more_speak(parties: int) -> None:
    def alike(count: int) -> float:
        documents = [passages([f"{QUOTA} {SEASON}"]), *[passages([QUOTA])] * (count - 1)]
        return Documents(documents).pairs.between(0, 1)(0, 0)

    assert alike(parties) == pytest.approx(alike(2))
