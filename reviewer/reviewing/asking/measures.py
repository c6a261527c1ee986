"""What a figure measures, in the words that people ask with."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from reviewer.language import tr

Kind = Literal["program", "kegiatan", "sub kegiatan", "sasaran", "indikator"]
"""What a row may be."""


class Measure(StrEnum):
    """What a column of figures tells of its rows."""

    BUDGET = "pagu"
    REALISATION = "realisasi"
    TARGET = "target"
    ACHIEVEMENT = "capaian"
    ABSORPTION = "serapan"
    """Realisasi over pagu, in per cent."""
    REMAINDER = "sisa"
    SHARE = "proporsi"

    @property
    def percent(self) -> bool:
        return self in (Measure.ACHIEVEMENT, Measure.ABSORPTION, Measure.SHARE)


def measure_name(measure: Measure) -> str:
    match measure:
        case Measure.BUDGET:
            return tr("pagu")
        case Measure.REALISATION:
            return tr("realisasi")
        case Measure.TARGET:
            return tr("target")
        case Measure.ACHIEVEMENT:
            return tr("capaian")
        case Measure.ABSORPTION:
            return tr("serapan")
        case Measure.REMAINDER:
            return tr("sisa")
        case _:
            return tr("proporsi")
