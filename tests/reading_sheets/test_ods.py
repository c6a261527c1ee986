"""OpenDocument sheets: what LibreOffice showed, the value beside it, and the formula as Excel writes it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reviewer.model import Document
from reviewer.reading import Unreadable
from reviewer.reading import read as read_file
from tests.reading_sheets.book import at, grid, packed, paragraphs, read, tables

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "draw": "drawing",
    }.items()
)
_STYLES = """
<style:style style:name="hidden"><style:table-properties table:display="false"/></style:style>
<style:style style:name="box"><style:table-cell-properties fo:border="0.5pt solid" xmlns:fo="urn:x:fo"/></style:style>
"""


def _ods(*tables: str) -> bytes:
    content = (
        f"<office:document-content {_NAMESPACES}><office:automatic-styles>{_STYLES}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def _table(rows: str, name: str = "Data", style: str = "", columns: str = "") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{columns}{rows}</table:table>'


def _row(*cells: str, **attributes: str) -> str:
    held = "".join(f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<table:table-row{held}>{''.join(cells)}</table:table-row>"


def _words(text: str, **attributes: str) -> str:
    held = "".join(f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<table:table-cell office:value-type="string"{held}><text:p>{text}</text:p></table:table-cell>'


def _number(shown: str, value: str, kind: str = "float", formula: str = "") -> str:
    held = f' table:formula="{formula}"' if formula else ""
    held += f' office:value-type="{kind}" office:value="{value}"'
    return f"<table:table-cell{held}><text:p>{shown}</text:p></table:table-cell>"


def _read(*tables: str) -> Document:
    return read(_ods(*tables), kind="ods")


def test_texts_values_and_formulas(tmp_path: Path) -> None:
    rows = (
        _row(_words("Uraian"), _words("Pagu"), _words("%"))
        + _row(
            _words("Pegawai"),
            _number("Rp1.000", "1000", "currency"),
            _number("95,93%", "0.95929999999999993", "percentage"),
        )
        + _row(
            _words("Jumlah"),
            _number("Rp1.000", "1000", formula="of:=SUM([.B2:.B2];[$Lain.A1];[$Jan.B2:$Mar.B2])"),
            _words("x"),
        )
    )
    path = tmp_path / "a.ods"
    path.write_bytes(_ods(_table(rows)))
    document = read_file(path)
    assert document.format == "ods" and document.notices == ()
    assert grid(tables(document)[0]) == [
        ["Uraian", "Pagu", "%"],
        ["Pegawai", "Rp1.000", "95,93%"],
        ["Jumlah", "Rp1.000", "x"],
    ]
    assert at(document, "C2").value == Decimal("0.9593")
    assert at(document, "B3").formula == "=SUM(B2:B2;Lain!A1;Jan:Mar!B2:B2)"
    assert at(document, "B3").place.sheet == "Data"


def test_repeated_rows_and_cells() -> None:
    empty = '<table:table-cell table:number-columns-repeated="16382"/>'
    rows = (
        _row(_words("a", number_columns_repeated="2"), empty)
        + _row(_words("b"), _words("c"), number_rows_repeated="2")
        + _row(empty, number_rows_repeated="1048570")
    )
    assert grid(tables(_read(_table(rows)))[0]) == [["a", "a"], ["b", "c"], ["b", "c"]]


def test_hidden_merged_and_grouped() -> None:
    rows = (
        "<table:table-header-rows>"
        + _row(_words("Judul", number_columns_spanned="2"), "<table:covered-table-cell/>", _words("Ket"))
        + "</table:table-header-rows><table:table-row-group>"
        + _row(_words("a"), _words("b"), _words("c"), visibility="collapse")
        + "</table:table-row-group>"
        + _row(_words("d"), _words("e"), _words("f"))
    )
    columns = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
    document = _read(_table(rows, columns=columns), _table(_row(_words("g")), "Rahasia", "hidden"))
    table = tables(document)[0]
    assert (table.rows[0][0].colspan, table.rows[0][1].covered_by) == (2, (0, 0))
    assert [[cell.hidden for cell in row] for row in table.rows] == [
        [False, False, True],
        [True] * 3,
        [False, False, True],
    ]
    assert paragraphs(document) == ["g"]
    assert [notice.message.id[:17] for notice in document.notices] == ['Lembar "Data": 1 ', 'Lembar "Rahasia" ']


def test_spans_blanks_breaks_and_comments_inside_a_cell() -> None:
    text = 'a<text:s text:c="2"/>b<text:span>c</text:span><text:line-break/>d<text:tab/>e'
    comment = "<office:annotation><text:p>komentar</text:p></office:annotation>"
    cell = f"<table:table-cell>{comment}<text:p>{text}</text:p><text:p>f</text:p></table:table-cell>"
    assert paragraphs(_read(_table(_row(cell)))) == ["a  bc\nd\te\nf"]


def test_a_formula_without_a_result_is_said() -> None:
    rows = _row(_words("a"), _words("b")) + _row(
        _words("c"), '<table:table-cell table:formula="of:=[.A1]"><text:p/></table:table-cell>'
    )
    document = _read(_table(rows))
    assert at(document, "B2").formula == "=A1"
    assert "1 rumus tidak menyimpan hasilnya" in document.notices[0].message.id


@pytest.mark.parametrize(
    "rows",
    [
        _row(_words("a", number_columns_repeated="16384"), number_rows_repeated="1048576"),
        _row(_words("a" * 30_000, number_columns_repeated="1000")),
    ],
)
def test_repeats_are_bounded(rows: str) -> None:
    with pytest.raises(Unreadable, match="melebihi batas"):
        _read(_table(rows))


def test_rules_along_a_whole_empty_row_cost_nothing() -> None:
    box = '<table:table-cell table:style-name="box" table:number-columns-repeated="16384"/>'
    rows = _row(_words("a"), _words("b")) + _row(_words("c"), _words("d")) + _row(box, number_rows_repeated="1048574")
    assert grid(tables(_read(_table(rows)))[0]) == [["a", "b"], ["c", "d"]]


def test_a_file_without_content_or_with_a_doctype_is_refused() -> None:
    with pytest.raises(Unreadable, match="bagian utamanya"):
        read(packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), kind="ods")
    with pytest.raises(Unreadable, match="DOCTYPE"):
        read(packed({"content.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), kind="ods")
