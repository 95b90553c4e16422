"""The queue of gaps: what most needs a person comes first, and every order is the same one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.engine.comparison import compare
from negotiator.engine.review.gaps import CAUSES, SETTLED, WaitingGap, gaps_to_review
from negotiator.engine.table import digest_of
from negotiator.model import Corpus, Decision, Evidence, Force, How, Review, Strength, Wording
from tests.engine.build import Said, Tabled, table

VERBATIM: dict[str, Any] = {"wording": Wording.VERBATIM}
DRAFT: dict[str, Any] = {"review": Review.DRAFT}


def queue(corpus: Corpus) -> tuple[WaitingGap, ...]:
    return gaps_to_review(compare(corpus).rows)


def waiting(corpus: Corpus, id: str) -> WaitingGap | None:
    return next((one for one in queue(corpus) if one.gap.id == id), None)


def talks(*blue: Said, red: Said | None = None) -> Corpus:
    ours = red or Said("r1", force=Force.DEMAND)
    return table(Tabled("RED", "2024-01-01", [ours]), Tabled("BLUE", "2024-02-01", list(blue)))


def decided(corpus: Corpus, id: str, state: Review, verdict: str = "") -> Corpus:
    """Return a corpus in which somebody decided on a gap as it stands."""
    row = next(row for row in compare(corpus).rows if any(gap.id == id for gap in row.gaps))
    outcome = {"state": state.value, "evidence": digest_of(row, id)}
    if verdict:
        outcome["verdict"] = verdict
    number = len(corpus.decisions) + 1
    made = Decision(number, "gap", id, outcome, "kl", f"2024-03-{number:02}")
    return replace(corpus, decisions=(*corpus.decisions, made))


ACCEPTS = Said("b1", force=Force.COMMITMENT, answers={"r1": How.ACCEPTED}, **VERBATIM)
REFUSES = Said("b1", force=Force.REFUSAL, answers={"r1": How.REFUSED}, **VERBATIM)
WEAK = {"evidence": Evidence.ONE_SECONDARY}


@pytest.mark.parametrize(
    ("corpus", "why"),
    [
        (talks(replace(ACCEPTS, reading=WEAK)), "it says compatible on weak evidence"),
        (talks(ACCEPTS), "it says compatible, which commits most"),
        (talks(REFUSES), "nobody has looked at it yet"),
        (talks(replace(REFUSES, reading=WEAK)), "it says opposed with low confidence"),
        (talks(Said("b1", force=None, **VERBATIM)), "nobody has read the act of b1"),
        (talks(replace(REFUSES, reading=DRAFT)), "nobody has confirmed the reading of b1"),
    ],
)
def test_each_gap_says_why_it_waits(corpus: Corpus, why: str) -> None:
    found = waiting(corpus, "I1.RED-BLUE")
    assert found is not None
    assert found.why == why


def test_words_that_contradict_the_verdict_are_told() -> None:
    forbids, permits = {"strength": Strength.PROHIBITS}, {"strength": Strength.MAY}
    corpus = talks(replace(ACCEPTS, reading=permits), red=Said("r1", reading=forbids, **VERBATIM))
    found = waiting(corpus, "I1.RED-BLUE")
    assert found is not None
    told = "it says compatible, but by their own words one forbids and the other does not"
    assert told in found.reasons


def test_what_a_person_said_is_told() -> None:
    for state, why in (
        (Review.DISPUTED, "somebody disputes it"),
        (Review.PROPOSED, "somebody proposes opposed, nobody has confirmed it"),
    ):
        found = waiting(decided(talks(REFUSES), "I1.RED-BLUE", state), "I1.RED-BLUE")
        assert found is not None
        assert found.why == why


def test_stale_goes_before_everything_that_is_not() -> None:
    corpus = decided(talks(ACCEPTS), "I1.RED-BLUE", Review.CONFIRMED)
    first = corpus.clauses[0]
    changed = replace(corpus, clauses=(replace(first, text="Other."), *corpus.clauses[1:]))
    assert queue(changed)[0].gap.id == "I1.RED-BLUE"
    assert queue(changed)[0].why == "what it was decided on has changed since"
    # Of the pairs across sides; a pair within a side waits behind them all.
    teal = Tabled("TEAL", "2024-02-02", [Said("t1", force=Force.COMMITMENT)])
    three = table(
        Tabled("RED", "2024-01-01", [Said("r1")]), Tabled("BLUE", "2024-02-01", [ACCEPTS]), teal
    )
    across = [one.gap.across for one in queue(three)]
    assert across == sorted(across, reverse=True)


def test_an_agreed_verdict_on_weak_evidence_goes_before_a_sure_one_and_that_before_a_refusal() -> (
    None
):
    corpus = table(
        Tabled(
            "RED",
            "2024-01-01",
            [Said(f"r{n}", issues=[f"I{n}"]) for n in (1, 2, 3)],
        ),
        Tabled(
            "BLUE",
            "2024-02-01",
            [
                Said("b1", force=Force.REFUSAL, answers={"r1": How.REFUSED}, issues=["I1"]),
                Said("b2", force=Force.COMMITMENT, answers={"r2": How.ACCEPTED}, issues=["I2"],
                     reading={"evidence": Evidence.WORDING_SEEN}),
                Said("b3", force=Force.COMMITMENT, answers={"r3": How.ACCEPTED}, issues=["I3"],
                     reading=WEAK),
            ],
        ),
    )  # fmt: skip
    assert [one.gap.issue for one in queue(corpus)] == ["I3", "I2", "I1"]


def test_every_cause_has_a_name_of_its_own() -> None:
    assert len({cause.name for cause in CAUSES}) == len(CAUSES)


SAYS = st.builds(
    lambda force, how, evidence, issue, draft, strength: (
        force, how, {"evidence": evidence, "strength": strength, **(DRAFT if draft else {})}, issue
    ),
    st.sampled_from([*Force, None]),
    st.sampled_from([*How, None]),
    st.sampled_from([*Evidence, None]),
    st.sampled_from(["I1", "I2", "I3"]),
    st.booleans(),
    st.sampled_from([*Strength, None]),
)  # fmt: skip


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """Draw talks of three parties, with what people decided on some gaps."""
    documents = []
    for party, other in (("RED", "blue"), ("BLUE", "red"), ("TEAL", "red")):
        said = []
        for number, (force, how, reading, issue) in enumerate(draw(st.lists(SAYS, max_size=3))):
            answers = {f"{other}{number}": how} if how else {}
            id = f"{party.lower()}{number}"
            said.append(Said(id, force=force, issues=[issue], answers=answers, reading=reading))
        documents.append(Tabled(party, "2024-01-01", said))
    corpus = table(*documents)
    ids = [gap.id for row in compare(corpus).rows for gap in row.gaps]
    states = [state for state in Review if state is not Review.STALE]
    for id in draw(st.lists(st.sampled_from(ids), max_size=4)):
        corpus = decided(corpus, id, draw(st.sampled_from(states)))
    return corpus


Thing = TypeVar("Thing")


@settings(max_examples=25)
@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_recording(
    corpus: Corpus, random: Random
) -> None:
    def shuffled(things: Sequence[Thing]) -> tuple[Thing, ...]:
        return tuple(random.sample(things, len(things)))

    other = replace(
        corpus,
        versions=shuffled(corpus.versions),
        clauses=tuple(sorted(shuffled(corpus.clauses), key=lambda one: one.order)),
        answers=shuffled(corpus.answers),
    )
    assert [one.gap.id for one in queue(corpus)] == [one.gap.id for one in queue(other)]


@settings(max_examples=25)
@given(corpora())
def test_the_queue_is_every_gap_that_is_not_settled_once(corpus: Corpus) -> None:
    gaps = [gap for row in compare(corpus).rows for gap in row.gaps]
    found = [one.gap.id for one in queue(corpus)]
    assert sorted(found) == sorted(gap.id for gap in gaps if gap.review not in SETTLED)
    assert len(set(found)) == len(found)
    assert all(one.reasons for one in queue(corpus))


@settings(max_examples=25)
@given(corpora(), st.data())
def test_a_confirmed_gap_leaves_and_undoing_it_brings_it_back(
    corpus: Corpus, data: st.DataObject
) -> None:
    before = queue(corpus)
    if not before:
        return
    chosen = data.draw(st.sampled_from([one.gap.id for one in before]))
    confirmed = decided(corpus, chosen, Review.CONFIRMED)
    left = [one.gap.id for one in queue(confirmed)]
    assert left == [one.gap.id for one in before if one.gap.id != chosen]
    undone = queue(decided(confirmed, chosen, Review.DRAFT))
    assert sorted(one.gap.id for one in undone) == sorted(one.gap.id for one in before)
