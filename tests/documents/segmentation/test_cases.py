"""Texts of several kinds and languages, and the clauses that are found in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from negotiator.documents.extract import Grain
from tests.documents.segmentation.typed import cut, lines

CASES = sorted((Path(__file__).parent / "cases").iterdir())


@pytest.mark.parametrize("grain", Grain)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_clauses(case: Path, grain: Grain) -> None:
    found = cut((case / "input.txt").read_text(encoding="utf-8"), grain)
    expected = (case / f"{grain.value}.txt").read_text(encoding="utf-8")
    assert f"{found.title} ({found.language})\n{lines(found.pieces)}" == expected
