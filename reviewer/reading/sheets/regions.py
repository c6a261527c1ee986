"""Where on a sheet its tables are: a sheet is cut at blank rows and columns, and what belongs together is joined again.

A sheet has no tables, only cells. What tells them apart is what tells a reader: blank rows and columns, rules drawn around
cells, titles that stand alone in their row, headers that begin anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reviewer.model.document import Cell
from reviewer.reading.grid import normal
from reviewer.reading.headings import opens_block
from reviewer.reading.shapes import NUMERIC, Shape, numbers_columns, opens_header, shape_of
from reviewer.reading.sheets.merging import Merges
from reviewer.reading.sheets.sheet import Sheet

_HEADER_DEPTH = 5
_ABSORBED = 3
"""Titles within a table at most, between two of its pieces."""
_SIGNATURE = 4
"""Rows of a block of signatures at most."""
_NEAR = 20
"""Rows at either end of a table that tell what its columns hold."""
_MARGINAL = 0.1
"""Of the rows of a table, those beside which a scribble stands at most."""
_LEAST_ROWS = 5


class Item(NamedTuple):
    """A filled cell and the columns it takes."""

    column: int
    right: int
    cell: Cell
    figure: bool
    """A number; a year is none, it heads columns."""
    words: bool


def _item(column: int, right: int, cell: Cell) -> Item:
    shape = shape_of(cell.text)
    year = len(cell.text) == 4 and cell.text.isdigit() and cell.text[:2] in ("19", "20")
    return Item(column, right, cell, shape in NUMERIC and not year, shape is Shape.WORDS or year)


Items = Sequence[Item]


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
    slight: bool = False
    """A single row: a piece of the table above it, or no table at all."""


class Layout:
    """A sheet with its merges settled, and the questions its cutting asks of it."""

    def __init__(self, sheet: Sheet, merges: Merges) -> None:
        self._ruled = sheet.ruled
        self.items: dict[int, list[Item]] = {}
        self._deep: dict[int, int] = {}
        rows = sorted(sheet.cells)
        last_row = rows[-1] if rows else 0
        last = max((max(cells) for cells in sheet.cells.values()), default=0)
        last = max(last, max((max(columns) for columns in sheet.ruled.values()), default=0))
        self._under: set[int] = set()
        for row in rows:
            areas = {area.left: area for area in merges.get(row, ())}
            found = []
            for column, cell in sorted(sheet.cells[row].items()):
                area = areas.get(column)
                found.append(_item(column, min(area.right, last) if area else column, cell))
                if area and area.bottom > row:
                    self._deep[row] = max(self._deep.get(row, row), min(area.bottom, last_row))
            self.items[row] = found
        self._mark_under(rows)

    def _mark_under(self, rows: list[int]) -> None:
        reach = -1
        for row in rows:
            if row <= reach:
                self._under.add(row)
            reach = max(reach, self._deep.get(row, -1))

    def within(self, row: int, left: int, right: int) -> Items:
        return [item for item in self.items[row] if left <= item.column <= right]

    def lone(self, row: int, left: int, right: int) -> bool:
        """One filled cell, and none from above reaching into the row."""
        return len(self.within(row, left, right)) == 1 and row not in self._under

    def ruled(self, row: int, left: int, right: int) -> bool:
        return any(left <= column <= right for column in self._ruled.get(row, ()))

    def ruled_columns(self, rows: Iterable[int], left: int, right: int) -> dict[int, int]:
        """Column → in how many of the rows it is ruled."""
        found: dict[int, int] = {}
        for row in rows:
            for column in self._ruled.get(row, ()):
                if left <= column <= right:
                    found[column] = found.get(column, 0) + 1
        return found

    def bands(self, rows: Sequence[int]) -> Iterator[list[int]]:
        """Runs of rows without a blank one between them; a merged cell bridges the rows it covers."""
        band: list[int] = []
        reach = -1
        for row in rows:
            if band and row > max(band[-1], reach) + 1:
                yield band
                band = []
            band.append(row)
            reach = max(reach, self._deep.get(row, row))
        if band:
            yield band


def regions_of(sheet: Sheet, merges: Merges) -> list[Loose | Region]:
    """The pieces of a sheet in reading order."""
    layout = Layout(sheet, merges)
    rows = list(layout.items)
    if not rows:
        return []
    right = max(item.right for items in layout.items.values() for item in items)
    return _joined(layout, _cut(layout, rows, 0, right))


# ---------------------------------------------------------------- cutting


def _cut(layout: Layout, rows: Sequence[int], left: int, right: int) -> list[Loose | Region]:
    """Cut at blank rows, then each band at blank columns, and so on while that parts anything."""
    found: list[Loose | Region] = []
    for band in layout.bands(rows):
        parts = _columns(layout, band, left, right)
        if len(parts) == 1:
            found += _rows(layout, band, *parts[0])
            continue
        for index, part in enumerate(parts):
            own = [row for row in band if _belongs(layout, row, parts, index)]
            if own:
                found += _cut(layout, own, *part)
    return found


def _belongs(layout: Layout, row: int, parts: list[tuple[int, int]], index: int) -> bool:
    left, right = parts[index]
    return bool(layout.within(row, left, right))


def _columns(layout: Layout, band: Sequence[int], left: int, right: int) -> list[tuple[int, int]]:
    """The column ranges of what stands side by side in a band; together they cover `left` to `right`."""
    multi = [row for row in band if not layout.lone(row, left, right)]
    counts = layout.ruled_columns(multi, left, right)
    ruled = {column for column, count in counts.items() if count * 5 >= len(multi)}
    segments = list(_segments(layout, multi, ruled, left, right))
    parts: list[_Segment] = []
    for segment in segments:
        if parts and not _apart(layout, multi, parts[-1], segment):
            parts[-1] = _Segment(parts[-1].left, segment.right, parts[-1].ruled or segment.ruled)
        else:
            parts.append(segment)
    if len(parts) < 2:
        return [(left, right)]
    edges = [left, *(part.left for part in parts[1:]), right + 1]
    return [(a, b - 1) for a, b in zip(edges, edges[1:], strict=False)]


class _Segment(NamedTuple):
    left: int
    right: int
    ruled: bool


def _segments(layout: Layout, rows: Sequence[int], ruled: set[int], left: int, right: int) -> Iterator[_Segment]:
    """Runs of columns that are filled, or ruled, all the way along."""
    filled = set(ruled)
    for row in rows:
        for item in layout.within(row, left, right):
            filled.update(range(item.column, min(item.right, right) + 1))
    start: int | None = None
    before = -1
    for column in sorted(filled):
        if start is not None and (column != before + 1 or (column in ruled) != (before in ruled)):
            yield _Segment(start, before, before in ruled)
            start = None
        start = column if start is None else start
        before = column
    if start is not None:
        yield _Segment(start, before, before in ruled)


def _apart(layout: Layout, rows: Sequence[int], one: _Segment, other: _Segment) -> bool:
    """Whether two neighbouring runs of columns are two things side by side, not columns of one table."""
    a = [items for row in rows if (items := layout.within(row, one.left, one.right))]
    b = [items for row in rows if (items := layout.within(row, other.left, other.right))]
    if not a or not b:
        return False
    if one.ruled != other.ruled:
        outside, inside = (b, a) if one.ruled else (a, b)
        return len(outside) * 2 < len(inside)
    if other.left == one.right + 1:
        return False
    unheaded = not layout.within(rows[0], other.left, other.right)
    if len(a) >= _LEAST_ROWS and len(b) <= len(a) * (2 * _MARGINAL if unheaded else _MARGINAL):
        return True
    first_words = sum(1 for items in b if items[0].words)
    if first_words * 2 < len(b):
        return False
    figures = [any(item.figure for items in part for item in items) for part in (a, b)]
    if all(figures):
        return other.right > other.left and (len(b) > 1)
    return not any(figures) and not opens_header([item.cell for item in a[0]])


def _rows(layout: Layout, band: list[int], left: int, right: int) -> list[Loose | Region]:
    """Titles, tables and notes of a band, from the top."""
    found: list[Loose | Region] = []
    lone = [layout.lone(row, left, right) for row in band]
    start = 0
    first: int | None = None
    """The first row since `start` that holds more than one cell."""
    for at, end in _titles(lone):
        if first is None:
            first = next((i for i in range(start, at) if not lone[i]), None)
        if first is None:
            continue
        below = layout.within(band[end], left, right) if end < len(band) else ()
        caption = any(opens_block(layout.within(row, left, right)[0].cell.text) for row in band[at:end])
        if caption or _same(layout.within(band[first], left, right), below):
            found += _framed(layout, band[start:at], left, right)
            start, first = at, None
    return found + _framed(layout, band[start:], left, right)


def _titles(lone: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs of rows that hold one cell each: first, and the one behind the last."""
    start: int | None = None
    for at, alone in enumerate((*lone, False)):
        if alone and start is None:
            start = at
        elif not alone and start is not None:
            yield start, at
            start = None


def _framed(layout: Layout, rows: list[int], left: int, right: int) -> list[Loose | Region]:
    """What stands over and under the rules of a table is no row of it, unless it holds figures of its columns."""
    ruled = [i for i, row in enumerate(rows) if layout.ruled(row, left, right)]
    if len(ruled) < 2:
        return _open(layout, rows, left, right)
    start, end = ruled[0], ruled[-1] + 1
    figures = {item.column for row in rows[start:end] for item in layout.within(row, left, right) if item.figure}
    while end < len(rows) and _holds_figure(layout, rows[end], left, right, figures):
        end += 1
    found: list[Loose | Region] = []
    if start:
        found += _open(layout, rows[:start], left, right)
    while start < end - 1 and layout.lone(rows[start], left, right):
        found.append(Loose([rows[start]], left, right))
        start += 1
    found.append(_region(layout, rows[start:end], left, right))
    if end < len(rows):
        found += _open(layout, rows[end:], left, right)
    return found


def _holds_figure(layout: Layout, row: int, left: int, right: int, columns: set[int]) -> bool:
    return any(item.figure and item.column in columns for item in layout.within(row, left, right))


def _open(layout: Layout, rows: list[int], left: int, right: int) -> list[Loose | Region]:
    """Rows without rules: what stands alone at either end is a title or a note."""
    start, end = 0, len(rows)
    while start < end and (layout.lone(rows[start], left, right) or _enters(layout, rows[start], left, right)):
        start += 1
    while end > start and layout.lone(rows[end - 1], left, right):
        end -= 1
    if start < end and _signs(layout, rows[start:end], left, right):
        return [Loose(rows, left, right)]
    found: list[Loose | Region] = []
    if start:
        found.append(Loose(rows[:start], left, right))
    if start < end:
        found.append(_region(layout, rows[start:end], left, right))
    if end < len(rows):
        found.append(Loose(rows[end:], left, right))
    return found


def _signs(layout: Layout, rows: list[int], left: int, right: int) -> bool:
    """A few rows of words without rules or header: names and offices side by side."""
    items = [layout.within(row, left, right) for row in rows]
    return (
        1 < len(items) <= _SIGNATURE
        and not any(item.figure for row in items for item in row)
        and not opens_header([item.cell for item in items[0]])
    )


def _enters(layout: Layout, row: int, left: int, right: int) -> bool:
    return is_entry([item.cell for item in layout.within(row, left, right)])


def _region(layout: Layout, rows: list[int], left: int, right: int) -> Region:
    """A region no wider than what it holds."""
    items = [item for row in rows for item in layout.within(row, left, right)]
    return Region(rows, min(i.column for i in items), min(max(i.right for i in items), right), slight=len(rows) == 1)


def is_entry(cells: Sequence[Cell]) -> bool:
    """ "SKPD : Dinas …", over cells: a name, a colon, and what is entered."""
    if not 2 <= len(cells) <= 4 or shape_of(cells[0].text) in NUMERIC:
        return False
    return cells[1].text.startswith(":") or len(cells) == 2 and cells[0].text.endswith(":")


# ---------------------------------------------------------------- joining


def _joined(layout: Layout, pieces: list[Loose | Region]) -> list[Loose | Region]:
    """Pieces of one table, cut by blank rows or printed under a header of their own, become one again."""
    found: list[Loose | Region] = []
    for piece in pieces:
        if not isinstance(piece, Region) or not _continues(layout, found, piece):
            found.append(piece)
    return [part for piece in found for part in _without_repeats(layout, piece)]


def _continues(layout: Layout, found: list[Loose | Region], piece: Region) -> bool:
    """Join `piece` to the table before it, where it goes on with it, and say whether it did."""
    between: list[int] = []
    for index in range(len(found) - 1, -1, -1):
        above = found[index]
        if above.right < piece.left or piece.right < above.left or above.rows[0] > piece.rows[0]:
            continue
        if isinstance(above, Region):
            break
        titles = [layout.within(row, above.left, above.right) for row in above.rows]
        between.append(index)
        if len(between) > 1 or len(titles) > _ABSORBED or any(opens_block(items[0].cell.text) for items in titles):
            return False
    else:
        return False
    if piece.left < above.left or piece.right > above.right or not _goes_on(layout, above, piece, bool(between)):
        return False
    titles_between = [row for i in between for row in found[i].rows]
    above.joined_at.append((titles_between or piece.rows)[0])
    above.rows += [*titles_between, *piece.rows]
    above.slight = False
    for i in between:
        del found[i]
    return True


def _goes_on(layout: Layout, above: Region, piece: Region, titled: bool) -> bool:
    left, right = above.left, above.right
    own = [layout.within(row, left, right) for row in piece.rows]
    known_rows = above.rows if len(above.rows) <= 2 * _NEAR else above.rows[:_NEAR] + above.rows[-_NEAR:]
    before = [layout.within(row, left, right) for row in known_rows]
    if _same(before[0], own[0]) and len(own) > 1:
        return not titled
    if _heads(own):
        return False
    gap = range(above.rows[-1] + 1, piece.rows[0])
    framed = all(layout.ruled(row, left, right) for row in (above.rows[-1], *gap, piece.rows[0]))
    figures = {item.column for items in own for item in items if item.figure}
    if not figures or framed:
        return framed or not titled and _counts_on(before, own)
    known = {item.column for items in before for item in items if item.figure}
    if known:
        return bool((figures & known) - {left} or figures == known == {left})
    return not titled and len(above.rows) <= _HEADER_DEPTH and len(before[0]) > 2


def _heads(rows: Sequence[Items]) -> bool:
    """The rows begin with a header: words over a column of figures, or a column called "No"."""
    first = next((items for items in rows if len(items) > 1), rows[0])
    if any(item.figure for item in first):
        return False
    if opens_header([item.cell for item in first]):
        return True
    named = {item.column for item in first[1:]}
    return any(item.figure and item.column in named for items in rows for item in items)


def _counts_on(before: Sequence[Items], own: Sequence[Items]) -> bool:
    """The row numbers go on: 4 after 3."""
    last = next((number for items in reversed(before) if (number := _number(items)) is not None), None)
    first = _number(own[0])
    return last is not None and first == last + 1


def _number(items: Items) -> int | None:
    text = items[0].cell.text.rstrip(".)") if items else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else None


def _without_repeats(layout: Layout, piece: Loose | Region) -> Iterator[Loose | Region]:
    """A region without the headers that are printed anew in it; where the row numbers begin anew under one, two regions."""
    if isinstance(piece, Loose) or len(piece.rows) < 3:
        yield piece
        return
    rows = [layout.within(row, piece.left, piece.right) for row in piece.rows]
    depth = max(_header_depth(rows), 1)
    header = [_texts(items) for items in rows[:depth]]
    begun = list(range(depth))
    joined = set(piece.joined_at)
    at = depth
    while at < len(rows):
        count = 0
        while count < depth and at + count < len(rows) and _texts(rows[at + count]) == header[count]:
            count += 1
        if len(header[0]) < 2 or not count:
            begun.append(at)
            at += 1
            continue
        after = at + count
        if _restarts([rows[i] for i in begun[: depth + _NEAR]], rows[after : after + _NEAR]):
            yield _picked(piece, begun, joined)
            begun = list(range(at, after))
        elif after < len(rows):
            joined.add(piece.rows[after])
        at = after
    yield _picked(piece, begun, joined)


def _picked(piece: Region, indices: Sequence[int], joined: set[int]) -> Region:
    rows = [piece.rows[i] for i in indices]
    return Region(rows, piece.left, piece.right, [row for row in rows[1:] if row in joined], piece.slight)


def _header_depth(rows: Sequence[Items]) -> int:
    """How many leading rows can be header: up to the first that holds a figure right of its first cell."""
    for depth, items in enumerate(rows[:_HEADER_DEPTH]):
        if numbers_columns([item.cell for item in items]):
            return depth + 1
        if any(item.figure for item in items):
            return depth
    return 1


def _restarts(before: Sequence[Items], after: Sequence[Items]) -> bool:
    first = next((number for items in before if (number := _number(items)) is not None), None)
    again = next((number for items in after if (number := _number(items)) is not None), None)
    return first is not None and again is not None and again <= first


def _same(one: Items, other: Items) -> bool:
    """The same texts in the same columns, at least two."""
    return len(one) > 1 and _texts(one) == _texts(other)


def _texts(items: Items) -> dict[int, str]:
    return {item.column: normal(item.cell) for item in items}
