"""Schemas of report data and of the configuration, and what a value that breaks one is told.

The schemas are YAML files beside this module, in Cerberus' rules; `validator.py` adds the types that a report needs.
This room imports no other: a `Violation` brings its sentence in both languages as plain texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

__all__ = ["SENTENCES", "Kind", "Sentence", "Violation", "keys_of", "validate", "validate_data"]

Kind = Literal["unknown", "unknown-near", "missing", "empty", "type", "shape", "value"]


class Sentence(NamedTuple):
    """A sentence in Indonesian and in English; fields in braces."""

    id: str
    en: str


SENTENCES: Mapping[Kind, Sentence] = {
    "unknown": Sentence(
        "Kunci “{key}” tidak dikenal di sini, sehingga isinya tidak dibaca.",
        "The key “{key}” is not known here, so what it holds is not read.",
    ),
    "unknown-near": Sentence(
        "Kunci “{key}” tidak dikenal di sini, sehingga isinya tidak dibaca; mungkin maksudnya “{nearest}”.",
        "The key “{key}” is not known here, so what it holds is not read; “{nearest}” may be meant.",
    ),
    "missing": Sentence(
        "“{key}” wajib ada tetapi tidak ditulis; isinya seharusnya {expected}.",
        "“{key}” is required but not given; it should hold {expected}.",
    ),
    "empty": Sentence(
        "“{key}” tidak ada isinya; seharusnya {expected}.",
        "“{key}” holds nothing; it should hold {expected}.",
    ),
    "type": Sentence(
        "“{key}” berisi “{stated}”, padahal seharusnya {expected}.",
        "“{key}” holds “{stated}” but should hold {expected}.",
    ),
    "shape": Sentence(
        "Isi “{key}” tidak tersusun sebagaimana mestinya; seharusnya {expected}.",
        "What “{key}” holds is not of the right shape; it should be {expected}.",
    ),
    "value": Sentence(
        "“{key}” berisi “{stated}”, padahal seharusnya {expected}.",
        "“{key}” holds “{stated}” but should hold {expected}.",
    ),
}


@dataclass(frozen=True, slots=True)
class Violation:
    """A place at which a value breaks its schema."""

    path: tuple[str | int, ...]
    """Keys and positions (from 0) that lead to the value; a missing key is its last."""
    kind: Kind
    stated: str = ""
    """The offending scalar; "" for lists, maps and missing values."""
    expected: Sentence = Sentence("", "")
    nearest: str = ""
    """The right key that an unknown one most likely stands for."""

    @property
    def key(self) -> str:
        """The last key of the path."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def message(self) -> Sentence:
        """What to tell the user."""
        return Sentence(
            *(
                template.format(key=self.key, stated=self.stated, expected=expected, nearest=self.nearest)
                for template, expected in zip(SENTENCES[self.kind], self.expected, strict=True)
            )
        )


def validate_data(data: Mapping[str, object]) -> tuple[Violation, ...]:
    """What breaks the form of report data (docs/data.md), in the order of the schema's walk.

    Scalars may be str, int, Decimal, bool or None.
    """
    from reviewer.schemas.validator import violations

    return violations("report", data)


def validate(config: Mapping[str, object]) -> tuple[Violation, ...]:
    """What is wrong with a configuration, as `reviewer.toml` holds it once parsed."""
    from reviewer.schemas.validator import violations

    return violations("config", config)


def keys_of(name: Literal["report", "config"]) -> frozenset[str]:
    """Every key that a schema knows, at any depth."""
    from reviewer.schemas.validator import all_keys, schema_of

    return frozenset(all_keys(schema_of(name)))
