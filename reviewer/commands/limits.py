"""The limits of reading as the configuration and `--limit` state them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from difflib import get_close_matches

from reviewer.commands.arguments import Usage
from reviewer.language import tr
from reviewer.reading.limits import LIMITS, MEGABYTE, Limits

_SIZES = frozenset({"file", "text", "data", "directory", "unpacked", "part", "ratio_from", "memory"})
"""Limits that are sizes; the others are counts, and `seconds` is seconds."""
_MOST = 10**12
_VALUE = re.compile(r"(\d{1,12})\s*(|B|KB|MB|GB)", re.IGNORECASE)
_UNITS = {"": 1, "B": 1, "KB": 1_000, "MB": MEGABYTE, "GB": 1_000 * MEGABYTE}


def limits_of(configured: Mapping[str, int | str], options: Sequence[str]) -> Limits:
    """The limits that hold: those of the options ("cells=900000"), else of the configuration, else the default ones.

    Raises `Usage` for a limit that there is not, and for a value that is none.
    """
    stated = dict(configured)
    for word in options:
        name, equals, value = word.partition("=")
        if not equals:
            raise Usage(tr("Tulis --limit BATAS=NILAI, misalnya --limit cells=900000."))
        stated[_known(name.strip())] = value
    if not stated:
        return LIMITS
    return replace(LIMITS, **{name: _amount(name, value) for name, value in stated.items()})


def _known(name: str) -> str:
    names = [field.name for field in fields(Limits)]
    if name in names:
        return name
    near = get_close_matches(name, names, n=1)
    if near:
        raise Usage(tr("Tidak ada batas “{name}”; mungkin maksud Anda {near}?").format(name=name, near=near[0]))
    raise Usage(tr("Tidak ada batas “{name}”; yang ada: {names}.").format(name=name, names=", ".join(names)))


def _amount(name: str, value: int | str) -> int:
    found = _VALUE.fullmatch(str(value).strip())
    amount = int(found[1]) * _UNITS[found[2].upper()] if found else 0
    if found and (not found[2] or name in _SIZES) and 0 < amount <= _MOST:
        return amount
    if name in _SIZES:
        raise Usage(
            tr("Batas {name} tidak bisa “{value}”; tulis ukuran, misalnya 120MB.").format(name=name, value=value)
        )
    raise Usage(
        tr("Batas {name} tidak bisa “{value}”; tulis bilangan bulat, misalnya 5000.").format(name=name, value=value)
    )
