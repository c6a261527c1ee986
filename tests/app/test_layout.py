"""The draft laid out in lines: nothing lost, nothing moved, places found again."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reviewer.app.clean import clean, clean_line
from reviewer.app.layout import Draft, Layout, Line, column_widths, measure, wrap
from reviewer.model import Cell, Paragraph, Spot, Table
from tests.app.made import HEADER, ROWS, examination, paragraph, report_of, table_of

WORDS = st.text(st.sampled_from("ab cd-é日本 \n"), max_size=200)
ANYTHING = st.text(max_size=200)


@given(WORDS, st.integers(1, 40))
def test_wrapping_loses_only_blanks_and_never_runs_over(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(text[s:e]) <= max(width, 2) for s, e in lines)
    assert all(e <= s for (_, e), (s, _) in zip(lines, lines[1:], strict=False))
    kept = "".join(text[s:e] for s, e in lines)
    assert kept.replace(" ", "") == text.replace(" ", "").replace("\n", "")


@given(ANYTHING)
def test_cleaning_keeps_every_offset_and_leaves_nothing_a_terminal_obeys(text: str) -> None:
    for cleaned in (clean(text), clean_line(text)):
        assert len(cleaned) == len(text)
        assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in cleaned.replace("\n", ""))
        assert not set(cleaned) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\ufeff")
    assert "\n" not in clean_line(text)
    cleaned.encode("utf-8")


def test_escapes_are_seen_rather_than_obeyed() -> None:
    assert clean("a\x1b[31mb\x07") == "a␛[31mb␇"


def layout_of(*blocks: Paragraph | Table, width: int = 60) -> Layout:
    return Layout(Draft(report_of(*blocks)), width)


def text_of(line: Line) -> str:
    shown = ""
    for piece in line.pieces:
        shown += " " * (piece.x - cell_len(shown)) + piece.text
    return shown


def test_columns_are_aligned_and_figures_flush_right() -> None:
    layout = layout_of(table_of((HEADER, *ROWS), 1), width=100)
    lines = [text_of(layout.line(y)) for y in range(layout.height)]
    assert lines == [
        "No │ Uraian                                               │          Pagu │     Realisasi │     %",
        "───┼──────────────────────────────────────────────────────┼───────────────┼───────────────┼──────",
        "1  │ Program Pelayanan Administrasi Perkantoran           │   281.961.200 │   280.000.000 │ 99,30",
        "2  │ Program Ketahanan Masyarakat Pesisir dan Pulau Kecil │ 1.098.705.100 │ 1.000.000.000 │ 91,02",
        "3  │ Program Pendidikan Politik                           │   652.666.800 │   600.000.000 │ 91,93",
        "   │ Jumlah                                               │ 1.556.506.595 │ 1.880.000.000 │ 92,46",
    ]


def test_a_table_that_almost_fits_squeezes_its_words_and_never_its_figures() -> None:
    layout = layout_of(table_of((HEADER, *ROWS), 1), width=70)
    assert layout.table_width <= 70
    assert "1.098.705.100" in text_of(layout.line(4))


def test_a_table_too_wide_scrolls_with_its_label_in_sight() -> None:
    layout = layout_of(table_of((HEADER, *ROWS), 1), width=40)
    assert layout.table_width > 40
    line = layout.line(2)
    left, right = line.sticky
    assert text_of(layout.line(0))[left:right].startswith("Uraian") and right - left <= 20
    assert "1.098.705.100" in "".join(text_of(layout.line(y)) for y in range(layout.height))


def test_merged_cells_span_their_columns() -> None:
    head = (Cell("No"), Cell("Anggaran", colspan=2), Cell("", covered_by=(0, 1)))
    rows = (head, *((Cell("1"), Cell("10"), Cell("20")) for _ in range(2)))
    grid = measure(Table(rows), 1, None)
    assert sum(column_widths(grid, 80)) < 20
    layout = layout_of(Table(rows))
    assert text_of(layout.line(0)).count("│") == 1
    assert text_of(layout.line(layout.height - 1)).count("│") == 2


@given(st.integers(8, 200))
def test_every_character_of_every_block_is_found_where_it_is_shown(width: int) -> None:
    report = examination().report
    layout = Layout(Draft(report), width)
    for block, held in enumerate(report.document.blocks):
        if isinstance(held, Table):
            spots = [Spot(block, r, c, 0, 1) for r, c, cell in held.cells() if cell.text]
        else:
            spots = [Spot(block, start=at, end=at + 1) for at in range(0, min(len(held.text), 300), 7)]
        for spot in spots:
            y, _, _ = layout.find(spot)
            line = layout.line(y)
            assert line.block == block
            assert any(
                (p.row, p.col) == (spot.row, spot.col) and p.start <= spot.start <= p.start + len(p.text)
                for p in line.pieces
                if p.own
            )


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=6), st.integers(1, 60))
def test_a_table_shows_all_its_words_at_any_width(rows: list[list[str]], width: int) -> None:
    table = Table(tuple(tuple(Cell(text) for text in row) for row in rows))
    layout = layout_of(table, width=width)
    shown = [piece for y in range(layout.height) for piece in layout.line(y).pieces if piece.own]
    for r, c, cell in table.cells():
        words = "".join(p.text for p in shown if (p.row, p.col) == (r, c)).replace(" ", "")
        assert words == cell.text.replace(" ", "").replace("\n", "")
    for y in range(layout.height):
        pieces = sorted(layout.line(y).pieces, key=lambda p: p.x)
        assert all(a.x + cell_len(a.text) <= b.x for a, b in zip(pieces, pieces[1:], strict=False) if a.text and b.text)


def test_lists_headings_and_empty_blocks_have_their_lines() -> None:
    listed = Paragraph("satu " * 30, number="a.", list_level=1)
    layout = layout_of(paragraph("BAB I", 1, level=1), listed, Paragraph(""), Table(()), width=40)
    lines = [text_of(layout.line(y)) for y in range(layout.height)]
    assert lines[0] == "BAB I" and "" in lines
    assert any(line.startswith("  a. satu") for line in lines) and any(line.startswith("     satu") for line in lines)


def test_a_large_draft_is_laid_out_at_once() -> None:
    figures = tuple(f"{n}.000.000" for n in range(8))
    table = table_of((HEADER + HEADER[2:] + HEADER[2:4], *((str(r), "Kegiatan " * 6, *figures) for r in range(100))), 1)
    report = report_of(*[table] * 20, *(paragraph("kata " * 300, n) for n in range(100)))
    draft = Draft(report)
    start = time.perf_counter()
    layout = Layout(draft, 70)
    assert time.perf_counter() - start < 2  # 20,000 cells; a tenth of this on an idle machine
    assert layout.height > 2000
