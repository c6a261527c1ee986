"""What of a cell is kept: the text shown, the value stored, the formula, where it stands, whether it is hidden."""

from __future__ import annotations

from decimal import Decimal

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from reviewer.model import Paragraph, Table
from reviewer.reading import Unreadable
from reviewer.reading.sheets import computing
from tests.reading_sheets.book import (
    STRICT,
    at,
    book,
    formats,
    grid,
    number,
    of_rows,
    paragraphs,
    read,
    saved,
    sheet,
    tables,
    words,
)


def _row(*cells: str, at: int = 1, **attributes: str) -> str:
    held = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<row r="{at}"{held}>{"".join(cells)}</row>'


def _one(cell: str, **parts: str) -> Table:
    """A sheet with this cell at A2, under and beside others that make it part of a table."""
    rows = _row(words("A1", "Uraian"), words("B1", "Pagu")) + _row(cell, words("B2", "isi"), at=2)
    return tables(read(book(sheet(rows), **parts)))[0]


_DRAWN = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="x/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
)


def test_the_text_is_as_shown_and_the_value_as_stored() -> None:
    cell = _one(number("A2", "0.95929999999999993", style=1), styles=formats("0.00%")).rows[1][0]
    assert (cell.text, cell.value, cell.number_format) == ("95,93%", Decimal("0.9593"), "0.00%")


def test_a_number_that_is_text_stays_text() -> None:
    cell = _one(words("A2", " 0,00 ", style=1), styles=formats("#,##0")).rows[1][0]
    assert (cell.text, cell.value, cell.number_format) == ("0,00", " 0,00 ", None)


def test_whole_numbers_show_no_noise() -> None:
    assert _one(number("A2", "1250000000.0")).rows[1][0].text == "1250000000"
    assert _one(number("A2", "2.9999999999999996")).rows[1][0].text == "3"


def test_dates_truth_values_and_errors() -> None:
    assert _one(number("A2", "44227", style=1), styles=formats("dd mmmm yyyy")).rows[1][0].text == "31 Januari 2021"
    cell = _one('<c r="A2" t="b"><v>1</v></c>').rows[1][0]
    assert (cell.text, cell.value) == ("TRUE", True)
    cell = _one('<c r="A2" t="e"><f>B1/0</f><v>#DIV/0!</v></c>').rows[1][0]
    assert (cell.text, cell.formula) == ("#DIV/0!", "=B1/0")
    cell = _one('<c r="A2" t="d" s="1"><v>2021-01-31</v></c>', styles=formats("d/m/yyyy")).rows[1][0]
    assert cell.text == "31/1/2021"


def test_days_may_be_counted_from_1904() -> None:
    table = _one(number("A2", "42765", style=1), styles=formats("d/m/yyyy"), workbook='<workbookPr date1904="1"/>|')
    assert table.rows[1][0].text == "31/1/2021"


def test_shared_strings_with_runs_escapes_and_readings() -> None:
    texts = (
        "<si><r><t>12.500</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1)</t></r></si>"
        "<si><t>baris_x000D_\nkedua _x005F_x0041_</t><rPh sb='0' eb='1'><t>bacaan</t></rPh></si>"
    )
    table = _one('<c r="A2" t="s"><v>0</v></c>', texts=texts)
    assert table.rows[1][0].text == "12.500¹⁾"
    assert _one('<c r="A2" t="s"><v>1</v></c>', texts=texts).rows[1][0].text == "baris\nkedua _x0041_"


def test_formulas_that_cells_share_are_written_out_for_each() -> None:
    rows = _row(words("A1", "Pagu"), words("B1", "Realisasi"), words("C1", "Sisa"))
    for r in range(2, 5):
        shared = f'<f t="shared" si="0"{" ref=" + chr(34) + "C2:C4" + chr(34) if r == 2 else ""}>'
        formula = f"{shared}{'A2-$B$2*SUM(A$2:A2)' if r == 2 else ''}</f>"
        rows += _row(number(f"A{r}", 5), number(f"B{r}", 3), f'<c r="C{r}">{formula}<v>2</v></c>', at=r)
    document = read(book(sheet(rows)))
    assert [at(document, f"C{r}").formula for r in (2, 3, 4)] == [
        "=A2-$B$2*SUM(A$2:A2)",
        "=A3-$B$2*SUM(A$2:A3)",
        "=A4-$B$2*SUM(A$2:A4)",
    ]
    assert document.notices == ()


def test_a_formula_that_was_never_computed_is_computed_and_said() -> None:
    workbook = of_rows(["Uraian", "Pagu", "%"], ["Pegawai", "=B4", "=B2/B3"], ["Jumlah", "=SUM(B2:B2)*4"], ["Dasar", 5])
    first = workbook.active
    assert first is not None
    first["C2"].number_format = "0.00%"
    document = read(saved(workbook))
    assert [(at(document, c).text, at(document, c).value) for c in ("B2", "B3", "C2")] == [
        ("5", Decimal(5)),
        ("20", Decimal(20)),
        ("25,00%", Decimal("0.25")),
    ]
    assert [n.message.id.split(";")[0] for n in document.notices] == ["3 rumus tidak menyimpan hasilnya"]


@pytest.mark.parametrize(
    "formula", ["=IF(B2>1,1,2)", "=B3", "=SUM(B3:B4)", "=B2/0", "=A2+1", "=[1]Data!A1", "=TODAY()"]
)
def test_what_arithmetic_does_not_tell_stays_open(formula: str) -> None:
    document = read(saved(of_rows(["Uraian", "Pagu"], ["Pegawai", 5], ["Jumlah", formula], ["Sisa", "=B3+1"])))
    assert [(at(document, c).text, at(document, c).value) for c in ("B3", "B4")] == [("", None)] * 2
    assert [n.message.id.split(",")[0] for n in document.notices] == ["2 rumus tidak menyimpan hasilnya"]


def test_a_long_chain_of_formulas_is_computed_either_way() -> None:
    down = [[f"Baris {i}", i, f"=C{i}+B{i + 1}" if i > 1 else "=B2"] for i in range(1, 200)]
    up = [[f"Baris {i}", i, f"=C{i + 2}+B{i + 1}" if i < 199 else "=B200"] for i in range(1, 200)]
    for rows, last in ((down, "C200"), (up, "C2")):
        document = read(saved(of_rows(["Uraian", "Nilai", "Saldo"], *rows)))
        assert at(document, last).value == 199 * 200 // 2


def test_beyond_a_number_of_formulas_none_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computing, "_MOST", 1)
    document = read(saved(of_rows(["Uraian", "Pagu"], ["Pegawai", 5], ["Jumlah", "=B2"], ["Lagi", "=B2"])))
    assert [n.message.id.split(",")[0] for n in document.notices] == ["2 rumus tidak menyimpan hasilnya"]


def test_places_name_sheet_and_cell_also_of_blank_ones() -> None:
    document = read(saved(of_rows(["No", "Uraian", "Pagu"], [1, None, 5], [2, "Modal", 6], title="Pagu 2021")))
    table = tables(document)[0]
    assert [cell.place.cell for cell in table.rows[1]] == ["A2", "B2", "C2"]
    assert {cell.place.sheet for _, _, cell in table.cells()} == {"Pagu 2021"}
    assert (table.place.sheet, table.place.cell) == ("Pagu 2021", "A1")


def test_every_sheet_with_content_has_a_heading() -> None:
    workbook = Workbook()
    for name, filled in (("Kedua", True), ("Kosong", False), ("Ketiga", True)):
        made = workbook.create_sheet(name)
        if filled:
            made["B2"] = f"isi {name}"
    document = read(saved(workbook))
    assert [(b.text, b.level) for b in document.blocks if isinstance(b, Paragraph)] == [
        ("Kedua", 1),
        ("isi Kedua", None),
        ("Ketiga", 1),
        ("isi Ketiga", None),
    ]


def test_hidden_sheets_rows_and_columns_are_read_marked_and_said() -> None:
    rows = "".join(
        _row(
            number(f"A{r}", r), words(f"B{r}", f"b{r}"), number(f"C{r}", 7), at=r, **({"hidden": "1"} if r == 2 else {})
        )
        for r in (1, 2, 3)
    )
    columns = '<cols><col min="3" max="16384" hidden="1"/></cols>'
    data = book(sheet(rows), sheet(rows, before=columns), names=("Rahasia", "Terbuka"), states=("veryHidden", ""))
    document = read(data)
    shown, hidden = tables(document)
    assert (shown.place.sheet, hidden.place.sheet) == ("Terbuka", "Rahasia"), "hidden sheets come last"
    assert hidden.hidden and all(cell.hidden for _, _, cell in hidden.cells())
    assert not shown.hidden
    assert [[cell.hidden for cell in row] for row in shown.rows] == [
        [False, False, True],
        [True, True, True],
        [False, False, True],
    ]
    told = [notice.message.id for notice in document.notices]
    assert '"Terbuka": 1 baris dan 1 kolom' in told[0] and '"Rahasia" tersembunyi' in told[1]


def test_merged_cells() -> None:
    workbook = of_rows(
        ["No", "Uraian", "Anggaran", None],
        [None, None, "Pagu", "Realisasi"],
        [1, "Pegawai", 10, 9],
        [2, "Barang", 20, 19],
    )
    active = workbook.active
    assert active is not None
    for area in ("A1:A2", "B1:B2", "C1:D1"):
        active.merge_cells(area)
    table = tables(read(saved(workbook)))[0]
    assert [(c.text, c.rowspan, c.colspan, c.covered_by) for c in table.rows[0]] == [
        ("No", 2, 1, None),
        ("Uraian", 2, 1, None),
        ("Anggaran", 1, 2, None),
        ("", 1, 1, (0, 2)),
    ]
    assert [c.covered_by for c in table.rows[1]] == [(0, 0), (0, 1), None, None]


def test_what_a_merged_cell_covers_is_not_shown_and_overlapping_merges_do_not_tear_the_grid() -> None:
    rows = "".join(_row(*(words(f"{c}{r}", f"{c}{r}") for c in "ABCD"), at=r) for r in range(1, 5))
    merges = "<mergeCells><mergeCell ref='B2:C3'/><mergeCell ref='C3:D4'/><mergeCell ref='A1:A1'/></mergeCells>"
    table = tables(read(book(sheet(rows, merges))))[0]
    assert grid(table) == [
        ["A1", "B1", "C1", "D1"],
        ["A2", "B2", "", "D2"],
        ["A3", "", "", "D3"],
        ["A4", "B4", "C4", "D4"],
    ]
    for r, c, cell in table.cells():
        if cell.covered_by:
            top, left = cell.covered_by
            origin = table.rows[top][left]
            assert origin.covered_by is None and top <= r < top + origin.rowspan and left <= c < left + origin.colspan


def test_print_titles_tell_the_header() -> None:
    rows = "".join(
        _row(words(f"A{r}", f"a{r}"), words(f"B{r}", f"b{r}"), words(f"C{r}", f"c{r}"), at=r) for r in range(3, 9)
    )
    title = _row(words("A1", "Judul"), at=1)
    defined = "|<definedNames><definedName name='_xlnm.Print_Titles' localSheetId='0'>{}</definedName></definedNames>"

    def header(area: str, after: str = "") -> int | None:
        return tables(read(book(sheet(title + rows, after), workbook=defined.format(area))))[0].header_rows

    assert header("Lembar1!$1:$4") == 2
    assert header("Lembar1!$A:$B,Lembar1!$3:$3") == 1
    assert header("Lembar1!$1:$1") is None
    assert header("Lembar1!$3:$4", "<mergeCells><mergeCell ref='A4:A5'/></mergeCells>") is None


def test_rows_and_cells_may_leave_out_where_they_stand() -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r='D2'><v>4</v></c><c><v>5</v></c></row>"
    document = read(book(sheet(rows)))
    assert {(cell.place.cell, cell.text) for t in tables(document) for _, _, cell in t.cells() if cell.text} == {
        ("A1", "1"), ("B1", "2"), ("A2", "3"), ("D2", "4"), ("E2", "5"),
    }  # fmt: skip


def test_the_strict_form_of_the_standard() -> None:
    rows = _row(words("A1", "Uraian"), words("B1", "Pagu")) + _row(words("A2", "Modal"), number("B2", "1000", 1), at=2)
    document = read(book(sheet(rows, space=STRICT), styles=formats("#,##0"), space=STRICT))
    assert grid(tables(document)[0]) == [["Uraian", "Pagu"], ["Modal", "1.000"]]


def test_a_number_that_its_format_hides_is_kept_as_value() -> None:
    cell = _one(number("A2", "5", style=1), styles=formats(";;;")).rows[1][0]
    assert (cell.text, cell.value) == ("", Decimal(5))


def test_pictures_and_charts_are_counted() -> None:
    drawing = '<d xmlns:x="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><x:pic/><x:pic/><x:graphicFrame/></d>'
    data = book(
        sheet(_row(words("A1", "isi"))),
        **{"xl__worksheets___rels__sheet1.xml.rels": _DRAWN, "xl__drawings__drawing1.xml": drawing},
    )
    told = [notice.message.id for notice in read(data).notices]
    assert told == [
        "Isi 2 gambar tidak dibaca; tabel atau angka di dalamnya tidak diperiksa.",
        "Angka di dalam 1 grafik tidak dibaca.",
    ]


def test_text_boxes_follow_the_sheet() -> None:
    paragraph = "<a:p><a:r><a:t>LAPORAN</a:t></a:r><a:br/><a:r><a:t>KINERJA</a:t></a:r></a:p><a:p/>"
    box = f"<x:sp><x:txBody>{paragraph}</x:txBody></x:sp>"
    drawing = (
        '<x:wsDr xmlns:x="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f"<x:twoCellAnchor><x:from><x:col>2</x:col><x:row>4</x:row></x:from>{box}</x:twoCellAnchor>"
        f"<x:absoluteAnchor><x:grpSp>{box}{box}</x:grpSp></x:absoluteAnchor></x:wsDr>"
    )
    parts = {"xl__worksheets___rels__sheet1.xml.rels": _DRAWN, "xl__drawings__drawing1.xml": drawing}
    document = read(book(sheet(_row(words("A1", "isi"))), **parts))
    boxes = [b for b in document.blocks if isinstance(b, Paragraph) and b.role == "textbox"]
    assert [(b.text, b.place.cell) for b in boxes] == [
        ("LAPORAN\nKINERJA", "C5"),
        ("LAPORAN\nKINERJA\n\nLAPORAN\nKINERJA", "A1"),
    ]


def test_a_workbook_without_a_filled_cell_is_refused() -> None:
    workbook = Workbook()
    active = workbook.active
    assert active is not None
    active["A1"].fill = PatternFill("solid", fgColor="FF0000")
    with pytest.raises(Unreadable, match="satu sel pun"):
        read(saved(workbook))


def test_notices_speak_two_languages() -> None:
    document = read(saved(of_rows(["a", "b"], ["=A1", 2])))
    assert all(
        n.message.id.isprintable() and n.message.en.isprintable() and n.message.id != n.message.en
        for n in document.notices
    )
    assert paragraphs(document) == []
