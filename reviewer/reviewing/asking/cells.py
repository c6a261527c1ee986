"""The figures of all tables as one pandas frame: a line a cell, with what it measures and of what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from reviewer.model import Column, Figure, Report, Role, Row, RowKind, Rule, Spot, TypedTable
from reviewer.reviewing.asking.measures import Measure
from reviewer.understanding.facts import entity_key

if TYPE_CHECKING:
    import pandas

_BY_ROLE = {
    Role.BUDGET: Measure.BUDGET,
    Role.REALISATION: Measure.REALISATION,
    Role.TARGET: Measure.TARGET,
    Role.ACHIEVEMENT: Measure.ACHIEVEMENT,
    Role.REMAINDER: Measure.REMAINDER,
    Role.SHARE: Measure.SHARE,
}
_RUPIAH = re.compile(r"\brp\b|rupiah|anggaran|keuangan|pagu|belanja|dana|budget|biaya", re.IGNORECASE)
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_SCALED = re.compile(r"\bdalam (ribu|juta|miliar|milyar|triliun)(?:an)?\b", re.IGNORECASE)
_OF_MONEY = re.compile(r"anggaran|keuangan|serap|budget|belanja", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A row that names something, with figures or without."""

    table: TypedTable
    row: Row

    @property
    def entity(self) -> str:
        return entity_key(self.row.label)


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a table, or one that its row gives by calculation."""

    table: TypedTable
    row: Row
    column: Column
    figure: Figure
    """As printed; of a computed one the figure it is computed from."""
    measure: Measure | None
    value: Decimal
    computed: bool = False

    @property
    def entity(self) -> str:
        """Key that the spellings of the row's name share."""
        return entity_key(self.row.label)

    @property
    def year(self) -> int | None:
        return self.column.year or self.row.year or self.table.year

    @property
    def spot(self) -> Spot:
        return self.figure.spot

    @property
    def percent(self) -> bool:
        if self.computed:
            return self.measure is Measure.ABSORPTION
        return self.figure.percent or self.column.unit == "%"

    @property
    def money(self) -> bool:
        """Whether it is an amount of rupiah: large, and in a table that speaks of money."""
        if self.percent or abs(self.value) < 100_000:
            return False
        spoken = _RUPIAH.search(self.column.title) or _RUPIAH.search(self.figure.text)
        return bool(spoken) or any(column.role is Role.BUDGET for column in self.table.columns)


def cells_of(report: Report) -> tuple[Cell, ...]:
    """Every figure of the tables, in their order; column numbers, dashes and hidden rows are none."""
    return tuple(cell for table in report.tables for cell in _cells_of(table))


def lines_of(tables: Iterable[TypedTable]) -> tuple[Line, ...]:
    """Every row that names something; totals, averages, column numbers and hidden rows do not."""
    return tuple(
        Line(table, row)
        for table in tables
        for row in table.rows
        if row.kind is RowKind.PART and row.label and not row.hidden
    )


def frame(cells: tuple[Cell, ...]) -> pandas.DataFrame:
    """Columns: "cell", "table" (block), "row", "col", "kind" (RowKind), "level", "measure", "year", "entity", "value"."""
    import pandas

    return pandas.DataFrame(
        {
            "cell": list(cells),
            "table": [cell.table.block for cell in cells],
            "row": [cell.row.index for cell in cells],
            "col": [cell.column.index for cell in cells],
            "kind": [cell.row.kind.value for cell in cells],
            "level": [cell.row.level for cell in cells],
            "measure": [cell.measure.value if cell.measure else "" for cell in cells],
            "year": [cell.year or 0 for cell in cells],
            "entity": [cell.entity for cell in cells],
            "value": [cell.value for cell in cells],
        },
        dtype=object,
    )


def _cells_of(table: TypedTable) -> Iterator[Cell]:
    measures = {column.index: measure_of(table, column) for column in table.columns}
    for row in table.rows:
        if row.hidden or row.kind is RowKind.NUMBERS:
            continue
        own = []
        for index, figure in row.figures:
            column = table.columns[index]
            if column.role in (Role.NUMBER, Role.CODE) or figure.dash:
                continue
            measure = measures[index]
            if figure is not row.figure(index):
                # "6.500.000 (85%)": the second figure of a cell is a share of something.
                measure = Measure.ABSORPTION if figure.percent and measure is Measure.REALISATION else None
            own.append(Cell(table, row, column, figure, measure, figure.value * _factor(table, column, figure)))
        yield from own
        yield from _derived(own)


def _factor(table: TypedTable, column: Column, figure: Figure) -> int:
    """What a printed figure counts: 1, or millions where the column's header or the caption says so."""
    if figure.percent or figure.scale or column.unit == "%":
        return 1
    named = _SCALED.search(table.caption) if column.role in (Role.BUDGET, Role.REALISATION, Role.REMAINDER) else None
    return _SCALES.get(column.unit, _SCALES.get(named[1].casefold(), 1) if named else 1)


def measure_of(table: TypedTable, column: Column) -> Measure | None:
    """What a column measures; None where headers and calculation leave it open."""
    for across in table.across:
        if across.result != column.index or across.rule is not Rule.PERCENT or across.inner:
            continue
        roles = [table.columns[index].role for index, _ in across.terms]
        if roles == [Role.REALISATION, Role.BUDGET]:
            return Measure.ABSORPTION
    measure = _BY_ROLE.get(column.role)
    if measure is Measure.ACHIEVEMENT and _OF_MONEY.search(column.title):
        return Measure.ABSORPTION
    return measure


def _derived(cells: list[Cell]) -> Iterator[Cell]:
    """Absorption and remainder of a row with one pagu and one realisasi in rupiah, where it does not print them."""
    budgets = [cell for cell in cells if cell.measure is Measure.BUDGET and cell.money]
    spent = [cell for cell in cells if cell.measure is Measure.REALISATION and not cell.figure.percent]
    if len(budgets) != 1 or len(spent) != 1 or budgets[0].year != spent[0].year:
        return
    pagu, real = budgets[0], spent[0]
    if not real.money and real.value:
        return
    printed = {cell.measure for cell in cells}
    if Measure.ABSORPTION not in printed:
        share = (real.value / pagu.value * 100).quantize(Decimal("0.01"))
        yield Cell(real.table, real.row, real.column, real.figure, Measure.ABSORPTION, share, computed=True)
    if Measure.REMAINDER not in printed:
        yield Cell(
            real.table, real.row, real.column, real.figure, Measure.REMAINDER, pagu.value - real.value, computed=True
        )
