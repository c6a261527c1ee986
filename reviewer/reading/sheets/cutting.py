"""A sheet cut into its pieces: at blank rows, at blank columns, at rules, at titles that stand alone in their row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reviewer.model.document import Cell
from reviewer.reading.grid import normal
from reviewer.reading.headings import opens_block
from reviewer.reading.shapes import NUMERIC, opens_header, shape_of
from reviewer.reading.sheets.layout import Items, View, says, texts

_RULED = 0.2
"""Of the rows of a band, those in which a column of a ruled table is ruled at least."""
_MARGINAL = 0.1
"""Of the rows of a table, those beside which a scribble stands at most; twice as many where it has no header."""
_LEAST_ROWS = 5
_SIGNATURE = 4
"""Rows of a block of signatures at most."""


@dataclass(slots=True)
class Loose:
    """Rows that are no table: titles, notes, signatures."""

    rows: list[int]
    left: int
    right: int


@dataclass(slots=True)
class Region:
    """The rows (of the sheet) and columns of a table."""

    rows: list[int]
    left: int
    right: int
    joined_at: list[int] = field(default_factory=list)
    """Rows of the sheet at which a further piece begins."""

    @property
    def slight(self) -> bool:
        """A single row is a piece of the table above it, or no table at all."""
        return len(self.rows) == 1


Piece = Loose | Region


def cut(view: View, rows: Sequence[int]) -> Iterator[Piece]:
    """The pieces in reading order: cut at blank rows, then each band at blank columns, while that parts anything."""
    for band in view.layout.bands(rows):
        parts = _side_by_side(view, band)
        if len(parts) == 1:
            yield from _stacked(view, band)
            continue
        for part in parts:
            yield from cut(part, [row for row in band if part.items(row)])


# ---------------------------------------------------------------- columns


class _Run(NamedTuple):
    """Neighbouring columns that are filled or ruled."""

    left: int
    right: int
    ruled: bool


def _side_by_side(view: View, band: Sequence[int]) -> list[View]:
    """What stands side by side in a band; together the parts cover its columns."""
    rows = [row for row in band if not view.lone(row)]
    parts: list[_Run] = []
    for run in _runs(view, rows):
        if parts and not _apart(view, rows, parts[-1], run):
            parts[-1] = _Run(parts[-1].left, run.right, parts[-1].ruled or run.ruled)
        else:
            parts.append(run)
    if len(parts) < 2:
        return [view]
    edges = [view.left, *(part.left for part in parts[1:]), view.right + 1]
    return [view.part(left, right - 1) for left, right in zip(edges, edges[1:], strict=False)]


def _runs(view: View, rows: Sequence[int]) -> Iterator[_Run]:
    ruled = view.ruled_columns(rows, _RULED)
    filled = set(ruled)
    for row in rows:
        for item in view.items(row):
            filled.update(range(item.column, min(item.right, view.right) + 1))
    start = before = -1
    for column in sorted(filled):
        if start >= 0 and (column != before + 1 or (column in ruled) != (before in ruled)):
            yield _Run(start, before, before in ruled)
            start = -1
        start = column if start < 0 else start
        before = column
    if start >= 0:
        yield _Run(start, before, before in ruled)


def _apart(view: View, rows: Sequence[int], one: _Run, other: _Run) -> bool:
    """Whether two neighbouring runs are two things side by side, not columns of one table."""
    a, b = (
        [items for row in rows if (items := part.items(row))] for part in (view.part(*one[:2]), view.part(*other[:2]))
    )
    if not a or not b:
        return False
    if one.ruled != other.ruled:
        outside, inside = (b, a) if one.ruled else (a, b)
        return len(outside) * 2 < len(inside)
    if other.left == one.right + 1:
        return False
    headed = any(item.column >= other.left for item in view.items(rows[0]) if item.column <= other.right)
    if len(a) >= _LEAST_ROWS and len(b) <= len(a) * (_MARGINAL if headed else 2 * _MARGINAL):
        return True
    if _begins_anew(a[0], b[0]):
        return True
    if sum(1 for items in b if items[0].words) * 2 < len(b):
        # It begins with figures: they belong to the labels on the left.
        return False
    figures = [any(item.figure for items in part for item in items) for part in (a, b)]
    if all(figures):
        return other.right > other.left and len(b) > 1
    return not any(figures) and not opens_header([item.cell for item in a[0]])


def _begins_anew(one: Items, other: Items) -> bool:
    """Two headers that begin with one word ("No"): each heads a table of its own."""
    first, second = one[0], other[0]
    return first.words and len(one) > 1 and len(other) > 1 and normal(first.cell) == normal(second.cell)


# ---------------------------------------------------------------- rows


def _stacked(view: View, band: list[int]) -> Iterator[Piece]:
    """Titles, tables and notes of a band. A caption, or a title over a header, begins another table."""
    lone = [view.lone(row) for row in band]
    start = 0
    first: int | None = None
    """The first row since `start` that holds more than one cell."""
    for at, end in _titles(lone):
        if first is None:
            first = next((i for i in range(start, at) if not lone[i]), None)
        if first is None:
            continue
        caption = any(opens_block(view.items(row)[0].cell.text) for row in band[at:end])
        if caption or end < len(band) and same_header(view.items(band[first]), view.items(band[end])):
            yield from _framed(view, band[start:at])
            start, first = at, None
    yield from _framed(view, band[start:])


def _titles(lone: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs of rows that hold one cell each: the first, and the row behind the last."""
    start = -1
    for at, alone in enumerate((*lone, False)):
        if alone and start < 0:
            start = at
        elif not alone and start >= 0:
            yield start, at
            start = -1


def same_header(one: Items, other: Items) -> bool:
    """Two rows of words, at least two, with the same texts in the same columns."""
    return len(one) > 1 and not any(item.figure for item in one) and says(other, texts(one))


def _framed(view: View, rows: list[int]) -> Iterator[Piece]:
    """What stands over and under the rules of a table is no row of it, unless it holds figures of its columns."""
    ruled = [i for i, row in enumerate(rows) if view.ruled(row)]
    if len(ruled) < 2:
        yield from _open(view, rows)
        return
    start, end = ruled[0], ruled[-1] + 1
    columns = {item.column for row in rows[start:end] for item in view.items(row) if item.figure}
    while end < len(rows) and any(item.figure and item.column in columns for item in view.items(rows[end])):
        end += 1
    if start:
        yield from _open(view, rows[:start])
    title = start
    while start < end - 1 and view.lone(rows[start]):
        start += 1
    if title < start:
        yield Loose(rows[title:start], view.left, view.right)
    yield _region(view, rows[start:end])
    if end < len(rows):
        yield from _open(view, rows[end:])


def _open(view: View, rows: list[int]) -> Iterator[Piece]:
    """Rows without rules: what stands alone at either end is a title or a note."""
    start, end = 0, len(rows)
    while start < end and (view.lone(rows[start]) or is_entry([item.cell for item in view.items(rows[start])])):
        start += 1
    while end > start and view.lone(rows[end - 1]):
        end -= 1
    if start == end or _signs(view, rows[start:end]):
        yield Loose(rows, view.left, view.right)
        return
    if start:
        yield Loose(rows[:start], view.left, view.right)
    yield _region(view, rows[start:end])
    if end < len(rows):
        yield Loose(rows[end:], view.left, view.right)


def _signs(view: View, rows: list[int]) -> bool:
    """A few rows of words without rules or header, on a sheet that draws rules: names and offices side by side."""
    items = [view.items(row) for row in rows]
    return (
        view.layout.has_rules
        and 1 < len(items) <= _SIGNATURE
        and not any(item.figure for row in items for item in row)
        and not opens_header([item.cell for item in items[0]])
    )


def _region(view: View, rows: list[int]) -> Region:
    """A region no wider than what it holds."""
    items = [item for row in rows for item in view.items(row)]
    return Region(rows, min(item.column for item in items), min(max(item.right for item in items), view.right))


def is_entry(cells: Sequence[Cell]) -> bool:
    """ "SKPD : Dinas …", over cells: a name, a colon, and what is entered."""
    if not 2 <= len(cells) <= 4 or shape_of(cells[0].text) in NUMERIC:
        return False
    return cells[1].text.startswith(":") or len(cells) == 2 and cells[0].text.endswith(":")
