"""A small negotiation to keep in a database."""

from __future__ import annotations

from datetime import date

from negotiator.model import (
    Answer,
    Authenticity,
    Clause,
    Event,
    EventKind,
    Evidence,
    Force,
    How,
    Issue,
    Locator,
    Membership,
    Negotiation,
    Omission,
    Party,
    PartyKind,
    Reading,
    Reciprocity,
    Silence,
    SilenceKind,
    Source,
    Strength,
    Symbol,
    Topic,
    Version,
    Wording,
)

NEGOTIATION = Negotiation(
    title="Fishing in the northern sea",
    forum="Joint commission",
    rule="Nothing is agreed until everything is agreed",
    parties=(
        Party("NO", "Norway", "1", aliases=("Kingdom of Norway",), short="Norway"),
        Party(
            "EU",
            "European Union",
            "2",
            kind=PartyKind.ORGANISATION,
            member_of=(Membership("NO", date(1994, 1, 1)),),
            role="joint tabler",
        ),
    ),
    topics=(
        Topic("1.1", "Cod", "1", "Quotas of cod.", ("cod", "tonnes")),
        Topic("1", "Quotas"),
        Topic("2", "Waters"),
    ),
    issues=(Issue("Q1", "1.1", "How much cod?"), Issue("Q2", "2", "Who may fish where?")),
    events=(
        Event("R1", "First round", date(2024, 1, 10), date(2024, 1, 12), EventKind.ROUND, ("S1",)),
    ),
    sources=(Source("S1", "https://example.org/a", "the whole text"),),
)


def version(proposal: str = "north", number: int = 1, party: str = "NO") -> Version:
    return Version(
        proposal=proposal,
        number=number,
        title="Draft protocol",
        parties=(party,),
        genre="draft protocol",
        issued=date(2024, 1, 1 + (number - 1) % 28),
        addressees=("EU",),
        authenticity=Authenticity.OFFICIAL,
        language="en",
        sources=("S1",),
        note="private",
        file_name="draft.yaml",
        file_sha256="ab" * 32,
        file_size=12,
        recorded_by="kl",
        recorded_at="2024-01-02T00:00:00+00:00",
    )


def clauses(of: Version, *texts: str) -> tuple[Clause, ...]:
    return tuple(
        Clause(
            id=f"{of.proposal}-{number}",
            key=str(number),
            version=of.id,
            text=text,
            order=number,
            reference=f"Article {number}",
            heading="Quotas",
            parent=f"{of.proposal}-0" if number else None,
            wording=Wording.VERBATIM,
            base_text="The old wording." if number == 1 else None,
            change=Symbol.MOD if number == 1 else None,
            justification="Clearer." if number == 1 else "",
            locator=Locator(page="3") if number else Locator(),
            sources=("S1",),
        )
        for number, text in enumerate(texts)
    )


READING = Reading(
    topics=("1.1", "2"),
    issues=("Q1",),
    force=Force.DEMAND,
    bound="all",
    reciprocity=Reciprocity.YES,
    conditions=("stocks recover",),
    parameters=("1,000 tonnes",),
    linkage=("Q2",),
    evidence=Evidence.WORDING_SEEN,
    evidence_note="seen whole",
    note="private",
    by="kl",
    at="2024-01-02T00:00:00+00:00",
    strength=Strength.SHALL,
)
ANSWER = Answer("north-0", How.COUNTERED, "south-1", version="north@1", by="kl")
OMISSION = Omission("running head", "stands on every page", "2", "14", "Draft 3")
SILENCE = Silence("NO", "Q2", SilenceKind.DECLINED, "north@1", "outside the mandate")
