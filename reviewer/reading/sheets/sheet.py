"""A sheet as it was read: what its positions hold, before anybody asks which of them make a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from reviewer.model.document import Cell, Place


class Range(NamedTuple):
    """Rows and columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """Only positions that hold something are stored: a sheet may have a cell in its first and one in its last corner."""

    name: str
    at: Callable[[int, int], Place]
    """Where a position (row, column) stands in the draft."""
    cells: dict[int, dict[int, Cell]] = field(default_factory=dict)
    """Row → column → cell; cells with a text, a number or a formula only, not yet merged."""
    merges: list[Range] = field(default_factory=list)
    ruled: dict[int, set[int]] = field(default_factory=dict)
    """Row → columns of cells with a rule drawn at their left or right: they belong to a table even where empty."""
    print_header: tuple[int, int] | None = None
    """First and last row that are printed anew on every page."""
    boxes: list[tuple[str, Place]] = field(default_factory=list)
    """Texts of the boxes drawn on it, and the cell each is tied to."""
    margins: list[tuple[str, Literal["header", "footer"]]] = field(default_factory=list)
    """Texts printed above and below the cells on every page."""
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last of each run."""

    def put(self, row: int, column: int, cell: Cell) -> None:
        self.cells.setdefault(row, {})[column] = cell

    def hides(self, row: int, column: int) -> bool:
        return (
            self.hidden
            or row in self.hidden_rows
            or any(first <= column <= last for first, last in self.hidden_columns)
        )
