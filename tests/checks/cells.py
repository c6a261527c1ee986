"""A small sheet as text: tabs between cells, one row a line, a formula with the result it stores: "=SUM(B2:B3) → 300"."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from reviewer.model import Document
from tests.reading_sheets.book import book, number, read, sheet, words

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def workbook(*sheets: str, names: tuple[str, ...] = (), styles: str = "") -> Document:
    """The document of a workbook with these sheets, in the file format itself and read as any other."""
    return read(book(*(sheet(rows(text)) for text in sheets), names=names, styles=styles))


def rows(text: str) -> str:
    found = []
    for r, line in enumerate(text.rstrip("\n").split("\n"), 1):
        cells = (_cell(f"{chr(65 + c)}{r}", part.strip()) for c, part in enumerate(line.split("\t")))
        found.append(f'<row r="{r}">{"".join(cells)}</row>')
    return "".join(found)


def _cell(name: str, text: str) -> str:
    if not text:
        return ""
    formula, _, stored = text.partition(" → ")
    if not formula.startswith("="):
        return number(name, text) if _NUMBER.fullmatch(text) else words(name, escape(text))
    formula = escape(formula[1:])
    if not stored:
        return f'<c r="{name}"><f>{formula}</f></c>'
    if stored.startswith("#"):
        return f'<c r="{name}" t="e"><f>{formula}</f><v>{stored}</v></c>'
    return number(name, stored, formula=formula)
