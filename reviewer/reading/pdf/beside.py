"""Text set in two columns, and text beside a table: each side is read from its top to its end, the left one first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reviewer.reading.pdf.lines import Line, lines_of
from reviewer.reading.pdf.pieces import Piece

_GUTTER = 9.0
"""Points between two columns at least."""
_MIDDLE = 0.22
"""Part of the text's width on either side in which no gutter is sought."""
_APART = 2.2
"""Line heights between two lines that end what stands side by side."""
_LEAST = 4
"""Lines of a column."""
_WORDS = 2.5
"""Words of its lines on the average: names under a signature and labels have fewer."""
_FULL = 0.2
"""Part of a column's width by which a line that wraps may be short of it."""
_LETTERS = 0.75
_SHARED = 0.5
"""Part of the lower side that must stand beside the other one."""

Gap = tuple[float, float]


class Column(NamedTuple):
    """Lines of one side, from the top down."""

    lines: list[Line]


class _Strip(NamedTuple):
    """A base line of the page, or a table, with the stretches that it covers."""

    top: float
    bottom: float
    middle: float
    """The height at which it is read."""
    height: float
    spans: list[Gap]
    item: Line | Piece


class _Side(NamedTuple):
    lines: list[Line]
    pieces: list[Piece]

    @property
    def extent(self) -> Gap:
        tops = [line.top for line in self.lines] + [piece.box[1] for piece in self.pieces]
        bottoms = [line.bottom for line in self.lines] + [piece.box[3] for piece in self.pieces]
        return min(tops), max(bottoms)

    def ordered(self) -> Iterator[Column | Piece]:
        lines = list(self.lines)
        for piece in sorted(self.pieces, key=lambda piece: piece.box[1]):
            above = [line for line in lines if line.middle < piece.box[1]]
            if above:
                yield Column(above)
                lines = lines[len(above) :]
            yield piece
        if lines:
            yield Column(lines)


def laid_out(lines: Sequence[Line], pieces: Sequence[Piece]) -> list[tuple[float, Line | Piece | Column]]:
    """What a page holds, each with the height at which it is read: lines over its whole width, tables, and columns."""
    strips = sorted([*map(_strip, lines), *map(_block, pieces)], key=lambda strip: strip.top)
    found: list[tuple[float, Line | Piece | Column]] = []
    taken: set[int] = set()
    for start, end, gutter in _runs(strips):
        sides = _sides(strips[start:end], gutter)
        if sides is None:
            continue
        taken.update(range(start, end))
        found += [(strips[start].top, item) for side in sides for item in side.ordered()]
    for k, strip in enumerate(strips):
        if k not in taken:
            found.append((strip.middle, strip.item))
    return sorted(found, key=lambda item: item[0])


def _strip(line: Line) -> _Strip:
    spans: list[Gap] = []
    for word in line.words:
        if spans and word.left - spans[-1][1] < _GUTTER:
            spans[-1] = spans[-1][0], max(spans[-1][1], word.right)
        else:
            spans.append((word.left, word.right))
    return _Strip(line.top, line.bottom, line.middle, line.height, spans, line)


def _block(piece: Piece) -> _Strip:
    left, top, right, bottom = piece.box
    return _Strip(top, bottom, top, 0.0, [(left, right)], piece)


def _runs(strips: Sequence[_Strip]) -> Iterator[tuple[int, int, Gap]]:
    """Stretches of strips, each as long as one gutter runs through it."""
    if len(strips) < _LEAST:
        return
    left = min(span[0] for strip in strips for span in strip.spans)
    right = max(span[1] for strip in strips for span in strip.spans)
    middle = left + _MIDDLE * (right - left), right - _MIDDLE * (right - left)
    start = 0
    while start < len(strips):
        gaps = [middle]
        end, bottom = start, strips[start].top
        while end < len(strips):
            strip = strips[end]
            narrowed = _without(gaps, strip.spans)
            if not narrowed or end > start and strip.top - bottom > _APART * max(strip.height, 1.0):
                break
            gaps, bottom = narrowed, max(bottom, strip.bottom)
            end += 1
        if end - start >= _LEAST:
            yield start, end, max(gaps, key=lambda gap: gap[1] - gap[0])
            start = end
        else:
            start += 1


def _without(gaps: Sequence[Gap], spans: Sequence[Gap]) -> list[Gap]:
    """What the spans leave of the gaps, where it is wide enough."""
    for left, right in spans:
        parts = [part for a, b in gaps for part in ((a, min(b, left)), (max(a, right), b))]
        gaps = list(dict.fromkeys(part for part in parts if part[1] - part[0] >= _GUTTER))
    return list(gaps)


def _sides(strips: Sequence[_Strip], gutter: Gap) -> tuple[_Side, _Side] | None:
    """Both sides of a gutter; None where they are no columns of running text, nor one beside a table."""
    at = (gutter[0] + gutter[1]) / 2
    words = [word for strip in strips if isinstance(strip.item, Line) for word in strip.item.words]
    pieces = [strip.item for strip in strips if isinstance(strip.item, Piece)]
    left, right = (
        _Side(
            lines_of([word for word in words if (word.left < at) is first]),
            [piece for piece in pieces if (piece.box[0] < at) is first],
        )
        for first in (True, False)
    )
    if not all(_is_prose(side.lines) or side.pieces for side in (left, right)) or left.pieces and right.pieces:
        return None
    (top, bottom), (other_top, other_bottom) = left.extent, right.extent
    shared = min(bottom, other_bottom) - max(top, other_top)
    if shared < _SHARED * min(bottom - top, other_bottom - other_top):
        return None
    return left, right


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether lines are running text: of several words, mostly full, and going on in the midst of sentences."""
    if len(lines) < _LEAST:
        return False
    text = "".join("".join(line.text.split()) for line in lines)
    if sum(map(str.isalpha, text)) < _LETTERS * len(text):
        return False
    if sum(len(line.text.split()) for line in lines) < _WORDS * len(lines):
        return False
    right = max(line.right for line in lines)
    width = right - min(line.left for line in lines)
    full = sum(1 for line in lines if line.right > right - _FULL * width)
    going_on = sum(1 for a, b in pairwise(lines) if b.text[:1].islower() and a.right > right - 2 * _FULL * width)
    return full * 2 >= len(lines) and going_on * 3 >= len(lines)
