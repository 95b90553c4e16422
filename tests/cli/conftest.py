from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from negotiator.cli.program import run


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Return what was written as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Shell:
    """Runs `negotiator` in a folder of its own."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str, code: int = 0) -> Done:
        """Run a command; its exit code must be the one expected."""
        self.capsys.readouterr()
        ended = run(arguments)
        out, err = self.capsys.readouterr()
        assert ended == code, f"{' '.join(arguments)}: {ended}\n{err}"
        assert "Traceback" not in err
        return Done(ended, out, err)

    def write(self, name: str, content: Any) -> str:
        """Write a file, a text as it is and anything else as JSON, and return its name."""
        text = content if isinstance(content, str) else json.dumps(content)
        (self.folder / name).write_text(text, encoding="utf-8")
        return name

    def clauses(self, name: str, **texts: str) -> str:
        """Write the minimal form of a document, one clause per keyword, and return its name."""
        return self.write(name, {"clauses": [{"id": i, "text": t} for i, t in texts.items()]})


@pytest.fixture
def negotiator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    """The command, in an empty folder, at a fixed time, on a terminal of 80 columns."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEGOTIATOR_DATABASE", raising=False)
    monkeypatch.delenv("NEGOTIATOR_BY", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767323045")
    monkeypatch.setenv("COLUMNS", "80")
    return Shell(tmp_path, capsys)


@pytest.fixture
def talks(negotiator: Shell) -> Shell:
    """The command, with a negotiation on fish set up and one paper of each of two parties."""
    negotiator("init", "--title", "Fishing rights")
    negotiator("party", "add", "NO", "Norway", "--side", "1")
    negotiator("party", "add", "UK", "United Kingdom", "--side", "2")
    negotiator("topic", "add", "quota", "Quotas")
    negotiator("issue", "add", "Q1", "How much may be fished?", "--topic", "quota")
    ours = negotiator.clauses("ours.json", n1="The quota shall be 1,000 tonnes.", n2="It ends.")
    theirs = negotiator.clauses("theirs.json", u1="The quota shall be 500 tonnes.")
    negotiator("add", ours, "--party", "NO", "--date", "2024-01-10", "--proposal", "north")
    negotiator("add", theirs, "--party", "UK", "--date", "2024-02-10", "--proposal", "south")
    negotiator("clause", "set", "n1", "u1", "--topic", "quota", "--issue", "Q1",
               "--force", "demand", "--by", "kl", "--note", "between us")  # fmt: skip
    return negotiator


@pytest.fixture
def exchange_shell(negotiator: Shell, exchange: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """The command, on a copy of the shipped exchange."""
    monkeypatch.setenv("NEGOTIATOR_DATABASE", str(exchange))
    return negotiator
