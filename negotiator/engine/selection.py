"""The part of what is recorded that a selection of issues needs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from negotiator.model import Corpus


def narrowed(corpus: Corpus, issues: Collection[str], topics: Collection[str]) -> Corpus:
    """Return a corpus with those clauses only that a comparison on some issues looks at.

    These are the clauses read under the issues or topics, in any version, and those that answer
    them or are answered by them, under whichever issue.

    Args:
        corpus: everything recorded.
        issues: ids of the issues.
        topics: codes of topics whose clauses under no issue are wanted, too.
    """
    wanted, under = set(issues), set(topics)
    apart, elsewhere = wanted.isdisjoint, under.isdisjoint
    ids = {
        address.rpartition("@")[0]
        for address, reading in corpus.readings.items()
        if not apart(reading.issues) or (under and not elsewhere(reading.topics))
    }
    beside = {
        id
        for answer in corpus.answers
        if answer.to_clause is not None and (answer.clause in ids or answer.to_clause in ids)
        for id in (answer.clause, answer.to_clause)
    }
    keep = ids | beside
    return replace(corpus, clauses=tuple(clause for clause in corpus.clauses if clause.id in keep))
