"""Which column of a table each row computes from others: sisa, jumlah, percentages, shares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from reviewer.model import Across, Column, Figure, Role, Row, RowKind, Rule, Sum
from reviewer.model.arithmetic import Match, compare
from reviewer.understanding.factors import factors
from reviewer.understanding.rows import FIGURE_ROLES

Terms = tuple[tuple[int, Literal[1, -1]], ...]
_WHOLE = (Role.BUDGET, Role.TARGET)
_CHANGE = re.compile(r"perubahan|pertumbuhan|\blaju\b|naik|turun|peningkatan|efisiensi|deviasi|growth")


@dataclass(frozen=True, slots=True)
class _Votes:
    """In how many rows a reading holds and fails; rows of zeros and one hundreds that agree by chance are not counted."""

    holds: int
    fails: int


def across_of(
    columns: Sequence[Column], rows: Sequence[Row], sums: Sequence[Sum], numbers: dict[int, tuple[int, str]]
) -> tuple[Across, ...]:
    """The computed columns of a table; `numbers` maps the printed column numbers to columns and the cells' texts."""
    body = [r for r in rows if r.kind in (RowKind.PART, RowKind.TOTAL) and r.figures]
    found: list[Across] = []
    for column in columns:
        if column.role not in FIGURE_ROLES:
            continue
        around = _around(column, columns)
        found += _inner_percent(column, around, body)
        if column.role is Role.REMAINDER:
            own = _difference(column, around, body)
        elif _percent_like(column, body):
            own = _percent(column, around, body, sums, numbers)
        elif column.role is Role.TOTAL:
            own = _row_total(column, around, body)
        elif column.role is Role.AMOUNT and _TOTALS.match(column.header[-1] if column.header else ""):
            own = _row_total(column, around, body)
        else:
            own = _change(column, around, body)
        found += own
    return (*found, *factors(columns, body, found))


_TOTALS = re.compile(r"(?:jumlah|total)\b", re.IGNORECASE)
_WINDOW = 48
"""Columns among which those that make another are sought; the pairs of more would cost their square."""


def _around(column: Column, columns: Sequence[Column]) -> Sequence[Column]:
    """All columns of a table as people make them; of a wider one those around a column."""
    at = next(i for i, c in enumerate(columns) if c is column)
    first = max(0, min(at - _WINDOW // 2, len(columns) - _WINDOW))
    return columns[first : first + _WINDOW]


def _inner_percent(column: Column, columns: Sequence[Column], rows: Sequence[Row]) -> list[Across]:
    """ "6.500.000 (85%)": the percentage of the amount before it over a column of the row."""
    best: tuple[int, int, Across] | None = None
    rows = [row for row in rows if row.second(column.index) is not None]
    for whole in columns if rows else ():
        if whole.index == column.index or whole.role not in (*_WHOLE, Role.AMOUNT, Role.TOTAL):
            continue
        holds = fails = 0
        for row in rows:
            stated, part, base = row.second(column.index), row.figure(column.index), row.figure(whole.index)
            if stated is None or part is None or base is None or not stated.percent or not base.value:
                continue
            if compare(Rule.PERCENT, stated, [(part, 1), (base, 1)]) is Match.DIFFERS:
                fails += 1
            else:
                holds += 1
        if holds > fails and (best is None or holds - fails > best[0] - best[1]):
            terms: Terms = ((column.index, 1), (whole.index, 1))
            best = (holds, fails, Across(Rule.PERCENT, column.index, terms, "rows", inner=True))
    return [best[2]] if best else []


def _percent_like(column: Column, rows: Sequence[Row]) -> bool:
    firm = [f for r in rows if (f := r.figure(column.index)) and not f.dash]
    return bool(firm) and sum(1 for f in firm if f.percent) * 2 > len(firm)


def _votes(
    rules: Rule | tuple[Rule, ...], result: int, terms: Terms, rows: Iterable[Row], whole: Row | None = None
) -> _Votes:
    """Of several rules every row may follow its own: indicators of one table differ in polarity."""
    rules = rules if isinstance(rules, tuple) else (rules,)
    holds = fails = 0
    for row in rows:
        pair = operands(rules[0], result, terms, row, whole)
        if pair is None:
            continue
        stated, parts = pair
        outcomes = [m for rule in rules if (m := _outcome(rule, stated, parts)) is not None]
        if not outcomes:
            continue
        if max(outcomes) is Match.DIFFERS:
            fails += 1
        elif any(f.value for f, _ in parts) and stated.value:
            holds += 1
    return _Votes(holds, fails)


def _outcome(rule: Rule, stated: Figure, parts: list[tuple[Figure, int]]) -> Match | None:
    if rule is Rule.PERCENT_INVERSE and not parts[0][0].value:
        return None
    return compare(rule, stated, parts)


def operands(
    rule: Rule, result: int, terms: Terms, row: Row, whole: Row | None = None
) -> tuple[Figure, list[tuple[Figure, int]]] | None:
    """The figures that a computed column ties together in one row; None where one that is needed is missing."""
    stated = row.figure(result)
    if stated is None or stated.dash:
        return None
    parts: list[tuple[Figure, int]] = []
    for i, (col, sign) in enumerate(terms):
        source = whole if whole is not None and i == 1 else row
        figure = source.figure(col)
        if figure is None:
            if rule is Rule.SUM and len(terms) > 2:
                continue
            return None
        parts.append((figure, sign))
    if rule is not Rule.SUM and parts[1][0].value == 0:
        return None
    return (stated, parts) if parts else None


def _difference(column: Column, columns: Sequence[Column], rows: Sequence[Row]) -> list[Across]:
    """Sisa = pagu - realisasi, or selisih of two columns to its left; the sign follows the rows."""
    money = [
        c
        for c in columns
        if c.role in (Role.BUDGET, Role.REALISATION, Role.AMOUNT, Role.TARGET) and c.index != column.index
    ]
    best: tuple[int, int, Terms, bool] | None = None
    for a in money:
        for b in money:
            if a.index == b.index:
                continue
            clear = a.role in _WHOLE and b.role is Role.REALISATION
            terms: Terms = ((a.index, 1), (b.index, -1))
            votes = _votes(Rule.SUM, column.index, terms, rows)
            if votes.holds + votes.fails == 0:
                continue
            if best is None or (votes.holds - votes.fails, clear) > (best[0] - best[1], best[3]):
                best = (votes.holds, votes.fails, terms, clear)
    if best is None:
        return []
    holds, fails, terms, clear = best
    if holds >= max(1, fails) or (clear and holds + fails <= 2):
        return [Across(Rule.SUM, column.index, terms, "rows" if holds else "header")]
    return []


def _row_total(column: Column, columns: Sequence[Column], rows: Sequence[Row]) -> list[Across]:
    """A column Jumlah adds a run of columns beside it."""
    figures = [
        c for c in columns if c.role in FIGURE_ROLES and not _percent_like(c, rows) and c.role is not Role.REMAINDER
    ]
    left = [c for c in figures if c.index < column.index]
    right = [c for c in figures if c.index > column.index]
    best: tuple[int, int, Terms, bool] | None = None
    for run in [left[i:] for i in range(len(left) - 1)] + [right[:i] for i in range(2, len(right) + 1)]:
        if any(c.role is Role.TOTAL for c in run):
            continue
        terms: Terms = tuple((c.index, 1) for c in run)
        votes = _votes(Rule.SUM, column.index, terms, rows)
        one_group = (
            len(run) > 1
            and len({c.header[:1] for c in run}) == 1
            and len(run[0].header) > 1
            and run[0].header[:1] != column.header[:1]
        )
        score = (votes.holds - votes.fails, one_group)
        if votes.holds + votes.fails and (best is None or score > (best[0] - best[1], best[3])):
            best = (votes.holds, votes.fails, terms, one_group)
    if best is None:
        return []
    holds, fails, terms, one_group = best
    if holds > fails or (one_group and holds + fails <= 3):
        return [Across(Rule.SUM, column.index, terms, "rows" if holds else "header")]
    return []


def _written_formula(column: Column, rows: Sequence[Row], numbers: dict[int, tuple[int, str]]) -> Across | None:
    """The formula given in column numbers: "(4/5) x 100%" in the header, "6=4/5x100" among the numbers if rows follow it."""
    printed = next((text for c, text in numbers.values() if c == column.index and "=" in text), "")
    for text in (column.title, printed):
        match = re.search(r"(?<![\d.])(\d{1,2})\)?\s*[/:]\s*\(?(\d{1,2})\s*\)?\s*(?:[x*×]\s*100|%?\s*\)?$)", text)
        pair = [numbers.get(int(n), (column.index, ""))[0] for n in match.groups()] if match else [column.index]
        if column.index in pair or pair[0] == pair[1]:
            continue
        across = Across(Rule.PERCENT, column.index, ((pair[0], 1), (pair[1], 1)), "header")
        if text == printed:
            votes = _votes((Rule.PERCENT, Rule.PERCENT_LOWER, Rule.PERCENT_INVERSE), column.index, across.terms, rows)
            firm = 1 if column.role is Role.ACHIEVEMENT else 3
            if votes.holds < firm * max(1, votes.fails):
                continue
        return across
    return None


def _percent(
    column: Column,
    columns: Sequence[Column],
    rows: Sequence[Row],
    sums: Sequence[Sum],
    numbers: dict[int, tuple[int, str]],
) -> list[Across]:
    """A percentage column: realisasi over target or pagu, or the share of a total."""
    if written := _written_formula(column, rows, numbers):
        return [written]
    if column.role is not Role.SHARE:
        computed = _change(column, columns, rows) or _ratio(column, columns, rows)
        if computed:
            return computed
    return _share(column, columns, rows, sums)


def _change(column: Column, columns: Sequence[Column], rows: Sequence[Row]) -> list[Across]:
    """Growth against an earlier column in per cent, or the plain difference of two: what most rows follow."""
    if not _CHANGE.search(column.title.lower()):
        return []
    figures = [c for c in columns if c.role in FIGURE_ROLES and c.index != column.index]
    best: tuple[int, int, Across] | None = None
    for new in figures:
        for old in figures:
            if new.index == old.index or (new.year and old.year and new.year < old.year):
                continue
            growth: Terms = ((new.index, 1), (old.index, 1))
            difference: Terms = ((new.index, 1), (old.index, -1))
            for rule, terms in ((Rule.GROWTH, growth), (Rule.SUM, difference)):
                votes = _votes(rule, column.index, terms, rows)
                if best is None or votes.holds - votes.fails > best[0] - best[1]:
                    best = votes.holds, votes.fails, Across(rule, column.index, terms, "rows")
    if best is None:
        return []
    holds, fails, across = best
    if holds < (1 if "efisiensi" in column.title.lower() and across.rule is Rule.SUM else 2):
        return []
    return [across] if fails <= 1 or fails * 4 <= holds else []


def _ratio(column: Column, columns: Sequence[Column], rows: Sequence[Row]) -> list[Across]:
    figures = [c for c in columns if c.role in FIGURE_ROLES and c.index != column.index]
    if "fisik" in column.title.lower():
        return []
    best: tuple[tuple[int, int, int, int], Across, int, int] | None = None
    for numerator in figures:
        for denominator in figures:
            if numerator.index == denominator.index or Role.ACHIEVEMENT in (numerator.role, denominator.role):
                continue
            clear = _clear(column, numerator, denominator)
            terms: Terms = ((numerator.index, 1), (denominator.index, 1))
            votes = _votes(_rules(denominator), column.index, terms, rows)
            if votes.holds + votes.fails == 0 or not (clear or votes.holds >= 3):
                continue
            near = -abs(column.index - numerator.index) - abs(column.index - denominator.index)
            score = (votes.holds - votes.fails, clear, near, 0)
            if best is None or score > best[0]:
                best = (
                    score,
                    Across(Rule.PERCENT, column.index, terms, "rows" if votes.holds else "header"),
                    votes.holds,
                    votes.fails,
                )
    if best is None:
        return []
    (_, clear, _, _), across, holds, fails = best
    if column.role is not Role.ACHIEVEMENT and fails * (2 if clear else 4) > holds:
        return []
    few = len(rows) <= 3 and (clear == 2 or _only_pair(columns))
    if holds > fails or (clear and holds and holds * 2 >= fails) or (clear and few) or (clear == 2 and fails <= 3):
        return [across]
    return []


def _only_pair(columns: Sequence[Column]) -> bool:
    """Whether the table has one realisasi and one target or pagu, so that the headers alone tell the ratio."""
    return (
        sum(1 for c in columns if c.role is Role.REALISATION) == 1 and sum(1 for c in columns if c.role in _WHOLE) == 1
    )


def _rules(denominator: Column) -> tuple[Rule, ...]:
    if denominator.role is Role.TARGET:
        return (Rule.PERCENT, Rule.PERCENT_LOWER, Rule.PERCENT_INVERSE)
    return (Rule.PERCENT,)


def _clear(column: Column, numerator: Column, denominator: Column) -> int:
    """2 where headers say realisasi over target or pagu of one group, 1 where over the nearest one, 0 else."""
    if numerator.role is not Role.REALISATION or denominator.role not in _WHOLE:
        return 0
    if column.role not in (Role.ACHIEVEMENT, Role.AMOUNT):
        return 0
    if numerator.year != denominator.year and numerator.year and denominator.year:
        return 0
    group = column.header[:1]
    grouped = len(column.header) > 1
    if grouped and numerator.header[:1] == group and denominator.header[:1] == group:
        return 2
    if grouped and len(numerator.header) > 1 and numerator.header[:1] != group:
        return 0
    return 1


def _share(column: Column, columns: Sequence[Column], rows: Sequence[Row], sums: Sequence[Sum]) -> list[Across]:
    """Parts over the row that sums them."""
    wholes = [r for r in rows if r.kind is RowKind.TOTAL] or [r for r in rows if any(s.total == r.index for s in sums)][
        :1
    ]
    parts = [r for r in rows if r.kind is RowKind.PART]
    best: tuple[int, int, Across] | None = None
    for amount in columns:
        if amount.role not in (Role.BUDGET, Role.REALISATION, Role.AMOUNT, Role.TOTAL) or amount.index == column.index:
            continue
        for whole in wholes:
            denominator = whole.figure(amount.index)
            if denominator is None or not denominator.value or denominator.percent:
                continue
            terms: Terms = ((amount.index, 1), (amount.index, 1))
            votes = _votes(Rule.PERCENT, column.index, terms, [p for p in parts if p.index != whole.index], whole)
            if best is None or votes.holds - votes.fails > best[0] - best[1]:
                best = (votes.holds, votes.fails, Across(Rule.PERCENT, column.index, terms, "rows", whole.index))
    if best and best[0] >= 2 and best[0] > best[1]:
        return [best[2]]
    return []
