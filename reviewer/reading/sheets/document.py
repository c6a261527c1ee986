"""Sheets become a document: the heading of each, its titles and notes as paragraphs, its tables as grids."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reviewer.model.document import Block, Cell, Document, Notice, Paragraph, Place, Span, Table
from reviewer.reading.guard import damaged, too_much
from reviewer.reading.limits import Limits
from reviewer.reading.shapes import numbers_columns
from reviewer.reading.sheets.computing import compute
from reviewer.reading.sheets.merging import Merges, settled
from reviewer.reading.sheets.notices import HIDDEN_CELLS, HIDDEN_SHEET, NO_TEXT, Tally, notices_of
from reviewer.reading.sheets.regions import Loose, Region, is_entry, regions_of
from reviewer.reading.sheets.sheet import Range, Sheet
from reviewer.reading.unreadable import Unreadable

_HEADER_MOST = 5


def document_of(format: str, sheets: Sequence[Sheet], tally: Tally, limits: Limits) -> Document:
    """The document of sheets that were read, hidden ones last; a sheet without content leaves no trace. Raises `Unreadable`."""
    blocks: list[Block] = []
    notices: list[Notice] = []
    builder = Builder(limits)
    compute(sheets, tally)
    for sheet in sorted(sheets, key=lambda sheet: sheet.hidden):
        content = builder.blocks(sheet)
        if content:
            place = Place(sheet=sheet.name)
            blocks += [Paragraph(sheet.name, (Span(0, place),), level=1), *content]
            notices += _hidden(sheet, place)
    if not blocks:
        raise Unreadable(NO_TEXT)
    blocks += _margins(sheets)
    return Document("", format, "", tuple(blocks), (*notices, *notices_of(tally)))


def _margins(sheets: Sequence[Sheet]) -> Iterator[Paragraph]:
    """What sheets print above and below their cells, each text once."""
    told = set()
    for sheet in sheets:
        for text, role in sheet.margins if not sheet.hidden else ():
            if (text, role) not in told:
                told.add((text, role))
                yield Paragraph(text, (Span(0, Place(sheet=sheet.name)),), role=role)


def _hidden(sheet: Sheet, place: Place) -> Iterator[Notice]:
    if sheet.hidden:
        yield Notice(HIDDEN_SHEET.format(name=sheet.name), place)
        return
    rows = sum(1 for row in sheet.cells if row in sheet.hidden_rows)
    used = {column for cells in sheet.cells.values() for column in cells}
    columns = sum(1 for column in used if any(first <= column <= last for first, last in sheet.hidden_columns))
    if rows or columns:
        yield Notice(HIDDEN_CELLS.format(name=sheet.name, rows=rows, columns=columns), place)


class Builder:
    """Lays out sheets, within the limit on grid positions of all their tables together."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._positions = 0

    def blocks(self, sheet: Sheet) -> list[Block]:
        """What a sheet holds, in reading order."""
        merges = settled(sheet)
        try:
            regions = regions_of(sheet, merges)
        except RecursionError as problem:
            raise damaged("bersarang terlalu dalam", "nested too deeply") from problem
        found: list[Block] = []
        for region in regions:
            if isinstance(region, Region) and not region.slight:
                found.append(self._table(sheet, region, merges))
            else:
                found += _paragraphs(sheet, region)
        found += (Paragraph(text, (Span(0, place),), role="textbox") for text, place in sheet.boxes)
        return found

    def _table(self, sheet: Sheet, region: Region, merges: Merges) -> Table:
        width = region.right - region.left + 1
        self._positions += len(region.rows) * width
        if self._positions > self._limits.cells:
            raise too_much("cells", f"{self._limits.cells}", "sel tabel", "table cells")
        rows = [_row(sheet, row, region.left, region.right) for row in region.rows]
        for index, row in enumerate(region.rows):
            for area in merges.get(row, ()):
                if region.left <= area.left <= region.right:
                    _merge(rows, index, area, region)
        place = sheet.at(region.rows[0], region.left)
        return Table(
            rows=tuple(map(tuple, rows)),
            place=_with_end(place, sheet.at(region.rows[-1], region.left)),
            header_rows=_header_rows(sheet, region, merges),
            joined_at=tuple(bisect_left(region.rows, row) for row in region.joined_at),
            hidden=sheet.hidden or all(row in sheet.hidden_rows for row in region.rows),
        )


def _row(sheet: Sheet, row: int, left: int, right: int) -> list[Cell]:
    cells = sheet.cells.get(row, {})
    return [cells.get(column) or _blank(sheet, row, column) for column in range(left, right + 1)]


def _blank(sheet: Sheet, row: int, column: int) -> Cell:
    return Cell("", (Span(0, sheet.at(row, column)),), hidden=sheet.hides(row, column))


def _merge(rows: list[list[Cell]], index: int, area: Range, region: Region) -> None:
    """Mark the cells of a merged area, as far as it reaches into the table."""
    last = bisect_left(region.rows, area.bottom + 1)
    start, end = area.left - region.left, min(area.right, region.right) - region.left + 1
    if last - index == 1 and end - start == 1:
        return
    for r in range(index, last):
        for c in range(start, end):
            cell = rows[r][c]
            own = (r, c) == (index, start)
            rows[r][c] = Cell(
                cell.text,
                cell.spans,
                rowspan=last - index if own else 1,
                colspan=end - start if own else 1,
                covered_by=None if own else (index, start),
                formula=cell.formula,
                value=cell.value,
                number_format=cell.number_format,
                hidden=cell.hidden,
            )


def _header_rows(sheet: Sheet, region: Region, merges: Merges) -> int | None:
    """Rows printed anew on every page that open the table; None where they cut through a merged cell or number the columns."""
    if sheet.print_header is None or not sheet.print_header[0] <= region.rows[0] <= sheet.print_header[1]:
        return None
    count = bisect_left(region.rows, sheet.print_header[1] + 1)
    header = region.rows[:count]
    if any(area.bottom > header[-1] for row in header for area in merges.get(row, ()) if area.left <= region.right):
        return None
    while count and numbers_columns(_row(sheet, region.rows[count - 1], region.left, region.right)):
        count -= 1
    return count if 0 < count <= min(_HEADER_MOST, len(region.rows) - 1) else None


def _paragraphs(sheet: Sheet, region: Loose | Region) -> Iterator[Paragraph]:
    """Each cell for itself; a name with its colon and what is entered there is one line."""
    for row in region.rows:
        cells = [cell for column, cell in sorted(sheet.cells[row].items()) if region.left <= column <= region.right]
        cells = [cell for cell in cells if cell.text]
        if is_entry(cells):
            yield _line(cells)
        else:
            yield from (Paragraph(cell.text, cell.spans) for cell in cells)


def _line(cells: Sequence[Cell]) -> Paragraph:
    text = ""
    spans: list[Span] = []
    for cell in cells:
        text += " " if text else ""
        spans += [Span(len(text) + span.start, span.place) for span in cell.spans]
        text += cell.text
    return Paragraph(text, tuple(spans))


def _with_end(first: Place, last: Place) -> Place:
    """The place of something that goes on to `last`, where the format has lines."""
    return Place(first.line, last.end_line or last.line, first.column, sheet=first.sheet, cell=first.cell)
