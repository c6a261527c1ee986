"""Which row of a table sums which others.

Two questions are kept apart: what is a total of what (answered here, from labels, numbers and the columns in which it does
hold) and whether it matches (asked later). A row that says it is a total stays one however far it is off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from reviewer.model import Column, Figure, Role, Row, RowKind, Rule, Sum
from reviewer.model.arithmetic import Match, compare
from reviewer.understanding.rows import FIGURE_ROLES
from reviewer.understanding.text import plain

Basis = Literal["label", "number", "words", "first-row", "position"]


def sums_of(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Sum, ...]:
    """Every total of the table with its parts and the columns it is meant for."""
    table = _Figures(columns, rows)
    found = [*_family_sums(table), *_label_sums(table), *_first_row_sum(table), *_last_row_sum(table)]
    seen: set[tuple[int, tuple[int, ...]]] = set()
    unique = []
    for s in found:
        if (s.total, s.parts) not in seen:
            seen.add((s.total, s.parts))
            unique.append(s)
    return tuple(sorted(unique, key=lambda s: s.total))


class _Figures:
    """Rows and columns with the questions this module asks of them."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        self.rows = list(rows)
        self.by_index = {row.index: row for row in rows}
        self.columns = [c for c in columns if c.role in FIGURE_ROLES]
        self.money = [c.index for c in self.columns if self._is_money(c)]
        self.shares = [c.index for c in self.columns if c.role is Role.SHARE]
        self.running = [c.index for c in self.columns if _RUNNING.search(plain(c.title))]
        self.means = [c.index for c in self.columns if re.search(r"\brata[ -]*rata\b", plain(c.title))]
        self.signed = any(f.value < 0 for c in self.money for f in self._firm(c))
        self.counts = [c.index for c in self.columns if c.index not in self.money and self._is_count(c)]

    def _firm(self, col: int) -> list[Figure]:
        return [f for row in self.rows if (f := row.figure(col)) and not f.dash]

    def _is_money(self, column: Column) -> bool:
        firm = self._firm(column.index)
        if not firm or any(f.percent for f in firm):
            return False
        large = sum(1 for f in firm if abs(f.value) >= 100_000 or f.unit == "Rp")
        return large * 2 >= len(firm)

    def _is_count(self, column: Column) -> bool:
        firm = self._firm(column.index)
        units = {f.unit for f in firm if f.unit}
        if _RATE.search(plain(column.title)):
            return False
        return (
            bool(firm) and not any(f.percent for f in firm) and len(units) <= 1 and column.role is not Role.ACHIEVEMENT
        )

    def additive(self, total: int, parts: Sequence[int], columns: Sequence[int]) -> list[int]:
        """Of these columns those in which the total and a part hold a figure."""
        out = []
        for c in columns:
            f = self.by_index[total].figure(c)
            own = [g for p in parts if (g := self.by_index[p].figure(c))]
            none = f is None or not own or f.dash and all(g.dash for g in own)
            if f is None or none or _averages(f, own) or self._carried(c, f, own):
                continue
            # The mean of the totals is not the sum of the means where a year is left out of one.
            if c not in self.means or self.holds(total, parts, c):
                out.append(c)
        return out

    def _carried(self, col: int, total: Figure, parts: Sequence[Figure]) -> bool:
        """A balance is carried down: under it stands the last, not the sum."""
        return len(parts) > 1 and total.value == parts[-1].value and col in self.running

    def holds(self, total: int, parts: Sequence[int], col: int) -> bool | None:
        result = self.by_index[total].figure(col)
        terms = [(f, 1) for p in parts if (f := self.by_index[p].figure(col))]
        if result is None or not terms:
            return None
        return compare(Rule.SUM, result, terms) is Match.HOLDS

    def closeness(self, total: int, parts: Sequence[int], col: int) -> Decimal:
        """Difference over total, 0 where they agree."""
        result = self.by_index[total].figure(col)
        should = sum((f.value for p in parts if (f := self.by_index[p].figure(col))), Decimal(0))
        if result is None or not result.value:
            return Decimal(0 if not should else 9)
        return abs(should - result.value) / abs(result.value)


def _family_sums(table: _Figures) -> list[Sum]:
    """Rows whose numbering or words put others under them."""
    children: dict[int, list[int]] = {}
    for row in table.rows:
        if row.parent is not None and row.kind is RowKind.PART:
            children.setdefault(row.parent, []).append(row.index)
    drafts: list[tuple[int, tuple[int, ...], Basis]] = []
    for parent, parts in children.items():
        head = table.by_index[parent]
        if head.kind is not RowKind.PART:
            continue
        spoken = re.match(r"^program\b", plain(head.label)) is not None
        drafts.append((parent, _own_children(table, parent, parts), "words" if spoken else "number"))
    found = []
    for columns, trusted in ((table.money, True), (table.shares, True), (table.counts, False)):
        for col in columns:
            usable = [(t, p, b) for t, p, b in drafts if table.additive(t, p, [col])]
            held = [bool(table.holds(t, p, col)) for t, p, _ in usable]
            telling = sum(1 for (t, p, _), h in zip(usable, held, strict=True) if h and _telling(table, t, col))
            apart = sum(
                1 for (t, p, _), h in zip(usable, held, strict=True) if h and len(p) > 1 and _telling(table, t, col)
            )
            if trusted and col in table.money:
                believed = telling > 0 or _near_or_spoken(table, usable, col)
            else:
                # A rate agrees with its only part as well as a sum does.
                believed = telling >= 2 and telling * 2 >= len(usable) and apart * 2 >= _parted(usable)
            if believed:
                found += [(t, p, b, col) for t, p, b in usable]
    grouped: dict[tuple[int, tuple[int, ...], Basis], list[int]] = {}
    for t, p, b, col in found:
        grouped.setdefault((t, p, b), []).append(col)
    return [Sum(t, p, b, tuple(sorted(cols))) for (t, p, b), cols in grouped.items()]


def _parted(usable: Sequence[tuple[int, tuple[int, ...], Basis]]) -> int:
    return sum(1 for _, parts, _ in usable if len(parts) > 1)


_RATE = re.compile(
    r"produktivitas|rata[- ]?rata|\bindeks\b|\brasio\b|\bper\b|/ ?(?:ha|kapita|orang|unit)\b|"
    r"(?<!\bton)(?<!\bkg)(?<!\bm3)(?<!\bm³) ?/ ?(?:tahun|bulan)\b|\bnilai\b|"
    r"\btarif\b|\bharga\b|\bsatuan\b|"
    r"\btingkat\b|\bangka\b|\bskor\b|\bipm\b|\b(?:umur|usia)\b(?! *[\d<>])|\bpersen"
)


_RUNNING = re.compile(r"\bsaldo\b|\b(?:ku|a?ko)mulatif\b|\bakumulasi\b")
"""Columns whose rows carry on the rows above: their total may be the last of them."""


def _averages(total: Figure, parts: Sequence[Figure]) -> bool:
    """A decimal figure among its parts is their average or a rate, not their sum."""
    firm = [p.value for p in parts if not p.dash and p.value > 0]
    return total.decimals > 0 and len(firm) > 1 and min(firm) <= total.value <= max(firm) and max(firm) < 10_000


def _telling(table: _Figures, total: int, col: int) -> bool:
    """A total that holds says something of the table only where it is not zero."""
    figure = table.by_index[total].figure(col)
    return figure is not None and bool(figure.value)


def _own_children(table: _Figures, parent: int, parts: Sequence[int]) -> tuple[int, ...]:
    """Children whose number is missing or another's are doubtful: they are left out where that makes the sum hold."""
    head = table.by_index[parent].number
    firm = tuple(p for p in parts if _numbered_under(table.by_index[p].number, head))
    fewer = [firm] if firm and len(firm) < len(parts) else []
    fewer += [tuple(q for q in parts if q != p) for p in parts if len(parts) > 2 and _same_amounts(table, parent, p)]
    if not fewer or _holds_somewhere(table, parent, parts):
        return tuple(parts)
    return next((f for f in fewer if _holds_somewhere(table, parent, f)), tuple(parts))


def _same_amounts(table: _Figures, parent: int, child: int) -> bool:
    """Whether a child repeats its parent, as the line of the office does under its urusan."""
    pairs = [(table.by_index[parent].figure(c), table.by_index[child].figure(c)) for c in table.money]
    return any(a and a.value for a, _ in pairs) and all(
        (a.value if a else 0) == (b.value if b else 0) for a, b in pairs
    )


def _holds_somewhere(table: _Figures, total: int, parts: Sequence[int]) -> bool:
    columns = [c for c in (*table.money, *table.counts) if table.additive(total, parts, [c])]
    return any(table.holds(total, parts, c) and _telling(table, total, c) for c in columns)


def _numbered_under(number: str, head: str) -> bool:
    """Whether a row's number fits under its parent's: "1.2" under "1", "5.2.01" under "5.2", "1" under "A"."""
    if not number:
        return False
    if "." not in number or not head or re.search(r"[A-Za-z]", head + number):
        return True
    own, above = ([p.lstrip("0") for p in n.split(".")] for n in (number, head))
    return len(own) <= len(above) or own[: len(above)] == above


def _near_or_spoken(table: _Figures, usable: Sequence[tuple[int, tuple[int, ...], Basis]], col: int) -> bool:
    """No total of the column holds: believe the structure where its words are plain or it nearly holds."""
    if any(b == "words" and len(p) > 1 for _, p, b in usable):
        return True
    near = [t for t, p, _ in usable if len(p) > 1 and table.closeness(t, p, col) <= Decimal("0.2")]
    return bool(near) and len(near) * 2 >= len(usable)


def _label_sums(table: _Figures) -> list[Sum]:
    """Rows that call themselves a total."""
    found: list[Sum] = []
    totals = [r for r in table.rows if r.kind is RowKind.TOTAL and r.figures]
    columns = [*table.money, *table.counts, *table.shares]
    for i, total in enumerate(totals):
        previous = totals[i - 1] if i else None
        if previous and _other_year(previous, total) and not _parts_between(table, previous.index, total.index):
            continue
        best: tuple[int, tuple[int, ...]] | None = None
        candidates = _candidates(table, total, totals[:i])
        for parts in candidates:
            usable = table.additive(total.index, parts, columns)
            if not usable:
                continue
            exact = [c for c in usable if c not in table.shares]
            held = sum(1 for c in exact if table.holds(total.index, parts, c) and _telling(table, total.index, c))
            if best is None or held > best[0]:
                best = (held, parts)
        if best and (best[0] or _plain_structure(table, total, best[1])):
            found += _by_column(table, total.index, best[1], candidates, columns)
    return _with_added_percents(table, found)


def _with_added_percents(table: _Figures, found: list[Sum]) -> list[Sum]:
    """Percentages that are the parts of a whole add up as their amounts do: where they do so in most totals, two at least."""
    percents = [c.index for c in table.columns if c.index not in (*table.money, *table.counts, *table.shares)]
    added = []
    for col in percents:
        usable = [s for s in found if len(s.parts) > 1 and table.additive(s.total, s.parts, [col])]
        held = [s for s in usable if table.holds(s.total, s.parts, col) and _telling(table, s.total, col)]
        if len(held) >= 2 and len(held) * 3 >= len(usable) * 2:
            added.append(col)
    return [replace(s, columns=tuple(sorted({*s.columns, *_usable(table, s, added)}))) for s in found]


def _usable(table: _Figures, total: Sum, columns: Sequence[int]) -> list[int]:
    return table.additive(total.total, total.parts, columns)


def _by_column(
    table: _Figures, total: int, best: tuple[int, ...], candidates: Sequence[tuple[int, ...]], columns: Sequence[int]
) -> list[Sum]:
    """A column in which the parts fail may still hold over the same rows taken whole, or taken apart."""
    ways: dict[tuple[int, ...], list[int]] = {}
    rows = _spread(table, best)
    others = [p for p in candidates if p != best and _spread(table, p) == rows]
    for col in table.additive(total, best, columns):
        tried = (best, *others) if col not in table.shares else (best,)
        held = next((p for p in tried if table.holds(total, p, col)), best)
        ways.setdefault(held, []).append(col)
    return [Sum(total, parts, "label", tuple(sorted(own))) for parts, own in ways.items()]


def _spread(table: _Figures, parts: Sequence[int]) -> frozenset[int]:
    """The rows without rows under them that the parts come down to."""
    children: dict[int, list[int]] = {}
    for row in table.rows:
        if row.parent is not None and row.figures:
            children.setdefault(row.parent, []).append(row.index)
    left: list[int] = list(parts)
    leaves: set[int] = set()
    while left:
        index = left.pop()
        under = children.get(index, [])
        left += under
        if not under:
            leaves.add(index)
    return frozenset(leaves)


def _plain_structure(table: _Figures, total: Row, parts: Sequence[int]) -> bool:
    """Whether a total that holds nowhere is still plainly one of these rows: they are numbered alike, none exceeds it."""
    rows = [table.by_index[p] for p in parts]
    numbered = sum(1 for r in rows if r.number)
    if any(r.kind is RowKind.TOTAL and r.index < total.index for r in rows) and any(
        r.index > total.index and r.kind is RowKind.PART for r in table.rows
    ):
        return False
    if numbered == len(rows) or numbered == 0:
        return True
    return all(
        f.value <= whole.value for c in table.money for r in rows if (f := r.figure(c)) and (whole := total.figure(c))
    )


def _other_year(before: Row, row: Row) -> bool:
    return row.year is not None and before.year is not None and row.year != before.year


def _parts_between(table: _Figures, low: int, high: int) -> bool:
    return any(low < r.index < high and r.kind is RowKind.PART and r.figures for r in table.rows)


def _candidates(table: _Figures, total: Row, earlier: Sequence[Row]) -> list[tuple[int, ...]]:
    """What a total may sum, likeliest first: rows above it, or, where it stands first, rows below."""
    filled = [r for r in table.rows if r.figures and r.kind in (RowKind.PART, RowKind.TOTAL)]
    before = [r for r in filled if r.index < total.index and r.kind is RowKind.PART]
    since = [r for r in before if not earlier or r.index > earlier[-1].index]
    below = [r for r in filled if r.index > total.index]
    after = [r for r in below if r.kind is RowKind.PART]
    options: list[list[Row]]
    if earlier:
        grand = re.search(r"grand|keseluruhan|seluruh|umum|akhir|^total|jumlah total", plain(total.label))
        subtotals = list(earlier)
        over = [[*subtotals, *_top(since)], subtotals, _top(before), _leaves(before)]
        options = [*over, _top(since)] if grand or not since else [_top(since), *over]
    else:
        options = [_top(since), _leaves(since)]
    if not before and after:
        options = [_top(after), _leaves(after)]
    options += [_collapsed(table, before or after), *_alike_rows(before or after)]
    if not since:
        next_total = next((r.index for r in below if r.kind is RowKind.TOTAL), None)
        options += [_top([r for r in after if next_total is None or r.index < next_total])]
        options += [_collapsed(table, below)]
    seen: set[tuple[int, ...]] = set()
    out = []
    for rows in options:
        parts = tuple(r.index for r in rows if r.index != total.index)
        if parts and parts not in seen:
            seen.add(parts)
            out.append(parts)
    return out


def _collapsed(table: _Figures, rows: Sequence[Row]) -> list[Row]:
    """The rows left when every row that exactly sums the ones right after it has taken them in."""
    nodes: list[Row] = []
    """From the last row up."""
    for row in reversed(rows):
        for size in _near_sizes(table, row, nodes):
            parts = [r.index for r in reversed(nodes[-size:])]
            columns = table.additive(row.index, parts, table.money)
            held = [c for c in columns if table.holds(row.index, parts, c) and _telling(table, row.index, c)]
            if held and len(held) * 2 >= len(columns):
                del nodes[-size:]
                break
        nodes.append(row)
    return nodes[::-1]


def _near_sizes(table: _Figures, row: Row, nodes: Sequence[Row]) -> list[int]:
    """How many of the last nodes add up to the row in some column, but for rounding; most first. One alone does where it
    bears the row's name, which stands in capitals."""
    whole = {c: f.value for c in table.money if (f := row.figure(c)) and f.value}
    added = dict.fromkeys(whole, Decimal(0))
    sizes = []
    for size, node in enumerate(reversed(nodes), 1):
        for c in whole:
            if part := node.figure(c):
                added[c] += part.value
        alone = size == 1 and plain(node.label) == plain(row.label) and row.label.isupper() and not node.label.isupper()
        if (size > 1 or alone) and any(abs(added[c] - whole[c]) <= size for c in whole):
            sizes.append(size)
        if not table.signed and all(added[c] - whole[c] > len(nodes) for c in whole):
            break
    return sizes[::-1]


def _alike_rows(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows that begin with one word ("Satker", "Urusan", "Total"), and those without a number."""
    words: dict[str, list[Row]] = {}
    for row in rows:
        first = plain(row.label).split(" ")[0] if row.label else ""
        words.setdefault(first, []).append(row)
    found = [own for own in words.values() if 1 < len(own) < len(rows)]
    bare = [r for r in rows if not r.number]
    return [*found, bare] if 1 < len(bare) < len(rows) else found


def _top(rows: Sequence[Row]) -> list[Row]:
    low = min((r.level for r in rows), default=0)
    return [r for r in rows if r.level == low]


def _leaves(rows: Sequence[Row]) -> list[Row]:
    parents = {r.parent for r in rows}
    return [r for r in rows if r.index not in parents]


def _first_row_sum(table: _Figures) -> list[Sum]:
    """An unnumbered first row with a figure in each column, above rows numbered from 1, sums them."""
    body = [r for r in table.rows if r.kind in (RowKind.PART, RowKind.TOTAL) and r.figures]
    if len(body) < 3 or any(r.kind is RowKind.TOTAL for r in body):
        return []
    first, rest = body[0], [r for r in body[1:] if r.level == body[1].level]
    if first.number or rest[0].number not in ("1", "a", "A", "I", "i") or rest[0].parent is not None:
        return []
    if any(not r.number for r in rest):
        return []
    parts = tuple(r.index for r in rest)
    usable = table.additive(first.index, parts, table.money) or table.additive(first.index, parts, table.counts)
    if not usable:
        return []
    held = [c for c in usable if table.holds(first.index, parts, c)]
    near = [c for c in usable if table.closeness(first.index, parts, c) <= Decimal("0.3")]
    if held or len(near) == len(usable):
        return [Sum(first.index, parts, "first-row", tuple(usable))]
    return []


def _last_row_sum(table: _Figures) -> list[Sum]:
    """An unnumbered last row below three numbered ones or more, which sums them in a column: "Nilai Hasil Evaluasi"."""
    body = [r for r in table.rows if r.figures]
    if len(body) < 4 or any(r.kind is not RowKind.PART or r.level for r in body):
        return []
    last, parts = body[-1], tuple(r.index for r in body[:-1])
    numbered = [bool(r.number) for r in body[:-1]]
    if last.number or not last.label or any(numbered) is not all(numbered):
        return []
    if not any(numbered) and not re.match(r"(?:nilai|skor|hasil|jumlah|total)\b", plain(last.label)):
        return []
    columns = [
        c
        for c in table.additive(last.index, parts, [c.index for c in table.columns])
        if c in table.money or table.closeness(last.index, parts, c) <= Decimal("0.1")
    ]
    held = [c for c in columns if table.holds(last.index, parts, c) and _telling(table, last.index, c)]
    if re.match(r"(?:jumlah|total)\b", plain(last.label)) and not held:
        columns = [c for c in columns if c in table.money and table.closeness(last.index, parts, c) <= Decimal("0.5")]
        return [Sum(last.index, parts, "position", tuple(columns))] if columns else []
    return (
        [Sum(last.index, parts, "position", tuple(sorted(columns)))] if held and len(held) * 2 >= len(columns) else []
    )
