"""What an expert reads out of the exchange as of 17 February 2022, the engine finds."""

from __future__ import annotations

import pytest

from negotiator.engine.comparison import Comparison
from negotiator.model import Family, GapKind, SilenceKind

# For an issue and a pair of parties, the families of verdict that an expert accepts.
EXPERT = """
I01  RU-US opposed            RU-NATO opposed
I02  RU-US opposed/partial    RU-NATO silent/opposed
I03  RU-US silent/partial
I04  RU-US opposed/silent     RU-NATO opposed/silent
I05  RU-US silent             RU-NATO silent
I06  RU-US silent
I07  RU-US opposed            RU-NATO opposed
I08                           RU-NATO opposed
I09  RU-US silent             RU-NATO silent
I10  RU-US silent             RU-NATO partial/agreed
I11                           RU-NATO opposed
I12  RU-US partial/opposed    RU-NATO partial/opposed
I13                           RU-NATO opposed             RU-EU opposed
I14  RU-US partial/agreed     RU-NATO partial/agreed
I15  RU-US partial/agreed
I16  RU-US silent/opposed     RU-NATO silent
I17  RU-US partial/opposed
I18  RU-US partial
I19  RU-US partial/opposed    RU-NATO partial/opposed
I20  RU-US agreed/partial     RU-NATO agreed/partial
I21  RU-US agreed/partial     RU-NATO agreed/partial
I22                           RU-NATO silent
I23                           RU-NATO opposed
I24  RU-US opposed/partial
I25  RU-US opposed            RU-NATO opposed
I26  RU-US agreed/partial     RU-NATO agreed/partial      RU-EU agreed/partial
I27  RU-US opposed            RU-NATO opposed/silent
"""


def expected() -> list[tuple[str, list[str]]]:
    """Return the id of each gap that the expert judged, with the families accepted."""
    found = []
    for line in EXPERT.strip().splitlines():
        issue, *cells = line.split()
        for pair, families in zip(cells[::2], cells[1::2], strict=True):
            found.append((f"{issue}.{pair}", families.split("/")))
    return found


def test_the_expert_judged_45_pairs() -> None:
    assert len(expected()) == 45


@pytest.mark.parametrize(("id", "families"), expected(), ids=[id for id, _ in expected()])
def test_the_families_are_the_experts(whole: Comparison, id: str, families: list[str]) -> None:
    gap = next(gap for row in whole.rows for gap in row.gaps if gap.id == id)
    assert gap.family.value in families, f"{gap.verdict}: {gap.rationale}"


# Every issue on which somebody asks and nobody of the other side speaks to what was asked.
@pytest.mark.parametrize("issue", ["I05", "I06", "I09", "I16", "I22"])
def test_silence_is_an_answer(whole: Comparison, issue: str) -> None:
    row = next(row for row in whole.rows if row.issue.id == issue)
    lead = [gap for gap in row.gaps if gap.across and gap.parties[0] == "RU"]
    assert {gap.family for gap in lead} == {Family.SILENT}
    assert all(GapKind.OMISSION in gap.kinds for gap in lead)


def test_silences_are_told_apart(whole: Comparison) -> None:
    kinds = {
        f"{row.issue.id}.{cell.party}": cell.silence.kind
        for row in whole.rows
        for cell in row.cells
        if cell.silence
    }
    # The papers of 26 January pass these over; the demand of 17 February is only just made.
    assert kinds["I05.US"] is SilenceKind.NOT_ADDRESSED
    assert kinds["I09.US"] is SilenceKind.NOT_YET_ANSWERED


def test_an_answer_to_another_object_stands_beside_the_demand(whole: Comparison) -> None:
    row = next(row for row in whole.rows if row.issue.id == "I16")
    gap = next(gap for gap in row.gaps if gap.id == "I16.RU-US")
    assert gap.family is Family.SILENT
    named = {placed.clause.id for cell in row.cells for placed in cell.clauses}
    beside = [id for cell in row.cells if cell.silence for id in cell.silence.other_objects]
    assert "C12" in named | set(beside)


def test_the_gates_point_opposite_ways(whole: Comparison) -> None:
    row = next(row for row in whole.rows if row.issue.id == "I25")
    for code in ("US", "NATO"):
        gap = next(gap for gap in row.gaps if gap.id == f"I25.RU-{code}")
        assert GapKind.CONDITION_OR_LINKAGE in gap.kinds
        assert GapKind.SEQUENCE in gap.kinds
        assert "E16" in gap.rationale


def test_what_is_held_hostage_is_conditional(whole: Comparison) -> None:
    for row in whole.rows:
        if row.issue.id in ("I14", "I15"):
            gap = next(gap for gap in row.gaps if gap.id.endswith(".RU-US"))
            assert GapKind.CONDITION_OR_LINKAGE in gap.kinds


def test_ukraine_has_tabled_nothing_and_has_no_column(whole: Comparison) -> None:
    assert [party.code for party in whole.parties] == ["RU", "US", "NATO", "EU"]
    assert [party.code for party in whole.absent] == ["UA"]
    assert not any("UA" in gap.parties for row in whole.rows for gap in row.gaps)
