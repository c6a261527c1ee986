"""Places are named so that a person finds them, also where a draft has no headings."""

from __future__ import annotations

from dataclasses import replace

from reviewer.checking.engine import examine
from reviewer.model import Finding, Paragraph, Place, Span
from reviewer.reading import read_text
from reviewer.understanding import understand

_DATE = "Rapat diadakan pada hari Rabu tanggal 17 Agustus 2020."
_TABLE = "No\tUraian\tNilai\n1\tPelatihan\t2\n2\tRapat\t3\n\n"


def _finding(draft: str, page: int | None = None) -> Finding:
    document = read_text(draft)
    if page is not None:
        blocks = tuple(
            replace(b, spans=(Span(0, Place(page=page)),)) if isinstance(b, Paragraph) and b.text == _DATE else b
            for b in document.blocks
        )
        document = replace(document, blocks=blocks)
    return next(f for f in examine(understand(document), select=["DAT001"]).findings)


def test_the_beginning_is_so_called() -> None:
    assert _finding(f"{_DATE}\n\n{_TABLE}").location.label.id == "Awal naskah"


def test_after_a_table_its_title_tells_the_place() -> None:
    label = _finding(f"Tabel 2.1 Kegiatan\n\n{_TABLE}{_DATE}\n").location.label
    assert (label.id, label.en) == ("Sesudah Tabel 2.1", "After Tabel 2.1")


def test_else_the_page_does() -> None:
    label = _finding(f"Kata pembuka naskah ini.\n\n{_DATE}\n", page=8).location.label
    assert (label.id, label.en) == ("Halaman 8", "Page 8")


def test_the_label_is_no_part_of_what_a_finding_is() -> None:
    assert _finding(f"Pembuka.\n\n{_DATE}\n", page=8).id == _finding(f"Pembuka.\n\n{_DATE}\n").id
