"""The text that might carry an agreement on an issue, and how each party reacts to it."""

from negotiator.engine.compromise.reactions import (
    REACTION,
    Reaction,
    reaction_id,
    recorded_reactions,
)
from negotiator.engine.compromise.standing import Compromise, compromises, redline, shared
from negotiator.engine.compromise.texts import (
    SUBJECT,
    CompromiseText,
    set_texts,
    standing_decisions,
    tabled_texts,
)

__all__ = [
    "REACTION",
    "SUBJECT",
    "Compromise",
    "CompromiseText",
    "Reaction",
    "compromises",
    "reaction_id",
    "recorded_reactions",
    "redline",
    "set_texts",
    "shared",
    "standing_decisions",
    "tabled_texts",
]
