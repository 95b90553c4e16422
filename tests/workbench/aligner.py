"""An aligner that anybody can follow, so that tests do not hang on what scores are fitted."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.alignment import Alignment, Link, Passage
from negotiator.engine.alignment.choosing import THRESHOLD
from negotiator.engine.alignment.learning import AS_FITTED, Adjustment
from negotiator.model import Method, Relation


def by_words(
    left: Sequence[Passage], right: Sequence[Passage], *, adjustment: Adjustment = AS_FITTED
) -> Alignment:
    """Line up the clauses that share half of their words; the more they share, the surer."""
    links = []
    for one in left:
        for other in right:
            ours, theirs = set(one.text.split()), set(other.text.split())
            shared = len(ours & theirs) / len(ours | theirs)
            if shared >= 0.5:
                score = THRESHOLD + (1 - THRESHOLD) * (shared - 0.5)
                why = (f"{len(ours & theirs)} words are the same",)
                ends = (one.id,), (other.id,)
                links.append(Link(*ends, Relation.OVERLAPPING, Method.SIMILAR_TEXT, score, why))
    return Alignment(tuple(links), (), ())
