"""The machine's links: replaced where a clause changed, and only there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from negotiator.model import LinkDraft, Method, Relation
from negotiator.store.archive import Archive
from negotiator.store.database import Database
from tests.store.build import clauses, version


def draft(left: str, right: str, score: float = 0.6) -> LinkDraft:
    return LinkDraft(
        left, right, f"{left}@1", f"{right}@1", Relation.OVERLAPPING, Method.SIMILAR_TEXT,
        score, 0.55, ("both speak of “cod”",),
    )  # fmt: skip


NORTH, SOUTH = version("north"), version("south", party="EU")
NEXT = version("north", 2)


@pytest.fixture
def archive(database: Database) -> Iterator[Archive]:
    with database.writing() as opened:
        for one in (NORTH, SOUTH, NEXT):
            opened.add_version(one, clauses(one, "Cod.", "Herring."), {})
        yield opened


def pairs(archive: Archive) -> list[tuple[str, str]]:
    return [(one.left, one.right) for one in archive.links.drafts()]


def test_a_draft_comes_back_as_it_was(archive: Archive) -> None:
    archive.links.replace(NORTH, SOUTH, (), [draft("north-0", "south-0")])
    assert archive.links.drafts() == (draft("north-0", "south-0"),)
    assert archive.links.linings() == {("north", "south"): ("north@1", "south@1")}


def test_only_the_drafts_of_clauses_that_changed_are_replaced(archive: Archive) -> None:
    archive.links.replace(
        NORTH, SOUTH, (), [draft("north-0", "south-0"), draft("north-1", "south-1")]
    )
    archive.links.replace(NEXT, SOUTH, ["north-0"], [draft("north-0", "south-1", 0.7)])
    assert pairs(archive) == [("north-0", "south-1"), ("north-1", "south-1")]
    assert archive.links.linings() == {("north", "south"): ("north@2", "south@1")}


def test_drafts_with_other_proposals_stay(archive: Archive) -> None:
    west = version("west", party="EU")
    archive.add_version(west, clauses(west, "Cod."), {})
    archive.links.replace(NORTH, SOUTH, (), [draft("north-0", "south-0")])
    archive.links.replace(NORTH, west, (), [draft("north-0", "west-0")])
    archive.links.replace(NEXT, SOUTH, ["north-0"], ())
    assert pairs(archive) == [("north-0", "west-0")]
    archive.links.forget(("north", "west"))
    assert pairs(archive) == []
    assert list(archive.links.linings()) == [("north", "south")]
