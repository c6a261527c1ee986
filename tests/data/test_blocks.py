"""Report data read as a draft: headings and tables whose every cell knows its line."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import DataNode, Document, Paragraph, Place, Table
from reviewer.reading.data import read
from reviewer.reading.unreadable import Unreadable
from reviewer.schemas import keys_of

WHOLE = """\
judul: Laporan Kinerja
instansi: Dinas Perikanan
daerah: Kabupaten Wanajaya
tahun: 2025
periode_renstra: 2025-2029
jenis: LKjIP
sasaran:
  - uraian: Meningkatnya produksi
    indikator:
      - {nama: Produksi, satuan: ton, target: 1.250, realisasi: 1312.5, capaian: 105}
      - nama: Kasus
        target: 10
        polaritas: turun
  - uraian: Meningkatnya mutu
    indikator: [{nama: Mutu, target: 80}]
program:
  - kode: 3.25.04
    nama: Program Budidaya
    anggaran: 900.000.000
    kegiatan:
      - nama: Pemberdayaan
        anggaran: 600.000.000
        realisasi:
        sub_kegiatan:
          - {nama: Pelatihan, anggaran: 600000000}
      - {nama: Pengelolaan, anggaran: 300.000.000}
jumlah: {anggaran: 900.000.000}
pegawai:
  golongan:
    III: {laki_laki: 3, perempuan: 4, jumlah: 7}
    jumlah: 7
  pendidikan: {S1: 7}
"""


def document(text: str, format: str = "yaml") -> Document:
    return read(text.encode(), "data", format)


def table(found: Document, title: str) -> list[list[str]]:
    """The texts of the table under a heading."""
    at = next(n for n, b in enumerate(found.blocks) if isinstance(b, Paragraph) and b.text == title)
    block = found.blocks[at + 1]
    assert isinstance(block, Table) and block.header_rows == 1
    return [[cell.text for cell in row] for row in block.rows]


def test_the_cover_says_whose_report_it_is() -> None:
    texts = [b.text for b in document(WHOLE).blocks[:5] if isinstance(b, Paragraph)]
    assert texts == [
        "Laporan Kinerja",
        "Dinas Perikanan Kabupaten Wanajaya",
        "TAHUN 2025",
        "Periode Renstra 2025-2029",
        "Jenis laporan: LKjIP",
    ]


def test_a_region_within_the_institution_is_not_said_twice() -> None:
    found = document("instansi: Dinas Perikanan Kabupaten Wanajaya\ndaerah: Kabupaten Wanajaya\n")
    assert [b.text for b in found.blocks if isinstance(b, Paragraph)] == [
        "LAPORAN KINERJA",
        "Dinas Perikanan Kabupaten Wanajaya",
    ]


def test_indicators_are_rows_under_their_sasaran() -> None:
    assert table(document(WHOLE), "Pencapaian indikator kinerja") == [
        ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)", "Polaritas"],
        ["1", "Meningkatnya produksi", "Produksi", "ton", "1.250", "1312,5", "105", ""],
        ["", "", "Kasus", "", "10", "", "", "turun"],
        ["2", "Meningkatnya mutu", "Mutu", "", "80", "", "", ""],
    ]


def test_a_sasaran_spans_its_indicators() -> None:
    block = next(b for b in document(WHOLE).blocks if isinstance(b, Table))
    assert block.rows[1][1].rowspan == 2
    assert block.rows[2][1].covered_by == (1, 1)
    assert block.rows[3][1].rowspan == 1


def test_programs_are_numbered_as_a_tree_with_their_total() -> None:
    assert table(document(WHOLE), "Anggaran dan realisasi") == [
        ["No", "Kode", "Program/Kegiatan/Sub Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "Realisasi (%)"],
        ["1", "3.25.04", "Program Budidaya", "900.000.000", "", ""],
        ["1.1", "", "Pemberdayaan", "600.000.000", "", ""],
        ["1.1.1", "", "Pelatihan", "600000000", "", ""],
        ["1.2", "", "Pengelolaan", "300.000.000", "", ""],
        ["", "", "JUMLAH", "900.000.000", "", ""],
    ]


def test_staff_by_sex_where_the_data_tell() -> None:
    found = document(WHOLE)
    assert table(found, "Pegawai menurut golongan") == [
        ["No", "Golongan", "Laki-laki", "Perempuan", "Jumlah"],
        ["1", "III", "3", "4", "7"],
        ["", "Jumlah", "", "", "7"],
    ]
    assert table(found, "Pegawai menurut pendidikan") == [["No", "Pendidikan", "Jumlah"], ["1", "S1", "7"]]


def test_an_empty_cell_stands_where_its_map_stands() -> None:
    found = document(WHOLE)
    block = [b for b in found.blocks if isinstance(b, Table)][1]
    lines = [(row[2].text, row[4].place.line, row[4].place.column) for row in block.rows[1:]]
    assert lines == [
        ("Program Budidaya", 17, 5),
        ("Pemberdayaan", 23, 19),
        ("Pelatihan", 25, 13),
        ("Pengelolaan", 26, 9),
        ("JUMLAH", 27, 9),
    ]


def test_json_numbers_are_shown_as_reports_write_them() -> None:
    found = document(
        '{"sasaran": [{"uraian": "S", "indikator": [{"nama": "I", "target": 12.345, "realisasi": 1.5E3}]}]}', "json"
    )
    assert table(found, "Pencapaian indikator kinerja")[1][4:6] == ["12,345", "1500"]


def test_what_the_form_does_not_know_is_shown_apart() -> None:
    found = document("instansi: A\ncatatan: {oleh: Budi}\ntahun: 2024\ntahun: 2025\nprogram: satu\n")
    texts = [b.text for b in found.blocks if isinstance(b, Paragraph)]
    assert texts[texts.index("Data lain") + 1 :] == ["catatan:", "catatan › oleh: Budi", "tahun: 2024", "program: satu"]


@pytest.mark.parametrize("content", [b"", b"# kosong\n", b"{}", b"null"])
def test_empty_data_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match="tidak memuat data"):
        read(content, "data.yaml", "yaml")


@pytest.mark.parametrize("content", [b"hanya teks", b"- 1\n- 2\n", b"12"])
def test_what_is_no_map_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match="bukan data laporan"):
        read(content, "data.yaml", "yaml")


def test_windows_encodings_are_read() -> None:
    assert read("instansi: Dinas Café\n".encode("cp1252"), "d.yaml", "yaml").notices
    for encoding in ("utf-8-sig", "utf-16"):
        found = read("instansi: Dinas Café\ntahun: 2025\n".encode(encoding), "d.yaml", "yaml")
        assert found.blocks[1].text == "Dinas Café"  # type: ignore[union-attr]
        assert found.blocks[2].place.line == 2


keys = st.sampled_from(sorted(keys_of("report"))) | st.text(alphabet="abc", min_size=1, max_size=3)
data = st.dictionaries(
    keys,
    st.recursive(
        st.integers(0, 10**12) | st.text(alphabet="xyz ", min_size=1, max_size=6) | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
        max_leaves=25,
    ),
    min_size=1,
    max_size=8,
)


@given(data)
def test_every_scalar_is_shown_exactly_once_at_its_place(content: dict[str, object]) -> None:
    found = document(json.dumps(content), "json")
    assert found.data is not None
    shown: Counter[tuple[int | None, int | None]] = Counter()
    for block in found.blocks:
        cells = [cell for _, _, cell in block.cells()] if isinstance(block, Table) else []
        for cell in cells:
            if cell.text and cell.spans:
                shown[place(cell.spans[-1].place)] += 1
        if isinstance(block, Paragraph):
            for span in block.spans:
                if span.start < len(block.text):
                    shown[place(span.place)] += 1
    for node in scalars(found.data):
        if node.text.strip():
            # A region that the institution already names stays unsaid.
            assert shown[place(node.place)] >= 1 or node.text.lower() in found.blocks[1].text.lower()  # type: ignore[union-attr]


def place(found: Place) -> tuple[int | None, int | None]:
    return found.line, found.column


def scalars(node: DataNode) -> list[DataNode]:
    if node.kind == "scalar":
        return [node]
    assert isinstance(node.value, tuple)
    return [s for child in node.value for s in scalars(child[1] if isinstance(child, tuple) else child)]


@given(data)
def test_tables_are_rectangular(content: dict[str, object]) -> None:
    for block in document(json.dumps(content), "json").blocks:
        if isinstance(block, Table):
            assert len({len(row) for row in block.rows}) == 1
