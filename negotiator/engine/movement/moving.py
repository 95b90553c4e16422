"""Who moved where, round by round: everything recorded becomes moves, a ledger and alarms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from negotiator.engine.calendar import known_versions
from negotiator.engine.last_day import last_day
from negotiator.engine.movement.alarms import Alarm, alarms
from negotiator.engine.movement.confidence import confidence, of_repeated
from negotiator.engine.movement.held import Floor, Position, Shelf, Turn, changed, flat
from negotiator.engine.movement.ledger import Ledger, Line, lines
from negotiator.engine.movement.move import Move, reworded
from negotiator.engine.movement.reasons import concerned, reason, repeating
from negotiator.engine.movement.rounds import Round, Stretch, stretches
from negotiator.engine.movement.rules import THE_SAME, first_rule
from negotiator.engine.movement.signs import told
from negotiator.engine.movement.speaking import overtaken
from negotiator.engine.movement.steps import Stepper
from negotiator.engine.status import status_readings
from negotiator.errors import Refused, known_only
from negotiator.model import Corpus, KnownBy, Negotiation, Version


@dataclass(frozen=True, slots=True)
class Movement:
    """Who moved where, round by round.

    Args:
        negotiation: title, parties, topics, issues, events.
        as_of: the last day of the view; None where nothing states a date.
        known_by: which date of a document decides.
        since: the first day of the view; None for no beginning.
        rounds: the rounds of the view, oldest first.
        moves: by round, then by the parties' order, then by the issues'.
        ledger: how many issues each party has a position on, round by round.
        alarms: what nobody has explained.
        fingerprint: hash of the corpus.
        head: hash of the last decision, empty when there is none.
    """

    negotiation: Negotiation
    as_of: date | None
    known_by: KnownBy
    since: date | None
    rounds: tuple[Round, ...]
    moves: tuple[Move, ...]
    ledger: Ledger
    alarms: tuple[Alarm, ...]
    fingerprint: str
    head: str

    @property
    def unreconciled(self) -> tuple[Line, ...]:
        """Return the lines of the ledger that do not add up."""
        return self.ledger.unreconciled


def movement(
    corpus: Corpus,
    *,
    as_of: date | None = None,
    known_by: KnownBy = KnownBy.ISSUED,
    since: date | None = None,
    parties: Collection[str] = (),
    issues: Collection[str] = (),
) -> Movement:
    """Return who moved where, round by round, fit to be shared.

    Args:
        corpus: everything recorded, the clauses of all versions.
        as_of: the last day; None for the last on which a document became known or that a status
            speaks about.
        known_by: which date of a document decides.
        since: the first day; None for the first on record. What came before counts as held.
        parties: only these; empty for all.
        issues: only these; empty for all.

    Raises:
        Unknown: for a party or issue that the negotiation does not have.
        Refused: for a view that ends before it begins.
    """
    negotiation = corpus.negotiation
    known_only("party", parties, [party.code for party in negotiation.parties])
    known_only("issue", issues, [issue.id for issue in negotiation.issues])
    wanted = [one.id for one in negotiation.issues if not issues or one.id in issues]
    statuses = [one for one in status_readings(corpus.decisions) if one.issue in set(wanted)]
    day = as_of or last_day(corpus.versions, corpus.decisions, known_by)
    if since and day and since > day:
        raise Refused(
            f"the view ends on {day}, before it begins on {since}",
            remedy="name an earlier day for its beginning or a later one for its end",
        )
    known = known_versions(corpus.versions, day, known_by)
    parts = stretches(
        corpus.versions, negotiation.events, as_of=day, known_by=known_by, since=since
    )
    shelf = Shelf(corpus, known, frozenset(wanted))
    order = [one.code for one in negotiation.parties if not parties or one.code in parties]
    walk = _Walk(Stepper(corpus), order, wanted, known_by)
    for stretch, floor, turns in shelf.walk(parts):
        walk.take(stretch, floor, turns)
    counted = [one for one in statuses if not day or one.day is None or one.day <= day]
    return Movement(
        negotiation=negotiation,
        as_of=day,
        known_by=known_by,
        since=since,
        rounds=tuple(walk.rounds),
        moves=tuple(walk.moves),
        ledger=Ledger(tuple(walk.lines)),
        alarms=alarms(counted, walk.moves, walk.rounds, order, since),
        fingerprint=corpus.fingerprint,
        head=corpus.decisions[-1].hash if corpus.decisions else "",
    )


class _Walk:
    """Goes through the rounds, and remembers what each party has held and gone beyond."""

    def __init__(
        self, stepper: Stepper, parties: Sequence[str], issues: Sequence[str], known_by: KnownBy
    ) -> None:
        self.stepper = stepper
        self.parties = {code: number for number, code in enumerate(parties)}
        self.issues = {issue: number for number, issue in enumerate(issues)}
        self.known_by = known_by
        self.rounds: list[Round] = []
        self.moves: list[Move] = []
        self.lines: list[Line] = []
        self.overtaken: dict[tuple[str, str], frozenset[str]] = {}
        self.ever: set[tuple[str, str]] = set()
        self.tabled: set[str] = set()
        self.counts: dict[str, int] = {}
        self.documents: dict[str, tuple[tuple[str, ...], date | None]] = {}

    def take(self, stretch: Stretch, floor: Floor, turns: Sequence[Turn]) -> None:
        """Take one stretch: its moves, and its lines in the ledger."""
        mine = [turn for turn in turns if turn.party in self.parties]
        mine.sort(key=lambda turn: (self.parties[turn.party], self.issues[turn.issue]))
        before = {(turn.party, turn.issue): turn.before for turn in turns}
        self.documents = _by_proposal(stretch, self.known_by)
        moves = [self._move(turn, stretch, floor, before) for turn in mine]
        self.tabled |= {code for version in stretch.tabled for code in version.parties}
        counted = Counter(chain.from_iterable(floor.positions.values()))
        held = {party: counted[party] for party in self.parties}
        if stretch.shown:
            present = [code for code in self.parties if code in self.tabled]
            self.rounds.append(stretch.round)
            self.moves += moves
            kinds = ((move.party, move.kind) for move in moves)
            self.lines += lines(stretch.round.id, present, self.counts, held, kinds)
        self.counts = held

    def _move(
        self,
        turn: Turn,
        stretch: Stretch,
        floor: Floor,
        earlier: Mapping[tuple[str, str], Position],
    ) -> Move:
        if turn.repeats and not self.stepper.accepts_anew(turn, floor):
            return self._repeated(turn, stretch)
        key = turn.party, turn.issue
        gone = self.overtaken.get(key, frozenset())
        step = self.stepper.step(turn, floor, earlier, gone, key in self.ever)
        signs = told(step)
        rule = first_rule(step, signs)
        before, after = concerned(step, rule, signs)
        self.ever.add(key)
        if step.spoken:
            beyond = {one.clause.address for one in overtaken(step, rule.kind)}
            self.overtaken[key] = gone | beyond
        documents, day = self._documents(changed(turn))
        level, doubts = confidence(step, rule, signs, before, after)
        return Move(
            party=turn.party,
            issue=turn.issue,
            kind=rule.kind,
            round=stretch.round.id,
            before=tuple([one.cited for one in before]),
            after=tuple([one.cited for one in after]),
            rule=rule.name,
            signs=tuple(dict.fromkeys(one.sign.name for one in signs)),
            reason=reason(step, rule, signs),
            confidence=level,
            doubts=doubts,
            documents=documents,
            day=day,
            reworded=reworded((*step.reworded, *step.kept)),
        )

    def _repeated(self, turn: Turn, stretch: Stretch) -> Move:
        """Return the move of new versions that do nothing but repeat what the party held."""
        keys = changed(turn)
        before = flat({key: turn.before[key] for key in keys})
        after = flat({key: turn.after[key] for key in keys})
        documents, day = self._documents(keys)
        level, doubts = of_repeated(after)
        return Move(
            party=turn.party,
            issue=turn.issue,
            kind=THE_SAME.kind,
            round=stretch.round.id,
            before=tuple([one.cited for one in before]),
            after=tuple([one.cited for one in after]),
            rule=THE_SAME.name,
            signs=(),
            reason=repeating(before, after),
            confidence=level,
            doubts=doubts,
            documents=documents,
            day=day,
        )

    def _documents(self, keys: Sequence[str]) -> tuple[tuple[str, ...], date | None]:
        """Return the documents of some proposals in this stretch, and their first day."""
        if len(keys) == 1:
            return self.documents[keys[0]]
        found = [self.documents[key] for key in keys]
        days = [day for _, day in found if day]
        return tuple(id for ids, _ in found for id in ids), min(days, default=None)


def _by_proposal(
    stretch: Stretch, known_by: KnownBy
) -> dict[str, tuple[tuple[str, ...], date | None]]:
    """Return what was tabled in a stretch by proposal: the documents, and their first day."""
    tabled: dict[str, list[Version]] = {}
    for version in stretch.tabled:
        tabled.setdefault(version.proposal, []).append(version)
    return {
        key: (
            tuple(one.id for one in some),
            min((day for one in some if (day := one.known(known_by))), default=None),
        )
        for key, some in tabled.items()
    }
