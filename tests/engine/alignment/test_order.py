"""Whether links run in order, held to looking at every two of them."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.engine.alignment.order import Crossings, concordance

PLACES = st.tuples(st.integers(0, 6), st.integers(0, 6))


def test_links_in_order_and_in_reverse() -> None:
    assert concordance([(0, 0), (1, 1), (2, 5)]) == 1.0
    assert concordance([(0, 5), (1, 1), (2, 0)]) == -1.0
    assert concordance([(0, 0)]) == 0.0


@settings(max_examples=80, deadline=None)
@given(st.sets(PLACES, max_size=9))
def test_order_is_counted_over_every_two_links(links: set[tuple[int, int]]) -> None:
    turns = [(a - c) * (b - d) for (a, b), (c, d) in combinations(sorted(links), 2)]
    same, reverse = sum(turn > 0 for turn in turns), sum(turn < 0 for turn in turns)
    expected = (same - reverse) / (same + reverse) if same + reverse else 0.0
    assert concordance(sorted(links)) == expected


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(PLACES, st.sampled_from([0.5, 1.0]), max_size=9),
    st.lists(PLACES, max_size=6),
)
def test_crossings_are_those_before_on_one_side_and_after_on_the_other(
    sure: dict[tuple[int, int], float], asked: list[tuple[int, int]]
) -> None:
    crossings = Crossings(sure, 7)
    for row, column in sorted(asked):
        across = sum(
            value for (one, other), value in sure.items() if (one - row) * (other - column) < 0
        )
        all_else = sum(
            value for (one, other), value in sure.items() if one != row and other != column
        )
        found, share = crossings.of(row, column)
        assert abs(found - across) < 1e-9
        assert abs(share - (across / all_else if all_else else 0.0)) < 1e-9
