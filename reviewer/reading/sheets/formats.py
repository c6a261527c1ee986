"""Numbers as a spreadsheet shows them: a format code (ECMA-376 part 1, 18.8.30 and 18.8.31) applied to a stored number.

Shown as on a computer set to Indonesian, where the drafts are written: 1.234,5 and 31 Januari 2021. Figures that Excel
would shorten (1,2E+13 under "General") are shown in full: a reviewer needs the digits.
"""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

from reviewer.reading.sheets import dates

GENERAL = "General"

BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "hh:mm",
    21: "hh:mm:ss", 22: "dd/mm/yyyy hh:mm", 37: "#,##0_);(#,##0)", 38: "#,##0_);(#,##0)", 39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);(#,##0.00)", 41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
    42: '_("Rp"* #,##0_);_("Rp"* (#,##0);_("Rp"* "-"_);_(@_)', 43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
    44: '_("Rp"* #,##0.00_);_("Rp"* (#,##0.00);_("Rp"* "-"??_);_(@_)', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""The codes that a workbook names by number only (18.8.30); money and dates as Indonesian Excel has them."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<wide>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]?|(?P<general>General)|'
    r"(?P<exponent>[eE][+-])|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<slash>/)|(?P<text>@)|(?P<plain>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_COMPARE = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip
_LONGEST = 255
_GENERAL_DIGITS = 10
_GENERAL_PLACES = 60
_PRECISION = 800
"""Digits that hold any number a spreadsheet stores (up to 1E308) with its decimals."""


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One of up to four parts of a code: for positive, negative, zero, and text."""

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None
    is_date: bool
    kinds: frozenset[str]
    """Of its tokens."""

    def has(self, kind: str) -> bool:
        return kind in self.kinds


_PLAIN = (Token("general", GENERAL),)


def shown(value: Decimal, code: str, *, since_1904: bool = False) -> str:
    """A stored number as the code shows it. A code that is no code is read as "General"."""
    sections = _sections(code[:_LONGEST] or GENERAL)
    section, magnitude = _chosen(sections, value)
    if section is None or section.tokens == _PLAIN:
        return general(value)
    if section.is_date:
        return dates.shown(value, section.tokens, since_1904) or general(value)
    if section.has("general"):
        return _around(section, "general", general(magnitude))
    if section.has("text") and not section.has("digit"):
        return _around(section, "text", general(value))
    if not section.has("digit"):
        return _literals(section.tokens).strip()
    return _number(section, magnitude)


def shown_text(text: str, code: str) -> str:
    """A stored text as the code shows it: most show it as it is."""
    if code == GENERAL or ";" not in code and "@" not in code:
        return text
    sections = _sections(code[:_LONGEST])
    section = sections[3] if len(sections) > 3 else next((s for s in sections if s.has("text")), None)
    if section is None:
        return text
    return _around(section, "text", text) if section.has("text") else _literals(section.tokens).strip()


def general(value: Decimal) -> str:
    """Without a format: whole numbers in full, others to ten digits and at least to two decimals."""
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or value.adjusted() < -_GENERAL_PLACES:
        return str(value).replace(".", ",")
    if exponent < 0:
        whole = max(len(digits) + exponent, 1)
        lead = max(-exponent - len(digits), 0)
        places = max(_GENERAL_DIGITS - whole + (lead if lead > 3 else 0), 2)
        value = _rounded(value, min(places, -exponent))
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",") if text not in ("-0", "") else "0"


def _rounded(value: Decimal, places: int) -> Decimal:
    with localcontext() as context:
        context.prec = _PRECISION
        return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _chosen(sections: tuple[Section, ...], value: Decimal) -> tuple[Section | None, Decimal]:
    """The section for a value, and the value as that section shows it: without the sign that it states itself."""
    numeric = sections[:3]
    if any(section.condition for section in numeric):
        for section in numeric:
            if section.condition is None:
                return section, value
            compare, bound = section.condition
            if _COMPARE[compare](value, bound):
                states_sign = value < 0 and section is not numeric[0]
                return section, abs(value) if states_sign else value
        return None, value
    if value < 0 and len(numeric) > 1:
        return numeric[1], -value
    if value == 0 and len(numeric) > 2:
        return numeric[2], value
    return numeric[0], value


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[Section, ...]:
    parts: list[list[Token]] = [[]]
    for found in _TOKEN.finditer(code):
        kind = found.lastgroup or "plain"
        text = found[kind] or ""
        if kind == "plain" and text == ";":
            parts.append([])
        else:
            parts[-1].append(Token(kind, text))
    return tuple(_section(part) for part in parts)


def _section(tokens: list[Token]) -> Section:
    condition = None
    kept: list[Token] = []
    for token in tokens:
        if token.kind != "bracket":
            kept.append(token)
        elif found := _CONDITION.fullmatch(token.text.strip()):
            condition = found[1], Decimal(found[2])
        elif token.text.startswith("$"):
            # [$Rp-421] is money, [$-421] only a language.
            symbol, _, language = token.text[1:].partition("-")
            kept.append(Token("quoted", symbol) if symbol else Token("language", language))
        elif dates.is_elapsed(token.text):
            kept.append(Token("elapsed", token.text))
    plain = "".join(token.text for token in kept if token.kind == "plain").lower()
    dated = any(token.kind == "elapsed" for token in kept) or any(letter in plain for letter in "ymdhs")
    # Digits stand in a date only for parts of a second.
    barred = ("general", "text") if "s" in plain else ("general", "text", "digit")
    kinds = frozenset(token.kind for token in kept)
    return Section(tuple(kept), condition, dated and kinds.isdisjoint(barred), kinds)


# ---------------------------------------------------------------- literals


def _literals(tokens: tuple[Token, ...]) -> str:
    return "".join(map(_literal, tokens))


def _literal(token: Token) -> str:
    if token.kind in ("quoted", "escaped", "plain", "slash"):
        return token.text
    if token.kind == "percent":
        return "%"
    # What only pads to the column's width is one blank at most.
    return " " if token.kind == "fill" and token.text == " " else ""


def _around(section: Section, kind: str, text: str) -> str:
    """The literals of a section around what stands for `kind`, which is shown once."""
    pieces: list[str] = []
    for token in section.tokens:
        pieces.append(text if token.kind == kind else _literal(token))
        text = "" if token.kind == kind else text
    return "".join(pieces).strip()


# ---------------------------------------------------------------- digits


def _number(section: Section, value: Decimal) -> str:
    tokens = list(section.tokens)
    if section.has("exponent"):
        return _scientific(tokens, value)
    if section.has("slash") and not section.has("point"):
        return _fraction(tokens, value)
    places = [i for i, token in enumerate(tokens) if token.kind == "digit"]
    point = next((i for i, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    last = max((i for i in places if i < point), default=-1)
    grouped = any(t.kind == "comma" and places[0] < i < last for i, t in enumerate(tokens))
    # Commas after the last digit of the whole part, and after the last of all, scale by a thousand each.
    scale = sum(1 for i, t in enumerate(tokens) if t.kind == "comma" and (last < i < point or i > places[-1]))
    percent = sum(1 for token in tokens if token.kind == "percent")
    fraction = [tokens[i].text for i in places if i > point]
    number = _rounded(value.scaleb(2 * percent - 3 * scale), len(fraction))
    whole, _, rest = f"{abs(number):f}".partition(".")
    whole = "" if whole == "0" else whole
    placed = _whole([tokens[i].text for i in places if i < point], whole, grouped)
    decimals = iter(_decimals(fraction, rest))
    pieces = ["-" if number < 0 else ""]
    slot = iter(placed)
    for i, token in enumerate(tokens):
        if token.kind == "digit":
            pieces.append(next(slot) if i < point else next(decimals))
        elif token.kind == "point":
            pieces.append("," if placed else f"{whole},")
        else:
            pieces.append(_literal(token))
    return "".join(pieces).strip()


def _whole(slots: list[str], digits: str, grouped: bool) -> list[str]:
    """What each place of the whole part shows: one digit, and the first all that are left over, with its thousands dots."""
    if not slots:
        return []
    pad = "0" * sum(1 for _ in slots[slots.index("0") :]) if "0" in slots else ""
    digits = digits.rjust(len(pad), "0")
    placed: list[str] = []
    for position in range(len(slots)):
        left = len(slots) - 1 - position
        start = 0 if position == 0 else len(digits) - left - 1
        own = digits[max(start, 0) : len(digits) - left] if len(digits) > left else ""
        if grouped:
            ranks = range(left + len(own) - 1, left - 1, -1)
            own = "".join(d + ("." if rank % 3 == 0 and rank else "") for d, rank in zip(own, ranks, strict=True))
        elif not own and slots[position] == "?":
            own = " "
        placed.append(own)
    return placed


def _decimals(slots: list[str], digits: str) -> list[str]:
    """Digits after the mark: "#" shows no zeros at the end, "?" a blank for them."""
    kept = len(slots)
    while kept and digits[kept - 1] == "0" and slots[kept - 1] != "0":
        kept -= 1
    return [digits[i] if i < kept else " " if slots[i] == "?" else "" for i in range(len(slots))]


def _scientific(tokens: list[Token], value: Decimal) -> str:
    at = next(i for i, token in enumerate(tokens) if token.kind == "exponent")
    width = sum(1 for token in tokens[at:] if token.kind == "digit") or 1
    point = next((i for i, token in enumerate(tokens[:at]) if token.kind == "point"), at)
    places = sum(1 for token in tokens[point:at] if token.kind == "digit")
    exponent = value.adjusted() if value else 0
    mantissa = _rounded(value.scaleb(-exponent), places)
    if abs(mantissa) >= 10:
        exponent += 1
        mantissa = _rounded(value.scaleb(-exponent), places)
    sign = "-" if exponent < 0 else "+" if "+" in tokens[at].text else ""
    return f"{mantissa:f}".replace(".", ",") + f"E{sign}{abs(exponent):0{width}d}"


def _fraction(tokens: list[Token], value: Decimal) -> str:
    """ "# ?/?": the nearest fraction with as many digits below the stroke as the code has places."""
    at = next(i for i, token in enumerate(tokens) if token.kind == "slash")
    below = "".join(t.text for t in tokens[at + 1 :] if t.kind in ("digit", "plain")).strip()
    apart = any(t.kind == "plain" and t.text == " " for t in tokens[:at])
    exact = Fraction(abs(value))
    whole = int(exact) if apart else 0
    rest = exact - whole
    if below.isdigit() and int(below):
        top, bottom = round(rest * int(below)), int(below)
    else:
        nearest = rest.limit_denominator(10 ** min(max(len(below), 1), 5) - 1)
        top, bottom = nearest.numerator, nearest.denominator
    if apart and top == bottom:
        whole, top = whole + 1, 0
    sign = "-" if value < 0 else ""
    if apart and not top:
        return f"{sign}{whole}"
    return f"{sign}{f'{whole} ' if whole else ''}{top}/{bottom}"
