"""What stands side by side on a page is read one after the other."""

from __future__ import annotations

import pytest

from reviewer.model import Paragraph, Table
from tests.reading_pdf.paper import Page, body, document, grid_of

_LEFT = [
    "Laporan kinerja disusun sebagai wujud",
    "pertanggungjawaban atas pelaksanaan",
    "program dan kegiatan selama satu",
    "tahun anggaran oleh perangkat daerah.",
]
_RIGHT = [
    "Masukan dari semua pihak sangat kami",
    "harapkan untuk perbaikan penyusunan",
    "laporan pada tahun yang akan datang",
    "dan untuk peningkatan kinerja nyata.",
]


@pytest.mark.parametrize("offset", [0, 5], ids=["on the same base lines", "on base lines of their own"])
def test_two_columns_are_read_one_after_the_other(offset: float) -> None:
    page = Page().text(
        60, 80, "Sambutan kepala daerah atas laporan kinerja tahun ini untuk seluruh masyarakat kabupaten."
    )
    page.lines(60, 120, _LEFT).lines(320, 120 + offset, _RIGHT).text(60, 220, "Penutup bagian ini.")
    texts = body(document(page))
    assert texts[1:] == [" ".join(_LEFT), " ".join(_RIGHT), "Penutup bagian ini."]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    left = [*_LEFT[:3], "tahun anggaran oleh perangkat yang"]
    right = ["berwenang di kabupaten dan menjadi", *_RIGHT[1:]]
    assert body(document(Page().lines(60, 120, left).lines(320, 120, right))) == [" ".join([*left, *right])]


def test_signatures_side_by_side_are_no_columns_of_text() -> None:
    page = Page().lines(80, 600, ["Pihak Kedua,", "Bupati", "Budi Santoso", "NIP 197001011990011001"])
    page.lines(360, 600, ["Pihak Pertama,", "Kepala Dinas", "Siti Aminah", "NIP 197202021992022002"])
    assert body(document(page))[0].startswith("Pihak Kedua, Pihak Pertama,")


def test_text_beside_a_table_is_not_mixed_with_what_is_above_and_below() -> None:
    page = Page().text(60, 80, "Tabel berikut memuat anggaran dan realisasi menurut bidang urusan pada tahun ini.")
    page.grid((60, 180, 280), (100, 120, 140, 160)).row((60, 180), 114, ["Bidang", "Pagu"])
    page.row((60, 180), 134, ["Jalan", "1.250"]).row((60, 180), 154, ["Air", "2.500"])
    page.lines(320, 110, _RIGHT).text(60, 200, "Sesudahnya.")
    blocks = document(page).blocks
    assert [type(block) for block in blocks] == [Paragraph, Table, Paragraph, Paragraph]
    assert isinstance(blocks[1], Table) and grid_of(blocks[1])[2] == ["Air", "2.500"]
    assert [getattr(block, "text", "") for block in blocks[2:]] == [" ".join(_RIGHT), "Sesudahnya."]
