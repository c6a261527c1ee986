"""The pages of a PDF as one document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

import pypdfium2 as pdfium

from reviewer.model.document import Block, Document, Paragraph, Place, Span
from reviewer.reading.guard import too_much
from reviewer.reading.limits import Limits
from reviewer.reading.pdf import paragraphs
from reviewer.reading.pdf.beside import Column
from reviewer.reading.pdf.cuts import is_open
from reviewer.reading.pdf.frame import Box, Frame
from reviewer.reading.pdf.joining import Whole, join, settled, whole_of
from reviewer.reading.pdf.lines import Line
from reviewer.reading.pdf.margins import Candidate, Margins, candidates, margins_of
from reviewer.reading.pdf.notices import NO_MAP, NO_TEXT, NOTHING, Tally, notices_of
from reviewer.reading.pdf.opening import DAMAGED, opened
from reviewer.reading.pdf.pieces import Piece
from reviewer.reading.pdf.sheet import Sheet, scan
from reviewer.reading.pdf.tables import table_of
from reviewer.reading.unreadable import Unreadable

_WORD = re.compile(r"[^\W\d_]+")

Group = list[tuple[int, Line]]
"""The lines of a paragraph, each with its page."""


def document_of(data: bytes, limits: Limits) -> Document:
    """The document in the bytes of a PDF; `path` and `sha256` are left empty.

    Raises `Unreadable` where it is locked, damaged, without text, or beyond a limit.
    """
    with opened(data, limits) as pdf:
        tally = Tally()
        sheets = _sheets(pdf, limits, tally)
        return _Reader(sheets, len(pdf), limits, tally).document(_stored_labels(pdf))


def _sheets(pdf: pdfium.PdfDocument, limits: Limits, tally: Tally) -> list[Sheet]:
    sheets: list[Sheet] = []
    characters = 0
    for index in range(len(pdf)):
        try:
            sheet = scan(pdf, index)
        except pdfium.PdfiumError:
            tally.broken.append(index + 1)
            continue
        characters += sheet.characters
        if characters > limits.text:
            raise too_much("text", f"{limits.text // 1_000_000}", "juta huruf teks", "million characters of text")
        for met, pages in (
            (sheet.scanned, tally.scanned),
            (sheet.pictured, tally.pictures),
            (sheet.unmapped, tally.unmapped),
        ):
            if met:
                pages.append(sheet.number)
        sheets.append(sheet)
    if not sheets:
        raise Unreadable(DAMAGED)
    if all(sheet.scanned or not sheet.characters for sheet in sheets):
        if tally.unmapped:
            raise Unreadable(NO_MAP)
        mostly_scanned = len(tally.scanned) * 2 >= len(sheets)
        raise Unreadable(NO_TEXT.format(count=len(tally.scanned)) if mostly_scanned else NOTHING)
    return sheets


def _stored_labels(pdf: pdfium.PdfDocument) -> dict[int, str]:
    """The page labels that the file stores, where they say more than the count of pages."""
    labels = {index + 1: pdf.get_page_label(index) for index in range(len(pdf))}
    told = {page: label for page, label in labels.items() if label}
    return {} if all(label == str(page) for page, label in told.items()) else told


class _Reader:
    def __init__(self, sheets: Sequence[Sheet], pages: int, limits: Limits, tally: Tally) -> None:
        self._sheets = sheets
        self._pages = pages
        self._limits = limits
        self._tally = tally
        self._frames: dict[int, Frame] = {sheet.number: sheet.frame for sheet in sheets}
        self._labels: dict[int, str] = {}
        self._words: set[str] = set()
        self._positions = 0

    def document(self, stored_labels: dict[int, str]) -> Document:
        margins = self._margins()
        self._labels = margins.labels or stored_labels
        flow = self._flow(margins)
        blocks: list[Block] = []
        first, others = _distinct(margins.running, self._sheets[0].number)
        blocks += [self._running(candidate) for candidate in first]
        blocks += [self._block(item) for item in flow]
        blocks += [self._running(candidate) for candidate in others]
        return Document("", "pdf", "", tuple(blocks), notices_of(self._tally), pages=self._pages)

    def _margins(self) -> Margins:
        found = [
            candidate
            for sheet in self._sheets
            for candidate in candidates(sheet.number, sheet.frame.height, sheet.margin_lines())
        ]
        return margins_of(found, len(self._sheets))

    def _flow(self, margins: Margins) -> list[Whole | Group]:
        """Tables and paragraphs of all pages in reading order, pieces of one put together."""
        running: dict[int, list[Box]] = defaultdict(list)
        for candidate in margins.running:
            running[candidate.page].append(candidate.line.box)
        flow: list[Whole | Group] = []
        before: paragraphs.Margin | None = None
        for sheet in self._sheets:
            content = sheet.content(running[sheet.number])
            self._learn(content)
            alike = before if self._frames.get(sheet.number - 1, sheet.frame).width == sheet.frame.width else None
            margin = paragraphs.margin_of([item for item in content if isinstance(item, Line)], alike)
            first = True
            lines: list[Line] = []
            for item, following in zip_longest(content, content[1:]):
                if isinstance(item, Line):
                    lines.append(item)
                    if isinstance(following, Line):
                        continue
                    self._paragraphs(flow, sheet.number, lines, margin, before if first else None)
                    lines, before, goes_on = [], margin, False
                elif isinstance(item, Piece):
                    self._table(flow, sheet.number, item, first)
                    goes_on = False
                else:
                    own = paragraphs.margin_of(item.lines, None)
                    self._paragraphs(flow, sheet.number, item.lines, own, before if first or goes_on else None)
                    before, goes_on = own, True
                first = False
        return flow

    def _paragraphs(
        self, flow: list[Whole | Group], page: int, lines: Sequence[Line], margin: paragraphs.Margin,
        above: paragraphs.Margin | None,
    ) -> None:  # fmt: skip
        """Add the paragraphs of lines; `above` is the margin of the text before, where these begin their page or column."""
        groups = paragraphs.groups_of(lines, margin)
        last = flow[-1] if flow else None
        if above is not None and isinstance(last, list):
            end_page = last[-1][0]
            tail = [line for number, line in last if number == end_page]
            if paragraphs.goes_over(tail, groups[0][0], above):
                last += [(page, line) for line in groups.pop(0)]
        flow += [[(page, line) for line in group] for group in groups]

    def _table(self, flow: list[Whole | Group], page: int, piece: Piece, first: bool) -> None:
        self._positions += piece.rows * piece.columns
        if self._positions > self._limits.cells:
            raise too_much("cells", f"{self._limits.cells}", "sel tabel", "table cells")
        last = flow[-1] if flow else None
        if first and isinstance(last, Whole) and last.pages[-1] < page and join(last, page, piece):
            return
        again = _headed_again(flow, page)
        above = flow[-1 - again] if again else None
        if isinstance(above, Whole) and join(above, page, piece):
            del flow[-again:]
            return
        flow.append(whole_of(page, piece))

    def _learn(self, content: Sequence[Piece | Line | Column]) -> None:
        """Remember the words of a page that stand whole: those at either end of a cell's line may be cut."""
        for item in content:
            if isinstance(item, Line):
                self._words.update(_WORD.findall(item.text.lower()))
            elif isinstance(item, Column):
                self._words.update(word for line in item.lines for word in _WORD.findall(line.text.lower()))
            else:
                for cell in item.cells:
                    for line, following in zip_longest(cell.lines, cell.lines[1:]):
                        found = _WORD.findall(line.text)
                        cut_before = found and found[0][0].islower()
                        cut_after = following is not None and following.text[:1].islower()
                        self._words.update(map(str.lower, found[1 if cut_before else 0 : -1 if cut_after else None]))

    def _block(self, item: Whole | Group) -> Block:
        if isinstance(item, Whole):
            if len(set(item.pages)) > 1:
                self._tally.joined.append((item.pages[0], item.pages[-1]))
            open_cuts = {page for cell in item.cells for page, line in cell.lines if is_open(line)}
            self._tally.open_cuts += sorted(open_cuts - set(self._tally.open_cuts))
            return table_of(settled(item), self._place, self._words)
        text = ""
        spans: list[Span] = []
        for page, line in item:
            shown = paragraphs.shown(line)
            if text:
                text += paragraphs.glue(text, shown)
            spans.append(Span(len(text), self._place(page, line.box)))
            text += shown
        return Paragraph(text, tuple(spans))

    def _running(self, candidate: Candidate) -> Paragraph:
        line = candidate.line
        return Paragraph(line.text, (Span(0, self._place(candidate.page, line.box)),), role=candidate.role)

    def _place(self, page: int, box: Box) -> Place:
        left, top, right, bottom = self._frames[page].as_shown(box)
        return Place(
            page=page,
            page_label=self._labels.get(page),
            box=(round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)),
        )


def _headed_again(flow: Sequence[Whole | Group], page: int) -> int:
    """How many paragraphs at a page's top say again, word for word, what stood over the table that ended the page before."""
    for count in (1, 2, 3):
        if len(flow) < 2 * count + 1:
            return 0
        table, own = flow[-1 - count], flow[-count:]
        if isinstance(table, Whole) and table.pages[-1] == page - 1:
            texts = [_letters(group, page) for group in own]
            return count if all(texts) and texts == [_letters(g, 0) for g in flow[-1 - 2 * count : -1 - count]] else 0
    return 0


def _letters(group: Whole | Group, page: int) -> str:
    """The letters of a paragraph; "" of a table, or where it does not stand on the page asked for (0: any)."""
    if isinstance(group, Whole) or (page and any(number != page for number, _ in group)):
        return ""
    return "".join("".join(line.text.split()) for _, line in group).casefold()


def _distinct(running: Sequence[Candidate], first_page: int) -> tuple[list[Candidate], list[Candidate]]:
    """Every different running line once: those on the first page, which may be its title, and the others."""
    seen: set[tuple[str, str]] = set()
    first: list[Candidate] = []
    others: list[Candidate] = []
    for candidate in running:
        key = candidate.role, re.sub(r"[\d\W_]+|\b[ivxlc]+\b", "", candidate.line.text, flags=re.IGNORECASE)
        if key in seen or not key[1]:
            continue
        seen.add(key)
        (first if candidate.page == first_page and candidate.role == "header" else others).append(candidate)
    return first, others
