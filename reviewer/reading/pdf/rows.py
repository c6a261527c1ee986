"""Rows that no rule parts: print-outs of accounting systems rule their columns only, and tables made by hand put several
rows into one ruled cell. Where numbers of two columns stand on the same base lines, each such line is a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reviewer.reading.pdf.cuts import mended
from reviewer.reading.pdf.glyphs import Word
from reviewer.reading.pdf.grids import Grid, Slot
from reviewer.reading.pdf.lines import Line, lines_of
from reviewer.reading.pdf.pieces import Cell, Filled, Piece, cell_of

_NUMBER = re.compile(
    r"(?:Rp\.?\s*)?[-–(]{0,2}\s*\d[\d.,\s]*\)?\s*%?|-|\d{1,3}[.)]|[A-Z][.)]|(?:IX|IV|V?I{1,3}|V|XI{0,3}|XIV|XV)[.)]?"
)
_LEVEL = 2.0
"""Base lines this near (points) are one."""
_MOSTLY = 0.6
_APART = 1.5
"""Line heights from which on two lines of a column are no one text."""
_CENTRED = 1.3
"""Line heights between a number and the two lines of the label it is centred on."""

Run = tuple[int, int]
"""First column and number of columns."""


@dataclass(frozen=True, slots=True)
class _Band:
    """Ruled rows `first` to `last` (exclusive) that are read as one, its columns with their lines."""

    first: int
    last: int
    columns: dict[Run, list[Line]]


def piece_with_rows(filled: Filled) -> Piece:
    """A filled grid as a piece: a ruled row is a row, or as many as base lines show."""
    grid = filled.grid
    lines = {slot: _lines(grid, slot.col, slot.colspan, words) for slot, words in filled.words.items()}
    bands = {band.first: band for band in _bands(filled, lines)}
    if not bands:
        return Piece(
            list(grid.xs), len(grid.ys) - 1, [cell_of(grid, slot, own) for slot, own in lines.items()], grid.box
        )
    cells: list[Cell] = []
    new_row = [0] * len(grid.ys)
    count = row = 0
    while row < len(grid.ys) - 1:
        new_row[row] = count
        band = bands.get(row)
        if band is None:
            row += 1
            count += 1
            continue
        made, height = _split(grid, band, count)
        cells += made
        for inner in range(band.first + 1, band.last):
            new_row[inner] = count
        row, count = band.last, count + height
    new_row[row] = count
    inside = {r: band for band in bands.values() for r in range(band.first, band.last)}
    for slot in grid.slots:
        band = inside.get(slot.row)
        if band is None or slot.row + slot.rowspan > band.last:
            top, bottom = new_row[slot.row], new_row[slot.row + slot.rowspan]
            cells.append(replace(cell_of(grid, slot, lines[slot]), row=top, rowspan=bottom - top))
    return Piece(list(grid.xs), count, cells, grid.box)


def _lines(grid: Grid, col: int, colspan: int, words: Sequence[Word]) -> list[Line]:
    """The lines of words in some columns."""
    return mended(lines_of(words), grid.xs[col], grid.xs[col + colspan])


def _bands(filled: Filled, lines: dict[Slot, list[Line]]) -> list[_Band]:
    """The bands of a grid that hold several rows of numbers."""
    groups = _groups(filled.grid, lines)
    group_of = {r: k for k, (first, last) in enumerate(groups) for r in range(first, last)}
    members: list[list[Slot]] = [[] for _ in groups]
    for slot in filled.grid.slots:
        for k in range(group_of[slot.row], group_of[slot.row + slot.rowspan - 1] + 1):
            members[k].append(slot)
    found = []
    for (first, last), slots in zip(groups, members, strict=True):
        columns = _columns(filled, slots, first, last)
        if columns is not None and _several_rows(columns):
            found.append(_Band(first, last, columns))
    return found


def _groups(grid: Grid, lines: dict[Slot, list[Line]]) -> list[tuple[int, int]]:
    """Ruled rows each on their own, except those that one cell with several numbers reaches over."""
    count = len(grid.ys) - 1
    joined = [False] * count
    for slot in grid.slots:
        if slot.rowspan > 1 and len(_numbers(lines[slot])) > 1:
            for r in range(slot.row + 1, slot.row + slot.rowspan):
                joined[r] = not grid.runs_through(r)
    starts = [r for r in range(count) if not joined[r]]
    return list(pairwise([*starts, count]))


def _columns(filled: Filled, slots: Sequence[Slot], first: int, last: int) -> dict[Run, list[Line]] | None:
    """The lines of each column of the rows that `slots` reach into; None where these differ in their columns."""
    words: dict[Run, list[Word]] = {}
    per_row: list[set[Run]] = [set() for _ in range(first, last)]
    for slot in slots:
        run = slot.col, slot.colspan
        for r in range(max(slot.row, first), min(slot.row + slot.rowspan, last)):
            per_row[r - first].add(run)
        if slot.row < first or slot.row + slot.rowspan > last:
            if last - first > 1:
                return None
            continue
        words.setdefault(run, []).extend(filled.words[slot])
    if any(runs != per_row[0] for runs in per_row):
        return None
    return {run: _lines(filled.grid, *run, own) for run, own in words.items()}


def _numbers(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if _NUMBER.fullmatch(line.text)]


def _several_rows(columns: dict[Run, list[Line]]) -> bool:
    """Numbers of one column on the base lines of numbers of another, twice at least.

    Two columns that have one line beside each number of a third ("WTP", "B") tell the same.
    """
    numeric = [numbers for lines in columns.values() if len(numbers := _numbers(lines)) > 1]
    for k, one in enumerate(numeric):
        if any(sum(1 for line in one if _on(line, other)) > 1 for other in numeric[k + 1 :]):
            return True
        beside = [lines for lines in columns.values() if len(lines) == len(one) and not _numbers(lines)]
        if sum(1 for lines in beside if all(_on(line, one) for line in lines)) > 1:
            return True
    return False


def _on(line: Line, lines: Sequence[Line]) -> bool:
    """Whether one of `lines` stands on the base line of `line`."""
    return any(_level(line, other) for other in lines)


def _level(one: Line, other: Line) -> bool:
    return abs(one.bottom - other.bottom) <= _LEVEL or abs(one.middle - other.middle) <= _LEVEL


def _split(grid: Grid, band: _Band, row: int) -> tuple[list[Cell], int]:
    """The cells of a band from row `row` of the piece on, and how many rows it makes."""
    starts = _starts(band)
    labels = {run: lines for run, lines in band.columns.items() if len(_numbers(lines)) * 2 < len(lines)}
    bare = [not any(_on(start, lines) for lines in labels.values()) for start in starts]
    top, bottom = grid.ys[band.first], grid.ys[band.last]
    tops = [top, *[start.top for start in starts[1:]], bottom]
    cells = []
    for (col, span), lines in band.columns.items():
        left, right = grid.xs[col], grid.xs[col + span]
        if (col, span) in labels and not _follows(lines, starts, right):
            cells.append(Cell(row, col, len(starts), span, lines, (left, top, right, bottom)))
            continue
        shares: list[list[Line]] = [[] for _ in starts]
        for line in lines:
            shares[_start_of(line, starts, bare)].append(line)
        for k, share in enumerate(shares):
            cells.append(Cell(row + k, col, 1, span, share, (left, tops[k], right, tops[k + 1])))
    return cells, len(starts)


def _starts(band: _Band) -> list[Line]:
    """One line for each row: those of columns that mostly hold numbers, each base line once, from the top."""
    starts: list[Line] = []
    for lines in band.columns.values():
        numbers = _numbers(lines)
        if len(numbers) > 1 and len(numbers) >= _MOSTLY * len(lines):
            starts += [line for line in numbers if not any(_near(line, other) for other in starts)]
    return _without_lowered(sorted(starts, key=lambda line: line.middle), band)


def _without_lowered(starts: list[Line], band: _Band) -> list[Line]:
    """Without the lines whose numbers stand one line below the row number they belong to: the label took two."""
    columns = [numbers for lines in band.columns.values() if (numbers := _numbers(lines))]
    of = [{k for k, numbers in enumerate(columns) if any(_near(start, line) for line in numbers)} for start in starts]
    pitches = sorted(b.middle - a.middle for a, b in pairwise(starts))
    usual = pitches[len(pitches) // 2] if pitches else 0.0
    kept = starts[:1]
    for k in range(1, len(starts)):
        pitch = starts[k].middle - starts[k - 1].middle
        number_alone = of[k - 1] == {0} and 0 not in of[k] and len(columns) > 1
        if not (number_alone and pitch < _CENTRED * starts[k].height and usual > _CENTRED * pitch):
            kept.append(starts[k])
    return kept


def _near(one: Line, other: Line) -> bool:
    return abs(one.middle - other.middle) < 0.5 * max(one.height, other.height)


def _follows(lines: Sequence[Line], starts: Sequence[Line], right: float) -> bool:
    """Whether a column of words has a line at most rows; else it is one text beside them all.

    A text that wraps over the lines at which rows start is one, too: its lines come to stand there by chance.
    """
    if not lines:
        return True
    at = [(a, b) for a, b in pairwise(lines) if any(_near(b, start) for start in starts)]
    small = sum(1 for _, b in at if b.text[:1].islower())
    wrapped = sum(1 for a, b in at if _wraps(a, b, right))
    if at and (small > _MOSTLY * len(at) or len(at) > 2 and wrapped > _MOSTLY * len(at)):
        return False
    at_start = sum(1 for line in lines if any(_near(line, start) for start in starts))
    with_line = sum(1 for start in starts if any(_near(start, line) for line in lines))
    return at_start >= _MOSTLY * len(lines) or with_line >= _MOSTLY * len(starts)


def _wraps(line: Line, following: Line, right: float) -> bool:
    """Whether a line goes on in the one below: the next word would not have fitted, or it begins in small letters."""
    if following.middle - line.middle > _APART * line.height or line.text.endswith((".", ";", ":")):
        return False
    word = following.words[0]
    return following.text[:1].islower() or line.right + word.right - word.left > right


def _start_of(line: Line, starts: Sequence[Line], bare: Sequence[bool]) -> int:
    """The row of a line: that of its base line, of a number centred on it and its neighbour, else the one above."""
    for k, start in enumerate(starts):
        if _near(line, start):
            return k
    for k, start in enumerate(starts):
        if bare[k] and abs(line.middle - start.middle) <= _CENTRED * line.height:
            return k
    above = [k for k, start in enumerate(starts) if start.middle < line.middle]
    return above[-1] if above else 0
