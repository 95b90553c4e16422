"""Reading a rolling text: every form it may have, and a refusal with the line for the rest."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.rolling import (
    Cited,
    Column,
    Formulation,
    Mark,
    RollingIssue,
    RollingText,
    RollingTopic,
    Silent,
    read_rolling_text,
)
from negotiator.engine.rolling.escaping import line, unescaped, word, wording
from negotiator.errors import Refused
from negotiator.model import KnownBy, Review, SilenceKind

TEXT = """\
Rolling text: Talks on the river
As of: 2024-02-01, by date received
Rule: Nothing is agreed until everything is agreed
Record: f00

Parties:
    RED: Republic of Red
    BLUE: Kingdom of Blue

No document tabled by:
    GREY: Grey State

How to read this text:
    Anything may stand here.


Topic 1.1: Withdrawal

Issue I1: Should the forces leave?

    Forces shall leave. (r1, b1)
    [RED: Forces shall [not] leave
        before:

        1 May.] (r2 draft)
    [BLUE (paraphrase, asserted): The river is \\[ours.] (b2, b3)

Issue I2: In what form?

RED: not addressed — First raised on 1 May (b4).
BLUE: declined


Not filed under an issue

    [RED, BLUE (to delete): Annex.] (r9)
"""


def test_a_rolling_text() -> None:
    red, blue = ("RED",), ("BLUE",)
    assert read_rolling_text(TEXT) == RollingText(
        title="Talks on the river",
        as_of=date(2024, 2, 1),
        known_by=KnownBy.RECEIVED,
        rule="Nothing is agreed until everything is agreed",
        fingerprint="f00",
        columns=(Column("RED", "Republic of Red"), Column("BLUE", "Kingdom of Blue")),
        absent=(Column("GREY", "Grey State"),),
        topics=(
            RollingTopic(
                "1.1",
                "Withdrawal",
                (
                    RollingIssue(
                        "I1",
                        "Should the forces leave?",
                        (
                            Formulation(
                                ("RED", "BLUE"), "Forces shall leave.", (Cited("r1"), Cited("b1"))
                            ),
                            Formulation(
                                red,
                                "Forces shall [not] leave\nbefore:\n\n1 May.",
                                (Cited("r2", Review.DRAFT),),
                            ),
                            Formulation(
                                blue,
                                "The river is [ours.",
                                (Cited("b2"), Cited("b3")),
                                (Mark.PARAPHRASE, Mark.ASSERTED),
                            ),
                        ),
                    ),
                    RollingIssue(
                        "I2",
                        "In what form?",
                        (),
                        (
                            Silent(
                                "RED",
                                SilenceKind.NOT_ADDRESSED,
                                "First raised on 1 May (b4).",
                            ),
                            Silent("BLUE", SilenceKind.DECLINED),
                        ),
                    ),
                ),
            ),
        ),
        unfiled=(Formulation(("RED", "BLUE"), "Annex.", (Cited("r9"),), (Mark.TO_DELETE,)),),
    )


def test_line_ends_of_another_system_change_nothing() -> None:
    assert read_rolling_text("\ufeff" + TEXT.replace("\n", "\r\n")) == read_rolling_text(TEXT)


@pytest.mark.parametrize(
    ("old", "new", "number", "why"),
    [
        ("Rolling text: ", "Text: ", 1, "begins with"),
        ("2024-02-01", "2024-02-31", 2, "no day of the calendar"),
        ("2024-02-01, by", "yesterday, by", 2, "As of"),
        ("by date received", "by date guessed", 2, "none of: issued, received, published"),
        ("RED: Republic", "RED Republic", 7, "its code, a colon and its name"),
        ("Issue I1: Should", "Question I1 Should", 19, "no place"),
        ("1 May.]", "1 May.", 22, "not closed"),
        ("[RED: Forces", "[Forces", 22, "names its parties"),
        ("(r1, b1)", "r1, b1", 21, "ends with its clauses"),
        ("\\[ours", "\\(ours", 26, "no escape"),
        ("(paraphrase, asserted)", "(guessed)", 26, "none of: paraphrase"),
        ("r2 draft", "r2 perhaps", 22, "none of: draft"),
        ("BLUE: declined", "BLUE: away", 31, "none of: not yet answered"),
        ("    BLUE: Kingdom of Blue\n", "", 20, "two parties or more"),
        ("Topic 1.1: Withdrawal\n", "\n", 19, "no place"),
    ],
)
def test_what_is_no_rolling_text_is_refused_with_its_line(
    old: str, new: str, number: int, why: str
) -> None:
    assert old in TEXT
    with pytest.raises(Refused) as refused:
        read_rolling_text(TEXT.replace(old, new))
    assert refused.value.where == f"line {number}"
    assert why in refused.value.what


LINES = st.lists(st.sampled_from([*TEXT.split("\n"), "", "    x", "        y", "[", "\\"]))


@given(
    st.text()
    | LINES.map("\n".join)
    | LINES.map(lambda some: "\n".join([*TEXT[:78].split("\n"), *some]))
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_rolling_text(text)
    except Refused as refused:
        assert refused.where.startswith("line ")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[a] [b", r"[a] \[b"),
        ("a] b", r"a\] b"),
        ("a\\b", r"a\\b"),
        ("a\rb\u202ec", r"a\u{D}b\u{202E}c"),
        ("a\nb\tc", "a\nb\tc"),
    ],
)
def test_only_what_would_be_misread_is_escaped(text: str, written: str) -> None:
    assert wording(text, bare=False) == written


def test_wording_without_brackets_around_it_begins_with_no_bracket_of_its_own() -> None:
    assert wording("[a [b]] c", bare=True) == r"\[a [b]\] c"
    assert wording("  a", bare=True) == r"\u{20}\u{20}a"


@given(st.text(alphabet=st.characters() | st.sampled_from("[]\\\n {}u")))
def test_what_is_escaped_can_be_read(text: str) -> None:
    for written in (wording(text, bare=True), wording(text, bare=False), line(text), word(text)):
        assert unescaped(written) == text
    assert "\n" not in line(text)
    assert not set(word(text)) & set(" ,:;()[]\n")
