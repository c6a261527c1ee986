"""STR: codes of programs, kegiatan and sub kegiatan against the row they stand under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Role, Row, RowKind, Severity, Spot, TypedTable, Words
from reviewer.model.titles import same_word

_LEAST = 4
"""Components from which on a code is one of a kegiatan or sub kegiatan."""


class CodeOutOfPlace(Check):
    """A code begins with that of the row it stands under, and names one thing."""

    code = "STR017"
    name = "code-out-of-place"
    severity = Severity.WARNING
    title = Words("Kode tidak sesuai induknya", "A code does not fit the row above it")
    reason = Words(
        "Kode program, kegiatan dan sub kegiatan berjenjang (Permendagri 90/2019): kode rincian diawali kode induknya, dan satu "
        "kode untuk satu nama.",
        "Codes of programs, kegiatan and sub kegiatan are nested (Permendagri 90/2019): the code of a detail begins with that of "
        "its parent, and one code has one name.",
    )
    docs = Words(
        "Dalam tabel berkode, rincian yang kodenya diawali kode kegiatan lain daripada kegiatan di atasnya, dan kode yang "
        "dipakai untuk dua nama yang berlainan. Hanya bila selebihnya kode dalam tabel itu tersusun: satu dua penyimpangan, "
        "bukan cara menulis yang lain.",
        "In a table with codes, a detail whose code begins with that of another kegiatan than the one above it, and a code used "
        "for two different names. Only where the codes of the table are otherwise in order: a slip or two, not another way of "
        "writing.",
    )
    messages = {
        "placed": Words(
            "Kode {stated} (“{name}”) berdiri di bawah {parent} “{above}”; semestinya diawali {parent}.",
            "The code {stated} (“{name}”) stands under {parent} “{above}”; it should begin with {parent}.",
        ),
        "used": Words(
            "Kode {stated} (“{name}”) berdiri di bawah {parent} “{above}” dan sudah dipakai untuk “{other}”.",
            "The code {stated} (“{name}”) stands under {parent} “{above}” and is already used for “{other}”.",
        ),
    }
    _HEAD = "Tabel 1 Pagu\n\nKode\tUraian\tPagu\n2.15.02\tProgram Lalu Lintas\t900.000.000\n"
    _A = "2.15.02.2.04\tIzin Fasilitas\t400.000.000\n2.15.02.2.04.01\tFasilitasi Izin\t400.000.000\n"
    _B = (
        "2.15.02.2.05\tPengujian Berkala\t500.000.000\n{}\tSarana Pengujian\t300.000.000\n"
        "2.15.02.2.05.05\tTarif Uji\t200.000.000\n"
    )
    good = (
        Example(_HEAD + _A + _B.format("2.15.02.2.05.01")),
        Example(
            "Tabel 1 Belanja\n\nKode\tUraian\tPagu\n2.15.02.2.04\tIzin Fasilitas\t400.000.000\n5.1.02.01\tBarang\t400.000.000\n"
            "2.15.02.2.05\tPengujian\t300.000.000\n5.1.02.01\tBarang\t300.000.000\n"
        ),
    )
    bad = (
        Example(_HEAD + _A + _B.format("2.15.02.2.04.01"), "sudah dipakai"),
        Example(_HEAD + _A + _B.format("2.15.02.2.06.01"), "semestinya diawali 2.15.02.2.05"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            coded = [(row, _code(row.number)) for row in table.rows if row.kind in (RowKind.PART, RowKind.GROUP)]
            coded = [(row, code) for row, code in coded if len(code) >= _LEAST]
            odd = list(self._odd(coded))
            if len(coded) >= 4 and 1 <= len(odd) <= max(1, len(coded) // 10):
                for row, parent, other in odd:
                    yield self._problem(table, row, parent, other)

    def _odd(self, coded: list[tuple[Row, tuple[str, ...]]]) -> Iterator[tuple[Row, Row, Row | None]]:
        above: dict[int, tuple[Row, tuple[str, ...]]] = {}
        first: dict[tuple[str, ...], Row] = {}
        for row, code in coded:
            parent = above.get(len(code) - 1)
            if parent is not None and parent[1] != code[:-1] and parent[1][:2] == code[:2]:
                other = first.get(code)
                yield row, parent[0], other if other is not None and not _alike(other.label, row.label) else None
            first.setdefault(code, row)
            above = {length: own for length, own in above.items() if length < len(code)}
            above[len(code)] = (row, code)

    def _problem(self, table: TypedTable, row: Row, parent: Row, other: Row | None) -> Problem:
        column = next((c.index for c in table.column(Role.CODE, Role.NUMBER)), 0)
        return Problem(
            Spot(table.block, row.index, column),
            "used" if other else "placed",
            stated=row.number,
            params=(
                ("name", row.label),
                ("parent", parent.number),
                ("above", parent.label),
                ("other", other.label if other else ""),
            ),
            evidence=tuple(Spot(table.block, r.index, column) for r in (parent, other) if r is not None),
            content=(row.number, row.label, parent.number),
        )


def _code(number: str) -> tuple[str, ...]:
    return tuple(number.split(".")) if re.fullmatch(r"\d+(?:\.\d+)+", number) else ()


def _alike(a: str, b: str) -> bool:
    left, right = (re.findall(r"[a-z]+", text.lower()) for text in (a, b))
    return len(left) == len(right) and all(same_word(x, y) for x, y in zip(left, right, strict=True))
