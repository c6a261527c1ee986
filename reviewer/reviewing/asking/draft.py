"""What questions are put to: the figures of a draft, chosen by table, measure, year and thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from reviewer.model import Examination, Finding, Row, RowKind, Spot, TypedTable
from reviewer.reviewing.asking.cells import Cell, Line, cells_of, frame, lines_of
from reviewer.reviewing.asking.measures import Measure
from reviewer.reviewing.asking.question import Question, Within
from reviewer.reviewing.asking.things import of_kind, things_named
from reviewer.understanding.text import plain, words

if TYPE_CHECKING:
    import pandas

Cells = tuple[Cell, ...]
_Row = TypeVar("_Row", Cell, Line)


class Draft:
    """The figures of one examined draft; `number` gives a finding's number in the conversation."""

    def __init__(self, examination: Examination, number: Callable[[Finding], int]) -> None:
        self.examination = examination
        self.report = examination.report
        self.number = number

    @cached_property
    def cells(self) -> Cells:
        return cells_of(self.report)

    @cached_property
    def frame(self) -> pandas.DataFrame:
        return frame(self.cells)

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The words of the draft's tables, which no one misspelt by asking for them."""
        return frozenset(word for cell in self.cells for word in words(cell.row.label) + words(cell.column.title))

    def tables_of(self, question: Question) -> tuple[TypedTable, ...] | None:
        """The tables that a question names, all where it names none; None where one it names is not there."""
        chosen: list[TypedTable] = []
        for wanted in question.tables:
            named = [t for t in self.report.tables if t.number.rstrip(".").casefold() == wanted.rstrip(".")]
            if not named:
                return None
            chosen += named
        for source in question.sources:
            captions = [t for t in self.report.tables if _is_called(t, source)]
            if not captions:
                return None
            chosen += captions
        return tuple(chosen) if question.tables or question.sources else self.report.tables

    def chosen(self, question: Question, tables: Sequence[TypedTable]) -> Cells:
        """The cells of these tables that measure what is asked, of the kind, number and years that are asked."""
        blocks = {table.block for table in tables}
        rows = self.frame
        rows = rows[rows["table"].isin(blocks)]
        if question.measures:
            rows = rows[rows["measure"].isin([measure.value for measure in question.measures])]
        cells = tuple(rows["cell"])
        if question.money:
            cells = tuple(cell for cell in cells if cell.money or cell.measure is not Measure.REALISATION)
        if question.percent:
            cells = tuple(cell for cell in cells if cell.percent)
        if question.within:
            cells = self._inside(cells, question.within)
        if question.number:
            cells = tuple(cell for cell in cells if cell.row.number.rstrip(".") == question.number)
        if not question.things:
            cells = kindred(cells, question)
        return self.in_years(cells, question.years)

    def lines(self, question: Question, tables: Sequence[TypedTable]) -> tuple[Line, ...]:
        """The rows of the kind asked for, with figures or without."""
        counted = {cell.table.block for cell in self.cells} if not question.tables else {t.block for t in tables}
        lines = lines_of(table for table in tables if table.block in counted)
        if question.within:
            lines = self._inside(lines, question.within)
        return of_kind(lines, question.kind)

    def _inside(self, cells: tuple[_Row, ...], within: Within) -> tuple[_Row, ...]:
        """Those of rows that lie below the row of the thing named."""
        holders = of_kind(self.cells, within.kind)
        if within.number:
            holders = tuple(cell for cell in holders if cell.row.number.rstrip(".") == within.number)
        else:
            things = things_named(holders, within.name)
            entities = {entity for thing in things for entity in thing.entities} if len(things) == 1 else set()
            holders = tuple(cell for cell in holders if cell.entity in entities)
        rows = {(cell.table.block, cell.row.index) for cell in holders}
        return tuple(cell for cell in cells if any((cell.table.block, above) in rows for above in _above(cell)))

    def in_years(self, cells: Cells, years: Sequence[int]) -> Cells:
        """Those of the years asked for; where none is, of the report's own year and of cells that name no year."""
        if years:
            return tuple(c for c in cells if c.year in years or (c.year is None and self.report.identity.year in years))
        own = tuple(c for c in cells if c.year in (None, self.report.identity.year))
        return own or cells

    def disputed(self, spots: Iterable[Spot]) -> tuple[int, ...]:
        """Numbers of the findings that call a figure at one of these places wrong."""
        wanted = set(spots)
        return tuple(
            sorted(self.number(f) for f in self.examination.findings if f.location.spot in wanted and not f.group)
        )


def parts(cells: Cells) -> Cells:
    """Those of one column that are no totals, averages or rows below others."""
    body = tuple(cell for cell in cells if cell.row.kind is RowKind.PART)
    return outermost(body)


def kindred(cells: Cells, question: Question) -> Cells:
    """Those of the kind asked for; of what lies in a thing and names no kind, what lies directly in it."""
    own = of_kind(cells, question.kind)
    return own if own or not question.within else outermost(cells)


def outermost(cells: Cells) -> Cells:
    """Those at the lowest level of their table: the details of a row are in it already."""
    levels: dict[int, int] = {}
    for cell in cells:
        levels[cell.table.block] = min(cell.row.level, levels.get(cell.table.block, cell.row.level))
    return tuple(cell for cell in cells if cell.row.level == levels[cell.table.block])


def columns(cells: Cells) -> tuple[Cells, ...]:
    """The cells by table and column, in the order of the draft."""
    found: dict[tuple[int, int, bool], list[Cell]] = {}
    for cell in cells:
        found.setdefault((cell.table.block, cell.column.index, cell.computed), []).append(cell)
    return tuple(tuple(column) for column in found.values())


def _above(cell: Cell | Line) -> Iterator[int]:
    """The rows that a cell's row lies in."""
    row: Row | None = cell.row
    while row is not None and row.parent is not None:
        yield row.parent
        row = cell.table.row(row.parent)


def _is_called(table: TypedTable, source: str) -> bool:
    return source in plain(table.caption) or (not table.caption and any(source in plain(h) for h in table.heading[-1:]))
