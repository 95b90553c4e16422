"""What changed of a gap since it was shown."""

from __future__ import annotations

from dataclasses import replace

from negotiator.engine.comparison import compare
from negotiator.engine.review.meanwhile import ShownGap, meanwhile
from negotiator.model import Corpus, Decision, Force, How
from tests.engine.build import Said, Tabled, table

RED = Tabled("RED", "2024-01-01", [Said("r1"), Said("r2")])
REFUSES = Said("b1", force=Force.REFUSAL, answers={"r1": How.REFUSED})


def shown(corpus: Corpus, decided: Decision | None = None) -> ShownGap:
    row = compare(corpus).rows[0]
    return ShownGap(row, row.gaps[0], decided)


def talks(*blue: Said, red: Tabled = RED) -> Corpus:
    return table(red, Tabled("BLUE", "2024-02-01", blue))


def test_nothing_changes_by_itself() -> None:
    assert meanwhile(shown(talks(REFUSES)), shown(talks(REFUSES))) == ()


def test_each_change_of_the_clauses_is_named() -> None:
    before = shown(talks(REFUSES))
    accepts = replace(REFUSES, force=Force.COMMITMENT, answers={"r1": How.ACCEPTED})
    for now, told in (
        (talks(replace(REFUSES, text="Never.")), ("b1 is worded otherwise",)),
        (talks(REFUSES, Said("b2")), ("b2 of BLUE speaks to it too",)),
        (
            talks(REFUSES, red=replace(RED, clauses=[Said("r1")])),
            ("r2 of RED no longer speaks to it",),
        ),
        (
            talks(accepts),
            (
                "b1 is read otherwise",
                "b1 answers otherwise",
                "the machine now says partly convergent, not opposed",
            ),
        ),
    ):
        assert meanwhile(before, shown(now)) == told


def test_a_decision_of_somebody_else_is_named() -> None:
    corpus = talks(REFUSES)
    made = Decision(3, "gap", "I1.RED-BLUE", {"state": "disputed", "verdict": "opposed"}, "mm", "")
    assert meanwhile(shown(corpus), shown(corpus, made)) == ("mm decided on it: disputed, opposed",)
    assert meanwhile(shown(corpus, made), shown(corpus, made)) == ()
