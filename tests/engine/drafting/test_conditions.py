"""The conditions and the figures of clauses, in their own words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.drafting.conditions import conditions
from negotiator.engine.drafting.parameters import parameters


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Parties shall share data, provided that the data are protected; they shall meet.",
            ("provided that the data are protected",),
        ),
        (
            "Member States shall not, subject to this Treaty, introduce restrictions.",
            ("subject to this Treaty",),
        ),
        ("Unless otherwise agreed, costs shall be shared.", ("Unless otherwise agreed",)),
        (
            "The Parties shall not resume tests unless all Parties agree.",
            ("unless all Parties agree",),
        ),
        (
            "If Red, after talks, declines, Blue may withdraw.",
            ("If Red, after talks, declines",),
        ),
        (
            "If Red is not ready to give firm, binding guarantees, Blue will respond.",
            ("If Red is not ready to give firm, binding guarantees",),
        ),
        ("There can be progress only if the forces leave.", ("only if the forces leave",)),
        ("Entry is subject to ratification by all.", ("subject to ratification by all",)),
        ("Enterprises shall be subject to the law of the host State.", ()),
        ("The Court decides whether and if so how to proceed.", ()),
        ("Les Parties échangent, sous réserve de leur droit interne.",
         ("sous réserve de leur droit interne",)),
        ("Die Parteien handeln, sofern der Rat zustimmt.", ("sofern der Rat zustimmt",)),
        ("Стороны действуют при условии, что Совет согласен.",
         ("при условии, что Совет согласен",)),
    ],
)  # fmt: skip
def test_conditions(text: str, found: tuple[str, ...]) -> None:
    assert conditions(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Forces present on 27 May 1997 may stay.", ("27 May 1997",)),
        ("Missiles with a range of 500 to 5,500 kilometres are banned.",
         ("500 to 5,500 kilometres",)),
        ("Reply within 30 days, or by 1 January 1993.", ("within 30 days", "1 January 1993")),
        ("Reduce emissions by 40 % from 1990.", ("40 %", "from 1990")),
        ("Meet every five (5) years.", ("five (5) years",)),
        ("Article 30 applies to paragraphs 2 and 3 of Annex 4.", ()),
        ("Rights under the GATT 1994 remain.", ()),
        ("Pay €3 million.", ("€3 million",)),
    ],
)  # fmt: skip
def test_parameters(text: str, found: tuple[str, ...]) -> None:
    assert parameters(text) == found


@given(st.text(alphabet="ab1 ,.;%-–if unless27May", max_size=200))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    plain = " ".join(text.split())
    for words in (*conditions(text), *parameters(text)):
        assert words in plain


@pytest.mark.parametrize(
    "unit",
    ["if a, ", "If a, ", "provided that ", "subject to ", "unless ", "1 ", "1,", "1 to 2 ", "€1",
     "27 May ", "以a", "one "],
)  # fmt: skip
def test_hostile_text_takes_no_time(unit: str) -> None:
    text = (unit * 200_000)[:200_000]
    begun = time.process_time()
    conditions(text)
    parameters(text)
    assert time.process_time() - begun < 8
