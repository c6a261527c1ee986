"""Bytes of a text file become characters, whatever program wrote them."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from reviewer.model.document import Notice
from reviewer.model.words import Words

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096

_WINDOWS = Words(
    "Berkas bukan UTF-8; dibaca sebagai Windows-1252",
    "The file is not UTF-8; it was read as Windows-1252",
)
_MIXED = Words(
    "Beberapa huruf bukan UTF-8 dan dibaca sebagai Windows-1252",
    "Some characters are not UTF-8 and were read as Windows-1252",
)
_UNMARKED = Words(
    "Berkas dibaca sebagai UTF-16 walaupun tidak bertanda",
    "The file was read as UTF-16 although it carries no mark",
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, and what had to be guessed."""

    text: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of `data`: by its byte order mark, else UTF-8, else Windows-1252 where bytes are no UTF-8. Never fails."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, errors="replace"))
    if encoding := _unmarked_utf16(data):
        return Decoded(data.decode(encoding, errors="replace"), (Notice(_UNMARKED),))
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    # A stray byte in a UTF-8 file must not turn every other letter into two.
    if _mostly_utf8(data):
        return Decoded(data.decode("utf-8", errors=_FALLBACK), (Notice(_MIXED),))
    return Decoded(data.translate(_UNUSED).decode("cp1252"), (Notice(_WINDOWS),))


def _unmarked_utf16(data: bytes) -> str:
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return ""
    even, odd = sample[0 : half * 2 : 2].count(0), sample[1 : half * 2 : 2].count(0)
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.7 and odd < half * 0.1:
        return "utf-16-be"
    return ""


def _mostly_utf8(data: bytes) -> bool:
    kept = data.decode("utf-8", errors="ignore")
    good = sum(1 for character in kept if character > "\x7f")
    lost = len(data) - len(kept.encode("utf-8"))
    return good > lost


# Five bytes have no character in Windows-1252; its users' editors show them as blanks.
_UNUSED = bytes(0x20 if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else byte for byte in range(256))
_FALLBACK = "reviewer-windows-1252"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bytes(bad).translate(_UNUSED).decode("cp1252"), error.end


codecs.register_error(_FALLBACK, _as_windows)
