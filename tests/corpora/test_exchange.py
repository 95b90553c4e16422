"""The shipped exchange is whole, and consistent with itself."""

from __future__ import annotations

from collections import Counter

import pytest

from negotiator.engine.calendar import latest_day
from negotiator.engine.comparison import Comparison
from negotiator.model import Corpus, Evidence, Force, How, KnownBy, Wording


def test_it_holds_what_it_is_said_to_hold(corpus: Corpus) -> None:
    negotiation = corpus.negotiation
    assert [party.code for party in negotiation.parties] == ["RU", "US", "NATO", "EU", "UA"]
    assert {p.code: p.side for p in negotiation.parties} == {
        "RU": "1", "US": "2", "NATO": "2", "EU": "2", "UA": "3",
    }  # fmt: skip
    assert len(negotiation.topics) == 32
    assert sum(topic.parent is None for topic in negotiation.topics) == 7
    assert [issue.id for issue in negotiation.issues] == [f"I{n:02}" for n in range(1, 31)]
    assert len(negotiation.events) == 14
    assert len(negotiation.sources) == 90
    assert [v.proposal for v in corpus.versions] == [
        "F0",
        "A",
        "B",
        "C",
        "D",
        "F1",
        "F2",
        "F5",
        "F6",
        "F7",
        "E",
    ]
    assert len(corpus.clauses) == 106
    assert not {"C18", "D22"} & {clause.id for clause in corpus.clauses}


def test_every_clause_is_a_sourced_paraphrase_with_a_reading(corpus: Corpus) -> None:
    sources = {source.id for source in corpus.negotiation.sources}
    for clause in corpus.clauses:
        reading = corpus.reading(clause)
        assert clause.wording is Wording.PARAPHRASE
        assert clause.reference
        assert clause.sources or reading.evidence is Evidence.BACKGROUND
        assert set(clause.sources) <= sources
        assert reading.topics
        assert reading.force
        assert reading.bound
        assert reading.reciprocity
        assert reading.evidence


def test_every_clause_belongs_to_an_issue(whole: Comparison) -> None:
    assert whole.unfiled == ()


def test_answers_go_to_other_parties_and_never_forward_in_time(corpus: Corpus) -> None:
    versions = {version.id: version for version in corpus.versions}
    home = {clause.id: versions[clause.version] for clause in corpus.clauses}
    for answer in corpus.answers:
        mine = home[answer.clause]
        theirs = home[answer.to_clause] if answer.to_clause else versions[f"{answer.to_proposal}@1"]
        assert mine.parties != theirs.parties, answer
        assert mine.issued is not None
        assert theirs.issued is not None
        assert mine.issued >= theirs.issued, answer


def test_only_the_two_drafts_have_articles(corpus: Corpus) -> None:
    with_articles = {
        clause.version[0] for clause in corpus.clauses if clause.reference.startswith("Article")
    }
    assert with_articles == {"A", "B"}
    heads = {
        proposal: {
            clause.reference.split(",")[0].split("(")[0].strip()
            for clause in corpus.clauses
            if clause.version.startswith(f"{proposal}@") and clause.reference.startswith("Article")
        }
        for proposal in "AB"
    }
    assert {proposal: len(found) for proposal, found in heads.items()} == {"A": 8, "B": 9}


WEAKEST = ["A7.3", "B8", "B9", "E13", "E14", "E21", "E22", "C17", "D17", "D18", "D20"]


def test_weak_evidence_says_so(corpus: Corpus) -> None:
    for clause in corpus.clauses:
        reading = corpus.reading(clause)
        if clause.id in WEAKEST:
            assert reading.evidence is not Evidence.WORDING_SEEN
        if reading.evidence is Evidence.BACKGROUND:
            assert reading.evidence_note


@pytest.mark.parametrize("id", ["E5", "E7", "C14", "D7"])
def test_accounts_that_contradict_each_other_are_assertions(corpus: Corpus, id: str) -> None:
    (clause,) = (one for one in corpus.clauses if one.id == id)
    assert corpus.reading(clause).force is Force.ASSERTION


def test_the_gates_are_conditions(corpus: Corpus) -> None:
    for clause in corpus.clauses:
        if clause.id in ("C2", "D9"):
            assert corpus.reading(clause).force is Force.CONDITION


def test_it_speaks_as_of_the_last_document(corpus: Corpus) -> None:
    assert str(latest_day(corpus.versions, KnownBy.ISSUED)) == "2022-02-17"


def test_the_ways_of_answering_are_all_there(corpus: Corpus) -> None:
    counted = Counter(answer.how for answer in corpus.answers)
    assert set(counted) >= {
        How.ACCEPTED,
        How.ACCEPTED_IN_PART,
        How.ACCEPTED_CONDITIONALLY,
        How.COUNTERED,
        How.REFUSED,
        How.OTHER_OBJECT,
    }
