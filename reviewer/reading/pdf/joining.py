"""A table that a page's end cuts is one table again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reviewer.reading.pdf.lines import Line
from reviewer.reading.pdf.pieces import Cell, Piece
from reviewer.reading.pdf.tidying import drop_shifted

_SAME = 6.0
"""Points by which a column's border may stand off on the next page."""
_MOST_HEADER = 6
_ENOUGH_ROWS = 6
"""Rows that tell how a table is numbered."""
_NUMBER = re.compile(r"[-–(]*(?:Rp\.?)?\s*\d[\d.,]*\)?%?")
_ENDS = re.compile(r"[.:;]$")
_ABBREVIATED = re.compile(r"\b[A-Z][a-z]{0,4}\.$")
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?(?:\s*=.{1,20})?")
_GOES_ON = re.compile(
    r"(?:\b(?:dan|atau|yang|di|ke|dari|untuk|pada|dengan|serta|dalam|oleh|terhadap|bagi|dan/atau)|[-/,&(])$"
)


@dataclass(slots=True)
class Joined:
    """A cell of a joined table with its lines, each with the page it stands on."""

    row: int
    col: int
    rowspan: int
    colspan: int
    lines: list[tuple[int, Line]]
    page: int
    box: tuple[float, float, float, float]
    sides: dict[int, tuple[float, float]]
    """Its left and right border on each page that it stands on."""


@dataclass(slots=True)
class Whole:
    """A table over one page or several."""

    first_page: int
    xs: list[float]
    """Borders of its columns, counted from its left side."""
    rows: int
    cells: list[Joined]
    joined_at: list[int] = field(default_factory=list)
    header_rows: int | None = None
    pages: list[int] = field(default_factory=list)
    head: list[Joined] = field(default_factory=list)
    """Cells of its first rows."""
    tail: list[Joined] = field(default_factory=list)
    """Cells that end with its last row."""


def whole_of(page: int, piece: Piece) -> Whole:
    """A table of one piece."""
    left = piece.xs[0]
    cells = [_joined(cell, page, 0, cell.col, cell.colspan) for cell in piece.cells]
    whole = Whole(page, [x - left for x in piece.xs], piece.rows, cells, pages=[page])
    whole.head = [cell for cell in cells if cell.row < _MOST_HEADER]
    whole.tail = [cell for cell in cells if cell.row + cell.rowspan == piece.rows]
    return whole


def join(whole: Whole, page: int, piece: Piece) -> bool:
    """Join a piece that begins the page after `whole` to it where it is the same table, and say whether it was."""
    repeated = _repeated(whole, piece)
    columns = _columns(whole, piece, bool(repeated))
    if columns is None or not repeated and _heads_anew(whole, piece):
        return False
    borders, own, its = columns
    if len(borders) > len(whole.xs):
        for cell in whole.cells:
            cell.col, cell.colspan = own[cell.col], own[cell.col + cell.colspan] - own[cell.col]
        whole.xs = borders
    if repeated:
        whole.header_rows = max(whole.header_rows or 0, _without_numbers(whole, repeated))
    start = whole.rows
    added = [
        _joined(cell, page, start - repeated, its[cell.col], its[cell.col + cell.colspan] - its[cell.col])
        for cell in piece.cells
        if cell.row >= repeated
    ]
    new_rows = piece.rows - repeated
    if new_rows:
        added, new_rows = _without_rest(whole, added, new_rows)
    if new_rows:
        whole.joined_at.append(start)
    whole.cells += added
    whole.rows += new_rows
    whole.tail = [cell for cell in (*whole.tail, *added) if cell.row + cell.rowspan == whole.rows]
    whole.pages.append(page)
    return True


def settled(whole: Whole) -> Whole:
    """The table when all its pieces are there: borders that stand off on some pages are one."""
    drop_shifted(whole.xs, whole.cells)
    return whole


def _joined(cell: Cell, page: int, shift: int, col: int, colspan: int) -> Joined:
    lines = [(page, line) for line in cell.lines]
    return Joined(
        cell.row + shift, col, cell.rowspan, colspan, lines, page, cell.box, {page: (cell.box[0], cell.box[2])}
    )


# ---------------------------------------------------------------- headers


def _repeated(whole: Whole, piece: Piece) -> int:
    """How many leading rows of a piece say the header of the table again."""
    count = 0
    for r in range(min(_MOST_HEADER, whole.rows, piece.rows)):
        mine = [_letters(line for _, line in c.lines) for c in _row(whole, r)]
        its = [_letters(c.lines) for c in piece.row(r)]
        if [t for t in mine if t] != [t for t in its if t] or not any(its):
            break
        count += 1
    texts = [t for r in range(count) for c in piece.row(r) if (t := _letters(c.lines))]
    return count if len(texts) > 1 else 0


def _row(whole: Whole, row: int) -> list[Joined]:
    return sorted((cell for cell in whole.head if cell.row == row), key=lambda cell: cell.col)


def _letters(lines: Iterable[Line]) -> str:
    return "".join("".join(line.text.split()) for line in lines).casefold()


def _without_numbers(whole: Whole, repeated: int) -> int:
    """Header rows without the row 1 2 3 that numbers the columns."""
    for r in range(repeated):
        texts = [_text(cell) for cell in _row(whole, r) if cell.lines]
        if len(texts) > 2 and all(_COLUMN_NUMBER.fullmatch(text) for text in texts):
            return r
    return repeated


def _heads_anew(whole: Whole, piece: Piece) -> bool:
    """Whether a piece begins with a header of its own: another table that happens to have the same columns."""
    first = [cell for cell in piece.row(0) if cell.lines]
    if not first or first[0].col:
        return False
    text = " ".join(line.text for line in first[0].lines)
    return re.fullmatch(r"(?:no|nomor|no\.?\s*urut|kode(?:\s+rekening)?)\.?", text, re.IGNORECASE) is not None


# ---------------------------------------------------------------- columns

Columns = tuple[list[float], list[int], list[int]]
"""Borders of both together, and the index among them of each border of the one and of the other."""


def _columns(whole: Whole, piece: Piece, repeated: bool) -> Columns | None:
    """How the columns of a piece fall to those of the table; None where they are another table's."""
    mine = whole.xs
    its = [x - piece.xs[0] for x in piece.xs]
    if len(mine) == len(its) and (repeated or all(abs(a - b) <= _SAME for a, b in zip(mine, its, strict=True))):
        same = list(range(len(mine)))
        return mine, same, same
    if abs(mine[-1] - its[-1]) > _SAME:
        return None
    borders = list(mine)
    for x in its:
        if all(abs(x - other) > _SAME for other in borders):
            borders.append(x)
    borders.sort()
    shared = sum(1 for x in its if any(abs(x - other) <= _SAME for other in mine))
    if not repeated and shared * 5 < len(its) * 4 and shared < len(mine):
        return None
    indexes = [_nearest(x, borders) for x in mine], [_nearest(x, borders) for x in its]
    if any(len(set(found)) < len(found) for found in indexes):
        return None
    return borders, *indexes


def _nearest(x: float, borders: Sequence[float]) -> int:
    return min(range(len(borders)), key=lambda i: abs(borders[i] - x))


# ---------------------------------------------------------------- rows cut by the page's end


def _without_rest(whole: Whole, added: list[Joined], rows: int) -> tuple[list[Joined], int]:
    """Give the rest of a row that the page's end cut to the row it is of.

    An empty merged cell goes on the one above. Where every filled cell of the first row plainly goes on the text above
    it, the row is gone; else a cell that begins in the midst of a sentence is joined to the one above.
    """
    first = [cell for cell in added if cell.row == whole.rows]
    above = {cell.col: cell for cell in whole.tail}
    for cell in first:
        upper = above.get(cell.col)
        if not cell.lines and cell.rowspan > 1 and upper is not None and upper.lines and upper.colspan == cell.colspan:
            upper.rowspan += cell.rowspan
            added.remove(cell)
    filled = [cell for cell in first if cell.lines]
    pairs = [(above[cell.col], cell) for cell in filled if _may_go_on(above.get(cell.col), cell)]
    sure = [(upper, cell) for upper, cell in pairs if _mid_sentence(upper, cell) or _wraps(upper, cell)]
    signs = sum(1 for upper, cell in pairs if _mid_sentence(upper, cell) or _is_full(upper, cell))
    unnumbered = 0 not in {cell.col for cell in filled}
    if (
        len(pairs) == len(filled)
        and (sure or signs > 1 or signs and unnumbered and _all_numbered(whole))
        and (signs == len(pairs) or unnumbered)
        and all(cell.rowspan == 1 for cell in filled)
    ):
        for upper, cell in pairs:
            _append(upper, cell)
            added.remove(cell)
        return _without_first_row(whole, added), rows - 1
    for upper, cell in sure:
        if len(upper.lines) > 1 and cell.lines[0][1].text[:1].islower() and _first_letter(upper).isupper():
            _append(upper, cell)
            upper.rowspan += cell.rowspan
            added.remove(cell)
    return added, rows


def _all_numbered(whole: Whole) -> bool:
    """Whether every row of a table, its header aside, has something in the first column."""
    starts = [cell for cell in whole.cells if cell.col == 0]
    return whole.rows >= _ENOUGH_ROWS and all(cell.lines for cell in starts)


def _without_first_row(whole: Whole, added: list[Joined]) -> list[Joined]:
    """The cells of a piece whose first row has been given to the rows above."""
    for cell in whole.tail:
        if cell.row + cell.rowspan > whole.rows:
            cell.rowspan -= 1
    for cell in added:
        if cell.row == whole.rows:
            cell.rowspan -= 1
        else:
            cell.row -= 1
    return [cell for cell in added if cell.rowspan]


def _first_letter(cell: Joined) -> str:
    return next((character for character in _text(cell) if character.isalpha()), "")


def _append(target: Joined, cell: Joined) -> None:
    target.lines += cell.lines
    target.sides |= cell.sides


def _may_go_on(above: Joined | None, cell: Joined) -> bool:
    """Whether nothing speaks against the text of a cell going on that of the one above it."""
    if above is None or not above.lines or above.colspan != cell.colspan:
        return False
    last, first = above.lines[-1][1], cell.lines[0][1]
    if _is_number(above) or _is_number(cell) or last.bold != first.bold:
        return False
    return _mid_sentence(above, cell) or not _ENDS.search(last.text) or _ABBREVIATED.search(last.text) is not None


def _is_number(cell: Joined) -> bool:
    return all(_NUMBER.fullmatch(line.text) for _, line in cell.lines)


def _is_full(above: Joined, cell: Joined) -> bool:
    """Whether the first word of a cell would not have fitted behind the text of the one above it."""
    (page, last), word = above.lines[-1], cell.lines[0][1].words[0]
    left, right = above.sides[page]
    room = right - (last.left - left) - last.right
    return room < word.right - word.left + 0.2 * last.height


def _wraps(above: Joined, cell: Joined) -> bool:
    """Whether the last line of a cell is full and the file stores a blank after it, as only a line that wraps has."""
    return above.lines[-1][1].words[-1].spaced and _is_full(above, cell)


def _mid_sentence(above: Joined, cell: Joined) -> bool:
    last, first = above.lines[-1][1], cell.lines[0][1]
    return first.text[:1].islower() or _GOES_ON.search(last.text) is not None


def _text(cell: Joined) -> str:
    return " ".join(line.text for _, line in cell.lines)
