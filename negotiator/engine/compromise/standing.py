"""The compromise text of an issue as of a day, with what was reacted to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from negotiator.engine.cells import PlacedClause
from negotiator.engine.compromise.reactions import (
    Reaction,
    answering,
    answers_by_target,
    recorded_reactions,
)
from negotiator.engine.compromise.texts import CompromiseText, set_texts, tabled_texts
from negotiator.engine.wording import Span
from negotiator.engine.wording import redline as wording_redline
from negotiator.model import Decision, KnownBy, Wording


@dataclass(frozen=True, slots=True)
class Compromise:
    """The compromise text of an issue as of a day, and what was reacted to it.

    Args:
        text: the one that stands: the last proposed.
        reactions: what counts of each party that reacted, in the stated order: its last word on
            this text, else its last word on another one, which is stale.
        earlier: the texts before it, newest first.
    """

    text: CompromiseText
    reactions: tuple[Reaction, ...] = ()
    earlier: tuple[CompromiseText, ...] = ()

    @property
    def issue(self) -> str:
        """Return the id of the issue."""
        return self.text.issue

    def of(self, party: str) -> tuple[Reaction, ...]:
        """Return how a party reacted: more than one where several of its clauses answer."""
        return tuple(one for one in self.reactions if one.party == party)


def compromises(
    decisions: Iterable[Decision],
    placed: Sequence[PlacedClause] = (),
    as_of: date | None = None,
    known_by: KnownBy = KnownBy.ISSUED,
    order: Sequence[str] = (),
) -> Mapping[str, Compromise]:
    """Return the compromise text of each issue as of a day, by its id.

    Args:
        decisions: every decision, on compromise texts, reactions or anything.
        placed: the clauses in force as of the day.
        as_of: the day; None counts every decision.
        known_by: which date of a document decides.
        order: codes of the parties in their stated order.
    """
    recorded = tuple(decisions)
    texts: dict[str, list[CompromiseText]] = {}
    for text in (*tabled_texts(placed, known_by), *set_texts(recorded)):
        if text.clauses or _counts(text.day, as_of):
            texts.setdefault(text.issue, []).append(text)
    reactions: dict[str, list[Reaction]] = {}
    for one in recorded_reactions(recorded):
        if _counts(one.day, as_of):
            reactions.setdefault(one.issue, []).append(one)
    answers = answers_by_target(placed)
    found = {}
    for issue in sorted(texts):
        # A stable sort: of texts of one day a decision comes after a document, and is newer.
        *earlier, text = sorted(texts[issue], key=lambda one: (one.day or date.min, one.decision))
        given = (*answering(text, answers, known_by), *reactions.get(issue, ()))
        found[issue] = Compromise(text, _last(text, given, order), tuple(reversed(earlier)))
    return found


def _counts(day: date | None, as_of: date | None) -> bool:
    return as_of is None or day is None or day <= as_of


def _last(
    text: CompromiseText, reactions: Iterable[Reaction], order: Sequence[str]
) -> tuple[Reaction, ...]:
    """Return what counts of each party: its last word on this text, else on any.

    A recorded reaction is a word on the whole text; clauses that answer, each its own part of it,
    stand together.
    """
    places = {code: number for number, code in enumerate(order)}
    aged = [_aged(one, text) for one in reactions]
    latest: dict[str, list[Reaction]] = {}
    for one in sorted(aged, key=lambda one: (not one.stale, one.day or date.min, one.decision)):
        before = latest.get(one.party, [])
        stale = {each.stale for each in before if each.clause}
        latest[one.party] = [*before, one] if one.clause and one.stale in stale else [one]
    parties = sorted(latest, key=lambda code: (places.get(code, len(places)), code))
    return tuple(one for party in parties for one in latest[party])


def _aged(one: Reaction, text: CompromiseText) -> Reaction:
    if one.clause:
        return one
    same = one.evidence == text.digest if one.evidence else one.to == text.id
    return replace(one, stale=not same)


def redline(old: CompromiseText, new: CompromiseText) -> tuple[Span, ...] | None:
    """Return the wording differences between two texts; None unless both are verbatim."""
    if {old.wording, new.wording} != {Wording.VERBATIM}:
        return None
    return wording_redline(old.text, new.text)


def shared(compromise: Compromise) -> Compromise:
    """Return a compromise fit to be shared: without notes, and without who recorded it when."""
    return Compromise(
        _shared_text(compromise.text),
        tuple(replace(one, note="", by="", at="") for one in compromise.reactions),
        tuple(map(_shared_text, compromise.earlier)),
    )


def _shared_text(text: CompromiseText) -> CompromiseText:
    return replace(text, note="", by="", at="")
