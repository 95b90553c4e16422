"""What people decided on links, in the comparison: confirmed ones stand, refused ones do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from negotiator.engine.alignment.settled import SUBJECT, Settled, evidence, link_id, settled
from negotiator.engine.cell_links import CellLink
from negotiator.engine.comparison import compare
from negotiator.model import (
    Corpus,
    Decision,
    How,
    LinkState,
    Method,
    Relation,
)
from tests.engine.build import Said, Tabled, table

MISSILES = "Neither party deploys ground-launched missiles within range of the other."
ECHO = "Neither party deploys ground-launched missiles outside its own territory."
RIVERS = "Vessels may pass the locks at night when the water is high."


def tabled(red: Sequence[Said], blue: Sequence[Said]) -> Corpus:
    return table(Tabled("RED", "2024-01-01", red), Tabled("BLUE", "2024-01-02", blue))


def deciding(
    corpus: Corpus, left: str, right: str, state: LinkState, relation: Relation, number: int = 1
) -> Decision:
    clauses = {clause.id: clause for clause in corpus.clauses}
    one = Settled(
        left, right, clauses[left].address, clauses[right].address, state, relation,
        Method.SIMILAR_TEXT, 0.5, evidence(clauses[left], clauses[right]),
    )  # fmt: skip
    return Decision(number, SUBJECT, link_id(left, right), one.outcome, "kl", "now", note="secret")


def links(corpus: Corpus, *decisions: Decision) -> tuple[CellLink, ...]:
    return compare(replace(corpus, decisions=decisions)).rows[0].links


RED = [Said("r1", MISSILES), Said("r2", RIVERS)]
BLUE = [Said("b1", ECHO)]


def test_a_confirmed_link_stands_before_what_is_alike() -> None:
    corpus = tabled(RED, BLUE)
    confirmed = deciding(corpus, "r1", "b1", LinkState.CONFIRMED, Relation.NARROWER)
    assert links(corpus, confirmed) == (
        CellLink("r1", "b1", Relation.NARROWER, Method.BY_HAND, 1.0),
    )


def test_what_nothing_lines_up_is_lined_up_by_hand() -> None:
    corpus = tabled(RED, BLUE)
    added = deciding(corpus, "b1", "r2", LinkState.CONFIRMED, Relation.OPPOSED)
    assert CellLink("r2", "b1", Relation.OPPOSED, Method.BY_HAND, 1.0) in links(corpus, added)


def test_a_refused_link_is_left_out_and_the_next_best_takes_its_place() -> None:
    corpus = tabled(
        [
            Said("r1", "Missiles leave the river bank"),
            Said("r2", "ships stay in port at night"),
            Said("r3", RIVERS),
        ],
        [
            Said("b1", "Missiles leave the river bank now"),
            Said("b2", "Missiles leave the river, ships stay in port at night"),
            Said("b3", "Inspectors may enter any site"),
        ],
    )
    assert [(link.left, link.right) for link in links(corpus)] == [("r1", "b1"), ("r2", "b2")]
    refused = deciding(corpus, "r1", "b1", LinkState.REFUSED, Relation.OVERLAPPING)
    found = [(link.left, link.right) for link in links(corpus, refused)]
    assert found == [("r1", "b2"), ("r2", "b2")]


def test_a_stated_answer_that_is_refused_makes_no_link() -> None:
    corpus = tabled(RED, [Said("b1", RIVERS, answers={"r1": How.COUNTERED})])
    assert ("r1", "b1") in [(link.left, link.right) for link in links(corpus)]
    refused = deciding(corpus, "r1", "b1", LinkState.REFUSED, Relation.OVERLAPPING)
    assert ("r1", "b1") not in [(link.left, link.right) for link in links(corpus, refused)]


def test_the_last_decision_counts_and_an_undone_one_does_not() -> None:
    corpus = tabled(RED, BLUE)
    confirmed = deciding(corpus, "r1", "b1", LinkState.CONFIRMED, Relation.OVERLAPPING)
    undone = replace(confirmed, id=2, outcome=settled([confirmed])["b1~r1"].undone)
    assert settled([confirmed, undone]) == {}
    assert [link.method for link in links(corpus, confirmed, undone)] == [Method.SAME_ISSUE]


def test_a_confirmed_link_whose_text_changed_is_marked_stale() -> None:
    corpus = tabled(RED, BLUE)
    confirmed = deciding(corpus, "r1", "b1", LinkState.CONFIRMED, Relation.OVERLAPPING)
    later = tabled([Said("r1", f"{MISSILES} This ends in 2030."), Said("r2", RIVERS)], BLUE)
    (link,) = links(later, confirmed)
    assert (link.method, link.score, link.stale) == (Method.BY_HAND, 1.0, True)


def test_nobody_is_named_in_a_comparison() -> None:
    corpus = tabled(RED, BLUE)
    confirmed = deciding(corpus, "r1", "b1", LinkState.CONFIRMED, Relation.OVERLAPPING)
    whole = compare(replace(corpus, decisions=(confirmed,)))
    assert "secret" not in repr(whole)
    assert "'kl'" not in repr(whole)


@pytest.mark.parametrize("state", [LinkState.CONFIRMED, LinkState.REFUSED])
def test_a_decision_comes_back_from_its_text_fields(state: LinkState) -> None:
    corpus = tabled(RED, BLUE)
    one = deciding(corpus, "r1", "b1", state, Relation.BROADER)
    found: Mapping[str, Settled] = settled([one])
    assert found["b1~r1"].outcome == one.outcome
    assert found["b1~r1"].fitted == 0.5
