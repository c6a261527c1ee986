"""A page's tables with their text: words go to the cells of the grids, the rest stays free."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from reviewer.reading.pdf.frame import Box
from reviewer.reading.pdf.glyphs import Word
from reviewer.reading.pdf.grids import Grid, Slot
from reviewer.reading.pdf.lines import Line, lines_of

_OVERRUN = 1.5
"""How far (points) a word may stand out of its cell before it is asked whether it is two."""
_LEAST = 3
"""Characters that a word's part in another cell must have to be a word of its own: fewer have merely run over."""
_SHIFT = 25.0
"""Up to this wide, a column that no cell fills alone is a border that stands off in some rows."""
_SLIVER = 9.0
"""Columns up to this wide without text are double or misaligned rules."""
_TITLE_LINES = 3
_PADDING = 6.0
"""Points that a cell leaves beside its text at most."""
_OPEN = 0.1
"""Part of a border that may be drawn where it is open."""
_PARTED = 0.8
"""Line heights between words that stand in two columns."""
_OVER = 0.15
"""Part of their width by which they may stand over its border."""
_WIDE = 3
"""Columns from which on a cell's only number, under the last of them, is that column's."""
_NUMBER = re.compile(r"[-–(]*\d[\d.,]*\)?%?")


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
        word.text[start:end], word.lefts[start], word.top, word.rights[end - 1], word.bottom, word.lefts[start:end],
        word.rights[start:end], word.blank and start == 0, word.bold,
    )  # fmt: skip


def peeled(filled: Filled) -> tuple[Filled, list[Word]]:
    """The table without the blocks of text that a frame holds above and below it, and the words of those.

    Print-outs of accounting systems draw one frame around the head of the page, the table, and the signatures.
    """
    rows = [_whole_row(filled, r) for r in range(len(filled.grid.ys) - 1)]
    first, last = 0, len(rows)
    words: list[Word] = []
    while first < last and (slot := rows[first]) is not None and _is_apart(filled, slot, first):
        words += filled.words[slot]
        first += 1
    below: list[Word] = []
    while last > first and (slot := rows[last - 1]) is not None and (below or _is_apart(filled, slot, last)):
        below += filled.words[slot]
        last -= 1
    if first == 0 and last == len(rows):
        return filled, []
    return _between(filled, first, last), words + below


def _whole_row(filled: Filled, row: int) -> Slot | None:
    """The cell that is all of a row."""
    slot = Slot(row, 0, 1, len(filled.grid.xs) - 1)
    return slot if slot in filled.words else None


def _is_apart(filled: Filled, slot: Slot, outer: int) -> bool:
    """Whether a row without columns is no row of the table: its outer border is not drawn, or it holds several lines
    that no margin broke, a signature on the right, or nothing at all.
    """
    lines = lines_of(filled.words[slot])
    if not lines or filled.grid.drawn[outer] < _OPEN:
        return True
    left, right = filled.grid.xs[0], filled.grid.xs[-1] - _PADDING
    if len(lines) > 1 and min(line.left for line in lines) > (left + right) / 2:
        return True
    broken = sum(1 for a, b in pairwise(lines) if a.right + _first_width(b) > right)
    return len(lines) >= _TITLE_LINES and broken * 2 < len(lines) - 1


def _first_width(line: Line) -> float:
    return line.words[0].right - line.words[0].left


def _between(filled: Filled, first: int, last: int) -> Filled:
    grid = filled.grid
    kept = {slot: slot._replace(row=slot.row - first) for slot in grid.slots if first <= slot.row < last}
    smaller = Grid(grid.xs, grid.ys[first : last + 1], tuple(kept.values()), grid.drawn[first : last + 1])
    return Filled(smaller, {kept[slot]: words for slot, words in filled.words.items() if slot in kept})


def piece_of(filled: Filled) -> Piece:
    """A filled grid as a piece, each row of the grid a row."""
    grid = filled.grid
    cells = [cell_of(grid, slot, lines_of(words)) for slot, words in filled.words.items()]
    return Piece(list(grid.xs), len(grid.ys) - 1, cells, grid.box)


def cell_of(grid: Grid, slot: Slot, lines: list[Line]) -> Cell:
    """A slot of a grid with its lines."""
    return Cell(slot.row, slot.col, slot.rowspan, slot.colspan, lines, grid.box_of(slot))


def parted(piece: Piece) -> Piece:
    """Cells over several columns are parted where their words stand in those columns with gaps at the borders.

    Headers and total rows often lack the rules that the rows below have.
    """
    cells: list[Cell] = []
    for cell in piece.cells:
        shares = _by_column(piece.xs, cell) if cell.colspan > 1 and cell.lines else None
        if shares is None:
            cells.append(cell)
            continue
        _, top, _, bottom = cell.box
        for start, end, words in shares:
            box = piece.xs[start], top, piece.xs[end], bottom
            cells.append(Cell(cell.row, start, cell.rowspan, end - start, lines_of(words), box))
    piece.cells = cells
    return piece


def _by_column(xs: list[float], cell: Cell) -> list[tuple[int, int, list[Word]]] | None:
    """The words of a cell with the columns, from and to, that they stand in; None where it is one cell."""
    words = [word for line in cell.lines for word in line.words]
    columns: dict[int, list[Word]] = {}
    for word in words:
        col = bisect_right(xs, (word.left + word.right) / 2) - 1
        if not cell.col <= col < cell.col + cell.colspan:
            return None
        columns.setdefault(col, []).append(word)
    filled = sorted(columns)
    end = cell.col + cell.colspan
    if len(filled) == 1:
        if cell.colspan < _WIDE or filled != [end - 1] or not _NUMBER.fullmatch(cell.lines[0].text):
            return None
        return [(cell.col, end - 1, []), (end - 1, end, words)]
    extents = [(min(w.left for w in columns[c]), max(w.right for w in columns[c])) for c in filled]
    if any(b[0] - a[1] < _PARTED * max(word.height for word in words) for a, b in pairwise(extents)):
        return None
    for col, (left, right) in zip(filled, extents, strict=True):
        over = max(_OVERRUN, _OVER * (right - left))
        if left < xs[col] - over or right > xs[col + 1] + over:
            return None
    # Empty columns stay with the filled one on their right: text is centred over number and label.
    borders = [cell.col, *(col + 1 for col in filled[:-1]), end]
    return [(start, stop, columns[col]) for (start, stop), col in zip(pairwise(borders), filled, strict=True)]


def tidied(piece: Piece) -> Piece:
    """Without rows and columns that only doubled or misaligned rules make."""
    heights = _heights(piece)
    filled = {r for cell in piece.cells if cell.lines for r in range(cell.row, cell.row + cell.rowspan)}
    empty = [r for r in range(piece.rows) if r not in filled]
    for r in reversed(empty):
        if heights[r] <= _SLIVER or not filled or not min(filled) < r < max(filled):
            _drop_row(piece, r)
    for c in reversed(range(piece.columns)):
        narrow = piece.xs[c + 1] - piece.xs[c] <= _SLIVER
        if narrow and piece.columns > 1 and not any(x.lines for x in piece.cells if x.col == c and x.colspan == 1):
            _drop_column(piece, c)
    _drop_common_borders(piece)
    drop_shifted(piece.xs, piece.cells)
    return piece


class Spanning(Protocol):
    """Something that stands in columns."""

    col: int
    colspan: int


def drop_shifted(xs: list[float], cells: Sequence[Spanning]) -> None:
    """Take out the columns that only a shifted border makes: narrow ones that no cell fills alone, narrowest first."""
    while len(xs) > 2:
        alone = {cell.col for cell in cells if cell.colspan == 1}
        widths = {c: xs[c + 1] - xs[c] for c in range(len(xs) - 1) if c not in alone}
        narrowest = min(widths, key=lambda c: widths[c], default=None)
        if narrowest is None or widths[narrowest] > _SHIFT:
            return
        for cell in cells:
            if _covers(cell.col, cell.colspan, narrowest):
                cell.colspan -= 1
            elif cell.col > narrowest:
                cell.col -= 1
        del xs[narrowest + 1 if narrowest + 2 < len(xs) else narrowest]


def is_table(piece: Piece) -> bool:
    """At least two columns and as many filled cells as a table would have: charts and boxes of text are none."""
    filled = [cell for cell in piece.cells if cell.lines]
    columns = {cell.col for cell in filled}
    if piece.rows < 1 or piece.columns < 2 or len(columns) < 2 or len(filled) < 2:
        return False
    return len(filled) * 5 >= len(piece.cells)


def _heights(piece: Piece) -> list[float]:
    heights = [1e9] * piece.rows
    for cell in piece.cells:
        height = (cell.box[3] - cell.box[1]) / cell.rowspan
        for r in range(cell.row, cell.row + cell.rowspan):
            heights[r] = min(heights[r], height)
    return heights


def _covers(start: int, span: int, index: int) -> bool:
    return start <= index < start + span


def _drop_row(piece: Piece, row: int) -> None:
    kept = []
    for cell in piece.cells:
        if _covers(cell.row, cell.rowspan, row):
            cell.rowspan -= 1
        elif cell.row > row:
            cell.row -= 1
        if cell.rowspan:
            kept.append(cell)
    piece.cells = kept
    piece.rows -= 1


def _drop_column(piece: Piece, col: int) -> None:
    kept = []
    for cell in piece.cells:
        if _covers(cell.col, cell.colspan, col):
            cell.colspan -= 1
        elif cell.col > col:
            cell.col -= 1
        if cell.colspan:
            kept.append(cell)
    piece.cells = kept
    # The width goes to the neighbour on the right, at the right edge to the one on the left.
    del piece.xs[col + 1 if col + 2 < len(piece.xs) else col]


def _drop_common_borders(piece: Piece) -> None:
    """Columns and rows that no cell begins are no columns and rows of their own."""
    begun = {cell.col for cell in piece.cells}
    for c in reversed(range(1, piece.columns)):
        if c not in begun:
            for cell in piece.cells:
                if _covers(cell.col, cell.colspan, c):
                    cell.colspan -= 1
                elif cell.col > c:
                    cell.col -= 1
            del piece.xs[c]
    begun = {cell.row for cell in piece.cells}
    for r in reversed(range(1, piece.rows)):
        if r not in begun:
            _drop_row(piece, r)
