"""Headers, roles, row trees and totals of tables as drafts have them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reviewer.model import Cell, Document, Place, Role, RowKind, Span, Table, TypedTable
from reviewer.reading import read_text
from reviewer.understanding import understand
from reviewer.understanding.headers import header_rows


def table(text: str) -> TypedTable:
    report = understand(read_text(text))
    assert len(report.tables) == 1, [t.title for t in report.tables]
    return report.tables[0]


def roles(t: TypedTable) -> list[str]:
    return [c.role.value for c in t.columns]


def tree(t: TypedTable) -> list[tuple[str, int, int | None]]:
    return [(r.label, r.level, r.parent) for r in t.rows]


def sums(t: TypedTable) -> list[tuple[int, tuple[int, ...]]]:
    return [(s.total, s.parts) for s in t.sums]


def test_two_level_header() -> None:
    t = table(
        "No\tUraian\tAnggaran\t\tRealisasi\t\n\t\tMurni\tPerubahan\tRp\t%\n1\tProgram "
        "A\t100.000.000\t200.000.000\t150.000.000\t75,00\n"
    )
    assert t.header_rows == 2
    assert [c.header for c in t.columns][2:] == [
        ("Anggaran", "Murni"),
        ("Anggaran", "Perubahan"),
        ("Realisasi", "Rp"),
        ("Realisasi", "%"),
    ]
    assert roles(t)[2:] == ["anggaran", "anggaran", "realisasi", "capaian"]


def test_column_numbers_are_no_data() -> None:
    t = table(
        "No\tUraian\tAnggaran\tRealisasi\n1\t2\t3\t4\n1\tProgram A\t100.000\t90.000\n2\tProgram B\t300.000\t200.000\n"
    )
    assert [r.kind for r in t.rows] == [RowKind.NUMBERS, RowKind.PART, RowKind.PART]


def test_dotted_numbers_nest() -> None:
    t = table(
        "No\tUraian\tAnggaran\n1\tA\t3.000.000\n1.1\ta\t1.000.000\n1.2\tb\t2.000.000\n2\tB\t400.000\n"
        "2.1\tc\t400.000\n\tJumlah\t3.400.000\n"
    )
    assert tree(t)[:5] == [("A", 0, None), ("a", 1, 1), ("b", 1, 1), ("B", 0, None), ("c", 1, 4)]
    assert sums(t) == [(1, (2, 3)), (4, (5,)), (6, (1, 4))]


def test_row_ten_is_not_row_one() -> None:
    rows = "".join(f"1.{i}\tk{i}\t1.000.000\n" for i in range(1, 11))
    t = table(f"No\tUraian\tAnggaran\n1\tProgram A\t10.000.000\n{rows}")
    assert sums(t) == [(1, tuple(range(2, 12)))]


def test_letters_then_numbers_then_numbers_in_labels() -> None:
    t = table(
        "No\tUraian\tAnggaran\nA\tBelanja Pegawai\t7.000.000\nB\tBelanja Kegiatan\t3.000.000\n1\tProgram "
        "Satu\t3.000.000\n"
        "\t1 Rapat\t1.000.000\n\t2 Kajian\t2.000.000\n\tJumlah (A+B)\t10.000.000\n"
    )
    assert sums(t) == [(2, (3,)), (3, (4, 5)), (6, (1, 2))]


def test_account_codes_nest() -> None:
    t = table(
        "Kode\tUraian\tAnggaran\n5\tBelanja\t9.000.000\n5.1\tBelanja Operasi\t7.000.000\n5.1.01\tPegawai\t5.000.000\n"
        "5.1.02\tBarang\t2.000.000\n5.2\tBelanja Modal\t2.000.000\n"
    )
    assert sums(t) == [(1, (2, 5)), (2, (3, 4))]


def test_first_row_sums_the_numbered_rest() -> None:
    t = table(
        "No\tUraian\tAnggaran\n\tBelanja Tidak Langsung\t7.100.000\n1\tGaji\t5.000.000\n2\tTunjangan\t2.000.000\n"
    )
    assert sums(t) == [(1, (2, 3))]


def test_another_years_total_is_left_alone() -> None:
    t = table(
        "No\tUraian\tAnggaran\n1\tA\t1.000.000\n2\tB\t2.000.000\n\tJumlah 2024\t3.000.000\n\tJumlah 2023\t9.000.000\n"
    )
    assert sums(t) == [(3, (1, 2))]


def test_subtotals_and_a_grand_total() -> None:
    t = table(
        "No\tUraian\tAnggaran\n1\tA\t1.000.000\n2\tB\t2.000.000\n\tSub Jumlah\t3.000.000\n1\tC\t4.000.000\n"
        "2\tD\t5.000.000\n"
        "\tSub Jumlah\t9.000.000\n\tJumlah Keseluruhan\t12.000.000\n"
    )
    assert sums(t) == [(3, (1, 2)), (6, (4, 5)), (7, (3, 6))]


@pytest.mark.parametrize(
    "label", ["JUMLAH", "J U M L A H", "Total", "Sub Total", "Jumlah Keseluruhan", "JumlahKeseluruhan", "TOTAL BELANJA"]
)
def test_labels_of_totals(label: str) -> None:
    t = table(f"No\tUraian\tAnggaran\n1\tA\t1.000.000\n2\tB\t2.000.000\n\t{label}\t3.000.000\n")
    assert t.rows[-1].kind is RowKind.TOTAL and sums(t) == [(3, (1, 2))]


@pytest.mark.parametrize("label", ["Jumlah peserta pelatihan", "Totalitas layanan", "Jumlah dokumen yang disusun"])
def test_labels_that_only_begin_like_totals(label: str) -> None:
    t = table(f"No\tIndikator\tTarget\n1\tA\t10\n2\tB\t20\n3\t{label}\t30\n")
    assert all(r.kind is RowKind.PART for r in t.rows) and sums(t) == []


def test_a_rate_is_no_sum() -> None:
    t = table("No\tKecamatan\tLuas (ha)\tProduktivitas (ku/ha)\n1\tA\t10\t57,1\n2\tB\t20\t56,3\n\tJumlah\t30\t56,6\n")
    assert [s.columns for s in t.sums] == [(2,)]


def test_programs_beside_programs_are_siblings_whatever_is_numbered() -> None:
    t = table(
        "No\tSasaran\tProgram\tAnggaran\n1\tTertib\tProgram A\t9.000.000\n\t\tProgram B\t1.000.000\n\t\tProgram "
        "C\t2.000.000\n"
    )
    assert sums(t) == []


def test_a_number_cell_over_several_kegiatan_makes_no_parent() -> None:
    t = table(
        "No\tProgram\tKegiatan\tAnggaran\n1\tSatu\tRapat\t1.000.000\n2\tDua\t1. Kajian\t2.000.000\n\t\t2. "
        "Survei\t3.000.000\n"
        "\t\t3. Uji\t4.000.000\n\tTOTAL\t\t10.000.000\n"
    )
    assert sums(t) == [(5, (1, 2, 3, 4))]


def test_the_frame_of_a_table() -> None:
    t = table(
        "No\tUraian\tAnggaran (Rp)\tRealisasi (Rp)\n1\tA\t1.000.000\t900.000\n2\tB\t2.000.000\t-\n"
        "\tJumlah\t3.000.000\t900.000\n"
    )
    frame = t.frame
    assert list(frame.columns) == ["nomor", "uraian", "jenis", "Anggaran (Rp)", "Realisasi (Rp)"]
    assert frame.attrs["roles"] == {"Anggaran (Rp)": "anggaran", "Realisasi (Rp)": "realisasi"}
    assert frame["Anggaran (Rp)"].tolist() == [Decimal(1000000), Decimal(2000000), Decimal(3000000)]
    assert frame[frame["jenis"] == "part"]["Realisasi (Rp)"].sum() == Decimal(900000)


def test_merged_or_silent_columns_are_text() -> None:
    t = table("No\tUraian\tKeterangan\n1\tA\tbaik\n2\tB\tcukup\n")
    assert t.columns[2].role in (Role.LABEL, Role.TEXT)


def test_an_organisation_repeated_under_each_bidang_stays_under_it() -> None:
    t = table(
        "Kode\tUraian\tAnggaran\n2\tUrusan Wajib\t900.000\n2.16\tBidang Komunikasi\t500.000\n"
        "2.16.2.20.2.21\tDinas Contoh\t500.000\n2.16.01\tProgram Satu\t500.000\n2.20\tBidang Statistik\t400.000\n"
        "2.16.2.20.2.21\tDinas Contoh\t400.000\n2.20.02\tProgram Dua\t400.000\n"
    )
    assert [(r.label, r.level) for r in t.rows] == [
        ("Urusan Wajib", 0), ("Bidang Komunikasi", 1), ("Dinas Contoh", 2), ("Program Satu", 2),
        ("Bidang Statistik", 1), ("Dinas Contoh", 2), ("Program Dua", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(("second", "count"), [("Anggaran (Rp)", 2), ("100.000", 1)])
def test_a_group_header_marked_as_the_whole_header_is_refined_by_the_row_under_it(second: str, count: int) -> None:
    group = (Cell("No"), Cell("Program"), Cell("Tahun 2021", colspan=2), Cell(covered_by=(0, 2)))
    under = (Cell(), Cell(), Cell(second), Cell("%"))
    body = (Cell("1"), Cell("Program Satu"), Cell("100.000"), Cell("90,00"))
    assert header_rows(Table((group, under, body), header_rows=1)) == count


def test_an_amount_with_rp_is_no_header() -> None:
    rows = (("", "PROGRAM", "ANGGARAN"), ("", "Program Satu", "Rp 30.000.000"), ("1", "Kegiatan", "30.000.000"))
    assert header_rows(Table(tuple(tuple(Cell(text) for text in row) for row in rows))) == 1


@pytest.mark.parametrize(("stored", "value"), [("1000.4", "1000.4"), ("1002", "1000")])
def test_an_amount_shown_rounded_has_the_value_that_is_stored(stored: str, value: str) -> None:
    rows = (("No", "Program", "Anggaran"), ("1", "Program Satu", "1.000"), ("2", "Program Dua", "5.000"))
    cells = [[Cell(text) for text in row] for row in rows]
    cells[1][2] = Cell("1.000", value=Decimal(stored))
    report = understand(Document("buku.xlsx", "xlsx", "0" * 64, (Table(tuple(map(tuple, cells))),)))
    assert report.tables[0].rows[0].figures[0][1].value == Decimal(value)


def test_rows_beneath_the_last_total_are_parts_of_nothing() -> None:
    t = table(
        "Kode\tUraian\t2022\t2023\n1\tProgram A\t3.000.000\t4.000.000\n1.1\tKegiatan a\t1.000.000\t1.500.000\n"
        "1.2\tKegiatan b\t2.000.000\t2.500.000\n\tJumlah\t3.000.000\t4.000.000\n"
        "\tKenaikan terhadap tahun sebelumnya (%)\t-\t33,33\n"
    )
    assert sums(t) == [(1, (2, 3)), (4, (1,))]
    assert tree(t)[-1] == ("Kenaikan terhadap tahun sebelumnya (%)", 0, None)


def test_amounts_in_millions_are_rounded() -> None:
    for caption, head in (("Tabel 1 Belanja (juta rupiah)", "Anggaran"), ("Tabel 1 Belanja", "Anggaran (Rp juta)")):
        t = table(f"{caption}\n\nNo\tUraian\t{head}\t%\n1\tPegawai\t1.250,4\t62,52\n2\tModal\t749,5\t37,48\n")
        assert [f.rounded for _, f in t.rows[0].figures] == [True, False]
    assert not any(f.rounded for _, f in table("No\tUraian\tAnggaran\n1\tPegawai\t1.250,4\n").rows[0].figures)


def test_an_indicator_that_is_a_mean_averages_no_rows() -> None:
    t = table(
        "No\tIndikator\tCapaian (%)\n1\tAngka partisipasi\t90,00\n2\tMutu\t80,00\n\tRata-rata lama sekolah\t101,00\n"
        "\tRata-rata capaian sasaran\t90,33\n"
    )
    assert [r.kind for r in t.rows[2:]] == [RowKind.PART, RowKind.MEAN]


def _paged(first: str, second: str) -> tuple[TypedTable, ...]:
    """Two tables without header on two pages, each row on a line of its own."""
    blocks = [
        Table(
            tuple(
                tuple(Cell(text, (Span(0, Place(page=page)),)) for text in line.split("|")) for line in rows.split("\n")
            ),
            Place(page=page),
            header_rows=0,
        )
        for page, rows in enumerate((first, second), 1)
    ]
    return understand(Document("lra.pdf", "pdf", "", tuple(blocks))).tables


def test_no_sum_is_asked_where_its_parts_go_on_over_the_page() -> None:
    one, two = _paged(
        "4|PENDAPATAN|900.000\n4.1|Pajak|900.000\n5|BELANJA|3.000.000\n5.1|Operasi|2.500.000\n5.1.1|Pegawai|1.500.000",
        "5.1.2|Barang|1.000.000\n5.2|Modal|500.000\n5.2.1|Jalan|300.000\n5.2.2|Gedung|200.000",
    )
    assert [s.total for s in one.sums] == [0]
    assert (1, (2, 3)) in sums(two)


def test_what_binary_fractions_leave_behind_is_no_value() -> None:
    def shown(text: str, value: str) -> Decimal:
        head = tuple(Cell(t, ()) for t in ("No", "Uraian", "Realisasi"))
        rows = tuple((Cell(str(i), ()), Cell("Pos", ()), Cell(text, (), value=Decimal(value))) for i in range(1, 4))
        report = understand(Document("b.xlsx", "xlsx", "", (Table((head, *rows), Place(sheet="S"), header_rows=1),)))
        return report.tables[0].rows[0].figures[0][1].value

    assert shown("0,64", "0.6400000000000006") == Decimal("0.64")
    assert shown("0,64", "0.643") == Decimal("0.643")


def test_marks_of_components_without_number_are_summed_by_their_last_row() -> None:
    t = table(
        "Komponen\tBobot\tNilai 2022\tNilai 2023\nPerencanaan\t30\t20,85\t21,60\nPengukuran\t30\t18,92\t19,74\n"
        "Pelaporan\t40\t10,06\t10,38\nNilai Akuntabilitas Kinerja\t100\t49,83\t51,77\n"
    )
    assert [(s.total, s.columns) for s in t.sums] == [(4, (1, 2, 3))]


def test_pupils_of_an_age_are_counted() -> None:
    t = table(
        "No\tKecamatan\tSiswa usia 7-12\tRata-rata usia\n1\tA\t5.412\t9,50\n2\tB\t2.876\t9,40\n3\tC\t3.547\t9,30\n"
        "\tJumlah\t11.835\t9,40\n"
    )
    assert [s.columns for s in t.sums] == [(2,)]
