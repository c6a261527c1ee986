"""A draft laid out in lines for a terminal: paragraphs wrapped, tables as grids.

Pure: a document and a width in, lines out. Only heights are worked out beforehand; a line is built when it is asked for,
so that a draft of many pages opens as quickly as a short one. Widths are terminal cells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

from rich.cells import cell_len

from reviewer.app.clean import clean
from reviewer.model import Paragraph, Report, Role, Spot, Table

Tone = Literal["text", "heading", "caption", "aside", "header", "label", "grid"]

SEPARATOR = " │ "
NARROWEST = 12
"""A column of words is not squeezed below this; the table scrolls instead."""
COMFORTABLE = 32
"""A column of words in a table that scrolls anyway."""
FLUSH = 2
"""Cells of indent for each level of a list."""
ROOMY = 120
"""Paragraphs longer than this are set off by a blank line."""

_FIGURE = re.compile(r"[\s(+\-–−]*(?:(?:Rp|IDR)\.?)?[\s(+\-–−]*\d[\d.,\s]*(?:%|,-)?[\s)]*|\s*[-–−]\s*")

_NARROW = re.compile("[ -~\xa0-\u02ff\u2010-\u2027]*").fullmatch
"""Text whose characters take one cell each, as nearly all does."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a draft that stand on one line."""

    x: int
    text: str
    start: int = 0
    """Offset of its first character in the text of its paragraph or cell."""
    row: int = -1
    col: int = -1
    tone: Tone = "text"
    own: bool = True
    """False for what the layout adds: rules, numbers of list items."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the laid out draft."""

    pieces: tuple[Piece, ...] = ()
    block: int = -1
    width: int = 0
    """Of a table; paragraphs never scroll sideways and have 0."""
    sticky: tuple[int, int] = (0, 0)
    """Left and right edge of the label column, which stays in sight when the table scrolls sideways."""
    shaded: bool = False


@dataclass(frozen=True)
class Hints:
    """What was understood of a draft that helps to show it: block → what."""

    levels: dict[int, int] = field(default_factory=dict)
    captions: frozenset[int] = frozenset()
    header_rows: dict[int, int] = field(default_factory=dict)
    labels: dict[int, int] = field(default_factory=dict)
    """The column of a table that names its rows."""


def hints_of(report: Report) -> Hints:
    labels = {}
    for table in report.tables:
        if found := table.column(Role.LABEL):
            labels[table.block] = found[0].index
    return Hints(
        levels={h.block: h.level for h in report.outline},
        captions=frozenset(c.block for c in report.captions),
        header_rows={t.block: t.header_rows for t in report.tables},
        labels=labels,
    )


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Start and end of each line of `text` at most `width` cells wide; never empty. Words longer than a line are cut."""
    lines: list[tuple[int, int]] = []
    start = 0
    for part in text.split("\n"):
        end = start + len(part)
        lines += _wrap_part(text, start, end, width, _NARROW(part) is not None)
        start = end + 1
    return lines


def _wrap_part(text: str, start: int, end: int, width: int, narrow: bool) -> Iterator[tuple[int, int]]:
    while end > start and text[end - 1] == " ":
        end -= 1
    while start < end and text[start] == " ":
        start += 1
    while True:
        cut = min(start + width, end) if narrow else _fit(text, start, end, width)
        if cut >= end:
            yield start, end
            return
        if text[cut] != " ":
            space = text.rfind(" ", start, cut)
            if space > start:
                cut = space
        stop = cut
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        yield start, stop
        start = cut
        while start < end and text[start] == " ":
            start += 1


def _fit(text: str, start: int, end: int, width: int) -> int:
    """How far from `start` the text goes within `width`; at least one character."""
    used = 0
    for at in range(start, end):
        used += cell_len(text[at])
        if used > width and at > start:
            return at
    return end


@dataclass(frozen=True)
class Grid:
    """What a table needs, whatever the width: measured once a draft."""

    table: Table
    texts: tuple[tuple[str, ...], ...]
    sizes: tuple[tuple[int, ...], ...]
    """Cells that each text takes on one line; at least one more than any column where it has line breaks."""
    natural: tuple[int, ...]
    least: tuple[int, ...]
    figures: tuple[bool, ...]
    """Columns of figures: set flush right, never wrapped."""
    header_rows: int
    label: int


_UNBOUNDED = 1 << 30


def measure(table: Table, header_rows: int, label: int | None) -> Grid:
    texts = tuple(tuple(clean(cell.text) for cell in row) for row in table.rows)
    sizes = tuple(tuple(_UNBOUNDED if "\n" in t else cell_len(t) for t in row) for row in texts)
    body = range(min(header_rows, len(texts)), len(texts))
    natural, least, figures = [], [], []
    for c in range(table.width):
        own = [(texts[r][c], sizes[r][c]) for r in range(len(texts)) if texts[r][c] and table.rows[r][c].colspan == 1]
        filled = [texts[r][c] for r in body if texts[r][c].strip()]
        numeric = sum(1 for t in filled if _FIGURE.fullmatch(t)) * 2 > len(filled)
        figures.append(numeric and c != label and (c > 0 or label == 0 or max(map(len, filled), default=0) > 4))
        wide = max((s if s < _UNBOUNDED else max(map(cell_len, t.split("\n"))) for t, s in own), default=1)
        words = max((cell_len(word) for t, _ in own for word in t.split()), default=1)
        if figures[-1]:
            # A long heading over narrow figures is wrapped rather than the column widened; so is an odd sentence.
            plain = [cell_len(t.strip()) for t in filled if _FIGURE.fullmatch(t)]
            wide = max([*plain, min(words, NARROWEST + 4), 1])
            least.append(wide)
        else:
            least.append(min(wide, max(NARROWEST, min(words, NARROWEST + 4))))
        natural.append(max(wide, 1))
    return Grid(
        table, texts, sizes, tuple(natural), tuple(least), tuple(figures), header_rows, label if label is not None else -1
    )  # fmt: skip


def column_widths(grid: Grid, width: int) -> tuple[int, ...]:
    """Widths of the columns: as wide as they like where there is room, the widest squeezed first where there is not.

    Where even that does not fit, the table scrolls sideways, and nothing is gained by squeezing: words get room again,
    the label as much as lets it stay in sight.
    """
    room = width - len(SEPARATOR) * (len(grid.natural) - 1)
    if sum(grid.natural) <= room:
        return grid.natural
    if sum(grid.least) > room:
        widths = _squeezed(grid, COMFORTABLE)
        if grid.label >= 0:
            least, natural = grid.least[grid.label], grid.natural[grid.label]
            widths[grid.label] = max(least, min(natural, COMFORTABLE, width // 2 - len(SEPARATOR)))
        return tuple(widths)
    low, high = min(grid.least, default=1), max(grid.natural, default=1)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(_squeezed(grid, middle)) <= room:
            low = middle
        else:
            high = middle - 1
    return tuple(_squeezed(grid, low))


def _squeezed(grid: Grid, most: int) -> list[int]:
    return [max(least, min(natural, most)) for natural, least in zip(grid.natural, grid.least, strict=True)]


class Prose:
    """A paragraph on the page."""

    def __init__(self, block: int, paragraph: Paragraph, width: int, tone: Tone) -> None:
        self.block = block
        self.tone = tone
        self.lead = clean(paragraph.number).replace("\n", " ")
        self.text = clean(paragraph.text)
        indent = FLUSH * paragraph.list_level if paragraph.list_level else 0
        self.indent = min(indent, width // 3)
        self.hang = self.indent + (cell_len(self.lead) + 1 if self.lead else 0)
        if self.hang > width // 2:
            self.hang = self.indent
        self.lines = wrap(self.text, max(width - self.hang, 1))
        self.height = len(self.lines)

    def line(self, y: int) -> Line:
        start, end = self.lines[y]
        pieces = [Piece(self.hang, self.text[start:end], start, tone=self.tone)]
        if y == 0 and self.lead and self.hang > self.indent:
            pieces.insert(0, Piece(self.indent, self.lead, tone=self.tone, own=False))
        return Line(tuple(pieces), self.block)

    def find(self, spot: Spot) -> tuple[int, int, int]:
        y = _line_of(self.lines, spot.start)
        return y, 0, 0


class Page:
    """A table on the page: header rows, a rule, body rows whose cells wrap, a closing rule."""

    def __init__(self, block: int, grid: Grid, width: int) -> None:
        self.block = block
        self.grid = grid
        self.widths = column_widths(grid, width)
        self.lefts = tuple(accumulate((w + len(SEPARATOR) for w in self.widths[:-1]), initial=0))
        self.width = sum(self.widths) + len(SEPARATOR) * (len(self.widths) - 1)
        self.sticky = (0, 0)
        if grid.label >= 0 and self.widths[grid.label] + len(SEPARATOR) <= width // 2:
            left = self.lefts[grid.label]
            self.sticky = left, left + self.widths[grid.label] + len(SEPARATOR)
        heights = [self._height(r) for r in range(len(grid.texts))]
        self.tops = list(accumulate(heights, initial=0))
        self.rule = grid.header_rows if 0 < grid.header_rows < len(heights) else 0
        self.height = self.tops[-1] + (1 if self.rule else 0)

    def _height(self, r: int) -> int:
        sizes, widths = self.grid.sizes[r], self.widths
        most = 1
        for c, size in enumerate(sizes):
            if size > widths[c]:
                most = max(most, len(wrap(self.grid.texts[r][c], self._room(r, c))))
        return most

    def _room(self, r: int, c: int) -> int:
        last = min(c + self.grid.table.rows[r][c].colspan, len(self.widths)) - 1
        return self.lefts[last] + self.widths[last] - self.lefts[c]

    def line(self, y: int) -> Line:
        if self.rule:
            if y == self.tops[self.rule]:
                rule = "─┼─".join("─" * w for w in self.widths)
                return Line((Piece(0, rule, tone="grid", own=False),), self.block, self.width, self.sticky)
            if y > self.tops[self.rule]:
                y -= 1
        r = bisect_right(self.tops, y) - 1
        r = min(r, len(self.grid.texts) - 1)
        pieces = tuple(self._pieces(r, y - self.tops[r]))
        shaded = r >= self.grid.header_rows and (r - self.grid.header_rows) % 2 == 1
        return Line(pieces, self.block, self.width, self.sticky, shaded)

    def _pieces(self, r: int, sub: int) -> Iterator[Piece]:
        row = self.grid.table.rows[r]
        c = 0
        while c < len(row):
            span = min(max(row[c].colspan, 1), len(row) - c)
            if row[c].covered_by is None:
                yield from self._cell(r, c, sub)
            c += span
            if c < len(row):
                yield Piece(self.lefts[c] - len(SEPARATOR), SEPARATOR, tone="grid", own=False)

    def _cell(self, r: int, c: int, sub: int) -> Iterator[Piece]:
        text, room = self.grid.texts[r][c], self._room(r, c)
        if not text:
            if sub == 0:
                yield Piece(self.lefts[c], " " * room, 0, r, c)
            return
        lines = wrap(text, room)
        if sub >= len(lines):
            return
        start, end = lines[sub]
        shown = text[start:end]
        x = self.lefts[c]
        header = r < self.grid.header_rows
        if self.grid.figures[c] and (header or _FIGURE.fullmatch(text)):
            x += max(room - cell_len(shown), 0)
        tone: Tone = "header" if header else "label" if c == self.grid.label else "text"
        yield Piece(x, shown, start, r, c, tone)

    @property
    def head(self) -> int:
        """Lines of the header rows with their rule; 0 without."""
        return self.tops[self.rule] + 1 if self.rule else 0

    def find(self, spot: Spot) -> tuple[int, int, int]:
        r = min(max(spot.row, 0), len(self.grid.texts) - 1)
        c = min(max(spot.col, 0), len(self.widths) - 1)
        y = self.tops[r] + (1 if self.rule and r >= self.rule else 0)
        y += _line_of(wrap(self.grid.texts[r][c], self._room(r, c)), spot.start)
        return y, self.lefts[c], self.widths[c]


def _line_of(lines: list[tuple[int, int]], offset: int) -> int:
    return max(sum(1 for start, _ in lines if start <= offset) - 1, 0)


class Draft:
    """A draft with all that is the same at every width."""

    def __init__(self, report: Report) -> None:
        self.blocks = report.document.blocks
        self.hints = hints_of(report)
        self.grids = {
            i: measure(b, self.hints.header_rows.get(i, b.header_rows or 0), self.hints.labels.get(i))
            for i, b in enumerate(self.blocks)
            if isinstance(b, Table) and b.rows and b.width
        }

    def tone(self, block: int) -> Tone:
        paragraph = self.blocks[block]
        if block in self.hints.levels or (isinstance(paragraph, Paragraph) and paragraph.level):
            return "heading"
        if block in self.hints.captions:
            return "caption"
        if isinstance(paragraph, Paragraph) and paragraph.role != "body":
            return "aside"
        return "text"


class Layout:
    """A draft laid out at one width."""

    def __init__(self, draft: Draft, width: int) -> None:
        self.draft = draft
        self.width = max(width, 1)
        self._made: dict[int, Prose | Page] = {}
        self._gaps: list[int] = []
        self._tops: list[int] = []
        """First line of each block, its gap included."""
        top = 0
        before: Paragraph | Table | None = None
        for index, block in enumerate(draft.blocks):
            made = self._make(index)
            gap = 0 if before is None else self._gap(index, before, block)
            self._gaps.append(gap)
            self._tops.append(top)
            top += gap + made.height
            before = block
        self.height = top
        self.table_width = max((m.width for m in self._made.values() if isinstance(m, Page)), default=0)

    def _make(self, index: int) -> Prose | Page:
        block = self.draft.blocks[index]
        made: Prose | Page
        if isinstance(block, Paragraph):
            made = Prose(index, block, self.width, self.draft.tone(index))
        elif index in self.draft.grids:
            made = Page(index, self.draft.grids[index], self.width)
        else:
            made = Prose(index, Paragraph(""), self.width, "text")
        self._made[index] = made
        return made

    def _gap(self, index: int, before: Paragraph | Table, block: Paragraph | Table) -> int:
        if isinstance(before, Table) or isinstance(block, Table):
            return 0 if self.draft.tone(index - 1) == "caption" and isinstance(block, Table) else 1
        tones = self.draft.tone(index - 1), self.draft.tone(index)
        if tones[0] != tones[1]:
            return 1
        if tones[1] == "heading":
            return 0
        return 1 if max(len(before.text), len(block.text)) > ROOMY and block.list_level is None else 0

    def block_at(self, y: int) -> int:
        """The block that line `y` belongs to."""
        return max(bisect_right(self._tops, y) - 1, 0)

    def top(self, block: int) -> int:
        return self._tops[block] + self._gaps[block]

    def column_starts(self, block: int) -> tuple[int, ...]:
        """Left edges of the columns of a table; none for a paragraph."""
        made = self._made[block]
        return made.lefts if isinstance(made, Page) else ()

    def head_at(self, y: int) -> range:
        """Lines of the header of the table that line `y` is in, below its first line; empty elsewhere."""
        if not 0 <= y < self.height:
            return range(0)
        block = self.block_at(y)
        made, top = self._made[block], self.top(block)
        return range(top, top + made.head) if isinstance(made, Page) and y > top else range(0)

    def line(self, y: int) -> Line:
        if not 0 <= y < self.height:
            return Line()
        block = self.block_at(y)
        inside = y - self._tops[block] - self._gaps[block]
        return self._made[block].line(inside) if inside >= 0 else Line(block=block)

    def find(self, spot: Spot) -> tuple[int, int, int]:
        """Line of a spot, and left edge and width of the table column it stands in (0, 0 in a paragraph)."""
        block = min(max(spot.block, 0), len(self._tops) - 1)
        y, x, width = self._made[block].find(spot)
        return self.top(block) + y, x, width
