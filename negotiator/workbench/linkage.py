"""What hangs on what in the negotiation on the bench."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.engine.comparison import Comparison
from negotiator.engine.linkage import Linkage, clauses_in_force, narrowed
from negotiator.engine.linkage import linkage as drawn
from negotiator.workbench.bench import Bench
from negotiator.workbench.looking import View, check, comparison, topics_below


@dataclass(frozen=True, slots=True)
class Hanging:
    """The linkage with the comparison that it rests on, where the clauses stand."""

    whole: Comparison
    linkage: Linkage


def linkage(bench: Bench, view: View) -> Hanging:
    """Return conditions, packages, cycles and what is held hostage.

    The whole negotiation is looked at, whatever is selected: a gate may stand on any issue.

    Args:
        bench: the work bench.
        view: the day, and which part to return: of these parties, topics and issues.

    Raises:
        Unknown: for a party, topic or issue that the negotiation does not have.
    """
    check(bench, view)
    whole = comparison(bench, View(view.as_of, view.known_by))
    topics = topics_below(whole.negotiation.topics, view.topics)
    issues = {
        row.issue.id
        for row in whole.rows
        if (view.issues or topics)
        and (not view.issues or row.issue.id in view.issues)
        and (not topics or row.issue.topic in topics)
    }
    # A selection without a single issue is about nothing, not about everything.
    if (view.issues or topics) and not issues:
        return Hanging(whole, Linkage())
    found = narrowed(
        drawn(whole), clauses_in_force(whole), parties=view.parties, issues=sorted(issues)
    )
    return Hanging(whole, found)
