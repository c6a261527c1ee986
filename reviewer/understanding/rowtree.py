"""The tree of a table's rows: numbering styles nest in the order in which they first appear, codes by their prefix."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reviewer.model import Row, RowKind
from reviewer.understanding.text import plain

_LABEL_NUMBER = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z]|[IVX]{1,5}|[a-z])(?:\s*[.)]+\s*|\s+)(?=\D)")
Style = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Open:
    """A row that further rows may belong to."""

    style: Style
    index: int
    code: tuple[str, ...]
    word: str


class _Tree:
    """The open rows, outermost first, while the table is walked from the top."""

    def __init__(self) -> None:
        self.stack: list[_Open] = []
        self.fertile: set[Style] = set()
        """Styles that have had rows under them."""
        self.before: dict[bool, str] = {}
        """The last number, by whether it is upper case."""
        self.depths: dict[tuple[str, ...], int] = {}
        """Where a code stood first."""

    def place(self, row: Row) -> Row:
        """A numbered or worded row in its place; what it closes is closed."""
        style, text = _style(row.number, row.label, self.before.get(row.number.isupper(), ""))
        assert style is not None
        if row.number:
            self.before[row.number.isupper()] = row.number
        opened = _Open(style, row.index, _code(text, style), _word(row.label))
        depth = self._depth(opened)
        del self.stack[depth:]
        if len(opened.code) > 1:
            self.depths.setdefault(opened.code, depth)
        parent = self.stack[-1] if self.stack else None
        if parent:
            self.fertile.add(parent.style)
        placed = replace(row, level=len(self.stack), parent=parent.index if parent else None, number=row.number or text)
        self.stack.append(opened)
        return placed

    def _depth(self, row: _Open) -> int:
        alike = next((i for i, o in enumerate(self.stack) if o.style == row.style), None)
        if row.word:
            named = next((i for i, o in enumerate(self.stack) if o.word == row.word), None)
            if named is not None and (alike is None or named < alike):
                return named
            if alike is not None and row.word != "program" and self.stack[alike].word == "program":
                return alike + 1
        if len(row.code) > 1:
            return self._depth_of_code(row)
        return len(self.stack) if alike is None else alike

    def _depth_of_code(self, row: _Open) -> int:
        """Under the row whose code begins this one, though as deep as that code stood before (an organisation under each
        urusan); else beside one as long; else a list of its own inside the last row.
        """
        for i in range(len(self.stack) - 1, -1, -1):
            code = self.stack[i].code
            if code and len(code) < len(row.code) and row.code[: len(code)] == code:
                return min(len(self.stack), max(i + 1, self.depths.get(row.code, 0)))
        for i in range(len(self.stack) - 1, -1, -1):
            other = self.stack[i]
            if other.style != row.style:
                continue
            rooted = any(
                o.code and len(o.code) < len(other.code) and other.code[: len(o.code)] == o.code for o in self.stack
            )
            if other.code[0] == row.code[0] or not rooted or len(row.code) == 2:
                return i
            return len(self.stack)
        depth = len(self.stack)
        while depth and self.stack[depth - 1].code and len(self.stack[depth - 1].code) >= len(row.code):
            depth -= 1
        foreign = depth < len(self.stack) and self.stack[-1].code[:1] != row.code[:1] and len(row.code) > 2
        return len(self.stack) if foreign else depth

    def bare(self, row: Row, sibling: Row | None) -> Row:
        """A row without number: beside the bare one before it, under a row of a kind that has children, else beside it."""
        if sibling is not None:
            return replace(row, level=sibling.level, parent=sibling.parent)
        top = self.stack[-1] if self.stack else None
        if top and (top.style in self.fertile or top.word == "program"):
            return replace(row, level=len(self.stack), parent=top.index)
        if len(self.stack) > 1:
            return replace(row, level=len(self.stack) - 1, parent=self.stack[-2].index)
        return replace(row, level=0, parent=None)


def levelled(rows: list[Row]) -> list[Row]:
    """The rows with their level and parent."""
    tree = _Tree()
    out: list[Row] = []
    twice: Row | None = None
    """A row numbered both in its number cell and in its label: rows that go on with the label's numbers are its siblings."""
    bare: Row | None = None
    foot = _foot(rows)
    for position, row in enumerate(rows):
        if position >= foot and row.kind is RowKind.PART:
            out.append(replace(row, level=0, parent=None))
            continue
        if row.kind in (RowKind.NUMBERS, RowKind.TOTAL, RowKind.MEAN, RowKind.NET):
            out.append(row)
            bare = None if row.kind is RowKind.TOTAL else bare
            continue
        style, text = _style(row.number, row.label, tree.before.get(row.number.isupper(), ""))
        if not row.number and twice is not None and style is not None and style[0].startswith("label:"):
            out.append(replace(row, level=twice.level, parent=twice.parent, number=text))
        elif style is not None:
            placed = tree.place(row)
            bare = None
            if row.number:
                twice = placed if _LABEL_NUMBER.match(row.label) else None
            out.append(placed)
        elif row.kind is RowKind.GROUP:
            out.append(replace(row, level=0, parent=None))
        else:
            bare = tree.bare(row, bare)
            out.append(bare)
    return out


def _foot(rows: list[Row]) -> int:
    """Where the rows begin that stand beneath the last total and belong to no section: last year's, growth, a ratio."""
    last = max((i for i, row in enumerate(rows) if row.kind is RowKind.TOTAL), default=len(rows))
    below = rows[last + 1 :]
    if any(
        row.number or row.kind is not RowKind.PART or _LABEL_NUMBER.match(row.label) or _word(row.label)
        for row in below
    ):
        return len(rows)
    above = any(row.kind is RowKind.PART and row.figures for row in rows[:last])
    return last + 1 if above and below else len(rows)


def _style(number: str, label: str, before: str) -> tuple[Style | None, str]:
    """The numbering style of a row and the number itself, from its number cell or the head of its label."""
    text = number
    embedded = False
    if not text:
        match = _LABEL_NUMBER.match(label)
        if match:
            text, embedded = match["number"], True
        else:
            word = _word(label)
            return ((f"word:{word}", 0), "") if word else (None, "")
    prefix = "label:" if embedded else ""
    parts = [p for p in re.split(r"[. ]+", text) if p]
    if all(p.isdigit() or (set(p) == {"X"} and len(parts) > 1) for p in parts):
        return (f"{prefix}dot", len(parts)), text
    if len(text) == 1 and text.isalpha() and not (text in "IVXivx" and not _follows_letter(before, text)):
        return (f"{prefix}{'A' if text.isupper() else 'a'}", 0), text
    return (f"{prefix}{'I' if text.isupper() else 'i'}", 0), text


def _word(label: str) -> str:
    """The level that a label's first word names: "program", "kegiatan", "subkegiatan", or ""."""
    match = re.match(r"^(sub ?kegiatan|kegiatan|program)\b(?! dan\b)", plain(label))
    return match.group(1).replace(" ", "") if match else ""


def _follows_letter(before: str, text: str) -> bool:
    return len(before) == 1 and before.isalpha() and ord(text) - ord(before) == 1


def _code(text: str, style: Style) -> tuple[str, ...]:
    """The components of a number in digits."""
    return tuple(p for p in re.split(r"[. ]+", text) if p) if style[0] == "dot" else ()
