"""Lines that wrap are made whole again, also over the end of a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reviewer.reading.headings import opens_block
from reviewer.reading.pdf.glyphs import WIDE
from reviewer.reading.pdf.lines import Line

_GAP = 1.35
"""Line pitches from which on a gap ends a paragraph."""
_PITCH = 2.6
"""Letter heights from base line to base line at most, in double spacing; the lines of a cover stand further apart."""
_INDENT = 7.0
"""Points by which a first line stands further in."""
_SIZE = 0.15
"""Part by which letters must differ to be of another paragraph."""
_FAR = 2.0
"""Line heights between the title and the page of a contents line."""
_WIDE = 0.4
"""Line heights of a gap that sets text off."""
_HANGING = 40.0
"""Points at most from the mark of an item to the lines below its first."""
_ALIGNED = 4.0
"""Points within which lines begin alike."""
_SHOUTED = 8
"""Letters from which on capitals tell a heading from its text."""
_FEW = 5
_NARROW = 0.35
"""Part of the text's width that a line has at least that wraps at its margin."""
_ROOM = 1.0
"""Line heights that a line may end before the margin where the next word would have fitted: no margin is quite straight."""

_ITEM = re.compile(
    r"(?:[-–—•·*▪►✓➢❖■□●○◦→➔✔⮚o]\s|\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})[.)]+(?:\s|$)|\(\w{1,3}\)\s|"
    r"\d{1,2}(?:\.\d{1,2})+\s+[A-Z]|(?:Pasal|Misi|Tujuan|Sasaran(?: Strategis)?)\s+[\dIVX]+\s*[:.])"
)
_RANGE = re.compile(r"[-–—]\s?\d")
_MARK = re.compile(r"[^\w(]{1,2}|\(?\w{1,5}(?:\.\w{1,3})*[.)]+|\d{1,2}(?:\.\d{1,2})+")
_REFERENCE = re.compile(r"(?:Tabel|Gambar|Grafik|Diagram|Bagan)\s+\d+(?:[.\-]\d+)*[.,;:)]*(?:$|\s+[a-z(])")
_CALLS = re.compile(
    r"(?:^|\W)(?:tabel|gambar|grafik|diagram|bagan|lampiran|bab|nomor|pasal|ayat|angka|huruf|butir|halaman)$",
    re.IGNORECASE,
)
"""Words that a number or letter comes after."""
_ENDS = re.compile(r"[.:;!?][\"')”’*]*$")
_HARD_END = re.compile(r"[:;][\"')”’*]*$")
_CONTENTS = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,})\s*(?:\d{1,4}|[ivxlcIVXLC]{1,7})?$")
_PAGE = re.compile(r"\d{1,4}|[ivxlc]{1,7}|[IVX]{1,4}[-–]\d{1,3}")


class Margin(NamedTuple):
    """How the running text of a page is set."""

    left: float
    right: float
    pitch: float


def margin_of(lines: Sequence[Line], before: Margin | None) -> Margin:
    """The margins of a page's lines and their usual pitch; `lines` run from the top down.

    A page of few lines says little of where they would break: it keeps those of the page `before`.
    """
    if not lines:
        return Margin(0.0, 0.0, 0.0)
    rights = sorted(line.right for line in lines)
    left = min(line.left for line in lines)
    width = rights[-1] - left
    # The margin is where most long lines end; one line may run over it.
    long = [line.right for line in lines if line.right - line.left > 0.6 * width]
    right = sorted(long)[int(0.85 * (len(long) - 1))] if long else rights[-1]
    pitches = Counter(round(2 * (b.middle - a.middle)) / 2 for a, b in pairwise(lines) if b.middle - a.middle > 2)
    if before is not None and len(lines) < _FEW:
        return Margin(min(left, before.left), max(right, before.right), before.pitch or _usual(pitches))
    return Margin(left, right, _usual(pitches))


def _usual(pitches: Counter[float]) -> float:
    """The commonest pitch, neighbours counted with it."""
    if not pitches:
        return 0.0
    return max(pitches, key=lambda p: (pitches[p] + pitches[p - 0.5] + pitches[p + 0.5], -p))


def groups_of(lines: Sequence[Line], margin: Margin) -> list[list[Line]]:
    """The lines of each paragraph; `lines` follow each other on one page with nothing between them."""
    found: list[list[Line]] = []
    for line in lines:
        if found and _goes_on(found[-1], line, margin):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _goes_on(group: Sequence[Line], line: Line, margin: Margin) -> bool:
    """Whether a line goes on the paragraph of the lines above it."""
    last = group[-1]
    pitch = min(margin.pitch, _PITCH * last.height)
    if line.middle - last.middle > _GAP * max(pitch, last.height):
        return False
    if _CONTENTS.search(line.text) and not _CONTENTS.search(last.text):
        return _goes_on_in_contents(group[0], line)
    return _same_text(group, line, margin) and not _stands_in(group, line)


def _goes_on_in_contents(first: Line, line: Line) -> bool:
    """Whether a line with leaders and page is the rest of an entry of the contents: it hangs under the entry's title."""
    entry = opens_block(first.text) or _ITEM.match(first.text) is not None
    return entry and line.left > first.left + _INDENT and not (opens_block(line.text) or _ITEM.match(line.text))


def goes_over(group: Sequence[Line], line: Line, above: Margin) -> bool:
    """Whether the first line of a page plainly goes on the paragraph that ends the page before."""
    last = group[-1]
    if _ENDS.search(last.text) or not _same_text(group, line, above):
        return False
    return line.text[:1].islower() or len(group) > 1 and not _stands_in(group[-1:], line)


def _same_text(group: Sequence[Line], line: Line, margin: Margin) -> bool:
    last = group[-1]
    if _CONTENTS.search(last.text) or _opens(last.text, line.text):
        return False
    if abs(line.height - last.height) > _SIZE * max(line.height, last.height):
        return False
    if _HARD_END.search(last.text) or opens_block(group[0].text) and len(group[0].text) < 60:
        return False
    if last.text.isupper() != line.text.isupper() and min(_letters(last.text), _letters(line.text)) >= _SHOUTED:
        return False
    if line.bold != last.bold and all(other.bold == last.bold for other in group) and _differ(last, line):
        return False
    return _is_full(last, line, margin)


def _opens(last: str, text: str) -> bool:
    """Whether a line opens a chapter, a caption or an item; not where the sentence above it goes on with its number."""
    if opens_block(text):
        return bool(_ENDS.search(last)) or not _REFERENCE.match(text)
    if _ITEM.match(text):
        return not (_RANGE.match(text) and last[-1:].isdigit() or _CALLS.search(last))
    return False


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _differ(last: Line, line: Line) -> bool:
    """Whether two lines differ in weight from edge to edge; one bold word that wrapped does not make a heading."""
    return last.words[-1].bold != line.words[0].bold and (len(last.words) > 2 or len(line.words) > 2)


def _is_full(last: Line, line: Line, margin: Margin) -> bool:
    """Whether the first word of `line` would not have fitted at the end of `last`."""
    if last.right - last.left < _NARROW * (margin.right - margin.left):
        # A signature, a place and date: set off to one side, each line for itself.
        return line.text[:1].islower()
    room = margin.right - last.right
    if _is_centred(last, margin) and _is_centred(line, margin):
        room += last.left - margin.left
    if room < _ROOM * last.height:
        return True
    return room < _first_width(line) + 0.3 * last.height


def _is_centred(line: Line, margin: Margin) -> bool:
    """Whether a line leaves as much room on its left as on its right."""
    before, behind = line.left - margin.left, margin.right - line.right
    return before > line.height and abs(before - behind) < line.height


def _first_width(line: Line) -> float:
    """The width of a line's first word, which some files hold in pieces."""
    right = line.words[0].right
    for before, word in pairwise(line.words):
        if word.blank or word.left - before.right > WIDE * line.height:
            break
        right = word.right
    return right - line.left


def _stands_in(group: Sequence[Line], line: Line) -> bool:
    """Whether a line stands further in than the lines above, as the first of a paragraph does."""
    if line.left <= max(other.left for other in group) + _INDENT:
        return False
    if len(group) == 1 and _ITEM.match(group[0].text) and line.left <= group[0].left + _HANGING:
        return False
    return all(abs(line.left - left) > _ALIGNED for left in hung(group[0]))


def hung(line: Line) -> list[float]:
    """Where the lines below may begin because the text of an item does: behind its mark or a wide gap."""
    marked = _ITEM.match(line.text) and _MARK.fullmatch(line.words[0].text)
    return [
        word.left
        for k, (before, word) in enumerate(pairwise(line.words))
        if word.left - before.right > _WIDE * line.height or k == 0 and marked
    ]


def shown(line: Line) -> str:
    """A line's text; the page of a contents line without leaders is set off by a tab."""
    if len(line.words) < 2:
        return line.text
    before, last = line.words[-2:]
    if last.left - before.right > _FAR * last.height and _PAGE.fullmatch(last.text) and line.text.endswith(last.text):
        return line.text[: -len(last.text)].rstrip() + "\t" + last.text
    return line.text


def glue(before: str, text: str) -> str:
    """What joins two lines: nothing after a hyphen that breaks or doubles a word, else a blank."""
    if before.endswith("-") and before[-2:-1].isalnum() and text[:1].isalnum():
        return ""
    return " "
