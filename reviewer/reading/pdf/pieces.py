"""A page's tables with their text: words go to the cells of the grids, the rest stays free."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.reading.pdf.frame import Box
from reviewer.reading.pdf.glyphs import Word
from reviewer.reading.pdf.grids import Grid, Slot
from reviewer.reading.pdf.lines import Line

_OVERRUN = 1.5
"""How far (points) a word may stand out of its cell before it is asked whether it is two."""
_LEAST = 3
"""Characters that a word's part in another cell must have to be a word of its own: fewer have merely run over."""


@dataclass(slots=True)
class Cell:
    """A cell of a piece, in rows and columns of that piece."""

    row: int
    col: int
    rowspan: int
    colspan: int
    lines: list[Line]
    box: Box


@dataclass(slots=True)
class Piece:
    """A table, or the part of one, on one page."""

    xs: list[float]
    """Borders of its columns."""
    rows: int
    cells: list[Cell]
    box: Box

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    def row(self, index: int) -> list[Cell]:
        """The cells that begin in a row, from the left."""
        return sorted((cell for cell in self.cells if cell.row == index), key=lambda cell: cell.col)


@dataclass(slots=True)
class Filled:
    """A grid with the words of its cells."""

    grid: Grid
    words: dict[Slot, list[Word]]


def fill(grids: Sequence[Grid], words: Iterable[Word]) -> tuple[list[Filled], list[Word]]:
    """Words by grid and cell, and those outside every grid."""
    filled = [Filled(grid, {slot: [] for slot in grid.slots}) for grid in grids]
    finders = [_Finder(grid) for grid in grids]
    free: list[Word] = []
    for word in words:
        for finder, target in zip(finders, filled, strict=True):
            if finder.holds(word):
                for slot, part in finder.parts(word):
                    target.words[slot].append(part)
                break
        else:
            free.append(word)
    return filled, free


class _Finder:
    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._at = {
            (r, c): slot
            for slot in grid.slots
            for r in range(slot.row, slot.row + slot.rowspan)
            for c in range(slot.col, slot.col + slot.colspan)
        }
        self._left, self._top, self._right, self._bottom = grid.box

    def holds(self, word: Word) -> bool:
        return (
            self._top <= word.middle <= self._bottom and self._left <= (word.left + word.right) / 2 <= self._right
        )  # fmt: skip

    def parts(self, word: Word) -> list[tuple[Slot, Word]]:
        """The word in its cell, or its parts where it runs from one cell into others."""
        middle = self._slot((word.left + word.right) / 2, word.middle)
        left, _, right, _ = self._grid.box_of(middle)
        if left - _OVERRUN <= word.left and word.right <= right + _OVERRUN or len(word.text) < 2 * _LEAST:
            return [(middle, word)]
        groups: list[tuple[Slot, int, int]] = []
        for k, (start, end) in enumerate(zip(word.lefts, word.rights, strict=True)):
            slot = self._slot((start + end) / 2, word.middle)
            if groups and groups[-1][0] == slot:
                groups[-1] = (slot, groups[-1][1], k + 1)
            else:
                groups.append((slot, k, k + 1))
        if any(end - start < _LEAST for _, start, end in groups):
            return [(middle, word)]
        return [(slot, cut(word, start, end)) for slot, start, end in groups]

    def _slot(self, x: float, y: float) -> Slot:
        xs, ys = self._grid.xs, self._grid.ys
        col = min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)
        row = min(max(bisect_right(ys, y) - 1, 0), len(ys) - 2)
        return self._at[row, col]


def cut(word: Word, start: int, end: int) -> Word:
    """Characters `start` to `end` of a word."""
    return Word(
        word.text[start:end], word.lefts[start], word.top, word.rights[end - 1], word.bottom, word.sides, word.at + start,
        word.blank and start == 0, word.bold, word.spaced and end == len(word.text), word.sideways,
    )  # fmt: skip


def cell_of(grid: Grid, slot: Slot, lines: list[Line]) -> Cell:
    """A slot of a grid with its lines."""
    return Cell(slot.row, slot.col, slot.rowspan, slot.colspan, lines, grid.box_of(slot))
