"""STR: what a table of indicators must have, and tables without their number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import mean

from reviewer.checking.base import Check, Example
from reviewer.model import Paragraph, Problem, Report, Role, Severity, Spot, TypedTable, Words

_INDICATOR = re.compile(r"\bindikator\b", re.IGNORECASE)
_AGREED = re.compile(r"\b(?:perjanjian|penetapan)\s+kinerja\b", re.IGNORECASE)


def _head(table: TypedTable, col: int | None = None) -> Spot:
    """A header cell of a table, that of a column where given."""
    for r in range(table.header_rows - 1, -1, -1):
        for c, cell in enumerate(table.table.rows[r]):
            if cell.text.strip() and (col is None or c == col):
                return Spot(table.block, r, c, 0, len(cell.text))
    return Spot(table.block, 0, 0, 0, len(table.table.rows[0][0].text))


class AgreementTargets(Check):
    """A table of the Perjanjian Kinerja gives its indicators a target."""

    code = "STR010"
    name = "agreement-targets"
    severity = Severity.WARNING
    title = Words("Tabel Perjanjian Kinerja tanpa target", "A table of the performance agreement without targets")
    reason = Words(
        "Perjanjian Kinerja memuat sasaran, indikator kinerja dan targetnya (PermenPANRB 53/2014 Lampiran I); tanpa target "
        "capaian tidak dapat diukur.",
        "A performance agreement has sasaran, indicators and their targets (PermenPANRB 53/2014, annex I); without targets "
        "nothing can be measured.",
    )
    docs = Words(
        "Tabel berjudul Perjanjian Kinerja (atau Penetapan Kinerja) yang punya kolom indikator tetapi tidak punya kolom "
        "target, volume, satuan atau tahun, dan tidak memuat angka selain anggaran. Tabel program dan anggarannya, yang "
        "tidak punya kolom indikator, dibiarkan.",
        "A table titled Perjanjian Kinerja (or Penetapan Kinerja) that has a column of indicators but none of targets, volume, "
        "unit or year, and no figures but budgets. The table of programs and their budgets, which has no indicators, is left "
        "alone.",
    )
    messages = {
        "found": Words(
            "{table} memuat indikator kinerja, tetapi tidak punya kolom Target.",
            "{table} has indicators but no Target column.",
        ),
    }
    _ROWS = "1\tTertib\tIndeks Ketertiban\t{}Program Satu\t5.000.000\n2\tAman\tJumlah Kasus\t{}Program Dua\t7.000.000\n"
    good = (
        Example(
            "Tabel 2.1 Perjanjian Kinerja Tahun 2021\n\nNo\tSasaran\tIndikator Kinerja\tTarget\tProgram\tAnggaran\n"
            + _ROWS.format("80\t", "5\t")
        ),
        Example(
            "Tabel 2.1 Matriks Sasaran\n\nNo\tSasaran\tIndikator Kinerja\tProgram\tAnggaran\n" + _ROWS.format("", "")
        ),
    )
    bad = (
        Example(
            "Tabel 2.1 Perjanjian Kinerja Tahun 2021\n\nNo\tSasaran\tIndikator Kinerja\tProgram\tAnggaran\n"
            + _ROWS.format("", ""),
            "Target",
        ),
    )
    _TARGET = re.compile(
        r"target|volume|satuan|kuantitas|\b20\d\d\b|triwulan|rencana|capaian|keterangan|kondisi", re.IGNORECASE
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            if not _AGREED.search(table.caption) or len(table.rows) < 1 or _compared(table):
                continue
            columns = [c for c in table.columns if _INDICATOR.search(c.title)]
            if not columns or any(
                self._TARGET.search(c.title) or c.role is Role.TARGET or c.year for c in table.columns
            ):
                continue
            other = (Role.BUDGET, Role.NUMBER, Role.CODE)
            if any(table.columns[c].role not in other and not f.dash for row in table.rows for c, f in row.figures):
                continue
            yield Problem(
                _head(table, columns[-1].index),
                stated="Target",
                quote=table.columns[columns[-1].index].name,
                params=(("table", table.title),),
                content=("target", table.title),
            )


def _compared(table: TypedTable) -> bool:
    return bool(table.column(Role.REALISATION, Role.ACHIEVEMENT))


class QuantityForIndicator(Check):
    """A column of indicators holds indicators."""

    code = "STR011"
    name = "quantity-for-indicator"
    severity = Severity.INFO
    title = Words("Kolom indikator berisi jumlah", "A column of indicators holds quantities")
    reason = Words(
        "Kolom yang isinya tertukar membuat indikator dan targetnya tidak dapat dicocokkan.",
        "Where the contents of columns are exchanged indicators and targets cannot be matched.",
    )
    docs = Words(
        "Dalam kolom indikator yang umumnya berisi kalimat, sel yang hanya berisi jumlah dan satuan (“3 Laporan”): isinya "
        "tampaknya milik kolom target, dan indikatornya ada di kolom lain.",
        "In a column of indicators that mostly holds words, cells with nothing but a number and a unit (“3 Laporan”): they "
        "seem to belong in the column of targets, and the indicator stands in another column.",
    )
    messages = {
        "found": Words(
            "Kolom “{column}” berisi jumlah (“{stated}”), bukan indikator, pada {count} baris.",
            "The column “{column}” holds a quantity (“{stated}”), no indicator, in {count} rows.",
        ),
    }
    _TABLE = (
        "Tabel 1 Pohon Kinerja\n\nProgram\tKegiatan\tIndikator\nProgram Satu\tRapat desa\tJumlah rapat desa\n"
        "Program Satu\tPatroli\tJumlah patroli wilayah\nProgram Dua\tPelatihan\tJumlah peserta pelatihan\n"
        "Program Dua\tPameran\tJumlah pengunjung pameran\n"
    )
    good = (
        Example(_TABLE + "Program Dua\tKajian\t3 rapat koordinasi antar desa tentang batas wilayah\n"),
        Example(
            "Tabel 1 Target\n\nNo\tUraian\tTarget Indikator\n1\tRapat\t3 kali\n2\tPatroli\t12 kali\n3\tPos\t4 pos\n"
            "4\tKader\t5 orang\n"
        ),
    )
    bad = (Example(_TABLE + "Program Dua\tPenyusunan laporan\t3 Laporan\n", "3 Laporan"),)
    _QUANTITY = re.compile(r"\s*\d[\d.,]*\s+[A-Za-z/]{3,15}\s*")

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            for column in table.columns:
                if not _INDICATOR.search(column.name) or re.search(
                    r"target|capaian|realisasi", column.name, re.IGNORECASE
                ):
                    continue
                cells = [
                    (r, table.table.rows[r][column.index].text) for r in range(table.header_rows, len(table.table.rows))
                ]
                filled = [(r, text) for r, text in cells if text.strip()]
                odd = [(r, text) for r, text in filled if self._QUANTITY.fullmatch(text)]
                rest = [text for _, text in filled if not self._QUANTITY.fullmatch(text)]
                if not odd or len(odd) * 3 > len(rest) or mean(len(t) for t in rest) < 15:
                    continue
                spots = [Spot(table.block, r, column.index, 0, len(text)) for r, text in odd]
                yield Problem(
                    spots[0],
                    stated=re.sub(r"\s+", " ", odd[0][1]).strip(),
                    params=(("column", column.name), ("count", str(len(odd)))),
                    evidence=tuple(spots[1:]),
                    group=len(odd) > 1,
                    content=tuple(text.strip() for _, text in odd),
                )


class Unnumbered(Check):
    """A table among numbered ones has a number."""

    code = "STR012"
    name = "unnumbered-table"
    severity = Severity.INFO
    title = Words("Tabel tanpa nomor di antara tabel bernomor", "A table without number among numbered ones")
    reason = Words(
        "Tabel bernomor dapat dirujuk dan ditemukan lewat daftar tabel.",
        "A numbered table can be referred to and found by the list of tables.",
    )
    docs = Words(
        "Tabel yang tepat di atasnya berdiri judul tanpa nomor, sedangkan tabel sebelum dan sesudahnya bernomor. Lanjutan "
        "tabel, tabel di bawah kalimat pengantar dan tabel lampiran dibiarkan; semuanya dilaporkan sekali.",
        "A table with a title but no number right above it, while tables before and after it are numbered. Continuations, "
        "tables below a sentence that introduces them and tables of annexes are left alone; all are reported once.",
    )
    messages = {
        "found": Words(
            "Tabel “{stated}” tidak bernomor, padahal tabel sebelum ({before}) dan sesudahnya ({after}) bernomor.",
            "The table “{stated}” has no number, while those before ({before}) and after ({after}) it have.",
        ),
    }
    _ONE = "No\tUraian\tNilai\n1\tA\t2\n2\tB\t4\n\n"
    good = (
        Example(f"Tabel 1 Satu\n\n{_ONE}Rinciannya disajikan di bawah ini:\n\n{_ONE}Tabel 2 Dua\n\n{_ONE}"),
        Example(f"Data Desa Rawan Tahun 2021\n\n{_ONE}Tabel 1 Satu\n\n{_ONE}"),
    )
    bad = (
        Example(
            f"Tabel 1 Satu\n\n{_ONE}Teks biasa.\n\nData Desa Rawan Tahun 2021\n\n{_ONE}Tabel 2 Dua\n\n{_ONE}",
            "Data Desa",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        heads = {h.block for h in report.outline} | {c.block for c in report.captions}
        for before, table, after in zip(report.tables, report.tables[1:], report.tables[2:], strict=False):
            numbered = _last_number(report, before), _next_number(report, after)
            if table.number or table.caption or not all(numbered) or len(table.rows) < 2 or len(table.columns) < 3:
                continue
            block = table.block - 1
            held = report.document.blocks[block]
            if block in heads or block in report.contents or not isinstance(held, Paragraph) or not _titles(held.text):
                continue
            yield Problem(
                Spot(block, start=0, end=len(held.text)),
                stated=re.sub(r"\s+", " ", held.text).strip(),
                params=(("before", f"Tabel {numbered[0]}"), ("after", f"Tabel {numbered[1]}")),
                evidence=(_head(table),),
            )


def _last_number(report: Report, table: TypedTable) -> str:
    """The number of the last numbered table up to this one, "" where it is not of this part of the draft."""
    found = [t.number for t in report.tables if t.ordinal <= table.ordinal and t.number]
    return found[-1] if found and table.ordinal - _ordinal(report, found[-1]) <= 3 else ""


def _next_number(report: Report, table: TypedTable) -> str:
    found = [t.number for t in report.tables if t.ordinal >= table.ordinal and t.number]
    return found[0] if found and _ordinal(report, found[0]) - table.ordinal <= 3 else ""


def _ordinal(report: Report, number: str) -> int:
    return next(t.ordinal for t in report.tables if t.number == number)


def _titles(text: str) -> bool:
    """Whether a line reads as a title: short, capitals at its longer words, no mark of a sentence at its end."""
    flat = text.strip()
    words = [w for w in re.findall(r"[A-Za-z]+", flat) if len(w) > 3]
    if (
        not 3 <= len(words) <= 16
        or re.search(r"[.:;,]$", flat)
        or re.match(r"\W*(?:sumber|catatan|keterangan|lanjutan)\b", flat, re.IGNORECASE)
    ):
        return False
    return flat[0].isupper() and sum(1 for w in words if w[0].isupper()) * 4 >= len(words) * 3
