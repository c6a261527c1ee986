"""The register of regulations (`regulations.yaml`) and the regulation that a citation names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Regulation:
    """An entry of the register."""

    kind: str
    number: str
    year: int
    title: str
    code: str = ""
    revoked_by: str = ""
    """The regulation that replaced it, as `name` writes it."""
    amends: str = ""
    """The regulation that it amends, as `name` writes it."""
    variants: bool = False
    """Its title is in use in several forms."""
    words: tuple[str, ...] = ()
    """Words of running text that speak of its subject."""
    sure: bool = True
    """False where it was not confirmed against its text: what rests on it is no more than information."""

    @property
    def name(self) -> str:
        """ "PP 8/2006"."""
        return f"{self.kind} {self.number}/{self.year}"

    @property
    def full(self) -> str:
        """ "PP Nomor 8 Tahun 2006", "PermenPANRB Nomor PER/09/M.PAN/5/2007"."""
        return f"{self.kind} Nomor {self.code}" if self.code else f"{self.kind} Nomor {self.number} Tahun {self.year}"


@cache
def register() -> tuple[Regulation, ...]:
    """Every regulation known, in the order of the file."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (Path(__file__).parent / "regulations.yaml").read_text(encoding="utf-8")
    return tuple(
        Regulation(**{**entry, "number": str(entry["number"]), "words": tuple(entry.get("words", ()))})
        for entry in yaml.load(text, loader)
    )


def find(kind: str, number: str, year: int | None) -> Regulation | None:
    """The entry that a citation names; a coded number ("PER/09/M.PAN/5/2007") by the number inside it."""
    return None if year is None else _by_key().get((kind, short_number(number), year))


def named(name: str) -> Regulation | None:
    """The entry called "PP 8/2006"."""
    return _by_name().get(name)


def short_number(number: str) -> str:
    """The number inside a coded one: "PER/09/M.PAN/5/2007" is "9", "XI/MPR/1998" is "XI"."""
    parts = [p for p in re.split(r"/|(?<=PER)[-.]|(?<=KEP)[-.]", number.upper()) if p not in ("PER", "KEP", "NO")]
    return parts[0].lstrip("0") or parts[0] if parts else number


@cache
def _by_key() -> dict[tuple[str, str, int], Regulation]:
    return {(r.kind, short_number(r.number), r.year): r for r in register()}


@cache
def _by_name() -> dict[str, Regulation]:
    return {r.name: r for r in register()}
