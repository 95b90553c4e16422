"""What people decided on links moves the next drafts: a little, and never the wrong way."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.engine.alignment.learning import AS_FITTED, LARGEST_SHIFT, learn

THRESHOLDS = st.floats(0.05, 0.95)
SCORES = st.floats(0.0, 1.0)
JUDGED = st.lists(st.tuples(SCORES, st.booleans()), max_size=25)


def needed(judged: Sequence[tuple[float, bool]], threshold: float = 0.55) -> float:
    return learn(judged, threshold).needed(threshold)


def test_no_decisions_leave_everything_as_fitted() -> None:
    assert learn([], 0.55) is AS_FITTED
    assert AS_FITTED.of(0.613) == 0.613
    assert AS_FITTED.needed(0.55) == 0.55
    assert AS_FITTED.explanation(0.55) == ""


def test_links_confirmed_near_the_threshold_lower_it() -> None:
    found = learn([(0.6, True)] * 12, 0.55)
    assert found.explanation(0.55) == (
        "12 decisions: a link now needs a fitted score of 0.46 instead of 0.55"
    )
    assert found.of(0.5) > 0.55 > found.of(0.44)


def test_links_refused_raise_it() -> None:
    assert needed([(0.6, False)] * 12) > 0.64


def test_one_decision_moves_little() -> None:
    assert learn([(0.6, True)], 0.55).explanation(0.55) == (
        "1 decision: a link now needs a fitted score of 0.54 instead of 0.55"
    )


def test_decisions_as_the_scores_foretold_teach_nothing() -> None:
    judged = [(0.75, True)] * 30 + [(0.75, False)] * 10
    assert learn(judged, 0.55).explanation(0.55) == (
        "40 decisions: a link still needs a fitted score of 0.55"
    )


def test_scores_that_part_right_from_wrong_become_surer() -> None:
    judged = [(0.7, True)] * 20 + [(0.4, False)] * 20
    found = learn(judged, 0.55)
    assert found.slope > 1
    assert found.of(0.8) > 0.8
    assert found.of(0.3) < 0.3


def test_what_is_learned_stays_small_however_many_decide() -> None:
    assert 0.30 < needed([(0.5, True)] * 5000) < 0.32
    assert 0.76 < needed([(0.9, False)] * 5000) < 0.78
    assert LARGEST_SHIFT == 1.0


@given(JUDGED, SCORES, THRESHOLDS)
@settings(max_examples=150)
def test_one_more_decision_never_moves_the_threshold_the_wrong_way(
    judged: list[tuple[float, bool]], score: float, threshold: float
) -> None:
    before = needed(judged, threshold)
    assert needed([*judged, (score, True)], threshold) <= before + 1e-9
    assert needed([*judged, (score, False)], threshold) >= before - 1e-9


@given(JUDGED, st.randoms(use_true_random=False), THRESHOLDS)
def test_their_order_is_irrelevant(
    judged: list[tuple[float, bool]], chance: object, threshold: float
) -> None:
    shuffled = list(judged)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random of hypothesis
    assert learn(shuffled, threshold) == learn(judged, threshold)


@given(JUDGED, THRESHOLDS, SCORES, SCORES)
def test_scores_keep_their_order_and_the_threshold_its_meaning(
    judged: list[tuple[float, bool]], threshold: float, one: float, other: float
) -> None:
    found = learn(judged, threshold)
    low, high = sorted((one, other))
    assert 0 <= found.of(low) <= found.of(high) <= 1
    assert found.of(found.needed(threshold)) == pytest.approx(threshold, abs=0.02)
