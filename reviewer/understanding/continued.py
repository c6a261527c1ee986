"""Tables that go on with another one on the next page: no sum is asked of rows whose parts may stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewer.model import RowKind, TypedTable


def continued(tables: Sequence[TypedTable]) -> tuple[TypedTable, ...]:
    """The tables, without the sums that reach over the end of a page into the next table or back into the one before."""
    out = list(tables)
    for i in range(len(out) - 1):
        if _goes_on(out[i], out[i + 1]):
            out[i] = _without_open(out[i])
            out[i + 1] = _without_begun(out[i + 1])
    return tuple(out)


def _goes_on(first: TypedTable, second: TypedTable) -> bool:
    """Whether the second is the rest of the first: as wide, on the next page, without caption, its header none or the same."""
    page, next_page = _page(first, -1), _page(second, 0)
    if page is None or next_page is None or next_page != page + 1 or second.number or second.caption:
        return False
    if len(first.columns) != len(second.columns) or not first.rows or not second.rows:
        return False
    return second.header_rows == 0 or [c.title for c in first.columns] == [c.title for c in second.columns]


def _page(table: TypedTable, row: int) -> int | None:
    return table.table.rows[row][0].place.page


def _without_open(table: TypedTable) -> TypedTable:
    """Without the sums of rows that the last row of the page belongs to."""
    last = next((r for r in reversed(table.rows) if r.kind in (RowKind.PART, RowKind.GROUP)), None)
    still: set[int] = set()
    while last is not None:
        still.add(last.index)
        last = table.row(last.parent) if last.parent is not None else None
    return replace(table, sums=tuple(s for s in table.sums if s.total not in still))


def _without_begun(table: TypedTable) -> TypedTable:
    """Without the totals whose parts begin with the page's first row."""
    first = next((r.index for r in table.rows if r.figures), -1)
    return replace(
        table,
        sums=tuple(s for s in table.sums if s.basis not in ("label", "position", "first-row") or first not in s.parts),
    )
