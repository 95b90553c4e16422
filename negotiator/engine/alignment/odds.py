"""Likelihoods and the logarithms of their odds, in which what speaks for a link adds up."""

from __future__ import annotations

import math


def log_odds(likelihood: float) -> float:
    """Return the logarithm of the odds, kept within about 9 either way."""
    return math.log((likelihood + 1e-4) / (1 - likelihood + 1e-4))


def likelihood(log_odds: float) -> float:
    """Return the likelihood, 0 to 1, that log odds stand for."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))
