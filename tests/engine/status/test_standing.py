"""What counts of the statuses asserted, and who reads an issue otherwise."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as some

from negotiator.engine.status import (
    every_reading,
    latest_day,
    shared,
    standing,
    standings,
    status_readings,
)
from negotiator.model import Decision, Status
from tests.engine.status.build import decision, decisions, undo

OPEN, AGREED, PARKED = Status.OPEN, Status.AGREED, Status.PARKED


def test_the_joint_word_counts_before_the_analyst_and_the_analyst_before_a_party() -> None:
    said = decisions(
        ("I1", "RED", OPEN, "2024-01-03"),
        ("I1", "analyst", PARKED, "2024-01-02"),
        ("I1", "jointly", AGREED, "2024-01-01"),
    )
    found = standing(status_readings(said), "I1")
    assert found is not None
    assert (found.status, found.asserted_by) == (AGREED, "jointly")
    assert [one.asserted_by for one in found.differing] == ["analyst", "RED"]
    without_joint = standing(status_readings(said[:2]), "I1")
    assert without_joint is not None and without_joint.asserted_by == "analyst"


def test_a_party_that_says_the_same_concurs() -> None:
    said = decisions(("I1", "RED", AGREED, "2024-01-03"), ("I1", "jointly", AGREED, "2024-01-01"))
    found = standing(status_readings(said), "I1")
    assert found is not None
    assert [one.asserted_by for one in found.concurring] == ["RED"]
    assert found.differing == ()


def test_where_only_parties_speak_the_one_that_claims_least_counts() -> None:
    said = decisions(("I1", "BLUE", AGREED, "2024-01-03"), ("I1", "RED", OPEN, "2024-01-01"))
    found = standing(status_readings(said), "I1", order=("BLUE", "RED"))
    assert found is not None
    assert (found.status, found.asserted_by) == (OPEN, "RED")
    assert [(one.asserted_by, one.status) for one in found.differing] == [("BLUE", AGREED)]


def test_nothing_asserted_is_no_status() -> None:
    assert standing((), "I1") is None
    later = decisions(("I1", "jointly", OPEN, "2024-02-01"))
    assert standing(status_readings(later), "I1", date(2024, 1, 31)) is None


def test_as_of_a_day_the_word_of_that_day_counts() -> None:
    # Recorded afterwards, about an earlier day: it does not replace the later word.
    said = decisions(("I1", "jointly", AGREED, "2024-03-01"), ("I1", "jointly", OPEN, "2024-01-01"))
    readings = status_readings(said)
    now, then = standing(readings, "I1"), standing(readings, "I1", date(2024, 2, 1))
    assert now is not None and now.status is AGREED
    assert then is not None and then.status is OPEN


def test_of_one_day_the_last_decision_counts() -> None:
    said = decisions(("I1", "jointly", AGREED, "2024-03-01"), ("I1", "jointly", OPEN, "2024-03-01"))
    found = standing(status_readings(said), "I1")
    assert found is not None and found.status is OPEN


def test_a_decision_takes_another_back_and_what_stood_before_stands_again() -> None:
    said = decisions(("I1", "jointly", OPEN, "2024-01-01"), ("I1", "jointly", AGREED, "2024-02-01"))
    done = undo(said, 2)
    found = standing(status_readings(done), "I1")
    assert found is not None and found.status is OPEN
    assert [one.undone_by for one in every_reading(done)] == [None, 3]
    assert latest_day(status_readings(done)) == date(2024, 1, 1)


def test_other_decisions_are_not_statuses() -> None:
    gap = Decision(1, "gap", "I1.RED-BLUE", {"state": "confirmed"}, "kl", "now")
    assert status_readings([gap]) == ()


def test_what_is_shared_tells_no_reason_and_no_name() -> None:
    said = decisions(
        ("I1", "jointly", OPEN, "2024-01-01", "our fallback"),
        ("I1", "RED", AGREED, "2024-01-01", "told in confidence"),
        ("I1", "BLUE", OPEN, "2024-01-01", "told in confidence"),
    )
    found = standing(status_readings(said), "I1")
    assert found is not None
    open_ = shared(found)
    assert open_.status is OPEN and len(open_.differing) == len(open_.concurring) == 1
    for one in (open_.reading, *open_.differing, *open_.concurring):
        assert (one.reason, one.by, one.at) == ("", "", "")


WHO = ("jointly", "analyst", "RED", "BLUE")
DAYS = ("2024-01-01", "2024-01-02", "2024-01-03")
SAID = some.lists(
    some.tuples(
        some.sampled_from(("I1", "I2")),
        some.sampled_from(WHO),
        some.sampled_from(list(Status)),
        some.sampled_from(DAYS),
    ),
    max_size=8,
)


@settings(max_examples=60)
@given(SAID, some.randoms(use_true_random=False))
def test_the_order_in_which_different_asserters_were_recorded_does_not_matter(
    said: list[tuple[str, str, Status, str]], random: object
) -> None:
    """Only the order of the words of one asserter on one issue is kept."""
    lines: dict[tuple[str, str], list[tuple[str, str, Status, str]]] = {}
    for one in said:
        lines.setdefault((one[0], one[1]), []).append(one)
    ways = [key for key, some_ in lines.items() for _ in some_]
    random.shuffle(ways)  # type: ignore[attr-defined]
    again = [lines[key].pop(0) for key in ways]

    def told(words: list[tuple[str, str, Status, str]]) -> object:
        found = standings(status_readings(decisions(*words)), order=("RED", "BLUE"))
        return {
            issue: [
                (one.asserted_by, one.status)
                for one in (status.reading, *status.concurring, *status.differing)
            ]
            for issue, status in found.items()
        }

    assert told(said) == told(again)


@settings(max_examples=40)
@given(SAID.filter(len), some.data())
def test_taking_back_leaves_things_as_if_it_had_never_been_said(
    said: list[tuple[str, str, Status, str]], data: some.DataObject
) -> None:
    recorded = decisions(*said)
    number = data.draw(some.integers(1, len(recorded)))
    undone = status_readings(undo(recorded, number))
    never = status_readings(one for one in recorded if one.id != number)
    assert standings(undone) == standings(never)


def test_an_entry_without_day_counts_on_any_day() -> None:
    timeless = decision(1, "I1", "jointly", OPEN, "2024-01-01")
    said = Decision(1, "status", "I1", timeless.outcome, "kl", "now")
    found = standing(status_readings([said]), "I1", date(1990, 1, 1))
    assert found is not None and found.reading.day is None
