"""Typing slips: the ways in which a person writes another amount than the right one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

CORE = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"(?P<whole>\d{1,3}(?:(?P<mark>[.,])\d{3})(?:(?P=mark)\d{3})*)(?P<rest>\D\d{1,2})?")


def changed(core: str, rng: Random) -> str:
    """One digit is another; never the first as 0."""
    at = rng.choice(_digits(core))
    first = at == _digits(core)[0] and len(_digits(core)) > 1
    return core[:at] + rng.choice([d for d in "0123456789"[first:] if d != core[at]]) + core[at + 1 :]


def exchanged(core: str, rng: Random) -> str:
    """Two neighbouring digits change places."""
    places = _digits(core)
    pairs = [
        (a, b) for a, b in zip(places, places[1:], strict=False) if core[a] != core[b] and (a > 0 or core[b] != "0")
    ]
    if not pairs:
        return core
    a, b = rng.choice(pairs)
    return core[:a] + core[b] + core[a + 1 : b] + core[a] + core[b + 1 :]


def dropped(core: str, rng: Random) -> str:
    """One digit is lost; every other time the groups of three are set right again, as a spreadsheet does."""
    places = _digits(core)
    if len(places) < 2:
        return core
    at = rng.choice(places)
    return _regrouped(core[:at] + core[at + 1 :], core, rng)


def doubled(core: str, rng: Random) -> str:
    """One digit stands twice; every other time the groups of three are set right again."""
    at = rng.choice(_digits(core))
    return _regrouped(core[: at + 1] + core[at:], core, rng)


KINDS: dict[str, Callable[[str, Random], str]] = {
    "digit changed": changed,
    "digits exchanged": exchanged,
    "digit dropped": dropped,
    "digit doubled": doubled,
}
ROW_ABOVE = "row above copied"


def slip(kind: str, core: str, rng: Random) -> str:
    """The number `core` with a slip of this kind; `core` itself where it allows none that changes its value."""
    for _ in range(20):
        slipped = KINDS[kind](core, rng)
        if _differ(slipped, core):
            return slipped
    return core


def _digits(core: str) -> list[int]:
    return [i for i, c in enumerate(core) if c.isdigit()]


def _regrouped(slipped: str, core: str, rng: Random) -> str:
    match = _GROUPED.fullmatch(core)
    if match is None or (rng.random() < 0.5 and slipped[0].isdigit()):
        return slipped
    mark = match["mark"]
    whole, decimal, fraction = slipped.partition("," if mark == "." else ".")
    digits = whole.replace(mark, "").lstrip("0") or "0"
    return mark.join(_threes(digits)) + decimal + fraction


def _threes(digits: str) -> Iterator[str]:
    head = len(digits) % 3
    if head:
        yield digits[:head]
    for i in range(head, len(digits), 3):
        yield digits[i : i + 3]


def _differ(slipped: str, core: str) -> bool:
    """Whether the two are different numbers: 97,5 and 97,50 are not, nor 7 and 07."""
    has_decimals = re.search(r"[.,]\d{1,2}$", core) is not None
    a, b = (_plain(text, has_decimals) for text in (slipped, core))
    return a != b


def _plain(text: str, has_decimals: bool) -> str:
    whole, fraction = text, ""
    if has_decimals and (at := max(text.rfind(","), text.rfind("."))) >= 0:
        whole, fraction = text[:at], text[at + 1 :].rstrip("0")
    return re.sub(r"\D", "", whole).lstrip("0") + "." + fraction
