"""The heaviest run of blocks in order."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.engine.versions.chain import Block, heaviest


def block(old: int, parts: int, new: int, others: int) -> Block:
    return old, old + parts, new, new + others


BLOCKS = st.lists(
    st.builds(block, st.integers(0, 6), st.integers(1, 2), st.integers(0, 6), st.integers(1, 2)),
    max_size=8,
    unique=True,
)


def test_one_heavy_block_outweighs_two_light_ones() -> None:
    blocks = [(0, 1, 1, 2), (1, 2, 2, 3), (2, 3, 0, 1)]
    assert heaviest(blocks, [1, 1, 1]) == [0, 1]
    assert heaviest(blocks, [1, 1, 3]) == [2]
    assert heaviest([], []) == []


def test_blocks_that_overlap_are_alternatives() -> None:
    assert heaviest([(0, 1, 0, 1), (0, 1, 0, 2), (1, 2, 1, 2)], [2, 3, 2]) == [0, 2]
    assert heaviest([(0, 1, 0, 1), (0, 1, 0, 2), (1, 2, 1, 2)], [2, 5, 2]) == [1]


@settings(max_examples=80)
@given(BLOCKS, st.data())
def test_no_run_in_order_is_heavier(blocks: list[Block], data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.integers(1, 9), min_size=len(blocks), max_size=len(blocks)))
    run = heaviest(blocks, weights)
    assert in_order([blocks[at] for at in run])
    every = (
        some
        for size in range(len(blocks) + 1)
        for some in combinations(sorted(range(len(blocks)), key=blocks.__getitem__), size)
        if in_order([blocks[at] for at in some])
    )
    assert sum(weights[at] for at in run) == max(sum(weights[at] for at in some) for some in every)


def in_order(blocks: list[Block]) -> bool:
    return all(one[1] <= other[0] and one[3] <= other[2] for one, other in pairwise(blocks))
