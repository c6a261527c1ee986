"""Numbers and words that a narrow column cuts over its lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.reading.pdf.cuts import Cut, number_cut
from tests.reading_pdf.paper import Page, document, grid_of, only_table, tables, width_of

_SIZE = 9.0
_PADDING = 4.0


def _cut_to(text: str, width: float) -> list[str]:
    """The lines of a word that is cut wherever its column ends."""
    lines = [""]
    for character in text:
        if lines[-1] and width_of(lines[-1] + character, _SIZE) > width:
            lines.append("")
        lines[-1] += character
    return lines


def _table(rows: list[list[str]], width: float) -> Page:
    """A ruled table with a wide column of names and narrow ones of figures set to the right."""
    columns = len(rows[0]) - 1
    xs = [60.0, 200.0] + [200 + width * (k + 1) for k in range(columns)]
    page = Page()
    ys = [100.0]
    for label, *figures in rows:
        page.text(64, ys[-1] + 11, label, _SIZE)
        height = 1
        for k, figure in enumerate(figures):
            lines = _cut_to(figure, width - 2 * _PADDING)
            height = max(height, len(lines))
            for n, line in enumerate(lines):
                page.right(xs[k + 2] - _PADDING, ys[-1] + 11 + 11 * n, line, _SIZE)
        ys.append(ys[-1] + 4 + 11 * height)
    return page.grid(xs, ys)


_AMOUNTS = st.integers(min_value=1_000_000, max_value=99_999_999_999)


@given(
    rows=st.lists(st.tuples(_AMOUNTS, _AMOUNTS), min_size=1, max_size=4),
    width=st.floats(min_value=38, max_value=80),
    decimals=st.booleans(),
)
def test_amounts_cut_anywhere_are_read_whole_or_not_at_all(
    rows: list[tuple[int, int]], width: float, decimals: bool
) -> None:
    written = [[f"{n:,}".replace(",", ".") + (",00" if decimals else "") for n in row] for row in rows]
    names = [f"Kegiatan {chr(65 + k)}" for k in range(len(rows))]
    table = only_table(_table([[name, *figures] for name, figures in zip(names, written, strict=True)], width))
    read = grid_of(table)
    assert [row[0] for row in read] == names
    for row, figures in zip(read, written, strict=True):
        for cell, figure in zip(row[1:], figures, strict=True):
            assert cell == figure or "\n" in cell and cell.replace("\n", "") == figure


def test_amounts_cut_on_the_same_lines_are_no_rows_of_their_own() -> None:
    table = only_table(
        _table([["Jalan", "6.836.650.000", "6.731.584.400"], ["Jumlah", "805.750.000", "785.535.750"]], 58)
    )
    assert grid_of(table) == [["Jalan", "6.836.650.000", "6.731.584.400"], ["Jumlah", "805.750.000", "785.535.750"]]
    box = table.rows[0][1].place.box
    assert box is not None and box[3] - box[1] > 18, "the box is that of both lines"


def test_two_amounts_of_two_rows_in_one_ruled_cell_stay_two() -> None:
    page = Page().grid((60, 200, 260, 320), (100, 130))
    page.lines(64, 112, ["Jalan", "Jembatan"], 11, _SIZE)
    for k, figure in enumerate(("1.250.000", "999.000")):
        page.right(256, 112 + 11 * k, figure, _SIZE).right(316, 112 + 11 * k, figure, _SIZE)
    assert grid_of(only_table(page)) == [["Jalan", "1.250.000", "1.250.000"], ["Jembatan", "999.000", "999.000"]]


def test_what_may_be_one_number_or_two_is_not_read_as_either_and_is_told() -> None:
    page = Page().grid((60, 200, 225), (100, 130)).text(64, 112, "Cakupan", _SIZE)
    page.right(221, 112, "98,4", _SIZE).right(221, 123, "6", _SIZE)
    source = document(page)
    assert grid_of(tables(source)[0]) == [["Cakupan", "98,4\n6"]]
    assert [notice.message.id for notice in source.notices] == [
        "Di halaman 1 ada angka di kolom sempit yang mungkin terpotong menjadi dua baris; angka itu tidak diperiksa."
    ]


def test_a_slip_in_a_wide_column_is_left_to_the_author() -> None:
    page = Page().grid((60, 200, 320), (100, 130)).text(64, 112, "Jalan", _SIZE)
    page.right(316, 112, "6.836.650.00", _SIZE).right(316, 123, "0", _SIZE)
    assert "6.836.650.000" not in grid_of(only_table(page))[0][1]


@pytest.mark.parametrize(
    ("head", "tail", "cut"),
    [
        ("17.072.", "320.000", Cut.YES),
        ("17.072.320.0", "00", Cut.YES),
        ("Rp17.072.320.0", "00,00", Cut.YES),
        ("17,072,320.0", "0", Cut.YES),
        ("134,", "4", Cut.YES),
        ("3.27.01.2.01.00", "04", Cut.YES),
        ("98,4", "6", Cut.OPEN),
        ("12.34", "5.678", Cut.OPEN),
        ("1.", "2.", Cut.NO),
        ("1.4", "1.5", Cut.NO),
        ("2019", "2020", Cut.NO),
        ("1.250.000", "999.000", Cut.NO),
        ("100,10", "100,10", Cut.NO),
        ("12 Dokumen", "8", Cut.NO),
    ],
)
def test_pieces_of_a_full_column(head: str, tail: str, cut: Cut) -> None:
    assert number_cut(head, tail, full=True) is cut


def test_a_word_is_cut_where_the_file_stores_no_blank_at_the_end_of_its_line() -> None:
    def column(first: str) -> str:
        page = Page().grid((60, 115, 200), (100, 150)).text(119, 112, "12")
        # The blank after "dan" says that this file keeps those between words.
        return grid_of(only_table(page.lines(64, 112, [first, "nya dan ", "ternak"], 12)))[0][0]

    assert column("Terkendali") == "Terkendalinya dan ternak"
    assert column("Terkendali ") == "Terkendali nya dan ternak"
