"""How a clause answers another, where a document states that it does and leaves open how."""

from negotiator.engine.answering.manner import Manner, Turn, manner, to_proposal
from negotiator.engine.answering.words import bridges

__all__ = ["Manner", "Turn", "bridges", "manner", "to_proposal"]
