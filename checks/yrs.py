"""YRS: years and planning periods."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewer.checking.base import Check, Example
from reviewer.model import Caption, Paragraph, Problem, Report, Role, Sentence, Severity, Spot, Words

_YEAR = r"(?:19[89]\d|20[0-4]\d)"
_PERIOD = re.compile(rf"(?<!\d)({_YEAR})\s?[-–—=]\s?({_YEAR})(?!\d)")
_REPORT = r"(?:laporan (?:akuntabilitas )?kinerja|lkj\s?ip|lkip|lakip|lkj|laporan ini)"
_OWN = re.compile(
    rf"(?:(?:penyusunan|menyusun|menyelesaikan|tersusunnya|terselesaikannya|selesainya|menyajikan|disusunnya|"
    rf"penyelesaian|kami sampaikan|dokumen|demikian(?:lah)?(?!\s+(?:pula|juga|halnya|dengan)))\W+(?:\w+\W+){{0,4}}?{_REPORT}"
    rf"|{_REPORT}(?=[^.;]{{0,120}}?{_YEAR}\s*(?:ini\s+)?(?:dapat|telah|sudah|berhasil)\s*(?:di)?\s*(?:selesai|"
    rf"tersusun|susun))"
    rf"|{_REPORT}(?=[^.;\d]{{0,120}}?\btahun(?: anggaran)?\s+{_YEAR}\s+ini\s+(?:di|kami|telah|sudah|dapat|me|ber)\w*)"
    rf"|pertanggung\s?jawab\w*|pengukuran kinerja|pengukuran capaian|formulir(?: pengukuran)? kinerja|"
    rf"melaporkan kinerja\w*)"
    rf"(?P<between>[^.;]{{0,170}}?)\b(?:tahun(?: anggaran)?|t\.?a\.?)\s*\.?\s*(?P<year>{_YEAR})(?!\s?[-–—=/]\s?\d)",
    re.IGNORECASE,
)
_HEADED = re.compile(
    rf"(?:capaian (?:indikator )?kinerja|akuntabilitas kinerja|realisasi anggaran|pengukuran kinerja|{_REPORT}|"
    rf"perjanjian kinerja|penetapan kinerja|ikhtisar|"
    rf"pagu anggaran|anggaran dan realisasi|evaluasi kinerja|analisis capaian|pencapaian kinerja|"
    rf"program dan kegiatan|alokasi)"
    rf"(?P<between>[^.;]{{0,120}}?)\b(?:tahun(?: anggaran)?|t\.?a\.?)\s*\.?\s*(?P<year>{_YEAR})(?!\s?[-–—=/]\s?\d)",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"banding|sebelum|tahun lalu|tahun yang lalu|meningkat|menurun|\bnaik\b|\bturun\b|sejak|evaluasi atas|"
    r"hasil evaluasi|\blhe\b|tindak lanjut|rekomendasi|"
    r"kondisi awal|baseline|sampai dengan|s\.d|s/d|target|rencana|rkpd|mendatang|tren|perkembangan|tahun dasar|"
    r"berdasarkan laporan",
    re.IGNORECASE,
)
_LAW = re.compile(r"\b(?:nomor|no)\b[^,;]{0,25}$", re.IGNORECASE)
_REASON = Words(
    "Laporan kinerja melaporkan satu tahun anggaran (PermenPANRB 53/2014 Lampiran II); tahun laporan lama sering "
    "tertinggal saat naskah disalin.",
    "A performance report accounts for one fiscal year (PermenPANRB 53/2014, annex II); last year's is often left "
    "when a draft is copied.",
)


class ReportYear(Check):
    """The draft calls itself the report of another year than its own."""

    code = "YRS001"
    name = "report-year"
    title = Words("Tahun laporan tidak konsisten", "The report's year is inconsistent")
    reason = _REASON
    docs = Words(
        "Tahun laporan disimpulkan dari sampul, judul dan sebagian besar naskah. Kalimat yang berbicara tentang "
        "laporan ini sendiri (penyusunan laporan kinerja "
        "tahun …, laporan kinerja tahun … ini disusun, pertanggungjawaban … tahun anggaran …, pengukuran kinerja … "
        "tahun …) serta judul bab, tabel dan "
        "daftar isi tentang capaian, realisasi atau "
        "perjanjian kinerja tidak boleh menyebut tahun sebelumnya; tabel capaian juga tidak tahun sesudahnya. "
        "Perbandingan dengan tahun lalu, peraturan, "
        "periode rencana dan sejarah dibiarkan.",
        "The report's year is inferred from cover, titles and most of the draft. A sentence about this very report "
        "(preparing the report of …, this report of … is made, accounting for "
        "fiscal year …, measuring performance of …) and headings, captions and contents about capaian, realisasi or "
        "agreements must not name an "
        "earlier year, nor a table of results the year after. "
        "Comparisons with last year, regulations, planning periods and history are left alone.",
    )
    messages = {
        "sentence": Words(
            "Kalimat tentang laporan ini menyebut tahun {stated}, padahal laporan ini untuk tahun {expected}.",
            "A sentence about this report names the year {stated}, but this is the report of {expected}.",
        ),
        "heading": Words(
            "Judul menyebut tahun {stated}, padahal laporan ini untuk tahun {expected}.",
            "A heading names the year {stated}, but this is the report of {expected}.",
        ),
    }
    _HEAD = (
        "LAPORAN KINERJA INSTANSI PEMERINTAH\nTAHUN 2024\n\nPada Tahun Anggaran 2024 dinas melaksanakan tujuh "
        "program. Laporan Kinerja Tahun 2024 memuat capaiannya. Pengukuran kinerja tahun 2024 memakai Renstra.\n\n"
    )
    good = (
        Example(
            "LAPORAN KINERJA INSTANSI PEMERINTAH\nTAHUN 2024\n\nKATA PENGANTAR\n\nPenyusunan Laporan Kinerja Tahun "
            "2024 telah selesai.\n\n"
            "Dibandingkan dengan tahun 2023, capaian kinerja tahun 2024 meningkat. Laporan disusun menurut Peraturan "
            "Menteri Nomor 53 Tahun 2014.\n"
        ),
        Example(
            "LAPORAN KINERJA INSTANSI PEMERINTAH\nTAHUN 2024\n\nPengukuran kinerja tahun 2024 memakai Renstra "
            "2021-2026.\n\n"
            "Perbandingan capaian kinerja tahun 2023 dan tahun 2024 disajikan pada bab III.\n"
        ),
        Example(
            "LAPORAN KINERJA INSTANSI PEMERINTAH\nTAHUN 2024\n\nPengukuran kinerja tahun 2024 memakai Renstra.\n\n"
            "Laporan Kinerja Tahun 2023 telah dievaluasi. Demikian pula Laporan Kinerja Tahun 2022 diterima. Penyusunan "
            "Laporan Kinerja pada tahun 2025 ini diselesaikan tepat waktu. "
            "Demikian Laporan Kinerja Tahun 2024 ini disusun.\n\nTabel 3.1\n"
            "Perbandingan Capaian Kinerja Tahun 2023\n\nNo\tIndikator\t2023\t2024\n1\tIndeks A\t80\t82\n"
        ),
        Example(
            _HEAD + "Tabel 2.1 Perjanjian Kinerja Tahun 2025\n\nNo\tIndikator\tTarget\n1\tIndeks A\t80\n\n"
            "Tabel 3.1 Capaian Kinerja dan Rencana Tahun 2025\n\nNo\tIndikator\tRealisasi\tTarget 2025\n1\tIndeks A\t80\t82\n"
            "2\tIndeks B\t80\t82\n\nTabel 3.2 Realisasi Anggaran Triwulan I Tahun 2025\n\n"
            "No\tProgram\tAnggaran\tRealisasi\n1\tProgram A\t8.000.000\t2.000.000\n2\tProgram B\t5.000.000\t4.000.000\n"
        ),
    )
    bad = (
        Example(_HEAD + "Tabel 2.1\nPerjanjian Kinerja Tahun 2023\n\nNo\tIndikator\tTarget\n1\tIndeks A\t80\n", "2023"),
        Example(
            _HEAD + "Tabel 3.1 Capaian Indikator Kinerja Tahun 2025\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\n"
            "1\tIndeks A\t80\t80\t100,00\n2\tIndeks B\t50\t40\t80,00\n",
            "2025",
        ),
        Example(_HEAD + "Demikian LKjIP Dinas Contoh Tahun 2023 ini disusun sebagai pertanggungjawaban.\n", "2023"),
        Example(_HEAD + "Laporan Kinerja Dinas Contoh Tahun 2025 ini disusun sebagai pertanggungjawaban.\n", "2025"),
        Example(_HEAD + "LKjIP Dinas Contoh Tahun 2023 ini disusun untuk dipakai sebagaimana mestinya.\n", "2023"),
        Example(
            "LAPORAN KINERJA INSTANSI PEMERINTAH\nTAHUN 2024\n\nKATA PENGANTAR\n\nPenyusunan Laporan Kinerja Tahun "
            "2023 Dinas Contoh dapat diselesaikan.\n\n"
            "Pada Tahun Anggaran 2024 dinas melaksanakan tujuh program. Laporan Kinerja Tahun 2024 ini memuat "
            "capaiannya.\n",
            "2023",
        ),
        Example(
            "LAPORAN KINERJA INSTANSI PEMERINTAH\nTAHUN 2024\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Capaian Kinerja "
            "Tahun 2022\n\n"
            "Pada Tahun Anggaran 2024 dinas melaksanakan tujuh program. Laporan Kinerja Tahun 2024 ini memuat "
            "capaiannya.\n",
            "2022",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        year = report.identity.year
        if year is None:
            return
        captions = {block: c for c in report.captions for block in _title_blocks(report, c)}
        titles = {h.block for h in report.outline} | set(captions)
        seen: set[Spot] = set()
        for sentence in report.sentences:
            for match in _OWN.finditer(sentence.text):
                named = int(match["year"])
                if not (year - 6 <= named < year or (named in (year + 1, year + 2) and _names_itself(sentence, match))):
                    continue
                if _LAW.search(match["between"]):
                    continue
                if _COMPARES.search(match["between"]) or _COMPARES.search(
                    sentence.text[match.end() : match.end() + 60]
                ):
                    continue
                if re.search(rf"\b{year}\b", match["between"]) or re.match(
                    r"\s*(?:dan|,|&)\s*(?:tahun\s*)?20", sentence.text[match.end() :]
                ):
                    continue
                spot = _at(sentence.spot, match)
                if spot not in seen:
                    seen.add(spot)
                    yield _problem("sentence", spot, match["year"], year)
        for block, paragraph in report.paragraphs():
            if block not in titles and block not in report.contents:
                continue
            if (
                len(paragraph.text) > 200
                or _COMPARES.search(paragraph.text)
                or len(set(re.findall(_YEAR, paragraph.text))) > 1
            ):
                continue
            headed = _HEADED.search(paragraph.text)
            if (
                headed
                and year - 6 <= int(headed["year"]) < year
                and not _compared_table(report, captions.get(block), int(headed["year"]))
            ):
                yield _problem("heading", _at(Spot(block), headed), headed["year"], year)
            elif headed and int(headed["year"]) == year + 1 and _reached(report, captions.get(block), year + 1):
                yield replace(
                    _problem("heading", _at(Spot(block), headed), headed["year"], year), severity=Severity.WARNING
                )


def _names_itself(sentence: Sentence, match: re.Match[str]) -> bool:
    """ "Laporan Kinerja … Tahun 2025 ini disusun", not a report written in this year 2025."""
    in_time = re.search(r"\b(?:pada|di|dalam|selama|awal|akhir|bulan|sejak|untuk)\b", match["between"], re.IGNORECASE)
    return in_time is None and re.match(r"\s+ini\s+(?:di|kami)", sentence.text[match.end() :]) is not None


def _title_blocks(report: Report, caption: Caption) -> Iterator[int]:
    """Where a caption's words stand: its own line, and the next where the first has the number alone."""
    yield caption.block
    own, following = (
        b if isinstance(b, Paragraph) else None
        for b in (*report.document.blocks, None)[caption.block : caption.block + 2]
    )
    bare = own is not None and re.fullmatch(r"[\W_]*[a-z]+[\W_]*[\divx.\s-]+[\W_]*", own.text, re.IGNORECASE)
    if bare and following is not None and caption.table is not None and caption.table > caption.block + 1:
        yield caption.block + 1


def _compared_table(report: Report, caption: Caption | None, year: int) -> bool:
    """Whether the caption belongs to a table that has the year in its columns or rows: a comparison."""
    table = report.table_at(caption.table) if caption and caption.table is not None else None
    return table is not None and any(c.year == year for c in table.columns)


def _reached(report: Report, caption: Caption | None, year: int) -> bool:
    """Whether the caption says that a table holds what was reached in a year, and the table has results, none of them
    headed by that year: the year after the report's has none yet."""
    if caption is None or caption.table is None or not _RESULTS.search(caption.title) or _PART.search(caption.title):
        return False
    table = report.table_at(caption.table)
    if table is None or any(c.year is not None and c.year >= year for c in table.columns):
        return False
    results = [c.index for c in table.column(Role.REALISATION, Role.ACHIEVEMENT)]
    told = [r for r in table.rows if any(c in results and f.value for c, f in r.figures)]
    return len(told) >= 2


_RESULTS = re.compile(r"capaian|pengukuran|realisasi", re.IGNORECASE)
_PART = re.compile(
    r"triwulan|semester|bulan|sementara|proyeksi|perkiraan|prognosis|januari|februari|maret", re.IGNORECASE
)


def _at(base: Spot, match: re.Match[str]) -> Spot:
    return Spot(base.block, start=base.start + match.start("year"), end=base.start + match.end("year"))


def _problem(message: str, spot: Spot, stated: str, year: int) -> Problem:
    return Problem(spot, message, stated=stated, expected=str(year))


class PlanningPeriod(Check):
    """A planning period that is over before the report's year."""

    code = "YRS002"
    name = "planning-period"
    title = Words("Periode RPJMD/Renstra sudah lewat", "A planning period that is over")
    reason = Words(
        "Laporan membandingkan capaian dengan dokumen perencanaan strategis yang berlaku (PermenPANRB 53/2014 "
        "Lampiran II).",
        "The report compares results with the strategic plan in force (PermenPANRB 53/2014, annex II).",
    )
    docs = Words(
        "Bila sebagian besar naskah menyebut satu periode RPJMD atau Renstra yang memuat tahun laporan, periode lain "
        "yang sudah berakhir sebelum tahun laporan dan "
        "disebut sebagai acuan dilaporkan. Periode lama yang disebut sebagai sejarah (“sebelumnya”, “periode lalu”) "
        "dibiarkan.",
        "Where most of the draft names one RPJMD or Renstra period that contains the report's year, another period "
        "that ended before that year and is named as "
        "its basis is reported. An old period named as history (“sebelumnya”, “periode lalu”) is left alone.",
    )
    messages = {
        "found": Words(
            "Periode {stated} sudah berakhir sebelum tahun laporan {year}; naskah ini memakai periode {expected}.",
            "The period {stated} ended before the report's year {year}; this draft uses {expected}.",
        ),
    }
    good = (
        Example(
            "LAPORAN KINERJA TAHUN 2024\n\nRenstra Dinas Contoh periode 2021-2026 menjadi dasar. RPJMD Tahun "
            "2021-2026 memuat enam misi. RPJMD sebelumnya, periode 2016-2021, telah selesai.\n"
        ),
    )
    bad = (
        Example(
            "LAPORAN KINERJA TAHUN 2024\n\nRenstra Dinas Contoh periode 2021-2026 menjadi dasar. RPJMD Tahun "
            "2021-2026 memuat enam misi.\n\n"
            "Sasaran ini termuat dalam RPJMD Kabupaten Tahun 2016-2021.\n",
            "2016-2021",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        year, period = report.identity.year, report.identity.period
        if year is None or period is None or not period[0] <= year <= period[1]:
            return
        for sentence in report.sentences:
            found = []
            for match in _PERIOD.finditer(sentence.text):
                first, last = int(match.group(1)), int(match.group(2))
                before = sentence.text[max(0, match.start() - 170) : match.start()]
                if last >= year or not 3 <= last - first <= 6 or (first, last) == period:
                    continue
                if not re.search(r"rpjmd|renstra|rencana strategis|perencanaan strategis", before, re.IGNORECASE):
                    continue
                if re.search(r"sebelum|lalu\b|terdahulu|evaluasi|berakhir|lama\b|capaian", before[-90:], re.IGNORECASE):
                    continue
                found.append(
                    Spot(
                        sentence.spot.block,
                        start=sentence.spot.start + match.start(),
                        end=sentence.spot.start + match.end(),
                    )
                )
            if found:
                shown = sentence.text[found[0].start - sentence.spot.start : found[0].end - sentence.spot.start]
                yield Problem(
                    found[0],
                    stated=shown,
                    expected=f"{period[0]}-{period[1]}",
                    params=(("year", str(year)),),
                    evidence=tuple(found[1:]),
                )


class StaffDate(Check):
    """Staff counted at a date before the report's year."""

    code = "YRS003"
    name = "stale-date"
    severity = Severity.WARNING
    title = Words("Keadaan data bertanggal tahun sebelumnya", "Data dated a year too early")
    reason = _REASON
    docs = Words(
        "Data pegawai atau aset “per 1 Januari …”, “keadaan 31 Desember …” yang tahunnya lebih awal dari tahun "
        "laporan tampaknya tidak dimutakhirkan. "
        "31 Desember tahun sebelumnya diterima: itu keadaan awal tahun laporan.",
        "Staff or assets “per 1 Januari …”, “keadaan 31 Desember …” of a year before the report's seem not to have "
        "been brought up to date. 31 December of the year "
        "before is accepted: it is the state at the beginning of the report's year.",
    )
    messages = {
        "found": Words(
            "Keadaan data bertanggal {stated}, sedangkan laporan ini untuk tahun {expected}.",
            "The data are dated {stated}, while this is the report of {expected}.",
        ),
    }
    good = (
        Example(
            "LAPORAN KINERJA TAHUN 2024\n\nJumlah pegawai per 31 Desember 2024 sebanyak 31 orang. Laporan Kinerja "
            "Tahun 2024 memuat capaian.\n"
        ),
    )
    bad = (
        Example(
            "LAPORAN KINERJA TAHUN 2024\n\nBerdasarkan DUK per 1 Januari 2023 jumlah pegawai sebanyak 31 orang. "
            "Laporan Kinerja Tahun 2024 memuat capaian.\n",
            "1 Januari 2023",
        ),
    )
    _STAFF = re.compile(r"pegawai|\bpns\b|\basn\b|aset|sarana|duk\b|honorer", re.IGNORECASE)
    _DATE = re.compile(
        rf"(?:per|keadaan|kondisi|posisi|tanggal|duk)\W{{0,3}}\s*(?:tanggal\s+|"
        rf"per\s+)?(?P<date>\d{{1,2}}\s+(?P<month>[A-Z][a-z]+)\s+(?P<year>{_YEAR}))",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        year = report.identity.year
        if year is None:
            return
        for sentence in report.sentences:
            if not self._STAFF.search(sentence.text):
                continue
            for match in self._DATE.finditer(sentence.text):
                named = int(match["year"])
                if not year - 6 <= named < year or (named == year - 1 and match["month"].lower() == "desember"):
                    continue
                start = sentence.spot.start + match.start("date")
                yield Problem(
                    Spot(sentence.spot.block, start=start, end=sentence.spot.start + match.end("date")),
                    stated=match["date"],
                    expected=str(year),
                )


class ListedYears(Check):
    """A list of tables or figures gives a caption the years that it has in the body."""

    code = "YRS004"
    name = "listed-years"
    severity = Severity.WARNING
    title = Words("Tahun dalam daftar tabel berbeda dari judulnya", "Years in a list of tables differ from the caption")
    reason = _REASON
    docs = Words(
        "Butir Daftar Tabel, Daftar Gambar atau Daftar Grafik dibandingkan dengan judul bernomor sama di batang tubuh. "
        "Yang dilaporkan hanya bila kata-katanya sama dan tahunnya berbeda.",
        "An entry of the list of tables, figures or charts is compared with the caption of the same number in the body. "
        "It is reported only where the words are the same and the years are not.",
    )
    messages = {
        "found": Words(
            "Daftar menyebut {stated} untuk {kind} {number}, sedangkan judulnya di batang tubuh menyebut {expected}.",
            "The list says {stated} for {kind} {number}, while its caption in the body says {expected}.",
        ),
    }
    _BODY = (
        "BAB I\nPENDAHULUAN\n\nDinas melaksanakan urusan pemerintahan bidang perdagangan yang menjadi kewenangan daerah. "
        "Laporan ini menjelaskan capaian setiap indikator kinerja, hambatan yang dihadapi dan langkah yang diambil untuk "
        "memperbaikinya pada masa mendatang.\n\nTabel 1.1 Capaian Kinerja Tahun 2021-2023\n\n"
        "No\tIndikator\tCapaian\n1\tIndeks A\t80\n2\tIndeks B\t82\n"
    )
    good = (
        Example("DAFTAR TABEL\n\nTabel 1.1 Capaian Kinerja Tahun 2021 – 2023 ........ 4\n\n" + _BODY),
        Example("DAFTAR TABEL\n\nTabel 1.1 Capaian Indikator Sasaran Tahun 2019-2021 ........ 4\n\n" + _BODY),
        Example("DAFTAR GAMBAR\n\nGambar 1.1 Capaian Kinerja Tahun 2019-2021 ........ 4\n\n" + _BODY),
    )
    bad = (
        Example("DAFTAR TABEL\n\nTabel 1.1 Capaian Kinerja Tahun 2019-2021 ........ 4\n\n" + _BODY, "2019-2021"),
        Example("DAFTAR TABEL\n\n- Tabel 1.1 Capaian Kinerja Tahun 2019-2021\n\n" + _BODY, "2019-2021"),
    )
    _LIST = re.compile(r"^\W*daftar (?:tabel|gambar|grafik|isi)\W*$", re.IGNORECASE)
    _ENTRY = re.compile(
        r"^[\W_]*(?P<kind>tabel|gambar|grafik)\s*[.:]?\s*(?P<number>\d{1,2}(?:\s*[.\-]\s*\d{1,3}){0,3}|[IVX]{1,5}\s*[.\-]\s*\d{1,3})"
        r"[\s.:)]+(?P<title>[^\W\d].*?)(?:(?:\t|[.…_·]{3,}|\s{3,})\s*(?:\d{1,3}|[ivxlc]{1,6})?)?[\s*_]*$",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        entries = self._entries(report)
        listed = {block for block, _ in entries}
        kinds = {"table": "tabel", "figure": "gambar", "chart": "grafik"}
        bodies: dict[tuple[str, str], list[str]] = {}
        for caption in report.captions:
            if caption.block not in listed:
                bodies.setdefault((kinds[caption.kind], caption.number), []).append(caption.title)
        for block, match in entries:
            kind = match["kind"].lower()
            number = re.sub(r"\s+", "", match["number"]).replace("-", ".")
            titles = bodies.get((kind, number), [])
            if len(titles) != 1 or _wording(match["title"]) != _wording(titles[0]):
                continue
            stated, expected = _years(match["title"]), _years(titles[0])
            if stated == expected or len(stated) != len(expected) or not stated:
                continue
            first, last = _year_span(match["title"])
            other = slice(*_year_span(titles[0]))
            start = match.start("title")
            yield Problem(
                Spot(block, start=start + first, end=start + last),
                stated=match["title"][first:last],
                expected=titles[0][other],
                params=(("kind", kind.title()), ("number", number)),
            )

    def _entries(self, report: Report) -> list[tuple[int, re.Match[str]]]:
        """The entries of the lists at the front: from the heading of a list on, as long as lines read as entries."""
        found = []
        within = False
        for block, paragraph in report.paragraphs():
            match = self._ENTRY.match(paragraph.text) if len(paragraph.text) < 260 else None
            if self._LIST.match(paragraph.text):
                within = True
            elif match is None:
                within = False
            elif within:
                following = report.document.blocks[block + 1 : block + 2]
                if not following or isinstance(following[0], Paragraph):
                    found.append((block, match))
        return found


def _years(text: str) -> list[str]:
    return re.findall(rf"(?<!\d){_YEAR}(?!\d)", text)


def _year_span(text: str) -> tuple[int, int]:
    """From the first year of a text to its last."""
    spans = [m.span() for m in re.finditer(rf"(?<!\d){_YEAR}(?!\d)", text)]
    return spans[0][0], spans[-1][1]


def _wording(title: str) -> str:
    """A title without its years, blanks and marks."""
    return re.sub(r"[\W_]+", "", re.sub(rf"(?<!\d){_YEAR}(?!\d)", "#", title.lower()).replace("#", "0"))
