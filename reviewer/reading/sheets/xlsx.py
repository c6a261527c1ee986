"""The sheets of an .xlsx, read off their XML once: exact figures, formulas, what is hidden, what is merged.

The XML is read as it stands (numbers as they are written there, positions as they come), so that no figure passes
through a float and no sheet costs more than the cells it really holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from reviewer.model.document import Cell, Document, Place, Span
from reviewer.reading.guard import Archive, too_much
from reviewer.reading.limits import LIMITS, Limits
from reviewer.reading.lines import BLANKS
from reviewer.reading.sheets import dates, formats, references
from reviewer.reading.sheets.document import document_of
from reviewer.reading.sheets.formulas import Shared
from reviewer.reading.sheets.margins import margin_texts
from reviewer.reading.sheets.notices import Tally
from reviewer.reading.sheets.numbers import exact
from reviewer.reading.sheets.sheet import Sheet
from reviewer.reading.sheets.styles import Style
from reviewer.reading.sheets.workbook import Entry, Workbook, text_of, unescaped
from reviewer.reading.sheets.xml import Element, children, integer, local, switched, walk

_PLAIN = Style()
_PICTURES = {"pic": "pictures", "graphicFrame": "charts"}
_MARGINS: dict[str, Literal["header", "footer"]] = {
    f"{page}{kind.title()}": kind for page in ("odd", "first", "even") for kind in ("header", "footer")
}


def read_archive(archive: Archive, limits: Limits = LIMITS) -> Document:
    """The document in an opened .xlsx; `path` and `sha256` are left empty. Raises `Unreadable`."""
    reader = _Reader(Workbook(archive, limits), limits)
    return document_of("xlsx", list(reader.sheets()), reader.tally, limits)


@dataclass(slots=True)
class _Reader:
    """Reads the sheets of a workbook, counting what a reviewer must be told and what the limits bound."""

    workbook: Workbook
    limits: Limits
    tally: Tally = field(default_factory=Counter)
    stored: int = 0
    characters: int = 0

    def sheets(self) -> Iterator[Sheet]:
        self.tally["chart sheets"] = self.workbook.chart_sheets
        for entry in self.workbook.sheets:
            sheet = self._sheet(entry)
            self._drawings(sheet, entry)
            yield sheet

    def _sheet(self, entry: Entry) -> Sheet:
        name = entry.name
        sheet = Sheet(
            name,
            lambda row, column: Place(sheet=name, cell=references.name(row, column)),
            print_header=entry.print_header,
            hidden=entry.hidden,
        )
        shared = Shared()
        row = -1
        for element in walk(self.workbook.read(entry.part), "row", "col", "mergeCell", *_MARGINS):
            kind = local(element)
            if kind == "row":
                row = self._row(sheet, element, row + 1, shared)
            elif kind == "mergeCell":
                self._count(1)
                area = references.area(element.get("ref") or "")
                if area is not None and area[:2] != area[2:]:
                    sheet.merges.append(area)
            elif kind in _MARGINS:
                sheet.margins += ((text, _MARGINS[kind]) for text in margin_texts(element.text or ""))
            elif switched(element, "hidden"):
                first, last = integer(element.get("min"), 1) - 1, integer(element.get("max"), 1) - 1
                sheet.hidden_columns.append((first, last))
        return sheet

    def _row(self, sheet: Sheet, element: Element, expected: int, shared: Shared) -> int:
        """Read a row; both rows and cells may leave out where they stand: then they follow the one before."""
        row = integer(element.get("r"), expected + 1) - 1
        if not 0 <= row < references.ROWS:
            return expected
        if switched(element, "hidden"):
            sheet.hidden_rows.add(row)
        column = -1
        # Names are taken apart here by hand: a workbook may have hundreds of thousands of cells.
        space = str(element.tag)[: -len("row")]
        for stored in element:
            if stored.tag != f"{space}c":
                continue
            self._count(1)
            at = references.position(stored.get("r") or "")
            column = at[1] if at else column + 1
            if column >= references.COLUMNS:
                break
            style = self._style(stored)
            if style.ruled:
                sheet.ruled.setdefault(row, set()).add(column)
            parts = {str(part.tag)[len(space) :]: part for part in stored}
            cell = self._cell(sheet, stored.get("t") or "n", parts, row, column, style, shared) if parts else None
            if cell is not None:
                sheet.put(row, column, cell)
        return row

    def _cell(
        self, sheet: Sheet, kind: str, parts: dict[str, Element], row: int, column: int, style: Style, shared: Shared
    ) -> Cell | None:
        """A position that holds a text, a number or a formula, None for a blank one."""
        formula = shared.formula(parts["f"], row, column) if "f" in parts else None
        text, value = self._content(kind, parts, style)
        text = text.strip(BLANKS)
        if not text and formula is None and not isinstance(value, Decimal):
            return None
        if formula is not None and value is None:
            self.tally["uncomputed"] += 1
        self._count_characters(len(text) + len(formula or ""))
        numeric = isinstance(value, Decimal) or formula is not None and value is None
        return Cell(
            text,
            (Span(0, sheet.at(row, column)),),
            formula=formula,
            value=value,
            number_format=style.format if numeric and style.format != formats.GENERAL else None,
            hidden=sheet.hides(row, column),
        )

    def _content(self, kind: str, parts: dict[str, Element], style: Style) -> tuple[str, Decimal | str | bool | None]:
        """The text shown and the value stored."""
        if kind == "inlineStr":
            text = text_of(parts["is"]) if "is" in parts else ""
            return formats.shown_text(text, style.format), text
        raw = (parts["v"].text or "") if "v" in parts else None
        if raw is None or kind == "n" and not raw.strip():
            return "", None
        if kind == "s":
            texts = self.workbook.texts
            index = integer(raw, -1)
            text = texts[index] if 0 <= index < len(texts) else ""
            return formats.shown_text(text, style.format), text
        if kind == "b":
            return ("TRUE", True) if raw.strip() == "1" else ("FALSE", False)
        if kind in ("str", "e"):
            text = unescaped(raw)
            return text, text
        since_1904 = self.workbook.since_1904
        value = dates.serial_of(raw, since_1904) if kind == "d" else exact(raw)
        if value is None:
            return raw, raw
        return formats.shown(value, style.format, since_1904=since_1904), value

    def _style(self, cell: Element) -> Style:
        styles = self.workbook.styles
        index = integer(cell.get("s"))
        return styles[index] if index < len(styles) else _PLAIN

    def _drawings(self, sheet: Sheet, entry: Entry) -> None:
        """Read the text boxes that lie on a sheet, and count its pictures, charts and comments, which are not read."""
        for comments in self.workbook.related(entry.part, "comments"):
            self.tally["comments"] += sum(1 for _ in comments.iter("{*}comment"))
        for drawing in self.workbook.related(entry.part, "drawing"):
            for element in drawing.iter("{*}pic", "{*}graphicFrame"):
                self.tally[_PICTURES[local(element)]] += 1
            for anchor in children(drawing):
                text = "\n".join(map(_paragraph, anchor.iter("{*}p"))).strip(BLANKS)
                if text:
                    self._count_characters(len(text))
                    row, column = _corner(anchor)
                    sheet.boxes.append((text, sheet.at(row, column)))

    def _count(self, more: int) -> None:
        self.stored += more
        if self.stored > self.limits.cells:
            raise too_much("cells", f"{self.limits.cells}", "sel", "cells")

    def _count_characters(self, more: int) -> None:
        self.characters += more
        if self.characters > self.limits.text:
            raise too_much("text", f"{self.limits.text // 1_000_000}", "juta huruf teks", "million characters of text")


def _paragraph(element: Element) -> str:
    """The text of a paragraph of a drawing."""
    return "".join("\n" if local(part) == "br" else part.text or "" for part in element.iter("{*}t", "{*}br"))


def _corner(anchor: Element) -> tuple[int, int]:
    """The row and column of the cell that a drawing is tied to; the first where it is tied to none."""
    start = next((part for part in children(anchor) if local(part) == "from"), None)
    found = {local(part): integer(part.text) for part in children(start)}
    return min(found.get("row", 0), references.ROWS - 1), min(found.get("col", 0), references.COLUMNS - 1)
