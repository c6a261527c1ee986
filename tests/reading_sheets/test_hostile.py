"""Files made to break a reader: each ends as a document or as one line that names what is wrong or the limit, in seconds."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import IO

import pytest

from reviewer.model import Document
from reviewer.reading import Unreadable, read
from reviewer.reading.sheets.references import name
from tests.reading_sheets.book import Part, book, of_rows, paragraphs, saved, sheet, tables, words
from tests.reading_sheets.test_values import OLD

_SECONDS = 30


def _number(at: str, value: object = 1) -> str:
    return f'<c r="{at}"><v>{value}</v></c>'


def _file(tmp_path: Path, data: bytes, suffix: str = ".xlsx") -> Path:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    return path


def _rows(count: int, *, width: int) -> Part:
    def write(part: IO[bytes]) -> None:
        part.write(b'<worksheet><dimension ref="A1:B2"/><sheetData>')
        for number in range(count):
            part.write(b"<row>" + b"<c><v>%d</v></c>" % number * width + b"</row>")
        part.write(b"</sheetData></worksheet>")

    return write


_ENTITY = '<!DOCTYPE a [<!ENTITY b "{}">]>'
_FILE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
_DIAGONAL = "".join(
    f"<row r='{i}'>{_number(name(i - 1, i - 1))}{_number(name(i - 1, i))}</row>" for i in range(1, 2_000)
)
_TEXT = '<row><c t="s"><v>0</v></c></row>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (book(_rows(1_000_000, width=1)), "batas 400000 (sel)"),
        (book(_rows(300_000, width=20)), "batas 64 MB (satu bagian setelah dibuka)"),
        (book(" " * 70_000_000), "300:1"),
        (book(_ENTITY.format("c" * 9) + sheet(f'<row>{words("A1", "&b;")}</row>')), "DOCTYPE"),
        (book(sheet(_TEXT), texts=_ENTITY.format("c") + "<sst><si><t>&b;</t></si></sst>"), "DOCTYPE"),
        (book(sheet(_TEXT), texts=_FILE + "<sst><si><t>&b;</t></si></sst>"), "DOCTYPE"),
        (book("<a>" * 100_000), "rusak"),
        (book(sheet("<row>" + "<c>" * 300)), "rusak"),
        (book(sheet("")), "satu sel pun"),
        (book(sheet("<row><c><v>1</v></c>")[:-30]), "XML"),
        (book(sheet(_TEXT * 2_000), texts=f"<si><t>{'a' * 30_000}</t></si>"), "4 (juta huruf teks)"),
        (book(sheet(_DIAGONAL)), "batas 400000 (sel tabel)"),
    ],
)  # fmt: skip
def test_one_line(tmp_path: Path, data: bytes, told: str) -> None:
    began = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        read(_file(tmp_path, data))
    assert time.monotonic() - began < _SECONDS
    message = caught.value.message
    assert told in message.id
    assert message.id.isprintable() and message.en.isprintable() and "/etc" not in message.id


def _read(tmp_path: Path, data: bytes) -> Document:
    began = time.monotonic()
    document = read(_file(tmp_path, data))
    assert time.monotonic() - began < _SECONDS
    return document


def test_a_cell_in_the_last_corner_costs_no_more_than_one_in_the_first(tmp_path: Path) -> None:
    rows = f"<row r='1'>{_number('A1')}</row><row r='1048576'>{_number('XFD1048576', 2)}</row>"
    document = _read(tmp_path, book(sheet(rows)))
    assert paragraphs(document) == ["1", "2"]
    assert document.blocks[-1].place.cell == "XFD1048576"


def test_a_merged_range_over_the_whole_sheet(tmp_path: Path) -> None:
    rows = f"<row r='1'>{_number('A1')}{_number('B1', 5)}</row><row r='1048576'>{_number('XFD1048576', 2)}</row>"
    merges = "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"
    assert paragraphs(_read(tmp_path, book(sheet(rows, merges)))) == ["1"]


def test_a_hundred_thousand_merged_ranges_over_each_other(tmp_path: Path) -> None:
    rows = f"<row r='1'>{_number('A1')}{_number('B1', 5)}</row>"
    merges = "".join(f"<mergeCell ref='A{i}:XFD1048576'/>" for i in range(2, 100_000))
    assert paragraphs(_read(tmp_path, book(sheet(rows, f"<mergeCells>{merges}</mergeCells>")))) == ["1", "5"]


def test_cells_far_from_each_other(tmp_path: Path) -> None:
    rows = "".join(f"<row r='{i}'>{_number(name(i - 1, i - 1), i)}</row>" for i in range(1, 10_000, 3))
    assert len(paragraphs(_read(tmp_path, book(sheet(rows))))) == 3_333


def test_tables_with_a_blank_row_after_every_row_stay_linear(tmp_path: Path) -> None:
    rows = "".join(
        f"<row r='{2 * i}'>{_number(f'A{2 * i}', i)}{words(f'B{2 * i}', 'kata')}{_number(f'C{2 * i}', 5)}</row>"
        for i in range(1, 20_000)
    )
    (table,) = tables(_read(tmp_path, book(sheet(rows))))
    assert len(table.rows) == 19_999


def test_headers_after_every_row_stay_linear(tmp_path: Path) -> None:
    header = f"<row>{words('A1', 'No')}{words('B1', 'Uraian')}</row>".replace(' r="A1"', "").replace(' r="B1"', "")
    rows = "".join(f"{header}<row><c><v>{n}</v></c><c><v>5</v></c></row>" for n in range(1, 10_000))
    (table,) = tables(_read(tmp_path, book(sheet(rows))))
    assert len(table.rows) == 10_000


def test_numbers_styles_and_names_that_cannot_be(tmp_path: Path) -> None:
    cells = "".join(
        (
            _number("A1", "1E+999999999"), _number("B1", "9" * 5_000), _number("C1", "1E308"), _number("D1", "nan"),
            '<c r="E1" s="999999999"><v>5</v></c>', '<c r="ZZZZ9" t="s"><v>-1</v></c>', '<c r="A0" t="s"><v>99</v></c>',
            '<c r="G1" t="?"><v>6</v></c>', '<c r="H1"><f t="shared" si="7"/><v>8</v></c>',
        )
    )  # fmt: skip
    document = _read(tmp_path, book(sheet(f"<row r='1'>{cells}</row><row r='-5'/><row r='9999999999'/>")))
    assert {"5", "6", "8"} <= set(paragraphs(document))


def _workbooks() -> dict[str, bytes]:
    plain = of_rows(["No", "Uraian", "Pagu"], *([n, f"Kegiatan {n}", n * 1000] for n in range(1, 40)))
    return {".xlsx": saved(plain), ".xls": OLD.read_bytes(), ".csv": b"No;Pagu\n" + b"1;1.000,50\n" * 50}


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".csv"])
def test_cut_and_damaged_files(tmp_path: Path, suffix: str) -> None:
    whole = _workbooks()[suffix]
    chance = random.Random(7)
    damaged = [whole[: len(whole) * part // 8] for part in range(8)]
    for _ in range(12):
        changed = bytearray(whole)
        for _ in range(20):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        damaged.append(bytes(changed))
    for data in damaged:
        try:
            assert read(_file(tmp_path, data, suffix)).blocks
        except Unreadable as problem:
            assert problem.message.id.isprintable() and problem.message.en.isprintable()
