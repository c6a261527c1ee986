"""Physical lines, and pieces of text that remember where they stood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reviewer.model.document import Cell, Place, Span

BLANKS = " \t\n\r\f\v\x00\x1c\x1d\x1e\x1f\x85\xa0\xad\u1680\u180e\u2028\u2029\u202f\u205f\u2060\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x2010))
)
"""Characters that print nothing: blanks of every width, soft hyphens, zero-width marks, form feeds."""

_BREAK = re.compile(r"\r\n|\r|\n")


class Line(NamedTuple):
    """A line of the file without its line break. `page` counts form feeds from 1, None where the file has none."""

    number: int
    text: str
    page: int | None

    @property
    def blank(self) -> bool:
        return not self.text.strip(BLANKS)


class Piece(NamedTuple):
    """Characters that stand side by side on one line; `glue` goes before them where they are not the first."""

    text: str
    line: int
    column: int
    page: int | None
    glue: str = "\n"


def lines_of(text: str) -> list[Line]:
    """The lines of a text. Only LF, CR and CR LF end a line, as editors count."""
    parts = _BREAK.split(text) if "\r" in text else text.split("\n")
    if "\f" not in text:
        return [Line(number, part, None) for number, part in enumerate(parts, 1)]
    lines = []
    page = 1
    for number, part in enumerate(parts, 1):
        # A form feed opens the page of what follows it on its line.
        lead = part[: len(part) - len(part.lstrip(BLANKS))]
        lines.append(Line(number, part, page + lead.count("\f")))
        page += part.count("\f")
    return lines


def piece_of(line: Line, start: int = 0, end: int | None = None, glue: str = "\n") -> Piece:
    """Characters `start` to `end` of a line without the blanks around them; what is blank keeps its first column."""
    raw = line.text[start:end]
    left = raw.lstrip(BLANKS)
    shift = len(raw) - len(left) if left else 0
    return Piece(left.rstrip(BLANKS), line.number, start + shift + 1, line.page, glue)


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Span, ...]]:
    """One text of several pieces, and where each of them stands."""
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    for piece in pieces:
        if not piece.text:
            continue
        if spans:
            parts.append(piece.glue)
            length += len(piece.glue)
        spans.append(Span(length, Place(line=piece.line, column=piece.column, page=piece.page)))
        parts.append(piece.text)
        length += len(piece.text)
    return "".join(parts), tuple(spans)


def cell_of(pieces: Sequence[Piece]) -> Cell:
    """A cell of these pieces; a blank cell stands where the first of them does."""
    text, spans = assemble(pieces)
    return Cell(text, spans) if spans else blank_at(pieces[0])


def blank_at(piece: Piece) -> Cell:
    """An empty cell at a piece's place."""
    return Cell("", (Span(0, Place(line=piece.line, column=piece.column, page=piece.page)),))
