"""The rows of a Word table as a rectangular grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reviewer.model.document import Cell, Span
from reviewer.reading.docx.xml import child, number, resolved, switch, value, w
from reviewer.reading.office_xml import Element

_SPAN_MOST = 63
"""Columns of a Word table at most."""


@dataclass(slots=True)
class Slot:
    """A `w:tc` in its row."""

    element: Element
    span: int
    merge: str = ""
    """"restart" or "continue" down the column."""
    beside: bool = False
    """The old way to merge into the cell on the left."""
    text: str = ""
    spans: tuple[Span, ...] = ()

    @property
    def continues(self) -> bool:
        return self.merge == "continue"


@dataclass(slots=True)
class Line:
    """A row: its cells, and the columns it leaves empty before and after them."""

    slots: list[Slot]
    before: int = 0
    after: int = 0
    header: bool = False
    starts: list[int] = field(default_factory=list)
    """Grid column of each cell."""
    continued: set[int] = field(default_factory=set)
    """Grid columns at which the cell above goes on."""

    @property
    def width(self) -> int:
        return self.before + sum(slot.span for slot in self.slots) + self.after


def lines_of(table: Element) -> list[Line]:
    """The rows that are shown. Their cells have no text yet."""
    shown = (_line(row) for row in _unwrapped(table, w("tr")) if not switch(child(row, "trPr"), "hidden"))
    lines = [line for line in shown if line.slots]
    above: dict[int, int] = {}
    for line in lines:
        column = line.before
        spans: dict[int, int] = {}
        for slot in line.slots:
            line.starts.append(column)
            # A cell continues the one above only where both have the same edges; else it is a cell of its own.
            if slot.continues and above.get(column) != slot.span:
                slot.merge = ""
            if slot.merge:
                spans[column] = slot.span
            if slot.continues:
                line.continued.add(column)
            column += slot.span
        above = spans
    return lines


def header_rows(lines: Sequence[Line]) -> int | None:
    """Rows that Word repeats on every page; None where it repeats none."""
    count = 0
    while count < len(lines) and lines[count].header:
        count += 1
    return count or None


def grid(lines: Sequence[Line]) -> tuple[tuple[Cell, ...], ...]:
    """The cells by row and column; positions that a merged cell covers point at it."""
    width = max((line.width for line in lines), default=0)
    rows: list[list[Cell]] = [[_EMPTY] * width for _ in lines]
    for r, line in enumerate(lines):
        for i, slot in enumerate(line.slots):
            column = line.starts[i]
            if not slot.continues and not slot.beside:
                height = _height(lines, r, column) if slot.merge == "restart" else 1
                _fill(rows, r, column, Cell(slot.text, slot.spans, height, _breadth(line, i)))
    return tuple(map(tuple, rows))


_EMPTY = Cell()


def _fill(rows: list[list[Cell]], row: int, column: int, cell: Cell) -> None:
    covered = Cell(covered_by=(row, column))
    for r in range(row, row + cell.rowspan):
        for c in range(column, column + cell.colspan):
            rows[r][c] = covered
    rows[row][column] = cell


def _height(lines: Sequence[Line], row: int, column: int) -> int:
    height = 1
    while row + height < len(lines) and column in lines[row + height].continued:
        height += 1
    return height


def _breadth(line: Line, index: int) -> int:
    """With the cells on its right that were merged into it the old way, which does not go with merging downwards."""
    breadth = line.slots[index].span
    if line.slots[index].merge:
        return breadth
    for slot in line.slots[index + 1 :]:
        if not slot.beside:
            break
        breadth += slot.span
    return breadth


def _line(row: Element) -> Line:
    properties = child(row, "trPr")
    slots = [_slot(cell) for cell in _unwrapped(row, w("tc"))]
    if slots:
        slots[0].beside = False
    return Line(
        slots,
        before=_columns(value(properties, "gridBefore"), 0),
        after=_columns(value(properties, "gridAfter"), 0),
        header=bool(switch(properties, "tblHeader")),
    )


def _slot(cell: Element) -> Slot:
    properties = child(cell, "tcPr")
    merge = child(properties, "vMerge")
    beside = child(properties, "hMerge")
    return Slot(
        cell,
        span=_columns(value(properties, "gridSpan"), 1),
        merge="" if merge is None else "restart" if merge.get(w("val")) == "restart" else "continue",
        beside=beside is not None and beside.get(w("val")) != "restart",
    )


def _columns(text: str | None, least: int) -> int:
    return max(least, min(number(text, least), _SPAN_MOST))


def _unwrapped(parent: Element, tag: str) -> Iterator[Element]:
    """The rows or cells of a table, also those inside content controls and custom XML."""
    open_: list[Iterator[Element]] = [resolved(parent)]
    while open_:
        element = next(open_[-1], None)
        if element is None:
            open_.pop()
        elif element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            open_.append(resolved(element))


_WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins")))
