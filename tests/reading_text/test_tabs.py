"""Tab-separated tables, and text with tabs that is none."""

from __future__ import annotations

from tests.reading_text.drafts import grid, paragraphs, table, tables, texts

HEADER = "No\tUraian\tAnggaran\tRealisasi"
ROWS = ["1\tBelanja pegawai\t1.500.000\t1.200.000", "2\tBelanja modal\t2.500.000\t2.000.000"]


def test_places() -> None:
    found = table("\n".join(["Tabel 1", HEADER, *ROWS]))
    assert [(cell.place.line, cell.place.column) for cell in found.rows[1]] == [(3, 1), (3, 3), (3, 19), (3, 29)]


def test_blank_cells_and_cells_left_out_at_the_end() -> None:
    found = table("\n".join([HEADER, "\tBelanja pegawai\t\t1.000", "2\tBelanja modal", ROWS[0]]))
    assert grid(found)[1:3] == [["", "Belanja pegawai", "", "1.000"], ["2", "Belanja modal", "", ""]]
    assert found.rows[1][2].place.column == 18


def test_group_headers() -> None:
    found = table("NO\tBIDANG\tPOTENSI\t\n\t\t2019\t2020\n1\tPolitik\t2\t3\nJumlah\t\t2\t3")
    assert found.rows[0][2].colspan == 2
    assert found.rows[0][3].covered_by == (0, 2)
    assert found.header_rows is None


def test_a_header_of_one_level_stays_as_it_is() -> None:
    found = table("No\tSasaran\t\tAnggaran\n1\tKerukunan\tProgram satu\t1.000.000")
    assert found.rows[0][1].colspan == 1


def test_a_header_said_again_with_numbers_from_one_is_another_table() -> None:
    text = "\n".join([HEADER, *ROWS, "", HEADER, *ROWS])
    assert len(tables(text)) == 2


def test_another_header_is_another_table() -> None:
    text = "\n".join([HEADER, *ROWS, "", "No\tJabatan\tEselon\tJumlah", "1\tKabid\tIII\t4"])
    assert [grid(t)[0][1] for t in tables(text)] == ["Uraian", "Jabatan"]


def test_rows_that_all_stand_apart_are_one_table() -> None:
    found = table("\n\n".join([HEADER, *ROWS]))
    assert len(found.rows) == 3
    assert found.joined_at == ()


def test_a_row_broken_inside_a_cell() -> None:
    found = table("\n".join([HEADER, "1\tProgram pelayanan", "administrasi\t1.000\t900", *ROWS]))
    assert grid(found)[1] == ["1", "Program pelayanan\nadministrasi", "1.000", "900"]
    assert [span.place.line for span in found.rows[1][1].spans] == [2, 3]


def test_numbered_lines_with_tabs_are_a_list() -> None:
    text = "a.\tMenyusun rencana kerja\nb.\tMelaksanakan kegiatan\nc. \tMenyusun laporan\n3.3\tKEPALA BIDANG"
    assert tables(text) == []
    assert texts(text)[0] == "a.\tMenyusun rencana kerja"


def test_a_single_tab_in_prose_is_no_table() -> None:
    assert tables("4. \tCara Mencapai Tujuan\nUntuk mencapai tujuan disusun kegiatan.") == []


def test_contents_with_pages_are_no_table() -> None:
    text = "DAFTAR ISI\n\nKATA PENGANTAR\ti\nBAB I PENDAHULUAN\t\n1.1 Latar Belakang\t1\n1.2 Tugas\t3\nBAB II\t5"
    assert tables(text) == []
    assert tables("Latar Belakang ..........\t1\nTugas Pokok ..........\t3\nSasaran ..........\t4") == []


def test_a_table_of_two_columns_with_small_counts_is_a_table() -> None:
    found = table("Pegawai menurut jenis kelamin\n\nUraian\tJumlah\nLaki-laki\t12\nPerempuan\t18\nJumlah\t30")
    assert grid(found)[3] == ["Jumlah", "30"]


def test_a_form_is_no_table() -> None:
    assert tables("Nama\t: Pejabat Satu\nJabatan\t: Kepala Badan\nNIP\t: 1970") == []


def test_a_page_number_and_a_running_title_do_not_cut_a_table() -> None:
    title = "Laporan Kinerja Badan Tahun 2020"
    text = "\n".join([title, "", HEADER, ROWS[0], "", "7", "", title, "", HEADER, ROWS[1], "", title])
    found = table(text)
    assert [row[0].text for row in found.rows] == ["No", "1", "2"]
    assert found.joined_at == (2,)
    assert texts(text) == [title, "7", title, title]


def test_a_heading_inside_the_table_may_stand_first_after_the_cut() -> None:
    found = table("\n".join([HEADER, *ROWS, "", "B. BELANJA LANGSUNG", "3\tBelanja barang\t500.000\t400.000"]))
    assert grid(found)[3] == ["B. BELANJA LANGSUNG", "", "", ""]


def test_a_quantity_of_tabs_after_a_text_is_a_row() -> None:
    found = table("\n".join([HEADER, ROWS[0], "Program lain\t\t\t", ROWS[1]]))
    assert grid(found)[2] == ["Program lain", "", "", ""]


def test_a_caption_said_again_does_not_cut_a_table() -> None:
    text = "\n".join(["Tabel 3.5", HEADER, ROWS[0], "", "Lanjutan Tabel 3.5", HEADER, ROWS[1]])
    found = table(text)
    assert [row[0].text for row in found.rows] == ["No", "1", "2"]
    assert [(p.text, p.role) for p in paragraphs(text)] == [("Tabel 3.5", "body"), ("Lanjutan Tabel 3.5", "header")]
