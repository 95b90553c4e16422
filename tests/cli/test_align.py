"""`negotiator align`: two files side by side, as data, in the terminal, as a page."""

from __future__ import annotations

from typing import Any

import pytest

from tests.documents.kinds.word import p
from tests.documents.test_hostile_files import BODY, WORD, office
from tests.render.page import Page
from tests.shell import Shell

BEFORE = """# Agreement on fishing

## Article 1 Quotas

1. The quota of cod shall be 1,000 tonnes a year, provided that stocks recover.

2. The Parties should inform each other of their catches.

## Article 2 Gear

Nets shall be marked by their owners.

## Article 3 Term

This Agreement ends after five years, unless the Parties agree otherwise.
"""
AFTER = """# Agreement on fishing

## Article 1 Quotas

1. The quota of cod shall not exceed 900 tonnes a year, provided that stocks recover.

2. The Parties should inform each other of their catches.

3. Bycatch counts against the quota of the vessel that lands it.

## Article 2 Gear

Nets shall be marked by their owners.
"""
OURS = {
    "4": "The quota of cod shall be 1,000 tonnes a year.",
    "7": "Disputes shall be settled by an arbitral tribunal of three members.",
}
THEIRS = {
    "b": "Disputes shall be settled by consultation, never by an arbitral tribunal.",
    "a": "The quota of cod shall be 500 tonnes a year.",
    "c": "Vessels carry observers.",
}
COLUMNS = """Row,Commission,Parliament,Compromise
1,Vessels may fish.,Vessels may not fish.,Vessels may fish in June.
2,Nets shall be marked.,Nets shall be marked and counted.,Nets shall be marked.
"""


@pytest.fixture
def drafts(negotiator: Shell) -> Shell:
    """The command, beside two versions of one text and the texts of two parties."""
    negotiator.write("before.md", BEFORE)
    negotiator.write("after.md", AFTER)
    negotiator.clauses("ours.json", **OURS)
    negotiator.clauses("theirs.json", **THEIRS)
    negotiator.write("table.csv", COLUMNS)
    return negotiator


def found(shell: Shell, *arguments: str) -> Any:
    return shell("align", *arguments, "--format", "json").data


def linked(data: Any) -> set[tuple[str, str]]:
    return {(a, b) for link in data["links"] for a in link["left"] for b in link["right"]}


def kinds(data: Any) -> dict[tuple[str | None, str | None], list[str]]:
    return {(one["left"], one["right"]): one["kind"] for one in data["changes"]}


def test_texts_of_two_parties_are_lined_up_in_any_order(drafts: Shell) -> None:
    data = found(drafts, "ours.json", "theirs.json")
    assert linked(data) == {("4", "a"), ("7", "b")}
    assert data["unmatched"] == {"left": [], "right": ["c"]}
    assert data["fallback"] == ""
    assert "changes" not in data
    for link in data["links"]:
        assert set(link) == {"left", "right", "relation", "method", "score", "reasons"}
        assert 0 < link["score"] <= 1


def test_ids_are_labels_never_evidence(drafts: Shell) -> None:
    drafts.clauses("renamed.json", **{"4": THEIRS["b"], "7": THEIRS["a"]})
    assert linked(found(drafts, "ours.json", "renamed.json")) == {("4", "7"), ("7", "4")}


def test_every_clause_is_in_a_link_or_alone(drafts: Shell) -> None:
    for arguments in (["before.md", "ours.json"], ["before.md", "after.md", "--versions"]):
        data = found(drafts, *arguments)
        for side, file in zip(("left", "right"), arguments, strict=False):
            clauses = drafts("read", file, "--format", "json").data["clauses"]
            told = [id for link in data["links"] for id in link[side]] + data["unmatched"][side]
            assert set(told) == {clause["id"] for clause in clauses}
            if "changes" in data:
                assert {one[side] for one in data["changes"]} - {None} == set(told)


def test_headings_are_not_lined_up_between_parties(drafts: Shell) -> None:
    data = found(drafts, "before.md", "after.md")
    assert {"title", "1.h", "2.h"} <= set(data["unmatched"]["left"])
    assert ("1.2", "1.2") in linked(data)


def test_what_became_of_each_clause(drafts: Shell) -> None:
    data = found(drafts, "before.md", "after.md", "--versions")
    told = kinds(data)
    assert told["1.1", "1.1"] == ["modified"]
    assert told["1.2", "1.2"] == ["unchanged"]
    assert told[None, "1.3"] == ["added"]
    assert told["3", None] == ["suppressed"]
    (quota,) = [one for one in data["changes"] if one["left"] == "1.1"]
    spans = quota["redline"]
    old, new = (
        "".join(span["text"] for span in spans if span["kind"] != other)
        for other in ("added", "removed")
    )
    assert old == "The quota of cod shall be 1,000 tonnes a year, provided that stocks recover."
    assert (
        new == "The quota of cod shall not exceed 900 tonnes a year, provided that stocks recover."
    )
    stressed = [span["text"][a:b] for span in spans for a, b in span["telling"]]
    assert {"not", "900"} <= set(stressed)


def test_a_text_against_itself_is_all_unchanged(drafts: Shell) -> None:
    data = found(drafts, "before.md", "before.md", "--versions")
    assert {tuple(one["kind"]) for one in data["changes"]} == {("unchanged",)}
    assert drafts("align", "before.md", "before.md", "--versions").out.splitlines()[1] == (
        "Nothing changed: 8 clauses, every one unchanged."
    )


def test_a_clause_that_was_split_stands_beside_its_parts(drafts: Shell) -> None:
    first = "Each Party shall report the catches of its vessels to the Secretariat every month."
    second = "The Secretariat shall publish the reports of all Parties within thirty days."
    drafts.clauses("whole.json", x="Fishing is free.", y=f"{first} {second}", z="Nets are marked.")
    drafts.clauses("parts.json", x="Fishing is free.", p=first, q=second, z="Nets are marked.")
    data = found(drafts, "whole.json", "parts.json", "--versions")
    told = kinds(data)
    assert "split" in told["y", "p"]
    assert "split" in told["y", "q"]
    assert {"left": ["y"], "right": ["p", "q"]}.items() <= data["links"][1].items()
    shown = drafts("align", "whole.json", "parts.json", "--versions").out
    assert "y became p and q" in shown
    assert "[-" not in shown.split("because")[0].splitlines()[3:], "no word changed"
    back = found(drafts, "parts.json", "whole.json", "--versions")
    assert "merged" in kinds(back)["p", "y"]


def test_the_terminal_shows_them_side_by_side(drafts: Shell) -> None:
    shown = drafts("align", "before.md", "after.md", "--versions").out
    lines = shown.splitlines()
    assert lines[0] == "Agreement on fishing: before.md → after.md"
    assert "1 modified" in lines[1]
    assert "1 added" in lines[1]
    assert max(map(len, lines)) <= 80
    assert "MOD   modified" in shown
    left, right = zip(*(line.split("│") for line in lines if "│" in line), strict=False)
    assert "[-" in "".join(left)
    assert "{+" not in "".join(left)
    assert "{+" in "".join(right)
    assert "[-" not in "".join(right)
    assert "\x1b" not in shown, "no colour where there is no terminal"


def test_what_did_not_change_is_folded(drafts: Shell) -> None:
    shown = drafts("align", "before.md", "after.md", "--versions").out
    assert "NOC   2 clauses unchanged: Article 2 to Article 2" in shown
    assert "Nets shall be marked" not in shown


def test_square_brackets_are_text_and_nothing_is_cut(negotiator: Shell) -> None:
    long = " ".join(f"[word{n}]" for n in range(300))
    negotiator.clauses("one.json", a=f"Parties [shall][should] act. {long}")
    negotiator.clauses("two.json", a=f"Parties [shall] act. {long}")
    shown = negotiator("align", "one.json", "two.json").out
    assert "[shall]" in shown
    assert all(shown.count(f"[word{n}]") == 2 for n in range(300))


def test_links_of_parties_show_their_method_and_score(drafts: Shell) -> None:
    shown = drafts("align", "ours.json", "theirs.json").out
    assert "2 links, 0 alone on the left, 1 alone on the right" in " ".join(shown.split())
    assert "linked  similar text, score 0." in shown
    assert "only right\n  c\n  Vessels carry observers." in shown


def test_word_files_are_read_too(negotiator: Shell) -> None:
    for name, days in (("one", "30"), ("two", "60")):
        text = f"Disputes shall be settled by consultation within {days} days."
        content = office(WORD, BODY.format(p("Article 1") + p(text)))
        (negotiator.folder / f"{name}.docx").write_bytes(content)
    data = found(negotiator, "one.docx", "two.docx", "--versions")
    assert ["modified"] in [one["kind"] for one in data["changes"]]


def test_the_page_is_chosen_by_the_name_of_the_file(drafts: Shell) -> None:
    done = drafts("align", "before.md", "after.md", "--versions", "-o", "both.html")
    assert done.out == ""
    page = Page((drafts.folder / "both.html").read_text(encoding="utf-8"))
    assert page.misnested == []
    assert "Bycatch counts against the quota" in page.text
    drafts("align", "before.md", "after.md", "--versions", "-o", "both.json")
    written = (drafts.folder / "both.json").read_text(encoding="utf-8")
    assert written.startswith('{\n  "left_file": "before.md"')


def test_the_same_files_give_the_same_bytes(drafts: Shell) -> None:
    for kind in ("terminal", "json", "html"):
        for mode in ([], ["--versions"]):
            command = ["align", "ours.json", "theirs.json", "--format", kind, *mode]
            assert drafts(*command).out == drafts(*command).out


def test_output_is_not_escaped(negotiator: Shell) -> None:
    negotiator.clauses("one.json", é="Les Parties coopèrent à la pêche.")
    printed = negotiator("align", "one.json", "one.json", "--format", "json", "--versions").out
    assert '"é"' in printed


COLUMN_OPTIONS = ["--columns", "Commission=EC,Parliament=EP,Compromise=*"]


def test_two_columns_of_one_table(drafts: Shell) -> None:
    data = found(drafts, "table.csv", "table.csv", *COLUMN_OPTIONS, "--left", "EC", "--right", "EP")
    assert linked(data) == {("row-1", "row-1"), ("row-2", "row-2")}
    shown = drafts(
        "align", "table.csv", "table.csv", *COLUMN_OPTIONS, "--left", "EC", "--right", "*"
    ).out
    assert shown.splitlines()[0] == "EC ↔ compromise text"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["table.csv", "ours.json", *COLUMN_OPTIONS],
            "error: table.csv: holds the texts of several parties: EC, EP, *; say which to take"
            " with --left PARTY",
        ),
        (
            ["ours.json", "table.csv", *COLUMN_OPTIONS, "--right", "EPP"],
            "error: table.csv: holds no text of EPP; it holds EC, EP, *",
        ),
        (
            ["ours.json", "theirs.json", "--left", "EC"],
            "error: ours.json: holds no text of EC; leave --left out: it names no party",
        ),
        (
            ["ours.json", "talks.json"],
            "error: talks.json: this file holds a negotiation, not clauses; name a file with the"
            " clauses of one text",
        ),
        (["ours.json", "none.json"], "error: none.json: cannot read the file"),
    ],
)
def test_what_cannot_be_lined_up_is_told(drafts: Shell, arguments: list[str], message: str) -> None:
    talks = {
        "format": "negotiator/1",
        "negotiation": {"title": "Fish"},
        "parties": [{"code": "NO", "name": "Norway"}],
    }
    drafts.write("talks.json", talks)
    assert message in drafts("align", *arguments, code=1).err


def test_ids_that_stand_twice_are_refused(negotiator: Shell) -> None:
    clauses = [{"id": "1", "text": "One."}, {"id": "1", "text": "Two."}]
    negotiator.write("twice.json", {"clauses": clauses})
    assert "“1” is used twice" in negotiator("align", "twice.json", "twice.json", code=1).err


@pytest.mark.parametrize("mode", [[], ["--versions"]], ids=["parties", "versions"])
def test_a_deadline_that_was_hit_is_told(negotiator: Shell, mode: list[str]) -> None:
    words = [f"word{n}" for n in range(600)]
    for name, shift in (("left", 0), ("right", 7)):
        texts = {f"c{n}": " ".join(words[n + shift : n + shift + 60]) for n in range(400)}
        negotiator.clauses(f"{name}.json", **texts)
    command = ["align", "left.json", "right.json", *mode, "--deadline", "0", "--format", "json"]
    done = negotiator(*command)
    assert done.data["fallback"]
    assert f"warning: the deadline was hit: {done.data['fallback']}" in done.err
    held = {id for link in done.data["links"] for id in link["left"]}
    assert held | set(done.data["unmatched"]["left"]) == {f"c{n}" for n in range(400)}


def test_against_nothing_everything_stands_alone(drafts: Shell) -> None:
    drafts.write("nothing.json", '{"clauses": []}')
    alone = found(drafts, "nothing.json", "nothing.json")
    assert (alone["links"], alone["unmatched"]) == ([], {"left": [], "right": []})
    for mode in ([], ["--versions"]):
        whole = found(drafts, "nothing.json", "theirs.json", *mode)
        assert whole["links"] == []
        assert whole["unmatched"]["left"] == []
        assert len(whole["unmatched"]["right"]) > 0
