"""Ruled tables: what their lines say of rows, columns and merged cells."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading_pdf.paper import Page, body, document, grid_of, only_table, tables, width_of

XS = (50, 90, 300, 400, 500)


def _table(rows: list[list[str]], top: float = 100, height: float = 20) -> Page:
    page = Page()
    page.grid(XS, [top + k * height for k in range(len(rows) + 1)])
    for k, row in enumerate(rows):
        page.row(XS, top + k * height + 14, row)
    return page


def test_every_cell_of_a_ruled_table_is_read_where_it_stands() -> None:
    rows = [
        ["No", "Program", "Pagu", "Realisasi"],
        ["1", "Pelayanan", "1.500.000", "1.485.250"],
        ["2", "", "250,75", "-"],
    ]
    table = only_table(_table(rows))
    assert grid_of(table) == rows
    place = table.rows[1][2].place
    assert place.page == 1
    assert place.box is not None
    left, top, right, bottom = place.box
    assert round(left) == 304 and 120 <= top < bottom <= 140
    assert abs(right - 304 - width_of("1.500.000")) < 1
    assert table.rows[2][1].place.box == (90, 140, 300, 160)
    assert table.place.box == (50, 100, 500, 160)


def test_merged_cells_span_what_no_rule_parts() -> None:
    page = Page()
    for y, x0 in ((100, 50), (120, 300), (140, 50), (160, 90), (180, 50)):
        page.line(x0, y, 500, y)
    for x, y0 in ((50, 100), (90, 100), (300, 100), (400, 120), (500, 100)):
        page.line(x, y0, x, 180)
    page.text(54, 124, "No").text(94, 124, "Program").text(360, 114, "Anggaran Tahun Ini")
    page.text(304, 134, "Pagu").text(404, 134, "Realisasi")
    page.text(54, 164, "1").row(XS, 154, ["", "Pelayanan", "10", "9"]).row(XS, 174, ["", "Pengawasan", "20", "18"])
    table = only_table(page)
    assert grid_of(table) == [
        ["No", "Program", "Anggaran Tahun Ini", "^"],
        ["^", "^", "Pagu", "Realisasi"],
        ["1", "Pelayanan", "10", "9"],
        ["^", "Pengawasan", "20", "18"],
    ]
    spans = {(r, c): (cell.rowspan, cell.colspan) for r, c, cell in table.cells() if cell.rowspan * cell.colspan > 1}
    assert spans == {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (2, 0): (2, 1)}
    assert table.rows[1][3].covered_by is None and table.rows[0][3].covered_by == (0, 2)


def test_a_rule_drawn_in_dashes_and_one_drawn_as_a_thin_rectangle_are_rules() -> None:
    page = Page()
    for y in (100, 120, 140):
        for x in range(50, 500, 6):
            page.line(x, y, x + 3, y)
    for x in (50, 300, 500):
        page.fill(x, 100, x + 0.5, 140, grey=0)
    page.text(54, 114, "Uraian").text(304, 114, "Pagu").text(54, 134, "Belanja").text(304, 134, "1.000")
    assert grid_of(only_table(page)) == [["Uraian", "Pagu"], ["Belanja", "1.000"]]


def test_shading_behind_text_is_no_border() -> None:
    rows = [["No", "Program", "Pagu", "Realisasi"], ["1", "Pelayanan", "1.500", "1.485"]]
    page = _table(rows)
    shaded = Page()
    for x in (92, 302, 402):
        shaded.fill(x, 105, x + 60, 117)
    shaded.parts += page.parts
    assert grid_of(only_table(shaded)) == rows


def test_a_header_without_column_rules_is_parted_like_the_rows_below() -> None:
    page = Page()
    page.line(50, 100, 500, 100).line(50, 100, 50, 120).line(500, 100, 500, 120)
    page.grid(XS, (120, 140, 160))
    page.text(150, 114, "Uraian").text(320, 114, "Target").text(420, 114, "Realisasi")
    page.row(XS, 134, ["1", "Jalan", "10", "9"]).row(XS, 154, ["2", "Jembatan", "20", "18"])
    assert grid_of(only_table(page))[0] == ["Uraian", "^", "Target", "Realisasi"]


def test_a_title_that_spans_columns_stays_one_cell() -> None:
    page = Page()
    page.line(50, 100, 500, 100).line(50, 100, 50, 120).line(500, 100, 500, 120)
    page.grid(XS, (120, 140, 160))
    page.text(54, 114, "Misi 1: mewujudkan masyarakat kabupaten yang sejahtera dan mandiri bersama-sama")
    page.row(XS, 134, ["1", "Jalan", "10", "9"]).row(XS, 154, ["2", "Jembatan", "20", "18"])
    assert grid_of(only_table(page))[0][1:] == ["^", "^", "^"]


def test_borders_that_stand_off_in_some_rows_are_one() -> None:
    page = Page()
    page.grid((50, 90, 300, 400, 500), (100, 120)).grid((50, 90, 312, 410, 500), (120, 140)).grid(XS, (140, 160))
    page.row(XS, 114, ["No", "Program", "Pagu", "Realisasi"])
    page.row((50, 90, 312, 410), 134, ["1", "Pelayanan", "10", "9"]).row(XS, 154, ["2", "Umum", "20", "18"])
    assert grid_of(only_table(page)) == [
        ["No", "Program", "Pagu", "Realisasi"],
        ["1", "Pelayanan", "10", "9"],
        ["2", "Umum", "20", "18"],
    ]


def test_two_numbers_that_touch_over_a_rule_go_to_their_own_cells() -> None:
    page = Page().grid((50, 150, 250), (100, 120, 140))
    page.row((50, 150), 114, ["Pagu", "Realisasi"]).right(150, 134, "12.345.678").text(150, 134, "98.765.432")
    assert grid_of(only_table(page))[1] == ["12.345.678", "98.765.432"]


def test_a_number_that_runs_over_its_border_stays_whole() -> None:
    page = Page().grid((50, 150, 200, 300), (100, 120, 140))
    page.row((50, 150, 200), 114, ["Uraian", "Pagu", "Ket"]).row((50, 147), 134, ["Jumlah", "1.234.567,00"])
    assert grid_of(only_table(page))[1] == ["Jumlah", "1.234.567,00", ""]


def test_a_box_around_text_and_a_lone_line_are_no_tables() -> None:
    page = Page().grid((50, 500), (100, 160)).text(60, 120, "Kotak berisi satu kalimat.").line(50, 300, 500, 300)
    found = document(page)
    assert not tables(found)
    assert body(found) == ["Kotak berisi satu kalimat."]


def test_blocks_of_text_in_the_frame_of_a_print_out_are_not_rows_of_its_table() -> None:
    page = Page().grid((50, 500), (80, 400)).grid(XS, (160, 180, 200))
    for k, line in enumerate(("Urusan : 1", "Bidang : 1 . 05", "Unit : 1 . 05 . 01")):
        page.text(60, 100 + 14 * k, line)
    page.row(XS, 174, ["No", "Uraian", "Pagu", "Realisasi"]).row(XS, 194, ["1", "Belanja", "10", "9"])
    for k, line in enumerate(("Kepala Dinas,", "Nama Pejabat", "NIP. 1")):
        page.text(400, 260 + 14 * k, line)
    page.line(50, 160, 500, 160)
    found = document(page)
    assert [grid_of(table) for table in tables(found)] == [
        [["No", "Uraian", "Pagu", "Realisasi"], ["1", "Belanja", "10", "9"]]
    ]
    assert body(found) == [
        "Urusan : 1",
        "Bidang : 1 . 05",
        "Unit : 1 . 05 . 01",
        "Kepala Dinas,",
        "Nama Pejabat",
        "NIP. 1",
    ]


def test_text_that_the_page_does_not_show_is_not_read() -> None:
    page = _table([["No", "Uraian", "Pagu", "Realisasi"], ["1", "Indeks harga", "104,35", "104,78"]])
    page.clipped(300, 100, 400, 119, 304, 134, "101,42")
    assert grid_of(only_table(page))[1] == ["1", "Indeks harga", "104,35", "104,78"]


def test_labels_that_run_up_the_page_are_read_as_words() -> None:
    page = Page().grid((50, 80, 200), (100, 200, 220))
    page.text(68, 190, "Mantap sekali", turn=1).text(84, 150, "Baik").row((50, 80), 214, ["1", "37.37"])
    assert grid_of(only_table(page)) == [["Mantap sekali", "Baik"], ["1", "37.37"]]


_NUMBER = st.integers(0, 10**12).map(lambda value: f"{value:,}".replace(",", "."))


@settings(max_examples=40)
@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(st.lists(_NUMBER, min_size=width, max_size=width), min_size=2, max_size=12)
    )
)
def test_numbers_of_any_ruled_table_are_intact(rows: list[list[str]]) -> None:
    xs = [40 + 105 * k for k in range(len(rows[0]) + 1)]
    page = Page().grid(xs, [100 + 18 * k for k in range(len(rows) + 1)])
    for k, row in enumerate(rows):
        for x, text in zip(xs[1:], row, strict=True):
            page.right(x - 3, 113 + 18 * k, text)
    assert grid_of(only_table(page)) == rows
