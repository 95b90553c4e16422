"""Two versions of one text: which clause became which, though all are renumbered."""

from negotiator.engine.versions.likelihood import likelihoods
from negotiator.engine.versions.match import match
from negotiator.engine.versions.matching import Match, Matching
from negotiator.engine.versions.reasons import reasons
from negotiator.engine.versions.vacancies import vacancies

__all__ = ["Match", "Matching", "likelihoods", "match", "reasons", "vacancies"]
