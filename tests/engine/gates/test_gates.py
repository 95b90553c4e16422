"""A record in order passes every gate; each gate stops at what it is named for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from negotiator.engine.comparison import Counts, compare
from negotiator.engine.compromise import set_texts
from negotiator.engine.gates import GATES, Record, run
from negotiator.engine.gates.rationale import cites
from negotiator.engine.movement import Ledger
from negotiator.engine.table import digest_of
from negotiator.model import (
    UNREAD,
    Decision,
    Force,
    MoveKind,
    Origin,
    Reading,
    Review,
    Silence,
    SilenceKind,
    Status,
    Unit,
    Verdict,
)
from tests.engine.build import Said, Tabled
from tests.engine.gates.build import BLUE, RED, decided, look, only, record, said
from tests.engine.status.build import decisions, undo

OPEN, AGREED = Status.OPEN, Status.AGREED


def test_a_record_in_order_passes_every_gate() -> None:
    whole = record()
    for result in run(whole, [gate.name for gate in GATES]):
        assert result.passed, result.findings
    assert look("rationale", whole).at == 3  # one for each issue
    assert look("topic", whole).at == 2


def test_without_names_the_usual_gates_are_run_in_the_order_of_the_table() -> None:
    usual = [gate.name for gate in GATES if gate.usual]
    assert [one.gate.name for one in run(record())] == usual
    assert usual == ["rationale", "reopened", "topic", "quotation", "counts", "stale"]
    assert [one.gate.name for one in run(record(), ["issue", "topic"])] == ["topic", "issue"]


def test_the_comparison_of_the_gates_is_that_of_everybody() -> None:
    again = Tabled("RED", "2024-03-10", [Said("r1", "Some forces shall leave.")], "red")
    whole = record(
        RED, replace(BLUE, clauses=[replace(BLUE.clauses[0], answers={"r1": None})]), again
    )
    everybody = compare(whole.corpus)
    assert [row.gaps for row in whole.comparison.rows] == [row.gaps for row in everybody.rows]
    assert whole.comparison.across == everybody.across


# Rationale.


def test_a_decision_on_a_gap_needs_a_why() -> None:
    bare = decided(1, "gap", "I1.RED-BLUE", state="disputed", verdict="opposed")
    assert said("rationale", record(decisions=[bare])) == [
        ("I1.RED-BLUE", "is disputed, and nobody says why")
    ]
    for fine in (
        replace(bare, note="as they say"),
        decided(2, "gap", "I1.RED-BLUE", state="confirmed"),
        decided(2, "gap", "I1.RED-BLUE", state="draft"),
    ):
        assert not said("rationale", record(decisions=[bare, fine]))


def test_a_decision_of_a_later_day_does_not_count_yet() -> None:
    bare = decided(1, "gap", "I1.RED-BLUE", day="2024-03-01", state="disputed")
    assert said("rationale", record(decisions=[bare]))
    assert not said("rationale", record(decisions=[bare], as_of=date(2024, 2, 20)))


def with_rationale(text: str) -> Record:
    """Return the record in order, with another rationale of the gap on the first issue."""
    whole = record()
    comparison = whole.comparison
    row = comparison.rows[0]
    told = replace(row, gaps=(replace(row.gaps[0], rationale=text),))
    whole.__dict__["comparison"] = replace(comparison, rows=(told, *comparison.rows[1:]))
    return whole


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("  ", "has no rationale"),
        ("Red demands (r1); Blue refuses.", "its rationale cites no clause of BLUE, which speaks"),
        ("Red demands (r10); b1 refuses.", "its rationale cites no clause of RED, which speaks"),
    ],
)
def test_a_rationale_cites_each_side_that_speaks(text: str, what: str) -> None:
    assert said("rationale", with_rationale(text)) == [("I1.RED-BLUE", what)]


def test_a_rationale_names_the_silence_of_a_side_that_does_not_speak() -> None:
    whole = record(RED, Tabled("BLUE", "2024-02-10", [Said("b1", issues=["I3"])]))
    gap = whole.comparison.rows[0].gaps[0]
    assert not said("rationale", whole)
    row = replace(whole.comparison.rows[0], gaps=(replace(gap, rationale="Red demands (r1)."),))
    rows = (row, *whole.comparison.rows[1:])
    whole.__dict__["comparison"] = replace(whole.comparison, rows=rows)
    assert said("rationale", whole) == [
        ("I1.RED-BLUE", "its rationale does not say how BLUE is silent")
    ]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("A4.1 refuses.", True),
        ("Refused by A4.1.", True),
        ("(A4.1)", True),
        ("A4.1, and more", True),
        ("A4.10 refuses", False),
        ("A4.1.2 refuses", False),
        ("BA4.1", False),
        ("X.A4.1", False),
        ("A4.1-v2", False),
        ("A4.10 and A4.1", True),
        ("", False),
    ],
)
def test_a_clause_is_cited_by_its_whole_id(text: str, cited: bool) -> None:
    assert cites(text, "A4.1") is cited


# Reopened.


def test_a_fall_from_agreed_needs_a_reason() -> None:
    fall = (("I1", "jointly", AGREED, "2024-03-01"), ("I1", "jointly", OPEN, "2024-04-01"))
    found = only("reopened", record(decisions=decisions(*fall)))
    assert found.where == "I1"
    assert found.what == (
        "the parties jointly called it “agreed” on 2024-03-01 and “open” on 2024-04-01, and no"
        " reason is given"
    )
    explained = (fall[0], (*fall[1], "the ministers said so"))
    assert not said("reopened", record(decisions=decisions(*explained)))


def test_a_status_taken_back_later_was_an_error_on_any_day() -> None:
    fall = (("I1", "jointly", AGREED, "2024-03-01"), ("I1", "jointly", OPEN, "2024-04-01"))
    (*both, back) = undo(decisions(*fall), 2)
    late = replace(back, as_of=date(2024, 6, 1))
    assert not said("reopened", record(decisions=[*both, late], as_of=date(2024, 5, 1)))


def test_a_party_that_moves_on_an_agreed_issue_owes_a_reason() -> None:
    agreed = decisions(("I1", "jointly", AGREED, "2024-02-20"))
    more = Tabled(
        "BLUE", "2024-03-10", [Said("b2", "Half of them may leave.", Force.OFFER)], "blue2"
    )
    found = only("reopened", record(RED, BLUE, more, decisions=agreed))
    assert (found.where, found.party, found.clauses) == ("I1, BLUE", "BLUE", ("b2",))
    assert "stood “agreed” when BLUE moved on it on 2024-03-10 with b2" in found.what
    assert look("reopened", record(RED, BLUE, decisions=agreed)).at == 1


# Topic and issue.


def test_a_provision_under_no_topic_is_found_and_a_heading_is_not() -> None:
    bare = Said("r2", "It ends.", topics=(), issues=())
    whole = record(Tabled("RED", "2024-01-10", [Said("r1"), bare]), BLUE)
    found = only("topic", whole)
    assert (found.where, found.clauses, found.text) == ("r2@1", ("r2",), "It ends.")
    assert only("issue", whole).where == "r2@1"
    clauses = tuple(
        replace(one, unit=Unit.HEADING) if one.id == "r2" else one for one in whole.corpus.clauses
    )
    headed = Record(replace(whole.corpus, clauses=clauses))
    assert not said("topic", headed)
    assert not said("issue", headed)


def test_only_wordings_in_force_must_be_filed() -> None:
    old = Tabled("RED", "2024-01-10", [Said("r1", topics=())], "red")
    new = Tabled("RED", "2024-03-10", [Said("r1", "Other words.")], "red")
    whole = record(old, BLUE, new)
    assert not said("topic", whole)
    before = Record(whole.corpus, date(2024, 2, 20))
    assert [where for where, _ in said("topic", before)] == ["r1@1"]


def test_a_clause_that_nobody_has_read_stands_under_no_topic() -> None:
    whole = record()
    readings = {**whole.corpus.readings, "b1@1": UNREAD}
    assert only("topic", Record(replace(whole.corpus, readings=readings))).where == "b1@1"


# Counts.


def test_counts_of_verdicts_must_be_those_of_the_gaps() -> None:
    whole = record()
    counted = whole.comparison.across
    verdicts = {**counted.verdicts, Verdict.IDENTICAL: 1}
    wrong = replace(whole.comparison, across=Counts(counted.pairs, verdicts))
    whole.__dict__["comparison"] = wrong
    assert [what for _, what in said("counts", whole)] == [
        "pairs across sides, and verdicts: 3 and 4",
        "pairs across sides counted as identical, and gaps that say so: 1 and 0",
    ]


def test_a_clause_that_no_row_shows_is_missed() -> None:
    lost = Tabled("RED", "2024-01-10", [Said("r1"), Said("r2", issues=["I99"])])
    found = only("counts", record(lost, BLUE))
    assert found.what == "clauses in force, and clauses shown: 3 and 2"
    assert found.clauses == ("r2",)


def test_a_status_of_an_issue_that_is_not_on_record_is_missed() -> None:
    found = only("counts", record(decisions=decisions(("I9", "jointly", OPEN, "2024-02-20"))))
    assert found.what == "issues with a status, and those on record: 1 and 0"


def test_what_a_party_holds_must_follow_from_what_came_and_went() -> None:
    later = Tabled("RED", "2024-03-10", [Said("r9", issues=["I2"])], "red2")
    whole = record(RED, BLUE, later)
    assert not said("counts", whole)
    lines = list(whole.movement.ledger.lines)
    last = next(n for n in reversed(range(len(lines))) if lines[n].party == "RED")
    kinds = {**lines[last].kinds, MoveKind.DROPPED: 1}
    lines[last] = replace(lines[last], kinds=kinds)
    whole.__dict__["movement"] = replace(whole.movement, ledger=Ledger(tuple(lines)))
    found = only("counts", whole)
    assert found.what == "issues held before, come and gone, and issues held after: 1 and 2"
    assert (found.party, found.round) == ("RED", lines[last].round)


# Stale.


def test_a_review_of_a_gap_is_stale_once_a_clause_changes() -> None:
    whole = record()
    seen = digest_of(whole.comparison.rows[0], "I1.RED-BLUE")
    review = decided(1, "gap", "I1.RED-BLUE", "as they say", state="confirmed", verdict="opposed",
                     evidence=seen)  # fmt: skip
    assert not said("stale", record(decisions=[review]))
    again = Tabled("BLUE", "2024-03-10", [Said("b1", "The forces leave in part.")], "blue")
    assert said("stale", record(RED, BLUE, again, decisions=[review])) == [
        ("I1.RED-BLUE", "is reviewed as “opposed”, but what that rests on has changed since")
    ]


def link(number: int, left: str, right: str, state: str = "confirmed") -> Decision:
    id = "~".join(sorted((left.partition("@")[0], right.partition("@")[0])))
    return decided(number, "link", id, state=state, left=left, right=right, relation="opposed",
                   method="similar text", evidence="e")  # fmt: skip


def test_a_confirmed_link_is_stale_once_an_end_is_reworded_or_withdrawn() -> None:
    confirmed = link(1, "r1@1", "b1@1")
    assert look("stale", record(decisions=[confirmed])).at == 3
    assert not said("stale", record(decisions=[confirmed]))
    again = Tabled("BLUE", "2024-03-10", [Said("b1", "The forces leave in part.")], "blue")
    assert said("stale", record(RED, BLUE, again, decisions=[confirmed])) == [
        ("r1 ~ b1", "is confirmed on wording b1@1, now b1@2")
    ]
    gone = replace(BLUE, withdrawn=True)
    assert said("stale", record(RED, gone, decisions=[confirmed])) == [
        ("r1 ~ b1", "is confirmed on wording b1@1, which is no longer in force")
    ]
    refused = link(2, "r1@1", "b1@1", "refused")
    assert not said("stale", record(RED, BLUE, again, decisions=[confirmed, refused]))


def test_a_link_decided_on_later_wording_does_not_count_before_it() -> None:
    again = Tabled("BLUE", "2024-03-10", [Said("b1", "The forces leave in part.")], "blue")
    confirmed = link(1, "r1@1", "b1@2")
    for day in (date(2024, 2, 20), date(2024, 3, 20)):
        assert not said("stale", record(RED, BLUE, again, decisions=[confirmed], as_of=day))


def test_a_reading_carried_over_to_other_words_is_stale() -> None:
    whole = record()
    carried = Reading(("1.1",), ("I1",), origin=Origin.PERSON, review=Review.DRAFT)
    for reading, found in ((carried, ["b1@1"]), (replace(carried, origin=Origin.MACHINE), [])):
        readings = {**whole.corpus.readings, "b1@1": reading}
        some = Record(replace(whole.corpus, readings=readings))
        assert [where for where, _ in said("stale", some)] == found


def test_a_reaction_to_a_compromise_text_that_was_replaced_is_stale() -> None:
    text = {"proposed_by": "chair", "round": ""}
    first = decided(1, "compromise", "I1", text="The forces stay.", **text)
    second = decided(3, "compromise", "I1", text="Half of the forces stay.", **text)
    (seen,) = set_texts([first])
    reacted = decided(2, "reaction", "I1.BLUE", how="accepted", compromise=seen.id,
                      evidence=seen.digest)  # fmt: skip
    assert not said("stale", record(decisions=[first, reacted]))
    found = only("stale", record(decisions=[first, reacted, second]))
    assert (found.where, found.party) == ("I1, BLUE", "BLUE")
    assert "replaced" in found.what


def test_silences_and_parties_without_a_paper_do_not_disturb() -> None:
    stated = Silence("BLUE", "I2", SilenceKind.DECLINED, "blue@1", "Not for this forum.")
    whole = record(RED, replace(BLUE, silences=[stated]))
    assert all(one.passed for one in run(whole))
