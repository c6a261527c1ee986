"""One page: what is scanned off it, and the tables and lines it holds once its margins are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium

from reviewer.reading.pdf.beside import Column, laid_out
from reviewer.reading.pdf.columns import with_tables
from reviewer.reading.pdf.drawn import drawn_on
from reviewer.reading.pdf.frame import Box, Frame
from reviewer.reading.pdf.glyphs import Word, frame_of, unmapped_part, words_of
from reviewer.reading.pdf.grids import Slot, grids_of
from reviewer.reading.pdf.lines import Line, lines_of
from reviewer.reading.pdf.margins import near_edge
from reviewer.reading.pdf.peeling import peeled
from reviewer.reading.pdf.pieces import Filled, Piece, fill
from reviewer.reading.pdf.rows import piece_with_rows
from reviewer.reading.pdf.tidying import is_table, parted, tidied

_SCAN = 0.4
"""Part of a page that pictures cover on a page without text that was scanned."""
_FEW = 40
"""Characters that a stamp or a printed page number may add to a scan."""
_PICTURE = 0.08
"""Part of a page from which on a picture may hold what should be read."""
_BEHIND = 3
"""Words over a picture that make it a background."""
_UNMAPPED = 0.3
"""Part of a page's characters that may be unknown before none is believed."""


@dataclass(slots=True)
class Sheet:
    """A page as it was scanned."""

    number: int
    frame: Frame
    filled: list[Filled]
    free: list[Word]
    """Words outside every grid."""
    scanned: bool
    pictured: bool
    unmapped: bool
    characters: int

    def margin_lines(self) -> list[Line]:
        """Lines near the edges that are in no row of a table: free ones, and those of a frame's rows without columns."""
        words = list(self.free)
        for filled in self.filled:
            for slot, own in filled.words.items():
                if _is_whole_row(filled, slot):
                    words += own
        height = self.frame.height
        return lines_of(word for word in words if near_edge(word.middle, height))

    def content(self, margins: Sequence[Box]) -> list[Piece | Line | Column]:
        """Tables, lines and columns of text as they are read, without the words that stand in `margins`."""
        free = _outside(self.free, margins)
        pieces: list[Piece] = []
        for filled in self.filled:
            for slot, words in filled.words.items():
                if _is_whole_row(filled, slot):
                    filled.words[slot] = _outside(words, margins)
            table, loose = peeled(filled)
            free += loose
            piece = parted(tidied(piece_with_rows(table)))
            if is_table(piece):
                pieces.append(piece)
            else:
                free += [word for words in table.words.values() for word in words]
        return list(_with_tables(item for _, item in laid_out(lines_of(free), pieces)))


def _with_tables(items: Iterable[Piece | Line | Column]) -> Iterator[Piece | Line | Column]:
    """The same with the tables that have no rules."""
    lines: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            lines.append(item)
            continue
        yield from with_tables(lines)
        lines = []
        yield item
    yield from with_tables(lines)


def _outside(words: list[Word], boxes: Sequence[Box]) -> list[Word]:
    return [word for word in words if not any(_within(word, box) for box in boxes)]


def _within(word: Word, box: Box) -> bool:
    left, top, right, bottom = box
    return left <= (word.left + word.right) / 2 <= right and top <= word.middle <= bottom


def _is_whole_row(filled: Filled, slot: Slot) -> bool:
    return slot.colspan == len(filled.grid.xs) - 1


def scan(pdf: pdfium.PdfDocument, index: int) -> Sheet:
    """Page `index` (from 0). Raises `PdfiumError` where it cannot be loaded."""
    page = pdf[index]
    try:
        text = page.get_textpage()
        try:
            frame = frame_of(page, text)
            unmapped = unmapped_part(text) > _UNMAPPED
            words = [] if unmapped else words_of(text, frame)
        finally:
            text.close()
        drawn = drawn_on(page, frame)
    finally:
        page.close()
    words = [word for word in words if _seen(word, frame)]
    filled, free = fill(grids_of(drawn), words)
    characters = sum(len(word.text) for word in words)
    area = frame.width * frame.height or 1.0
    pictures = [box for box in drawn.pictures if _area(box) > _PICTURE * area]
    scanned = not unmapped and characters < _FEW and sum(map(_area, drawn.pictures)) > _SCAN * area
    return Sheet(
        number=index + 1,
        frame=frame,
        filled=filled,
        free=free,
        scanned=scanned,
        pictured=not scanned and any(_words_over(box, words) < _BEHIND for box in pictures),
        unmapped=unmapped,
        characters=characters,
    )


def _seen(word: Word, frame: Frame) -> bool:
    """Whether a word lies on the visible page."""
    return word.right > 0 and word.left < frame.width and word.bottom > 0 and word.top < frame.height


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _words_over(box: Box, words: list[Word]) -> int:
    left, top, right, bottom = box
    return sum(1 for w in words if left < w.left and w.right < right and top < w.middle < bottom)
