"""What a total's message says of the rows that explain the gap."""

from __future__ import annotations

import pytest

from reviewer.checking.engine import examine
from reviewer.reading import read_text
from reviewer.understanding import understand

_HEAD = "Tabel 1 Anggaran\n\nNo\tProgram\tAnggaran (Rp)\n"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("1\tProgram A\t1.000.000\n2\tProgram B\t\n3\tProgram C\t500.000\nJumlah\t\t3.500.000\n", "“Program B” tidak"),
        ("1\tProgram A\t1.000.000\n2\tProgram B\t700.000\n3\tProgram B\t700.000\nJumlah\t\t1.700.000\n", "dua kali"),
        ("1\tProgram A\t1.000.000\n2\tProgram B\t700.000\n3\tProgram C\t90.000\nJumlah\t\t1.090.000\n", "“Program B”"),
        ("1\tProgram A\t1.000.000\n2\tProgram B\t\n3\tProgram C\t500.000\nJumlah\t\t1.200.000\n", "300.000)."),
    ],
)
def test_the_gap_is_explained(rows: str, said: str) -> None:
    (finding,) = [f for f in examine(understand(read_text(_HEAD + rows))).findings if f.code == "TOT001"]
    assert said in finding.message.id
