"""Paragraphs: headings, marks, lines broken at a margin."""

from __future__ import annotations

from reviewer.model import place_in
from reviewer.reading.text import document_of, read
from tests.reading_text.drafts import paragraphs, texts

WRAPPED = """\
Pengukuran kinerja dilakukan dengan membandingkan target setiap indikator
kinerja dengan realisasinya. Hasil pengukuran itu menjadi dasar bagi perbaikan
perencanaan pada tahun berikutnya, termasuk penyesuaian anggaran sebesar Rp
1.250.000.000 yang dialokasikan kepada seluruh bidang sesuai dengan tugas dan
fungsinya masing-masing.
Sasaran berikutnya dibahas di bawah ini. Rapat koordinasi dilaksanakan rapat-
rapat setiap bulan.

a. Menyusun rencana kerja badan dan menyampaikannya kepada sekretaris untuk
   dihimpun.
b. Melaksanakan kegiatan.
Tabel 3.1
Capaian Kinerja
"""


def test_lines_broken_at_a_margin_are_one_paragraph() -> None:
    found = paragraphs(WRAPPED)
    assert len(found) == 5 + 1
    assert "sebesar Rp 1.250.000.000 yang" in found[0].text
    at = found[0].text.index("1.250")
    assert place_in(found[0].spans, at).line == 4
    assert place_in(found[0].spans, at).column == 1
    assert "rapat-rapat setiap" in found[1].text
    assert found[2].text.endswith("untuk dihimpun.")
    assert [p.text for p in found[3:]] == ["b. Melaksanakan kegiatan.", "Tabel 3.1", "Capaian Kinerja"]


def test_a_line_is_a_paragraph_where_nothing_shows_a_margin() -> None:
    text = "Anggaran sebesar Rp 100.000.000 tersedia\nrealisasi sebesar Rp 90.000.000\nTahun 2020"
    assert len(texts(text)) == 3


def test_headings() -> None:
    document = document_of("# BAB I\n\n## 1.1 **Latar** Belakang ##\n\nTeks\n")
    found = document.blocks
    assert [(p.text, p.level) for p in paragraphs(document)] == [
        ("BAB I", 1),
        ("1.1 Latar Belakang", 2),
        ("Teks", None),
    ]
    assert found[1].place.column == 4


def test_stars_that_pair_go_and_others_stay() -> None:
    assert texts("***Penting*** dan **tebal\nsampai sini** selesai\n\n**) angka sementara\n\n12,5** dan *miring*") == [
        "Penting dan tebal",
        "sampai sini selesai",
        "**) angka sementara",
        "12,5** dan *miring*",
    ]


def test_rules_are_left_out_and_blanks_to_fill_in_are_kept() -> None:
    assert texts("satu\n\n---\n\ndua\n\n__________\n") == ["satu", "dua", "__________"]


def test_blanks_of_every_kind_are_stripped() -> None:
    found = paragraphs("\u00a0\u3000\ufeff Teks\u200b \u00ad\n")
    assert found[0].text == "Teks"
    assert found[0].place.column == 5


def test_form_feeds_count_pages() -> None:
    document = document_of("Satu\n\fDua\nTiga\n")
    assert [p.place.page for p in paragraphs(document)] == [1, 2, 2]
    assert document.pages == 2
    assert document_of("Satu").pages is None


def test_line_ends_of_every_kind() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert [p.place.line for p in paragraphs(end.join(["Satu", "", "Dua"]))] == [1, 3]


def test_the_document_knows_its_file() -> None:
    document = read(b"Teks", "a/b.md", "md")
    assert (document.path, document.format, len(document.sha256)) == ("a/b.md", "md", 64)
    assert document_of("Teks").format == "txt"


def test_an_indented_line_begins_a_paragraph() -> None:
    text = WRAPPED.replace("Sasaran berikutnya", "\tSasaran berikutnya").replace("masing-masing.\n", "masing-masing\n")
    assert [p.text[:8] for p in paragraphs(text)][:2] == ["Pengukur", "Sasaran "]
