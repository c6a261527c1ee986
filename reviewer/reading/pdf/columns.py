"""Tables without any rules, laid out by columns alone: lines one below the other whose amounts end at the same places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.reading.pdf.glyphs import Word
from reviewer.reading.pdf.lines import Line, line_of
from reviewer.reading.pdf.pieces import Cell, Piece

_GAP = 1.0
"""Line heights between two columns at least; justified text leaves less but for single lines."""
_AWAY = 3.2
"""Line heights from which on two lines belong to no one table."""
_EDGE = 3.0
"""Points within which the amounts of a column end, or begin."""
_LEAST = 3
"""Rows of amounts that make a table."""
_HEADER_LINES = 4
_FIGURE = re.compile(r"(?:Rp\.?\s*)?[-–(]{0,2}\d[\d.,]*\)?\s?%?|[-–]|nihil")
_AMOUNT = re.compile(r"(?:Rp\.?\s*)?[-–(]{0,2}(?:\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d+[.,]\d{1,2})\)?\s?%?")
_CODE = re.compile(r"\d{1,3}(?:\s?\.\s?\d{1,3})*\.?|[A-Z]\.|[IVX]{1,5}\.?")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line cut at its gaps."""

    line: Line
    parts: tuple[Line, ...]

    @property
    def figures(self) -> list[Line]:
        """Its figures, the number or code in front left out."""
        return [part for k, part in enumerate(self.parts) if (k or part.text.endswith("%")) and _is_figure(part)]


def with_tables(lines: Sequence[Line]) -> list[Line | Piece]:
    """Lines that follow each other, those that make a table as a piece."""
    rows = [_Row(line, tuple(_parts(line))) for line in lines]
    found: list[Line | Piece] = []
    at = 0
    for start, end in _runs(rows):
        made = _piece(rows[start:end])
        if made is not None:
            above, piece = made
            found += [row.line for row in rows[at : start + above]]
            found.append(piece)
            at = end
    return found + [row.line for row in rows[at:]]


def _parts(line: Line) -> Iterator[Line]:
    group: list[Word] = []
    for word in line.words:
        if group and word.left - group[-1].right > _GAP * line.height:
            yield line_of(group)
            group = []
        group.append(word)
    yield line_of(group)


def _is_figure(part: Line) -> bool:
    return _FIGURE.fullmatch(part.text) is not None


def _runs(rows: Sequence[_Row]) -> Iterator[tuple[int, int]]:
    """Stretches of rows from their header to the last row of figures."""
    at = done = 0
    while at < len(rows):
        if not rows[at].figures:
            at += 1
            continue
        end = last = at
        while end < len(rows) and (end == at or not _is_away(rows[end - 1], rows[end])):
            if rows[end].figures:
                last = end
            elif end - last > _LEAST:
                break
            end += 1
        start = at
        while start > max(done, at - _HEADER_LINES) and _heads(rows[start - 1], rows[start]):
            start -= 1
        yield start, last + 1
        at = done = last + 1


def _heads(row: _Row, below: _Row) -> bool:
    """Whether a row may be of the header over the row below."""
    return len(row.parts) > 1 and not _is_away(row, below)


def _is_away(above: _Row, below: _Row) -> bool:
    return below.line.middle - above.line.middle > _AWAY * max(above.line.height, below.line.height)


def _piece(rows: Sequence[_Row]) -> tuple[int, Piece] | None:
    """How many rows stand above the table, and the table; None where the amounts are not set in columns."""
    data = [row for row in rows if row.figures]
    if len(data) < _LEAST or len(data) * 2 < len(rows) or not _has_columns(data):
        return None
    borders = _borders(data)
    figures = {_column(part, borders) for row in data for part in row.figures}
    first = next(k for k, row in enumerate(rows) if any(_column(part, borders) in figures for part in row.parts))
    borders = _without_indents(borders, figures, rows[first:])
    if len(borders) < 3:
        return None
    cells: list[list[list[Line]]] = []
    tops: list[float] = []
    in_body = False
    for row in rows[first:]:
        if not (in_body and _goes_on(row, cells[-1], borders)):
            cells.append([[] for _ in range(len(borders) - 1)])
            tops.append(row.line.top)
        in_body = in_body or bool(row.figures)
        for part in row.parts:
            cells[-1][_column(part, borders)].append(part)
    tops.append(rows[-1].line.bottom)
    found = [
        Cell(r, c, 1, 1, lines, (borders[c], tops[r], borders[c + 1], tops[r + 1]))
        for r, row in enumerate(cells)
        for c, lines in enumerate(row)
    ]
    return first, Piece(borders, len(cells), found, (borders[0], tops[0], borders[-1], tops[-1]))


def _without_indents(borders: list[float], figures: set[int], rows: Sequence[_Row]) -> list[float]:
    """Columns of words that are never filled side by side are one, set in to show its levels."""
    kept = list(borders)
    for c in reversed(range(1, len(borders) - 1)):
        if c in figures or c - 1 in figures:
            continue
        filled = [{_column(part, kept) for part in row.parts} for row in rows]
        if not any({c - 1, c} <= columns for columns in filled):
            del kept[c]
    return kept


def _has_columns(data: Sequence[_Row]) -> bool:
    """Two columns of figures, or one of amounts, that at least three rows share."""
    ends: list[list[Line]] = []
    for part in sorted((part for row in data for part in row.figures), key=lambda part: part.right):
        if ends and part.right - ends[-1][-1].right <= _EDGE:
            ends[-1].append(part)
        else:
            ends.append([part])
    columns = [group for group in ends if len(group) >= _LEAST]
    amounts = [group for group in columns if sum(1 for p in group if _AMOUNT.fullmatch(p.text)) * 2 > len(group)]
    return len(columns) > 1 and bool(amounts) or any(len(group) * 3 >= 2 * len(data) for group in amounts)


def _borders(data: Sequence[_Row]) -> list[float]:
    """The borders of columns, in the middle of what no row of figures covers."""
    spans: list[list[float]] = []
    for left, right in sorted((part.left, part.right) for row in data for part in row.parts):
        if spans and left <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], right)
        else:
            spans.append([left, right])
    if not spans:
        return []
    middles = [(a[1] + b[0]) / 2 for a, b in pairwise(spans)]
    return [spans[0][0], *middles, spans[-1][1]]


def _column(part: Line, borders: Sequence[float]) -> int:
    middle = (part.left + part.right) / 2
    return next((c for c in range(len(borders) - 1) if middle < borders[c + 1]), len(borders) - 2)


def _goes_on(row: _Row, above: Sequence[Sequence[Line]], borders: Sequence[float]) -> bool:
    """Whether a row is the next line of the label above it: words in one column only, without a code of its own."""
    if row.figures or len(row.parts) != 1 or _CODE.fullmatch(row.line.words[0].text):
        return False
    column = above[_column(row.parts[0], borders)]
    if not column:
        return False
    return row.line.text[:1].islower() or row.line.middle - column[-1].middle < 1.25 * row.line.height
