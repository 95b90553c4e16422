"""What people decided on the machine's links makes its next drafts better, a little.

Decisions move the score that a link needs, and after that how steeply the score rises around it.
Both start at "as fitted" and are held there by a prior, so that it takes a number of decisions that
agree to move them, and none to leave everything as it is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from negotiator.engine.alignment.odds import likelihood

# The prior: normal distributions around "as fitted", of the shift in log odds and of the slope. The
# first weighs as much as 44 decisions on scores of one half: after 20 decisions it helps where
# scores are off, and hardly harms where they are not.
SHIFT_SPREAD = 0.3
SLOPE_SPREAD = 1 / 4
# However many decisions there are, in log odds and as a factor: what is learned stays small.
LARGEST_SHIFT = 1.0
LARGEST_SLOPE = 2.0
# Scores beyond are certain, and their log odds without bound.
CERTAIN = 0.99
# So many halvings of an interval leave an error of 10⁻¹².
HALVINGS = 40


@dataclass(frozen=True, slots=True)
class Adjustment:
    """How scores are read in this negotiation: log odds as fitted, times `slope`, plus `shift`.

    Args:
        shift: in log odds; 0 as fitted.
        slope: 1 as fitted; always positive.
        decisions: how many it was learned from.
    """

    shift: float
    slope: float
    decisions: int

    def of(self, fitted: float) -> float:
        """Return the score after learning, of a score as fitted."""
        if self == AS_FITTED:
            return fitted
        return likelihood(self.shift + self.slope * _log_odds(fitted))

    def needed(self, threshold: float) -> float:
        """Return the score as fitted that now reaches a threshold."""
        if self == AS_FITTED:
            return threshold
        return likelihood((_log_odds(threshold) - self.shift) / self.slope)

    def explanation(self, threshold: float) -> str:
        """Return what was learned in one sentence, empty where nobody has decided anything.

        Args:
            threshold: the score that a link needs as fitted.
        """
        if not self.decisions:
            return ""
        number = f"{self.decisions} decision{'' if self.decisions == 1 else 's'}"
        before, now = f"{threshold:.2f}", f"{self.needed(threshold):.2f}"
        if before == now:
            return f"{number}: a link still needs a fitted score of {before}"
        return f"{number}: a link now needs a fitted score of {now} instead of {before}"


AS_FITTED = Adjustment(0.0, 1.0, 0)


def learn(judged: Iterable[tuple[float, bool]], threshold: float) -> Adjustment:
    """Return how scores are to be read after what people decided on links.

    Platt's recalibration of the log odds (Platt 1999), with a prior in place of his smoothed
    targets, at its maximum a posteriori. The shift is found first and with a slope of 1, the slope
    then around the threshold so moved: thus one more link confirmed never raises the threshold,
    and one more refused never lowers it, which both at once could do. Their order is irrelevant.

    Args:
        judged: of each link its score as fitted, and whether a person confirmed it (or refused).
        threshold: the score that a link needs as fitted.
    """
    # In order of the scores, so that sums come out the same in whatever order people decided.
    points = sorted((_log_odds(score), right) for score, right in judged)
    if not points:
        return AS_FITTED
    start = _log_odds(threshold)

    def pull_on_shift(shift: float) -> float:
        errors = (right - likelihood(at + shift) for at, right in points)
        return math.fsum(errors) - shift / SHIFT_SPREAD**2

    shift = _root(pull_on_shift, -LARGEST_SHIFT, LARGEST_SHIFT)
    away = [(at + shift - start, right) for at, right in points]

    def pull_on_slope(slope: float) -> float:
        errors = ((right - likelihood(start + slope * by)) * by for by, right in away)
        return math.fsum(errors) - (slope - 1) / SLOPE_SPREAD**2

    slope = _root(pull_on_slope, 1 / LARGEST_SLOPE, LARGEST_SLOPE)
    return Adjustment(start + slope * (shift - start), slope, len(points))


def _root(pull: Callable[[float], float], low: float, high: float) -> float:
    """Return where a falling function crosses zero, or the end of the interval next to it."""
    if pull(low) <= 0:
        return low
    if pull(high) >= 0:
        return high
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if pull(middle) > 0 else (low, middle)
    return (low + high) / 2


def _log_odds(score: float) -> float:
    held = min(max(score, 1 - CERTAIN), CERTAIN)
    return math.log(held / (1 - held))
