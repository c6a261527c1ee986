"""TOT: columns and rows that are computed from others: totals to the right, remainders, surplus."""

from __future__ import annotations

from collections.abc import Iterator

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
