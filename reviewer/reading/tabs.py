"""Tables whose cells are separated by tabs, one row a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.model.document import Cell
from reviewer.reading import contents
from reviewer.reading.emphasis import broken, without_stars
from reviewer.reading.grid import Found, Grid, Row, continued, finished
from reviewer.reading.headings import opens_block
from reviewer.reading.lines import BLANKS, Line, Piece, cell_of
from reviewer.reading.pages import Furniture
from reviewer.reading.shapes import NUMERIC, Shape, shape_of

_WIDEST = 200
"""Tabs a row may have."""
_PROSE = 120
"""Characters from which a text beside a tab reads like a paragraph."""

_MARKER = re.compile(r"(?:[-•·*▪►✓o]|\(?(?:\d{1,3}(?:\.\d{1,3})*|([A-Za-z])\1?|[ivxIVX]{1,5})[.)]?)")


def is_row(line: Line) -> bool:
    """True where a line holds a tab between or before its texts, or several after them."""
    text = line.text.rstrip(BLANKS)
    tabs = line.text.count("\t")
    return bool(text) and tabs <= _WIDEST and (tabs > 1 or "\t" in text)


def _is_blank_row(line: Line) -> bool:
    """A row of a table all of whose cells are empty."""
    return line.text.count("\t") > 1 and line.blank


def begins(lines: Sequence[Line], at: int) -> bool:
    return is_row(lines[at])


def claim(lines: Sequence[Line], start: int, before: str, furniture: Furniture) -> tuple[list[Found], int]:
    """The table that begins at line `start` (index), if any, and the index up to which there is no other.
    `before` is the paragraph above."""
    grid, end = _piece(lines, start, before)
    if grid is None:
        return [], end
    spaced = len(grid.rows) == 1
    aside: tuple[int, ...] = ()
    while (going := furniture.resumption(end)) and _may_go_on(lines, going.at):
        piece, piece_end = _piece(lines, going.at, "")
        if piece is None and spaced:
            piece, piece_end = _lone(lines, going.at)
        if piece is None or not continued(grid, piece, close=going.close):
            break
        end = piece_end
        aside += going.aside
    if len(grid.rows) < 2:
        return [], end
    # Where every row stands apart, blank lines cut nothing.
    if len(grid.joined_at) >= len(grid.rows) - 1:
        grid.joined_at.clear()
    return [Found(start, end, finished(grid), aside)], end


def _may_go_on(lines: Sequence[Line], at: int) -> bool:
    """True for a row, or a heading inside the table right above one."""
    return is_row(lines[at]) or at + 1 < len(lines) and is_row(lines[at + 1]) and _is_heading(lines[at])


def _is_heading(line: Line) -> bool:
    """True for a line that can be a heading inside a table: short, and no sentence or caption."""
    text = line.text.strip(BLANKS)
    return len(text) <= _PROSE and text[-1:] not in ".:;" and not opens_block(text)


def _piece(lines: Sequence[Line], start: int, before: str) -> tuple[Grid | None, int]:
    """The rows that follow one another without a blank line."""
    end = _rows_end(lines, start if is_row(lines[start]) else start + 1)
    end = _over_broken_rows(lines, start, end)
    rows = _rows(lines[start:end])
    if contents.is_list(rows, before) or _is_list(rows) or _is_form(rows) or _is_prose(rows):
        return None, end
    if len(rows) == 1 and len(rows[0]) < 3:
        return None, end
    return Grid(rows), end


def _lone(lines: Sequence[Line], start: int) -> tuple[Grid | None, int]:
    """A single row of a table whose rows stand apart."""
    rows = _rows(lines[start : start + 1])
    return Grid(rows), start + 1


def _over_broken_rows(lines: Sequence[Line], start: int, end: int) -> int:
    """Lines without a tab that stand between rows belong to the table: a cell that goes on, or a heading in it."""
    while end < len(lines) and not lines[end].blank:
        ahead = end
        while ahead < len(lines) and ahead - end < 3 and not lines[ahead].blank and not is_row(lines[ahead]):
            ahead += 1
        if ahead >= len(lines) or lines[ahead].blank or not is_row(lines[ahead]):
            return end
        if end - start < 2 or len(lines[end].text) > 200:
            return end
        end = _rows_end(lines, ahead)
    return end


def _rows_end(lines: Sequence[Line], start: int) -> int:
    end = at = start
    while at < len(lines) and (is_row(lines[at]) or _is_blank_row(lines[at])):
        at += 1
        if not lines[at - 1].blank:
            end = at
    return end


def _rows(lines: Sequence[Line]) -> list[Row]:
    """One row a line; lines that only together have a row's cells are put together."""
    parts = [_parts(line) for line in lines]
    counts = [len(row) for row in parts]
    width = max(counts, default=0)
    common = max(set(counts), key=lambda n: (counts.count(n), n)) if len(set(counts)) < 50 else width
    rows: list[list[list[Piece]]] = []
    for row in parts:
        if rows and _completes(rows[-1], row, common):
            rows[-1][-1].append(row[0][0])
            rows[-1] += row[1:]
        else:
            rows.append(row)
    return [[_cell(cell) for cell in row] for row in rows]


def _parts(line: Line) -> list[list[Piece]]:
    row = []
    start = 0
    for text in line.text.split("\t"):
        row.append(broken(line, start, start + len(text)))
        start += len(text) + 1
    return row


def _completes(row: list[list[Piece]], more: list[list[Piece]], width: int) -> bool:
    """True where a row cut inside a cell has its full width together with the next line."""
    return (
        len(row) < width
        and len(more) < width
        and len(row) + len(more) - 1 == width
        and bool(row[-1][-1].text)
        and bool(more[0][0].text)
        and shape_of(more[0][0].text) is Shape.WORDS
    )


def _cell(pieces: list[Piece]) -> Cell:
    return cell_of(without_stars(pieces))


def _is_list(rows: list[Row]) -> bool:
    """Numbered or bulleted lines whose mark is set off by a tab."""
    if any(sum(1 for cell in row if cell.text) > 2 for row in rows):
        return False
    if all(_is_item(row) for row in rows):
        return True
    lasts = sorted(len(texts[-1]) for row in rows if (texts := [cell.text for cell in row if cell.text]))
    return lasts[len(lasts) // 2] > _PROSE and not any(_figure(row) for row in rows)


def _figure(row: Row) -> bool:
    return shape_of(row[-1].text) in NUMERIC


def _is_item(row: Row) -> bool:
    texts = [cell.text for cell in row if cell.text]
    if len(texts) < 2:
        return True
    return bool(_MARKER.fullmatch(texts[0])) and shape_of(texts[1]) is Shape.WORDS


def _is_prose(rows: list[Row]) -> bool:
    """Paragraphs that hold tabs: long, and with tabs in no order."""
    longest = sorted(sum(len(cell.text) for cell in row) for row in rows)
    widths = [len(row) for row in rows]
    return longest[len(longest) // 2] > 2 * _PROSE and widths.count(max(set(widths), key=widths.count)) * 2 <= len(rows)


def _is_form(rows: list[Row]) -> bool:
    """Lines such as "Nama<tab>: …" that fill in a form."""
    seen = [texts for row in rows if len(texts := [cell.text for cell in row if cell.text]) > 1]
    return bool(seen) and sum(1 for texts in seen if any(t.startswith(":") for t in texts[1:])) * 2 > len(seen)
