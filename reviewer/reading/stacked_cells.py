"""The cells of tables with one cell a line, and which of the lines between them belong to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reviewer.reading.headings import opens_block
from reviewer.reading.lines import BLANKS, Line, Piece, piece_of
from reviewer.reading.pages import continues
from reviewer.reading.shapes import FIGURES, shape_of

_LOOSE_GROUPS = 30
_LOOSE_CHARACTERS = 3000
_LONG_LINE = 400
_LIST_GAP = 3
"""Blank lines between the items of one list inside a cell."""
_WORDS = 120
"""Characters that text of a cell below a blank line may have, unless it goes on a list."""

ITEM = re.compile(r"(\(?)(\d{1,2}|[a-zA-Z])([.)]+)(\s+)")
"""The mark of a list item."""


@dataclass(slots=True)
class Loose:
    """Lines without a tab after a blank line: the cell going on, or text after the table."""

    gap: int
    pieces: list[Piece]
    end: int
    """Index after its last line."""


@dataclass(slots=True)
class StackedCell:
    pieces: list[Piece]
    gap: int
    """Blank lines right before it."""
    start: int
    """Index of its first line."""
    end: int
    """Index after its last line."""
    loose: list[Loose] = field(default_factory=list)
    """Groups of lines between it and the next cell."""

    @property
    def text(self) -> str:
        return "\n".join(piece.text for piece in self.pieces if piece.text)


def gathered(lines: Sequence[Line], start: int) -> tuple[list[StackedCell], list[int]]:
    """The cells from `start` on, as far as a table may go, with the lines that may or may not belong to them; and the
    captions said again between them."""
    cells: list[StackedCell] = []
    aside: list[int] = []
    gap = 0
    at = start
    while at < len(lines):
        line = lines[at]
        if line.text.startswith("\t"):
            if not line.blank and (line.text.startswith("\t\t") or line.text.strip(BLANKS).count("\t") > 1):
                break
            cells.append(StackedCell([piece_of(line, 1)], gap, at, at + 1))
            gap = 0
        elif line.blank:
            gap += 1
        elif gap and continues(line):
            gap += 1
            aside.append(at)
        elif gap == 0:
            if opens_block(line.text):
                break
            cells[-1].pieces.append(piece_of(line))
            cells[-1].end = at + 1
        else:
            group = _loose(lines, at, gap)
            if group is None or not _bearable(cells[-1].loose, group):
                break
            cells[-1].loose.append(group)
            at = group.end
            gap = 0
            continue
        at += 1
    return cells, aside


def _loose(lines: Sequence[Line], start: int, gap: int) -> Loose | None:
    pieces = []
    at = start
    while at < len(lines) and not lines[at].blank and not lines[at].text.startswith("\t"):
        if opens_block(lines[at].text) or len(lines[at].text) > _LONG_LINE:
            return None
        pieces.append(piece_of(lines[at]))
        at += 1
        if len(pieces) > _LOOSE_GROUPS:
            return None
    return Loose(gap, pieces, at)


def _bearable(groups: list[Loose], group: Loose) -> bool:
    characters = sum(len(piece.text) for g in [*groups, group] for piece in g.pieces)
    return len(groups) < _LOOSE_GROUPS and characters <= _LOOSE_CHARACTERS


def stretches(cells: list[StackedCell]) -> list[list[StackedCell]]:
    """Decide for every group of loose lines whether it goes on a cell; the cells, parted where one does not.

    Groups that belong move into their cell.
    """
    stretches: list[list[StackedCell]] = []
    ahead = _sizes_ahead(cells)
    sizes: Counter[int] = Counter()
    first = size = 0
    for k, cell in enumerate(cells):
        if k > first and cell.gap:
            sizes[size] += 1
            size = 0
        size += 1
        if not cell.loose:
            continue
        following = cells[k + 1] if k + 1 < len(cells) else None
        if following and _fits(sizes, size, ahead[k + 1], direct=following.gap == 0, short=_short(cell)):
            belonging = len(cell.loose)
        else:
            width = _common(sizes)
            belonging = _listed(cell) or _filled(cell, following is not None and (not width or size < width))
        ended = belonging < len(cell.loose)
        for group in cell.loose[:belonging]:
            cell.pieces += group.pieces
            cell.end = group.end
        cell.loose.clear()
        if ended:
            stretches.append(cells[first : k + 1])
            first, size = k + 1, 0
            sizes.clear()
    return [*stretches, cells[first:]] if first < len(cells) else stretches


def _sizes_ahead(cells: list[StackedCell]) -> list[int]:
    """For every cell, how many cells stand together from it on."""
    ahead = [1] * len(cells)
    for k in range(len(cells) - 2, -1, -1):
        if cells[k + 1].gap == 0 and not cells[k].loose:
            ahead[k] = ahead[k + 1] + 1
    return ahead


def _common(sizes: Counter[int]) -> int:
    """The likely number of columns from the rows so far; 0 where nothing is known."""
    twice = [size for size, count in sizes.items() if count > 1]
    return max(twice) if twice else max(sizes, default=0)


def _fits(sizes: Counter[int], size: int, ahead: int, *, direct: bool, short: bool) -> bool:
    """True where the cells before the loose lines and those after them can be one row."""
    width = _common(sizes)
    if not width:
        return direct and short
    return size < width and (size + ahead <= width if direct else size + ahead == width)


def _short(cell: StackedCell) -> bool:
    lines = [piece.text for group in cell.loose for piece in group.pieces]
    return len(lines) <= 3 and all(len(text) <= _WORDS for text in lines)


def _listed(cell: StackedCell) -> int:
    """How many of the loose groups go on with the numbered list that the cell's text is."""
    last = next((m for piece in reversed(cell.pieces) if (m := ITEM.match(piece.text))), None)
    count = 0
    for group in cell.loose:
        item = ITEM.match(group.pieces[0].text)
        if not last or not item or group.gap > _LIST_GAP or not _follows(last, item):
            break
        last = next((m for piece in reversed(group.pieces) if (m := ITEM.match(piece.text))), item)
        count += 1
    return count


def _follows(one: re.Match[str], other: re.Match[str]) -> bool:
    if (one[1], one[3], "\t" in one[4]) != (other[1], other[3], "\t" in other[4]):
        return False
    if one[2].isdecimal() and other[2].isdecimal():
        return int(other[2]) == int(one[2]) + 1
    return one[2].isalpha() and other[2].isalpha() and ord(other[2]) == ord(one[2]) + 1


def _filled(cell: StackedCell, open_row: bool) -> int:
    """1 where a blank cell's text stands below blank lines: a figure, or in a row still open a few words."""
    first = cell.loose[0]
    text = first.pieces[0].text
    if cell.text or len(first.pieces) > 1 or "\t" in text:
        return 0
    if shape_of(text) in FIGURES:
        return 1
    if not open_row or len(cell.loose) > 1 or first.gap > _LIST_GAP or len(text) > _WORDS:
        return 0
    return int(text[-1] not in ".:;" and not ITEM.match(text))
