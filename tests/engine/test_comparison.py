"""The one structure every renderer receives: nothing dropped, nothing private, always the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.comparison import Comparison, compare
from negotiator.engine.table import digest_of
from negotiator.errors import Unknown
from negotiator.model import (
    Corpus,
    Decision,
    Force,
    How,
    KnownBy,
    Membership,
    Review,
    SilenceKind,
    Verdict,
    Withdrawal,
    Wording,
)
from tests.engine import build
from tests.engine.build import Said, Tabled, table

RED = Tabled(
    "RED",
    "2024-01-01",
    [Said("r1"), Said("r2", issues=("I1", "I2")), Said("r3", issues=())],
)
BLUE = Tabled("BLUE", "2024-02-01", [Said("b1", force=Force.REFUSAL, answers={"r1": How.REFUSED})])
TEAL = Tabled("TEAL", "2024-03-01", [Said("t1", issues=("I2",))])


def cells(whole: Comparison) -> dict[str, list[str]]:
    """Return the clause ids of every filled cell."""
    return {
        f"{row.issue.id}.{cell.party}": [placed.clause.id for placed in cell.clauses]
        for row in whole.rows
        for cell in row.cells
        if cell.clauses
    }


def test_clauses_stand_in_the_cell_of_each_issue_they_belong_to() -> None:
    whole = compare(table(RED, BLUE, TEAL))
    assert cells(whole) == {
        "I1.RED": ["r1", "r2"],
        "I1.BLUE": ["b1"],
        "I2.RED": ["r2"],
        "I2.TEAL": ["t1"],
    }
    assert [placed.clause.id for placed in whole.unfiled] == ["r3"]


def test_pairs_across_sides_lead_and_are_counted() -> None:
    whole = compare(table(RED, BLUE, TEAL))
    assert [gap.id for gap in whole.rows[0].gaps] == [
        "I1.RED-BLUE",
        "I1.RED-TEAL",
        "I1.BLUE-TEAL",
    ]
    assert [gap.across for gap in whole.rows[0].gaps] == [True, True, False]
    assert whole.across.pairs == 6
    assert whole.within.pairs == 3
    assert sum(whole.across.verdicts.values()) == 6
    assert whole.across.verdicts[Verdict.OPPOSED] == 1


def test_a_party_that_has_tabled_nothing_has_no_column() -> None:
    corpus = table(RED, BLUE, TEAL)
    assert [party.code for party in compare(corpus).absent] == ["GREY"]
    early = compare(corpus, as_of=date(2024, 2, 15))
    assert [party.code for party in early.parties] == ["RED", "BLUE"]
    assert [party.code for party in early.absent] == ["TEAL", "GREY"]
    assert early.across.pairs == 3


def test_the_day_is_the_last_on_which_a_document_became_known() -> None:
    assert compare(table(RED, BLUE)).as_of == date(2024, 2, 1)
    assert compare(table(Tabled("RED", None, [Said("r1")]))).as_of is None


def test_nothing_is_on_record() -> None:
    whole = compare(table())
    assert whole.parties == ()
    assert [row.cells for row in whole.rows] == [(), (), ()]
    assert whole.across.pairs == 0


def test_a_joint_paper_stands_in_both_columns() -> None:
    whole = compare(table(RED, Tabled("BLUE+TEAL", "2024-02-01", [Said("j1")])))
    assert cells(whole)["I1.BLUE"] == cells(whole)["I1.TEAL"] == ["j1"]


def test_a_withdrawn_version_is_named_and_out() -> None:
    second = Tabled("RED", "2024-04-01", [Said("r1"), Said("r9")], withdrawn=True)
    whole = compare(table(RED, BLUE, second))
    assert "r9" not in str(cells(whole))
    assert [version.id for version in whole.withdrawn] == ["red@2"]
    assert "red@2" not in [version.id for version in whole.versions]


def test_earlier_wordings_stand_with_the_current_one() -> None:
    first = Tabled("RED", "2024-01-01", [Said("r1", "They leave.", wording=Wording.VERBATIM)])
    second = Tabled("RED", "2024-02-01", [Said("r1", "All leave.", wording=Wording.VERBATIM)])
    placed = compare(table(first, second)).rows[0].cell("RED").clauses[0]
    assert placed.clause.text == "All leave."
    assert [(e.clause.text, e.symbol) for e in placed.earlier] == [("They leave.", "MOD")]
    assert placed.earlier[0].redline is not None
    early = compare(table(first, second), as_of=date(2024, 1, 15)).rows[0].cell("RED")
    assert early.clauses[0].clause.text == "They leave."
    assert early.clauses[0].earlier == ()


@pytest.mark.parametrize(
    ("selection", "rows", "columns"),
    [
        ({"issues": ["I2"]}, ["I2"], ["RED", "BLUE", "TEAL"]),
        ({"topics": ["1"]}, ["I1", "I2"], ["RED", "BLUE", "TEAL"]),
        ({"topics": ["1.1"]}, ["I1"], ["RED", "BLUE", "TEAL"]),
        ({"parties": ["BLUE"]}, ["I1", "I2", "I3"], ["BLUE"]),
    ],
)
def test_a_selection(selection: dict[str, Any], rows: list[str], columns: list[str]) -> None:
    whole = compare(table(RED, BLUE, TEAL), **selection)
    assert [row.issue.id for row in whole.rows] == rows
    assert [party.code for party in whole.parties] == columns


@pytest.mark.parametrize("kind", ["parties", "topics", "issues"])
def test_a_selection_of_nothing_known_is_refused(kind: str) -> None:
    with pytest.raises(Unknown, match=r"unknown .*“XX”; on record: "):
        compare(table(RED), **{kind: ["XX"]})


def test_another_date_may_decide() -> None:
    held_back = replace(RED, particulars={"published": date(2024, 6, 1)})
    corpus = table(held_back, BLUE)
    whole = compare(corpus, as_of=date(2024, 5, 1), known_by=KnownBy.PUBLISHED)
    assert [party.code for party in whole.parties] == ["BLUE"], "undated counts on any day"


PRIVATE = "for our eyes only"


def test_nothing_private_is_left_in_it() -> None:
    secret = Said("r1", reading={"note": PRIVATE, "by": PRIVATE, "at": PRIVATE})
    particulars = {"note": PRIVATE, "recorded_by": PRIVATE, "recorded_at": PRIVATE}
    told = Decision(
        1, "gap", "I1.RED-BLUE", {"state": "disputed", "evidence": "x"}, PRIVATE, PRIVATE, PRIVATE
    )
    gone = Tabled("RED", "2024-05-01", [secret], withdrawn=True, particulars=particulars)
    corpus = table(
        Tabled("RED", "2024-01-01", [secret], particulars=particulars), BLUE, gone, decisions=[told]
    )
    reasons = [
        replace(v, withdrawn=v.withdrawn and Withdrawal(PRIVATE, "", "")) for v in corpus.versions
    ]
    corpus = replace(corpus, versions=tuple(reasons))
    assert PRIVATE in repr(corpus)
    assert PRIVATE not in repr(compare(corpus))


# The review of a gap.


def decided(corpus: Corpus, state: str, verdict: str = "", **more: Any) -> Decision:
    row = compare(corpus).rows[0]
    outcome = {"state": state, "evidence": digest_of(row, "I1.RED-BLUE")}
    if verdict:
        outcome["verdict"] = verdict
    return Decision(1, "gap", "I1.RED-BLUE", outcome, "kl", "now", "", **more)


def reviewed(corpus: Corpus, *decisions: Decision) -> tuple[Verdict, Review, Verdict]:
    whole = compare(replace(corpus, decisions=decisions))
    gap = whole.rows[0].gaps[0]
    return gap.verdict, gap.review, gap.drafted


def test_a_persons_verdict_stands_over_the_machines() -> None:
    corpus = table(RED, BLUE)
    made = decided(corpus, "confirmed", "divergent")
    assert reviewed(corpus, made) == (Verdict.DIVERGENT, Review.CONFIRMED, Verdict.OPPOSED)


def test_a_confirmation_without_a_verdict_confirms_the_draft() -> None:
    corpus = table(RED, BLUE)
    assert reviewed(corpus, decided(corpus, "confirmed"))[:2] == (
        Verdict.OPPOSED,
        Review.CONFIRMED,
    )


def test_the_last_decision_counts() -> None:
    corpus = table(RED, BLUE)
    made = [decided(corpus, "confirmed", "divergent"), decided(corpus, "draft")]
    assert reviewed(corpus, *made)[:2] == (Verdict.OPPOSED, Review.DRAFT)


def test_a_review_is_stale_when_what_it_rests_on_changes() -> None:
    corpus = table(RED, BLUE)
    made = decided(corpus, "confirmed", "divergent")
    changed = replace(BLUE, clauses=[*BLUE.clauses, Said("b2")])
    assert reviewed(table(RED, changed), made)[:2] == (Verdict.DIVERGENT, Review.STALE)
    noted = Said("b1", force=Force.REFUSAL, answers={"r1": How.REFUSED}, reading={"note": "x"})
    same = table(RED, replace(BLUE, clauses=[noted]))
    assert reviewed(same, made)[1] is Review.CONFIRMED, "a note changes nothing"


def test_a_review_is_stale_when_an_answer_to_a_third_party_changes() -> None:
    def corpus(how: How) -> Corpus:
        third = Tabled("GREY", "2023-12-01", [Said("g1")])
        red = Tabled("RED", "2024-01-01", [Said("r1", answers={"g1": How.ACCEPTED})])
        blue = Tabled("BLUE", "2024-02-01", [Said("b1", answers={"g1": how})])
        return table(third, red, blue)

    made = decided(corpus(How.REFUSED), "confirmed")
    assert reviewed(corpus(How.REFUSED), made)[1] is Review.CONFIRMED
    assert reviewed(corpus(How.COUNTERED), made)[1] is Review.STALE


def test_a_decision_does_not_speak_about_the_days_before_it() -> None:
    corpus = table(RED, BLUE)
    made = decided(corpus, "confirmed", "divergent", as_of=date(2024, 3, 1))
    assert reviewed(corpus, made)[1] is Review.DRAFT


# The laws, on any small negotiation.


SAID = st.builds(
    Said,
    id=st.just(""),
    force=st.sampled_from([None, *Force]),
    issues=st.lists(st.sampled_from(["I1", "I2", "I3"]), unique=True, max_size=2),
    topics=st.lists(st.sampled_from(["1", "1.1", "2"]), unique=True, max_size=2),
)


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    documents = []
    number = 0
    for party in draw(st.lists(st.sampled_from(["RED", "BLUE", "TEAL", "GREY"]), max_size=5)):
        said = []
        for one in draw(st.lists(SAID, max_size=3)):
            number += 1
            said.append(replace(one, id=f"c{number}"))
        day = draw(st.sampled_from([None, "2024-01-01", "2024-02-01", "2024-03-01"]))
        key = f"{party.lower()}{len(documents)}"
        documents.append(Tabled(party, day, said, proposal=key))
    return table(*documents)


@given(corpora())
def test_every_current_clause_stands_in_a_cell_or_is_shown_unfiled(corpus: Corpus) -> None:
    whole = compare(corpus)
    shown = {id for found in cells(whole).values() for id in found}
    unfiled = {placed.clause.id for placed in whole.unfiled}
    current = {clause.id for clause in corpus.clauses if clause.version in whole.current}
    assert shown | unfiled == current
    assert not shown & unfiled


@given(corpora())
def test_silence_stands_exactly_where_there_is_no_clause(corpus: Corpus) -> None:
    for row in compare(corpus).rows:
        for cell in row.cells:
            assert (cell.silence is None) == bool(cell.clauses)
            if cell.silence:
                assert cell.silence.why
                assert cell.silence.kind in SilenceKind


@given(corpora())
def test_the_counts_add_up(corpus: Corpus) -> None:
    whole = compare(corpus)
    parties = len(whole.parties)
    assert whole.across.pairs + whole.within.pairs == 3 * parties * (parties - 1) // 2
    assert sum(whole.across.verdicts.values()) == whole.across.pairs
    assert sum(whole.within.verdicts.values()) == whole.within.pairs


@given(corpora())
def test_the_same_record_gives_the_same_comparison(corpus: Corpus) -> None:
    assert compare(corpus) == compare(corpus)


@given(corpora(), st.randoms())
def test_gaps_do_not_depend_on_the_order_of_recording(corpus: Corpus, random: Any) -> None:
    versions = list(corpus.versions)
    random.shuffle(versions)
    order = {version.id: number for number, version in enumerate(versions)}
    clauses = sorted(corpus.clauses, key=lambda clause: order[clause.version])
    other = replace(corpus, versions=tuple(versions), clauses=tuple(clauses))

    def verdicts(one: Corpus) -> dict[str, Any]:
        return {
            gap.id: (gap.verdict, gap.kinds, gap.confidence)
            for row in compare(one).rows
            for gap in row.gaps
        }

    assert verdicts(corpus) == verdicts(other)


def test_a_member_counts_with_its_alliance_only_where_it_is_silent_and_while_it_is_one() -> None:
    left = Membership("TEAL", until=date(2024, 1, 31), counts=True)
    for membership, through in (
        (Membership("TEAL", counts=True), "TEAL"),
        (Membership("TEAL"), ""),
        (left, ""),
    ):
        blue = replace(build.BLUE, member_of=(membership,))
        corpus = table(
            Tabled("BLUE", "2024-01-02", [Said("b2", issues=("I2",))]),
            Tabled("TEAL", "2024-02-02", [Said("t1"), Said("t2", issues=("I2",))]),
            negotiation=replace(build.NEGOTIATION, parties=(build.RED, blue, build.TEAL)),
        )
        rows = {row.issue.id: row for row in compare(corpus).rows}
        cell = rows["I1"].cell("BLUE")
        assert cell.through == through
        assert [placed.clause.id for placed in cell.clauses] == (["t1"] if through else [])
        assert rows["I2"].cell("BLUE").through == ""
