"""Redlines: nothing is lost, and they read well."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.wording import Span, SpanKind, editorial, redline

# Few words, so that texts share many of them in every order; and any text at all.
WORDS = st.lists(
    st.sampled_from(["the", "Parties", "shall", "not", "of", " ", ", ", "10", "1997", "é", "-"]),
    max_size=60,
).map("".join)
TEXTS = WORDS | st.text(max_size=80)


def joined(spans: tuple[Span, ...], *kinds: SpanKind) -> str:
    return "".join(span.text for span in spans if span.kind in kinds)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off(old: str, new: str) -> None:
    spans = redline(old, new)
    assert joined(spans, SpanKind.KEPT, SpanKind.REMOVED) == old
    assert joined(spans, SpanKind.KEPT, SpanKind.ADDED) == new
    assert all(span.text for span in spans)


@given(TEXTS)
def test_a_text_against_itself_is_kept(text: str) -> None:
    assert all(span.kind is SpanKind.KEPT for span in redline(text, text))


@given(TEXTS, TEXTS)
def test_the_same_input_gives_the_same_redline(old: str, new: str) -> None:
    assert redline(old, new) == redline(old, new)


def marked(old: str, new: str) -> str:
    marks = {SpanKind.KEPT: "{}", SpanKind.REMOVED: "[-{}-]", SpanKind.ADDED: "[+{}+]"}
    return "".join(marks[span.kind].format(span.text) for span in redline(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "The Parties shall withdraw.",
            "The Parties shall not withdraw.",
            "The Parties shall [+not +]withdraw.",
        ),
        (
            "within 10 days",
            "within 30 days",
            "within [-10-][+30+] days",
        ),
        # "of the" kept between two changes only makes confetti.
        (
            "the consent of the Council",
            "the advice of the Assembly",
            "the [-consent of the Council-][+advice of the Assembly+]",
        ),
        # A negation that stands is never marked as changed.
        (
            "States may not deploy forces",
            "Parties shall not station troops",
            "[-States may-][+Parties shall+] not [-deploy forces-][+station troops+]",
        ),
    ],
)
def test_redlines_read_well(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("The parties, shall leave", "the  Parties shall leave.", True),
        ("shall leave", "shall not leave", False),
        ("10 days", "30 days", False),
        ("shall leave", "shall leave", False),
        ("cafe\u0301 rule", "caf\u00e9 rule", True),
    ],
)
def test_editorial(old: str, new: str, expected: bool) -> None:
    assert editorial(old, new) is expected
