"""XRF: one fact in two places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from reviewer.checking.base import Check, Example
from reviewer.model import Fact, Figure, Notice, Problem, Relation, Report, Role, Rule, Severity, Term, Words

_REASON = Words(
    "Angka yang sama harus sama di semua tempat: perjanjian kinerja, tabel realisasi dan uraian (kesesuaian "
    "informasi, Lampiran "
    "III PermenPANRB 53/2014).",
    "One figure must read alike everywhere: agreement, realisasi tables and text (consistency, PermenPANRB 53/2014, "
    "annex III).",
)
_REACH = 12
"""Statements of one amount that each is compared with, so that a name on a thousand tables makes no million pairs."""
_MANY = Words(
    "XRF001: {count} nilai disebut di lebih dari {most} tabel; masing-masing dibandingkan dengan {reach} tabel berikutnya saja.",
    "XRF001: {count} amounts stand in more than {most} tables; each was compared with the next {reach} only.",
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
        "several": Words(
            "{measure} {count} program/kegiatan berbeda antara {here} dan {other}, padahal sebagian besar barisnya "
            "sama; yang pertama: {row}, "
            "{stated} dan {expected}.",
            "The {measure} of {count} programs or kegiatan differs between {here} and {other}, though most rows "
            "agree; the first: {row}, "
            "{stated} and {expected}.",
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

    def inspect(self, report: Report) -> Iterator[Relation | Problem | Notice]:
        pairs: dict[tuple[int, int, Role], list[tuple[Fact, Fact]]] = defaultdict(list)
        twice: set[str] = set()
        many = 0
        for facts in _by_key(report.facts).values():
            own = [f for f in _single(facts) if f.money and f.measure in (Role.BUDGET, Role.REALISATION)]
            many += len(own) > _REACH + 1
            if len(own) == len(facts) == 2:
                twice.add(own[0].entity)
            for i, first in enumerate(own):
                for second in own[i + 1 : i + 1 + _REACH]:
                    if first.table != second.table and _one_kind(first, second) and not _other_state(first, second):
                        pairs[first.table, second.table, first.measure].append((first, second))
        if many:
            yield Notice(_MANY.format(count=many, most=_REACH + 1, reach=_REACH))
        children = _children(report)
        told: set[tuple[str, Decimal, Decimal]] = set()
        for (_, _, measure), matched in pairs.items():
            equal = [p for p in matched if p[0].figure.value == p[1].figure.value]
            apart = [p for p in matched if p[0].figure.value != p[1].figure.value]
            alike = len(equal) >= 3 * len(apart)
            differing = [p for p in apart if (alike and p[0].entity in twice) or not _of_two_units(report, children, p)]
            changed = all(a.state == b.state == "perubahan" for a, b in differing)
            if len(equal) >= 2 and len(equal) >= len(differing):
                fresh = [p for p in differing if _content(p) not in told]
                told |= {_content(p) for p in fresh}
                for first, second in equal:
                    yield self._relation(report, measure, first, second)
                if len(fresh) > 3:
                    yield self._many(report, "several", measure, fresh)
                else:
                    yield from (self._relation(report, measure, a, b) for a, b in fresh)
            elif len(differing) >= 3 and changed and measure is Role.BUDGET:
                yield self._many(report, "many", measure, differing)

    def _relation(self, report: Report, measure: Role, first: Fact, second: Fact) -> Relation:
        return Relation(
            Rule.EQUAL,
            first.figure,
            (Term(second.figure),),
            params=(("measure", _MEASURES[measure]), ("other", _title(report, second))),
            arithmetic=False,
        )

    def _many(self, report: Report, message: str, measure: Role, pairs: list[tuple[Fact, Fact]]) -> Problem:
        first, second = pairs[0]
        return Problem(
            first.figure.spot,
            message,
            stated=first.figure.text,
            expected=second.figure.text,
            params=(
                ("measure", _MEASURES[measure]),
                ("count", str(len(pairs))),
                ("here", _title(report, first)),
                ("other", _title(report, second)),
            ),
            evidence=tuple(a.figure.spot for a, _ in pairs) + tuple(b.figure.spot for _, b in pairs),
            severity=Severity.ERROR if message == "many" else Severity.WARNING,
            group=True,
            content=tuple(f"{a.entity}:{a.figure.value}:{b.figure.value}" for a, b in pairs),
        )


def _content(pair: tuple[Fact, Fact]) -> tuple[str, Decimal, Decimal]:
    return pair[0].entity, pair[0].figure.value, pair[1].figure.value


def _children(report: Report) -> dict[tuple[int, int], frozenset[str]]:
    """What stands under each row of each table, by entity."""
    entities = {(f.table, f.row): f.entity for f in report.facts}
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for table in report.tables:
        for row in table.rows:
            if row.parent is not None and (entity := entities.get((table.block, row.index))):
                found[table.block, row.parent].add(entity)
    return {place: frozenset(own) for place, own in found.items()}


def _of_two_units(report: Report, children: dict[tuple[int, int], frozenset[str]], pair: tuple[Fact, Fact]) -> bool:
    """One program in two units' agreements: told by their kegiatan, else a program on two sheets of a workbook may be so."""
    a, b = (children.get((f.table, f.row)) for f in pair)
    if a and b:
        return a != b
    sheets = {table.table.place.sheet for f in pair if (table := report.table_at(f.table))}
    return len(sheets) > 1 and pair[0].kind == "program"


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
        "keduanya ditunjukkan sebagai info, atau sebagai peringatan bila kedua tabel sepakat pada indikator lainnya.",
        "Target, realisasi and capaian of one indicator for one year are compared between tables. Where most tables "
        "agree, the odd one is reported; where there are only two "
        "and they differ, both are shown as an info, or as a warning where the two tables agree on the other "
        "indicators.",
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
        groups = [
            own
            for (*_, money), facts in _by_key(report.facts).items()
            if not money and len(own := _single(facts)) > 1 and _comparable(own)
        ]
        firm = _agreeing(groups)
        for own in groups:
            measure, year = own[0].measure, own[0].year
            votes = Counter(f.figure.value for f in own)
            value, many = votes.most_common(1)[0]
            model = next(f for f in own if f.figure.value == value)
            odd_one_out = many > len(own) - many
            for fact in own:
                if fact is model or (
                    fact.figure.value != value and not odd_one_out and own.index(fact) < own.index(model)
                ):
                    continue
                severity = _severity(measure, odd_one_out, _columns(model, fact) in firm)
                if severity is Severity.INFO and _sheet(report, fact) != _sheet(report, model):
                    continue  # two units' papers: "Jumlah dokumen" of each is its own
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
                    severity=severity,
                    arithmetic=False,
                )


def _sheet(report: Report, fact: Fact) -> str | None:
    table = report.table_at(fact.table)
    return table.table.place.sheet if table else None


Columns = tuple[frozenset[int], Role, int | None]
"""The columns of two tables that give one measure of one year."""


def _comparable(facts: list[Fact]) -> bool:
    return len({f.figure.unit for f in facts}) == 1 and all(f.kind == "indikator" for f in facts)


def _columns(first: Fact, second: Fact) -> Columns:
    return frozenset((first.table, second.table)), first.measure, first.year


def _agreeing(groups: list[list[Fact]]) -> set[Columns]:
    """Columns that agree on three different figures at least, and on three times as many as they differ on."""
    alike: dict[Columns, set[Decimal]] = defaultdict(set)
    apart: Counter[Columns] = Counter()
    for own in groups:
        for first, second in combinations(own, 2):
            if first.figure.value == second.figure.value:
                alike[_columns(first, second)].add(first.figure.value)
            else:
                apart[_columns(first, second)] += 1
    return {pair for pair, values in alike.items() if len(values) >= max(3, 3 * apart[pair])}


def _severity(measure: Role, odd_one_out: bool, firm: bool) -> Severity:
    """A target may have been agreed otherwise than planned; realisasi and capaian of a year are facts.

    Of two that stand alone neither is the odd one: they are told aloud only where their tables agree otherwise.
    """
    if not odd_one_out:
        return Severity.WARNING if firm else Severity.INFO
    return Severity.WARNING if measure is Role.TARGET else Severity.ERROR


class NearlyEqual(Check):
    """Two long amounts that differ in one digit are one amount, once mistyped."""

    code = "XRF003"
    name = "nearly-equal"
    severity = Severity.WARNING
    title = Words("Dua nilai yang hanya berbeda satu angka", "Two amounts that differ in one digit")
    reason = _REASON
    docs = Words(
        "Nilai berangka penting enam digit atau lebih yang di tempat lain dalam naskah tertulis dengan satu angka "
        "berbeda atau dua angka bertetangga tertukar tampaknya nilai yang sama, "
        "sekali salah ketik. Nilai dalam satu tabel dan nilai bulat dibiarkan, begitu pula dua nilai yang "
        "masing-masing muncul berulang.",
        "An amount of six significant digits or more that stands elsewhere in the draft with one digit different or "
        "two neighbouring digits exchanged seems to be one amount, mistyped "
        "once. Amounts of one table and round ones are left alone, and so are two amounts that each occur repeatedly.",
    )
    messages = {
        "found": Words(
            "{stated} di sini dan {expected} di {other} hanya berbeda {slip}; tampaknya nilai yang sama.",
            "{stated} here and {expected} in {other} differ by {slip} only; they seem to be one amount.",
        ),
    }
    good = (
        Example(
            "Produksi mencapai 29.796.921 butir.\n\nPada akhir tahun produksi tercatat 29.796.921 butir, naik dari "
            "21.500.000 butir.\n"
        ),
        Example("Anggaran sebesar Rp 75.000.000,- untuk rapat.\n\nAnggaran sebesar Rp 76.000.000,- untuk kajian.\n"),
    )
    bad = (
        Example(
            "Produksi mencapai 29.796.921 butir.\n\nPada akhir tahun produksi tercatat 29.798.921 butir.\n",
            "29.798.921",
        ),
        Example(
            "Anggaran sebesar Rp 1.243.567.800,- tersedia.\n\nAnggaran Rp 1.234.567.800,- itu dibagi dua.\n",
            "1.234.567.800",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        places: dict[str, list[Figure]] = defaultdict(list)
        for figure in report.figures:
            digits = str(abs(int(figure.value)))
            plain = not figure.percent and not figure.scale and not figure.fault and not figure.decimals
            if plain and len(digits.rstrip("0")) >= 6:
                places[digits].append(figure)
        buckets: dict[str, set[str]] = defaultdict(set)
        for digits in places:
            for key in _slips(digits):
                buckets[key].add(digits)
        told: set[tuple[str, str]] = set()
        for group in buckets.values():
            ordered = sorted(group, key=lambda d: (len(places[d]), places[d][0].spot), reverse=True)
            for usual, odd in zip(ordered, ordered[1:], strict=False):
                if len(group) == 2 and (usual, odd) not in told and self._one_amount(places[usual], places[odd]):
                    told.add((usual, odd))
                    yield self._problem(report, places[usual][0], places[odd][0])

    def _one_amount(self, usual: list[Figure], odd: list[Figure]) -> bool:
        blocks = {f.spot.block for f in usual}
        apart = odd[0].spot.block not in blocks or len(blocks) > 1
        return len(odd) == 1 and apart and odd[0].unit in {f.unit for f in usual} | {""}

    def _problem(self, report: Report, usual: Figure, odd: Figure) -> Problem:
        a, b = str(abs(int(usual.value))), str(abs(int(odd.value)))
        one = sum(1 for x, y in zip(a, b, strict=True) if x != y) == 1
        table = report.table_at(usual.spot.block)
        path = report.headings[usual.spot.block] if usual.spot.block < len(report.headings) else ()
        return Problem(
            odd.spot,
            stated=odd.text,
            expected=usual.text,
            params=(
                ("other", table.title if table else path[-1] if path else Words("bagian lain", "another part")),
                (
                    "slip",
                    Words("satu angka", "one digit") if one else Words("urutan dua angka", "the order of two digits"),
                ),
            ),
            evidence=(usual.spot,),
            figure=odd,
            content=(odd.text, usual.text),
        )


def _slips(digits: str) -> Iterator[str]:
    """Keys that two numbers share when one digit differs, or when two neighbouring digits are exchanged."""
    for i in range(len(digits)):
        yield f"{digits[:i]}*{digits[i + 1 :]}"
        if i + 1 < len(digits) and digits[i] != digits[i + 1]:
            pair = "".join(sorted(digits[i : i + 2]))
            yield f"{digits[:i]}<{pair}>{digits[i + 2 :]}"
