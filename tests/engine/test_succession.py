"""A document becomes the next version: what keeps its id and reading, and what does not."""

from __future__ import annotations

import pytest

from negotiator.engine.succession import Predecessor, Succession, Tabled, succeed
from negotiator.errors import Refused
from negotiator.model import Answer, Clause, Force, How, Reading, Review


def tabled(*texts: str, **readings: Reading) -> Tabled:
    """Return a document whose clauses are called c0, c1 …"""
    clauses = tuple(Clause(f"c{n}", f"c{n}", "", text) for n, text in enumerate(texts))
    return Tabled(clauses, readings)


def predecessor(
    version: Succession, later: dict[str, list[Reading]] | None = None, *before: Clause
) -> Predecessor:
    """Return what a recorded version passes on: with readings made since, and older wordings."""
    wordings: dict[str, list[Clause]] = {}
    for clause in (*version.clauses, *before):
        wordings.setdefault(clause.key, []).append(clause)
    readings = {address: [reading] for address, reading in version.readings.items()}
    for address, made in (later or {}).items():
        readings.setdefault(address, []).extend(made)
    answers: dict[str, list[Answer]] = {}
    for answer in version.answers:
        answers.setdefault(answer.clause, []).append(answer)
    return Predecessor(
        {clause.key: clause for clause in version.clauses}, wordings, readings, answers
    )


DEMAND = Reading(topics=("1",), issues=("I1",), force=Force.DEMAND)


def test_a_first_version_takes_the_documents_ids() -> None:
    made = succeed(tabled("One.", "Two.", c0=DEMAND), proposal="A", number=1, by="kl")
    assert [clause.address for clause in made.clauses] == ["c0@1", "c1@1"]
    assert [clause.version for clause in made.clauses] == ["A@1", "A@1"]
    assert made.added == ("c0", "c1")
    assert made.readings["c0@1"].by == "kl"


def test_ids_taken_by_another_proposal_are_all_prefixed() -> None:
    made = succeed(tabled("One.", "Two."), proposal="B", number=1, taken={"c1"})
    assert [clause.id for clause in made.clauses] == ["B:c0", "B:c1"]
    assert made.renamed == {"c0": "B:c0", "c1": "B:c1"}
    later = succeed(
        tabled("One.", "Two.", "Three."),
        proposal="B",
        number=2,
        predecessor=predecessor(made),
        taken={"c1", "B:c0", "B:c1"},
    )
    assert [clause.id for clause in later.clauses] == ["B:c0", "B:c1", "B:c2"]


def test_a_prefixed_id_that_is_taken_is_refused() -> None:
    with pytest.raises(Refused, match="B:c0 is taken"):
        succeed(tabled("One."), proposal="B", number=1, taken={"c0", "B:c0"})


def test_a_parent_keeps_its_children_when_renamed() -> None:
    clauses = (Clause("4", "4", "", "Article."), Clause("4.1", "4.1", "", "Point.", parent="4"))
    made = succeed(Tabled(clauses, {}), proposal="B", number=1, taken={"4"})
    assert made.clauses[1].parent == "B:4"


def test_unchanged_text_keeps_its_reading_and_modified_text_gets_a_draft() -> None:
    first = succeed(tabled("One.", "Two.", c0=DEMAND, c1=DEMAND), proposal="A", number=1)
    second = succeed(
        tabled("One.", "Two, but not now."),
        proposal="A",
        number=2,
        predecessor=predecessor(first),
        taken={"c0", "c1"},
    )
    assert second.unchanged == ("c0",)
    assert second.modified == second.drafts == ("c1",)
    assert second.readings["c0@2"] == first.readings["c0@1"]
    carried = second.readings["c1@2"]
    assert (carried.issues, carried.review) == (("I1",), Review.DRAFT)
    assert carried.reason == "carried over from version 1, whose text differs"


def test_a_repeated_reading_does_not_undo_a_correction() -> None:
    first = succeed(tabled("One.", c0=DEMAND), proposal="A", number=1, by="file", at="1")
    corrected = Reading(topics=("2",), force=Force.OFFER, by="kl", at="2")
    before = predecessor(first, {"c0@1": [corrected]})
    again = succeed(tabled("One.", c0=DEMAND), proposal="A", number=2, predecessor=before)
    assert again.readings["c0@2"] == corrected
    assert again.replaced == ()


def test_a_new_reading_replaces_a_correction_and_says_so() -> None:
    first = succeed(tabled("One.", c0=DEMAND), proposal="A", number=1)
    corrected = Reading(force=Force.OFFER, by="kl")
    before = predecessor(first, {"c0@1": [corrected]})
    stated = Reading(force=Force.WARNING)
    again = succeed(tabled("One.", c0=stated), proposal="A", number=2, predecessor=before)
    assert again.readings["c0@2"].force is Force.WARNING
    assert again.replaced == ("c0",)


def test_suppressed_and_returning_clauses_keep_their_ids() -> None:
    first = succeed(tabled("One.", "Two."), proposal="A", number=1)
    second = succeed(tabled("One."), proposal="A", number=2, predecessor=predecessor(first))
    assert second.suppressed == ("c1",)
    third = succeed(
        tabled("One.", "Two."),
        proposal="A",
        number=3,
        predecessor=predecessor(second, {}, first.clauses[1]),
        taken={"c0", "c1"},
    )
    assert [clause.id for clause in third.clauses] == ["c0", "c1"]
    assert third.added == ("c1",)


def test_answers_are_carried_unless_stated_anew() -> None:
    stated = Tabled(
        (Clause("c0", "c0", "", "One."), Clause("c1", "c1", "", "Two.")),
        {},
        (Answer("c0", How.REFUSED, "X1"), Answer("c1", How.REFUSED, "X2")),
    )
    first = succeed(stated, proposal="A", number=1)
    anew = Tabled(stated.clauses, {}, (Answer("c1", How.ACCEPTED, "X2"),))
    second = succeed(anew, proposal="A", number=2, predecessor=predecessor(first))
    assert [(a.clause, a.how, a.version) for a in second.answers] == [
        ("c0", How.REFUSED, "A@2"),
        ("c1", How.ACCEPTED, "A@2"),
    ]
