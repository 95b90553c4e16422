"""What a user can do wrong: said in a sentence, with what to do, and nothing is changed."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shell import Shell


def content(database: Path) -> str:
    """Return a hash of everything that the database holds."""
    raw = sqlite3.connect(database)
    digest = hashlib.sha256("\n".join(raw.iterdump()).encode()).hexdigest()
    raw.close()
    return digest


GOOD = """\
format: negotiator/1
proposal: {key: north, party: "NO", title: Draft}
clauses:
- id: n9
  text: Nets shall be wide.
"""

# Name of the case, the file, what the message must hold: line, field, what to do.
FILES = {
    "unknown party": (
        GOOD.replace('"NO"', "ZZ"),
        ["bad.yaml, line 2, proposal.parties", "unknown party “ZZ”", "`negotiator party add`"],
    ),
    "unknown topic": (
        GOOD + "  reading: {topics: [whales]}\n",
        ["line 6, clauses[0].reading.topics[0]", "unknown topic “whales”", "negotiator topic add"],
    ),
    "unknown issue": (
        GOOD + "  reading: {issues: [Q9]}\n",
        ["line 6, clauses[0].reading.issues[0]", "unknown issue “Q9”"],
    ),
    "a near miss": (
        GOOD + "  reading: {topics: [quotas]}\n",
        ["did you mean “quota”?"],
    ),
    "duplicate id": (
        GOOD + "- id: n9\n  text: Again.\n",
        ["line 6, clauses[1].id", "n9"],
    ),
    "duplicate key": (
        GOOD.replace("  text:", "  id: n8\n  text:"),
        ["line 5", "the field “id” stands twice, first in line 4"],
    ),
    "missing field": (
        GOOD.replace("  text: Nets shall be wide.\n", ""),
        ["line 4, clauses[0]", "text"],
    ),
    "wrong date": (
        GOOD.replace("title: Draft", "title: Draft, issued: 2024-02-30"),
        ["line 2, proposal.issued", "2024-02-30", "YYYY-MM-DD"],
    ),
    "unknown field": (
        GOOD.replace("  text:", "  txt: x\n  text:"),
        ["line 5, clauses[0].txt", "unknown field"],
    ),
    "wrong word": (
        GOOD + "  reading: {force: wish}\n",
        ["line 6, clauses[0].reading.force", "wish", "demand"],
    ),
    "answer to nothing": (
        GOOD + "  answers: [{clause: u99, how: refused}]\n",
        ["line 6, clauses[0].answers[0].clause", "answers a clause that does not exist, “u99”"],
    ),
    "answer to itself": (
        GOOD + "  answers: [{clause: n1, how: refused}]\n",
        ["answers a clause of the same proposal"],
    ),
    "unknown source": (
        GOOD + "  sources: [S9]\n",
        ["line 6, clauses[0].sources[0]", "unknown source “S9”"],
    ),
    "somebody else's proposal": (
        GOOD.replace("north", "south"),
        ["line 2, proposal.key", "tabled by UK", "--proposal"],
    ),
    "not YAML": ("clauses: [\n", ["bad.yaml", "line 2"]),
    "an anchor": ("clauses: &a []\nx: *a\n", ["bad.yaml", "line"]),
    "empty": ("", ["bad.yaml", "empty"]),
    "no clause": ("format: negotiator/1\nproposal: {party: NO}\nclauses: []\n", ["bad.yaml"]),
}


@pytest.mark.parametrize("case", FILES)
def test_a_bad_file_is_refused(talks: Shell, case: str) -> None:
    text, expected = FILES[case]
    before = content(talks.folder / "negotiator.db")
    good = talks.clauses("good.json", g1="This one is fine.")
    talks.write("bad.yaml", text)
    done = talks("add", good, "bad.yaml", "--party", "NO", code=1) if "ZZ" not in text else (
        talks("add", "bad.yaml", code=1)
    )  # fmt: skip
    assert [part for part in expected if part not in done.err] == [], done.err
    assert done.err.startswith("error: "), "all of the files, or none"
    assert done.out == ""
    assert content(talks.folder / "negotiator.db") == before


def test_a_file_that_is_not_utf8_is_refused(talks: Shell) -> None:
    before = content(talks.folder / "negotiator.db")
    (talks.folder / "bad.yaml").write_bytes("clauses:\n- {id: a, text: Größe}\n".encode("latin-1"))
    done = talks("add", "bad.yaml", "--party", "NO", code=1)
    assert "bad.yaml, line 2" in done.err
    assert "UTF-8" in done.err
    assert content(talks.folder / "negotiator.db") == before


@pytest.mark.parametrize("arguments", [["search", "caf\udce9"], ["add", "\udcff.md"]])
def test_an_argument_that_is_not_utf8_is_misuse(talks: Shell, arguments: list[str]) -> None:
    said = talks(*arguments, code=2).err
    assert "is not UTF-8; set the terminal to UTF-8, or rename the file" in said
    said.encode()


def test_a_file_of_a_folder_whose_name_is_not_utf8_is_refused_alone(talks: Shell) -> None:
    folder = talks.folder / "papers"
    folder.mkdir()
    for name in (b"\xff.md", b"good.md"):
        (folder / os.fsdecode(name)).write_text("# Nets\n\n1. Nets shall be wide.\n")
    done = talks("add", "papers", "--party", "NO", code=1)
    assert "the name is not UTF-8; rename the file" in done.err
    assert "1 added, 0 on record already, 1 refused" in done.err


USAGE = [
    (["gaps", "review", "Q1.NO-UK", "--state", "stale", "--note", "x", "--by", "kl"], "stale"),
    (["gaps", "review", "Q1.NO-UK", "--state", "confirmed", "--by", "kl"], "--note"),
    (["gaps", "review", "Q1.NO-UK", "--state", "confirmed", "--note", "x"], "--by"),
    (["compare", "--as-of", "2024-02-30"], "is not a day of the calendar"),
    (["compare", "--as-of", "soon"], "YYYY-MM-DD"),
    (["clause", "set", "n1", "--force", "wish", "--by", "kl"], "wish"),
    (["clause", "set", "n1", "--by", "kl"], "nothing to set"),
    (["frobnicate"], "frobnicate"),
    (["add"], "FILES"),
    (["init"], "--title"),
    (["report", "-o", "report.doc"], "ends .html"),
]


@pytest.mark.parametrize(("arguments", "expected"), USAGE, ids=lambda v: " ".join(v)[:30])
def test_misuse_is_2(talks: Shell, arguments: list[str], expected: str) -> None:
    before = content(talks.folder / "negotiator.db")
    assert expected in talks(*arguments, code=2).err
    assert content(talks.folder / "negotiator.db") == before


REFUSED = [
    (["gaps", "show", "Q9.NO-UK"], "a gap is named ISSUE.PARTY-PARTY"),
    (["gaps", "show", "Q1.UK-DK"], "on this issue: Q1.NO-UK"),
    (["gaps", "review", "Q1.NO-UK", "--state", "confirmed", "--verdict", "both silent", "--note",
      "x", "--by", "kl"], "Q1.NO-UK cannot be both silent: both speak on Q1"),
    (["issue", "silence", "Q1", "NO", "declined", "--note", "x", "--by", "kl"],
     "NO speaks on Q1 (n1)"),
    (["gaps", "history", "Q9.NO-UK"], "unknown gap"),
    (["gaps", "review", "Q9.A-B", "--state", "confirmed", "--note", "x", "--by", "kl"],
     "unknown gap"),
    (["gaps", "review", "Q1.NO-UK", "--state", "draft", "--verdict", "opposed", "--note", "x",
      "--by", "kl"], "leave --verdict out"),
    (["compare", "--party", "ZZ"], "unknown party “ZZ”; on record: NO, UK"),
    (["compare", "--topic", "ZZ"], "unknown topic “ZZ”; on record: quota"),
    (["compare", "--issue", "ZZ"], "unknown issue “ZZ”; on record: Q1"),
    (["report", "-o", "r.html", "--party", "ZZ"], "unknown party “ZZ”"),
    (["list", "clauses", "--party", "ZZ"], "unknown party “ZZ”"),
    (["list", "clauses", "--issue", "ZZ"], "unknown issue “ZZ”"),
    (["list", "clauses", "--topic", "ZZ"], "unknown topic “ZZ”"),
    (["list", "versions", "--party", "ZZ"], "unknown party “ZZ”"),
    (["list", "issues", "--topic", "ZZ"], "unknown topic “ZZ”"),
    (["show", "ZZ"], "nothing on record is called “ZZ”"),
    (["search", "x", "--party", "ZZ"], "unknown party “ZZ”"),
    (["search", '"'], ""),
    (["diff", "ZZ"], "unknown proposal “ZZ”"),
    (["diff", "north"], "only one version"),
    (["diff", "north", "1..9"], "unknown version “9”; on record: 1"),
    (["diff", "north", "first"], "write FROM..TO"),
    (["withdraw", "north@9", "--reason", "x", "--by", "kl"], "unknown version “north@9”"),
    (["clause", "set", "zz", "--topic", "quota", "--by", "kl"], "unknown clause “zz”"),
    (["clause", "set", "n1", "zz", "--topic", "quota", "--by", "kl"], "unknown clause “zz”"),
    (["clause", "set", "n1", "--topic", "zz", "--by", "kl"], "unknown topic “zz”"),
    (["clause", "set", "n1", "--issue", "zz", "--by", "kl"], "unknown issue “zz”"),
    (["party", "add", "NO", "Norway"], "on record already"),
    (["party", "add", "U K", "x"], "holds a space"),
    (["party", "edit", "ZZ", "--name", "x"], "unknown party “ZZ”"),
    (["topic", "add", "cod", "Cod", "--parent", "zz"], "unknown topic “zz”"),
    (["topic", "edit", "quota", "--parent", "quota"], "under itself"),
    (["issue", "add", "Q2", "Why?", "--topic", "zz"], "unknown topic “zz”"),
    (["round", "edit", "R9", "--label", "x"], "unknown round “R9”"),
    (["round", "add", "x", "--date", "2024-02-02", "--until", "2024-02-01"], "before it starts"),
    (["issue", "silence", "Q1", "ZZ", "declined", "--note", "x", "--by", "kl"], "unknown party"),
    (["add", "nothere.json", "--party", "NO"], "nothere.json"),
    (["add", "ours.json"], "--party CODE"),
    (["add", "ours.json", "--party", "ZZ"], "unknown party “ZZ”"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "expected"), REFUSED, ids=lambda v: " ".join(v)[:40])
def test_refused_data_is_1(talks: Shell, arguments: list[str], expected: str) -> None:
    before = content(talks.folder / "negotiator.db")
    done = talks(*arguments, code=1)
    assert done.err.startswith("error: ")
    assert expected in done.err
    assert done.out == ""
    assert content(talks.folder / "negotiator.db") == before
    assert not (talks.folder / "r.html").exists()


STORAGE = [
    (["--database", "none.db", "list", "parties"], "there is no database here"),
    (["--database", "ours.json", "list", "parties"], "the file is not a database"),
    (["--database", "postgresql://u:secret@h/d", "list", "parties"], "not supported yet"),
    (["--database", "nowhere/x.db", "init", "--title", "x"], "there is no such folder"),
    (["init", "--title", "again"], "something is there already"),
    (["report", "-o", "nowhere/r.html"], "cannot write the file"),
    (["demo", "ours.json"], "cannot write the demonstration"),
]


@pytest.mark.parametrize(("arguments", "expected"), STORAGE, ids=lambda v: " ".join(v)[:40])
def test_storage_is_4(talks: Shell, arguments: list[str], expected: str) -> None:
    before = content(talks.folder / "negotiator.db")
    done = talks(*arguments, code=4)
    assert expected in done.err
    assert "secret" not in done.err
    assert content(talks.folder / "negotiator.db") == before


def test_interruption_is_130(talks: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("negotiator.workbench.looking.comparison", interrupt)
    assert talks("compare", code=130).err.strip().endswith("interrupted")


def test_a_database_from_the_environment(talks: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    (talks.folder / "negotiator.db").rename(talks.folder / "other.db")
    monkeypatch.setenv("NEGOTIATOR_DATABASE", "sqlite:///other.db")
    assert talks("list", "parties").out
    monkeypatch.setenv("NEGOTIATOR_BY", "mm")
    talks("clause", "set", "n1", "--force", "offer")
    (wording,) = talks("show", "n1", "--format", "json").data["clause"]["wordings"]
    assert wording["readings"][-1]["by"] == "mm"


def test_what_the_command_says_must_not_contradict_the_document(talks: Shell) -> None:
    dated = talks.write("dated.yaml", GOOD.replace("title: Draft", "title: D, issued: 2024-05-01"))
    done = talks("add", dated, "--date", "2024-06-01", code=1)
    assert "the document says 2024-05-01, the command says 2024-06-01" in done.err
    done = talks("add", dated, "--party", "UK", code=1)
    assert "the document says NO, the command says UK" in done.err


@pytest.mark.parametrize("code", ["analyst", "jointly"])
def test_who_asserts_a_status_is_no_party(talks: Shell, code: str) -> None:
    assert "says who asserts a status" in talks("party", "add", code, "Somebody", code=1).err


def test_two_pairs_of_parties_are_never_named_alike(talks: Shell) -> None:
    for code in ("A-B", "C", "A"):
        talks("party", "add", code, code)
    told = talks("party", "add", "B-C", "B-C", code=1).err
    assert "A-B and C would be named like A and B-C" in told


@pytest.mark.parametrize("variable", ["NEGOTIATOR_BY", "NEGOTIATOR_DATABASE"])
def test_a_variable_that_is_not_utf8_is_misuse(
    talks: Shell, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "a\udcffb")
    assert f"${variable} “a\\xffb” is not UTF-8" in talks("list", "parties", code=2).err


@pytest.mark.parametrize("option", ["--note", "--by"])
def test_grounds_and_names_are_not_empty(talks: Shell, option: str) -> None:
    words = {"--note": "Numbers", "--by": "kl", option: " "}
    said = [part for pair in words.items() for part in pair]
    assert (
        "it is empty"
        in talks("gaps", "review", "Q1.NO-UK", "--state", "confirmed", *said, code=2).err
    )


def test_control_characters_are_shown_and_not_obeyed(talks: Shell) -> None:
    talks("party", "add", "X2", "Two\x1b[31mred\x9b1m\rparties")
    listed = talks("list", "parties").out
    assert "\x1b" not in listed
    assert "\x9b" not in listed
    assert "Two␛[31mred" in listed


@pytest.mark.parametrize("closed", ["0<&-", "1>&-", "2>&-"])
def test_a_closed_stream_is_no_reason_to_fail(tmp_path: Path, closed: str) -> None:
    command = f"{sys.executable} -m negotiator init --title Fish {closed} && test -s negotiator.db"
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)


def test_where_one_is_silent_a_person_cannot_say_that_both_agree(talks: Shell) -> None:
    talks("issue", "add", "Q2", "When does it end?", "--topic", "quota")
    talks("clause", "set", "n2", "--issue", "Q2", "--by", "kl")
    review = ["gaps", "review", "Q2.UK-NO", "--state", "confirmed", "--note", "x", "--by", "kl"]
    said = talks(*review, "--verdict", "compatible", code=1).err
    assert "Q2.NO-UK cannot be compatible: UK says nothing on Q2" in said
    assert "Q2.NO-UK: one-sided, confirmed" in talks(*review, "--verdict", "one-sided").err


def test_a_long_list_of_what_is_on_record_says_how_much_is_left_out(talks: Shell) -> None:
    for number in range(2, 16):
        talks("issue", "add", f"Q{number}", "What?", "--topic", "quota")
    assert "Q12 and 3 more" in talks("compare", "--issue", "Q99", code=1).err


def test_where_nothing_may_be_written_everything_can_be_read(
    talks: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = talks("compare").out
    monkeypatch.setattr("negotiator.store.connecting.os.access", lambda *_: False)
    assert talks("compare").out == usual
    assert "n1" in talks("search", "quota").out
    said = talks("clause", "set", "n1", "--force", "offer", "--by", "kl", code=4).err
    assert "the file and its folder must be writable" in said
    (talks.folder / "negotiator.db-wal").write_bytes(b"x")
    assert "copy both files to a folder" in talks("compare", code=4).err


def test_a_file_on_record_says_which_options_change_nothing(talks: Shell) -> None:
    again = ["add", "ours.json", "--party", "NO", "--proposal", "other", "--date", "2024-05-01"]
    said = talks(*again).err
    assert "is on record as north@1: --proposal, --date change nothing" in said
    assert "warning" not in talks("add", "ours.json", "--party", "NO", "--proposal", "north").err
    paper = talks.write("paper.md", "# Nets\n\n1. Nets shall be wide.\n")
    talks("add", paper, "--party", "NO")
    assert "is on record already as nets@1, of NO" in talks("add", paper, "--party", "UK").err
