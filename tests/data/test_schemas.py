"""The schemas of report data and of the configuration, and what a broken one is told."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

import reviewer.schemas
from reviewer.schemas import keys_of, validate, validate_data
from reviewer.schemas.validator import schema_of

FOLDER = Path(reviewer.schemas.__file__).parent
SOUND: dict[str, Any] = {"instansi": "Dinas Perikanan", "tahun": 2025}


def program(**fields: object) -> dict[str, object]:
    return {**SOUND, "program": [{"nama": "Program Budidaya", "anggaran": 1000, **fields}]}


def indicator(**fields: object) -> dict[str, object]:
    return {**SOUND, "sasaran": [{"uraian": "S", "indikator": [{"nama": "I", "target": 1, **fields}]}]}


@pytest.mark.parametrize(
    "amount",
    [
        0,
        1234567,
        Decimal("12.50"),
        "1.234.567,00",
        "1234567",
        "Rp1.234.567,00",
        "Rp. 1.000.000,-",
        "rp 5.000",
        "1.000.000 rupiah",
        "-",
        "nihil",
        "104.445.05",
        "9..83",
    ],
)
def test_amounts_as_people_write_them(amount: object) -> None:
    assert validate_data(program(anggaran=amount, realisasi=amount)) == ()


@pytest.mark.parametrize("share", ["98,52", "98,52 %", "98,52%", "± 3,4", 98, Decimal("98.5"), None])
def test_percentages_as_people_write_them(share: object) -> None:
    assert validate_data(program(persen=share)) == ()
    assert validate_data(indicator(capaian=share)) == ()


@pytest.mark.parametrize("target", ["BB", "WTP", "≥ 85", "4 dokumen", "3,4 - 4,1", 85, "85%"])
def test_a_target_may_be_any_word_or_number(target: object) -> None:
    assert validate_data(indicator(target=target, realisasi=target)) == ()


@pytest.mark.parametrize(
    ("data", "path", "kind"),
    [
        ({"tahun": 2025}, ("instansi",), "missing"),
        ({**SOUND, "tahun": None}, ("tahun",), "empty"),
        ({**SOUND, "tahun": 25}, ("tahun",), "value"),
        ({**SOUND, "tahun": "2025/2026"}, ("tahun",), "value"),
        ({**SOUND, "tahun": True}, ("tahun",), "type"),
        ({**SOUND, "instansi": ""}, ("instansi",), "empty"),
        ({**SOUND, "instansi": ["A"]}, ("instansi",), "shape"),
        ({**SOUND, "jenis": "Lapkin"}, ("jenis",), "value"),
        ({**SOUND, "periode_renstra": "2029-2025"}, ("periode_renstra",), "value"),
        ({**SOUND, "periode_renstra": "lima tahun"}, ("periode_renstra",), "value"),
        ({**SOUND, "sasaran": []}, ("sasaran",), "empty"),
        ({**SOUND, "sasaran": "satu"}, ("sasaran",), "type"),
        ({**SOUND, "sasaran": [{"uraian": "S"}]}, ("sasaran", 0, "indikator"), "missing"),
        ({**SOUND, "program": ["A"]}, ("program", 0), "type"),
        ({**SOUND, "program": {"nama": "A"}}, ("program",), "shape"),
        (program(anggaran=None), ("program", 0, "anggaran"), "empty"),
        (program(anggaran="dua juta"), ("program", 0, "anggaran"), "type"),
        (program(anggaran="Rp"), ("program", 0, "anggaran"), "type"),
        (program(anggaran=True), ("program", 0, "anggaran"), "type"),
        (program(anggaran=-1), ("program", 0, "anggaran"), "value"),
        (program(realisasi="(1.000)"), ("program", 0, "realisasi"), "value"),
        (program(realisasi="-Rp1.000"), ("program", 0, "realisasi"), "value"),
        (program(kegiatan=[{"nama": "K"}]), ("program", 0, "kegiatan", 0, "anggaran"), "missing"),
        (
            program(kegiatan=[{"nama": "K", "anggaran": 1, "sub_kegiatan": [{"anggaran": 1}]}]),
            ("program", 0, "kegiatan", 0, "sub_kegiatan", 0, "nama"),
            "missing",
        ),
        (indicator(polaritas="menaik"), ("sasaran", 0, "indikator", 0, "polaritas"), "value"),
        (indicator(capaian="tercapai"), ("sasaran", 0, "indikator", 0, "capaian"), "type"),
        ({**SOUND, "pegawai": {"golongan": {"III": -1}}}, ("pegawai", "golongan", "III"), "value"),
        ({**SOUND, "pegawai": {"golongan": {"III": "banyak"}}}, ("pegawai", "golongan", "III"), "type"),
        (
            {**SOUND, "pegawai": {"golongan": {"III": {"laki_laki": "x"}}}},
            ("pegawai", "golongan", "III", "laki_laki"),
            "type",
        ),
        ({**SOUND, "pegawai": {"pendidikan": 3}}, ("pegawai", "pendidikan"), "type"),
        ({**SOUND, "jumlah": {"realisasi": 1}}, ("jumlah", "anggaran"), "missing"),
    ],
)
def test_a_violation_is_named_where_it_is(data: dict[str, object], path: tuple[str | int, ...], kind: str) -> None:
    assert [(v.path, v.kind) for v in validate_data(data)] == [(path, kind)]


@pytest.mark.parametrize(
    ("data", "nearest"),
    [
        ({**SOUND, "daerh": "x"}, "daerah"),
        ({**SOUND, "Tahun Anggaran": 2025}, "tahun"),
        ({**SOUND, "opd": "x"}, "instansi"),
        (program(pagu=1), "anggaran"),
        (program(Realisasi=1), "realisasi"),
        (program(capaian=1), "persen"),
        (indicator(realiasi=1), "realisasi"),
        ({**SOUND, "pegawai": {"golongan": {"III": {"laki-laki": 1}}}}, "laki_laki"),
        ({**SOUND, "pegawai": {"pangkat": {"III": 1}}}, "golongan"),
        ({**SOUND, "zzz": 1}, ""),
    ],
)
def test_an_unknown_key_is_told_the_nearest_right_one(data: dict[str, object], nearest: str) -> None:
    (found,) = validate_data(data)
    assert (found.kind, found.nearest) == ("unknown-near" if nearest else "unknown", nearest)
    assert found.key in found.message.id and found.key in found.message.en
    assert nearest in found.message.id and nearest in found.message.en


def test_a_sentence_says_what_is_there_and_what_should_be() -> None:
    (found,) = validate_data(program(realisasi="dua juta"))
    assert found.message.id == (
        "“realisasi” berisi “dua juta”, padahal seharusnya jumlah rupiah nol atau lebih, misalnya 1234567 atau 1.234.567,00."
    )
    assert found.message.en == (
        "“realisasi” holds “dua juta” but should hold an amount in rupiah, zero or more, such as 1234567 or 1.234.567,00."
    )


@pytest.mark.parametrize(
    "config",
    [
        {},
        {"select": ["TOT", "PCT001"], "ignore": ["DUP"], "severity": {"TOT001": "warning", "NUM": "info"}},
        {"year": 2025, "institution": "Dinas Perikanan", "region": "Kabupaten Wanajaya"},
    ],
)
def test_a_sound_configuration(config: dict[str, object]) -> None:
    assert validate(config) == ()


@pytest.mark.parametrize(
    ("config", "path", "kind", "says"),
    [
        ({"slect": ["TOT"]}, ("slect",), "unknown-near", "select"),
        ({"tahun": 2025}, ("tahun",), "unknown-near", "year"),
        ({"select": "TOT"}, ("select",), "type", "daftar kode"),
        ({"select": ["tot"]}, ("select", 0), "value", "TOT001"),
        ({"severity": {"TOT1": "error"}}, ("severity", "TOT1"), "value", "kode seperti"),
        ({"severity": {"TOT001": "berat"}}, ("severity", "TOT001"), "value", "error, warning, atau info"),
        ({"severity": ["TOT001"]}, ("severity",), "shape", "kode dan tingkatnya"),
        ({"year": "2025"}, ("year",), "type", "tahun empat digit"),
        ({"year": 25}, ("year",), "value", "tahun empat digit"),
        ({"institution": ""}, ("institution",), "empty", "nama instansi"),
    ],
)
def test_a_broken_configuration(config: dict[str, object], path: tuple[str | int, ...], kind: str, says: str) -> None:
    (found,) = validate(config)
    assert (found.path, found.kind) == (path, kind)
    assert says in found.message.id


def rules(fields: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every rule set of a schema with the name of its field."""
    for name, own in fields.items():
        yield name, own
        inner = own.get("schema", {})
        nested = inner if inner and all(isinstance(v, Mapping) and "meta" in v for v in inner.values()) else {}
        yield from rules(nested)
        if inner and not nested:
            yield from rules({name: inner})
        for kind in ("valuesrules", "keysrules"):
            if own.get(kind, {}).get("type") not in (None, "string"):
                yield from rules({name: own[kind]})


@pytest.mark.parametrize("name", ["report", "config"])
def test_every_field_says_in_two_languages_what_it_holds(name: Any) -> None:
    found = list(rules(schema_of(name)))
    assert len(found) > 5
    for field, own in found:
        expected = own["meta"]["harapan"]
        assert expected["id"] and expected["en"], field


def test_no_synonym_stands_for_two_fields_of_one_map() -> None:
    def maps(fields: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        yield fields
        for own in fields.values():
            inner = own.get("schema", {})
            if inner and "type" in inner and isinstance(inner["type"], str):
                inner = inner.get("schema", {})
            if inner:
                yield from maps(inner)

    for name in ("report", "config"):
        for fields in maps(schema_of(name)):  # type: ignore[arg-type]
            taken = [s for own in fields.values() for s in own.get("meta", {}).get("sinonim", ())]
            assert len(taken) == len(set(taken)), sorted(taken)
            assert not set(taken) & set(fields), sorted(fields)


def test_the_manual_names_every_key(project: Path) -> None:
    manual = (project / "docs" / "data.md").read_text(encoding="utf-8")
    assert [key for key in sorted(keys_of("report")) if f"`{key}`" not in manual] == []


def test_loading_the_room_loads_neither_cerberus_nor_yaml() -> None:
    code = "import sys, reviewer.schemas; print(sorted({'cerberus', 'yaml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_schemas_are_plain_yaml() -> None:
    for name in ("report", "config"):
        assert yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


def test_one_mistake_on_thousands_of_rows_is_told_soon() -> None:
    rows = [{"nama": f"Program {n}", "anggaran": 1, "pagu": 2} for n in range(6000)]
    began = time.monotonic()
    assert len(validate_data({**SOUND, "program": rows})) == 6000
    assert time.monotonic() - began < 20
