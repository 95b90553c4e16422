"""Machine readings of clauses, as drafts that a person confirms or corrects."""

from negotiator.engine.drafting.binding import judge, strength
from negotiator.engine.drafting.drafts import draft
from negotiator.engine.drafting.judgment import Judgment
from negotiator.engine.drafting.topics import TopicDraft, TopicDrafter

__all__ = ["Judgment", "TopicDraft", "TopicDrafter", "draft", "judge", "strength"]
