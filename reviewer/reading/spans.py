"""Rows with merged cells laid over the columns of their table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reviewer.reading.grid import Grid, Row, blank_beside, normal, same_row
from reviewer.reading.shapes import NUMERIC, Shape, is_figure, numbers_columns, shapes_of

_WIDEST = 40
"""Columns up to which merged cells are inferred."""
_HEADER_DEPTH = 6
_SMALL = (Shape.COUNT, Shape.CODE, Shape.RATE, Shape.QUANTITY)
"""Shapes that one column may mix."""


class Profile:
    """What the columns of a table hold, from its whole rows."""

    def __init__(self, width: int) -> None:
        self._seen: list[Counter[Shape]] = [Counter() for _ in range(width)]

    def add(self, shapes: Sequence[Shape]) -> None:
        for seen, shape in zip(self._seen, shapes, strict=True):
            seen[shape] += 1

    def mismatch(self, col: int, shape: Shape) -> float:
        """0 where the column holds such cells, 1 where it never does."""
        seen = self._seen[col]
        if shape is Shape.BLANK:
            return 0.0 if seen[Shape.BLANK] or not col else 0.5 * seen.total() / (seen.total() + 1)
        filled = seen.total() - seen[Shape.BLANK] - seen[Shape.DASH]
        alike: float = seen[shape]
        if shape is Shape.DASH:
            return 0.0 if any(seen[s] for s in NUMERIC) else 0.5
        if shape in _SMALL:
            alike += sum(seen[s] for s in _SMALL if s is not shape) / 2
        # A column that few rows fill tells little.
        return max(0.0, 1.0 - (4 * alike + 1) / (filled + 1))

    def mismatches(self, shapes: Sequence[Shape]) -> float:
        return sum(self.mismatch(col, shape) for col, shape in enumerate(shapes))

    def begins(self, shape: Shape) -> bool:
        """True where some row begins with a cell of this shape."""
        return self._seen[0][shape] > 0

    @property
    def numbered(self) -> bool:
        """True where the first column holds row numbers or codes."""
        seen = self._seen[0]
        return (seen[Shape.COUNT] + seen[Shape.CODE] + seen[Shape.RATE]) * 2 > seen.total() - seen[Shape.BLANK]

    def mostly(self, col: int, shape: Shape) -> bool:
        seen = self._seen[col]
        return seen[shape] * 2 > seen.total()


def laid_out(rows: list[Row], width: int) -> Grid:
    """A rectangular grid of rows that have their cells without the positions merged cells cover.

    Rows that say the header again are left out; where a repeat says more than the first header did (a row that is
    blank in the first) it stands in its place.
    """
    profile = Profile(width)
    for row in rows[_header_depth(rows, width) :]:
        if len(row) == width:
            profile.add(shapes_of(row))
    rows, depth, joined = _without_repeats(rows, width)
    placed: list[Row] = []
    head = depth or _header_depth(rows, width)
    layout = _header_layout(rows[:head], width, profile)
    for r, row in enumerate(rows):
        spans = layout[r] if r < head else _body_spans(row, width, profile)
        placed.append(_placed(row, spans, r, width))
    _mark_upright(placed, head)
    return Grid(placed, depth or None, joined)


# ---------------------------------------------------------------- repeated headers


def _without_repeats(rows: list[Row], width: int) -> tuple[list[Row], int, list[int]]:
    """The rows without repeated headers, the number of header rows these prove (0: none repeats), and the joins."""
    first = next((r for r, row in enumerate(rows[:_HEADER_DEPTH]) if sum(1 for c in row if c.text) > 1), None)
    if first is None or _has_figures(rows[first]):
        return rows, 0, []
    header = [list(row) for row in rows[: _header_depth(rows, width)]]
    kept: list[Row] = list(rows[: first + 1])
    joined: list[int] = []
    depth = 0
    r = first + 1
    while r < len(rows):
        if not same_row(rows[first], rows[r]):
            kept.append(rows[r])
            r += 1
            continue
        block = 1
        while r + block < len(rows) and first + block < len(header):
            old, new = kept[first + block], rows[r + block]
            if _same(old, new):
                block += 1
            elif not any(c.text for c in old) and any(c.text for c in new) and not _has_figures(new):
                kept[first + block] = new
                block += 1
            else:
                break
        depth = max(depth, first + block)
        r += block
        # Under a heading over the whole width the header is said again without a page end.
        if len(kept[-1]) > 1:
            joined.append(len(kept))
    return kept, depth, [at for at in joined if at < len(kept)]


def _same(one: Row, other: Row) -> bool:
    return [normal(c) for c in one] == [normal(c) for c in other]


def _header_depth(rows: Sequence[Row], width: int) -> int:
    """Leading rows that can be header: up to the first whole row of words, or a row that numbers the columns."""
    for r, row in enumerate(rows[:_HEADER_DEPTH]):
        if numbers_columns(row):
            return r + 1
        if _has_figures(row):
            return r
        if len(row) == width and any(c.text for c in row):
            following = rows[r + 1] if r + 1 < len(rows) else []
            return r + 2 if following and numbers_columns(following) else r + 1
    return 0


def _has_figures(row: Row) -> bool:
    return any(is_figure(cell.text) for cell in row)


# ---------------------------------------------------------------- spans


def _header_layout(rows: Sequence[Row], width: int, profile: Profile) -> list[list[int]]:
    """Widths of the cells of the header rows, found from the lowest row up."""
    layout: list[list[int]] = []
    below: list[int] = []
    below_texts: list[str] = []
    for row in reversed(rows):
        if len(row) >= width or width > _WIDEST:
            spans = [1] * len(row)
        elif len(row) == 1:
            spans = [width]
        elif below and len(below) >= len(row):
            spans = _over(row, below, below_texts, profile)
        else:
            spans = _body_spans(row, width, profile)
        layout.append(spans)
        if len(row) > 1 and sum(spans) == width:
            below, below_texts = spans, [normal(c) for c in row]
    layout.reverse()
    return layout


def _over(row: Row, below: list[int], texts: list[str], profile: Profile) -> list[int]:
    """Widths of the cells of `row` over the cells of the row below it, whose widths and texts are given.

    A group begins where amounts do, and where the row below begins to say the same again.
    """
    units = len(below)
    filled = [bool(text) for text in texts]
    first = next((text for text in texts if text), "")
    again = texts.count(first) > 1
    starts = [sum(below[:u]) for u in range(units + 1)]
    even = units / len(row)
    infinite = float("inf")
    best = [[infinite] * (units + 1) for _ in range(len(row) + 1)]
    back = [[0] * (units + 1) for _ in range(len(row) + 1)]
    best[0][0] = 0.0
    for k, cell in enumerate(row, 1):
        for end in range(k, units + 1):
            for start in range(k - 1, end):
                if best[k - 1][start] == infinite:
                    continue
                n = end - start
                cost = best[k - 1][start] + 0.01 * (n - even) ** 2
                if not cell.text:
                    cost += n - 0.9 + (0.5 if any(filled[start:end]) and n > 1 else 0)
                elif n == 1:
                    cost += 0.6 if filled[start] else 0.0
                else:
                    cost += 0.8 * sum(1 for f in filled[start:end] if not f)
                    cost += 0.0 if profile.mostly(starts[start], Shape.AMOUNT) else 0.05
                    cost += 0.0 if texts[start] == first or not again else 0.05
                if cost < best[k][end]:
                    best[k][end], back[k][end] = cost, start
    if best[len(row)][units] == infinite:
        return [1] * len(row)
    cuts = [units]
    for k in range(len(row), 0, -1):
        cuts.append(back[k][cuts[-1]])
    cuts.reverse()
    return [starts[b] - starts[a] for a, b in zip(cuts, cuts[1:], strict=False)]


def _body_spans(row: Row, width: int, profile: Profile) -> list[int]:
    """Widths of the cells of a row of the body, so that each stands over a column that holds such cells."""
    if len(row) >= width or width > _WIDEST:
        return [1] * len(row)
    if len(row) == 1:
        return [width]
    shapes = shapes_of(row)
    infinite = float("inf")
    best = [[infinite] * (width + 1) for _ in range(len(row) + 1)]
    back = [[0] * (width + 1) for _ in range(len(row) + 1)]
    best[0][0] = 0.0
    for k, shape in enumerate(shapes, 1):
        wider = 0.1 if shape is Shape.WORDS else 0.7
        if k == 1 and shape is Shape.WORDS and profile.numbered:
            # Words where row numbers stand: a total or a heading that reaches over its label's column.
            wider = 0.05
        for start in range(k - 1, width):
            if best[k - 1][start] == infinite:
                continue
            fit = best[k - 1][start] + profile.mismatch(start, shape)
            for end in range(start + 1, width + 1):
                cost = fit + wider * (end - start - 1)
                if cost < best[k][end]:
                    best[k][end], back[k][end] = cost, start
    # A row may also end early.
    end = min(range(len(row), width + 1), key=lambda e: best[len(row)][e] + 0.8 * (width - e))
    cuts = [end]
    for k in range(len(row), 0, -1):
        cuts.append(back[k][cuts[-1]])
    cuts.reverse()
    return [b - a for a, b in zip(cuts, cuts[1:], strict=False)]


def _placed(row: Row, spans: list[int], r: int, width: int) -> Row:
    cells: Row = []
    for cell, span in zip(row, spans, strict=True):
        start = len(cells)
        cells.append(replace(cell, colspan=span) if span > 1 else cell)
        cells += [blank_beside(cell, (r, start))] * (span - 1)
    cells += [blank_beside(row[-1])] * (width - len(cells))
    return cells


def _mark_upright(rows: list[Row], head: int) -> None:
    """Blank cells of the header under a text that no other row fills belong to that text."""
    for r in range(head - 1):
        for c, cell in enumerate(rows[r]):
            if not cell.text or cell.colspan > 1:
                continue
            below = r + 1
            while below < head and not rows[below][c].text and not rows[below][c].covered_by:
                if rows[below][c].colspan > 1 or numbers_columns(rows[below]):
                    break
                below += 1
            if below - r > 1:
                rows[r][c] = replace(cell, rowspan=below - r)
                for s in range(r + 1, below):
                    rows[s][c] = replace(rows[s][c], covered_by=(r, c))
