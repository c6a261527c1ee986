"""Texts made to fit a width, keeping in sight what is marked in them. Widths are terminal cells."""

from __future__ import annotations

from functools import cache

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from reviewer.reporting.safe import visible

CUT = "…"
_NARROWEST = 20


def wrapped(text: Text, width: int) -> list[Text]:
    """A text in lines of at most `width` (or 20), at least one, without spaces at their ends."""
    width = max(width, _NARROWEST)
    lines = [text.copy()] if text.cell_len <= width else list(text.wrap(_console(), width))
    for line in lines:
        line.rstrip()
    return lines


@cache
def _console() -> Console:
    """Rich wraps text only for a console; nothing is ever printed on this one."""
    return Console()


def clipped(text: str, width: int) -> str:
    """The beginning of a text, "…" where the rest is left out."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + CUT if width > 0 else ""


def clipped_front(text: str, width: int) -> str:
    """The end of a text, "…" where its beginning is left out."""
    if cell_len(text) <= width:
        return text
    kept = text[-width:] if width > 0 else ""
    while kept and cell_len(kept) > width - 1:
        kept = kept[1:]
    return CUT + kept.lstrip() if width > 0 else ""


def fitted(text: str, width: int, right: bool) -> str:
    """Exactly as wide as asked."""
    short = clipped(text, width)
    pad = " " * (width - cell_len(short))
    return pad + short if right else short + pad


def part(text: str, start: int, end: int) -> str:
    """A slice made visible; white space at an inner edge stays one space."""
    piece = text[start:end]
    shown = visible(piece)
    left = " " if start > 0 and piece[:1].isspace() else ""
    right = " " if shown and end < len(text) and piece[-1:].isspace() else ""
    return left + shown + right


def windowed(text: str, start: int, end: int, width: int, style: str, right: bool) -> Text:
    """The characters from `start` to `end` marked, with as much around them as fits, exactly as wide as asked."""
    marked = clipped(part(text, start, end), width)
    before, after = part(text, 0, start), part(text, end, len(text))
    room = width - cell_len(marked)
    tail = clipped(after, min(cell_len(after), max(room // 2, room - cell_len(before))))
    front = clipped_front(before, room - cell_len(tail))
    shown = Text.assemble(front, (marked, style), tail)
    pad = " " * (width - shown.cell_len)
    return Text.assemble(pad, shown) if right else Text.assemble(shown, pad)


def numeric(text: str) -> bool:
    """True for a cell that holds figures ("15 orang" among them), a dash, or nothing."""
    digits = sum(c.isdigit() for c in text)
    counted = text[:1].isdigit() and text.count(" ") <= 1
    return text in ("-", "–", "") or counted or digits * 2 >= sum(not c.isspace() for c in text)
