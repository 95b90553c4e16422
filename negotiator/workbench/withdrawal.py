"""Withdrawing a version that was added in error."""

from __future__ import annotations

from negotiator.errors import Refused
from negotiator.model import Version
from negotiator.workbench.bench import Bench
from negotiator.workbench.lining_up import line_up
from negotiator.workbench.setup import find


def withdraw(bench: Bench, version_id: str, *, reason: str) -> Version:
    """Withdraw a version added by mistake: it is kept, shown as withdrawn, and counts no more.

    Raises:
        Unknown: when there is no such version.
        Refused: when it was withdrawn before.
    """
    with bench.database.writing() as archive:
        versions = {version.id: version for version in archive.versions()}
        version = find("version", version_id, versions)
        if version.withdrawn is not None:
            raise Refused(f"{version_id} was withdrawn by {version.withdrawn.by} already")
        archive.append_decision(
            "version",
            version_id,
            {"state": "withdrawn", "reason": reason},
            by=bench.by,
            at=bench.at,
        )
        # What it replaced is in force again.
        line_up(archive, version.proposal)
    return version
