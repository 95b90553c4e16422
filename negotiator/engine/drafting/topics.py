"""Drafts the topic of a clause from the topics' own words and from what was confirmed before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from negotiator.engine.drafting.classifier import Classifier, Example
from negotiator.engine.drafting.terms import WORD, counted, folded
from negotiator.model import Clause, Reading, Topic

# How far ahead of the next topic the best one must be; less is no draft. The first holds while
# topics are told apart by their centres, the second once enough readings are confirmed. Chosen on
# public treaty texts and on the shipped exchange: see the method page.
LEAD_BY_CENTRES, LEAD_BY_LEARNING = 0.03, 0.10
# Of how many words a reason speaks.
WORDS_NAMED = 3
# Words too short or too common to convince anybody.
_SMALL = frozenset(
    (
        "the and for its any all that this with shall may not are such which other from each has"
        " have been under into will would between upon their there where than these those must"
        " should can being was"
        " les des une que par para los las del der die das und von mit"
    ).split()
)


@dataclass(frozen=True, slots=True)
class TopicDraft:
    """The topic drafted for a clause.

    Args:
        code: of the topic; empty where nothing speaks for one.
        reason: the words, and the clause confirmed before, that speak for it.
    """

    code: str = ""
    reason: str = "no topic stands out"


class TopicDrafter:
    """Knows a negotiation's topics and the readings confirmed so far."""

    def __init__(
        self,
        topics: Sequence[Topic],
        confirmed: Sequence[tuple[Clause, Reading]],
        beside: Sequence[Mapping[str, int]] = (),
    ) -> None:
        """Learn from the words of the topics and of the confirmed clauses.

        Args:
            topics: of the negotiation.
            confirmed: clauses with the readings that people gave them.
            beside: the terms of the clauses to be drafted, which tell how rare a word is.
        """
        # Where there is no topic, none needs to be missed.
        self._silent = not topics
        known = {topic.code for topic in topics}
        parents = {topic.parent for topic in topics}
        used = {code for _, reading in confirmed for code in reading.topics}
        described = [
            Example(counted(_described(topic)), (topic.code,))
            for topic in topics
            if topic.code not in parents or topic.code in used
        ]
        read = [
            Example(counted(_worded(clause)), codes, clause.id)
            for clause, reading in confirmed
            if (codes := tuple(code for code in reading.topics if code in known))
        ]
        self._classifier = Classifier([*described, *read], beside)
        self._least = LEAD_BY_LEARNING if self._classifier.corrected else LEAD_BY_CENTRES

    def draft(self, counts: Mapping[str, int], text: str) -> TopicDraft:
        """Return the topic that stands out for a clause.

        Args:
            counts: its terms.
            text: the clause as printed, for the words that the reason quotes.
        """
        if self._silent:
            return TopicDraft(reason="")
        verdict = self._classifier.verdict(counts)
        if not verdict.label or verdict.score <= 0 or verdict.lead < self._least:
            return TopicDraft()
        words = _named(verdict.words, text)
        if not words:
            return TopicDraft()
        reason = f"topic {verdict.label} by the words {', '.join(f'‘{word}’' for word in words)}"
        if verdict.examples:
            reason += f", as in clause {verdict.examples[0]} confirmed before"
        return TopicDraft(verdict.label, reason)


def terms(clause: Clause) -> Mapping[str, int]:
    """Return the terms by which a clause is matched, its heading with it."""
    return counted(_worded(clause))


def _worded(clause: Clause) -> str:
    return f"{clause.heading}\n{clause.text}"


def _described(topic: Topic) -> str:
    return ".\n".join((topic.label, *topic.keywords, topic.definition))


def _named(terms: Sequence[str], text: str) -> list[str]:
    """Return the words that speak for a topic, as the text prints them, none of them twice."""
    printed: dict[str, str] = {}
    for word in WORD.findall(text):
        printed.setdefault(folded(word), word)
    named: list[str] = []
    said: set[str] = set()
    for term in terms:
        words = term.split()
        if _telling(term) and said.isdisjoint(words):
            said.update(words)
            named.append(" ".join(printed.get(word, word) for word in words))
        if len(named) == WORDS_NAMED:
            break
    return named


def _telling(term: str) -> bool:
    words = term.split()
    return not any(word in _SMALL or len(word) < 3 for word in words)
