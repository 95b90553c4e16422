"""Which clause became which between two versions of a text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from negotiator.engine.versions import Matching, match
from negotiator.model import Method
from tests.engine.versions.told import (
    BOILER,
    BUDGET,
    COURT,
    DUTIES,
    FISH,
    NATO,
    PORTS,
    matched,
    told,
)

ALL = [FISH, PORTS, COURT, DUTIES, BUDGET, NATO]
REPORTED = "Each Party shall report the catches of all its boats to the Secretariat every week."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([FISH, PORTS], [FISH, PORTS], ["0>0", "1>1"]),
        ([FISH, PORTS], [REPORTED, PORTS], ["0>0", "1>1"]),
        ([FISH, PORTS], [PORTS], ["1>0"]),
        ([PORTS], [FISH, PORTS], ["0>1"]),
        ([FISH], [NATO], []),
        # The one clause that left the order of the others moved.
        ([FISH, PORTS, COURT], [COURT, FISH, PORTS], ["2>0 moved", "0>1", "1>2"]),
        # A block that moved: all its clauses did.
        (ALL, [*ALL[2:], *ALL[:2]], ["2>0", "3>1", "4>2", "5>3", "0>4 moved", "1>5 moved"]),
        # Moved, and reworded on the way.
        (ALL, [*ALL[1:], REPORTED], ["1>0", "2>1", "3>2", "4>3", "5>4", "0>5 moved"]),
        ([f"{FISH} {PORTS}", COURT], [FISH, PORTS, COURT], ["0>0+1", "1>2"]),
        ([FISH, PORTS, COURT], [COURT, f"{FISH} {PORTS}"], ["2>0 moved", "0+1>1"]),
        ([f"{FISH} {PORTS} {COURT}"], [REPORTED, PORTS, COURT], ["0>0+1+2"]),
        # A neighbour that has nothing to do with the clause is not taken for a part of it.
        ([f"{FISH} {PORTS}"], [f"{FISH} {PORTS}", NATO], ["0>0"]),
        ([], [FISH], []),
        ([], [], []),
    ],
)
def test_which_clause_became_which(
    old: Sequence[str], new: Sequence[str], expected: list[str]
) -> None:
    assert matched(old, new) == expected


def test_when_two_blocks_change_places_the_lighter_one_moved() -> None:
    assert matched(ALL, [*ALL[4:], *ALL[:4]])[:2] == ["4>0 moved", "5>1 moved"]
    assert matched([FISH, "Fish well."], ["Fish well.", FISH])[0] == "1>0 moved"


def test_a_clause_between_two_that_stayed_is_the_same_though_little_of_it_is() -> None:
    before = "Each Party shall report the catches of its vessels in the northern fishing zone."
    after = "Whatever is taken in the northern zone is reported by the flag state of the vessels."
    found = match([PORTS, before, COURT], [PORTS, after, COURT])
    assert told(found) == ["0>0", "1>1", "2>2"]
    assert found.matches[1].method is Method.CONTEXT
    assert matched([PORTS, FISH, COURT], [PORTS, NATO, COURT]) == ["0>0", "2>2"], (
        "never by position alone"
    )


def test_what_stayed_in_its_place_is_preferred_to_a_twin_far_away() -> None:
    twin = FISH.replace("month", "year")
    old = [FISH, PORTS, COURT, DUTIES, twin, BUDGET]
    assert matched(old, [REPORTED, PORTS, COURT, DUTIES, FISH.replace("month", "day"), BUDGET]) == [
        f"{n}>{n}" for n in range(6)
    ]


def test_methods_tell_what_lined_clauses_up() -> None:
    found = match([FISH, PORTS, COURT], [FISH, PORTS.upper(), NATO], fixed=[(2, 2)])
    assert [one.method for one in found.matches] == [
        Method.SAME_TEXT,
        Method.SIMILAR_TEXT,
        Method.SAME_KEY,
    ]
    assert [round(one.score, 1) for one in found.matches[:2]] == [1, 1]
    assert found.matches[2].score < 0.4


def test_what_is_settled_stays_and_may_grow_into_a_split() -> None:
    assert told(match([FISH, PORTS], [PORTS, FISH], fixed=[(0, 0)])) == ["0>0"]
    found = match([f"{FISH} {PORTS}", COURT], [FISH, PORTS, COURT], fixed=[(0, 0)])
    assert told(found) == ["0>0+1", "1>2"]
    assert found.matches[0].method is Method.SAME_KEY


def test_clauses_of_different_sorts_never_match() -> None:
    sorts = (["heading", "clause"], ["clause", "clause"])
    found = match(["Ports", "Ports"], ["Ports", FISH], sorts=sorts)
    assert told(found) == ["1>0"]
    joined = match([f"{FISH} {PORTS}"], [FISH, PORTS], sorts=(["clause"], ["clause", "heading"]))
    assert told(joined) == ["0>0"]


def test_repeated_texts_are_matched_in_their_order_and_never_move() -> None:
    assert matched([BOILER] * 3, [BOILER] * 2) == ["0>0", "1>1"]
    old = [FISH, BOILER, PORTS, COURT, BOILER]
    assert matched(old, [FISH, PORTS, BOILER, COURT]) == ["0>0", "2>1", "3>3"]
    # It moves with the clause before it.
    assert matched([FISH, BOILER, PORTS, COURT, BOILER], [PORTS, COURT, BOILER, FISH, BOILER]) == [
        "2>0",
        "3>1",
        "4>2",
        "0>3 moved",
        "1>4 moved",
    ]


def test_of_a_text_that_stands_twice_the_one_that_stayed_is_meant() -> None:
    # Either could be the one that is left; only the second stands where that one does.
    rewritten = PORTS.replace("whatever", "any"), COURT.replace("year", "month")
    old = [FISH, BOILER, PORTS, BOILER, COURT, DUTIES]
    new = [FISH, rewritten[0], BOILER, rewritten[1], DUTIES]
    assert matched(old, new) == ["0>0", "2>1", "3>2", "4>3", "5>4"]


def test_a_part_of_a_clause_is_not_the_same_text_moved_from_far_away() -> None:
    old = [f"{FISH} {PORTS}", COURT, DUTIES, BUDGET, PORTS]
    assert matched(old, [REPORTED, PORTS, COURT, DUTIES, BUDGET]) == ["0>0+1", "1>2", "2>3", "3>4"]


def test_a_clause_did_not_move_while_something_like_it_stands_where_it_was() -> None:
    old = [FISH, PORTS, COURT, DUTIES, BUDGET]
    alike = COURT.replace("year", "month")
    rewritten = (
        "Any dispute between two Parties not settled by talks is brought to the Court, and every"
        " award it makes is binding."
    )
    assert matched(old, [FISH, PORTS, DUTIES, BUDGET, alike])[-1] == "2>4 moved"
    assert matched(old, [FISH, PORTS, rewritten, DUTIES, BUDGET, alike]) == [
        f"{n}>{n}" for n in range(5)
    ]


def test_texts_without_words_match_in_order_and_never_move() -> None:
    assert matched(["", FISH, PORTS], [FISH, PORTS, ""]) == ["1>0", "2>1"]
    assert matched([FISH, "…", PORTS], [FISH, "…", PORTS]) == ["0>0", "1>1", "2>2"]
    assert matched(["", ""], ["", "", ""]) == ["0>0", "1>1"]


def test_scripts_without_spaces_are_compared_by_their_characters() -> None:
    old = [
        "缔约双方应当保证在其领土内不部署中程导弹",
        "理事会每年召开一次会议审查本条约的执行情况",
        "任何争端应当通过谈判和平解决",
    ]
    new = [old[1], old[2], old[0].replace("应当", "必须")]
    assert matched(old, new) == ["1>0", "2>1", "0>2 moved"]


def test_when_the_time_is_over_only_equal_clauses_match_and_nothing_moved() -> None:
    found = match([FISH, PORTS, COURT, DUTIES], [DUTIES, FISH, PORTS, NATO], patience=lambda: True)
    assert told(found) == ["3>0", "0>1", "1>2"]
    assert found.fallback.startswith("only clauses with the same words were matched")
    assert not match([FISH, PORTS], [PORTS, FISH], patience=lambda: False).fallback


@pytest.mark.parametrize("after", range(1, 12))
def test_whenever_the_time_is_over_the_result_is_whole_or_says_that_it_is_not(after: int) -> None:
    old = [f"{FISH} {PORTS}", COURT, DUTIES, BUDGET.upper(), NATO]
    new = [NATO, FISH, PORTS, COURT.replace("year", "month"), BUDGET]
    asked = count()
    found = match(old, new, patience=lambda: next(asked) >= after)
    whole = match(old, new)
    assert found == whole or (found.fallback and not any(one.moved for one in found.matches))


WORDS = st.sampled_from("fish port court duty budget missile shall the of not".split())
CLAUSES = st.lists(WORDS, max_size=8).map(" ".join)
VERSIONS = st.lists(CLAUSES, max_size=7)


def edited(old: list[str]) -> st.SearchStrategy[list[str]]:
    """Return versions made of clauses of another one."""
    return st.permutations(old).map(lambda new: [text.replace("fish", "cod") for text in new[1:]])


PAIRS = st.tuples(VERSIONS, VERSIONS) | VERSIONS.flatmap(
    lambda old: st.tuples(st.just(old), edited(old))
)


@settings(max_examples=60)
@given(PAIRS)
def test_every_clause_is_in_one_match_at_most(pair: tuple[list[str], list[str]]) -> None:
    found = match(*pair)
    for places, size in (
        ([at for one in found.matches for at in one.old], len(pair[0])),
        ([at for one in found.matches for at in one.new], len(pair[1])),
    ):
        assert len(set(places)) == len(places)
        assert all(0 <= at < size for at in places)
    for one in found.matches:
        assert min(len(one.old), len(one.new)) == 1
        assert one.old == tuple(range(one.old[0], one.old[-1] + 1))
        assert one.new == tuple(range(one.new[0], one.new[-1] + 1))
        assert 0 <= one.score <= 1


@settings(max_examples=60)
@given(PAIRS)
def test_it_is_the_same_from_either_side(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    assert mirrored(match(old, new)) == sides(match(new, old))


@given(st.permutations(range(4)))
def test_settled_pairs_are_the_same_from_either_side(order: list[int]) -> None:
    texts = ALL[:4]
    back = sorted((j, i) for i, j in enumerate(order))
    assume(back != [*enumerate(order)])  # where both sides are one, nothing tells which moved
    assert mirrored(match(texts, texts, fixed=[*enumerate(order)])) == sides(
        match(texts, texts, fixed=back)
    )


@settings(max_examples=60)
@given(PAIRS)
def test_a_text_that_stands_several_times_never_moves_alone(
    pair: tuple[list[str], list[str]],
) -> None:
    old, new = pair
    found = match(old, new).matches
    starts = {(one.old[0], one.new[0]) for one in found}
    ends = {(one.old[-1] + 1, one.new[-1] + 1) for one in found}
    for one in found:
        behind = one.old[-1] + 1, one.new[-1] + 1
        if one.moved and (one.old[0], one.new[0]) not in ends and behind not in starts:
            before, after = (
                [texts[at] for at in places] for texts, places in ((old, one.old), (new, one.new))
            )
            assert before != after or old.count(before[0]) == new.count(before[0]) == 1


@settings(max_examples=60)
@given(PAIRS)
def test_what_is_not_moved_is_in_order(pair: tuple[list[str], list[str]]) -> None:
    stayed = [one.old for one in match(*pair).matches if not one.moved]
    assert stayed == sorted(stayed)


@settings(max_examples=60)
@given(VERSIONS)
def test_a_text_against_itself_is_the_same_in_its_places(texts: list[str]) -> None:
    found = match(texts, texts)
    assert told(found) == [f"{n}>{n}" for n in range(len(texts))]
    assert all(one.method is Method.SAME_TEXT and one.score == 1 for one in found.matches)


def sides(found: Matching) -> set[tuple[object, ...]]:
    return {(one.old, one.new, one.score, one.method, one.moved) for one in found.matches}


def mirrored(found: Matching) -> set[tuple[object, ...]]:
    return {(one.new, one.old, one.score, one.method, one.moved) for one in found.matches}
