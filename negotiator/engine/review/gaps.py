"""Which gaps need a person, the hardest first, each with the reasons why.

The table `CAUSES` says what most needs a person: a wrong *agreed* is worse than no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from negotiator.engine.cells import PlacedAnswer, PlacedClause
from negotiator.engine.exchange import FORBIDDING
from negotiator.engine.gaps import Gap
from negotiator.engine.table import Row
from negotiator.model import Confidence, Family, Review, Verdict

SETTLED = frozenset({Review.CONFIRMED, Review.ADJUDICATED})
# Verdicts by how much they commit, and confidence from the weakest, between gaps alike otherwise.
STAKES = (Family.AGREED, Family.OPPOSED, Family.PARTIAL, Family.SILENT)
WEAKEST = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)
# Of clauses, so many are named in a reason.
NAMED = 4


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason for which a gap needs a person.

    Args:
        name: what the documentation calls it.
        phrase: the reason in a few words, empty where it does not hold.
    """

    name: str
    phrase: Callable[[Row, Gap], str]


@dataclass(frozen=True, slots=True)
class WaitingGap:
    """A gap that needs a person.

    Args:
        row: its issue.
        gap: the gap.
        reasons: why it needs one, the gravest first; at least one.
    """

    row: Row
    gap: Gap
    reasons: tuple[str, ...]

    @property
    def why(self) -> str:
        """Return the gravest reason."""
        return self.reasons[0]


def _stale(_: Row, gap: Gap) -> str:
    stale = gap.review is Review.STALE
    return "what it was decided on has changed since" if stale else ""


def _disputed(_: Row, gap: Gap) -> str:
    return "somebody disputes it" if gap.review is Review.DISPUTED else ""


def _weakly_agreed(_: Row, gap: Gap) -> str:
    weak = gap.family is Family.AGREED and gap.confidence is Confidence.LOW
    return f"it says {gap.verdict} on weak evidence" if weak else ""


def _contradicting(row: Row, gap: Gap) -> str:
    left, right = (
        {one.reading.strength for one in row.cell(party).clauses} - {None} for party in gap.parties
    )
    differ = any(
        one and other and one <= FORBIDDING and not other & FORBIDDING
        for one, other in ((left, right), (right, left))
    )
    if gap.family is Family.OPPOSED or not differ:
        return ""
    return f"it says {gap.verdict}, but by their own words one forbids and the other does not"


def _agreed(_: Row, gap: Gap) -> str:
    agreed = gap.family is Family.AGREED and gap.confidence is not Confidence.LOW
    return f"it says {gap.verdict}, which commits most" if agreed else ""


def _unread(row: Row, gap: Gap) -> str:
    unread = [one.clause.id for one in _clauses(row, gap) if one.reading.force is None]
    return f"nobody has read the act of {_names(unread)}" if unread else ""


def _unknown(_: Row, gap: Gap) -> str:
    return "the machine finds no verdict" if gap.verdict is Verdict.UNKNOWN else ""


def _drafted_manner(row: Row, gap: Gap) -> str:
    drafted = dict.fromkeys(
        f"{answer.clause} answers {answer.to_clause}"
        for answer in _between(row, gap)
        if answer.drafted
    )
    return f"the machine read how {_names(list(drafted))}" if drafted else ""


def _drafted_readings(row: Row, gap: Gap) -> str:
    open_ = [one.clause.id for one in _clauses(row, gap) if one.reading.review not in SETTLED]
    return f"nobody has confirmed the reading of {_names(open_)}" if open_ else ""


def _low_confidence(_: Row, gap: Gap) -> str:
    low = gap.family is not Family.AGREED and gap.confidence is Confidence.LOW
    return f"it says {gap.verdict} with low confidence" if low else ""


def _proposed(_: Row, gap: Gap) -> str:
    proposed = gap.review is Review.PROPOSED
    return f"somebody proposes {gap.verdict}, nobody has confirmed it" if proposed else ""


def _draft(_: Row, gap: Gap) -> str:
    return "nobody has looked at it yet" if gap.review is Review.DRAFT else ""


# The gravest first. The same table, in words, stands in docs/method.md.
CAUSES = (
    Cause("stale", _stale),
    Cause("disputed", _disputed),
    Cause("agreed on weak evidence", _weakly_agreed),
    Cause("contradicting strengths", _contradicting),
    Cause("agreed", _agreed),
    Cause("clauses not read", _unread),
    Cause("no verdict", _unknown),
    Cause("manner of an answer drafted", _drafted_manner),
    Cause("readings not confirmed", _drafted_readings),
    Cause("low confidence", _low_confidence),
    Cause("proposed", _proposed),
    Cause("draft", _draft),
)


def gaps_to_review(rows: Iterable[Row]) -> tuple[WaitingGap, ...]:
    """Return the gaps that are draft, proposed, disputed or stale, the hardest first.

    Pairs across sides come before pairs within a side. Then the gravest cause decides, how many
    more there are, how much the verdict commits, how weak its evidence is, and at last the order
    of issues and parties that the negotiation states. The order in which things were recorded
    never counts.

    Args:
        rows: the issues of a comparison, in its order.
    """
    found = [
        (_hardness(causes, gap), WaitingGap(row, gap, tuple(reason for _, reason in causes)))
        for row in rows
        for gap in row.gaps
        if gap.review not in SETTLED and (causes := list(_causes(row, gap)))
    ]
    # Sorting keeps the stated order between equals.
    return tuple(waiting for _, waiting in sorted(found, key=lambda one: one[0]))


def _causes(row: Row, gap: Gap) -> Iterator[tuple[int, str]]:
    for place, cause in enumerate(CAUSES):
        reason = cause.phrase(row, gap)
        if reason:
            yield place, reason


def _hardness(causes: list[tuple[int, str]], gap: Gap) -> tuple[int, ...]:
    return (
        not gap.across,
        causes[0][0],
        -len(causes),
        STAKES.index(gap.family),
        WEAKEST.index(gap.confidence),
    )


def _clauses(row: Row, gap: Gap) -> Iterator[PlacedClause]:
    for party in gap.parties:
        yield from row.cell(party).clauses


def _between(row: Row, gap: Gap) -> Iterator[PlacedAnswer]:
    """Yield the answers that the two parties give each other on the issue."""
    left, right = (row.cell(party).clauses for party in gap.parties)
    for one, other in ((left, right), (right, left)):
        ids = {placed.clause.id for placed in other}
        for placed in one:
            yield from (answer for answer in placed.answers if answer.to_clause in ids)


def _names(names: list[str]) -> str:
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")
