"""The measurement of single checks."""

from __future__ import annotations

from benchmarks.checks import measured
from reviewer.checking.registry import checks
from reviewer.reading import read_text
from reviewer.understanding import understand


def test_every_check_is_measured() -> None:
    report = understand(read_text("Tabel 1 Anggaran\n\nNo\tProgram\tAnggaran\n1\tA\t1.000.000\nJumlah\t\t1.000.000\n"))
    costs = measured(report, 1)
    assert {code for _, code in costs} == {check.code for check in checks()} and all(ms > 0 for ms, _ in costs)
