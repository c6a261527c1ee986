"""What an .xls tells beyond the values of its cells: number formats, rules, what is hidden, and formulas (MS-XLS, BIFF8)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from reviewer.reading.compound import Compound
from reviewer.reading.sheets.formats import BUILT_IN, GENERAL
from reviewer.reading.sheets.references import letters, name
from reviewer.reading.sheets.styles import Style

_FORMULA, _EXTERNAL_SHEET, _BOF, _EOF, _BOOK = 0x0006, 0x0017, 0x0809, 0x000A, 0x01AE
_SHEET, _FORMAT, _STYLE, _COLUMNS, _ROW, _SHARED = 0x0085, 0x041E, 0x00E0, 0x007D, 0x0208, 0x04BC
_CELLS = frozenset({0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00D6, 0x00FD, 0x027E})
_RUNS = {0x00BD: 6, 0x00BE: 2}
"""Records of several neighbouring cells, and the bytes of each."""
_BIFF8 = 0x0600
_LONGEST = 8_192
_TRUTH = 0x0205
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


@dataclass(slots=True)
class Traits:
    """Of one sheet, rows and columns from 0."""

    styles: dict[tuple[int, int], int] = field(default_factory=dict)
    """Position → index of its style."""
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    """With their "="; "=" alone for one that is more than cells, figures, operators and common functions."""
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    """Cells that show an error."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Book:
    """The traits of the sheets of a workbook."""

    styles: list[Style] = field(default_factory=list)
    sheets: dict[str, Traits] = field(default_factory=dict)

    def style(self, traits: Traits, row: int, column: int) -> Style:
        index = traits.styles.get((row, column), -1)
        return self.styles[index] if 0 <= index < len(self.styles) else Style()


def traits_of(data: bytes) -> Book | None:
    """What the bytes of an .xls tell; None where it is older than Excel 97 or not to be understood."""
    stream = Compound(data).stream("Workbook")
    try:
        return _Reader(stream).book() if stream[4:6] == struct.pack("<H", _BIFF8) else None
    except (struct.error, IndexError, ValueError, UnicodeDecodeError):
        return None


@dataclass(slots=True)
class _Reader:
    stream: bytes
    names: list[str] = field(default_factory=list)
    own: list[bool] = field(default_factory=list)
    """Of the books that formulas refer to: which is this one."""
    outside: list[tuple[int, int, int]] = field(default_factory=list)
    """Book, first and last sheet of a reference to another sheet."""

    def book(self) -> Book:
        codes = dict(BUILT_IN)
        book = Book()
        raw: list[tuple[int, bool]] = []
        starts: list[tuple[str, int]] = []
        for kind, body, _ in self._records(0):
            if kind == _FORMAT:
                codes[_short(body, 0)] = _text(body, 2, 2)[0]
            elif kind == _STYLE:
                raw.append((_short(body, 2), bool(body[10])))
            elif kind == _SHEET:
                sheet, _ = _text(body, 6, 1)
                self.names.append(sheet)
                if body[5] == 0:
                    starts.append((sheet, _long(body, 0)))
            elif kind == _BOOK:
                self.own.append(_short(body, 2) == 0x0401)
            elif kind == _EXTERNAL_SHEET:
                count = _short(body, 0)
                self.outside += [struct.unpack_from("<HHH", body, 2 + 6 * i) for i in range(count)]
        book.styles = [Style(codes.get(index, GENERAL) or GENERAL, ruled) for index, ruled in raw]
        for sheet, start in starts:
            book.sheets[sheet] = self._sheet(start)
        return book

    def _records(self, at: int) -> Iterator[tuple[int, bytes, int]]:
        """The records of one part of the stream, as far as it closes; parts within it are passed over."""
        depth = 0
        while at + 4 <= len(self.stream):
            kind, size = struct.unpack_from("<HH", self.stream, at)
            body = self.stream[at + 4 : at + 4 + size]
            at += 4 + size
            if kind == _BOF:
                depth += 1
            elif kind == _EOF:
                depth -= 1
                if depth <= 0:
                    return
            elif depth == 1:
                yield kind, body, at

    def _sheet(self, start: int) -> Traits:
        traits = Traits()
        shared: dict[tuple[int, int], bytes] = {}
        waiting: list[tuple[tuple[int, int], tuple[int, int]]] = []
        last = (0, 0)
        for kind, body, _ in self._records(start):
            if kind in _CELLS:
                last = (_short(body, 0), _short(body, 2))
                traits.styles[last] = _short(body, 4)
                if code := _error(kind, body):
                    traits.errors[last] = code
                if kind == _FORMULA:
                    tokens = body[22 : 22 + _short(body, 20)]
                    if tokens[:1] == b"\x01":
                        waiting.append((last, (_short(tokens, 1), _short(tokens, 3))))
                    else:
                        traits.formulas[last] = self._formula(tokens, *last)
            elif kind in _RUNS:
                row, column, size = _short(body, 0), _short(body, 2), _RUNS[kind]
                for index in range((len(body) - 6) // size):
                    traits.styles[row, column + index] = _short(body, 4 + index * size)
            elif kind == _SHARED:
                shared[last] = body[10 : 10 + _short(body, 8)]
            elif kind == _ROW and body[12] & 0x20:
                traits.hidden_rows.add(_short(body, 0))
            elif kind == _COLUMNS and body[8] & 0x01:
                traits.hidden_columns.append((_short(body, 0), _short(body, 2)))
        for at, first in waiting:
            traits.formulas[at] = self._formula(shared[first], *at) if first in shared else "="
        return traits

    def _formula(self, tokens: bytes, row: int, column: int) -> str:
        try:
            return f"={_Tokens(self, tokens, row, column).text()}"[:_LONGEST]
        except (_Other, IndexError, struct.error):
            return "="

    def sheet(self, index: int) -> str:
        """What a reference to another sheet begins with."""
        book, first, last = self.outside[index]
        if book >= len(self.own) or first != last:
            raise _Other
        if not self.own[book]:
            return f"[{book + 1}]!"
        if first >= len(self.names):
            return "#REF!"
        return "'" + self.names[first].replace("'", "''") + "'!"


class _Other(Exception):
    """A formula of more than cells, figures, operators and common functions."""


_OPERATORS = dict(enumerate(("+", "-", "*", "/", "^", "&", "<", "<=", "=", ">=", ">", "<>"), 0x03))
_FUNCTIONS = {
    0: "COUNT", 1: "IF", 4: "SUM", 5: "AVERAGE", 6: "MIN", 7: "MAX", 36: "AND", 37: "OR", 169: "COUNTA", 183: "PRODUCT",
    344: "SUBTOTAL", 345: "SUMIF",
}  # fmt: skip
_HINTS = 0x01 | 0x02 | 0x08 | 0x40
"""Of a token's attributes: volatile, the jumps of IF, blanks. They say nothing of the text."""
_FIXED = {24: ("ABS", 1), 25: ("INT", 1), 27: ("ROUND", 2), 212: ("ROUNDUP", 2), 213: ("ROUNDDOWN", 2)}


@dataclass(slots=True)
class _Tokens:
    """A formula in the order of its computation, turned back into what was typed (MS-XLS 2.5.198)."""

    reader: _Reader
    tokens: bytes
    row: int
    column: int
    at: int = 0
    stack: list[str] = field(default_factory=list)

    def text(self) -> str:
        while self.at < len(self.tokens):
            kind = self.tokens[self.at]
            self.at += 1
            self._one(kind if kind < 0x20 else (kind & 0x1F) | 0x20)
        if len(self.stack) != 1:
            raise _Other
        return self.stack[0]

    def _take(self, layout: str) -> tuple[int, ...]:
        found = struct.unpack_from(f"<{layout}", self.tokens, self.at)
        self.at += struct.calcsize(f"<{layout}")
        return found

    def _one(self, kind: int) -> None:
        if kind in _OPERATORS:
            right, left = self.stack.pop(), self.stack.pop()
            self.stack.append(f"{left}{_OPERATORS[kind]}{right}")
        elif kind in (0x12, 0x13):
            self.stack.append(("+" if kind == 0x12 else "-") + self.stack.pop())
        elif kind == 0x14:
            self.stack.append(self.stack.pop() + "%")
        elif kind == 0x15:
            self.stack.append(f"({self.stack.pop()})")
        elif kind == 0x16:
            self.stack.append("")
        elif kind == 0x19:
            self._attribute()
        elif kind == 0x1E:
            self.stack.append(str(self._take("H")[0]))
        elif kind == 0x1F:
            (number,) = self._take("d")
            self.stack.append(f"{number:.15g}")
        elif kind == 0x21:
            (function,) = self._take("H")
            if function not in _FIXED:
                raise _Other
            self._call(*_FIXED[function])
        elif kind == 0x22:
            count, function = self._take("BH")
            if function not in _FUNCTIONS:
                raise _Other
            self._call(_FUNCTIONS[function], count & 0x7F)
        else:
            self._cells(kind)

    def _attribute(self) -> None:
        flags, _ = self._take("BH")
        if flags & 0x10:
            self._call("SUM", 1)
        elif flags & ~_HINTS:
            raise _Other

    def _call(self, function: str, count: int) -> None:
        if count > len(self.stack):
            raise _Other
        args = self.stack[len(self.stack) - count :]
        del self.stack[len(self.stack) - count :]
        self.stack.append(f"{function}({','.join(args)})")

    def _cells(self, kind: int) -> None:
        if kind == 0x24:
            self.stack.append(self._name(*self._take("HH")))
        elif kind == 0x25:
            self.stack.append(self._area(self._take("HHHH")))
        elif kind in (0x2A, 0x2B):
            self._take("HH" if kind == 0x2A else "HHHH")
            self.stack.append("#REF!")
        elif kind == 0x2C:
            self.stack.append(self._name(*self._near(*self._take("HH"))))
        elif kind == 0x2D:
            top, bottom, left, right = self._take("HHHH")
            (top, left), (bottom, right) = self._near(top, left), self._near(bottom, right)
            self.stack.append(self._area((top, bottom, left, right)))
        elif kind == 0x3A:
            sheet, row, column = self._take("HHH")
            self.stack.append(self.reader.sheet(sheet) + self._name(row, column))
        elif kind == 0x3B:
            sheet, *area = self._take("HHHHH")
            self.stack.append(self.reader.sheet(sheet) + self._area(tuple(area)))
        elif kind in (0x3C, 0x3D):
            self._take("HHH" if kind == 0x3C else "HHHHH")
            self.stack.append("#REF!")
        else:
            raise _Other

    def _near(self, row: int, column: int) -> tuple[int, int]:
        """In a shared formula what is not fixed counts from the cell itself."""
        if column & 0x8000:
            row = (row + self.row) & 0xFFFF
        if column & 0x4000:
            column = column & 0xFF00 | (column + self.column) & 0xFF
        return row, column

    def _name(self, row: int, column: int) -> str:
        if column & 0xC000 == 0xC000:
            return name(row, column & 0xFF)
        return f"{'' if column & 0x4000 else '$'}{letters(column & 0xFF)}{'' if column & 0x8000 else '$'}{row + 1}"

    def _area(self, area: tuple[int, ...]) -> str:
        top, bottom, left, right = area
        return f"{self._name(top, left)}:{self._name(bottom, right)}"


def _error(kind: int, body: bytes) -> str:
    """The error that a cell shows, "" for none."""
    if kind == _TRUTH and body[7]:
        return _ERRORS.get(body[6], "")
    if kind == _FORMULA and body[6] == 2 and body[12:14] == b"\xff\xff":
        return _ERRORS.get(body[8], "")
    return ""


def _short(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<H", data, at)[0])


def _long(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", data, at)[0])


def _text(data: bytes, at: int, width: int) -> tuple[str, int]:
    """A text with its length in `width` bytes before it, and where it ends."""
    count = int.from_bytes(data[at : at + width], "little")
    wide = data[at + width] & 0x01
    start = at + width + 1
    end = start + count * (2 if wide else 1)
    return data[start:end].decode("utf-16-le" if wide else "latin-1"), end
