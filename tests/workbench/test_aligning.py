"""What the alignment is told of a file, and what it is not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from negotiator.documents.reading import AS_USUAL
from negotiator.engine.alignment import Alignment, Passage
from negotiator.engine.patience import Patience
from negotiator.workbench import aligning


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Passage, ...]]:
    """The passages that the alignment was asked to line up, both sides in one list."""
    found: list[tuple[Passage, ...]] = []

    def align(
        left: Sequence[Passage], right: Sequence[Passage], *, patience: Patience
    ) -> Alignment:
        found.extend([tuple(left), tuple(right)])
        over = " over" if patience() else ""
        return Alignment((), tuple(p.id for p in left), tuple(p.id for p in right), over)

    monkeypatch.setattr(aligning, "align_positions", align)
    return found


def file(folder: Path, *clauses: dict[str, object]) -> Path:
    path = folder / "draft.json"
    path.write_text(json.dumps({"clauses": clauses}), encoding="utf-8")
    return path


def test_topics_and_headings_go_along(told: list[tuple[Passage, ...]], tmp_path: Path) -> None:
    path = file(
        tmp_path,
        {"id": "h", "text": "Gear", "unit": "heading"},
        {"id": "1", "text": "Nets are wide.", "reading": {"topics": ["gear", "nets"]}},
        {"id": "2", "text": "Nets are marked.", "heading": "Marks"},
    )
    whole, _ = aligning.align(path, path, AS_USUAL, versions=False)
    assert told[0] == (
        Passage("1", "Nets are wide.", "Gear", ("gear", "nets")),
        Passage("2", "Nets are marked.", "Marks"),
    )
    assert whole.alignment.left_alone == ("h", "1", "2"), "headings stand among what is alone"


def test_a_proposal_to_delete_speaks_to_what_it_deletes(
    told: list[tuple[Passage, ...]], tmp_path: Path
) -> None:
    path = file(tmp_path, {"id": "1", "change": "SUP", "base_text": "Nets are wide."})
    aligning.align(path, path, AS_USUAL, versions=False)
    assert told[0][0].text == "Nets are wide."


@pytest.mark.parametrize(("deadline", "over"), [(None, ""), (0, " over"), (60, "")])
def test_the_deadline_is_asked_of_a_clock(
    told: list[tuple[Passage, ...]], tmp_path: Path, deadline: float | None, over: str
) -> None:
    path = file(tmp_path, {"id": "1", "text": "Nets are wide."})
    whole, warnings = aligning.align(path, path, AS_USUAL, versions=False, deadline=deadline)
    assert whole.alignment.fallback == over
    assert bool(warnings) == bool(over)
