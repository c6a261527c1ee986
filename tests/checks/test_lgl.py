"""The register of regulations against the checks that use it."""

from __future__ import annotations

import pytest

from reviewer.checking.engine import examine
from reviewer.model import Finding, Severity
from reviewer.model.titles import fit, same_word, title_words
from reviewer.reading import read_text
from reviewer.schemas.regulations import Regulation, find, named, register
from reviewer.understanding import understand

LONG = {
    "UU": "Undang-Undang",
    "PP": "Peraturan Pemerintah",
    "Perpres": "Peraturan Presiden",
    "Inpres": "Instruksi Presiden",
    "Tap MPR": "Ketetapan MPR",
    "Permendagri": "Peraturan Menteri Dalam Negeri",
    "Kepmendagri": "Keputusan Menteri Dalam Negeri",
    "PermenPANRB": "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "KepmenPAN": "Keputusan Menteri Pendayagunaan Aparatur Negara",
    "Kep LAN": "Keputusan Kepala Lembaga Administrasi Negara",
    "Perka BKN": "Peraturan Kepala Badan Kepegawaian Negara",
}
BY_NAME = pytest.mark.parametrize("regulation", register(), ids=lambda r: r.name)


def found_in(text: str, *codes: str) -> list[Finding]:
    return list(examine(understand(read_text(text)), select=codes).findings)


def citation(regulation: Regulation, year: int | None = None) -> str:
    number = regulation.code or f"{regulation.number} Tahun {regulation.year}"
    if year is not None:
        number = number.replace(str(regulation.year), str(year))
    return f"{LONG[regulation.kind]} Nomor {number} tentang {regulation.title};\n"


@BY_NAME
def test_cited_in_its_own_words_nothing_is_said(regulation: Regulation) -> None:
    text = citation(regulation)
    (first, *_) = understand(read_text(text)).citations
    assert find(first.kind, first.number, first.year) is regulation
    assert found_in(text, "LGL001", "LGL002", "LGL004", "LGL005", "LGL006") == []


@BY_NAME
def test_cited_with_another_year_it_is_found(regulation: Regulation) -> None:
    findings = found_in(citation(regulation, regulation.year + 1), "LGL001")
    assert [regulation.full in f.expected for f in findings] == [True]
    assert (findings[0].severity is Severity.INFO) is not regulation.sure


@BY_NAME
def test_references_within_the_register_lead_somewhere(regulation: Regulation) -> None:
    assert not regulation.revoked_by or named(regulation.revoked_by) is not None
    assert not regulation.amends or named(regulation.amends) is not None


def test_names_are_unique() -> None:
    assert len({r.name for r in register()}) == len(register())


def test_what_is_not_confirmed_is_said_so() -> None:
    (finding,) = found_in("UU Nomor 1 Tahun 2020 tentang Cipta Kerja;\n", "LGL001")
    assert finding.severity is Severity.INFO
    assert "belum dipastikan" in finding.message.id and "unconfirmed" in finding.message.en


def test_one_mistake_in_many_places_is_one_finding() -> None:
    line = "Undang-Undang Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah.\n\n"
    (finding,) = found_in(line * 3, "LGL001")
    assert len(finding.evidence) == 2


def test_a_plan_is_measured_by_the_year_it_was_written_in() -> None:
    text = "RENCANA KERJA (RENJA)\nTAHUN 2017\n\nRencana Kerja Tahun 2017 disusun.\n\nPP Nomor 41 Tahun 2007;\n"
    assert found_in(text, "LGL003") == []
    assert [f.severity for f in found_in(text.replace("2017", "2018"), "LGL003")] == [Severity.INFO]


@pytest.mark.parametrize(
    ("stated", "right", "whole"),
    [
        (
            "Sistem Akuntabilitas Kinerja Instansi Pemerintah (SAKIP)",
            "Sistem Akuntabilitas Kinerja Instansi Pemerintah",
            True,
        ),
        ("SAKIP", "Sistem Akuntabilitas Kinerja Instansi Pemerintah", True),
        ("Tatacara Review Atas Laporan", "Tata Cara Reviu atas Laporan", True),
        ("Penyelenggara Negara yang bersih", "Penyelenggaraan Negara yang Bersih", True),
        ("Rencana Pembangunan 2014-2019", "Rencana Pembangunan 2015-2019", False),
        ("Pedoman Pelaksanaan Pengelolaan", "Pedoman Teknis Pengelolaan", False),
    ],
)
def test_titles_as_people_write_them(stated: str, right: str, whole: bool) -> None:
    assert fit(title_words(stated), title_words(right)).whole is whole


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("perencaan", "perencanaan", True),
        ("pejabaran", "penjabaran", True),
        ("perencananan", "perencanaan", True),
        ("2014", "2015", False),
        ("desa", "dasa", False),
        ("daerah", "dearah", False),
        ("umum", "umun", False),
    ],
)
def test_slips_of_the_pen(a: str, b: str, same: bool) -> None:
    assert same_word(a, b) is same
    assert same_word(b, a) is same
