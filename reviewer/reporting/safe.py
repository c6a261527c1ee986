"""Text of a draft made harmless: what a terminal would obey is shown as a symbol."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\r\n\f\v\xa0\u2000-\u200a\u202f\u205f\u3000]+")


def visible(text: str) -> str:
    """`text` on one line: runs of white space are one space, control and direction characters are symbols."""
    return _CONTROL.sub(_symbol, _SPACES.sub(" ", text)).strip()


def visible_keeping(text: str) -> str:
    """`text` with its lines and spaces as they are, tabs as arrows, control and direction characters as symbols."""
    return "\n".join(_CONTROL.sub(_symbol, line.replace("\t", "→")) for line in text.split("\n"))


def _symbol(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if 0xD800 <= code <= 0xDFFF:
        return "�"
    if code in (0x200B, 0x2060, 0xFEFF):
        return ""
    return f"⟨U+{code:04X}⟩"
