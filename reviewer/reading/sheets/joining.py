"""Pieces of one table, cut by blank rows or printed under a header of their own, become one again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reviewer.reading.headings import opens_block
from reviewer.reading.shapes import numbers_columns, opens_header
from reviewer.reading.sheets.cutting import Loose, Piece, Region, same_header
from reviewer.reading.sheets.layout import Items, Layout, View, says, texts

_HEADER_DEPTH = 5
_ABSORBED = 3
"""Rows with one cell, between two pieces of a table, at most."""
_NEAR = 20
"""Rows at either end of a table that tell what its columns hold."""


def joined(layout: Layout, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, with those that go on with an earlier one joined to it, and without headers printed anew."""
    found: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Region) or not _continues(layout, found, piece):
            found.append(piece)
    for piece in found:
        if isinstance(piece, Region) and not piece.slight:
            yield from _without_repeats(View(layout, piece.left, piece.right), piece)
        else:
            yield piece


def _continues(layout: Layout, found: list[Piece], piece: Region) -> bool:
    """Join `piece` to the table before it, where it goes on with it, and say whether it did."""
    above, titles = _above(found, piece)
    if above is None or piece.left < above.left or piece.right > above.right:
        return False
    view = View(layout, above.left, above.right)
    if any(not piece.left <= item.column <= piece.right for row in piece.rows for item in view.items(row)):
        return False  # What stands beside it in these rows is another piece's.
    if titles is not None and not _may_absorb(view, titles):
        return False
    if not _goes_on(view, above, piece, titled=titles is not None):
        return False
    between = [] if titles is None else titles.rows
    above.joined_at.append((between or piece.rows)[0])
    above.rows += [*between, *piece.rows]
    if titles is not None:
        found.remove(titles)
    return True


def _above(found: list[Piece], piece: Region) -> tuple[Region | None, Loose | None]:
    """The table over a piece, and what stands between them. What stands beside it is passed over."""
    titles: Loose | None = None
    for above in reversed(found):
        if above.right < piece.left or piece.right < above.left or above.rows[0] > piece.rows[0]:
            continue
        if isinstance(above, Region):
            return above, titles
        if titles is not None:
            break
        titles = above
    return None, None


def _may_absorb(view: View, titles: Loose) -> bool:
    items = [view.items(row) for row in titles.rows]
    return len(items) <= _ABSORBED and all(len(row) == 1 and not opens_block(row[0].cell.text) for row in items)


def _goes_on(view: View, above: Region, piece: Region, *, titled: bool) -> bool:
    own = [view.items(row) for row in piece.rows]
    ends = above.rows if len(above.rows) <= 2 * _NEAR else above.rows[:_NEAR] + above.rows[-_NEAR:]
    before = [view.items(row) for row in ends]
    if same_header(before[0], own[0]) and len(own) > 1:
        return not titled
    if _heads(own):
        return False
    framed = all(view.ruled(row) for row in range(above.rows[-1], piece.rows[0] + 1))
    figures = {item.column for items in own for item in items if item.figure}
    if not figures or framed:
        return framed or not titled and _counts_on(before, own)
    known = {item.column for items in before for item in items if item.figure}
    if known:
        return bool(figures & known)
    # So far it was a header alone.
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
    return last is not None and _number(own[0]) == last + 1


def _number(items: Items) -> int | None:
    text = items[0].cell.text.rstrip(".)") if items else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else None


# ---------------------------------------------------------------- headers printed anew


def _without_repeats(view: View, region: Region) -> Iterator[Region]:
    """A region without the headers that are printed anew in it; where the row numbers begin anew under one, two regions."""
    rows = [view.items(row) for row in region.rows]
    depth = _header_depth(rows)
    if not depth or len(rows[0]) < 2:
        yield region
        return
    header = [texts(items) for items in rows[:depth]]
    begun = list(range(depth))
    joined_at = set(region.joined_at)
    at = depth
    while at < len(rows):
        count = 0
        while count < depth and at + count < len(rows) and says(rows[at + count], header[count]):
            count += 1
        if not count:
            begun.append(at)
            at += 1
            continue
        after = at + count
        if _restarts([rows[i] for i in begun[: depth + _NEAR]], rows[after : after + _NEAR]):
            yield _picked(region, begun, joined_at)
            begun = list(range(at, after))
        elif after < len(rows):
            joined_at.add(region.rows[after])
        at = after
    yield _picked(region, begun, joined_at)


def _picked(region: Region, indices: Sequence[int], joined_at: set[int]) -> Region:
    rows = [region.rows[i] for i in indices]
    return Region(rows, region.left, region.right, [row for row in rows[1:] if row in joined_at])


def _header_depth(rows: Sequence[Items]) -> int:
    """How many leading rows can be header: up to the first that holds a figure, with a row that numbers the columns."""
    for depth, items in enumerate(rows[:_HEADER_DEPTH]):
        if numbers_columns([item.cell for item in items]):
            return depth + 1
        if any(item.figure for item in items):
            return depth
    return 1


def _restarts(before: Sequence[Items], after: Sequence[Items]) -> bool:
    """The row numbers begin anew: another table under the same header."""
    first, again = (
        next((number for items in rows if (number := _number(items)) is not None), None) for rows in (before, after)
    )
    return first is not None and again is not None and again <= first
