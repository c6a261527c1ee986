"""Text of a draft made harmless for a terminal. Every character keeps its offset, so that places still fit."""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def _harmful() -> dict[int, str]:
    """Characters that steer a terminal, hide, or turn the reading order round, each with one that is merely seen."""
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    table[0x7F] = "\N{SYMBOL FOR DELETE}"
    for code in range(0x80, 0xA0):
        table[code] = REPLACEMENT
    hidden = (
        (0xAD, 0xAD), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F),
        (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFFC), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF), (0xD800, 0xDFFF),
    )  # fmt: skip
    for first, last in hidden:
        for code in range(first, last + 1):
            table[code] = REPLACEMENT
    for code in (0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000):
        table[code] = " "
    for code in (0x2028, 0x2029):
        table[code] = "\n"
    return table


_TABLE = _harmful()
_BREAKS = {**_TABLE, 0x0A: "\n"}
_ONE_LINE = {**_TABLE, 0x0A: " ", 0x2028: " ", 0x2029: " "}
_PLAIN = re.compile(r"[ -~]*").fullmatch
"""Nearly all of a draft: nothing to do."""


def clean(text: str) -> str:
    """`text` with its line breaks, safe to show; as long as before."""
    return text if _PLAIN(text) else text.translate(_BREAKS)


def clean_line(text: str) -> str:
    """`text` on one line, safe to show; as long as before."""
    return text if _PLAIN(text) else text.translate(_ONE_LINE)


def shortened(text: str, width: int) -> str:
    """`text` in at most `width` cells."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 1 else "…"[: max(width, 0)]
