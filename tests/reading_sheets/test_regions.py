"""Where on a sheet its tables are: titles, notes, several tables, blank rows, scribbles, headers printed anew."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.model import Document, Table
from tests.reading_sheets.book import grid, of_rows, paragraphs, placed, read, saved, tables

_SIDE = Side(style="thin")
_BOX = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)

HEADER: list[object] = ["No", "Uraian", "Pagu", "Realisasi"]


def _read(*rows: list[object], ruled: str = "") -> Document:
    workbook = of_rows(*rows)
    if ruled:
        _rule(_active(workbook), ruled)
    return read(saved(workbook))


def _active(workbook: Workbook) -> Worksheet:
    active = workbook.active
    assert isinstance(active, Worksheet)
    return active


def _rule(worksheet: Worksheet, *areas: str) -> None:
    for area in areas:
        for row in worksheet[area]:
            for cell in row:
                cell.border = _BOX


def _shape(document: Document) -> list[str]:
    """The pieces in order: a text, or a table as its first cell's name and its size."""
    return [f"{b.place.cell} {len(b.rows)}x{b.width}" if isinstance(b, Table) else b.text for b in document.blocks[1:]]


def test_titles_above_and_notes_below_a_table() -> None:
    document = _read(
        ["PEMERINTAH KABUPATEN"], ["TAHUN 2021"], [], HEADER, [1, "Pegawai", 10, 9], [2, "Barang", 20, 19],
        [None, "Jumlah", 30, 28], ["Sumber: dinas"],
    )  # fmt: skip
    assert _shape(document) == ["PEMERINTAH KABUPATEN", "TAHUN 2021", "A4 4x4", "Sumber: dinas"]


def test_a_title_directly_above_the_header() -> None:
    assert _shape(_read(["Tabel 2.1 Pagu"], HEADER, [1, "Pegawai", 10, 9])) == ["Tabel 2.1 Pagu", "A2 2x4"]


def test_what_is_entered_above_a_table_is_one_line_each() -> None:
    document = _read(
        ["SKPD", ":", "Dinas Contoh"], ["Tahun :", 2021], ["Nama", ": Program Contoh"], HEADER, [1, "Pegawai", 10, 9]
    )
    assert _shape(document) == ["SKPD : Dinas Contoh", "Tahun : 2021", "Nama : Program Contoh", "A4 2x4"]
    first = document.blocks[1]
    assert [(span.start, span.place.cell) for span in first.spans] == [(0, "A1"), (5, "B1"), (7, "C1")]  # type: ignore[union-attr]


def test_two_tables_with_headers_of_their_own() -> None:
    document = _read(
        HEADER, [1, "Pegawai", 10, 9], [], [None, "PROGRAM", "ANGGARAN", "Ket"], [None, None, 30, None],
        [1, "Program Satu", 20, "x"], [2, "Program Dua", 10, "y"],
    )  # fmt: skip
    assert _shape(document) == ["A1 2x4", "A4 4x4"]


def test_a_table_goes_on_after_blank_rows() -> None:
    document = _read(
        HEADER, [1, "Pegawai", 10, 9], [], [2, "Barang", 20, 19], [], ["B. BELANJA MODAL"], [3, "Modal", 5, 4], [],
        [None, "Jumlah", 35, 32],
    )  # fmt: skip
    (table,) = tables(document)
    assert [row[1].text or row[0].text for row in table.rows] == [
        "Uraian",
        "Pegawai",
        "Barang",
        "B. BELANJA MODAL",
        "Modal",
        "Jumlah",
    ]
    assert table.joined_at == (2, 3, 5)


def test_a_header_that_stands_apart_from_its_rows() -> None:
    assert _shape(_read(HEADER, [], [1, "Pegawai", 10, 9], [2, "Barang", 20, 19])) == ["A1 3x4"]


def test_headers_printed_anew_are_left_out() -> None:
    numbers: list[object] = [1, 2, 3, 4]
    rows = [
        HEADER,
        numbers,
        [1, "Pegawai", 10, 9],
        HEADER,
        numbers,
        [2, "Barang", 20, 19],
        [],
        HEADER,
        numbers,
        [3, "Modal", 5, 4],
    ]
    (table,) = tables(_read(*rows))
    assert [row[1].text for row in table.rows] == ["Uraian", "2", "Pegawai", "Barang", "Modal"]
    assert table.joined_at == (3, 4)


def test_the_same_header_over_numbers_that_begin_anew_heads_another_table() -> None:
    assert _shape(_read(HEADER, [1, "Pegawai", 10, 9], HEADER, [1, "Barang", 20, 19])) == ["A1 2x4", "A3 2x4"]


def test_a_row_of_figures_that_comes_twice_stays_twice() -> None:
    assert _shape(_read([1, "a", 5], [2, "b", 6], [1, "a", 5], [2, "b", 6])) == ["A1 4x3"]


def test_a_caption_between_rows_begins_another_table() -> None:
    document = _read(HEADER, [1, "Pegawai", 10, 9], ["Tabel 2 Lain"], HEADER, [2, "Barang", 20, 19])
    assert _shape(document) == ["A1 2x4", "Tabel 2 Lain", "A4 2x4"]


def test_a_blank_column_between_labels_and_amounts_does_not_part_them() -> None:
    assert _shape(_read(["Program", None, "Pagu"], ["Satu", None, 5], ["Dua", None, 6])) == ["A1 3x3"]


def test_tables_side_by_side() -> None:
    document = _read(
        ["Uraian", "Pagu", None, "Jabatan", "Jumlah"],
        ["Pegawai", 10, None, "Kepala", 1],
        ["Barang", 20, None, "Staf", 8],
    )
    assert _shape(document) == ["A1 3x2", "D1 3x2"]


def test_a_scribble_beside_a_table_is_no_column_of_it() -> None:
    rows: list[list[object]] = [HEADER, *([n, f"Kegiatan {n}", 10 * n, 9 * n] for n in range(1, 13))]
    rows[6] += [None, 777]
    document = _read(*rows)
    assert _shape(document) == ["A1 13x4", "777"]
    rows[6][4:] = [777]
    assert _shape(_read(*rows, ruled="A1:D13")) == ["A1 13x4", "777"], "the rules end before it"


def test_rules_tell_a_table_from_what_stands_around_it() -> None:
    document = _read(
        ["Nomor", "12/2021"], HEADER, [1, "Pegawai", 10, 9], [2, None, None, None], [3, "Barang", 20, 19],
        [None, "Jumlah", 30, 28], ["Mengetahui", None, "Kepala Dinas"], ["Sekretaris", None, "Nama Kepala"], ruled="A2:D5",
    )  # fmt: skip
    assert _shape(document) == ["Nomor", "12/2021", "A2 5x4", "Mengetahui", "Kepala Dinas", "Sekretaris", "Nama Kepala"]


def test_blank_rows_inside_a_frame_do_not_part_a_table() -> None:
    rows: list[list[object]] = [["Sasaran", "Indikator"], ["a", "b"], [], ["c", "d"], ["e", "f"], ["g", "h"]]
    assert _shape(_read(*rows, ruled="A1:B6")) == ["A1 5x2"]
    assert _shape(_read(*rows)) == ["A1 2x2", "A4 3x2"]


def test_a_merged_cell_bridges_the_rows_it_covers() -> None:
    workbook = of_rows(HEADER, [1, "Pegawai", 10, 9], [], [2, "Barang", 20, 19])
    _active(workbook).merge_cells("B2:B4")
    (table,) = tables(read(saved(workbook)))
    assert [row[0].text for row in table.rows] == ["No", "1", "2"]
    assert (table.rows[1][1].rowspan, table.rows[2][1].covered_by) == (2, (1, 1))


def test_merged_titles_reach_over_everything_and_are_still_titles() -> None:
    workbook = of_rows(["JUDUL"], ["SUBJUDUL"], HEADER, [1, "Pegawai", 10, 9])
    _active(workbook).merge_cells("A1:XFD1")
    _active(workbook).merge_cells("A2:D2")
    document = read(saved(workbook))
    assert _shape(document) == ["JUDUL", "SUBJUDUL", "A3 2x4"]


def test_prose_in_cells_is_paragraphs() -> None:
    assert paragraphs(_read(["BAB I"], ["Kalimat pertama."], [], ["Kalimat kedua."])) == [
        "BAB I",
        "Kalimat pertama.",
        "Kalimat kedua.",
    ]
    assert paragraphs(_read(["Pagu", 5])) == ["Pagu", "5"]


_CELLS = st.dictionaries(
    st.tuples(st.integers(0, 14), st.integers(0, 9)),
    st.one_of(st.integers(-5, 10**9), st.sampled_from(["Uraian", "No", "Jumlah", "2021", ":", "Tabel 1", "a", "Rp 5"])),
    min_size=1,
    max_size=70,
)
_AREAS = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 9), st.integers(1, 3), st.integers(1, 3)), max_size=4)


@given(_CELLS, _AREAS, _AREAS)
@example({(1, 0): 0, (1, 3): 0, (3, 0): 0, (3, 1): 0, (3, 3): "Uraian", (4, 0): 0, (4, 4): 0}, [], [])
@settings(max_examples=150)
def test_no_cell_is_lost_doubled_or_moved(
    cells: dict[tuple[int, int], object],
    merged: list[tuple[int, int, int, int]],
    ruled: list[tuple[int, int, int, int]],
) -> None:
    workbook = Workbook()
    active = _active(workbook)
    active["A30"] = "tetap ada"
    for (row, column), value in cells.items():
        # Every text is its own, so that no row is taken for a header printed anew.
        active.cell(row + 1, column + 1, f"{value} {row}.{column}" if isinstance(value, str) else value)
    covered = set()
    for row, column, high, wide in merged:
        area = [(r, c) for r in range(row, row + high) for c in range(column, column + wide)]
        if len(area) > 1 and not covered.intersection(area):
            covered.update(area)
            active.merge_cells(start_row=row + 1, start_column=column + 1, end_row=row + high, end_column=column + wide)
    for row, column, high, wide in ruled:
        _rule(active, f"{get_column_letter(column + 1)}{row + 1}:{get_column_letter(column + wide)}{row + high}")
    expected = {
        cell.coordinate: str(cell.value).strip()
        for line in active.iter_rows()
        for cell in line
        if cell.value is not None
    }
    document = read(saved(workbook))
    found = list(placed(document))
    assert dict(found) == expected
    assert len(found) == len(expected)
    for table in tables(document):
        assert len({len(row) for row in table.rows}) == 1
        assert len(grid(table)) > 1
        assert all(0 < r < len(table.rows) for r in table.joined_at)


def test_two_tables_side_by_side_whose_headers_begin_alike() -> None:
    document = _read(
        ["No", "Golongan", "Jumlah", None, "No", "Pendidikan", "Jumlah"], [1, "IV", 3, None, 1, "S2", 4],
        [2, "III", 5, None, 2, "S1", 6], [None, "Jumlah", 8, None, None, "Jumlah", 10],
    )  # fmt: skip
    assert _shape(document) == ["A1 4x3", "E1 4x3"]
