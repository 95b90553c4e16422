"""PDF: tables with ruled lines and without, over one page and over several."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from negotiator.documents.manuscript import Table
from tests.documents.kinds.pages import Maker, manuscript, omitted, page, tables, texts

BASE = "Each Party shall notify the exercises of its armed forces that exceed nine thousand troops."
OURS = "Each Party shall notify all exercises of its armed forces and invite observers to them."
WHY = "Transparency builds confidence and costs the Parties little."
HEADS = ["Text of the proposal", "Our amendment", "Justification"]


def ruled(
    maker: Maker, y: float, rows: Sequence[Sequence[str]], *, edges: Sequence[float], head: bool
) -> float:
    """Draw a table with lines around its cells, and return where it ends."""
    top = y
    maker.line(edges[0], y, edges[-1], y)
    for index, row in enumerate(rows):
        ends = []
        for left, right, text in zip(edges, edges[1:], row, strict=False):
            if head and index == 0:
                maker.put(left + 4, y + 13, text, style="B")
                ends.append(y + 18)
            else:
                ends.append(maker.prose(text, y + 2, x=left + 2, width=right - left - 4, align="L"))
        y = max(ends) + 4
        maker.line(edges[0], y, edges[-1], y)
    for x in edges:
        maker.line(x, top, x, y)
    return y


EDGES = (60, 220, 380, 540)


def test_a_ruled_table_has_its_cells_in_order() -> None:
    maker = page()
    maker.put(60, 60, "Our proposals are these.")
    end = ruled(maker, 90, [HEADS, [BASE, OURS, WHY], [OURS, BASE, ""]], edges=EDGES, head=True)
    maker.put(60, end + 40, "We thank the Chair.")
    found = manuscript(maker)
    assert tables(found) == [[HEADS, [BASE, OURS, WHY], [OURS, BASE, ""]]]
    assert texts(found) == ["Our proposals are these.", "We thank the Chair."]
    table = found.blocks[1]
    assert isinstance(table, Table)
    assert (table.headed, table.page) == (1, "1")


def test_a_table_over_two_pages_is_one_and_its_repeated_heading_row_is_left_out() -> None:
    maker = page()
    ruled(maker, 90, [HEADS, [BASE, OURS, WHY]], edges=EDGES, head=True)
    maker.add_page()
    ruled(maker, 90, [HEADS, [f"2. {BASE}", f"2. {OURS}", WHY]], edges=EDGES, head=True)
    found = manuscript(maker)
    assert tables(found) == [[HEADS, [BASE, OURS, WHY], [f"2. {BASE}", f"2. {OURS}", WHY]]]
    assert omitted(found, "repeated heading row") == [" | ".join(HEADS)]


def test_a_row_that_a_page_break_parts_is_one_row() -> None:
    maker = page()
    cut, ours = BASE.index("that"), OURS.index("and invite")
    first = [BASE[:cut].strip(), OURS[:ours].strip(), WHY]
    ruled(maker, 90, [HEADS, first], edges=EDGES, head=True)
    maker.add_page()
    ruled(maker, 90, [[BASE[cut:], OURS[ours:], ""]], edges=EDGES, head=False)
    assert tables(manuscript(maker)) == [[HEADS, [BASE, OURS, WHY]]]


def test_a_table_without_lines_under_headings_is_a_table() -> None:
    maker = page()
    maker.put(72, 60, "Amendment 1", style="B")
    maker.put(72, 80, "Recital 5")
    maker.put(110, 110, "Text proposed by the Commission", style="I")
    maker.put(370, 110, "Amendment", style="I")
    maker.prose(f"(5) {BASE} {BASE}", 126, width=215, align="L")
    end = maker.prose(f"(5) {OURS} {OURS}", 126, x=310, width=215, align="L")
    maker.put(270, end + 40, "Justification", style="I")
    maker.prose(WHY, end + 60)
    found = manuscript(maker)
    assert tables(found) == [
        [
            ["Text proposed by the Commission", "Amendment"],
            [f"(5) {BASE} {BASE}", f"(5) {OURS} {OURS}"],
        ]
    ]
    assert texts(found) == ["Amendment 1", "Recital 5", "Justification", WHY]


@pytest.mark.parametrize(("base", "ours"), [(BASE, "deleted"), ("", f"1a. {OURS}")])
def test_one_side_may_be_short_or_empty(base: str, ours: str) -> None:
    maker = page()
    maker.put(110, 110, "Text proposed by the Commission", style="I")
    maker.put(370, 110, "Amendment", style="I")
    ends = [maker.prose(base, 126, width=215, align="L")] if base else []
    ends.append(maker.prose(ours, 126, x=310, width=215, align="L"))
    maker.put(270, max(ends) + 40, "Justification", style="I")
    heads = ["Text proposed by the Commission", "Amendment"]
    assert tables(manuscript(maker)) == [[heads, [base, ours]]]


def test_a_table_without_lines_goes_on_over_the_page() -> None:
    maker = page()
    maker.put(110, 110, "Text proposed by the Commission", style="I")
    maker.put(370, 110, "Amendment", style="I")
    cut, ours = BASE.index("armed"), OURS.index("forces")
    maker.prose(BASE[:cut].strip(), 126, width=215, align="L")
    maker.prose(OURS[:ours].strip(), 126, x=310, width=215, align="L")
    maker.add_page()
    maker.prose(BASE[cut:], 90, width=215, align="L")
    maker.prose(OURS[ours:], 90, x=310, width=215, align="L")
    heads = ["Text proposed by the Commission", "Amendment"]
    assert tables(manuscript(maker)) == [[heads, [BASE, OURS]]]


def test_rows_without_lines_are_parted_by_gaps() -> None:
    maker = page()
    maker.put(110, 80, "Current text", style="B")
    maker.put(370, 80, "Proposed text", style="B")
    y = 100.0
    for number in "123":
        maker.prose(f"{number}. {BASE}", y, width=215, align="L")
        y = maker.prose(f"{number}. {OURS}", y, x=310, width=215, align="L") + 16
    found = tables(manuscript(maker))
    assert found == [
        [["Current text", "Proposed text"], *([f"{n}. {BASE}", f"{n}. {OURS}"] for n in "123")]
    ]


@pytest.mark.parametrize("text", [BASE, "Article 20: Measures based on profiling"])
def test_a_box_around_text_is_no_table(text: str) -> None:
    maker = page()
    maker.rect(70, 80, 460, 60)
    maker.put(74, 100, text)
    found = manuscript(maker)
    assert tables(found) == []
    assert texts(found) == [text]


def test_a_cell_across_two_columns_stands_once() -> None:
    maker = page()
    for y in (90, 120, 150):
        maker.line(60, y, 540, y)
    for x in (60, 540):
        maker.line(x, 90, x, 150)
    maker.line(300, 120, 300, 150)
    maker.put(64, 110, "Chapter I")
    maker.put(64, 140, "Base")
    maker.put(304, 140, "Proposal")
    found = manuscript(maker)
    table = found.blocks[0]
    assert isinstance(table, Table)
    assert [[cell.columns for cell in row] for row in table.rows] == [[2], [1, 1]]
    assert tables(found) == [[["Chapter I"], ["Base", "Proposal"]]]


def test_a_table_with_open_sides_keeps_its_outer_columns() -> None:
    maker = page()
    for y in (90, 120, 150):
        maker.line(60, y, 540, y)
    maker.line(300, 90, 300, 150)
    for y, left, right in ((110, "Base", "Ours"), (140, "shall", "should")):
        maker.put(64, y, left)
        maker.put(304, y, right)
    assert tables(manuscript(maker)) == [[["Base", "Ours"], ["shall", "should"]]]
