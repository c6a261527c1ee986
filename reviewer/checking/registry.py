"""The checks there are: those of `reviewer.checks` and of installed plug-ins."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import ModuleType

from reviewer.checking.base import Check

GROUP = "reviewer.checks"


@cache
def checks() -> tuple[Check, ...]:
    """One instance of every check, sorted by code.

    Raises ValueError where two checks claim one code.
    """
    found: dict[str, Check] = {}
    for kind in _classes():
        check = kind()
        if check.code in found and type(found[check.code]) is not kind:
            raise ValueError(f"two checks have the code {check.code}: {type(found[check.code])} and {kind}")
        found[check.code] = check
    return tuple(found[code] for code in sorted(found))


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Check, ...]:
    """The checks whose code, name or family is selected (all where nothing is) and not ignored."""
    wanted, unwanted = {s.upper() for s in select}, {s.upper() for s in ignore}

    def named(check: Check, names: set[str]) -> bool:
        return bool(names & {check.code, check.family, check.name.upper()})

    return tuple(c for c in checks() if (not wanted or named(c, wanted)) and not named(c, unwanted))


def _classes() -> Iterator[type[Check]]:
    package = import_module("reviewer.checks")
    for module in pkgutil.iter_modules(package.__path__, "reviewer.checks."):
        yield from _in_module(import_module(module.name))
    for point in entry_points(group=GROUP):
        loaded = point.load()
        if isinstance(loaded, ModuleType):
            yield from _in_module(loaded)
        else:
            yield loaded


def _in_module(module: ModuleType) -> Iterator[type[Check]]:
    for _, kind in inspect.getmembers(module, inspect.isclass):
        if issubclass(kind, Check) and not inspect.isabstract(kind) and kind.__module__ == module.__name__:
            yield kind
