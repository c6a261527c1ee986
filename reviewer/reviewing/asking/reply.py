"""An answer to a question about the draft."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reviewer.checking.locating import locate
from reviewer.language import current
from reviewer.model import Report, Spot
from reviewer.reviewing.asking.cells import Cell
from reviewer.reviewing.messages import Hit
from reviewer.reviewing.names import where
from reviewer.reviewing.plain import plain
from reviewer.understanding.numbers import show


@dataclass(frozen=True, slots=True)
class Option:
    """One way in which the question may be meant, and the question that says so plainly."""

    label: str
    says: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered: grounded in places of the draft, refused, or asked back."""

    text: str
    hits: tuple[Hit, ...] = ()
    """The places that it rests on."""
    options: tuple[Option, ...] = ()
    """Where it is asked back."""
    known: bool = True
    """False where the draft does not tell."""


def number(value: Decimal) -> str:
    """A computed number in the current language, with two decimals where it is not whole."""
    decimals = 0 if value == value.to_integral_value() else 2
    return show(value, decimals, "." if current() == "en" else ",")


def hit(report: Report, spot: Spot, text: str) -> Hit:
    return Hit(spot, place(report, spot), plain(text))


def place(report: Report, spot: Spot) -> str:
    return plain(where(locate(report, spot)))


def printed(cell: Cell) -> str:
    """The figure as the draft prints it, with the unit that its column gives; a computed one as we write it."""
    if cell.computed:
        return number(cell.value) + ("%" if cell.percent else "")
    text = plain(cell.figure.text)
    if cell.value != cell.figure.value:
        return f"{text} ({number(cell.value)})"
    return f"{text}%" if cell.percent and "%" not in text else text
