"""The elements of a web page as blocks: headings, paragraphs, list items, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from reviewer.model.document import Block, Paragraph, Place, Span, Table
from reviewer.reading import mathml
from reviewer.reading.characters import as_seen
from reviewer.reading.docx.numerals import numeral
from reviewer.reading.fragments import formula, lowered, raised, without_formulas
from reviewer.reading.guard import too_much
from reviewer.reading.html_tables import Box, Row, check, header_rows, laid_out, rows_of
from reviewer.reading.limits import Limits

Element = etree._Element

_SKIPPED = frozenset(
    "head script style template noscript iframe object embed svg canvas audio video select button nav input textarea "
    "datalist map progress meter".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LIST_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_STRUCK = frozenset({"s", "strike", "del"})
_STRIKING = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bline-through", re.IGNORECASE)
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f\xa0]+")
_INTEGER = re.compile(r"\s*-?\d{1,9}\s*")
_BULLET = "•"


@dataclass(slots=True)
class Grid:
    """A table that was read, and the tables nested in it by their row and column."""

    table: Table
    nested: list[tuple[int, int, Grid]] = field(default_factory=list)


Flow = list["Paragraph | Grid"]


@dataclass(slots=True)
class _Item:
    """The list item that is being read."""

    level: int
    number: str
    """What its first paragraph still has to show."""


@dataclass(slots=True)
class _Line:
    """The text of the block that is open, with blanks run together."""

    level: int | None = None
    item: _Item | None = None
    pieces: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, line: int) -> None:
        if not self.pieces or self.pieces[-1][-1] in " \n":
            text = text.lstrip(" ")
        self.keep(text, line)

    def keep(self, text: str, line: int) -> None:
        """Add a text whose blanks are the author's."""
        if text:
            self.spans.append(Span(self.length, Place(line=line)))
            self.pieces.append(text)
            self.length += len(text)

    def break_(self) -> None:
        if self.pieces and self.pieces[-1] == " ":
            self.pieces.pop()
            self.length = self.spans.pop().start
        if self.pieces:
            bare = self.pieces[-1].removesuffix(" ")
            self.length += len(bare) - len(self.pieces[-1]) + 1
            self.pieces[-1:] = [bare, "\n"]

    def taken(self) -> Paragraph | None:
        """What was gathered, if anything; the next block of the same kind begins."""
        text = "".join(self.pieces).rstrip()
        spans = tuple(span for span in self.spans if span.start < len(text))
        self.pieces, self.spans, self.length = [], [], 0
        if not text:
            return None
        number, in_list = "", None
        if self.item is not None:
            number, self.item.number = self.item.number, ""
            in_list = self.item.level if self.level is None else None
        return Paragraph(text, spans, level=self.level, number=number, list_level=in_list)


class Page:
    """Reads a page once: `blocks()`, then `pictures` and `struck` tell how many of them were passed over."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._cells = 0
        self._depth = 0
        self._at = 1
        """The line of the file that reading has come to."""
        self.pictures = self.struck = 0

    def blocks(self, root: Element) -> tuple[Block, ...]:
        """The page in order; a table is followed by the tables nested in it."""
        blocks: list[Block] = []
        for item in self._flow(root):
            if isinstance(item, Paragraph):
                blocks.append(item)
            else:
                _lay_out(item, None, blocks)
        return tuple(blocks)

    def _flow(self, element: Element, item: _Item | None = None) -> Flow:
        """The content of an element that begins and ends blocks."""
        flow: Flow = []
        line = _Line(item=item)
        self._reach(element)
        self._walk(element, flow, line)
        _end(flow, line)
        return flow

    def _walk(self, element: Element, flow: Flow, line: _Line) -> None:
        authors_blanks = element.tag == "pre"
        self._text(line, element.text, authors_blanks)
        for child in element:
            if _shows(child):
                self._element(child, flow, line)
            self._text(line, child.tail, authors_blanks)

    def _element(self, element: Element, flow: Flow, line: _Line) -> None:
        tag = element.tag
        self._reach(element)
        if tag == "br":
            line.break_()
        elif tag == "img":
            self.pictures += 1
        elif _is_struck(element):
            self.struck += bool(_content(element).strip())
        elif tag == "script":
            line.add(formula(element.text or ""), self._at)
        elif tag in ("sup", "sub"):
            line.add((raised if tag == "sup" else lowered)(as_seen(_content(element))), self._at)
        elif tag == "math":
            line.add(mathml.line(element), self._at)
        elif tag not in _BLOCKS:
            self._walk(element, flow, line)
        else:
            _end(flow, line)
            if tag == "table":
                self._table(element, flow)
            elif tag in ("ul", "ol"):
                self._list(element, flow, line.item.level + 1 if line.item else 0)
            else:
                before, line.level = line.level, _HEADINGS.get(tag, line.level)
                self._walk(element, flow, line)
                _end(flow, line)
                line.level = before

    def _list(self, element: Element, flow: Flow, level: int) -> None:
        kind = _LIST_FORMATS.get(element.get("type") or "", "decimal")
        count = _integer(element.get("start"), 1)
        unmarked = bool(_UNMARKED.search(element.get("style") or ""))
        for child in filter(_shows, element):
            if child.tag in ("ul", "ol"):
                self._list(child, flow, level + 1)
                continue
            number = ""
            if child.tag == "li":
                count = _integer(child.get("value"), count)
                number = f"{numeral(count, kind)}." if element.tag == "ol" else _BULLET
                count += 1
            if unmarked or _UNMARKED.search(child.get("style") or ""):
                number = ""
            flow += self._flow(child, _Item(level, number))

    def _table(self, element: Element, flow: Flow) -> None:
        if self._depth >= self._limits.nesting:
            raise too_much("nesting", f"{self._limits.nesting}", "tabel bersarang", "nested tables")
        self._depth += 1
        for caption in element:
            if caption.tag == "caption" and _shows(caption):
                flow += self._flow(caption)
        rows = rows_of(element, _shows)
        if element.get("role") in ("presentation", "none") or sum(len(row.cells) for row in rows) == 1:
            # It only arranges the page.
            for row in rows:
                for cell in row.cells:
                    flow += self._flow(cell)
        else:
            self._grid(rows, flow)
        self._depth -= 1

    def _grid(self, rows: list[Row], flow: Flow) -> None:
        most = self._limits.cells - self._cells
        check(sum(len(row.cells) for row in rows), most)
        boxes: list[list[Box]] = []
        inner: list[list[Grid]] = []
        """The tables nested in each box, in the order of the boxes."""
        for row in rows:
            self._reach(row.element)
            boxes.append([])
            for cell in row.cells:
                self._reach(cell)
                start = self._at
                parts = self._flow(cell)
                text, spans = _joined(parts)
                boxes[-1].append(Box(cell, text, spans or (Span(0, Place(line=start)),), row.last))
                inner.append([part for part in parts if isinstance(part, Grid)])
        cells, origins = laid_out(boxes, most)
        if not cells or not cells[0]:
            return
        self._cells += len(cells) * len(cells[0])
        place = Place(line=cells[0][0].place.line, end_line=self._at)
        grid = Grid(Table(cells, place, header_rows(rows)))
        for (r, c), parts_ in zip(origins, inner, strict=True):
            grid.nested += [(r, c, part) for part in parts_]
        flow.append(grid)

    def _text(self, line: _Line, text: str | None, authors_blanks: bool) -> None:
        if not text:
            return
        first = self._at + text[: len(text) - len(text.lstrip())].count("\n")
        self._at += text.count("\n")
        if authors_blanks:
            line.keep(as_seen(text), first)
        else:
            line.add(_BLANKS.sub(" ", without_formulas(as_seen(text))), first)

    def _reach(self, element: Element) -> None:
        line: Any = element.sourceline
        self._at = max(self._at, line or 0)


def _end(flow: Flow, line: _Line) -> None:
    """Close the block that is open, if it holds a text."""
    paragraph = line.taken()
    if paragraph is not None:
        flow.append(paragraph)


def _shows(element: Element) -> bool:
    """Whether an element is part of what the page shows as its content."""
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        # MathJax shows an equation from the script that holds its LaTeX.
        return element.tag == "script" and (element.get("type") or "").startswith("math/tex")
    if element.tag == "tr" and element.get("height") == "0":
        # Word ends a table of uneven columns with a row that only tells their widths.
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return False
    return not _HIDING.search(element.get("style") or "")


def _is_struck(element: Element) -> bool:
    return element.tag in _STRUCK or element.tag == "span" and bool(_STRIKING.search(element.get("style") or ""))


def _content(element: Element) -> str:
    return _BLANKS.sub(" ", "".join(map(str, element.itertext())))


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and _INTEGER.fullmatch(text) else default


def _joined(flow: Flow) -> tuple[str, tuple[Span, ...]]:
    """A cell's own paragraphs, one a line, with what their list items show."""
    text = ""
    spans: list[Span] = []
    for part in flow:
        if isinstance(part, Paragraph):
            text += "\n" if text else ""
            lead = len(part.shown) - len(part.text)
            spans += [Span(len(text) + (span.start + lead if span.start else 0), span.place) for span in part.spans]
            text += part.shown
    return text, tuple(spans)


def _lay_out(grid: Grid, inside: tuple[int, int, int] | None, blocks: list[Block]) -> None:
    own = len(blocks)
    blocks.append(Table(grid.table.rows, grid.table.place, grid.table.header_rows, inside=inside))
    for r, c, nested in grid.nested:
        _lay_out(nested, (own, r, c), blocks)
