"""Tables with one cell a line and nothing to mark the cells: only their regular order shows them.

Word processors export tables so, with an empty line for an empty cell; some put an empty line after every cell. A
table is seen where row numbers 1, 2, 3 follow one another at one distance and the lines between have, place by place,
the same shape, with figures among them. Where that order ends the table ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.reading.emphasis import without_stars
from reviewer.reading.grid import Found, Grid, Row, finished
from reviewer.reading.headings import opens_block
from reviewer.reading.lines import Line, cell_of, piece_of
from reviewer.reading.shapes import FIGURES, Shape, numbers_columns, shape_of
from reviewer.reading.spans import laid_out

_FIRST = re.compile(r"\s*0?1([.)]?)\s*")
_NARROWEST, _WIDEST = 3, 20
_LONGEST = 300
"""Characters a cell may have."""
_HEADING = 80


@dataclass(frozen=True, slots=True)
class _Order:
    """How the cells of a table follow one another."""

    lines: Sequence[Line]
    width: int
    step: int
    """Lines from one cell to the next."""
    figures: frozenset[int]
    """Columns that hold figures."""

    def texts(self, at: int, count: int) -> list[str] | None:
        """The texts of `count` cells from line `at` (index) on; None where the lines are no cells."""
        return _texts(self.lines, at, count, self.step)


def find(lines: Sequence[Line]) -> Iterator[Found]:
    """The tables of this kind, in order."""
    end = 0
    for at, line in enumerate(lines):
        if at < end or "\t" in line.text or not _FIRST.fullmatch(line.text):
            continue
        order = _order(lines, at)
        if order is None:
            continue
        found = _table(order, at, end)
        yield found
        end = found.end


def _texts(lines: Sequence[Line], at: int, count: int, step: int) -> list[str] | None:
    if at < 0 or at + (count - 1) * step >= len(lines):
        return None
    texts = []
    for c in range(count):
        text = lines[at + c * step].text
        between = (lines[k] for k in range(at + c * step + 1, min(at + (c + 1) * step, len(lines))))
        if len(text) > _LONGEST or "\t" in text or "|" in text or any(not line.blank for line in between):
            return None
        texts.append(piece_of(lines[at + c * step]).text)
    return texts


def _order(lines: Sequence[Line], at: int) -> _Order | None:
    """The order of a table whose first numbered row begins at line `at`."""
    mark = _FIRST.fullmatch(lines[at].text)
    assert mark is not None
    for step in (2, 1):
        for width in range(_NARROWEST, _WIDEST + 1):
            rows = []
            for number in (1, 2, 3):
                texts = _texts(lines, at + (number - 1) * width * step, width, step)
                if texts is None or not re.fullmatch(rf"0?{number}{re.escape(mark[1])}", texts[0]):
                    break
                rows.append(texts)
            if len(rows) == 3 and (figures := _figures(rows)):
                return _Order(lines, width, step, figures)
    return None


def _figures(rows: list[list[str]]) -> frozenset[int]:
    """The columns of figures, where every column is of one kind and both kinds are there."""
    figures = set()
    words = 0
    for c, column in enumerate(zip(*rows, strict=True)):
        shapes = [shape_of(text) for text in column]
        if not c:
            continue
        if any(shape in FIGURES for shape in shapes):
            if Shape.WORDS in shapes:
                return frozenset()
            figures.add(c)
        words += Shape.WORDS in shapes
    return frozenset(figures) if words else frozenset()


def _table(order: _Order, at: int, lowest: int) -> Found:
    rows, end = _body(order, at)
    start, header = _header(order, at, lowest)
    grid = laid_out([*header, *rows], order.width)
    return Found(start, end, finished(Grid(grid.rows, None, grid.joined_at)))


def _body(order: _Order, at: int) -> tuple[list[Row], int]:
    rows: list[Row] = []
    number = 0
    while True:
        for width in range(order.width, max(1, order.width - 3), -1):
            texts = order.texts(at, width)
            if texts is not None and _fits(order, texts, number):
                break
        else:
            return rows, at
        assert texts is not None
        if texts[0].rstrip(".)").isdecimal():
            number = int(texts[0].rstrip(".)"))
        rows.append(_cells(order, at, width))
        at += width * order.step


def _fits(order: _Order, texts: list[str], number: int) -> bool:
    """True for texts that make a row: the next number or none, then figures where figures belong."""
    missing = order.width - len(texts)
    first = texts[0].rstrip(".)")
    if missing and (first.isdecimal() or not any(shape_of(text) is Shape.WORDS for text in texts)):
        return False
    if first.isdecimal() and (len(first) > 3 or int(first) != number + 1):
        return False
    filled = 0
    for c, text in enumerate(texts[1:], 1 + missing):
        shape = shape_of(text)
        if c in order.figures:
            if shape is Shape.WORDS:
                return False
            filled += shape is not Shape.BLANK
        elif shape in (Shape.AMOUNT, Shape.RATE):
            return False
    return filled > 0 or first.isdecimal()


def _header(order: _Order, at: int, lowest: int) -> tuple[int, list[Row]]:
    """Where the table begins, and its header: as many short texts as there are columns, and a row of numbers."""
    rows: list[Row] = []
    length = order.width * order.step
    texts = order.texts(at - length, order.width) if at - length >= lowest else None
    if texts and numbers_columns(row := _cells(order, at - length, order.width)):
        rows.insert(0, row)
        at -= length
        texts = order.texts(at - length, order.width) if at - length >= lowest else None
    if texts and all(_heads(text) for text in texts):
        rows.insert(0, _cells(order, at - length, order.width))
        at -= length
    return at, rows


def _heads(text: str) -> bool:
    return 0 < len(text) <= _HEADING and shape_of(text) is Shape.WORDS and not opens_block(text)


def _cells(order: _Order, at: int, width: int) -> Row:
    return [cell_of(without_stars([piece_of(order.lines[at + c * order.step])])) for c in range(width)]
