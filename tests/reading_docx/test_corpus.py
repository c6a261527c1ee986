"""The real Word drafts, against a count made from their XML by other means."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reviewer.model import Paragraph, Table
from reviewer.reading.docx import read

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{2})?|\d+,\d+|\d+")
_DRAFTS = {"jabar-bapusipda-renstra-2013-2018.docx": 25, "jabar-dispusipda-renja-2017.docx": 10}


def _plain(cell: ElementTree.Element) -> str:
    """The stored text of a cell, one line a paragraph; hidden runs left out."""
    lines = []
    for paragraph in cell.iter(f"{_W}p"):
        runs = [r for r in paragraph.iter(f"{_W}r") if r.find(f"{_W}rPr/{_W}vanish") is None]
        lines.append("".join(t.text or "" for r in runs for t in r.iter(f"{_W}t")))
    return "\n".join(lines)


@pytest.fixture(params=sorted(_DRAFTS))
def draft(request: pytest.FixtureRequest, corpus: Path) -> Path:
    return corpus / "drafts" / str(request.param)


def _stored(draft: Path) -> list[ElementTree.Element]:
    with zipfile.ZipFile(draft) as archive:
        return list(ElementTree.fromstring(archive.read("word/document.xml")).iter(f"{_W}tbl"))


def _tables(draft: Path) -> list[Table]:
    return [block for block in read(draft.read_bytes()).blocks if isinstance(block, Table)]


def test_every_table_has_its_rows_columns_and_cells(draft: Path) -> None:
    stored, tables = _stored(draft), _tables(draft)
    assert len(stored) == len(tables) == _DRAFTS[draft.name]
    for element, table in zip(stored, tables, strict=True):
        assert len(table.rows) == len(element.findall(f"{_W}tr"))
        assert table.width == len(element.findall(f"{_W}tblGrid/{_W}gridCol"))
        cells = list(element.iter(f"{_W}tc"))
        merges = [m for m in element.iter(f"{_W}vMerge") if m.get(f"{_W}val") != "restart"]
        outside = sum(
            int(mark.get(f"{_W}val", "0")) for name in ("gridBefore", "gridAfter") for mark in element.iter(_W + name)
        )
        own = sum(1 for _, _, cell in table.cells() if cell.covered_by is None)
        assert own == len(cells) - len(merges) + outside


def test_every_amount_of_every_table_is_read(draft: Path) -> None:
    for element, table in zip(_stored(draft), _tables(draft), strict=True):
        stored = Counter(a for cell in element.iter(f"{_W}tc") for a in _AMOUNT.findall(_plain(cell)))
        found = Counter(a for _, _, cell in table.cells() for a in _AMOUNT.findall(cell.text))
        assert not stored - found
        numbered = len(list(element.iter(f"{_W}numPr")))
        assert sum((found - stored).values()) <= numbered * 3


def test_every_word_of_the_body_is_read_in_order(draft: Path) -> None:
    with zipfile.ZipFile(draft) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))[0]
    stored = [
        "".join(
            (t.text or "")
            for r in p.findall(f"{_W}r")
            if r.find(f"{_W}rPr/{_W}vanish") is None
            for t in r.findall(f"{_W}t")
        )
        for p in body.findall(f"{_W}p")
    ]
    kept = [re.sub(r"\s+", "", text) for text in stored if text.strip()]
    found = [
        re.sub(r"\s+", "", b.text)
        for b in read(draft.read_bytes()).blocks
        if isinstance(b, Paragraph) and b.role == "body" and b.text
    ]
    assert found == kept
