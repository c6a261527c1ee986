"""Indonesian numbers: thousands dots and decimal commas, the other way round, money, units, and what people mistype.

Sources: EYD V (2022) for `Rp5.000,00`; the field's `Rp. 1.000,-`, `(1.234)`, `85,71 %`, `2,5 miliar` are all read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from reviewer.model import Figure, Spot

SCALES = {
    "ribu": 3, "rb": 3, "juta": 6, "jt": 6, "milyar": 9, "miliar": 9, "milyard": 9, "triliun": 12, "trilyun": 12,
}  # fmt: skip

_BLANK = "[ \u00a0\u2007\u2009\u202f]"
_CORE = r"(?:[.,](?=\d{1,2}(?!\d)))?\d+(?:[.,]{1,2}\d+)*"
"""Digits and separators; a fraction may lack its zero (".83")."""
_NUMBER = re.compile(
    rf"""
    (?<![\w./-])
    (?P<open>\({_BLANK}?)?
    (?P<sign>[-–−+](?=[\dR]))?
    (?P<money>(?:Rp|IDR|RP|rp){_BLANK}?\.?,?{_BLANK}*)?
    (?P<inner>[-–−(](?=\d))?
    (?P<core>{_CORE})
    (?P<tail>,(?:-+|=)|\.-|,–)?
    (?P<close>{_BLANK}?\))?
    (?:{_BLANK}*(?P<percent>\\?%|(?:persen|prosen|per{_BLANK}sen)\b)
      |{_BLANK}*(?P<scale>(?:ribu|rb|juta|jt|milyard|milyar|miliar|triliun|trilyun)\b)(?:{_BLANK}+rupiah\b)?
      |(?:{_BLANK}*\((?P<spelled>[A-Za-z][A-Za-z ]{{2,80}})\))?{_BLANK}+(?P<word>[A-Za-z][A-Za-z/]*)
      |(?P<glued>[A-Za-z][a-z]{{2,}})
    )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST = 60
"""Digits and separators that a number may have."""
DASHES = {"-", "–", "—", "−", "--", "---", "nihil", "rp -", "rp. -", "rp.-", "rp-", "- %", "-%", "rp –"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one run of digits and separators stands for."""

    value: Decimal
    decimals: int
    mark: Literal["", ",", "."]
    fault: str = ""


def read_core(core: str, *, percent: bool = False, mark: Literal["", ",", "."] = "") -> Reading:
    """A run of digits, dots and commas as a number.

    `percent` says that it is one (then one separator is always the decimal mark); `mark` is the decimal mark that its
    column or text uses, which settles "1.234" and "1,234". A malformed run has `fault` and its likeliest value.
    """
    fault = ""
    clean = core
    if re.search(r"[.,]{2}", clean):
        fault = "doubled-separator"
        clean = re.sub(r"([.,])[.,]", r"\1", clean)
    dots, commas = clean.count("."), clean.count(",")
    if not dots and not commas:
        return Reading(Decimal(clean), 0, "", fault)
    if dots and commas:
        last: Literal[",", "."] = "," if clean.rfind(",") > clean.rfind(".") else "."
        other = "." if last == "," else ","
        if clean.count(last) == 1:
            whole, fraction = clean.split(last)
            if len(fraction) == 3 and whole.count(other) > 1 and all(len(g) == 3 for g in whole.split(other)[1:]):
                return Reading(Decimal(re.sub(r"[.,]", "", clean)), 0, "", fault or "mixed-separators")
            return _grouped(whole, other, fraction, last, fault)
        if clean.count(other) == 1 and clean.find(other) < clean.find(last):
            return _grouped(clean.replace(other, last), last, "", "", fault or "mixed-separators")
        return Reading(Decimal(re.sub(r"[.,]", "", clean)), 0, "", fault or "mixed-separators")
    only: Literal[",", "."] = "." if dots else ","
    groups = clean.split(only)
    if dots + commas > 1:
        if percent and not all(len(g) == 3 for g in groups[1:]):
            return Reading(
                Decimal(f"{groups[0]}.{''.join(groups[1:])}"), len("".join(groups[1:])), only, fault or "groups"
            )
        return _grouped(clean, only, "", "", fault)
    whole, fraction = groups
    thousands = len(fraction) == 3 and 1 <= len(whole) <= 3 and whole[0] != "0" and not percent and mark != only
    if thousands:
        return Reading(Decimal(whole + fraction), 0, "", fault)
    return Reading(Decimal(f"{whole}.{fraction}"), len(fraction), only, fault)


def _grouped(whole: str, separator: str, fraction: str, mark: Literal["", ",", "."], fault: str) -> Reading:
    """Thousands groups and a fraction; a group of the wrong length is a fault, a short last one is filled with zeros."""
    groups = whole.split(separator)
    if any(len(g) != 3 for g in groups[1:]) or (len(groups) > 1 and not 1 <= len(groups[0]) <= 3):
        fault = fault or "groups"
        if not fraction and len(groups[-1]) < 3:
            groups[-1] = groups[-1].ljust(3, "0")
    digits = "".join(groups)
    return Reading(
        Decimal(f"{digits}.{fraction}") if fraction else Decimal(digits), len(fraction), mark if fraction else "", fault
    )


def figures_in(text: str, spot: Spot, *, mark: Literal["", ",", "."] = "") -> Iterator[Figure]:
    """Every number of a text; `spot` is that of the text's first character (its block, row and column)."""
    for match in _numbers(text):
        yield _figure(match, spot, mark)


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Digits without end are no number, and their arithmetic would have no end either."""
    return (match for match in _NUMBER.finditer(text) if len(match["core"]) <= _LONGEST)


def _figure(match: re.Match[str], spot: Spot, mark: Literal["", ",", "."]) -> Figure:
    percent = bool(match["percent"])
    reading = read_core(match["core"], percent=percent, mark=mark)
    value = reading.value
    bracketed = bool(match["open"] and match["close"])
    if bracketed or match["sign"] in ("-", "–", "−") or match["inner"] in ("-", "–", "−"):
        value = -value
    scale = SCALES.get((match["scale"] or "").lower(), 0)
    start, end = match.start("core"), match.end("core")
    if match["money"]:
        start = match.start("money")
    if match["sign"]:
        start = min(start, match.start("sign"))
    if bracketed:
        start, end = match.start("open"), match.end("close")
    if match["tail"]:
        end = match.end("tail")
    unit = "%" if percent else "Rp" if match["money"] else (match["word"] or match["glued"] or "").lower()
    if percent:
        end = match.end("percent")
    if match["scale"]:
        end = match.end("scale")
        unit = "Rp" if match["money"] or "rupiah" in match.group().lower() else ""
    if unit == "rupiah":
        unit = "Rp"
    return Figure(
        text=match.string[start:end].strip(),
        value=value.scaleb(scale) if scale else value,
        decimals=reading.decimals,
        spot=Spot(spot.block, spot.row, spot.col, spot.start + start, spot.start + end),
        unit=unit,
        scale=scale,
        mark=reading.mark,
        fault=reading.fault,
    )


_CELL_TAIL = re.compile(
    r"^[\s.,;*)]*(?:\([^)]*\))?[\s.,;*]*(?P<unit>[A-Za-z%/.\- ]{0,40}(?:\([A-Za-z %]*\))?)[\s.,;*]*$"
)
_CODE = re.compile(r"\d{1,2}(?:[.,]\d{1,2}){2,}")
"""1.1.2 numbers a thing; no group of it has the three digits of a thousand."""
_CELL_HEAD = re.compile(
    r"^[\s·•*(≤≥<>=~±]*(?:min(?:imal)?\.?|maks(?:imal)?\.?|\\leq|\\geq|sebesar)?[\s·•*(≤≥<>=~±$]*$", re.IGNORECASE
)
_AMOUNT_PERCENT = re.compile(r"^\s*\(?\s*\d[\d.,]*\s*%\s*\)?\s*$")


def cell_figures(text: str, spot: Spot, *, mark: Literal["", ",", "."] = "") -> tuple[Figure, ...]:
    """The figures of a table cell that is a figure: one number with a unit at most, "amount (percent)", or a dash.

    Cells that only mention numbers (labels, dates, ranges, references) give none.
    """
    flat = text.strip()
    if not flat:
        return ()
    if re.sub(r"\s+", " ", flat).lower() in DASHES:
        start = text.index(flat[0])
        whole = Spot(spot.block, spot.row, spot.col, start, start + len(flat))
        return (Figure(flat, Decimal(0), 0, whole, dash=True),)
    matches = list(_numbers(text))
    if not matches:
        return ()
    first = matches[0]
    if _CODE.fullmatch(first["core"]):
        return ()
    figure = _figure(first, spot, mark)
    if not _CELL_HEAD.match(text[: figure.spot.start]):
        return ()
    rest = text[figure.spot.end :]
    if len(matches) == 2 and _AMOUNT_PERCENT.match(rest):
        return figure, _figure(matches[1], spot, mark)
    if len(matches) > 1 or not _CELL_TAIL.match(rest):
        return ()
    return (figure,)


def with_mark(figure: Figure, mark: Literal["", ",", "."]) -> Figure:
    """The figure read again, knowing that its column writes `mark` before decimals."""
    core = re.search(_CORE, figure.text)
    if core is None or figure.dash:
        return figure
    reading = read_core(core.group(), percent=figure.percent, mark=mark)
    value = reading.value if figure.value >= 0 else -reading.value
    return replace(
        figure,
        value=value.scaleb(figure.scale) if figure.scale else value,
        decimals=reading.decimals,
        mark=reading.mark,
        fault=reading.fault,
    )


def show(value: Decimal, decimals: int | None = None, mark: Literal["", ",", "."] = ",") -> str:
    """A number as the field writes it: "1.234.567,89"; with `mark` "." the other way round."""
    if decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-decimals))
    text = f"{value:,f}"
    return text if mark == "." else text.translate(str.maketrans(",.", ".,"))
