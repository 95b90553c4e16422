"""Where a party tells the position of another: its account beside the original wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotiator.engine.cells import PlacedClause
from negotiator.engine.similarity import Similarity
from negotiator.engine.wording import Span, redline
from negotiator.model import Party, Wording

# Below this the account cannot be tied to one clause.
ALIKE_ENOUGH = 0.15
TELLS = (
    r"(?:['’]s?)? (?:\w{1,20} ){0,3}?(?:claims?|says?|said|states?|stated|argues?|insists?"
    r"|maintains?|asserts?"
    r"|alleges?|proposes?|proposed|offers?|offered|demands?|demanded|asks?|asked|wants?|considers?"
    r"|suggests?|believes?|holds?|pushes|calls? (?:for|on)|readiness|position|proposals?"
    r"|repl(?:y|ies)"
    r"|answers?|requests?|approach|idea)\b"
)


@dataclass(frozen=True, slots=True)
class Restatement:
    """A clause that tells what another party says, and the clause of that party nearest to it.

    Args:
        clause: id of the clause that tells.
        of: code of the party whose position it tells.
        original: id of the clause of that party which is most like it.
        score: how alike the two are, 0 to 1.
        redline: from the original to the restatement; None unless both are verbatim.
    """

    clause: str
    of: str
    original: str
    score: float
    redline: tuple[Span, ...] | None


def restatements(placed: Sequence[PlacedClause], parties: Sequence[Party]) -> Iterator[Restatement]:
    """Find where a clause tells the position of a party of another side.

    The party's name with a verb of saying or asking opens the account; the original is the clause
    of that party, in an earlier or undated document, that shares the most with it.

    Args:
        placed: all clauses in force, in the order of the documents.
        parties: all parties.
    """
    sides = {party.code: party.side for party in parties}
    named = [(party.code, pattern) for party in parties if (pattern := _pattern(party))]
    telling = [
        (one, code)
        for one in placed
        for code, pattern in named
        if one.version.parties
        and all(sides.get(own) != sides[code] for own in one.version.parties)
        and pattern.search(one.clause.text)
    ]
    if not telling:
        return
    alike = Similarity({one.clause.id: one.clause.text for one in placed}).pairs()
    for one, code in telling:
        best = max(
            (
                (score, -number, other)
                for number, other in enumerate(placed)
                if code in other.version.parties
                and _not_after(other, one)
                and _common(one, other)
                and (score := _score(alike, one.clause.id, other.clause.id)) >= ALIKE_ENOUGH
            ),
            default=None,
            key=lambda found: found[:2],
        )
        if best:
            score, _, other = best
            verbatim = Wording.VERBATIM == one.clause.wording == other.clause.wording
            yield Restatement(
                one.clause.id,
                code,
                other.clause.id,
                score,
                redline(other.clause.text, one.clause.text) if verbatim else None,
            )


def _pattern(party: Party) -> re.Pattern[str] | None:
    """Return a pattern for an account of what a party says; none where one letter names it."""
    names = [
        re.escape(name)
        for name in sorted({party.name, party.short, party.code, *party.aliases}, key=len)
        if len(name) > 1
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(reversed(names))}){TELLS}") if names else None


def _score(alike: dict[tuple[str, str], float], one: str, other: str) -> float:
    return alike.get((one, other), alike.get((other, one), 0.0))


def _not_after(one: PlacedClause, other: PlacedClause) -> bool:
    days = one.version.issued, other.version.issued
    return days[0] is None or days[1] is None or days[0] <= days[1]


def _common(one: PlacedClause, other: PlacedClause) -> bool:
    """Tell whether two clauses are filed together, or one of them is not filed."""
    for mine, theirs in (
        (one.reading.issues, other.reading.issues),
        (one.reading.topics, other.reading.topics),
    ):
        if not mine or not theirs or set(mine) & set(theirs):
            return True
    return False
