"""Text of a draft made safe and short for a line of plain text."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from reviewer.language import current


def plain(text: str, limit: int = 0) -> str:
    """One line: white space single, control and direction characters made visible; cut at `limit` characters if given."""
    line = " ".join("".join(_visible(char) for char in text).split())
    return line if not limit or len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _visible(char: str) -> str:
    if char.isspace():
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))
    return "\ufffd" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") and char != "\u00ad" else char


def rupiah(amount: Decimal) -> str:
    """An amount in rupiah as it is written in the current language."""
    digits = f"{abs(amount):,.0f}"
    return "Rp" + (digits if current() == "en" else digits.replace(",", "."))
