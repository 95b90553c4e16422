"""Cycles of waiting: complete, without shorter ones inside, the same in any order."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.engine.linkage import cycles as module
from negotiator.engine.linkage.cycles import cycles, natural


def test_a_cycle_begins_with_the_id_that_sorts_first() -> None:
    assert cycles({"E16": {"C2"}, "C2": {"E16"}}).cycles == (("C2", "E16"),)
    assert cycles({"E16": {"E2"}, "E2": {"E16"}}).cycles == (("E2", "E16"),)


def test_a_way_round_through_those_that_block_each_other_is_not_listed() -> None:
    two_sides = {"a1": {"b1", "b2"}, "a2": {"b1", "b2"}, "b1": {"a1", "a2"}, "b2": {"a1", "a2"}}
    assert cycles(two_sides).cycles == (("a1", "b1"), ("a1", "b2"), ("a2", "b1"), ("a2", "b2"))


def test_who_waits_for_itself_or_in_one_direction_is_in_none() -> None:
    assert cycles({"a": {"a", "b"}, "b": {"c"}}).cycles == ()


def test_ids_sort_as_people_sort_them() -> None:
    assert sorted(["E16", "E2", "C10", "C9.1", "C9"], key=natural) == [
        "C9",
        "C9.1",
        "C10",
        "E2",
        "E16",
    ]


def test_the_search_ends_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    # Ten layers of three: 59,049 ways round.
    layers = [[f"{layer}-{n}" for n in range(3)] for layer in range(10)]
    waits = {
        one: set(layers[(number + 1) % 10]) for number, layer in enumerate(layers) for one in layer
    }
    found = cycles(waits)
    assert not found.complete
    assert len(found.cycles) == module.MOST_CYCLES
    monkeypatch.setattr(module, "MOST_STEPS", 10)
    assert not cycles(waits).complete


GRAPHS = st.dictionaries(
    st.sampled_from("abcdef"), st.sets(st.sampled_from("abcdef"), max_size=3), max_size=6
)


def by_hand(waits: dict[str, set[str]]) -> set[tuple[str, ...]]:
    """Try every arrangement; keep those that go round and hold no shorter one."""
    nodes = sorted({*waits, *(one for some in waits.values() for one in some)})
    every = [
        path
        for length in range(2, len(nodes) + 1)
        for path in permutations(nodes, length)
        if path[0] == min(path)
        and all(b in waits.get(a, ()) for a, b in zip(path, (*path[1:], path[0]), strict=True))
    ]
    return {one for one in every if not any(set(other) < set(one) for other in every)}


@settings(max_examples=150)
@given(GRAPHS)
def test_exactly_the_cycles_without_a_shorter_one(waits: dict[str, set[str]]) -> None:
    found = cycles(waits)
    assert found.complete
    assert len(found.cycles) == len(set(found.cycles))
    assert set(found.cycles) == by_hand(waits)
