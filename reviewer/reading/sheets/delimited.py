"""Tables of values as text: .csv and .tsv, whatever separates the columns.

Which character that is, the columns themselves tell: the one under which the records have the same number of fields. A
comma that stands in Indonesian decimals ("1.234,56;5,00") parts fields too, but the semicolon parts them as evenly,
and is preferred.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reviewer.model.document import Cell, Document, Place, Span
from reviewer.reading.decoding import decode
from reviewer.reading.guard import too_much
from reviewer.reading.limits import LIMITS, Limits
from reviewer.reading.lines import BLANKS
from reviewer.reading.sheets.document import Builder
from reviewer.reading.sheets.sheet import Sheet

_SEPARATORS = "^~\x1f\t;|,"
"""Where two part a text as evenly, the earlier one does. The first three are rare: what holds one in every line was
exported with it, if they make three columns at least."""
_RARE = "^~\x1f"
_TOLERANCE = 0.05
_SAMPLE = 200_000
"""Characters by which the separator is told."""
_LONGEST_QUOTE = 20
"""Lines a quoted field may have; beyond, its first quote was a stray one."""
_SAID = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
"""The first line by which Excel is told the separator."""


class Field(NamedTuple):
    """A field of a record and where its text begins."""

    text: str
    line: int
    column: int


def read(data: bytes, limits: Limits = LIMITS) -> Document:
    """The document in the bytes of delimited text; `path` and `sha256` are left empty.

    Raises `Unreadable` where it holds more cells than the limits allow.
    """
    decoded = decode(data)
    text, said, first_line = _without_declaration(decoded.text)
    separator = said or separator_of(text)
    if separator and text.count(separator) > limits.cells:
        raise too_much("cells", f"{limits.cells}", "sel", "cells")
    sheet = _sheet(records(text, separator, first_line))
    return Document("", "csv", "", tuple(Builder(limits).blocks(sheet)), decoded.notices)


def _without_declaration(text: str) -> tuple[str, str, int]:
    """The text without its first line "sep=;", the separator that it names, and the number of the first line left."""
    found = _SAID.match(text)
    return (text[found.end() :], found[1], 2) if found else (text, "", 1)


def separator_of(text: str) -> str:
    """The character that parts the columns; "" where none does."""
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    best, highest = "", 0.0
    for separator in _SEPARATORS:
        if separator in sample:
            least = 3 if separator in _RARE else 2
            evenness = _evenness([r for r in records(sample, separator) if any(field.text for field in r)], least)
            if evenness > highest + _TOLERANCE:
                best, highest = separator, evenness
    return best


def _evenness(rows: Sequence[list[Field]], least: int) -> float:
    """The share of records that have as many fields (`least` or more) as most of those that are parted, less fields cut
    through a quote."""
    if not rows:
        return 1.0
    widths = Counter(len(row) for row in rows if len(row) >= least)
    most = max(widths.values(), default=0)
    # Titles and notes stand in lines of their own: one record in three makes a table.
    if most * 3 < len(rows):
        return 0.0
    cut = sum(field.text.count('"') % 2 for row in rows for field in row)
    return most / len(rows) * (1 - cut / sum(map(len, rows)))


def records(text: str, separator: str, first_line: int = 1) -> Iterator[list[Field]]:
    """The records of a text; a quoted field may hold separators, line breaks and doubled quotes.

    A quote that nothing closes, or that closes in the middle of a field, is a character like any other.
    """
    pattern = _pattern(separator)
    record: list[Field] = []
    line, line_start, at = first_line, 0, 0
    while True:
        found = pattern.match(text, at)
        assert found is not None  # its second form matches anything
        quoted = found["quoted"]
        if quoted is not None and max(quoted.count("\n"), quoted.count("\r")) < _LONGEST_QUOTE:
            body = quoted.replace('""', '"').replace("\r\n", "\n").replace("\r", "\n")
            column = found.start("quoted") - line_start + 1
        else:
            if quoted is not None:
                found = pattern.match(text, at, _line_end(text, at))
                assert found is not None
            body = found["plain"] if found["quoted"] is None else found["quoted"]
            column = found.start() - line_start + 1
        record.append(_field(body, line, column))
        passed = text[at : found.end()]
        breaks = passed.count("\n") + passed.count("\r") - passed.count("\r\n")
        if breaks:
            line += breaks
            line_start = at + max(passed.rfind("\n"), passed.rfind("\r")) + 1
        at = found.end()
        if found["end"] != separator or not separator:
            yield record
            record = []
            if found["end"] == "" or at == len(text):
                return


def _field(body: str, line: int, column: int) -> Field:
    """A field without the blanks around it; `line` and `column` are those of its first character, blank or not."""
    left = body.lstrip(BLANKS)
    lead = body[: len(body) - len(left)]
    breaks = lead.count("\n")
    column = len(lead) - lead.rfind("\n") if breaks else column + len(lead)
    return Field(left.rstrip(BLANKS), line + breaks, column)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _pattern(separator: str) -> re.Pattern[str]:
    mark = re.escape(separator)
    ends = rf"(?P<end>{mark}|\r\n|\n|\r|\Z)" if separator else r"(?P<end>\r\n|\n|\r|\Z)"
    plain = rf"[^{mark}\r\n]*" if separator else r"[^\r\n]*"
    return re.compile(rf'(?:[ ]*"(?P<quoted>(?:[^"]|"")*+)"[ ]*(?={mark}|[\r\n]|\Z)|(?P<plain>{plain})){ends}')


def _sheet(rows: Iterator[list[Field]]) -> Sheet:
    """The records as the rows of a sheet without a name. Blank cells stand at the record's first line."""
    lines: list[int] = []
    sheet = Sheet("", lambda row, column: Place(line=lines[row]))
    for row, record in enumerate(rows):
        lines.append(record[0].line)
        for column, found in enumerate(record):
            if found.text:
                span = Span(0, Place(line=found.line, column=found.column))
                sheet.put(row, column, Cell(found.text, (span,)))
    return sheet
