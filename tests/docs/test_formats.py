"""docs/formats.md says what is read and written: every field, and examples that are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from negotiator.documents.interchange.fields import Taker
from negotiator.documents.reading import read_document
from negotiator.model import Verdict
from tests.shell import Shell

TEXT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```(yaml|json)\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)


def fields(heading: str) -> list[str]:
    """Return the fields that the table under a heading names."""
    section = re.search(
        rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", TEXT, re.DOTALL | re.MULTILINE
    )
    assert section is not None, f"no heading {heading}"
    return re.findall(r"^\| `(\w+)` \|", section[1], re.MULTILINE)


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_every_example_is_read(tmp_path: Path, kind: str, example: str) -> None:
    path = tmp_path / f"example.{kind}"
    path.write_text(example, encoding="utf-8")
    assert read_document(path)


# The place in a file, and the heading of its table.
READ = {
    ("proposal", ""): "at the top",
    ("proposal", "proposal"): "`proposal`",
    ("proposal", "sources[]"): "`sources[]`",
    ("proposal", "clauses[]"): "`clauses[]`",
    ("proposal", "clauses[].locator"): "`clauses[].locator`",
    ("proposal", "clauses[].reading"): "`clauses[].reading`",
    ("proposal", "clauses[].answers[]"): "`clauses[].answers[]`",
    ("proposal", "silences[]"): "`silences[]`",
    ("negotiation", ""): "at the top of a negotiation",
    ("negotiation", "negotiation"): "`negotiation`",
    ("negotiation", "parties[]"): "`parties[]`",
    ("negotiation", "parties[].member_of[]"): "`parties[].member_of[]`",
    ("negotiation", "topics[]"): "`topics[]`",
    ("negotiation", "issues[]"): "`issues[]`",
    ("negotiation", "events[]"): "`events[]`",
    ("negotiation", "sources[]"): "`sources[]`",
}


def test_every_field_that_is_read_is_documented(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: dict[tuple[str, str], set[str]] = {}

    def take(self: Taker, name: str, original: Any = Taker.take) -> Any:
        place = re.sub(r"\[\d+\]", "[]", self.place)
        kind = Path(self.problems.file).stem
        taken.setdefault((kind, place), set()).add(name)
        return original(self, name)

    monkeypatch.setattr(Taker, "take", take)
    for kind, (_, example) in (("proposal", EXAMPLES[1]), ("negotiation", EXAMPLES[2])):
        path = tmp_path / f"{kind}.yaml"
        path.write_text(example, encoding="utf-8")
        read_document(path)
    assert {key: set(fields(heading)) for key, heading in READ.items()} == taken


def objects(shell: Shell) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return one object of every kind that a command writes, with the heading of its table."""

    def json(*command: str) -> Any:
        return shell(*command, "--format", "json").data

    whole = json("compare")
    yield "`compare`", whole
    issue = next(one for one in whole["issues"] if one["links"])
    yield "issue", issue
    yield "cell", issue["cells"]["NO"]
    yield "gap", issue["gaps"][0]
    yield "link", issue["links"][0]
    yield "clause", json("list", "clauses")[0]
    yield "party", json("list", "parties")[0]
    yield "proposal", json("list", "proposals")[0]
    yield "version", json("list", "versions")[0]
    yield "event", json("list", "rounds")[0]
    yield "decision", json("gaps", "history", "Q1.NO-UK")[0]
    alignments = json("alignments", "list")
    yield "`alignments list`", alignments
    yield "learned", alignments["learned"]
    yield "link on record", alignments["links"][0]
    difference = json("diff", "north")
    yield "`diff`", difference
    yield "change", difference["changes"][0]
    aligned = json("align", "ours.json", "ours2.json", "--versions")
    yield "`align`", aligned
    yield "link between two files", aligned["links"][0]
    changed = next(one for one in aligned["changes"] if one["redline"])
    yield "change between two files", changed
    yield "span", changed["redline"][0]
    yield "hit", json("search", "quota")[0]
    yield "reading", json("show", "n1")["clause"]["wordings"][0]["readings"][0]
    yield "`db info`", json("db", "info")
    replies = json("replies")
    yield "`replies`", replies
    yield "ask", replies["asks"][0]
    yield "coverage", replies["coverage"][0]
    movement = json("movement")
    yield "`movement`", movement
    yield "round of moves", movement["rounds"][0]
    yield "move", movement["moves"][0]
    yield "line of the ledger", movement["ledger"][0]
    linkage = json("linkage")
    yield "`linkage`", linkage
    yield "gate", linkage["gates"][0]
    yield "`status list`", json("status", "list")
    yield "`compromise list`", json("compromise", "list")["compromises"][0]
    checked = shell("check", "--format", "json", code=3).data
    yield "`check`", checked
    yield "gate result", checked["gates"][0]
    yield "finding", checked["findings"][0]
    read = json("read", "draft.html")
    yield "`read`", read
    yield "the document", read["document"]
    yield "bracket", read["clauses"][1]["brackets"][0]
    yield "omission", read["omitted"][0]


PAGE = """<title>Paper</title><h1>Our paper</h1><p>[UK: The quota] ends.</p>
<script>1</script>"""


def test_every_field_of_a_clause_as_read_is_documented(talks: Shell) -> None:
    table = (
        "Reference,Current text,Our amendment,Justification\n"
        "Article 1,Vessels may fish.,Vessels may not fish.,Stocks are low.\n"
    )
    talks.write("table.csv", table)
    talks.write("draft.json", {"proposal": {"party": "NO"}, "clauses": [{"id": "1", "text": "x"}]})
    clauses = [
        *talks("read", "table.csv", "--format", "json").data["clauses"],
        *talks("read", "draft.json", "--format", "json").data["clauses"],
    ]
    held = set().union(*clauses)
    assert held | {"comments"} == set(fields("clause as read"))


def test_every_field_that_is_written_is_documented(talks: Shell) -> None:
    changed = talks.clauses("ours2.json", n1="The quota shall be 900 tonnes.")
    talks("add", changed, "--party", "NO", "--proposal", "north", "--date", "2024-03-01")
    talks("round", "add", "Talks", "--date", "2024-01-05")
    talks("gaps", "review", "Q1.NO-UK", "--state", "confirmed", "--note", "x", "--by", "kl")
    talks("alignments", "review", "n1", "u1", "--add", "--why", "both are quotas", "--by", "kl")
    talks.write("draft.html", PAGE)
    gate = {
        "id": "g1",
        "text": "No progress until the boats leave.",
        "reading": {
            "topics": ["quota"],
            "issues": ["Q1"],
            "force": "condition",
            "bound": "UK",
            "linkage": ["gate on every other offer of Norway"],
        },
    }
    talks("add", talks.write("gate.json", {"clauses": [gate]}), "--party", "NO")
    talks("compromise", "set", "Q1", "--text", "Seven hundred.", "--by", "kl")
    for heading, data in objects(talks):
        assert set(fields(heading)) == set(data), heading
    counts = talks("compare", "--format", "json").data["counts"]
    assert list(counts) == ["pairs", *(verdict.value for verdict in Verdict)]
