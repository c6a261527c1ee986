"""XRF: one fact in two places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import Fact, Problem, Relation, Report, Role, Rule, Severity, Term, Words

_REASON = Words(
    "Angka yang sama harus sama di semua tempat: perjanjian kinerja, tabel realisasi dan uraian (kesesuaian "
    "informasi, Lampiran "
    "III PermenPANRB 53/2014).",
    "One figure must read alike everywhere: agreement, realisasi tables and text (consistency, PermenPANRB 53/2014, "
    "annex III).",
)
_MEASURES = {
    Role.BUDGET: Words("anggaran", "budget"),
    Role.REALISATION: Words("realisasi", "realisasi"),
    Role.TARGET: Words("target", "target"),
    Role.ACHIEVEMENT: Words("capaian", "capaian"),
}
Key = tuple[str, Role, int | None, bool]


def _by_key(facts: tuple[Fact, ...]) -> dict[Key, list[Fact]]:
    groups: dict[Key, list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[fact.entity, fact.measure, fact.year, fact.money].append(fact)
    return groups


def _single(facts: list[Fact]) -> list[Fact]:
    """Facts of tables that speak of the thing once: twice in one table is another matter."""
    count = Counter((f.table, f.kind) for f in facts)
    return [f for f in facts if count[f.table, f.kind] == 1]


class BudgetElsewhere(Check):
    """The budget or realisasi of a program or kegiatan reads alike in two tables."""

    code = "XRF001"
    name = "amount-elsewhere"
    severity = Severity.WARNING
    title = Words("Anggaran atau realisasi berbeda di dua tabel", "A budget or realisasi differs between two tables")
    reason = _REASON
    docs = Words(
        "Program dan kegiatan dicocokkan antartabel menurut namanya (ejaan, huruf besar, “&”/“dan” diabaikan). Dua "
        "tabel dipandang memuat angka yang sama bila "
        "sebagian besar barisnya memang sama, atau bila keduanya menyatakan anggaran setelah perubahan tahun yang "
        "sama; baris yang berbeda dilaporkan. "
        "Pagu murni, pagu perubahan dan realisasi adalah hal yang berlainan.",
        "Programs and kegiatan are matched between tables by name (spelling, capitals, “&”/“dan” ignored). Two "
        "tables are taken to hold the same figures where most of "
        "their rows do agree, or where both say that they show the changed budget of one year; rows that differ are "
        "reported. The original budget, the changed "
        "budget and realisasi are different things.",
    )
    messages = {
        "violated": Words(
            "{row}: {measure} tertulis {stated} di sini, tetapi {expected} di {other} (selisih {difference}).",
            "{row}: {measure} is {stated} here, but {expected} in {other} ({difference} apart).",
        ),
        "many": Words(
            "{measure} {count} program/kegiatan berbeda antara {here} dan {other}, yang sama-sama menyatakan "
            "anggaran setelah perubahan; yang pertama: "
            "{row}, {stated} dan {expected}.",
            "The {measure} of {count} programs or kegiatan differs between {here} and {other}, which both claim the "
            "changed budget; the first: {row}, "
            "{stated} and {expected}.",
        ),
    }
    good = (
        Example(
            "LAPORAN KINERJA TAHUN 2024\n\nTabel 1 Perjanjian Kinerja Tahun 2024\n\nNo\tProgram\tAnggaran (Rp)\n"
            "1\tProgram Pelayanan Administrasi\t100.000.000\n"
            "2\tProgram Ketertiban Umum\t200.000.000\n3\tProgram Sarana Aparatur\t300.000.000\n\nTabel 2 Realisasi\n"
            "\nNo\tProgram\tAnggaran\tRealisasi\n"
            "1\tProgram Pelayanan Administrasi\t100.000.000\t90.000.000\n2\tProgram Ketertiban "
            "Umum\t200.000.000\t190.000.000\n3\tProgram Sarana Aparatur\t300.000.000\t250.000.000\n"
        ),
    )
    bad = (
        Example(
            "LAPORAN KINERJA TAHUN 2024\n\nTabel 1 Perjanjian Kinerja Tahun 2024\n\nNo\tProgram\tAnggaran (Rp)\n"
            "1\tProgram Pelayanan Administrasi\t100.000.000\n"
            "2\tProgram Ketertiban & Keamanan\t200.000.000\n3\tProgram Sarana Aparatur\t300.000.000\n\nTabel 2 "
            "Realisasi\n\nNo\tProgram\tAnggaran\tRealisasi\n"
            "1\tProgram Pelayanan Administrasi\t100.000.000\t90.000.000\n2\tProgram Ketertiban dan "
            "Keamanan\t220.000.000\t190.000.000\n3\tProgram Sarana Aparatur\t300.000.000\t250.000.000\n",
            "200.000.000",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Relation | Problem]:
        pairs: dict[tuple[int, int, Role], list[tuple[Fact, Fact]]] = defaultdict(list)
        for facts in _by_key(report.facts).values():
            own = [f for f in _single(facts) if f.money and f.measure in (Role.BUDGET, Role.REALISATION)]
            for i, first in enumerate(own):
                for second in own[i + 1 :]:
                    if first.table != second.table and _one_kind(first, second) and not _other_state(first, second):
                        pairs[first.table, second.table, first.measure].append((first, second))
        told: set[tuple[str, Decimal, Decimal]] = set()
        for (_, _, measure), matched in pairs.items():
            equal = [p for p in matched if p[0].figure.value == p[1].figure.value]
            differing = [p for p in matched if p[0].figure.value != p[1].figure.value]
            changed = all(a.state == b.state == "perubahan" for a, b in differing)
            if len(equal) >= 2 and len(equal) >= len(differing):
                for first, second in matched:
                    content = (first.entity, first.figure.value, second.figure.value)
                    if first.figure.value != second.figure.value and content in told:
                        continue
                    told.add(content)
                    yield self._relation(report, measure, first, second)
            elif len(differing) >= 3 and changed and measure is Role.BUDGET:
                yield self._many(report, measure, differing)

    def _relation(self, report: Report, measure: Role, first: Fact, second: Fact) -> Relation:
        return Relation(
            Rule.EQUAL,
            first.figure,
            (Term(second.figure),),
            params=(("measure", _MEASURES[measure]), ("other", _title(report, second))),
            arithmetic=False,
        )

    def _many(self, report: Report, measure: Role, pairs: list[tuple[Fact, Fact]]) -> Problem:
        first, second = pairs[0]
        return Problem(
            first.figure.spot,
            "many",
            stated=first.figure.text,
            expected=second.figure.text,
            params=(
                ("measure", _MEASURES[measure]),
                ("count", str(len(pairs))),
                ("here", _title(report, first)),
                ("other", _title(report, second)),
            ),
            evidence=tuple(a.figure.spot for a, _ in pairs) + tuple(b.figure.spot for _, b in pairs),
            severity=Severity.ERROR,
            group=True,
            content=tuple(f"{a.entity}:{a.figure.value}:{b.figure.value}" for a, b in pairs),
        )


def _one_kind(a: Fact, b: Fact) -> bool:
    """A program and its first kegiatan often share a name."""
    return a.kind == b.kind or "lain" in (a.kind, b.kind)


def _other_state(a: Fact, b: Fact) -> bool:
    return a.measure is Role.BUDGET and bool(a.state) and bool(b.state) and a.state != b.state


def _title(report: Report, fact: Fact) -> str:
    table = report.table_at(fact.table)
    return table.title if table else ""


class IndicatorElsewhere(Check):
    """Target, realisasi or capaian of an indicator reads alike in all tables of one year."""

    code = "XRF002"
    name = "indicator-elsewhere"
    title = Words("Angka indikator berbeda antartabel", "An indicator's figure differs between tables")
    reason = _REASON
    docs = Words(
        "Target, realisasi dan capaian satu indikator untuk tahun yang sama dibandingkan antartabel. Bila sebagian "
        "besar tabel sepakat, yang berbeda dilaporkan; bila hanya ada dua dan berbeda, "
        "keduanya ditunjukkan sebagai info.",
        "Target, realisasi and capaian of one indicator for one year are compared between tables. Where most tables "
        "agree, the odd one is reported; where there are only two "
        "and they differ, both are shown as an info.",
    )
    messages = {
        "violated": Words(
            "{name}: {measure} {year} tertulis {stated} di sini, tetapi {expected} di {other}.",
            "{name}: {measure} {year} is {stated} here, but {expected} in {other}.",
        ),
    }
    good = (
        Example(
            "LAPORAN KINERJA TAHUN 2024\n\nTabel 1 Capaian Tahun 2024\n\nNo\tIndikator "
            "Kinerja\tTarget\tRealisasi\tCapaian\n1\tPersentase desa tertib\t80 %\t60 %\t75,00 %\n\n"
            "Tabel 2 Perbandingan\n\nNo\tIndikator Kinerja\tRealisasi\t\n\t\t2023\t2024\n1\tPersentase desa "
            "tertib\t55 %\t60 %\n"
        ),
    )
    bad = (
        Example(
            "LAPORAN KINERJA TAHUN 2024\n\nTabel 1 Capaian Tahun 2024\n\nNo\tIndikator "
            "Kinerja\tTarget\tRealisasi\tCapaian\n1\tPersentase desa tertib\t80 %\t60 %\t75,00 %\n\n"
            "Tabel 2 Perbandingan\n\nNo\tIndikator Kinerja\tRealisasi\t\n\t\t2023\t2024\n1\tPersentase desa "
            "tertib\t55 %\t75 %\n",
            "75 %",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for (_, measure, year, money), facts in _by_key(report.facts).items():
            own = _single(facts)
            if money or len(own) < 2 or len({f.figure.unit for f in own}) > 1:
                continue
            if own[0].kind != "indikator" or any(f.kind != "indikator" for f in own):
                continue
            votes = Counter(f.figure.value for f in own)
            value, many = votes.most_common(1)[0]
            model = next(f for f in own if f.figure.value == value)
            odd_one_out = many > len(own) - many
            for fact in own:
                if fact is model or (
                    fact.figure.value != value and not odd_one_out and own.index(fact) < own.index(model)
                ):
                    continue
                yield Relation(
                    Rule.EQUAL,
                    fact.figure,
                    (Term(model.figure),),
                    params=(
                        ("name", fact.name),
                        ("measure", _MEASURES[measure]),
                        ("year", str(year or "")),
                        ("other", _title(report, model)),
                    ),
                    severity=None if odd_one_out else Severity.INFO,
                    arithmetic=False,
                )
