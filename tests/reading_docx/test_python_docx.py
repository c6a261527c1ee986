"""A report as a program writes it: python-docx in, our reader out."""

from __future__ import annotations

import io

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from reviewer.model import Paragraph, Table
from reviewer.reading.docx import read
from tests.reading_docx.word import grid_of


def _report() -> bytes:
    report = docx.Document()
    report.add_heading("BAB III AKUNTABILITAS KINERJA", level=1)
    report.add_heading("Realisasi Anggaran", level=2)
    report.add_paragraph("Pagu seluruhnya Rp2.033.333.100,00.")
    report.add_paragraph("Program pertama", style="List Number")
    report.add_paragraph("Program kedua", style="List Number")
    report.add_paragraph("butir", style="List Bullet")
    table = report.add_table(rows=4, cols=4)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Program"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Anggaran"
    table.cell(0, 3).merge(table.cell(1, 3)).text = "%"
    for column, text in enumerate(("Pagu", "Realisasi"), start=1):
        table.cell(1, column).text = text
    for column, text in enumerate(("Pelayanan", "281.961.200", "280.000.000", "99,30")):
        table.cell(2, column).text = text
    table.cell(3, 0).merge(table.cell(3, 1)).text = "Jumlah"
    for line in table.rows[:2]:
        line._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    report.sections[0].header.paragraphs[0].text = "LKjIP 2024"
    stream = io.BytesIO()
    report.save(stream)
    return stream.getvalue()


def test_headings_paragraphs_lists_and_header() -> None:
    found = [b for b in read(_report()).blocks if isinstance(b, Paragraph)]
    assert [(b.shown, b.level, b.role) for b in found] == [
        ("BAB III AKUNTABILITAS KINERJA", 1, "body"),
        ("Realisasi Anggaran", 2, "body"),
        ("Pagu seluruhnya Rp2.033.333.100,00.", None, "body"),
        ("1. Program pertama", None, "body"),
        ("2. Program kedua", None, "body"),
        ("• butir", None, "body"),
        ("LKjIP 2024", None, "header"),
    ]


def test_the_table() -> None:
    table = next(b for b in read(_report()).blocks if isinstance(b, Table))
    assert grid_of(table) == [
        ["Program", "Anggaran", "^", "%"],
        ["^", "Pagu", "Realisasi", "^"],
        ["Pelayanan", "281.961.200", "280.000.000", "99,30"],
        ["Jumlah", "^", "", ""],
    ]
    assert table.header_rows == 2


def test_numbering_written_into_a_cell() -> None:
    report = docx.Document()
    table = report.add_table(rows=2, cols=2)
    for line in table.rows:
        line.cells[0].paragraphs[0].style = report.styles["List Number"]
        line.cells[1].text = "kegiatan"
    stream = io.BytesIO()
    report.save(stream)
    assert qn("w:numPr") not in {element.tag for element in report.element.iter()}
    assert grid_of(next(b for b in read(stream.getvalue()).blocks if isinstance(b, Table))) == [
        ["1.", "kegiatan"],
        ["2.", "kegiatan"],
    ]
