"""Markdown tables, and other tables drawn with upright strokes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.reading.emphasis import broken, without_escapes, without_stars
from reviewer.reading.grid import Found, Grid, Row, continued, finished, mark_groups
from reviewer.reading.lines import BLANKS, Line, Piece, cell_of, piece_of
from reviewer.reading.pages import Furniture

_RULE = frozenset(" \t|+:=-")
_WIDEST = 200
"""Strokes a row may have."""
_STROKE = re.compile(r"\\.|`|\|")


def begins(lines: Sequence[Line], at: int) -> bool:
    return "|" in lines[at].text or lines[at].text.startswith("+")


def claim(lines: Sequence[Line], start: int, before: str, furniture: Furniture) -> tuple[list[Found], int]:
    """The table that begins at line `start` (index), if any, and the index up to which there is no other."""
    grid, end = _piece(lines, start)
    if grid is None:
        return [], end
    aside: tuple[int, ...] = ()
    while (going := furniture.resumption(end)) and _is_row(lines[going.at]):
        piece, piece_end = _piece(lines, going.at, going_on=True)
        if piece is None or not _joined(grid, piece, close=going.close):
            break
        end = piece_end
        aside += going.aside
    return [Found(start, end, finished(grid), aside)], end


def _joined(grid: Grid, piece: Grid, *, close: bool) -> bool:
    # A converter marks the first row of every piece as header, also where a row of the body stands first on a page.
    marked = piece.header_rows
    piece.header_rows = None
    if continued(grid, piece, close=close):
        return True
    piece.header_rows = marked
    return False


def _is_row(line: Line) -> bool:
    return 0 < line.text.count("|") <= _WIDEST or _is_rule(line)


def _is_rule(line: Line) -> bool:
    text = line.text.strip(BLANKS)
    return bool(text) and ("|" in text or text[0] == "+") and _RULE.issuperset(text) and ("-" in text or "=" in text)


def _piece(lines: Sequence[Line], start: int, *, going_on: bool = False) -> tuple[Grid | None, int]:
    """The rows that follow one another without a blank line; a single one only where a table may be going on."""
    end = start
    while end < len(lines) and _is_row(lines[end]):
        end += 1
    if end == start:
        return None, start + 1
    run = lines[start:end]
    if any(line.text.lstrip(BLANKS).startswith("+") and _is_rule(line) for line in run):
        return _drawn(run), end
    if not _is_table(run) and not (going_on and all(_outer(line) for line in run)):
        return None, end
    rules = [i for i, line in enumerate(run) if _is_rule(line)]
    rows = [_row(line) for i, line in enumerate(run) if i not in set(rules)]
    if not rows:
        return None, end
    outer = max(len(row) for row in rows)
    header = 1 if rules and rules[0] == 1 else None
    if header and not any(cell.text for cell in rows[0]) and len(rows) > 1:
        # Where the source has no header a converter writes a blank one.
        rows.pop(0)
        header = None
    if header and len(rows) > 1:
        trial = [[*row, *[cell_of([piece_of(run[0])._replace(text="")])] * (outer - len(row))] for row in rows[:5]]
        header = max(header, mark_groups(trial))
    return Grid(rows, header), end


def _is_table(run: Sequence[Line]) -> bool:
    if len(run) >= 2 and _is_rule(run[1]) and not _is_rule(run[0]):
        return len(_parts(run[1])) == len(_parts(run[0])) or all(_outer(line) for line in run[:2])
    framed = [line for line in run if not _is_rule(line)]
    return (
        len(framed) >= 2
        and all(_outer(line) for line in framed)
        and len({len(_parts(line)) for line in framed}) == 1
        and len(_parts(framed[0])) >= 2
    )


def _outer(line: Line) -> bool:
    text = line.text.strip(BLANKS)
    return len(text) > 1 and text[0] == "|" and text[-1] == "|" and not text.endswith("\\|")


def _row(line: Line) -> Row:
    return [cell_of(_marked(line, start, end)) for start, end in _parts(line)]


def _marked(line: Line, start: int, end: int) -> list[Piece]:
    """The pieces of a cell, with breaks, escapes and stars read."""
    return without_stars([part for piece in broken(line, start, end) for part in without_escapes(piece)])


def _parts(line: Line) -> list[tuple[int, int]]:
    """Start and end of every cell: between strokes that no backslash escapes and no backticks enclose."""
    text = line.text
    strokes = []
    code = False
    last_tick = text.rfind("`")
    for found in _STROKE.finditer(text):
        if found[0] == "`":
            code = not code and found.start() < last_tick
        elif found[0] == "|" and not code:
            strokes.append(found.start())
    left, right = 0, len(text)
    if strokes and not text[: strokes[0]].strip(BLANKS):
        left = strokes.pop(0) + 1
    if strokes and not text[strokes[-1] + 1 :].strip(BLANKS):
        right = strokes.pop()
    edges = [left - 1, *strokes, right]
    return [(a + 1, b) for a, b in zip(edges, edges[1:], strict=False)]


def _drawn(run: Sequence[Line]) -> Grid | None:
    """A table drawn with `+----+`.

    Where rules part all rows, a row may go over several lines; where they only frame header and body, each line is a
    row, unless it is blank in front.
    """
    parted = sum(1 for line in run if _is_rule(line)) > 3
    rows: list[list[list[Piece]]] = []
    header = None
    fresh = True
    for line in run:
        if _is_rule(line):
            if rows and header is None and ("=" in line.text or not parted and len(rows) < len(run) - 3):
                header = len(rows)
            fresh = True
            continue
        parts = [_marked(line, start, end) for start, end in _parts(line)]
        goes_on = rows and not fresh and len(parts) == len(rows[-1]) and (parted or not parts[0][0].text)
        if goes_on:
            for cell, more in zip(rows[-1], parts, strict=True):
                cell += more
        else:
            rows.append(parts)
        fresh = False
    return Grid([[cell_of(cell) for cell in row] for row in rows], header) if rows else None
