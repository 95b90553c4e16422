"""Whose move a clause waits for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from negotiator.engine.cells import PlacedClause
from negotiator.engine.linkage.ties import Tie
from negotiator.engine.named import Named
from negotiator.model import Wording


@dataclass(frozen=True, slots=True)
class Awaited:
    """Whose move a clause waits for.

    Args:
        parties: codes, in the negotiation's order.
        why: the words that name them.
        alternatives: True where a move of one of them will do.
        certain: True where the reading names others, and nobody else.
    """

    parties: tuple[str, ...] = ()
    why: str = ""
    alternatives: bool = False
    certain: bool = False


def awaited(placed: PlacedClause, ties: Sequence[Tie], named: Named) -> Awaited:
    """Return whose move a clause waits for.

    Who is bound decides; where nobody is named, the parties of other sides that its phrases or its
    text name and that have tabled something; else those that its document is addressed to.

    Args:
        placed: the clause.
        ties: what its reading ties it to.
        named: the parties by their names.
    """
    own = set(placed.version.parties)
    addressees = named.addressees(placed.version.addressees)
    bound = named.bound(placed.reading.bound, addressees)
    others = tuple(code for code in bound.codes if code not in own)
    too = bound.everybody or bool(own.intersection(bound.codes))
    if others:
        why = f"{placed.clause.id} binds {placed.reading.bound}"
        return Awaited(others, why, bound.alternatives, certain=not too)
    if too:
        return Awaited()
    phrases = [(quoted(tie, placed), tie.words) for tie in ties]
    for why, words in (*phrases, (says_itself(placed), placed.clause.text[:4_000])):
        found = named.named(words)
        others = named.across(found, own)
        if others:
            return Awaited(others, why, certain=bound.nobody and not own.intersection(found))
    others = tuple(code for code in addressees if code not in own)
    return Awaited(others, f"{placed.version.proposal} is addressed to them")


def quoted(tie: Tie, placed: PlacedClause) -> str:
    """Return a phrase of a reading with where it stands."""
    return f"{tie.words} ({tie.field} of {placed.clause.id})"


def says_itself(placed: PlacedClause) -> str:
    """Return the words of a clause with its id; a paraphrase is never put in quotation marks."""
    text = placed.clause.text
    if placed.clause.wording is Wording.VERBATIM:
        return f"“{text}” ({placed.clause.id})"
    return f"{text} ({placed.clause.id}, paraphrase)"
