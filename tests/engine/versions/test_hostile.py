"""What nobody wrote in good faith: it ends, and claims nothing that is not so."""

from __future__ import annotations

from random import Random

import pytest

from negotiator.engine.versions import coding, match
from tests.engine.versions.told import BOILER, told


def test_thousands_of_identical_clauses_are_matched_in_their_order() -> None:
    found = match([BOILER] * 3_000, [BOILER] * 2_000)
    assert told(found) == [f"{n}>{n}" for n in range(2_000)]


def test_more_identical_clauses_than_a_table_holds_are_matched_too() -> None:
    found = match([BOILER] * 11_000, ["Fish.", *[BOILER] * 12_000])
    assert told(found)[:2] == ["0>1", "1>2"] and len(found.matches) == 11_000
    assert not any(one.moved for one in found.matches)


def test_boilerplate_that_comes_and_goes_between_clauses_moves_nothing() -> None:
    chance = Random(7)
    old: list[str] = []
    new: list[str] = []
    for number in range(400):
        rule = f"Rule {number} binds harbour {number * 7} and no other."
        old += [rule, *[BOILER] * chance.randint(0, 2)]
        new += [rule, *[BOILER] * chance.randint(0, 2)]
    found = match(old, new)
    assert not any(one.moved for one in found.matches)
    assert all(old[one.old[0]] == new[one.new[0]] for one in found.matches)
    assert sum(old[one.old[0]] != BOILER for one in found.matches) == 400


def test_clauses_without_a_rare_word_are_told_apart_by_their_order() -> None:
    old = [f"The Party {n % 7} tells {n % 11} of measure {n % 13}." for n in range(500)]
    new = [text.replace("tells", "informs") for text in old]
    found = match(old, new)
    assert told(found) == [f"{n}>{n}" for n in range(500)]


def test_alternating_words_and_very_long_clauses_end() -> None:
    chance = Random(3)
    old = ["a b " * chance.randint(1, 40) for _ in range(150)]
    new = ["b a " * chance.randint(1, 40) for _ in range(150)]
    assert len(match(old, new).matches) <= 150
    words = [f"w{number}" for number in range(3_000)]
    long = " ".join(chance.choice(words) for _ in range(200_000))
    found = match([long, "Fish.", f"{long} once"], ["Fish.", f"{long} twice", long])
    assert found.matches and not found.fallback


def test_a_text_that_differs_only_where_nobody_looked_is_not_called_the_same() -> None:
    long = "word " * 6_000
    (found,) = match([long + "shall"], [long + "shall not"]).matches
    assert found.method.value == "similar text"


def test_clauses_of_one_article_in_a_version_and_forty_paragraphs_in_the_other() -> None:
    rules = [f"Rule {n} binds harbour {n * 7} and vessel {n * 13} alone." for n in range(40)]
    (found,) = match([" ".join(rules)], rules).matches
    assert found.new == tuple(range(40))


def test_everything_in_another_order_is_moved_but_for_one_clause() -> None:
    rules = [f"Rule {n} binds harbour {n * 7} and no other." for n in range(300)]
    found = match(rules, rules[::-1])
    assert len(found.matches) == 300
    assert sum(one.moved for one in found.matches) == 299


def test_more_words_than_there_are_characters_are_compared_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(coding, "_CODES", 500)
    old = [" ".join(f"{side}{n}" for n in range(120)) for side in "abcdefghij"]
    new = [f"{text} end" for text in old]
    assert told(match(old, new)) == [f"{n}>{n}" for n in range(10)]
