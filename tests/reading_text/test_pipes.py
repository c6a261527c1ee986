"""Markdown tables and tables drawn with strokes."""

from __future__ import annotations

from reviewer.model import Document
from reviewer.reading.text import read
from tests.reading_text.drafts import grid, table, tables, texts


def markdown(text: str) -> Document:
    return read(text.encode(), "x.md", "md")


TABLE = """\
| No | Uraian | Anggaran |
|---|:---|---:|
| 1 | **Belanja** pegawai | 1.500.000 |
| 2 | Belanja modal | **2.500.000** |
"""


def test_marks_are_read_and_columns_stay_right() -> None:
    found = tables(markdown(TABLE))[0]
    assert grid(found)[1:] == [["1", "Belanja pegawai", "1.500.000"], ["2", "Belanja modal", "2.500.000"]]
    assert [span.place.column for span in found.rows[1][1].spans] == [9, 18]
    assert (found.rows[2][2].place.line, found.rows[2][2].place.column) == (4, 25)
    assert found.header_rows == 1


def test_a_break_and_an_escaped_stroke_inside_a_cell() -> None:
    found = tables(markdown("| A | B |\n|---|---|\n| satu<br>dua | x \\| y |\n"))[0]
    assert grid(found)[1] == ["satu\ndua", "x | y"]


def test_escapes_and_entities_of_converters() -> None:
    document = markdown("1\\. Latar Belakang & tugas\n\n| A | B |\n|---|---|\n| 10 &amp; 20 | &nbsp; |\n")
    assert texts(document) == ["1. Latar Belakang & tugas"]
    assert grid(tables(document)[0])[1] == ["10 & 20", ""]


def test_a_piece_that_a_converter_gave_a_header_line_is_joined() -> None:
    found = tables(
        markdown(TABLE + "\n| 3 | Belanja barang | 500.000 |\n|---|---|---|\n| 4 | Belanja lain | 100.000 |\n")
    )
    assert len(found) == 1
    assert [row[0].text for row in found[0].rows] == ["No", "1", "2", "3", "4"]
    assert found[0].joined_at == (3,)


def test_a_blank_header_is_left_out() -> None:
    found = tables(markdown("|  |  |\n|---|---|\n| Nama | Jumlah |\n| Satu | 10 |\n"))[0]
    assert grid(found) == [["Nama", "Jumlah"], ["Satu", "10"]]
    assert found.header_rows is None


def test_a_second_header_row_under_the_line() -> None:
    found = tables(markdown("| No | Anggaran | |\n|---|---|---|\n| | Pagu | Realisasi |\n| 1 | 1.000 | 900 |\n"))[0]
    assert found.header_rows == 2
    assert found.rows[0][1].colspan == 2


def test_drawn_with_rules_between_rows() -> None:
    found = table(
        """\
+----+---------+
| No | Uraian  |
+====+=========+
| 1  | Belanja |
|    | pegawai |
+----+---------+
| 2  | Modal   |
+----+---------+
"""
    )
    assert grid(found) == [["No", "Uraian"], ["1", "Belanja\npegawai"], ["2", "Modal"]]
    assert found.header_rows == 1


def test_drawn_with_rules_around_the_body_only() -> None:
    found = table(
        """\
+----+---------+
| No | Uraian  |
+----+---------+
| 1  | Belanja |
| 2  | Modal   |
+----+---------+
"""
    )
    assert grid(found) == [["No", "Uraian"], ["1", "Belanja"], ["2", "Modal"]]
    assert found.header_rows == 1


def test_strokes_in_prose_are_no_table() -> None:
    assert tables("Kepala Dinas | Sekretaris\nbertanggung jawab") == []
    assert tables("$|x| + |y|$ adalah jarak\n\natau | begitu") == []
