"""Fragments in the cells of Markdown and text tables: written out, with every other character still at its place."""

from __future__ import annotations

import pytest

from reviewer.model import Cell, Paragraph, Table
from reviewer.reading.text import read


def _cells(*rows: str, format: str = "md") -> list[Cell]:
    (table,) = [b for b in read("\n".join(rows).encode(), "", format).blocks if isinstance(b, Table)]
    return [cell for _, _, cell in table.cells()]


def test_scales_in_cells() -> None:
    rows = (
        "| No | Skala | Predikat |",
        "|---|---|---|",
        r"| 1 | $66\% \leq 75\%$ | Sedang |",
        r"| 2 | \frac{a}{b} m<sup>2</sup> | a&nbsp;b |",
    )
    for format in ("md", "txt"):
        cells = _cells(*rows, format=format)
        assert [cell.text for cell in cells[3:]] == ["1", "66% ≤ 75%", "Sedang", "2", "a/b m²", "a\xa0b"]
        assert [(c.place.line, c.place.column) for c in cells[3:]] == [(3, 3), (3, 7), (3, 26), (4, 3), (4, 7), (4, 35)]


def test_escapes_beside_fragments() -> None:
    cells = _cells("| a | b |", "|---|---|", r"| 1\. \*x\* <b>y</b> | \$5 dan $6 \| 7 |")
    assert [cell.text for cell in cells[2:]] == ["1. *x* y", r"\$5 dan $6 \| 7"]


def test_other_text_stays() -> None:
    cells = _cells("| a | b |", "|---|---|", "| Rp5 < Rp6 & Rp7 | US$1 dan US$2 |")
    assert [cell.text for cell in cells[2:]] == ["Rp5 < Rp6 & Rp7", "US$1 dan US$2"]


def _paragraphs(text: str, format: str = "md") -> list[Paragraph]:
    return [b for b in read(text.encode(), "", format).blocks if isinstance(b, Paragraph)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "Capaian *sangat baik* dan _tinggi_, 5*2*3, snake_case_x, a*",
            "Capaian sangat baik dan tinggi, 5*2*3, snake_case_x, a*",
        ),
        (r"\*bukan miring\* 10\^2 \"kutip\"", '*bukan miring* 10^2 "kutip"'),
        ("lihat [Renstra](https://contoh.go.id/a.pdf) dan [1](#catatan)", "lihat Renstra dan 1"),
        ("[Pagu](Rp) tetap, [x] juga", "[Pagu](Rp) tetap, [x] juga"),
        ("![Grafik 12](gambar/g.png){width=50%} sesudah", "sesudah"),
        ("Capaian 95[^1] persen", "Capaian 95 persen"),
        ("[^1]: Sumber DPA", "Sumber DPA"),
        ("> kutipan", "kutipan"),
        (": Tabel 3.1 Pagu", "Tabel 3.1 Pagu"),
        ("Table: Tabel 3.1 Pagu", "Tabel 3.1 Pagu"),
        ("Nama: ........", "Nama: ........"),
        ("(________) _____", "(________) _____"),
    ],
)
def test_marks_of_markdown_are_taken_out(source: str, text: str) -> None:
    assert [p.text for p in _paragraphs(source)] == [text]


def test_plain_text_keeps_what_only_markdown_means() -> None:
    for source in ("> kutipan", ": Tabel 3.1", "*miring*", "[^1]: a"):
        assert [p.text for p in _paragraphs(source, "txt")] == [source]


def test_headings_with_names_and_underlined_ones() -> None:
    source = "# BAB I {#bab-i .unnumbered}\n\nLatar Belakang\n=====\n\nMaksud\n---\n\nIsi\n\n---\n\nAkhir\nteks\n---\n"
    assert [(p.text, p.level) for p in _paragraphs(source)][:5] == [
        ("BAB I", 1), ("Latar Belakang", 1), ("Maksud", 2), ("Isi", None), ("Akhir", None),
    ]  # fmt: skip
