"""What phrases name: clauses and issues, parties, and what has to wait."""

from __future__ import annotations

import pytest

from negotiator.engine.cells import PlacedClause
from negotiator.engine.linkage.held import gated, held_by_phrase, held_by_text, points_at
from negotiator.engine.linkage.references import Record
from negotiator.engine.linkage.words import INDEPENDENT, says
from negotiator.engine.named import Named
from negotiator.model import (
    UNREAD,
    Clause,
    Junction,
    Membership,
    Party,
    PartyKind,
    Version,
)


def clause(id: str, order: int, *, document: str = "E", reference: str = "") -> PlacedClause:
    version = Version(document, 1, document, ("RU",))
    return PlacedClause(Clause(id, id, version.id, "", order, reference), UNREAD, version)


IDS = ["E1", "E2", "E18", "E19", "E20", "E26", "A4.1", "A4.2", "A5", "7", "EU-4", "4-v2", "II"]
CLAUSES = [clause(id, order) for order, id in enumerate(IDS)]
RECORD = Record(CLAUSES, ["I14", "cod"])


@pytest.mark.parametrize(
    ("phrase", "ids"),
    [
        ("package (E16); E18", ("E18",)),
        ("gate on E18-E26", ("E18", "E19", "E20", "E26")),
        ("gate on E18 to E20", ("E18", "E19", "E20")),
        ("gate on E18–20", ("E18", "E19", "E20")),
        ("basis: A4, A5", ("A4.1", "A4.2", "A5")),
        ("A4.1 only", ("A4.1",)),
        ("A4.3", ()),
        ("E180 and XE18", ()),
        ("as EU-4 says", ("EU-4",)),
        ("see 4-v2", ("4-v2",)),
        ("7 members of World War II", ()),
        ("E26-E18", ("E26", "E18")),
        ("E2.", ("E2",)),
    ],
)
def test_clauses_are_named_by_their_ids(phrase: str, ids: tuple[str, ...]) -> None:
    assert RECORD.named(phrase, clause("X1", 99)).clauses == ids


def test_a_clause_does_not_name_itself_and_issues_are_named_too() -> None:
    named = RECORD.named("E1 and I14, as cod", CLAUSES[0])
    assert (named.clauses, named.issues) == ((), ("I14",))


def test_articles_are_those_of_the_own_document_or_of_the_only_one_that_has_them() -> None:
    own = [
        clause("x", 0, document="X", reference="Article 4(1)"),
        clause("y", 1, document="X", reference="Art 4, para 2"),
        clause("z", 2, document="X", reference="Article 5"),
        clause("w", 0, document="W", reference="Article 5"),
        clause("v", 1, document="W", reference="Article 6"),
    ]
    record = Record(own, [])
    asking = clause("q", 0, document="Q")
    assert record.named("subject to Article 4(2)", own[0]).clauses == ("y",)
    assert record.named("Articles 4 and 5", own[3]).clauses == ("x", "y")
    assert record.named("Articles 4 to 6", own[0]).clauses == ("y", "z", "v")
    # Two documents have an Article 5: nobody can say which is meant.
    assert record.named("Article 5", asking).clauses == ()
    assert record.named("Article 6", asking).clauses == ("v",)


@pytest.mark.parametrize(
    ("phrase", "junction"),
    [
        ("E1 and E2", Junction.AND),
        ("E1, E2", Junction.AND),
        ("E1 or E2", Junction.OR),
        ("either E1 or E2", Junction.XOR),
        ("E1", None),
    ],
)
def test_how_clauses_are_joined(phrase: str, junction: Junction | None) -> None:
    assert RECORD.named(phrase, clause("X1", 99)).junction is junction


PARTIES = (
    Party("RU", "Russian Federation", "1"),
    Party("US", "United States of America", "2", member_of=(Membership("NATO"),)),
    Party("NATO", "North Atlantic Treaty Organization", "2", kind=PartyKind.ALLIANCE),
    Party("EU", "European Union", "2", kind=PartyKind.ORGANISATION),
    Party("IR", "Islamic Republic of Iran", "3"),
    Party("UK", "United Kingdom of Great Britain and Northern Ireland", "3", aliases=("Britain",)),
)
NAMES = Named(PARTIES, None)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("US and NATO", ("US", "NATO")),
        ("NATO members only", ("NATO",)),
        ("Russia", ("RU",)),
        ("Russian de-escalation", ("RU",)),
        ("the United States", ("US",)),
        ("US and allies", ("US", "NATO")),
        ("Union and UK", ("EU", "UK")),
        ("the Iranian parliament", ("IR",)),
        ("it is up to us", ()),
        ("nobody", ()),
        ("37 European states", ()),
        ("same", ()),
    ],
)
def test_parties_are_found_by_every_name(text: str, codes: tuple[str, ...]) -> None:
    assert NAMES.bound(text).codes == codes


def test_both_are_everybody_and_the_addressees() -> None:
    bound = NAMES.bound("both", addressees=("US",))
    assert (bound.codes, bound.everybody) == (("US",), True)
    assert NAMES.bound("each addressee", addressees=("EU",)).codes == ("EU",)
    assert NAMES.bound("US or NATO").alternatives


@pytest.mark.parametrize(
    ("phrase", "held"),
    [
        ("no trade chapter until fisheries is settled", "no trade chapter "),
        ("talks go on only from that text", "talks go on "),
        ("agreement possible only once they have moved", "agreement possible "),
        ("an agreement depends on a shift", "an agreement "),
        ("further dialogue depends on it", None),
        ("consultation of allies", None),
        ("only once these doubts are cleared", None),
    ],
)
def test_what_has_to_wait(phrase: str, held: str | None) -> None:
    found = held_by_phrase(phrase, condition=False)
    assert (found.what if found else None) == held


def test_a_condition_may_say_it_more_softly() -> None:
    found = held_by_phrase("ratification of any agreement hangs on it", condition=True)
    assert found is not None
    assert found.what == "ratification of any agreement "
    assert points_at("signature turns on these three points")


def test_a_gate_is_told_from_what_is_gated() -> None:
    found = gated("gate on substance")
    assert found is not None
    assert found.what == " substance"
    assert gated("gated by C2") is None
    assert gated("precondition: a ceasefire") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There can be progress only as long as they leave.", True),
        ("Reversal of the build-up is essential to substantive progress.", True),
        ("Nothing is agreed; no deal can be reached without fish.", True),
        ("This agreement shall enter into force only if both ratify.", False),
        ("No Party shall transfer weapons without consent.", False),
        ("Withdrawal is essential to security.", False),
    ],
)
def test_a_text_counts_where_it_speaks_of_the_talks(text: str, found: bool) -> None:
    assert (held_by_text(text, condition=True) is not None) is found


def test_the_essential_counts_only_in_a_condition() -> None:
    text = "Reversal of the build-up is essential to substantive progress."
    assert held_by_text(text, condition=False) is None


@pytest.mark.parametrize(
    "text",
    [
        "Progress by Blue is not a precondition for an agreement.",
        "A ceasefire is not a condition for talks.",
        "Red never said no agreement until Blue withdraws.",
    ],
)
def test_a_text_that_denies_a_gate_holds_nothing(text: str) -> None:
    assert held_by_text(text, condition=True) is None


def test_words_that_deny_a_gate_free_a_clause() -> None:
    for phrase in ("not a gate on the agreement", "the deal does not hinge on it"):
        assert says(INDEPENDENT, phrase)
