"""What kind of thing a cell's text is by its looks alone: a row number, an amount, a percentage, words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from reviewer.model.document import Cell


class Shape(StrEnum):
    BLANK = "blank"
    DASH = "dash"
    """Nothing: "-", "nihil", "0", "0,00"."""
    COUNT = "count"
    """A bare number of up to three digits, with or without a closing mark: a row number or a small count."""
    CODE = "code"
    """"1.1.", "3.01.01"."""
    AMOUNT = "amount"
    RATE = "rate"
    """A percentage, or a number with decimals."""
    QUANTITY = "quantity"
    """A number with its unit: "12 orang"."""
    WORDS = "words"


_DASH = re.compile(r"[-–—−]+|nihil|0+(?:[.,]0+)*\s*%?", re.IGNORECASE)
_COUNT = re.compile(r"[1-9]?\d{0,2}[.)]?(?<=[\d.)])")
_CODE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,6}\.?")
_RATE = re.compile(r"[-(]?\d{1,3}(?:[.,]{1,2}\d{1,4})?\)?\s*%|[-(]?\d{1,3}[.,]{1,2}\d{1,2}\)?")
_AMOUNT = re.compile(r"(?:Rp\.?|IDR)?\s*[-(]?\s*\d[\d.,\s]*(?:,-|,--|\.-)?\)?", re.IGNORECASE)
_QUANTITY = re.compile(r"\d(?:[\d.,]*\d)? ?[A-Za-z]+\.?(?: [A-Za-z]+)?")
_LONGEST_NUMBER = 40

NUMERIC = frozenset((Shape.DASH, Shape.COUNT, Shape.CODE, Shape.AMOUNT, Shape.RATE))
FIGURES = NUMERIC | {Shape.QUANTITY}


def shape_of(text: str) -> Shape:
    """The shape of a cell's text."""
    if not text:
        return Shape.BLANK
    if len(text) > _LONGEST_NUMBER:
        return Shape.WORDS
    for shape, pattern in _PATTERNS:
        if pattern.fullmatch(text):
            return shape
    return Shape.WORDS


_PATTERNS = (
    (Shape.DASH, _DASH),
    (Shape.COUNT, _COUNT),
    (Shape.RATE, _RATE),
    (Shape.CODE, _CODE),
    (Shape.AMOUNT, _AMOUNT),
    (Shape.QUANTITY, _QUANTITY),
)


def is_figure(text: str) -> bool:
    """True for a number or a dash that no header would hold; a year alone may head a column."""
    year = len(text) == 4 and text.isdecimal() and text[:2] in ("19", "20")
    return not year and shape_of(text) in NUMERIC


def shapes_of(row: Sequence[Cell]) -> list[Shape]:
    return [shape_of(cell.text) for cell in row]


_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})\)?(?:\s*=.{1,20})?")


def numbers_columns(row: Sequence[Cell]) -> bool:
    """True for the row "1 2 3 4" (also "(1) (2) (3)", "1 2 3=2/1") that numbers the columns; one slip is forgiven."""
    found = [_COLUMN_NUMBER.fullmatch(cell.text) for cell in row if cell.text]
    values = [int(m[1]) for m in found if m]
    if len(values) < 3 or len(values) < len(found) or values[0] > 1:
        return False
    return sum(1 for a, b in zip(values, values[1:], strict=False) if b != a + 1) <= 1


_COLUMN_OF_NUMBERS = re.compile(r"(?:no|nomor|nomer|no\.?\s*urut|kode(?:\s+rekening)?|kp)\.?", re.IGNORECASE)


def opens_header(row: Sequence[Cell]) -> bool:
    """True where a row's first text names a column of row numbers or codes ("No.", "Kode Rekening")."""
    first = next((cell.text for cell in row if cell.text), "")
    return bool(_COLUMN_OF_NUMBERS.fullmatch(first))
