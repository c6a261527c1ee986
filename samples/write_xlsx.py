"""The tables of the report as a workbook: merged cells, numbers with their formats, formulas with their results.

A figure that follows from others by the arithmetic of its table is a formula, as its author would have entered it; one
that does not (a mistake that was typed over) is a number, and one that is no number is a text.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from reviewer.samples.nouns import Block, Grid, Para, mean, percent
from reviewer.samples.package import WHEN, dated

SHEETS = {
    "Pegawai": ("1.1", "1.2"),
    "Renstra": ("2.1",),
    "Perjanjian Kinerja": ("2.2", "2.3"),
    "Capaian": ("3.1", "3.2"),
    "Produksi Padi": ("3.3",),
    "Perbandingan": ("3.4", "3.5"),
    "Anggaran": ("3.6",),
    "Efisiensi": ("3.7",),
}
"""Name of each sheet, and its tables."""

_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?|-?\d+(?:,\d+)?")
_FORMULA = re.compile(r'(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*</f>)<v\s*(?:/>|></v>)')
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True)
class Rule:
    """How a column of a table follows from others of its row: `template` as a formula, `compute` as what it gives."""

    column: int
    template: str
    operands: tuple[int, ...]
    compute: Callable[..., Decimal]


_SHARE = "ROUND({0}/{1}*100,2)"
_LOWER = "ROUND((2*{1}-{0})/{1}*100,2)"
"""Of an indicator that is better the lower it is."""


def _lower(reached: Decimal, target: Decimal) -> Decimal:
    return percent(2 * target - reached, target)


_RULES: dict[str, tuple[Rule, ...]] = {
    "1.1": (Rule(4, "{0}+{1}", (2, 3), lambda men, women: men + women),),
    "3.2": (
        Rule(6, _SHARE, (5, 4), percent),
        Rule(6, _LOWER, (5, 4), _lower),
    ),
    "3.3": (Rule(3, "ROUND({0}*10/{1},2)", (4, 2), lambda tons, area: percent(tons / 10, area)),),
    "3.4": (Rule(5, "ROUND(({0}-{1})/{1}*100,2)", (4, 3), lambda now, before: percent(now - before, before)),),
    "3.5": (
        Rule(5, _SHARE, (4, 3), percent),
        Rule(5, _LOWER, (4, 3), _lower),
    ),
    "3.6": (
        Rule(4, "{0}-{1}", (2, 3), lambda budget, spent: budget - spent),
        Rule(5, _SHARE, (3, 2), percent),
    ),
    "3.7": (
        Rule(4, _SHARE, (3, 2), percent),
        Rule(6, "{0}-{1}", (5, 4), lambda reached, used: reached - used),
    ),
}


@dataclass(slots=True)
class Workbook:
    """The file, and where in it each cell and caption of the report stands: (sheet, cell)."""

    content: bytes = b""
    cells: dict[tuple[str, int, int], tuple[str, str]] = field(default_factory=dict)
    """By the number of the table, its body row and column (from 0)."""
    captions: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By the name of the paragraph."""


def xlsx_of(blocks: Sequence[Block], title: str, author: str) -> Workbook:
    """The tables of the report, each under its caption; the same bytes for the same blocks."""
    import openpyxl

    out = Workbook()
    book = openpyxl.Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    tables = {grid.name: (caption, grid) for caption, grid in _tables(blocks)}
    results: list[dict[str, Decimal]] = []
    for name, numbers in SHEETS.items():
        filled = _Sheet(book.create_sheet(name), out)
        filled.title(title)
        for number in numbers:
            filled.table(*tables[number])
        results.append(filled.results)
    core = book.properties
    core.title, core.creator, core.lastModifiedBy, core.created = title, author, author, WHEN
    raw = io.BytesIO()
    book.save(raw)
    out.content = dated(raw.getvalue(), lambda part, content: _finished(part, content, results))
    return out


def _tables(blocks: Sequence[Block]) -> Iterator[tuple[Para, Grid]]:
    caption = None
    for block in blocks:
        if isinstance(block, Para) and block.style == "caption":
            caption = block
        elif isinstance(block, Grid) and caption:
            yield caption, block


def _finished(part: str, content: bytes, results: Sequence[dict[str, Decimal]]) -> bytes:
    """A part with the results of its formulas, which openpyxl leaves out, and without the time of day."""
    if part == "docProps/core.xml":
        return _MODIFIED.sub(rb"\g<1>" + f"{WHEN:%Y-%m-%dT%H:%M:%SZ}".encode(), content)
    if part.startswith("xl/worksheets/sheet"):
        values = results[int(part.removeprefix("xl/worksheets/sheet").removesuffix(".xml")) - 1]
        return _FORMULA.sub(lambda found: f"{found[1]}<v>{values[found[2]]}</v>", content.decode()).encode()
    return content


class _Sheet:
    """A sheet that is filled from the top down."""

    def __init__(self, sheet: Any, out: Workbook) -> None:
        self._sheet = sheet
        self._out = out
        self._row = 1
        self.results: dict[str, Decimal] = {}
        """Of its formulas, by cell."""

    def title(self, text: str) -> None:
        from openpyxl.styles import Font

        self._sheet.cell(1, 1, text).font = Font(name="Arial", size=12, bold=True)
        self._row = 3

    def table(self, caption: Para, grid: Grid) -> None:
        from openpyxl.styles import Font

        cell = self._sheet.cell(self._row, 1, caption.text)
        cell.font = Font(name="Arial", size=10, bold=True)
        if caption.name:
            self._out.captions[caption.name] = self._sheet.title, cell.coordinate
        top = self._row + 1
        self._cells(grid, top)
        self._merge(grid, top)
        for column, width in enumerate(grid.widths, start=1):
            letter = _letter(column - 1)
            known = self._sheet.column_dimensions[letter].width if letter in self._sheet.column_dimensions else 0
            self._sheet.column_dimensions[letter].width = max(known, round(width * 5.3, 1))
        if grid.name == "3.6":
            # A table over several pages: its header stays in sight, and is printed on each of them.
            self._sheet.freeze_panes = f"A{top + len(grid.header)}"
            self._sheet.print_title_rows = f"{top}:{top + len(grid.header) - 1}"
        self._row = top + len(grid.header) + len(grid.rows) + 2

    def _cells(self, grid: Grid, top: int) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        side = Side(style="thin")
        border, shade = Border(side, side, side, side), PatternFill("solid", fgColor="D9E2D0")
        for number, row in enumerate(grid.header):
            for column, text in enumerate(row):
                cell = self._sheet.cell(top + number, column + 1)
                if text and not (column and row[column - 1] == text):
                    cell.value = int(text) if text.isdigit() else text
                cell.font, cell.border, cell.fill = Font(name="Arial", size=10, bold=True), border, shade
                cell.alignment = Alignment("center", "center", wrap_text=True)
        first = top + len(grid.header)
        formulas = _formulas(grid, first)
        for number, row in enumerate(grid.rows):
            for column, text in enumerate(row):
                cell = self._sheet.cell(first + number, column + 1)
                self._out.cells[grid.name, number, column] = self._sheet.title, cell.coordinate
                figure = _figure(text) if column in grid.numeric or not column else None
                if (number, column) in formulas and figure is not None:
                    cell.value = "=" + formulas[number, column]
                    self.results[cell.coordinate] = figure
                elif figure is not None:
                    cell.value = figure
                elif text:
                    cell.value = text
                if figure is not None and column:
                    cell.number_format = "#,##0" + ("." + "0" * _places(figure) if _places(figure) else "")
                cell.font = Font(name="Arial", size=10, bold=_is_total(row))
                cell.border = border
                cell.alignment = Alignment("right" if column in grid.numeric else None, "top", wrap_text=True)

    def _merge(self, grid: Grid, top: int) -> None:
        """As in the Word document: header cells alike side by side or empty below another, and the rows of merged columns."""
        depth, width = len(grid.header), len(grid.header[0])
        for number, row in enumerate(grid.header):
            first = 0
            for column in range(1, width + 1):
                if column == width or row[column] != row[first]:
                    if row[first]:
                        self._merged(top + number, first, top + number, column - 1)
                    first = column
        for column in range(width):
            if depth > 1 and not grid.header[-1][column]:
                self._merged(top, column, top + depth - 1, column)
        for column in grid.merged:
            start = 0
            for number in range(1, len(grid.rows) + 1):
                if number == len(grid.rows) or grid.rows[number][grid.merged[-1]]:
                    self._merged(top + depth + start, column, top + depth + number - 1, column)
                    start = number

    def _merged(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right):
            self._sheet.merge_cells(f"{_letter(left)}{top}:{_letter(right)}{bottom}")


def _formulas(grid: Grid, first: int) -> dict[tuple[int, int], str]:
    """The formula of each body cell that follows from others; `first` is the row of the sheet that the body begins in."""
    found: dict[tuple[int, int], str] = {}

    def at(row: int, column: int) -> str:
        return f"{_letter(column)}{first + row}"

    for number, row in enumerate(grid.rows):
        for rule in _RULES.get(grid.name, ()):
            operands = [_figure(row[column]) for column in rule.operands]
            known = [operand for operand in operands if operand is not None]
            if len(known) == len(operands) and rule.compute(*known) == _figure(row[rule.column]):
                names = (at(number, column) for column in rule.operands)
                found.setdefault((number, rule.column), rule.template.format(*names))
        parts = _parts(grid, number)
        for column in grid.numeric:
            if parts and (formula := _sum(grid, number, column, parts, at)):
                found.setdefault((number, column), formula)
    if grid.name == "1.2":
        total = len(grid.rows) - 1
        for number, row in enumerate(grid.rows[:-1]):
            count, staff = _figure(row[2]), _figure(grid.rows[total][2])
            if count is not None and staff and percent(count, staff) == _figure(row[3]):
                found[number, 3] = f"ROUND({at(number, 2)}/{_letter(2)}${first + total}*100,2)"
    return found


def _sum(grid: Grid, number: int, column: int, parts: Sequence[int], at: Callable[[int, int], str]) -> str | None:
    """The formula of a total: a range, or its parts one by one, perhaps but for one; None where neither gives what it says."""
    stated = _figure(grid.rows[number][column])
    figures = [_figure(grid.rows[part][column]) or Decimal(0) for part in parts]
    if stated is None:
        return None
    if grid.rows[number][1].startswith("Rata-rata"):
        return f"ROUND(AVERAGE({at(parts[0], column)}:{at(parts[-1], column)}),2)" if mean(figures) == stated else None
    for kept in (list(parts), *([p for p in parts if p != left] for left in parts)):
        if stated == sum((figures[parts.index(part)] for part in kept), Decimal(0)):
            if kept[-1] - kept[0] == len(kept) - 1:
                return f"SUM({at(kept[0], column)}:{at(kept[-1], column)})"
            return "+".join(at(part, column) for part in kept)
    return None


def _parts(grid: Grid, number: int) -> list[int]:
    """The rows that a row sums: all others under "Jumlah"; of a program its kegiatan, of a kegiatan its sub kegiatan."""
    rows = grid.rows
    if grid.name != "3.6":
        return list(range(number)) if _is_total(rows[number]) or rows[number][1].startswith("Rata-rata") else []
    depths = [len(row[0].split(".")) for row in rows]
    if _is_total(rows[number]):
        return [n for n, row in enumerate(rows) if row[0] and depths[n] == min(depths[:-1])]
    inside = []
    for n in range(number + 1, len(rows)):
        if not rows[n][0].startswith(rows[number][0] + "."):
            break
        inside.append(n)
    return [n for n in inside if depths[n] == min(depths[i] for i in inside)]


def _is_total(row: Sequence[str]) -> bool:
    return "Jumlah" in row or "JUMLAH" in row


def _figure(text: str) -> Decimal | None:
    """A figure as written; None where it is none, or not well written."""
    if not _NUMBER.fullmatch(text):
        return None
    return Decimal(text.replace(".", "").replace(",", "."))


def _places(figure: Decimal) -> int:
    exponent = figure.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _letter(column: int) -> str:
    """Of a column below 26, from 0."""
    return chr(ord("A") + column)
