"""Tables of web pages as rectangular grids: spans, heads, nested tables, tables that only arrange the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import Table
from reviewer.reading import Unreadable
from tests.reading_html.page import grid, page, tables, texts


def test_head_spans_and_caption() -> None:
    document = page(
        "<table><caption>Tabel 1 Pagu</caption><thead><tr><th rowspan=2>No<th colspan=2>Anggaran<tr><th>Pagu<th>Realisasi"
        "</thead><tr><td>1<td>1.000<td>900</table>"
    )
    assert texts(document) == ["Tabel 1 Pagu"]
    (table,) = tables(document)
    assert grid(table) == [["No", "Anggaran", ""], ["", "Pagu", "Realisasi"], ["1", "1.000", "900"]]
    assert table.header_rows == 2
    assert (table.rows[0][0].rowspan, table.rows[0][1].colspan) == (2, 2)
    assert (table.rows[0][2].covered_by, table.rows[1][0].covered_by) == ((0, 1), (0, 0))


def test_rows_of_header_cells_are_header_where_there_is_no_head() -> None:
    assert tables(page("<table><tr><th>a<th>b<tr><td>1<td>2</table>"))[0].header_rows == 1
    assert tables(page("<table><tr><th>a<td>b<tr><td>1<td>2</table>"))[0].header_rows is None
    assert tables(page("<table><tr><th>a<th>b</table>"))[0].header_rows is None


def test_the_foot_comes_last_and_spans_end_with_their_section() -> None:
    (table,) = tables(
        page(
            "<table><tfoot><tr><td>Jumlah<td>5</tfoot><tbody><tr><td rowspan=9>a<td>1<tr><td>2</tbody>"
            "<tbody><tr><td>b<td>3</tbody></table>"
        )
    )
    assert grid(table) == [["a", "1"], ["", "2"], ["b", "3"], ["Jumlah", "5"]]
    assert table.rows[0][0].rowspan == 2


def test_spans_go_over_rows_that_stand_in_no_section() -> None:
    (table,) = tables(page("<table><thead><tr><td>a<td>b</thead><tr><td rowspan=2>c<td>d<tr><td>e</table>"))
    assert grid(table) == [["a", "b"], ["c", "d"], ["", "e"]]
    assert table.rows[2][0].covered_by == (1, 0)


def test_a_great_span_reaches_to_the_end_of_the_row_and_no_further() -> None:
    (table,) = tables(
        page("<table><tr><td>a<td>b<tr><td colspan=999999999>c<tr><td colspan=0>d<td colspan=x>e</table>")
    )
    assert grid(table) == [["a", "b"], ["c", ""], ["d", "e"]]
    assert table.rows[1][0].colspan == 2


def test_text_of_cells() -> None:
    (table,) = tables(
        page(
            "<table><tr><td><p>satu</p><p>dua</p><td>a<br>b<td><ul><li>x<li>y</ul><td style='display:none'>z"
            "<tr hidden><td>t<tr><td></table>"
        )
    )
    assert grid(table) == [["satu\ndua", "a\nb", "• x\n• y"], ["", "", ""]]


def test_nested_tables_follow_the_one_they_stand_in() -> None:
    document = page(
        "<p>x</p><table><tr><td>a<td>b<table><tr><td>c<td><table><tr><td>d<td>e</table></table>f</table><p>y</p>"
    )
    assert [grid(t) for t in tables(document)] == [[["a", "b\nf"]], [["c", ""]], [["d", "e"]]]
    assert [t.inside for t in tables(document)] == [None, (1, 0, 1), (2, 0, 1)]
    assert texts(document) == ["x", "y"]


def test_a_table_that_arranges_the_page_is_no_table() -> None:
    body = "<table><tr><td><h1>Judul</h1><table role=presentation><tr><td>kiri<td>kanan</table></td></tr></table>"
    document = page(body)
    assert tables(document) == [] and texts(document) == ["Judul", "kiri", "kanan"]


def test_places() -> None:
    (table,) = tables(page("\n<table>\n<tr><td>a\n<td>b</tr>\n<tr><td>c<td></table>"))
    assert (table.place.line, table.place.end_line) == (4, 6)
    assert [[cell.place.line for cell in row] for row in table.rows] == [[4, 5], [6, 6]]


def test_the_grid_positions_of_all_tables_are_bounded() -> None:
    body = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    assert len(tables(page(body * 5, cells=20))) == 5
    with pytest.raises(Unreadable, match="batas"):
        page(body * 6, cells=20)


_SPAN = st.integers(1, 4)


@given(st.lists(st.lists(st.tuples(_SPAN, _SPAN), min_size=1, max_size=5), min_size=1, max_size=6))
def test_every_cell_stands_once_and_covered_positions_point_at_it(rows: list[list[tuple[int, int]]]) -> None:
    number = 0
    body = ""
    for row in rows:
        body += "<tr>"
        for high, wide in row:
            number += 1
            body += f"<td rowspan={high} colspan={wide}>s{number}"
    document = page(f"<table>{body}</table>")
    if number == 1:
        assert tables(document) == []
        return
    (table,) = tables(document)
    assert sorted(cell.text for _, _, cell in table.cells() if cell.text) == sorted(
        f"s{n}" for n in range(1, number + 1)
    )
    assert len({len(row) for row in table.rows}) == 1 and len(table.rows) == len(rows)
    _check(table)


def _check(table: Table) -> None:
    for r, c, cell in table.cells():
        if cell.covered_by is not None:
            top, left = cell.covered_by
            origin = table.rows[top][left]
            assert origin.text and not cell.text
            assert top <= r < top + origin.rowspan and left <= c < left + origin.colspan
        elif cell.text:
            assert r + cell.rowspan <= len(table.rows) and c + cell.colspan <= table.width
            assert replace(cell, rowspan=1, colspan=1).covered_by is None
