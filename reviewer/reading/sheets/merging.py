"""Merged cells: which of them hold, and what they hide."""

from __future__ import annotations

from bisect import bisect_right, insort

from reviewer.model.document import Cell
from reviewer.reading.sheets.sheet import Range, Sheet

Merges = dict[int, list[Range]]
"""Top row → the merged areas that begin there, from the left."""


def settled(sheet: Sheet) -> Merges:
    """The merged areas of a sheet that do not overlap an earlier one.

    What they cover is taken out of the sheet: it is not shown.
    """
    tops: Merges = {}
    for area in sorted(set(sheet.merges)):
        tops.setdefault(area.top, []).append(area)
    kept: Merges = {}
    open_: list[tuple[int, Range]] = []
    """Areas that reach the row at hand, by their left column; none overlaps another."""
    for row in sorted(tops.keys() | sheet.cells.keys()):
        if any(area.bottom < row for _, area in open_):
            open_ = [(left, area) for left, area in open_ if area.bottom >= row]
        for area in tops.get(row, ()):
            at = bisect_right(open_, (area.right, _LAST))
            if not at or open_[at - 1][1].right < area.left:
                insort(open_, (area.left, area))
                kept.setdefault(row, []).append(area)
        if open_ and row in sheet.cells:
            _uncover(sheet.cells[row], row, open_)
    sheet.cells = {row: cells for row, cells in sheet.cells.items() if cells}
    return kept


_LAST = Range(2**31, 0, 0, 0)


def _uncover(cells: dict[int, Cell], row: int, open_: list[tuple[int, Range]]) -> None:
    for column in list(cells):
        at = bisect_right(open_, (column, _LAST))
        if at:
            area = open_[at - 1][1]
            if area.left <= column <= area.right and (row, column) != (area.top, area.left):
                del cells[column]
