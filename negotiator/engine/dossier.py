"""Everything that a report answers, as of one day: where, what answer, who moved, what hangs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from negotiator.engine.comparison import Comparison, compare
from negotiator.engine.linkage import Linkage, clauses_in_force, linkage, narrowed
from negotiator.engine.movement import Ledger, Movement, movement
from negotiator.engine.replies import Audit, audit
from negotiator.engine.replies.coverage import coverage
from negotiator.engine.replies.hall import Linked
from negotiator.model import Corpus, KnownBy


@dataclass(frozen=True, slots=True)
class Dossier:
    """A comparison with what became of the asks, who moved, and what hangs on what.

    Args:
        whole: where the parties stand.
        replies: what became of each demand and offer.
        movement: who moved where, round by round.
        linkage: conditions and packages, and what they hold.
    """

    whole: Comparison
    replies: Audit
    movement: Movement
    linkage: Linkage


def dossier(
    corpus: Corpus,
    *,
    as_of: date | None = None,
    known_by: KnownBy = KnownBy.ISSUED,
    parties: Collection[str] = (),
    topics: Collection[str] = (),
    issues: Collection[str] = (),
    links: Linked | None = None,
) -> Dossier:
    """Return everything that a report answers as of a day, fit to be shared.

    Replies and linkage are looked for in the whole negotiation, whatever is selected: an answer
    may stand under another issue than what it answers, and a gate on any.

    Args:
        corpus: everything recorded, the clauses of all versions.
        as_of: the day; None for the last one on which a document became known.
        known_by: which date of a document decides.
        parties: only these; empty for all.
        topics: only issues under these topics; empty for all.
        issues: only these issues; empty for all.
        links: the score of clauses that the machine lined up, by the ids of both in the order
            of the alphabet.

    Raises:
        Unknown: for a party, topic or issue that the negotiation does not have.
    """
    every = compare(corpus, as_of=as_of, known_by=known_by)
    selected = bool(parties or topics or issues)
    whole = (
        compare(
            corpus, as_of=as_of, known_by=known_by, parties=parties, topics=topics, issues=issues
        )
        if selected
        else every
    )
    kept = [row.issue.id for row in whole.rows]
    narrow = kept if topics or issues else []
    replies, hangs = audit(every, links), linkage(every)
    moves = movement(corpus, as_of=every.as_of, known_by=known_by, parties=parties, issues=narrow)
    if (topics or issues) and not kept:
        # A selection without a single issue is about nothing, not about everything.
        nothing = replace(moves, moves=(), ledger=Ledger(), alarms=())
        return Dossier(whole, Audit(), nothing, Linkage())
    if selected:
        replies = _selected(replies, whole, parties, narrow)
        hangs = narrowed(hangs, clauses_in_force(every), parties=parties, issues=narrow)
    return Dossier(whole, replies, moves, hangs)


def _selected(
    found: Audit, whole: Comparison, parties: Collection[str], issues: Collection[str]
) -> Audit:
    """Return what of an audit stands between the parties and on the issues of a selection."""
    placed = [one for row in whole.rows for cell in row.cells for one in cell.clauses]
    shown = {one.clause.id for one in (*placed, *whole.unfiled)}
    asks = tuple(
        ask
        for ask in found.asks
        if (not parties or (ask.addressee in parties and not {*parties}.isdisjoint(ask.parties)))
        and (not issues or not {*issues}.isdisjoint(ask.issues))
    )
    told = tuple(one for one in found.restatements if {one.clause, one.original} <= shown)
    return Audit(asks, coverage(asks), told)
