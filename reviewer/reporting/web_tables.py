"""The tables of a draft as web tables, every figure with what is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from reviewer.checking.locating import table_title
from reviewer.language import tr
from reviewer.model import Cell, Finding, Status, TypedTable
from reviewer.reporting.charts import MARKS
from reviewer.reporting.markdown import status_name
from reviewer.reporting.outcome import Outcome
from reviewer.reporting.place import grouped
from reviewer.reporting.safe import visible
from reviewer.reporting.told import say

_MOST_ROWS = 300
"""A longer table shows only the rows around its findings."""
_AROUND = 3
_MOST_CELLS = 20_000
"""Of all tables together; beyond them only tables with findings are drawn, and of these the rows around them."""
_NUMBER = re.compile(r"\s*(?:Rp|[(+-])?[\s.]*\d[\d.,\s]*[%)]?\s*")

_Marks = dict[tuple[int, int, int], Status]
_Found = dict[tuple[int, int, int], list[Finding]]


def tables(outcome: Outcome, number: int) -> Iterator[str]:
    """Tables with findings open, the others folded; `number` tells the draft's ids from those of others."""
    examination = outcome.examination
    marks: _Marks = {}
    for spot, status in examination.ledger.statuses.items():
        key = (spot.block, spot.row, spot.col)
        if spot.in_table and (key not in marks or status is Status.CONTRADICTED):
            marks[key] = status
    found: _Found = {}
    for finding in (*outcome.open, *outcome.rejected):
        spot = finding.location.spot
        if spot.in_table:
            found.setdefault((spot.block, spot.row, spot.col), []).append(finding)
    holding = {block for block, _, _ in found}
    cells, left = 0, 0
    for table in examination.report.tables:
        size = len(table.table.rows) * table.table.width
        cells += size
        if table.block not in holding and (cells > _MOST_CELLS or len(table.table.rows) > _MOST_ROWS):
            left += 1
            continue
        yield from _table(
            table, marks, found, number, whole=cells <= _MOST_CELLS and len(table.table.rows) <= _MOST_ROWS
        )
    if left:
        yield f'<p class="dim">{escape(tr("{count} tabel tanpa temuan tidak digambar.").format(count=grouped(left)))}</p>'


def _table(table: TypedTable, marks: _Marks, found: _Found, number: int, whole: bool) -> Iterator[str]:
    rows = {row for block, row, _ in found if block == table.block}
    title = escape(say(table_title(table)))
    caption = escape(visible(table.caption)) if table.number else ""
    yield f"<details{' open' if rows else ''}><summary>{title}{': ' if caption else ''}{caption}</summary>"
    yield '<div class="scroll"><table>'
    wanted = {near for row in rows for near in range(row - _AROUND, row + _AROUND + 1)} | set(range(table.header_rows))
    gap = f'<tr><td colspan="{max(table.table.width, 1)}" class="dim">…</td></tr>'
    before = -1
    for r, row in enumerate(table.table.rows):
        if not whole and r not in wanted:
            continue
        if r != before + 1:
            yield gap
        before = r
        cells = "".join(
            _cell(table, cell, (table.block, r, c), marks, found, number, whole)
            for c, cell in enumerate(row)
            if cell.covered_by is None or not whole
        )
        yield f"<tr>{cells}</tr>"
    if before + 1 < len(table.table.rows):
        yield gap
    yield "</table></div></details>"


def _cell(
    table: TypedTable, cell: Cell, key: tuple[int, int, int], marks: _Marks, found: _Found, number: int, whole: bool
) -> str:
    block, r, c = key
    name = "th" if r < table.header_rows else "td"
    status, findings = marks.get(key), found.get(key, [])
    classes = [status.value] if status else ["contradicted"] if findings else []
    if name == "td" and _NUMBER.fullmatch(cell.text):
        classes.append("number")
    attributes = f' class="{" ".join(classes)}"' if classes else ""
    if findings:
        attributes += f' id="d{number}-t{block}-{r}-{c}"'
    if whole:
        attributes += f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
        attributes += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    text = escape(visible(cell.text))
    if findings:
        goal = f"#d{number}-{findings[0].id}"
        text = f'<a href="{escape(goal)}" title="{escape(", ".join(f.code for f in findings))}">{text or "…"}</a>'
    if status:
        sign = f'<span class="sign" title="{escape(status_name(status))}">{MARKS[status]}</span> '
        text = sign + text
    return f"<{name}{attributes}>{text}</{name}>"
