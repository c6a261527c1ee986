"""What is drawn on a page: straight lines, shaded rectangles and pictures, in the frame of reading."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from reviewer.reading.pdf import native
from reviewer.reading.pdf.frame import Box, Frame

_THIN = 3.5
"""A filled rectangle up to this thick (points) is a rule: Word draws its rules so, white ones up to 3 pt."""
_STRAIGHT = 1.0
"""How far a line may lean (points) and still be one of a table's."""
_DEPTH = 8
"""Forms inside each other."""
_RECTANGLE = 6
"""Points of one rectangle at most, its closing ones counted."""
_MOST_POINTS = 2_000
"""Of one path; beyond it, it is a picture."""
_MOST = 200_000
"""Objects of one page that are looked at."""

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Rule(NamedTuple):
    """A straight line: at `at` across its direction, from `start` to `end` along it."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Drawn:
    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)


def drawn_on(page: pdfium.PdfPage, frame: Frame) -> Drawn:
    """Everything drawn on a page but its text."""
    reader = _Reader(frame)
    count = raw.FPDFPage_CountObjects(page)
    reader.read(count, partial(native.page_object, native.address(page.raw)), _IDENTITY, 0)
    return reader.drawn


class _Reader:
    def __init__(self, frame: Frame) -> None:
        self.drawn = Drawn()
        self._frame = frame
        self._seen = 0
        self._edges = (ctypes.c_float * 4)()
        start, size = ctypes.addressof(self._edges), ctypes.sizeof(ctypes.c_float)
        self._edge_at = tuple(start + size * k for k in range(4))
        self._mode = (ctypes.c_int * 2)()
        start = ctypes.addressof(self._mode)
        self._mode_at = start, start + ctypes.sizeof(ctypes.c_int)
        self._matrix = raw.FS_MATRIX()
        self._matrix_at = ctypes.addressof(self._matrix)

    def read(self, count: int, get: Callable[[int], int], matrix: Matrix, depth: int) -> None:
        for k in range(count):
            self._seen += 1
            if self._seen > _MOST:
                return
            item = get(k)
            kind = native.kind_of(item)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                box = self._bounds(item, matrix)
                if box is not None:
                    self.drawn.pictures.append(box)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
                inner = _times(self._matrix_of(item), matrix)
                self.read(native.form_count(item), partial(native.form_object, item), inner, depth + 1)

    def _path(self, item: int, matrix: Matrix) -> None:
        native.draw_mode(item, *self._mode_at)
        filled, stroked = self._mode
        if not filled and not stroked:
            return
        box = self._bounds(item, matrix)
        if box is None:
            return
        points = native.segments_of(item)
        if points <= _RECTANGLE:
            if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
                self._rule(box)
                return
            if not stroked:
                self.drawn.fills.append(box)
                return
        if points > _MOST_POINTS:
            return
        if stroked:
            for start, end in self._strokes(item, matrix, points):
                self._stroke_between(start, end)
            return
        for part in self._parts(item, matrix, points):
            if min(part[2] - part[0], part[3] - part[1]) <= _THIN:
                self._rule(part)

    def _rule(self, box: Box) -> None:
        """A thin rectangle as the line along its middle; a dot counts both ways, dotted rules are made of them."""
        left, top, right, bottom = box
        wide, high = right - left, bottom - top
        if wide >= high or wide > 0.5 * high and high <= _THIN:
            self.drawn.horizontal.append(Rule((top + bottom) / 2, left, right))
        if high >= wide or high > 0.5 * wide and wide <= _THIN:
            self.drawn.vertical.append(Rule((left + right) / 2, top, bottom))

    def _stroke_between(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        (x0, y0), (x1, y1) = start, end
        if abs(y1 - y0) <= _STRAIGHT < abs(x1 - x0):
            self.drawn.horizontal.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= _STRAIGHT < abs(y1 - y0):
            self.drawn.vertical.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def _strokes(
        self, item: int, matrix: Matrix, count: int
    ) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        """The straight pieces of a path."""
        first: tuple[float, float] | None = None
        last: tuple[float, float] | None = None
        for point, kind, closes in self._points(item, matrix, count):
            if kind == raw.FPDF_SEGMENT_MOVETO:
                first = point
            elif kind == raw.FPDF_SEGMENT_LINETO and last is not None:
                yield last, point
            if closes and first is not None:
                yield point, first
            last = point

    def _parts(self, item: int, matrix: Matrix, count: int) -> Iterator[Box]:
        """The bounds of each piece of a path."""
        part: list[tuple[float, float]] = []
        for point, kind, _ in self._points(item, matrix, count):
            if kind == raw.FPDF_SEGMENT_MOVETO and part:
                yield _around(part)
                part = []
            part.append(point)
        if part:
            yield _around(part)

    def _points(self, item: int, matrix: Matrix, count: int) -> Iterator[tuple[tuple[float, float], int, bool]]:
        a, b, c, d, e, f = _times(self._matrix_of(item), matrix)
        edges, (x_at, y_at, _, _), turned = self._edges, self._edge_at, self._frame.turned
        for k in range(count):
            segment = native.segment_at(item, k)
            native.point_of(segment, x_at, y_at)
            x, y = edges[0], edges[1]
            px, py = a * x + c * y + e, b * x + d * y + f
            left, top, _, _ = turned(px, py, px, py)
            yield (left, top), native.segment_kind(segment), bool(native.closes(segment))

    def _bounds(self, item: int, matrix: Matrix) -> Box | None:
        """Cut to the visible page; None where nothing of it is seen."""
        if not native.bounds_of(item, *self._edge_at):
            return None
        left, bottom, right, top = self._edges
        if matrix is not _IDENTITY:
            a, b, c, d, e, f = matrix
            xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
            ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
            left, bottom, right, top = min(xs), min(ys), max(xs), max(ys)
        frame = self._frame
        left, bottom = max(left, frame.left), max(bottom, frame.bottom)
        right, top = min(right, frame.right), min(top, frame.top)
        return frame.turned(left, bottom, right, top) if left <= right and bottom <= top else None

    def _matrix_of(self, item: int) -> Matrix:
        m = self._matrix
        if not native.matrix_of(item, self._matrix_at):
            return _IDENTITY
        return (m.a, m.b, m.c, m.d, m.e, m.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """What a point goes through that is moved by `inner`, then by `outer`."""
    if outer is _IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _around(points: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
