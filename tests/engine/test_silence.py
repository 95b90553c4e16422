"""Silence is split, and every kind says what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from negotiator.engine.cells import CellSilence
from negotiator.engine.comparison import compare
from negotiator.model import Decision, How, Silence, SilenceKind
from tests.engine.build import Said, Tabled, table


def silence(
    *documents: Tabled,
    party: str = "BLUE",
    issue: str = "I1",
    as_of: str | None = None,
    decisions: Sequence[Decision] = (),
) -> CellSilence:
    """Return how a party is silent on an issue."""
    day = date.fromisoformat(as_of) if as_of else None
    whole = compare(table(*documents, decisions=decisions), as_of=day)
    row = next(row for row in whole.rows if row.issue.id == issue)
    found = row.cell(party).silence
    assert found is not None
    return found


ASK = Tabled("RED", "2024-02-01", [Said("r1")])
ELSEWHERE = [Said("b1", issues=("I2",), topics=("1.2",))]


@pytest.mark.parametrize(
    ("documents", "expected", "why"),
    [
        # Blue spoke before it was asked, and has tabled nothing since.
        (
            [Tabled("BLUE", "2024-01-01", ELSEWHERE), ASK],
            SilenceKind.NOT_YET_ANSWERED,
            "First raised by Red on 1 February 2024 (r1); Blue has tabled no later document"
            " addressed there.",
        ),
        # A paper of the same day cannot have passed the ask over.
        (
            [ASK, Tabled("BLUE", "2024-02-01", ELSEWHERE)],
            SilenceKind.NOT_YET_ANSWERED,
            "First raised by Red on 1 February 2024 (r1); Blue has tabled no later document"
            " addressed there.",
        ),
        (
            [ASK, Tabled("BLUE", "2024-03-01", ELSEWHERE)],
            SilenceKind.NOT_ADDRESSED,
            "First raised by Red on 1 February 2024 (r1); blue of 1 March 2024 does not speak"
            " to it.",
        ),
        # A later paper to somebody else passes nothing over.
        (
            [ASK, Tabled("BLUE", "2024-03-01", ELSEWHERE, addressees=["GREY"])],
            SilenceKind.NOT_YET_ANSWERED,
            "First raised by Red on 1 February 2024 (r1); Blue has tabled no later document"
            " addressed there.",
        ),
        # Addressed by name, in whatever case, is addressed.
        (
            [ASK, Tabled("BLUE", "2024-03-01", ELSEWHERE, addressees=["republic of red"])],
            SilenceKind.NOT_ADDRESSED,
            "First raised by Red on 1 February 2024 (r1); blue of 1 March 2024 does not speak"
            " to it.",
        ),
        # Without dates nobody can say which came first.
        (
            [Tabled("RED", None, [Said("r1")]), Tabled("BLUE", "2024-03-01", ELSEWHERE)],
            SilenceKind.NOT_YET_ANSWERED,
            "Raised in r1; Blue has tabled no later document addressed there.",
        ),
        # The answer to another object stands beside the silence.
        (
            [
                ASK,
                Tabled(
                    "BLUE",
                    "2024-03-01",
                    [
                        Said(
                            "b1",
                            issues=("I2",),
                            topics=("1.2",),
                            answers={"r1": How.OTHER_OBJECT},
                        )
                    ],
                ),
            ],
            SilenceKind.NOT_ADDRESSED,
            "First raised by Red on 1 February 2024 (r1); blue of 1 March 2024 does not speak"
            " to it,"
            " while b1 speaks to another object.",
        ),
    ],
)
def test_silences_found(documents: list[Tabled], expected: SilenceKind, why: str) -> None:
    found = silence(*documents)
    assert (found.kind, found.why, found.stated) == (expected, why, False)


def test_what_nobody_has_raised_is_not_yet_discussed() -> None:
    found = silence(ASK, Tabled("BLUE", "2024-03-01", ELSEWHERE), issue="I3")
    assert found.kind is SilenceKind.NOT_YET_DISCUSSED


def test_a_later_question_is_unknown_before_it_is_asked() -> None:
    documents = [Tabled("RED", "2024-01-01", ELSEWHERE), Tabled("BLUE", "2024-01-02", [])]
    later = Tabled("RED", "2024-02-01", [Said("r2")], proposal="second")
    early = silence(*documents, later, as_of="2024-01-15")
    assert early.kind is SilenceKind.NOT_YET_DISCUSSED
    assert silence(*documents, later).kind is SilenceKind.NOT_YET_ANSWERED


def test_what_an_ally_asks_counts_where_nobody_else_does() -> None:
    found = silence(
        Tabled("TEAL", "2024-02-01", [Said("t1")]), Tabled("BLUE", "2024-03-01", ELSEWHERE)
    )
    assert found.kind is SilenceKind.NOT_ADDRESSED
    assert "(t1)" in found.why


def test_a_document_may_state_its_silence() -> None:
    stated = Silence("BLUE", "I1", SilenceKind.DECLINED, "blue@1", "A matter for the commission.")
    found = silence(ASK, Tabled("BLUE", "2024-03-01", ELSEWHERE, silences=[stated]))
    assert found == CellSilence(
        SilenceKind.DECLINED, "A matter for the commission.", (), stated=True
    )


def test_a_silence_is_stated_no_more_once_a_later_version_leaves_it_out() -> None:
    stated = Silence("BLUE", "I1", SilenceKind.DECLINED, "blue@1", "A matter for the commission.")
    first = Tabled("BLUE", "2024-03-01", ELSEWHERE, silences=[stated])
    found = silence(ASK, first, Tabled("BLUE", "2024-04-01", ELSEWHERE))
    assert (found.kind, found.stated) == (SilenceKind.NOT_ADDRESSED, False)


def decision(kind: str, day: str) -> Decision:
    return Decision(
        1, "silence", "I1.BLUE", {"kind": kind}, "kl", "now", "hush", date.fromisoformat(day)
    )


def test_an_analyst_may_state_it_from_a_day_on() -> None:
    documents = (ASK, Tabled("BLUE", "2024-03-01", ELSEWHERE))
    made = [decision("not public", "2024-03-01")]
    found = silence(*documents, decisions=made)
    assert (found.kind, found.stated) == (SilenceKind.NOT_PUBLIC, True)
    assert "kl" not in found.why
    assert "hush" not in found.why, "notes are private"
    before = silence(
        *documents, Tabled("BLUE", "2024-01-01", [], proposal="old"),
        as_of="2024-02-15", decisions=made,
    )  # fmt: skip
    assert before.kind is SilenceKind.NOT_YET_ANSWERED


def test_an_analyst_may_take_it_back() -> None:
    documents = (ASK, Tabled("BLUE", "2024-03-01", ELSEWHERE))
    made = [decision("not public", "2024-03-01"), decision("", "2024-03-01")]
    assert silence(*documents, decisions=made).kind is SilenceKind.NOT_ADDRESSED


def test_who_answers_from_another_issue_is_silent_here_and_the_sentence_says_so() -> None:
    away = Said("b9", issues=("I2",), topics=("1.2",), answers={"r1": How.COUNTERED})
    found = silence(ASK, Tabled("BLUE", "2024-03-01", [away]))
    assert (found.kind, found.elsewhere) == (SilenceKind.NOT_ADDRESSED, ("b9",))
    assert found.why.endswith("does not speak to it, while b9 answers from another issue.")


def test_a_silence_names_who_raised_the_matter_not_who_spoke_first_of_all() -> None:
    ally = Tabled("TEAL", "2023-12-01", [Said("t1")])
    found = silence(ally, ASK, Tabled("BLUE", "2024-03-01", ELSEWHERE))
    assert found.why.startswith("First raised by Red on 1 February 2024 (r1);")
