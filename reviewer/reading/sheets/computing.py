"""Formulas whose result a file does not store (workbooks written by programs): plain arithmetic is done here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reviewer.model.document import Cell
from reviewer.model.formula import parse
from reviewer.model.workbook import Workbook
from reviewer.reading.sheets import formats
from reviewer.reading.sheets.notices import Tally
from reviewer.reading.sheets.numbers import exact
from reviewer.reading.sheets.sheet import Sheet

_MOST = 20_000
"""Formulas without a result, beyond which none is computed: reading has its limit of seconds."""
_ROUNDS = 20
"""Times that the formulas left are tried again: one may need the result of another further on."""


def compute(sheets: Sequence[Sheet], tally: Tally) -> None:
    """Fill in what arithmetic over the other cells tells for certain, and count it."""
    if not 0 < tally["uncomputed"] <= _MOST:
        return
    book = Workbook()
    open_: list[tuple[Sheet, int, int, Cell]] = []
    for sheet in sheets:
        for row, cells in sorted(sheet.cells.items()):
            for column, cell in sorted(cells.items()):
                book.put(cell)
                if cell.formula is not None and cell.value is None:
                    open_.append((sheet, row, column, cell))
    for _ in range(_ROUNDS):
        left = []
        for sheet, row, column, cell in open_:
            value = _value(book, sheet, row, column, cell)
            if value is None:
                left.append((sheet, row, column, cell))
                continue
            done = replace(cell, text=formats.shown(value, cell.number_format or formats.GENERAL), value=value)
            book.put(done)
            sheet.put(row, column, done)
        stuck = len(left) in (0, len(open_))
        # A total first, then its parts: read upwards, one needs the other but once.
        open_ = left[::-1]
        if stuck:
            break
    tally["computed"] = tally["uncomputed"] - len(open_)
    tally["uncomputed"] = len(open_)


def _value(book: Workbook, sheet: Sheet, row: int, column: int, cell: Cell) -> Decimal | None:
    """With as many digits as a spreadsheet keeps."""
    found = book.result(parse(cell.formula or "", row, column), sheet.name)
    return exact(f"{found.value:.15g}") if found is not None else None
