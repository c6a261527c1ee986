"""The cells of .xls and .xlsb: their values as python-calamine reads them; formats and formulas of an .xls as `biff` does."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from reviewer.model.document import Cell, Document, Place, Span
from reviewer.reading.guard import damaged, too_much
from reviewer.reading.kinds import refusal
from reviewer.reading.limits import LIMITS, Limits
from reviewer.reading.lines import BLANKS
from reviewer.reading.sheets import dates, formats, references
from reviewer.reading.sheets.biff import Book, Traits, traits_of
from reviewer.reading.sheets.document import document_of
from reviewer.reading.sheets.notices import Tally
from reviewer.reading.sheets.numbers import exact
from reviewer.reading.sheets.sheet import Range, Sheet


def read(data: bytes, format: str, limits: Limits = LIMITS) -> Document:
    """The document in the bytes of an .xls or .xlsb; `path` and `sha256` are left empty. Raises `Unreadable`."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        traits = traits_of(data) if format == "xls" else None
        tally: Tally = Counter({"values only": 0 if traits else 1})
        sheets = list(_sheets(book, traits or Book(), tally, limits))
    except PasswordError as problem:
        raise refusal("locked") from problem
    except (CalamineError, OSError) as problem:
        raise damaged("buku kerja", "the workbook") from problem
    except BaseException as problem:
        # Rust's own breakdown over a damaged file; its class is not to be imported from anywhere.
        if type(problem).__name__ == "PanicException":
            raise damaged("buku kerja", "the workbook") from problem
        raise
    return document_of(format, sheets, tally, limits)


def _sheets(book: Any, traits: Book, tally: Tally, limits: Limits) -> Iterator[Sheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    stored = characters = 0
    for entry in book.sheets_metadata:
        if entry.typ != SheetTypeEnum.WorkSheet:
            continue
        source = book.get_sheet_by_name(entry.name)
        stored += source.height * source.width
        if stored > limits.cells:
            raise too_much("cells", f"{limits.cells}", "sel", "cells")
        hidden = entry.visible != SheetVisibleEnum.Visible
        sheet = _sheet(entry.name, source, traits, tally, hidden=hidden)
        characters += sum(len(cell.text) for row in sheet.cells.values() for cell in row.values())
        if characters > limits.text:
            raise too_much("text", f"{limits.text // 1_000_000}", "juta huruf teks", "million characters of text")
        yield sheet


def _sheet(name: str, source: Any, book: Book, tally: Tally, *, hidden: bool) -> Sheet:
    traits = book.sheets.get(name, Traits())
    sheet = Sheet(
        name,
        lambda row, column: Place(sheet=name, cell=references.name(row, column)),
        hidden=hidden,
        hidden_rows=traits.hidden_rows,
        hidden_columns=traits.hidden_columns,
    )
    for (top, left), (bottom, right) in source.merged_cell_ranges or ():
        sheet.merges.append(Range(top, left, bottom, right))
    for row, column in traits.styles:
        if book.style(traits, row, column).ruled:
            sheet.ruled.setdefault(row, set()).add(column)
    if source.start is None:
        return sheet
    top, left = source.start
    # Its rows begin with the first row of the sheet, or with the first that is filled.
    rows = source.to_python(skip_empty_area=True)
    for row, values in enumerate(rows, top):
        for column, stored in enumerate(values, left):
            code = book.style(traits, row, column).format
            text, value = _shown(traits.errors.get((row, column), stored), code)
            formula = traits.formulas.get((row, column))
            if formula is not None and not text and stored == "":
                value = None
                tally["uncomputed"] += 1
            numeric = isinstance(value, Decimal) or formula is not None and value is None
            if text or formula is not None:
                cell = Cell(
                    text,
                    (Span(0, sheet.at(row, column)),),
                    formula=formula,
                    value=value,
                    number_format=code if numeric and code != formats.GENERAL else None,
                    hidden=sheet.hides(row, column),
                )
                sheet.put(row, column, cell)
    return sheet


def _shown(stored: object, code: str) -> tuple[str, Decimal | str | bool | None]:
    """A value as its format shows it; without one, numbers in full and dates as day, month and year."""
    if isinstance(stored, bool):
        return ("TRUE" if stored else "FALSE"), stored
    if isinstance(stored, int | float):
        value = exact(repr(stored))
        return (formats.shown(value, code), value) if value is not None else ("", None)
    if isinstance(stored, datetime | date) and code != formats.GENERAL:
        serial = dates.serial_of(stored.isoformat())
        if serial is not None and (text := formats.shown(serial, code)):
            return text, serial
    if isinstance(stored, datetime):
        pattern = "%d/%m/%Y %H:%M" if stored.time() != time() else "%d/%m/%Y"
        return stored.strftime(pattern), stored.isoformat()
    if isinstance(stored, date):
        return stored.strftime("%d/%m/%Y"), stored.isoformat()
    if isinstance(stored, time):
        return stored.strftime("%H:%M"), stored.isoformat()
    if isinstance(stored, timedelta):
        minutes = round(stored.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}", str(stored)
    text = str(stored)
    return formats.shown_text(text, code).strip(BLANKS), text
