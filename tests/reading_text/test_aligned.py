"""Tables laid out with blanks."""

from __future__ import annotations

from tests.reading_text.drafts import grid, table, tables, texts

BUDGET = """\
                         Tabel 3.2
                    Realisasi Anggaran

 NO     URAIAN                       ANGGARAN           REALISASI        (%)
  1       2                             3                   4             5

  1     Belanja pegawai              1.500.000.000       1.200.000.000   80,00
        dan tunjangan

  2     Belanja modal                2.500.000.000       2.000.000.000   80,00
  3     Belanja barang               1.000.000.000         900.000.000   90,00
        JUMLAH                       5.000.000.000       4.100.000.000   82,00

Dari tabel di atas terlihat bahwa anggaran terserap dengan baik sepanjang tahun.
"""


def test_columns_are_the_bands_between_blanks() -> None:
    found = table(BUDGET)
    assert grid(found) == [
        ["NO", "URAIAN", "ANGGARAN", "REALISASI", "(%)"],
        ["1", "2", "3", "4", "5"],
        ["1", "Belanja pegawai\ndan tunjangan", "1.500.000.000", "1.200.000.000", "80,00"],
        ["2", "Belanja modal", "2.500.000.000", "2.000.000.000", "80,00"],
        ["3", "Belanja barang", "1.000.000.000", "900.000.000", "90,00"],
        ["", "JUMLAH", "5.000.000.000", "4.100.000.000", "82,00"],
    ]
    assert (found.rows[2][2].place.line, found.rows[2][2].place.column) == (7, 38)
    assert len(texts(BUDGET)) == 3


def test_a_label_around_its_figures_is_one_row_between_blank_lines() -> None:
    found = table(
        """\
 No    Program                     Pagu          Realisasi
       Program peningkatan
 1     sarana dan prasarana      1.000.000         900.000
       aparatur

 2     Program lain              2.000.000       1.900.000
""".replace("       Program peningkatan\n", "\n       Program peningkatan\n")
    )
    assert grid(found)[1] == ["1", "Program peningkatan\nsarana dan prasarana\naparatur", "1.000.000", "900.000"]


def test_amounts_one_blank_apart() -> None:
    rows = "".join(f" {n}   Dinas nomor {n}       {n}.459.911.705     2.681.776.000   77,51\n" for n in range(1, 6))
    found = table(rows + "     TOTAL              13.212.635.656.123 12.673.000.000.000   95,91\n")
    assert grid(found)[5] == ["", "TOTAL", "13.212.635.656.123", "12.673.000.000.000", "95,91"]


def test_justified_prose_is_no_table() -> None:
    prose = """\
Pengukuran    kinerja dilakukan pada tahun   2020 dengan  membandingkan target
setiap indikator   12 sasaran  dengan realisasinya   sehingga diperoleh  85 persen
capaian   yang   menjadi dasar  bagi   perbaikan pada   tahun   2021   berikutnya
"""
    assert tables(prose) == []


def test_a_form_and_contents_are_no_table() -> None:
    form = "Urusan            :   1 . 05     Urusan Wajib\nUnit Organisasi   :   1 . 05 . 01    Badan\n"
    assert tables(form) == []
    contents = "DAFTAR ISI\n\n1.1    Latar Belakang                4\n1.2    Tugas dan Fungsi              6\n"
    assert tables(contents) == []


def test_counted_lines_are_no_table() -> None:
    assert tables("1.   3 Orang dengan pendidikan S2\n2.   9 Orang dengan pendidikan S1\n3.  12 Orang SLTA\n") == []
