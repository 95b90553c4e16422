"""Talks in which everything occurs that a report shows: answers, moves, gates, statuses, texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from negotiator.engine.compromise import set_texts
from negotiator.model import COMPROMISE_TEXT, Corpus, Decision, Force, How, Status, Wording
from tests.engine.build import Said, Tabled, table
from tests.engine.status.build import decisions as statuses

PRIVATE = "for our eyes only"
OUR_NAME = "somebody of ours"
WORDS = "Blue offers to let fishing boats pass the bridge at night."
RETOLD = "Blue offers to let boats pass the bridge at night."
BRIDGING = "The forces shall leave within a year."

TOPICS = {"I1": "1.1", "I2": "1.2", "I3": "2"}


def _said(
    id: str,
    force: Force,
    issue: str,
    text: str = "",
    answers: dict[str, How | None] | None = None,
    **reading: object,
) -> Said:
    wording = Wording.VERBATIM if text else Wording.PARAPHRASE
    return Said(id, text, force, [issue], [TOPICS[issue]], wording, answers or {}, reading)


def everything() -> Corpus:
    """Return talks with two gates, a rewording, a restatement, statuses and compromise texts."""
    first = Tabled(
        "RED",
        "2024-01-01",
        [
            _said("R1", Force.CONDITION, "I3", bound="Blue", linkage=("gate on R2-R3",)),
            _said("R2", Force.OFFER, "I2", bound="Red and Blue"),
            _said("R3", Force.DEMAND, "I1", "All forces shall leave the river."),
            _said("R4", Force.DEMAND, "I3"),
        ],
        addressees=["BLUE"],
    )
    reply = Tabled(
        "BLUE",
        "2024-02-01",
        [
            _said(
                "B1",
                Force.CONDITION,
                "I1",
                bound="Red",
                linkage=("gate on every other Blue offer",),
            ),
            _said("B2", Force.OFFER, "I2", WORDS, {"R2": How.COUNTERED}, bound="both"),
            _said("B3", Force.OFFER, "I3", bound="Blue"),
            _said("B4", Force.REFUSAL, "I1", answers={"R3": How.REFUSED}),
        ],
        addressees=["RED"],
    )
    again = replace(
        first,
        day="2024-03-01",
        clauses=[
            *first.clauses[:2],
            _said("R3", Force.DEMAND, "I1", "All forces shall leave the river at once."),
            first.clauses[3],
        ],
    )
    letter = Tabled(
        "RED",
        "2024-03-02",
        [_said("R9", Force.ASSERTION, "I2", RETOLD)],
        proposal="letter",
        addressees=["BLUE"],
    )
    chair = Tabled(
        "CHAIR",
        "2024-03-01",
        [_said("K1", Force.OFFER, "I3", "The form is settled last.")],
        particulars={"genre": COMPROMISE_TEXT},
    )
    talks = table(first, reply, again, letter, chair, decisions=_decisions())
    versions = [replace(v, parties=()) if v.genre == COMPROMISE_TEXT else v for v in talks.versions]
    return replace(talks, versions=tuple(versions))


def _decisions() -> tuple[Decision, ...]:
    said = statuses(
        ("I1", "jointly", Status.AGREED, "2024-01-02", PRIVATE),
        ("I1", "jointly", Status.OPEN, "2024-02-02"),
        ("I2", "jointly", Status.AGREED_ON_POLICY, "2024-02-02", PRIVATE),
        ("I2", "BLUE", Status.OPEN, "2024-02-03", PRIVATE),
    )
    day = date(2024, 2, 10)
    old, new = (
        Decision(
            number, "compromise", "I1", {"text": text, "proposed_by": "mediator"}, "", "", "", day
        )
        for number, text in ((5, "The forces shall leave soon."), (6, BRIDGING))
    )
    texts = set_texts([old, new])
    reactions = (
        Decision(
            number,
            "reaction",
            f"I1.{party}",
            {"how": how.value, "compromise": text.id, "evidence": text.digest},
            "",
            "",
            "",
            day,
        )
        for number, party, how, text in (
            (7, "RED", How.ACCEPTED, texts[0]),
            (8, "BLUE", How.COUNTERED, texts[1]),
        )
    )
    return tuple(
        replace(one, by=OUR_NAME, at=PRIVATE, note=one.note or (PRIVATE if one.id > 4 else ""))
        for one in (*said, old, new, *reactions)
    )
