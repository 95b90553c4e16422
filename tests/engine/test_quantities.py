"""Numbers with units, compared as such."""

from __future__ import annotations

from fractions import Fraction
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.quantities import apart, baselines, quantities


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("twelve months", "one year"),
        ("300 kg", "0.3 tonnes"),
        ("EUR 5 million", "€5,000,000"),
        ("no more than 60 days", "at most 60 calendar days"),
        ("500 to 5,500 km", "500 – 5,500 kilometres"),
        ("two missile bases", "2 bases"),
        ("at least 3.67 %", "not less than 3.67 per cent"),
        ("twenty-five days", "25 days"),
        ("one hundred and fifty days", "150 days"),
        ("one hundred and twenty-five days", "125 days"),
        ("one hundred and fifty-day", "150 days"),
        ("three hundred days", "300 days"),
        ("between one hundred and two hundred days", "100 to 200 days"),
        ("between one hundred and fifty and two hundred days", "150 to 200 days"),
        ("one hundred and fifty thousand troops", "150,000 troops"),
        ("30 (thirty) days", "30 days"),
        ("€100 m", "EUR 100 million"),
        ("€100 M", "EUR 100 million"),
        ("$2 m", "$2,000,000"),
        ("between 5 and 10 days", "5 to 10 days"),
        ("Article 5 and 10 days", "10 days"),
        ("cut by 55 %", "55 %"),
        ("between one thousand and two thousand troops", "1,000 to 2,000 troops"),
        ("two thousand to three thousand troops", "2,000 to 3,000 troops"),
        ("one to two thousand troops", "1,000 to 2,000 troops"),
        ("EUR 1 million to 2 million", "1 to 2 million euros"),
        ("one thousand and fifty missiles", "1,050 missiles"),
    ],
)
def test_the_same_however_printed(one: str, other: str) -> None:
    left, right = quantities(one), quantities(other)
    assert [quantity.value for quantity in left] == [quantity.value for quantity in right]
    assert left
    assert apart(left, right) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("within 30 days", "within two months"),
        ("one month", "30 days"),
        ("at least 10 ships", "at most 10 ships"),
        ("30 working days", "30 days"),
        ("3.67 %", "5 %"),
    ],
)
def test_not_the_same(one: str, other: str) -> None:
    assert {q.value for q in quantities(one)} != {q.value for q in quantities(other)}


def test_only_what_is_measured_alike_differs() -> None:
    left = quantities("within 30 days, with 300 kg")
    right = quantities("within 60 days, with five ships")
    assert [(one.words, other.words) for one, other in apart(left, right)] == [
        ("within 30 days", "within 60 days")
    ]


@pytest.mark.parametrize(
    "text",
    ["Article 5", "in 1997", "paragraph 4(2)", "27 May 1997", "1.2.3", "5G networks", "1/3 member"],
)
def test_a_figure_without_a_unit_is_no_quantity(text: str) -> None:
    assert quantities(text) == ()


def test_a_baseline_is_a_day_a_month_or_a_year() -> None:
    text = "As they stood on 27 May 1997, or in June 2001, or before 2014; 1,997 km."
    assert baselines(text) == ("27 may 1997", "june 2001", "2014")
    assert baselines("2000 troops leave") == ()


def test_a_scale_multiplies() -> None:
    (found,) = quantities("$ 7 billion")
    assert (found.dimension, found.low) == ("USD", Fraction(7 * 10**9))


@pytest.mark.parametrize(
    "some",
    [
        *("1", "1 ", "1,000 ", "1 to ", "1/", "(1) ", "one ", "one hundred and ", "twenty-"),
        *("between 1 and ", "aaaa ", "1 aaaa ", "€ ", "within a period of ", "2000 "),
    ],
)
def test_hostile_text_takes_no_longer_than_its_length(some: str) -> None:
    def takes(length: int) -> float:
        """Return the least of some times, since others may be at work on the machine."""
        text = (some * length)[:length]
        times = []
        for _ in range(3):
            began = perf_counter()
            quantities.__wrapped__(text)
            baselines.__wrapped__(text)
            times.append(perf_counter() - began)
        return min(times)

    # Ten times as long takes ten times as much; were it quadratic, a hundred times.
    assert takes(20_000) < 40 * takes(2_000) + 0.02


@given(st.text(alphabet="0123456789 ,.-–%km to and within one€", max_size=200))
def test_any_text_is_read_and_each_quantity_stands_in_it(text: str) -> None:
    for found in quantities(text):
        assert found.words in text
        assert found.low <= found.high
