"""Where a cursor can stand in a laid out draft: figures, cells of tables, lines of text. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len

from reviewer.app.layout import Layout, Piece
from reviewer.model import Spot, Table

FiguresOf = Callable[[int, int, int], tuple[Spot, ...]]
"""Block, row and column in, the figures known there out, in their order."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place for the cursor."""

    spot: Spot
    x: int
    """Cells from the left edge of the draft."""
    end: int
    """One past its last cell."""


def stops(layout: Layout, figures: FiguresOf, y: int) -> tuple[Stop, ...]:
    """The places of the row or line of text at line `y`, from the left.

    In a table each cell is one, or each figure in it, on whichever line of the row it stands; in a text each figure of the
    line, else the line.
    """
    found: dict[Spot, Stop] = {}
    for line in map(layout.line, _row_of(layout, y)):
        for piece in line.pieces:
            if piece.own:
                for stop in _of_piece(layout, line.block, piece, figures):
                    found.setdefault(stop.spot, stop)
    return tuple(sorted(found.values(), key=lambda stop: stop.x))


def _row_of(layout: Layout, y: int) -> range:
    """The lines of the row of a table that line `y` belongs to; in a text the line alone."""
    row = _row_at(layout, y)
    first = last = y
    while row is not None and _row_at(layout, first - 1) == row:
        first -= 1
    while row is not None and _row_at(layout, last + 1) == row:
        last += 1
    return range(first, last + 1)


def _row_at(layout: Layout, y: int) -> tuple[int, int] | None:
    line = layout.line(y)
    return next(((line.block, piece.row) for piece in line.pieces if piece.own and piece.row >= 0), None)


def _of_piece(layout: Layout, block: int, piece: Piece, figures: FiguresOf) -> list[Stop]:
    known = figures(block, piece.row, piece.col)
    end = piece.start + len(piece.text)
    standing = [spot for spot in known if piece.start <= spot.start < end]
    if standing:
        return [_stop(spot, piece, spot.start, min(spot.end, end)) for spot in standing]
    table = layout.draft.blocks[block]
    if isinstance(table, Table):
        text = table.rows[piece.row][piece.col].text
        whole = Spot(block, piece.row, piece.col, 0, len(text))
        return [] if known else [_stop(whole, piece, piece.start, end)]
    return [_stop(Spot(block, start=piece.start, end=end), piece, piece.start, end)] if piece.text.strip() else []


def _stop(spot: Spot, piece: Piece, start: int, end: int) -> Stop:
    x = piece.x + cell_len(piece.text[: start - piece.start])
    return Stop(spot, x, x + cell_len(piece.text[start - piece.start : end - piece.start]))


def beside(layout: Layout, figures: FiguresOf, at: Spot, by: int) -> Stop | None:
    """The next place to the right (`by` 1) or left (-1), at the end of a line the first of the next one."""
    y = layout.find(at)[0]
    here = stops(layout, figures, y)
    index = next((i for i, stop in enumerate(here) if stop.spot == at), None)
    if index is not None and 0 <= index + by < len(here):
        return here[index + by]
    there = _next_line(layout, figures, y, by)
    return there[0 if by > 0 else -1] if there else None


def beyond(layout: Layout, figures: FiguresOf, at: Spot, x: int, by: int) -> Stop | None:
    """The place nearest to column `x` in the next row or line below (`by` 1) or above (-1)."""
    there = _next_line(layout, figures, layout.find(at)[0], by)
    return min(there, key=lambda stop: _away(stop, x)) if there else None


def _next_line(layout: Layout, figures: FiguresOf, y: int, by: int) -> tuple[Stop, ...]:
    """The places of the nearest row or line below or above that has some."""
    lines = _row_of(layout, y)
    y = lines[-1] if by > 0 else lines[0]
    while 0 <= (y := y + by) < layout.height:
        if there := stops(layout, figures, y):
            return there
    return ()


def at_point(layout: Layout, figures: FiguresOf, y: int, x: int) -> Stop | None:
    """The place at or nearest to a point of the draft, in its row or line."""
    return min(stops(layout, figures, y), key=lambda stop: _away(stop, x), default=None)


def _away(stop: Stop, x: int) -> int:
    return max(stop.x - x, x - stop.end + 1, 0)
