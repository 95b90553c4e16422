"""The JSON that other programs read: documented, and it only ever grows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from negotiator.model import SilenceKind, Verdict
from tests.shell import Shell


def test_list_clauses(exchange_shell: Shell) -> None:
    clauses = exchange_shell("list", "clauses", "--format", "json").data
    assert len(clauses) == 106
    assert {
        "id", "party", "proposal", "version", "reference", "text", "wording", "topics", "issues",
        "force", "answers",
    } <= set(clauses[0])  # fmt: skip
    first = next(clause for clause in clauses if clause["id"] == "A4.1")
    assert (first["party"], first["proposal"], first["version"]) == ("RU", "A", 1)
    assert first["reference"] == "Article 4, paragraph 1"
    assert (first["wording"], first["force"]) == ("paraphrase", "demand")
    assert "I01" in first["issues"]
    answered = {(a["clause"], a["how"]) for c in clauses for a in c["answers"] if "clause" in a}
    assert ("A4.1", "refused") in answered


def test_list_clauses_as_of_a_day(exchange_shell: Shell) -> None:
    early = exchange_shell("list", "clauses", "--as-of", "2022-01-01", "--format", "json").data
    assert {clause["proposal"] for clause in early} == {"F0", "A", "B"}
    known = exchange_shell(
        "list", "clauses", "--as-of", "2021-12-16", "--known", "published", "--format", "json"
    ).data
    assert {clause["proposal"] for clause in known} == {"F0"}


def test_compare(exchange_shell: Shell) -> None:
    whole = exchange_shell("compare", "--format", "json").data
    assert whole["as_of"] == "2022-02-17"
    assert whole["parties"] == ["RU", "US", "NATO", "EU"]
    assert len(whole["issues"]) == 30
    silences = {None, *(kind.value for kind in SilenceKind)}
    for issue in whole["issues"]:
        assert {"id", "topic", "question", "cells", "gaps"} <= set(issue)
        assert list(issue["cells"]) == whole["parties"]
        for cell in issue["cells"].values():
            assert cell["silence"] in silences
            assert (cell["silence"] is None) == bool(cell["clauses"])
            for clause in cell["clauses"]:
                assert {"id", "reference", "text", "wording", "force"} <= set(clause)
        for gap in issue["gaps"]:
            assert {
                "id", "parties", "verdict", "family", "kinds", "rationale", "evidence",
                "confidence", "review",
            } <= set(gap)  # fmt: skip
            assert gap["id"] == f"{issue['id']}.{'-'.join(gap['parties'])}"
            assert set(gap["evidence"]) == set(gap["parties"])
    counts = whole["counts"]
    assert counts["pairs"] == 30 * 3, "Russia with each of the three, on every issue"
    assert sum(counts[verdict.value] for verdict in Verdict) == counts["pairs"]


def test_compare_a_selection(exchange_shell: Shell) -> None:
    whole = exchange_shell(
        "compare", "--topic", "4", "--party", "RU", "--party", "US", "--format", "json"
    ).data
    assert [issue["id"] for issue in whole["issues"]] == ["I14", "I15", "I16", "I17"]
    assert whole["parties"] == ["RU", "US"]
    everything = exchange_shell("compare", "--format", "json").data
    theirs = {issue["id"]: issue for issue in everything["issues"]}
    for issue in whole["issues"]:
        assert issue["gaps"][0] == theirs[issue["id"]]["gaps"][0], "a selection changes nothing"


def test_the_same_database_gives_the_same_bytes(exchange_shell: Shell) -> None:
    for command in (["compare", "--format", "json"], ["report", "-o", "-"], ["compare"]):
        assert exchange_shell(*command).out == exchange_shell(*command).out


def test_output_to_a_file_is_the_output(exchange_shell: Shell) -> None:
    printed = exchange_shell("compare", "--format", "json").out
    done = exchange_shell("compare", "--format", "json", "-o", "compare.json")
    assert done.out == ""
    assert (exchange_shell.folder / "compare.json").read_text(encoding="utf-8") == printed
    assert "\\u" not in printed, "not escaped"


@pytest.mark.parametrize(
    "kind",
    [
        "parties",
        "proposals",
        "versions",
        "topics",
        "issues",
        "clauses",
        "rounds",
        "sources",
        "decisions",
    ],
)
def test_every_list_has_its_data(exchange_shell: Shell, kind: str) -> None:
    data = exchange_shell("list", kind, "--format", "json").data
    assert isinstance(data, list)
    assert bool(data) == (kind != "decisions")
    assert exchange_shell("list", kind).out


@pytest.mark.parametrize(
    ("id", "kinds"),
    [
        ("A4.1", ["clause"]),
        ("A4.1@1", ["clause"]),
        ("A", ["versions"]),
        ("A@1", ["versions"]),
        ("F1", ["clause", "versions"]),
        ("I01", ["issue"]),
        ("2.1", ["topic"]),
        ("RU", ["party"]),
        ("R18", ["source"]),
        ("EV1", ["event"]),
        ("I01.RU-US", ["gap"]),
    ],
)
def test_show_finds_whatever_bears_an_id(exchange_shell: Shell, id: str, kinds: list[str]) -> None:
    assert list(exchange_shell("show", id, "--format", "json").data) == kinds
    assert exchange_shell("show", id).out.strip()


def test_report_to_stdout_is_the_report(exchange_shell: Shell) -> None:
    page = exchange_shell("report", "-o", "-").out
    exchange_shell("report", "-o", "r.html")
    assert (exchange_shell.folder / "r.html").read_text(encoding="utf-8") == page


def test_history_lists_every_decision_in_order(exchange_shell: Shell) -> None:
    for state, verdict in (("proposed", "divergent"), ("disputed", ""), ("adjudicated", "opposed")):
        chosen = ["--verdict", verdict] if verdict else []
        exchange_shell(
            "gaps", "review", "I17.RU-US", "--state", state, *chosen, "--note", state, "--by", "kl"
        )
    history = exchange_shell("gaps", "history", "I17.RU-US", "--format", "json").data
    assert [(one["state"], one["verdict"], one["note"]) for one in history] == [
        ("proposed", "divergent", "proposed"),
        ("disputed", "divergent", "disputed"),
        ("adjudicated", "opposed", "adjudicated"),
    ]
    gap = exchange_shell("gaps", "show", "I17.RU-US", "--format", "json").data
    assert (gap["verdict"], gap["review"]) == ("opposed", "adjudicated")
    text = json.dumps(exchange_shell("compare", "--format", "json").data)
    assert '"by": "kl"' not in text


def test_an_output_that_cannot_be_written_is_told(talks: Shell) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no device that is always full on this system")
    command = [sys.executable, "-m", "negotiator", "list", "clauses"]
    with full.open("w") as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 4
    assert done.stderr.startswith("error: standard output: No space left on device")
    assert "Traceback" not in done.stderr
