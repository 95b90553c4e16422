"""Reviewing the gaps: the queue, decisions on several of them, and what makes a review stale."""

from __future__ import annotations

import re
from typing import Any

import pytest

from negotiator import rooms
from negotiator.workbench.demo import EXCHANGE
from tests.shell import Shell


@pytest.fixture
def three_issues(talks: Shell) -> Shell:
    """Talks in which both parties speak to Q1 and Q2, and nobody to Q3."""
    for id in ("Q2", "Q3"):
        talks("issue", "add", id, f"Question {id}?", "--topic", "quota")
    more = talks.clauses("more.json", u2="It shall not end.")
    talks("add", more, "--party", "UK", "--date", "2024-02-11", "--proposal", "ends")
    talks("clause", "set", "n2", "u2", "--topic", "quota", "--issue", "Q2", "--force", "demand",
          "--by", "kl")  # fmt: skip
    return talks


GAPS = ("Q1.NO-UK", "Q2.NO-UK", "Q3.NO-UK")


def reviews(shell: Shell, *chosen: str) -> dict[str, str]:
    found = shell("gaps", "list", *chosen, "--format", "json").data
    return {gap["id"]: gap["review"] for gap in found}


def decide(shell: Shell, *arguments: str, code: int = 0) -> str:
    return shell("gaps", "review", *arguments, "--note", "so it is", "--by", "kl", code=code).err


def test_several_gaps_are_decided_on_at_once_or_none(three_issues: Shell) -> None:
    assert "unknown gap “Q9.NO-UK”" in decide(
        three_issues, "Q1.NO-UK", "Q9.NO-UK", "--state", "confirmed", code=1
    )
    assert reviews(three_issues, "--needs-review").keys() == set(GAPS)
    told = decide(three_issues, *GAPS, "--state", "confirmed")
    assert told.splitlines()[0] == "Q1.NO-UK: opposed, confirmed by kl"
    assert len(told.splitlines()) == 3
    assert reviews(three_issues, "--needs-review") == {}
    assert "no gap waits for you" in three_issues("gaps", "list", "--needs-review").err
    decide(three_issues, "Q1.NO-UK", "--state", "draft")
    assert reviews(three_issues, "--needs-review") == {"Q1.NO-UK": "draft"}


def test_a_new_version_makes_the_gaps_it_touches_stale_and_only_those(three_issues: Shell) -> None:
    decide(three_issues, *GAPS, "--state", "confirmed")
    told = table_anew(three_issues, n1="The quota shall be 900 tonnes.", n2="It ends.")
    assert "says something new on Q1\n" in told
    assert "makes the review of Q1.NO-UK stale; see" in told
    assert reviews(three_issues) == {
        "Q1.NO-UK": "stale", "Q2.NO-UK": "confirmed", "Q3.NO-UK": "confirmed",
    }  # fmt: skip
    (waiting,) = three_issues("gaps", "list", "--needs-review", "--format", "json").data
    assert waiting["why"] == "what it was decided on has changed since"
    # As of a day before, nothing has changed; and the version taken out, the review holds again.
    assert set(reviews(three_issues, "--as-of", "2024-02-28").values()) == {"confirmed"}
    three_issues("withdraw", "north@2", "--reason", "not ours", "--by", "kl")
    assert set(reviews(three_issues).values()) == {"confirmed"}


def table_anew(shell: Shell, **texts: str) -> str:
    paper = shell.clauses("anew.json", **texts)
    return shell("add", paper, "--party", "NO", "--proposal", "north", "--date", "2024-03-01").err


def test_a_silence_that_a_new_document_passes_over_is_touched_too(three_issues: Shell) -> None:
    ships = three_issues.clauses("ships.json", u3="Vessels shall be inspected.")
    three_issues("add", ships, "--party", "UK", "--date", "2024-02-12", "--proposal", "ships")
    three_issues("clause", "set", "u3", "--topic", "quota", "--issue", "Q3", "--force", "demand",
                 "--by", "kl")  # fmt: skip
    decide(three_issues, *GAPS, "--state", "confirmed")
    table_anew(three_issues, n1="The quota shall be 1,000 tonnes.", n2="It ends.", n3="It begins.")
    # Norway had not yet answered; now there is a document, and it says nothing on Q3.
    assert reviews(three_issues) == {
        "Q1.NO-UK": "confirmed", "Q2.NO-UK": "confirmed", "Q3.NO-UK": "stale",
    }  # fmt: skip


def test_tabling_a_clause_anew_does_not_unsay_that_it_was_passed_over(three_issues: Shell) -> None:
    more = three_issues.clauses("board.json", n1="The quota shall be 1,000 tonnes.", n2="It ends.",
                                n3="Inspectors may board.")  # fmt: skip
    three_issues("add", more, "--party", "NO", "--proposal", "north", "--date", "2024-01-20")
    three_issues("clause", "set", "n3", "--topic", "quota", "--issue", "Q3", "--force", "demand",
                 "--by", "kl")  # fmt: skip
    # The United Kingdom's papers of February pass n3 of January over.
    decide(three_issues, *GAPS, "--state", "confirmed")
    table_anew(three_issues, n1="The quota shall be 900 tonnes.", n2="It ends.",
               n3="Inspectors may board.")  # fmt: skip
    assert reviews(three_issues) == {
        "Q1.NO-UK": "stale", "Q2.NO-UK": "confirmed", "Q3.NO-UK": "confirmed",
    }  # fmt: skip


def test_in_the_shipped_exchange_one_changed_clause_touches_the_gaps_that_cite_it(
    exchange_shell: Shell,
) -> None:
    ids = list(reviews(exchange_shell))
    decide(exchange_shell, *ids, "--state", "confirmed")
    paper = (rooms.corpora() / EXCHANGE / "05-D.yaml").read_text(encoding="utf-8")
    changed = paper.replace("incidents in the air and at sea.", "incidents in the air.")
    assert changed != paper
    exchange_shell("add", exchange_shell.write("changed.yaml", changed))
    found = exchange_shell("gaps", "list", "--format", "json").data
    stale = {gap["id"] for gap in found if gap["review"] == "stale"}
    citing = {
        gap["id"] for gap in found if any("D17" in cited for cited in gap["evidence"].values())
    }
    assert stale == citing == {"I20.RU-NATO", "I20.US-NATO", "I20.NATO-EU"}


def test_the_queue_is_told_with_reasons(exchange_shell: Shell) -> None:
    found: list[dict[str, Any]] = exchange_shell(
        "gaps", "list", "--needs-review", "--format", "json"
    ).data
    assert len(found) == len(reviews(exchange_shell)), "all of them are drafts"
    across = [gap["across_sides"] for gap in found]
    assert across == sorted(across, reverse=True), "pairs across sides first"
    assert all(gap["why"] == gap["reasons"][0] for gap in found)
    shown = exchange_shell("gaps", "list", "--needs-review").out
    assert found[0]["id"] in shown.splitlines()[2]
    assert max(map(len, shown.splitlines())) <= 80


def test_one_party_alone_chooses_its_gaps_with_everybody(exchange_shell: Shell) -> None:
    found = exchange_shell(
        "gaps", "list", "--party", "EU", "--issue", "I12", "--format", "json"
    ).data
    assert [gap["id"] for gap in found] == ["I12.RU-EU", "I12.US-EU", "I12.NATO-EU"]
    for needs in ([], ["--needs-review"]):
        two = reviews(exchange_shell, "--party", "RU", "--party", "US", "--issue", "I12", *needs)
        assert list(two) == ["I12.RU-US"]
    assert "unknown party “ZZ”" in exchange_shell("gaps", "list", "--party", "ZZ", code=1).err


def test_a_decision_names_the_kinds_of_a_gap(three_issues: Shell) -> None:
    decide(three_issues, "Q1.NO-UK", "--state", "confirmed", "--kind", "force", "--kind",
           "definition")  # fmt: skip
    (made,) = three_issues("gaps", "history", "Q1.NO-UK", "--format", "json").data
    assert made["kinds"] == "force; definition"
    assert "leave --kind out" in decide(
        three_issues, "Q1.NO-UK", "--state", "draft", "--kind", "force", code=1
    )


def test_only_verbatim_texts_are_called_identical(exchange_shell: Shell) -> None:
    told = decide(exchange_shell, "I12.RU-US", "--state", "confirmed", "--verdict", "identical",
                  code=1)  # fmt: skip
    assert re.search(r"I12.RU-US: \S+ is a paraphrase, and only verbatim texts are identical", told)
    assert reviews(exchange_shell, "--issue", "I12")["I12.RU-US"] == "draft"
