"""A sheet as its reader sees it: filled cells with the columns they take, rules, merged cells, blank rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reviewer.model.document import Cell
from reviewer.reading.grid import normal
from reviewer.reading.shapes import NUMERIC, Shape, shape_of
from reviewer.reading.sheets.merging import Merges
from reviewer.reading.sheets.sheet import Range, Sheet


class Item(NamedTuple):
    """A filled cell and the columns it takes."""

    column: int
    right: int
    cell: Cell
    figure: bool
    """A number; a year is none, it heads columns."""
    words: bool


Items = Sequence[Item]


def texts(items: Items) -> dict[int, str]:
    """Column → text, spacing and case aside."""
    return {item.column: normal(item.cell) for item in items}


def says(items: Items, header: dict[int, str]) -> bool:
    """Whether a row holds these texts (see `texts`) and no others."""
    return len(items) == len(header) and all(header.get(item.column) == normal(item.cell) for item in items)


class Layout:
    """A sheet with its merges settled."""

    def __init__(self, sheet: Sheet, merges: Merges) -> None:
        self._rules = sheet.ruled
        self._items: dict[int, list[Item]] = {}
        self._reach: dict[int, int] = {}
        """Row → the last row that a merged cell reaches from it."""
        self._under: set[int] = set()
        """Rows that a merged cell reaches from above."""
        self.rows = sorted(sheet.cells)
        self.right = max(
            (max(columns) for rows in (sheet.cells, sheet.ruled) for columns in rows.values() if columns), default=0
        )
        reach = -1
        for row in self.rows:
            if row <= reach:
                self._under.add(row)
            self._items[row] = self._read(row, sheet.cells[row], {area.left: area for area in merges.get(row, ())})
            reach = max(reach, self._reach.get(row, row))

    def _read(self, row: int, cells: dict[int, Cell], areas: dict[int, Range]) -> list[Item]:
        found = []
        for column, cell in sorted(cells.items()):
            area = areas.get(column)
            found.append(_item(column, min(area.right, self.right) if area else column, cell))
            if area and area.bottom > row:
                self._reach[row] = max(self._reach.get(row, row), area.bottom)
        return found

    @property
    def has_rules(self) -> bool:
        return bool(self._rules)

    def items(self, row: int) -> list[Item]:
        return self._items[row]

    def under(self, row: int) -> bool:
        return row in self._under

    def rules(self, row: int) -> set[int]:
        """The ruled columns of a row, filled or not."""
        return self._rules.get(row, _NONE)

    def bands(self, rows: Iterable[int]) -> Iterator[list[int]]:
        """Runs of rows without a blank one between them; a merged cell bridges the rows it covers."""
        band: list[int] = []
        reach = -1
        for row in rows:
            if band and row > max(band[-1], reach) + 1:
                yield band
                band = []
            band.append(row)
            reach = max(reach, self._reach.get(row, row))
        if band:
            yield band


_NONE: set[int] = set()


@dataclass(slots=True)
class View:
    """Some columns of a layout."""

    layout: Layout
    left: int
    right: int
    _items: dict[int, Items] = field(default_factory=dict)

    def items(self, row: int) -> Items:
        """The filled cells of a row that begin in these columns."""
        found = self._items.get(row)
        if found is None:
            found = [item for item in self.layout.items(row) if self.left <= item.column <= self.right]
            self._items[row] = found
        return found

    def lone(self, row: int) -> bool:
        """One filled cell, and none from above reaching into the row."""
        return len(self.items(row)) == 1 and not self.layout.under(row)

    def ruled(self, row: int) -> bool:
        return any(self.left <= column <= self.right for column in self.layout.rules(row))

    def ruled_columns(self, rows: Sequence[int], least: float) -> set[int]:
        """The columns that are ruled in at least this share of the rows."""
        counts: dict[int, int] = {}
        for row in rows:
            for column in self.layout.rules(row):
                if self.left <= column <= self.right:
                    counts[column] = counts.get(column, 0) + 1
        return {column for column, count in counts.items() if count >= least * len(rows)}

    def part(self, left: int, right: int) -> View:
        return View(self.layout, left, right)


def _item(column: int, right: int, cell: Cell) -> Item:
    shape = shape_of(cell.text)
    year = len(cell.text) == 4 and cell.text.isdigit() and cell.text[:2] in ("19", "20")
    return Item(column, right, cell, shape in NUMERIC and not year, shape is Shape.WORDS or year)
