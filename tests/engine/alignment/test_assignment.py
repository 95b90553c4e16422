"""The best one-to-one choice, held to trying all of them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.engine.alignment.assignment import Pair, assign

WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)),
    st.sampled_from([0.1, 0.25, 0.5, 0.5, 0.75, 0.9]),
    max_size=9,
)


def best(weights: Mapping[Pair, float]) -> float:
    """Return the most that any choice weighs."""
    found = 0.0
    for size in range(len(weights) + 1):
        for chosen in combinations(weights, size):
            rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
            if len(rows) == len(columns) == size:
                found = max(found, sum(weights[pair] for pair in chosen))
    return found


@settings(max_examples=150, deadline=None)
@given(WEIGHTS)
def test_no_other_choice_weighs_more(weights: Mapping[Pair, float]) -> None:
    chosen = assign(weights)
    assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == len(chosen)
    assert abs(sum(weights[pair] for pair in chosen) - best(weights)) < 1e-9


def test_a_row_gives_way_where_that_is_worth_more() -> None:
    assert assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7}) == {(0, 1), (1, 0)}


def test_what_is_worth_nothing_stays_alone() -> None:
    assert assign({(0, 0): 0.0, (1, 1): 0.4}) == {(1, 1)}
