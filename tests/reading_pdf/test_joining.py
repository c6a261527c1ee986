"""Tables that a page's end cuts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading_pdf.paper import Page, document, grid_of, only_table, tables

XS = (50, 90, 300, 400, 500)
_HEADER = ["No", "Program", "Pagu", "Realisasi"]


def _piece(rows: list[list[str]], top: float = 80, header: list[str] | None = _HEADER, shift: float = 0) -> Page:
    rows = [header, *rows] if header else rows
    xs = [x + shift for x in XS]
    page = Page().grid(xs, [top + 20 * k for k in range(len(rows) + 1)])
    for k, row in enumerate(rows):
        page.row(xs, top + 20 * k + 14, row)
    return page


def test_a_table_over_two_pages_is_one_and_says_so() -> None:
    source = document(_piece([["1", "Jalan", "10", "9"]]), _piece([["2", "Jembatan", "20", "18"]]))
    (table,) = tables(source)
    assert grid_of(table) == [_HEADER, ["1", "Jalan", "10", "9"], ["2", "Jembatan", "20", "18"]]
    assert (table.header_rows, table.joined_at) == (1, (2,))
    assert table.rows[2][1].place.page == 2
    assert [notice.message.id for notice in source.notices] == [
        "Satu tabel yang terpotong akhir halaman dibaca sebagai satu tabel (halaman 1–2)."
    ]


def test_pieces_join_without_a_repeated_header_and_on_pages_set_off_to_the_side() -> None:
    table = only_table(
        _piece([["1", "Jalan", "10", "9"]]), _piece([["2", "Jembatan", "20", "18"]], header=None, shift=14)
    )
    assert [row[1] for row in grid_of(table)] == ["Program", "Jalan", "Jembatan"]
    assert table.header_rows is None


def test_the_row_that_numbers_the_columns_is_dropped_with_the_header_but_is_no_header() -> None:
    numbers = ["1", "2", "3", "4"]
    table = only_table(_piece([numbers, ["1", "Jalan", "10", "9"]]), _piece([numbers, ["2", "Jembatan", "20", "18"]]))
    assert [row[1] for row in grid_of(table)] == ["Program", "2", "Jalan", "Jembatan"]
    assert (table.header_rows, table.joined_at) == (1, (3,))


def test_a_table_under_a_caption_of_its_own_is_another_one() -> None:
    second = _piece([["2", "Jembatan", "20", "18"]], top=100).text(200, 90, "Tabel 3.2 Lain")
    assert len(tables(document(_piece([["1", "Jalan", "10", "9"]]), second))) == 2


def test_a_table_with_other_columns_is_another_one() -> None:
    other = Page().grid((50, 200, 500), (80, 100, 120)).row((50, 200), 94, ["Uraian", "Nilai"])
    other.row((50, 200), 114, ["Luas", "12"])
    assert len(tables(document(_piece([["1", "Jalan", "10", "9"]]), other))) == 2


def test_a_row_cut_by_the_page_end_is_one_row() -> None:
    first = Page().grid(XS, (80, 100, 130)).row(XS, 94, _HEADER)
    first.row(XS, 113, ["1", "Program Peningkatan Sarana dan", "10", "9"]).text(94, 125, "Prasarana Aparatur serta")
    second = Page().grid(XS, (80, 100, 120, 140)).row(XS, 94, _HEADER)
    second.text(94, 114, "kendaraan dinas").row(XS, 134, ["2", "Jembatan", "20", "18"])
    table = only_table(first, second)
    assert grid_of(table)[1:] == [
        ["1", "Program Peningkatan Sarana dan Prasarana Aparatur serta kendaraan dinas", "10", "9"],
        ["2", "Jembatan", "20", "18"],
    ]
    assert table.joined_at == (2,)
    assert [span.place.page for span in table.rows[1][1].spans] == [1, 1, 2]


def test_a_group_without_number_that_begins_a_page_stays_a_row() -> None:
    table = only_table(
        _piece([["1", "Jalan", "10", "9"], ["2", "Jembatan", "20", "18"]]), _piece([["", "Urusan Pilihan", "", ""]])
    )
    assert [row[1] for row in grid_of(table)] == ["Program", "Jalan", "Jembatan", "Urusan Pilihan"]


def test_a_merged_cell_goes_on_over_the_page_end() -> None:
    pages = []
    for names, label in ((("Jalan", "Jembatan"), "Dinas"), (("Irigasi", "Embung"), "")):
        page = Page().line(50, 80, 500, 80).line(50, 100, 500, 100).line(90, 120, 500, 120).line(50, 140, 500, 140)
        for x in XS:
            page.line(x, 80, x, 140)
        page.row(XS, 94, _HEADER).text(52, 118, label)
        for k, name in enumerate(names):
            page.row(XS, 114 + 20 * k, ["", name, "10", "9"])
        pages.append(page)
    table = only_table(*pages)
    assert table.rows[1][0].text == "Dinas"
    assert table.rows[1][0].rowspan == 4
    assert table.rows[3][0].covered_by == (1, 0)


_CELL = st.integers(1, 10**9).map(lambda value: f"{value:,}".replace(",", "."))


@settings(max_examples=25)
@given(st.lists(st.lists(st.tuples(_CELL, _CELL), min_size=1, max_size=8), min_size=1, max_size=4))
def test_no_row_is_lost_or_doubled_over_pages(pieces: list[list[tuple[str, str]]]) -> None:
    pages = []
    count = 0
    expected = []
    for piece in pieces:
        rows = []
        for first, second in piece:
            count += 1
            rows.append([str(count), f"Kegiatan {count}", first, second])
        expected += rows
        pages.append(_piece(rows))
    assert grid_of(only_table(*pages)) == [_HEADER, *expected]


def test_a_table_over_three_pages_with_its_header_on_each() -> None:
    pages = [_piece([[str(k), f"Kegiatan {chr(64 + k)}", f"{k}0", f"{k}"]], shift=20 * (k % 2)) for k in (1, 2, 3)]
    table = only_table(*pages)
    assert [row[0] for row in grid_of(table)] == ["No", "1", "2", "3"]
    assert (table.header_rows, table.joined_at) == (1, (2, 3))


def test_a_label_cut_by_the_page_end_goes_on_where_the_margins_alternate() -> None:
    above = _piece([["1", "", "10", "9"]])
    above.text(94, 114, "Perencanaan, Penganggaran, Evaluasi ", 11)
    below = _piece([["", "Kinerja Perangkat Daerah", "", ""], ["2", "Jembatan", "20", "18"]], shift=30)
    rows = grid_of(only_table(above, below))
    assert rows[1:] == [
        ["1", "Perencanaan, Penganggaran, Evaluasi Kinerja Perangkat Daerah", "10", "9"],
        ["2", "Jembatan", "20", "18"],
    ]


def test_a_table_whose_column_names_stand_over_it_on_each_page_is_one() -> None:
    def page(row: list[str], line: str) -> Page:
        return _piece([row], top=120, header=None).text(50, 90, line)

    names = "Kode Uraian Anggaran Realisasi"
    one, other = page(["4", "Pendapatan", "10", "9"], names), page(["5", "Belanja", "20", "18"], names)
    assert [row[1] for row in grid_of(only_table(one, other))] == ["Pendapatan", "Belanja"]
    source = document(one, page(["5", "Belanja", "20", "18"], "Kode Rincian lain"))
    assert len(tables(source)) == 2
