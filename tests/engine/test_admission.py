"""What a document names must be known; what is not is said with its place and a remedy."""

from __future__ import annotations

from negotiator.engine.admission import Known, problems
from negotiator.engine.succession import Tabled
from negotiator.model import (
    Answer,
    Clause,
    How,
    Issue,
    Negotiation,
    Party,
    Reading,
    Silence,
    SilenceKind,
    Topic,
    Version,
)

NEGOTIATION = Negotiation(
    "Talks",
    parties=(Party("RU", "Russia", "1"), Party("US", "United States", "2")),
    topics=(Topic("missiles", "Missiles"),),
    issues=(Issue("I1", "missiles", "How many?"),),
)
KNOWN = Known(NEGOTIATION, {"T1"}, {"A1": "A", "B1": "B"}, {"A", "B"})


def document(**fields: object) -> Tabled:
    clause = Clause("B2", "B2", "", "None.", sources=("T1",))
    reading = Reading(topics=("missiles",), issues=("I1",))
    whole = {"clauses": (clause,), "readings": {"B2": reading}, **fields}
    return Tabled(**whole)  # type: ignore[arg-type]  # a case names the fields it changes


def found(tabled: Tabled, party: str = "US") -> list[str]:
    version = Version("B", 1, "Reply", (party,))
    return [f"{p.field}: {p.what}; {p.remedy}" for p in problems(version, tabled, KNOWN)]


def test_everything_known_is_admitted() -> None:
    assert found(document(answers=(Answer("B2", How.REFUSED, "A1"),))) == []


def test_unknown_party() -> None:
    assert found(document(), "UK") == [
        "proposal.parties[0]: unknown party “UK”; add it with `negotiator party add`,"
        " or see `negotiator list parties`"
    ]


def test_unknown_topic_and_issue_with_the_nearest_name() -> None:
    reading = Reading(topics=("missile",), issues=("I9x",))
    assert found(document(readings={"B2": reading})) == [
        "clauses[0].reading.topics[0]: unknown topic “missile”; did you mean “missiles”?",
        "clauses[0].reading.issues[0]: unknown issue “I9x”; add it with `negotiator issue add`,"
        " or see `negotiator list issues`",
    ]


def test_answers_must_point_at_what_exists_and_at_others() -> None:
    answers = (
        Answer("B2", How.REFUSED, "Z9"),
        Answer("B2", How.REFUSED, "B1"),
        Answer("B2", How.COUNTERED, to_proposal="Q"),
    )
    assert [line.partition(";")[0] for line in found(document(answers=answers))] == [
        "clauses[0].answers[0].clause: answers a clause that does not exist, “Z9”",
        "clauses[0].answers[1].clause: answers a clause of the same proposal, “B1”",
        "clauses[0].answers[2].proposal: answers a proposal that does not exist, “Q”",
    ]


def test_silences_and_sources() -> None:
    silences = (Silence("XX", "I2", SilenceKind.DECLINED),)
    clauses = (Clause("B2", "B2", "", "None.", sources=("T9",)),)
    fields = [
        line.partition(":")[0] for line in found(document(silences=silences, clauses=clauses))
    ]
    assert fields == ["clauses[0].sources[0]", "silences[0].issue", "silences[0].party"]
