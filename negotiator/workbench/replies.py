"""The reply audit of the negotiation on the bench."""

from __future__ import annotations

from dataclasses import dataclass, replace

from negotiator.engine.alignment.settled import SUBJECT, settled
from negotiator.engine.comparison import Comparison
from negotiator.engine.replies import Ask, Audit, audit
from negotiator.engine.replies.coverage import coverage
from negotiator.store.archive import Archive
from negotiator.workbench.bench import Bench
from negotiator.workbench.looking import View, check, comparison, topics_below


@dataclass(frozen=True, slots=True)
class Replies:
    """The audit with the comparison that it rests on, where the clauses stand."""

    whole: Comparison
    audit: Audit


def replies(bench: Bench, view: View) -> Replies:
    """Return how demands and offers are answered.

    The whole negotiation is looked at, whatever is selected: an answer may stand under another
    issue than what it answers.

    Args:
        bench: the work bench.
        view: the day, and which asks to return: of these parties, under these topics and issues.

    Raises:
        Unknown: for a party, topic or issue that the negotiation does not have.
    """
    check(bench, view)
    whole = comparison(bench, View(view.as_of, view.known_by))
    with bench.database.reading() as archive:
        found_links = links(archive)
    return Replies(whole, _selected(audit(whole, found_links), whole, view))


def links(archive: Archive) -> dict[tuple[str, str], float]:
    """Return the links that nobody refused, those that a person confirmed with the score 1."""
    drafts = {_pair(one.left, one.right): one.score for one in archive.links.drafts()}
    for decided in settled(archive.decisions(SUBJECT)).values():
        pair = _pair(decided.left, decided.right)
        if decided.confirmed:
            drafts[pair] = 1.0
        else:
            drafts.pop(pair, None)
    return drafts


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _selected(found: Audit, whole: Comparison, view: View) -> Audit:
    topics = topics_below(whole.negotiation.topics, view.topics)
    of_issue = {row.issue.id: row.issue.topic for row in whole.rows}

    def wanted(ask: Ask) -> bool:
        # Several parties may ask together, and a clause may stand under several issues.
        under = {*ask.topics, *(of_issue.get(issue, "") for issue in ask.issues)}
        return (
            (not view.parties or not set(view.parties).isdisjoint(ask.parties))
            and (not view.issues or not set(view.issues).isdisjoint(ask.issues))
            and (not topics or not topics.isdisjoint(under))
        )

    asks = tuple(filter(wanted, found.asks))
    asking = {ask.clause for ask in asks} | {id for ask in asks for id in ask.by}
    return replace(
        found,
        asks=asks,
        coverage=coverage(asks),
        restatements=tuple(
            one
            for one in found.restatements
            if len(asks) == len(found.asks) or {one.clause, one.original} & asking
        ),
    )
