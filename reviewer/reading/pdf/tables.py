"""A joined table as the model's: a rectangular grid whose cells hold their text and know the place of each line."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from itertools import pairwise
from typing import NamedTuple

from reviewer.model.document import Cell, Place, Span, Table
from reviewer.reading.pdf.cuts import is_word_cut, keeps_blanks
from reviewer.reading.pdf.frame import Box
from reviewer.reading.pdf.joining import Joined, Whole
from reviewer.reading.pdf.lines import Line

PlaceOf = Callable[[int, Box], Place]
"""The place of a box on a page."""

_ITEM = re.compile(r"(?:[-–—•·*▪►✓➢❖■□●○◦→➔✔]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_ROMAN = re.compile(r"[IVXLC]+[.)]?")
_GAP = 1.35
"""Pitches of a cell's lines from which on two of them are two paragraphs."""
_FAR = 1.6
"""Line heights from which on they are two in any case."""
_PADDING = 6.0
"""Points that a cell leaves beside its text at most."""
_ROOM = 0.8
"""Line heights by which a broken line may be short of full."""


def table_of(whole: Whole, place_of: PlaceOf, words: Collection[str]) -> Table:
    """The table; `words` are those of the draft in lower case, which tell a word broken over lines from two."""
    width = len(whole.xs) - 1
    rows: list[list[Cell | None]] = [[None] * width for _ in range(whole.rows)]
    for cell in whole.cells:
        rows[cell.row][cell.col] = _cell(cell, place_of, words)
        for r in range(cell.row, cell.row + cell.rowspan):
            for c in range(cell.col, cell.col + cell.colspan):
                if (r, c) != (cell.row, cell.col):
                    rows[r][c] = Cell("", _blank(cell, place_of), covered_by=(cell.row, cell.col))
    boxes = [cell.box for cell in whole.cells if cell.page == whole.first_page]
    around = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
    return Table(
        rows=tuple(tuple(cell or Cell() for cell in row) for row in rows),
        place=place_of(whole.first_page, around),
        header_rows=whole.header_rows,
        joined_at=tuple(whole.joined_at),
    )


def _blank(cell: Joined, place_of: PlaceOf) -> tuple[Span, ...]:
    return (Span(0, place_of(cell.page, cell.box)),)


def _cell(cell: Joined, place_of: PlaceOf, words: Collection[str]) -> Cell:
    text = ""
    spans: list[Span] = []
    pitches = [b.middle - a.middle for (_, a), (_, b) in pairwise(cell.lines) if b.middle > a.middle]
    usual = min(pitches, default=0.0)
    blanks_kept = keeps_blanks([line for _, line in cell.lines])
    padding = _padding(cell) if len(cell.lines) > 1 else 0.0
    for k, (page, line) in enumerate(cell.lines):
        if k:
            above_page, before = cell.lines[k - 1]
            text += _glue(before, line, _Sides(*cell.sides[above_page], padding), usual, words, blanks_kept)
        spans.append(Span(len(text), place_of(page, line.box)))
        text += line.text
    return Cell(text, tuple(spans) or _blank(cell, place_of), cell.rowspan, cell.colspan)


class _Sides(NamedTuple):
    """The borders of a cell, and how far inside them its text is set."""

    left: float
    right: float
    padding: float


def _padding(cell: Joined) -> float:
    inside = min(line.left - cell.sides[page][0] for page, line in cell.lines)
    return min(max(inside, 1.0), _PADDING)


def _glue(before: Line, line: Line, sides: _Sides, usual: float, words: Collection[str], blanks_kept: bool) -> str:
    """What joins two lines of a cell: a line break between paragraphs, nothing within a word, else a blank."""
    pitch = line.middle - before.middle
    if _ITEM.match(line.text) or pitch > _FAR * line.height or pitch > max(_GAP * usual, line.height):
        return "\n"
    if before.text.endswith("-") and before.text[-2:-1].isalnum() and line.text[:1].isalnum():
        return ""
    if is_word_cut(before, line, sides.left, sides.right, words, blanks_kept):
        return ""
    if _ROMAN.fullmatch(before.text) and _ROMAN.fullmatch(line.text) and _is_full(before, line, sides):
        return ""
    return " " if line.text[:1].islower() or _is_full(before, line, sides) else "\n"


def _is_full(before: Line, line: Line, sides: _Sides) -> bool:
    """Whether the first word of `line` would not have fitted behind `before`."""
    word = line.words[0]
    left, right, padding = sides
    # Text set in the middle leaves as much room on its left.
    centred = abs((before.left - left) - (right - before.right)) < 0.5 * line.height
    room = right - padding - before.right + (before.left - left - padding if centred else 0.0)
    return room < word.right - word.left + _ROOM * line.height
