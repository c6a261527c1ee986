"""Checks by what people call them: code, name or family, in capitals or not."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.checking.base import Check
from reviewer.commands.arguments import Usage
from reviewer.language import tr


def called(word: str, checks: Sequence[Check]) -> tuple[Check, ...]:
    """The checks that a code ("TOT001"), a name ("table-total") or a family ("TOT") means; empty where none does."""
    plain = word.strip().casefold()
    exact = tuple(c for c in checks if plain in (c.code.casefold(), c.name.casefold()))
    return exact or tuple(c for c in checks if c.family.casefold() == plain)


def resolve(words: Sequence[str]) -> tuple[str, ...]:
    """Codes and families as the engine knows them. Raises `Usage` with the nearest where one is unknown."""
    if not words:
        return ()
    from reviewer.checking.registry import checks

    every = tuple(checks())
    codes: list[str] = []
    for word in words:
        found = called(word, every)
        if not found:
            raise Usage(unknown(word, every))
        codes.extend(check.code for check in found)
    return tuple(dict.fromkeys(codes))


def unknown(word: str, checks: Sequence[Check]) -> str:
    """One line that says what may have been meant."""
    from difflib import get_close_matches

    names = {name.casefold(): name for c in checks for name in (c.code, c.name, c.family)}
    near = [names[found] for found in get_close_matches(word.casefold(), names, n=3, cutoff=0.5)]
    if near:
        return tr("Kode “{word}” tidak dikenal; yang mirip: {near}.").format(word=word, near=", ".join(near))
    return tr("Kode “{word}” tidak dikenal; daftar semua kode: reviewer rules").format(word=word)
