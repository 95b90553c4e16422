"""What the brackets of a clause say, one line each: who wants which words, what competes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotiator.engine.brackets.alternatives import Alternative, Kind, alternatives_of
from negotiator.engine.brackets.clauses import Bracketed

# Of a long bracket the first words name it.
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Stance:
    """A line on a bracket: `EU, CAN` `propose` “and their families”.

    Args:
        who: the parties, or what competes.
        what: what they do.
        words: the words in the bracket, or its beginning.
    """

    who: str
    what: str
    words: str = ""


def stances(text: str, brackets: Sequence[Bracketed]) -> tuple[Stance, ...]:
    """Return what attributed brackets and competing wordings of a clause say, each once."""
    return tuple(dict.fromkeys(_stances(text, brackets)))


def _stances(text: str, brackets: Sequence[Bracketed]) -> Iterator[Stance]:
    for group in options(text):
        wordings = (_beginning(text[one.start : one.end]) for one in group)
        yield Stance("Alternatives:", " / ".join(wordings))
    for one in brackets:
        bracket = one.bracket
        if bracket.start is None:
            continue
        inside = text[bracket.start + 1 : bracket.end and bracket.end - 1]
        words = _beginning(_without_parties(inside, (*bracket.supports, *bracket.opposes)))
        for parties, what in (
            (bracket.supports, "for the words in brackets"),
            (bracket.opposes, "against the words in brackets"),
            (bracket.reserves, "with a reservation on"),
        ):
            if parties:
                yield Stance(", ".join(parties), what, words)
        if len(bracket.alternatives) > 1:
            yield Stance("Alternatives:", " / ".join(map(_beginning, bracket.alternatives)))


def options(text: str) -> tuple[tuple[Alternative, ...], ...]:
    """Return the groups of competing formulations that a clause itself holds, as Option 1 and 2."""
    return tuple(
        group
        for group in alternatives_of([text])
        if len(group) > 1 and group[0].kind is Kind.COMPETING
    )


def _without_parties(inside: str, parties: Sequence[str]) -> str:
    """Return the words of a bracket without the parties that are named before them."""
    named, colon, words = inside.partition(":")
    return words if colon and any(party in named for party in parties) else inside


def _beginning(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST].rsplit(' ', 1)[0]} …"
