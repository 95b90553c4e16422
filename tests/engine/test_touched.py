"""A new version touches the gaps of some issues, and no others."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.comparison import compare
from negotiator.engine.touched import touched
from negotiator.model import Corpus, Force, How, Silence, SilenceKind
from tests.engine.build import Said, Tabled, table

DEMAND, OFFER = Force.DEMAND, Force.OFFER


def says(id: str, issue: str, text: str = "", force: Force = DEMAND, **more: Any) -> Said:
    return Said(id, text or f"On {issue}.", force, (issue,), **more)


FIRST = Tabled("RED", "2024-01-01", [says("r1", "I1"), says("r2", "I2")])
REPLY = Tabled("BLUE", "2024-02-01", [says("b1", "I1", force=OFFER)])


def after(*clauses: Said) -> Corpus:
    """Return the talks once Red has tabled its paper anew."""
    return table(FIRST, REPLY, Tabled("RED", "2024-03-01", clauses))


@pytest.mark.parametrize(
    ("clauses", "issues"),
    [
        ([says("r1", "I1"), says("r2", "I2")], ()),
        ([says("r1", "I1", "Other words."), says("r2", "I2")], ("I1",)),
        ([says("r1", "I1")], ("I2",)),
        ([says("r1", "I1"), says("r2", "I2"), says("r3", "I3")], ("I3",)),
        ([says("r1", "I1"), says("r2", "I3")], ("I2", "I3")),
        ([says("r1", "I1", force=OFFER), says("r2", "I2")], ("I1",)),
        ([says("r1", "I1", answers={"b1": How.REFUSED}), says("r2", "I2")], ("I1",)),
    ],
)
def test_what_is_worded_read_or_answered_otherwise(
    clauses: list[Said], issues: tuple[str, ...]
) -> None:
    assert touched(after(*clauses), "red@2") == issues


def test_the_first_version_of_a_paper_touches_every_issue() -> None:
    assert touched(table(FIRST, REPLY), "blue@1") == ("I1", "I2", "I3")


def test_the_first_document_that_passes_an_issue_over_touches_it() -> None:
    raised = Tabled("BLUE", "2024-02-01", [says("b3", "I3")])
    again = [says("r1", "I1"), says("r2", "I2")]
    second = Tabled("RED", "2024-03-01", again)
    assert touched(table(FIRST, raised, second), "red@2") == ("I3",)
    third = Tabled("RED", "2024-04-01", again)
    assert touched(table(FIRST, raised, second, third), "red@3") == ()


TEXTS = st.sampled_from(["On it.", "On it, otherwise."])
CLAUSES = st.lists(
    st.tuples(st.sampled_from(["r1", "r2", "r3"]), st.sampled_from(["I1", "I2", "I3"]), TEXTS),
    unique_by=lambda one: one[0],
    min_size=1,
)


def test_a_silence_stated_otherwise_touches_its_issue() -> None:
    silent = [Silence("RED", "I3", SilenceKind.DECLINED, "red@1")]
    again = Tabled("RED", "2024-03-01", FIRST.clauses)
    raised = Tabled("BLUE", "2023-12-01", [says("b3", "I3")])
    assert touched(table(replace(FIRST, silences=silent), raised, again), "red@2") == ("I3",)
    same = [replace(silent[0], version="red@2")]
    kept = table(replace(FIRST, silences=silent), raised, replace(again, silences=same))
    assert touched(kept, "red@2") == ()


@given(CLAUSES, CLAUSES)
def test_gaps_on_other_issues_stay_the_same(before: Any, anew: Any) -> None:
    first = Tabled("RED", "2024-01-01", [says(*one) for one in before])
    reply = Tabled(
        "BLUE", "2024-02-01", [says("b1", "I1", answers={"r1": How.REFUSED}), says("b3", "I3")]
    )
    second = Tabled("RED", "2024-03-01", [says(*one) for one in anew])
    new = table(first, reply, second)
    issues = touched(new, "red@2")
    old = {row.issue.id: row for row in compare(table(first, reply)).rows}
    for row in compare(new).rows:
        if row.issue.id not in issues:
            now = [(gap.id, gap.verdict, gap.kinds, gap.evidence) for gap in row.gaps]
            was = [(g.id, g.verdict, g.kinds, g.evidence) for g in old[row.issue.id].gaps]
            assert now == was


@given(CLAUSES, st.sampled_from(["I1", "I2", "I3"]))
def test_a_selection_says_the_same_as_the_whole(clauses: Any, issue: str) -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [says(*one) for one in clauses]),
        Tabled(
            "BLUE", "2024-02-01", [says("b1", "I1", answers={"r1": None, "r2": How.OTHER_OBJECT})]
        ),
    )
    whole = next(row for row in compare(corpus).rows if row.issue.id == issue)
    (part,) = compare(corpus, issues=[issue]).rows
    assert part == whole
