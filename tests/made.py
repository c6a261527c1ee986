"""Pieces of drafts made by hand: paragraphs, tables, and tables understood, each cell and sentence at a place of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewer.model import Cell, Column, Paragraph, Place, Role, Row, RowKind, Span, Table, TypedTable

WIDTH = 20
"""Characters from the beginning of one cell to the next."""


def spans(line: int, column: int = 1) -> tuple[Span, ...]:
    return (Span(0, Place(line=line, end_line=line, column=column)),)


def paragraph(text: str, line: int, level: int | None = None) -> Paragraph:
    return Paragraph(text, spans(line), level)


def table(rows: Iterable[Iterable[str]], line: int, header_rows: int | None = None) -> Table:
    """A table whose rows stand on the lines from `line` on."""
    grid = tuple(
        tuple(Cell(text, spans(line + r, 1 + WIDTH * c)) for c, text in enumerate(row)) for r, row in enumerate(rows)
    )
    return Table(grid, Place(line=line), header_rows=header_rows)


def typed(
    block: int,
    made: Table,
    roles: Sequence[Role],
    *,
    number: str,
    caption: str = "",
    heading: tuple[str, ...] = (),
    rows: tuple[Row, ...] = (),
    ordinal: int = 0,
) -> TypedTable:
    """A table understood: its first row is the header."""
    header = made.rows[0] if made.rows else ()
    columns = tuple(Column(c, (cell.text,), roles[c]) for c, cell in enumerate(header))
    return TypedTable(block, made, number, caption, heading, 1, columns, rows, (), ordinal=ordinal)


def row(made: Table, index: int, kind: RowKind = RowKind.PART) -> Row:
    """A row of the body whose label is its first cell, without figures."""
    return Row(index, index, made.rows[index][0].text, "", kind, 0, None, ())
