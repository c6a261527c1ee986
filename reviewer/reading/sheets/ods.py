"""OpenDocument sheets (.ods), read off their XML: the text that LibreOffice showed is stored beside each value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from reviewer.model.document import Cell, Document, Place, Span
from reviewer.reading.guard import Archive, damaged, too_much
from reviewer.reading.limits import LIMITS, Limits
from reviewer.reading.lines import BLANKS
from reviewer.reading.sheets import references
from reviewer.reading.sheets.document import document_of
from reviewer.reading.sheets.notices import Tally
from reviewer.reading.sheets.numbers import exact
from reviewer.reading.sheets.sheet import Range, Sheet
from reviewer.reading.sheets.xml import Element, attribute, children, integer, local, parse

_CONTENT = "content.xml"
_NUMBERS = frozenset({"float", "percentage", "currency"})
_REFERENCE = re.compile(r"\[([^\[\]]*)\]")
_HIDDEN = frozenset({"collapse", "filter"})
_GROUPS = frozenset({"table-row-group", "table-header-rows", "table-rows"})
_COLUMN_GROUPS = frozenset({"table-column-group", "table-header-columns", "table-columns"})
_FRAME = 256
"""Empty cells with rules, side by side or one below the other, that can belong to a table."""
_DRAWN = {"image": "pictures", "object": "charts"}


def read_archive(archive: Archive, limits: Limits = LIMITS) -> Document:
    """The document in an opened .ods; `path` and `sha256` are left empty. Raises `Unreadable`."""
    if _CONTENT not in archive:
        raise damaged("bagian utamanya tidak ada", "its main part is missing")
    root = parse(archive.read(_CONTENT))
    reader = _Reader(limits, _styles(root))
    body = next(root.iter("{*}spreadsheet"), None)
    sheets = [reader.sheet(table) for table in children(body) if local(table) == "table"]
    return document_of("ods", sheets, reader.tally, limits)


@dataclass(frozen=True, slots=True)
class _Style:
    hidden: bool = False
    ruled: bool = False


def _styles(root: Element) -> dict[str, _Style]:
    """Of the styles by name: whether a sheet is hidden, whether a cell has a rule at its left or right."""
    found = {}
    for style in root.iter("{*}style"):
        hidden = ruled = False
        for properties in children(style):
            hidden |= attribute(properties, "display") == "false"
            edges = (attribute(properties, name) for name in ("border", "border-left", "border-right"))
            ruled |= any(edge is not None and edge != "none" for edge in edges)
        found[attribute(style, "name") or ""] = _Style(hidden, ruled)
    return found


@dataclass(slots=True)
class _Reader:
    limits: Limits
    styles: dict[str, _Style]
    tally: Tally = field(default_factory=Counter)
    stored: int = 0
    characters: int = 0

    def sheet(self, table: Element) -> Sheet:
        name = attribute(table, "name") or ""
        sheet = Sheet(
            name,
            lambda row, column: Place(sheet=name, cell=references.name(row, column)),
            hidden=self._style(table).hidden,
        )
        first = 0
        for column in _flat(table, "table-column", _COLUMN_GROUPS):
            last = min(first + _repeated(column, "number-columns-repeated"), references.COLUMNS)
            if attribute(column, "visibility") in _HIDDEN:
                sheet.hidden_columns.append((first, last - 1))
            first = last
        row = 0
        for element in _flat(table, "table-row", _GROUPS):
            repeated = _repeated(element, "number-rows-repeated")
            row = self._row(sheet, element, row, repeated)
            if row >= references.ROWS:
                break
        for kind, counted in _DRAWN.items():
            self.tally[counted] += sum(1 for _ in table.iter(f"{{*}}{kind}"))
        return sheet

    def _row(self, sheet: Sheet, element: Element, row: int, repeated: int) -> int:
        """Read a row that stands `repeated` times from `row` on; the row after them."""
        cells = [cell for cell in children(element) if local(cell) in ("table-cell", "covered-table-cell")]
        hidden = attribute(element, "visibility") in _HIDDEN
        filled = any(len(cell) or repeated <= _FRAME and self._style(cell).ruled for cell in cells)
        for index in range(row, min(row + repeated, references.ROWS) if filled else row):
            if hidden:
                sheet.hidden_rows.add(index)
            column = 0
            for cell in cells:
                column = self._cell(sheet, cell, index, column)
        return row + repeated

    def _cell(self, sheet: Sheet, element: Element, row: int, column: int) -> int:
        after = min(column + _repeated(element, "number-columns-repeated"), references.COLUMNS)
        ruled = self._style(element).ruled
        self.tally["comments"] += sum(1 for part in children(element) if local(part) == "annotation")
        blank = not len(element)
        if blank and not ruled:
            return after
        text, value, formula = ("", None, None) if blank else self._content(element)
        for index in range(column, min(after, column + _FRAME) if blank else after):
            self._count(len(text))
            if ruled:
                sheet.ruled.setdefault(row, set()).add(index)
            if local(element) == "table-cell" and (text or formula):
                span = Span(0, sheet.at(row, index))
                sheet.put(row, index, Cell(text, (span,), formula=formula, value=value, hidden=sheet.hides(row, index)))
        high = _repeated(element, "number-rows-spanned")
        wide = _repeated(element, "number-columns-spanned")
        if high > 1 or wide > 1:
            sheet.merges.append(Range(row, column, row + high - 1, column + wide - 1))
        return after

    def _content(self, element: Element) -> tuple[str, Decimal | str | bool | None, str | None]:
        """The text shown, the value stored, and the formula."""
        text = "\n".join(_text(part) for part in children(element) if local(part) == "p").strip(BLANKS)
        kind = attribute(element, "value-type")
        value: Decimal | str | bool | None = None
        if kind in _NUMBERS:
            value = exact(attribute(element, "value") or "")
        elif kind == "boolean":
            value = attribute(element, "boolean-value") == "true"
        elif kind in ("date", "time"):
            value = attribute(element, f"{kind}-value")
        elif kind == "string":
            value = text
        formula = attribute(element, "formula")
        if formula is not None:
            formula = _formula(formula)
            if kind is None:
                self.tally["uncomputed"] += 1
        return text, value, formula

    def _style(self, element: Element) -> _Style:
        return self.styles.get(attribute(element, "style-name") or "", _PLAIN)

    def _count(self, characters: int) -> None:
        self.stored += 1
        self.characters += characters
        if self.stored > self.limits.cells:
            raise too_much("cells", f"{self.limits.cells}", "sel", "cells")
        if self.characters > self.limits.text:
            raise too_much("text", f"{self.limits.text // 1_000_000}", "juta huruf teks", "million characters of text")


_PLAIN = _Style()


def _flat(parent: Element, name: str, groups: frozenset[str]) -> Iterator[Element]:
    """The rows or columns of a sheet, also those in groups."""
    open_ = [children(parent)]
    while open_:
        element = next(open_[-1], None)
        if element is None:
            open_.pop()
        elif local(element) == name:
            yield element
        elif local(element) in groups:
            open_.append(children(element))


def _repeated(element: Element, name: str) -> int:
    return max(integer(attribute(element, name), 1), 1)


def _text(paragraph: Element) -> str:
    """The text of a paragraph; comments that hang in it are left out."""
    pieces = [paragraph.text or ""]
    for part in children(paragraph):
        kind = local(part)
        if kind == "s":
            pieces.append(" " * min(_repeated(part, "c"), 100))
        elif kind in ("tab", "line-break"):
            pieces.append("\t" if kind == "tab" else "\n")
        elif kind != "annotation":
            pieces.append(_text(part))
        pieces.append(part.tail or "")
    return "".join(pieces)


def _formula(text: str) -> str:
    """ "of:=SUM([.B2:.B5])" as Excel writes it: "=SUM(B2:B5)"."""
    formula = text[text.find("=") :] if "=" in text else f"={text}"
    return _REFERENCE.sub(lambda found: _reference(found[1]), formula)


def _reference(text: str) -> str:
    ends = [end.rpartition(".") for end in text.split(":")]
    sheet = ends[0][0].removeprefix("$")
    last = ends[-1][0].removeprefix("$")
    if last not in ("", sheet):
        sheet = f"{sheet}:{last}"
    area = ":".join(end[2] for end in ends)
    return f"{sheet}!{area}" if sheet else area
