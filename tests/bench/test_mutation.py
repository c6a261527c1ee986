"""The mutation benchmark: slips change the number they are made in, and what is new is laid at the right door."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from mutation import amounts_of, judged, mutated, run  # noqa: E402
from slips import KINDS, slip  # noqa: E402
from subjects import Subject  # noqa: E402

from reviewer.reading import read  # noqa: E402
from reviewer.run import examine_document  # noqa: E402

DRAFT = """Tabel 1 Anggaran

No	Program	Anggaran	Realisasi	Sisa
1	Program A	1.250.000	1.100.000	150.000
2	Program B	2.375.000	2.000.000	375.000
3	Program C	4.815.000	4.500.000	315.000
	Jumlah	8.440.000	7.600.000	840.000
"""


@pytest.fixture
def subject(tmp_path: Path) -> Subject:
    path = tmp_path / "draf.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return Subject(read(path))


@given(st.integers(10, 10**12), st.sampled_from(sorted(KINDS)), st.integers())
def test_a_slip_is_another_number_of_nearly_as_many_digits(value: int, kind: str, seed: int) -> None:
    core = f"{value:,}".replace(",", ".")
    slipped = slip(kind, core, Random(seed))
    if slipped == core:
        assert kind == "digits exchanged"
        return
    digits = re.sub(r"\D", "", slipped)
    assert digits.lstrip("0") != str(value)
    assert slipped[0].isdigit()
    assert len(digits) - len(str(value)) == {"digit doubled": 1, "digit dropped": -1}.get(kind, 0) or "0" in core


@pytest.mark.parametrize("core", ["97,40", "100,00", "1.234.567,80"])
def test_zeros_that_change_nothing_are_no_slip(core: str) -> None:
    made = {slip("digit doubled", core, Random(seed)) for seed in range(200)}
    assert not made & {core + "0", "0" + core}


def test_a_small_table_is_covered_and_its_slips_are_named(subject: Subject) -> None:
    amounts, covered, tallies = run(subject, None, 1)
    assert amounts == covered == 12
    assert sum(t.tried for t in tallies.values()) > 40
    for tally in tallies.values():
        assert tally.detected == tally.tried == tally.nameable == tally.named
        assert tally.elsewhere == 0


def test_what_nothing_new_speaks_of_is_missed(subject: Subject) -> None:
    before = examine_document(subject.document)
    amount = amounts_of(subject, before)[0]
    tally = judged(amount, before, before, "unchanged")
    assert (tally.covered, tally.detected) == (1, 0)


def test_only_the_one_cell_changes(subject: Subject) -> None:
    amount = amounts_of(subject, examine_document(subject.document))[4]
    changed = mutated(subject.document, amount.figure, "digit changed", "", Random(3))
    assert changed is not None
    document, text = changed
    spot = amount.figure.spot
    for before, after in zip(subject.document.blocks, document.blocks, strict=True):
        if before != after:
            different = [(r, c) for (r, c, x), (_, _, y) in zip(before.cells(), after.cells(), strict=True) if x != y]
            assert different == [(spot.row, spot.col)]
            assert after.rows[spot.row][spot.col].text == text
