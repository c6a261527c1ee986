"""Old workbooks with their formats and formulas; binary ones with values only, and that is said."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from reviewer.model import Document
from reviewer.reading import Unreadable
from reviewer.reading import read as read_file
from reviewer.reading.sheets.biff import traits_of
from tests.reading_sheets.book import at, grid, packed, paragraphs, read, tables
from tests.reading_sheets.compound import compound

OLD = Path(__file__).with_name("lama.xls")
"""Made with xlwt: sheet "Anggaran" (title merged over A1:D1, table at A3:D6 whose total in C6 was never computed, a date,
a truth value, "0,00" as text) and a hidden sheet "Rahasia"."""

NEW = Path(__file__).with_name("rumus.xls")
"""Saved by LibreOffice: sheet "Serapan" with a formula in every row, a total that misses one, a hidden row; sheet "Data"."""


def test_old_workbooks() -> None:
    document = read_file(OLD)
    assert document.format == "xls"
    (table,) = tables(document)
    assert grid(table) == [
        ["No", "Uraian", "Pagu", "Realisasi"],
        ["1", "Belanja Pegawai", "1250000000", "1200500000,5"],
        ["2", "Belanja Modal", "750000000", "0,3"],
        ["", "Jumlah", "2000000000", "1200500000,8"],
    ]
    cell = at(document, "D4")
    assert (cell.value, cell.place.sheet) == (Decimal("1200500000.5"), "Anggaran")
    assert paragraphs(document) == ["REALISASI ANGGARAN TAHUN 2021", "31/01/2021", "TRUE", "0,00", "tersembunyi"]
    told = " ".join(notice.message.id for notice in document.notices)
    assert "1 rumus tidak menyimpan hasilnya; hasilnya dihitung di sini" in told and '"Rahasia" tersembunyi' in told


def test_formats_and_formulas_of_old_workbooks() -> None:
    document = read_file(NEW)
    (table,) = [table for table in tables(document) if table.width == 5]
    assert grid(table)[5] == ["5", "Program E", "5.000.000", "4.750.000", "95,00%"]
    assert (at(document, "E6").value, at(document, "E6").number_format) == (Decimal("0.95"), "0.00%")
    assert [at(document, name).formula for name in ("C7", "D7", "E6", "C8")] == [
        "=SUM(C2:C5)",
        "=SUM(D2:D6)",
        "=D6/C6",
        "=C7-'Data'!$B$1",
    ]
    assert at(document, "C8").hidden and not at(document, "C7").hidden
    assert not any("hanya nilai" in notice.message.id for notice in document.notices)


def _old(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def test_a_formula_that_cells_share_is_each_cells_own() -> None:
    begin = _old(0x0809, struct.pack("<HH", 0x0600, 5) + bytes(12))
    style = _old(0x00E0, struct.pack("<HH", 0, 10) + bytes(16))
    shared = _old(0x04BC, struct.pack("<HHBBBB", 1, 2, 4, 4, 0, 2) + _counted(b"\x4c\0\0\xff\xc0\x4c\0\0\xfe\xc0\x06"))
    cells = b"".join(
        _old(0x0006, struct.pack("<HHH", row, 4, 0) + bytes(14) + _counted(b"\x01" + struct.pack("<HH", 1, 4)))
        + (shared if row == 1 else b"")
        for row in (1, 2)
    )
    name = struct.pack("<BB", 1, 0) + b"S"
    head = begin + style
    start = len(head) + 4 + 6 + len(name) + 4
    stream = head + _old(0x0085, struct.pack("<IH", start, 0) + name) + _old(0x000A) + begin + cells + _old(0x000A)
    book = traits_of(compound({"Workbook": stream}))
    assert book is not None
    assert book.sheets["S"].formulas == {(1, 4): "=D2/C2", (2, 4): "=D3/C3"}
    assert book.style(book.sheets["S"], 2, 4).format == "0.00%"


def test_errors_and_conditions() -> None:
    begin = _old(0x0809, struct.pack("<HH", 0x0600, 5) + bytes(12))
    failed = (
        struct.pack("<HHH", 0, 0, 0)
        + b"\x02\0\x07\0\0\0\xff\xff"
        + bytes(6)
        + _counted(b"\x44\0\0\x01\xc0\x1e\0\0\x06")
    )
    plain = struct.pack("<HHHBB", 0, 1, 0, 0x2A, 1)
    condition = b"\x44\0\0\x01\xc0\x19\x02\0\0\x1e\x01\0\x19\x08\0\0\x1e\x02\0\x19\x08\0\0\x22\x03\x01\0"
    asked = struct.pack("<HHH", 0, 2, 0) + bytes(14) + _counted(condition)
    cells = _old(0x0006, failed) + _old(0x0205, plain) + _old(0x0006, asked)
    name = struct.pack("<BB", 1, 0) + b"S"
    start = len(begin) + 4 + 6 + len(name) + 4
    stream = begin + _old(0x0085, struct.pack("<IH", start, 0) + name) + _old(0x000A) + begin + cells + _old(0x000A)
    book = traits_of(compound({"Workbook": stream}))
    assert book is not None
    assert book.sheets["S"].errors == {(0, 0): "#DIV/0!", (0, 1): "#N/A"}
    assert book.sheets["S"].formulas == {(0, 0): "=B1/0", (0, 2): "=IF(B1,1,2)"}


def _counted(tokens: bytes) -> bytes:
    return struct.pack("<H", len(tokens)) + tokens


def test_an_old_workbook_that_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    data = OLD.read_bytes()
    for size in range(600, len(data), 700):
        path.write_bytes(data[:size])
        try:
            assert isinstance(read_file(path), Document)
        except Unreadable as problem:
            assert problem.message.id.isprintable()


# ---------------------------------------------------------------- .xlsb


def _record(kind: int, body: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = len(body), b""
    while size > 0x7F:
        length += bytes([size & 0x7F | 0x80])
        size >>= 7
    return head + length + bytes([size]) + body


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _binary(*rows: tuple[int, dict[int, float | str]]) -> bytes:
    """An .xlsb with one sheet "Biner"."""
    sheet = _record(129) + _record(148, struct.pack("<4I", 0, 0, 0, 0)) + _record(145)
    for row, cells in rows:
        sheet += _record(0, struct.pack("<I", row) + bytes(13))
        for column, value in cells.items():
            head = struct.pack("<II", column, 0)
            sheet += (
                _record(6, head + _wide(value))
                if isinstance(value, str)
                else _record(5, head + struct.pack("<d", value))
            )
    sheet += _record(146) + _record(130)
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return packed(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "xl/workbook.bin": _record(131)
            + _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Biner"))
            + _record(144)
            + _record(132),
            "xl/_rels/workbook.bin.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{relations}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>',
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


def _with_sheet(data: bytes, changed: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed({name: changed(part) if "sheet1" in name else part for name, part in parts.items()})


def test_binary_workbooks(tmp_path: Path) -> None:
    data = _binary((1, {0: "Uraian", 1: "Pagu"}), (2, {0: "Modal", 1: 10701893800.0}), (3, {0: "Jumlah", 1: 0.1 + 0.2}))
    path = tmp_path / "a.xlsb"
    path.write_bytes(data)
    document = read_file(path)
    assert document.format == "xlsb"
    assert grid(tables(document)[0]) == [["Uraian", "Pagu"], ["Modal", "10701893800"], ["Jumlah", "0,3"]]
    assert at(document, "B4").value == Decimal("0.3")
    assert [notice.message.id.split(":")[0] for notice in document.notices] == [
        "Dari berkas ini hanya nilai sel yang dibaca"
    ]


def test_a_binary_sheet_may_not_reach_to_its_last_corner() -> None:
    with pytest.raises(Unreadable, match="batas 400000 .sel."):
        read(_binary((0, {0: 1.0}), (1_048_575, {16_383: 2.0})), kind="xlsb")


def test_damage_that_breaks_the_library_down_is_one_line_too() -> None:
    cells = {0: "Uraian", 1: 5.0}
    whole = _binary((0, cells), (1, cells))
    name = _wide("Uraian")
    with pytest.raises(Unreadable, match="rusak"):
        read(
            _with_sheet(whole, lambda sheet: sheet.replace(name, struct.pack("<I", 1 << 30) + name[4:], 1)), kind="xlsb"
        )


def test_a_binary_sheet_that_is_cut_off() -> None:
    whole = _binary((0, {0: 1.0}))
    with pytest.raises(Unreadable, match="terpotong"):
        read(packed({"xl/workbook.bin": b"", "xl/worksheets/sheet1.bin": b"\x05\x7f\x00"}), kind="xlsb")
    assert tables(read(whole, kind="xlsb")) == []
