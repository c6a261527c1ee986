"""PCT: capaian of a target in two units at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reviewer.checking.base import Check, Example
from reviewer.model import Across, Problem, Report, Row, RowKind, Rule, Severity, Spot, TypedTable, Words
from reviewer.model.written import written

_PART = re.compile(r"(\d+(?:[.,]\d+)*)\s*([A-Za-z]{2,})\.?")
_JOINT = re.compile(r"[\s,;/&+]*(?:dan\b)?\s*", re.IGNORECASE)
_CAP = Decimal(100)


class CompoundTarget(Check):
    """The capaian of "16 OPD/10 LKD" against "54 OPD/27 LKD" is one that the two make."""

    code = "PCT014"
    name = "compound-target"
    severity = Severity.WARNING
    title = Words(
        "Capaian target bersatuan ganda salah hitung", "The capaian of a target in two units is miscalculated"
    )
    reason = Words(
        "Capaian dihitung dari realisasi dibandingkan target (Lampiran II PermenPANRB 53/2014).",
        "Capaian is realisasi against target (PermenPANRB 53/2014, annex II).",
    )
    docs = Words(
        "Target dan realisasi yang masing-masing menyebut dua jumlah dengan satuan yang sama urutannya (“54 OPD/27 LKD”, “500 "
        "judul, 10.000 eks”): capaiannya boleh salah satu perbandingannya, rata-ratanya (juga bila dibatasi 100), atau "
        "perbandingan jumlahnya. Bila tidak satu pun cocok, dilaporkan.",
        "Target and realisasi that each name two counts with the same units in the same order (“54 OPD/27 LKD”, “500 judul, "
        "10.000 eks”): the capaian may be either ratio, their mean (capped at 100 too), or the ratio of their sums. Where "
        "none fits it is reported.",
    )
    messages = {
        "found": Words(
            "{row}: {column} tertulis {stated}, padahal {realised} dari {target} adalah {ratios}.",
            "{row}: {column} says {stated}, but {realised} of {target} is {ratios}.",
        ),
    }
    _HEAD = "Tabel 1 Capaian\n\nNo\tKegiatan\tTarget\tRealisasi\tCapaian (%)\n1\tRapat\t10 kali\t9 kali\t90,00\n"
    _ROWS = "2\tKajian\t4 buku\t3 buku\t75,00\n3\tPembinaan arsip\t54 OPD/27 LKD\t10 OPD/16 LKD\t"
    good = (
        Example(_HEAD + _ROWS + "59,26\n"),
        Example(_HEAD + _ROWS + "38,89\n"),
        Example(_HEAD + _ROWS + "32,10\n"),
    )
    bad = (Example(_HEAD + _ROWS + "10,00\n", "10,00"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            for across in table.across:
                if across.rule is Rule.PERCENT and across.whole_row is None and not across.inner:
                    for row in table.rows:
                        if row.kind is RowKind.PART and (problem := self._row(table, across, row)):
                            yield problem

    def _row(self, table: TypedTable, across: Across, row: Row) -> Problem | None:
        stated = row.figure(across.result)
        cells = table.table.rows[row.index]
        (top, _), (bottom, _) = across.terms
        realised, target = _parts(cells[top].text), _parts(cells[bottom].text)
        if stated is None or stated.dash or len(realised) < 2 or [u for _, u in realised] != [u for _, u in target]:
            return None
        if not all(v for v, _ in target):
            return None
        ratios = [a / b * 100 for (a, _), (b, _) in zip(realised, target, strict=True)]
        if any(abs(r - stated.value) <= stated.step for r in _customary(ratios, realised, target)):
            return None
        shown = [f"{written(r, stated, decimals=2)} %" for r in ratios]
        return Problem(
            stated.spot,
            stated=stated.text,
            params=(
                ("column", table.columns[across.result].name),
                ("realised", _flat(cells[top].text)),
                ("target", _flat(cells[bottom].text)),
                ("ratios", Words(" dan ".join(shown), " and ".join(shown))),
            ),
            evidence=tuple(Spot(table.block, row.index, c, 0, len(cells[c].text)) for c in (top, bottom)),
            figure=stated,
            content=(stated.text, cells[top].text, cells[bottom].text),
        )


def _customary(
    ratios: list[Decimal], realised: list[tuple[Decimal, str]], target: list[tuple[Decimal, str]]
) -> Iterator[Decimal]:
    """What a capaian of several counts may be."""
    yield from ratios
    yield from (min(r, _CAP) for r in ratios)
    yield sum(ratios, Decimal(0)) / len(ratios)
    yield sum((min(r, _CAP) for r in ratios), Decimal(0)) / len(ratios)
    whole = sum((v for v, _ in target), Decimal(0))
    yield sum((v for v, _ in realised), Decimal(0)) / whole * 100


def _parts(text: str) -> list[tuple[Decimal, str]]:
    """The counts of a cell that holds nothing else."""
    found = list(_PART.finditer(text.strip()))
    ends = [0, *(m.end() for m in found)]
    starts = [*(m.start() for m in found), len(text.strip())]
    between = [text.strip()[a:b] for a, b in zip(ends, starts, strict=True)]
    if not found or not all(_JOINT.fullmatch(t) for t in between) or any(b == a for a, b in pairwise(starts)):
        return []
    return [(Decimal(re.sub(r"[.,]", "", m[1])), m[2].lower()) for m in found]


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
