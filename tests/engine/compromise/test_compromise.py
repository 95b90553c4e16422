"""A compromise text per issue, each party's reaction, and when that is stale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from negotiator.engine.calendar import current_versions, known_versions
from negotiator.engine.cells import PlacedClause
from negotiator.engine.compromise import (
    CompromiseText,
    compromises,
    redline,
    set_texts,
    shared,
    tabled_texts,
)
from negotiator.engine.placing import place
from negotiator.engine.wording import SpanKind
from negotiator.model import COMPROMISE_TEXT, Decision, How, KnownBy, Wording
from tests.engine.build import Said, Tabled, table


def proposed(number: int, text: str, day: str = "2024-01-01", **more: str) -> Decision:
    outcome = {"text": text, "proposed_by": "chair", "round": "R1", **more}
    as_of = date.fromisoformat(day)
    return Decision(number, "compromise", "I1", outcome, "kl", "now", "our landing zone", as_of)


def reacted(number: int, party: str, how: How, to: CompromiseText) -> Decision:
    outcome = {"how": how.value, "compromise": to.id, "evidence": to.digest}
    day = date(2024, 1, 1)
    return Decision(number, "reaction", f"I1.{party}", outcome, "kl", "now", "told us", day)


def back(number: int, of: Decision) -> Decision:
    return Decision(number, of.subject, of.subject_id, {"undoes": str(of.id)}, "kl", "now", "error")


FIRST = proposed(1, "The forces shall not leave.")
SECOND = proposed(2, "The forces shall leave.", "2024-02-01")
ONE, TWO = set_texts([FIRST, SECOND])


def test_the_last_text_stands_and_the_earlier_ones_are_kept() -> None:
    found = compromises([FIRST, SECOND])["I1"]
    assert found.text.text == "The forces shall leave."
    assert found.text.proposed_by == "chair"
    assert [one.id for one in found.earlier] == ["1"]
    assert compromises([FIRST, SECOND], as_of=date(2024, 1, 31))["I1"].text.id == "1"
    assert compromises([FIRST], as_of=date(2023, 1, 1)) == {}


def test_parties_react_in_the_stated_order_each_with_its_last_word() -> None:
    said = [
        FIRST,
        reacted(2, "BLUE", How.REFUSED, ONE),
        reacted(3, "RED", How.ACCEPTED, ONE),
        reacted(4, "BLUE", How.COUNTERED, ONE),
    ]
    found = compromises(said, order=("RED", "BLUE"))["I1"]
    assert [(one.party, one.how) for one in found.reactions] == [
        ("RED", How.ACCEPTED),
        ("BLUE", How.COUNTERED),
    ]
    assert not any(one.stale for one in found.reactions)
    assert found.of("TEAL") == ()


def test_a_reaction_to_a_text_that_was_replaced_is_stale() -> None:
    [one] = compromises([FIRST, SECOND, reacted(3, "RED", How.ACCEPTED, ONE)])["I1"].reactions
    assert (one.stale, one.to) == (True, "1")


def test_a_reaction_to_the_same_words_is_not_stale() -> None:
    again = proposed(3, "The forces shall not leave.", "2024-03-01")
    [one] = compromises([FIRST, SECOND, again, reacted(4, "RED", How.ACCEPTED, ONE)])[
        "I1"
    ].reactions
    assert not one.stale


def test_the_same_words_as_a_paraphrase_are_another_text() -> None:
    account = proposed(3, "The forces shall not leave.", "2024-03-01", wording="paraphrase")
    [one] = compromises([FIRST, account, reacted(4, "RED", How.ACCEPTED, ONE)])["I1"].reactions
    assert one.stale


def test_taking_a_text_back_brings_back_the_one_before_and_the_reactions_to_it() -> None:
    said = [
        FIRST,
        SECOND,
        reacted(3, "RED", How.REFUSED, ONE),
        reacted(4, "RED", How.ACCEPTED, TWO),
        back(5, SECOND),
    ]
    found = compromises(said)["I1"]
    assert found.text.id == "1" and found.earlier == ()
    assert [(one.how, one.stale) for one in found.reactions] == [(How.REFUSED, False)]


def test_taking_a_reaction_back_leaves_the_one_before() -> None:
    first, last = reacted(2, "RED", How.REFUSED, ONE), reacted(3, "RED", How.ACCEPTED, ONE)
    [one] = compromises([FIRST, first, last, back(4, last)])["I1"].reactions
    assert one.how is How.REFUSED


def test_two_verbatim_texts_are_redlined_and_no_paraphrase_is() -> None:
    spans = redline(ONE, TWO)
    assert spans is not None
    removed = "".join(span.text for span in spans if span.kind is SpanKind.REMOVED)
    assert removed.strip() == "not"
    [account] = set_texts([proposed(3, "They stay.", wording="paraphrase")])
    assert account.wording is Wording.PARAPHRASE
    assert redline(ONE, account) is redline(account, TWO) is None


def test_what_is_shared_tells_no_note_and_no_name() -> None:
    said = [FIRST, SECOND, reacted(3, "RED", How.ACCEPTED, ONE)]
    found = shared(compromises(said)["I1"])
    for text in (found.text, *found.earlier):
        assert (text.note, text.by, text.at) == ("", "", "")
    for one in found.reactions:
        assert (one.note, one.by, one.at) == ("", "", "")
    assert found.text.text == "The forces shall leave."


def chair(day: str, *texts: str, wording: Wording = Wording.VERBATIM) -> Tabled:
    """A text of the chair, owned by no party, with a clause on I1 for each of the texts."""
    clauses = [Said(f"k{n}", text, wording=wording) for n, text in enumerate(texts, 1)]
    return Tabled("CHAIR", day, clauses, particulars={"genre": COMPROMISE_TEXT})


def placed(*documents: Tabled) -> tuple[PlacedClause, ...]:
    """Return the clauses in force of some documents; those of the chair belong to no party."""
    corpus = table(*documents)
    versions = [
        replace(one, parties=()) if one.genre == COMPROMISE_TEXT else one for one in corpus.versions
    ]
    current = current_versions(versions, None, KnownBy.ISSUED)
    return place(corpus, current, known_versions(versions, None, KnownBy.ISSUED))


def test_a_document_that_belongs_to_no_party_is_a_compromise_text_of_its_issues() -> None:
    [text] = tabled_texts(placed(chair("2024-01-05", "The forces shall leave.", "By May.")))
    assert (text.issue, text.id, text.clauses) == ("I1", "chair@1", ("k1", "k2"))
    assert text.parts == ("The forces shall leave.", "By May.")
    assert text.day == date(2024, 1, 5)


def test_the_text_of_a_party_is_none() -> None:
    assert tabled_texts(placed(Tabled("RED", "2024-01-05", [Said("r1")]))) == ()


def test_a_document_with_a_paraphrase_is_not_verbatim() -> None:
    paper = chair("2024-01-05", "They leave.", wording=Wording.PARAPHRASE)
    [text] = tabled_texts(placed(paper))
    assert text.wording is Wording.PARAPHRASE


def test_of_a_document_and_a_decision_the_later_stands() -> None:
    clauses = placed(chair("2024-01-15", "The forces shall leave."))
    assert compromises([FIRST], clauses)["I1"].text.id == "chair@1"
    assert compromises([FIRST, SECOND], clauses)["I1"].text.id == "2"


def test_clauses_that_answer_a_document_are_reactions_each_to_its_part() -> None:
    answer = Said("r1", answers={"k1": How.ACCEPTED})
    other = Said("r2", answers={"k2": How.REFUSED})
    clauses = placed(
        chair("2024-01-05", "The forces shall leave.", "By May."),
        Tabled("RED", "2024-01-10", [answer, other]),
        Tabled("BLUE", "2024-01-02", [Said("b1", answers={"chair": How.ACCEPTED})]),
    )
    found = compromises((), clauses, order=("RED", "BLUE"))["I1"]
    assert [(one.party, one.how, one.clause, one.on) for one in found.reactions] == [
        ("RED", How.ACCEPTED, "r1", "k1"),
        ("RED", How.REFUSED, "r2", "k2"),
        ("BLUE", How.ACCEPTED, "b1", ""),
    ]
    # The paper of BLUE is older than the text.
    assert [one.stale for one in found.reactions] == [False, False, True]


def test_a_recorded_reaction_replaces_answers_that_are_older() -> None:
    clauses = placed(
        chair("2024-01-01", "The forces shall leave."),
        Tabled("RED", "2024-01-01", [Said("r1", answers={"k1": How.ACCEPTED})]),
    )
    [text] = tabled_texts(clauses)
    found = compromises([reacted(1, "RED", How.REFUSED, text)], clauses)["I1"]
    assert [(one.how, one.clause) for one in found.reactions] == [(How.REFUSED, "")]
