"""An issue that was called agreed does not become less without a reason."""

from __future__ import annotations

from itertools import pairwise

import pytest

from negotiator.engine.status import falls, regressions, shared_fall, status_readings
from negotiator.model import Status
from tests.engine.status.build import Said, decisions, undo

LADDER = (
    Status.AGREED,
    Status.AGREED_AD_REFERENDUM,
    Status.AGREED_AT_TECHNICAL_LEVEL,
    Status.AGREED_ON_POLICY,
    Status.OPEN,
)


def found(*said: Said) -> list[tuple[str, Status, Status]]:
    return [
        (one.asserted_by, one.before.status, one.after.status)
        for one in regressions(status_readings(decisions(*said)))
    ]


@pytest.mark.parametrize(("high", "low"), [*pairwise(LADDER)])
def test_every_step_down_is_a_fall_and_no_step_up_is(high: Status, low: Status) -> None:
    down = (("I1", "jointly", high, "2024-01-01"), ("I1", "jointly", low, "2024-02-01"))
    up = (("I1", "jointly", low, "2024-01-01"), ("I1", "jointly", high, "2024-02-01"))
    assert found(*down) == [("jointly", high, low)]
    assert found(*up) == []


@pytest.mark.parametrize("low", [status for status in Status if not status.agreed])
def test_whatever_is_not_agreed_is_below_what_is(low: Status) -> None:
    said = (
        ("I1", "RED", Status.AGREED_ON_POLICY, "2024-01-01"),
        ("I1", "RED", low, "2024-02-01"),
    )
    assert found(*said) == [("RED", Status.AGREED_ON_POLICY, low)]


def test_a_reason_explains_a_fall() -> None:
    said = decisions(
        ("I1", "jointly", Status.AGREED, "2024-01-01"),
        ("I1", "jointly", Status.REOPENED, "2024-02-01", "new government"),
    )
    assert regressions(status_readings(said)) == ()
    [one] = falls(status_readings(said))
    assert one.reason == "new government"
    open_ = shared_fall(one)
    assert (open_.after.status, open_.reason) == (Status.REOPENED, "")
    assert "new government" not in repr(open_) and "kl" not in repr(open_)


def test_blanks_are_no_reason() -> None:
    assert found(
        ("I1", "jointly", Status.AGREED, "2024-01-01"),
        ("I1", "jointly", Status.OPEN, "2024-02-01", "  "),
    )


def test_asserting_the_lower_status_again_with_a_reason_explains_it() -> None:
    agreed: Said = ("I1", "jointly", Status.AGREED, "2024-01-01")
    open_: Said = ("I1", "jointly", Status.OPEN, "2024-02-01")
    again: Said = ("I1", "jointly", Status.OPEN, "2024-02-01", "new government")
    assert found(agreed, open_)
    assert found(agreed, open_, again) == []


def test_the_reason_of_a_later_status_explains_nothing() -> None:
    assert found(
        ("I1", "jointly", Status.AGREED, "2024-01-01"),
        ("I1", "jointly", Status.OPEN, "2024-02-01"),
        ("I1", "jointly", Status.PARKED, "2024-03-01", "summer"),
    ) == [("jointly", Status.AGREED, Status.OPEN)]


def test_two_asserters_who_differ_are_no_fall() -> None:
    said = (
        ("I1", "jointly", Status.AGREED, "2024-01-01"),
        ("I1", "RED", Status.OPEN, "2024-02-01"),
    )
    assert found(*said) == []


def test_another_issue_is_no_fall() -> None:
    said = (
        ("I1", "jointly", Status.AGREED, "2024-01-01"),
        ("I2", "jointly", Status.OPEN, "2024-02-01"),
    )
    assert found(*said) == []


def test_an_earlier_day_recorded_later_is_no_fall() -> None:
    said = (
        ("I1", "jointly", Status.AGREED, "2024-02-01"),
        ("I1", "jointly", Status.OPEN, "2024-01-01"),
    )
    assert found(*said) == []


def test_what_was_taken_back_did_not_fall() -> None:
    said = decisions(
        ("I1", "jointly", Status.AGREED, "2024-01-01"),
        ("I1", "jointly", Status.OPEN, "2024-02-01"),
    )
    assert regressions(status_readings(undo(said, 1))) == ()
    assert regressions(status_readings(undo(said, 2))) == ()
