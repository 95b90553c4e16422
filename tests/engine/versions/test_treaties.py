"""Versions of real treaties, with links and classes that lawyers coded by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from negotiator.engine.changes import Change, ChangeKind, align_versions
from negotiator.model import Clause

TREATIES = Path(__file__).parents[3] / ".." / "shared" / "evaluation" / "a3_eu_treaties"

pytestmark = pytest.mark.skipif(
    not TREATIES.is_dir(), reason="the evaluation treaties do not stand beside the checkout"
)

CLASSES = {
    ChangeKind.ADDED: "inserted",
    ChangeKind.SUPPRESSED: "deleted",
    ChangeKind.MODIFIED: "modified",
    ChangeKind.EDITORIAL: "modified",
    ChangeKind.UNCHANGED: "unchanged",
}


def lines(name: str) -> dict[str, Any]:
    held = (TREATIES / name).read_text(encoding="utf-8").splitlines()
    return {line["pair_id"]: line for line in map(json.loads, held)}


def clauses(side: Any) -> list[Clause]:
    return [Clause(one["id"], one["id"], "", one["text"]) for one in side["clauses"]]


@pytest.mark.parametrize(
    "pair", ["eec-1965-1986-SEA", "ec-eu-1997-2001-Nice", "ecsc-euratom-1965-1986"]
)
def test_links_and_changes_are_those_of_the_lawyers(pair: str) -> None:
    texts, truth = lines("dev_pairs.jsonl")[pair], lines("dev_gold.jsonl")[pair]
    found = align_versions(clauses(texts["left"]), clauses(texts["right"]))
    right = {tuple(link) for link in truth["links"]}
    links = {(old, new) for one in found.alignment.links for old in one.left for new in one.right}
    links -= {tuple(link) for link in truth["ignore"]}
    assert 2 * len(links & right) / (len(links) + len(right)) >= 0.99
    told = {_ends(one): _class(one) for one in found.changes}
    coded = {(one["old"], one["new"]): one["text"] for one in truth["changes"]}
    assert sum(told.get(ends) == text for ends, text in coded.items()) >= 0.99 * len(coded)
    assert not any(ChangeKind.MOVED in one.kinds for one in found.changes), "none did"


def _ends(change: Change) -> tuple[str | None, str | None]:
    return change.old.key if change.old else None, change.new.key if change.new else None


def _class(change: Change) -> str | None:
    return next((CLASSES[kind] for kind in change.kinds if kind in CLASSES), None)
