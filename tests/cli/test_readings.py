"""Readings: drafted by the machine, confirmed or corrected by people, never overwritten."""

from __future__ import annotations

from typing import Any

import pytest

from tests.shell import Shell


@pytest.fixture
def papers(negotiator: Shell) -> Shell:
    """A negotiation with one paper of each of two parties, which only the machine has read."""
    negotiator("init", "--title", "Fishing rights")
    negotiator("party", "add", "NO", "Norway")
    negotiator("party", "add", "UK", "United Kingdom")
    negotiator("topic", "add", "quota", "Quotas")
    negotiator("issue", "add", "Q1", "How much may be fished?", "--topic", "quota")
    ours = negotiator.clauses(
        "ours.json", n1="The United Kingdom shall fish 1,000 tonnes.", n2="Norway may fish cod."
    )
    theirs = negotiator.clauses("theirs.json", u1="Norway shall not fish more than 500 tonnes.")
    negotiator("add", ours, "--party", "NO", "--date", "2024-01-10", "--proposal", "north")
    negotiator("add", theirs, "--party", "UK", "--date", "2024-02-10", "--proposal", "south")
    return negotiator


def review(shell: Shell, *arguments: str, code: int = 0) -> str:
    done = shell("readings", "review", *arguments, "--note", "as it says", "--by", "kl", code=code)
    return done.err


def listed(shell: Shell, *chosen: str) -> dict[str, str]:
    found = shell("readings", "list", *chosen, "--format", "json").data
    return {one["id"]: one["state"] for one in found}


def histories(shell: Shell, clause: str) -> list[dict[str, Any]]:
    wordings = shell("show", clause, "--format", "json").data["clause"]["wordings"]
    readings: list[dict[str, Any]] = wordings[0]["readings"]
    return readings


def test_confirming_makes_the_machines_reading_a_persons(papers: Shell) -> None:
    assert listed(papers) == {"n1": "draft", "n2": "draft", "u1": "draft"}
    told = review(papers, "u1", "--confirm")
    assert told == "u1@1: unfiled; demand; confirmed by kl\n"
    assert listed(papers, "--needs-review", "--party", "UK") == {}
    machine, person = histories(papers, "u1")
    assert (machine["origin"], machine["review"]) == ("machine", "draft")
    assert (person["origin"], person["review"], person["by"]) == ("person", "confirmed", "kl")
    for field in ("topics", "issues", "force", "strength", "bound", "reciprocity", "parameters"):
        assert person[field] == machine[field], field


def test_correcting_changes_what_is_named_and_keeps_the_rest(papers: Shell) -> None:
    review(papers, "n1", "u1", "--topic", "quota", "--issue", "Q1", "--strength", "should")
    machine, person = histories(papers, "u1")
    assert (person["topics"], person["issues"]) == (["quota"], ["Q1"])
    assert person["strength"] == "should"
    assert (person["force"], person["bound"]) == (machine["force"], machine["bound"])
    assert listed(papers, "--issue", "Q1") == {"n1": "confirmed", "u1": "confirmed"}
    assert listed(papers, "--topic", "quota", "--proposal", "south") == {"u1": "confirmed"}


def test_a_dispute_is_proposed_on_and_settled(papers: Shell) -> None:
    review(papers, "u1", "--dispute")
    assert listed(papers, "--state", "disputed") == {"u1": "disputed"}
    review(papers, "u1", "--propose", "--force", "refusal")
    assert listed(papers, "--needs-review", "--party", "UK") == {"u1": "proposed"}
    review(papers, "u1", "--adjudicate")
    assert listed(papers, "--state", "adjudicated") == {"u1": "adjudicated"}
    line = [(one["review"], one["origin"], one["force"]) for one in histories(papers, "u1")]
    assert line == [
        ("draft", "machine", "demand"),
        ("disputed", "machine", "demand"),
        ("proposed", "person", "refusal"),
        ("adjudicated", "person", "refusal"),
    ]


def test_undoing_brings_the_draft_back_by_one_more_reading(papers: Shell) -> None:
    waiting = listed(papers, "--needs-review")
    review(papers, "u1", "--confirm")
    review(papers, "u1", "--force", "offer")
    assert "u1@1: unfiled; demand; draft by kl" in review(papers, "u1", "--undo")
    assert listed(papers, "--needs-review") == waiting
    line = [(one["review"], one["force"]) for one in histories(papers, "u1")]
    assert line == [
        ("draft", "demand"), ("confirmed", "demand"), ("confirmed", "offer"), ("draft", "demand"),
    ]  # fmt: skip
    assert "nothing is decided on the reading of u1@1" in review(papers, "u1", "--undo", code=1)


def test_what_a_document_states_stands_again_when_a_correction_is_undone(
    exchange_shell: Shell,
) -> None:
    before = histories(exchange_shell, "A4.1")
    assert "there is none before it" in review(exchange_shell, "A4.1", "--undo", code=1)
    review(exchange_shell, "A4.1", "--force", "warning")
    review(exchange_shell, "A4.1", "--undo")
    after = histories(exchange_shell, "A4.1")
    assert [one["force"] for one in after] == ["demand", "warning", "demand"]
    assert after[-1]["review"] == before[-1]["review"] == "confirmed"


def test_a_new_wording_makes_a_confirmed_reading_stale(papers: Shell) -> None:
    review(papers, "n1", "n2", "--confirm")
    changed = papers.clauses(
        "ours2.json", n1="The United Kingdom shall fish 900 tonnes.", n2="Norway may fish cod."
    )
    papers("add", changed, "--party", "NO", "--date", "2024-03-01", "--proposal", "north")
    assert listed(papers, "--party", "NO") == {"n1": "stale", "n2": "confirmed"}
    assert next(iter(listed(papers, "--needs-review"))) == "n1", "the hardest first"
    (stale,) = papers("readings", "list", "--state", "stale", "--format", "json").data
    assert stale["why"] == "it was read in another wording"
    assert stale["reason"] == "carried over from version 1, whose text differs"
    review(papers, "n1", "--confirm")
    assert listed(papers, "--party", "NO") == {"n1": "confirmed", "n2": "confirmed"}


def test_the_table_tells_drafts_from_what_people_settled(papers: Shell) -> None:
    review(papers, "u1", "--confirm")
    shown = papers("readings", "list").out
    assert "◆ confirmed" in shown
    assert "◇ draft:" in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert "there is no such reading" in papers("readings", "list", "--state", "stale").err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["u9", "--confirm"], 1, "unknown clause “u9”"),
        (["u1", "--topic", "cod"], 1, "unknown topic “cod”"),
        (["u1", "--issue", "Q9"], 1, "unknown issue “Q9”"),
        (["u1", "u9", "--confirm"], 1, "unknown clause “u9”"),
        (["u1"], 2, "choose one of --confirm, --propose, --dispute, --adjudicate, --undo"),
        (["u1", "--confirm", "--dispute"], 2, "--confirm and --dispute: choose one of"),
        (["u1", "--dispute", "--force", "offer"], 2, "nothing can be corrected with --dispute"),
        (["u1", "--undo", "--force", "offer"], 2, "nothing can be corrected with --undo"),
        (["u1", "--force", "wish"], 2, "wish"),
    ],
)
def test_what_cannot_be_decided_changes_nothing(
    papers: Shell, arguments: list[str], code: int, said: str
) -> None:
    assert said in review(papers, *arguments, code=code)
    assert len(histories(papers, "u1")) == 1


def test_what_nobody_has_read_cannot_be_confirmed(papers: Shell) -> None:
    # A proposal to delete has no words that the machine could read.
    deletion = "Reference,Current text,Our amendment\nArticle 1,Vessels may fish.,deleted\n"
    papers("add", papers.write("table.csv", deletion), "--party", "UK", "--date", "2024-03-01",
           "--proposal", "table")  # fmt: skip
    (one,) = papers("readings", "list", "--proposal", "table", "--format", "json").data
    assert one["why"] == "nobody has read it yet"
    assert "nobody has read" in review(papers, one["id"], "--confirm", code=1)
    review(papers, one["id"], "--force", "refusal")
    assert listed(papers, "--proposal", "table") == {one["id"]: "confirmed"}
    assert "there is none before it" in review(papers, one["id"], "--undo", code=1)
