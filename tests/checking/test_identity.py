"""The identity of a finding stays where other findings come and go above it."""

from __future__ import annotations

import pytest

from reviewer.checking.engine import examine
from reviewer.model import Finding
from reviewer.reading import read_text
from reviewer.understanding import understand

HEAD = "Tabel 1 Realisasi\n\nNo\tUraian\tAnggaran\tRealisasi\t%\n"


def found(*rows: str, code: str = "PCT001") -> dict[str, Finding]:
    """Findings by what they state."""
    examination = examine(understand(read_text(HEAD + "".join(r + "\n" for r in rows))), select=[code])
    return {f.stated: f for f in examination.findings}


def share(number: str, name: str, budget: int, spent: int, percent: str | None = None) -> str:
    """A row of the table, its percentage right unless given."""
    right = f"{spent / budget * 100:.2f}".replace(".", ",")
    return f"{number}\t{name}\t{budget:,}\t{spent:,}\t{percent or right}".replace(",000", ".000")


def rows(names: list[str], wrong: dict[int, str]) -> list[str]:
    return [
        share(str(i + 1), name, 200_000_000 + i * 1_000_000, 150_000_000, wrong.get(i)) for i, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    "names",
    [
        ["Rapat desa", "Patroli wilayah", "Pelatihan kader", "Lomba desa", "Pameran"],
        ["", "", "", "", ""],
        ["Rapat desa", "", "", "Lomba desa", ""],
        ["Belanja modal", "Belanja modal", "Belanja modal", "Belanja modal", "Belanja modal"],
    ],
    ids=["labels", "none", "some", "alike"],
)
def test_a_new_finding_above_changes_no_other(names: list[str]) -> None:
    before = found(*rows(names, {3: "11,11"}))
    after = found(*rows(names, {1: "22,22", 3: "11,11"}))
    assert set(before) == {"11,11"} and set(after) == {"11,11", "22,22"}
    assert after["11,11"].id == before["11,11"].id
    assert after["11,11"].anchor == before["11,11"].anchor


def test_rows_of_one_name_under_two_programs_are_told_apart() -> None:
    table = [
        "1\tProgram Satu\t300.000.000\t200.000.000\t66,67",
        "1.1\tRapat desa\t100.000.000\t50.000.000\t{}",
        "1.2\tPatroli\t200.000.000\t150.000.000\t75,00",
        "2\tProgram Dua\t300.000.000\t200.000.000\t66,67",
        "2.1\tRapat desa\t100.000.000\t50.000.000\t{}",
        "2.2\tPatroli\t200.000.000\t150.000.000\t75,00",
    ]
    text = "\n".join(table)
    before = found(*text.format("50,00", "11,11").split("\n"))
    after = found(*text.format("22,22", "11,11").split("\n"))
    assert after["11,11"].id == before["11,11"].id
