"""Tables with one cell a line: each cell opens with a tab, a blank line ends a row.

Word processors' text exports write tables so. The trouble is that a cell may hold blank lines too, and that merged
cells make rows shorter. So the cells are gathered first, then the number of columns is inferred from the rows that
stand together, then rows that a blank line tore apart are put together, and short rows are laid over the columns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reviewer.reading.emphasis import without_stars
from reviewer.reading.grid import Found, Grid, Row, finished
from reviewer.reading.headings import opens_block
from reviewer.reading.lines import BLANKS, Line, Piece, cell_of, piece_of
from reviewer.reading.pages import Furniture, continues
from reviewer.reading.shapes import NUMERIC, Shape, numbers_columns, opens_header, shape_of
from reviewer.reading.spans import Profile, laid_out

_LOOSE_GROUPS = 30
_LOOSE_CHARACTERS = 3000
_LONG_LINE = 400
_LIST_GAP = 3
"""Blank lines between the items of one list inside a cell."""
_PROSE = 120
"""Characters from which a cell reads like a paragraph."""
_HEADING = 60
"""Characters up to which a text may head a column."""
_PARAGRAPH = 250
"""Characters from which a line that opens with a tab is a paragraph rather than a row of one cell."""
_NEVER = 1e9
_SAMPLE = 40
"""Rows that show the width of a table well enough."""
_FIGURES = NUMERIC | {Shape.QUANTITY}
_HEADER_GROUPS = 10
_TORN = 6
"""Pieces into which blank lines may tear a row."""

_ITEM = re.compile(r"(\(?)(\d{1,2}|[a-zA-Z])([.)]+)(\s+)")
_NUMBER = re.compile(r"\d+|\b[IVX]+\b")
_FORM = re.compile(r"[^:]{1,60}\s*:\s")


@dataclass(slots=True)
class _Loose:
    """Lines without a tab after a blank line: the cell going on, or text after the table."""

    gap: int
    pieces: list[Piece]
    end: int
    """Index after its last line."""


@dataclass(slots=True)
class _Cell:
    pieces: list[Piece]
    gap: int
    """Blank lines right before it."""
    start: int
    """Index of its first line."""
    end: int
    """Index after its last line."""
    loose: list[_Loose] = field(default_factory=list)
    """Groups of lines between it and the next cell."""

    @property
    def text(self) -> str:
        return "\n".join(piece.text for piece in self.pieces if piece.text)


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
    cells, aside = _gathered(lines, start)
    found = []
    for stretch in _stretches(cells):
        for groups in _parted(_together(stretch)):
            width = _width(groups)
            rows = _without_prose(_mended(_headed(groups, width), width), width)
            if _is_table(rows, width):
                first, end = rows[0][0].start, rows[-1][-1].end
                between = tuple(at for at in aside if first < at < end)
                found.append(Found(first, end, finished(_grid(rows, width)), between))
    return found, cells[-1].end


# ---------------------------------------------------------------- gathering


def _gathered(lines: Sequence[Line], start: int) -> tuple[list[_Cell], list[int]]:
    """The cells from `start` on, as far as a table may go, with the lines that may or may not belong to them; and the
    captions said again between them."""
    cells: list[_Cell] = []
    aside: list[int] = []
    gap = 0
    at = start
    while at < len(lines):
        line = lines[at]
        if line.text.startswith("\t"):
            if not line.blank and (line.text.startswith("\t\t") or line.text.strip(BLANKS).count("\t") > 1):
                break
            cells.append(_Cell([piece_of(line, 1)], gap, at, at + 1))
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


def _loose(lines: Sequence[Line], start: int, gap: int) -> _Loose | None:
    pieces = []
    at = start
    while at < len(lines) and not lines[at].blank and not lines[at].text.startswith("\t"):
        if opens_block(lines[at].text) or len(lines[at].text) > _LONG_LINE:
            return None
        pieces.append(piece_of(lines[at]))
        at += 1
        if len(pieces) > _LOOSE_GROUPS:
            return None
    return _Loose(gap, pieces, at)


def _bearable(groups: list[_Loose], group: _Loose) -> bool:
    characters = sum(len(piece.text) for g in [*groups, group] for piece in g.pieces)
    return len(groups) < _LOOSE_GROUPS and characters <= _LOOSE_CHARACTERS


# ---------------------------------------------------------------- which lines belong


def _stretches(cells: list[_Cell]) -> list[list[_Cell]]:
    """Decide for every group of loose lines whether it goes on a cell; the cells, parted where one does not.

    Groups that belong move into their cell.
    """
    stretches: list[list[_Cell]] = []
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


def _sizes_ahead(cells: list[_Cell]) -> list[int]:
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


def _short(cell: _Cell) -> bool:
    lines = [piece.text for group in cell.loose for piece in group.pieces]
    return len(lines) <= 3 and all(len(text) <= _PROSE for text in lines)


def _listed(cell: _Cell) -> int:
    """How many of the loose groups go on with the numbered list that the cell's text is."""
    last = next((m for piece in reversed(cell.pieces) if (m := _ITEM.match(piece.text))), None)
    count = 0
    for group in cell.loose:
        item = _ITEM.match(group.pieces[0].text)
        if not last or not item or group.gap > _LIST_GAP or not _follows(last, item):
            break
        last = next((m for piece in reversed(group.pieces) if (m := _ITEM.match(piece.text))), item)
        count += 1
    return count


def _follows(one: re.Match[str], other: re.Match[str]) -> bool:
    if (one[1], one[3], "\t" in one[4]) != (other[1], other[3], "\t" in other[4]):
        return False
    if one[2].isdecimal() and other[2].isdecimal():
        return int(other[2]) == int(one[2]) + 1
    return one[2].isalpha() and other[2].isalpha() and ord(other[2]) == ord(one[2]) + 1


def _filled(cell: _Cell, open_row: bool) -> int:
    """1 where a blank cell's text stands below blank lines: a figure, or in a row still open a few words."""
    first = cell.loose[0]
    text = first.pieces[0].text
    if cell.text or len(first.pieces) > 1 or "\t" in text:
        return 0
    if shape_of(text) in _FIGURES:
        return 1
    if not open_row or len(cell.loose) > 1 or first.gap > _LIST_GAP or len(text) > _PROSE:
        return 0
    return int(text[-1] not in ".:;" and not _ITEM.match(text))


# ---------------------------------------------------------------- columns and rows


def _together(cells: list[_Cell]) -> list[list[_Cell]]:
    """Cells that follow one another without a blank line."""
    groups: list[list[_Cell]] = []
    for cell in cells:
        if cell.gap or not groups:
            groups.append([])
        groups[-1].append(cell)
    return groups


def _parted(groups: list[list[_Cell]]) -> list[list[list[_Cell]]]:
    """The groups of each table, where several follow one another over blank lines alone."""
    tables: list[list[list[_Cell]]] = []
    stretch: list[list[_Cell]] = []
    for group in [*groups, []]:
        if stretch and (not group or group[0].gap > 1):
            if tables and not _anew(tables[-1], stretch):
                tables[-1] += stretch
            else:
                tables.append(stretch)
            stretch = []
        stretch.append(group)
    return tables


def _anew(before: list[list[_Cell]], after: list[list[_Cell]]) -> bool:
    """True where `after` is another table: its first row begins like that of the table before it, without being the
    same row, or both have rows enough to show different widths."""
    first, again = before[0], after[0]
    if [c.text for c in first] != [c.text for c in again] and len(again) > 1:
        label = _label(again[0].text)
        if label and label == _label(first[0].text):
            return True
    before = before[-_SAMPLE:]
    widths = _width(before), _width(after)
    if widths[0] == widths[1] or any(len(group) == widths[0] for group in after):
        return False
    if any(shape_of(cell.text) in _FIGURES for cell in again):
        return False
    return _mostly_whole(before, widths[0]) and _mostly_whole(after, widths[1])


def _mostly_whole(groups: list[list[_Cell]], width: int) -> bool:
    whole = sum(1 for group in groups if len(group) == width)
    return width > 1 and whole > 1 and whole * 10 >= len(groups) * 6


def _label(text: str) -> str:
    """A label without its number: "Misi 2" is "misi". What is no word is no label."""
    words = _NUMBER.sub("", text).strip(" .:").casefold()
    return words if len(words) > 1 else ""


def _width(groups: list[list[_Cell]]) -> int:
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


def _headed(groups: list[list[_Cell]], width: int) -> list[list[_Cell]]:
    """The groups, with those of the header put together that a blank line inside a cell tore apart.

    Below its first row a header begins with the blank cells that merged cells leave; a group that does not goes on
    the row before it.
    """
    head = next((g for g, group in enumerate(groups[:_HEADER_GROUPS]) if len(group) >= width), 0)
    kept: list[list[_Cell]] = []
    for g, group in enumerate(groups):
        if kept and g <= head and _goes_on(kept[-1], group, width):
            kept[-1] = [*kept[-1], *group]
        else:
            kept.append(group)
    return kept


def _goes_on(row: list[_Cell], group: list[_Cell], width: int) -> bool:
    """True where `group` can be the rest of the header row `row`."""
    if len(row) + len(group) > width or _numbers(row) or len(row) == 1 and not opens_header(_cells(row)):
        return False
    return bool(group[0].text) or len(group) == 1


def _mended(groups: list[list[_Cell]], width: int) -> list[list[_Cell]]:
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


def _merged(groups: list[list[_Cell]], width: int, profile: Profile) -> list[list[_Cell]]:
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
    rows: list[list[_Cell]] = []
    k = len(groups)
    while k:
        first = best[k][1]
        rows.append([cell for group in groups[first:k] for cell in group])
        k = first
    rows.reverse()
    return rows


def _alone(group: list[_Cell], width: int, profile: Profile) -> float:
    """What it costs to take a group for a row: nothing for a whole one, more where no row begins so."""
    if len(group) >= width:
        return 0.0
    shape = shape_of(group[0].text)
    if len(group) == 1 and shape is Shape.BLANK:
        return 2.0
    return 2.0 if shape in _FIGURES and not profile.begins(shape) else 1.0


def _joined(groups: list[list[_Cell]], total: int, width: int, profile: Profile) -> float:
    """What it costs to take several groups for one row."""
    cells = [cell for group in groups for cell in group]
    seams = len(groups) - 1
    if _numbers(cells):
        return 0.5 * seams
    if any(_numbers(group) for group in groups):
        return _NEVER
    if total < width:
        return 1.2 + seams
    # A row is seldom torn right before a blank cell, and many begin with one.
    blank = sum(0.7 for group in groups[1:] if not group[0].text)
    cost = blank + 0.5 * seams + 2 * profile.mismatches([shape_of(cell.text) for cell in cells])
    # A text alone is more likely a heading over the whole width than a piece of a row.
    return cost + sum(0.7 for group in groups if len(group) == 1 and shape_of(group[0].text) is Shape.WORDS)


def _numbers(group: list[_Cell]) -> bool:
    return numbers_columns(_cells(group))


def _cells(row: list[_Cell]) -> Row:
    return [cell_of(without_stars(cell.pieces)) for cell in row]


def _without_prose(rows: list[list[_Cell]], width: int) -> list[list[_Cell]]:
    """The rows without paragraphs before the first and after the last."""
    first, end = 0, len(rows)
    while first < end and _is_prose(rows[first], width):
        first += 1
    while end > first and _is_prose(rows[end - 1], width):
        end -= 1
    return rows[first:end]


def _is_prose(row: list[_Cell], width: int) -> bool:
    """True for a short row of paragraphs that open with a tab."""
    return len(row) < width and all(len(cell.text) > _PARAGRAPH for cell in row)


def _is_table(rows: list[list[_Cell]], width: int) -> bool:
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
    items = sum(1 for text in texts if _ITEM.match(text))
    forms = sum(1 for text in texts if _FORM.match(text))
    return max(items, forms) < 0.8 * len(texts)


# ---------------------------------------------------------------- laying out


def _grid(rows: list[list[_Cell]], width: int) -> Grid:
    return laid_out([_cells(row) for row in rows], width)
