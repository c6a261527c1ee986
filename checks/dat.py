"""DAT: dates that cannot be, and dates that contradict the report."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from reviewer.checking.base import Check, Example
from reviewer.model import Dated, Problem, Report, Severity, Spot, Words, text_at

_REASON = Words(
    "Tanggal dalam laporan resmi harus ada dalam kalender dan dapat ditelusuri.",
    "A date in an official report must exist in the calendar and be traceable.",
)
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


def _real(dated: Dated) -> date | None:
    """The day it names, None for a month alone and for a day that is not in the calendar."""
    if dated.day is None or not 1 <= dated.day <= monthrange(dated.year, dated.month)[1]:
        return None
    return date(dated.year, dated.month, dated.day)


def _text(report: Report, spot: Spot) -> str:
    return re.sub(r"\s+", " ", text_at(report.document, spot)).strip()


def _before(report: Report, spot: Spot, size: int) -> str:
    return text_at(report.document, Spot(spot.block, spot.row, spot.col, max(0, spot.start - size), spot.start))


class Weekday(Check):
    """A day of the week belongs to its date."""

    code = "DAT001"
    name = "weekday"
    title = Words("Hari tidak cocok dengan tanggal", "A weekday does not belong to its date")
    reason = _REASON
    docs = Words(
        "Nama hari yang ditulis tepat di depan tanggal lengkap, atau di belakangnya (“20 Januari 2025 (hari Senin)”), "
        "dibandingkan dengan kalender, juga bila tanggalnya ditulis dengan huruf. Jum'at dan Ahad diterima.",
        "The name of a weekday right before a full date, or behind it (“20 Januari 2025 (hari Senin)”), is compared with the "
        "calendar, also where the date is written in words. Jum'at and Ahad are accepted.",
    )
    messages = {
        "found": Words(
            "Tertulis hari {stated}, padahal {day} jatuh pada hari {expected}.",
            "The weekday is written {stated}, but {day} is a {expected}.",
        ),
    }
    good = (
        Example("Rapat diadakan pada hari Kamis, 5 Nopember 2020 dan Jum'at tanggal 6 November 2020.\n"),
        Example(
            "Pelatihan berlangsung Senin s.d. Rabu, 2 - 4 Maret 2020. Minggu 3 Maret 2020 dipakai untuk persiapan.\n"
        ),
        Example("Kegiatan pada minggu 10 Maret 2020.\n"),
        Example("Wanajaya, 20 Januari 2025 (hari Senin). Rapat 3 Maret 2020, hari Selasa.\n"),
        Example(
            "Pada hari ini Senin tanggal dua puluh bulan Januari tahun dua ribu dua puluh lima dibuat berita acara.\n"
        ),
    )
    bad = (
        Example("Rapat diadakan pada hari Senin, 5 Nopember 2020 di aula.\n", "Senin"),
        Example("Rapat diadakan pada hari Rabu tanggal 17 Agustus 2020.\n", "Rabu"),
        Example("Wanajaya, 20 Januari 2025 (hari Selasa)\n", "Selasa"),
        Example(
            "Pada hari ini Rabu tanggal dua puluh bulan Januari tahun dua ribu dua puluh lima dibuat berita acara.\n",
            "Rabu",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for dated in report.dates:
            day = _real(dated)
            if day is None or not dated.weekday or self._week(report, dated):
                continue
            name = re.sub(r"[^a-z]", "", dated.weekday.lower()).replace("ahad", "minggu")
            right = _DAYS[day.weekday()]
            if name != right.lower():
                yield Problem(
                    dated.spot,
                    stated=dated.weekday,
                    expected=right,
                    params=(("day", f"{day.day} {_MONTHS[day.month - 1]} {day.year}"),),
                )

    def _week(self, report: Report, dated: Dated) -> bool:
        """ "minggu" without "hari" may be a week."""
        return dated.weekday.lower() == "minggu" and "hari" not in _before(report, dated.spot, 12).lower()


class ImpossibleDate(Check):
    """A day is in the calendar."""

    code = "DAT002"
    name = "impossible-date"
    title = Words("Tanggal tidak ada dalam kalender", "A date that is not in the calendar")
    reason = _REASON
    docs = Words(
        "Hari yang lebih besar dari panjang bulannya: 31 April, 31 September, 29 Februari pada tahun bukan kabisat.",
        "A day beyond the length of its month: 31 April, 31 September, 29 February of a common year.",
    )
    messages = {
        "found": Words(
            "{stated} tidak ada: {month} {year} berakhir pada tanggal {expected}.",
            "{stated} does not exist: {month} {year} ends on the {expected}.",
        ),
    }
    good = (
        Example("Keadaan per 29 Februari 2020, 30 April 2021 dan 31 Desember 2021. Tersedia 45 unit 2021.\n"),
        Example("Surat Nomor 90 Januari 2021 diterima.\n"),
    )
    bad = (
        Example("Keadaan per 31 September 2021.\n", "31 September 2021"),
        Example("Rapat diadakan pada tanggal 29 Pebruari 2021.\n", "29 Pebruari 2021"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for dated in report.dates:
            if dated.day is None or _real(dated) is not None or dated.day > 39:
                continue
            yield Problem(
                dated.spot,
                stated=_text(report, dated.spot),
                expected=str(monthrange(dated.year, dated.month)[1]),
                params=(("month", _MONTHS[dated.month - 1]), ("year", str(dated.year))),
            )


class BackwardPeriod(Check):
    """A period ends after it began."""

    code = "DAT003"
    name = "backward-period"
    title = Words("Kurun waktu berjalan mundur", "A period that runs backwards")
    reason = _REASON
    docs = Words(
        "Dua tanggal yang dihubungkan dengan “s.d.”, “sampai dengan”, “hingga” atau tanda pisah, dan yang kedua "
        "lebih awal dari yang pertama. Juga periode RPJMD, Renstra atau rencana lain yang tahun akhirnya lebih kecil "
        "dari tahun awalnya. Tanggal yang tahunnya tidak ditulis dibiarkan.",
        "Two dates joined by “s.d.”, “sampai dengan”, “hingga” or a dash, the second before the first. Also a "
        "planning period (RPJMD, Renstra and the like) whose last year is before its first. Dates without their year "
        "are left alone.",
    )
    messages = {
        "dates": Words(
            "{stated} mendahului {expected}: kurun waktu ini berjalan mundur.",
            "{stated} is before {expected}: this period runs backwards.",
        ),
        "years": Words(
            "Periode {stated} berjalan mundur; mungkin {expected}.",
            "The period {stated} runs backwards; {expected} may be meant.",
        ),
    }
    good = (
        Example(
            "Kegiatan berlangsung 1 Maret 2021 s.d. 30 April 2021 dan September 2020 – Maret 2021. Renstra 2021-2026 "
            "berlaku. Perbandingan tahun 2021 - 2020 disajikan. Data Desember 2021, Maret 2021 dipakai.\n\n"
            "Perbandingan angka kemiskinan Maret 2021 – September 2020 menunjukkan penurunan.\n"
        ),
    )
    bad = (
        Example("Kegiatan berlangsung 5 Maret 2021 sampai dengan 1 Maret 2021.\n", "1 Maret 2021"),
        Example("Penilaian dilakukan September 2021 – Maret 2021.\n", "Maret 2021"),
        Example("Renstra Dinas Contoh Tahun 2026-2021 memuat sasaran.\n", "2026-2021"),
    )
    _JOINED = re.compile(
        r"^\s*(?:s\.?\s?/?d\.?|sampai(?:\s+dengan)?|hingga|[-–—])\s*(?:(?:hari|tanggal|tgl\.?|bulan|akhir|awal)\s*)*$",
        re.IGNORECASE,
    )
    _YEARS = re.compile(
        r"(?:rpjmd|rpjmn|renstra|rencana|periode|strategis|menengah)\D{0,40}?(?P<all>(?P<first>20\d\d)\s?[-–—]\s?"
        r"(?P<last>20\d\d))(?!\d)",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for first, second in zip(report.dates, report.dates[1:], strict=False):
            if _holder(first.spot) != _holder(second.spot):
                continue
            between = Spot(first.spot.block, first.spot.row, first.spot.col, first.spot.end, second.spot.start)
            joint = text_at(report.document, between)
            if joint.strip() in ("-", "–", "—") and re.search(
                "banding", _before(report, first.spot, 120), re.IGNORECASE
            ):
                continue
            if self._JOINED.match(joint) and _order(second, first):
                yield Problem(
                    second.spot,
                    "dates",
                    stated=_text(report, second.spot),
                    expected=_text(report, first.spot),
                    evidence=(first.spot,),
                )
        if report.document.data is not None:  # its schema tells
            return
        for whole, text in report.texts:
            if "20" not in text:
                continue
            for match in self._YEARS.finditer(text):
                if 3 <= int(match["first"]) - int(match["last"]) <= 6:
                    yield Problem(
                        Spot(whole.block, whole.row, whole.col, match.start("all"), match.end("all")),
                        "years",
                        stated=match["all"],
                        expected=f"{match['last']}-{match['first']}",
                        severity=Severity.WARNING,
                    )


def _holder(spot: Spot) -> tuple[int, int, int]:
    return spot.block, spot.row, spot.col


def _order(a: Dated, b: Dated) -> bool:
    """Whether a is surely before b."""
    if a.day is None or b.day is None:
        return (a.year, a.month) < (b.year, b.month)
    return (a.year, a.month, a.day) < (b.year, b.month, b.day)


class SignatureDate(Check):
    """A report is signed after its year."""

    code = "DAT004"
    name = "signature-date"
    severity = Severity.WARNING
    title = Words("Tanggal penandatanganan laporan janggal", "An odd date of signature")
    reason = Words(
        "Laporan kinerja disusun setelah tahun anggarannya berakhir dan disampaikan pada awal tahun berikutnya; "
        "tanggal tanda tangan yang lebih awal biasanya sisa naskah lama.",
        "A performance report is written after its year has ended and handed in early in the next; an earlier date of "
        "signature is usually left from an old draft.",
    )
    docs = Words(
        "Baris “Tempat, tanggal” di bawah kata pengantar atau penutup laporan kinerja: tanggal sebelum tahun laporan "
        "berakhir (peringatan), dua tahun atau lebih sesudahnya (info). Bulan dan tahun tanpa hari, yang ditulis "
        "dengan tangan, dan tanggal pada Perjanjian Kinerja dan lampiran lain dibiarkan.",
        "The line “Place, date” under the preface or the closing chapter of a performance report: a date before the "
        "report's year has ended (warning), or two years or more after it (information). Month and year without the "
        "day, which is written by hand, and dates of the Perjanjian Kinerja and other annexes are left alone.",
    )
    messages = {
        "early": Words(
            "Laporan tahun {year} bertanggal {stated}, sebelum tahun itu berakhir.",
            "The report of {year} is dated {stated}, before that year had ended.",
        ),
        "late": Words(
            "Laporan tahun {year} bertanggal {stated}, lebih dari setahun sesudahnya.",
            "The report of {year} is dated {stated}, more than a year later.",
        ),
    }
    _HEAD = "LAPORAN KINERJA\nTAHUN 2021\n\nKATA PENGANTAR\n\nPenyusunan Laporan Kinerja Tahun 2021 selesai.\n\n"
    good = (
        Example(_HEAD + "Wanajaya, 14 Februari 2022\n\nKEPALA DINAS\n"),
        Example(
            _HEAD
            + "Wanajaya, 31 Desember 2021\n\nKEPALA DINAS\n\nBAB IV\nPENUTUP\n\nLaporan Kinerja Tahun 2021 selesai.\n\n"
            "PERJANJIAN KINERJA TAHUN 2021\n\nWanajaya, 4 Januari 2021\n\nKEPALA DINAS\n"
        ),
        Example(_HEAD + "Wanajaya,      Februari 2022\n\nKEPALA DINAS\n"),
    )
    bad = (
        Example(_HEAD + "Wanajaya, 14 Februari 2021\n\nKEPALA DINAS\n", "14 Februari 2021"),
        Example(_HEAD + "Wanajaya,      Januari 2024\n\nKEPALA DINAS\n", "Januari 2024"),
        Example(
            _HEAD + "Teks.\n\nBAB IV\nPENUTUP\n\nTeks.\n\nWanajaya, 3 Januari 2021\n\nKEPALA DINAS\n", "3 Januari 2021"
        ),
    )
    _PLACE = re.compile(
        r"^\W*(?:ditetapkan\s+di\s+)?[A-Z][A-Za-z.'-]+(?:\s+[A-Z][A-Za-z.'-]+){0,3}\s*,\s*(?:pada\s+)?(?:tanggal|tgl\.?)?[\s.…_]*$|"
        r"^\W*(?:pada\s+)?tanggal\s*:?[\s.…_]*$",
        re.IGNORECASE,
    )
    _FRONT = re.compile(r"kata pengantar|prakata|penutup", re.IGNORECASE)
    _ANNEX = re.compile(
        r"^\W*(?:lampiran|(?:perubahan\s+)?(?:perjanjian|penetapan)\s+kinerja|rencana aksi|surat|pernyataan)\b",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        year = report.identity.year
        if year is None or report.identity.kind != "LKjIP":
            return
        for dated in report.dates:
            whole = _whole(report, dated.spot)
            if len(whole) > 90 or whole[dated.spot.end :].strip(" .,\n)"):
                continue
            if not self._PLACE.match(whole[: dated.spot.start]) or not self._own(report, dated.spot):
                continue
            yield from self._judge(report, dated, year)

    def _own(self, report: Report, spot: Spot) -> bool:
        """Whether the signature stands under the report's own preface or end, not under an annex."""
        path = report.headings[spot.block] if spot.block < len(report.headings) else ()
        if not path or not self._FRONT.search(path[0]):
            return False
        return not any(
            spot.block - 60 < block <= spot.block
            and report.headings[block][:1] == path[:1]
            and len(paragraph.text) < 90
            and self._ANNEX.match(paragraph.text)
            for block, paragraph in report.paragraphs()
        )

    def _judge(self, report: Report, dated: Dated, year: int) -> Iterator[Problem]:
        shown = _text(report, dated.spot)
        about = (("year", str(year)),)
        ends = dated.year == year and dated.month == 12 and (dated.day is None or dated.day >= 30)
        if dated.year <= year and not ends:
            yield Problem(dated.spot, "early", stated=shown, params=about)
        elif dated.year >= year + 2:
            yield Problem(dated.spot, "late", stated=shown, params=about, severity=Severity.INFO)


def _whole(report: Report, spot: Spot) -> str:
    """The whole text that a spot lies in."""
    return text_at(report.document, Spot(spot.block, spot.row, spot.col, 0, 10**9))


class MonthName(Check):
    """Months are spelled right."""

    code = "DAT005"
    name = "month-name"
    severity = Severity.INFO
    title = Words("Nama bulan salah eja", "A month's name misspelt")
    reason = _REASON
    docs = Words(
        "Kata di antara tanggal dan tahun yang hampir nama bulan. Ejaan lama (Pebruari, Nopember) dan singkatan "
        "diterima.",
        "A word between day and year that is nearly a month's name. Old spellings (Pebruari, Nopember) and "
        "abbreviations are accepted.",
    )
    messages = {
        "found": Words(
            "Nama bulan tertulis “{stated}”, seharusnya {expected}.",
            "The month is written “{stated}”; it is {expected}.",
        ),
    }
    good = (
        Example(
            "Pada 5 Nopember 2020, 3 Pebruari 2021, 7 Agt. 2021 dan 4 Jan 2022 tersedia 31 orang 2021 dan 12 jenis "
            "2020.\n"
        ),
    )
    bad = (
        Example("Rapat diadakan pada 5 Desmber 2020.\n", "Desmber"),
        Example("Rapat diadakan pada 5 Febuari 2020.\n", "Februari"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for dated in report.dates:
            if dated.should:
                yield Problem(dated.spot, stated=dated.month_text, expected=dated.should)
