"""`negotiator status`: asserted by whom, in batches, never falling without a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from negotiator.cli.program import run
from negotiator.model import Status
from negotiator.workbench.bench import opened
from tests.shell import Shell

TECHNICAL = "agreed at technical level"


# Six issues, two parties, and a treaty whose articles stand under some of the issues.
NEGOTIATION = {
    "format": "negotiator/1",
    "negotiation": {"title": "Fishing rights"},
    "parties": [{"code": "NO", "name": "Norway"}, {"code": "UK", "name": "United Kingdom"}],
    "topics": [{"code": "quota", "label": "Quotas"}],
    "issues": [
        {"id": f"Q{n}", "topic": "quota", "question": f"Question {n}?"} for n in range(1, 7)
    ],
    "events": [
        {"id": "R1", "label": "First", "kind": "round", "date": "2024-02-01",
         "until": "2024-02-03"},
    ],
}  # fmt: skip
TREATY = {
    "format": "negotiator/1",
    "proposal": {"key": "treaty", "title": "Treaty", "party": "NO", "issued": "2024-01-20"},
    "clauses": [
        {
            "id": f"t{number}",
            "reference": f"Article {number}",
            "text": f"Text of {number}.",
            "reading": {"topics": ["quota"], "issues": [issue], "force": "demand"},
        }
        for number, issue in (
            ("8", "Q2"),
            ("9", "Q3"),
            ("10(4)", "Q4"),
            ("10(5)", "Q5"),
            ("12", "Q5"),
        )
    ],
}


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the treaty, to be copied."""
    folder = tmp_path_factory.mktemp("status")
    for name, content in (("talks.json", NEGOTIATION), ("treaty.json", TREATY)):
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    database = folder / "negotiator.db"
    command = ("--database", str(database))
    assert run([*command, "init", str(folder / "talks.json")]) == 0
    assert run([*command, "add", str(folder / "treaty.json")]) == 0
    with opened(str(database)):
        return database


@pytest.fixture
def table(negotiator: Shell, recorded: Path) -> Shell:
    """The command, on a copy of that database."""
    (negotiator.folder / "negotiator.db").write_bytes(recorded.read_bytes())
    return negotiator


def statuses(shell: Shell, *options: str) -> dict[str, tuple[str, str]]:
    """Return what counts of each issue that has a status: how far it is, and who says so."""
    found = shell("status", "list", "--format", "json", *options).data
    return {
        one["issue"]: (one["status"], one["asserted_by"])
        for one in found["statuses"]
        if one["status"]
    }


def test_articles_8_to_12_agreed_at_technical_level_except_10_5(table: Shell) -> None:
    done = table(
        *("status", "set", "--proposal", "treaty", "--articles", "8 to 12", "--except", "10(5)"),
        *("--status", TECHNICAL, "--asserted-by", "jointly", "--round", "R1", "--by", "kl"),
    )
    assert statuses(table) == dict.fromkeys(("Q2", "Q3", "Q4"), (TECHNICAL, "jointly"))
    assert "Q2: jointly: ▣ agreed at technical level, 2024-02-03" in done.err
    assert "warning: Q5 left out: t10(5) excepted, t12 not" in done.err
    [one] = table("status", "history", "Q2", "--format", "json").data["history"]
    assert (one["round"], one["day"]) == ("R1", "2024-02-03")
    assert one["batch"] == "treaty: articles 8 to 12 agreed at technical level except 10(5)"


def test_issues_and_topics_make_a_batch(table: Shell) -> None:
    table("status", "set", "Q1..Q3", "Q5", "--except", "Q2", "--status", "open", "--by", "kl")
    assert set(statuses(table)) == {"Q1", "Q3", "Q5"}
    table("status", "set", "--topic", "quota", "--except", "Q1", "--status", "parked", "--by", "kl")
    assert statuses(table) == {
        "Q1": ("open", "analyst"),
        **dict.fromkeys((f"Q{n}" for n in range(2, 7)), ("parked", "analyst")),
    }


def test_a_fall_needs_a_reason_and_nothing_of_the_batch_is_set_without(table: Shell) -> None:
    table("status", "set", "Q2", "--status", "agreed", "--by", "kl")
    before = statuses(table)
    done = table("status", "set", "Q1..Q3", "--status", "open", "--by", "kl", code=1)
    assert "Q2 from agreed to open" in done.err and "--reason" in done.err
    assert statuses(table) == before
    done = table("status", "set", "Q2", "--status", TECHNICAL, "--by", "kl", code=1)
    assert "Q2 from agreed to agreed at technical level" in done.err
    table("status", "set", "Q2", "--status", "reopened", "--reason", "elections", "--by", "kl")
    [fall] = table("status", "list", "--format", "json").data["falls"]
    assert (fall["issue"], fall["explained"], fall["reason"]) == ("Q2", True, "elections")


def test_an_earlier_agreement_recorded_late_needs_the_reason_of_what_followed(
    table: Shell,
) -> None:
    table("status", "set", "Q2", "--status", "open", "--day", "2024-02-02", "--by", "kl")
    late = ("status", "set", "Q2", "--status", "agreed", "--day", "2024-01-30", "--by", "kl")
    done = table(*late, code=1)
    assert "first assert Q2 open as of 2024-02-02 again, with --reason" in done.err
    table("status", "set", "Q2", "--status", "open", "--day", "2024-02-02", "--reason", "storms",
          "--by", "kl")  # fmt: skip
    table(*late)
    assert statuses(table) == {"Q2": ("open", "analyst")}
    assert statuses(table, "--as-of", "2024-01-31") == {"Q2": ("agreed", "analyst")}


def test_a_party_reads_it_otherwise_and_both_readings_are_kept(table: Shell) -> None:
    table("status", "set", "Q1", "--status", "agreed", "--asserted-by", "jointly", "--by", "kl")
    done = table("status", "set", "Q1", "--status", "open", "--asserted-by", "UK", "--by", "kl")
    assert "UK says: □ open" in done.err and "what counts is jointly: ■ agreed" in done.err
    shown = table("status", "list").out
    assert "■ agreed" in shown and "≠ UK says: □ open" in shown
    assert "no status recorded" in shown
    assert statuses(table, "--party", "UK") == {"Q1": ("agreed", "jointly")}
    assert statuses(table, "--party", "NO") == {}


def test_undo_takes_the_last_word_back_and_keeps_it_in_the_history(table: Shell) -> None:
    table("status", "set", "Q1", "--status", "open", "--by", "kl")
    table("status", "set", "Q1", "--status", "agreed", "--by", "kl")
    table("status", "set", "Q1", "--undo", "--reason", "wrong line", "--by", "kl")
    assert statuses(table) == {"Q1": ("open", "analyst")}
    found = table("status", "history", "Q1", "--format", "json").data
    assert [(one["status"], one["undone_by"]) for one in found["history"]] == [
        ("open", None),
        ("agreed", 3),
    ]
    assert "(taken back)" in table("status", "history", "Q1").out
    table("status", "set", "Q1", "--undo", "--reason", "wrong line", "--by", "kl")
    done = table("status", "set", "Q1", "--undo", "--reason", "again", "--by", "kl", code=1)
    assert "nothing is asserted by analyst of Q1" in done.err


REFUSED = (
    (("Q9", "--status", "open"), 1, "unknown issue “Q9”"),
    (("--topic", "x", "--status", "open"), 1, "unknown topic “x”"),
    (("Q1", "--status", "open", "--asserted-by", "FR"), 1, "unknown party “FR”"),
    (("Q1", "--status", "open", "--round", "R9"), 1, "unknown round “R9”"),
    (("--articles", "8", "--status", "open"), 2, "--proposal KEY, one of"),
    (("--articles", "8", "--proposal", "x", "--status", "open"), 1, "unknown proposal “x”"),
    (("--proposal", "treaty", "--articles", "99", "--status", "open"), 1, "reference 99"),
    (("--status", "open"), 2, "choose issues by their ids"),
    (("Q1", "--topic", "quota", "--status", "open"), 2, "choose issues by their ids"),
    (("Q1", "--proposal", "treaty", "--status", "open"), 2, "goes with --articles"),
    (("Q1",), 2, "either --status or --undo"),
    (("Q1", "--undo"), 2, "needs a --reason"),
    (("Q1", "--status", "done"), 2, "agreed on the policy objective"),
)


def test_the_articles_are_those_of_the_only_proposal(table: Shell) -> None:
    table("status", "set", "--articles", "8", "--status", "open", "--by", "kl")
    assert statuses(table) == {"Q2": ("open", "analyst")}


def test_what_is_refused(table: Shell) -> None:
    table("add", table.clauses("theirs.json", u1="It ends."), "--party", "UK")
    for arguments, code, message in REFUSED:
        done = table("status", "set", *arguments, "--by", "kl", code=code)
        assert message in " ".join(done.err.split())
    assert statuses(table) == {}


def test_the_list_reconciles_and_names_every_status(table: Shell) -> None:
    table("status", "set", "Q1..Q2", "--status", "open", "--round", "R1", "--by", "kl")
    table("status", "set", "Q3", "--status", "not opened", "--day", "2024-02-04", "--by", "kl")
    found = table("status", "list", "--format", "json").data
    assert set(found["counts"]) == {*Status, "without"}
    assert sum(found["counts"].values()) == found["issues"] == 6
    assert [one["issue"] for one in found["rounds"][0]["shifts"]] == ["Q1", "Q2"]
    assert "– no status recorded → □ open" in table("status", "list", "--rounds").out
    assert set(statuses(table, "--status", "not opened", "--status", "parked")) == {"Q3"}


def test_a_status_of_a_later_day_is_not_hidden_by_the_last_document(table: Shell) -> None:
    table("status", "set", "Q1", "--status", "agreed", "--day", "2024-05-01", "--by", "kl")
    assert statuses(table) == {"Q1": ("agreed", "analyst")}
    shown = table("compare", "--issue", "Q1", "--format", "json").data
    assert shown["as_of"] == "2024-05-01"
    assert shown["issues"][0]["status"]["status"] == "agreed"
    # Without a day the next word speaks about the last day on record, not about an earlier one.
    table("status", "set", "Q1", "--status", "open", "--reason", "storms", "--by", "kl")
    assert statuses(table) == {"Q1": ("open", "analyst")}


def test_what_is_recorded_of_an_earlier_day_is_told_beside_what_counts(table: Shell) -> None:
    table("status", "set", "Q1", "--status", "agreed", "--day", "2024-05-01", "--by", "kl")
    earlier = ["status", "set", "Q1", "--status", "open", "--day", "2024-03-01", "--by", "kl"]
    said = table(*earlier).err
    assert "Q1: analyst: □ open is on record; what counts is analyst: ■ agreed, 2024-05-01" in said
