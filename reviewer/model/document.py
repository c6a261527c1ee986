"""The draft as it was read: blocks of text and tables, each character with its place.

A reader fills these nouns and nothing else; what the words mean is found later.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from reviewer.model.words import Words


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of a draft stands. What a format has not is None. Lines, columns and pages count from 1."""

    line: int | None = None
    end_line: int | None = None
    column: int | None = None
    page: int | None = None
    page_label: str | None = None
    rough: bool = False
    """The page is where the program that saved the draft had laid it out; another may show it a page off."""
    sheet: str | None = None
    cell: str | None = None
    box: tuple[float, float, float, float] | None = None
    """Left, top, right, bottom in points on the page as it is shown."""


@dataclass(frozen=True, slots=True)
class Span:
    """From offset `start` of its text on, the characters stand one after another from `place` on."""

    start: int
    place: Place


def place_in(spans: tuple[Span, ...], start: int, end: int | None = None) -> Place:
    """The place of characters `start` to `end` (exclusive) of a text with these spans."""
    if not spans:
        return Place()
    first = _span_at(spans, start)
    last = _span_at(spans, end - 1) if end is not None and end > start else first
    column = first.place.column
    if column is not None and first.place.line is not None:
        column += max(start - first.start, 0)
    end_line = last.place.end_line if last is first else last.place.line
    if last is first and len(spans) > 1:
        end_line = first.place.line
    return replace(first.place, column=column, end_line=end_line or first.place.line)


def _span_at(spans: tuple[Span, ...], offset: int) -> Span:
    found = spans[0]
    for span in spans:
        if span.start > offset:
            break
        found = span
    return found


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading or list item. `text` holds no line break unless the author set one."""

    text: str
    spans: tuple[Span, ...] = ()
    level: int | None = None
    """Heading level (1 is highest) where the format itself says so."""
    number: str = ""
    """A number that the format shows but does not store in the text ("BAB I", "1.1", "a)")."""
    role: Literal["body", "header", "footer", "footnote", "textbox"] = "body"
    list_level: int | None = None
    """Depth of a list item (0 is outermost) where the format itself says so."""

    @property
    def place(self) -> Place:
        return place_in(self.spans, 0, len(self.text))

    @property
    def shown(self) -> str:
        """The text as a reader of the draft sees it, with its automatic number."""
        return f"{self.number} {self.text}".strip() if self.number else self.text


@dataclass(frozen=True, slots=True)
class Cell:
    """One position of a table's grid."""

    text: str = ""
    spans: tuple[Span, ...] = ()
    rowspan: int = 1
    colspan: int = 1
    covered_by: tuple[int, int] | None = None
    """Row and column (from 0) of the merged cell that covers this position; its own text is then empty."""
    formula: str | None = None
    value: Decimal | str | bool | None = None
    """The stored value where the format keeps one apart from the text shown (spreadsheets)."""
    number_format: str | None = None
    hidden: bool = False

    @property
    def place(self) -> Place:
        return place_in(self.spans, 0, len(self.text))


@dataclass(frozen=True, slots=True)
class Table:
    """A rectangular grid: every row has the same number of cells."""

    rows: tuple[tuple[Cell, ...], ...]
    place: Place = field(default_factory=Place)
    header_rows: int | None = None
    """Leading header rows where the format marks them (Markdown, HTML, Word's repeated header); None where it does not."""
    joined_at: tuple[int, ...] = ()
    """Rows (from 0) at which a further piece of the table, cut by a page end or blank lines, was joined."""
    inside: tuple[int, int, int] | None = None
    """Block index, row and column of the cell that this table is nested in."""
    hidden: bool = False

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    def cells(self) -> Iterator[tuple[int, int, Cell]]:
        for r, row in enumerate(self.rows):
            for c, cell in enumerate(row):
                yield r, c, cell


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class DataNode:
    """A node of structured report data (YAML, JSON) that knows where it stands."""

    value: str | int | Decimal | bool | None | tuple[tuple[str, DataNode], ...] | tuple[DataNode, ...]
    kind: Literal["scalar", "list", "map"]
    place: Place
    text: str = ""
    """A scalar as written."""
    key_place: Place | None = None
    """Where its key stands, for a value of a map."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must tell: a page it could not read, pieces it joined, an encoding it guessed."""

    message: Words
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class Document:
    """A draft as read."""

    path: str
    format: str
    """Short name: "txt", "md", "docx", "yaml", "json", …"""
    sha256: str
    """Of the file's bytes, hexadecimal."""
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()
    data: DataNode | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Some characters of a document: `block` counts from 0; `row` and `col` (grid, from 0) where the block is a table."""

    block: int
    row: int = -1
    col: int = -1
    start: int = 0
    end: int = 0

    @property
    def in_table(self) -> bool:
        return self.row >= 0


def texts_of(document: Document) -> Iterator[tuple[Spot, str]]:
    """Every text that holds anything, paragraphs and cells in order, with the spot of its whole."""
    for i, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            if block.text:
                yield Spot(i, start=0, end=len(block.text)), block.text
            continue
        for r, row in enumerate(block.rows):
            for c, cell in enumerate(row):
                if cell.text:
                    yield Spot(i, r, c, 0, len(cell.text)), cell.text


def text_at(document: Document, spot: Spot) -> str:
    """The characters at a spot."""
    return _holder(document, spot).text[spot.start : spot.end]


def place_at(document: Document, spot: Spot) -> Place:
    """The place of a spot."""
    holder = _holder(document, spot)
    return place_in(holder.spans, spot.start, spot.end)


def _holder(document: Document, spot: Spot) -> Paragraph | Cell:
    block = document.blocks[spot.block]
    if isinstance(block, Table):
        return block.rows[spot.row][spot.col]
    return block
