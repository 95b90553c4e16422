"""The counts of issues reconcile from one round to the next."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as some

from negotiator.engine.status import round_by_round, status_readings
from negotiator.model import Event, EventKind, Issue, Status
from tests.engine.status.build import decisions

ISSUES = tuple(Issue(f"I{n}", "1", "Should it?") for n in range(1, 5))
ROUNDS = (
    Event("R2", "Second", date(2024, 2, 1), date(2024, 2, 3), EventKind.ROUND),
    Event("R1", "First", date(2024, 1, 1), date(2024, 1, 2), EventKind.ROUND),
    Event("E1", "A speech", date(2024, 1, 15)),
)


def test_rounds_stand_in_the_order_of_time_and_shifts_say_what_changed() -> None:
    said = decisions(
        ("I1", "jointly", Status.OPEN, "2024-01-02"),
        ("I2", "jointly", Status.OPEN, "2024-01-02"),
        ("I1", "jointly", Status.AGREED, "2024-02-03"),
    )
    first, second = round_by_round(status_readings(said), ISSUES, ROUNDS)
    assert (first.round.id, first.counts[Status.OPEN], first.without) == ("R1", 2, 2)
    assert (second.round.id, second.counts[Status.OPEN], second.without) == ("R2", 1, 2)
    [shift] = second.shifts
    assert (shift.issue, shift.before, shift.after) == ("I1", Status.OPEN, Status.AGREED)


def test_an_event_counts_as_a_round_where_a_status_was_asserted_at_it() -> None:
    said = decisions(("I1", "jointly", Status.OPEN, "2024-01-15"))
    renamed = [
        type(one)(one.id, one.subject, one.subject_id, {**one.outcome, "round": "E1"}, "", "", "",
                  one.as_of)
        for one in said
    ]  # fmt: skip
    found = round_by_round(status_readings(renamed), ISSUES, ROUNDS)
    assert [one.round.id for one in found] == ["R1", "E1", "R2"]


def test_rounds_after_the_day_are_left_out() -> None:
    found = round_by_round((), ISSUES, ROUNDS, date(2024, 2, 2))
    assert [one.round.id for one in found] == ["R1"]


SAID = some.lists(
    some.tuples(
        some.sampled_from([issue.id for issue in ISSUES]),
        some.sampled_from(("jointly", "RED", "analyst")),
        some.sampled_from(list(Status)),
        some.sampled_from(("2023-12-01", "2024-01-02", "2024-01-20", "2024-02-03")),
    ),
    max_size=10,
)


@settings(max_examples=50)
@given(SAID)
def test_counts_add_up_and_shifts_account_for_every_difference(
    said: list[tuple[str, str, Status, str]],
) -> None:
    before: Counter[Status | None] = Counter({None: len(ISSUES)})
    for one in round_by_round(status_readings(decisions(*said)), ISSUES, ROUNDS):
        now: Counter[Status | None] = Counter({None: one.without})
        now.update(dict(one.counts.items()))
        assert sum(now.values()) == len(ISSUES)
        for shift in one.shifts:
            before[shift.before] -= 1
            before[shift.after] += 1
        assert +before == +now
        before = now
