"""The acts drafted for the shipped exchange beside those that its analysts read."""

from __future__ import annotations

from negotiator.engine.drafting import draft
from negotiator.model import Corpus, Force


def test_acts_agree_with_the_analysts_in_seven_of_ten_clauses(corpus: Corpus) -> None:
    right = total = 0
    for version in corpus.versions:
        clauses = [clause for clause in corpus.clauses if clause.version == version.id]
        drafted = draft(clauses, corpus.negotiation, (), version.parties)
        for clause in clauses:
            total += 1
            right += drafted[clause.id].force == corpus.reading(clause).force
    assert total > 100
    assert right / total >= 0.70


def test_no_refusal_of_the_analysts_is_drafted_as_a_promise(corpus: Corpus) -> None:
    promises = {Force.OFFER, Force.COMMITMENT}
    for version in corpus.versions:
        clauses = [clause for clause in corpus.clauses if clause.version == version.id]
        drafted = draft(clauses, corpus.negotiation, (), version.parties)
        for clause in clauses:
            if corpus.reading(clause).force is Force.REFUSAL:
                assert drafted[clause.id].force not in promises, clause.id
