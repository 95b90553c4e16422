"""`negotiator movement`: on the shipped exchange, who moved where."""

from __future__ import annotations

from tests.shell import Shell


def moved(found: dict[str, list[dict[str, object]]], round_: str) -> set[str]:
    return {
        f"{one['party']} {one['issue']} {one['kind']}"
        for one in found["moves"]
        if one["round"] == round_ and one["kind"] not in ("new", "unchanged")
    }


def test_the_reply_of_february_hardens_more_than_it_gives(exchange_shell: Shell) -> None:
    found = exchange_shell("movement", "--format", "json").data
    assert moved(found, "2022-02-17") == {
        "RU I04 hardened",
        "RU I16 hardened",
        "RU I19 hardened",
        "RU I24 hardened",
        "RU I14 reframed",
        "RU I18 reframed",
    }
    assert moved(found, "2022-01-26") == set()
    assert all(line["reconciles"] for line in found["ledger"])
    assert found["alarms"] == []


def test_a_demand_becomes_a_condition(exchange_shell: Shell) -> None:
    found = exchange_shell("movement", "--issue", "I16", "--party", "RU", "--format", "json").data
    new, hardened = found["moves"]
    assert (new["kind"], new["from"], new["to"]) == ("new", [], ["A7.1", "A7.2", "A7.3"])
    assert hardened["from"] == ["A7.1", "A7.2", "A7.3"]
    assert hardened["to"] == ["E24", "E25"]
    assert hardened["reason"] == (
        "E25 is a condition, where A7.1, A7.2 and A7.3 are mutual commitments."
    )
    assert hardened["review"] == "draft"
    assert hardened["redlines"] == []


def test_the_answer_fits_a_screen(exchange_shell: Shell) -> None:
    lines = exchange_shell("movement").out.splitlines()
    assert len(lines) <= 44
    assert all(len(line) <= 80 for line in lines)
    assert "  RU I13 hardened  F4 → F7 (demand → refusal)" in lines


def test_an_issue_is_shown_with_its_texts(exchange_shell: Shell) -> None:
    text = exchange_shell("movement", "--issue", "I16").out
    assert "E25 is a condition, where A7.1, A7.2 and A7.3 are mutual commitments." in text
    assert "now E24@1 (assertion): Russia says:" in text
    assert "[-" not in text


def test_a_view_from_one_day_to_another(exchange_shell: Shell) -> None:
    found = exchange_shell(
        "movement", "--since", "2022-01-27", "--as-of", "2022-01-28", "--format", "json"
    ).data
    assert [one["id"] for one in found["rounds"]] == ["2022-01-27", "2022-01-28"]
    assert found["ledger"][0]["before"] == 15
    exchange_shell("movement", "--since", "2022-02-01", "--as-of", "2022-01-01", code=1)


def test_a_topic_stands_for_its_issues(exchange_shell: Shell) -> None:
    found = exchange_shell("movement", "--topic", "4", "--format", "json").data
    assert {one["issue"] for one in found["moves"]} <= {"I14", "I15", "I16", "I17"}
    nothing = exchange_shell("movement", "--topic", "4", "--issue", "I01", code=1)
    assert "no issue is in this selection" in nothing.err


def test_a_name_that_is_not_on_record_is_refused(exchange_shell: Shell) -> None:
    assert "unknown party" in exchange_shell("movement", "--party", "XX", code=1).err


def test_versions_of_a_proposal_are_redlined(talks: Shell) -> None:
    revised = talks.clauses("revised.json", n1="The quota shall be 700 tonnes.", n2="It ends.")
    talks("add", revised, "--party", "NO", "--proposal", "north", "--date", "2024-03-10")
    found = talks("movement", "--format", "json").data
    (move,) = [one for one in found["moves"] if one["round"] == "2024-03-10"]
    assert (move["party"], move["kind"], move["signs"]) == ("NO", "softened", ["figure nearer"])
    assert move["reason"] == (
        "n1@2 says “700 tonnes” where n1@1 says “1,000 tonnes”, nearer to u1."
    )
    (redline,) = move["redlines"]
    assert [span["text"] for span in redline["spans"] if span["kind"] == "added"] == ["700"]
    assert move["confidence"] == "low"
