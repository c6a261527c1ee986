"""Tables whose columns are drawn by strokes of hyphens."""

from __future__ import annotations

import pytest

from reviewer.model import Document
from reviewer.reading.text import document_of, read
from tests.reading_text.drafts import grid, placed_characters, table, tables, texts

SIMPLE = """\
  Program         Pagu   Realisasi
  --------- ---------- -----------
  Program A  1.000.000     900.000
  Jumlah     1.000.000     900.000

  : Tabel 3.4 Pagu
"""
MULTILINE = """\
----------------------------------------------------
 Program      Pagu (Rp)    Realisasi Keterangan
                               (Rp)
----------- ----------- ------------ ---------------
 Program     1.000.000      900.000  baris satu
 Wajib                               baris dua

 Jumlah      1.000.000      900.000  sesuai
----------------------------------------------------

Table: Tabel 3.3 Pagu
"""
BARE = """\
----------- ----------
 Program A   1.000.000
 Jumlah      1.000.000
----------- ----------
"""


def markdown(text: str) -> Document:
    return read(text.encode(), "x.md", "md")


def test_a_line_a_row() -> None:
    document = markdown(SIMPLE)
    (found,) = tables(document)
    assert grid(found) == [
        ["Program", "Pagu", "Realisasi"],
        ["Program A", "1.000.000", "900.000"],
        ["Jumlah", "1.000.000", "900.000"],
    ]
    assert found.header_rows == 1 and texts(document) == ["Tabel 3.4 Pagu"]
    assert (found.rows[2][1].place.line, found.rows[2][1].place.column) == (4, 14)


def test_rows_of_several_lines() -> None:
    document = markdown(MULTILINE)
    (found,) = tables(document)
    assert grid(found) == [
        ["Program", "Pagu (Rp)", "Realisasi\n(Rp)", "Keterangan"],
        ["Program\nWajib", "1.000.000", "900.000", "baris satu\nbaris dua"],
        ["Jumlah", "1.000.000", "900.000", "sesuai"],
    ]
    assert found.header_rows == 1 and texts(document) == ["Tabel 3.3 Pagu"]


def test_without_a_header() -> None:
    found = table(BARE)
    assert grid(found) == [["Program A", "1.000.000"], ["Jumlah", "1.000.000"]] and found.header_rows is None


def test_every_character_keeps_its_place() -> None:
    lines = MULTILINE.split("\n")
    for line, column, character in placed_characters(document_of(MULTILINE)):
        assert lines[line - 1][column - 1] == character


@pytest.mark.parametrize(
    "text",
    [
        "Alinea biasa\n--- ---",
        "Alinea yang\n-----------\n\nbiasa saja",
        "Tanda tangan panjang sekali\n--------- ---------\nBupati Wanajaya yang terhormat",
        "---------- ----------\nsatu\n\ndua",
    ],
)
def test_strokes_that_draw_no_columns(text: str) -> None:
    assert tables(text) == []
