"""Tables that a Markdown converter left as HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from html.parser import HTMLParser

from reviewer.model.document import Cell
from reviewer.reading.emphasis import without_stars
from reviewer.reading.grid import Found, Grid, Row, blank_beside, finished
from reviewer.reading.lines import BLANKS, Line, Piece, cell_of
from reviewer.reading.pages import Furniture

_OPENS = re.compile(r"<table\b", re.IGNORECASE)
_CLOSES = re.compile(r"</table\s*>", re.IGNORECASE)
_BREAKS = frozenset(("br", "p", "div", "li", "tr"))
_WIDEST = 200
_LARGEST = 1_000_000
"""Positions that the grid of one table may have."""
_LONGEST = 20_000
"""Lines that one table may take."""


def begins(lines: Sequence[Line], at: int) -> bool:
    return "<" in lines[at].text and bool(_OPENS.match(lines[at].text.strip(BLANKS)))


def claim(lines: Sequence[Line], at: int, before: str, furniture: Furniture) -> tuple[list[Found], int]:
    """The table that opens on line `at` (index), where it closes with its line, and the index after what was looked at."""
    end = _end(lines, at)
    if end is None:
        return [], min(len(lines), at + _LONGEST)
    reader = _Reader(lines[at])
    reader.feed("\n".join(line.text for line in lines[at:end]))
    reader.close()
    grid = _grid([row for row in reader.rows if row])
    if grid is None or reader.outside:
        return [], end
    return [Found(at, end, finished(grid))], end


def _end(lines: Sequence[Line], at: int) -> int | None:
    depth = 0
    for k in range(at, min(len(lines), at + _LONGEST)):
        text = lines[k].text
        if "<" in text:
            depth += len(_OPENS.findall(text)) - len(_CLOSES.findall(text))
        if depth <= 0:
            return k + 1
    return None


@dataclass(slots=True)
class _Box:
    """A cell as written."""

    pieces: list[Piece]
    rowspan: int
    colspan: int
    heads: bool
    fresh: bool = field(default=False)
    """What comes next begins a line of the cell's text."""


class _Reader(HTMLParser):
    """Gathers the cells of a table with the place of every character."""

    def __init__(self, first: Line) -> None:
        super().__init__(convert_charrefs=False)
        self._first = first
        self._depth = 0
        self._in_head = False
        self._open = False
        self.rows: list[list[_Box]] = []
        self.outside = False
        """True where text stands outside the cells."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "thead":
            self._in_head = True
        elif self._depth == 1 and tag == "tr":
            self.rows.append([])
            self._open = False
        elif self._depth == 1 and tag in ("td", "th"):
            if not self.rows:
                self.rows.append([])
            spans = dict(attrs)
            here = self._piece("", 0, 0)
            heads = tag == "th" or self._in_head
            self.rows[-1].append(_Box([here], _span(spans.get("rowspan")), _span(spans.get("colspan")), heads))
            self._open = True
        elif self._open and (tag in _BREAKS or tag == "td"):
            self.rows[-1][-1].fresh = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._depth -= 1
        elif self._depth == 1 and tag == "thead":
            self._in_head = False
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._open = False
        elif self._open and tag in _BREAKS:
            self.rows[-1][-1].fresh = True

    def handle_data(self, data: str) -> None:
        for k, part in enumerate(data.split("\n")):
            text = part.strip(BLANKS)
            if not text:
                if part and self._open and not k and not self.rows[-1][-1].fresh:
                    self._add(self._piece(" ", 0, 0))
                continue
            self._add(self._piece(part, k, 0), fresh=k > 0)

    def handle_entityref(self, name: str) -> None:
        self._add(self._piece(unescape(f"&{name};"), 0, 0))

    def handle_charref(self, name: str) -> None:
        self._add(self._piece(unescape(f"&#{name};"), 0, 0))

    def _piece(self, text: str, lines_down: int, column: int) -> Piece:
        line, offset = self.getpos()
        column = offset + 1 if not lines_down else 1
        return Piece(text, self._first.number + line - 1 + lines_down, column, self._first.page, "")

    def _add(self, piece: Piece, *, fresh: bool = False) -> None:
        if not self._open:
            self.outside = self.outside or bool(piece.text.strip(BLANKS))
            return
        box = self.rows[-1][-1]
        box.pieces.append(piece._replace(glue="\n") if fresh or box.fresh else piece)
        box.fresh = False


def _span(value: str | None) -> int:
    return min(max(int(value), 1), _WIDEST) if value and value.isascii() and value.isdigit() and len(value) < 4 else 1


def _grid(boxes: list[list[_Box]]) -> Grid | None:
    """The grid of the cells, with the positions that merged cells cover."""
    taken: dict[tuple[int, int], tuple[int, int]] = {}
    rows: list[dict[int, Cell]] = []
    width = 0
    for r, row in enumerate(boxes):
        placed: dict[int, Cell] = {}
        c = 0
        for box in row:
            while (r, c) in taken:
                c += 1
            if c >= _WIDEST:
                return None
            high, wide = min(box.rowspan, len(boxes) - r), min(box.colspan, _WIDEST - c)
            cell = cell_of(without_stars(_trimmed(box.pieces)))
            placed[c] = replace(cell, rowspan=high, colspan=wide)
            for down in range(high):
                for right in range(wide):
                    taken.setdefault((r + down, c + right), (r, c))
            c += wide
            width = max(width, c)
            if len(taken) > _LARGEST:
                return None
        rows.append(placed)
    if not rows:
        return None
    heads = 0
    while heads < len(boxes) and boxes[heads] and all(box.heads for box in boxes[heads]):
        heads += 1
    return Grid([_row(rows, r, width, taken) for r in range(len(rows))], heads or None)


def _row(rows: list[dict[int, Cell]], r: int, width: int, taken: dict[tuple[int, int], tuple[int, int]]) -> Row:
    cells: Row = []
    for c in range(width):
        if c in rows[r]:
            cells.append(rows[r][c])
            continue
        owner = taken.get((r, c))
        near = rows[owner[0]][owner[1]] if owner else next(iter(rows[r].values()))
        cells.append(blank_beside(near, owner))
    return cells


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the blanks at either end of each line."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece.glue == "\n" or not kept:
            _cut_end(kept)
            text = piece.text.lstrip(BLANKS)
            piece = piece._replace(text=text, column=piece.column + len(piece.text) - len(text))
        kept.append(piece)
    _cut_end(kept)
    return kept


def _cut_end(pieces: list[Piece]) -> None:
    for k in range(len(pieces) - 1, -1, -1):
        pieces[k] = pieces[k]._replace(text=pieces[k].text.rstrip(BLANKS))
        if pieces[k].text or pieces[k].glue == "\n":
            return
