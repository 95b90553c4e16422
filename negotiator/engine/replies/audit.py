"""For each demand and offer of a party: how each addressee answers it in its later documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotiator.engine.cells import PlacedClause
from negotiator.engine.comparison import Comparison
from negotiator.engine.last_word import POSITIVE
from negotiator.engine.replies.ask import ASKING, Ask
from negotiator.engine.replies.coverage import Coverage, coverage
from negotiator.engine.replies.hall import Hall, Linked
from negotiator.engine.replies.rationale import rationale, to_the_whole
from negotiator.engine.replies.restatement import Restatement, restatements
from negotiator.model import Force, How, KnownBy, Reply, Unit


@dataclass(frozen=True, slots=True)
class Audit:
    """How the demands and offers of all parties are answered.

    Args:
        asks: each demand or offer with each of its addressees, in the order of the documents.
        coverage: how much of each document is answered, by addressee.
        restatements: where a party tells the position of another, beside that position.
    """

    asks: tuple[Ask, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    restatements: tuple[Restatement, ...] = ()


def audit(whole: Comparison, links: Linked | None = None) -> Audit:
    """Return how the demands and offers in force are answered.

    What a document or a person states counts. Where nobody has stated any answer for a document,
    its clauses that the machine lined up with an ask, or that stand under the same issue, are
    proposed as answers. An answer to another object counts as not addressed, and is named. A party
    that counts with its alliance and says nothing of its own is answered for by that alliance.

    Args:
        whole: where the parties stand as of a day.
        links: the score of clauses that the machine lined up, by the ids of both in the order
            of the alphabet.
    """
    hall = Hall(whole, links or {})
    asks = tuple(ask for placed in hall.placed for ask in _asks(hall, placed, whole.known_by))
    return Audit(asks, coverage(asks), tuple(restatements(hall.placed, whole.negotiation.parties)))


def _asks(hall: Hall, placed: PlacedClause, known_by: KnownBy) -> Iterator[Ask]:
    force = placed.reading.force
    if force not in ASKING or force is None or placed.clause.unit is Unit.HEADING:
        return
    if placed.version.parties:
        for code, addressed in hall.asked(placed):
            yield _ask(hall, placed, force, code, known_by, addressed=addressed)


def _ask(
    hall: Hall,
    placed: PlacedClause,
    force: Force,
    code: str,
    known_by: KnownBy,
    *,
    addressed: bool,
) -> Ask:
    voices = hall.voices(placed, code)
    passing = [version for voice in voices for version in hall.passing(placed, voice)]
    voice, answers = next(
        ((voice, answers) for voice in voices if (answers := hall.heard(placed, voice, passing))),
        (code, ()),
    )
    to_the_point = [one for one in answers if one.how is not How.OTHER_OBJECT]
    beside = tuple(one.clause for one in answers if one.how is How.OTHER_OBJECT)
    if to_the_point:
        answer = overall([one.how for one in to_the_point])
    elif passing or beside:
        answer = Reply.NOT_ADDRESSED
    else:
        answer = Reply.NOT_YET_ANSWERED
    by = tuple(one.clause for one in to_the_point)
    return Ask(
        clause=placed.clause.id,
        parties=placed.version.parties,
        addressee=code,
        issues=placed.reading.issues,
        topics=placed.reading.topics,
        document=placed.version.proposal,
        force=force,
        answer=answer,
        by=by,
        answered_in=tuple(dict.fromkeys(hall.by_id[id].version.proposal for id in by)),
        other_objects=beside,
        rationale=rationale(
            [hall.parties[one] for one in dict.fromkeys((code, voice))],
            to_the_point,
            beside,
            passing,
            to_the_whole(placed, hall.by_party.get(code, ())),
            known_by,
        ),
        drafted=any(one.drafted for one in answers),
        proposed=bool(answers) and answers[0] not in placed.answered_by,
        addressed=addressed,
    )


def overall(hows: Sequence[How]) -> Reply:
    """Return what several answers by one party amount to.

    A yes beside a no or a counter-proposal is a yes in part; a condition on any part holds the
    whole; a no stands only where nothing is granted.
    """
    said = set(hows)
    if How.ACCEPTED_CONDITIONALLY in said:
        return Reply.ACCEPTED_CONDITIONALLY
    if said & POSITIVE:
        return Reply.ACCEPTED if said == {How.ACCEPTED} else Reply.ACCEPTED_IN_PART
    for how in (How.REFUSED, How.COUNTERED, How.REFERRED, How.DEFERRED):
        if how in said:
            return Reply(how.value)
    raise ValueError("no answer to the point")
