"""Fragments in the cells of Markdown and text tables: written out, with every other character still at its place."""

from __future__ import annotations

from reviewer.model import Cell, Table
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
