"""Current clauses with their readings, documents, answers and earlier wordings.

What leaves here is fit to be shared: notes, and the names of those who read, recorded or
withdrew, are blanked, so that no renderer can show them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from negotiator.engine.answering import Turns, manner, to_proposal
from negotiator.engine.brackets import Bracketed, in_clauses
from negotiator.engine.cells import EarlierWording, PlacedAnswer, PlacedClause
from negotiator.engine.wording import amendment
from negotiator.model import Clause, Corpus, Negotiation, Reading, Version, Withdrawal


class _Read(NamedTuple):
    clause: Clause
    reading: Reading
    version: Version


def place(
    corpus: Corpus, current: Sequence[Version], known: Sequence[Version]
) -> tuple[PlacedClause, ...]:
    """Return the clauses of the current versions, in the order of recording.

    Args:
        corpus: everything recorded.
        current: the versions in force.
        known: all versions known by the day; those not in force give earlier wordings.
    """
    in_force = {version.id: shareable(version) for version in current}
    order = {version.id: number for number, version in enumerate(known)}
    mine = [clause for clause in corpus.clauses if clause.version in in_force]
    tabled = {version.id: shareable(version) for version in known}
    earlier = _earlier(corpus.clauses, in_force, tabled)
    brackets = _brackets(mine, corpus.negotiation)
    given: dict[str, list[PlacedAnswer]] = {}
    received: dict[str, list[PlacedAnswer]] = {}
    first = {
        clause.id: tabled.get(corpus.first.get(clause.address, ""), in_force[clause.version])
        for clause in mine
    }
    for answer in _answers(corpus, mine, in_force, first):
        given.setdefault(answer.clause, []).append(answer)
        if answer.to_clause is not None:
            received.setdefault(answer.to_clause, []).append(answer)
    return tuple(
        PlacedClause(
            clause=clause,
            reading=shareable_reading(corpus.reading(clause)),
            version=in_force[clause.version],
            tabled=tabled.get(corpus.first.get(clause.address, "")),
            answers=tuple(given.get(clause.id, ())),
            answered_by=tuple(received.get(clause.id, ())),
            earlier=earlier.get(clause.id, ()),
            amendment=amendment(clause),
            brackets=brackets.get(clause.address, ()),
        )
        for clause in sorted(mine, key=lambda c: (order[c.version], c.order))
    )


def _answers(
    corpus: Corpus,
    mine: Sequence[Clause],
    in_force: Mapping[str, Version],
    tabled: Mapping[str, Version],
) -> Iterator[PlacedAnswer]:
    """Give the answers of clauses in force; where nobody states how, the machine drafts it."""
    held = {clause.id: clause for clause in mine}
    turns = Turns(corpus.negotiation)

    def read(clause: Clause) -> _Read:
        return _Read(clause, corpus.reading(clause), in_force[clause.version])

    for answer in corpus.answers:
        clause = held.get(answer.clause)
        if clause is None or (answer.version and answer.version not in in_force):
            continue
        how, why = answer.how, ""
        if how is None:
            asked = held.get(answer.to_clause or "")
            rule = (
                manner(turns.turn(read(clause), read(asked)))
                if asked
                else to_proposal(clause, corpus.reading(clause))
            )
            how, why = rule.how, rule.name
        yield PlacedAnswer(
            answer.clause,
            how,
            answer.to_clause,
            answer.to_proposal,
            drafted=answer.how is None,
            why=why,
            origin=answer.origin,
            outdated=_outdated(answer.to_clause, in_force[clause.version], tabled),
        )


def _outdated(target: str | None, answering: Version, tabled: Mapping[str, Version]) -> bool:
    """Tell whether the words that stand now were tabled after the document that answers.

    Without both dates nobody can say so.
    """
    asked = tabled.get(target or "")
    days = (answering.issued, asked.issued if asked else None)
    return days[0] is not None and days[1] is not None and days[0] < days[1]


def _brackets(
    clauses: Sequence[Clause], negotiation: Negotiation
) -> dict[str, tuple[Bracketed, ...]]:
    """Return the brackets of each clause by its address, version by version."""
    parties = [name for party in negotiation.parties for name in (party.code, party.name)]
    found: dict[str, tuple[Bracketed, ...]] = {}
    for _, members in groupby(clauses, lambda clause: clause.version):
        held = {clause.id: clause for clause in members}
        some = in_clauses(tuple(held.values()), parties)
        found.update({held[id].address: brackets for id, brackets in some.items()})
    return found


def _earlier(
    clauses: Iterable[Clause], in_force: Mapping[str, Version], versions: Mapping[str, Version]
) -> dict[str, tuple[EarlierWording, ...]]:
    """Return the earlier wordings of each clause, newest first, each against the next one."""
    lines: dict[str, list[Clause]] = {}
    for clause in clauses:
        if clause.version in versions:
            lines.setdefault(clause.id, []).append(clause)
    found: dict[str, tuple[EarlierWording, ...]] = {}
    for id, wordings in lines.items():
        if len(wordings) < 2:
            continue
        wordings.sort(key=lambda clause: versions[clause.version].number)
        standing = next((n for n, one in enumerate(wordings) if one.version in in_force), 0)
        line = []
        for before, after in pairwise(wordings[: standing + 1]):
            line.append(EarlierWording(before, versions[before.version], after))
        found[id] = tuple(reversed(line))
    return found


def shareable(version: Version) -> Version:
    """Return a version without the notes and names of those who handled it."""
    if not (version.note or version.recorded_by or version.recorded_at or version.withdrawn):
        return version
    return replace(
        version,
        note="",
        recorded_by="",
        recorded_at="",
        withdrawn=Withdrawal(reason="", by="", at="") if version.withdrawn else None,
    )


def shareable_reading(reading: Reading) -> Reading:
    """Return a reading without the analyst's note and name."""
    return replace(reading, note="", by="", at="")
