"""Looking things up: in the findings, in the text of the draft, and tables by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.language import current
from reviewer.model import Finding, Report, Spot, Table, TypedTable
from reviewer.reviewing.messages import Hit
from reviewer.reviewing.plain import plain

SHOWN = 8
"""Places of the draft that are shown."""
AROUND = 40
"""Characters shown before and after what was searched for."""


def matching_findings(findings: Sequence[Finding], text: str) -> tuple[Finding, ...]:
    """The findings that hold every word of a text, in their sentences, places, figures or codes."""
    words = text.casefold().split()
    return tuple(finding for finding in findings if all(word in _searched(finding) for word in words))


def _searched(finding: Finding) -> str:
    parts = (
        finding.code, finding.name, finding.message.of(current()), finding.location.label.of(current()), finding.quote,
        finding.stated, finding.expected,
    )  # fmt: skip
    return " ".join(parts).casefold()


def find_places(report: Report, text: str) -> tuple[tuple[Hit, ...], int]:
    """The first places of the draft where a text stands, and how many there are. Case and white space do not count."""
    pattern = re.compile(r"\s+".join(map(re.escape, text.split())), re.IGNORECASE)
    hits: list[Hit] = []
    total = 0
    for spot, holder in _texts(report):
        for match in pattern.finditer(holder):
            total += 1
            if len(hits) < SHOWN:
                start, end = match.span()
                around = holder[max(start - AROUND, 0) : end + AROUND]
                at = Spot(spot.block, spot.row, spot.col, start, end)
                hits.append(Hit(at, plain(_label(report, at), 60), plain(around)))
    return tuple(hits), total


def _texts(report: Report) -> Iterator[tuple[Spot, str]]:
    for index, block in enumerate(report.document.blocks):
        if isinstance(block, Table):
            for row, col, cell in block.cells():
                yield Spot(index, row, col), cell.text
        else:
            yield Spot(index), block.text


def _label(report: Report, spot: Spot) -> str:
    table = report.table_at(spot.block)
    if table is not None:
        return table.title
    path = report.headings[spot.block] if spot.block < len(report.headings) else ()
    line = report.place(spot).line
    return path[-1] if path else (f":{line}" if line is not None else "")


def table_number(text: str) -> str:
    """The number that "tabel 3.11" or "3.11" names, "" where it names no table."""
    named = re.fullmatch(r"(?:tabel|table|tbl)\.?\s*([\w.\-]*\w)|(\d+[.\-][\w.\-]*\w)", text.strip().casefold())
    return (named[1] or named[2]) if named else ""


def find_table(report: Report, text: str) -> TypedTable | None:
    """The table that "tabel 3.11" or "3.11" names."""
    number = table_number(text)
    return next((t for t in report.tables if number and t.number.casefold().rstrip(".") == number), None)
