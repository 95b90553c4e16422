"""Agreed issues that fall back, or are moved on, without a reason."""

from __future__ import annotations

from datetime import date

import pytest

from negotiator.engine.movement import AlarmKind, movement
from negotiator.model import Corpus, Decision, Force, Status
from tests.engine.build import Said, Tabled, table
from tests.engine.status.build import decisions

AGREED, OPEN, PARKED = Status.AGREED, Status.OPEN, Status.PARKED


def talks(*said: Decision) -> Corpus:
    return table(
        Tabled("RED", "2024-01-01", [Said("A1", "Old.")]),
        Tabled("RED", "2024-03-01", [Said("A1", "New.", force=Force.REFUSAL)]),
        decisions=said,
    )


def kinds(corpus: Corpus, **view: object) -> list[str]:
    found = movement(corpus, **view).alarms  # type: ignore[arg-type]
    return [f"{one.issue} {one.party} {one.round} {one.kind.name}" for one in found]


MOVED = "I1 RED 2024-03-01 MOVED"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], []),
        # Agreed, then moved on.
        ([("I1", "jointly", AGREED, "2024-02-01")], [MOVED]),
        ([("I1", "analyst", Status.AGREED_ON_POLICY, "2024-02-01")], [MOVED]),
        # A party's own word that it is agreed binds nobody.
        ([("I1", "BLUE", AGREED, "2024-02-01")], []),
        # The parties' joint word goes before the analyst's.
        (
            [("I1", "jointly", OPEN, "2024-02-01"), ("I1", "analyst", AGREED, "2024-02-01")],
            [],
        ),
        # Agreed on the day or later: that may be what was agreed.
        ([("I1", "jointly", AGREED, "2024-03-01")], []),
        ([("I1", "jointly", AGREED, "2024-03-02")], []),
        # Reopened before anybody moved, with a reason.
        (
            [
                ("I1", "jointly", AGREED, "2024-01-10"),
                ("I1", "jointly", Status.REOPENED, "2024-02-01", "new facts"),
            ],
            [],
        ),
        # A reason given later explains the move.
        (
            [
                ("I1", "jointly", AGREED, "2024-02-01"),
                ("I1", "jointly", Status.REOPENED, "2024-03-02", "new facts"),
            ],
            [],
        ),
        # Another issue.
        ([("I2", "jointly", AGREED, "2024-02-01")], []),
        # A fall without a reason.
        (
            [("I2", "jointly", AGREED, "2024-02-01"), ("I2", "jointly", PARKED, "2024-03-01")],
            ["I2  R1 REOPENED"],
        ),
        (
            [("I2", "BLUE", AGREED, "2024-02-01"), ("I2", "BLUE", OPEN, "2024-03-01")],
            ["I2 BLUE R1 REOPENED"],
        ),
    ],
)
def test_alarms(said: list[tuple[str, str, Status, str]], expected: list[str]) -> None:
    assert kinds(talks(*decisions(*said))) == expected


def test_what_is_unchanged_raises_no_alarm() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [Said("A1", "Same.")]),
        Tabled("RED", "2024-03-01", [Said("A1", "Same.")]),
        decisions=decisions(("I1", "jointly", AGREED, "2024-02-01")),
    )
    assert kinds(corpus) == []


def test_an_alarm_says_what_stood_and_what_moved_and_no_private_reason() -> None:
    said = decisions(("I1", "jointly", AGREED, "2024-02-01", "between us"))
    (alarm,) = movement(talks(*said)).alarms
    assert alarm.sentence == (
        "I1 stood “agreed” when RED moved on it with A1 (hardened), and no later status gives a"
        " reason"
    )
    assert (alarm.agreed, alarm.asserted_by, alarm.clauses) == (AGREED, "jointly", ("A1",))


def test_the_view_reaches_to_the_last_status() -> None:
    said = decisions(("I2", "jointly", AGREED, "2024-04-01"), ("I2", "jointly", OPEN, "2024-05-01"))
    whole = movement(talks(*said))
    assert whole.as_of == date(2024, 5, 1)
    assert [one.kind for one in whole.alarms] == [AlarmKind.REOPENED]
    assert kinds(talks(*said), as_of=date(2024, 4, 1)) == []
    assert kinds(talks(*said), since=date(2024, 5, 1))
    assert kinds(talks(*said), issues=["I1"]) == []
