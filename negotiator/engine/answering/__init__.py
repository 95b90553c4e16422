"""How a clause answers another, where a document states that it does and leaves open how."""

from negotiator.engine.answering.manner import Manner, manner, to_proposal
from negotiator.engine.answering.turn import Turn, Turns

__all__ = ["Manner", "Turn", "Turns", "manner", "to_proposal"]
