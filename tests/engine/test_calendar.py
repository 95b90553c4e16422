"""Which version is in force as of a day."""

from __future__ import annotations

from datetime import date

import pytest

from negotiator.engine.calendar import current_versions, in_words, known_versions, latest_day
from negotiator.model import KnownBy, Version, Withdrawal


def version(id: str, issued: str = "", *, published: str = "", withdrawn: bool = False) -> Version:
    proposal, _, number = id.partition("@")
    return Version(
        proposal,
        int(number),
        "Paper",
        ("RED",),
        issued=date.fromisoformat(issued) if issued else None,
        published=date.fromisoformat(published) if published else None,
        withdrawn=Withdrawal("a mistake", "kl", "now") if withdrawn else None,
    )


@pytest.mark.parametrize(
    ("versions", "as_of", "expected"),
    [
        ([version("A@1", "2024-01-01"), version("A@2", "2024-02-01")], "2024-03-01", ["A@2"]),
        ([version("A@1", "2024-01-01"), version("A@2", "2024-02-01")], "2024-01-15", ["A@1"]),
        ([version("A@1", "2024-01-01"), version("A@2", "2024-02-01")], "2023-12-31", []),
        # Tabled on the day counts on the day.
        ([version("A@1", "2024-01-01")], "2024-01-01", ["A@1"]),
        # An older text added later does not come into force.
        ([version("A@1", "2024-02-01"), version("A@2", "2024-01-01")], "2024-03-01", ["A@1"]),
        # Two of one day: the later recorded.
        ([version("A@1", "2024-01-01"), version("A@2", "2024-01-01")], "2024-03-01", ["A@2"]),
        # Withdrawn by mistake: the one before stands.
        (
            [version("A@1", "2024-01-01"), version("A@2", "2024-02-01", withdrawn=True)],
            "2024-03-01",
            ["A@1"],
        ),
        # Undated: as of any day; after a dated one it takes its date.
        ([version("A@1")], "1900-01-01", ["A@1"]),
        ([version("A@1", "2024-01-01"), version("A@2")], "2024-03-01", ["A@2"]),
        ([version("A@1", "2024-01-01"), version("A@2")], "2023-01-01", []),
    ],
)
def test_current_versions(versions: list[Version], as_of: str, expected: list[str]) -> None:
    found = current_versions(versions, date.fromisoformat(as_of), KnownBy.ISSUED)
    assert [one.id for one in found] == expected


def test_another_date_may_decide() -> None:
    leaked = version("A@1", "2022-01-26", published="2022-02-02")
    day = date(2022, 1, 31)
    assert known_versions([leaked], day, KnownBy.ISSUED) == (leaked,)
    assert known_versions([leaked], day, KnownBy.PUBLISHED) == ()
    assert latest_day([leaked], KnownBy.PUBLISHED) == date(2022, 2, 2)


def test_without_dates_there_is_no_latest_day() -> None:
    assert latest_day([version("A@1")], KnownBy.ISSUED) is None
    assert latest_day([version("A@1", "2024-01-01", withdrawn=True)], KnownBy.ISSUED) is None


def test_days_are_written_in_words_whatever_the_locale() -> None:
    assert in_words(date(2022, 2, 7)) == "7 February 2022"
