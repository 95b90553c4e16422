"""Asserting how far issues have come, one by one or in a batch, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from negotiator.engine import status as statuses
from negotiator.engine.status import Batch, IssueStatus, StatusReading
from negotiator.errors import Refused
from negotiator.model import Status
from negotiator.workbench.bench import Bench
from negotiator.workbench.choosing import Choice, chosen_issues, completed
from negotiator.workbench.setup import find
from negotiator.workbench.status import speaking_day

# So many falls are told one by one.
MOST_TOLD = 4
# Not any number that a decision on record has.
NOT_YET = 1 << 62


@dataclass(frozen=True, slots=True)
class Assertion:
    """What is asserted of the issues chosen.

    Args:
        status: how far they have come; None takes back the last word of whoever asserts.
        asserted_by: `jointly`, `analyst`, or the code of a party.
        round: id of the round or event, empty where none is named.
        day: the day it speaks about; None for the end of the round, or the last day on record.
        reason: why.
    """

    status: Status | None
    asserted_by: str = statuses.ANALYST
    round: str = ""
    day: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What was recorded.

    Args:
        batch: the issues set, those left out, and what a person should look at.
        day: the day it speaks about.
        before: what counted of each issue, by its id; those without status are not in.
        after: what counts now.
    """

    batch: Batch
    day: date | None
    before: Mapping[str, IssueStatus]
    after: Mapping[str, IssueStatus]


def assert_status(bench: Bench, choice: Choice, assertion: Assertion) -> Done:
    """Record how far issues have come: of all that are chosen or, where one is refused, of none.

    Raises:
        Unknown: for an issue, topic, proposal, party or round that is not on record.
        Refused: when an agreed issue would fall without a reason, when a reference matches
            nothing, or when there is nothing to take back.
        Misused: when nothing, or more than one kind of thing, is chosen.
    """
    with bench.database.writing() as archive:
        order = [party.code for party in archive.negotiation().parties]
        if assertion.asserted_by not in (statuses.JOINTLY, statuses.ANALYST):
            find("party", assertion.asserted_by, dict.fromkeys(order))
        choice = completed(archive, choice)
        batch = chosen_issues(archive, choice)
        day = speaking_day(archive, assertion.round, assertion.day)
        old = statuses.status_readings(archive.decisions(statuses.SUBJECT))
        outcomes = _outcomes(choice, batch, assertion, old)
        _explained(old, _with(old, outcomes, assertion, day))
        for issue, outcome in outcomes.items():
            archive.append_decision(
                statuses.SUBJECT,
                issue,
                outcome,
                by=bench.by,
                at=bench.at,
                note=assertion.reason,
                as_of=day,
            )
        new = statuses.status_readings(archive.decisions(statuses.SUBJECT))
    before, after = (statuses.standings(some, order=order) for some in (old, new))
    return Done(batch, day, before, after)


def _outcomes(
    choice: Choice, batch: Batch, assertion: Assertion, old: Iterable[StatusReading]
) -> dict[str, dict[str, str]]:
    """Return what is decided on each issue.

    Raises:
        Refused: when there is nothing to take back.
    """
    common = {"asserted_by": assertion.asserted_by, "round": assertion.round}
    if assertion.status is not None:
        said = assertion.status.value
        outcome = {"status": said, **common, "batch": choice.words(said)}
        return dict.fromkeys(batch.issues, outcome)
    last = {one.issue: one.decision for one in old if one.asserted_by == assertion.asserted_by}
    missing = [issue for issue in batch.issues if issue not in last]
    if missing:
        raise Refused(
            f"nothing is asserted by {assertion.asserted_by} of {', '.join(missing[:MOST_TOLD])}",
            remedy="see `negotiator status history`",
        )
    words = choice.words("taken back")
    return {
        issue: {"status": "", **common, "batch": words, "undoes": str(last[issue])}
        for issue in batch.issues
    }


def _with(
    old: Sequence[StatusReading],
    outcomes: Mapping[str, Mapping[str, str]],
    assertion: Assertion,
    day: date | None,
) -> list[StatusReading]:
    """Return the readings as they would stand."""
    undone = {outcome.get("undoes") for outcome in outcomes.values()}
    kept = [one for one in old if str(one.decision) not in undone]
    if assertion.status is None:
        return kept
    return kept + [
        StatusReading(
            issue,
            assertion.status,
            assertion.asserted_by,
            day=day,
            reason=assertion.reason,
            decision=NOT_YET,
        )
        for issue in outcomes
    ]


def _explained(old: Sequence[StatusReading], new: Sequence[StatusReading]) -> None:
    """Refuse a fall without a reason that was not there before.

    Raises:
        Refused: naming the issues and what is missing.
    """
    known = {(one.before, one.after) for one in statuses.regressions(old)}
    found = [one for one in statuses.regressions(new) if (one.before, one.after) not in known]
    if not found:
        return
    first = found[0]
    lines = [
        f"{one.issue} from {one.before.status.value} to {one.after.status.value}"
        for one in found[:MOST_TOLD]
    ]
    more = f" and {len(found) - MOST_TOLD} more" if len(found) > MOST_TOLD else ""
    remedy = "say why with --reason"
    if first.after.decision != NOT_YET:
        remedy = (
            f"first assert {first.issue} {first.after.status.value}"
            f"{f' as of {first.after.day}' if first.after.day else ''} again, with --reason"
        )
    raise Refused(
        f"{_asserted(first.asserted_by)} would fall without a reason: {'; '.join(lines)}{more}",
        remedy=remedy,
    )


def _asserted(by: str) -> str:
    if by == statuses.JOINTLY:
        return "what is asserted jointly"
    return f"what is asserted by {'the analyst' if by == statuses.ANALYST else by}"
