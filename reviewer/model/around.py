"""The words around the figures of a sentence, as checks of running text read them."""

from __future__ import annotations

import re

from reviewer.model.report import Figure, Sentence

CHANGES = (
    r"(?:naik|turun|meningkat|menurun|bertambah|berkurang|kenaikan|penurunan|peningkatan|penambahan|pengurangan|pertumbuhan|"
    r"tumbuh|terkoreksi|menyusut|lebih tinggi|lebih rendah)(?:nya)?"
)
"""Words of a change, as part of a pattern."""
EARLIER = r"(?:(?:pada\s+)?(?:capaian\s+|realisasi\s+|nilai\s+)?(?:tahun\s+)?(?:19|20)\d\d|tahun\s+(?:lalu|sebelumnya))"
"""An earlier year, as part of a pattern."""
_BRACKETS = re.compile(r"\([^()\d]*\)")
_YEAR = re.compile(
    r"\b(?:(?:pada|untuk|di|dalam|yang)\s+)?(?:(?:akhir|bulan)\s+)?(?:(?:tahun(?:\s+anggaran)?|TA\.?)\s*)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_BEFORE = 80
_AFTER = 40
"""Characters before and after a figure that tell what it is."""


def without_years(text: str) -> str:
    """A text without "pada tahun 2023" and the like."""
    return _YEAR.sub("", text)


def between(sentence: Sentence, left: Figure, right: Figure) -> str:
    """The words between two figures, without years and numbers in words in brackets."""
    start = sentence.spot.start
    return without_years(_BRACKETS.sub("", sentence.text[left.spot.end - start : right.spot.start - start]))


def before(sentence: Sentence, figure: Figure) -> str:
    """The words before a figure, without years."""
    end = figure.spot.start - sentence.spot.start
    return without_years(sentence.text[max(0, end - _BEFORE) : end])


def after(sentence: Sentence, figure: Figure) -> str:
    """The words after a figure."""
    return sentence.text[figure.spot.end - sentence.spot.start :][:_AFTER]
