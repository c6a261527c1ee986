"""Paragraphs whose lines were broken at a margin, made whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewer.reading.headings import opens_block
from reviewer.reading.lines import BLANKS, Line

_NARROWEST, _WIDEST = 40, 140
_EVIDENCE = 3
"""Lines broken within a sentence that a text must show before its margin is believed."""
_RAGGED = 0.72
"""Part of the margin that a full line of proportional type may fall short to."""

_NEW_INDENT = 4
"""Blanks further in from which a line begins a paragraph."""
_LEADERS = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}")
_ENDS = re.compile(r"[.:;!?][\"')”’*]*$")
_ITEM = re.compile(
    r"(?:[-•·*▪►✓–—]\s|\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})[.)]+\s|\(\w{1,3}\)\s|\d{1,2}(?:\.\d{1,2})+\s|#)"
)


def margin(lines: Iterable[Line]) -> int | None:
    """The width at which the lines of a text were broken; None where they were not."""
    broken: list[int] = []
    long = count = 0
    before = ""
    for line in lines:
        text = line.text.rstrip(BLANKS)
        if text and "\t" not in text.lstrip(BLANKS) and "|" not in text:
            count += 1
            long += len(text) > _WIDEST
            if _NARROWEST <= len(before) <= _WIDEST and not _ENDS.search(before) and _mid_sentence(text):
                broken.append(len(before))
            before = text
        else:
            before = ""
    if len(broken) < _EVIDENCE or long * 3 > count:
        return None
    broken.sort()
    return broken[min(len(broken) - 1, int(len(broken) * 0.98))]


def _mid_sentence(text: str) -> bool:
    text = text.lstrip(BLANKS)
    return text[0].islower() and not _ITEM.match(text)


def goes_on(before: str, text: str, width: int) -> bool:
    """True where the line `text` goes on the paragraph whose last line is `before`, at a margin of `width`."""
    if _indent(text) >= _indent(before) + _NEW_INDENT and not _ITEM.match(before.lstrip(BLANKS)):
        return False
    before, text = before.rstrip(BLANKS), text.strip(BLANKS)
    if len(before) > width * 1.2 or opens_block(text) or _ITEM.match(text) or _LEADERS.search(before):
        return False
    word = text.split(None, 1)[0]
    full = len(before) + 1 + len(word)
    if full <= width * _RAGGED:
        return False
    if text[0].islower():
        return True
    if _ENDS.search(before):
        return full > width and not before.endswith((":", ";"))
    return not (before.isupper() and not text.isupper())


def _indent(text: str) -> int:
    text = text.expandtabs()
    return len(text) - len(text.lstrip(BLANKS))


def glue(before: str, text: str) -> str:
    """What joins two lines: nothing after a hyphen that breaks or doubles a word, else a blank."""
    if before.endswith("-") and before[-2:-1].isalnum() and text[:1].isalnum():
        return ""
    return " "
