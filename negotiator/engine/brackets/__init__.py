"""Bracketed text: brackets with who stands behind them, and competing formulations."""

from negotiator.engine.brackets.bracket import Bracket, brackets
from negotiator.engine.brackets.clauses import Bracketed, in_clauses, unbalanced

__all__ = ["Bracket", "Bracketed", "brackets", "in_clauses", "unbalanced"]
