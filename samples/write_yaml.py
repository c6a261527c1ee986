"""The figures of the report as report data, in the form that docs/data.md describes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reviewer.samples.figures import (
    BUDGET,
    GOALS,
    INSTITUTION,
    PERIOD,
    PROGRAMS,
    RANKS,
    REGION,
    SCHOOLING,
    SPENT,
    STAFF,
    YEAR,
    Activity,
    Program,
    Sub,
)
from reviewer.samples.nouns import decimal, grouped, percent


def yaml_of() -> str:
    """The whole file."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f"# Data laporan kinerja {INSTITUTION} {REGION} Tahun {YEAR}. Bentuknya diterangkan di docs/data.md."
    yield "jenis: LKjIP"
    yield "judul: Laporan Kinerja Instansi Pemerintah"
    yield f"instansi: {INSTITUTION}"
    yield f"daerah: {REGION}"
    yield f"tahun: {YEAR}"
    yield f"periode_renstra: {PERIOD[0]}-{PERIOD[1]}"
    yield ""
    yield "sasaran:"
    for goal in GOALS:
        yield f"  - uraian: {goal.name}"
        yield "    indikator:"
        for indicator in goal.indicators:
            yield f"      - nama: {indicator.name}"
            yield f"        satuan: {_quoted(indicator.unit)}"
            yield f"        target: {decimal(indicator.target, indicator.places)}"
            yield f"        realisasi: {decimal(indicator.reached, indicator.places)}"
            yield f"        capaian: {decimal(indicator.achievement)}"
            yield f"        polaritas: {indicator.direction}"
    yield ""
    yield "program:"
    for program in PROGRAMS:
        yield from _part(program, "  ")
        yield "    kegiatan:"
        for activity in program.parts:
            yield from _part(activity, "      ")
            yield "        sub_kegiatan:"
            for sub in activity.parts:
                yield from _part(sub, "          ")
    yield ""
    yield "jumlah:"
    yield f"  anggaran: {grouped(BUDGET)}"
    yield f"  realisasi: {grouped(SPENT)}"
    yield ""
    yield "pegawai:"
    yield "  golongan:"
    for name, men, women in RANKS:
        yield f"    {name}: {{laki_laki: {men}, perempuan: {women}, jumlah: {men + women}}}"
    men, women = sum(m for _, m, _ in RANKS), sum(w for _, _, w in RANKS)
    yield f"    jumlah: {{laki_laki: {men}, perempuan: {women}, jumlah: {men + women}}}"
    yield "  pendidikan:"
    for name, count in SCHOOLING:
        yield f"    {name}: {count}"
    yield f"    jumlah: {STAFF}"


def _part(part: Program | Activity | Sub, indent: str) -> Iterator[str]:
    share: Decimal = percent(part.spent, part.budget)
    yield f"{indent}- kode: {part.code}"
    yield f"{indent}  nama: {part.name}"
    yield f"{indent}  anggaran: {grouped(part.budget)}"
    yield f"{indent}  realisasi: {grouped(part.spent)}"
    yield f"{indent}  persen: {decimal(share)}"


def _quoted(unit: str) -> str:
    """A sign that YAML would misread goes in quotes."""
    return f'"{unit}"' if unit == "%" else unit
