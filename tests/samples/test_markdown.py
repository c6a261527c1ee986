"""The report as a converter writes it in Markdown, with its tables in each of three forms: the same tables and findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from reviewer.model import Document, Paragraph, Table
from reviewer.reading.text import read
from reviewer.run import examine_document
from tests.samples.test_formats import NAMES, examined, grid, shown

Lines = list[list[list[str]]]
"""The lines of every cell by row and column."""


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|~^$" else c for c in text)


def _pipes(rows: Lines) -> list[str]:
    written = [f"| {' | '.join('<br>'.join(cell) for cell in row)} |" for row in rows]
    return [written[0], "|" + "---|" * len(rows[0]), *written[1:]]


def _drawn(rows: Lines) -> list[str]:
    widths = _widths(rows)
    rule = "+" + "+".join("-" * width for width in widths) + "+"
    lines = [rule]
    for number, row in enumerate(rows):
        lines += [f"|{'|'.join(parts)}|" for parts in _padded(row, widths)]
        lines.append(rule if number else rule.replace("-", "="))
    return lines


def _underlined(rows: Lines) -> list[str]:
    widths = _widths(rows)
    frame = "-" * (sum(widths) + len(widths) - 1)
    lines = [frame]
    for number, row in enumerate(rows):
        lines += [" ".join(parts).rstrip() for parts in _padded(row, widths)]
        lines.append("" if number else " ".join("-" * width for width in widths))
    return [*lines[:-1], frame]


def _widths(rows: Lines) -> list[int]:
    return [max(len(line) for row in rows for line in row[c]) + 2 for c in range(len(rows[0]))]


def _padded(row: Sequence[list[str]], widths: Sequence[int]) -> list[list[str]]:
    height = max(len(cell) for cell in row)
    filled = [[*cell, *[""] * (height - len(cell))] for cell in row]
    return [[f" {cell[i]}".ljust(width) for cell, width in zip(filled, widths, strict=True)] for i in range(height)]


def _markdown(document: Document, form: Callable[[Lines], list[str]]) -> str:
    parts = []
    for block in document.blocks:
        if isinstance(block, Table):
            parts.append("\n".join(form([[_escaped(cell.text).split("\n") for cell in row] for row in block.rows])))
        elif isinstance(block, Paragraph) and block.role == "body":
            mark = "#" * block.level + " " if block.level else ""
            text = " ".join(block.shown.split()) if block.level else block.shown
            parts.append(mark + _escaped(text).replace("\n", "<br>"))
    return "\n\n".join(parts)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", [_pipes, _drawn, _underlined])
def test_the_same_tables_and_findings(name: str, form: Callable[[Lines], list[str]]) -> None:
    word = examined(name, "docx")
    text = _markdown(word.report.document, form)
    other = examine_document(read(text.encode(), "laporan.md", "md"))
    assert [grid(table) for table in other.report.tables] == [grid(table) for table in word.report.tables]
    assert Counter(map(shown, other.findings)) == Counter(map(shown, word.findings))
    assert Counter(other.ledger.statuses.values()) == Counter(word.ledger.statuses.values())
