"""A check of an inspectorate's own: in a report on rupiah nothing is told in dollars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Severity, Spot, Words

_DOLLARS = re.compile(r"(?:US\$|USD)\s?\d[\d.,]*\d")


class ForeignCurrency(Check):
    code = "LOK001"
    name = "foreign-currency"
    severity = Severity.WARNING
    title = Words("Nilai dalam dolar", "An amount in dollars")
    docs = Words(
        "Laporan kinerja memakai rupiah. Nilai dalam dolar ditunjukkan agar disertai nilai rupiahnya.",
        "A performance report is in rupiah. Amounts in dollars are pointed out, so that their value in rupiah is added.",
    )
    reason = Words("Kebiasaan inspektorat ini.", "The custom of this inspectorate.")
    messages = {
        "found": Words("{amount} tidak dalam rupiah.", "{amount} is not in rupiah."),
    }
    good = (Example("BAB I PENDAHULUAN\n\nBantuan yang diterima Rp1.500.000.000,00.\n"),)
    bad = (Example("BAB I PENDAHULUAN\n\nBantuan yang diterima USD 100,000.\n", finds="USD 100,000"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        for index, paragraph in report.paragraphs():
            for found in _DOLLARS.finditer(paragraph.text):
                spot = Spot(index, start=found.start(), end=found.end())
                yield Problem(spot, params=(("amount", found[0]),), stated=found[0])
