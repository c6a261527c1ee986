"""Numbers in Indonesian words: "dua puluh lima juta", read and written."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_VALUES = {word: n for n, word in enumerate(_UNITS)} | {"kosong": 0}
_SCALES = (("triliun", 10**12), ("miliar", 10**9), ("juta", 10**6), ("ribu", 1000))
_VARIANTS = {
    "milyar": "miliar", "milyard": "miliar", "miliyar": "miliar", "trilyun": "triliun", "trilliun": "triliun",
    "milliar": "miliar",
    "enem": "enam", "tuju": "tujuh", "delepan": "delapan", "sembilam": "sembilan",
}  # fmt: skip
_FILLER = frozenset({"rupiah", "persen", "dan", "orang"})
_GLUED = re.compile(
    r"^(?:se|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|puluh|ratus|ribu|belas|juta|miliar|"
    r"milyar|triliun)+$"
)
_PIECE = re.compile(
    r"sepuluh|sebelas|seratus|seribu|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|ratus|ribu|belas|"
    r"juta|miliar|milyar|triliun"
)


def in_words(value: int) -> str:
    """A whole number in words, as it is spelled on receipts and in reports."""
    if value < 0:
        return f"minus {in_words(-value)}"
    if value < 10:
        return _UNITS[value]
    if value == 10:
        return "sepuluh"
    if value == 11:
        return "sebelas"
    if value < 20:
        return f"{_UNITS[value - 10]} belas"
    if value < 100:
        return f"{_UNITS[value // 10]} puluh{_rest(value % 10)}"
    if value < 1000:
        head = "seratus" if value < 200 else f"{_UNITS[value // 100]} ratus"
        return head + _rest(value % 100)
    for name, size in _SCALES:
        if value >= size:
            head = "seribu" if size == 1000 and value < 2000 else f"{in_words(value // size)} {name}"
            return head + _rest(value % size)
    raise ValueError(value)


def _rest(value: int) -> str:
    return f" {in_words(value)}" if value else ""


def tokens(text: str) -> list[str]:
    """The words of a spelled number, variants and run-together words in their standard form."""
    found: list[str] = []
    for word in re.findall(r"[a-z]+", text.lower().replace("se ", "se")):
        word = _VARIANTS.get(word, word)
        if word in _FILLER or re.match(r"^r[upi]{2,4}[aiph]{1,3}h?$", word):
            continue
        if word not in _VALUES and _GLUED.match(word) and word not in ("sepuluh", "sebelas", "seratus", "seribu"):
            pieces = _PIECE.findall(word)
            found += [_VARIANTS.get(p, p) for p in pieces] if "".join(pieces) == word else [word]
        else:
            found.append(word)
    return found


def looks_spelled(text: str) -> bool:
    """Whether most words of a text are number words."""
    known = set(_VALUES) | {
        "puluh",
        "ratus",
        "ribu",
        "belas",
        "juta",
        "miliar",
        "triliun",
        "sepuluh",
        "sebelas",
        "seratus",
        "seribu",
        "koma",
    }
    words = tokens(text)
    return bool(words) and sum(1 for w in words if w in known) * 3 >= len(words) * 2


def read_words(text: str) -> Decimal | None:
    """The number that words make, None where they make none ("dua ratus tiga ratus", unknown words)."""
    words = tokens(text)
    if "koma" in words:
        cut = words.index("koma")
        whole, digits = _whole(words[:cut]), [_VALUES.get(w) for w in words[cut + 1 :]]
        if whole is None or not digits or any(d is None for d in digits):
            return None
        return Decimal(f"{whole}.{''.join(str(d) for d in digits)}")
    value = _whole(words)
    return None if value is None else Decimal(value)


def _whole(words: list[str]) -> int | None:
    if not words:
        return None
    total, ceiling = 0, 10**15
    group: list[str] = []
    sizes = dict(_SCALES)
    for word in words:
        if word == "seribu":
            if group or ceiling <= 1000:
                return None
            total, ceiling = total + 1000, 1000
        elif word in sizes:
            size = sizes[word]
            below = _below_thousand(group)
            if below is None or not below or size >= ceiling:
                return None
            total, ceiling, group = total + below * size, size, []
        else:
            group.append(word)
    rest = _below_thousand(group) if group else 0
    return None if rest is None else total + rest


def _below_thousand(words: list[str]) -> int | None:
    """Hundreds, tens, units in that order, each at most once."""
    value, ceiling, pending = 0, 1000, None
    for word in words:
        if word in ("seratus", "sepuluh", "sebelas"):
            amount = {"seratus": 100, "sepuluh": 10, "sebelas": 11}[word]
            if pending is not None or amount >= ceiling:
                return None
            value, ceiling = value + amount, 100 if amount == 100 else 1
        elif word in _VALUES:
            if pending is not None:
                return None
            pending = _VALUES[word]
        elif word in ("ratus", "puluh", "belas"):
            if pending is None or pending == 0:
                return None
            size = {"ratus": 100, "puluh": 10, "belas": 1}[word]
            limit = 1000 if word == "ratus" else 100
            if ceiling < limit:
                return None
            value += pending * size if word != "belas" else 10 + pending
            ceiling, pending = (100, None) if word == "ratus" else (10, None) if word == "puluh" else (1, None)
        else:
            return None
    if pending is not None:
        if ceiling < 10 or (pending == 0 and len(words) > 1):
            return None
        value += pending
    return value
