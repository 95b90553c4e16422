"""A review that is older than what it is about: of a gap, a link, a reading, a compromise text."""

from __future__ import annotations

from collections.abc import Iterator

from negotiator.engine.alignment.record import RecordedLink, Wordings, recorded_links
from negotiator.engine.alignment.settled import Settled, settled
from negotiator.engine.cells import PlacedClause
from negotiator.engine.gates.finding import Finding, Looked
from negotiator.engine.gates.record import Record
from negotiator.engine.review.readings import state
from negotiator.model import Clause, LinkState, Origin, Review, Version


def stale(record: Record) -> Looked:
    """Look for reviews of what has changed since."""
    gaps = [gap for row in record.comparison.rows for gap in row.gaps]
    reviewed = [gap for gap in gaps if gap.review is not Review.DRAFT]
    links = links_decided(record)
    read = [one for one in record.in_force if one[1].origin is Origin.PERSON]
    reacted = [one for text in record.compromises.values() for one in text.reactions]
    found = [
        *(
            Finding(
                f"is reviewed as “{gap.verdict}”, but what that rests on has changed since",
                "look again and decide: negotiator gaps show GAP",
                issue=gap.issue,
                gap=gap.id,
            )
            for gap in reviewed
            if gap.review is Review.STALE
        ),
        *(
            Finding(
                f"is {link.since}",
                "look again and decide: negotiator alignments review LEFT RIGHT",
                clauses=(link.left.clause.id, link.right.clause.id),
            )
            for link in links
            if link.state is LinkState.STALE
        ),
        *(
            Finding(
                "was read in another wording, and nobody has confirmed the reading since",
                "look again and decide: negotiator readings review CLAUSE",
                clauses=(clause.id,),
                version=clause.version,
                text=clause.text,
            )
            for clause, reading in read
            if state(reading) is Review.STALE
        ),
        *(
            Finding(
                f"reacts ({one.how}) to a compromise text that another has replaced",
                "record how it reacts to the one that stands: negotiator compromise react ISSUE",
                issue=one.issue,
                clauses=(one.clause,) if one.clause else (),
                party=one.party,
            )
            for one in reacted
            if one.stale
        ),
    ]
    return Looked(len(reviewed) + len(links) + len(read) + len(reacted), tuple(found))


def links_decided(record: Record) -> tuple[RecordedLink, ...]:
    """Return the links that people decided on, in wording that was known by the day."""
    versions = {version.id: version for version in record.corpus.versions}
    lines: dict[str, list[Clause]] = {}
    decided = settled(record.decisions)
    ids = {id for one in decided.values() for id in (one.left, one.right)}
    for clause in record.corpus.clauses:
        if clause.id in ids:
            lines.setdefault(clause.id, []).append(clause)
    wordings = Wordings(
        in_force={one.clause.id: one for one in _in_force(record, lines)},
        all={
            one.address: PlacedClause(one, record.corpus.reading(one), versions[one.version])
            for line in lines.values()
            for one in line
        },
    )
    counting = {id: one for id, one in decided.items() if _seen(one, wordings, record)}
    return recorded_links((), counting, wordings)


def _in_force(record: Record, lines: dict[str, list[Clause]]) -> Iterator[PlacedClause]:
    """Give the wordings in force in the parties' order, as links name their ends."""
    places = {one.code: number for number, one in enumerate(record.corpus.negotiation.parties)}

    def place(version: Version) -> tuple[int, str]:
        return places.get(next(iter(version.parties), ""), len(places)), version.proposal

    held = [one for line in lines.values() for one in line if one.version in record.current]
    for one in sorted(held, key=lambda one: (*place(record.current[one.version]), one.order)):
        yield PlacedClause(one, record.corpus.reading(one), record.current[one.version])


def _seen(one: Settled, wordings: Wordings, record: Record) -> bool:
    """Tell whether both wordings decided on were known by the day, be they withdrawn since."""
    ends = [wordings.all.get(address) for address in (one.left_wording, one.right_wording)]
    return all(
        end is not None and (end.version.id in record.known or end.version.withdrawn is not None)
        for end in ends
    )
