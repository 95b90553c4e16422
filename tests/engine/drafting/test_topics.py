"""Topics are drafted from a negotiation's own words and from what was confirmed before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from negotiator.engine.drafting.classifier import Classifier, Example
from negotiator.engine.drafting.terms import counted
from negotiator.engine.drafting.topics import TopicDraft, TopicDrafter, terms
from negotiator.model import Clause, Reading, Topic

EVALUATION = Path(__file__).parents[3] / ".." / "shared" / "evaluation"

TOPICS = (
    Topic("1", "Arms"),
    Topic("1.1", "Missiles", "1", keywords=("launchers", "range")),
    Topic("1.2", "Exercises", "1", definition="Manoeuvres of troops and their notification."),
)


def clause(text: str, id: str = "A1") -> Clause:
    return Clause(id, id, "a@1", text)


def drafted(text: str, *confirmed: tuple[Clause, Reading]) -> TopicDraft:
    one = clause(text)
    return TopicDrafter(TOPICS, confirmed).draft(terms(one), text)


def test_a_keyword_speaks_for_its_topic_and_is_named_as_printed() -> None:
    draft = drafted("Each Party shall declare its Launcher sites.")
    assert draft.code == "1.1"
    assert "‘Launcher’" in draft.reason


def test_a_definition_speaks_for_its_topic() -> None:
    assert drafted("Notification shall be given of troops on the move.").code == "1.2"


def test_no_topic_is_drafted_where_nothing_speaks_for_one() -> None:
    assert drafted("The depositary shall keep the original.") == TopicDraft()


def test_no_topic_is_drafted_where_two_are_alike() -> None:
    twins = (Topic("1", "Missiles at sea"), Topic("2", "Missiles on land"))
    one = clause("Missiles shall be counted.")
    assert TopicDrafter(twins, ()).draft(terms(one), one.text) == TopicDraft()


def test_a_confirmed_clause_speaks_for_its_topic_and_is_cited() -> None:
    before = clause("Brigades near the border shall stay in barracks.", "B7")
    draft = drafted("Brigades shall leave the border.", (before, Reading(topics=("1.2",))))
    assert draft.code == "1.2"
    assert "as in clause B7 confirmed before" in draft.reason


def test_a_reading_under_an_unknown_topic_teaches_nothing() -> None:
    before = clause("Brigades near the border shall stay in barracks.", "B7")
    assert drafted("Brigades shall leave.", (before, Reading(topics=("9",)))).code == ""


def test_the_order_of_what_was_confirmed_does_not_count() -> None:
    examples = [
        Example(counted(f"word{n % 7} word{n % 5} thing{n}"), (str(n % 3),), f"C{n}")
        for n in range(90)
    ]
    text = counted("word1 word2 thing8")
    assert Classifier(examples).scores(text) == Classifier(examples[::-1]).scores(text)


def test_mistakes_are_corrected_once_there_are_enough_examples() -> None:
    few = [Example(counted(f"alpha beta {n}"), (str(n % 2),), str(n)) for n in range(10)]
    many = [Example(counted(f"alpha beta {n}"), (str(n % 2),), str(n)) for n in range(60)]
    assert not Classifier(few).corrected
    assert Classifier(many).corrected


def test_without_topics_there_is_no_draft() -> None:
    assert TopicDrafter((), ()).draft(counted("missiles"), "missiles") == TopicDraft(reason="")


@pytest.mark.skipif(not EVALUATION.is_dir(), reason="shared/evaluation is absent")
def test_articles_of_treaties_never_seen_before() -> None:
    lines = (EVALUATION / "c_topics_tota" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    treaties = sorted({article["id"].partition(":")[0] for article in articles})
    known = set(treaties[::6])
    asked = set(treaties[1::6])
    examples = [
        Example(counted(one["text"]), (one["topic"],), one["id"])
        for one in articles
        if one["id"].partition(":")[0] in known
    ]
    classifier = Classifier(examples)
    pairs = [
        (one["topic"], classifier.verdict(counted(one["text"])).label)
        for one in articles
        if one["id"].partition(":")[0] in asked
    ]
    # A sixth of the treaties teaches; `python -m benchmarks.readings` measures with four fifths.
    assert sum(label == drafted for label, drafted in pairs) / len(pairs) > 0.75
