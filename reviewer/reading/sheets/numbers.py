"""Numbers as a spreadsheet stores them, exactly."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation, localcontext

_DIGITS = 15
"""Digits that a spreadsheet keeps of a number; what is written beyond is noise of its binary form."""
_LARGEST = 308
_WHOLE = 27


def exact(raw: str) -> Decimal | None:
    """A stored number without the noise of its binary form: 0.30000000000000004 is 0.3; None where it is no number.

    A whole number that is written out keeps all its digits.
    """
    try:
        value = Decimal(raw.strip())
    except InvalidOperation:
        return None
    if not value.is_finite() or value and abs(value.adjusted()) > _LARGEST:
        return None
    if value != value.to_integral_value() or "e" in raw.lower():
        with localcontext() as context:
            context.prec = _DIGITS
            value = +value
    if value == value.to_integral_value() and value.adjusted() < _WHOLE:
        return value.quantize(Decimal(1))
    return value.normalize()
