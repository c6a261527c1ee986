"""XRF: the report's own key figures, which one sentence tells otherwise than all the others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Problem, Report, Role, RowKind, Sentence, Severity, Words

_OTHER = re.compile(
    r"sasaran|program|kegiatan|triwulan|semester|bidang|tujuan|\blalu\b|sebelum|target|nasional|kabupaten lain|fisik|misi|"
    r"indikator kinerja (?:program|kegiatan)|per bulan|kecamatan|unit|modal|pegawai|operasi|barang|hibah|langsung|transfer|"
    r"\bda[ku]\b|apbn|dekonsentrasi|urusan|pendapatan|puskesmas|sekolah|desa",
    re.IGNORECASE,
)


class KeyFigureElsewhere(Check):
    """The mean capaian and the share of the budget spent are the same wherever they are told."""

    code = "XRF011"
    name = "key-figure-elsewhere"
    severity = Severity.WARNING
    title = Words(
        "Rata-rata capaian atau serapan ditulis lain di satu tempat", "A key figure is told otherwise in one place"
    )
    reason = Words(
        "Simpulan dan ikhtisar mengulang angka pokok laporan; angkanya harus sama di semua tempat (akurasi penyajian, Lampiran "
        "III PermenPANRB 53/2014).",
        "Conclusion and summary repeat the key figures of a report; they must be the same everywhere "
        "(accuracy of presentation, "
        "PermenPANRB 53/2014, annex III).",
    )
    docs = Words(
        "Persentase yang langsung mengikuti “rata-rata capaian” atau “serapan/realisasi anggaran” "
        "dikumpulkan dari semua kalimat "
        "dan dari baris Rata-rata atau Jumlah tabel. Bila sedikitnya dua tempat menyebut angka yang sama dan satu tempat saja "
        "angka lain, tempat itu dilaporkan. Rata-rata satu sasaran, program, triwulan atau tahun lain tidak ikut.",
        "Percentages right after “rata-rata capaian” or “serapan/realisasi anggaran” are collected from all sentences and from "
        "rows Rata-rata or Jumlah of tables. Where two places at least tell one figure and a single place another, that place "
        "is reported. Means of one sasaran, program, quarter or other year are left out.",
    )
    messages = {
        "found": Words(
            "{what} tertulis {stated} di sini, tetapi {expected} di {count} tempat lain.",
            "{what} says {stated} here, but {expected} in {count} other places.",
        ),
    }
    _A = "Rata-rata capaian kinerja tahun 2021 adalah 101,39%.\n\n"
    _B = "Dengan rata-rata capaian {}, kinerja tergolong sangat tinggi.\n\n"
    good = (
        Example(_A + _B.format("101,39%") + "Rata-rata capaian sasaran pertama adalah 98,20%.\n"),
        Example(_A + _B.format("98,20%")),
        Example(_A + _B.format("101,39%") + "Adapun rata-rata capaian IKU sebesar 99,10%.\n"),
    )
    bad = (
        Example(
            _A + _B.format("101,39%") + "Kinerja sangat tinggi dengan rata-rata capaian sebesar 101,93%.\n", "101,93"
        ),
    )
    _TOPICS = (
        (
            Words("Rata-rata capaian", "The mean capaian"),
            re.compile(
                r"\brata-rata capaian(?: kinerja| indikator| iku| seluruh| utama| \d+)*(?:[\s,]+[a-z]+){0,3}\s*$", re.I
            ),
        ),
        (
            Words("Serapan anggaran", "The share of the budget spent"),
            re.compile(
                r"\b(?:serapan|penyerapan|realisasi)(?: anggaran| keuangan| belanja)+(?:[\s,]+[a-z]+){0,3}\s*$", re.I
            ),
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for number, (what, pattern) in enumerate(self._TOPICS):
            for told in self._told(report, pattern):
                yield from self._judged(report, number, what, told)

    def _judged(self, report: Report, number: int, what: Words, told: dict[str, list[Figure]]) -> Iterator[Problem]:
        if len(told) > 1:
            ranked = sorted(told.items(), key=lambda pair: -len(pair[1]))
            (usual, most), *odd = ranked
            count = len(most) + self._in_tables(report, number, most[0])
            if count >= 2 and len(odd) == 1 and len(odd[0][1]) == 1 and count > len(odd[0][1]):
                figure = odd[0][1][0]
                if not self._in_tables(report, number, figure):
                    yield Problem(
                        figure.spot,
                        stated=figure.text,
                        expected=usual,
                        params=(("what", what), ("count", str(count))),
                        evidence=tuple(f.spot for f in most),
                        figure=figure,
                        content=(figure.text, usual),
                    )

    def _told(self, report: Report, pattern: re.Pattern[str]) -> Iterator[dict[str, list[Figure]]]:
        """The figures told of a topic by what they say, those of the IKU apart from those of all indicators."""
        told: dict[bool, dict[str, list[Figure]]] = {False: defaultdict(list), True: defaultdict(list)}
        for sentence in report.sentences:
            for figure in sentence.figures:
                if figure.percent and figure.decimals > 1 and (subject := self._on(report, sentence, figure, pattern)):
                    main = re.search(r"\biku\b|utama", subject, re.IGNORECASE) is not None
                    told[main][figure.text.rstrip(" %").removesuffix("persen").strip()].append(figure)
        yield from told.values()

    def _on(self, report: Report, sentence: Sentence, figure: Figure, pattern: re.Pattern[str]) -> str:
        """The words before a figure that name the topic; "" where they do not."""
        before = sentence.text[: figure.spot.start - sentence.spot.start][-110:]
        year = str(report.identity.year or "")
        plain = (
            re.sub(rf"\b(?:pada |untuk )?tahun (?:anggaran )?{year}\b", "", before, flags=re.IGNORECASE)
            if year
            else before
        )
        clause = re.split(r"[;:]|\bsedangkan\b|\bdibanding", plain)[-1]
        match = pattern.search(clause)
        if match is None or _OTHER.search(clause) or re.search(r"(?:19|20)\d\d|\d[.,]\d", clause[match.start() :]):
            return ""
        return match.group()

    def _in_tables(self, report: Report, topic: int, figure: Figure) -> int:
        """Tables whose row Rata-rata, or Jumlah, has the figure as a capaian."""
        kind = RowKind.MEAN if topic == 0 else RowKind.TOTAL
        return sum(
            1
            for table in report.tables
            if any(
                f.value == figure.value and table.columns[c].role in (Role.ACHIEVEMENT, Role.AMOUNT)
                for row in table.rows
                if row.kind is kind
                for c, f in row.figures
            )
        )


class SwappedDigits(Check):
    """An indicator that tables call by an abbreviation has their result in the text."""

    code = "XRF015"
    name = "swapped-digits"
    severity = Severity.WARNING
    title = Words("Angka indikator tertukar digitnya dari tabel", "An indicator's figure with digits exchanged")
    reason = KeyFigureElsewhere.reason
    docs = Words(
        "“IPM yang mencapai 79,24” padahal tabel capaian memuat realisasi 79,42 untuk “Indeks Pembangunan "
        "Manusia (IPM)”: dilaporkan "
        "hanya bila angka dalam kalimat adalah angka tabel dengan dua digit tertukar dan tidak tercantum di tempat lain.",
        "“IPM yang mencapai 79,24” although the table of results has 79,42 for “Indeks Pembangunan Manusia "
        "(IPM)”: reported only "
        "where the figure of the sentence is that of the table with two digits exchanged, and stands nowhere else.",
    )
    messages = {
        "found": Words(
            "{name} tertulis {stated} di sini, tetapi {expected} dalam {table}.",
            "{name} says {stated} here, but {expected} in {table}.",
        ),
    }
    _TABLE = (
        "Tabel 3.1 Capaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\n1\tIndeks Pembangunan Manusia "
        "(IPM)\t79,10\t79,42\t"
        "100,40\n2\tHarapan Lama Sekolah\t13,60\t13,58\t99,85\n\n"
    )
    good = (
        Example(_TABLE + "Capaian yang menonjol antara lain IPM yang mencapai 79,42.\n"),
        Example(_TABLE + "Nilai IPM mencapai 79,24 pada tahun 2022. IPM tahun lalu sebesar 79,24.\n"),
    )
    bad = (Example(_TABLE + "Capaian yang menonjol antara lain IPM yang mencapai 79,24.\n", "79,24"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        short = self._by_short(report)
        if not short:
            return
        everywhere = " ".join(t for _, t in report.texts)
        for sentence in report.sentences:
            for figure in sentence.figures:
                before = sentence.text[: figure.spot.start - sentence.spot.start]
                match = re.search(r"\b([A-Z]{3,6})\s+(?:yang\s+)?(?:mencapai|sebesar|terealisasi|adalah)\s+$", before)
                results = short.get(match[1], []) if match else []
                written = re.sub(r"[^\d,]", "", figure.text)
                if not results or not self._exchanged(written, re.sub(r"[^\d,]", "", results[0][0].text)):
                    continue
                if len(re.findall(rf"(?<![\d.,]){re.escape(written)}(?!\d)", everywhere)) == 1:
                    yield Problem(
                        figure.spot,
                        stated=figure.text,
                        expected=results[0][0].text,
                        params=(("name", match[1] if match else ""), ("table", results[0][1])),
                        evidence=tuple(f.spot for f, _ in results),
                        figure=figure,
                    )

    def _by_short(self, report: Report) -> dict[str, list[tuple[Figure, str]]]:
        """The results that tables with one column of them give an indicator, by its abbreviation, where all are one."""
        found: dict[str, list[tuple[Figure, str]]] = defaultdict(list)
        for table in report.tables:
            columns = table.column(Role.REALISATION)
            for row in table.rows if len(columns) == 1 else ():
                named = re.search(r"\(([A-Z]{3,6})\)", row.label)
                figure = row.figure(columns[0].index)
                if named and figure is not None and figure.decimals >= 2 and not figure.fault:
                    found[named[1]].append((figure, table.title))
        return {k: v for k, v in found.items() if len({f.value for f, _ in v}) == 1}

    def _exchanged(self, one: str, other: str) -> bool:
        """Whether two neighbouring digits stand the other way round."""
        odd = [i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
        return (
            len(one) == len(other) >= 4
            and len(odd) == 2
            and odd[1] == odd[0] + 1
            and one[odd[0]] == other[odd[1]]
            and one[odd[1]] == other[odd[0]]
        )
