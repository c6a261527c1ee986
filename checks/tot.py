"""TOT: totals of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Relation, Report, Row, RowKind, Rule, Severity, Term, TypedTable, Words
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
                stale = False
                if unseen:
                    copy = (row.label, result.text, *(f.text for _, f in parts))
                    if copy in copies:
                        continue
                    stale = copy[2:] in {c[2:] for c in copies}
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
                        severity=Severity.INFO if stale else Severity.WARNING if unseen else None,
                        open=twice is not None,
                    )


def _twice(result: Figure, parts: Sequence[tuple[Row, Figure]]) -> Row | None:
    """The row that is listed twice, where the total holds with one of the two."""
    gap = sum((f.value for _, f in parts), Decimal(0)) - result.value
    own = [row for row, f in parts if f.value == gap] if gap >= 1000 else []
    return own[1] if len(own) == 2 and own[0].label == own[1].label else None


def _blank(table: TypedTable, total: Row, col: int, parts: Sequence[tuple[Row, Figure]]) -> Words | None:
    """The one row beside the parts that has no figure in the column, for a total that is larger than the others."""
    first, among = parts[0][0], {row.index for row, _ in parts}
    end = max(total.index, *among)
    empty = [
        row.label
        for row in table.rows
        if row.kind in (RowKind.PART, RowKind.GROUP)
        and row.figure(col) is None
        and bool(row.number) == bool(first.number)
        and (row.level, row.parent) == (first.level, first.parent)
        and first.index < row.index != total.index
        and (row.index < end or first.parent is not None)
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
    if gap < 0 and (blank := _blank(table, total, col, parts)):
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
    left = [row for row, _ in parts]
    leaves: list[Row] = []
    while left:
        row = left.pop()
        below = [r for r in table.under.get(row.index, ()) if r.figure(col) is not None]
        left += below
        if not below:
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
        yield from _sums(report, "label", "position")


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
