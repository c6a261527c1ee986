"""What the tables say of programs, kegiatan and indicators, with the many spellings of one name brought together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from reviewer.model import Column, Fact, Figure, Role, Row, RowKind, Sentence, TypedTable
from reviewer.understanding.text import key, plain

Kind = Literal["program", "kegiatan", "indikator", "total", "lain"]
State = Literal["", "murni", "perubahan"]
_MEASURES = (Role.BUDGET, Role.REALISATION, Role.TARGET, Role.ACHIEVEMENT)
_PREFIX = re.compile(
    r"^(?:\d+(?:\.\d+)*\.?\s+|[a-z][.)]\s+)?(?:(?:program|kegiatan|sub kegiatan|indikator)\s*[:;]\s*)?", re.IGNORECASE
)
_OTHER = re.compile(
    r"s\.?\s?/?d\b|sampai|kumulatif|komulatif|akhir|renstra|rpjmd|nasional|\bspm\b|proyeksi|perkiraan|rata|standar|"
    r"prakiraan|kemajuan|\b(?:kenaikan|penurunan)\b|"
    r"(?:thd|thdp|terhadap|dibanding(?:kan)?)\.?\s+(?:thn|tahun|th\b|realisasi)",
    re.IGNORECASE,
)
"""Cumulated, planned or compared figures are other facts than those of the year."""
_CHANGED = re.compile(r"perubahan|apbd-?\s?p\b|p-apbd|setelah|sesudah|\bdppa\b|pergeseran", re.IGNORECASE)
_FIRST = re.compile(r"\bmurni\b|sebelum|\binduk\b|penetapan apbd|\bawal\b", re.IGNORECASE)


def facts_of(tables: Sequence[TypedTable], sentences: Sequence[Sentence], year: int | None) -> tuple[Fact, ...]:
    """Every fact of the tables, in their order."""
    found: list[Fact] = []
    for table in tables:
        stated = _table_state(table, sentences)
        for row in table.rows:
            if row.kind is not RowKind.PART or row.hidden or not row.figures:
                continue
            found += _row_facts(table, row, stated, year)
    return tuple(_merged(found))


def _row_facts(table: TypedTable, row: Row, stated: State, year: int | None) -> Iterable[Fact]:
    for column in table.columns:
        figure = row.figure(column.index)
        if column.role not in _MEASURES or figure is None or figure.dash or _OTHER.search(column.title):
            continue
        money = _is_money(figure) and not _is_counted(table, row, column, figure)
        label, kind = _named(table, row, money)
        entity = entity_key(label)
        if len(entity) < 8:
            continue
        header = column.title
        state: State = "perubahan" if _CHANGED.search(header) else "murni" if _FIRST.search(header) else stated
        yield Fact(
            entity=entity,
            name=label,
            kind=kind,
            measure=column.role,
            year=column.year or table.year or row.year or year,
            state=state if column.role is Role.BUDGET else "",
            money=money,
            figure=figure,
            table=table.block,
            row=row.index,
        )


def _is_money(figure: Figure) -> bool:
    return figure.unit == "Rp" or (not figure.percent and abs(figure.value) >= 100_000)


def _is_counted(table: TypedTable, row: Row, column: Column, figure: Figure) -> bool:
    """A large figure is tons or people where its cell or the row's unit says so and its column does not speak of money."""
    if figure.unit:
        return figure.unit != "Rp"
    if column.unit == "Rp" or column.role is Role.BUDGET or re.search(r"keuangan|anggaran|pagu", plain(column.title)):
        return False
    cells = table.table.rows[row.index]
    units = [plain(cells[c.index].text) for c in table.columns if c.role is Role.UNIT]
    return any(u and not re.match(r"rp|rupiah", u) for u in units)


def _named(table: TypedTable, row: Row, money: bool) -> tuple[str, Kind]:
    """The thing a figure of the row speaks of: amounts of the program or kegiatan, the rest of the indicator."""
    cells = table.table.rows[row.index]
    indicator = _column_text(table, cells, r"indikator")
    work = _column_text(table, cells, r"program|kegiatan|uraian")
    if not money and indicator:
        return indicator, "indikator"
    label = work if money and work else row.label
    return _PREFIX.sub("", label).strip(), _kind(label, row)


def _column_text(table: TypedTable, cells: Sequence[object], pattern: str) -> str:
    texts = [
        str(getattr(cells[c.index], "text", "")).strip()
        for c in table.columns
        if c.role in (Role.LABEL, Role.TEXT) and re.search(pattern, plain(c.title))
    ]
    filled = [re.sub(r"\s+", " ", t) for t in texts if t]
    return filled[-1] if filled else ""


def _kind(label: str, row: Row) -> Kind:
    words = plain(label)
    if words.startswith("program"):
        return "program"
    if words.startswith(("kegiatan", "sub kegiatan")) or row.parent is not None:
        return "kegiatan"
    return "lain"


def entity_key(label: str) -> str:
    """What the spellings of one name share: no leading number, no "Program", "&" as "dan", letters and digits only."""
    text = _PREFIX.sub("", label.strip())
    text = re.sub(r"^(?:program|kegiatan|sub kegiatan)\s*[:;]?\s+", "", text, flags=re.IGNORECASE)
    return key(text)


def _table_state(table: TypedTable, sentences: Sequence[Sentence]) -> State:
    """Which budget a table shows: its caption says so, or the text does of its total."""
    if _CHANGED.search(table.caption):
        return "perubahan"
    if _FIRST.search(table.caption):
        return "murni"
    totals = {
        f.value
        for row in table.rows
        if row.kind is RowKind.TOTAL
        for c, f in row.figures
        if table.columns[c].role is Role.BUDGET and f.value >= 1_000_000
    }
    votes: Counter[State] = Counter()
    for sentence in sentences:
        for figure in sentence.figures:
            if figure.value in totals and figure.unit == "Rp":
                before = sentence.text[: figure.spot.start - sentence.spot.start][-70:]
                votes["perubahan" if _CHANGED.search(before) else "murni" if _FIRST.search(before) else ""] += 1
    return votes.most_common(1)[0][0] if votes else ""


def _merged(facts: list[Fact]) -> list[Fact]:
    """Bring spellings together: a rare name that is nearly another one, of the same kind, takes its key."""
    counts = Counter(f.entity for f in facts)
    where: dict[str, set[int]] = defaultdict(set)
    for fact in facts:
        where[fact.entity].add(fact.table)
    tails = {f.entity: frozenset(re.findall(r"\(([^()]*)\)", f.name.lower())) for f in facts}
    names = sorted(counts, key=lambda n: (-counts[n], n))
    alias: dict[str, str] = {}
    if len(names) > 600:
        return facts
    from rapidfuzz import fuzz

    for i, name in enumerate(names):
        best = ""
        for other in names[:i]:
            if other in alias or where[name] & where[other] or name[:1] != other[:1]:
                continue
            if tails[name] != tails[other] or _digits_differ(name, other):
                continue
            if abs(len(name) - len(other)) <= 6 and fuzz.ratio(name, other) >= 93:
                best = other
                break
        if best:
            alias[name] = best
    return [replace(f, entity=alias.get(f.entity, f.entity)) for f in facts]


def _digits_differ(a: str, b: str) -> bool:
    return re.sub(r"\D", "", a) != re.sub(r"\D", "", b)
