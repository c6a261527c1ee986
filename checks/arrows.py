"""PCT: ratios of a table that says for each row which way is better."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Role, RowKind, Rule, Severity, Words
from reviewer.model.arithmetic import Match, compare
from reviewer.model.written import written

_LOWER = (Rule.PERCENT_INVERSE, Rule.PERCENT_LOWER)


class ArrowColumn(Check):
    """A row marked as falling is computed by a formula for falling."""

    code = "PCT028"
    name = "arrow-column"
    severity = Severity.WARNING
    title = Words("Persentase tidak mengikuti kolom arah", "A percentage against the column of directions")
    reason = Words(
        "Untuk indikator yang makin rendah makin baik dipakai rumus terbalik; tabel itu sendiri menyatakan arahnya.",
        "Indicators of which less is better take the reverse formula; the table itself states the direction.",
    )
    docs = Words(
        "Tabel dengan kolom Arah, Polaritas atau Sifat yang berisi naik/turun (positif/negatif, maksimal/minimal): persentase "
        "pada baris “turun” yang dihitung dengan rumus biasa (realisasi dibagi target), dan pada baris “naik” dengan rumus "
        "terbalik, dilaporkan. Hanya bila kedua rumus memberi hasil yang berlainan.",
        "A table with a column Arah, Polaritas or Sifat saying naik/turun (positive/negative, maximise/minimise): a percentage "
        "in a falling row by the common formula (result over target), or in a rising one by the reverse, is reported. Only where "
        "the two formulas differ.",
    )
    messages = {
        "found": Words(
            "{row}: kolom arah menyebut “{way}”, tetapi {stated} dihitung {first} dibagi {second}; menurut arahnya {expected}.",
            "{row}: the direction says “{way}”, but {stated} is {first} over {second}; by its direction it is {expected}.",
        ),
    }
    _HEAD = (
        "Tabel 1 Capaian\n\nNo\tIndikator\tArah\tTarget\tRealisasi\tCapaian (%)\n1\tAngka partisipasi\tnaik\t80,00\t76,00\t"
        "95,00\n2\tNilai literasi\tnaik\t64,00\t60,00\t93,75\n3\tNilai numerasi\tnaik\t60,00\t63,00\t105,00\n"
    )
    good = (Example(_HEAD + "4\tAngka putus sekolah\tturun\t0,10\t0,12\t83,33\n"),)
    bad = (Example(_HEAD + "4\tAngka putus sekolah\tturun\t0,10\t0,12\t120,00\n", "120,00"),)
    _ARROW = re.compile(
        r"^\s*(?:arah|polaritas|sifat|jenis)(?:\s+(?:indikator|target|kinerja|polarisasi|capaian))?\s*$", re.I
    )
    _DOWN = re.compile(
        r"^\W*(?:turun|menurun|negatif|minim(?:ize|al|um|asi|ise)?|(?:maki?n|semakin) (?:rendah|kecil)[\w ]*|-|↓)\W*$",
        re.I,
    )
    _UP = re.compile(
        r"^\W*(?:naik|meningkat|positif|ma(?:x|ks)im(?:ize|al|um|asi|ise)?|(?:maki?n|semakin) (?:tinggi|besar)[\w ]*|\+|↑)\W*$",
        re.I,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            arrow = next((c for c in table.columns if c.header and self._ARROW.match(c.header[-1])), None)
            if arrow is None:
                continue
            for across in table.across:
                if across.rule not in (Rule.PERCENT, *_LOWER) or across.inner or across.whole_row is not None:
                    continue
                told = table.columns[across.result]
                if told.role is not Role.ACHIEVEMENT and not re.search(r"%|persen|capaian|tingkat", told.title, re.I):
                    continue
                for row in table.rows:
                    way = table.table.rows[row.index][arrow.index].text.strip()
                    falls = self._DOWN.match(way) is not None
                    stated = row.figure(across.result)
                    a, b = (row.figure(c) for c, _ in across.terms[:2])
                    if row.kind is not RowKind.PART or stated is None or a is None or b is None:
                        continue
                    if not (falls or self._UP.match(way)) or min(a.value, b.value, stated.value) <= 0:
                        continue
                    terms = [(a, 1), (b, 1)]
                    wrong, right = ((Rule.PERCENT,), _LOWER) if falls else (_LOWER[:1], (Rule.PERCENT,))
                    if not any(compare(r, stated, terms) is Match.HOLDS for r in wrong):
                        continue
                    if any(compare(r, stated, terms) is not Match.DIFFERS for r in right):
                        continue
                    value = b.value / a.value * 100 if falls else a.value / b.value * 100
                    first, second = (a, b) if falls else (b, a)
                    yield Problem(
                        stated.spot,
                        stated=stated.text,
                        expected=written(value, stated, decimals=max(stated.decimals, 2)),
                        params=(("row", row.label), ("way", way), ("first", first.text), ("second", second.text)),
                        evidence=(a.spot, b.spot),
                        figure=stated,
                        content=(stated.text, a.text, b.text),
                    )
