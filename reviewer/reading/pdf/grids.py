"""Ruled tables: lines that cross make a component, a component is a grid, and cells are what its lines part.

The tolerances are those that held on 24 files of Word, Excel, Nitro and print-outs of accounting systems.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reviewer.reading.pdf.drawn import Drawn, Rule
from reviewer.reading.pdf.frame import Box

_COLLINEAR = 1.5
"""Lines this near (points) are one line."""
_DASH = 4.0
"""Gaps up to this are dashes of one line."""
_TOUCH = 3.0
"""Lines this near meet."""
_SHORTEST = 4.0
_COLUMN, _ROW = 3.5, 4.0
"""Rules nearer than this are one border, drawn double or a little off."""
_DRAWN = 0.6
"""Part of a border that must be drawn to part two cells."""
_WHOLE = 0.95
_MOST_CROSSINGS = 4_000_000
"""Beyond so many pairs of lines a page is a drawing."""


class Slot(NamedTuple):
    """A cell of a grid."""

    row: int
    col: int
    rowspan: int
    colspan: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Borders of columns and rows, and the cells between them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slots: tuple[Slot, ...]
    drawn: tuple[float, ...]
    """The part of each row border that is drawn."""

    def runs_through(self, border: int) -> bool:
        """Whether a row border runs the whole width."""
        return self.drawn[border] > _WHOLE

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def box_of(self, slot: Slot) -> Box:
        return (
            self.xs[slot.col], self.ys[slot.row], self.xs[slot.col + slot.colspan], self.ys[slot.row + slot.rowspan],
        )  # fmt: skip


def grids_of(drawn: Drawn) -> list[Grid]:
    """The grids of at least two cells that the lines of a page make, from the top down."""
    horizontal, vertical = merged(drawn.horizontal), merged(drawn.vertical)
    if len(horizontal) * len(vertical) > _MOST_CROSSINGS:
        return []
    found = []
    for across, down in _components(horizontal, vertical):
        grid = _grid(across, [*down, *_shaded_sides(across, down, drawn.fills)])
        if grid is not None and len(grid.slots) > 1:
            found.append(grid)
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def merged(lines: Sequence[Rule]) -> list[Rule]:
    """Collinear lines that touch as one."""
    found: list[Rule] = []
    group: list[Rule] = []
    for line in sorted(lines):
        if group and line.at - group[0].at > _COLLINEAR:
            found += _joined(group)
            group = []
        group.append(line)
    found += _joined(group)
    return [line for line in found if line.end - line.start >= _SHORTEST]


def _joined(group: list[Rule]) -> list[Rule]:
    found: list[Rule] = []
    for line in sorted(group, key=lambda line: line.start):
        if found and line.start - found[-1].end <= _DASH:
            last = found[-1]
            found[-1] = Rule(last.at, last.start, max(last.end, line.end))
        else:
            found.append(line)
    return found


def _components(horizontal: list[Rule], vertical: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Sets of lines that hang together by crossing, those with both directions."""
    parent = list(range(len(horizontal) + len(vertical)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    heights = [line.at for line in horizontal]
    for v, line in enumerate(vertical):
        first = bisect_right(heights, line.start - _TOUCH)
        for h in range(first, len(horizontal)):
            across = horizontal[h]
            if across.at > line.end + _TOUCH:
                break
            if across.start - _TOUCH <= line.at <= across.end + _TOUCH:
                parent[root(len(horizontal) + v)] = root(h)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i in range(len(parent)):
        across_lines, down_lines = groups.setdefault(root(i), ([], []))
        if i < len(horizontal):
            across_lines.append(horizontal[i])
        else:
            down_lines.append(vertical[i - len(horizontal)])
    return [group for group in groups.values() if group[0] and group[1]]


def _shaded_sides(across: list[Rule], down: list[Rule], fills: Sequence[Box]) -> list[Rule]:
    """The sides of shaded rectangles that fit between the rules: a dark header often has no rules of its own."""
    xs, ys = _centres([line.at for line in down], _COLUMN), _centres([line.at for line in across], _ROW)
    found = []
    for left, top, right, bottom in fills:
        if all(_near(x, xs) for x in (left, right)) and all(_near(y, ys) for y in (top, bottom)):
            found += [Rule(left, top, bottom), Rule(right, top, bottom)]
    return found


def _near(value: float, values: Sequence[float], reach: float = 2.5) -> bool:
    return any(abs(value - other) <= reach for other in values)


def _centres(values: Sequence[float], reach: float) -> list[float]:
    """Values that lie together, each group by its middle."""
    found: list[float] = []
    group: list[float] = []
    for value in sorted(values):
        if group and value - group[0] > reach:
            found.append(sum(group) / len(group))
            group = []
        group.append(value)
    if group:
        found.append(sum(group) / len(group))
    return found


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    """The grid of one component. A side without a rule runs along the ends of the rules that reach it."""
    xs = _borders([line.at for line in down], [end for line in across for end in (line.start, line.end)], _COLUMN)
    ys = _borders([line.at for line in across], [end for line in down for end in (line.start, line.end)], _ROW)
    if len(xs) < 2 or len(ys) < 2:
        return None
    rules_down = _by_border(down, xs, _COLUMN)
    rules_across = _by_border(across, ys, _ROW)
    rows = [_runs(xs, rules_down, top, bottom) for top, bottom in pairwise(ys)]
    return Grid(
        tuple(xs),
        tuple(ys),
        _slots(rows, xs, rules_across),
        tuple(_covered(rules, xs[0], xs[-1]) for rules in rules_across),
    )


def _borders(drawn: list[float], ends: list[float], reach: float) -> list[float]:
    borders = _centres(drawn, reach)
    low, high = min(ends), max(ends)
    if low < borders[0] - 2 * reach:
        borders.insert(0, low)
    if high > borders[-1] + 2 * reach:
        borders.append(high)
    return borders


def _by_border(lines: list[Rule], borders: list[float], reach: float) -> list[list[Rule]]:
    """For each border the lines drawn on it."""
    found: list[list[Rule]] = [[] for _ in borders]
    for line in lines:
        nearest = min(range(len(borders)), key=lambda i: abs(borders[i] - line.at))
        if abs(borders[nearest] - line.at) <= reach:
            found[nearest].append(line)
    return found


def _covered(lines: list[Rule], start: float, end: float) -> float:
    """The part of `start` to `end` that lines cover."""
    total, reached = 0.0, start
    for _, first, last in sorted(lines, key=lambda line: line.start):
        first, last = max(first, reached), min(last, end)
        if last > first:
            total += last - first
            reached = last
    return total / (end - start)


def _runs(xs: list[float], rules: list[list[Rule]], top: float, bottom: float) -> list[tuple[int, int]]:
    """The cells of one micro row, as first column and the one after the last."""
    inner = [i for i in range(1, len(xs) - 1) if _covered(rules[i], top, bottom) >= _DRAWN]
    return list(pairwise([0, *inner, len(xs) - 1]))


def _slots(rows: list[list[tuple[int, int]]], xs: list[float], rules: list[list[Rule]]) -> tuple[Slot, ...]:
    """Cells that no line parts from the one below, of the same columns, are one; other shapes are cut row by row."""
    open_: dict[tuple[int, int], int] = {}
    found: list[Slot] = []
    for r, runs in enumerate(rows):
        going_on: dict[tuple[int, int], int] = {}
        for run in runs:
            start, end = run
            drawn = _covered(rules[r], xs[start], xs[end]) >= _DRAWN
            at = open_.get(run)
            if at is None or drawn:
                at = len(found)
                found.append(Slot(r, start, 1, end - start))
            else:
                found[at] = found[at]._replace(rowspan=found[at].rowspan + 1)
            going_on[run] = at
        open_ = going_on
    return tuple(found)
