"""Rows and columns of a piece that are none, cells that lack a border, and pieces that are no tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from reviewer.reading.pdf.glyphs import Word
from reviewer.reading.pdf.lines import lines_of
from reviewer.reading.pdf.pieces import Cell, Piece

_OVERRUN = 1.5
"""How far (points) words may stand out of their column."""
_SHIFT = 25.0
"""Up to this wide, a column that no cell fills alone is a border that stands off in some rows."""
_SLIVER = 9.0
"""Columns up to this wide without text are double or misaligned rules."""
_PARTED = 0.8
"""Line heights between words that stand in two columns."""
_OVER = 0.15
"""Part of their width by which they may stand over its border."""
_WIDE = 3
"""Columns from which on a cell's only number, under the last of them, is that column's."""
_NUMBER = re.compile(r"[-–(]*\d[\d.,]*\)?%?")


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
