"""The row or sentence a finding stands in, with the wrong part apart, for faces to mark."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.model import Paragraph, Report, Spot, Table
from reviewer.reviewing.plain import plain

AROUND = 160
"""Characters shown before and after the place in a paragraph that holds no sentence there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of an excerpt."""

    text: str
    marked: bool = False
    """True for the characters that the finding is about."""


@dataclass(frozen=True, slots=True)
class ExcerptCell:
    """A cell of the row, under the title of its column; a sentence is one cell without title."""

    title: str
    pieces: tuple[Piece, ...]
    col: int = -1
    """Grid column from 0; -1 in a sentence."""

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def marked(self) -> bool:
        return any(piece.marked for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A row of a table or a sentence; empty cells are left out. Without cells where the draft has no text there."""

    cells: tuple[ExcerptCell, ...] = ()
    in_table: bool = False


def excerpt(report: Report, spot: Spot) -> Excerpt:
    """The row or sentence at a spot. Text as in the draft: the face escapes it."""
    blocks = report.document.blocks
    block = blocks[spot.block] if 0 <= spot.block < len(blocks) else None
    if isinstance(block, Table):
        return _row(report, block, spot)
    if isinstance(block, Paragraph):
        return _sentence(report, block, spot)
    return Excerpt()


def _row(report: Report, table: Table, spot: Spot) -> Excerpt:
    if not 0 <= spot.row < len(table.rows):
        return Excerpt(in_table=True)
    typed = report.table_at(spot.block)
    titles = {column.index: column.title for column in typed.columns} if typed else {}
    cells = []
    for col, cell in enumerate(table.rows[spot.row]):
        here = col == spot.col
        if cell.text.strip() or (here and cell.covered_by is None):
            pieces = _pieces(cell.text, spot.start, spot.end) if here else (Piece(cell.text),)
            cells.append(ExcerptCell(titles.get(col, ""), pieces, col))
    return Excerpt(tuple(cells), in_table=True)


def _sentence(report: Report, paragraph: Paragraph, spot: Spot) -> Excerpt:
    start, end = max(spot.start - AROUND, 0), min(max(spot.end, spot.start) + AROUND, len(paragraph.text))
    for sentence in report.sentences:
        at = sentence.spot
        if at.block == spot.block and not at.in_table and at.start <= spot.start and spot.end <= at.end:
            start, end = at.start, at.end
            break
    text = paragraph.text[start:end]
    return Excerpt((ExcerptCell("", _pieces(text, spot.start - start, spot.end - start)),))


def _pieces(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """The text with characters `start` to `end` marked; all of it where they name none."""
    if end <= start:
        return (Piece(text, marked=True),)
    parts = (Piece(text[:start]), Piece(text[start:end], marked=True), Piece(text[end:]))
    return tuple(part for part in parts if part.text)


def excerpt_text(found: Excerpt, width: int = 5) -> str:
    """An excerpt as one line: "Uraian: Jumlah | Pagu: »1.556.506.595« | …"; of a wide row the label and what is near the mark."""
    marked = next((i for i, cell in enumerate(found.cells) if cell.marked), 0)
    shown = []
    for i, cell in enumerate(found.cells):
        if i < 2 or abs(i - marked) <= width // 2:
            shown.append(_cell_text(cell, found.in_table))
        elif shown[-1] != "…":
            shown.append("…")
    return " | ".join(shown)


def _cell_text(cell: ExcerptCell, in_table: bool) -> str:
    limit = 120 if in_table and not cell.marked else 0
    text = plain("".join(f"»{piece.text.strip()}«" if piece.marked else piece.text for piece in cell.pieces), limit)
    title = plain(cell.title, 60)
    return f"{title}: {text}" if title else text
