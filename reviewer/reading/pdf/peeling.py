"""What a frame holds beside its table: the head of a print-out, signatures, titles above the first rule."""

from __future__ import annotations

from itertools import pairwise

from reviewer.reading.pdf.glyphs import Word
from reviewer.reading.pdf.grids import Grid, Slot
from reviewer.reading.pdf.lines import Line, lines_of
from reviewer.reading.pdf.pieces import Filled

_TITLE_LINES = 3
_PADDING = 6.0
"""Points that a cell leaves beside its text at most."""
_OPEN = 0.1
"""Part of a border that may be drawn where it is open."""


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
