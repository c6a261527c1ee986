"""The characters of a page with their boxes, as PDFium tells them, cut into words."""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections import Counter, deque
from collections.abc import Iterator
from itertools import pairwise, repeat
from operator import sub
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from reviewer.reading.pdf import native
from reviewer.reading.pdf.frame import Frame

WIDE = 0.13
"""A gap wider than this part of the glyphs' height is a blank, whatever the file stores there."""
NARROW = 0.05
"""A gap wider than this is a blank where the file stores one."""

_BLANK = re.compile(r"[\x00\x01\x03-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]+")
_TOKEN = re.compile(r"[^\x00\x01\x03-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]+")
_BOLD = re.compile(r"bold|black|heavy|\bbd\b", re.IGNORECASE)
_LONGEST_NAME = 128
_SAME_EDGE = 1.5
"""Points by which the words of a sideways line may stand off."""
ONE_LINE = 0.45
"""Words whose middles differ by less than this part of their height stand on one line; a raised figure still does."""
_COLLISION = 0.3
"""Parts of its height by which a word runs into the next where both are printed over each other."""
_LONGEST_CLIP = 100
_STORED = (" ", "\xa0")
_STORED_WIDTH = 0.1
_FLAT = -0.05
"""Descent (of the size) from which on a font tells none."""
_ABOVE, _BELOW = 0.9, 0.21
"""Of the size, above and below the base line, in fonts that tell theirs."""
_DEEP = 0.5
_SAMPLE = 97
"""Characters that speak for a page, spread over it."""


Edges = list[float]


class Sides(NamedTuple):
    """The left and right of characters, one after another, kept small."""

    lefts: array[float]
    rights: array[float]

    @staticmethod
    def alike(left: float, right: float, count: int) -> Sides:
        return Sides(array("f", [left]) * count, array("f", [right]) * count)


class Word(NamedTuple):
    """Characters without a gap between them, in the frame of reading."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    sides: Sides
    """Of characters that its own are among."""
    at: int
    """The place of its first character there."""
    blank: bool = False
    """The file stores a blank before it."""
    bold: bool = False
    spaced: bool = False
    """The file stores a blank after it: it ends there, though its line does, too."""
    sideways: bool = False
    """It runs up or down the page."""

    @property
    def lefts(self) -> array[float]:
        """Of each character, as `rights`."""
        return self.sides.lefts[self.at : self.at + len(self.text)]

    @property
    def rights(self) -> array[float]:
        return self.sides.rights[self.at : self.at + len(self.text)]

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


def frame_of(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> Frame:
    """How a page is shown and how most of its characters run."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() // 90 % 4, _turn(text))


def unmapped_part(text: pdfium.PdfTextPage) -> float:
    """The part of a page's characters of which the file does not say what they stand for; what they look like is not asked."""
    sample = _sample(text)
    unmapped = sum(1 for k in sample if raw.FPDFText_HasUnicodeMapError(text, k) == 1)
    return unmapped / max(len(sample), 1)


def _sample(text: pdfium.PdfTextPage) -> range:
    count = max(text.count_chars(), 0)
    return range(0, count, max(count // _SAMPLE, 1))


def _turn(text: pdfium.PdfTextPage) -> int:
    angles = (raw.FPDFText_GetCharAngle(text, k) for k in _sample(text))
    turns = Counter(round(angle / (math.pi / 2)) % 4 for angle in angles if angle >= 0)
    # PDFium's angles run against the sense in which the page must be turned.
    return -turns.most_common(1)[0][0] % 4 if turns else 0


def words_of(text: pdfium.PdfTextPage, frame: Frame) -> list[Word]:
    """The words of a page in the order in which the file stores them."""
    count = text.count_chars()
    if count <= 0:
        return []
    characters = _characters(text, count)
    handle = text.raw
    edges = _boxes(handle, count)
    lefts, tops, rights, bottoms = _in_frame(frame, edges[0::4], edges[3::4], edges[2::4], edges[1::4])
    sides = Sides(array("f", lefts), array("f", rights))
    fonts = _Fonts(text, frame)
    found: list[Word] = []
    starts: list[int] = []
    end = 0
    for token in _TOKEN.finditer(characters):
        start = token.start()
        blank = start > end
        end = token.end()
        font = fonts.of(start)
        if font.flat:
            fonts.level(start, end, tops, bottoms)
        # PDFium makes up blanks, too; those are as wide as nothing.
        spaced = characters[end : end + 1] in _STORED and rights[end] - lefts[end] > _STORED_WIDTH
        runs = list(_runs(start, end, lefts, tops, rights, bottoms))
        if 1 < len(runs) == end - start and _is_sideways(text, frame, start):
            sideways = _around(characters[start:end], lefts, tops, rights, bottoms, start, font.bold)
            if found and _goes_on(found[-1], sideways):
                found[-1] = _joined(found[-1], sideways)
            else:
                found.append(sideways)
                starts.append(start)
            continue
        for a, b in runs:
            found.append(
                Word(
                    characters[a:b], lefts[a], tops[a], rights[b - 1], bottoms[a], sides, a,
                    blank and a == start, font.bold if a == start else fonts.of(a).bold, spaced and b == end,
                )
            )  # fmt: skip
            starts.append(a)
    hidden = {k for k in _collisions(found) if _is_cut_away(handle, starts[k])}
    return [word for k, word in enumerate(found) if k not in hidden] if hidden else found


def _boxes(text: Any, count: int) -> Edges:
    """Left, top, right and bottom of every character in PDFium's coordinates."""
    boxes = (raw.FS_RECTF * count)()
    start, size = ctypes.addressof(boxes), ctypes.sizeof(raw.FS_RECTF)
    places = range(start, start + size * count, size)
    deque(map(native.character_box, repeat(native.address(text), count), range(count), places), maxlen=0)
    return array("f", bytes(boxes)).tolist()


# ---------------------------------------------------------------- text that runs up or down the page


def _is_sideways(text: pdfium.PdfTextPage, frame: Frame, index: int) -> bool:
    """Whether a character stands across the direction in which the page is read: labels of narrow columns do."""
    angle: float = raw.FPDFText_GetCharAngle(text, index)
    return (round(angle / (math.pi / 2)) + frame.read) % 2 == 1


def _around(
    text: str, lefts: Edges, tops: Edges, rights: Edges, bottoms: Edges, start: int, bold: bool
) -> Word:  # fmt: skip
    """A sideways word; each of its characters is as wide as all of it, for no border parts them."""
    end = start + len(text)
    left, right = min(lefts[start:end]), max(rights[start:end])
    box = left, min(tops[start:end]), right, max(bottoms[start:end])
    return Word(text, *box, Sides.alike(left, right, len(text)), 0, True, bold, sideways=True)


def _goes_on(before: Word, word: Word) -> bool:
    """Whether a sideways word stands on the line of the one before it."""
    aligned = abs(before.left - word.left) < _SAME_EDGE and abs(before.right - word.right) < _SAME_EDGE
    gap = max(before.top - word.bottom, word.top - before.bottom)
    return aligned and before.sideways and gap < before.right - before.left


def _joined(before: Word, word: Word) -> Word:
    text = f"{before.text} {word.text}"
    left, right = min(before.left, word.left), max(before.right, word.right)
    top, bottom = min(before.top, word.top), max(before.bottom, word.bottom)
    return Word(
        text, left, top, right, bottom, Sides.alike(left, right, len(text)), 0, True, before.bold, sideways=True
    )


# ---------------------------------------------------------------- text that is not shown


def _collisions(words: list[Word]) -> Iterator[int]:
    """The words on lines where some are printed over each other: a cell of fixed height does not show all of its lines."""
    line: list[int] = []
    last = -math.inf
    for k in sorted(range(len(words)), key=lambda k: words[k].top + words[k].bottom):
        word = words[k]
        middle = (word.top + word.bottom) / 2
        if middle - last > ONE_LINE * (word.bottom - word.top):
            yield from _colliding(words, line)
            line = []
        line.append(k)
        last = middle
    yield from _colliding(words, line)


def _colliding(words: list[Word], line: list[int]) -> list[int]:
    """The words of a line, where one of them runs into the next; none where they stand side by side."""
    line.sort(key=lambda k: words[k].left)
    for a, b in pairwise(line):
        if words[b].left < words[a].right - _COLLISION * words[a].height:
            return line
    return []


def _is_cut_away(text: Any, index: int) -> bool:
    """Whether the text that a character is of lies outside the area to which the file confines it."""
    item = raw.FPDFText_GetTextObject(text, index)
    edges = tuple(ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(item, *edges):
        return False
    left, bottom, right, top = (edge.value for edge in edges)
    clip = raw.FPDFPageObj_GetClipPath(item)
    x, y = edges[:2]
    for path in range(raw.FPDFClipPath_CountPaths(clip)):
        xs, ys = [], []
        for k in range(min(raw.FPDFClipPath_CountPathSegments(clip, path), _LONGEST_CLIP)):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, k), x, y)
            xs.append(x.value)
            ys.append(y.value)
        if xs and not (min(xs) < (left + right) / 2 < max(xs) and min(ys) < (bottom + top) / 2 < max(ys)):
            return True
    return False


class _Font(NamedTuple):
    bold: bool
    flat: bool
    """Its boxes end at the base line but for the letters that reach below: it is not told how far those do."""


class _Fonts:
    """What the fonts of a page say of its characters."""

    def __init__(self, text: pdfium.PdfTextPage, frame: Frame) -> None:
        self._text = text.raw
        self._address = native.address(text.raw)
        self._frame = frame
        self._known: dict[int | None, _Font] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = raw.FS_MATRIX()

    def of(self, index: int) -> _Font:
        key = native.font_of(native.text_object(self._address, index))
        known = self._known.get(key)
        if known is None:
            font = ctypes.cast(key, raw.FPDF_FONT)
            name = ctypes.create_string_buffer(_LONGEST_NAME)
            raw.FPDFFont_GetBaseFontName(font, name, _LONGEST_NAME)
            descent = ctypes.c_float(-1.0)
            raw.FPDFFont_GetDescent(font, 1.0, descent)
            bold = _BOLD.search(name.value.decode("latin-1")) is not None
            known = self._known[key] = _Font(bold, descent.value > _FLAT)
        return known

    def level(self, start: int, end: int, tops: Edges, bottoms: Edges) -> None:
        """Give characters `start` to `end` of a flat font one height, that which fonts have that tell theirs."""
        matrix = self._matrix
        raw.FPDFText_GetMatrix(self._text, start, matrix)
        size = raw.FPDFText_GetFontSize(self._text, start) * math.hypot(matrix.b, matrix.d)
        raw.FPDFText_GetCharOrigin(self._text, start, self._x, self._y)
        _, base, _, _ = self._frame.turned(self._x.value, self._y.value, self._x.value, self._y.value)
        if not size or not all(base - size < bottom < base + _DEEP * size for bottom in bottoms[start:end]):
            return
        tops[start:end] = [base - _ABOVE * size] * (end - start)
        bottoms[start:end] = [base + _BELOW * size] * (end - start)


def _characters(text: pdfium.PdfTextPage, count: int) -> str:
    """One character for each of PDFium's, so that both are counted alike."""
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        characters = bytes(buffer).decode("utf-16-le", "replace")[:count]
        if len(characters) == count:
            return characters
    codes = (raw.FPDFText_GetUnicode(text, k) for k in range(count))
    return "".join("\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code) for code in codes)


def _in_frame(frame: Frame, left: Edges, bottom: Edges, right: Edges, top: Edges) -> tuple[Edges, Edges, Edges, Edges]:
    """Boxes of PDFium's coordinates as lefts, tops, rights and bottoms of the frame of reading."""
    across = [x - frame.left for x in left], [x - frame.left for x in right]
    back = [frame.right - x for x in right], [frame.right - x for x in left]
    up = [y - frame.bottom for y in bottom], [y - frame.bottom for y in top]
    down = [frame.top - y for y in top], [frame.top - y for y in bottom]
    (lefts, rights), (tops, bottoms) = ((across, down), (up, across), (back, up), (down, back))[frame.read]
    return lefts, tops, rights, bottoms


def _runs(a: int, b: int, lefts: Edges, tops: Edges, rights: Edges, bottoms: Edges) -> Iterator[tuple[int, int]]:
    """The stretches of characters `a` to `b` that stand side by side on one line."""
    reach = WIDE * (bottoms[a] - tops[a])
    if b - a == 1:
        yield a, b
        return
    if (
        max(map(sub, lefts[a + 1 : b], rights[a : b - 1])) <= reach
        and min(map(sub, lefts[a + 1 : b], lefts[a : b - 1])) > -0.01
        and max(bottoms[a:b]) - min(bottoms[a:b]) < 0.5
        and max(tops[a:b]) - min(tops[a:b]) < 0.5
    ):
        yield a, b
        return
    start = a
    for k, n in pairwise(range(a, b)):
        reach = WIDE * (bottoms[k] - tops[k])
        beside = lefts[k] - 0.01 < lefts[n] <= rights[k] + reach
        if not beside or abs(bottoms[n] - bottoms[k]) >= 0.5 or abs(tops[n] - tops[k]) >= 0.5:
            yield start, n
            start = n
    yield start, b
