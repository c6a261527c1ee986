"""SCH findings: on the line that breaks the form, in a cell or line of the draft that shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewer.checking.engine import examine
from reviewer.model import Finding, text_at
from reviewer.reading import read_text
from reviewer.reading.data import read
from reviewer.run import examine_document

HEAD = "instansi: Dinas Perikanan\ndaerah: Kabupaten Wanajaya\ntahun: 2025\n"


def findings(source: str, format: str = "yaml") -> list[Finding]:
    document = read(source.encode(), f"data.{format}", format)
    return [f for f in examine_document(document).findings if f.family == "SCH"]


@pytest.mark.parametrize(
    ("body", "code", "line", "column", "quote"),
    [
        ("program:\n  - nama: A\n    anggaran: 5\n    pagu: 7\n", "SCH001", 7, 5, "pagu"),
        ("lain:\n  a: 1\n", "SCH001", 4, 1, "lain"),
        ("program:\n  - kode: 1\n    anggaran: 5\n", "SCH002", 5, 5, "nama"),
        ("program:\n  - nama: A\n    realisasi: 5\n", "SCH002", 5, 5, "anggaran"),
        ("program:\n  - nama: A\n    anggaran:\n", "SCH002", 6, 14, "anggaran"),
        ("sasaran:\n\n  - uraian: S\n", "SCH002", 6, 5, "indikator"),
        ("sasaran:\n  - uraian: S\n    indikator:\n      - nama: I\n", "SCH002", 7, 9, "target"),
        ("program:\n  - nama: A\n    anggaran: 'lima'\n", "SCH003", 6, 16, "lima"),
        ("program:\n  - nama: [A]\n    anggaran: 5\n", "SCH003", 5, 11, "nama"),
        ("sasaran: []\n", "SCH002", 4, 10, "sasaran"),
        ("pegawai:\n  golongan: {}\n", "SCH002", 5, 13, "golongan"),
        ("program: satu\n", "SCH003", 4, 10, "satu"),
        ("pegawai:\n  golongan:\n    III: {laki_laki: 3, perempuan: -4}\n", "SCH004", 6, 36, "-4"),
        ("periode_renstra: 2029-2025\n", "SCH004", 4, 18, "2029-2025"),
        ("daerah: Kota A\n", "SCH005", 2, 9, "Kabupaten Wanajaya"),
    ],
)
def test_a_finding_stands_on_its_line(body: str, code: str, line: int, column: int, quote: str) -> None:
    (found,) = findings(HEAD + body)
    place = found.location.place
    assert (found.code, place.line, place.column, found.quote) == (code, line, column, quote)


def test_a_missing_year_stands_at_the_head() -> None:
    (found,) = findings("# data\ninstansi: Dinas Perikanan\n")
    assert (found.code, found.location.place.line) == ("SCH002", 2)


def test_a_missing_value_points_to_the_empty_cell() -> None:
    document = read((HEAD + "program:\n  - nama: A\n    realisasi: 5\n").encode(), "d", "yaml")
    (found,) = [f for f in examine_document(document).findings if f.code == "SCH002"]
    assert found.location.label.id.endswith("A › Anggaran (Rp)")
    assert text_at(document, found.location.spot) == ""


def test_json_is_checked_alike() -> None:
    (found,) = findings('{"instansi": "A",\n "tahun": 2025,\n "prgram": []}', "json")
    assert (found.code, found.location.place.line, found.expected) == ("SCH001", 3, "program")


def test_of_three_values_of_one_key_two_are_told() -> None:
    found = findings(HEAD + "judul: a\njudul: b\njudul: c\n")
    assert [(f.code, f.location.place.line, f.stated) for f in found] == [("SCH005", 4, "a"), ("SCH005", 5, "b")]
    assert "“c”" in found[0].message.id


def test_findings_have_their_own_ids() -> None:
    found = findings(HEAD + "program:\n  - {nama: A, anggaran: x, pagu: 1}\n  - {nama: B, anggaran: x, pagu: 1}\n")
    assert len({f.id for f in found}) == len(found) == 4


def test_markup_in_the_data_stays_text() -> None:
    (found,) = findings(HEAD + 'program:\n  - nama: A\n    anggaran: "[red]{lima}[/red]"\n')
    assert "[red]{lima}[/red]" in found.message.id


def test_an_ordinary_draft_yields_nothing() -> None:
    from reviewer.understanding import understand

    report = understand(read_text("LAPORAN KINERJA TAHUN 2025\n\ninstansi: Dinas\npagu: -5\n"))
    assert examine(report, select=["SCH"]).findings == ()


def test_the_example_of_the_manual_is_sound(project: Path) -> None:
    manual = (project / "docs" / "data.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", manual, re.DOTALL)
    assert example is not None
    run = examine_document(read(example[1].encode(), "contoh.yaml", "yaml"))
    assert [f.message.id for f in run.findings] == []
