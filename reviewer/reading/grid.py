"""Rows of cells become a rectangular table: padding, group headers, pieces of one table joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from reviewer.model.document import Cell, Table
from reviewer.reading.shapes import NUMERIC, Shape, is_figure, numbers_columns, opens_header, shapes_of

Row = list[Cell]
_HEADER_DEPTH = 5
_NUMBERED = 20
"""Rows in which a row number is looked for."""


class Found(NamedTuple):
    """A table and the lines it takes: from index `start` up to, not including, `end`."""

    start: int
    end: int
    table: Table
    aside: tuple[int, ...] = ()
    """Lines among them that are page numbers and running titles, not of the table."""


@dataclass(slots=True)
class Grid:
    """A table under construction."""

    rows: list[Row]
    header_rows: int | None = None
    joined_at: list[int] = field(default_factory=list)
    width: int = 0

    def __post_init__(self) -> None:
        self.width = max((len(row) for row in self.rows), default=0)


def finished(grid: Grid) -> Table:
    """The table of a grid: short rows filled up, group headers marked over the columns they cover."""
    width = grid.width
    rows = [_padded(row, width) for row in grid.rows]
    mark_groups(rows)
    first, last = rows[0][0].place, rows[-1]
    end = max((cell.place.end_line or 0 for cell in last), default=0)
    return Table(
        rows=tuple(tuple(row) for row in rows),
        place=replace(first, end_line=end or first.line),
        header_rows=grid.header_rows,
        joined_at=tuple(grid.joined_at),
    )


def _padded(row: Row, width: int) -> Row:
    if len(row) == width:
        return list(row)
    return [*row, *[blank_beside(row[-1])] * (width - len(row))]


def blank_beside(cell: Cell, covered_by: tuple[int, int] | None = None) -> Cell:
    """An empty cell that stands where `cell` does."""
    return Cell("", tuple(replace(span, start=0) for span in cell.spans[:1]), covered_by=covered_by)


# ---------------------------------------------------------------- headers over several rows


def mark_groups(rows: list[Row]) -> int:
    """Mark the group headers of the leading rows, in place; the number of header rows this makes certain, or 0.

    A row is a group header's row where blanks follow some of its texts, the row below fills those blanks, and under
    every other text the row below is blank: the two rows then interlock as merged header cells do.
    """
    depth = 0
    for r in range(min(_HEADER_DEPTH, len(rows) - 1)):
        if any(cell.colspan > 1 or cell.covered_by for cell in rows[r]):
            depth = r + 1 if any(cell.rowspan > 1 for cell in rows[r]) else depth
            continue
        groups = _groups(rows[r], rows[r + 1])
        if groups is None:
            break
        depth = r + 2
        for start, end in groups:
            rows[r][start] = replace(rows[r][start], colspan=end - start)
            for c in range(start + 1, end):
                rows[r][c] = replace(rows[r][c], covered_by=(r, start))
    return depth


def _groups(upper: Row, lower: Row) -> list[tuple[int, int]] | None:
    """Column ranges of the group headers of `upper` over `lower`; None where the rows do not interlock."""
    groups: list[tuple[int, int]] = []
    width = len(upper)
    c = 0
    while c < width:
        if not upper[c].text:
            if lower[c].text:
                return None
            c += 1
            continue
        end = c + 1
        while end < width and not upper[end].text and lower[end].text:
            end += 1
        if end - c > 1 and lower[c].text:
            groups.append((c, end))
        elif lower[c].text:
            return None
        c = end
    return groups or None


def header_extent(rows: Sequence[Row]) -> int:
    """How many leading rows can be header: up to the first that looks like a row of the body."""
    for r, row in enumerate(rows[:_HEADER_DEPTH]):
        if numbers_columns(row):
            return r + 1
        if r and not _like_header(row):
            return r
        if not r and _plainly_body(row):
            return 0
    return min(len(rows), 1)


def _like_header(row: Row) -> bool:
    """A row under another that may belong to a header: blank in front, words or years in it."""
    if row[0].text:
        return False
    return not any(is_figure(cell.text) for cell in row)


def _plainly_body(row: Row) -> bool:
    return any(is_figure(cell.text) for cell in row) and not numbers_columns(row)


# ---------------------------------------------------------------- pieces of one table


def normal(cell: Cell) -> str:
    """A cell's text for comparing headers: its words, case and spacing aside."""
    return "".join(cell.text.split()).casefold()


def same_row(one: Sequence[Cell], other: Sequence[Cell]) -> bool:
    """Equal texts, blanks at the end aside, and at least two of them."""
    a, b = _texts(one), _texts(other)
    return a == b and sum(1 for text in a if text) >= 2


def _texts(row: Sequence[Cell]) -> list[str]:
    texts = [normal(cell) for cell in row]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def continued(grid: Grid, piece: Grid, *, close: bool) -> bool:
    """Join `piece` to `grid` where it is the same table going on, and say whether it was.

    `close` is true where at most one blank line lies between them.
    """
    repeated = repeated_header(grid.rows, piece.rows)
    if repeated:
        if _restarts(grid.rows, piece.rows[repeated:]):
            return False
        piece.rows[:] = piece.rows[repeated:]
        grid.header_rows = max(grid.header_rows or 0, repeated)
    elif not _goes_on(grid, piece, close):
        return False
    if piece.rows:
        grid.joined_at.append(len(grid.rows))
        grid.joined_at += [len(grid.rows) + r for r in piece.joined_at]
        grid.rows += piece.rows
        grid.width = max(grid.width, piece.width)
    return True


def repeated_header(rows: Sequence[Row], piece: Sequence[Row]) -> int:
    """How many leading rows of `piece` say the header of `rows` again."""
    count = 0
    for r in range(min(header_extent(rows), len(piece))):
        alike = same_row(rows[r], piece[r]) or (count and _texts(rows[r]) == _texts(piece[r]))
        if not alike:
            break
        count += 1
    return count


def _restarts(rows: Sequence[Row], piece: Sequence[Row]) -> bool:
    """True where the row numbers begin anew: another table under the same header."""
    first, again = _first_number(rows), _first_number(piece)
    return first is not None and again is not None and again <= first


def _first_number(rows: Sequence[Row]) -> int | None:
    return next((number for row in rows[:_NUMBERED] if (number := _row_number(row)) is not None), None)


def _row_number(row: Row) -> int | None:
    text = row[0].text.rstrip(".)")
    if numbers_columns(row):
        return None
    return int(text) if text.isdecimal() and len(text) <= 3 else None


def _goes_on(grid: Grid, piece: Grid, close: bool) -> bool:
    width = grid.width
    first = piece.rows[0]
    if piece.header_rows or piece.width > width or opens_header(first) or numbers_columns(first) and not close:
        return False
    if piece.width < width and first[0].text and piece.width < max(2, width - 1):
        return False
    # A heading inside the table says nothing of the columns; the row below it does.
    telling = next((row for row in piece.rows[:3] if sum(1 for cell in row if cell.text) > 1), first)
    if _figures_agree(grid, piece, telling):
        return True
    if not first[0].text and any(cell.text for cell in first):
        return piece.width == width
    return close and width >= 3 and piece.width == width and not _heads(piece)


def _figures_agree(grid: Grid, piece: Grid, row: Row) -> bool:
    """The row of the piece has a figure in a column of figures, or the piece is the first to have any."""
    shapes = shapes_of(row)
    figures = {c for c, shape in enumerate(shapes) if shape in NUMERIC and shape is not Shape.DASH}
    if not figures:
        return False
    known = {c for row in grid.rows[-20:] for c, cell in enumerate(row) if is_figure(cell.text)}
    return bool(figures & known) or (not known and piece.width == grid.width)


def _heads(piece: Grid) -> bool:
    """The piece begins with a header of its own: words only, over rows that hold figures."""
    first, rest = piece.rows[0], piece.rows[1:4]
    filled = sum(1 for cell in first if cell.text)
    if any(is_figure(cell.text) for cell in first) or filled < max(2, len(first) / 2):
        return False
    return any(is_figure(cell.text) for row in rest for cell in row)
