"""Where a check leaves something out because there is too much of it, it says so."""

from __future__ import annotations

import pytest

from reviewer.checking.engine import examine
from reviewer.reading import read_text
from reviewer.understanding import understand

_ROWS = "No\tProgram/Kegiatan\tAnggaran (Rp)\n1\tProgram Penataan Taman Kota\t5.250.000\n"


def _told(draft: str, code: str) -> list[str]:
    found = examine(understand(read_text(draft)), select=(code,))
    return [n.message.en for n in found.report.document.notices if n.message.en.startswith(code)]


@pytest.mark.parametrize(("tables", "said"), [(13, 0), (14, 1)])
def test_an_amount_in_very_many_tables(tables: int, said: int) -> None:
    draft = "".join(f"Tabel {n} Anggaran Tahun 2020 bagian {n}\n\n{_ROWS}\n" for n in range(1, tables + 1))
    assert len(_told(draft, "XRF001")) == said


@pytest.mark.parametrize("code", ["XRF006", "IDN005"])
@pytest.mark.parametrize(("lists", "said"), [(60, 0), (61, 1)])
def test_very_many_lists_of_programs(code: str, lists: int, said: int) -> None:
    rows = "No\tProgram/Kegiatan\tAnggaran (Rp)\nI\tProgram Penataan Taman Kota\t3.000.000\n"
    rows += "1\tKegiatan Penanaman Pohon\t1.000.000\n2\tKegiatan Pemangkasan Semak\t2.000.000\n"
    draft = "".join(f"Tabel {n} Anggaran bagian {n}\n\n{rows}\n" for n in range(1, lists + 1))
    assert len(understand(read_text(draft)).listings) == lists
    assert len(_told(draft, code)) == said
