"""What became of an ask, in one plain sentence that cites the clauses or the document."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.calendar import in_words
from negotiator.engine.cells import PlacedAnswer, PlacedClause
from negotiator.engine.rationale import answering, ids, listed
from negotiator.model import How, KnownBy, Party, Version

# Answers to the proposal as a whole that are told where nothing answers the clause itself.
MOST_TO_THE_WHOLE = 2


def rationale(
    voices: Sequence[Party],
    answers: Sequence[PlacedAnswer],
    beside: Sequence[str],
    passing: Sequence[Version],
    to_the_whole: Sequence[PlacedAnswer],
    known_by: KnownBy,
) -> str:
    """Return one sentence on what became of an ask.

    Args:
        voices: the party that is asked, and the alliance that speaks for it, if one does.
        answers: its answers to the point.
        beside: ids of its clauses that speak to another object.
        passing: its later documents that are addressed to whoever asks.
        to_the_whole: its answers to the proposal as a whole.
        known_by: which date of a document decides.
    """
    called = ", counting with ".join(party.called for party in voices)
    parts = []
    if answers:
        parts.append(_told(answers))
    elif passing:
        parts.append(_passed_over(passing, known_by))
    elif not beside:
        parts.append("no later document is addressed to whoever asks")
    if beside:
        parts.append(f"{ids(beside)} {'speaks' if len(beside) == 1 else 'speak'} to another object")
    if to_the_whole and not answers:
        some = to_the_whole[:MOST_TO_THE_WHOLE]
        whole = [answering([a.clause], a.how, f"{a.to_proposal} as a whole") for a in some]
        parts.append(listed(whole))
    return f"{called[0].upper()}{called[1:]}: {'; '.join(parts)}."


def _told(answers: Sequence[PlacedAnswer]) -> str:
    groups: dict[How, list[str]] = {}
    for one in answers:
        groups.setdefault(one.how, []).append(one.clause)
    return listed([answering(given, how, "it") for how, given in groups.items()])


def _passed_over(passing: Sequence[Version], known_by: KnownBy) -> str:
    day = passing[0].known(known_by)
    on = f" of {in_words(day)}" if day else ""
    more = len(passing) - 1
    passes = f" and {more} more pass" if more else " passes"
    return f"{passing[0].proposal}{on}{passes} over it"


def to_the_whole(placed: PlacedClause, own: Sequence[PlacedClause]) -> tuple[PlacedAnswer, ...]:
    """Return the answers of some clauses to the proposal, as a whole, that a clause stands in."""
    return tuple(
        one for other in own for one in other.answers if one.to_proposal == placed.version.proposal
    )
