"""Tables as rectangular grids."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import Paragraph, Table
from reviewer.reading.docx import read
from tests.reading_docx.word import box, cell, grid_of, only_table, para, row, run, table, word


def _across(columns: object) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


_BEGIN = '<w:vMerge w:val="restart"/>'
_GOES_ON = "<w:vMerge/>"


def test_merged_across_and_down() -> None:
    grid = only_table(
        table(
            row(cell("Uraian", _BEGIN), cell("Anggaran", _across(2))),
            row(cell("", _GOES_ON), "Pagu", "Realisasi"),
            row("Belanja", "1.000", "900"),
        )
    )
    assert grid_of(grid) == [["Uraian", "Anggaran", "^"], ["^", "Pagu", "Realisasi"], ["Belanja", "1.000", "900"]]
    assert (grid.rows[0][0].rowspan, grid.rows[0][0].colspan) == (2, 1)
    assert (grid.rows[0][1].rowspan, grid.rows[0][1].colspan) == (1, 2)
    assert grid.rows[1][0].covered_by == (0, 0)
    assert grid.rows[0][2].covered_by == (0, 1)


def test_a_block_merged_both_ways() -> None:
    grid = only_table(
        table(row(cell("A", _across(2) + _BEGIN), "b"), row(cell("", _across(2) + _GOES_ON), "c"), row("1", "2", "3"))
    )
    assert grid_of(grid) == [["A", "^", "b"], ["^", "^", "c"], ["1", "2", "3"]]
    assert {grid.rows[r][c].covered_by for r, c in ((0, 1), (1, 0), (1, 1))} == {(0, 0)}


def test_a_cell_goes_on_only_under_a_cell_with_the_same_edges() -> None:
    grid = only_table(table(row(cell("A", _across(2) + _BEGIN), "b"), row(cell("x", _GOES_ON), "y", "z")))
    assert grid_of(grid) == [["A", "^", "b"], ["x", "y", "z"]]
    assert grid.rows[0][0].rowspan == 1
    assert grid_of(only_table(table(row(cell("x", _GOES_ON), "y")))) == [["x", "y"]]


def test_two_merges_one_under_the_other() -> None:
    first, second = cell("A", _BEGIN), cell("B", _BEGIN)
    below = cell("", _GOES_ON)
    grid = only_table(table(row(first, "1"), row(below, "2"), row(second, "3"), row(below, "4")))
    assert grid_of(grid) == [["A", "1"], ["^", "2"], ["B", "3"], ["^", "4"]]
    assert [grid.rows[r][0].rowspan for r in (0, 2)] == [2, 2]


def test_the_old_way_to_merge_across() -> None:
    grid = only_table(table(row(cell("A", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "b")))
    assert grid_of(grid) == [["A", "^", "b"]]
    assert grid.rows[0][0].colspan == 2


def test_columns_left_empty_before_and_after_a_row() -> None:
    grid = only_table(
        table(
            row("a", "b", "c"),
            row("x", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
            row("y", properties='<w:gridBefore w:val="2"/>'),
        )
    )
    assert grid_of(grid) == [["a", "b", "c"], ["", "x", ""], ["", "", "y"]]


def test_rows_and_cells_inside_content_controls() -> None:
    wrapped = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    inner = f"<w:tr>{cell('c')}{wrapped(cell('d'))}</w:tr>"
    assert grid_of(only_table(table(row("a", "b"), wrapped(inner)))) == [["a", "b"], ["c", "d"]]


def test_tracked_changes_in_a_table_are_accepted() -> None:
    inserted = cell(para("<w:ins>" + run("652.666.800") + "</w:ins>"))
    grid = only_table(
        table(
            row("Pagu", inserted),
            row("lama", "1", properties="<w:del/>"),
            row("baru", "2", properties="<w:ins/>"),
            row("gaib", "3", properties="<w:hidden/>"),
            row("a", cell("hilang", "<w:cellDel/>"), "b"),
        )
    )
    assert grid_of(grid) == [["Pagu", "652.666.800"], ["baru", "2"], ["a", "b"]]


def test_paragraphs_of_a_cell_stand_on_lines_of_their_own() -> None:
    content = para("") + para("198.871.147,00") + para("") + para("(91,65%)") + para("")
    assert grid_of(only_table(table(row(cell(content))))) == [["198.871.147,00\n\n(91,65%)"]]


def test_header_rows_are_those_word_repeats() -> None:
    head = "<w:tblHeader/>"
    assert only_table(table(row("a", properties=head), row("b", properties=head), row("c"))).header_rows == 2
    assert only_table(table(row("a"), row("b", properties=head))).header_rows is None
    assert only_table(table(row("a", properties='<w:tblHeader w:val="0"/>'))).header_rows is None


def test_nested_tables_follow_the_outer_and_know_where_they_were() -> None:
    deepest = table(row("1"))
    inner = table(row("x", cell(para("y") + deepest + para(""))))
    other = table(row("z"))
    document = read(
        word(para("awal") + table(row("a", cell(para("b") + inner + para("c"))), row(cell(other + para("")), "d")))
    )
    tables = [(i, block) for i, block in enumerate(document.blocks) if isinstance(block, Table)]
    assert [(i, block.inside) for i, block in tables] == [(1, None), (2, (1, 0, 1)), (3, (2, 0, 1)), (4, (1, 1, 0))]
    assert [grid_of(block) for _, block in tables] == [[["a", "b\nc"], ["", "d"]], [["x", "y"]], [["1"]], [["z"]]]


def test_text_boxes_of_a_cell_follow_the_table() -> None:
    document = read(word(table(row(cell(para(run("isi") + box(para("kotak")))), "b")) + para("lanjut")))
    first, *rest = document.blocks
    assert isinstance(first, Table) and grid_of(first) == [["isi", "b"]]
    assert [(b.text, b.role) for b in rest if isinstance(b, Paragraph)] == [("kotak", "textbox"), ("lanjut", "body")]


def test_a_table_in_a_text_box_is_a_table() -> None:
    document = read(word(para(box(table(row("a", "b")) + para("")))))
    assert [grid_of(block) for block in document.blocks if isinstance(block, Table)] == [[["a", "b"]]]


def test_a_span_that_no_table_can_have_is_cut() -> None:
    assert only_table(table(row(cell("a", _across(900_000_000)), "b"))).width == 64
    assert only_table(table(row(cell("a", _across("banyak")), "b"))).width == 2
    assert only_table(table(row(cell("a", _across(-3)), "b"))).width == 2


_slots = st.tuples(
    st.integers(-1, 4), st.sampled_from(["", _BEGIN, _GOES_ON, "<w:hMerge/>"]), st.text("ab1", max_size=2)
)
_lines = st.tuples(st.lists(_slots, max_size=4), st.integers(0, 3), st.integers(0, 2))


@given(st.lists(_lines, min_size=1, max_size=5))
def test_every_grid_is_rectangular_and_every_covered_position_lies_in_the_cell_it_names(
    lines: list[tuple[list[tuple[int, str, str]], int, int]],
) -> None:
    rows = [
        row(
            *(cell(text, _across(span) + merge) for span, merge, text in slots),
            properties=f'<w:gridBefore w:val="{before}"/><w:gridAfter w:val="{after}"/>',
        )
        for slots, before, after in lines
    ]
    grids = [block for block in read(word(para("x") + table(*rows))).blocks if isinstance(block, Table)]
    for grid in grids:
        assert {len(line) for line in grid.rows} == {grid.width}
        for r, c, each in grid.cells():
            if each.covered_by is None:
                covered = {(r + i, c + j) for i in range(each.rowspan) for j in range(each.colspan)} - {(r, c)}
                assert all(grid.rows[y][x].covered_by == (r, c) for y, x in covered)
            else:
                top, left = each.covered_by
                owner = grid.rows[top][left]
                assert each.text == "" and owner.covered_by is None
                assert top <= r < top + owner.rowspan and left <= c < left + owner.colspan
