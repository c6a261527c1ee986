"""Numbers and words too long for their column, cut over two of its lines.

A word processor moves a word that does not fit to a line of its own, and cuts it only there. So a cut piece stands alone on
its line, fills it to within a character, and no blank is stored after it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import Enum
from itertools import pairwise

from reviewer.reading.pdf.lines import Line

_PADDING = 6.0
"""Points that a cell leaves beside its text at most."""
_SLACK = 1.3
"""Widths of a character by which a line that is cut may be short of full."""
_NEAR = 1.6
"""Line heights between two lines of one number at most."""
_FILLED = 0.6
"""Part of a cell's width that a line fills in which a word was cut."""

_HEAD = re.compile(r"(?:Rp\.?)?[-–(]{0,2}(\d[\d.,]*)")
_TAIL = re.compile(r"([\d.,]*\d[.,]?)(?:,[-–]{1,2})?\)?%?")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?")
_SHORT_GROUP = re.compile(r"\d{1,3}(?:(?:\.\d{3})+\.|(?:,\d{3})+,)\d{1,2}")
_SHORT_DECIMALS = re.compile(r"\d{1,3}(?:(?:\.\d{3})+,|(?:,\d{3})+\.)\d")
_DECIMAL = re.compile(r"\d+[.,]\d{1,2}")
_PIECE = "0123456789.,"
_NO_NUMBER = re.compile(r"0[\d.]")
"""No number of its own begins so."""
_CODE = re.compile(r"\d{1,2}(?:\.\d{1,4}){3,}")

_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_PART = re.compile(r"[\w/&]")


class Cut(Enum):
    """Whether two lines of a cell hold one number."""

    NO = 0
    YES = 1
    OPEN = 2
    """They may: it cannot be told."""


def number_cut(head: str, tail: str, full: bool, more: bool = False) -> Cut:
    """What two pieces, one below the other, are; `full` says that the upper one fills its column, `more` that the lower one
    does and a third piece stands below it.

    "17.072.320." over "000" and, where it is full, "17.072.320.0" over "00" are one number. A full "98,4" over "6" is one
    number or two.
    """
    upper, lower = _HEAD.fullmatch(head), _TAIL.fullmatch(tail)
    if upper is None or lower is None:
        return Cut.NO
    first, second = upper[1], lower[1]
    whole = (first + second).rstrip(".,")
    grouped = _GROUPED.fullmatch(whole) is not None or more and _is_short(whole)
    if first[-1] in ".,":
        return Cut.YES if grouped or first[-1] == "," and _DECIMAL.fullmatch(whole) else Cut.NO
    if second[0] in ".,":
        return Cut.YES if grouped or _DECIMAL.fullmatch(whole) else Cut.NO
    if not full:
        return Cut.NO
    if _SHORT_GROUP.fullmatch(first) or _SHORT_DECIMALS.fullmatch(first):
        return Cut.YES if grouped else Cut.NO
    if _CODE.fullmatch(first) and _CODE.fullmatch(whole):
        return Cut.YES if second.isdigit() else Cut.NO
    if not _DECIMAL.fullmatch(first) or not (grouped or _DECIMAL.fullmatch(whole)):
        return Cut.NO
    return Cut.YES if _NO_NUMBER.match(second) else Cut.OPEN


def fills(line: Line, following: Line, left: float, right: float) -> bool:
    """Whether the first character of `following` would not have fitted behind `line` between two borders."""
    before, behind = line.left - left, right - line.right
    room = before + behind - 2 * min(max(before, 0.0), max(behind, 0.0), _PADDING)
    word = following.words[0]
    return room < _SLACK * (word.rights[0] - word.lefts[0])


def mended(lines: list[Line], left: float, right: float) -> list[Line]:
    """The lines of a cell with the numbers that its borders cut made whole; where it is open whether they were, the
    pieces are one line with line breaks in it, and so no number.
    """
    if len(lines) < 2 or not any(line.text[0] in _PIECE for line in lines[1:]):
        return lines
    full = [fills(line, following, left, right) for line, following in pairwise(lines)]
    found: list[Line] = []
    k = 0
    while k < len(lines):
        count, cut = _cut_from(lines[k:], full[k:])
        found.append(lines[k] if cut is Cut.NO else _as_one(lines[k : k + count], "" if cut is Cut.YES else "\n"))
        k += 1 if cut is Cut.NO else count
    return found


def _cut_from(lines: Sequence[Line], full: Sequence[bool]) -> tuple[int, Cut]:
    """How many lines the number at the first of them takes, and whether it is one."""
    head, cut = lines[0].text, Cut.NO
    if head[-1] not in _PIECE:
        return 1, Cut.NO
    count = 1
    for k, line in enumerate(lines[1:]):
        if line.middle - lines[k].middle > _NEAR * line.height:
            break
        more = k + 1 < len(full) and full[k + 1] and lines[k + 2].text[0] in _PIECE
        found = number_cut(head, line.text, full[k], more)
        if found is Cut.NO:
            break
        head += line.text
        cut = Cut.OPEN if Cut.OPEN in (cut, found) else Cut.YES
        count += 1
    if cut is Cut.YES and _is_short(head):
        cut = Cut.OPEN
    return count, cut


def _is_short(text: str) -> bool:
    """Whether an amount lacks digits at its end."""
    core = _HEAD.match(text)
    return core is not None and (_SHORT_GROUP.fullmatch(core[1]) or _SHORT_DECIMALS.fullmatch(core[1])) is not None


def _as_one(lines: Sequence[Line], between: str) -> Line:
    """Lines as one that stands where the first of them does."""
    return lines[0]._replace(
        text=between.join(line.text for line in lines),
        left=min(line.left for line in lines),
        right=max(line.right for line in lines),
        words=tuple(word for line in lines for word in line.words),
    )


def is_open(line: Line) -> bool:
    """Whether a line is two pieces of which it cannot be told whether they are one number."""
    return "\n" in line.text


def is_word_cut(before: Line, line: Line, left: float, right: float, words: Collection[str], blanks_kept: bool) -> bool:
    """Whether a line of a cell ends within a word: "Realis" over "asi".

    `words` are those of the draft in lower case: a word that is whole elsewhere. `blanks_kept` says that the file stores a
    blank where a line ends between two words.
    """
    if before.words[-1].spaced:
        return False
    head, tail = _LAST_WORD.search(before.text), _WORD.match(line.text)
    if head is not None and tail is not None and tail.group()[0].islower():
        whole = (head.group() + tail.group()).lower()
        known = whole in words and (head.group().lower() not in words or tail.group() not in words)
        if known and before.right - before.left >= _FILLED * (right - left):
            return True
    if not blanks_kept or " " in before.text or not before.text[-1].isalpha() or not _PART.match(line.text):
        return False
    return fills(before, line, left, right)


def keeps_blanks(lines: Sequence[Line]) -> bool:
    """Whether a line of a cell ends in a blank that the file stores, so that one without it may have been cut."""
    return any(line.words[-1].spaced for line in lines[:-1])
