"""The edit script: exact always, minimal as far as memory allows, and close to it beyond."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from negotiator.engine.wording import script as module
from negotiator.engine.wording.anchors import anchors, increasing
from negotiator.engine.wording.script import Edit, script

TOKENS = st.lists(st.sampled_from(["a", "b", "c", "not", "10"]), max_size=30)


def applied(old: Sequence[str], new: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    made: list[str] = []
    at = 0
    for start, end, new_start, new_end in edits:
        made += [*old[at:start], *new[new_start:new_end]]
        at = end
    return [*made, *old[at:]]


def size(edits: Sequence[Edit]) -> int:
    return sum(b - a + d - c for a, b, c, d in edits)


@given(TOKENS, TOKENS)
def test_applied_it_gives_the_new_text_and_nothing_less_would(
    old: list[str], new: list[str]
) -> None:
    edits = script(old, new)
    assert applied(old, new, edits) == new
    assert size(edits) == Indel.distance(old, new)


@given(TOKENS, TOKENS, st.sampled_from([0, 4, 60]))
def test_a_text_that_is_divided_is_exact_too(
    old: list[str], new: list[str], affordable: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_MINIMAL", affordable)
        patch.setattr(module, "_LARGE", 6)
        patch.setattr(module, "_LEVENSHTEIN", 25)
        edits = script(old, new)
    assert applied(old, new, edits) == new


def edited(words: Sequence[str], share: float, chance: Random) -> list[str]:
    made: list[str] = []
    for word in words:
        act = chance.choice(("exchange", "insert", "delete")) if chance.random() < share else ""
        made += [chance.choice(words)] if act in ("exchange", "insert") else []
        made += [word] if act in ("", "insert") else []
    return made


@pytest.mark.parametrize("share", [0.05, 0.4])
def test_a_long_text_is_hardly_marked_more_than_it_must_be(share: float) -> None:
    chance = Random(1)
    # As in a natural text, few words are frequent and many are rare.
    old = [f"w{int(4_000 ** chance.random())}" for _ in range(14_000)]
    new = edited(old, share, chance)
    edits = script(old, new)
    assert applied(old, new, edits) == new
    assert size(edits) <= 1.001 * Indel.distance(old, new)


def test_a_stretch_that_only_by_chance_stands_once_is_no_anchor() -> None:
    # "xyz" stands at the end of one and at the beginning of the other.
    assert anchors("abcdefghijk" + "xyz", "xyz" + "abcdefghijk") == [(0, 3, 11)]
    assert anchors("abcd" + "12345678" + "xyz" + "efgh", "abcd" + "xyz" + "87654321efgh") in (
        [(0, 0, 4), (15, 15, 4)],
        [(0, 0, 4), (12, 4, 3), (15, 15, 4)],
    )


@given(st.lists(st.integers(0, 50), unique=True))
def test_the_longest_increasing_chain(places: list[int]) -> None:
    chain = increasing(places)
    found = [places[at] for at in chain]
    assert found == sorted(found)
    best = [0] * 51
    for place in places:
        best[place] = 1 + max(best[:place], default=0)
    assert len(chain) == max(best, default=0)
