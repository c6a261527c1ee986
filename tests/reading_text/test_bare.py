"""Tables with one cell a line and no mark of the cells."""

from __future__ import annotations

import pytest

from tests.reading_text.drafts import grid, table, tables, texts

ROWS = [
    ["No", "Pendidikan", "Jumlah", "Keterangan"],
    ["1.", "Strata 2", "16 orang", ""],
    ["2.", "Strata 1", "61 orang", "dua tugas belajar"],
    ["3.", "Diploma", "5 orang", ""],
    ["4.", "SLTA", "60 orang", ""],
]


@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_regular_order_shows_a_table(end: str) -> None:
    lines = "".join(f"{cell}{end}" for row in ROWS for cell in row)
    text = f"Tabel 2.1{end}Pegawai menurut pendidikan{end}{end}{lines}{end}Jumlah pegawai cukup memadai.\n"
    found = table(text)
    assert grid(found) == ROWS
    assert found.rows[1][0].place.line == text[: text.index("1.\n")].count("\n") + 1
    assert texts(text) == ["Tabel 2.1", "Pegawai menurut pendidikan", "Jumlah pegawai cukup memadai."]


def test_a_row_of_column_numbers_and_a_total() -> None:
    rows = [
        ["No", "Uraian", "Pagu"],
        ["1", "2", "3"],
        ["1", "Satu", "1.000"],
        ["2", "Dua", "2.000"],
        ["3", "Tiga", "3.000"],
    ]
    text = "".join(f"{cell}\n" for row in rows for cell in row) + "Jumlah\n6.000\n\nDemikian.\n"
    found = table(text)
    assert grid(found)[1] == ["1", "2", "3"]
    assert grid(found)[-1] == ["Jumlah", "", "6.000"]


def test_lists_are_no_tables() -> None:
    assert tables("1.\nMenyusun rencana\n\n2.\nMelaksanakan\n\n3.\nMelaporkan\n\n") == []
    assert tables("".join(f"{n}\nsatu\ndua\n" for n in range(1, 6))) == []


def test_irregular_lines_are_no_table() -> None:
    assert tables("1\nSatu\n1.000\n2\nDua\nlagi\n2.000\n3\n3.000\nTiga\n") == []
