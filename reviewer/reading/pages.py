"""What the end of a page leaves between two pieces of a table: blank lines, a page number, a running title, a caption
said again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reviewer.reading.lines import BLANKS, Line

_NUMBER = re.compile(r"[\W_]*(?:(?:halaman|hal|page)\b[\W_]*)?\d{1,4}[\W_]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_OFTEN = 3
"""Times a title must come back to be a running one."""
_SHORTEST, _LONGEST = 8, 150
_BLANK = 4
"""Blank lines over which a table may go on."""
_LINES = 3
"""Lines of a page's foot and head over which it may."""


_CONTINUES = re.compile(r"\b(?:lanjutan|sambungan)\b", re.IGNORECASE)
_CAPTION = re.compile(r"\W*(?:lanjutan|sambungan|tabel|table)\b", re.IGNORECASE)


class Resumption(NamedTuple):
    """Where a table may go on: the index of the line, whether it follows closely, and the lines of page furniture
    passed over."""

    at: int
    close: bool
    aside: tuple[int, ...]


def continues(line: Line) -> bool:
    """True for a caption that says that its table goes on: "Lanjutan Tabel 3.5", "Tabel 3.5 (lanjutan)"."""
    text = line.text.strip(BLANKS)
    return len(text) <= _LONGEST and bool(_CONTINUES.search(text)) and bool(_CAPTION.match(text))


class Furniture:
    """Knows the page numbers and running titles of a text."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        seen = Counter(_title(line) for line in lines)
        self._titles = {title for title, count in seen.items() if title and count >= _OFTEN}

    def running(self, line: Line) -> bool:
        text = line.text.strip(BLANKS)
        if len(text) > _LONGEST:
            return False
        return bool(_NUMBER.fullmatch(text)) or _title(line) in self._titles or continues(line)

    def resumption(self, end: int) -> Resumption | None:
        """The next line after index `end` that is neither blank nor furniture, near enough for a table to go on."""
        aside: list[int] = []
        blank = 0
        at = end
        while at < len(self._lines):
            line = self._lines[at]
            if line.blank:
                blank += 1
            elif (at > end or continues(line)) and len(aside) < _LINES and self.running(line):
                aside.append(at)
            else:
                break
            at += 1
            if blank > _BLANK * (1 + len(aside)):
                return None
        if at >= len(self._lines) or at == end or not blank and not aside:
            return None
        return Resumption(at, blank <= 1 or bool(aside), tuple(aside))


def _title(line: Line) -> str:
    """A line without its numbers, where it can be a running title."""
    text = line.text
    if len(text) > _LONGEST or "\t" in text or "|" in text:
        return ""
    text = _DIGITS.sub("", text).strip(BLANKS)
    return text if len(text) >= _SHORTEST else ""
