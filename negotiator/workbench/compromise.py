"""Compromise texts and the parties' reactions: set, taken back, listed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from negotiator.engine import compromise as texts
from negotiator.engine.calendar import current_versions, known_versions
from negotiator.engine.compromise import Compromise
from negotiator.engine.last_day import last_day
from negotiator.engine.placing import place
from negotiator.errors import Refused
from negotiator.model import COMPROMISE_TEXT, How, Issue, KnownBy, Negotiation, Wording
from negotiator.store.archive import Archive
from negotiator.workbench.bench import Bench
from negotiator.workbench.looking import topics_below
from negotiator.workbench.setup import find
from negotiator.workbench.status import speaking_day


@dataclass(frozen=True, slots=True)
class Proposed:
    """A compromise text as it is proposed.

    Args:
        text: its words, kept as they are.
        proposed_by: code of a party, `chair`, `mediator`, or in other words.
        wording: whether these are the words proposed, or an account of them.
        round: id of the round or event, empty where none is named.
        day: the day it was proposed; None for the end of the round, or the last day on record.
    """

    text: str
    proposed_by: str
    wording: Wording = Wording.VERBATIM
    round: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The compromise texts as of a day.

    Args:
        negotiation: its parties and issues.
        as_of: the day; None where nothing on record has one.
        issues: those that have a text, in the negotiation's order.
        compromises: the text of each and the reactions, in the same order.
    """

    negotiation: Negotiation
    as_of: date | None
    issues: tuple[Issue, ...]
    compromises: tuple[Compromise, ...]


def set_text(bench: Bench, issue: str, proposed: Proposed, *, note: str = "") -> Compromise:
    """Record a compromise text on an issue; it replaces the one before, which is kept.

    Raises:
        Unknown: for an issue or round that is not on record.
        Refused: for an empty text, or the one that stands already.
    """
    if not proposed.text.strip():
        raise Refused("a compromise text without words", remedy="--undo takes the last one back")
    if "\0" in proposed.text:
        raise Refused("a compromise text with a NUL character")
    with bench.database.writing() as archive:
        _known(archive, issue)
        day = speaking_day(archive, proposed.round, proposed.day)
        standing = _compromises(archive, day).get(issue)
        new = (proposed.wording, (proposed.text,), proposed.proposed_by)
        if standing is not None:
            old = standing.text
            if (old.wording, old.parts, old.proposed_by) == new:
                raise Refused(f"{issue} has this compromise text already")
        outcome = {
            "text": proposed.text,
            "proposed_by": proposed.proposed_by,
            "wording": proposed.wording.value,
            "round": proposed.round,
        }
        _append(archive, bench, texts.SUBJECT, issue, outcome, note, day)
        return _compromises(archive, day)[issue]


def undo_text(bench: Bench, issue: str, *, note: str) -> Compromise | None:
    """Take back the compromise text that was set last; what it replaced stands again.

    Raises:
        Unknown: for an issue that is not on record.
        Refused: when no decision sets one.
    """
    with bench.database.writing() as archive:
        _known(archive, issue)
        recorded = texts.set_texts(archive.decisions(texts.SUBJECT, issue))
        if not recorded:
            raise Refused(f"no compromise text was set on {issue}")
        last = recorded[-1]
        outcome = {"undoes": last.id, "text": ""}
        _append(archive, bench, texts.SUBJECT, issue, outcome, note, last.day)
        return _compromises(
            archive, last_day(archive.versions(), archive.decisions(), KnownBy.ISSUED)
        ).get(issue)


def react(
    bench: Bench, issue: str, party: str, how: How, *, day: date | None = None, note: str = ""
) -> Compromise:
    """Record how a party reacts to the compromise text of an issue.

    Args:
        bench: the work bench.
        issue: id of the issue.
        party: code of the party.
        how: in what manner.
        day: the day it speaks about; None for the last day on record.
        note: on what grounds.

    Raises:
        Unknown: for an issue or party that is not on record.
        Refused: when there is no compromise text on the issue as of the day.
    """
    with bench.database.writing() as archive:
        _known(archive, issue, party)
        day = speaking_day(archive, "", day)
        standing = _compromises(archive, day).get(issue)
        if standing is None:
            raise Refused(
                f"there is no compromise text on {issue}{f' as of {day}' if day else ''}",
                remedy=f"set one with `negotiator compromise set {issue}`",
            )
        outcome = {
            "how": how.value,
            "compromise": standing.text.id,
            "issue": issue,
            "party": party,
            "evidence": standing.text.digest,
        }
        id = texts.reaction_id(issue, party)
        _append(archive, bench, texts.REACTION, id, outcome, note, day)
        return _compromises(archive, day)[issue]


def undo_reaction(bench: Bench, issue: str, party: str, *, note: str) -> Compromise | None:
    """Take back the last reaction recorded of a party; what it said before counts again.

    Raises:
        Unknown: for an issue or party that is not on record.
        Refused: when none is recorded.
    """
    with bench.database.writing() as archive:
        _known(archive, issue, party)
        id = texts.reaction_id(issue, party)
        recorded = texts.recorded_reactions(archive.decisions(texts.REACTION, id))
        if not recorded:
            raise Refused(f"no reaction of {party} is recorded on {issue}")
        outcome = {"undoes": str(recorded[-1].decision), "how": ""}
        _append(archive, bench, texts.REACTION, id, outcome, note, recorded[-1].day)
        return _compromises(
            archive, last_day(archive.versions(), archive.decisions(), KnownBy.ISSUED)
        ).get(issue)


def listing(
    bench: Bench,
    *,
    as_of: date | None = None,
    issues: Collection[str] = (),
    topics: Collection[str] = (),
    parties: Collection[str] = (),
) -> Listing:
    """Return the compromise texts as of a day, with the reactions.

    Args:
        bench: the work bench.
        as_of: the day; None for the last one on record.
        issues: only on these; empty for all.
        topics: only on those under these; empty for all.
        parties: only those to which one of these reacted; empty for all.

    Raises:
        Unknown: for an issue, topic or party that is not on record.
    """
    with bench.database.reading() as archive:
        negotiation = archive.negotiation()
        day = as_of or last_day(archive.versions(), archive.decisions(), KnownBy.ISSUED)
        found = _compromises(archive, day)
    known = {one.id: one for one in negotiation.issues}
    asked = {find("issue", id, known).id for id in issues}
    codes = {one.code: one.code for one in negotiation.parties}
    speaking = {find("party", code, codes) for code in parties}
    below = topics_below(negotiation.topics, topics)
    listed = tuple(
        one
        for one in negotiation.issues
        if one.id in found
        and (not asked or one.id in asked)
        and (not below or one.topic in below)
        and (not speaking or any(found[one.id].of(code) for code in speaking))
    )
    return Listing(negotiation, day, listed, tuple(found[one.id] for one in listed))


def _compromises(archive: Archive, day: date | None) -> dict[str, Compromise]:
    """Return the compromise texts as of a day, without loading more clauses than they need."""
    recorded = archive.versions()
    current = current_versions(recorded, day, KnownBy.ISSUED)
    known = known_versions(recorded, day, KnownBy.ISSUED)
    tabled = any(one.genre == COMPROMISE_TEXT for one in current)
    needed = [one.id for one in current] if tabled else []
    corpus = archive.corpus(versions=needed)
    return dict(
        texts.compromises(
            corpus.decisions,
            place(corpus, current, known),
            day,
            order=[party.code for party in corpus.negotiation.parties],
        )
    )


def _known(archive: Archive, issue: str, party: str = "") -> None:
    negotiation = archive.negotiation()
    find("issue", issue, {one.id: one for one in negotiation.issues})
    if party:
        find("party", party, {one.code: one for one in negotiation.parties})


def _append(
    archive: Archive,
    bench: Bench,
    subject: str,
    subject_id: str,
    outcome: dict[str, str],
    note: str,
    day: date | None,
) -> None:
    archive.append_decision(
        subject, subject_id, outcome, by=bench.by, at=bench.at, note=note, as_of=day
    )
