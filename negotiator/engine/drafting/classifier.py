"""Learns from examples which label a text belongs under."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter, mul
from random import Random

from negotiator.engine.drafting.terms import Vector, Vocabulary

# Terms of a single text are noise once there are so many texts.
MANY = 500
# Below so many examples a label, the centres alone are better than what can be learned beyond.
ENOUGH = 24
# The learner's margin, its largest step, and among how many rivals it looks.
MARGIN, STEP, RIVALS = 1.0, 0.5, 5
# The fixed order in which examples are looked at.
SEED = 1


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its labels.

    Args:
        counts: its terms.
        labels: one or several.
        name: what names it in a reason; empty for the description of a label.
    """

    counts: Mapping[str, int]
    labels: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a classifier makes of a text.

    Args:
        label: the best one; empty where no term is known.
        score: cosine with the centre of the label, moved by what was learned beyond.
        lead: how far the next label is behind.
        words: the terms that weigh most for the label, heaviest first.
        examples: the names of the examples in which those terms weigh most.
    """

    label: str = ""
    score: float = 0.0
    lead: float = 0.0
    words: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


class Classifier:
    """Scores a text against the centre of each label, corrected by its mistakes.

    Each label starts from the centre of its examples (Rocchio 1971). Where there are enough
    examples, one passive-aggressive pass (Crammer et al. 2006, PA-I) moves the labels apart where
    a rival comes too close. Examples are looked at in a fixed order that depends on their texts
    alone, so the result is the same in whatever order they are given.
    """

    def __init__(
        self, examples: Sequence[Example], beside: Sequence[Mapping[str, int]] = ()
    ) -> None:
        """Learn.

        Args:
            examples: texts with labels.
            beside: texts without, which only tell how rare a term is.
        """
        ordered = sorted(
            examples, key=lambda one: (one.labels, one.name, sorted(one.counts.items()))
        )
        self.labels = sorted({label for one in ordered for label in one.labels})
        least = 2 if len(ordered) >= MANY else 1
        self._vocabulary = Vocabulary((one.counts for one in ordered), beside, least)
        vectors = [self._vocabulary.vector(one.counts) for one in ordered]
        places = {label: place for place, label in enumerate(self.labels)}
        held = [tuple(places[label] for label in one.labels) for one in ordered]
        self._centres = [array("d", bytes(8 * len(self._vocabulary))) for _ in self.labels]
        self._best: dict[tuple[int, int], tuple[float, str]] = {}
        for one, vector, places_held in zip(ordered, vectors, held, strict=True):
            self._gather(one, vector, places_held)
        for centre in self._centres:
            norm = math.sqrt(math.fsum(map(mul, centre, centre))) or 1.0
            for term, weight in enumerate(centre):
                if weight:
                    centre[term] = weight / norm
        self.corrected = len(ordered) >= ENOUGH * max(1, len(self.labels))
        if self.corrected:
            self._correct(vectors, held)

    def _gather(self, one: Example, vector: Vector, places: tuple[int, ...]) -> None:
        for place in places:
            centre = self._centres[place]
            for term, weight in zip(vector.terms, vector.weights, strict=True):
                centre[term] += weight
                if one.name and weight > self._best.get((place, term), (0.0, ""))[0]:
                    self._best[place, term] = (weight, one.name)

    def _correct(self, vectors: Sequence[Vector], held: Sequence[tuple[int, ...]]) -> None:
        order = [place for place, vector in enumerate(vectors) if len(vector.terms) > 1]
        Random(SEED).shuffle(order)  # noqa: S311 - a fixed order, no secret
        for number in order:
            vector, own = vectors[number], held[number]
            take = itemgetter(*vector.terms)
            scores = [sum(map(mul, take(centre), vector.weights)) for centre in self._centres]
            rivals = [place for place in range(len(scores)) if place not in own]
            if not rivals:
                continue
            rival = max(rivals, key=lambda place: (scores[place], -place))
            for label in own:
                loss = MARGIN - scores[label] + scores[rival]
                if loss > 0:
                    step = min(STEP, loss / 2)
                    up, down = self._centres[label], self._centres[rival]
                    for term, weight in zip(vector.terms, vector.weights, strict=True):
                        up[term] += step * weight
                        down[term] -= step * weight

    def scores(self, counts: Mapping[str, int]) -> dict[str, float]:
        """Return the score of every label for a text."""
        vector = self._vocabulary.vector(counts)
        return dict(zip(self.labels, self._scored(vector), strict=True))

    def _scored(self, vector: Vector) -> list[float]:
        if len(vector.terms) < 2:
            return [
                sum(
                    centre[term] * weight
                    for term, weight in zip(vector.terms, vector.weights, strict=True)
                )
                for centre in self._centres
            ]
        take = itemgetter(*vector.terms)
        return [sum(map(mul, take(centre), vector.weights)) for centre in self._centres]

    def verdict(self, counts: Mapping[str, int]) -> Verdict:
        """Return the best label of a text, with the words and examples that speak for it."""
        vector = self._vocabulary.vector(counts)
        if not vector.terms or not self.labels:
            return Verdict()
        scores = self._scored(vector)
        ranked = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
        best = ranked[0]
        lead = scores[best] - (scores[ranked[1]] if len(ranked) > 1 else 0.0)
        centre = self._centres[best]
        weighed = sorted(
            (-centre[term] * weight, term)
            for term, weight in zip(vector.terms, vector.weights, strict=True)
            if centre[term] > 0
        )[:8]
        votes: dict[str, float] = {}
        for weight, term in weighed:
            name = self._best.get((best, term), (0.0, ""))[1]
            if name:
                votes[name] = votes.get(name, 0.0) - weight
        cited = sorted(votes, key=lambda name: (-votes[name], name))[:1]
        words = tuple(self._vocabulary.names[term] for _, term in weighed)
        return Verdict(self.labels[best], scores[best], lead, words, tuple(cited))
