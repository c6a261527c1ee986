"""Tables with one cell a line."""

from __future__ import annotations

from tests.reading_text.drafts import grid, table, tables, texts


def stacked(*rows: list[str]) -> str:
    return "\n".join("".join(f"\t{cell}\n" for cell in row) for row in rows) + "\n"


HEADER = ["No", "Uraian", "Anggaran", "Realisasi", "%"]
FIRST = ["1", "Belanja pegawai", "1.500.000", "1.200.000", "80,00"]
SECOND = ["2", "Belanja modal", "2.500.000", "2.000.000", "80,00"]


def test_cells_know_their_lines() -> None:
    found = table("Tabel 1\n\n" + stacked(HEADER, FIRST, SECOND))
    assert [cell.place.line for cell in found.rows[1]] == [9, 10, 11, 12, 13]
    assert found.rows[1][2].place.column == 2
    assert (found.place.line, found.place.end_line) == (3, 19)


def test_a_cell_may_begin_on_the_line_after_its_tab() -> None:
    found = table(
        "\t\nNo\n\tUraian\n\t\nAnggaran\n\n\t1\n\t\nBelanja\npegawai\n\t10.000\n\n\t2\n\tBelanja modal\n\t20.000\n\n"
    )
    assert grid(found) == [
        ["No", "Uraian", "Anggaran"],
        ["1", "Belanja\npegawai", "10.000"],
        ["2", "Belanja modal", "20.000"],
    ]
    assert found.rows[1][1].place.line == 9
    assert [span.place.line for span in found.rows[1][1].spans] == [9, 10]


def test_a_blank_cell_stands_at_its_line() -> None:
    found = table(stacked(HEADER, ["", "Belanja", "", "1.000", "5,00"], FIRST))
    assert found.rows[1][2].text == ""
    assert found.rows[1][2].place.line == 9


def test_a_row_of_one_cell_goes_over_the_whole_width() -> None:
    found = table(stacked(["TUJUAN : Masyarakat yang rukun"], HEADER, FIRST, ["A. Belanja langsung"], SECOND))
    assert found.rows[3][0].text == "A. Belanja langsung"
    assert found.rows[3][0].colspan == 5
    assert found.rows[3][4].covered_by == (3, 0)


def test_a_total_without_a_number_stands_under_its_columns() -> None:
    found = table(stacked(HEADER, FIRST, SECOND, ["Jumlah", "4.000.000", "3.200.000", "80,00"]))
    assert grid(found)[3] == ["Jumlah", "", "4.000.000", "3.200.000", "80,00"]
    assert found.rows[3][0].colspan == 2


def test_two_levels_of_header() -> None:
    found = table(
        stacked(
            ["No", "Program", "Anggaran", "Realisasi"],
            ["", "", "Pagu", "Proporsi", "Jumlah", "%", "Fisik"],
            ["1", "Program satu", "1.000.000", "10,00", "900.000", "90,00", "100"],
            ["2", "Program dua", "9.000.000", "90,00", "9.000.000", "100,00", "100"],
        )
    )
    assert grid(found)[0] == ["No", "Program", "Anggaran", "", "Realisasi", "", ""]
    assert [cell.colspan for cell in found.rows[0]] == [1, 1, 2, 1, 3, 1, 1]


def test_a_repeated_header_is_no_row() -> None:
    found = table(stacked(HEADER, FIRST) + "\n\n" + stacked(HEADER, SECOND))
    assert grid(found) == [HEADER, FIRST, SECOND]
    assert found.joined_at == (2,)
    assert found.header_rows == 1


def test_a_body_row_said_twice_is_two_rows() -> None:
    found = table(stacked(HEADER, FIRST, SECOND, SECOND))
    assert len(found.rows) == 4


def test_two_tables_with_a_caption_between() -> None:
    text = (
        stacked(HEADER, FIRST, SECOND)
        + "\nTabel 2\nPegawai\n\n"
        + stacked(["No", "Pegawai"], ["1", "Laki-laki"], ["2", "Perempuan"])
    )
    assert [grid(t)[0] for t in tables(text)] == [HEADER, ["No", "Pegawai"]]
    assert texts(text) == ["Tabel 2", "Pegawai"]


def test_two_tables_of_different_width_over_blank_lines() -> None:
    text = stacked(HEADER, FIRST, SECOND) + "\n\n" + stacked(["No", "Pegawai"], ["1", "Laki-laki"], ["2", "Perempuan"])
    assert [t.width for t in tables(text)] == [5, 2]


def test_prose_after_a_table_is_no_cell() -> None:
    text = stacked(HEADER, FIRST, SECOND) + "Dari tabel di atas terlihat bahwa anggaran terserap.\nb. Kegiatan\n"
    assert len(table(text).rows) == 3
    assert texts(text) == ["Dari tabel di atas terlihat bahwa anggaran terserap.", "b. Kegiatan"]


def test_prose_right_above_a_table_is_no_cell_of_the_one_before() -> None:
    text = (
        stacked(HEADER, FIRST, SECOND)
        + "Adapun program adalah sebagai berikut :\n"
        + stacked(["KP", "Program"], ["1", "Satu"], ["2", "Dua"])
    )
    assert [t.width for t in tables(text)] == [5, 2]


def test_paragraphs_that_open_with_a_tab_are_paragraphs() -> None:
    prose = (
        "Puji syukur kami panjatkan karena laporan ini dapat disusun sesuai dengan ketentuan yang berlaku di daerah."
    )
    text = f"\t{prose}\n\t{prose}\n\n\t{prose}\n\t{prose}\n"
    assert texts(text) == [prose] * 4


def test_a_list_that_opens_with_tabs_is_no_table() -> None:
    assert tables("\t1. Satu\n\t2. Dua\n\t3. Tiga\n\n\t1. Satu\n\t2. Dua\n\t3. Tiga\n") == []


def test_a_signature_is_no_table() -> None:
    text = "\tKEPALA BADAN\n\n\n\n\tNAMA PEJABAT\n\tPembina Utama\n\tNIP. 19700101 199001 1 001\n"
    assert tables(text) == []
    assert len(texts(text)) == 4


def test_a_caption_said_again_does_not_cut_a_table() -> None:
    text = "Tabel 3.5\n\n" + stacked(HEADER, FIRST) + "\nTabel 3.5 (lanjutan)\n\n" + stacked(HEADER, SECOND)
    assert grid(table(text)) == [HEADER, FIRST, SECOND]
    assert texts(text) == ["Tabel 3.5", "Tabel 3.5 (lanjutan)"]
