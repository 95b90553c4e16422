"""How far the evidence carries a verdict, and why not further."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from negotiator.engine.attestation import LEVELS, attested, weaker, weakness
from negotiator.engine.cells import PlacedClause
from negotiator.engine.exchange import FORBIDDING, Exchange
from negotiator.engine.rationale import ids
from negotiator.engine.rules import Rule
from negotiator.model import SETTLED, Confidence, Family, Verdict


def confidence(exchange: Exchange, rule: Rule) -> tuple[Confidence, tuple[str, ...]]:
    """Return how far the evidence carries a verdict, and why not further.

    A party's position is as well attested as the best of the clauses that decide; the verdict is
    as well attested as the weaker of the two positions.
    """
    level = Confidence.HIGH
    doubts: list[str] = []
    for speaker in exchange.speakers:
        deciding = _deciding(speaker.cell.clauses, exchange)
        if not deciding:
            continue
        best = max(deciding, key=lambda placed: LEVELS.index(_attested(placed)))
        if _attested(best) is not Confidence.HIGH:
            level = weaker(level, _attested(best))
            doubts.append(f"{speaker.party.code}: {_weakness(best)}")
        drafts = [p.clause.id for p in deciding if p.reading.review not in SETTLED]
        if drafts:
            level = Confidence.LOW
            doubts.append(
                f"{speaker.party.code}: the reading of {', '.join(drafts[:4])} is a draft"
            )
    for placed, answer in exchange.all_answers:
        if answer.outdated:
            level = weaker(level, Confidence.MEDIUM)
            doubts.append(f"{placed.clause.id} answers an earlier wording of {answer.to_clause}")
    drafted = [placed.clause.id for placed, answer in exchange.answers if answer.drafted]
    if drafted and rule.stated:
        level = weaker(level, Confidence.MEDIUM)
        doubts.append(f"how {_answer(list(dict.fromkeys(drafted)))} is read by the machine")
    if not rule.stated:
        level = weaker(level, Confidence.MEDIUM)
        doubts.append("no answer between the two is stated")
    for speaker in exchange.speakers:
        if speaker.cell.silence and speaker.cell.silence.elsewhere:
            level = weaker(level, Confidence.MEDIUM)
            doubts.append(f"{_answer(speaker.cell.silence.elsewhere)} from another issue")
    if rule.name == "beside the point" and not exchange.answers:
        level = weaker(level, Confidence.MEDIUM)
        filed = " and ".join(one.party.code for one in exchange.beside_the_point)
        doubts.append(f"what {filed} says is only filed under other topics")
    if rule.verdict is Verdict.UNKNOWN:
        level = Confidence.LOW
    if rule.verdict.family is not Family.OPPOSED and _contradict(exchange):
        level = Confidence.LOW
        doubts.append("one forbids and the other does not, by their own words")
    return level, tuple(doubts)


def _answer(clauses: Sequence[str]) -> str:
    return f"{ids(clauses)} {'answers' if len(clauses) == 1 else 'answer'}"


def _contradict(exchange: Exchange) -> bool:
    """Tell whether one party's words forbid where the other's bind or permit."""
    left, right = (
        {placed.reading.strength for placed in speaker.cell.clauses} - {None}
        for speaker in exchange.speakers
    )
    return any(
        one and other and one <= FORBIDDING and not other & FORBIDDING
        for one, other in ((left, right), (right, left))
    )


def _deciding(clauses: Iterable[PlacedClause], exchange: Exchange) -> list[PlacedClause]:
    """Return the clauses that answer or are answered, or all when none does."""
    every = list(clauses)
    answering = {placed.clause.id for placed, _ in exchange.answers}
    answered = {answer.to_clause for _, answer in exchange.answers}
    part = [p for p in every if p.clause.id in answering or p.clause.id in answered]
    return part or every


def _attested(placed: PlacedClause) -> Confidence:
    return attested(placed.clause, placed.reading, placed.version)


def _weakness(placed: PlacedClause) -> str:
    version = placed.version
    return weakness(placed.clause.id, version.proposal, placed.reading, version)
