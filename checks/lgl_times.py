"""LGL: the legal basis in its time, and its makers: revoked regulations, years of budgets, the ministry's name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Citation, Problem, Report, Severity, Spot, Words, text_at
from reviewer.schemas.regulations import find, named


def _around(report: Report, spot: Spot) -> str:
    return text_at(report.document, Spot(spot.block, spot.row, spot.col, max(0, spot.start - 600), spot.end + 300))


class Revoked(Check):
    """A regulation that was revoked before the report's year."""

    code = "LGL003"
    name = "revoked-regulation"
    severity = Severity.INFO
    title = Words("Peraturan yang sudah dicabut", "A revoked regulation")
    reason = Words(
        "Laporan menyebut dasar hukum yang berlaku pada tahunnya; peraturan yang sudah dicabut sering tertinggal dari "
        "naskah lama.",
        "A report names the law in force in its year; a revoked regulation is often left from an older draft.",
    )
    docs = Words(
        "Peraturan yang menurut daftar sudah dicabut atau diganti sebelum tahun laporan (rencana: sebelum tahun "
        "penyusunannya) dan disebut sebagai dasar. Selalu info. Yang disebut bersama penggantinya, bersama kata "
        "dicabut atau diganti, atau di dalam judul peraturan lain dibiarkan.",
        "A regulation that, by the register, was revoked or replaced before the report's year (for plans: before the "
        "year of writing) and is cited as a basis. Always information. One that is named beside its successor, "
        "beside words of revocation, or inside another regulation's title is left alone.",
    )
    messages = {
        "found": Words(
            "{stated} tercatat sudah dicabut atau diganti dengan {expected} sebelum tahun {year}; periksa apakah "
            "masih menjadi dasar.",
            "{stated} is on record as revoked or replaced by {expected} before {year}; check whether it still is a "
            "basis.",
        ),
    }
    good = (
        Example(
            "LAPORAN KINERJA TAHUN 2016\n\nLaporan Kinerja Tahun 2016 disusun menurut Undang-Undang Nomor 23 Tahun "
            "2014 tentang Pemerintahan Daerah sebagai pengganti Undang-Undang Nomor 32 Tahun 2004.\n\n"
            "PP Nomor 41 Tahun 2007 tentang Organisasi Perangkat Daerah.\n"
        ),
        Example(
            "LAPORAN KINERJA TAHUN 2021\n\nPermendagri Nomor 86 Tahun 2017 menggantikan Permendagri Nomor 54 Tahun "
            "2010. Laporan Kinerja Tahun 2021 memuat capaian.\n"
        ),
    )
    bad = (
        Example(
            "LAPORAN KINERJA TAHUN 2021\n\nLaporan Kinerja Tahun 2021 disusun dengan dasar: PP Nomor 58 Tahun 2005 "
            "tentang Pengelolaan Keuangan Daerah;\n",
            "PP Nomor 12 Tahun 2019",
        ),
        Example(
            "LAPORAN KINERJA TAHUN 2020\n\n"
            "Menurut Permenpan Nomor 29 Tahun 2010, Laporan Kinerja Tahun 2020 disusun.\n",
            "29 Tahun 2010",
        ),
    )
    _TOLD = re.compile(r"cabut|ganti|tidak berlaku|perbah?a?rui|diubah|perubahan", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Problem]:
        year = report.identity.year
        if year is None:
            return
        written = year - 1 if report.identity.kind == "Renja" else year
        places: dict[str, list[Spot]] = defaultdict(list)
        for citation in report.citations:
            known = find(citation.kind, citation.number, citation.year)
            successor = named(known.revoked_by) if known is not None else None
            if known is None or successor is None or successor.year >= written or citation.link == "inside":
                continue
            beside = [
                c for c in report.citations if c.spot.block == citation.spot.block and c.spot.row == citation.spot.row
            ]
            if any(find(c.kind, c.number, c.year) is successor for c in beside):
                continue
            if not self._TOLD.search(_around(report, citation.spot).replace(citation.title, "")):
                places[known.name].append(citation.spot)
        for name, spots in places.items():
            known = named(name)
            successor = named(known.revoked_by) if known is not None else None
            if known is not None and successor is not None:
                yield Problem(
                    spots[0],
                    stated=known.full,
                    expected=successor.full,
                    params=(("year", str(written)),),
                    evidence=tuple(spots[1:]),
                )


class BudgetYear(Check):
    """A budget regulation is made about the year it budgets."""

    code = "LGL005"
    name = "budget-regulation-year"
    severity = Severity.WARNING
    title = Words("Tahun peraturan APBD tidak mungkin", "An impossible year of a budget regulation")
    reason = Words(
        "APBD ditetapkan menjelang atau pada awal tahun anggarannya, perubahannya di dalam tahun itu; nomor dan tahun "
        "peraturan lama sering tertinggal.",
        "A budget is enacted shortly before or early in its year, its change within that year; number and year of an "
        "old regulation are often left.",
    )
    docs = Words(
        "Peraturan tentang APBD, penjabaran atau perubahannya untuk satu tahun anggaran yang bertahun lebih dari satu "
        "tahun sebelumnya atau sesudahnya. Pertanggungjawaban APBD dibiarkan.",
        "A regulation on the budget, its details or its change for one fiscal year that is dated more than one year "
        "before or any year after it. Those on the budget's final accounts are left alone.",
    )
    messages = {
        "found": Words(
            "{stated} tidak mungkin menetapkan APBD Tahun Anggaran {year}; biasanya bertahun {expected}.",
            "{stated} cannot set the budget of {year}; such a regulation is of {expected}.",
        ),
    }
    good = (
        Example(
            "Perda Nomor 5 Tahun 2019 tentang APBD Tahun Anggaran 2020; Perbup Nomor 8 Tahun 2020 tentang Penjabaran "
            "Perubahan APBD Tahun Anggaran 2020; Perda Nomor 3 Tahun 2021 tentang Pertanggungjawaban Pelaksanaan "
            "APBD Tahun Anggaran 2020; Permendagri Nomor 33 Tahun 2019 tentang Pedoman Penyusunan APBD Tahun "
            "Anggaran 2020.\n"
        ),
    )
    bad = (
        Example("Peraturan Daerah Nomor 5 Tahun 2018 tentang APBD Tahun Anggaran 2020.\n", "Perda Nomor 5 Tahun 2018"),
        Example(
            "Peraturan Bupati Nomor 41 Tahun 2017 tentang Penjabaran Anggaran Pendapatan dan Belanja Daerah "
            "Kabupaten Wanajaya Tahun Anggaran 2020.\n",
            "2020",
        ),
    )
    _BUDGET = re.compile(
        r"^(?:perubahan\s+|penjabaran\s+)*(?:atas\s+)?(?:anggaran\s+pendapatan\s+dan\s+belanja\s+daerah|apbd)\b"
        r"[^,;]{0,80}?\b(?:tahun(?:\s+anggaran)?|t\.?a\.?)\s*(?P<year>20\d\d)",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for citation in report.citations:
            match = self._BUDGET.match(citation.title)
            if match is None or citation.year is None or citation.link == "inside":
                continue
            budget = int(match["year"])
            if not budget - 1 <= citation.year <= budget:
                yield Problem(
                    citation.spot,
                    stated=citation.shown,
                    expected=f"{budget - 1}–{budget}",
                    params=(("year", str(budget)),),
                )


class Ministry(Check):
    """The ministry of state apparatus is called by its name."""

    code = "LGL006"
    name = "ministry-name"
    severity = Severity.WARNING
    title = Words("Nama kementerian salah", "A ministry's name is wrong")
    reason = Words(
        "Nama pembuat peraturan adalah bagian dari sebutannya: Menteri Pendayagunaan Aparatur Negara dan Reformasi "
        "Birokrasi.",
        "The maker's name is part of a citation: Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi.",
    )
    docs = Words(
        "“Menteri … Aparatur Negara” dengan kata lain dari Pendayagunaan (Pemberdayaan, Penertiban …) dilaporkan. "
        "Bila satu peraturan disebut kadang dari “Menteri Negara …”, kadang dari “Menteri …”, yang lebih jarang "
        "menjadi info.",
        "“Menteri … Aparatur Negara” with another word than Pendayagunaan (Pemberdayaan, Penertiban …) is reported. "
        "Where one regulation is now by the “Menteri Negara …” and now by the “Menteri …”, the rarer form is "
        "information.",
    )
    messages = {
        "name": Words("Tertulis “{stated}”; namanya {expected}.", "“{stated}” is written; the name is {expected}."),
        "state": Words(
            "{regulation} di sini dari “{stated}”, di tempat lain dari “{expected}”.",
            "{regulation} is by the “{stated}” here, by the “{expected}” elsewhere.",
        ),
    }
    good = (
        Example(
            "Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor PER/09/M.PAN/5/2007. Peraturan Menteri "
            "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014. Kementerian Pendayagunaan "
            "Aparatur Negara dan RB.\n"
        ),
    )
    bad = (
        Example(
            "Peraturan Menteri Negara Pemberdayaan Aparatur Negara Nomor 29 Tahun 2010.\n",
            "Pemberdayaan Aparatur Negara",
        ),
        Example(
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014.\n\n"
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014.\n\n"
            "Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014.\n",
            "Menteri Negara",
        ),
    )
    _NAME = re.compile(
        r"(?:ke)?ment(?:e)?ri(?:an)?\s*(?P<state>negara\s+)?(?P<word>(?:pen|pem)[a-z]+)\s+aparatur\s+negara",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        places: dict[str, list[Spot]] = defaultdict(list)
        for whole, text in report.texts:
            if "paratur" not in text and "PARATUR" not in text:
                continue
            for match in self._NAME.finditer(text):
                if match["word"].lower() not in ("pendayagunaan", "pendayaangunaan"):
                    spot = Spot(whole.block, whole.row, whole.col, match.start(), match.end())
                    places[match["word"].lower()].append(spot)
        for spots in places.values():
            shown = re.sub(r"\s+", " ", text_at(report.document, spots[0]))
            yield Problem(
                spots[0],
                "name",
                stated=shown,
                expected="Pendayagunaan Aparatur Negara",
                evidence=tuple(spots[1:]),
            )
        yield from self._states(report)

    def _states(self, report: Report) -> Iterator[Problem]:
        makers: dict[tuple[str, int | None], list[tuple[str, Citation]]] = defaultdict(list)
        for citation in report.citations:
            match = self._NAME.search(text_at(report.document, citation.spot))
            if citation.kind == "PermenPANRB" and match is not None:
                form = "Menteri Negara" if match["state"] else "Menteri"
                makers[citation.number, citation.year].append((form, citation))
        for named_by in makers.values():
            votes = Counter(form for form, _ in named_by)
            if len(votes) < 2:
                continue
            rare = min(votes, key=lambda f: (votes[f], f == "Menteri"))
            odd = [c for form, c in named_by if form == rare]
            yield Problem(
                odd[0].spot,
                "state",
                stated=rare,
                expected=next(f for f in votes if f != rare),
                params=(("regulation", odd[0].shown),),
                evidence=tuple(c.spot for c in odd[1:]),
                severity=Severity.INFO,
            )
