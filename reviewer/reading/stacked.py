"""Tables with one cell a line: each cell opens with a tab, a blank line ends a row.

Word processors' text exports write tables so. The trouble is that a cell may hold blank lines too, and that merged
cells make rows shorter. So the cells are gathered first, then the number of columns is inferred from the rows that
stand together, then rows that a blank line tore apart are put together, and short rows are laid over the columns.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reviewer.reading.grid import Found, finished
from reviewer.reading.lines import BLANKS, Line
from reviewer.reading.pages import Furniture
from reviewer.reading.spans import laid_out
from reviewer.reading.stacked_cells import ITEM, StackedCell, gathered, stretches
from reviewer.reading.stacked_rows import as_cells, headed, mended, parted, together, width_of

_PROSE = 120
"""Characters from which a cell reads like a paragraph."""
_HEADING = 60
"""Characters up to which a text may head a column."""
_PARAGRAPH = 250
"""Characters from which a line that opens with a tab is a paragraph rather than a row of one cell."""

_FORM = re.compile(r"[^:]{1,60}\s*:\s")


def is_cell(line: Line) -> bool:
    """True for a line that opens with one tab and has no other between its words."""
    text = line.text
    return text.startswith("\t") and text[1:2] != "\t" and "\t" not in text.strip(BLANKS)


def begins(lines: Sequence[Line], start: int) -> bool:
    """True where the lines that stand together from `start` on are mostly cells of their own."""
    if not lines[start].text.startswith("\t"):
        return False
    single = several = 0
    for line in lines[start : start + 12]:
        if not line.text.startswith("\t") and not line.text.strip(BLANKS):
            break
        if is_cell(line):
            single += 1
        elif "\t" in line.text:
            several += 1
    return is_cell(lines[start]) and single > several


def claim(lines: Sequence[Line], start: int, before: str, furniture: Furniture) -> tuple[list[Found], int]:
    """The tables from line `start` (index) on that only blank lines part, and the index up to which there is no other."""
    cells, aside = gathered(lines, start)
    found = []
    for stretch in stretches(cells):
        for groups in parted(together(stretch)):
            width = width_of(groups)
            rows = _without_prose(mended(headed(groups, width), width), width)
            if _is_table(rows, width):
                first, end = rows[0][0].start, rows[-1][-1].end
                between = tuple(aside[bisect_left(aside, first) : bisect_left(aside, end)])
                found.append(Found(first, end, finished(laid_out([as_cells(row) for row in rows], width)), between))
    return found, cells[-1].end


def _without_prose(rows: list[list[StackedCell]], width: int) -> list[list[StackedCell]]:
    """The rows without paragraphs before the first and after the last."""
    first, end = 0, len(rows)
    while first < end and _is_prose(rows[first], width):
        first += 1
    while end > first and _is_prose(rows[end - 1], width):
        end -= 1
    return rows[first:end]


def _is_prose(row: list[StackedCell], width: int) -> bool:
    """True for a short row of paragraphs that open with a tab."""
    return len(row) < width and all(len(cell.text) > _PARAGRAPH for cell in row)


def _is_table(rows: list[list[StackedCell]], width: int) -> bool:
    """Two whole rows at least, not a list, a form or paragraphs that open with a tab."""
    whole = [row for row in rows if len(row) == width]
    if width < 2 or len(rows) < 2 or len(whole) < 2 and (width < 4 or len(rows) < 3):
        return False
    texts = [text for row in rows for cell in row if (text := cell.text)]
    if not texts:
        return False
    lengths = sorted(len(text) for text in texts)
    headed = len(rows[0]) == width and all(0 < len(cell.text) <= _HEADING for cell in rows[0])
    if not headed and (lengths[len(lengths) // 2] > _PROSE or lengths[0] > _HEADING):
        return False
    items = sum(1 for text in texts if ITEM.match(text))
    forms = sum(1 for text in texts if _FORM.match(text))
    return max(items, forms) < 0.8 * len(texts)
