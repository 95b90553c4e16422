"""What a new version of a proposal does to the party's position."""

from __future__ import annotations

from typing import Any

import pytest

from negotiator.engine.movement import movement
from negotiator.engine.wording import SpanKind
from negotiator.model import (
    Confidence,
    Force,
    MoveKind,
    Reciprocity,
    Review,
    Strength,
    Wording,
)
from tests.engine.build import Said, Tabled, table
from tests.engine.movement.told import last, shorts

HARDENED, SOFTENED, REFRAMED, UNCHANGED = (
    MoveKind.HARDENED,
    MoveKind.SOFTENED,
    MoveKind.REFRAMED,
    MoveKind.UNCHANGED,
)
Side = dict[str, Any]


def said(text: str = "", force: Force | None = Force.DEMAND, **reading: Any) -> Said:
    return Said("A1", text, force, wording=Wording.VERBATIM, reading=reading)


def paraphrase(text: str = "", force: Force | None = Force.DEMAND, **reading: Any) -> Said:
    return Said("A1", text, force, reading=reading)


def from_to(old: Said, new: Said, *before: Tabled) -> MoveKind:
    corpus = table(*before, Tabled("RED", "2024-02-01", [old]), Tabled("RED", "2024-03-01", [new]))
    return last(movement(corpus)).kind


OFFER, MUTUAL = Force.OFFER, Force.MUTUAL_COMMITMENT


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        # The act.
        (said("Old.", Force.DEMAND), said("New.", OFFER), SOFTENED),
        (said("Old.", OFFER), said("New.", Force.REFUSAL), HARDENED),
        (said("Old.", Force.DEMAND), said("New.", Force.CONDITION), HARDENED),
        (said("Old.", Force.REFUSAL), said("New.", Force.CONDITION), SOFTENED),
        (said("Old.", Force.COMMITMENT), said("New.", OFFER), HARDENED),
        (said("Old.", OFFER), said("New.", Force.COUNTER_PROPOSAL), REFRAMED),
        (said("Old.", Force.REFUSAL), said("New.", Force.WARNING), REFRAMED),
        # How firmly it binds, as read: to ask less firmly is softer, to give less firmly harder.
        (
            said("Old.", strength=Strength.SHALL),
            said("New.", strength=Strength.SHOULD),
            SOFTENED,
        ),
        (
            said("Old.", OFFER, strength=Strength.SHALL),
            said("New.", OFFER, strength=Strength.PREPARED_TO_DISCUSS),
            HARDENED,
        ),
        (
            said("Old.", MUTUAL, strength=Strength.PROHIBITS),
            said("New.", MUTUAL, strength=Strength.MAY),
            SOFTENED,
        ),
        # How firmly, by the words themselves.
        (
            said("The Parties shall reduce their forces.", MUTUAL),
            said("The Parties should reduce their forces.", MUTUAL),
            SOFTENED,
        ),
        (
            said("The Parties may station missiles.", MUTUAL),
            said("The Parties shall not station missiles.", MUTUAL),
            HARDENED,
        ),
        # A lost "not" says the opposite, which is neither harder nor softer.
        (
            said("The Parties shall not station missiles.", MUTUAL),
            said("The Parties shall station missiles.", MUTUAL),
            REFRAMED,
        ),
        (
            said("Forces leave. They do not come back.", MUTUAL),
            said("Forces leave. They do come back.", MUTUAL),
            REFRAMED,
        ),
        # Conditions: what is given on more conditions is harder, what is refused on some softer.
        (
            said("Old.", OFFER),
            said("New.", OFFER, conditions=("after ratification",)),
            HARDENED,
        ),
        (
            said("Old.", OFFER, conditions=("after ratification",)),
            said("New.", OFFER),
            SOFTENED,
        ),
        (
            said("Old.", OFFER, conditions=("after ratification",)),
            said("New.", OFFER, conditions=("once inspected",)),
            REFRAMED,
        ),
        (
            said("Old.", Force.REFUSAL),
            said("New.", Force.REFUSAL, conditions=("unless all agree",)),
            SOFTENED,
        ),
        (said("Old.", OFFER), said("New.", OFFER, linkage=("part of the package",)), HARDENED),
        (said("Old.", OFFER), said("New.", OFFER, linkage=("the Vienna Document",)), REFRAMED),
        # Conditions by the words themselves.
        (
            said("Red would share its data.", OFFER),
            said("Red would share its data, provided that Blue does.", OFFER),
            HARDENED,
        ),
        # An exception takes something out of what is asked.
        (
            said("Forces shall leave.", Force.DEMAND),
            said("Forces shall leave, except where all parties agree.", Force.DEMAND),
            SOFTENED,
        ),
        # Who is bound.
        (said("Old.", bound="Blue"), said("New.", bound="Blue and the League"), HARDENED),
        (said("Old.", bound="Blue and the League"), said("New.", bound="Blue only"), SOFTENED),
        (said("Old.", bound="Blue"), said("New.", bound="Red and Blue"), SOFTENED),
        (said("Old.", bound="both sides"), said("New.", bound="Blue"), HARDENED),
        (said("Old.", bound="Blue"), said("New.", bound="the League"), REFRAMED),
        # Whether it runs both ways.
        (
            said("Old.", reciprocity=Reciprocity.NO),
            said("New.", reciprocity=Reciprocity.YES),
            SOFTENED,
        ),
        (
            said("Old.", OFFER, reciprocity=Reciprocity.NO),
            said("New.", OFFER, reciprocity=Reciprocity.YES),
            HARDENED,
        ),
        # Both at once.
        (
            said("Old.", OFFER, strength=Strength.MAY),
            said("New.", OFFER, strength=Strength.SHALL, conditions=("once inspected",)),
            REFRAMED,
        ),
        # Editing.
        (said("Forces shall leave, soon."), said("Forces shall leave soon"), UNCHANGED),
        (said("Forces shall leave."), said("Forces shall leave."), UNCHANGED),
        # Other words alone tell no way.
        (said("They cooperate in research."), said("They cooperate in trade."), REFRAMED),
        (paraphrase("They meet in Vienna."), paraphrase("They meet yearly."), REFRAMED),
        # A paraphrase against the text itself is compared by its readings alone.
        (paraphrase("Forces leave."), said("The forces shall not stay."), UNCHANGED),
        (paraphrase("Forces leave."), said("The forces shall not stay.", OFFER), SOFTENED),
    ],
)
def test_a_clause_in_a_new_version(old: Said, new: Said, kind: MoveKind) -> None:
    assert from_to(old, new) is kind


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("The quota is 1,000 tonnes.", "The quota is 800 tonnes.", SOFTENED),
        ("The quota is 800 tonnes.", "The quota is 1,000 tonnes.", HARDENED),
        # Nearer from the other side too.
        ("The quota is 100 tonnes.", "The quota is 400 tonnes.", SOFTENED),
        ("The quota is 1,000 tonnes.", "The quota is 1 million kg.", REFRAMED),
        # Another dimension than theirs.
        ("It ends after 3 years.", "It ends after 5 years.", REFRAMED),
    ],
)
def test_a_figure_is_softer_where_it_comes_nearer_to_the_other_side(
    old: str, new: str, kind: MoveKind
) -> None:
    theirs = Tabled("BLUE", "2024-01-01", [Said("B1", "The quota is 500 tonnes.")])
    assert from_to(paraphrase(old), paraphrase(new), theirs) is kind


def test_without_the_other_side_a_bound_tells() -> None:
    less = paraphrase("They cut at least 30 per cent.")
    more = paraphrase("They cut at least 50 per cent.")
    assert from_to(more, less) is SOFTENED
    assert from_to(less, more) is HARDENED
    plain = paraphrase("They cut 50 per cent."), paraphrase("They cut 30 per cent.")
    assert from_to(*plain) is REFRAMED


@pytest.mark.parametrize("force", [OFFER, Force.COMMITMENT])
@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("They pay up to 100 million euros.", "They pay up to 50 million euros."),
        ("They deliver up to 900 barrels.", "They deliver up to 400 barrels."),
        ("They free at most 90 prisoners.", "They free at most 40 prisoners."),
        # What is promised at the least is the same.
        ("They pay at least 100 million euros.", "They pay at least 50 million euros."),
    ],
)
def test_who_offers_less_money_goods_or_people_hardens(force: Force, more: str, less: str) -> None:
    assert from_to(paraphrase(more, force), paraphrase(less, force)) is HARDENED
    assert from_to(paraphrase(less, force), paraphrase(more, force)) is SOFTENED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Sooner may be better, and a shorter lease worse.
        ("They leave within 60 days.", "They leave within 30 days."),
        ("They go up to 20 km.", "They go up to 10 km."),
        # Arms may be offered, or those that are kept may be limited.
        ("They have at most 90 warheads.", "They have at most 40 warheads."),
        ("They store up to 300 kg.", "They store up to 200 kg."),
    ],
)
def test_an_upper_limit_in_an_offer_tells_no_way_where_less_may_be_more(
    one: str, other: str
) -> None:
    assert from_to(paraphrase(one, OFFER), paraphrase(other, OFFER)) is REFRAMED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said("Old.", Force.DEMAND), said("New.", OFFER)),
        (said("Old.", OFFER), said("New.", OFFER, conditions=("once inspected",))),
        (said("Old.", bound="Blue"), said("New.", bound="both sides")),
        (said("Forces shall leave.", MUTUAL), said("Forces should leave.", MUTUAL)),
        (paraphrase("At most 5 ships."), paraphrase("At most 9 ships.")),
    ],
)
def test_the_way_back_is_the_opposite(one: Said, other: Said) -> None:
    assert {from_to(one, other), from_to(other, one)} == {HARDENED, SOFTENED}


def test_what_is_added_to_a_text_asks_or_gives_more_and_what_is_taken_out_less() -> None:
    def kinds(force: Force) -> tuple[MoveKind, MoveKind]:
        other = Said("A2", "Something else altogether about ships.", force)
        corpus = table(
            Tabled("RED", "2024-01-01", [said("Old.")]),
            Tabled("RED", "2024-02-01", [said("Old."), other]),
            Tabled("RED", "2024-03-01", [said("Old.")]),
        )
        _, added, taken = movement(corpus).moves
        return added.kind, taken.kind

    assert kinds(Force.DEMAND) == (HARDENED, SOFTENED)
    assert kinds(Force.OFFER) == (SOFTENED, HARDENED)
    assert kinds(Force.COUNTER_PROPOSAL) == (REFRAMED, REFRAMED)
    assert kinds(Force.ASSERTION) == (UNCHANGED, UNCHANGED)


def test_a_split_without_another_word_moves_nothing() -> None:
    first, second = "The forces shall leave by May.", "The ships shall leave by June."
    whole = Said("A1", f"{first} {second}", wording=Wording.VERBATIM)
    parts = [
        Said("A1", first, wording=Wording.VERBATIM),
        Said("A2", second, wording=Wording.VERBATIM),
    ]
    corpus = table(Tabled("RED", "2024-01-01", [whole]), Tabled("RED", "2024-02-01", parts))
    assert shorts(movement(corpus))[-1] == "RED I1 unchanged: A1 → A1 A2"


def test_a_corrected_reading_of_the_same_words_moves_nothing() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [said("Forces shall leave.", Force.DEMAND)]),
        Tabled("RED", "2024-02-01", [said("Forces shall leave.", Force.OFFER)]),
    )
    assert shorts(movement(corpus)) == ["RED I1 new: → A1".replace(": →", ":  →"),
                                        "RED I1 unchanged: A1 → A1"]  # fmt: skip
    refiled = table(
        Tabled("RED", "2024-01-01", [Said("A1", "Same words.", issues=["I1"])]),
        Tabled("RED", "2024-02-01", [Said("A1", "Same words.", issues=["I2"])]),
    )
    assert [move.kind for move in movement(refiled).moves] == [MoveKind.NEW, UNCHANGED]


def test_a_draft_carried_over_to_another_text_is_no_reading_of_it() -> None:
    old = said("Forces shall leave.", strength=Strength.SHALL)
    new = said("Forces should leave.", strength=Strength.SHALL, review=Review.DRAFT)
    corpus = table(Tabled("RED", "2024-01-01", [old]), Tabled("RED", "2024-02-01", [new]))
    move = last(movement(corpus))
    assert (move.kind, move.confidence) == (SOFTENED, Confidence.LOW)
    assert "the reading of A1@2 is a draft" in move.doubts


def test_only_verbatim_texts_are_redlined() -> None:
    def moved(old: Wording, new: Wording) -> int:
        clauses = [
            Said("A1", f"Forces leave in {n} days.", wording=w) for n, w in ((3, old), (9, new))
        ]
        corpus = table(*(Tabled("RED", f"2024-0{n}-01", [one]) for n, one in enumerate(clauses, 1)))
        return len(last(movement(corpus)).reworded)

    assert moved(Wording.VERBATIM, Wording.VERBATIM) == 1
    assert moved(Wording.VERBATIM, Wording.PARAPHRASE) == 0
    assert moved(Wording.PARAPHRASE, Wording.VERBATIM) == 0
    assert moved(Wording.PARAPHRASE, Wording.PARAPHRASE) == 0


def test_a_redline_leads_from_the_wording_before_to_the_one_now() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [said("Forces shall leave.")]),
        Tabled("RED", "2024-02-01", [said("Forces should leave.")]),
    )
    (pair,) = last(movement(corpus)).reworded
    assert (pair.old.address, pair.new.address) == ("A1@1", "A1@2")
    assert [one.text for one in pair.spans if one.kind is SpanKind.ADDED] == ["should"]


def test_the_sentence_cites_both_wordings() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [said("Forces shall leave.")]),
        Tabled("RED", "2024-02-01", [said("Forces should leave.")]),
    )
    assert last(movement(corpus)).reason == "A1@2 says ‘should’ where A1@1 says ‘shall’."
