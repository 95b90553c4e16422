"""The shipped exchange: loaded into a new database, with its report."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from negotiator import rooms
from negotiator.errors import StorageFailed
from negotiator.workbench import intake, looking, setup
from negotiator.workbench.bench import opened
from negotiator.workbench.particulars import Particulars
from negotiator.workbench.publishing import page

EXCHANGE = "european-security-2021-22"


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What a demonstration made, and where it lies."""

    title: str
    versions: int
    clauses: int
    database: Path
    report: Path


def demonstrate(directory: Path, *, at: str) -> Demonstration:
    """Load the shipped exchange into `directory` and write its report there.

    Both are made aside and moved into place when they are whole; what else lies in the directory
    stays.

    Args:
        directory: made when it is not there.
        at: the time of recording, ISO 8601.

    Raises:
        StorageFailed: when the directory cannot be written.
    """
    database, report = directory / "negotiator.db", directory / "report.html"
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=directory, prefix=".making-") as aside:
            made = _make(Path(aside), at)
            for leftover in ("-wal", "-shm"):
                Path(f"{database}{leftover}").unlink(missing_ok=True)
            made.database.replace(database)
            made.report.replace(report)
    except OSError as error:
        raise StorageFailed(
            f"cannot write the demonstration: {error.strerror}",
            where=str(directory),
            remedy="name a directory that may be written",
        ) from error
    return Demonstration(made.title, made.versions, made.clauses, database, report)


def _make(directory: Path, at: str) -> Demonstration:
    database, report = directory / "negotiator.db", directory / "report.html"
    files = sorted((rooms.corpora() / EXCHANGE).glob("[0-9]*.yaml"))
    setup.create(
        str(database), setup.negotiation_in(rooms.corpora() / EXCHANGE / "negotiation.yaml")
    )
    with opened(str(database), at=at) as bench:
        added = intake.add(bench, files, Particulars())
        report.write_text(page(bench, looking.View()), encoding="utf-8", newline="")
        title = looking.negotiation(bench).title
    clauses = sum(len(one.succession.clauses) for one in added if one.succession)
    return Demonstration(title, len(added), clauses, database, report)
