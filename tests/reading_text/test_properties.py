"""Whatever the text: nothing raises, nothing visible is lost or moved, and a grid written in any style is read back."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.reading.lines import BLANKS
from reviewer.reading.text import document_of, read
from tests.reading_text.drafts import grid, placed_characters, tables

_WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=8)
_WORDS = st.lists(_WORD, min_size=1, max_size=4).map(" ".join).map(str.capitalize)
_AMOUNT = st.integers(1_000, 10**12).map(lambda n: f"{n:,}".replace(",", "."))
_RATE = st.integers(0, 10_000).map(lambda n: f"{n / 100:.2f}".replace(".", ","))


@st.composite
def budgets(draw: st.DrawFn) -> list[list[str]]:
    """A table as such reports have: row numbers, words, figures, with some cells blank."""
    kinds = draw(st.lists(st.sampled_from((_WORDS, _AMOUNT, _RATE)), min_size=1, max_size=5))
    header = ["No", "Uraian", *[f"Kolom {c}" for c in range(1, len(kinds) + 1)]]
    rows = [header]
    for number in range(1, draw(st.integers(2, 12)) + 1):
        rows.append([str(number), draw(_WORDS), *[draw(st.one_of(kind, kind, st.just("-"))) for kind in kinds]])
    return rows


@given(budgets())
def test_tab_separated(rows: list[list[str]]) -> None:
    text = "Tabel 1\nAnggaran\n\n" + "\n".join("\t".join(row) for row in rows) + "\n\nDemikian tabel di atas.\n"
    assert [grid(t) for t in tables(text)] == [rows]


@given(budgets())
def test_one_cell_a_line(rows: list[list[str]]) -> None:
    text = "\n".join("".join(f"\t{cell}\n" for cell in row) for row in rows)
    assert [grid(t) for t in tables(f"Tabel 1\nAnggaran\n\n{text}\n\nDemikian tabel di atas.\n")] == [rows]


@given(budgets())
def test_one_cell_a_line_with_torn_rows(rows: list[list[str]]) -> None:
    lines = []
    for r, row in enumerate(rows):
        torn = len(row) // 2 if r == 3 else -1
        for c, cell in enumerate(row):
            lines += ["", f"\t{cell}"] if c == torn else [f"\t{cell}"]
        lines.append("")
    assert [grid(t) for t in tables("\n".join(lines))] == [rows]


@given(budgets(), st.booleans(), st.booleans())
def test_pipes(rows: list[list[str]], outer: bool, escaped: bool) -> None:
    if escaped:
        rows = [[f"{cell} | x" if c == 1 else cell for c, cell in enumerate(row)] for row in rows]
    edge = "|" if outer else ""
    lines = [edge + "|".join(f" {cell.replace('|', chr(92) + '|')} " for cell in row) + edge for row in rows]
    lines.insert(1, edge + "|".join("---:" for _ in rows[0]) + edge)
    found = tables(read("\n".join(lines).encode(), "x.md", "md"))
    assert [grid(t) for t in found] == [rows]
    assert found[0].header_rows == 1


@given(budgets(), st.integers(1, 10), st.booleans())
def test_a_cut_table_is_joined(rows: list[list[str]], at: int, repeated: bool) -> None:
    at = 1 + at % (len(rows) - 1)
    pieces = [rows[:at], ([rows[0]] if repeated else []) + rows[at:]]
    text = "\n\n".join("\n".join("\t".join(row) for row in piece) for piece in pieces)
    found = tables(text)
    assert [grid(t) for t in found] == [rows]
    assert found[0].joined_at in ((at,), ())


_ODD = st.text(
    st.one_of(
        st.sampled_from("\t\t\t\n\n\n\r|||-+*#.\\`$<> \x0c\x00\xa0\xad\u200b\ufeff\u2028\u0085:_="),
        st.characters(codec="utf-8"),
    ),
    max_size=300,
)


@given(_ODD)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_read(text: str) -> None:
    for block in document_of(text).blocks:
        assert block.place.line
    read(text.encode(), "x.md", "md")


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    read(data, "x.txt", "txt")


@given(_ODD)
def test_every_visible_character_of_plain_text_keeps_its_place(text: str) -> None:
    # Without the characters that make Markdown marks, nothing may be taken out.
    text = re.sub(r"[*#=|+\-]", "x", text)
    written = Counter(
        (number, column, character)
        for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1)
        for column, character in enumerate(line, 1)
        if character not in BLANKS
    )
    kept = Counter(place for place in placed_characters(document_of(text)) if place[2] not in BLANKS)
    headers = sum((written - kept).values())
    assert not kept - written
    # Only a header said again may be missing.
    assert headers == 0 or any(t.joined_at for t in tables(text)) or any(t.header_rows for t in tables(text))
