"""What tests of several rooms share: the shipped exchange, loaded once, and the command."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from negotiator.workbench.bench import opened
from negotiator.workbench.demo import Demonstration, demonstrate
from tests.shell import Shell

# Property tests try the same examples everywhere, and none of them is timed.
settings.register_profile("negotiator", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("negotiator")

LOADED = "2026-01-02T03:04:05+00:00"


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Demonstration:
    """The shipped exchange and its report, for reading only."""
    return demonstrate(tmp_path_factory.mktemp("demo"), at=LOADED)


@pytest.fixture
def exchange(demonstration: Demonstration, tmp_path: Path) -> Path:
    """A database with the shipped exchange, to work on."""
    with opened(str(demonstration.database)):
        copy = tmp_path / "exchange.db"
        copy.write_bytes(demonstration.database.read_bytes())
    return copy


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
