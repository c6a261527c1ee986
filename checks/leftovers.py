"""YRS and IDN: sentences that a copied draft left about itself: its own year as the year before, another office as its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Sentence, Severity, Spot, Words
from reviewer.model.titles import same_word

_YEAR = r"(?:t\.?a\.?|tahun(?:\s+anggaran)?)\s*(20[0-4]\d)(?!\s?[-–—/]\s?\d)"
_REPORT = r"(?:laporan\s+(?:akuntabilitas\s+)?kinerja|lkj\s?ip|lkip|lakip|lkj)"


class OwnYear(Check):
    """A year is not compared with itself."""

    code = "YRS005"
    name = "own-year"
    severity = Severity.WARNING
    title = Words("Tahun dibandingkan dengan dirinya sendiri", "A year compared with itself")
    reason = Words(
        "Laporan membandingkan kinerja tahun ini dengan tahun-tahun sebelumnya (PermenPANRB 53/2014 Lampiran II); tahun yang "
        "sama di kedua sisi adalah salah salin.",
        "A report compares this year's performance with earlier years (PermenPANRB 53/2014, annex II); the same year on both "
        "sides is a slip of copying.",
    )
    docs = Words(
        "Kalimat yang menyebut satu tahun dua kali dan tidak ada tahun lain: laporan tahun itu “merupakan kelanjutan” laporan "
        "tahun itu juga (kesalahan), atau capaian tahun itu dibandingkan dengan, naik atau turun dari tahun itu juga "
        "(peringatan). Perbandingan target dengan realisasi, triwulan, bulan dan anggaran murni dengan perubahan dibiarkan.",
        "A sentence that names one year twice and no other: the report of that year “merupakan kelanjutan” the report of that "
        "very year (error), or results of that year compared with, risen or fallen from that very year (warning). Targets "
        "against results, quarters, months, and budgets before and after change are left alone.",
    )
    messages = {
        "continued": Words(
            "Laporan tahun {stated} disebut kelanjutan laporan tahun {stated}; tahun kedua seharusnya {expected}.",
            "The report of {stated} is said to continue that of {stated}; the second year should be {expected}.",
        ),
        "compared": Words(
            "Tahun {stated} dibandingkan dengan tahun {stated} juga; mungkin maksudnya {expected}.",
            "The year {stated} is compared with {stated} itself; {expected} may be meant.",
        ),
    }
    good = (
        Example(
            "Laporan Kinerja Tahun 2021 merupakan kelanjutan Laporan Kinerja Tahun 2020. Capaian tahun 2021 sebesar 82% "
            "meningkat dibandingkan tahun 2020. Realisasi tahun 2021 dibandingkan dengan target tahun 2021 mencapai 90%. "
            "Pada tahun 2021 anggaran naik dibandingkan APBD murni tahun 2021. Laju triwulan II tahun 2021 naik dibandingkan "
            "triwulan I tahun 2021.\n"
        ),
    )
    bad = (
        Example("Laporan Kinerja Tahun 2021 merupakan kelanjutan dari Laporan Kinerja Dinas Tahun 2021.\n", "2021"),
        Example(
            "Capaian indeks tahun 2021 sebesar 82% meningkat dibandingkan dengan tahun 2021 sebesar 80%.\n", "2021"
        ),
        Example("Nilai itu naik dari 80,00 pada tahun 2021 menjadi 82,00 pada tahun 2021.\n", "2021"),
    )
    _CONTINUED = re.compile(
        rf""
        rf"{_REPORT}[^.;]{{0,90}}?{_YEAR}[^.;]{{0,60}}?\b(?:kelanjutan|lanjutan)\b[^.;]{{0,20}}?{_REPORT}(?P<tail>[^.;]{{0,140}}?{_YEAR})",
        re.IGNORECASE,
    )
    _COMPARED = re.compile(
        rf""
        rf"{_YEAR}(?P<between>[^.;]{{0,140}}?)\b(?:di\s?banding(?:kan)?(?:\s+dengan)?|(?:meningkat|menurun|naik|turun)\s+dari)\s+"
        rf"(?:(?:capaian|realisasi|kinerja|nilai|angka|hasil|pada|kondisi|persentase)\s+){{0,3}}{_YEAR}",
        re.IGNORECASE,
    )
    _FROM_TO = re.compile(
        rf""
        rf"\bdari\s+[^.;a-z]{{0,30}}[\d,.]+\s*(?:%|persen|poin|orang)?\s*(?:pada|di|tahun)?\s*{_YEAR}(?P<between>[^.;]{{0,30}}?)"
        rf"\bmenjadi\s+[^.;]{{0,30}}?{_YEAR}",
        re.IGNORECASE,
    )
    _OTHER = re.compile(
        r""
        r"target|rencana|triwulan|semester|bulan|murni|perubahan|nasional|provinsi|kabupaten|kota|standar|awal|januari|februari|"
        r"pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|apbd|rata-rata|kecamatan|"
        r"dinas|badan|daerah lain",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for sentence in report.sentences:
            if "20" not in sentence.text:
                continue
            for match in self._CONTINUED.finditer(sentence.text):
                if match[1] == match[3]:
                    yield _problem(sentence, match, 3, "continued", Severity.ERROR)
            for pattern in (self._COMPARED, self._FROM_TO):
                for match in pattern.finditer(sentence.text):
                    second = match.re.groups
                    if match[1] != match[second] or len(set(re.findall(r"\b20[0-4]\d\b", sentence.text))) > 1:
                        continue
                    if not self._OTHER.search(sentence.text[max(0, match.start() - 60) : match.end() + 25]):
                        yield _problem(sentence, match, second, "compared", Severity.WARNING)


def _problem(sentence: Sentence, match: re.Match[str], group: int, message: str, severity: Severity) -> Problem:
    base = sentence.spot
    start, end = match.span(group)
    return Problem(
        Spot(base.block, base.row, base.col, base.start + start, base.start + end),
        message,
        stated=match[group],
        expected=str(int(match[group]) - 1),
        severity=severity,
    )


_OWN = (
    r""
    r"(?:struktur\s+organisasi|susunan\s+organisasi|tugas\s+pokok\s+(?:dan|,)\s*fungsi|tupoksi|rencana\s+strategis(?:\s*\(renstra\))?|"
    r"renstra|laporan\s+kinerja(?:\s+instansi\s+pemerintah)?(?:\s*\([A-Za-z]+\))?|lkj\s?ip|lkip|lakip|perjanjian\s+kinerja|"
    r"indikator\s+kinerja\s+utama(?:\s*\(iku\))?)"
)
_OFFICE = (
    r"(?P<office>Sekretariat\s+(?:Daerah|DPRD)|Inspektorat(?:\s+Daerah)?|Satuan\s+Polisi\s+Pamong\s+Praja|"
    r""
    r"(?:Dinas|Badan|Kantor)\s+(?P<field>[A-Z][a-z]+)(?:(?:\s*,|\s+dan|\s+&)?\s+[A-Z][a-z]+){0,5}|Kecamatan\s+(?P<place>[A-Z][a-z]+))"
)


class OtherOffice(Check):
    """The papers of this report are this office's."""

    code = "IDN007"
    name = "other-office"
    severity = Severity.WARNING
    title = Words("Dokumen disebut milik instansi lain", "A paper said to be another office's")
    reason = Words(
        "Nama instansi lain pada struktur organisasi, Renstra atau laporan sendiri adalah tanda naskah salinan.",
        "Another office's name at one's own organisation, plan or report is the mark of a copied draft.",
    )
    docs = Words(
        "Struktur organisasi, tugas pokok dan fungsi, Renstra, perjanjian atau laporan kinerja yang langsung diikuti nama "
        "instansi lain, padahal naskah ini milik satu perangkat daerah dan instansi lain itu hampir tidak disebut. Judul "
        "peraturan, singkatan nama sendiri, dan laporan pemerintah daerah secara keseluruhan dibiarkan. "
        "Begitu pula nama instansi "
        "sendiri dengan nama daerah lain yang hanya disebut sekali.",
        "Organisation, duties, plan, agreement or report directly followed by another office's name, where "
        "the draft belongs to "
        "one office and the other is hardly named at all. Titles of regulations, abbreviations of the own name, and reports of "
        "a whole region are left alone. So is the own office with another region's name, one named only once.",
    )
    messages = {
        "found": Words(
            "{what} di sini disebut milik “{stated}”, padahal naskah ini tentang {expected}.",
            "{what} is said here to be that of “{stated}”, but this draft is about {expected}.",
        ),
    }
    _BODY = (
        "LAPORAN KINERJA\nDINAS PASAR KABUPATEN WANAJAYA\nTAHUN 2021\n\n"
        + "Dinas Pasar Kabupaten Wanajaya melayani pedagang setiap hari. " * 9
        + "\n\n"
    )
    good = (
        Example(
            _BODY
            + "Struktur Organisasi Dinas Pasar ditetapkan. Peraturan Bupati Nomor 4 Tahun 2016 tentang Susunan Organisasi "
            "Sekretariat Daerah berlaku. Koordinasi dengan Sekretariat Daerah berjalan.\n"
        ),
        Example(
            _BODY.replace("Dinas Pasar", "Sekretariat Dewan Perwakilan Rakyat Daerah").replace(
                "DINAS PASAR", "SEKRETARIAT DEWAN PERWAKILAN RAKYAT DAERAH"
            )
            + "Struktur Organisasi Sekretariat DPRD ditetapkan dengan peraturan bupati.\n"
        ),
    )
    bad = (
        Example(
            _BODY + "Berdasarkan Struktur Organisasi Sekretariat Daerah disusun pohon kinerja.\n", "Sekretariat Daerah"
        ),
        Example(
            _BODY
            + "LKjIP Dinas Pasar Kabupaten Rantau Embun Tahun 2021 ini disusun sebagai wujud pertanggungjawaban.\n",
            "Kabupaten Rantau Embun",
        ),
    )
    _CLAIMED = re.compile(rf"(?P<what>(?i:\b{_OWN}))\s+(?:pada\s+|dari\s+)?{_OFFICE}")

    def inspect(self, report: Report) -> Iterator[Problem]:
        own = report.identity.institution.removesuffix(report.identity.region).strip()
        words = re.findall(r"[a-z]+", own.lower())
        if len(words) < 2 or words[0] not in _KINDS:
            return
        text = " ".join(t for _, t in report.texts)
        mine = len(re.findall(r"\W+".join(words[:3]), text, re.IGNORECASE))
        named = Counter(re.sub(r"\s+", " ", m["office"].lower()) for m in re.finditer(_OFFICE, text))
        if mine >= 4:
            yield from self._elsewhere(report, own, text)
        if mine < 8:
            return
        for sentence in report.sentences:
            for match in self._CLAIMED.finditer(sentence.text):
                office = re.sub(r"\s+", " ", match["office"])
                if named[office.lower()] > 2 or _cited(sentence.text, match.start()) or _own(match, words):
                    continue
                base = sentence.spot
                start, end = match.span("office")
                yield Problem(
                    Spot(base.block, base.row, base.col, base.start + start, base.start + end),
                    stated=office,
                    expected=report.identity.institution,
                    params=(("what", re.sub(r"\s+", " ", match["what"])),),
                )

    def _elsewhere(self, report: Report, own: str, text: str) -> Iterator[Problem]:
        """The own paper of the own office, in another region that is named nowhere else."""
        kind, _, name = report.identity.region.partition(" ")
        if not name:
            return
        office = r"\s+".join(re.escape(w) for w in own.split())
        claimed = re.compile(
            rf"(?P<what>(?i:\b{_OWN}))\s+(?i:{office})\s+(?P<region>{kind}\s+{_NAME}(?:\s+{_NAME}){{0,2}})"
        )
        for sentence in report.sentences:
            for match in claimed.finditer(sentence.text):
                region = re.sub(r"\s+", " ", match["region"])
                other = region.partition(" ")[2]
                told = len(re.findall(rf"\b{re.escape(other)}\b", text, re.IGNORECASE))
                alike = any(same_word(a, b) for a in other.lower().split() for b in name.lower().split()[-1:])
                if told > 1 or alike or _cited(sentence.text, match.start()):
                    continue
                base = sentence.spot
                start, end = match.span("region")
                yield Problem(
                    Spot(base.block, base.row, base.col, base.start + start, base.start + end),
                    stated=region,
                    expected=report.identity.institution,
                    params=(("what", re.sub(r"\s+", " ", match["what"])),),
                )


_NAME = r"(?!Tahun\b|Provinsi\b|Dalam\b|Untuk\b|Periode\b|TA\b)[A-Z][a-z]+"
_KINDS = frozenset("dinas badan kantor inspektorat sekretariat kecamatan satuan".split())


def _cited(text: str, start: int) -> bool:
    return (
        re.search(
            r"\b(?:tentang|peraturan|perbup|perda|pergub)\b[^.;]*$", text[max(0, start - 200) : start], re.IGNORECASE
        )
        is not None
    )


def _own(match: re.Match[str], words: list[str]) -> bool:
    """Whether the office named may be the own one: the same field of work, or a short form of it."""
    office = re.findall(r"[a-z]+", match["office"].lower())
    if "dprd" in office and "dewan" in words:
        return True
    if office[0] == words[0] and office[0] in ("sekretariat", "inspektorat", "kecamatan", "satuan"):
        return len(office) < 2 or len(words) < 2 or same_word(office[1], words[1])
    field = (match["field"] or "").lower()
    return bool(field) and any(same_word(field, w) or field[:3] == w[:3] for w in words[1:])
