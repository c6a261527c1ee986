"""Figures in sentences: what one clause proves is found, and every other wording is left alone."""

from __future__ import annotations

import pytest

from reviewer.checking.engine import examine
from reviewer.model import Finding
from reviewer.reading import read_text
from reviewer.understanding import understand

CODES = ("CNT005", "PCT006", "PCT007")


def findings(text: str) -> tuple[Finding, ...]:
    return examine(understand(read_text(text + "\n")), select=CODES).findings


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        (
            "Aparatur sebanyak 50 orang terdiri dari 10 orang di Sekretariat, 12 orang di Bidang A, 8 orang di Bidang "
            "B, dan 21 orang di UPT.",
            "CNT005",
            "51",
        ),
        ("Sebanyak 12 (dua belas) dari 15 (lima belas) perangkat daerah atau sebesar 85 persen.", "PCT006", "80"),
        ("Anggaran naik sebesar Rp100.000.000 (14%) dari tahun 2019 sebesar Rp1.000.000.000.", "PCT006", "10%"),
        (
            "Target tahun 2020 sebesar 90 persen dan realisasi tahun 2020 sebesar 85 persen sehingga capaian sebesar "
            "96,44 persen.",
            "PCT007",
            "94,44",
        ),
        (
            "Angka kematian sebesar 112 per 100.000 kelahiran dari target 98 per 100.000 kelahiran sehingga capaian "
            "sebesar 94,17 persen.",
            "PCT007",
            "85,71",
        ),
        (
            "Indikator A dari target 90 tercapai 81 atau 90%, Indikator B dari target 50 tercapai 45 atau 80%.",
            "PCT007",
            "90%",
        ),
    ],
)
def test_a_clause_that_states_all_is_recomputed(text: str, code: str, expected: str) -> None:
    assert [(f.code, f.expected) for f in findings(text)] == [(code, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "Jumlah pegawai 45 orang, terdiri dari 20 orang PNS, 22 orang PPPK dan tiga orang honorer.",
        "Jumlah pegawai 45 orang, terdiri dari 20 orang golongan III, 5 orang golongan IV dan lainnya golongan II.",
        "Pegawai 30 orang yang terdiri dari 18 orang laki-laki dan 10 orang perempuan, 5 orang di antaranya sarjana.",
        "Pelatihan diikuti 60 orang terdiri dari 3 angkatan, 20 orang per angkatan dan 5 orang panitia.",
        "Pelatihan diikuti 60 orang yang terdiri dari 20 orang petani dan 20 orang penyuluh per kecamatan.",
        "Sebanyak 5 dari 20 desa belum menyusun, atau 75% sudah.",
        "Naik 5 dari 20 desa atau 30 % pada tahun lalu.",
        "Peserta 10 orang dari 30 desa atau 20 persen dari seluruh desa.",
        "Baru 11 dari 14 desa yang melapor atau sekitar 80 %.",
        "Anggaran turun sebesar Rp100.000.000 atau 11,11% dari tahun sebelumnya sebesar Rp1.000.000.000.",
        "Produksi naik 500 ton atau 6% dari target 10.000 ton.",
        "Capaian 112 kasus dari target 98 kasus atau lebih tinggi 12%.",
        "Realisasi 85 persen dari target 90 persen, atau menurun sebesar 3 persen dibanding tahun lalu.",
        "Target 90 persen, realisasi 85 persen, deviasi 5 persen.",
        "Target tahun 2019 sebesar 90 persen dan realisasi tahun 2020 sebesar 85 persen atau capaian 96,44 persen.",
        "Dari target 12 bulan terealisasi 4 laporan atau 50 persen.",
    ],
)
def test_other_wordings_are_left_alone(text: str) -> None:
    assert [f.message.id for f in findings(text)] == []
