"""Plausible right text that a check once took for wrong, where no one check owns the reason."""

from __future__ import annotations

import pytest

from reviewer.checking.engine import examine
from reviewer.model import Severity
from reviewer.reading import read_text
from reviewer.understanding import understand

ACCOUNTS = (
    "Tabel 1 Belanja\n\nUraian\tAnggaran (Rp)\tRealisasi (Rp)\n"
    "BELANJA OPERASI\t7.125.340\t6.511.220\nBelanja Pegawai\t4.063.120\t3.904.510\nBelanja Barang\t3.062.220\t2.606.710\n"
    "BELANJA TIDAK TERDUGA\t1.045.000\t412.300\nBelanja Tidak Terduga\t1.045.000\t412.300\n"
    "JUMLAH BELANJA\t8.170.340\t6.923.520\n"
)
THOUSANDTHS = (
    "Tabel 1 Anggaran per Sasaran (miliar rupiah)\n\nNo\tSasaran\tAnggaran\n1\tMutu\t641,250\n2\tAkses\t402,118\n"
    "3\tTata kelola\t312,632\n\tJumlah\t1.356,000\n"
)
HEADLESS_SHARES = (
    "Tabel 1 Belanja\n\nNo\tProgram\tAnggaran\t\n1\tProgram Perkantoran\t475.000\t10,41\n1.1\tSurat\t225.000\t4,93\n"
    "1.2\tListrik\t125.000\t2,74\n1.3\tTulis\t125.000\t2,74\n2\tProgram Ketertiban\t4.090.000\t89,59\n"
    "2.1\tPatroli\t4.090.000\t89,59\n\tJumlah\t4.565.000\t100\n"
)
SHORT_NAME = (
    "Berdasarkan Peraturan Pemerintah Nomor 16 Tahun 2018 tentang Satuan Polisi Pamong Praja, kinerja Satpol PP dituntut "
    "akuntabel, sesuai dengan Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi "
    "Pemerintah.\n"
)


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param(ACCOUNTS, id="an account under a heading of its own name"),
        pytest.param(THOUSANDTHS, id="three decimals with a mark of thousands in the total"),
        pytest.param(HEADLESS_SHARES, id="rounded shares under no header"),
        pytest.param(SHORT_NAME, id="PP is the end of an office's short name"),
    ],
)
def test_nothing_loud_is_said(draft: str) -> None:
    found = examine(understand(read_text(draft))).findings
    assert [f.message.id for f in found if f.severity is not Severity.INFO] == []


def test_a_column_without_header_is_called_by_its_number() -> None:
    wrong = HEADLESS_SHARES.replace("4.565.000\t100", "4.565.000\t100").replace(
        "4.090.000\t89,59\n2.1", "4.090.000\t98,59\n2.1"
    )
    (finding, *_) = [f for f in examine(understand(read_text(wrong))).findings if f.severity is Severity.ERROR]
    assert "kolom 4 tertulis 98,59" in finding.message.id
    assert "column 4 says 98,59" in finding.message.en
    assert "  " not in finding.message.id
