"""Tables that a converter left as HTML."""

from __future__ import annotations

from tests.reading_text.drafts import grid, table, tables, texts

TABLE = """\
<table>
<thead><tr><th rowspan="2">No</th><th rowspan="2">Program</th><th colspan="2">Anggaran</th></tr>
<tr><th>Pagu</th><th>Realisasi</th></tr></thead>
<tbody>
<tr><td>1</td><td>Sarana &amp; prasarana<br>aparatur</td><td><b>1.000.000</b></td><td>
  900.000
</td></tr>
<tr><td colspan=2>Jumlah</td><td>1.000.000</td><td>900.000</td></tr>
</tbody>
</table>
"""


def test_merged_cells_and_places() -> None:
    found = table(f"Tabel 1\n\n{TABLE}\nDemikian.\n")
    assert grid(found) == [
        ["No", "Program", "Anggaran", ""],
        ["", "", "Pagu", "Realisasi"],
        ["1", "Sarana & prasarana\naparatur", "1.000.000", "900.000"],
        ["Jumlah", "", "1.000.000", "900.000"],
    ]
    assert found.header_rows == 2
    assert found.rows[1][0].covered_by == (0, 0)
    assert found.rows[0][3].covered_by == (0, 2)
    lines = f"Tabel 1\n\n{TABLE}".split("\n")
    for cell, text in ((found.rows[2][2], "1.000.000"), (found.rows[2][3], "900.000"), (found.rows[3][0], "Jumlah")):
        assert cell.place.line and cell.place.column
        assert lines[cell.place.line - 1][cell.place.column - 1 :].startswith(text)
    label = found.rows[2][1]
    assert [lines[6][(span.place.column or 0) - 1 :][:5] for span in label.spans] == [
        "Saran",
        "&amp;",
        " pras",
        "apara",
    ]


def test_a_table_on_one_line() -> None:
    found = table("<table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2.000</td></tr></table>\n")
    assert grid(found) == [["A", "B"], ["1", "2.000"]]


def test_what_never_closes_is_text() -> None:
    assert tables("<table><tr><td>1.000\n\nTeks\n") == []
    assert texts("<table><tr><td>1.000\n\nTeks\n") == ["<table><tr><td>1.000", "Teks"]


def test_huge_spans_are_bounded() -> None:
    found = table('<table><tr><td colspan="999">A</td></tr><tr><td rowspan="999">B</td></tr></table>')
    assert (found.width, len(found.rows)) == (200, 2)
