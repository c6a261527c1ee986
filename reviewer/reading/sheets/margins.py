"""The headers and footers that a sheet prints on every page, without their codes (ECMA-376 part 1, 18.3.1.46)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CODE = re.compile(
    r'&(?:(?P<part>[LCR])|"[^"]*"|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|\d{1,3}|(?P<field>[PNDTFAZG])(?:[+-]\d+)?|(?P<sign>&)|[A-Za-z])'
)
_COUNTED = re.compile(r"(?:halaman|hal|page|lembar|dari|of|ke|\W|_)*", re.IGNORECASE)
"""What is left of "Halaman &P dari &N"."""


def margin_texts(stored: str) -> Iterator[str]:
    """The texts at the left, in the middle and at the right of a header or footer; page numbers and file names are none."""
    parts = [""]
    at = 0
    for code in _CODE.finditer(stored):
        parts[-1] += stored[at : code.start()]
        at = code.end()
        if code["part"]:
            parts.append("")
        elif code["sign"]:
            parts[-1] += "&"
        elif code["field"]:
            parts[-1] += " "
    parts[-1] += stored[at:]
    for part in parts:
        text = " ".join(part.split())
        if not _COUNTED.fullmatch(text):
            yield text
