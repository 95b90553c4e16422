"""Everything recorded, as of a day, becomes one comparison: what every renderer receives."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from negotiator.engine.calendar import current_versions, known_versions
from negotiator.engine.cells import PlacedClause
from negotiator.engine.gaps import Gap
from negotiator.engine.last_day import last_day
from negotiator.engine.placing import place, shareable
from negotiator.engine.selection import narrowed
from negotiator.engine.table import Row, Table
from negotiator.errors import known_only
from negotiator.model import (
    Corpus,
    Issue,
    KnownBy,
    Negotiation,
    Party,
    Topic,
    Unit,
    Verdict,
    Version,
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pairs carry which verdict; `pairs` is the fixed denominator.

    `verdicts` has every verdict as a key, zeros included, in the order of `Verdict`.
    """

    pairs: int
    verdicts: Mapping[Verdict, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where the parties stand as of a day.

    Args:
        negotiation: title, rule, parties, topics, issues, events and sources.
        as_of: the day, or None when no document states a date.
        known_by: which date of a document decides.
        parties: those that have a column, in the negotiation's order.
        absent: those that have tabled nothing by that day.
        rows: the issues, in the order of the topics and then of the issues.
        unfiled: current provisions that stand under no issue; they are shown, never dropped.
        across: counts over pairs of different sides, the counts that lead.
        within: counts over pairs within a side.
        versions: every version known by that day that was not withdrawn, by date.
        current: ids of the versions whose clauses stand in the cells.
        withdrawn: versions that were withdrawn, shown as such.
        fingerprint: hash of the corpus.
        head: hash of the last decision, empty when there is none.
    """

    negotiation: Negotiation
    as_of: date | None
    known_by: KnownBy
    parties: tuple[Party, ...]
    absent: tuple[Party, ...]
    rows: tuple[Row, ...]
    unfiled: tuple[PlacedClause, ...]
    across: Counts
    within: Counts
    versions: tuple[Version, ...]
    current: tuple[str, ...]
    withdrawn: tuple[Version, ...]
    fingerprint: str
    head: str


def compare(
    corpus: Corpus,
    *,
    as_of: date | None = None,
    known_by: KnownBy = KnownBy.ISSUED,
    parties: Collection[str] = (),
    topics: Collection[str] = (),
    issues: Collection[str] = (),
) -> Comparison:
    """Return where the parties stand as of a day, fit to be shared.

    Args:
        corpus: everything recorded.
        as_of: the day; None for the last one on record: of a document, a status, a reaction.
        known_by: which date of a document decides.
        parties: only these columns; empty for all.
        topics: only issues under these topics; empty for all.
        issues: only these issues; empty for all.

    Raises:
        Unknown: for a party, topic or issue that the negotiation does not have.
    """
    negotiation = corpus.negotiation
    known_only("party", parties, [party.code for party in negotiation.parties])
    known_only("topic", topics, [topic.code for topic in negotiation.topics])
    known_only("issue", issues, [issue.id for issue in negotiation.issues])
    day = as_of or last_day(corpus.versions, corpus.decisions, known_by)
    current = current_versions(corpus.versions, day, known_by)
    known = known_versions(corpus.versions, day, known_by)
    tabled = {code for version in current for code in version.parties}
    everybody = tuple(party for party in negotiation.parties if party.code in tabled)
    columns = tuple(party for party in everybody if not parties or party.code in parties)
    below = _topic_tree(negotiation.topics)
    wanted_topics = frozenset().union(*(below[code] for code in topics))
    chosen = [
        issue
        for issue in negotiation.issues
        if (not issues or issue.id in issues) and (not topics or issue.topic in wanted_topics)
    ]
    part = (
        narrowed(corpus, {one.id for one in chosen}, wanted_topics) if issues or topics else corpus
    )
    placed = place(part, current, known)
    table = Table(corpus, day, known_by, everybody, placed, known, current, below)
    shown = {party.code for party in columns}
    rows = tuple(table.row(issue, shown) for issue in _in_topic_order(chosen, negotiation.topics))
    gaps = [gap for row in rows for gap in row.gaps]
    return Comparison(
        negotiation=negotiation,
        as_of=day,
        known_by=known_by,
        parties=columns,
        absent=tuple(party for party in negotiation.parties if party.code not in tabled),
        rows=rows,
        unfiled=tuple(
            one
            for one in placed
            if not one.reading.issues
            and one.clause.unit is not Unit.HEADING
            and not issues
            and (not topics or wanted_topics & set(one.reading.topics))
            and (not parties or set(parties) & set(one.version.parties))
        ),
        across=_counts(gap for gap in gaps if gap.across),
        within=_counts(gap for gap in gaps if not gap.across),
        versions=tuple(map(shareable, sorted(known, key=lambda v: _by_date(v, known_by)))),
        current=tuple(version.id for version in current),
        withdrawn=tuple(shareable(v) for v in corpus.versions if v.withdrawn is not None),
        fingerprint=corpus.fingerprint,
        head=corpus.decisions[-1].hash if corpus.decisions else "",
    )


def _topic_tree(topics: Sequence[Topic]) -> dict[str, frozenset[str]]:
    """Return for each topic the codes of it and of all topics under it."""
    children: dict[str | None, list[str]] = {}
    for topic in topics:
        children.setdefault(topic.parent, []).append(topic.code)
    found: dict[str, frozenset[str]] = {}

    def gather(code: str) -> frozenset[str]:
        if code not in found:
            below = (gather(child) for child in children.get(code, ()))
            found[code] = frozenset({code}).union(*below)
        return found[code]

    for topic in topics:
        gather(topic.code)
    return found


def _in_topic_order(issues: Sequence[Issue], topics: Sequence[Topic]) -> list[Issue]:
    place = {topic.code: number for number, topic in enumerate(topics)}
    return sorted(issues, key=lambda issue: place[issue.topic])


def _by_date(version: Version, known_by: KnownBy) -> tuple[date, str]:
    return version.known(known_by) or date.max, version.id


def _counts(gaps: Iterable[Gap]) -> Counts:
    verdicts = dict.fromkeys(Verdict, 0)
    for gap in gaps:
        verdicts[gap.verdict] += 1
    return Counts(sum(verdicts.values()), verdicts)
