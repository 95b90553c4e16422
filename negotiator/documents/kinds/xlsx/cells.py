"""The cells of a sheet as a table: empty rows and columns left out, merged cells as one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping

from negotiator.documents.kinds.xlsx.package import Package
from negotiator.documents.kinds.xlsx.sheet import Area, Place, Sheet
from negotiator.documents.manuscript import Cell, Comment, Paragraph, Run, Table

# Cells between used rows and columns are empty but take their place in the table.
LARGEST = 1_000_000
EMPTY = Cell(())


def table_of(
    package: Package, sheet: Sheet, comments: Mapping[Place, tuple[Comment, ...]]
) -> Table | None:
    """Return the table that a sheet shows, None when it shows none.

    Raises:
        Refused: when cells lie too far apart, or merged areas overlap.
    """
    _leave_out_hidden(sheet)
    covered = _covered(package, sheet)
    for place in covered:
        text = "".join(run.text for run in sheet.cells[place])
        sheet.leave_out("hidden text", "a merged cell lies over it", sheet.place(*place), text)
    shown = {place: runs for place, runs in sheet.cells.items() if place not in covered}
    if not shown:
        return None
    rows: defaultdict[int, dict[int, tuple[Run, ...]]] = defaultdict(dict)
    for (row, column), runs in shown.items():
        rows[row][column] = runs
    columns = sorted({column for _, column in shown})
    if len(rows) * len(columns) > LARGEST:
        raise package.refuse(f"the cells of sheet “{sheet.name}” lie too far apart", "split it")
    starts = {(area[0], area[1]): area for area in sheet.merged}
    return Table(_rows(sheet, rows, columns, starts, comments), place=sheet.name)


def _rows(
    sheet: Sheet,
    rows: Mapping[int, Mapping[int, tuple[Run, ...]]],
    columns: list[int],
    starts: Mapping[Place, Area],
    comments: Mapping[Place, tuple[Comment, ...]],
) -> tuple[tuple[Cell, ...], ...]:
    numbers = sorted(rows)
    made: list[tuple[Cell, ...]] = []
    # What a merged cell takes of the rows under it: its columns, and the last row.
    reaching: list[tuple[int, int, int]] = []
    for number in numbers:
        reaching = [one for one in reaching if one[2] >= number]
        taken = {i for first, end, _ in reaching for i in range(first, end)}
        cells: list[Cell] = []
        i = 0
        while i < len(columns):
            place = (number, columns[i])
            if i in taken:
                i += 1
                continue
            runs = rows[number].get(columns[i])
            if runs is None:
                cells.append(EMPTY)
                i += 1
                continue
            area = starts.get(place, (*place, *place))
            wide = max(1, bisect_right(columns, area[3]) - bisect_left(columns, area[1]))
            tall = max(1, bisect_right(numbers, area[2]) - bisect_left(numbers, area[0]))
            if tall > 1:
                reaching.append((i, i + wide, area[2]))
            cells.append(Cell(_paragraphs(sheet, place, runs, comments), wide, tall))
            i += wide
        made.append(tuple(cells))
    return tuple(made)


def _paragraphs(
    sheet: Sheet,
    place: Place,
    runs: tuple[Run, ...],
    comments: Mapping[Place, tuple[Comment, ...]],
) -> tuple[Paragraph, ...]:
    return (Paragraph(runs, place=sheet.place(*place), comments=comments.get(place, ())),)


def _leave_out_hidden(sheet: Sheet) -> None:
    for place in [one for one in sheet.cells if sheet.hides(*one)]:
        text = "".join(run.text for run in sheet.cells.pop(place))
        what = "hidden row" if place[0] in sheet.hidden_rows else "hidden column"
        sheet.leave_out(what, "the sheet does not show it", sheet.place(*place), text)


def _covered(package: Package, sheet: Sheet) -> set[Place]:
    """Return the cells that lie under a merged cell and are not its first."""
    if not sheet.merged:
        return set()
    places = sorted(sheet.cells)
    areas = sorted(sheet.merged)
    covered: set[Place] = set()
    active: list[Area] = []
    following = 0
    for place in places:
        while following < len(areas) and areas[following][0] <= place[0]:
            active = [one for one in active if one[2] >= areas[following][0]]
            _add(package, sheet, active, areas[following])
            following += 1
        at = bisect_right([one[1] for one in active], place[1]) - 1
        area = active[at] if at >= 0 else None
        inside = area and area[0] <= place[0] <= area[2] and area[1] <= place[1] <= area[3]
        if area and inside and place != (area[0], area[1]):
            covered.add(place)
    return covered


def _add(package: Package, sheet: Sheet, active: list[Area], area: Area) -> None:
    at = bisect_left([one[1] for one in active], area[1])
    beside = active[max(0, at - 1) : at + 1]
    if any(one[1] <= area[3] and area[1] <= one[3] for one in beside):
        raise package.refuse(f"merged cells of sheet “{sheet.name}” overlap")
    active.insert(at, area)
