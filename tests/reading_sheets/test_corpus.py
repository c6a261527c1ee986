"""The two real workbooks: every cell as openpyxl tells it, every amount counted, sums by code."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest

from reviewer.model import Document, Spot, Table
from reviewer.reading import read
from reviewer.understanding.numbers import cell_figures
from tests.reading_sheets.book import placed, tables

LRA = "lampung-selatan-lra-2026-01.xlsx"
AGREEMENT = "cimahi-bpkad-pk-2018.xlsx"
_CELLS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _shown(document: Document) -> dict[tuple[str, str], str]:
    sheets = [block.place.sheet or "" for block in document.blocks]
    found = {}
    for block, sheet in zip(document.blocks, sheets, strict=True):
        found.update({(sheet, cell): text for cell, text in placed(Document("", "xlsx", "", (block,)))})
    return found


def _stored(path: Path) -> Iterator[tuple[str, str, object, object]]:
    """Sheet, cell, formula or value, value of every filled cell that no other covers."""
    written = openpyxl.load_workbook(path)
    computed = openpyxl.load_workbook(path, data_only=True)
    for sheet in written.worksheets:
        values = computed[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None and str(cell.value).strip():
                    yield sheet.title, cell.coordinate, cell.value, values[cell.coordinate].value


@pytest.mark.parametrize("name", [LRA, AGREEMENT])
def test_every_cell_is_read_as_openpyxl_reads_it(corpus: Path, name: str) -> None:
    document = read(corpus / "drafts" / name)
    shown = _shown(document)
    cells = {(c.place.sheet, c.place.cell): c for t in tables(document) for _, _, c in t.cells()}
    stored = list(_stored(corpus / "drafts" / name))
    assert {(sheet, cell) for sheet, cell, *_ in stored} == set(shown)
    for sheet, name_, written, value in stored:
        cell = cells.get((sheet, name_))
        if isinstance(value, str):
            assert shown[sheet, name_] == value.strip()
        elif cell is not None and isinstance(value, int | float):
            assert isinstance(cell.value, Decimal) and float(cell.value) == pytest.approx(value, rel=1e-12)
        if cell is not None and isinstance(written, str) and written.startswith("="):
            assert cell.formula == written


def test_all_rows_and_amounts_of_the_budget_report(corpus: Path) -> None:
    path = corpus / "drafts" / LRA
    (table,) = tables(read(path))
    with zipfile.ZipFile(path) as archive:
        rows = list(ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml")).iter(f"{_CELLS}row"))
    last = int(rows[-1].get("r") or 0)
    assert [row[4].place.cell for row in table.rows] == [f"E{r}" for r in range(6, last + 1)]
    amounts = {
        c.get("r"): Decimal(v.text or "")
        for r in rows
        for c in r
        if c.get("t") is None and (v := c.find(f"{_CELLS}v")) is not None
    }
    read_ = {c.place.cell: c.value for _, _, c in table.cells() if isinstance(c.value, Decimal)}
    assert read_ == {cell: amount for cell, amount in amounts.items() if cell and cell[0] != "N"}
    assert sum(1 for row in table.rows[4:] for cell in row[5:] if cell.value == "0,00") + len(read_) == 481 * 8


def test_sums_by_code(corpus: Path) -> None:
    """A row sums those below it whose codes, column by column, say the same or more: 2.304 sums, all of them right."""
    (table,) = tables(read(corpus / "drafts" / LRA))
    body = table.rows[4:-1]
    children: dict[int, list[int]] = {}
    open_: list[int] = []
    for i, row in enumerate(body):
        while open_ and not _under(body[open_[-1]], row):
            open_.pop()
        if open_:
            children.setdefault(open_[-1], []).append(i)
        open_.append(i)
    checked = [(p, parts, c) for p, parts in children.items() for c in range(5, 13)]
    assert len(checked) == 2_304
    for parent, parts, column in checked:
        assert sum(_amount(body[part], column) for part in parts) == _amount(body[parent], column)


def _under(above: tuple, row: tuple) -> bool:  # type: ignore[type-arg]
    codes = [(a.text, b.text) for a, b in zip(above[:4], row[:4], strict=True)]
    return any(a != b for a, b in codes) and all(not a or a == b or b.startswith(f"{a}.") for a, b in codes)


def _amount(row: tuple, column: int) -> Decimal:  # type: ignore[type-arg]
    return cell_figures(row[column].text, Spot(0))[0].value


def test_the_agreement_in_its_tables(corpus: Path) -> None:
    document = read(corpus / "drafts" / AGREEMENT)
    main = [t for t in tables(document) if t.place.sheet == "Bu Kaban"]
    assert [(t.place.cell, len(t.rows), t.width) for t in main] == [("A4", 2, 4), ("A7", 45, 5)]
    hidden = [
        cell.place.cell
        for _, _, cell in main[1].cells()
        if cell.hidden and cell.place.cell and cell.place.cell[0] == "D"
    ]
    assert hidden[0] == "D10" and len(hidden) == 38
    assert [t.place.sheet for t in tables(document) if t.hidden and t.place.sheet == "anggaran"] == [
        "anggaran",
        "anggaran",
    ]
    assert [b.place.sheet for b in document.blocks if not isinstance(b, Table) and b.level == 1][-1] == "anggaran"
