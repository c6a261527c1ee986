"""Lines that open a block of their own wherever they stand: chapters, captions."""

from __future__ import annotations

import re

_OPENS = re.compile(
    r"\W{0,4}(?:BAB\s+[IVXL\d]+\b|(?:Tabel|Table|Gambar|Grafik|Diagram|Bagan|Figure|Foto)[\s.:]*\d+(?:[.\-]\d+)*|"
    r"LAMPIRAN\b|DAFTAR\s+(?:ISI|TABEL|GAMBAR|LAMPIRAN)\b)",
)


def opens_block(text: str) -> bool:
    """True for a line that begins a chapter or is a caption."""
    found = _OPENS.match(text.lstrip())
    return bool(found) and "\t" not in text.strip()
