"""Printed headers and footers of sheets are read once; comments on cells are counted."""

from __future__ import annotations

import pytest
from openpyxl.comments import Comment

from reviewer.model import Paragraph
from reviewer.reading.sheets.margins import margin_texts
from tests.reading_sheets.book import book, of_rows, read, saved, sheet, words


@pytest.mark.parametrize(
    ("stored", "texts"),
    [
        ('&L&"Arial,Bold"&12Dinas Pertanian&CLAPORAN KINERJA 2021&R&D', ["Dinas Pertanian", "LAPORAN KINERJA 2021"]),
        ("&CHalaman &P dari &N", []),
        ("&L&F&R&P/&N", []),
        ("&CDinas A && B\nTahun 2020", ["Dinas A & B Tahun 2020"]),
        ("&K000000&C&K01+049Rahasia &A", ["Rahasia"]),
        ("Tanpa kode", ["Tanpa kode"]),
        ("", []),
    ],
)
def test_what_a_header_says(stored: str, texts: list[str]) -> None:
    assert list(margin_texts(stored)) == texts


def test_headers_are_read_once_and_comments_counted() -> None:
    workbook = of_rows(["No", "Uraian", "Pagu"], [1, "Belanja", 5], [2, "Modal", 6])
    first = workbook.active
    assert first is not None
    first["C2"].comment = Comment("cek lagi", "pemeriksa")
    first.oddHeader.center.text = "LAPORAN KINERJA TAHUN 2021"
    second = workbook.create_sheet("Lain")
    second["A1"] = "isi"
    second.oddHeader.center.text = "LAPORAN KINERJA TAHUN 2021"
    second.oddFooter.left.text = "Kabupaten Wanajaya"
    document = read(saved(workbook))
    margins = [
        (b.text, b.role, b.place.sheet) for b in document.blocks if isinstance(b, Paragraph) and b.role != "body"
    ]
    assert margins == [("LAPORAN KINERJA TAHUN 2021", "header", "Data"), ("Kabupaten Wanajaya", "footer", "Lain")]
    assert [n.message.id for n in document.notices] == ["1 komentar sel tidak dibaca."]


def test_a_header_stands_after_the_cells() -> None:
    header = "<headerFooter><oddHeader>&amp;CJudul</oddHeader></headerFooter>"
    document = read(book(sheet(f'<row r="1">{words("A1", "isi")}</row>', after=header)))
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == ["Lembar1", "isi", "Judul"]
