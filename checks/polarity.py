"""PCT: the capaian of an indicator of which less is better, by the formula of those of which more is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Across, Figure, Problem, Report, Role, Row, RowKind, Rule, Severity, Words
from reviewer.model.arithmetic import Match, compare
from reviewer.model.polarity import lower_is_better
from reviewer.model.written import written

_LOWER = (Rule.PERCENT_LOWER, Rule.PERCENT_INVERSE)


class WrongWay(Check):
    """Where less is better, more than the target is no success."""

    code = "PCT023"
    name = "wrong-way"
    severity = Severity.WARNING
    title = Words(
        "Capaian indikator makin rendah makin baik dihitung terbalik", "A capaian computed the wrong way round"
    )
    reason = Words(
        "Untuk indikator yang makin rendah makin baik, realisasi di atas target menurunkan capaian (Lampiran II PermenPANRB "
        "53/2014; rumus yang dipakai laporan itu sendiri).",
        "For an indicator of which less is better, a result above its target lowers the capaian (PermenPANRB 53/2014, annex II; "
        "the formula that the report itself uses).",
    )
    docs = Words(
        "Indikator yang menurut namanya makin rendah makin baik (kematian, kemiskinan, kasus, waktu tunggu …) tetapi capaiannya "
        "sama dengan realisasi dibagi target. Dilaporkan bila laporan itu sendiri memakai rumus sebaliknya: teksnya "
        "menyebut “semakin rendah/kecil semakin baik” atau rumus T/R atau (2T-R)/T, atau indikator lain dalam tabel dihitung "
        "demikian. Inflasi, yang targetnya sebuah rentang, dibiarkan; baris yang sama dalam beberapa tabel satu temuan.",
        "An indicator of which less is better by its name (deaths, poverty, cases, waiting time …) whose capaian is realisasi "
        "over target. Reported where the report itself uses the other formula: its text says that less is better or gives T/R or "
        "(2T-R)/T, or another indicator is computed so. Inflation, whose target is a range, is left "
        "alone; one row in several tables is one finding.",
    )
    messages = {
        "found": Words(
            "{row}: makin rendah makin baik, tetapi capaian {stated} dihitung realisasi dibagi target; dengan target {target} "
            "dan realisasi {realised} menurut rumus laporan ini capaiannya {expected}.",
            "{row}: less is better, but the capaian {stated} is realisasi over target; with target {target} and realisasi "
            "{realised} by this report's formula it is {expected}.",
        ),
    }
    _NOTE = "Untuk indikator kemiskinan semakin rendah semakin baik, dengan rumus target dibagi realisasi.\n\n"
    _TABLE = "Tabel 1 Capaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\n1\tJalan mantap\t80,00\t76,00\t95,00\n"
    good = (
        Example(_NOTE + _TABLE + "2\tTingkat kemiskinan\t10,00\t12,50\t80,00\n"),
        Example(_NOTE + _TABLE + "2\tKasus kekerasan yang ditangani\t40\t50\t125,00\n"),
    )
    bad = (
        Example(_NOTE + _TABLE + "2\tTingkat kemiskinan\t10,00\t12,50\t125,00\n", "125,00"),
        Example(
            _TABLE + "2\tTingkat kemiskinan\t10,00\t12,50\t80,00\n3\tAngka kematian bayi\t8,00\t10,50\t131,25\n",
            "131,25",
        ),
    )
    _SAID = re.compile(
        r"(?:semakin|makin)\s+(?:rendah|kecil|sedikit|menurun|turun|cepat|pendek)\b[^.;]{0,60}?\b(?:semakin|makin)\s+"
        r"(?:baik|tinggi|bagus)",
        re.IGNORECASE,
    )
    _INVERSE = re.compile(r"target\s*(?:/|:|÷|dibagi(?:\s+dengan)?)\s*reali[sz]asi|\bT\s*/\s*R\b", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Problem]:
        cells = [
            cell
            for table in report.tables
            for across in table.across
            for cell in self._cells(report, table.block, across)
        ]
        if not any(lower_is_better(row.label) for row, *_ in cells):
            return
        used = [rule for _, s, r, t in cells for rule in _LOWER if self._only(rule, s, r, t)]
        said = " ".join(text for _, text in report.texts if self._SAID.search(text) or self._INVERSE.search(text))
        if not used and not said:
            return
        inverse = used.count(Rule.PERCENT_INVERSE) > used.count(Rule.PERCENT_LOWER)
        if used.count(Rule.PERCENT_INVERSE) == used.count(Rule.PERCENT_LOWER):
            inverse = self._INVERSE.search(said) is not None
        wrong: dict[tuple[str, str, str, str], list[tuple[Row, Figure, Figure, Figure]]] = {}
        for cell in cells:
            row, stated, realised, target = cell
            banded = re.search("inflasi", row.label, re.IGNORECASE)
            if lower_is_better(row.label) and not banded and self._wrong(stated, realised, target):
                wrong.setdefault((row.label.lower(), stated.text, realised.text, target.text), []).append(cell)
        for (_, stated, realised, target), *again in wrong.values():
            value = target.value / realised.value * 100 if inverse else 200 - realised.value / target.value * 100
            should = written(value, stated, decimals=max(stated.decimals, 2))
            yield Problem(
                stated.spot,
                stated=stated.text,
                expected=should,
                params=(("realised", realised.text), ("target", target.text)),
                evidence=(realised.spot, target.spot, *(s.spot for _, s, _, _ in again)),
                group=bool(again),
                figure=stated,
                content=(stated.text, should),
            )

    def _cells(self, report: Report, block: int, across: Across) -> Iterator[tuple[Row, Figure, Figure, Figure]]:
        table = report.table_at(block)
        if table is None or across.rule is not Rule.PERCENT or across.inner or across.whole_row is not None:
            return
        if table.columns[across.terms[1][0]].role is not Role.TARGET:
            return
        for row in table.rows:
            stated = row.figure(across.result)
            realised, target = (row.figure(c) for c, _ in across.terms)
            firm = stated is not None and realised is not None and target is not None and row.kind is RowKind.PART
            if firm and stated and realised and target and min(stated.value, realised.value, target.value) > 0:
                yield row, stated, realised, target

    def _only(self, rule: Rule, stated: Figure, realised: Figure, target: Figure) -> bool:
        """Whether a formula for less is better fits and the common one does not."""
        terms = [(realised, 1), (target, 1)]
        return compare(rule, stated, terms) is Match.HOLDS and compare(Rule.PERCENT, stated, terms) is Match.DIFFERS

    def _wrong(self, stated: Figure, realised: Figure, target: Figure) -> bool:
        terms = [(realised, 1), (target, 1)]
        others = [compare(rule, stated, terms) for rule in _LOWER]
        made = abs(realised.value / target.value * 100 - stated.value) <= stated.step
        return made and all(m is Match.DIFFERS for m in others)
