"""The tables of the sample workbook written as delimited text are found again, whatever separates the columns."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from reviewer.model import Table
from reviewer.reading import read
from reviewer.reading.sheets.delimited import read as read_values
from tests.reading_sheets.book import grid, tables


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_sample_as_delimited_text(project: Path, separator: str) -> None:
    workbook = read(project / "samples/laporan-kinerja.xlsx")
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator)
    for block in workbook.blocks:
        if isinstance(block, Table):
            writer.writerows([*grid(block), []])
        else:
            writer.writerow([block.text])
    values = read_values(stream.getvalue().encode())
    assert len(tables(values)) > 10
    assert [grid(table) for table in tables(values)] == [grid(table) for table in tables(workbook)]
