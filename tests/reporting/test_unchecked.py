"""`check --ledger`: what was not checked, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.cli import main

DRAFT = """LAPORAN KINERJA TAHUN 2025

Terdapat 12 kelompok tani.

Tabel 1 Target

No\tIndikator\tTarget
1\tPeserta pelatihan\t50 orang
2\tDokumen rencana\t3 dokumen

Tabel 2 Anggaran

No\tProgram\tAnggaran
1\tProgram A\t1.000.000
2\tProgram B\t2.000.000
\tJumlah\t3.000.000
"""


def test_unchecked_figures_are_listed_with_the_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draf.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    assert main(["check", str(draft), "--ledger", "--no-journal", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "50, 3" in out and "performance agreement" in out
    assert "named in the text" in out
    assert "1.000.000" not in out


def test_nothing_is_listed_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draf.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    assert main(["check", str(draft), "--no-journal", "--lang", "en"]) == 0
    assert "performance agreement" not in capsys.readouterr().out
