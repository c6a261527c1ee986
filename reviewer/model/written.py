"""Numbers written the way the draft writes them."""

from __future__ import annotations

import re
from decimal import Decimal

from reviewer.model.report import Figure


def written(value: Decimal, like: Figure | None = None, *, decimals: int | None = None, sign: bool = False) -> str:
    """`value` with the decimal mark and the digits of the figure `like`: "1.234.567", "99,22", "99.22".

    An exact value that needs more decimals than `like` prints gets them (at most two).
    """
    if like is not None and like.scale:
        value = value.scaleb(-like.scale)
    if decimals is None:
        decimals = like.decimals if like is not None else 0
        if like is not None and like.exact and value != value.to_integral_value():
            decimals = max(decimals, min(2, -int(value.normalize().as_tuple().exponent)))
    text = f"{value.quantize(Decimal(1).scaleb(-decimals)):,f}"
    if like is None or not _english(like):
        text = text.translate(str.maketrans(",.", ".,"))
    return f"+{text}" if sign and value > 0 else text


def _english(figure: Figure) -> bool:
    """Whether the figure writes "1,234.5"."""
    if figure.mark:
        return figure.mark == "."
    return bool(re.search(r"\d,\d{3}(?!\d)", figure.text)) and "." not in figure.text.strip("Rp. ")
