"""Several people review at the same time: nobody decides on what they have not seen."""

from __future__ import annotations

from pathlib import Path
from threading import Barrier, Thread

import pytest

from negotiator.errors import Refused
from negotiator.model import Review, Verdict
from negotiator.workbench import readings, review
from negotiator.workbench.bench import Bench, opened
from negotiator.workbench.looking import View
from negotiator.workbench.undoing import take_back
from tests.conftest import LOADED

GAP = "I17.RU-US"


def decide(bench: Bench, state: Review, seen: review.ShownGap | None = None) -> review.Decided:
    (done,) = review.decide(bench, [GAP], View(), state=state, note="so it is", seen=seen)
    return done


def test_of_two_who_decide_at_once_on_the_same_gap_one_is_refused(exchange: Path) -> None:
    ended: list[str] = []
    ready = Barrier(2)

    def reviewer(name: str) -> None:
        with opened(str(exchange), by=name, at=LOADED) as bench:
            seen = review.shown(bench, GAP, View())
            ready.wait()
            try:
                ended.append(decide(bench, Review.CONFIRMED, seen).decision.by)
            except Refused as refused:
                ended.append(str(refused))

    threads = [Thread(target=reviewer, args=(name,)) for name in ("kl", "mm")]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    won, lost = sorted(ended, key=len)
    assert lost == (
        f"{GAP} is not as it was shown: {won} decided on it: confirmed, opposed; look at it again"
    )
    with opened(str(exchange)) as bench:
        assert [one.by for one in review.history(bench, GAP)] == [won]


def test_a_decision_by_name_alone_needs_nothing_to_be_shown(exchange: Path) -> None:
    with opened(str(exchange), by="kl", at=LOADED) as bench:
        decide(bench, Review.DISPUTED)
        assert decide(bench, Review.ADJUDICATED).gap.review is Review.ADJUDICATED


def test_taking_back_restores_what_stood_before_also_what_was_stale(exchange: Path) -> None:
    with opened(str(exchange), by="kl", at=LOADED) as bench:
        decide(bench, Review.CONFIRMED)
        readings.review(bench, ["E26"], changes={"bound": "both"}, note="both")
        assert review.shown(bench, GAP, View()).gap.review is Review.STALE
        (again,) = review.decide(
            bench, [GAP], View(), state=Review.CONFIRMED, verdict=Verdict.DIVERGENT, note="now"
        )
        take_back(bench, [again.decision], note="no")
        gap = review.shown(bench, GAP, View()).gap
        assert (gap.review, gap.verdict) == (Review.STALE, Verdict.OPPOSED)
        with pytest.raises(Refused, match=r"kl has decided on I17\.RU-US since"):
            take_back(bench, [again.decision], note="no")


def test_a_reading_that_was_put_back_is_not_put_back_twice(exchange: Path) -> None:
    with opened(str(exchange), by="kl", at=LOADED) as bench:
        before = readings.read(bench, "E26").placed.reading
        (done,) = readings.review(bench, ["E26"], state=Review.DISPUTED, note="is it so?")
        back = readings.put_back(bench, "E26@1", before=before, made=done.reading, note="it is")
        assert back.reading.review is Review.CONFIRMED
        with pytest.raises(Refused, match="kl has read E26@1 since"):
            readings.put_back(bench, "E26@1", before=before, made=done.reading, note="it is")
