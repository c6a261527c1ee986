"""Texts without an end: no figure, sentence or check takes the square of their length."""

from __future__ import annotations

import time

import pytest

from reviewer.model import Spot
from reviewer.reading import read_text
from reviewer.run import examine_document
from reviewer.understanding import understand
from reviewer.understanding.numbers import cell_figures, figures_in


def test_digits_without_end_are_no_number() -> None:
    long = "7" * 5_000
    assert [f.text for f in figures_in(f"Pagu {long} dan 12.500", Spot(0, start=0))] == ["12.500"]
    assert cell_figures(long, Spot(0, 0, 0, 0)) == ()
    assert [f.text for f in cell_figures("1.000.000.000.000.000,00", Spot(0, 0, 0, 0))] == ["1.000.000.000.000.000,00"]
    examine_document(read_text(f"BAB I\n\nPagu sebesar Rp{long} terserap.\n\nNo\tPagu\n1\t{long}\n2\t{long}\n"))


def test_a_sentence_without_end_is_cut_at_blanks() -> None:
    report = understand(read_text("pagu Rp1.000 dan " * 5_000))
    assert max(len(s.text) for s in report.sentences) <= 10_000
    assert "".join(s.text for s in report.sentences) == report.document.blocks[0].text  # type: ignore[union-attr]
    assert sum(len(s.figures) for s in report.sentences) == 5_000


_TABLE = "Tabel {n} Anggaran\n\nNo\tProgram\tAnggaran\tRealisasi\n" + "".join(
    f"{i}\tProgram Pelayanan {name}\t{i}.000.000\t{i}.000.000\n" for i, name in enumerate(("Umum", "Desa", "Pasar"), 1)
)


@pytest.mark.parametrize("unit", [_TABLE, "pagu 1.250 dan ", "Terdapat 2 kegiatan yaitu:\n1. Rapat\n2. Lomba\n\n"])
def test_time_grows_with_length_alone(unit: str) -> None:
    def seconds(times: int) -> float:
        document = read_text("".join(unit.replace("{n}", str(n)) for n in range(times)))
        began = time.process_time()
        examine_document(document)
        return time.process_time() - began

    few = max(1, 12_000 // len(unit))
    assert seconds(few * 8) < max(seconds(few), 0.05) * 30
