"""TOT: columns and rows that are computed from others: totals to the right, remainders, surplus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.checking.base import Check, Example
from reviewer.model import Relation, Report, Row, RowKind, Rule, Severity, Term, TypedTable, Words

_REASON = Words(
    "Angka dalam laporan harus andal dan akurat (Lampiran III PermenPANRB 53/2014, reviu atas laporan kinerja): "
    "jumlah sama dengan bagian-bagiannya.",
    "Figures in the report must be reliable and accurate (PermenPANRB 53/2014, annex III, review): a total equals "
    "its parts.",
)


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
        "sama; Pembiayaan Neto dari penerimaan dan pengeluaran pembiayaan; SiLPA dari surplus/defisit ditambah "
        "pembiayaan neto, tanpa pembiayaan sama dengan surplus/defisit.",
        "A row Surplus/(Defisit) is recomputed from the top-level rows of revenue and spending of the table; net "
        "financing from what is received and spent; SiLPA from surplus or deficit and net financing, without financing it "
        "equals the surplus or deficit.",
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
    _SHORT = (
        "Tabel 1 Ikhtisar (miliar rupiah)\n\nUraian\tRealisasi 2023\tRealisasi 2024\nPendapatan Daerah\t876,06\t890,49\n"
        "Belanja Daerah\t870,36\t887,71\nSurplus/(Defisit)\t5,69\t2,78\nPembiayaan Neto\t35,21\t38,41\n"
    )
    good = (
        Example(_ROWS + "\tSURPLUS / (DEFISIT)\t2.000.000\n\tSILPA\t2.000.000\n"),
        Example(_SHORT + "SILPA\t40,91\t41,19\n"),
    )
    bad = (
        Example(_ROWS + "\tSURPLUS / (DEFISIT)\t2.100.000\n", "2.100.000"),
        Example(_ROWS + "\tSURPLUS / (DEFISIT)\t2.000.000\n\tSISA LEBIH PEMBIAYAAN ANGGARAN\t3.000.000\n", "3.000.000"),
        Example(_SHORT + "SILPA\t40,91\t41,91\n", "41,91"),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for table in report.tables:
            surplus: Row | None = None
            financing: Row | None = None
            for row in table.rows:
                if row.kind is not RowKind.NET:
                    continue
                label = row.label.lower()
                if label.startswith(("surplus", "defisit")):
                    surplus, financing = row, None
                    yield from self._surplus(table, row)
                elif label.startswith("pembiayaan"):
                    financing = row
                    yield from self._financing(table, row)
                elif surplus is not None and (financing is not None or not _between(table, surplus, row)):
                    yield from self._carried(table, surplus, financing, row)

    def _surplus(self, table: TypedTable, net: Row) -> Iterator[Relation]:
        rows = [r for r in table.rows if r.index < net.index and r.kind is RowKind.PART and r.level == 0]
        signed = [(r, 1 if r.label.lower().startswith("pendapatan") else -1) for r in rows if _section(r)]
        if len(signed) != len(rows) or {sign for _, sign in signed} != {1, -1}:
            return
        yield from self._net(table, net, signed)

    def _financing(self, table: TypedTable, net: Row) -> Iterator[Relation]:
        """Pembiayaan neto: what is received less what is spent, where both stand above it, once each."""
        above = [r for r in table.rows if r.index < net.index and r.kind in (RowKind.PART, RowKind.TOTAL) and r.figures]
        taken = [r for r in above if re.match(r"(?:jumlah |total )?penerimaan pembiayaan", r.label.lower())]
        spent = [r for r in above if re.match(r"(?:jumlah |total )?pengeluaran pembiayaan", r.label.lower())]
        if taken and spent:
            yield from self._net(table, net, [(taken[-1], 1), (spent[-1], -1)])

    def _carried(self, table: TypedTable, surplus: Row, financing: Row | None, net: Row) -> Iterator[Relation]:
        yield from self._net(table, net, [(surplus, 1), *([(financing, 1)] if financing else [])])

    def _net(self, table: TypedTable, net: Row, signed: Sequence[tuple[Row, int]]) -> Iterator[Relation]:
        for col, result in net.figures:
            terms = [Term(f, 1 if sign > 0 else -1) for r, sign in signed if (f := r.figure(col))]
            small = all(t.figure.decimals and abs(t.figure.value) < 1000 for t in terms) and abs(result.value) < 1000
            share = small and not result.rounded
            if not terms or result.dash or result.percent or share or (len(signed) > 1 and len(terms) < 2):
                continue
            rule = Rule.SUM if len(signed) > 1 else Rule.EQUAL
            yield Relation(rule, result, tuple(terms), params=(("column", table.columns[col].name),))


def _section(row: Row) -> bool:
    return row.label.lower().startswith(("pendapatan", "belanja"))


def _between(table: TypedTable, first: Row, last: Row) -> bool:
    """Whether rows with figures, such as financing, stand between."""
    return any(first.index < r.index < last.index and r.figures for r in table.rows)
