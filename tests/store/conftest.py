from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from negotiator.store.database import Database
from tests.store.build import NEGOTIATION


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A new database, made once and copied for each test."""
    path = tmp_path_factory.mktemp("template") / "talks.db"
    made = Database.create(path, program="0.1.0")
    with made.writing() as archive:
        archive.start(NEGOTIATION)
    made.close()
    return path.read_bytes()


@pytest.fixture
def database(template: bytes, tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "talks.db"
    path.write_bytes(template)
    opened = Database.open(path, program="0.1.0")
    yield opened
    opened.close()
