"""Who moved where in the negotiation on the bench."""

from __future__ import annotations

from datetime import date

from negotiator.engine.movement import Movement
from negotiator.engine.movement import movement as moved
from negotiator.errors import Refused
from negotiator.workbench.bench import Bench
from negotiator.workbench.looking import View, check, topics_below


def movement(bench: Bench, view: View, *, since: date | None = None) -> Movement:
    """Return who moved where, round by round.

    Args:
        bench: the work bench.
        view: the day that ends it, and the parties, topics and issues to look at.
        since: the day that begins it; None for the first on record.

    Raises:
        Unknown: for a party, topic or issue that the negotiation does not have.
        Refused: for a view that ends before it begins, or a selection without any issue.
    """
    check(bench, view)
    with bench.database.reading() as archive:
        corpus = archive.corpus()
    issues = view.issues
    if view.topics:
        topics = topics_below(corpus.negotiation.topics, view.topics)
        issues = tuple(
            issue.id
            for issue in corpus.negotiation.issues
            if issue.topic in topics and (not view.issues or issue.id in view.issues)
        )
        if not issues:
            raise Refused("no issue is in this selection", remedy="see `negotiator list issues`")
    return moved(
        corpus,
        as_of=view.as_of,
        known_by=view.known_by,
        since=since,
        parties=view.parties,
        issues=issues,
    )
