"""Bracketed text: brackets with who stands behind them, and competing formulations."""

from negotiator.engine.brackets.alternatives import Alternative, Kind, alternatives_of
from negotiator.engine.brackets.bracket import Bracket, brackets
from negotiator.engine.brackets.clauses import Bracketed, in_clauses, unbalanced
from negotiator.engine.brackets.spoken import spoken
from negotiator.engine.brackets.stances import Stance, options, stances

__all__ = [
    "Alternative",
    "Bracket",
    "Bracketed",
    "Kind",
    "Stance",
    "alternatives_of",
    "brackets",
    "in_clauses",
    "options",
    "spoken",
    "stances",
    "unbalanced",
]
