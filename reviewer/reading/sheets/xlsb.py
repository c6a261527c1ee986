"""Binary workbooks (.xlsb): how large their sheets are, told before they are opened.

The library that reads them lays every sheet out from its first to its last filled cell; one cell in the last corner of a
sheet would take all memory. Records: MS-XLSB 2.1.4.
"""

from __future__ import annotations

from reviewer.reading.guard import Archive, damaged, too_much
from reviewer.reading.limits import LIMITS, Limits

_ROW = 0
_CELLS = range(2, 12)
"""Records of filled cells: numbers, errors, texts, formulas."""


def check(archive: Archive, limits: Limits = LIMITS) -> None:
    """Raises `Unreadable` where the sheets of a workbook take more positions than the limits allow."""
    positions = 0
    for name in archive.names:
        if name.startswith("xl/worksheets/") and name.endswith(".bin"):
            positions += _extent(archive.read(name))
            if positions > limits.cells:
                raise too_much("cells", f"{limits.cells}", "sel", "cells")


def _extent(data: bytes) -> int:
    """Rows times columns between the outermost filled cells of a sheet."""
    row = at = 0
    rows: list[int] = []
    left, right = 1 << 32, -1
    while at < len(data):
        kind, at = _number(data, at, 2)
        size, at = _number(data, at, 4)
        if at + size > len(data):
            raise damaged("lembar biner terpotong", "a binary sheet cut off")
        if kind == _ROW:
            row = int.from_bytes(data[at : at + 4], "little")
        elif kind in _CELLS:
            column = int.from_bytes(data[at : at + 4], "little")
            left, right = min(left, column), max(right, column)
            rows = [min(rows[0], row), max(rows[1], row)] if rows else [row, row]
        at += size
    return (rows[1] - rows[0] + 1) * (right - left + 1) if rows else 0


def _number(data: bytes, at: int, longest: int) -> tuple[int, int]:
    """A number of up to `longest` bytes of seven bits, and where it ends."""
    number = 0
    for index in range(longest):
        if at >= len(data):
            raise damaged("lembar biner terpotong", "a binary sheet cut off")
        byte = data[at]
        at += 1
        number |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            break
    return number, at
