"""Where on a sheet its tables are.

A sheet has no tables, only cells. What tells them apart is what tells a reader: blank rows and columns, rules drawn around
cells, titles that stand alone in their row, headers that begin anew. It is cut at all of these, and what belongs
together is joined again.
"""

from __future__ import annotations

from reviewer.reading.sheets.cutting import Loose, Piece, Region, cut, is_entry
from reviewer.reading.sheets.joining import joined
from reviewer.reading.sheets.layout import Layout, View
from reviewer.reading.sheets.merging import Merges
from reviewer.reading.sheets.sheet import Sheet

__all__ = ["Loose", "Piece", "Region", "is_entry", "regions_of"]


def regions_of(sheet: Sheet, merges: Merges) -> list[Piece]:
    """The pieces of a sheet in reading order."""
    layout = Layout(sheet, merges)
    return list(joined(layout, cut(View(layout, 0, layout.right), layout.rows)))
