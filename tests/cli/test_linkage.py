"""`negotiator linkage`: on the shipped exchange, what hangs on what."""

from __future__ import annotations

from tests.shell import Shell


def test_two_gates_point_opposite_ways(exchange_shell: Shell) -> None:
    found = exchange_shell("linkage", "--format", "json").data
    assert ["C2", "E16"] in found["cycles"]
    assert ["D9", "E16"] in found["cycles"]
    held = {issue: set(gates) for issue, gates in found["hostages"].items()}
    assert held["I14"] == {"C2", "D9", "E16"}
    assert held["I15"] == {"C2", "E16"}
    assert held["I19"] == {"C2", "D9", "E16", "E23"}
    assert held["I20"] == {"C2", "D9", "E16"}
    assert held["I21"] == {"C2", "D9"}


def test_the_screen_says_first_what_matters_most(exchange_shell: Shell) -> None:
    lines = exchange_shell("linkage").out.splitlines()
    told = " ".join(lines[1:3])
    assert told == (
        "The United States and NATO wait for Russia (C2, D9); Russia waits for them (E16):"
        " neither moves first."
    )
    assert "I14 ⇄" in " ".join(lines)
    assert len(lines) <= 48
    assert all(len(line) <= 80 for line in lines)


def test_the_data_cites_the_words_of_each_tie(exchange_shell: Shell) -> None:
    found = exchange_shell("linkage", "--format", "json").data
    nodes = {node["id"]: node for node in found["nodes"]}
    assert all(edge["from"] in nodes and edge["to"] in nodes for edge in found["edges"])
    assert all(edge["why"] for edge in found["edges"])
    assert nodes["C2"]["kind"] == "gate"
    holds = {(e["from"], e["to"]): e["why"] for e in found["edges"] if e["kind"] == "holds"}
    assert holds["C2", "C10"] == "gate on every other United States offer (linkage of C2)"
    assert holds["E16", "C10"] == "E16 accepts C10 conditionally"


def test_it_is_as_of_a_day_and_of_a_selection(exchange_shell: Shell) -> None:
    before = exchange_shell("linkage", "--as-of", "2022-01-30", "--format", "json").data
    assert before["cycles"] == []
    assert before["hostages"]["I14"] == ["C2", "D9"]
    one = exchange_shell("linkage", "--issue", "I14", "--format", "json").data
    assert list(one["hostages"]) == ["I14"]
    assert one["cycles"] == [["C2", "E16"], ["D9", "E16"]]
    topic = exchange_shell("linkage", "--topic", "5.4", "--format", "json").data
    assert topic["hostages"] == {"I21": ["C2", "D9"]}
    ours = exchange_shell("linkage", "--party", "US", "--format", "json").data
    assert {gate["clause"] for gate in ours["gates"]} == {"C2", "E16", "E23", "E25"}
    exchange_shell("linkage", "--issue", "I99", code=1)


def test_without_conditions_it_says_so(talks: Shell) -> None:
    assert "No condition is read that holds back what a side offers." in talks("linkage").out
    assert talks("linkage", "--format", "json").data["hostages"] == {}


def test_treaty_brackets_and_quotation_marks_survive(talks: Shell) -> None:
    text = "No deal is possible until Norway opens [all] its waters."
    talks("add", talks.clauses("gate.json", u9=text), "--party", "UK", "--date", "2024-03-10",
          "--proposal", "gate")  # fmt: skip
    talks("clause", "set", "u9", "--topic", "quota", "--issue", "Q1", "--force", "condition",
          "--by", "kl", "--note", "as read")  # fmt: skip
    shown = talks("linkage").out
    assert f"“{text}”" in " ".join(shown.split())
    assert "Q1" in shown
