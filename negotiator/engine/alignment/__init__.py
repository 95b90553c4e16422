"""Clauses of several sides are lined up, each link with its method, score and reasons."""

from negotiator.engine.alignment.link import Alignment, Link
from negotiator.engine.alignment.passage import Passage
from negotiator.engine.alignment.positions import align_all, align_positions
from negotiator.engine.alignment.ranking import rank

__all__ = [
    "Alignment",
    "Link",
    "Passage",
    "align_all",
    "align_positions",
    "rank",
]
