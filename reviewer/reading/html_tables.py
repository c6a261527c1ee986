"""The rows of an HTML table as a rectangular grid, by the rules of the HTML standard (4.9.12, forming a table)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from reviewer.model.document import Cell, Span
from reviewer.reading.guard import too_much

Element = etree._Element

_WIDEST = 1_000
"""Columns that a cell may span, as in the standard."""
_SPAN = re.compile(r"\s*(\d{1,9})")
_SECTIONS = {"thead": 0, "tbody": 1, "tfoot": 2}


@dataclass(slots=True)
class Row:
    """A `tr` with its cells."""

    element: Element
    cells: list[Element]
    section: int
    """0: head, 1: body, 2: foot. They are shown in this order, wherever they are written."""
    last: int = 0
    """Index of the last row of its section's element: no cell reaches further down."""


@dataclass(slots=True)
class Box:
    """A cell that was read, before it has its place."""

    element: Element
    text: str
    spans: tuple[Span, ...]
    last: int


def rows_of(table: Element, shows: Callable[[Element], bool]) -> list[Row]:
    """The rows of a table itself, not of those nested in it, in the order in which they are shown."""
    groups: list[tuple[int, list[Row]]] = []
    loose: list[Row] | None = None
    """Rows that stand in no section, as long as none comes between them."""
    for part in filter(shows, table):
        if part.tag in _SECTIONS:
            section = _SECTIONS[part.tag]
            groups.append((section, [_row(e, section, shows) for e in filter(shows, part) if e.tag == "tr"]))
            loose = None
        elif part.tag == "tr":
            if loose is None:
                loose = []
                groups.append((1, loose))
            loose.append(_row(part, 1, shows))
    groups.sort(key=lambda group: group[0])
    rows: list[Row] = []
    for _, group in groups:
        filled = [row for row in group if row.cells]
        rows += filled
        for row in filled:
            row.last = len(rows) - 1
    return rows


def _row(element: Element, section: int, shows: Callable[[Element], bool]) -> Row:
    return Row(element, [cell for cell in filter(shows, element) if cell.tag in ("td", "th")], section)


def header_rows(rows: Sequence[Row]) -> int | None:
    """Rows of the head, or leading rows of nothing but header cells; None where there are none or no others."""
    count = sum(1 for row in rows if not row.section)
    if not count:
        while count < len(rows) and all(cell.tag == "th" for cell in rows[count].cells):
            count += 1
    return count if 0 < count < len(rows) else None


def check(positions: int, most: int) -> None:
    """Raises `Unreadable` where a table takes more grid positions than are left."""
    if positions > most:
        raise too_much("cells", f"{most}", "sel tabel", "table cells")


def laid_out(rows: Sequence[Sequence[Box]], most: int) -> tuple[tuple[tuple[Cell, ...], ...], list[tuple[int, int]]]:
    """The cells by row and column, and the position of each box in order. Raises `Unreadable` beyond `most` positions."""
    taken: list[dict[int, tuple[int, int]]] = [{} for _ in rows]
    """Per row: column → position of the cell that covers it."""
    placed: dict[tuple[int, int], Cell] = {}
    positions = 0
    for r, row in enumerate(rows):
        c = 0
        for box in row:
            while c in taken[r]:
                c += 1
            wide = min(max(_span(box.element.get("colspan")), 1), _WIDEST)
            high = min(_span(box.element.get("rowspan")) or len(rows), box.last - r + 1)
            # A cell never covers one that reaches down from above.
            wide = next((n for n in range(1, wide) if c + n in taken[r]), wide)
            positions += wide * high
            check(positions, most)
            for down in range(r, r + high):
                for right in range(c, c + wide):
                    taken[down].setdefault(right, (r, c))
            placed[r, c] = Cell(box.text, box.spans, rowspan=high, colspan=wide)
            c += wide
    # A column in which no cell begins is none: some write a great span for "to the end of the row".
    columns = sorted({c for _, c in placed})
    check(len(columns) * len(rows), most)
    at = {column: index for index, column in enumerate(columns)}
    cells = []
    for r, row in enumerate(rows):
        blank = Cell("", tuple(Span(0, span.place) for span in row[0].spans[:1]))
        cells.append(tuple(_cell(r, column, taken[r].get(column), placed, blank, columns) for column in columns))
    return tuple(cells), [(r, at[c]) for r, c in placed]


def _cell(
    r: int,
    column: int,
    origin: tuple[int, int] | None,
    placed: dict[tuple[int, int], Cell],
    blank: Cell,
    columns: Sequence[int],
) -> Cell:
    if origin is None:
        return blank
    start = bisect_left(columns, origin[1])
    if origin != (r, column):
        return Cell("", blank.spans, covered_by=(origin[0], start))
    cell = placed[origin]
    return replace(cell, colspan=bisect_left(columns, column + cell.colspan) - start)


def _span(text: str | None) -> int:
    found = _SPAN.match(text or "1")
    return int(found[1]) if found else 1
