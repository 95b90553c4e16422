"""Why a party's cell is empty: the kinds of silence, told apart and never merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from negotiator.engine.addressing import addresses, later
from negotiator.engine.calendar import in_words
from negotiator.engine.cells import CellSilence, PlacedClause
from negotiator.model import How, Issue, KnownBy, Party, SilenceKind, Version


@dataclass(frozen=True, slots=True)
class Floor:
    """What was said and by whom, when a silence is to be explained.

    Args:
        parties: those with a column, by code.
        spoken: the current clauses on the issue, by party; empty where a party is silent.
        versions: the versions known by the day, by party.
        clauses: all current clauses of the silent party, on whatever issue.
        known_by: which date of a document decides.
    """

    parties: Mapping[str, Party]
    spoken: Mapping[str, Sequence[PlacedClause]]
    versions: Mapping[str, Sequence[Version]]
    clauses: Mapping[str, Sequence[PlacedClause]]
    known_by: KnownBy


def silence(
    issue: Issue, party: str, floor: Floor, stated: tuple[SilenceKind, str] | None = None
) -> CellSilence:
    """Return which silence it is, and the sentence that says what it rests on.

    Args:
        issue: the issue passed over.
        party: code of the silent party.
        floor: what the others said.
        stated: a silence that a document or an analyst states, with its reason.
    """
    asked = _asked(party, floor)
    others = _answering(party, asked, floor, to_the_point=False)
    elsewhere = _answering(party, asked, floor, to_the_point=True)
    if stated is not None:
        kind, reason = stated
        reason = reason or f"Stated to be: {kind.value}."
        return CellSilence(kind, reason, others, stated=True, elsewhere=elsewhere)
    if not asked:
        return CellSilence(SilenceKind.NOT_YET_DISCUSSED, "No party has spoken to this yet.")
    passing = _passing_over(party, asked, floor)
    days = [day for placed in asked if (day := _day(placed, floor)) is not None]
    raised = (
        f"First raised by {_first(asked, min(days), floor)} on {in_words(min(days))}"
        f" ({_cite(asked)})"
        if days
        else (f"Raised in {_cite(asked)}")
    )
    called = floor.parties[party].called
    if passing is None:
        why = f"{raised}; {called} has tabled no later document addressed there."
        return CellSilence(SilenceKind.NOT_YET_ANSWERED, why, others, elsewhere=elsewhere)
    document = f"{passing.proposal} {_on(passing.known(floor.known_by))}".rstrip()
    why = f"{raised}; {document} does not speak to it."
    if others:
        why = f"{why[:-1]}, while {_names(others)} {_speak(others)} to another object."
    if elsewhere:
        answer = "answers" if len(elsewhere) == 1 else "answer"
        why = f"{why[:-1]}, while {_names(elsewhere)} {answer} from another issue."
    return CellSilence(SilenceKind.NOT_ADDRESSED, why, others, elsewhere=elsewhere)


def _first(asked: Sequence[PlacedClause], day: date, floor: Floor) -> str:
    """Return who raised it on the first day, in the order of the clauses."""
    codes = dict.fromkeys(
        code
        for placed in asked
        if _day(placed, floor) == day
        for code in placed.version.parties
        if code in floor.parties
    )
    return _names([floor.parties[code].called for code in codes])


def _asked(party: str, floor: Floor) -> list[PlacedClause]:
    """Return the clauses that want an answer: those of other sides, else of anybody else."""
    side = floor.parties[party].side
    across = [
        placed
        for code, clauses in floor.spoken.items()
        if floor.parties[code].side != side
        for placed in clauses
    ]
    within = [
        placed for code, clauses in floor.spoken.items() if code != party for placed in clauses
    ]
    # What was tabled jointly stands in the cell of each, and asks once.
    return list({placed.clause.id: placed for placed in across or within}.values())


def _passing_over(party: str, asked: Sequence[PlacedClause], floor: Floor) -> Version | None:
    """Return the party's first later document addressed to an asker, None when there is none."""
    askers = {code for placed in asked for code in placed.version.parties}
    days = [_day(placed, floor) for placed in asked]
    passing = [
        version
        for version in later(floor.versions.get(party, ()), days, floor.known_by)
        if addresses(version, askers, floor.parties)
    ]
    return min(passing, key=lambda v: (v.known(floor.known_by) or date.max, v.id), default=None)


def _answering(
    party: str, asked: Sequence[PlacedClause], floor: Floor, *, to_the_point: bool
) -> tuple[str, ...]:
    """Return the party's clauses, under other issues, that answer what was asked: so, or beside."""
    wanted = {placed.clause.id for placed in asked}
    return tuple(
        placed.clause.id
        for placed in floor.clauses.get(party, ())
        if any(
            (answer.how is not How.OTHER_OBJECT) is to_the_point and answer.to_clause in wanted
            for answer in placed.answers
        )
    )


def _day(placed: PlacedClause, floor: Floor) -> date | None:
    return placed.raised(floor.known_by)


def _cite(asked: Sequence[PlacedClause]) -> str:
    return _names([placed.clause.id for placed in asked])


def _names(ids: Sequence[str]) -> str:
    shown = list(ids[:4] if len(ids) > 5 else ids)
    if len(ids) > 5:
        return f"{', '.join(shown)} and {len(ids) - 4} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def _speak(ids: Sequence[str]) -> str:
    return "speaks" if len(ids) == 1 else "speak"


def _on(day: date | None) -> str:
    return f"of {in_words(day)}" if day else ""
