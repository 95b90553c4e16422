"""Texts of two parties, without a common base, lined up: any number to any number, in any order."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.alignment.link import Alignment, Link
from negotiator.engine.alignment.passage import Passage
from negotiator.engine.patience import Patience, endless
from negotiator.engine.similarity import Similarity
from negotiator.model import Method, Relation

ALIKE_ENOUGH = 0.30


def align_positions(
    left: Sequence[Passage], right: Sequence[Passage], *, patience: Patience = endless
) -> Alignment:
    """Line up the clauses of two parties.

    Args:
        left: the clauses of one side, in document order; ids unique.
        right: those of the other.
        patience: tells when the time is over.
    """
    similarity = Similarity(
        {
            f"{side}{one.id}": one.text
            for side, all_ in (("l", left), ("r", right))
            for one in all_
        }
    )
    links = [
        Link((one[1:],), (other[1:],), Relation.OVERLAPPING, Method.SIMILAR_TEXT, score)
        for (one, other), score in similarity.pairs().items()
        if one[0] != other[0] and score >= ALIKE_ENOUGH
    ]
    held = {id for link in links for id in link.left}, {id for link in links for id in link.right}
    return Alignment(
        tuple(links),
        tuple(one.id for one in left if one.id not in held[0]),
        tuple(one.id for one in right if one.id not in held[1]),
    )
