"""Rows that a workbook hides: their sums are tried with and without them, and stale copies are said once, softly."""

from __future__ import annotations

from dataclasses import replace

from reviewer.checking.engine import examine
from reviewer.model import Finding, Severity, Table
from reviewer.reading import read_text
from reviewer.understanding import understand

_ROWS = "No\tProgram\tAnggaran (Rp)\n1\tProgram Satu\t{total}\n\tKegiatan A\t1.000.000\n\tKegiatan B\t2.000.000\n"


def hiding(text: str, *labels: str) -> tuple[Finding, ...]:
    """The findings where the rows of these labels are hidden."""
    document = read_text(text)
    blocks = tuple(_hidden(block, labels) if isinstance(block, Table) else block for block in document.blocks)
    return examine(understand(replace(document, blocks=blocks))).findings


def _hidden(table: Table, labels: tuple[str, ...]) -> Table:
    rows = tuple(
        tuple(replace(cell, hidden=True) for cell in row) if any(c.text in labels for c in row) else row
        for row in table.rows
    )
    return replace(table, rows=rows)


def test_a_total_with_a_hidden_part_holds() -> None:
    assert not hiding("Tabel 1 Anggaran\n\n" + _ROWS.format(total="3.000.000"), "Kegiatan B")


def test_a_total_of_what_is_shown_holds_too() -> None:
    assert not hiding("Tabel 1 Anggaran\n\n" + _ROWS.format(total="1.000.000"), "Kegiatan B")


def test_a_contradiction_with_hidden_rows_is_a_warning_that_says_so_once() -> None:
    text = "".join(f"Tabel {n} Anggaran\n\n" + _ROWS.format(total="9.000.000") + "\n" for n in (1, 2))
    (finding,) = [f for f in hiding(text, "Kegiatan A", "Kegiatan B") if f.code == "TOT002"]
    assert finding.severity is Severity.WARNING
    assert "tersembunyi" in finding.message.id


def test_hidden_rows_copied_from_another_sheet_contradict_softly() -> None:
    totals = ("9.000.000", "7.000.000")
    text = "".join(f"Tabel {n} Anggaran\n\n" + _ROWS.format(total=t) + "\n" for n, t in enumerate(totals, 1))
    found = [f.severity for f in hiding(text, "Kegiatan A", "Kegiatan B") if f.code == "TOT002"]
    assert found == [Severity.WARNING, Severity.INFO]
