"""The two real drafts that are text: every table in its shape, every number at its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewer.model import Document, Paragraph
from reviewer.reading.text import read
from tests.reading_text.drafts import grid, tables

STACKED = "tanjab-barat-lkjip-2020.txt"
TABBED = "sampang-lkjip-2020.txt"

SHAPES = {
    STACKED: [
        (194, 293, 20, 4),
        (345, 452, 12, 4),
        (471, 653, 38, 4),
        (666, 835, 19, 5),
        (892, 956, 11, 5),
        (973, 1414, 46, 7),
    ],
    TABBED: [
        (150, 164, 15, 9),
        (168, 171, 4, 6),
        (181, 199, 17, 12),
        (264, 265, 2, 3),
        (276, 277, 2, 4),
        (337, 346, 9, 6),
        (373, 374, 2, 6),
        (381, 383, 3, 6),
        (389, 396, 8, 4),
        (413, 414, 2, 6),
        (420, 422, 3, 8),
        (431, 432, 2, 6),
        (445, 476, 31, 5),
    ],
}


def _read(corpus: Path, name: str) -> Document:
    path = corpus / "drafts" / name
    return read(path.read_bytes(), str(path), "txt")


@pytest.mark.parametrize("name", [STACKED, TABBED])
def test_every_table_has_its_lines_rows_and_columns(corpus: Path, name: str) -> None:
    found = [(t.place.line, t.place.end_line, len(t.rows), t.width) for t in tables(_read(corpus, name))]
    assert found == SHAPES[name]


@pytest.mark.parametrize("name", [STACKED, TABBED])
def test_every_number_stands_in_one_block_at_its_line(corpus: Path, name: str) -> None:
    document = _read(corpus, name)
    token = re.compile(r"[\d.,]*\d[\d.,]*")
    source = (corpus / "drafts" / name).read_text(encoding="utf-8").split("\n")
    written = sorted((n, t) for n, line in enumerate(source, 1) for t in token.findall(line) if len(t) >= 5)
    read_back = []
    for block in document.blocks:
        for holder in [block] if isinstance(block, Paragraph) else [cell for _, _, cell in block.cells()]:
            ends = [span.start for span in holder.spans[1:]] + [len(holder.text)]
            for span, end in zip(holder.spans, ends, strict=True):
                part = holder.text[span.start : end]
                read_back += [(span.place.line, t) for t in token.findall(part) if len(t) >= 5]
    assert sorted(read_back) == written
    assert len(written) > 100


def test_a_header_of_three_levels_over_seven_columns(corpus: Path) -> None:
    budget = tables(_read(corpus, STACKED))[5]
    assert grid(budget)[:4] == [
        ["No", "PROGRAM", "ANGGARAN", "", "REALISASI", "", ""],
        ["", "", "JUMLAH", "PROPORSI\n%", "KEUANGAN", "", "FISIK"],
        ["", "", "", "", "JUMLAH", "%", ""],
        ["1.", "Program Pelayanan Administrasi Perkantoran", "579.594.281", "42.60", "575.069.516", "99.22", "100"],
    ]
    assert [cell.colspan for cell in budget.rows[0]] == [1, 1, 2, 1, 3, 1, 1]
    assert budget.rows[0][3].covered_by == (0, 2)
    assert budget.rows[2][0].covered_by == (0, 0)
    assert budget.header_rows == 3
    assert budget.joined_at == (7, 44)


def test_rows_torn_by_blank_lines_are_whole(corpus: Path) -> None:
    budget = tables(_read(corpus, STACKED))[5]
    assert [cell.text for cell in budget.rows[6]] == [
        "1.3.", "Penyediaan Jasa Administrasi Keuangan", "101.262.500", "7.57", "101.262.500", "100", "100",
    ]  # fmt: skip
    assert [cell.place.line for cell in budget.rows[6]] == [1036, 1038, 1042, 1044, 1046, 1048, 1050]
    assert budget.rows[28][2].text == "9.445.000"


def test_a_list_inside_a_cell_goes_on_over_blank_lines(corpus: Path) -> None:
    goals = tables(_read(corpus, STACKED))[1]
    last = goals.rows[-1][3]
    assert [line[:2] for line in last.text.split("\n")] == ["1.", "2.", "3."]
    assert [span.place.line for span in last.spans] == [447, 449, 452]
    assert goals.rows[0][0].colspan == 4


def test_a_heading_with_a_tab_after_a_table_is_no_cell(corpus: Path) -> None:
    document = _read(corpus, STACKED)
    assert "4. \tCara Mencapai Tujuan dan Sasaran" in [b.text for b in document.blocks if isinstance(b, Paragraph)]


def test_a_blank_line_and_a_repeated_header_do_not_cut_a_table(corpus: Path) -> None:
    cascade, agreement = tables(_read(corpus, TABBED))[2], tables(_read(corpus, TABBED))[5]
    assert cascade.joined_at == (9,)
    assert cascade.header_rows == 1
    assert agreement.joined_at == (3,)
    assert agreement.rows[3][5].text == "179.653.000"


def test_group_headers_cover_their_columns(corpus: Path) -> None:
    achieved = tables(_read(corpus, TABBED))[10]
    assert [cell.colspan for cell in achieved.rows[0]] == [1, 1, 3, 1, 1, 3, 1, 1]
    assert achieved.rows[0][4].covered_by == (0, 2)


def test_a_table_of_contents_is_no_table(corpus: Path) -> None:
    contents = [b for b in _read(corpus, TABBED).blocks if isinstance(b, Paragraph) and b.place.line in range(16, 40)]
    assert len(contents) == 24


def test_bold_over_several_lines_leaves_no_stars(corpus: Path) -> None:
    title = [b for b in _read(corpus, TABBED).blocks[:7] if isinstance(b, Paragraph)]
    assert title[0].text == "LAPORAN KINERJA INSTANSI PEMERINTAH"
    assert (title[0].place.line, title[0].place.column) == (5, 3)
    assert title[4].text == "TAHUN 2020"
