"""Counts that a sentence tells, against the table that counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Figure,
    Problem,
    Relation,
    Report,
    Row,
    RowKind,
    Rule,
    Sentence,
    Severity,
    Spot,
    Term,
    TypedTable,
    Words,
)
from reviewer.model.numberwords import read_words

_REASON = Words(
    "Angka dalam uraian harus sama dengan angka dalam tabel yang diuraikannya (akurasi penyajian, Lampiran III PermenPANRB "
    "53/2014).",
    "Figures in the text must be those of the table it speaks of (accuracy of presentation, PermenPANRB 53/2014, annex III).",
)
_NUMBER = (
    r"(?:\d{1,3}(?:\s*\([a-z\s]+\))?|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)"
    r"(?:\s+(?:belas|puluh)(?:\s+(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan))?)?)"
)


def _value(text: str) -> Decimal | None:
    digits = re.match(r"\s*(\d+)", text)
    return Decimal(digits.group(1)) if digits else read_words(text)


class CountedRow(Check):
    """A number of people told by name is that of the row so named."""

    code = "XRF012"
    name = "counted-row"
    severity = Severity.WARNING
    title = Words("Banyaknya orang dalam kalimat berbeda dari tabel", "A number of people differs from the table")
    reason = _REASON
    docs = Words(
        "“berjumlah 112 orang, di antaranya 27 orang Pustakawan dan 17 orang Arsiparis”: bila kalimat menyebut jumlah sebuah "
        "tabel di bawah judul yang sama (atau satu baris lainnya dengan benar), tiap bilangan orang dibandingkan dengan baris "
        "yang namanya ditulis di belakangnya.",
        "“berjumlah 112 orang, di antaranya 27 orang Pustakawan dan 17 orang Arsiparis”: where the sentence names the total of a "
        "table under the same heading (or another of its rows rightly), each number of people is compared with the row "
        "whose name is written behind it.",
    )
    messages = {
        "violated": Words(
            "{name}: tertulis {stated} di sini, tetapi {expected} di {table}.",
            "{name}: {stated} is written here, but {expected} in {table}.",
        ),
    }
    _TABLE = (
        "Tabel 1.1 Pegawai Menurut Jabatan\n\nNo\tJabatan\tJumlah (orang)\n1\tPustakawan\t27\n2\tArsiparis\t19\n"
        "3\tPelaksana\t41\n\tJumlah\t87\n"
    )
    good = (
        Example("Pegawai berjumlah 87 orang, di antaranya 27 orang Pustakawan dan 19 orang Arsiparis.\n\n" + _TABLE),
        Example("Pelatihan diikuti 17 orang Arsiparis dan 12 orang guru.\n\n" + _TABLE),
    )
    bad = (
        Example(
            "Pegawai berjumlah 87 orang, di antaranya 27 orang Pustakawan dan 17 orang Arsiparis.\n\n" + _TABLE, "17"
        ),
    )
    _BEHIND = re.compile(
        r"^[\d.]*\s*(?:\([^()]*\)\s*)?(?:orang|pegawai)\s+(?P<name>[A-Za-z][A-Za-z /-]{2,60})", re.IGNORECASE
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            told = [f for f in sentence.figures if f.exact and not f.decimals and f.value > 0 and not f.fault]
            if len(told) < 2 or re.search(r"tahun lalu|sebelumnya|pensiun", sentence.text, re.IGNORECASE):
                continue
            for table in report.tables:
                if table.heading != sentence.heading or abs(table.block - sentence.spot.block) > 12:
                    continue
                yield from self._compared(sentence, told, table)

    def _compared(self, sentence: Sentence, told: Sequence[Figure], table: TypedTable) -> Iterator[Relation]:
        rows = [r for r in table.rows if r.label and (r.kind is RowKind.PART or r.kind is RowKind.TOTAL)]
        counted = {r.index: f for r in rows if (f := self._count(table, r)) is not None}
        totals = {counted[r.index].value for r in rows if r.kind is RowKind.TOTAL and r.index in counted}
        pairs = [
            (figure, row)
            for figure in told
            if (row := self._named(sentence, figure, rows)) is not None and row.index in counted
        ]
        right = sum(1 for figure, row in pairs if counted[row.index].value == figure.value)
        anchored = any(f.value in totals and f.value >= 10 for f in told)
        if right < 1 or not (anchored or right >= 2):
            return
        for figure, row in pairs:
            yield Relation(
                Rule.EQUAL,
                figure,
                (Term(counted[row.index]),),
                params=(("name", row.label), ("table", table.title)),
                arithmetic=False,
            )

    def _count(self, table: TypedTable, row: Row) -> Figure | None:
        """The row's one number of people: of its only column of whole numbers."""
        columns = [
            c.index
            for c in table.columns
            if not c.year and re.search(r"jumlah|orang|pegawai|total", c.title, re.IGNORECASE)
        ]
        figures = [f for c in columns if (f := row.figure(c)) and not f.percent and not f.decimals and not f.dash]
        return figures[0] if len(figures) == 1 else None

    def _named(self, sentence: Sentence, figure: Figure, rows: Sequence[Row]) -> Row | None:
        match = self._BEHIND.match(sentence.text[figure.spot.start - sentence.spot.start :])
        if match is None:
            return None
        said = match["name"].lower()
        named = [r for r in rows if r.kind is RowKind.PART and re.match(rf"{re.escape(r.label.lower())}\b", said)]
        return named[0] if len(named) == 1 else None


class IndicatorsOfSasaran(Check):
    """Each sasaran has as many indicators as the text says."""

    code = "CNT012"
    name = "indicators-of-sasaran"
    severity = Severity.WARNING
    title = Words(
        "Banyaknya indikator tiap sasaran berbeda dari tabel",
        "Another number of indicators of a sasaran than the table's",
    )
    reason = _REASON
    docs = Words(
        "“Sasaran pertama diukur dengan dua indikator, sasaran kedua dengan tiga indikator”: dibandingkan dengan tabel berkolom "
        "sasaran dan indikator yang pertama sesudahnya, bila banyaknya sasaran sama dengan yang disebut.",
        "“Sasaran pertama diukur dengan dua indikator, sasaran kedua dengan tiga indikator”: compared with the first table after "
        "it with columns of sasaran and indicators, where it has as many sasaran as are named.",
    )
    messages = {
        "found": Words(
            "Sasaran {which} disebut memiliki {stated} indikator, di {table} ada {expected}.",
            "Sasaran {which} is said to have {stated} indicators, {table} has {expected}.",
        ),
    }
    _TABLE = (
        "\n\nTabel 2.1 Perjanjian Kinerja\n\nSasaran Strategis\tIndikator Kinerja\tSatuan\tTarget\n"
        "Meningkatnya literasi\tNilai literasi\tNilai\t60,00\n\tIndeks pembangunan literasi\tIndeks\t14,50\n"
        "Meningkatnya tertib arsip\tPersentase arsip terawat\t%\t55,00\n"
    )
    good = (Example("Sasaran pertama diukur dengan dua indikator dan sasaran kedua dengan satu indikator." + _TABLE),)
    bad = (
        Example(
            "Sasaran pertama diukur dengan tiga indikator dan sasaran kedua dengan satu indikator." + _TABLE, "tiga"
        ),
    )
    _SAID = re.compile(
        r"\bsasaran(?:\s+strategis)?\s+(?P<which>pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|[1-7])\b[^.;,\d]{0,60}?"
        rf"(?P<count>{_NUMBER})\s+(?:buah\s+)?indikator\b",
        re.IGNORECASE,
    )
    _ORDER = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh")

    def inspect(self, report: Report) -> Iterator[Problem]:
        for sentence in report.sentences:
            said = {self._place(m["which"]): m for m in self._SAID.finditer(sentence.text)}
            if len(said) < 2 or sorted(said) != list(range(1, len(said) + 1)):
                continue
            for table in report.tables:
                counts = self._counts(table) if table.block > sentence.spot.block else []
                if not counts:
                    continue
                if len(counts) == len(said):
                    yield from self._judge(sentence, said, table, counts)
                break

    def _place(self, which: str) -> int:
        return int(which) if which.isdigit() else self._ORDER.index(which.lower()) + 1

    def _counts(self, table: TypedTable) -> list[int]:
        """How many indicators each sasaran of a table has, in order."""
        headers = [c.header[-1].strip().lower() if c.header else "" for c in table.columns]
        aims = [i for i, h in enumerate(headers) if re.fullmatch(r"sasaran(?: strategis| kinerja)?", h)]
        names = [i for i, h in enumerate(headers) if re.fullmatch(r"indikator(?: kinerja| sasaran| kinerja utama)*", h)]
        if len(aims) != 1 or len(names) != 1:
            return []
        counts: list[int] = []
        before = ""
        for row in table.rows:
            if row.kind in (RowKind.NUMBERS, RowKind.TOTAL):
                continue
            cells = table.table.rows[row.index]
            if "\n" in cells[names[0]].text.strip():
                return []  # several in one cell
            aim = cells[aims[0]].text.strip()
            if aim and aim.lower() != before:
                counts.append(0)
                before = aim.lower()
            if cells[names[0]].text.strip() and counts:
                counts[-1] += 1
        return counts

    def _judge(
        self, sentence: Sentence, said: dict[int, re.Match[str]], table: TypedTable, counts: Sequence[int]
    ) -> Iterator[Problem]:
        for place, match in said.items():
            value = _value(match["count"])
            if value is None or value == counts[place - 1]:
                continue
            start = sentence.spot.start + match.start("count")
            yield Problem(
                Spot(sentence.spot.block, start=start, end=start + len(match["count"])),
                stated=match["count"],
                expected=str(counts[place - 1]),
                params=(("which", match["which"]), ("table", table.title)),
                quote=match.group(),
                content=(match["which"], match["count"], str(counts[place - 1])),
            )


class ReachedOfAll(Check):
    """Those that reached their target and those that did not make all."""

    code = "CNT013"
    name = "reached-of-all"
    severity = Severity.ERROR
    title = Words(
        "Yang tercapai dan yang belum tidak menjadi jumlahnya", "Reached and not reached do not make the whole"
    )
    reason = _REASON
    docs = Words(
        "“Dari enam indikator tersebut, 4 indikator mencapai target dan 2 indikator belum”: kedua bilangan harus menjadi "
        "seluruhnya. Hanya bila kalimatnya tidak menyebut golongan lain; yang tidak dapat diukur bukan yang belum tercapai. Juga "
        "“sebanyak 27 usulan …. Dari usulan tersebut, 15 usulan disetujui dan 9 usulan tidak disetujui”.",
        "“Dari enam indikator tersebut, 4 indikator mencapai target dan 2 indikator belum”: the two must make the whole. Only "
        "where the sentence names no other group; those that cannot be measured are none that did not reach it. Also "
        "“sebanyak 27 usulan …. Dari usulan tersebut, 15 usulan disetujui dan 9 usulan tidak disetujui”.",
    )
    messages = {
        "found": Words(
            "Disebut {stated} mencapai target dan {rest} belum, jumlahnya {sum}, padahal seluruhnya {expected}.",
            "{stated} are said to have reached it and {rest} not, together {sum}, of {expected}.",
        ),
        "halves": Words(
            "Disebut {stated} {noun}, tetapi {first} {verb} dan {rest} {denied} {verb}, jumlahnya {expected}.",
            "{stated} {noun} are stated, but {first} “{verb}” and {rest} “{denied} {verb}” make {expected}.",
        ),
    }
    good = (
        Example(
            "Dari enam indikator tersebut, 4 (empat) indikator mencapai target dan 2 (dua) indikator belum mencapai.\n"
        ),
        Example(
            "Dari 9 indikator, 4 indikator mencapai target dan 1 indikator tidak dapat diukur, sedangkan 4 lainnya belum.\n"
        ),
        Example("Dari 12 indikator, 8 indikator mencapai target dan 2 indikator tidak dapat diukur.\n"),
        Example(
            "Masuk sebanyak 24 usulan. Dari usulan tersebut, 15 usulan disetujui dan 9 usulan tidak disetujui.\n\n"
            "Masuk sebanyak 27 aduan. Dari aduan tersebut, 15 aduan dijawab dan 9 aduan tidak dijawab, sedangkan 3 masih "
            "diproses.\n"
        ),
        Example("Dari 9 indikator, 4 indikator melampaui target, 3 indikator mencapai target dan 2 indikator belum.\n"),
    )
    bad = (
        Example(
            "Masuk sebanyak 27 usulan. Dari usulan tersebut, 15 usulan disetujui dan 9 usulan tidak disetujui.\n", "27"
        ),
        Example(
            "Dari enam indikator tersebut, 5 (lima) indikator mencapai target dan 2 (dua) indikator belum mencapai.\n",
            "5",
        ),
    )
    _SAID = re.compile(
        rf"\bdari\s+(?:total\s+|seluruh\s+)?(?P<whole>{_NUMBER})\s+(?P<what>indikator|sasaran|program|kegiatan|target)\b"
        rf"(?:\s+(?!{_NUMBER}\b)[a-z]+){{0,5}}\s*,?\s*(?:terdapat\s+|sebanyak\s+|ada\s+)?(?P<first>{_NUMBER})\s+(?:[a-z]+\s+){{0,6}}?"
        r"(?P<way>mencapai|tercapai|melampaui|memenuhi|berhasil|terealisasi)\b(?P<between>[^.;]{0,120}?)\b(?:dan|sedangkan|serta)\s+"
        rf"(?:terdapat\s+|sebanyak\s+)?(?P<rest>{_NUMBER})\s+(?:[a-z]+\s+){{0,6}}?(?:belum|tidak)\b"
        r"(?!\s+(?:dapat|bisa|ada|memiliki|tersedia|ditetapkan|diukur|dihitung|dinilai))",
        re.IGNORECASE,
    )

    _HALVES = re.compile(
        r"\b(?:sebanyak|sejumlah|berjumlah)\s+(?P<whole>\d{1,3})\s+(?P<noun>[a-z]{4,})\b[^;\n]{0,120}?\.\s+"
        r"Dari\s+(?P=noun)\s+tersebut\s*,?\s*(?:sebanyak\s+)?(?P<first>\d{1,3})\s+(?P=noun)\s+(?:telah\s+|sudah\s+)?"
        r"(?P<verb>di[a-z]{4,})\s+dan\s+(?:sebanyak\s+)?(?P<rest>\d{1,3})\s+(?P=noun)\s+(?P<denied>tidak|belum)\s+(?P=verb)\b"
        r"(?P<after>[^.;]*)"
    )

    def _halves(self, report: Report) -> Iterator[Problem]:
        """Things told and then parted by one verb and its denial."""
        for block, paragraph in report.paragraphs():
            for match in self._HALVES.finditer(paragraph.text):
                first, rest = int(match["first"]), int(match["rest"])
                if first + rest == int(match["whole"]) or re.search(r"\d|sedangkan|sisanya|lainnya", match["after"]):
                    continue
                yield Problem(
                    Spot(block, start=match.start("whole"), end=match.end("whole")),
                    "halves",
                    stated=match["whole"],
                    expected=str(first + rest),
                    severity=Severity.WARNING,
                    params=tuple((name, match[name]) for name in ("noun", "first", "rest", "verb", "denied")),
                    quote=match.group(),
                    content=(match["whole"], match["first"], match["rest"]),
                )

    def inspect(self, report: Report) -> Iterator[Problem]:
        yield from self._halves(report)
        for sentence in report.sentences:
            match = self._SAID.search(sentence.text)
            if match is None or re.search(rf"\b{_NUMBER}\s+(?:indikator|sasaran|program|kegiatan)", match["between"]):
                continue
            whole, first, rest = (_value(match[name]) for name in ("whole", "first", "rest"))
            if whole is None or first is None or rest is None or first + rest == whole:
                continue
            more = re.search(rf"\b{_NUMBER}\b", sentence.text[match.end() :], re.IGNORECASE)
            if first + rest < whole and more:
                continue  # a third group
            start = sentence.spot.start + match.start("first")
            yield Problem(
                Spot(sentence.spot.block, start=start, end=start + len(match["first"])),
                stated=match["first"],
                expected=str(whole),
                severity=None if first + rest > whole else Severity.WARNING,
                params=(("rest", match["rest"]), ("sum", str(first + rest))),
                quote=match.group(),
                content=(match["whole"], match["first"], match["rest"]),
            )
