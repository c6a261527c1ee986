"""A count written in one of Word's number formats."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROMAN_MOST = 3_999
_LETTER_MOST = 780
"""Word's letters end at thirty Z."""


def numeral(count: int, format: str) -> str:
    """`format` is a value of `w:numFmt`, or zeros ("000") for a fixed width; one not known is written in figures."""
    match format:
        case "none":
            return ""
        case "upperRoman" | "lowerRoman" if 0 < count <= _ROMAN_MOST:
            return _roman(count) if format == "lowerRoman" else _roman(count).upper()
        case "upperLetter" | "lowerLetter" if 0 < count <= _LETTER_MOST:
            letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letter if format == "lowerLetter" else letter.upper()
        case "decimalZero":
            return f"{count:02d}"
        case "decimalEnclosedParen":
            return f"({count})"
        case "decimalEnclosedFullstop":
            return f"{count}."
        case "decimalEnclosedCircle" if 0 < count <= 20:
            return chr(0x2460 + count - 1)
        case "numberInDash":
            return f"- {count} -"
        case _ if format and set(format) == {"0"}:
            return f"{count:0{len(format)}d}"
    return str(count)


def _roman(count: int) -> str:
    letters = []
    for figure, sign in _ROMAN:
        times, count = divmod(count, figure)
        letters.append(sign * times)
    return "".join(letters)
