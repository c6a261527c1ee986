"""Programs and statements that stand in two places: what is compared, and what is left alone."""

from __future__ import annotations

import pytest

from reviewer.checking.engine import examine
from reviewer.model import Finding
from reviewer.reading import read_text
from reviewer.understanding import understand


def found(draft: str, code: str) -> list[Finding]:
    return list(examine(understand(read_text(draft)), select=[code]).findings)


_LIST = (
    "A. Kegiatan\n\nKegiatan tahun ini:\n\nA. Program Perkantoran\n1. Penyediaan alat tulis kantor\n2. Penyediaan jasa listrik\n"
    "3. Rapat koordinasi dan konsultasi\n\nB. Program Pembinaan\n1. Pelatihan kader desa\n2. Lomba desa tertib\n\n"
)
_HEAD = "Tabel 2 Anggaran\n\nNo\tUraian\tAnggaran\n"
_OFFICE = (
    "1\tProgram Perkantoran\t6.000.000\n1.1\tPenyediaan Alat Tulis Kantor\t1.000.000\n1.2\tPenyediaan Jasa Listrik & Air\t"
    "2.000.000\n1.3\tRapat Koordinasi\t3.000.000\n"
)
_BUILD = "2\tProgram Pembinaan\t5.000.000\n2.1\tPelatihan Kader Desa\t4.000.000\n2.2\tLomba Desa Tertib\t1.000.000\n"


def test_a_list_and_a_table_with_the_same_kegiatan_are_silent() -> None:
    assert found(_LIST + _HEAD + _OFFICE + _BUILD, "XRF006") == []


def test_a_kegiatan_of_the_table_that_the_list_lacks_is_told() -> None:
    (finding,) = found(_LIST + _HEAD + _OFFICE + _BUILD + "2.3\tPameran hasil pertanian\t900.000\n", "XRF006")
    assert finding.stated == "Pameran hasil pertanian" and "Kegiatan" in finding.message.id


def test_names_that_changed_on_both_sides_are_left_alone() -> None:
    table = _HEAD + _OFFICE + _BUILD.replace("Lomba Desa Tertib", "Festival budaya nusantara")
    assert found(_LIST + table, "XRF006") == []


def test_a_table_that_goes_on_without_caption_lacks_nothing() -> None:
    rest = "\nHalaman berikut.\n\nNo\tUraian\tAnggaran\n2.2\tLomba Desa Tertib\t1.000.000\n2.3\tPameran\t900.000\n"
    table = _HEAD + _OFFICE + _BUILD.replace("2.2\tLomba Desa Tertib\t1.000.000\n", "")
    assert found(_LIST + table + rest, "XRF006") == []


def test_another_years_kegiatan_are_others() -> None:
    assert found(_LIST + _HEAD.replace("Anggaran\n", "Anggaran Tahun 2019\n", 1) + _OFFICE + _BUILD, "XRF006") == []


_GOALS = (
    "2. Sasaran\n\nSasaran dinas adalah:\n1. Meningkatnya mutu pelayanan administrasi kependudukan di desa\n"
    "2. Meningkatnya kerukunan warga melalui pembinaan kader di kecamatan\n"
    "3. Menguatnya ketahanan pangan keluarga dengan lumbung desa bersama\n\n"
)


@pytest.mark.parametrize(
    ("repeated", "told"),
    [
        ("Sasaran 3 : Meningkatnya kerukunan warga melalui pembinaan kader di kecamatan\n", 1),
        # under every tujuan the numbers begin again
        (
            "Sasaran 1 : Meningkatnya kerukunan warga melalui pembinaan kader di kecamatan\n\n"
            "Sasaran 1 : Menguatnya ketahanan pangan keluarga dengan lumbung desa bersama\n",
            0,
        ),
        ("Sasaran 1.2 : Meningkatnya kerukunan warga melalui pembinaan kader di kecamatan\n", 0),
    ],
)
def test_numbers_of_repeated_statements(repeated: str, told: int) -> None:
    assert len(found(_GOALS + repeated, "XRF008")) == told


_TABLE = (
    "Tabel 1 {caption}\n\nNo\tProgram\tAnggaran\tRealisasi\n1\tProgram A\t4.868.411.500\t1.678.512.300\n"
    "2\tProgram B\t5.815.511.550\t2.700.100.200\n\nAnggaran Program A sebesar Rp4.868.411.500 dengan "
    "realisasi sebesar Rp4.678.512.300.\n"
)


def test_a_table_of_a_quarter_is_not_the_years() -> None:
    assert found(_TABLE.format(caption="Realisasi Triwulan II"), "XRF009") == []
    assert len(found(_TABLE.format(caption="Realisasi"), "XRF009")) == 1


def test_the_capaian_of_a_programs_own_indicator_is_not_that_of_its_kegiatan() -> None:
    draft = (
        "Tabel 1 Capaian\n\nNo\tUraian\tAnggaran\tCapaian (%)\n1\tProgram A\t3.000.000\t85,00\n1.1\tRapat\t1.000.000\t100\n"
        "1.2\tKajian\t2.000.000\t100\n"
    )
    assert found(draft, "PCT008") == []
