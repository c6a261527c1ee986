"""Terms that have one wording (`terms.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the field."""

    short: str
    """Its abbreviation."""
    term: str
    alone: bool = False
    """Whether a near form is one of it even where the abbreviation does not follow."""
    others: tuple[str, ...] = ()
    """Near forms that are right, or names of other things."""


@cache
def terms() -> tuple[Term, ...]:
    """The terms in the order of the file."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (Path(__file__).parent / "terms.yaml").read_text(encoding="utf-8")
    return tuple(Term(**{**entry, "others": tuple(entry.get("others", ()))}) for entry in yaml.load(text, loader))
