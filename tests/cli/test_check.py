"""`negotiator check`: what must not stand on record, for a script to stop at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from negotiator.cli import check
from negotiator.engine.gates import GATES
from negotiator.model import Review
from negotiator.workbench.bench import opened
from negotiator.workbench.looking import View
from negotiator.workbench.review import decide
from tests.shell import Shell

PAPER = """\
# Our paper

## Article 1

1. The quota shall be 1,000 tonnes.

2. The Parties shall:

   (a) count the fish;

   (b) tell each other.
"""


def found(shell: Shell, *arguments: str) -> list[tuple[str, str, str]]:
    """Return gate, place and what is wrong, of a check that finds something."""
    done = shell("check", *arguments, "--format", "json", code=3)
    assert done.data["passed"] is False
    return [(one["gate"], one["where"], one["what"]) for one in done.data["findings"]]


def test_the_command_names_the_engines_gates_in_its_help(negotiator: Shell) -> None:
    assert tuple(gate.name for gate in GATES) == check.NAMES
    assert [gate.name for gate in GATES if not gate.usual] == ["issue"]
    told = negotiator("check", "--help").out
    assert all(f"\n  {gate.name} " in told for gate in GATES)


def test_the_shipped_exchange_passes_every_gate(exchange_shell: Shell) -> None:
    every = [word for name in check.NAMES for word in ("--only", name)]
    told = exchange_shell("check", *every, "--format", "json").data
    assert told["passed"] is True
    assert told["findings"] == []
    looked = {one["gate"]: (one["looked_at"], one["things"]) for one in told["gates"]}
    assert looked["rationale"] == (180, "gaps")
    assert looked["topic"] == (106, "provisions in force")
    assert looked["counts"][0] > 100


def test_the_screen_says_what_was_looked_at_and_what_was_not(exchange_shell: Shell) -> None:
    lines = exchange_shell("check").out.splitlines()
    assert "✓  rationale  0 of 180 gaps" in lines
    assert "not checked: 2 expressions of fewer than 4 words" in " ".join(lines)
    assert lines[-1] == "6 gates, nothing found"
    assert len(lines) <= 20
    assert all(len(line) <= 80 for line in lines)


def test_a_finding_says_where_what_and_what_to_do(talks: Shell) -> None:
    assert found(talks) == [("topic", "n2@1", "stands under no topic")]
    shown = talks("check", code=3).out
    assert "  n2@1  stands under no topic: It ends.\n" in shown
    assert "→ file it: negotiator clause set CLAUSE --topic CODE --by NAME" in shown
    assert "✗  topic      1 of 3 provisions in force" in shown
    assert shown.endswith("6 gates, 1 not passed: 1 finding\n")
    talks("clause", "set", "n2", "--topic", "quota", "--by", "kl")
    talks("check")


def test_only_the_gates_that_are_named_are_run(talks: Shell) -> None:
    told = talks("check", "--only", "stale", "--only", "counts", "--format", "json").data
    assert [one["gate"] for one in told["gates"]] == ["counts", "stale"]
    assert found(talks, "--only", "issue") == [("issue", "n2@1", "stands under no issue")]
    assert (
        "'nonsense' is not one of 'rationale'" in talks("check", "--only", "nonsense", code=2).err
    )


def test_it_is_as_of_a_day(talks: Shell) -> None:
    paper = talks.clauses("more.json", u2="They leave.")
    talks("add", paper, "--party", "UK", "--date", "2024-05-01", "--proposal", "later")
    talks("clause", "set", "n2", "--topic", "quota", "--by", "kl")
    assert [where for _, where, _ in found(talks, "--only", "topic")] == ["u2@1"]
    talks("check", "--only", "topic", "--as-of", "2024-04-01")


def test_a_decision_without_a_note_stops_a_script(talks: Shell) -> None:
    with opened("negotiator.db", by="kl", at="2024-03-01T00:00:00+00:00") as bench:
        decide(bench, ["Q1.NO-UK"], View(), state=Review.DISPUTED, note="")
    expected = [("rationale", "Q1.NO-UK", "is disputed, and nobody says why")]
    assert found(talks, "--only", "rationale") == expected
    talks("gaps", "review", "Q1.NO-UK", "--state", "confirmed", "--note", "as read", "--by", "kl")
    talks("check", "--only", "rationale")


def test_a_review_that_a_new_version_made_stale_stops_a_script(talks: Shell) -> None:
    talks("gaps", "review", "Q1.NO-UK", "--state", "confirmed", "--note", "as read", "--by", "kl")
    talks("check", "--only", "stale")
    new = talks.clauses("new.json", u1="The quota shall be 900 tonnes.")
    talks("add", new, "--party", "UK", "--date", "2024-03-10", "--proposal", "south")
    stale = found(talks, "--only", "stale")
    assert [where for _, where, _ in stale] == ["Q1.NO-UK", "u1@2"]


def test_an_agreed_issue_that_a_party_moves_on_stops_a_script(talks: Shell) -> None:
    talks("status", "set", "Q1", "--status", "agreed", "--asserted-by", "jointly",
          "--day", "2024-02-20", "--by", "kl")  # fmt: skip
    talks("check", "--only", "reopened")
    new = talks.clauses("new.json", u1="The quota shall be 400 tonnes.")
    talks("add", new, "--party", "UK", "--date", "2024-03-10", "--proposal", "south")
    assert [where for _, where, _ in found(talks, "--only", "reopened")] == ["Q1, UK"]
    talks("status", "set", "Q1", "--status", "reopened", "--asserted-by", "jointly",
          "--day", "2024-03-11", "--reason", "a new paper", "--by", "kl")  # fmt: skip
    talks("check", "--only", "reopened")


def test_private_notes_never_leave(talks: Shell) -> None:
    secret = "we would take “no less than seven hundred tonnes”"
    talks("clause", "set", "n1", "--note", secret, "--by", "kl")
    for form in ("text", "json"):
        shown = talks("check", "--only", "quotation", "--format", form, code=3).out
        assert "seven" not in shown
        assert "the note on it quotes 6 words" in shown


@pytest.fixture
def paper(talks: Shell) -> Shell:
    """The talks with a paper in Markdown, and the folder that it was added from."""
    (talks.folder / "inbox" / "norway").mkdir(parents=True)
    talks.write("inbox/norway/paper.md", PAPER)
    talks("add", "inbox/norway/paper.md", "--party", "NO", "--date", "2024-02-20",
          "--proposal", "paper", "--segment", "articles")  # fmt: skip
    return talks


QUOTATION = ("--only", "quotation")
INBOX = (*QUOTATION, "--sources", "inbox")


def test_verbatim_clauses_are_compared_with_the_files_they_came_from(paper: Shell) -> None:
    told = paper("check", *QUOTATION, "--format", "json").data
    assert "the words of 5 verbatim clauses" in told["gates"][0]["not_checked"][0]
    # The two papers of the talks came from files that do not lie in the inbox.
    missing = "no file ours.json lies in the folders"
    assert found(paper, *INBOX)[0][2] == f"2 verbatim clauses cannot be checked: {missing}"
    told = paper("check", *INBOX, "--sources", ".", "--format", "json").data
    assert told["gates"][0]["looked_at"] == 5
    assert told["gates"][0]["not_checked"] == [
        "3 verbatim clauses of 2 interchange files beyond these: they describe documents, and are"
        " not the documents"
    ]


def test_a_file_that_was_changed_proves_nothing(paper: Shell) -> None:
    paper.write("inbox/norway/paper.md", PAPER.replace("1,000", "900"))
    every = found(paper, *INBOX, "--sources", ".")
    assert every == [
        (
            "quotation",
            "paper@1",
            "2 verbatim clauses cannot be checked: paper.md in the folders is not the file that"
            " was added: its hash differs",
        )
    ]
    shown = " ".join(paper("check", *INBOX, "--sources", ".", code=3).out.split())
    assert "0 of 3 quotations; 1 document cannot be checked" in shown


def test_a_file_that_cannot_be_read_again_is_told(talks: Shell) -> None:
    (talks.folder / "inbox").mkdir()
    text = "The sea is é. It stays so for ever and ever.\n".encode("latin-1")
    (talks.folder / "inbox" / "note.txt").write_bytes(text)
    talks("add", "inbox/note.txt", "--party", "NO", "--date", "2024-02-20", "--proposal", "note",
          "--encoding", "latin-1")  # fmt: skip
    told = [what for _, where, what in found(talks, *INBOX, "--sources", ".") if where == "note@1"]
    assert len(told) == 1
    assert told[0].startswith("1 verbatim clause cannot be checked: note.txt: ")
    talks("check", *INBOX, "--sources", ".", "--encoding", "latin-1")


def test_a_verbatim_clause_with_other_words_than_its_file_is_found(paper: Shell) -> None:
    database = str(Path("negotiator.db").resolve())
    with opened(database, at="2024-03-01") as bench, bench.database.writing() as archive:
        (version,) = archive.versions(["paper@1"])
        clauses = [
            replace(one, version="paper@2", text=one.text.replace("1,000", "900"))
            for one in archive.clauses(versions=["paper@1"])
        ]
        archive.add_version(replace(version, number=2), clauses, {})
    ((_, where, what),) = found(paper, *INBOX, "--sources", ".")
    assert where.endswith("@2")
    assert what == "does not stand word for word in paper.md"


def test_a_folder_that_is_not_there_is_a_matter_of_usage(talks: Shell) -> None:
    talks("check", "--sources", "nowhere", code=2)


def test_treaty_brackets_survive(talks: Shell) -> None:
    talks("add", talks.clauses("b.json", b1="It [shall] [may] end."), "--party", "UK",
          "--date", "2024-03-10", "--proposal", "brackets")  # fmt: skip
    assert "It [shall] [may] end." in talks("check", "--only", "topic", code=3).out


def test_the_same_record_gives_the_same_bytes(talks: Shell) -> None:
    first, second = (talks("check", "--format", "json", code=3).out for _ in range(2))
    assert first == second
    talks("check", "--format", "json", "-o", "out.json", code=3)
    assert (talks.folder / "out.json").read_text(encoding="utf-8") == first
