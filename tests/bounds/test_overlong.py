"""Words longer than any are cut off: no pattern pays the square of their length, and what follows keeps its place."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import Paragraph, Table
from reviewer.model.document import Cell, Document, Place, Span, place_in
from reviewer.reading import read
from reviewer.reading.overlong import LONGEST, without_overlong
from reviewer.run import examine_file


def test_what_follows_keeps_its_column(tmp_path: Path) -> None:
    path = tmp_path / "draf.txt"
    path.write_text(f"Awal {'x' * 2000} ekor 12.\n\nBiasa.\n", encoding="utf-8")
    document = read(path)
    held, other = document.blocks
    assert isinstance(held, Paragraph) and isinstance(other, Paragraph)
    assert held.text == f"Awal {'x' * LONGEST} ekor 12."
    assert place_in(held.spans, held.text.index("ekor")).column == 5 + 2000 + 2
    assert other.text == "Biasa."
    (notice,) = document.notices
    assert notice.place.line == 1 and notice.place.column == 6 and notice.message.en.startswith("1 words")


def test_ordinary_words_and_lines_of_dots_stay(tmp_path: Path) -> None:
    path = tmp_path / "draf.txt"
    path.write_text(f"DAFTAR ISI\n\nBAB I PENDAHULUAN {'.' * 300} 1\n", encoding="utf-8")
    assert read(path).notices == ()


def test_cells_are_cut_too() -> None:
    cell = Cell("y" * 900, (Span(0, Place(sheet="A", cell="B2")),))
    (table,) = without_overlong(Document("", "xlsx", "", (Table(((Cell("a"), cell),)),))).blocks
    assert isinstance(table, Table)
    assert table.rows[0][1].text == "y" * LONGEST and table.rows[0][1].place.cell == "B2"


@given(st.lists(st.tuples(st.integers(1, 3 * LONGEST), st.integers(1, 3)), min_size=1, max_size=6))
def test_every_kept_character_has_the_place_it_had(words: list[tuple[int, int]]) -> None:
    text = "".join("k" * size + " " * blanks for size, blanks in words)
    spans = tuple(Span(at, Place(line=1 + at // 400, column=1)) for at in range(0, len(text), 400))
    (held,) = without_overlong(Document("", "txt", "", (Paragraph(text, spans),))).blocks
    assert isinstance(held, Paragraph)
    kept = [i for i in range(len(text)) if text[i] == " " or i - (text.rfind(" ", 0, i) + 1) < LONGEST]
    assert held.text == "".join(text[i] for i in kept)
    for new, old in enumerate(kept):
        assert place_in(held.spans, new).line == place_in(spans, old).line
        assert place_in(held.spans, new).column == place_in(spans, old).column


@pytest.mark.parametrize("made", ["A", "a1.b,(Rp)/-%", "NIP. Dr. Ir. A. ", "1.234.567,", "a" + " " * 200])
def test_a_text_of_one_thing_over_and_over_is_checked_in_seconds(made: str, tmp_path: Path) -> None:
    path = tmp_path / "draf.txt"
    path.write_text((made * 200_000)[:200_000], encoding="utf-8")
    began = time.process_time()
    assert examine_file(path).unfinished == ()
    assert time.process_time() - began < 20
