"""References over the styles in which drafts number their tables."""

from __future__ import annotations

import pytest

from reviewer.checking.engine import examine
from reviewer.model import Finding, Severity
from reviewer.reading import read_text
from reviewer.understanding import understand


def found_in(text: str) -> list[Finding]:
    return list(examine(understand(read_text(text)), select=["REF"]).findings)


def table(number: str) -> str:
    return f"Tabel {number}\nJudul {number}\n\nNo\tUraian\tNilai\n1\tA\t2\n\n"


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("3.1", "3.2", "3.3"), ("3.1.", "3.2.", "3.3.")])
def test_what_exists_is_left_alone_and_what_does_not_is_found(numbers: tuple[str, ...]) -> None:
    tables = "".join(table(n) for n in numbers)
    for number in numbers:
        assert found_in(f"Rincian ada pada Tabel {number.rstrip('.')} di bawah ini.\n\n{tables}") == []
    missing = numbers[0].rstrip(".")[:-1] + "9"
    (finding,) = found_in(f"{tables}Rincian ada pada Tabel {missing} di atas.\n")
    assert finding.stated == f"Tabel {missing}" and finding.severity is Severity.WARNING


def test_another_style_of_numbers_is_not_judged() -> None:
    assert found_in(table("3.1") + table("3.2") + "Rincian ada pada Tabel 7 di atas.\n") == []


def test_a_chapter_without_numbered_tables_is_information() -> None:
    (finding,) = found_in(table("3.1") + table("3.2") + "Rincian ada pada Tabel 4.1 di atas.\n")
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    "text",
    [
        "Rincian ada pada Lampiran Tabel 9.1.",
        "Rincian ada pada Tabel 9.1 Renstra Tahun 2021-2026.",
        "Rincian ada pada Tabel 9.1 dalam dokumen RPJMD.",
        "Menurut Peraturan Menteri Tabel 9.1 dipakai.",
        "Nilainya 9.1 persen.",
    ],
)
def test_tables_of_other_documents(text: str) -> None:
    assert found_in(f"{table('3.1')}{table('3.2')}{text}\n") == []
