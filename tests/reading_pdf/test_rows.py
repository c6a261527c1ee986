"""Rows that no rule parts, and tables that have no rules at all."""

from __future__ import annotations

import pytest

from tests.reading_pdf.paper import Page, body, document, grid_of, only_table, tables

XS = (50, 110, 320, 410, 500)
_LISTING = [
    ("5", "BELANJA DAERAH", "1.250.000.000,00", "1.200.500.250,50"),
    ("5 . 1", "Belanja Operasi", "1.000.000.000,00", "(980.000.000,00)"),
    ("5 . 1 . 1", "Belanja Pegawai", "750.000.000,00", "730.000.000,00"),
    ("", "SURPLUS / (DEFISIT)", "(250.000,00)", "0,00"),
]


def _listing(ruled: bool) -> Page:
    page = Page()
    if ruled:
        page.line(50, 100, 500, 100).line(50, 120, 500, 120).line(50, 220, 500, 220)
        for x in XS:
            page.line(x, 100, x, 220)
    page.row(XS, 114, ["KODE", "URAIAN", "", ""], 8).right(406, 114, "2019", 8).right(496, 114, "2020", 8)
    for k, (code, label, first, second) in enumerate(_LISTING):
        y = 138 + 20 * k
        page.text(54, y, code, 8).text(114 + 8 * k, y, label, 8).right(406, y, first, 8).right(496, y, second, 8)
    return page


@pytest.mark.parametrize("ruled", [True, False], ids=["column rules only", "no rules"])
def test_a_listing_is_read_row_by_row_with_codes_and_brackets(ruled: bool) -> None:
    table = only_table(_listing(ruled))
    assert grid_of(table)[1:] == [list(row) for row in _LISTING]
    assert grid_of(table)[0][2:] == ["2019", "2020"]
    box = table.rows[2][3].place.box
    assert box is not None and 150 < box[1] < box[3] < 170


def test_rules_under_subtotals_alone_do_not_part_the_label_from_its_figures() -> None:
    page = _listing(ruled=True)
    for y in (143, 163):
        page.line(320, y, 500, y)
    assert grid_of(only_table(page))[1:] == [list(row) for row in _LISTING]


def test_a_label_over_two_lines_keeps_the_figures_centred_on_it() -> None:
    page = Page()
    page.line(50, 100, 500, 100).line(50, 120, 500, 120).line(50, 260, 500, 260)
    for x in XS:
        page.line(x, 100, x, 260)
    page.row(XS, 114, ["No", "Uraian", "Pagu", "Realisasi"])
    page.row(XS, 140, ["1", "Jalan", "10", "9"])
    page.row(XS, 170, ["2", "Jembatan dan", "", ""]).row(XS, 176, ["", "", "20", "18"]).row(
        XS, 182, ["", "gorong-gorong", "", ""]
    )
    page.row(XS, 215, ["3", "Irigasi", "30", "27"]).row(XS, 240, ["4", "Embung", "40", "36"])
    assert grid_of(only_table(page))[1:] == [
        ["1", "Jalan", "10", "9"],
        ["2", "Jembatan dan gorong-gorong", "20", "18"],
        ["3", "Irigasi", "30", "27"],
        ["4", "Embung", "40", "36"],
    ]


def test_a_text_that_wraps_beside_several_rows_is_one_merged_cell() -> None:
    xs = (50, 170, 200, 330, 420)
    page = Page().grid(xs, (100, 120, 200))
    page.row(xs, 114, ["Misi", "No", "Indikator", "Target"])
    page.lines(54, 134, ["Mewujudkan kabupaten", "yang maju, mandiri, dan", "sejahtera bagi semua", "warganya"])
    for k, (name, value) in enumerate((("Indeks gini", "0,32"), ("Kemiskinan", "8,43"), ("Inflasi", "2,9"))):
        page.text(174, 134 + 28 * k, str(k + 1)).text(204, 134 + 28 * k, name).text(334, 134 + 28 * k, value)
    table = only_table(page)
    assert grid_of(table)[1:] == [
        ["Mewujudkan kabupaten yang maju, mandiri, dan sejahtera bagi semua warganya", "1", "Indeks gini", "0,32"],
        ["^", "2", "Kemiskinan", "8,43"],
        ["^", "3", "Inflasi", "2,9"],
    ]
    assert table.rows[1][0].rowspan == 3


def test_values_in_words_beside_their_numbers_are_rows_too() -> None:
    xs = (50, 90, 250, 330, 420)
    page = Page().grid(xs, (100, 120, 180))
    page.row(xs, 114, ["No", "Indikator", "Satuan", "Target"])
    page.row(xs, 136, ["15", "Opini pemeriksa atas", "Opini", "WTP"]).row(xs, 148, ["", "laporan keuangan", "", ""])
    page.row(xs, 168, ["16", "Nilai akuntabilitas", "Predikat", "B"])
    assert grid_of(only_table(page))[1:] == [
        ["15", "Opini pemeriksa atas laporan keuangan", "Opini", "WTP"],
        ["16", "Nilai akuntabilitas", "Predikat", "B"],
    ]


def test_contents_and_lists_with_small_counts_are_no_tables() -> None:
    page = Page()
    for k, title in enumerate(("BAB I PENDAHULUAN", "1.1 Latar Belakang", "1.2 Maksud", "BAB II PERENCANAAN")):
        page.text(60, 100 + 16 * k, title).text(500, 100 + 16 * k, str(k + 1))
    for k, place in enumerate(("Kecamatan Sukamaju", "Kecamatan Sukasari", "Kecamatan Sukajaya")):
        page.text(60, 300 + 16 * k, f"- {place}").text(400, 300 + 16 * k, str(10 + k)).text(440, 300 + 16 * k, "unit")
    found = document(page)
    assert not tables(found)
    assert body(found)[0] == "BAB I PENDAHULUAN\t1"


def test_what_stands_above_a_table_without_rules_is_not_its_header() -> None:
    page = _listing(ruled=False)
    page.text(54, 86, "Unit", 8).text(114, 86, ": Dinas Pekerjaan Umum", 8)
    found = document(page)
    assert body(found) == ["Unit : Dinas Pekerjaan Umum"]
    assert grid_of(tables(found)[0])[0][0] == "KODE"
