"""The rolling text: what all share stands bare, the rest in brackets; what is written is read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.brackets import brackets
from negotiator.engine.comparison import compare
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
from negotiator.model import Corpus, Force, KnownBy, Review, SilenceKind, Symbol, Wording
from negotiator.render.rolling_text import consolidated, render, write
from negotiator.workbench.bench import opened
from negotiator.workbench.demo import Demonstration
from tests.engine.build import Said, Tabled, table


def text_of(corpus: Corpus) -> str:
    return render(compare(corpus), program="negotiator 0.1.0")


def verbatim(id: str, text: str, **reading: object) -> Said:
    return Said(id, text, wording=Wording.VERBATIM, reading=reading)


@pytest.fixture(scope="module")
def corpus(demonstration: Demonstration) -> Corpus:
    with opened(str(demonstration.database)) as bench, bench.database.reading() as archive:
        return archive.corpus()


def test_wording_that_all_tabled_stands_without_brackets() -> None:
    text = text_of(
        table(
            Tabled("RED", "2024-01-01", [verbatim("r1", "Forces shall leave.")]),
            Tabled("BLUE", "2024-01-02", [verbatim("b1", "Forces shall leave.")]),
        )
    )
    assert "\n    Forces shall leave. (r1, b1)\n" in text


def test_wording_of_some_stands_in_brackets_with_their_names() -> None:
    text = text_of(
        table(
            Tabled("RED", "2024-01-01", [verbatim("r1", "Forces shall leave.")]),
            Tabled("BLUE", "2024-01-02", [verbatim("b1", "Forces may stay.")]),
            Tabled("TEAL", "2024-01-03", [verbatim("t1", "Forces shall leave.")]),
        )
    )
    assert (
        "\n    [RED, TEAL: Forces shall leave.] (r1, t1)\n    [BLUE: Forces may stay.] (b1)\n"
        in text
    )


def test_a_single_party_shares_its_wording_with_nobody() -> None:
    text = text_of(table(Tabled("RED", "2024-01-01", [verbatim("r1", "Forces shall leave.")])))
    assert "    [RED: Forces shall leave.] (r1)\n" in text


def test_a_joint_document_is_tabled_by_each_of_its_parties() -> None:
    text = text_of(
        table(
            Tabled("BLUE+TEAL", "2024-01-01", [verbatim("j1", "Forces shall leave.")]),
            Tabled("RED", "2024-01-01", [verbatim("r1", "They stay.")]),
        )
    )
    assert "    [BLUE, TEAL: Forces shall leave.] (j1)\n" in text


def test_a_paraphrase_is_marked_even_when_all_agree_on_the_account() -> None:
    text = text_of(
        table(
            Tabled("RED", "2024-01-01", [Said("r1", "Forces leave.")]),
            Tabled("BLUE", "2024-01-02", [Said("b1", "Forces leave.", force=Force.ASSERTION)]),
        )
    )
    assert "    [RED (paraphrase): Forces leave.] (r1)\n" in text
    assert "    [BLUE (paraphrase, asserted): Forces leave.] (b1)\n" in text


def test_a_proposal_to_delete_shows_what_is_to_go() -> None:
    corpus = table(Tabled("RED", "2024-01-01", [verbatim("r1", "x")]))
    clause = replace(corpus.clauses[0], text="", base_text="Forces may stay.", change=Symbol.SUP)
    assert "    [RED (to delete): Forces may stay.] (r1)\n" in text_of(
        replace(corpus, clauses=(clause,))
    )


def test_a_reading_that_nobody_confirmed_is_marked() -> None:
    said = verbatim("r1", "Forces leave.", review=Review.DRAFT)
    assert "    [RED: Forces leave.] (r1 draft)\n" in text_of(
        table(Tabled("RED", "2024-01-01", [said]))
    )


def test_silence_is_named_with_what_it_rests_on() -> None:
    elsewhere = replace(verbatim("b1", "Missiles stay."), issues=("I2",))
    text = text_of(
        table(
            Tabled("RED", "2024-01-01", [verbatim("r1", "Forces leave.")]),
            Tabled("BLUE", "2024-02-01", [elsewhere]),
        )
    )
    (why,) = [one for one in text.split("\n") if one.startswith("BLUE: not addressed — ")]
    assert "r1" in why


def test_wording_under_no_issue_is_kept() -> None:
    said = replace(verbatim("r1", "Forces leave."), issues=(), topics=())
    text = text_of(table(Tabled("RED", "2024-01-01", [said])))
    assert "Not filed under an issue\n\n    [RED: Forces leave.] (r1)\n" in text


def test_a_partys_own_brackets_are_nested() -> None:
    said = verbatim("r1", "Forces [shall][should] leave] now.")
    text = text_of(table(Tabled("RED", "2024-01-01", [said])))
    assert "    [RED: Forces [shall][should] leave\\] now.] (r1)\n" in text


def test_the_brackets_say_who_stands_behind_them_to_any_reader() -> None:
    whole = RollingText(
        "T",
        None,
        KnownBy.ISSUED,
        columns=(Column("RED", ""), Column("US", "")),
        unfiled=(
            Formulation(("RED", "US"), "a [b]", (Cited("r1"),), (Mark.PARAPHRASE, Mark.ASSERTED)),
            Formulation(("US",), "c", (Cited("u1"),), (Mark.TO_DELETE,)),
        ),
    )
    written = write(whole).partition("Not filed")[2]
    ((said, _, deleted),) = brackets([written], ["RED", "US"])
    assert (said.supports, deleted.opposes) == (("RED", "US"), ("US",))


def test_the_shipped_exchange_is_read_as_it_was_written(corpus: Corpus) -> None:
    whole = compare(corpus)
    text = text_of(corpus)
    assert read_rolling_text(text) == consolidated(whole, program="negotiator 0.1.0")
    cited = {
        one.clause
        for topic in consolidated(whole).topics
        for issue in topic.issues
        for formulation in issue.formulations
        for one in formulation.clauses
    }
    shown = {
        placed.clause.id for row in whole.rows for cell in row.cells for placed in cell.clauses
    }
    assert cited == shown
    assert all(f"Issue {row.issue.id}: {row.issue.question}\n" in text for row in whole.rows)


def test_the_same_record_gives_the_same_text(corpus: Corpus) -> None:
    backwards = replace(corpus, readings=dict(reversed(list(corpus.readings.items()))))
    assert text_of(backwards) == text_of(corpus)


def test_direction_marks_cannot_deceive() -> None:
    text = text_of(table(Tabled("RED", "2024-01-01", [verbatim("r1", "Do \u202enot\u202c go.")])))
    assert "Do \\u{202E}not\\u{202C} go." in text


HOSTILE = st.text() | st.lists(
    st.sampled_from(
        [
            *("[", "]", "\n", "\\", ": ", " (r1)", "    ", "        ", " ", "\t", "\r\n", "\u2028"),
            *("Topic 1: x", "Issue I1: y", "RED: not addressed", "[RED: z]", "Parties:", " — "),
            *(
                "Not filed under an issue",
                "Rolling text: t",
                "\\u{5B}",
                "shall",
                "\ufeff",
                "{",
                "}",
            ),
        ]
    ),
    max_size=8,
).map("".join)
NAMES = st.text(min_size=1, max_size=6) | st.sampled_from(
    ["RED", "Topic 1", "Rule", "a, b", "[x]: "]
)
CITED = st.lists(st.builds(Cited, NAMES, st.sampled_from(Review)), max_size=3).map(tuple)
MARKS = st.lists(st.sampled_from(Mark), unique=True, max_size=2).map(tuple)
SILENT = st.builds(Silent, NAMES, st.sampled_from(SilenceKind), HOSTILE)


@st.composite
def rolling_texts(draw: st.DrawFn) -> RollingText:
    columns = draw(st.lists(st.builds(Column, NAMES, HOSTILE), max_size=3).map(tuple))
    everybody = tuple(column.code for column in columns)
    parties = st.lists(NAMES, min_size=1, max_size=3).map(tuple)
    formulations = st.lists(
        st.builds(
            Formulation,
            st.just(everybody) | parties if everybody else parties,
            HOSTILE,
            CITED,
            MARKS | st.just(()),
        ),
        max_size=3,
    ).map(tuple)
    issues = st.builds(
        RollingIssue, NAMES, HOSTILE, formulations, st.lists(SILENT, max_size=2).map(tuple)
    )
    topics = st.builds(RollingTopic, NAMES, HOSTILE, st.lists(issues, max_size=3).map(tuple))
    return RollingText(
        title=draw(HOSTILE),
        as_of=draw(st.none() | st.dates()),
        known_by=draw(st.sampled_from(KnownBy)),
        columns=columns,
        absent=draw(st.lists(st.builds(Column, NAMES, HOSTILE), max_size=2).map(tuple)),
        topics=draw(st.lists(topics, max_size=3).map(tuple)),
        unfiled=draw(formulations),
        rule=draw(HOSTILE),
        fingerprint=draw(HOSTILE),
        head=draw(HOSTILE),
        program=draw(HOSTILE),
    )


@given(rolling_texts())
def test_reading_what_was_written_gives_the_same_structure(whole: RollingText) -> None:
    text = write(whole)
    assert read_rolling_text(text) == whole
    assert read_rolling_text(text.encode().decode()) == whole
    assert read_rolling_text(text.replace("\n", "\r\n")) == whole
