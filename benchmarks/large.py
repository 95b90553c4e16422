"""A large negotiation, made up, always the same: parties, topics, issues, and their versions."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from negotiator.model import (
    Clause,
    Force,
    Issue,
    Negotiation,
    Party,
    Reading,
    Topic,
    Version,
)

PARTIES, VERSIONS, CLAUSES = 20, 10, 2_000
TOPICS, ISSUES_PER_TOPIC = 40, 10
SYLLABLES = [
    "ba",
    "re",
    "mo",
    "ti",
    "lu",
    "ka",
    "se",
    "no",
    "vi",
    "du",
    "pa",
    "fe",
    "go",
    "li",
    "ru",
]


def negotiation() -> Negotiation:
    """Return twenty parties on two sides, forty topics and four hundred issues."""
    topics = tuple(Topic(f"T{n}", f"Topic {n}") for n in range(TOPICS))
    return Negotiation(
        title="A large negotiation",
        parties=tuple(Party(f"P{n}", f"Party {n}", str(n % 2 + 1)) for n in range(PARTIES)),
        topics=topics,
        issues=tuple(
            Issue(f"{topic.code}.{n}", topic.code, f"What of {n} under {topic.label}?")
            for topic in topics
            for n in range(ISSUES_PER_TOPIC)
        ),
    )


Filled = tuple[Version, tuple[Clause, ...], dict[str, Reading]]


def versions() -> Iterator[Filled]:
    """Return each version with its clauses and readings, in the order in which they are tabled.

    From version to version one clause in ten is reworded.
    """
    chance = random.Random(20220217)
    words = vocabulary(chance)
    texts = [[_text(chance, words) for _ in range(CLAUSES)] for _ in range(PARTIES)]
    for number in range(1, VERSIONS + 1):
        for party in range(PARTIES):
            for place in chance.sample(range(CLAUSES), CLAUSES // 10 if number > 1 else 0):
                texts[party][place] = _text(chance, words)
            yield _version(party, number, texts[party])


def vocabulary(chance: random.Random) -> list[str]:
    """Return made-up words."""
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(5_000)]


def _text(chance: random.Random, words: list[str]) -> str:
    # Short ranks are frequent, as in any language.
    ranks = (int(len(words) * chance.random() ** 3) for _ in range(chance.randint(15, 60)))
    return " ".join(words[rank] for rank in ranks).capitalize() + "."


def _version(party: int, number: int, texts: list[str]) -> Filled:
    version = Version(
        proposal=f"p{party}",
        number=number,
        title=f"Paper of party {party}",
        parties=(f"P{party}",),
        issued=date(2024, 1, 1) + timedelta(days=30 * number + party),
    )
    clauses = tuple(
        Clause(
            id=f"p{party}-{place}",
            key=f"p{party}-{place}",
            version=version.id,
            text=text,
            order=place,
            reference=f"Article {place // 10 + 1}({place % 10 + 1})",
        )
        for place, text in enumerate(texts)
    )
    forces = list(Force)
    readings = {
        clause.address: Reading(
            topics=(f"T{clause.order % TOPICS}",),
            issues=(f"T{clause.order % TOPICS}.{clause.order // TOPICS % ISSUES_PER_TOPIC}",),
            force=forces[(clause.order + party) % len(forces)],
        )
        for clause in clauses
    }
    return version, clauses, readings
