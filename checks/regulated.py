"""YRS: the period that the title of a plan's regulation names, against the year of the regulation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Severity, Words


class PeriodOfRegulation(Check):
    """A plan is laid down at the beginning of its period."""

    code = "YRS006"
    name = "period-of-regulation"
    severity = Severity.WARNING
    title = Words(
        "Periode RPJMD/Renstra tidak sesuai tahun peraturannya",
        "The period of a plan does not fit its regulation's year",
    )
    reason = Words(
        "RPJMD dan Renstra ditetapkan pada awal periodenya (Permendagri 86/2017); periode lama biasanya tertinggal dari laporan "
        "sebelumnya.",
        "RPJMD and Renstra are laid down at the beginning of their period (Permendagri 86/2017); an old period is commonly left "
        "from an earlier report.",
    )
    docs = Words(
        "Peraturan daerah atau peraturan kepala daerah tentang RPJMD atau Renstra yang judulnya menyebut periode yang sudah "
        "berakhir pada tahun peraturan itu, atau baru dimulai tiga tahun sesudahnya. Perubahan atas rencana dibiarkan.",
        "A regional regulation on an RPJMD or Renstra whose title names a period that ends in the regulation's own year or "
        "before, or begins three years later or more. Amendments of plans are left alone.",
    )
    messages = {
        "found": Words(
            "{kind} Nomor {number} Tahun {year} memuat rencana periode {stated}, yang tidak cocok dengan tahun peraturannya.",
            "{kind} Nomor {number} Tahun {year} is on a plan for {stated}, which does not fit the year of the regulation.",
        ),
    }
    _TEXT = "Peraturan Daerah Kota Wanajaya Nomor 8 Tahun 2021 tentang {}Rencana Pembangunan Jangka Menengah Daerah Tahun {};\n"
    good = (
        Example(_TEXT.format("", "2021-2026")),
        Example(_TEXT.format("Perubahan atas Peraturan Daerah Nomor 3 Tahun 2016 tentang ", "2016-2021")),
    )
    bad = (Example(_TEXT.format("", "2016-2021"), "2016-2021"),)
    _PLAN = re.compile(r"pembangunan jangka menengah|\brpjmd\b|rencana strategis|\brenstra\b", re.IGNORECASE)
    _PERIOD = re.compile(r"\b((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d)\b")

    def inspect(self, report: Report) -> Iterator[Problem]:
        for citation in report.citations:
            period = self._PERIOD.search(citation.title)
            if (
                period is None
                or citation.year is None
                or not re.match("per(?:da|b|w|g|k)", citation.kind, re.IGNORECASE)
            ):
                continue
            first, last = int(period.group(1)), int(period.group(2))
            if not 3 <= last - first <= 6 or not self._PLAN.search(citation.title):
                continue
            changed = citation.link or re.search("perubahan|pencabutan", citation.title, re.IGNORECASE)
            if not changed and (citation.year >= last or citation.year <= first - 3):
                yield Problem(
                    citation.spot,
                    stated=f"{first}-{last}",
                    params=(("kind", citation.kind), ("number", citation.number), ("year", str(citation.year))),
                    content=(citation.number, period.group()),
                )
