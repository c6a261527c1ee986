"""Cells by the names spreadsheets give them: "B12", "A1:D8", "$4:$6"."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewer.reading.sheets.sheet import Range

ROWS = 1_048_576
COLUMNS = 16_384

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_ROWS = re.compile(r"\$?(\d{1,7}):\$?(\d{1,7})")


def position(name: str) -> tuple[int, int] | None:
    """Row and column (from 0) of "B12"; None where there is no such cell."""
    found = _CELL.fullmatch(name)
    if found is None:
        return None
    row, column = int(found[2]), _column(found[1].upper())
    return (row - 1, column) if 0 < row <= ROWS and column < COLUMNS else None


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


@lru_cache(maxsize=1024)
def letters(column: int) -> str:
    """The letters of a column (from 0): 0 is "A", 27 is "AB"."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def name(row: int, column: int) -> str:
    return f"{letters(column)}{row + 1}"


def area(text: str) -> Range | None:
    """ "A1:D8" (or "A1") with its ends in order; None where it is no area."""
    first, _, last = text.partition(":")
    a, b = position(first), position(last or first)
    if a is None or b is None:
        return None
    return Range(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def row_span(text: str) -> tuple[int, int] | None:
    """First and last row (from 0) of "$4:$6"."""
    found = _ROWS.fullmatch(text)
    if found is None:
        return None
    first, last = sorted((int(found[1]), int(found[2])))
    return (first - 1, last - 1) if first else None
