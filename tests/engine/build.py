"""A negotiation in a few words: who said what, when, and in answer to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from negotiator.model import (
    Answer,
    Clause,
    Corpus,
    Decision,
    Force,
    How,
    Issue,
    Negotiation,
    Party,
    Reading,
    Silence,
    Topic,
    Version,
    Withdrawal,
    Wording,
)

# Two sides, one of them with two parties, and a party that tables nothing.
RED = Party("RED", "Republic of Red", "1", short="Red")
BLUE = Party("BLUE", "Kingdom of Blue", "2", short="Blue", aliases=("Bluish delegation",))
TEAL = Party("TEAL", "Teal League", "2", short="the League")
GREY = Party("GREY", "Grey State", "3")

TOPICS = (
    Topic("1", "Forces"),
    Topic("1.1", "Withdrawal", "1"),
    Topic("1.2", "Missiles", "1"),
    Topic("2", "Form"),
)
ISSUES = (
    Issue("I1", "1.1", "Should the forces leave?"),
    Issue("I2", "1.2", "Should missiles be limited?"),
    Issue("I3", "2", "In what form?"),
)
NEGOTIATION = Negotiation(
    "Talks on the river", parties=(RED, BLUE, TEAL, GREY), topics=TOPICS, issues=ISSUES
)


@dataclass(frozen=True)
class Said:
    """One clause with its reading and what it answers (id or proposal key to how)."""

    id: str
    text: str = ""
    force: Force | None = Force.DEMAND
    issues: Sequence[str] = ("I1",)
    topics: Sequence[str] = ("1.1",)
    wording: Wording = Wording.PARAPHRASE
    answers: Mapping[str, How | None] = field(default_factory=dict)
    reading: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Tabled:
    """One version of a proposal."""

    party: str
    day: str | None
    clauses: Sequence[Said]
    proposal: str = ""
    addressees: Sequence[str] = ()
    silences: Sequence[Silence] = ()
    withdrawn: bool = False
    particulars: Mapping[str, Any] = field(default_factory=dict)


def table(
    *documents: Tabled,
    negotiation: Negotiation = NEGOTIATION,
    decisions: Sequence[Decision] = (),
) -> Corpus:
    """Return everything on record once these documents have been tabled, in this order."""
    numbers: dict[str, count[int]] = {}
    versions, clauses, answers, silences = [], [], [], []
    readings: dict[str, Reading] = {}
    for document in documents:
        key = document.proposal or document.party.lower()
        number = next(numbers.setdefault(key, count(1)))
        version = Version(
            proposal=key,
            number=number,
            title=f"Paper {key}",
            parties=tuple(document.party.split("+")),
            issued=date.fromisoformat(document.day) if document.day else None,
            addressees=tuple(document.addressees),
            withdrawn=Withdrawal("a mistake", "kl", "now") if document.withdrawn else None,
            **document.particulars,
        )
        versions.append(version)
        silences += document.silences
        for order, said in enumerate(document.clauses):
            clause = Clause(
                said.id, said.id, version.id, said.text or f"Text of {said.id}.", order,
                wording=said.wording,
            )  # fmt: skip
            clauses.append(clause)
            readings[clause.address] = Reading(
                topics=tuple(said.topics),
                issues=tuple(said.issues),
                force=said.force,
                **said.reading,
            )
            keys = {one.proposal or one.party.lower() for one in documents}
            for target, how in said.answers.items():
                to = {"to_proposal": target} if target in keys else {"to_clause": target}
                answers.append(Answer(said.id, how, version=version.id, **to))
    return Corpus(
        negotiation=negotiation,
        versions=tuple(versions),
        clauses=tuple(clauses),
        readings=readings,
        answers=tuple(answers),
        silences=tuple(silences),
        decisions=tuple(decisions),
        first=dict(_first(clauses)),
        fingerprint="f" * 64,
    )


def _first(clauses: Sequence[Clause]) -> Iterator[tuple[str, str]]:
    """Give the version that tabled a wording first, where it is an earlier one, by address."""
    for number, clause in enumerate(clauses):
        for earlier in clauses[:number]:
            if (earlier.id, earlier.substance) == (clause.id, clause.substance):
                yield clause.address, earlier.version
                break
