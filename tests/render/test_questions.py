"""The four questions of a report, answered at its top and in full: where, what, who, on what."""

from __future__ import annotations

from collections import Counter

import pytest

from negotiator.engine.dossier import dossier
from negotiator.model import Corpus, How
from negotiator.render.report import render
from negotiator.workbench.bench import opened
from negotiator.workbench.demo import Demonstration
from tests.engine.build import Said, Tabled, table
from tests.render.page import Page
from tests.render.talks import BRIDGING, OUR_NAME, PRIVATE, WORDS, everything


def page_of(corpus: Corpus) -> Page:
    return Page(render(dossier(corpus), program="0.1.0"))


@pytest.fixture(scope="module")
def shipped(demonstration: Demonstration) -> Corpus:
    with opened(str(demonstration.database)) as bench, bench.database.reading() as archive:
        return archive.corpus()


@pytest.fixture(scope="module")
def founding(demonstration: Demonstration) -> Page:
    return Page(demonstration.report.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def talks() -> Page:
    return page_of(everything())


def texts_in(page: Page, look: str) -> str:
    """Return what stands within elements of a class, white space collapsed."""
    found = [
        text for open, text in page.texts if any(look in classes.split() for classes in open[1::2])
    ]
    return " ".join(" ".join(found).split())


def test_the_page_of_everything_is_whole(talks: Page) -> None:
    assert talks.misnested == [] and talks.open == []
    assert [id for id, times in Counter(talks.ids).items() if times > 1] == []
    assert {a[1:] for a in talks.addresses if a.startswith("#")} - set(talks.ids) == set()


def test_nothing_private_is_in_it() -> None:
    text = render(dossier(everything()), program="0.1.0")
    assert PRIVATE not in text and OUR_NAME not in text


def test_the_four_questions_stand_first(founding: Page) -> None:
    read = founding.text
    places = [
        read.index(question)
        for question in (
            "Where do we stand?",
            "What did they answer?",
            "Who moved?",
            "What hangs on what?",
            "Verdict for each issue and pair of parties",
        )
    ]
    assert places == sorted(places)


def test_the_glance_answers_each_in_a_sentence(founding: Page) -> None:
    glance = texts_in(founding, "glance")
    assert "positions are opposed or diverge in 19 of 90 pairs" in glance
    assert "42 of 79 demands and offers have an answer to the point" in glance
    assert "The United States and NATO wait for Russia ( C2 , D9 )" in glance
    assert "US to RU 14 of 35 answered" in glance
    assert "passed over: I28 , I06 , I05" in glance


def test_every_ask_stands_with_its_answer(founding: Page, shipped: Corpus) -> None:
    answers = texts_in(founding, "answers")
    found = dossier(shipped).replies
    assert "RU asks US in A 6 of 13 answered, 5 issues passed over" in answers
    assert "A1.1 , A1.2 by C6" in answers
    assert "A6 by C10 other object C11" in answers
    for one in found.coverage:
        for reply, count in one.replies.items():
            assert not count or f"{count} {reply}" in answers
    assert {ask.clause for ask in found.asks} <= set(answers.replace(",", " ").split())


def test_what_the_machine_reads_or_proposes_is_marked() -> None:
    asked = Tabled("RED", "2024-01-01", [Said("r1"), Said("r2")], addressees=["BLUE"])
    left_open = Said("b1", "Blue refuses this.", answers={"r1": None})
    reply = Tabled("BLUE", "2024-02-01", [left_open], addressees=["RED"])
    assert "◇ r1 by b1" in texts_in(page_of(table(asked, reply)), "answers")
    unread = Tabled("BLUE", "2024-02-01", [Said("b1", "No.")], addressees=["RED"])
    assert "◇ r1 , r2 by b1 proposed" in texts_in(page_of(table(asked, unread)), "answers")
    stated = Tabled(
        "BLUE", "2024-02-01", [Said("b1", answers={"r1": How.REFUSED})], addressees=["RED"]
    )
    assert "◇" not in texts_in(page_of(table(asked, stated)), "asked")


def test_a_restatement_stands_beside_the_original_and_is_redlined(talks: Page) -> None:
    restated = texts_in(talks, "restated")
    assert "R9 RED tells what BLUE says" in restated
    assert "[removed: fishing ]" in restated.replace("fishing  ]", "fishing ]")
    assert WORDS in restated


def test_moves_of_the_last_rounds_cite_what_was_and_what_is(founding: Page) -> None:
    moved = texts_in(founding, "movement")
    assert "RU hardened I04 Should forces in the east" in moved
    assert "B4.1 , B4.2 → to E1 , E11 , E12" in moved
    assert "takes up 11 issues: I07 ( E3 , E5 , E10 )" in moved
    assert "16 → 27" in moved
    assert "Every line adds up" in moved


def test_a_rewording_is_redlined_where_both_are_verbatim(talks: Page) -> None:
    moved = texts_in(talks, "moved")
    assert "All forces shall leave the river [added: at once ]" in moved.replace("  ]", " ]")


def test_an_agreed_issue_that_falls_without_a_reason_is_an_alarm(talks: Page) -> None:
    assert "agreed issue reopened without a reason" in texts_in(talks, "alarm")
    assert "2 alarms: I1 agreed, then changed without a reason" in texts_in(talks, "glance")


def test_conditions_of_both_sides_face_each_other(founding: Page, talks: Page) -> None:
    between = texts_in(founding, "between")
    assert "7 issues held from both sides" in between
    assert "E16 I14 How should ground-launched missiles" in between
    assert "E16" in texts_in(founding, "left") and "D9" in texts_in(founding, "right")
    assert "R1" in texts_in(talks, "left") and "B1" in texts_in(talks, "right")


def test_an_issue_says_what_holds_it_and_who_moved(founding: Page) -> None:
    facts = texts_in(founding, "fact")
    assert "Held by C2 , D9 , E16 : conditions that wait for each other" in facts
    assert "Moved reframed RU A6 , B5 → E18 , E19" in facts


def test_a_status_is_marked_and_who_asserts_it_is_named(talks: Page) -> None:
    status = texts_in(talks, "status")
    assert "□ open jointly" in status
    assert "◧ agreed on the policy objective jointly" in status
    assert "≠ BLUE says □ open" in status
    assert "no status recorded" in status, "of I3"
    assert "yellow: agreed on the policy objective" in texts_in(talks, "statuses")


def test_without_any_status_there_is_no_column_and_no_filter(founding: Page) -> None:
    assert ("select", "name", "status") not in founding.attributes
    assert "status" not in {value for _, name, value in founding.attributes if name == "class"}
    assert "of that nothing is recorded" in founding.text


def test_a_compromise_text_stands_in_a_column_with_each_reaction(talks: Page) -> None:
    bridge = texts_in(talks, "bridge")
    assert BRIDGING in bridge
    assert "RED accepted , 10 Feb 2024 stale: said of an earlier text" in bridge.replace(
        "accepted,", "accepted ,"
    )
    assert "BLUE countered" in bridge
    assert "The form is settled last." in bridge
    assert "clause-K1" in talks.ids
    assert "1 earlier text on this issue" in bridge


def test_a_kind_of_gap_stands_with_its_ground(founding: Page) -> None:
    assert "principle refused by E13" in texts_in(founding, "grounds")
    assert "omission" not in texts_in(founding, "grounds"), "the verdict says so"


def test_a_page_does_not_grow_with_the_rounds() -> None:
    def rounds(number: int) -> int:
        papers = [
            Tabled("RED", f"2024-{month:02}-01", [Said("r1", f"Leave by {month}.")])
            for month in range(1, number + 1)
        ]
        return len(texts_in(page_of(table(*papers)), "round"))

    assert rounds(12) <= rounds(6) + 40
