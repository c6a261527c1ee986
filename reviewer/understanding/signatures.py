"""The name under a letter: "H. FULAN, SH" is no section H.

Below it stand his rank or NIP, above it his office, and above that place and date. One line alone proves nothing: a
section may bear two capitalised words, and the first section may follow a signature.
"""

from __future__ import annotations

import re

from reviewer.model import Block, Paragraph
from reviewer.understanding.dates import MONTHS
from reviewer.understanding.text import flat, plain

_DEGREE = re.compile(
    r",\s*(?:(?:S|M|A|D)\.?\s?[A-Z][A-Za-z]{0,5}|[SM][EHMPTS]|MBA|MSi|SSos|SPd|Ph\.?\s?D|Sp\.?\s?[A-Z]\w*)\.?"
    r"(?:\s*,?\s*[A-Z][\w.]{0,8}){0,4}\s*$"
)
_NAME = re.compile(r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,5}(?:,.*)?")
_OFFICE = re.compile(
    r"^(?:(?:an|a\.n|ub|plt|plh|pj|pjs)\b\.?\s*)?(?:kepala|bupati|wali ?kota|gubernur|sekretaris|inspektur|ketua|direktur|"
    r"camat|lurah|menteri|penjabat|wakil|asisten|rektor|pimpinan|komandan)\b"
)
_RANK = re.compile(
    r"^(?:pembina|penata|pengatur|juru|jenderal|letnan|kolonel|mayor|brigadir|komisaris|ajun)\b|^\W*(?:nip|nrp)\b"
)
_DATED = re.compile(rf"^[^\d,]{{3,40}},\s*(?:\d{{1,2}}|[.…_\s]*)\s*(?:{'|'.join(MONTHS)})?\s*(?:19|20)\d\d$")
_SHORT = 90
_ABOVE, _BELOW = 4, 3
"""Paragraphs looked at."""


def signs(blocks: tuple[Block, ...], index: int, title: str, expected: bool) -> bool:
    """Whether the paragraph, a letter with `title` behind it, is the name of who signs. `expected`: a section of that
    letter may well begin here."""
    above = _lines(blocks, index, -1, _ABOVE)
    if not _NAME.fullmatch(title) or not any(_OFFICE.match(line) for line in above) or _any_ranked(above):
        return False
    if _DEGREE.search(title) or _any_ranked(_lines(blocks, index, 1, _BELOW)):
        return True
    return not expected and any(_DATED.match(line) for line in above)


def _any_ranked(lines: list[str]) -> bool:
    return any(_RANK.match(line) for line in lines)


def _lines(blocks: tuple[Block, ...], index: int, step: int, most: int) -> list[str]:
    """The short paragraphs next to one, nearest first."""
    found: list[str] = []
    at = index + step
    while 0 <= at < len(blocks) and len(found) < most:
        block = blocks[at]
        if not isinstance(block, Paragraph) or len(block.text) > _SHORT:
            break
        found.append(plain(flat(block.text)))
        at += step
    return found
