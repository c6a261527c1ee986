"""What the words of a sentence call its rupiah amounts: budget, realisasi, or what is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reviewer.model.report import Figure, Sentence


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of a paragraph and what the words before it call it."""

    figure: Figure
    sentence: int
    says: Literal["budget", "realised", "left", ""]


_REMAINS = re.compile(
    r"\bsisa(?:nya)?(?:\s+(?:anggaran|pagu|dana|belanja|alokasi)(?:nya)?)*(?:\s+yang\s+(?:tidak|belum)\s+\w+)?"
    r"(?:\s+(?:sebesar|senilai|adalah|yaitu|yakni|tersebut))*\s*:?\s*$",
    re.IGNORECASE,
)
_SPENT = re.compile(r"reali[sz]asi|terserap|menyerap|penyerapan", re.IGNORECASE)
_OF_BUDGET = re.compile(
    r"\bdari\s+(?:total\s+|jumlah\s+)?(?:anggaran|pagu|alokasi)\b[^.;]*$|^\s*dari\s*$", re.IGNORECASE
)
_BUDGET = re.compile(r"\b(?:anggaran|pagu|alokasi)", re.IGNORECASE)


def amounts_of(number: int, sentence: Sentence) -> Iterator[Amount]:
    """The exact rupiah amounts of a sentence, each called by the words of its clause since the amount before."""
    since = 0
    for figure in sentence.figures:
        if figure.unit != "Rp" or figure.value <= 0 or figure.scale:
            continue
        start = figure.spot.start - sentence.spot.start
        words = re.split(r";|[.!?]\s+(?=[A-Z])", sentence.text[since:start])[-1]
        since = figure.spot.end - sentence.spot.start
        yield Amount(figure, number, _called(words))


def _called(words: str) -> Literal["budget", "realised", "left", ""]:
    if re.search(r"\bsisa|\bsilpa\b", words, re.IGNORECASE):
        return "left" if _REMAINS.search(words) else ""
    if _OF_BUDGET.search(words):
        return "budget"
    if _SPENT.search(words):
        return "realised"
    return "budget" if _BUDGET.search(words) else ""
