"""What tests of several rooms share: the shipped exchange, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from negotiator.workbench.bench import opened
from negotiator.workbench.demo import Demonstration, demonstrate

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
