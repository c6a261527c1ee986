"""Dates and times as a spreadsheet stores them (days since a first day) and shows them, in Indonesian words."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.reading.sheets.formats import Token

_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
_SHORT_MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()
_DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
_SHORT_DAYS = "Sen Sel Rab Kam Jum Sab Min".split()
_ENGLISH_MONTHS = (
    "January February March April May June July August September October November December"
).split()  # fmt: skip
_ENGLISH_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_ENGLISH = re.compile(r"[0-9A-F]*09", re.IGNORECASE)
"""The language codes of English end in 09 (MS-LCID)."""

_LAST_DAY = 2_958_465
"""31 December 9999."""
_PHANTOM = 60
"""29 February 1900, a day that never was and that Excel counts."""
_DAY = 86_400
_CODE = re.compile(r"y+|m+|d+|h+|s+|am/pm|a/p|.", re.IGNORECASE | re.DOTALL)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)


def is_elapsed(text: str) -> bool:
    """Whether "[text]" in a code counts hours, minutes or seconds beyond a day's."""
    return bool(_ELAPSED.fullmatch(text))


def moment(serial: Decimal, since_1904: bool) -> datetime | None:
    """The time that a stored number of days stands for, to the second; None where there is none."""
    if not 0 <= serial < _LAST_DAY + 1:
        return None
    first = date(1904, 1, 1) if since_1904 else date(1899, 12, 31 if serial < _PHANTOM else 30)
    days, rest = divmod(serial, 1)
    seconds = (rest * _DAY).quantize(Decimal(1), ROUND_HALF_UP)
    try:
        return datetime(first.year, first.month, first.day) + timedelta(days=int(days), seconds=int(seconds))
    except OverflowError:
        return None


def serial_of(text: str, since_1904: bool = False) -> Decimal | None:
    """The stored number of a date written as ISO 8601 ("2021-01-31", "2021-01-31T08:30:00"); None where it is none."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    passed = when.replace(tzinfo=None) - (datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30))
    return Decimal(passed.days) + Decimal(passed.seconds) / _DAY


def shown(serial: Decimal, tokens: tuple[Token, ...], since_1904: bool) -> str:
    """A date or time as a code shows it; "" where the number is none."""
    when = moment(serial, since_1904)
    if when is None:
        return ""
    english = any(t.kind == "language" and _ENGLISH.fullmatch(t.text[-4:]) for t in tokens)
    parts = _parts(tokens)
    half = any(kind == "code" and text.lower() in ("am/pm", "a/p") for kind, text in parts)
    pieces: list[str] = []
    for i, (kind, text) in enumerate(parts):
        if kind == "elapsed":
            pieces.append(_elapsed(serial, text))
        elif kind == "code":
            pieces.append(_field(when, text.lower(), _is_minutes(parts, i), half, english))
        else:
            pieces.append(text)
    return "".join(pieces).strip()


def _parts(tokens: tuple[Token, ...]) -> list[tuple[str, str]]:
    """("code", "yyyy"), ("elapsed", "h"), ("literal", "…") in order; parts of a second are left out."""
    parts: list[tuple[str, str]] = []
    run = ""
    for token in tokens:
        if token.kind in ("plain", "slash"):
            run += token.text
            continue
        parts += [(_kind(code), code) for code in _CODE.findall(run)]
        run = ""
        if token.kind in ("quoted", "escaped"):
            parts.append(("literal", token.text))
        elif token.kind == "elapsed":
            parts.append(("elapsed", token.text))
        elif token.kind == "comma":
            parts.append(("literal", ","))
        elif token.kind == "point" and not (parts and parts[-1][1].lower().startswith("s")):
            parts.append(("literal", "."))
    return parts + [(_kind(code), code) for code in _CODE.findall(run)]


def _kind(code: str) -> str:
    return "code" if code[0].lower() in "ymdhsa" and (len(code) > 1 or code.lower() != "a") else "literal"


def _is_minutes(parts: list[tuple[str, str]], at: int) -> bool:
    """An "m" after hours or before seconds counts minutes, any other months."""
    codes = [(i, text.lower()) for i, (kind, text) in enumerate(parts) if kind in ("code", "elapsed")]
    position = next(k for k, (i, _) in enumerate(codes) if i == at)
    before = codes[position - 1][1] if position else ""
    after = codes[position + 1][1] if position + 1 < len(codes) else ""
    return before.startswith("h") or after.startswith("s")


def _field(when: datetime, code: str, minutes: bool, half: bool, english: bool) -> str:
    size = len(code)
    if code in ("am/pm", "a/p"):
        return ("AM" if when.hour < 12 else "PM")[: 2 if size > 3 else 1]
    if code[0] == "y":
        return f"{when.year % 100:02d}" if size < 3 else f"{when.year:04d}"
    if code[0] == "h":
        hour = when.hour % 12 or 12 if half else when.hour
        return f"{hour:0{min(size, 2)}d}"
    if code[0] == "s":
        return f"{when.second:0{min(size, 2)}d}"
    if code[0] == "m":
        if minutes and size < 3:
            return f"{when.minute:0{min(size, 2)}d}"
        if size < 3:
            return f"{when.month:0{size}d}"
        name = (_ENGLISH_MONTHS if english else _MONTHS)[when.month - 1]
        if size == 3:
            return name[:3] if english else _SHORT_MONTHS[when.month - 1]
        return name[0] if size == 5 else name
    if size < 3:
        return f"{when.day:0{size}d}"
    name = (_ENGLISH_DAYS if english else _DAYS)[when.weekday()]
    if size == 3:
        return name[:3] if english else _SHORT_DAYS[when.weekday()]
    return name


def _elapsed(serial: Decimal, code: str) -> str:
    unit = {"h": 24, "m": 1_440, "s": _DAY}[code[0].lower()]
    count = int((serial * _DAY).quantize(Decimal(1), ROUND_HALF_UP)) * unit // _DAY
    return f"{count:0{len(code)}d}"
