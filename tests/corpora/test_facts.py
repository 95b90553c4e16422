"""The shipped exchange carries the facts it was written from, where those are at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from negotiator.model import Corpus

FACTS = Path(__file__).parents[3] / "shared" / "corpus" / "exchange.json"
SILENCES = {"C18", "D22"}


@pytest.fixture(scope="module")
def facts() -> Any:
    if not FACTS.exists():
        # The facts are no part of the project; a checkout on its own has nothing to hold against.
        pytest.skip("the collected facts are not beside this checkout")
    return json.loads(FACTS.read_text(encoding="utf-8"))


def test_clauses(corpus: Corpus, facts: Any) -> None:
    given = {one["id"]: one for one in facts["clauses"] if one["id"] not in SILENCES}
    assert [clause.id for clause in corpus.clauses if clause.id not in given] == []
    for clause in corpus.clauses:
        fact, reading = given.pop(clause.id), corpus.reading(clause)
        assert clause.version == f"{fact['document']}@1"
        assert list(clause.sources) == fact["sources"]
        assert list(reading.topics) == fact["topics"], clause.id
        assert (reading.force or "") == fact["force"], clause.id
        assert (reading.reciprocity or "") == fact["reciprocal"], clause.id
        assert (reading.evidence or "").startswith(fact["evidence"]), clause.id
        assert clause.text != fact["content"], f"{clause.id} is not written afresh"
    assert given == {}


def test_answers(corpus: Corpus, facts: Any) -> None:
    given = {
        (one["id"], answer.get("clause") or answer.get("document"), answer["how"])
        for one in facts["clauses"]
        if one["id"] not in SILENCES
        for answer in (*one["answers"], *one["answers_document"])
    }
    assert {
        (one.clause, one.to_clause or one.to_proposal, one.how.value) for one in corpus.answers
    } == given


def test_issues(corpus: Corpus, facts: Any) -> None:
    belongs: dict[str, set[str]] = {}
    for clause in corpus.clauses:
        for issue in corpus.reading(clause).issues:
            belongs.setdefault(issue, set()).add(clause.id)
    for issue in facts["issues"]:
        assert belongs[issue["id"]] == set(issue["clauses"]) - SILENCES, issue["id"]
    topics = {issue.id: issue.topic for issue in corpus.negotiation.issues}
    assert {issue["id"]: issue["topic"] for issue in facts["issues"]}.items() <= topics.items()


def test_documents(corpus: Corpus, facts: Any) -> None:
    for version in corpus.versions:
        fact = facts["documents"][version.proposal]
        assert version.parties == (fact["party"],)
        assert str(version.issued) == fact["issued"]
        assert str(version.published) == fact["published"]
        assert (version.authenticity or "") == fact["authenticity"]
        assert version.genre == fact["genre"]
        assert list(version.addressees) == fact["addressee"]
        assert list(version.sources) == fact["sources"]


def test_topics_events_and_sources(corpus: Corpus, facts: Any) -> None:
    negotiation = corpus.negotiation
    assert [(t.code, t.parent) for t in negotiation.topics] == [
        (t["code"], t["parent"]) for t in facts["topics"]
    ]
    assert [(str(e.starts), list(e.sources)) for e in negotiation.events] == [
        (e["date"], e["sources"]) for e in facts["events"]
    ]
    assert {s.id: s.address for s in negotiation.sources} == {
        id: source["address"] for id, source in facts["sources"].items()
    }
