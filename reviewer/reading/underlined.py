"""Tables whose columns are drawn by strokes of hyphens, as Pandoc and print-outs of databases write them.

Program          Pagu        With blank lines between the rows a row may go over several lines; such a table
--------- -----------        begins and ends with a line of hyphens. Without a header the strokes stand above
A           1.000.000        the first row and below the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.model.document import Cell
from reviewer.reading.emphasis import broken, without_escapes, without_stars
from reviewer.reading.grid import Found, Grid, finished
from reviewer.reading.lines import BLANKS, Line, Piece, cell_of, piece_of
from reviewer.reading.pages import Furniture

_STROKES = re.compile(r"[ ]*-{2,}(?: +-{2,})+[ ]*")
_WHOLE = re.compile(r"[ ]*-{5,}[ ]*")
_HEADER = 8
"""Lines of a header at most."""
_LONGEST = 3_000
"""Lines of a table at most."""


def begins(lines: Sequence[Line], at: int) -> bool:
    """True for strokes, a line of hyphens, and the line above strokes."""
    text = lines[at].text
    if text.lstrip(" ").startswith("--"):
        return bool(_WHOLE.fullmatch(text) or _STROKES.fullmatch(text))
    return not lines[at].blank and at + 1 < len(lines) and bool(_STROKES.fullmatch(lines[at + 1].text))


def claim(lines: Sequence[Line], start: int, before: str, furniture: Furniture) -> tuple[list[Found], int]:
    """The table that begins at line `start` (index), if any, and the index up to which there is no other."""
    framed = _is_rule(lines[start])
    head = start + 1 if framed else start
    found = _table(lines, start, head, _strokes(lines, head), framed)
    if found is None and _STROKES.fullmatch(lines[start].text):
        found = _table(lines, start, start, start, framed)
    return ([found], found.end) if found else ([], start + 1)


def _table(lines: Sequence[Line], start: int, head: int, strokes: int | None, framed: bool) -> Found | None:
    """The table from line `start` on whose header goes from `head` up to the strokes; None where that is none."""
    if strokes is None:
        return None
    body, end = _body(lines, strokes + 1, framed)
    starts = [found.start() for found in re.finditer("-+", lines[strokes].text)]
    header = [lines[head:strokes]] if strokes > head else []
    if not body or any(_crosses(line, starts) for row in (*header, *body) for line in row):
        return None
    rows = [_row(row, starts) for row in (*header, *body)]
    return Found(start, end, finished(Grid(rows, len(header) or None)))


def _strokes(lines: Sequence[Line], head: int) -> int | None:
    """The line of strokes below a header of at least one line that begins at `head`."""
    for at in range(head, min(head + _HEADER, len(lines))):
        if lines[at].blank:
            return None
        if _is_rule(lines[at]):
            return at if at > head and _STROKES.fullmatch(lines[at].text) else None
    return None


def _body(lines: Sequence[Line], start: int, framed: bool) -> tuple[list[Sequence[Line]], int]:
    """The rows, each with its lines, and the index behind the table."""
    last = min(start + _LONGEST, len(lines))
    if framed:
        close = next((at for at in range(start, last) if _is_rule(lines[at])), None)
        if close is None:
            return [], start
        end = close + 1
    else:
        close = next((at for at in range(start, last) if lines[at].blank or _is_rule(lines[at])), last)
        end = close + (close < len(lines) and _is_rule(lines[close]))
    held = lines[start:close]
    if not any(line.blank for line in held):
        return [[line] for line in held], end
    rows: list[list[Line]] = [[]]
    for line in held:
        if line.blank:
            rows.append([])
        else:
            rows[-1].append(line)
    return [row for row in rows if row], end


def _is_rule(line: Line) -> bool:
    return bool(_STROKES.fullmatch(line.text) or _WHOLE.fullmatch(line.text))


def _crosses(line: Line, starts: Sequence[int]) -> bool:
    """Whether a text of the line goes on over the gap before a column."""
    return "\t" in line.text or any(
        line.text[at - 1 : at].strip(BLANKS) and line.text[at : at + 1].strip(BLANKS) for at in starts[1:]
    )


def _row(lines: Sequence[Line], starts: Sequence[int]) -> list[Cell]:
    ends = [*starts[1:], None]
    return [
        cell_of([piece for line in lines for piece in _marked(line, 0 if i == 0 else start, ends[i])])
        for i, start in enumerate(starts)
    ]


def _marked(line: Line, start: int, end: int | None) -> list[Piece]:
    """The pieces of a cell, with breaks, escapes and stars read."""
    stop = len(line.text) if end is None else min(end, len(line.text))
    if start >= stop:
        return [piece_of(line, start, stop)]
    return without_stars([part for piece in broken(line, start, stop) for part in without_escapes(piece)])
