"""The rows of tables with one cell a line: how many columns there are, and which cells make a row."""

from __future__ import annotations

import re
from collections import Counter

from reviewer.reading.emphasis import without_stars
from reviewer.reading.grid import Row
from reviewer.reading.lines import cell_of
from reviewer.reading.shapes import FIGURES, Shape, numbers_columns, opens_header, shape_of
from reviewer.reading.spans import Profile
from reviewer.reading.stacked_cells import StackedCell

_NEVER = 1e9
_SAMPLE = 40
"""Rows that show the width of a table well enough."""
_HEADER_GROUPS = 10
_TORN = 6
"""Pieces into which blank lines may tear a row."""

_NUMBER = re.compile(r"\d+|\b[IVX]+\b")


def together(cells: list[StackedCell]) -> list[list[StackedCell]]:
    """Cells that follow one another without a blank line."""
    groups: list[list[StackedCell]] = []
    for cell in cells:
        if cell.gap or not groups:
            groups.append([])
        groups[-1].append(cell)
    return groups


def parted(groups: list[list[StackedCell]]) -> list[list[list[StackedCell]]]:
    """The groups of each table, where several follow one another over blank lines alone."""
    tables: list[list[list[StackedCell]]] = []
    stretch: list[list[StackedCell]] = []
    for group in [*groups, []]:
        if stretch and (not group or group[0].gap > 1):
            if tables and not _anew(tables[-1], stretch):
                tables[-1] += stretch
            else:
                tables.append(stretch)
            stretch = []
        stretch.append(group)
    return tables


def _anew(before: list[list[StackedCell]], after: list[list[StackedCell]]) -> bool:
    """True where `after` is another table: its first row begins like that of the table before it, without being the
    same row, or both have rows enough to show different widths."""
    first, again = before[0], after[0]
    if [c.text for c in first] != [c.text for c in again] and len(again) > 1:
        label = _label(again[0].text)
        if label and label == _label(first[0].text):
            return True
    before = before[-_SAMPLE:]
    widths = width_of(before), width_of(after)
    if widths[0] == widths[1] or any(len(group) == widths[0] for group in after):
        return False
    if any(shape_of(cell.text) in FIGURES for cell in again):
        return False
    return _mostly_whole(before, widths[0]) and _mostly_whole(after, widths[1])


def _mostly_whole(groups: list[list[StackedCell]], width: int) -> bool:
    whole = sum(1 for group in groups if len(group) == width)
    return width > 1 and whole > 1 and whole * 10 >= len(groups) * 6


def _label(text: str) -> str:
    """A label without its number: "Misi 2" is "misi". What is no word is no label."""
    words = _NUMBER.sub("", text).strip(" .:").casefold()
    return words if len(words) > 1 else ""


def width_of(groups: list[list[StackedCell]]) -> int:
    """The number of columns: the size that explains the groups at least cost."""
    sizes = [len(group) for group in groups]
    counts = Counter(sizes)
    candidates = {size for size, _ in counts.most_common(8)} | {max(counts)}
    return min(candidates, key=lambda width: (_cost(sizes, width), -width))


def _cost(sizes: list[int], width: int) -> float:
    """Whole rows cost nothing, two groups that make one row a little, short rows more, long rows most."""
    cost = 0.0
    k = 0
    while k < len(sizes):
        size = sizes[k]
        if size > width:
            cost += 3
        elif size < width:
            if k + 1 < len(sizes) and size + sizes[k + 1] == width:
                cost += 0.6
                k += 1
            else:
                cost += 1
        k += 1
    return cost


def headed(groups: list[list[StackedCell]], width: int) -> list[list[StackedCell]]:
    """The groups, with those of the header put together that a blank line inside a cell tore apart.

    Below its first row a header begins with the blank cells that merged cells leave; a group that does not goes on
    the row before it.
    """
    head = next((g for g, group in enumerate(groups[:_HEADER_GROUPS]) if len(group) >= width), 0)
    kept: list[list[StackedCell]] = []
    for g, group in enumerate(groups):
        if kept and g <= head and _goes_on(kept[-1], group, width):
            kept[-1] = [*kept[-1], *group]
        else:
            kept.append(group)
    return kept


def _goes_on(row: list[StackedCell], group: list[StackedCell], width: int) -> bool:
    """True where `group` can be the rest of the header row `row`."""
    if len(row) + len(group) > width or numbered(row) or len(row) == 1 and not opens_header(as_cells(row)):
        return False
    return bool(group[0].text) or len(group) == 1


def mended(groups: list[list[StackedCell]], width: int) -> list[list[StackedCell]]:
    """Rows: groups that together have the full width and look like a row are put together."""
    rows = groups
    for _ in range(2):
        profile = Profile(width)
        whole = [row for row in rows if len(row) == width]
        # The first whole row is the header, unless it is the only one.
        for row in whole[1:] or whole:
            profile.add([shape_of(cell.text) for cell in row])
        rows = _merged(groups, width, profile)
    return rows


def _merged(groups: list[list[StackedCell]], width: int, profile: Profile) -> list[list[StackedCell]]:
    """The groups put together to rows at least cost: short rows cost, and so do rows that look like no row."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for k in range(1, len(groups) + 1):
        best.append((best[k - 1][0] + _alone(groups[k - 1], width, profile), k - 1))
        first, total = k - 1, len(groups[k - 1])
        while first and k - first < _TORN and total + len(groups[first - 1]) <= width:
            first -= 1
            total += len(groups[first])
            cost = best[first][0] + _joined(groups[first:k], total, width, profile)
            if cost < best[k][0]:
                best[k] = (cost, first)
    rows: list[list[StackedCell]] = []
    k = len(groups)
    while k:
        first = best[k][1]
        rows.append([cell for group in groups[first:k] for cell in group])
        k = first
    rows.reverse()
    return rows


def _alone(group: list[StackedCell], width: int, profile: Profile) -> float:
    """What it costs to take a group for a row: nothing for a whole one, more where no row begins so."""
    if len(group) >= width:
        return 0.0
    shape = shape_of(group[0].text)
    if len(group) == 1 and shape is Shape.BLANK:
        return 2.0
    return 2.0 if shape in FIGURES and not profile.begins(shape) else 1.0


def _joined(groups: list[list[StackedCell]], total: int, width: int, profile: Profile) -> float:
    """What it costs to take several groups for one row."""
    cells = [cell for group in groups for cell in group]
    seams = len(groups) - 1
    if numbered(cells):
        return 0.5 * seams
    if any(numbered(group) for group in groups):
        return _NEVER
    if total < width:
        return 1.2 + seams
    # A row is seldom torn right before a blank cell, and many begin with one.
    blank = sum(0.7 for group in groups[1:] if not group[0].text)
    cost = blank + 0.5 * seams + 2 * profile.mismatches([shape_of(cell.text) for cell in cells])
    # A text alone is more likely a heading over the whole width than a piece of a row.
    return cost + sum(0.7 for group in groups if len(group) == 1 and shape_of(group[0].text) is Shape.WORDS)


def numbered(group: list[StackedCell]) -> bool:
    return numbers_columns(as_cells(group))


def as_cells(row: list[StackedCell]) -> Row:
    return [cell_of(without_stars(cell.pieces)) for cell in row]
