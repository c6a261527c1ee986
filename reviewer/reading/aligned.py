"""Tables laid out with blanks, as `pdftotext -layout` and typists write them.

Careful by intent: only lines with figures show columns, the columns are the bands of blanks that all of them leave
free, and where no such bands remain the lines stay paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.model.document import Cell
from reviewer.reading import contents
from reviewer.reading.grid import Found, Grid, Row, blank_beside, continued, finished
from reviewer.reading.headings import opens_block
from reviewer.reading.lines import BLANKS, Line, Piece, blank_at, cell_of, piece_of
from reviewer.reading.pages import Furniture
from reviewer.reading.shapes import FIGURES, shape_of

_SEGMENT = re.compile(r"\S+(?:[ \xa0]\S+)*")
_BETWEEN_AMOUNTS = re.compile(r"(?<=\d) (?=\(?\d{1,3}(?:\.\d{3}){2,}(?:\D|$))")
_FORM = re.compile(r"\s{2}:\s")
"""What sets off the value in a form: "Unit Organisasi    :  …"."""
_LEADERS = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}")
_GAP = 2
"""Blank lines between rows."""
_STRAY = 8
"""One row in so many may reach into the bands between columns."""
_MANY = 5
"""Rows from which on one may."""
_PROSE = 60
"""Characters from which a line of one piece is running text."""
_WIDEST = 2000


@dataclass(frozen=True, slots=True)
class _Segment:
    start: int
    end: int
    text: str

    @property
    def figure(self) -> bool:
        return shape_of(self.text) in FIGURES


def begins(lines: Sequence[Line], at: int) -> bool:
    """True for a line with at least three pieces that wide blanks part."""
    return "  " in lines[at].text.strip(BLANKS) and len(_segments(lines[at])) > 2


def claim(lines: Sequence[Line], start: int, before: str, furniture: Furniture) -> tuple[list[Found], int]:
    """The table that begins at line `start` (index), if any, and the index up to which there is no other.
    `before` is the paragraph above."""
    grid, end = _piece(lines, start, before)
    if grid is None:
        return [], end
    aside: tuple[int, ...] = ()
    while (going := furniture.resumption(end)) and begins(lines, going.at):
        piece, piece_end = _piece(lines, going.at, "")
        if piece is None or piece.width != grid.width or not continued(grid, piece, close=going.close):
            break
        end = piece_end
        aside += going.aside
    return [Found(start, end, finished(grid), aside)], end


def _piece(lines: Sequence[Line], start: int, before: str) -> tuple[Grid | None, int]:
    """The rows that at most one blank line parts."""
    end = _region(lines, start)
    found = {at: _segments(lines[at]) for at in range(start, end) if not lines[at].blank}
    anchors = [at for at, segments in found.items() if len(segments) > 2 and any(s.figure for s in segments[1:])]
    if len(anchors) < 2:
        return None, end
    columns = _columns([found[at] for at in anchors])
    if len(columns) < 3 or sum(len(found[at]) for at in anchors) * 10 < len(columns) * len(anchors) * 7:
        return None, end
    rows, end = _rows(lines, found, anchors, columns)
    if contents.is_list(rows, before):
        return None, end
    return Grid(rows), end


def _segments(line: Line) -> list[_Segment]:
    if len(line.text) > _WIDEST or "\t" in line.text:
        return []
    segments = []
    for found in _SEGMENT.finditer(line.text):
        start = found.start()
        # Two large amounts may stand only one blank apart.
        for text in _BETWEEN_AMOUNTS.split(found[0]):
            if text.strip(BLANKS):
                segments.append(_Segment(start, start + len(text), text))
            start += len(text) + 1
    return segments


def _region(lines: Sequence[Line], start: int) -> int:
    """The index after the lines that may belong to one table."""
    at, gap, end = start, 0, start
    page = lines[start].page
    while at < len(lines) and gap <= _GAP and lines[at].page == page:
        line = lines[at]
        if line.blank:
            gap += 1
        elif _foreign(line):
            break
        else:
            gap = 0
            end = at + 1
        at += 1
    return max(end, start + 1)


def _foreign(line: Line) -> bool:
    text = line.text.strip(BLANKS)
    if "\t" in text or "|" in text or opens_block(text) or _LEADERS.search(text) or len(line.text) > _WIDEST:
        return True
    return len(text) > _PROSE and "  " not in text or bool(_FORM.search(text))


def _columns(rows: Sequence[Sequence[_Segment]]) -> list[tuple[int, int]]:
    """The spans of columns, parted by bands that hardly any row touches."""
    edges: Counter[int] = Counter()
    for row in rows:
        for segment in row:
            edges[segment.start] += 1
            edges[segment.end] -= 1
    columns: list[tuple[int, int]] = []
    stray = max(1, len(rows) // _STRAY) if len(rows) >= _MANY else 0
    filled = start = 0
    for at in sorted(edges):
        before, filled = filled, filled + edges[at]
        if before <= stray < filled:
            start = at
        elif filled <= stray < before:
            columns.append((start, at))
    return columns


def _rows(
    lines: Sequence[Line], found: dict[int, list[_Segment]], anchors: Sequence[int], columns: Sequence[tuple[int, int]]
) -> tuple[list[Row], int]:
    """The rows of the grid, and the index after the last line that belongs to them."""
    rows: list[list[list[Piece]]] = []
    spans: list[dict[int, int]] = []
    first, last = anchors[0], anchors[-1]
    is_anchor = set(anchors)
    alone = _alone(list(found), is_anchor)
    end = last + 1
    for at, segments in found.items():
        adjoining = at - 1 in found and bool(rows)
        if at > last and at - 1 not in alone and (not adjoining or _filled(segments, columns) or at != end):
            break
        goes_on = adjoining and (at in alone or at > first and at not in is_anchor and not _filled(segments, columns))
        if not goes_on:
            rows.append([[] for _ in columns])
            spans.append({})
        for segment in segments:
            left, right = _cover(segment, columns)
            piece = piece_of(lines[at], segment.start, segment.end)
            beside = rows[-1][left] and rows[-1][left][-1].line == piece.line
            rows[-1][left].append(piece._replace(glue=" ") if beside else piece)
            if right > left and not goes_on:
                spans[-1][left] = right - left + 1
        end = max(end, at + 1)
    grid = [_row(row, covered, r) for r, (row, covered) in enumerate(zip(rows, spans, strict=True))]
    return grid, end


def _alone(at: Sequence[int], anchors: set[int]) -> set[int]:
    """The lines that stand, between blank lines, with only one line of figures: they are one row.

    Not so those that stand first: they hold the header.
    """
    chunks: list[list[int]] = []
    for line in at:
        if not chunks or line != chunks[-1][-1] + 1:
            chunks.append([])
        chunks[-1].append(line)
    return {line for chunk in chunks[1:] if sum(1 for c in chunk if c in anchors) == 1 for line in chunk}


def _filled(segments: Sequence[_Segment], columns: Sequence[tuple[int, int]]) -> bool:
    """True for a line that begins a row: something stands in the first column, or a figure in another."""
    return any(_cover(s, columns)[0] == 0 or s.figure for s in segments)


def _cover(segment: _Segment, columns: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The first and the last column that a segment stands over; the nearest where it stands between two."""
    touched = [c for c, (start, end) in enumerate(columns) if segment.start < end and start < segment.end]
    if touched and segment.figure:
        most = max(touched, key=lambda c: min(segment.end, columns[c][1]) - max(segment.start, columns[c][0]))
        return most, most
    if touched:
        return touched[0], touched[-1]
    nearest = min(range(len(columns)), key=lambda c: _distance(segment, columns[c]))
    return nearest, nearest


def _distance(segment: _Segment, column: tuple[int, int]) -> int:
    return max(column[0] - segment.end, segment.start - column[1], 0)


def _row(row: list[list[Piece]], covered: dict[int, int], r: int) -> Row:
    here = next(piece for cell in row for piece in cell)
    cells: Row = [cell_of(pieces) if pieces else blank_at(here) for pieces in row]
    for left, width in covered.items():
        # A text that reaches over a filled neighbour is not merged with it.
        free = 1
        while free < width and not cells[left + free].text:
            free += 1
        if free > 1:
            cells[left] = Cell(cells[left].text, cells[left].spans, colspan=free)
            cells[left + 1 : left + free] = [blank_beside(cells[left], (r, left))] * (free - 1)
    return cells
