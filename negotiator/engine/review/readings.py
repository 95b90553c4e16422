"""Which readings need a person, the hardest first, each with the reasons why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from negotiator.engine.cells import PlacedClause
from negotiator.model import Origin, Reading, Review

SETTLED = frozenset({Review.CONFIRMED, Review.ADJUDICATED})


@dataclass(frozen=True, slots=True)
class ReadClause:
    """A clause as it is read.

    Args:
        placed: the clause with its last reading and its document.
        reasons: why the reading needs a person, the gravest first; none where it needs none.
    """

    placed: PlacedClause
    reasons: tuple[str, ...]

    @property
    def state(self) -> Review:
        """Return how far people have looked at the reading."""
        return state(self.placed.reading)

    @property
    def why(self) -> str:
        """Return the gravest reason, empty where the reading needs nobody."""
        return self.reasons[0] if self.reasons else ""


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason for which a reading needs a person.

    Args:
        phrase: the reason in a few words.
        holds: whether it does.
    """

    phrase: str
    holds: Callable[[Reading], bool]


def state(reading: Reading) -> Review:
    """Return how far people have looked at a reading.

    What a person read in wording that has changed since is carried over as a draft: it is stale.
    """
    if reading.review is Review.DRAFT and reading.origin is Origin.PERSON:
        return Review.STALE
    return reading.review


# The gravest first. The same table, in words, stands in docs/method.md.
CAUSES = (
    Cause("it was read in another wording", lambda one: state(one) is Review.STALE),
    Cause("somebody disputes it", lambda one: one.review is Review.DISPUTED),
    Cause("nobody has read it yet", lambda one: not (one.force or one.topics or one.issues)),
    Cause("its act is not read", lambda one: one.force is None),
    Cause("it stands under no issue", lambda one: not one.issues),
    Cause("it stands under no topic", lambda one: not one.topics),
    Cause("how strongly it binds is not read", lambda one: one.strength is None),
    Cause("nobody is named as bound", lambda one: not one.bound),
    Cause("proposed, and nobody has confirmed it", lambda one: one.review is Review.PROPOSED),
    Cause("the machine read it", lambda one: one.origin is Origin.MACHINE),
)


def read_clause(placed: PlacedClause) -> ReadClause:
    """Return a clause with the reasons for which its reading needs a person."""
    if placed.reading.review in SETTLED:
        return ReadClause(placed, ())
    return ReadClause(
        placed, tuple(cause.phrase for cause in CAUSES if cause.holds(placed.reading))
    )


def readings_to_review(clauses: Iterable[ReadClause]) -> tuple[ReadClause, ...]:
    """Return the readings that are draft, proposed, disputed or stale, the hardest first.

    The gravest cause decides, then how many more there are.

    Args:
        clauses: in a stated order, which stands between equals.
    """
    place = {cause.phrase: number for number, cause in enumerate(CAUSES)}
    return tuple(
        sorted(
            (one for one in clauses if one.reasons),
            key=lambda one: (place[one.why], -len(one.reasons)),
        )
    )
