"""TOT: targets by quarter against the target of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Column, Figure, Relation, Report, Role, RowKind, Rule, Severity, Term, TypedTable, Words
from reviewer.model.arithmetic import Match, compare


class QuartersOfYear(Check):
    """Quarters end at the year's target: the last of cumulative ones, or the sum of them."""

    code = "TOT030"
    name = "quarters"
    severity = Severity.ERROR
    title = Words("Target triwulan tidak sampai pada target setahun", "Quarterly targets do not reach the year's")
    reason = Words(
        "Rencana aksi membagi target setahun menurut triwulan (PermenPANRB 88/2021 menilai kesesuaiannya).",
        "The action plan divides the year's target by quarters (PermenPANRB 88/2021 rates their agreement).",
    )
    docs = Words(
        "Empat kolom triwulan di samping satu kolom target: bila di sebagian besar baris triwulan IV sama dengan target "
        "(kumulatif) atau keempatnya berjumlah sama dengan target, baris yang menyimpang dilaporkan. "
        "Sel kosong atau “-” berarti belum ada.",
        "Four columns of quarters beside one of targets: where in most rows quarter IV equals the target (cumulative), or the "
        "four add up to it, a row that does not is reported. A blank cell or “-” means none yet.",
    )
    messages = {
        "last": Words(
            "{row}: target setahun {stated}, padahal target kumulatif triwulan IV {expected}.",
            "{row}: the year's target is {stated}, but that of quarter IV, cumulative, is {expected}.",
        ),
        "sum": Words(
            "{row}: target setahun {stated}, padahal keempat triwulannya berjumlah {expected}.",
            "{row}: the year's target is {stated}, but its four quarters make {expected}.",
        ),
    }
    _HEAD = "Tabel 1 Rencana Aksi\n\nNo\tAksi\tTarget Setahun\tTW I\tTW II\tTW III\tTW IV\n"
    _ROWS = "1\tPelatihan\t360\t60\t180\t300\t360\n2\tFestival\t24\t-\t6\t18\t24\n3\tPendataan\t85\t20\t40\t60\t85\n"
    _APART = "1\tPelatihan\t360\t60\t120\t120\t60\n2\tFestival\t24\t4\t6\t8\t6\n3\tPendataan\t85\t20\t20\t20\t25\n"
    good = (
        Example(_HEAD + _ROWS + "4\tRapat\t12\t3\t6\t9\t12\n"),
        Example(_HEAD + _APART + "4\tRapat\t12\t3\t3\t3\t3\n"),
    )
    bad = (
        Example(_HEAD + _ROWS + "4\tRapat\t12\t3\t6\t9\t10\n", "12"),
        Example(_HEAD + _APART + "4\tRapat\t12\t3\t3\t3\t4\n", "12"),
    )
    _QUARTER = re.compile(r"(?:triwulan|\btw|\btrw?)\W*(iv|iii|ii|i|[1-4])\b", re.IGNORECASE)
    _NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

    def inspect(self, report: Report) -> Iterator[Relation]:
        for table in report.tables:
            quarters = self._quarters(table)
            years = [c for c in table.column(Role.TARGET) if c not in quarters]
            if len(quarters) != 4 or len(years) != 1 or any(a.result == years[0].index for a in table.across):
                continue
            yield from self._relations(table, years[0].index, [c.index for c in quarters])

    def _quarters(self, table: TypedTable) -> list[Column]:
        """The columns of quarters I to IV, where there is one of each and none is of results."""
        found: dict[int, Column] = {}
        for column in table.columns:
            match = self._QUARTER.search(column.header[-1]) if column.header else None
            if match is None:
                continue
            number = self._NUMBERS[match.group(1).lower()]
            if number in found or re.search("reali[sz]asi|capaian|%", column.title, re.IGNORECASE):
                return []
            found[number] = column
        return [found[n] for n in sorted(found)]

    def _relations(self, table: TypedTable, year: int, quarters: list[int]) -> Iterator[Relation]:
        ways: dict[str, list[tuple[Relation, bool]]] = {"last": [], "sum": []}
        for row in table.rows:
            target = row.figure(year)
            parts: list[Figure] = [f for c in quarters if (f := row.figure(c)) and not f.dash]
            last = row.figure(quarters[-1])
            if row.kind is not RowKind.PART or target is None or target.dash or not parts or last is None or last.dash:
                continue
            for message, rule, own in (("last", Rule.EQUAL, [last]), ("sum", Rule.SUM, parts)):
                fits = compare(rule, target, [(f, 1) for f in own]) is Match.HOLDS
                ways[message].append((Relation(rule, target, tuple(map(Term, own)), message), fits))
        best = max(ways.values(), key=lambda own: sum(fits for _, fits in own))
        held = sum(fits for _, fits in best)
        if held >= 3 and (len(best) - held) * 3 <= held:
            yield from (relation for relation, _ in best)
