"""The cells of a workbook by sheet and name: which formula stands where, and what it gives from the stored values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import (
    ROUND_DOWN,
    ROUND_HALF_UP,
    ROUND_UP,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
    localcontext,
)

from reviewer.model.document import Cell, Document, Paragraph, Spot, Table
from reviewer.model.formula import Formula, Node, Number, Ref, added, parse

_NAME = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_SUBTOTAL = re.compile(r"\bSUBTOTAL\(", re.IGNORECASE)
_MOST = 100_000
"""Cells that one formula may take in."""
_REMEMBERED = 64
"""Ranges whose figures are kept."""
_ALL = 3_000_000
"""Cells that all formulas together may take in: sums that grow from row to row take in rows squared."""
_HAIR = Decimal("1e-9")
"""Nearer than this to a half, what binary arithmetic rounds to is not told."""

_DIGITS = 30
"""More than any amount has."""

Position = tuple[str, int, int]
"""Sheet, row and column, counted from 0."""


@dataclass(frozen=True, slots=True)
class Held:
    """A cell and where it is in the document; `spot` is None for a cell that became running text."""

    cell: Cell | None
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a formula gives, and the largest figure that went into it (what a difference is to be measured by)."""

    value: Decimal
    largest: Decimal


class Workbook:
    """Cells by sheet and name; `of` takes those of a document, none where it knows no sheets."""

    def __init__(self) -> None:
        self._sheets: dict[str, dict[int, dict[int, Held]]] = {}
        """Sheet → column → row → cell."""
        self._torn: dict[str, list[tuple[int, int]]] = {}
        """Sheet → rows within a table that the table has not: a header printed anew was left out."""
        self._formulas: dict[Spot, Formula] = {}
        self.formulas: dict[str, list[tuple[Spot, Formula]]] = {}
        """Sheet → its formulas in tables, in reading order."""
        self._taken = 0
        self._sums: dict[tuple[str, Ref, bool], tuple[tuple[Decimal, ...], Decimal]] = {}

    @classmethod
    def of(cls, document: Document) -> Workbook:
        """The cells of a document's tables; those that became running text are known to be there."""
        book = cls()
        for index, block in enumerate(document.blocks):
            if isinstance(block, Table):
                book._table(index, block)
            elif isinstance(block, Paragraph):
                for span in block.spans:
                    book._hold(span.place.sheet, span.place.cell, Held(None, None))
        return book

    def put(self, cell: Cell) -> None:
        """Add a cell, or put another in its place."""
        place = cell.place
        at = self._hold(place.sheet, place.cell, Held(cell, None))
        if at is not None:
            # Other sheets than a formula's own are told by the reference; either may be this one.
            self._sums = {key: kept for key, kept in self._sums.items() if not _covers(key[1], at[1], at[2])}

    def _table(self, index: int, table: Table) -> None:
        if table.place.sheet is None:
            return
        rows = []
        for r, c, cell in table.cells():
            place = cell.spans[0].place if cell.spans else None
            at = self._hold(place.sheet, place.cell, Held(cell, Spot(index, r, c))) if place else None
            if at and c == 0:
                rows.append(at[1])
            if at and cell.formula:
                formula = parse(cell.formula, at[1], at[2])
                self._formulas[Spot(index, r, c)] = formula
                self.formulas.setdefault(at[0], []).append((Spot(index, r, c), formula))
        if table.joined_at:
            gaps = [(a + 1, b - 1) for a, b in zip(rows, rows[1:], strict=False) if b > a + 1]
            self._torn.setdefault(table.place.sheet, []).extend(gaps)

    def _hold(self, sheet: str | None, name: str | None, held: Held) -> Position | None:
        found = _NAME.fullmatch(name or "")
        if sheet is None or found is None:
            return None
        col = 0
        for letter in found[1]:
            col = col * 26 + ord(letter) - 64
        at = (sheet.casefold(), int(found[2]) - 1, col - 1)
        self._sheets.setdefault(at[0], {}).setdefault(at[2], {})[at[1]] = held
        return at

    def formula(self, spot: Spot) -> Formula | None:
        """The formula of a cell of a table."""
        return self._formulas.get(Spot(spot.block, spot.row, spot.col))

    def at(self, sheet: str, row: int, col: int) -> Held | None:
        """What stands at a position; None for one that no table and no paragraph holds."""
        return self._sheets.get(sheet.casefold(), {}).get(col, {}).get(row)

    def named(self, ref: Ref, sheet: str) -> Iterator[tuple[int, int, Held]]:
        """The cells of a reference in a formula on `sheet` that anything is known of, with row and column."""
        columns = self._sheets.get((ref.sheet or sheet).casefold(), {})
        low, high = ref.first.col, ref.last.col
        for col in (c for c in (sorted(columns) if high - low > 50 else range(low, high + 1)) if c in columns):
            if not low <= col <= high:
                continue
            rows = columns[col]
            span = ref.last.row - ref.first.row + 1
            inside = sorted(rows) if span > len(rows) else range(ref.first.row, ref.last.row + 1)
            for row in inside:
                if ref.first.row <= row <= ref.last.row and row in rows:
                    self._taken += 1
                    if self.exhausted:
                        return
                    yield row, col, rows[row]

    @property
    def exhausted(self) -> bool:
        """Whether so many cells were taken in that no further formula is looked at; its cells are then not known."""
        return self._taken > _ALL

    def result(self, formula: Formula, sheet: str) -> Reckoned | None:
        """What plain arithmetic gives from the values stored in the cells it names; None where that is not certain."""
        if formula.tree is None or formula.external:
            return None
        try:
            with localcontext() as context:
                context.prec = 40
                return _Reckoning(self, sheet, formula).run()
        except (_Unknown, InvalidOperation, DivisionByZero, Overflow, RecursionError):
            return None

    def remembered(
        self, key: tuple[str, Ref, bool], read: Callable[[], tuple[Decimal, ...]]
    ) -> tuple[tuple[Decimal, ...], Decimal]:
        """The figures of a range and the largest of them, read once."""
        if key not in self._sums:
            values = read()
            if len(self._sums) > _REMEMBERED:
                self._sums.clear()
            self._sums[key] = values, max(map(abs, values), default=Decimal(0))
        return self._sums[key]

    def torn(self, sheet: str, first: int, last: int) -> bool:
        """Whether rows were left out of a table within these."""
        return any(a <= last and first <= b for a, b in self._torn.get(sheet, ()))

    def knows(self, sheet: str) -> bool:
        return sheet.casefold() in self._sheets


class _Unknown(Exception):
    """Something that this arithmetic does not cover."""


@dataclass(slots=True)
class _Reckoning:
    """One formula being computed."""

    book: Workbook
    sheet: str
    formula: Formula
    largest: Decimal = Decimal(0)
    taken: int = 0
    functions: dict[str, Callable[[Sequence[Node]], Decimal]] = field(init=False)

    def __post_init__(self) -> None:
        self.functions = {
            "SUM": lambda args: sum(self._values(args), Decimal(0)),
            "SUBTOTAL": self._subtotal,
            "AVERAGE": lambda args: self._mean(list(self._values(args))),
            "MIN": lambda args: min(self._values(args), default=Decimal(0)),
            "MAX": lambda args: max(self._values(args), default=Decimal(0)),
            "ABS": lambda args: abs(self._one(args)),
            "ROUND": lambda args: self._rounded(args, ROUND_HALF_UP),
            "ROUNDUP": lambda args: self._rounded(args, ROUND_UP),
            "ROUNDDOWN": lambda args: self._rounded(args, ROUND_DOWN),
            "IFERROR": lambda args: self._value(args[0]) if len(args) == 2 else self._fail(),
        }

    def run(self) -> Reckoned:
        assert self.formula.tree is not None
        value = self._value(self.formula.tree)
        if value.adjusted() > _DIGITS:
            raise _Unknown
        return Reckoned(value, self.largest)

    def _value(self, node: Node) -> Decimal:
        if isinstance(node, Number):
            return Decimal(node.text)
        if isinstance(node, Ref):
            return self._scalar(node)
        if node.name in self.functions:
            return self.functions[node.name](node.args)
        values = [self._value(arg) for arg in node.args]
        if node.name == "+":
            return sum(values, Decimal(0))
        if node.name == "neg":
            return -values[0]
        if node.name == "%":
            return values[0] / 100
        if node.name in ("-", "*", "/", "^") and len(values) == 2:
            return self._operation(node.name, values[0], values[1])
        raise _Unknown

    def _operation(self, sign: str, left: Decimal, right: Decimal) -> Decimal:
        if sign == "-":
            return left - right
        if sign == "*":
            return left * right
        if sign == "/":
            return left / right
        if right != right.to_integral_value() or abs(right) > 12:
            raise _Unknown
        return left**right

    def _scalar(self, ref: Ref) -> Decimal:
        if not ref.single:
            raise _Unknown
        self._reach(ref)
        held = self.book.at(ref.sheet or self.sheet, ref.first.row, ref.first.col)
        value = self._stored(held) if held else Decimal(0)
        if value is None:
            if held is None or held.cell is None or held.cell.text or held.cell.formula:
                raise _Unknown
            return Decimal(0)
        return value

    def _reach(self, ref: Ref) -> None:
        sheet = (ref.sheet or self.sheet).casefold()
        if not self.book.knows(sheet) or self.book.torn(sheet, ref.first.row, ref.last.row):
            raise _Unknown

    def _stored(self, held: Held) -> Decimal | None:
        """The figure of a cell; None for a blank one or a text. Raises where it is not known."""
        cell = held.cell
        if cell is None or isinstance(cell.value, bool) or (cell.formula and cell.value is None):
            raise _Unknown
        if isinstance(cell.value, str) and cell.value.startswith("#"):
            raise _Unknown
        self.taken += 1
        if self.taken > _MOST:
            raise _Unknown
        if not isinstance(cell.value, Decimal):
            return None
        self.largest = max(self.largest, abs(cell.value))
        return cell.value

    def _values(self, args: Sequence[Node], *, apart: bool = False) -> Iterator[Decimal]:
        """The figures of arguments; `apart` leaves out subtotals, and gives up where rows are hidden."""
        for arg in args:
            if isinstance(arg, Ref):
                yield from self._ranged(arg, apart)
            else:
                yield self._value(arg)

    def _ranged(self, ref: Ref, apart: bool) -> Sequence[Decimal]:
        """The figures of a range; many formulas divide by the sum of one and the same."""
        values, largest = self.book.remembered((self.sheet, ref, apart), lambda: tuple(self._read(ref, apart)))
        self.largest = max(self.largest, largest)
        return values

    def _read(self, ref: Ref, apart: bool) -> Iterator[Decimal]:
        self._reach(ref)
        for _, _, held in self.book.named(ref, self.sheet):
            if held.cell is not None and apart:
                if held.cell.hidden:
                    raise _Unknown
                if held.cell.formula and _SUBTOTAL.search(held.cell.formula):
                    continue
            value = self._stored(held)
            if value is not None:
                yield value
        if self.book.exhausted:
            raise _Unknown

    def _subtotal(self, args: Sequence[Node]) -> Decimal:
        kind = args[0].text if args and isinstance(args[0], Number) else ""
        values = list(self._values(args[1:], apart=True))
        if kind in ("9", "109"):
            return sum(values, Decimal(0))
        return self._mean(values) if kind in ("1", "101") else self._fail()

    def _mean(self, values: Sequence[Decimal]) -> Decimal:
        return sum(values, Decimal(0)) / len(values) if values else self._fail()

    def _one(self, args: Sequence[Node]) -> Decimal:
        return self._value(args[0]) if len(args) == 1 else self._fail()

    def _rounded(self, args: Sequence[Node], way: str) -> Decimal:
        places = self._value(args[1]) if len(args) == 2 else self._fail()
        if places != places.to_integral_value() or abs(places) > 12:
            raise _Unknown
        step = Decimal(1).scaleb(-int(places))
        scaled = self._value(args[0]) / step
        edge = abs(scaled) % 1 - (Decimal("0.5") if way == ROUND_HALF_UP else 0)
        near = min(abs(edge), abs(1 - edge))
        if 0 < near < _HAIR * max(abs(scaled), Decimal(1)):
            raise _Unknown
        return scaled.to_integral_value(way) * step

    def _fail(self) -> Decimal:
        raise _Unknown


def _covers(ref: Ref, row: int, col: int) -> bool:
    return ref.first.row <= row <= ref.last.row and ref.first.col <= col <= ref.last.col


def column_sum(formula: Formula) -> tuple[Ref, ...] | None:
    """The references of a formula that only adds cells of its own column; None for any other."""
    refs = added(formula.tree)
    if not refs or any(r.sheet or r.external or not r.first.col == r.last.col == formula.col for r in refs):
        return None
    return refs
