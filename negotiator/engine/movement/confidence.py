"""How far the evidence carries a move, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from negotiator.engine.attestation import LEVELS, attested, weaker, weakness
from negotiator.engine.movement.held import Held
from negotiator.engine.movement.rules import Rule
from negotiator.engine.movement.signs import Told
from negotiator.engine.movement.step import Step
from negotiator.model import Confidence, MoveKind


def confidence(
    step: Step, rule: Rule, signs: Sequence[Told], before: Sequence[Held], after: Sequence[Held]
) -> tuple[Confidence, tuple[str, ...]]:
    """Return how far the evidence carries a move, and why not further.

    Each side is attested as well as the best of its clauses that are cited, and the weaker side
    counts. A draft reading makes it low, and so does a change that nothing but the words tells
    of. What a further document says beside what stood, and what pulls both ways, is medium at most.

    Args:
        step: what changed.
        rule: the rule that held.
        signs: the signs that hold.
        before: the clauses cited of what was held before.
        after: the clauses cited of what is held now.
    """
    level = Confidence.HIGH
    doubts: list[str] = []
    for side in (before, after):
        if side:
            at_best, why = _side(side)
            level = weaker(level, at_best)
            doubts += [why] if why else []
    for doubt, at_most in _doubts(step, rule, signs, (*before, *after)):
        level = weaker(level, at_most)
        doubts.append(doubt)
    return level, tuple(dict.fromkeys(doubts))


def of_repeated(clauses: Sequence[Held]) -> tuple[Confidence, tuple[str, ...]]:
    """Return how far the evidence carries it that clauses are repeated word for word."""
    level, why = _side(clauses)
    return level, (why,) if why else ()


def _side(clauses: Sequence[Held]) -> tuple[Confidence, str]:
    best = max(clauses, key=lambda one: LEVELS.index(_attested(one)))
    level = _attested(best)
    return level, "" if level is Confidence.HIGH else _weakness(best)


def _doubts(
    step: Step, rule: Rule, signs: Sequence[Told], cited: Sequence[Held]
) -> Iterator[tuple[str, Confidence]]:
    drafts = [one.clause.address for one in cited if one.drafted]
    if drafts:
        more = f" and {len(drafts) - 1} more" if len(drafts) > 1 else ""
        yield f"the reading of {drafts[0]}{more} is a draft", Confidence.LOW
    if rule.kind in (MoveKind.NEW, MoveKind.RESTORED, MoveKind.DROPPED):
        return
    if signs and all(one.seen.weak for one in signs):
        yield "only the words differ", Confidence.LOW
    elif signs and all(one.sign.further for one in signs):
        yield "nobody says that the one follows on the other", Confidence.MEDIUM
    if rule.name == "harder and softer":
        yield "it pulls both ways", Confidence.MEDIUM
    if not signs and step.spoken:
        yield "a further document repeats the acts; its words are not compared", Confidence.MEDIUM
    if any({one.verbatim for one in (*pair.old, *pair.new)} == {True, False}
           for pair in step.reworded):  # fmt: skip
        yield "a paraphrase and a verbatim text are not compared by their words", Confidence.LOW


def _attested(one: Held) -> Confidence:
    return attested(one.clause, one.reading, one.version)


def _weakness(one: Held) -> str:
    return weakness(one.clause.address, one.version.id, one.reading, one.version)
