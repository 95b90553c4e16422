"""What a new version changes: the issues whose gaps have to be looked at again, and no others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from negotiator.model import Corpus, Version


def touched(corpus: Corpus, version: str) -> tuple[str, ...]:
    """Return the ids of the issues on which a version changes where the parties stand.

    An issue is touched where a clause is new, gone, worded or read otherwise, or answers
    something new; where it states another silence; and where others speak and the party is
    silent still, when this is its first document that passes them over: "not yet answered"
    turns into "not addressed". The first version of a proposal touches all issues: it may pass
    any of them over.

    Args:
        corpus: everything recorded, or at least the clauses in force, the version and the one
            before it.
        version: its id.
    """
    proposal, _, number = version.rpartition("@")
    standing = {v.id: v for v in corpus.versions if v.withdrawn is None}
    before = max(
        (v for v in standing.values() if v.proposal == proposal and v.number < int(number)),
        key=lambda v: v.number,
        default=None,
    )
    order = [issue.id for issue in corpus.negotiation.issues]
    if before is None:
        return tuple(order)
    new, old = _told(corpus, version), _told(corpus, before.id)
    changed = {
        issue
        for id in new.keys() | old.keys()
        if new.get(id) != old.get(id)
        for told in (new.get(id), old.get(id))
        if told
        for issue in told[0]
    }
    changed |= _silent_otherwise(corpus, before.id, version)
    changed |= _passed_over(corpus, standing[version], standing)
    return tuple(issue for issue in order if issue in changed)


def _silent_otherwise(corpus: Corpus, before: str, after: str) -> set[str]:
    """Return the issues on which two versions state different silences."""
    old, new = (
        {(one.issue, one.party, one.kind) for one in corpus.silences if one.version == version}
        for version in (before, after)
    )
    return {issue for issue, _, _ in old ^ new}


def _passed_over(corpus: Corpus, version: Version, standing: Mapping[str, Version]) -> set[str]:
    """Return the issues that a document is the first of its party to pass over."""
    spoken: set[str] = set()
    raised: dict[str, date | None] = {}
    for clause in corpus.clauses:
        tabled = standing.get(clause.version)
        if tabled is None:
            continue
        own = set(tabled.parties) & set(version.parties)
        for issue in corpus.reading(clause).issues:
            if own:
                spoken.add(issue)
            else:
                day = raised.get(issue, tabled.issued)
                raised[issue] = min(day, tabled.issued) if day and tabled.issued else None
    passing = [
        one.issued
        for one in standing.values()
        if one.id != version.id
        and one.issued is not None
        and set(one.parties) & set(version.parties)
        and one.addressees in ((), version.addressees)
    ]
    return {
        issue
        for issue, day in raised.items()
        if issue not in spoken and not any(day is not None and later > day for later in passing)
    }


def _told(corpus: Corpus, version: str) -> dict[str, tuple[tuple[str, ...], object]]:
    """Return what each clause of a version says on which issues: wording, reading and answers."""
    answers: dict[str, list[tuple[str | None, str | None, str | None]]] = {}
    for answer in corpus.answers:
        if answer.version in ("", version):
            answers.setdefault(answer.clause, []).append(
                (answer.to_clause, answer.to_proposal, answer.how)
            )
    return {
        clause.id: (
            corpus.reading(clause).issues,
            (clause.substance, corpus.reading(clause).substance, answers.get(clause.id)),
        )
        for clause in corpus.clauses
        if clause.version == version
    }
