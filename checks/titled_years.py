"""YRS: years in the title lines of sheets and sections, and planning periods that are off by a year."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Paragraph, Problem, Report, Severity, Spot, Words

_REASON = Words(
    "Dokumen satu tahun anggaran menyebut tahun itu di setiap judulnya; judul lama sering tertinggal saat lembar disalin.",
    "A paper of one fiscal year names it in each of its titles; an old title is often left when a sheet is copied.",
)


class TitledYear(Check):
    """A title line names the year of the document."""

    code = "YRS007"
    name = "titled-year"
    severity = Severity.WARNING
    title = Words("Tahun di judul lembar atau bagian berbeda", "A sheet or section is titled with another year")
    reason = _REASON
    docs = Words(
        "Baris judul “TAHUN ANGGARAN 2024” di atas tabel suatu lembar atau bagian, padahal dokumen ini dan judul lainnya "
        "bertahun 2025. Lembar tersembunyi, lembar yang namanya memuat tahun itu, tabel dengan kolom tahun itu, dan judul "
        "pembanding (realisasi tahun lalu, sebelumnya) dibiarkan; hanya bila judul bertahun benar lebih banyak.",
        "A title line “TAHUN ANGGARAN 2024” above a sheet's or section's table, while the document and its other titles are of "
        "2025. Hidden sheets, sheets whose name has that year, tables with columns of that year and titles that compare "
        "(last year's) are left alone; only where more titles have the right year.",
    )
    messages = {
        "found": Words(
            "Judul di sini menyebut tahun {stated}, padahal dokumen ini dan {count} judul lain bertahun {expected}.",
            "The title here names {stated}, but the document and {count} other titles are of {expected}.",
        ),
    }
    _ONE = (
        "PERJANJIAN KINERJA\nTAHUN 2025\n\nRENCANA AKSI\nTAHUN ANGGARAN 2025\n\nNo\tAksi\tTarget\n1\tPelatihan\t4\n\n"
    )
    _TWO = "RINCIAN ANGGARAN\nTAHUN ANGGARAN {year}\n\nNo\tProgram\tAnggaran\n1\tProgram A\t4.000.000\n2\tProgram B\t5.000.000\n"
    good = (
        Example(_ONE + _TWO.format(year=2025)),
        Example(_ONE + "REALISASI TAHUN LALU SEBAGAI PEMBANDING\n" + _TWO.format(year=2024)),
    )
    bad = (Example(_ONE + _TWO.format(year=2024), "2024"),)
    _LINE = re.compile(r"^\W*(?:tahun anggaran|t\.?\s?a\.?|tahun)\s*[:.]?\s*(?P<year>20[0-4]\d)\W*$", re.IGNORECASE)
    _OTHER = re.compile(
        r"banding|lalu|sebelum|pelaksanaan|evaluasi|histori|tahun n-1|data awal|baseline|kondisi awal", re.IGNORECASE
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        year = report.identity.year
        if year is None:
            return
        lines = list(self._lines(report))
        right = sum(1 for _, text, _ in lines if int(text) == year)
        odd = [(spot, text, near) for spot, text, near in lines if year - 3 <= int(text) < year]
        if len(odd) != 1 or right < 1:
            return
        spot, text, near = odd[0]
        titled = right + sum(1 for _, p in report.paragraphs() if self._heads(p.text, year))
        if titled >= 2 and not self._legit(report, spot, text, near):
            yield Problem(spot, stated=text, expected=str(year), params=(("count", str(right)),))

    def _lines(self, report: Report) -> Iterator[tuple[Spot, str, str]]:
        """Lines of a year alone, with the lines around them; titles that end in a year count on sheets."""
        blocks = report.document.blocks
        for block, paragraph in report.paragraphs():
            match = self._LINE.match(paragraph.text) or (
                self._ENDS.match(paragraph.text) if paragraph.place.sheet else None
            )
            if match is None or block in report.contents or paragraph.role != "body":
                continue
            around = [b.text for b in blocks[max(0, block - 3) : block + 2] if isinstance(b, Paragraph)]
            yield Spot(block, start=match.start("year"), end=match.end("year")), match["year"], " ".join(around)

    _ENDS = re.compile(r"^[A-Z\s/,.()-]{6,90}\bTAHUN(?: ANGGARAN)?\s+(?P<year>20[0-4]\d)\s*$")

    def _heads(self, text: str, year: int) -> bool:
        match = self._ENDS.match(text)
        return match is not None and int(match["year"]) == year

    def _legit(self, report: Report, spot: Spot, text: str, near: str) -> bool:
        sheet = report.place(spot).sheet or ""
        table = next((t for t in report.tables if spot.block < t.block <= spot.block + 4), None)
        if table is None or table.table.hidden or (table.table.place.sheet or "") != sheet:
            return True
        columns = any(c.year == int(text) for c in table.columns)
        return text in sheet or columns or self._OTHER.search(f"{near} {sheet}") is not None


_PLAN = re.compile(
    r"\b(?P<plan>renstra|rencana strategis|rpjmd)\b(?P<between>[^.;\d]{0,120}?)(?:tahun|periode|th\.?)?\s*"
    r"(?P<first>20[0-4]\d)\s?[-–—]\s?(?P<last>20[0-4]\d)(?!\d)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"sebelum|lalu\b|terdahulu|berakhir|lama\b|berikut|mendatang|perubahan|revisi|transisi|provinsi|nasional|kementerian|rpjmn"
    r"|semula|awal\b|rancangan|baru\b",
    re.IGNORECASE,
)


_PLAIN = frozenset(
    "perangkat daerah skpd opd dinas badan pemerintah kabupaten kota provinsi tahun periode untuk contoh dan yang adalah "
    "jangka menengah pembangunan rencana strategis dokumen".split()
)


class PeriodElsewhere(Check):
    """One plan has one period."""

    code = "YRS008"
    name = "period-elsewhere"
    severity = Severity.WARNING
    title = Words("Periode Renstra atau RPJMD berbeda-beda", "A plan's period differs within the draft")
    reason = Words(
        "Laporan membandingkan capaian dengan satu dokumen perencanaan strategis yang berlaku (PermenPANRB 53/2014 Lampiran II).",
        "The report compares results with the one strategic plan in force (PermenPANRB 53/2014, annex II).",
    )
    docs = Words(
        "Renstra (atau RPJMD) yang di satu tempat disebut berperiode 2018-2022 dan di tempat lain 2019-2023: sama panjang, "
        "sama-sama memuat tahun laporan, bergeser satu atau dua tahun. Yang hanya sekali dilaporkan bila periode lainnya disebut "
        "dua kali atau lebih. Rencana lama, perubahannya dan rencana provinsi atau kementerian dibiarkan.",
        "A Renstra (or RPJMD) of 2018-2022 in one place and 2019-2023 in another: of one length, both holding the report's year, "
        "a year or two apart. The one named once is reported where the other is named twice or more. Older plans, amended ones "
        "and those of a province or ministry are left alone.",
    )
    messages = {
        "found": Words(
            "Periode {plan} tertulis {stated}, di {times} tempat lain {expected}.",
            "The period of the {plan} is {stated} here, but {expected} in {times} other places.",
        ),
    }
    _HEAD = (
        "LAPORAN KINERJA TAHUN 2021\n\nLaporan Kinerja Tahun 2021 disusun. Pengukuran kinerja tahun 2021 memakai capaian.\n\n"
        "Renstra Dinas Contoh Tahun 2019-2023 memuat sasaran. Renstra Tahun 2019-2023 berlaku.\n\n"
    )
    good = (
        Example(_HEAD + "Sasaran itu mengacu pada Renstra Arsip Nasional Tahun 2018-2022.\n"),
        Example(_HEAD + "RPJMD Tahun 2018-2022 memuat misi. Renstra sebelumnya, Tahun 2018-2022, telah direvisi.\n"),
        Example(_HEAD + "Laporan ini tahun ketiga dari Renstra Dinas Contoh Tahun 2019-2023.\n"),
    )
    bad = (Example(_HEAD + "Laporan ini tahun ketiga dari Renstra Dinas Contoh Tahun 2018-2022.\n", "2018-2022"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        year = report.identity.year
        if year is None:
            return
        found: dict[str, list[tuple[tuple[int, int], Spot, str]]] = defaultdict(list)
        for block, paragraph in report.paragraphs():
            for match in _PLAN.finditer(paragraph.text):
                plan = "RPJMD" if match["plan"].lower() == "rpjmd" else "Renstra"
                before = re.split(r"[.;]", paragraph.text[max(0, match.start() - 60) : match.start()])[-1]
                behind = paragraph.text[match.end() : match.end() + 40]
                if (
                    _ANOTHER.search(self._own(report, f"{before} {match['between']}"))
                    or not self._plain(report, match["between"])
                    or re.search(r"sebelum|lalu\b|berakhir|semula", behind)
                ):
                    continue
                spot = Spot(block, start=match.start("first"), end=match.end("last"))
                found[plan].append(
                    ((int(match["first"]), int(match["last"])), spot, paragraph.text[spot.start : spot.end])
                )
        for plan, named in found.items():
            counts = Counter(period for period, _, _ in named)
            (usual, times), *rest = counts.most_common()
            if times < 2 or len(rest) != 1 or not usual[0] <= year <= usual[1]:
                continue
            for period, spot, text in named:
                moved = abs(period[0] - usual[0])
                if period == usual or counts[period] != 1 or not 1 <= moved <= 2 or spot.block in report.contents:
                    continue
                if period[1] - usual[1] == period[0] - usual[0] and period[0] <= year <= period[1]:
                    yield Problem(
                        spot,
                        stated=text,
                        expected=f"{usual[0]}-{usual[1]}",
                        params=(("plan", plan), ("times", str(times))),
                        evidence=tuple(s for p, s, _ in named if p == usual)[:3],
                    )

    def _plain(self, report: Report, between: str) -> bool:
        """Whether nothing but the own office and region stands between a plan and its period: another office has its own."""
        words = set(re.findall(r"[a-z]+", between.lower()))
        own = set(re.findall(r"[a-z]+", f"{report.identity.institution} {report.identity.region}".lower()))
        return words <= own | _PLAIN

    def _own(self, report: Report, text: str) -> str:
        """Without the office's own name, which may say "Provinsi"."""
        bare = text.lower()
        for name in (report.identity.institution, report.identity.region):
            bare = bare.replace(name.lower(), " ") if name else bare
        return bare
