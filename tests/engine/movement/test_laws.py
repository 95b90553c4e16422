"""What holds for any history."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.engine.calendar import current_versions
from negotiator.engine.movement import Movement, movement
from negotiator.model import (
    Answer,
    Clause,
    Corpus,
    Event,
    EventKind,
    Force,
    How,
    KnownBy,
    MoveKind,
    Reading,
    Version,
    Withdrawal,
    Wording,
)
from tests.engine.build import NEGOTIATION

START = date(2024, 1, 1)
PROPOSALS = {"p": ("RED",), "q": ("RED",), "r": ("BLUE",), "s": ("TEAL", "BLUE")}
TEXTS = (
    "The Parties shall leave.",
    "The Parties shall not leave.",
    "The Parties should leave within 30 days.",
    "The Parties should leave within 60 days, provided that all agree.",
)
ROUNDS = (
    Event("R1", "First", START, START + timedelta(days=6), EventKind.ROUND),
    Event("R2", "Second", START + timedelta(days=10), START + timedelta(days=15), EventKind.ROUND),
    Event("R3", "Third", START + timedelta(days=16), START + timedelta(days=17), EventKind.ROUND),
)


@st.composite
def histories(draw: st.DrawFn) -> Corpus:
    """Draw versions of a few proposals, each on a day of its own, with random clauses."""
    days = draw(st.lists(st.integers(0, 24), min_size=1, max_size=7, unique=True))
    chance = draw(st.randoms(use_true_random=False))
    versions: list[Version] = []
    clauses: list[Clause] = []
    readings: dict[str, Reading] = {}
    answers: list[Answer] = []
    numbers = dict.fromkeys(PROPOSALS, 0)
    for day in days:
        key = chance.choice(list(PROPOSALS))
        numbers[key] += 1
        version = Version(
            key, numbers[key], "Paper", PROPOSALS[key], issued=START + timedelta(days=day)
        )
        if chance.random() < 0.1:
            version = replace(version, withdrawn=Withdrawal("a mistake", "kl", "now"))
        versions.append(version)
        for order, name in enumerate(chance.sample("abc", chance.randint(0, 3))):
            clause = Clause(
                f"{key}{name}",
                f"{key}{name}",
                version.id,
                chance.choice(TEXTS),
                order,
                wording=chance.choice(list(Wording)),
            )
            clauses.append(clause)
            readings[clause.address] = Reading(
                issues=tuple(chance.sample(["I1", "I2", "I3"], chance.randint(0, 2))),
                force=chance.choice([None, *Force]),
            )
            target = f"{chance.choice(list(PROPOSALS))}{chance.choice('abc')}"
            how = chance.choice([None, *How])
            answers.append(Answer(clause.id, how, to_clause=target, version=version.id))
    rounds = draw(st.sampled_from([(), ROUNDS]))
    negotiation = replace(NEGOTIATION, events=rounds)
    return Corpus(negotiation, tuple(versions), tuple(clauses), readings, tuple(answers))


def in_force(corpus: Corpus, day: date) -> set[str]:
    current = {one.id for one in current_versions(corpus.versions, day, KnownBy.ISSUED)}
    return {one.address for one in corpus.clauses if one.version in current}


def ends(whole: Movement) -> dict[str, date]:
    """Return the day on which each round is over, as far as the view reaches."""
    last = whole.as_of or date.max
    return {one.id: min(one.ends or date.max, last) for one in whole.rounds}


@settings(max_examples=60)
@given(histories(), st.none() | st.integers(0, 24))
def test_the_ledger_reconciles(corpus: Corpus, since: int | None) -> None:
    start = None if since is None else START + timedelta(days=since)
    whole = movement(corpus, as_of=START + timedelta(days=30), since=start)
    assert whole.unreconciled == ()
    for line in whole.ledger.lines:
        mine = [one for one in whole.moves if (one.round, one.party) == (line.round, line.party)]
        assert len(mine) == sum(line.kinds.values())
        assert len({one.issue for one in mine}) == len(mine)
        held = {
            issue
            for version in current_versions(
                corpus.versions, ends(whole)[line.round], KnownBy.ISSUED
            )
            if line.party in version.parties
            for clause in corpus.clauses
            if clause.version == version.id
            for issue in corpus.reading(clause).issues
        }
        # A later reading of the same words may file them otherwise.
        if len({(one.id, one.text) for one in corpus.clauses}) == len(corpus.clauses):
            assert line.after == len(held)


@settings(max_examples=60)
@given(histories())
def test_no_move_names_a_clause_that_was_not_in_force(corpus: Corpus) -> None:
    whole = movement(corpus)
    over = ends(whole)
    before = set[str]()
    for round_ in whole.rounds:
        now = in_force(corpus, over[round_.id])
        for move in whole.moves:
            if move.round == round_.id:
                assert {one.clause.address for one in move.before} <= before
                assert {one.clause.address for one in move.after} <= now
                assert bool(move.before) is (move.kind not in (MoveKind.NEW, MoveKind.RESTORED))
                assert bool(move.after) is (move.kind is not MoveKind.DROPPED)
        before = now


@settings(max_examples=40)
@given(histories())
def test_a_round_without_documents_has_no_moves(corpus: Corpus) -> None:
    whole = movement(corpus, as_of=START + timedelta(days=30))
    documents = {one.id: one.documents for one in whole.rounds}
    for move in whole.moves:
        assert set(move.documents) <= set(documents[move.round])
        assert move.documents


@settings(max_examples=40)
@given(histories(), st.integers(0, 9))
def test_the_order_of_recording_does_not_matter(corpus: Corpus, seed: int) -> None:
    """Every version has a day of its own; what is recorded in another order keeps its number."""
    chance = random.Random(seed)
    versions, clauses = list(corpus.versions), list(corpus.clauses)
    chance.shuffle(versions)
    chance.shuffle(clauses)
    shuffled = replace(corpus, versions=tuple(versions), clauses=tuple(clauses))
    one, other = movement(corpus), movement(shuffled)
    assert one.moves == other.moves
    assert one.ledger == other.ledger
    assert movement(corpus) == one


@settings(max_examples=40)
@given(histories(), st.integers(0, 24))
def test_what_was_told_is_not_told_otherwise_when_more_is_on_record(
    corpus: Corpus, until: int
) -> None:
    """Where no later version repeats words with another reading, the past stays as it was."""
    day = START + timedelta(days=until)
    later = [one.id for one in corpus.versions if one.issued and one.issued > day]
    repeated = {(one.id, one.text) for one in corpus.clauses if one.version in later} & {
        (one.id, one.text) for one in corpus.clauses if one.version not in later
    }
    if repeated or corpus.negotiation.events:
        return
    short, whole = movement(corpus, as_of=day), movement(corpus)
    assert whole.moves[: len(short.moves)] == short.moves


@settings(max_examples=30)
@given(histories())
def test_wordings_are_compared_only_where_both_are_verbatim(corpus: Corpus) -> None:
    for move in movement(corpus).moves:
        for pair in move.reworded:
            assert pair.old.wording is pair.new.wording is Wording.VERBATIM
            assert pair.old.text != pair.new.text
