"""Characters of Word's symbol fonts as Unicode.

Such a font keeps its glyphs at U+F020 to U+F0FF; which glyph it is depends on the font.
"""

from __future__ import annotations

import re

UNKNOWN = "\ufffd"

_SYMBOL_LOW = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\ufffd⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
_SYMBOL = {0x20 + i: c for i, c in enumerate(_SYMBOL_LOW)} | {0xA0 + i: c for i, c in enumerate(_SYMBOL_HIGH)}

_WINGDINGS = {
    0x20: " ", 0x46: "☞", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "◻", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫",
    0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "◻",
    0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x20: " ", 0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "☐", 0xA3: "☐"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}

_FIRST, _LAST = 0xF020, 0xF0FF
_PRIVATE = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
_HOLLOW = "◦"


def symbol(code: int, font: str) -> str:
    """The character at a code of a symbol font; U+FFFD where it is not known. Other fonts hold Unicode itself."""
    name = font.strip().lower()
    table = _FONTS.get(name, _SYMBOL)
    if _FIRST <= code <= _LAST:
        return table.get(code - 0xF000, UNKNOWN)
    if name in _FONTS or name == "symbol":
        return table.get(code, UNKNOWN)
    readable = 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF
    return chr(code) if readable else UNKNOWN


def readable(text: str, font: str) -> str:
    """Text whose characters from a symbol font are written as Unicode."""
    return _PRIVATE.sub(lambda match: symbol(ord(match[0]), font), text)


def bullet(text: str, font: str) -> str:
    """The sign of a bulleted list. The letter o that Word draws in a typewriter font is a hollow bullet."""
    if text == "o":
        return _HOLLOW
    symbolic = font.strip().lower() in (*_FONTS, "symbol")
    shown = "".join(symbol(ord(c), font) if symbolic else readable(c, font) for c in text)
    return shown.replace(UNKNOWN, "•").strip()
