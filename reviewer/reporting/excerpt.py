"""The piece of a draft that a finding speaks of: its row among the rows it is computed from, or its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from reviewer.model import Cell, Finding, Place, Report, Role, Spot, Table, TypedTable, place_at
from reviewer.reporting.safe import visible

WRONG, CITED, HEAD, GUTTER = "wrong", "cited", "head", "gutter"
"""Names of styles; the face that prints gives them colours."""

MOST_ROWS = 7
"""Rows of evidence beyond these are told in words instead."""
_LABEL, _NUMBER, _TEXT = 44, 26, 22
"""Widest that a cell may be printed, by what its column holds."""
_TITLE = 14
"""A column is made this wide for its title's sake."""
_GAP = "  "
_CUT = "…"


def excerpt(report: Report, finding: Finding, width: int, carets: bool) -> list[Text]:
    """Lines of at most `width` columns; with `carets`, a line under the wrong figure points at it."""
    spot = finding.location.spot
    if not 0 <= spot.block < len(report.document.blocks):
        return []
    block = report.document.blocks[spot.block]
    if isinstance(block, Table):
        if not spot.in_table:
            return []
        return _rows(report, block, report.table_at(spot.block), finding, width, carets)
    return _sentence(report, finding, width, carets)


def shown(finding: Finding) -> frozenset[int]:
    """Which pieces of evidence, by index, the excerpt shows."""
    home = finding.location.spot
    if home.in_table:
        rows = set(_row_indices(finding))
        return frozenset(
            i for i, e in enumerate(finding.evidence)
            if e.location.spot.block == home.block and e.location.spot.row in rows
        )  # fmt: skip
    return frozenset(i for i, e in enumerate(finding.evidence) if e.location.spot == home)


def _row_indices(finding: Finding) -> list[int]:
    """Grid rows to print, in order: the finding's own, and those of its evidence where they are few."""
    home = finding.location.spot
    cited = {e.location.spot.row for e in finding.evidence if e.location.spot.block == home.block} - {home.row, -1}
    if finding.group or len(cited) > MOST_ROWS:
        cited = set()
    return sorted(cited | {home.row})


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    width: int
    right: bool


def _rows(
    report: Report, table: Table, typed: TypedTable | None, finding: Finding, width: int, carets: bool
) -> list[Text]:
    home = finding.location.spot
    rows = [r for r in _row_indices(finding) if r < len(table.rows)]
    marks = {(home.row, home.col): WRONG}
    for evidence in finding.evidence:
        spot = evidence.location.spot
        if spot.block == home.block and spot.in_table:
            marks.setdefault((spot.row, spot.col), CITED)
    lines = {row: _line_of(report, table, row, home, finding) for row in rows}
    gutter = max((len(n) for n in lines.values()), default=0)
    columns = _columns(table, typed, rows, marks, width - gutter - 3)
    printed = [_head(typed, columns, gutter)] if typed else []
    for row in rows:
        text = Text.assemble((f"{lines[row].rjust(gutter)} │ ", GUTTER))
        for n, column in enumerate(columns):
            if n:
                text.append(_GAP if column.index - columns[n - 1].index == 1 else f" {_CUT} ")
            cell = _own(table, row, column.index)
            marked = home if (row, column.index) == (home.row, home.col) else None
            text.append_text(_cell(cell, column, marks.get((row, column.index)), marked))
        text.rstrip()
        printed.append(text)
        if carets and row == home.row:
            printed.extend(_carets(text))
    return printed


def _line_of(report: Report, table: Table, row: int, home: Spot, finding: Finding) -> str:
    """What stands in the gutter: the line of the figure that matters in this row, else the number of the body row."""
    place = Place()
    if row == home.row:
        place = finding.location.place
    else:
        for evidence in finding.evidence:
            if (evidence.location.spot.block, evidence.location.spot.row) == (home.block, row):
                place = evidence.location.place
                break
    if place.line is not None:
        return str(place.line)
    typed = report.table_at(home.block)
    body = typed.row(row) if typed else None
    return place.cell or (str(body.ordinal) if body else "")


def _own(table: Table, row: int, col: int) -> Cell:
    """The cell printed at a position: the merged cell's text stands in its first column only."""
    cell = table.rows[row][col]
    if cell.covered_by and cell.covered_by[1] == col:
        return table.rows[cell.covered_by[0]][col]
    return cell


def _columns(
    table: Table, typed: TypedTable | None, rows: Sequence[int], marks: dict[tuple[int, int], str], room: int
) -> list[_Column]:
    """The label, the marked columns, then their neighbours as long as there is room."""
    roles = {c.index: c.role for c in typed.columns} if typed else {}
    labels = [i for i, role in roles.items() if role is Role.LABEL][:1]
    focus = sorted({col for _, col in marks if 0 <= col < table.width})
    near = sorted(range(table.width), key=lambda i: (min((abs(i - f) for f in focus), default=0), i))
    chosen: dict[int, _Column] = {}
    used = 0
    for index in dict.fromkeys([*focus, *labels, *near]):
        texts = [visible(_own(table, row, index).text) for row in rows]
        if not any(texts):
            continue
        column = _measure(index, texts, roles.get(index), typed)
        needed = column.width + 3
        if used + needed > room and chosen:
            if index not in labels:
                continue
            # A table whose rows have no name tells little: the label takes what is left.
            left = room - used - 3
            if left < 8:
                continue
            column = _Column(index, left, column.right)
            needed = left + 3
        chosen[index] = column
        used += needed
    return [chosen[index] for index in sorted(chosen)]


def _measure(index: int, texts: Sequence[str], role: Role | None, typed: TypedTable | None) -> _Column:
    numeric = all(_numeric(text) for text in texts if text)
    most = _LABEL if role is Role.LABEL else _NUMBER if numeric else _TEXT
    width = max(cell_len(text) for text in texts)
    title = _title(typed, index)
    return _Column(index, min(max(width, min(cell_len(title), _TITLE)), most), numeric)


def _numeric(text: str) -> bool:
    digits = sum(c.isdigit() for c in text)
    return text in ("-", "–", "") or digits * 2 >= sum(not c.isspace() for c in text)


def _title(typed: TypedTable | None, index: int) -> str:
    column = next((c for c in typed.columns if c.index == index), None) if typed else None
    return visible(column.title) if column else ""


def _head(typed: TypedTable, columns: Sequence[_Column], gutter: int) -> Text:
    text = Text.assemble((" " * gutter + " │ ", GUTTER))
    for n, column in enumerate(columns):
        if n:
            text.append(_GAP if column.index - columns[n - 1].index == 1 else f" {_CUT} ")
        title = _title(typed, column.index)
        if cell_len(title) > column.width and " › " in title:
            title = title.rsplit(" › ", 1)[1]
        text.append(_fit(title, column.width, column.right), style=HEAD)
    text.rstrip()
    return text


def _cell(cell: Cell, column: _Column, mark: str | None, spot: Spot | None) -> Text:
    if mark is None:
        return Text(_fit(visible(cell.text), column.width, column.right))
    start, end = (spot.start, spot.end) if spot and spot.end > spot.start else (0, len(cell.text))
    before, marked, after = _cut(cell.text, start, end)
    return _window(before, marked, after, column.width, mark, column.right)


def _cut(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before, at and after a mark, made visible."""
    return _part(text, 0, start), _part(text, start, end), _part(text, end, len(text))


def _part(text: str, start: int, end: int) -> str:
    """A slice made visible, keeping one space at an inner edge where there is one."""
    piece = text[start:end]
    left = " " if start > 0 and piece[:1].isspace() else ""
    right = " " if end < len(text) and piece[-1:].isspace() and piece.strip() else ""
    return left + visible(piece) + right if piece.strip() else left


def _window(before: str, marked: str, after: str, width: int, mark: str, right: bool = False) -> Text:
    """The marked piece with as much around it as fits."""
    marked = _clip(marked, width)
    room = width - cell_len(marked)
    ahead = min(cell_len(after), max(room // 2, room - cell_len(before)))
    tail = _clip(after, ahead)
    front = _clip_front(before, room - cell_len(tail))
    text = Text(front)
    text.append(marked, style=mark)
    text.append(tail)
    pad = width - text.cell_len
    return Text(" " * pad) + text if right else text + Text(" " * pad)


def _clip(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + _CUT if width > 0 else ""


def _clip_front(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    kept = text[-width:] if width > 0 else ""
    while kept and cell_len(kept) > width - 1:
        kept = kept[1:]
    return _CUT + kept.lstrip() if width > 0 else ""


def _fit(text: str, width: int, right: bool) -> str:
    clipped = _clip(text, width)
    pad = " " * (width - cell_len(clipped))
    return pad + clipped if right else clipped + pad


def _sentence(report: Report, finding: Finding, width: int, carets: bool) -> list[Text]:
    spot = finding.location.spot
    block = report.document.blocks[spot.block]
    if isinstance(block, Table) or not block.text.strip():
        return []
    place = place_at(report.document, spot)
    gutter = str(place.line) if place.line is not None else ""
    text = Text.assemble((f"{gutter} │ ", GUTTER))
    start, end = (spot.start, spot.end) if spot.end > spot.start else (0, 0)
    before, marked, after = _cut(block.text, start, end)
    text.append_text(_window(before, marked, after, width - text.cell_len, WRONG))
    text.rstrip()
    return [text, *_carets(text)] if carets else [text]


def _carets(text: Text) -> Iterable[Text]:
    """A line that points at what is marked wrong in the line above it."""
    for span in text.spans:
        if span.style == WRONG and span.end > span.start:
            lead = cell_len(text.plain[: span.start])
            yield Text(
                " " * lead + "^" * max(cell_len(text.plain[span.start : span.end]), 1), style=WRONG, no_wrap=True
            )
            return
