"""Amounts that running text gives to a program or kegiatan by name, against the table that states it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import Fact, Figure, Relation, Report, Role, Rule, Sentence, Severity, Term, Words
from reviewer.model.arithmetic import Match, compare

_MEASURES = {Role.BUDGET: Words("anggaran", "budget"), Role.REALISATION: Words("realisasi", "realisasi")}
_NAME = re.compile(r"\b(?P<kind>Program|PROGRAM|Sub Kegiatan|Kegiatan|KEGIATAN)\s+(?P<name>.+)$", re.DOTALL)
_TAIL = re.compile(
    r"[\s,:–-]*(?:\b(?:dengan|total|jumlah|anggaran|pagu|alokasi|mendapat|memperoleh|menyerap|terserap|terealisasi|"
    r"realisasi|sebesar|senilai)\b[\s,:–-]*)*$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"murni|semula|\bawal|perubahan|sebelum|setelah|sesudah|refocusing|pergeseran|rencana|usul|lalu|triwulan|semester|"
    r"bulan|s\.?/?d\b|sampai|apbn|\bdak\b|\bdau\b|hibah|indikatif|fisik|efisien|\bsisa|sumber|bertambah|berkurang|naik|"
    r"turun|sebagian|antara lain|belanja|hingga|revisi|untuk|sementara|target|januari|februari|maret|\bapril|\bmei\b|"
    r"\bjuni|\bjuli|agustus|september|oktober|november|di ?antaranya|masing",
    re.IGNORECASE,
)
"""Words by which an amount may be another one than the table's: another state, another time, a part."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HEAD = re.compile(r"^(?:sub)?(?:jumlah|total)(?:program|kegiatan|subkegiatan)")


@dataclass(frozen=True, slots=True)
class _Named:
    """An amount of a sentence and the thing it is given to."""

    figure: Figure
    kind: str
    entity: str
    measure: Role
    block: int
    bare: bool
    """Whether its clause says nothing else before or after."""


class NamedAmount(Check):
    """A program's or kegiatan's amount in running text is that of the table."""

    code = "XRF004"
    name = "named-amount"
    severity = Severity.WARNING
    title = Words(
        "Anggaran atau realisasi dalam kalimat berbeda dari tabel",
        "A budget or realisasi in a sentence differs from the table",
    )
    reason = Words(
        "Angka yang sama harus sama di semua tempat: uraian dan tabel (kesesuaian informasi, Lampiran III "
        "PermenPANRB 53/2014).",
        "One figure must read alike everywhere: text and tables (consistency, PermenPANRB 53/2014, annex III).",
    )
    docs = Words(
        "Kalimat atau butir daftar yang menyebut satu program atau kegiatan dengan nama persis seperti dalam tabel dan "
        "langsung sesudahnya nilainya (“Program X sebesar Rp…”, “Program X menyerap Rp4,68 miliar”) dibandingkan "
        "dengan anggaran atau realisasinya dalam tabel. Dilaporkan hanya bila semua tabel menyebut satu nilai, nilai "
        "dalam kalimat bukan angka lain di baris itu, dan kalimatnya tidak menyebut tahun, tahap atau sumber lain; "
        "nilai utuh hanya bila butir lain daftar itu cocok dengan tabel, "
        "nilai dalam juta atau miliar hanya bila kalimatnya tidak menyebut hal lain atau angkanya tampak salah ketik.",
        "A sentence or list item that gives a program or kegiatan by the very name of the table and its amount right "
        "after it (“Program X sebesar Rp…”, “Program X menyerap Rp4,68 miliar”) is compared with its budget or "
        "realisasi in the table. It is reported only where all tables state one amount, the amount is no other figure "
        "of that row, and the sentence names no other year, stage or source; a full amount only where another item of "
        "the list agrees with the table, one in millions or billions only where its sentence says nothing else or the "
        "digits look mistyped.",
    )
    messages = {
        "violated": Words(
            "{name}: {measure} tertulis {stated} di sini, tetapi {expected} di {other}.",
            "{name}: {measure} is {stated} here, but {expected} in {other}.",
        ),
    }
    _TABLE = (
        "LAPORAN KINERJA TAHUN 2024\n\nTabel 1 Realisasi\n\nNo\tUraian\tAnggaran\tRealisasi\n"
        "1\tProgram Ketertiban Umum\t4.868.411.500\t4.677.678.780\n"
        "2\tProgram Sarana Aparatur\t5.815.511.550\t5.492.994.596\n\n"
    )
    _LIST = "Anggaran dinas dibagi sebagai berikut:\n1. Program Ketertiban Umum sebesar Rp4.868.411.500; dan\n"
    good = (
        Example(_TABLE + _LIST + "2. Program Sarana Aparatur sebesar Rp5.815.511.550.\n"),
        Example(_TABLE + "Program Ketertiban Umum menyerap Rp4,68 miliar.\n"),
        Example(_TABLE + "Pada tahun 2023 Program Ketertiban Umum menyerap Rp3,90 miliar.\n"),
        Example(_TABLE + "Program Ketertiban Umum sebesar Rp4.000.000.000 bersumber dari APBN.\n"),
    )
    bad = (
        Example(_TABLE + _LIST + "2. Program Sarana Aparatur sebesar Rp5.825.511.550.\n", "5.825.511.550"),
        Example(_TABLE + "Program Ketertiban Umum menyerap Rp46,78 miliar.\n", "46,78"),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        facts = _stated(report)
        leads = {i.block: found.lead for found in report.lists for i in found.items}
        texts: dict[int, str] = defaultdict(str)
        for sentence in report.sentences:
            texts[sentence.spot.block] += sentence.text + " "
        group = {i.block: n for n, found in enumerate(report.lists) for i in found.items}
        compared: list[tuple[_Named, Fact, Match]] = []
        for sentence in report.sentences:
            lead = leads.get(sentence.spot.block)
            introduced = texts[lead] if lead is not None else ""
            for named in _named(sentence, introduced, report.identity.year, sentence.spot.block in leads):
                fact = _one(facts[named.entity, named.measure], named.kind)
                match = compare(Rule.EQUAL, named.figure, ((fact.figure, 1),)) if fact else None
                if fact is not None and match is not None:
                    compared.append((named, fact, match))
        firm = {group[n.block] for n, _, match in compared if match is Match.HOLDS and n.block in group}
        for named, fact, match in compared:
            mirrored = named.block in group and group[named.block] in firm
            told = mirrored or bool(named.figure.scale and (named.bare or _slipped(named.figure, fact.figure.value)))
            if match is Match.HOLDS or (match is Match.DIFFERS and told and not _elsewhere(report, named, fact)):
                yield self._relation(report, named, fact)

    def _relation(self, report: Report, named: _Named, fact: Fact) -> Relation:
        table = report.table_at(fact.table)
        params = (
            ("measure", _MEASURES[named.measure]),
            ("name", re.sub(r"^(?:sub\s*)?(?:jumlah|total)\s+", "", fact.name, flags=re.IGNORECASE)),
            ("other", table.title if table else ""),
        )
        return Relation(Rule.EQUAL, named.figure, (Term(fact.figure),), params=params, arithmetic=False)


def _stated(report: Report) -> dict[tuple[str, Role], list[Fact]]:
    """What the tables say of the report's year, by the thing and the measure."""
    found: dict[tuple[str, Role], list[Fact]] = defaultdict(list)
    for fact in report.facts:
        if fact.money and fact.measure in _MEASURES and fact.year in (None, report.identity.year):
            found[_HEAD.sub("", fact.entity), fact.measure].append(fact)
    return found


def _one(facts: list[Fact], kind: str) -> Fact | None:
    """The fact, where all tables state one amount of a thing of this kind."""
    own = [f for f in facts if f.kind not in ("program", "kegiatan") or f.kind == kind]
    return own[0] if own and len(own) == len(facts) and len({f.figure.value for f in own}) == 1 else None


def _named(sentence: Sentence, introduced: str, year: int | None, item: bool) -> Iterator[_Named]:
    """The amount that follows a name at once, in a clause of its own that speaks of nothing else."""
    money = [f for f in sentence.figures if f.unit == "Rp"]
    text, start = sentence.text, sentence.spot.start
    for figure in money:
        at = figure.spot.start - start
        before = re.split(r";|(?<!Rp)[.!?:]\s+(?=[A-Z])", text[:at])
        after = re.split(r";|[.!?]\s+(?=[A-Z])", text[figure.spot.end - start :])[0]
        clause = before[-1]
        if any(f is not figure and at - len(clause) <= f.spot.start - start <= at + len(after) for f in money):
            continue
        match = _NAME.search(clause)
        tail = _TAIL.search(match["name"]) if match else None
        if match is None or tail is None or figure.fault or figure.value < 100_000:
            continue
        around = " ".join((clause[: match.start()], tail.group(), after, introduced))
        years = {int(y) for y in _YEAR.findall(around)}
        if _ANOTHER.search(around) or (years and years != {year}):
            continue
        measure = _measure(tail.group(), introduced if item else None)
        if measure is not None:
            entity = re.sub(r"[^a-z0-9]+", "", match["name"][: tail.start()].lower().replace("&", " dan "))
            kind = "program" if match["kind"].lower() == "program" else "kegiatan"
            bare = not clause[: match.start()].strip() and not re.match(r"\s*\w", re.sub(r"^\s*atau\b", "(", after))
            yield _Named(figure, kind, entity, measure, sentence.spot.block, bare)


def _measure(tail: str, introduced: str | None) -> Role | None:
    """What the words before the amount call it; a bare "sebesar" is a budget where a list of budgets is introduced."""
    if re.search(r"[sy]erap|reali", tail, re.IGNORECASE):
        return Role.REALISATION
    if re.search(r"anggaran|pagu|alokasi", tail, re.IGNORECASE):
        return Role.BUDGET
    if introduced is None or re.search(r"[sy]erap|reali", introduced, re.IGNORECASE):
        return None
    return Role.BUDGET


def _slipped(stated: Figure, value: Decimal) -> bool:
    """Whether a scaled amount is the other one with its decimal mark moved, or with one digit or two mistyped."""
    if any(abs(value * Decimal(10) ** shift - stated.value) <= stated.step for shift in (-2, -1, 1, 2)):
        return True
    a, b = (str(int((v / stated.step).to_integral_value())) for v in (stated.value, value))
    return len(a) >= 3 and _mistyped(a, b)


def _mistyped(a: str, b: str) -> bool:
    """Whether one digit differs, or two neighbours are exchanged."""
    wrong = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(a) == sorted(b)
    return len(a) == len(b) and (len(wrong) == 1 or swapped)


def _elsewhere(report: Report, named: _Named, fact: Fact) -> bool:
    """Whether the amount is another figure of the row, or the same one in a table of thousands or millions."""
    table = report.table_at(fact.table)
    row = table.row(fact.row) if table else None
    own = [f.value for _, f in row.figures] if row else []
    step = named.figure.step if named.figure.scale else Decimal(0)
    return any(abs(value * factor - named.figure.value) <= step for value in own for factor in (1, 1000, 1_000_000))


class NamedIndicator(Check):
    """An indicator's value in a sentence is the table's, or no mistyping of it."""

    code = "XRF005"
    name = "named-indicator"
    severity = Severity.WARNING
    title = Words(
        "Nilai indikator dalam kalimat berbeda dari tabel", "An indicator's value in a sentence differs from the table"
    )
    reason = NamedAmount.reason
    docs = Words(
        "Kalimat yang diawali nama indikator persis seperti dalam tabel dan langsung menyebut nilainya (“Persentase "
        "desa tertib meningkat menjadi 73,25 persen”) dibandingkan dengan realisasi tahun laporan. Dilaporkan hanya "
        "bila nilainya bukan angka mana pun dari indikator itu di semua tabel dan berbeda satu angka saja, atau dua "
        "angka bertetangga tertukar, dari realisasi yang disebut semua tabel; kalimat tentang tahun, target atau "
        "wilayah lain dibiarkan.",
        "A sentence that begins with the very name of an indicator of the table and gives its value at once "
        "(“Persentase desa tertib meningkat menjadi 73,25 persen”) is compared with the realisasi of the report's "
        "year. It is reported only where the value is none of the indicator's figures in any table and differs in one "
        "digit, or in two exchanged neighbours, from the realisasi that all tables state; sentences of another year, "
        "target or region are left alone.",
    )
    messages = {
        "violated": Words(
            "{name} tertulis {stated} di sini, tetapi realisasinya {expected} di {other}.",
            "{name} is {stated} here, but its realisasi is {expected} in {other}.",
        ),
    }
    _TABLE = (
        "LAPORAN KINERJA TAHUN 2024\n\nTabel 1 Capaian\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n"
        "1\tPersentase desa tertib\t70,00 %\t72,35 %\t103,36 %\n\n"
    )
    good = (
        Example(_TABLE + "Persentase desa tertib meningkat menjadi 72,35 persen.\n"),
        Example(_TABLE + "Persentase desa tertib tahun 2023 sebesar 73,35 persen.\n"),
        Example(_TABLE + "Persentase desa tertib sebesar 65,80 persen.\n"),
    )
    bad = (Example(_TABLE + "Persentase desa tertib meningkat menjadi 73,25 persen.\n", "73,25"),)
    _SAYS = re.compile(
        r"^(?:\s+(?:pada\s+)?tahun\s+\d{4})?\s+(?:(?:(?:meningkat|menurun|naik|turun)\s+)?menjadi|sebesar|mencapai|"
        r"tercatat(?:\s+sebesar)?|terealisasi(?:\s+sebesar)?)\s+$",
        re.IGNORECASE,
    )
    _ELSEWHERE = re.compile(
        r"target|nasional|provinsi|lalu|sebelum|triwulan|semester|rata|akhir|awal|rencana|bulan|semula", re.IGNORECASE
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        facts: dict[str, list[Fact]] = defaultdict(list)
        for fact in report.facts:
            if not fact.money and fact.kind == "indikator":
                facts[fact.entity].append(fact)
        for sentence in report.sentences if facts else ():
            for figure in sentence.figures:
                name = self._name(sentence, figure, report.identity.year)
                told = self._realised(facts.get(name, []), figure, report.identity.year) if name else None
                if told is not None:
                    table = report.table_at(told.table)
                    params = (("name", told.name), ("other", table.title if table else ""))
                    yield Relation(Rule.EQUAL, figure, (Term(told.figure),), params=params, arithmetic=False)

    def _name(self, sentence: Sentence, figure: Figure, year: int | None) -> str:
        """The key of what the clause begins with, where it gives it this value at once."""
        at = figure.spot.start - sentence.spot.start
        clause = re.split(r";|[.!?]\s+(?=[A-Z])", sentence.text[:at])[-1]
        after = re.split(r"[,;]|[.!?]\s+(?=[A-Z])", sentence.text[figure.spot.end - sentence.spot.start :])[0]
        years = {int(y) for y in _YEAR.findall(clause + after)}
        verb = re.search(
            r"\s(?:pada|tahun|meningkat|menurun|naik|turun|menjadi|sebesar|mencapai|tercatat|terealisasi)\b", clause
        )
        if verb is None or (years and years != {year}) or not self._SAYS.match(clause[verb.start() :]):
            return ""
        if self._ELSEWHERE.search(clause[verb.start() :] + after):
            return ""
        return re.sub(r"[^a-z0-9]+", "", clause[: verb.start()].lower().replace("&", " dan "))

    def _realised(self, facts: list[Fact], figure: Figure, year: int | None) -> Fact | None:
        """The realisasi that the value mistypes, None where it is a figure of the indicator or quite another one."""
        own = [f for f in facts if f.measure is Role.REALISATION and f.year == year and not f.figure.dash]
        if (
            len({f.figure.value for f in own}) != 1
            or figure.fault
            or any(f.figure.value == figure.value for f in facts)
        ):
            return None
        a, b = (re.sub(r"\D", "", f.text) for f in (figure, own[0].figure))
        alike = figure.decimals == own[0].figure.decimals and len(a) >= 4
        return own[0] if alike and _mistyped(a, b) else None
