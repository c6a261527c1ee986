"""TOT: totals and differences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Literal

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Figure,
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
from reviewer.model.written import written

_REASON = Words(
    "Angka dalam laporan harus andal dan akurat (Lampiran III PermenPANRB 53/2014, reviu atas laporan kinerja): "
    "jumlah sama dengan bagian-bagiannya.",
    "Figures in the report must be reliable and accurate (PermenPANRB 53/2014, annex III, review): a total equals "
    "its parts.",
)
_UNSEEN = Words(" Rinciannya di baris yang tersembunyi.", " The parts are in hidden rows.")


def _sums(report: Report, *bases: str) -> Iterator[Relation]:
    copies: set[tuple[str, ...]] = set()
    for table in report.tables:
        for total in table.sums:
            if total.basis not in bases:
                continue
            row = table.row(total.total)
            if row is None:
                continue
            for col in total.columns:
                result = row.figure(col)
                parts = [(part, f) for p in total.parts if (part := table.row(p)) and (f := part.figure(col))]
                if result is None or result.dash or not parts:
                    continue
                shown = [(part, f) for part, f in parts if not part.hidden]
                unseen = len(shown) < len(parts)
                if unseen:
                    copy = (row.label, result.text, *(f.text for _, f in parts))
                    if copy in copies:
                        continue
                    copies.add(copy)
                twice = None if unseen else _twice(result, parts)
                for terms in [parts, shown] if unseen and shown else [parts]:
                    yield Relation(
                        Rule.SUM,
                        result,
                        tuple(Term(f) for _, f in terms),
                        "twice" if twice else "violated",
                        params=(
                            ("column", table.columns[col].name),
                            ("count", str(len(terms))),
                            ("name", twice.label if twice else ""),
                            ("hint", _UNSEEN if unseen else _hint(report, table, row, col, result, parts)),
                        ),
                        choice="shown" if unseen else "",
                        severity=Severity.WARNING if unseen else None,
                        open=twice is not None,
                    )


def _twice(result: Figure, parts: Sequence[tuple[Row, Figure]]) -> Row | None:
    """The row that is listed twice, where the total holds with one of the two."""
    gap = sum((f.value for _, f in parts), Decimal(0)) - result.value
    own = [row for row, f in parts if f.value == gap] if gap >= 1000 else []
    return own[1] if len(own) == 2 and own[0].label == own[1].label else None


def _blank(table: TypedTable, total: Row, parts: Sequence[tuple[Row, Figure]]) -> Words | None:
    """The one row beside the parts that has no figure, for a total that is larger than the others."""
    first, among = parts[0][0], {row.index for row, _ in parts}
    end = max(total.index, *among)
    empty = [
        row.label
        for row in table.rows
        if row.kind in (RowKind.PART, RowKind.GROUP)
        and not row.figures
        and bool(row.number) == bool(first.number)
        and (row.level, row.parent) == (first.level, first.parent)
        and first.index < row.index < end
    ]
    if len(empty) != 1 or not empty[0]:
        return None
    return Words(
        f" “{empty[0]}” tidak terisi; mungkin selisih itulah nilainya.",
        f" “{empty[0]}” is left blank; the gap may be its value.",
    )


def _hint(
    report: Report, table: TypedTable, total: Row, col: int, result: Figure, parts: Sequence[tuple[Row, Figure]]
) -> Words:
    """Which row the difference is, where it is exactly one: blank, left out, counted twice, or listed elsewhere."""
    gap = sum((f.value for _, f in parts), Decimal(0)) - result.value
    if gap < 0 and (blank := _blank(table, total, parts)):
        return blank
    if abs(gap) < 1000:
        return Words("", "")
    own = [row for row, f in parts if f.value == abs(gap)]
    if len(own) == 1:
        name = own[0].label
        if gap > 0:
            return Words(
                f" Selisihnya tepat “{name}”, yang tampaknya tidak ikut dijumlahkan.",
                f" The gap is exactly “{name}”, which seems left out.",
            )
        return Words(
            f" Selisihnya tepat “{name}”, yang tampaknya dihitung dua kali.",
            f" The gap is exactly “{name}”, which seems counted twice.",
        )
    if leaves := _leaves(table, col, result, parts):
        return leaves
    if gap > 0 or abs(gap) < 100_000:
        return Words("", "")
    known = {row.index for row, _ in parts}
    for other in report.tables:
        for row in other.rows:
            if row.kind is not RowKind.PART or (other.block == table.block and (row.index in known or row.level == 0)):
                continue
            if any(f.value == -gap and other.columns[c].role is table.columns[col].role for c, f in row.figures):
                return Words(
                    f" Selisihnya sama dengan “{row.label}” ({other.title}), yang tidak ada di antara "
                    f"bagian-bagiannya.",
                    f" The gap equals “{row.label}” ({other.title}), which is not among its parts.",
                )
    return Words("", "")


def _leaves(table: TypedTable, col: int, result: Figure, parts: Sequence[tuple[Row, Figure]]) -> Words | None:
    """What the rows without rows under them make, where the parts have such and make another sum."""
    if parts[0][1].percent:
        return None
    below: dict[int, list[Row]] = {}
    for row in table.rows:
        if row.parent is not None and row.figure(col) is not None:
            below.setdefault(row.parent, []).append(row)
    left = [row for row, _ in parts]
    leaves: list[Row] = []
    while left:
        row = left.pop()
        left += below.get(row.index, [])
        if row.index not in below:
            leaves.append(row)
    added = sum((f.value for row in leaves if (f := row.figure(col))), Decimal(0))
    if len(leaves) <= len(parts) or added == sum((f.value for _, f in parts), Decimal(0)):
        return None
    total = written(added, result)
    gap = abs(added - result.value)
    if not gap:
        return Words(
            f" {len(leaves)} baris terbawahnya berjumlah tepat {total}; yang salah baris-baris di antaranya.",
            f" Its {len(leaves)} lowest rows make exactly {total}; the rows between are wrong.",
        )
    return Words(
        f" {len(leaves)} baris terbawahnya berjumlah {total} (selisih {written(gap, result)}).",
        f" Its {len(leaves)} lowest rows make {total} ({written(gap, result)} apart).",
    )


class TableTotal(Check):
    """A row that calls itself a total equals the rows it sums."""

    code = "TOT001"
    name = "table-total"
    title = Words("Jumlah tabel tidak sama dengan baris-barisnya", "A table's total does not equal its rows")
    reason = _REASON
    docs = Words(
        "Baris berlabel Jumlah, Total, Sub Total (juga J U M L A H) dihitung ulang dari baris yang dijumlahkannya: "
        "baris tingkat teratas sejak "
        "jumlah sebelumnya, atau jumlah-jumlah sebelumnya bila itu yang cocok. Baris anak (1.1 di bawah 1) tidak "
        "ikut dihitung dua kali, dan baris "
        "jumlah tahun lain di bawahnya dibiarkan. Persentase tidak dijumlahkan, kecuali kolom proporsi.",
        "A row labelled Jumlah, Total, Sub Total (also J U M L A H) is recomputed from the rows it sums: the "
        "top-level rows since the total before, "
        "or the earlier totals where those fit. Child rows (1.1 under 1) are not counted twice, and another year's "
        "total beneath is left alone. "
        "Percentages are not summed, except in a column of shares.",
    )
    messages = {
        "violated": Words(
            "Jumlah kolom {column} tertulis {stated}, tetapi {count} baris yang dijumlahkannya berjumlah {expected} "
            "(selisih "
            "{difference}).{hint}",
            "The total of column {column} says {stated}, but the {count} rows it sums make {expected} ({difference} "
            "apart).{hint}",
        ),
        "twice": Words(
            "{row}: kolom {column} tertulis {stated}, yang cocok bila “{name}” dihitung sekali; “{name}” tertulis dua "
            "kali di antara {count} barisnya.",
            "{row}: column {column} says {stated}, which fits if “{name}” is counted once; “{name}” is listed twice "
            "among its {count} rows.",
        ),
    }
    good = (
        Example(
            "Tabel 1 Anggaran\n\nNo\tProgram\tAnggaran (Rp)\n1\tProgram A\t1.000.000\n2\tProgram B\t2.500.000\n"
            "Jumlah\t\t3.500.000\n"
        ),
        Example(
            "Tabel 1 Anggaran\n\nNo\tUraian\tAnggaran (Rp)\n1\tProgram A\t3.000.000\n1.1\tKegiatan A1\t1.000.000\n"
            "1.2\tKegiatan A2\t2.000.000\n"
            "2\tProgram B\t500.000\n2.1\tKegiatan B1\t500.000\n\tJumlah 2024\t3.500.000\n\tJumlah 2023\t9.900.000\n"
        ),
        Example("Tabel 2 Pegawai\n\nNo\tGolongan\tJumlah\n1\tIV/a\t3\n2\tIII/d\t-\n3\tIII/a\t4\nJ U M L A H\t\t7\n"),
    )
    bad = (
        Example(
            "Tabel 1 Anggaran\n\nNo\tProgram\tAnggaran (Rp)\n1\tProgram A\t1.000.000\n2\tProgram B\t2.500.000\n"
            "Jumlah\t\t3.600.000\n",
            "3.600.000",
        ),
        Example(
            "Tabel 2 Pegawai\n\nNo\tGolongan\tJumlah\n1\tIV/a\t3\n2\tIII/d\t5\n3\tIII/a\t4\nTotal\t\t13 orang\n", "13"
        ),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        yield from _sums(report, "label")


class GroupTotal(Check):
    """A program, group or first row equals the rows under it."""

    code = "TOT002"
    name = "group-total"
    title = Words("Baris induk tidak sama dengan rinciannya", "A parent row does not equal the rows under it")
    reason = _REASON
    docs = Words(
        "Baris yang membawahi baris lain menurut nomornya (1 dan 1.1, A dan 1, kode 5.2 dan 5.2.1) atau katanya "
        "(Program dan Kegiatan), dan baris "
        "pertama tanpa nomor di atas rincian bernomor, dihitung ulang dari rinciannya. Struktur ini dipercaya bila "
        "dalam tabel itu ia cocok di "
        "baris lain, hampir cocok, atau tersurat dalam kata-katanya.",
        "A row that has others under it by number (1 and 1.1, A and 1, code 5.2 and 5.2.1) or by word (Program and "
        "Kegiatan), and an unnumbered first "
        "row above numbered details, is recomputed from its details. The structure is believed where it holds "
        "elsewhere in the table, nearly "
        "holds, or is plain from its words.",
    )
    messages = {
        "violated": Words(
            "{row}: kolom {column} tertulis {stated}, sedangkan {count} rinciannya berjumlah {expected} (selisih "
            "{difference}).{hint}",
            "{row}: column {column} says {stated}, while its {count} details make {expected} ({difference} "
            "apart).{hint}",
        ),
        "twice": Words(
            "{row}: kolom {column} tertulis {stated}, yang cocok bila “{name}” dihitung sekali; “{name}” tertulis dua "
            "kali di antara {count} barisnya.",
            "{row}: column {column} says {stated}, which fits if “{name}” is counted once; “{name}” is listed twice "
            "among its {count} rows.",
        ),
    }
    good = (
        Example(
            "Tabel 1 Anggaran\n\nNo\tUraian\tAnggaran (Rp)\n1\tProgram A\t3.000.000\n1.1\tKegiatan A1\t1.000.000\n"
            "1.2\tKegiatan A2\t2.000.000\n"
            "2\tProgram B\t500.000\n2.1\tKegiatan B1\t500.000\n"
        ),
        Example(
            "Tabel 3 Belanja\n\nNo\tUraian\tAnggaran (Rp)\n\tBelanja Tidak Langsung\t7.000.000\n1\tGaji "
            "Pokok\t5.000.000\n2\tTunjangan\t2.000.000\n"
        ),
    )
    bad = (
        Example(
            "Tabel 1 Anggaran\n\nNo\tUraian\tAnggaran (Rp)\n1\tProgram A\t3.000.000\n1.1\tKegiatan A1\t1.000.000\n"
            "1.2\tKegiatan A2\t2.000.000\n"
            "2\tProgram B\t500.000\n2.1\tKegiatan B1\t300.000\n2.2\tKegiatan B2\t100.000\n",
            "500.000",
        ),
        Example(
            "Tabel 3 Belanja\n\nNo\tUraian\tAnggaran (Rp)\n\tBelanja Tidak Langsung\t7.100.000\n1\tGaji "
            "Pokok\t5.000.000\n2\tTunjangan\t2.000.000\n",
            "7.100.000",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        yield from _sums(report, "number", "words", "first-row")


def _across(report: Report, rule: Rule, difference: bool) -> Iterator[Relation]:
    """Relations of computed columns that add or subtract."""
    for table in report.tables:
        for across in table.across:
            if across.rule is not rule or any(sign < 0 for _, sign in across.terms) is not difference:
                continue
            for row in table.rows:
                result = row.figure(across.result)
                if row.kind not in (RowKind.PART, RowKind.TOTAL, RowKind.NET) or result is None or result.dash:
                    continue
                terms = tuple(Term(f, sign) for col, sign in across.terms if (f := row.figure(col)))
                if not terms or (difference and len(terms) < 2) or all(t.figure.dash for t in terms):
                    continue
                yield Relation(rule, result, terms, params=(("column", table.columns[across.result].name),))


class RowTotal(Check):
    """A column Jumlah equals the columns it adds."""

    code = "TOT003"
    name = "row-total"
    title = Words("Jumlah ke samping tidak sama dengan kolom-kolomnya", "A row's total does not equal its columns")
    reason = _REASON
    docs = Words(
        "Kolom Jumlah atau Total dihitung ulang dari kolom-kolom di sampingnya (misalnya Laki-laki + Perempuan, S.1 "
        "+ D.3 + SMA, triwulan I "
        "sampai IV). Kolom mana yang dijumlahkan ditentukan oleh kepala kolom bersama dan oleh baris-baris yang cocok.",
        "A column Jumlah or Total is recomputed from the columns beside it (such as men + women, S.1 + D.3 + SMA, "
        "quarters I to IV). Which "
        "columns it adds is told by a shared header and by the rows in which it holds.",
    )
    messages = {
        "violated": Words(
            "{row}: {column} tertulis {stated}, padahal kolom-kolomnya berjumlah {expected}.",
            "{row}: {column} says {stated}, but its columns add up to {expected}.",
        ),
    }
    good = (
        Example(
            "Tabel 1 Pegawai\n\nNo\tUnit\tLaki-laki\tPerempuan\tJumlah\n1\tSekretariat\t4\t6\t10\n2\tBidang "
            "A\t3\t2\t5\n3\tBidang B\t1\t1\t2\n"
        ),
    )
    bad = (
        Example(
            "Tabel 1 Pegawai\n\nNo\tUnit\tLaki-laki\tPerempuan\tJumlah\n1\tSekretariat\t4\t6\t10\n2\tBidang "
            "A\t3\t2\t6\n3\tBidang B\t1\t1\t2\n",
            "6",
        ),
        Example(
            "Tabel 1 Honorer\n\nNo\tJenis\tPendidikan\t\t\tJumlah\n\t\tS1\tD3\tSMA\t\n1\tTidak tetap\t4\t2\t8\t16 "
            "orang\n",
            "16",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        yield from _across(report, Rule.SUM, difference=False)


class Remainder(Check):
    """Sisa = pagu - realisasi."""

    code = "TOT004"
    name = "remainder"
    title = Words("Sisa atau selisih salah hitung", "A remainder or difference is miscalculated")
    reason = _REASON
    docs = Words(
        "Kolom Sisa, Selisih atau Lebih/(Kurang) dihitung ulang dari dua kolom yang dikurangkannya, umumnya pagu "
        "dikurangi realisasi; arahnya "
        "mengikuti baris-baris yang cocok.",
        "A column Sisa, Selisih or Lebih/(Kurang) is recomputed from the two columns it subtracts, commonly budget "
        "less realisasi; the direction "
        "follows the rows in which it holds.",
    )
    messages = {
        "violated": Words(
            "{row}: {column} tertulis {stated}, seharusnya {expected} (selisih {difference}).",
            "{row}: {column} says {stated}, it should be {expected} ({difference} apart).",
        ),
    }
    good = (
        Example(
            "Tabel 1 Realisasi\n\nNo\tUraian\tAnggaran\tRealisasi\tSisa\n1\tGaji\t5.000.000\t4.500.000\t500.000\n"
            "2\tTunjangan\t2.000.000\t1.750.000\t250.000\n"
        ),
    )
    bad = (
        Example(
            "Tabel 1 Realisasi\n\nNo\tUraian\tAnggaran\tRealisasi\tSisa\n1\tGaji\t5.000.000\t4.500.000\t500.000\n"
            "2\tTunjangan\t2.000.000\t1.750.000\t350.000\n",
            "350.000",
        ),
        Example(
            "Tabel 2 Perbandingan\n\nNo\tIndikator\t2020\t2021\tNaik/(Turun)\n1\tLama sekolah\t8,40\t8,52\t0,12\n"
            "2\tLiterasi\t57,75\t58,90\t1,15\n3\tGuru bersertifikat\t69,80\t72,35\t3,55\n",
            "3,55",
        ),
        Example(
            "Tabel 3 Efisiensi\n\nNo\tSasaran\tCapaian (%)\tPenyerapan Anggaran (%)\tTingkat Efisiensi (%)\n"
            "1\tAkses layanan\t102,17\t92,47\t11,10\n2\tMutu layanan\t98,45\t90,12\t8,33\n",
            "11,10",
        ),
    )
    severity = Severity.ERROR

    def inspect(self, report: Report) -> Iterator[Relation]:
        yield from _across(report, Rule.SUM, difference=True)


class NetRow(Check):
    """Surplus/(defisit) = pendapatan - belanja; SiLPA goes on from it."""

    code = "TOT005"
    name = "net-row"
    title = Words("Surplus/defisit atau SiLPA salah hitung", "Surplus/deficit or SiLPA is miscalculated")
    reason = Words(
        "Laporan Realisasi Anggaran: surplus/defisit adalah selisih pendapatan dan belanja, SiLPA ditambah "
        "pembiayaan neto "
        "(PP 71/2010).",
        "Budget realisation report: surplus/deficit is revenue less spending, SiLPA adds net financing (PP 71/2010).",
    )
    docs = Words(
        "Baris Surplus/(Defisit) dihitung ulang dari baris pendapatan dan belanja tingkat teratas dalam tabel yang "
        "sama; baris SiLPA tanpa "
        "pembiayaan harus sama dengan surplus/defisit.",
        "A row Surplus/(Defisit) is recomputed from the top-level rows of revenue and spending of the table; a row "
        "SiLPA without "
        "financing must equal the surplus or deficit.",
    )
    messages = {
        "violated": Words(
            "{row}: kolom {column} tertulis {stated}, seharusnya {expected} (selisih {difference}).",
            "{row}: column {column} says {stated}, it should be {expected} ({difference} apart).",
        ),
    }
    _ROWS = (
        "Tabel 1 LRA\n\nNo\tUraian\tAnggaran\n1\tPENDAPATAN\t9.000.000\n1.1\tRetribusi\t9.000.000\n"
        "2\tBELANJA\t7.000.000\n2.1\tBelanja Pegawai\t7.000.000\n"
    )
    good = (Example(_ROWS + "\tSURPLUS / (DEFISIT)\t2.000.000\n\tSILPA\t2.000.000\n"),)
    bad = (
        Example(_ROWS + "\tSURPLUS / (DEFISIT)\t2.100.000\n", "2.100.000"),
        Example(_ROWS + "\tSURPLUS / (DEFISIT)\t2.000.000\n\tSISA LEBIH PEMBIAYAAN ANGGARAN\t3.000.000\n", "3.000.000"),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for table in report.tables:
            surplus: Row | None = None
            for row in table.rows:
                if row.kind is not RowKind.NET:
                    continue
                label = row.label.lower()
                if label.startswith(("surplus", "defisit")):
                    surplus = row
                    yield from self._surplus(table, row)
                elif surplus is not None and not _between(table, surplus, row):
                    yield from self._carried(table, surplus, row)

    def _surplus(self, table: TypedTable, net: Row) -> Iterator[Relation]:
        rows = [r for r in table.rows if r.index < net.index and r.kind is RowKind.PART and r.level == 0]
        signed = [(r, 1 if r.label.lower().startswith("pendapatan") else -1) for r in rows if _section(r)]
        if not signed or len(signed) != len(rows):
            return
        for col, result in net.figures:
            terms = tuple(Term(f, 1 if sign > 0 else -1) for r, sign in signed if (f := r.figure(col)))
            if terms and not result.dash and not result.percent:
                yield Relation(Rule.SUM, result, terms, params=(("column", table.columns[col].name),))

    def _carried(self, table: TypedTable, surplus: Row, net: Row) -> Iterator[Relation]:
        for col, result in net.figures:
            source = surplus.figure(col)
            if source is not None and not result.dash and not result.percent:
                yield Relation(Rule.EQUAL, result, (Term(source),), params=(("column", table.columns[col].name),))


def _section(row: Row) -> bool:
    return row.label.lower().startswith(("pendapatan", "belanja"))


def _between(table: TypedTable, first: Row, last: Row) -> bool:
    """Whether rows with figures, such as financing, stand between."""
    return any(first.index < r.index < last.index and r.figures for r in table.rows)


class SentenceRemainder(Check):
    """A sentence's remainder is its budget less its realisasi."""

    code = "TOT006"
    name = "sentence-remainder"
    title = Words(
        "Sisa atau selisih dalam kalimat salah hitung", "A remainder or difference in a sentence is miscalculated"
    )
    reason = _REASON
    docs = Words(
        "Kalimat yang menyebut anggaran, realisasi dan sisanya, atau nilai semula, nilai menjadi dan selisihnya, "
        "dalam rupiah: selisihnya dihitung ulang. "
        "Hanya bila kalimatnya menyebut ketiganya berurutan dan tidak satu pun selisih dari nilai-nilainya cocok, ia "
        "dilaporkan. Sisa anggaran juga dihitung dari anggaran dan realisasi yang disebut tepat sebelumnya dalam "
        "kalimat sebelumnya pada paragraf itu, dalam urutan mana pun.",
        "A sentence that names budget, realisasi and what is left, or an old amount, a new one and their difference, "
        "in rupiah: the difference is recomputed. It "
        "is reported only where the sentence names the three in order and no difference of its amounts fits. What is "
        "left is also computed from the budget and realisasi named right before it, in the sentence before of that "
        "paragraph too, in either order.",
    )
    messages = {
        "violated": Words(
            "Kalimat ini menyebut {what} {stated}, padahal selisih {first} dan {second} adalah {expected}.",
            "The sentence names {what} {stated}, but {first} and {second} are {expected} apart.",
        ),
    }
    good = (
        Example(
            "Anggaran sebesar Rp 2.000.000.000,- dengan realisasi sebesar Rp 1.500.000.000,- sehingga sisa anggaran "
            "sebesar Rp 500.000.000,-.\n"
        ),
        Example(
            "Anggaran semula Rp. 5.000.000.000,- berubah menjadi Rp. 4.500.000.000,- atau berkurang sebesar Rp. "
            "500.000.000,-.\n"
        ),
        Example(
            "Anggaran Rp 900.000.000,- dari APBD murni Rp 1.200.000.000,- berkurang Rp 300.000.000,- dengan sisa "
            "anggaran sebesar Rp 17.632.025,-.\n"
        ),
        Example(
            "Anggaran A sebesar Rp 50.000.000,- dan anggaran B sebesar Rp 150.000.000,- dengan realisasi sebesar Rp "
            "140.000.000,-. Sisa anggaran sebesar Rp 60.000.000,-.\n"
        ),
    )
    bad = (
        Example(
            "Anggaran sebesar Rp 2.000.000.000,- dengan realisasi sebesar Rp 1.500.000.000,- sehingga sisa anggaran "
            "sebesar Rp 400.000.000,-.\n",
            "400.000.000",
        ),
        Example(
            "Anggaran semula Rp. 5.000.000.000,- berubah menjadi Rp. 4.500.000.000,- atau berkurang sebesar Rp. "
            "600.000.000,-.\n",
            "600.000.000",
        ),
        Example(
            "Dinas memperoleh anggaran sebesar Rp2.000.000.000,00 dengan realisasi sebesar Rp1.500.000.000,00 atau "
            "75,00 persen. Sisa anggaran sebesar Rp510.000.000,00.\n",
            "510.000.000",
        ),
        Example(
            "Realisasi belanja Rp1.500.000.000 dari anggaran Rp2.000.000.000 (75,00 persen), sehingga sisa anggaran "
            "Rp510.000.000.\n",
            "510.000.000",
        ),
    )
    _LEFT = re.compile(r"\bsisa\b|\bsilpa\b", re.IGNORECASE)
    _CHANGED = re.compile(r"berkurang|bertambah|pengurangan|penambahan|\bselisih", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Relation]:
        told: set[Spot] = set()
        for sentence in report.sentences:
            amounts = [f for f in sentence.figures if f.unit == "Rp" and f.value > 0]
            for i in range(2, len(amounts)):
                for relation in self._difference(sentence, amounts[:i], amounts[i]):
                    told.add(relation.result.spot)
                    yield relation
        for _, sentences in groupby(report.sentences, key=lambda s: s.spot.block):
            for relation in self._left_over([a for n, s in enumerate(sentences) for a in _amounts(n, s)]):
                if relation.result.spot not in told:
                    yield relation

    def _left_over(self, amounts: list[_Amount]) -> Iterator[Relation]:
        """What is left of the budget and realisasi named right before it in the paragraph."""
        for i in range(2, len(amounts)):
            first, second, result = amounts[i - 2 : i + 1]
            if result.says != "left" or {first.says, second.says} != {"budget", "realised"}:
                continue
            budget, realised = (first, second) if first.says == "budget" else (second, first)
            if result.sentence - first.sentence > 1 or realised.figure.value > budget.figure.value:
                continue
            whole = [Term(a.figure) for a in amounts[:i] if a.says == "budget"]
            spent: list[Term] = [Term(a.figure, -1) for a in amounts[:i] if a.says == "realised"]
            params = (
                ("what", Words("sisa", "what is left")),
                ("first", budget.figure.text),
                ("second", realised.figure.text),
            )
            pairs = [[Term(budget.figure), Term(realised.figure, -1)], whole + spent]
            pairs += [[a, b] for a in whole for b in spent]
            for terms in pairs:
                yield Relation(Rule.SUM, result.figure, tuple(terms), params=params, choice="sentence")

    def _difference(self, sentence: Sentence, before: list[Figure], result: Figure) -> Iterator[Relation]:
        start = sentence.spot.start
        lead = sentence.text[before[-1].spot.end - start : result.spot.start - start]
        whole = sentence.text[: result.spot.start - start]
        if self._LEFT.search(lead):
            if _ANOTHER_REST.search(lead):
                return
            what = Words("sisa", "what is left")
            meant = re.search(
                r"anggaran|pagu|alokasi", whole[: before[-1].spot.start - start], re.IGNORECASE
            ) and re.search(
                r"reali[sz]asi|terserap",
                whole[before[-2].spot.end - start : before[-1].spot.start - start],
                re.IGNORECASE,
            )
        else:
            what = Words("selisih", "a difference of")
            meant = self._CHANGED.search(lead) and re.search(
                r"menjadi|berubah", whole[before[-2].spot.end - start : before[-1].spot.start - start], re.IGNORECASE
            )
        if not meant:
            return
        pairs = [(a, b) for i, a in enumerate(before) for b in before[i + 1 :]]
        pairs.sort(key=lambda p: p != (before[-2], before[-1]))
        for a, b in pairs:
            large, small = (a, b) if a.value >= b.value else (b, a)
            yield Relation(
                Rule.SUM,
                result,
                (Term(large), Term(small, -1)),
                params=(("what", what), ("first", large.text), ("second", small.text)),
                choice="sentence",
            )


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount of a paragraph and what the words before it call it."""

    figure: Figure
    sentence: int
    says: Literal["budget", "realised", "left", ""]


_REMAINS = re.compile(
    r"\bsisa(?:nya)?(?:\s+(?:anggaran|pagu|dana|belanja|alokasi)(?:nya)?)*(?:\s+yang\s+(?:tidak|belum)\s+\w+)?"
    r"(?:\s+(?:sebesar|senilai|adalah|yaitu|yakni|tersebut))*\s*:?\s*$",
    re.IGNORECASE,
)
_ANOTHER_REST = re.compile(
    r"\bsisa.*?\b(?:tender|lelang|kontrak|lebih|kas|lalu|sebelumnya|antaranya|antara lain|berasal)\b"
    r"|\bsisa belanja (?:modal|pegawai|barang|operasi|langsung|tidak)",
    re.IGNORECASE | re.DOTALL,
)
"""What is left of something else, or a part of what is left."""
_SPENT = re.compile(r"reali[sz]asi|terserap|menyerap|penyerapan", re.IGNORECASE)
_OF_BUDGET = re.compile(
    r"\bdari\s+(?:total\s+|jumlah\s+)?(?:anggaran|pagu|alokasi)\b[^.;]*$|^\s*dari\s*$", re.IGNORECASE
)
_BUDGET = re.compile(r"\b(?:anggaran|pagu|alokasi)", re.IGNORECASE)


def _amounts(number: int, sentence: Sentence) -> Iterator[_Amount]:
    """The exact rupiah amounts of a sentence, each called by the words of its clause since the amount before."""
    since = 0
    for figure in sentence.figures:
        if figure.unit != "Rp" or figure.value <= 0 or figure.scale:
            continue
        start = figure.spot.start - sentence.spot.start
        words = re.split(r";|[.!?]\s+(?=[A-Z])", sentence.text[since:start])[-1]
        since = figure.spot.end - sentence.spot.start
        yield _Amount(figure, number, _called(words))


def _called(words: str) -> Literal["budget", "realised", "left", ""]:
    if re.search(r"\bsisa|\bsilpa\b", words, re.IGNORECASE):
        return "left" if _REMAINS.search(words) else ""
    if _OF_BUDGET.search(words):
        return "budget"
    if _SPENT.search(words):
        return "realised"
    return "budget" if _BUDGET.search(words) else ""
