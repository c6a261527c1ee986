"""Words side by side become lines, and lines become text as it is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from reviewer.reading.pdf.frame import Box
from reviewer.reading.pdf.glyphs import NARROW, ONE_LINE, WIDE, Word

_OVERLAP = 0.15
"""A word that begins this part of its height before the end of the one before it is set into it."""
_COVERED = 0.5
"""Part of a character that another one covers where two texts are printed over each other."""
_TWICE = 0.2
"""The same character this near (parts of its height) is printed twice, to look bold."""
_SMALL = 0.8
"""Part of the height of its neighbour that a raised figure may have."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FORMS = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x02": "-", "\ufffe": "-"}
"""Ligatures, and PDFium's two signs for a hyphen at a line's end."""


class Line(NamedTuple):
    """Words on one base line, from the left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    height: float
    """Of its letters: those of the longest word, for a raised figure or a larger sign says little of a line."""
    bold: bool
    """All of it."""
    words: tuple[Word, ...]

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def box(self) -> Box:
        """Of all its words: those of a number that its column cut stand on two lines."""
        return self.left, self.top, self.right, max(self.bottom, self.words[-1].bottom)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines of words that belong together, from the top down."""
    found: list[Line] = []
    group: list[Word] = []
    tallest = at = 0.0
    for word in sorted(words, key=_level):
        if word.sideways:
            # As high as it is long, it would join all the lines beside it.
            found.append(line_of([word]))
            continue
        top, bottom = word.top, word.bottom
        height, middle = bottom - top, (top + bottom) / 2
        if group and middle - at > ONE_LINE * (height if height > tallest else tallest):
            found.append(line_of(group))
            group, tallest = [], 0.0
        if not group or height > tallest:
            tallest, at = height, middle
        group.append(word)
    if group:
        found.append(line_of(group))
    return found


def _level(word: Word) -> float:
    return word.top + word.bottom


_LEFT = itemgetter(1)


def line_of(words: Iterable[Word]) -> Line:
    """One line of words in any order."""
    ordered = sorted(words, key=_LEFT)
    if len(ordered) == 1:
        only = ordered[0]
        return Line(text_of(ordered), *only[1:5], only.height, only.bold, (only,))
    if any(b.left < a.right - _OVERLAP * a.height for a, b in pairwise(ordered)):
        ordered = _apart(ordered)
    top, right, bottom, bold = ordered[0].top, ordered[0].right, ordered[0].bottom, True
    longest, most = ordered[0], 0
    for word in ordered:
        top, right, bottom = min(top, word.top), max(right, word.right), max(bottom, word.bottom)
        if len(word.text) > most:
            longest, most = word, len(word.text)
        bold = bold and word.bold
    return Line(text_of(ordered), ordered[0].left, top, right, bottom, longest.height, bold, tuple(ordered))


def text_of(ordered: Sequence[Word]) -> str:
    """The text of words from the left, a blank where there is a gap."""
    before = ordered[0]
    height = before.height
    parts = [before.text]
    for word in ordered[1:]:
        own = word.bottom - word.top
        gap = (word.left - before.right) / ((height if height > own else own) or 1)
        if gap > WIDE or word.blank and gap > NARROW:
            parts.append(" ")
            parts.append(word.text)
        elif own < _SMALL * height and _is_raised(before, word):
            parts.append(word.text.translate(_RAISED))
        else:
            parts.append(word.text)
        before, height = word, own
    text = "".join(parts)
    return text if text.isascii() and "\x02" not in text else _readable(text)


def _is_raised(before: Word, word: Word) -> bool:
    """Small figures above the line: the mark of a note, a power, a degree; they are no digits of the number before."""
    return word.middle < before.middle - 0.05 * before.height and word.text.rstrip(")*").isdigit()


def _apart(words: Sequence[Word]) -> list[Word]:
    """Words set into each other as single characters: some programs print the dots of a number after its digits."""
    single = [
        Word(
            character,
            left,
            word.top,
            right,
            word.bottom,
            word.sides,
            word.at + k,
            word.blank and k == 0,
            word.bold,
            word.spaced and k == len(word.text) - 1,
        )
        for word in words
        for k, (character, left, right) in enumerate(zip(word.text, word.lefts, word.rights, strict=True))
    ]
    single.sort(key=lambda w: w.left + w.right)
    covered = sum(
        1 for a, b in pairwise(single) if a.text != b.text and b.left < a.right - _COVERED * (a.right - a.left)
    )
    if covered * 4 > len(single):
        # Two texts over each other, not one in pieces.
        return list(words)
    kept = single[:1]
    for word in single[1:]:
        last = kept[-1]
        if word.text != last.text or word.left - last.left > _TWICE * word.height:
            kept.append(word)
    return kept


def _readable(text: str) -> str:
    if any("\ue000" <= character <= "\uf8ff" for character in text):
        text = "".join(map(_symbol, text))
    for form, characters in _FORMS.items():
        text = text.replace(form, characters)
    return text


def _symbol(character: str) -> str:
    """A character of a symbol font; which font it was matters little for signs of lists."""
    if not "\uf020" <= character <= "\uf0ff":
        return "\ufffd" if "\ue000" <= character <= "\uf8ff" else character
    from reviewer.reading.docx.symbols import UNKNOWN, symbol

    sign = symbol(ord(character), "wingdings")
    return sign if sign != UNKNOWN else symbol(ord(character), "symbol")
