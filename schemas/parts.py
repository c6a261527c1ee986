"""The parts that a performance report should have (`parts.yaml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Part:
    """A recommended part and the wordings by which a report is known to have it."""

    key: str
    kind: Literal["comparison", "part", "custom"]
    name: tuple[str, str]
    """In Indonesian and in English."""
    where: Literal["results", "all"]
    words: tuple[str, ...]
    """ "…" stands for up to six words between."""
    table: Literal["", "target-realisasi", "years", "budget"] = ""
    """A table that shows it as well."""
    if_any: bool = False
    """Asked for only where there is one."""
    aside: bool = False
    """Named only beside others that are missing."""

    def said(self, text: str) -> bool:
        """Whether a text, in lower case, has one of the wordings."""
        return any(
            all(word in text for word in wording.lower().replace("…", " ").split()) and _pattern(wording).search(text)
            for wording in self.words
        )


_PREFIX = r"(?:di|mem|pem|per|se|ter|me|ke)?"


@cache
def _pattern(wording: str) -> re.Pattern[str]:
    pieces = (
        r"\W+".join(rf"\b{_PREFIX}{re.escape(word)}\w*" for word in piece.split())
        for piece in wording.lower().split("…")
    )
    return re.compile(r"\W+(?:[^\s.;]+\s+){0,6}?\W*".join(pieces))


@cache
def parts() -> tuple[Part, ...]:
    """The parts in the order of the file."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (Path(__file__).parent / "parts.yaml").read_text(encoding="utf-8")
    return tuple(
        Part(
            key=entry["key"],
            kind=entry["kind"],
            name=(entry["name"]["id"], entry["name"]["en"]),
            where=entry["in"],
            words=tuple(" ".join(str(w).split()) for w in entry["words"]),
            table=entry.get("table", ""),
            if_any=entry.get("if_any", False),
            aside=entry.get("aside", False),
        )
        for entry in yaml.load(text, loader)
    )
