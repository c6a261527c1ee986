"""Spreadsheet formulas as a reviewer needs them: what they refer to, their shape, and the value of plain arithmetic.

Nothing is executed: a formula is taken apart into figures, cells, the four operations and a handful of functions (SUM,
SUBTOTAL, AVERAGE, MIN, MAX, ABS, ROUND and its kin, IFERROR); of anything else only its cells and its shape are known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_DEEPEST = 60
"""Brackets within brackets; Excel allows 64."""
_ROWS, _COLUMNS = 1_048_576, 16_384

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<ref>(?:(?P<sheet>'(?:[^']|''){1,300}+'|[^\s'!+\-*/^&=<>(),;:"{}%]{1,300}+)!)?
        (?:(?P<cell>\$?[A-Za-z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Za-z]{1,3}\$?[0-9]{1,7})?)(?![\w(.])
          |(?P<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\w(!])
          |(?P<rows>\$?[0-9]{1,7}:\$?[0-9]{1,7})(?![\w(!])))
      |(?P<call>[A-Za-z_][\w.]*)\(
      |(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
      |(?P<text>"(?:[^"]|"")*+(?:"|$))
      |(?P<sign><=|>=|<>|[-+*/^%(),;&=<>])
      |(?P<other>\S+?(?=$|[-+*/^%(),;&=<>\s"])|\S)
    )""",
    re.VERBOSE,
)
_END = re.compile(r"(\$?)([A-Za-z]*)(\$?)([0-9]*)")


@dataclass(frozen=True, slots=True)
class End:
    """A corner of a reference: row and column from 0, and whether each is kept when the formula is copied ("$")."""

    row: int
    col: int
    fixed_row: bool = False
    fixed_col: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """Cells that a formula names: one, or from `first` to `last`, both included."""

    text: str
    """As written."""
    sheet: str
    """"" for the formula's own sheet."""
    first: End
    last: End
    external: bool = False
    """In another workbook."""

    @property
    def single(self) -> bool:
        return self.first.row == self.last.row and self.first.col == self.last.col


@dataclass(frozen=True, slots=True)
class Number:
    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function or operator over its arguments; operators are named by their sign, "%" divides by a hundred, "neg" negates."""

    name: str
    args: tuple[Node, ...]


Node = Ref | Number | Call


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula at a cell."""

    text: str
    """With its "="."""
    row: int
    col: int
    tree: Node | None
    """None where it is more than plain arithmetic."""
    refs: tuple[Ref, ...]
    shape: str
    """The formula with its cells named relative to its own: alike in every cell it was copied to."""
    skeleton: str
    """The formula without its cells."""

    @property
    def external(self) -> bool:
        """Whether it takes anything from another workbook."""
        return any(ref.external for ref in self.refs) or bool(_OUTSIDE.search(self.text))


_OUTSIDE = re.compile(r"\[\d+\]\w*!|\[[^\[\]]+\.(?:xl\w+|ods|csv)\]", re.IGNORECASE)
_OPERATIONS = {"=": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "<>": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}


@lru_cache(maxsize=4096)
def parse(text: str, row: int, col: int) -> Formula:
    """The formula `text` ("=SUM(B2:B5)") that stands at a row and column counted from 0."""
    shape: list[str] = []
    skeleton: list[str] = []
    refs: list[Ref] = []
    kept: list[tuple[str, str | Ref]] = []
    for found in _TOKEN.finditer(text.removeprefix("=")):
        ref = _ref(found) if found["ref"] else None
        if ref is not None:
            refs.append(ref)
            shape.append(_relative(ref, row, col))
            skeleton.append("_:_" if not ref.single else "_")
            kept.append(("ref", ref))
            continue
        own = found.group(0).strip()
        written = own.upper() if found["call"] else own
        shape.append(written)
        skeleton.append(written)
        name = next(k for k in ("call", "number", "text", "sign", "other", "ref") if found[k] is not None)
        kept.append((name, found[name]))
    tree = _Parser(kept).whole()
    return Formula(text, row, col, tree, tuple(refs), "".join(shape), "".join(skeleton))


def _ref(found: re.Match[str]) -> Ref | None:
    sheet = (found["sheet"] or "").replace("''", "'")
    sheet = sheet[1:-1] if sheet.startswith("'") else sheet
    first, _, last = (found["cell"] or found["columns"] or found["rows"]).partition(":")
    a, b = _end(first, low=True), _end(last or first, low=not last)
    if a is None or b is None:
        return None
    top, bottom = sorted((a, b), key=lambda e: e.row)
    left, right = sorted((a, b), key=lambda e: e.col)
    one = End(top.row, left.col, top.fixed_row, left.fixed_col)
    other = End(bottom.row, right.col, bottom.fixed_row, right.fixed_col)
    return Ref(found["ref"].strip(), sheet.rpartition("]")[2], one, other, external="[" in sheet)


def _end(text: str, *, low: bool) -> End | None:
    """A corner; a whole column or row reaches from the first to the last."""
    found = _END.fullmatch(text)
    if found is None:
        return None
    letters, digits = found[2].upper(), found[4]
    col = 0 if low else _COLUMNS - 1
    if letters:
        col = 0
        for letter in letters:
            col = col * 26 + ord(letter) - 64
        col -= 1
    row = int(digits) - 1 if digits else 0 if low else _ROWS - 1
    if not (0 <= row < _ROWS and col < _COLUMNS):
        return None
    fixed_row = bool(found[3] if letters else found[1]) or not digits
    return End(row, col, fixed_row, bool(found[1]) or not letters)


def _relative(ref: Ref, row: int, col: int) -> str:
    ends = [ref.first] if ref.single else [ref.first, ref.last]
    parts = []
    for end in ends:
        r = f"R{end.row + 1}" if end.fixed_row else f"R[{end.row - row}]"
        c = f"C{end.col + 1}" if end.fixed_col else f"C[{end.col - col}]"
        parts.append(r + c)
    prefix = f"{'[]' if ref.external else ''}{ref.sheet}!" if ref.sheet else ""
    return prefix + ":".join(parts)


def moved(formula: Formula, row: int, col: int) -> Formula | None:
    """The formula as it would read copied to another cell; None where it would reach over the edge of the sheet, or an end
    would pass its fixed other end."""

    def end(old: End) -> End:
        return End(
            old.row if old.fixed_row else old.row + row - formula.row,
            old.col if old.fixed_col else old.col + col - formula.col,
            old.fixed_row,
            old.fixed_col,
        )

    pieces: list[str] = []
    text, at = formula.text, 0
    for ref in formula.refs:
        first, last = end(ref.first), end(ref.last)
        if min(first.row, first.col) < 0 or last.row >= _ROWS or last.col >= _COLUMNS:
            return None
        if first.row > last.row or first.col > last.col:
            return None
        start = text.index(ref.text, at)
        sheet = ref.text.rpartition("!")
        ends = [first] if ref.single and ":" not in sheet[2] else [first, last]
        pieces += [text[at:start], sheet[0] + sheet[1], ":".join(map(_name, ends))]
        at = start + len(ref.text)
    return parse("".join([*pieces, text[at:]]), row, col)


def _name(end: End) -> str:
    return f"{'$' if end.fixed_col else ''}{letters_of(end.col)}{'$' if end.fixed_row else ''}{end.row + 1}"


def letters_of(col: int) -> str:
    """The letters of a column counted from 0: 0 is "A", 27 is "AB"."""
    text = ""
    col += 1
    while col:
        col, rest = divmod(col - 1, 26)
        text = chr(65 + rest) + text
    return text


def added(node: Node | None) -> tuple[Ref, ...] | None:
    """The cells that a formula adds and nothing else: SUM, SUBTOTAL(9; …), a+b+c, also rounded or within
    IFERROR; None where it does more."""
    if isinstance(node, Ref):
        return (node,)
    if not isinstance(node, Call):
        return None
    args: Sequence[Node]
    if node.name in ("+", "SUM"):
        args = node.args
    elif node.name in ("ROUND", "IFERROR") and len(node.args) == 2:
        args = node.args[:1]
    elif node.name == "SUBTOTAL" and len(node.args) > 1 and node.args[0] in (Number("9"), Number("109")):
        args = node.args[1:]
    else:
        return None
    found: list[Ref] = []
    for arg in args:
        own = added(arg)
        if own is None:
            return None
        found += own
    return tuple(found)


class _Unreadable(Exception):
    """More than plain arithmetic."""


class _Parser:
    """Precedence climbing over tokens."""

    def __init__(self, tokens: Sequence[tuple[str, str | Ref]]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def whole(self) -> Node | None:
        try:
            node = self._expression(3)
        except _Unreadable:
            return None
        return node if self._at == len(self._tokens) else None

    def _next(self) -> str:
        """The sign that comes next, "" where something else does."""
        if self._at < len(self._tokens):
            kind, text = self._tokens[self._at]
            if kind == "sign" and isinstance(text, str):
                return text
        return ""

    def _expression(self, least: int) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _Unreadable
        left = self._operand()
        while (sign := self._next()) and _OPERATIONS.get(sign, 0) >= least:
            self._at += 1
            right = self._expression(_OPERATIONS[sign] + 1)
            same = isinstance(left, Call) and left.name == sign == "+"
            left = Call("+", (*left.args, right)) if same and isinstance(left, Call) else Call(sign, (left, right))
        self._depth -= 1
        return left

    def _operand(self) -> Node:
        sign = self._next()
        if sign in ("-", "+"):
            self._at += 1
            # In a spreadsheet the sign binds closer than "^".
            inner = self._expression(6)
            return Call("neg", (inner,)) if sign == "-" else inner
        if self._at >= len(self._tokens):
            raise _Unreadable
        kind, token = self._tokens[self._at]
        self._at += 1
        node: Node
        if isinstance(token, Ref):
            node = token
        elif kind == "number":
            node = Number(token)
        elif kind == "call":
            node = Call(token.upper().removeprefix("_XLFN."), self._arguments())
        elif token == "(":
            node = self._expression(3)
            self._expect(")")
        else:
            raise _Unreadable
        while self._next() == "%":
            self._at += 1
            node = Call("%", (node,))
        return node

    def _arguments(self) -> tuple[Node, ...]:
        args: list[Node] = []
        if self._next() == ")":
            self._at += 1
            return ()
        while True:
            args.append(self._expression(3))
            sign = self._next()
            self._at += 1
            if sign == ")":
                return tuple(args)
            if sign not in (",", ";"):
                raise _Unreadable

    def _expect(self, sign: str) -> None:
        if self._next() != sign:
            raise _Unreadable
        self._at += 1
