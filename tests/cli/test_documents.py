"""Documents as people send them: read, added, one by one or by the folder."""

from __future__ import annotations

from typing import Any

import pytest

from tests.shell import Shell

TREATY = """AGREEMENT ON FISHING

Article 1

1. The quota of cod shall be 1,000 tonnes a year, provided that stocks recover.

2. [EU/CAN: Each Party should report catches.]
"""
PAGE = """<html lang="en"><head><title>Position</title></head><body>
<h1>Our amendments</h1>
<table>
<tr><th>Provision</th><th>Text proposed by the Commission</th><th>Amendment</th>
<th>Justification</th></tr>
<tr><td>Article 4(2)</td><td>Vessels may fish.</td><td>Vessels may not fish.</td>
<td>Stocks are low.</td></tr>
<tr><td>Article 5(1)</td><td>Nets shall be marked by their owners.</td><td>deleted</td>
<td>It costs too much.</td></tr>
</table></body></html>
"""
COLUMNS = """Row,Commission,Parliament,Council,Compromise
1,Vessels may fish.,Vessels may not fish.,Vessels may fish in May.,Vessels may fish in June.
2,Nets shall be marked.,Nets shall be marked and counted.,,Nets shall be marked.
"""


def ids(found: Any) -> list[str]:
    return [clause["id"] for clause in found["clauses"]]


def test_a_text_is_read_without_a_database(negotiator: Shell) -> None:
    negotiator.write("draft.txt", TREATY)
    found = negotiator("read", "draft.txt", "--format", "json").data
    assert found["document"]["kind"] == "text"
    assert found["document"]["title"] == "AGREEMENT ON FISHING"
    assert found["document"]["language"] == "en"
    assert ids(found) == ["title", "1.1", "1.2"]
    quota, report = found["clauses"][1:]
    assert quota["reference"] == "Article 1(1)"
    assert quota["reading"]["review"] == "draft"
    assert quota["reading"]["conditions"] == ["provided that stocks recover"]
    assert quota["reading"]["reason"]
    (bracket,) = report["brackets"]
    assert bracket["supports"] == ["EU", "CAN"]
    assert report["text"][bracket["start"] : bracket["end"]] == report["text"]
    assert not list(negotiator.folder.glob("*.db"))


def test_the_terminal_shows_clauses_and_what_is_left_out(negotiator: Shell) -> None:
    negotiator.write("page.html", PAGE)
    shown = negotiator("read", "page.html").out
    assert "Vessels may {+not +}fish." in shown
    assert "SUP: [-Nets shall be marked by their owners.-]" in " ".join(shown.split())
    assert "reasons given: It costs too much." in shown
    assert "Left out" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_amendments_are_clauses_with_their_base_text(negotiator: Shell) -> None:
    negotiator.write("page.html", PAGE)
    found = negotiator("read", "page.html", "--format", "json").data
    changed, deleted = [one for one in found["clauses"] if "base_text" in one]
    assert (changed["change"], changed["reference"]) == ("MOD", "Article 4(2)")
    assert "may not fish" in changed["text"]
    assert changed["justification"] == "Stocks are low."
    assert (deleted["text"], deleted["change"]) == ("", "SUP")
    assert "Nets shall be marked by their owners." in deleted["base_text"]


@pytest.mark.parametrize(
    ("segment", "expected"),
    [
        ("articles", ["title", "1"]),
        ("paragraphs", ["title", "1.1", "1.2"]),
        ("points", ["title", "1.1", "1.2"]),
    ],
)
def test_the_grain_is_chosen(negotiator: Shell, segment: str, expected: list[str]) -> None:
    negotiator.write("draft.txt", TREATY)
    found = negotiator("read", "draft.txt", "--segment", segment, "--format", "json").data
    assert ids(found) == expected


def test_a_document_is_added_with_its_machine_readings_as_drafts(talks: Shell) -> None:
    talks.write("draft.txt", TREATY)
    done = talks("add", "draft.txt", "--party", "NO", "--date", "2024-04-01")
    assert "added agreement-on-fishing@1, 3 clauses" in done.err
    assert "warning: agreement-on-fishing@1: the machine read" in done.err
    clauses = talks("list", "clauses", "--format", "json").data
    (quota,) = [one for one in clauses if one["reference"] == "Article 1(1)"]
    assert (quota["review"], quota["force"] is not None) == ("draft", True)
    talks("clause", "set", quota["id"], "--confirm", "--by", "kl")
    (quota,) = [
        one for one in talks("list", "clauses", "--format", "json").data if one["id"] == quota["id"]
    ]
    assert quota["review"] == "confirmed"


def test_what_is_left_out_is_on_record(talks: Shell) -> None:
    talks.write("page.html", PAGE)
    talks("add", "page.html", "--party", "NO", "--date", "2024-04-01", "--proposal", "p")
    (version,) = talks("show", "p@1", "--format", "json").data["versions"]
    assert version["omitted"]
    assert {"what", "reason", "page", "place", "text"} == set(version["omitted"][0])
    assert "Left out" in talks("show", "p@1").out


def test_a_table_of_several_parties_comes_in_at_once(talks: Shell) -> None:
    talks("party", "add", "EU", "European Union")
    talks.write("table.csv", COLUMNS)
    columns = "Commission=NO,Parliament=UK,Council=EU,Compromise=*"
    done = talks("add", "table.csv", "--columns", columns, "--date", "2024-05-01")
    assert done.err.count("added ") == 4
    clauses = talks("list", "clauses", "--as-of", "2024-05-01", "--format", "json").data
    said: dict[str, list[str]] = {}
    for one in clauses:
        if one["proposal"].endswith("table"):
            said.setdefault(one["party"], []).append(one["text"])
    assert said["NO"] == ["Vessels may fish.", "Nets shall be marked."]
    assert said["UK"] == ["Vessels may not fish.", "Nets shall be marked and counted."]
    assert said["EU"] == ["Vessels may fish in May."]
    assert said[""] == ["Vessels may fish in June.", "Nets shall be marked."]
    talks("report", "-o", "report.html")
    talks("compare")


def test_a_folder_is_added_file_by_file_and_can_be_resumed(talks: Shell) -> None:
    folder = talks.folder / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(TREATY, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"caf\xe9 shall not be refused silently")
    (folder / "c.md").write_text("# Paper\n\nThe Parties shall talk.\n", encoding="utf-8")
    done = talks("add", "papers", "--party", "NO", "--date", "2024-04-01", code=1)
    assert "2 added, 0 on record already, 1 refused" in done.err
    assert "b.txt" in done.err and "is not UTF-8" in done.err
    (folder / "b.txt").write_text("The Parties shall not talk.", encoding="utf-8")
    again = talks("add", "papers", "--party", "NO", "--date", "2024-04-01")
    assert "1 added, 2 on record already, 0 refused" in again.err


def test_a_name_that_says_another_kind_is_refused(talks: Shell) -> None:
    talks.write("draft.pdf", TREATY)
    before = talks("list", "versions").out
    refused = talks("add", "draft.pdf", "--party", "NO", code=1)
    assert "draft.pdf" in refused.err
    assert talks("list", "versions").out == before
    talks("add", "draft.pdf", "--party", "NO", "--kind", "text")


def test_columns_must_say_what_they_hold(talks: Shell) -> None:
    talks.write("table.csv", COLUMNS)
    refused = talks("add", "table.csv", "--columns", "Commission", code=2)
    assert "write HEADING=PARTY" in refused.err
    unknown = talks("add", "table.csv", "--columns", "Senate=NO", code=1)
    assert "Senate" in unknown.err and "Commission" in unknown.err


def test_a_second_version_keeps_the_ids_of_its_articles(talks: Shell) -> None:
    talks.write("draft.txt", TREATY)
    talks("add", "draft.txt", "--party", "NO", "--date", "2024-04-01", "--proposal", "p")
    talks.write("draft2.txt", TREATY.replace("1,000", "900"))
    done = talks("add", "draft2.txt", "--party", "NO", "--date", "2024-05-01", "--proposal", "p")
    assert "added p@2: 2 unchanged, 1 modified, 0 added, 0 suppressed" in done.err


def test_what_only_the_machine_read_is_not_confirmed_by_stating_something_else(
    talks: Shell,
) -> None:
    talks.write("draft.txt", TREATY)
    talks("add", "draft.txt", "--party", "NO", "--date", "2024-04-01", "--proposal", "p")

    def quota() -> Any:
        clauses = talks("list", "clauses", "--format", "json").data
        return next(one for one in clauses if one["reference"] == "Article 1(1)")

    assert quota()["conditions"] == ["provided that stocks recover"]
    talks("clause", "set", quota()["id"], "--topic", "quota", "--by", "kl")
    assert (quota()["topics"], quota()["conditions"]) == (["quota"], [])


def test_a_sheet_of_several_parties_is_not_guessed_at(talks: Shell) -> None:
    talks.write("table.csv", COLUMNS)
    refused = talks("add", "table.csv", "--party", "NO", code=1)
    assert (
        "has a column for each of several parties: Commission, Parliament, Council" in refused.err
    )
    assert "--columns 'Commission=…" in refused.err


def test_remarks_beside_several_parties_are_nobodys_reasons(talks: Shell) -> None:
    table = "Ref,Commission,Council,Remarks\n1,Dues end.,Dues stay.,rapporteur: red line\n"
    talks.write("table.csv", table)
    columns = "Commission=NO,Council=UK"
    found = talks("read", "table.csv", "--columns", columns, "--format", "json").data
    assert not any("justification" in clause for clause in found["clauses"])
    assert any("red line" in one["text"] for one in found["omitted"])


def test_a_version_by_its_title_alone_is_told(talks: Shell) -> None:
    talks.write("a.txt", TREATY)
    talks.write("b.txt", TREATY.replace("1,000", "900"))
    first = talks("add", "a.txt", "--party", "NO", "--date", "2024-04-01")
    assert "by its title" not in first.err
    second = talks("add", "b.txt", "--party", "NO", "--date", "2024-05-01")
    assert "taken for the next version of agreement-on-fishing@1 by its title" in second.err


def test_a_cell_across_several_parties_is_the_wording_of_each(talks: Shell) -> None:
    page = (
        "<table><tr><th>Ref</th><th>Commission</th><th>Parliament</th><th>Council</th></tr>"
        "<tr><td>1</td><td>Dues end.</td><td>Dues stay.</td><td>Dues rise.</td></tr>"
        "<tr><td>2</td><td colspan=2>No dues.</td><td>Dues.</td></tr></table>"
    )
    talks.write("table.html", page)
    columns = "Commission=EC,Parliament=EP,Council=CO"
    found = talks("read", "table.html", "--columns", columns, "--format", "json").data
    said = {(one["party"], one["text"]) for one in found["clauses"]}
    assert {("EC", "No dues."), ("EP", "No dues."), ("CO", "Dues.")} <= said
