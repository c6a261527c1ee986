"""Columns that others of their row make, as the rows tell and no header: density, volume x price, a whole and its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations
from typing import Literal

from reviewer.model import Across, Column, Figure, Role, Row, RowKind, Rule
from reviewer.model.arithmetic import Match, compare
from reviewer.understanding.rows import FIGURE_ROLES
from reviewer.understanding.text import plain

_LEAST = 3
"""Rows in which a reading must hold."""
_SAMPLE = 24
"""Rows that are tried before all are."""
_AMOUNTS = (Role.AMOUNT, Role.TOTAL, Role.BUDGET, Role.REALISATION, Role.TARGET)
Terms = tuple[tuple[int, Literal[1, -1]], ...]
_NEAREST = 14
"""Columns among which the two or more that make another are sought."""
_RULES = (Rule.RATIO, Rule.PERCENT, Rule.PRODUCT, Rule.PRODUCT_PERCENT)


def factors(columns: Sequence[Column], rows: Sequence[Row], known: Sequence[Across]) -> list[Across]:
    """The columns that two others of their row make in nearly every row, each with the one pair that does.

    Rows in which a factor or the result is 0 or 1, or all are alike, agree by chance and tell nothing. Of three columns that
    make each other the one whose header tells of it is the result, else the last.
    """
    body = [r for r in rows if r.kind is RowKind.PART and r.figures]
    taken = [{a.result, *(c for c, _ in a.terms)} for a in known]
    made = {a.result for a in known}
    found: list[Across] = []
    ranked = sorted(columns, key=lambda c: (not _TOLD.search(_leaf(c)), -c.index))
    for column in ranked:
        if column.index in made or column.role not in (Role.AMOUNT, Role.TOTAL, Role.BUDGET, Role.SHARE):
            continue
        across = _named(column, columns, body) or _found(column, columns, body) or _added(column, columns, body)
        if across is not None and not any({column.index, *(c for c, _ in across.terms)} == t for t in taken):
            taken.append({column.index, *(c for c, _ in across.terms)})
            found.append(across)
    return found


_TOLD = re.compile(r"kepadatan|\brasio\b|rata|nilai|jumlah|total|biaya|capaian|\S ?/ ?\S|\bper\b|%| [x×*] ")


def _leaf(column: Column) -> str:
    return plain(column.header[-1]) if column.header else ""


def _named(column: Column, columns: Sequence[Column], rows: Sequence[Row]) -> Across | None:
    """The product that a header tells by the names of its factors: "Nilai (Bobot x Skor)"."""
    match = re.search(r"\b(\w{3,})\W* [x×*] \W*(\w{3,})\b", _leaf(column))
    if match is None:
        return None
    pair = [
        next((c for c in columns if _leaf(c).startswith(word) and c is not column), None) for word in match.groups()
    ]
    if pair[0] is None or pair[1] is None or pair[0] is pair[1]:
        return None
    a, b = pair[0].index, pair[1].index
    votes = [(_votes(rule, column.index, a, b, rows), rule) for rule in (Rule.PRODUCT, Rule.PRODUCT_PERCENT)]
    (holds, fails), rule = max(votes, key=lambda v: v[0][0] - v[0][1])
    return Across(rule, column.index, ((a, 1), (b, 1)), "header") if holds >= max(1, fails) else None


def _found(column: Column, columns: Sequence[Column], rows: Sequence[Row]) -> Across | None:
    parts = [r for r in rows if r.figure(column.index)]
    if len(parts) < _LEAST:
        return None
    found: list[tuple[int, Across]] = []
    others = _near(column, [c for c in columns if c.role in FIGURE_ROLES])
    values = _values(parts[:_SAMPLE], [column, *others])
    for a, b in permutations(others, 2):
        if Role.ACHIEVEMENT in (a.role, b.role):
            continue
        for rule in _RULES:
            if rule in (Rule.PRODUCT, Rule.PRODUCT_PERCENT) and a.index > b.index:
                continue
            if not _plausible(rule, values[column.index], values[a.index], values[b.index]):
                continue
            holds, fails = _votes(rule, column.index, a.index, b.index, parts)
            if holds >= _LEAST and fails * 3 <= holds:
                found.append((holds - fails, Across(rule, column.index, ((a.index, 1), (b.index, 1)), "rows")))
    found.sort(key=lambda pair: -pair[0])
    if not found or (len(found) > 1 and found[0][0] == found[1][0]):
        return None
    return found[0][1]


def _near(column: Column, columns: Sequence[Column]) -> list[Column]:
    """The other columns that are nearest to one, from the left: a wide table would have too many pairs."""
    others = sorted((c for c in columns if c is not column), key=lambda c: abs(c.index - column.index))[:_NEAREST]
    return sorted(others, key=lambda c: c.index)


def _added(column: Column, columns: Sequence[Column], rows: Sequence[Row]) -> Across | None:
    """A difference of two columns, or the sum of three or more that stand in a run right beside it."""
    if column.role is Role.SHARE:
        return None
    parts = [r for r in rows if r.figure(column.index)]
    others = _near(column, [c for c in columns if c.role in _AMOUNTS])
    ways: list[Terms] = [((a.index, 1), (b.index, -1)) for a, b in permutations(others, 2)]
    right = [c.index for c in others if c.index > column.index]
    left = [c.index for c in others if c.index < column.index][::-1]
    for run, step in ((right, 1), (left, -1)):
        beside = [c for i, c in enumerate(run, 1) if c == column.index + step * i]
        ways += [tuple((c, 1) for c in sorted(beside[:n])) for n in range(3, len(beside) + 1)]
    best: tuple[int, Terms] | None = None
    for terms in ways:
        holds, fails = _additions(column.index, terms, parts)
        if holds >= _LEAST + 1 and fails * 4 <= holds and (best is None or holds - fails > best[0]):
            best = holds - fails, terms
    return Across(Rule.SUM, column.index, best[1], "rows") if best else None


def _additions(result: int, terms: Terms, rows: Sequence[Row]) -> tuple[int, int]:
    """In how many rows of different numbers the signed sum is the result and is not; two terms at least are not zero."""
    holds = fails = 0
    seen: set[tuple[Decimal, ...]] = set()
    for row in rows:
        stated = row.figure(result)
        own = [(f, sign) for c, sign in terms if (f := row.figure(c))]
        values = tuple(f.value for f, _ in own)
        firm = sum(1 for v in values if v)
        if stated is None or stated.percent or len(own) < len(terms) or firm < 2 or values in seen:
            continue
        if any(f.percent for f, _ in own):
            return 0, 1
        seen.add(values)
        fits = compare(Rule.SUM, stated, own) is Match.HOLDS
        holds += fits
        fails += not fits
        if fails > 3 and fails > holds:
            break
    return holds, fails


def _triple(row: Row, result: int, a: int, b: int) -> tuple[Figure, Figure, Figure] | None:
    stated, first, second = row.figure(result), row.figure(a), row.figure(b)
    if stated is None or first is None or second is None:
        return None
    values = (stated.value, first.value, second.value)
    if any(v <= 0 or v == 1 for v in values) or len(set(values)) < 3:
        return None
    return stated, first, second


def _values(rows: Sequence[Row], columns: Sequence[Column]) -> dict[int, list[float]]:
    """The figures of the columns in rows, 0 for those that tell nothing: none, nothing, below zero, one."""
    found = {}
    for column in columns:
        own = (row.figure(column.index) for row in rows)
        found[column.index] = [float(f.value) if f and f.value > 0 and f.value != 1 else 0.0 for f in own]
    return found


def _plausible(rule: Rule, result: Sequence[float], a: Sequence[float], b: Sequence[float]) -> bool:
    """Whether a reading comes near the result in some rows: a quick look before intervals are reckoned."""
    near = 0
    for stated, x, y in zip(result, a, b, strict=True):
        if not (stated and x and y):
            continue
        made = x / y if rule is Rule.RATIO else x / y * 100 if rule is Rule.PERCENT else x * y
        if rule is Rule.PRODUCT_PERCENT:
            made /= 100
        near += abs(made - stated) <= stated * 0.02
    return near >= _LEAST


def _votes(rule: Rule, result: int, a: int, b: int, rows: Sequence[Row]) -> tuple[int, int]:
    holds = fails = 0
    seen: list[tuple[Decimal, Decimal]] = []
    for row in rows:
        triple = _triple(row, result, a, b)
        if triple is None:
            continue
        stated, first, second = triple
        fits = compare(rule, stated, [(first, 1), (second, 1)]) is Match.HOLDS
        fails += not fits
        holds += fits and (first.value, second.value) not in seen
        seen.append((first.value, second.value))
    return holds, fails
