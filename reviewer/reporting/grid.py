"""Rows of a table as they are printed for findings: the row in question among the rows it is computed from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from reviewer.model import Finding, Place, Report, Role, Spot, Table
from reviewer.reporting.marks import CITED, GUTTER, HEAD, WRONG, pointing
from reviewer.reporting.safe import visible
from reviewer.reporting.squeeze import fitted, numeric, windowed

MOST_ROWS = 12
"""Evidence that stands in more rows than these is told in words instead."""
_NAMING = (Role.LABEL, Role.NUMBER, Role.CODE)
_LABEL, _FIGURE = 48, 28
"""Widest that a label and a figure are printed."""
_TITLE = 14
"""A column is made this wide for its title's sake."""
_MOST_COLUMNS = 5
"""Neighbours are printed up to this many columns of figures."""
_LEAST_LABEL = 16
_GAP = "  "


def cited_rows(findings: Sequence[Finding]) -> list[int]:
    """The rows to print for findings in one row: that row, and those of their evidence in the same table where few."""
    home = findings[0].location.spot
    rows = {
        e.location.spot.row
        for f in findings
        if not f.group
        for e in f.evidence
        if e.location.spot.block == home.block and e.location.spot.in_table
    }
    rows |= {home.row}
    return sorted(rows) if len(rows) <= MOST_ROWS else [home.row]


def sharing(report: Report, findings: Sequence[Finding], width: int) -> bool:
    """True where one excerpt of this width shows all these findings, with all the evidence each would show alone."""
    spots = [f.location.spot for f in findings]
    if not spots[0].in_table or len({(s.block, s.row) for s in spots}) > 1:
        return False
    alone = {row for f in findings for row in cited_rows([f])}
    if not alone <= set(cited_rows(findings)):
        return False
    columns = _Layout(report, findings, width).columns
    return {s.col for s in spots} <= {c.index for c in columns}


def rows(report: Report, findings: Sequence[Finding], width: int, carets: bool) -> list[Text]:
    """The excerpt, in lines of at most `width`; `carets` points at the wrong figures."""
    return list(_Layout(report, findings, width).lines(carets))


@dataclass(frozen=True, slots=True)
class _Printed:
    """A column as it is printed."""

    index: int
    width: int
    right: bool


class _Layout:
    """Which rows and columns are printed, and how wide."""

    def __init__(self, report: Report, findings: Sequence[Finding], width: int) -> None:
        self.home = findings[0].location.spot
        block = report.document.blocks[self.home.block]
        assert isinstance(block, Table)
        self.table = block
        self.typed = report.table_at(self.home.block)
        self.rows = [r for r in cited_rows(findings) if r < len(block.rows)]
        self.marks, self.places = _marks(findings, set(self.rows))
        self.gutters = {row: self._gutter(row) for row in self.rows}
        self.gutter = max((len(g) for g in self.gutters.values()), default=0)
        self.labels = {row: self._label(row) for row in self.rows}
        self.wrong = sorted({s.location.spot.col for s in findings if s.location.spot.col < block.width})
        self.label, self.columns = self._columns(width - self.gutter - len(" │ "))

    def _gutter(self, row: int) -> str:
        """The line of the figure that matters in a row; in formats without lines the cell, or "#" and the body row."""
        place = self.places.get(row, Place())
        if place.line is not None:
            return str(place.line)
        body = self.typed.row(row) if self.typed else None
        return visible(place.cell or "") or (f"#{body.ordinal}" if body else "")

    def _label(self, row: int) -> str:
        """What a person calls the row."""
        body = self.typed.row(row) if self.typed else None
        if body and body.label:
            return visible(body.label if body.label.startswith(body.number) else f"{body.number} {body.label}")
        return next((text for i in range(self.table.width) if not numeric(text := self._text(row, i))), "")

    def _text(self, row: int, col: int) -> str:
        """The text at a position; a cell merged over several rows is read in each of them."""
        cell = self.table.rows[row][col]
        if cell.covered_by and cell.covered_by[1] == col:
            cell = self.table.rows[cell.covered_by[0]][col]
        return visible(cell.text)

    def _columns(self, room: int) -> tuple[int, list[_Printed]]:
        """Width of the label, and the columns: the wrong ones, those cited, then neighbours as long as there is room."""
        naming = {c.index for c in self.typed.columns if c.role in _NAMING} if self.typed else set()
        named = any(self._role(col) is Role.LABEL for col in self.wrong)
        longest = max((cell_len(label) for label in self.labels.values()), default=0)
        label = 0 if named or not longest else min(max(longest, min(cell_len(self._naming()), _TITLE)), _LABEL)
        kept = min(label, _LEAST_LABEL)
        cited = sorted({col for _, col in self.marks} - set(self.wrong) - naming)
        others = [
            i for i in range(self.table.width)
            if i not in naming and i not in cited and i not in self.wrong and self._has_figures(i)
        ]  # fmt: skip
        chosen: list[_Printed] = []
        left = room - kept
        for col in [*self.wrong, *sorted(cited, key=self._distance)]:
            printed = self._printed(col, left - len(_GAP) if not chosen else _LABEL)
            if printed.width + len(_GAP) <= left:
                chosen.append(printed)
                left -= printed.width + len(_GAP)
        label = min(label, kept + left)
        left -= label - kept
        for col in sorted(others, key=self._distance):
            printed = self._printed(col, _FIGURE)
            if printed.width + len(_GAP) > left or len(chosen) >= _MOST_COLUMNS:
                break
            chosen.append(printed)
            left -= printed.width + len(_GAP)
        chosen.sort(key=lambda c: c.index)
        for n, column in enumerate(chosen):
            more = min(cell_len(self._title(column.index)[-1]) - column.width, left, _TITLE)
            if more > 0:
                chosen[n] = replace(column, width=column.width + more)
                left -= more
        return label, chosen

    def _distance(self, col: int) -> tuple[int, int]:
        return min(abs(col - wrong) for wrong in self.wrong), col

    def _role(self, col: int) -> Role | None:
        if not self.typed or col >= len(self.typed.columns):
            return None
        return self.typed.columns[col].role

    def _has_figures(self, col: int) -> bool:
        return any(numeric(self._text(row, col)) for row in self.rows)

    def _printed(self, col: int, most: int) -> _Printed:
        texts = [self._text(row, col) for row in self.rows]
        figures = all(numeric(text) for text in texts if text)
        widest = max(cell_len(text) for text in texts)
        wanted = max(widest, min(cell_len(self._title(col)[-1]), _TITLE), 1)
        return _Printed(col, max(min(wanted, _FIGURE if figures else most, most), 1), figures)

    def _title(self, col: int) -> tuple[str, ...]:
        header = self.typed.columns[col].header if self.typed and col < len(self.typed.columns) else ()
        return tuple(map(visible, header)) or ("",)

    def _naming(self) -> str:
        """The title of the column that names the rows."""
        columns = self.typed.columns if self.typed else ()
        return next((self._title(c.index)[-1] for c in columns if c.role is Role.LABEL), "")

    def lines(self, carets: bool) -> Iterator[Text]:
        yield from self._head()
        for row in self.rows:
            line = Text.assemble((f"{self.gutters[row].rjust(self.gutter)} │ ", GUTTER))
            line.append(fitted(self.labels[row], self.label, right=False))
            for n, column in enumerate(self.columns):
                line.append(_GAP if n or self.label else "")
                line.append_text(self._cell(row, column))
            line.rstrip()
            yield line
            if carets and row == self.home.row:
                yield from pointing(line)

    def _head(self) -> Iterator[Text]:
        """The titles; with those above them where they alone would not tell columns apart."""
        titles = [self._title(c.index) for c in self.columns]
        if not any(any(title) for title in titles):
            return
        lasts = [title[-1] for title in titles]
        if len(set(lasts)) < len(lasts):
            yield self._over([title[-2] if len(title) > 1 else "" for title in titles])
        yield self._line_of_titles(
            self._naming(), [(t, c.width, c.right) for t, c in zip(lasts, self.columns, strict=True)]
        )

    def _over(self, titles: Sequence[str]) -> Text:
        """Titles above titles; one that stands above neighbours is written once."""
        spans = []
        for title, members in groupby(zip(titles, self.columns, strict=True), key=lambda pair: pair[0]):
            columns = [column for _, column in members]
            width = sum(column.width for column in columns) + len(_GAP) * (len(columns) - 1)
            spans.append((title, width, len(columns) == 1 and columns[0].right))
        return self._line_of_titles("", spans)

    def _line_of_titles(self, label: str, titles: Sequence[tuple[str, int, bool]]) -> Text:
        line = Text.assemble((" " * self.gutter + " │ ", GUTTER), (fitted(label, self.label, right=False), HEAD))
        for n, (title, width, right) in enumerate(titles):
            line.append(_GAP if n or self.label else "")
            line.append(fitted(title, width, right), style=HEAD)
        line.rstrip()
        return line

    def _cell(self, row: int, column: _Printed) -> Text:
        mark = self.marks.get((row, column.index))
        if mark is None:
            return Text(fitted(self._text(row, column.index), column.width, column.right))
        style, spot = mark
        text = self.table.rows[row][column.index].text
        start, end = (spot.start, spot.end) if style == WRONG and spot.end > spot.start else (0, len(text))
        return windowed(text, start, end, column.width, style, column.right)


def _marks(
    findings: Sequence[Finding], rows: set[int]
) -> tuple[dict[tuple[int, int], tuple[str, Spot]], dict[int, Place]]:
    """What is marked, by row and column, and the place that stands for each row."""
    marks: dict[tuple[int, int], tuple[str, Spot]] = {}
    places: dict[int, Place] = {}
    home = findings[0].location.spot
    for finding in findings:
        spot = finding.location.spot
        marks.setdefault((spot.row, spot.col), (WRONG, spot))
        places.setdefault(spot.row, finding.location.place)
    for finding in findings:
        for evidence in finding.evidence:
            spot = evidence.location.spot
            if spot.block == home.block and spot.row in rows:
                marks.setdefault((spot.row, spot.col), (CITED, spot))
                places.setdefault(spot.row, evidence.location.place)
    return marks, places
