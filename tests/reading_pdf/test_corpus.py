"""Real drafts: every amount of an accounting system's listing, and what is known of two reports.

The figures are facts of published files; the files themselves stay where `REVIEWER_CORPUS` points.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest

from reviewer.model import Document, Finding, Severity, Table
from reviewer.reading.pdf import read
from reviewer.run import examine_document
from tests.reading_pdf.paper import grid_of, tables

CORPUS = os.environ.get("REVIEWER_CORPUS", "")

pytestmark = pytest.mark.skipif(not CORPUS, reason="REVIEWER_CORPUS is not set")

_AMOUNT = re.compile(r"\(?\d{1,3}(?:\.\d{3})*,\d\d\)?")


@cache
def _document(name: str) -> Document:
    return read((Path(CORPUS) / "drafts" / f"{name}.pdf").read_bytes())


@cache
def _findings(name: str) -> tuple[Finding, ...]:
    return examine_document(_document(name)).findings


def _value(text: str) -> int:
    digits = int(re.sub(r"\D", "", text))
    return -digits if text.startswith("(") else digits


def test_every_row_of_the_listing_is_read_and_its_difference_holds() -> None:
    rows = [
        [text for text in row if _AMOUNT.fullmatch(text)]
        for table in tables(_document("sumut-lra-2020"))
        for row in grid_of(table)
    ]
    rows = [row for row in rows if row]
    assert len(rows) == 524
    assert {len(row) for row in rows} == {3}
    assert all(_value(spent) - _value(planned) == _value(rest) for planned, spent, rest in rows)


def test_the_listing_keeps_its_codes_and_raises_no_false_alarm() -> None:
    codes = [row[0] for table in tables(_document("sumut-lra-2020")) for row in grid_of(table)[1:]]
    assert all(re.fullmatch(r"|\d(?: \. \d)*", code) for code in codes)
    assert sum(1 for code in codes if code) == 426
    loud = [f for f in _findings("sumut-lra-2020") if f.code[:3] in ("TOT", "PCT") and f.severity is not Severity.INFO]
    assert not loud


@pytest.mark.parametrize(
    ("name", "page", "rows", "width"),
    [
        ("sumut-lakip-2020", 20, 25, 9),
        ("sumut-lakip-2020", 26, 29, 6),
        ("sumut-lakip-2020", 30, 45, 7),
        ("sumut-lakip-2020", 35, 69, 5),
        ("sumut-lakip-2020", 69, 45, 7),
        ("sumut-lakip-2020", 78, 54, 5),
        ("jabar-bpmpt-renja-2017", 11, 40, 5),
        ("jabar-bpmpt-renja-2017", 48, 89, 10),
        ("jabar-disbun-lkip-2016", 70, 66, 6),
        ("jabar-disbun-lkip-2016", 74, 16, 6),
    ],
)
def test_tables_have_the_shape_they_show(name: str, page: int, rows: int, width: int) -> None:
    shapes = [
        (len(table.rows), table.width)
        for table in tables(_document(name))
        if table.place.page == page and len(table.rows) > 6
    ]
    assert (rows, width) in shapes


def _found(name: str) -> list[tuple[str, int | None, str]]:
    return [(f.code, f.location.place.page, f.stated) for f in _findings(name)]


@pytest.mark.parametrize(
    ("name", "code", "page", "stated"),
    [
        ("jabar-disbun-lkip-2016", "TOT002", 74, "14.526.566.000"),
        ("jabar-disbun-lkip-2016", "PCT001", 74, "47,43"),
        ("jabar-disbun-lkip-2016", "PCT001", 74, "68,42"),
        ("jabar-disbun-lkip-2016", "PCT001", 74, "98,73"),
        ("jabar-disbun-lkip-2016", "XRF003", 20, "29.796.921"),
        ("jabar-bpmpt-renja-2017", "TOT002", 11, "1.026.381.000,00"),
        ("jabar-bpmpt-renja-2017", "PCT001", 11, "91,3"),
        ("jabar-bpmpt-renja-2017", "PCT001", 11, "98,7"),
        ("jabar-bpmpt-renja-2017", "PCT001", 12, "97,4"),
        ("jabar-bpmpt-renja-2017", "NUM004", 49, "150 0rang"),
    ],
)
def test_verified_mistakes_are_found_where_they_stand(name: str, code: str, page: int, stated: str) -> None:
    assert (code, page, stated) in _found(name)


def test_totals_that_are_right_are_left_alone() -> None:
    heads = {"61.675.096.223", "44.495.611.842", "71.097.795.842", "62.833.046.831"}
    assert not heads & {stated for code, _, stated in _found("jabar-disbun-lkip-2016") if code[:3] == "TOT"}


@pytest.mark.parametrize(
    "name", ["sumut-lakip-2020", "jabar-bpmpt-renja-2017", "jabar-disbun-lkip-2016", "sumut-lra-2020"]
)
def test_every_cell_and_line_has_a_box_on_its_page(name: str) -> None:
    source = _document(name)
    for block in source.blocks:
        holders = [cell for _, _, cell in block.cells()] if isinstance(block, Table) else [block]
        for holder in holders:
            for span in holder.spans:
                box = span.place.box
                assert box is not None and span.place.page is not None
                assert box[0] <= box[2] and box[1] <= box[3]
                assert 1 <= span.place.page <= (source.pages or 0)
