"""All gaps of a large negotiation, and those that one new version touches.

`python -m benchmarks.gaps` prints what they take; nothing else is timed beside it, no other tool
is known that computes them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from statistics import median

from benchmarks.measure import Figure
from negotiator.engine.comparison import compare
from negotiator.engine.touched import touched
from negotiator.model import (
    Answer,
    Clause,
    Corpus,
    Force,
    How,
    Issue,
    Negotiation,
    Party,
    Reading,
    Topic,
    Version,
)

ISSUES, PARTIES, VERSIONS = 500, 10, 20
# From version to version so many of the clauses are reworded.
REWORDED = 20
RUNS = 3
ASKED_SECONDS, ASKED_SHARE = 5.0, 0.1


def corpus(versions: int = VERSIONS) -> Corpus:
    """Return a negotiation in which each party speaks to every issue, in every version."""
    topics = tuple(Topic(f"T{number}", f"Topic {number}") for number in range(50))
    negotiation = Negotiation(
        "A large negotiation",
        parties=tuple(Party(f"P{n}", f"Party {n}", str(n % 2 + 1)) for n in range(PARTIES)),
        topics=topics,
        issues=tuple(
            Issue(f"I{n}", topics[n % len(topics)].code, f"What of {n}?") for n in range(ISSUES)
        ),
    )
    tabled = [_version(party, number) for number in range(versions) for party in range(PARTIES)]
    clauses = tuple(clause for version in tabled for clause in _clauses(version))
    return Corpus(
        negotiation,
        tuple(tabled),
        clauses,
        {clause.address: _reading(clause) for clause in clauses},
        tuple(_answers(tabled[-PARTIES:])),
    )


def _version(party: int, number: int) -> Version:
    return Version(
        f"p{party}",
        number + 1,
        f"Paper of party {party}",
        (f"P{party}",),
        issued=date(2024, 1, 1) + timedelta(days=30 * number + party),
    )


def _clauses(version: Version) -> Iterator[Clause]:
    for place in range(ISSUES):
        reworded = (version.number + place) // REWORDED
        yield Clause(
            f"{version.proposal}.{place}",
            f"{version.proposal}.{place}",
            version.id,
            f"Each Party shall hold no more than {place % 90 + 10} ships of kind {place} in its"
            f" waters, as counted on day {reworded} by the commission of the river.",
            place,
        )


def _reading(clause: Clause) -> Reading:
    forces = list(Force)
    party = int(clause.id[1 : clause.id.index(".")])
    return Reading(
        topics=(f"T{clause.order % 50}",),
        issues=(f"I{clause.order}",),
        force=forces[(clause.order + party) % len(forces)],
        bound="each party",
    )


def _answers(last: list[Version]) -> Iterator[Answer]:
    """Every third clause answers the clause of the party before it."""
    hows = list(How)
    for version in last[1:]:
        party = int(version.proposal[1:])
        for place in range(party % 3, ISSUES, 3):
            yield Answer(
                f"{version.proposal}.{place}",
                hows[place % len(hows)],
                to_clause=f"p{party - 1}.{place}",
                version=version.id,
            )


def figures() -> Iterator[Figure]:
    """Measure all gaps, and those that one reworded version touches."""
    whole = corpus()
    seconds = _seconds(lambda: compare(whole))
    news = _one_more(whole)
    issues = touched(news, news.versions[-1].id)
    again = _seconds(lambda: compare(news, issues=issues))
    pairs = PARTIES * (PARTIES - 1) // 2 * ISSUES
    yield Figure(
        f"all {pairs:,} gaps of {ISSUES} issues, {PARTIES} parties, {VERSIONS} versions",
        f"{seconds:.1f} s",
        "none known",
        f"{ASKED_SECONDS:g} s",
        seconds <= ASKED_SECONDS,
    )
    yield Figure(
        f"after one new version, {len(issues)} issues touched",
        f"{again:.2f} s, {again / seconds:.3f} x",
        "all gaps",
        f"{ASKED_SHARE:g} x",
        again <= ASKED_SHARE * seconds,
    )


def _seconds(work: Callable[[], object]) -> float:
    """Return the median of several runs: in any one the collector may walk the whole record."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return median(taken)


def _one_more(whole: Corpus) -> Corpus:
    """Return the negotiation after one party has tabled a new version that changes a little."""
    version = _version(0, VERSIONS)
    clauses = tuple(
        Clause(
            one.id,
            one.key,
            version.id,
            one.text if place % REWORDED else f"{one.text} Fog does not count.",
            one.order,
        )
        for place, one in enumerate(_last(whole))
    )
    return Corpus(
        whole.negotiation,
        (*whole.versions, version),
        (*whole.clauses, *clauses),
        {**whole.readings, **{clause.address: _reading(clause) for clause in clauses}},
        whole.answers,
    )


def _last(whole: Corpus) -> list[Clause]:
    held = {clause.id: clause for clause in whole.clauses if clause.version.startswith("p0@")}
    return list(held.values())


if __name__ == "__main__":
    for figure in figures():
        print(figure)
