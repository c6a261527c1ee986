"""A text in the two languages of the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["id", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """One text in Indonesian and in English."""

    id: str
    en: str

    def of(self, language: Language) -> str:
        return self.en if language == "en" else self.id

    def format(self, **params: object) -> Words:
        """Both texts with `{name}` fields filled; a `Words` value is filled in its own language."""

        def fill(template: str, language: Language) -> str:
            values = {k: v.of(language) if isinstance(v, Words) else v for k, v in params.items()}
            return template.format(**values)

        return Words(fill(self.id, "id"), fill(self.en, "en"))


def same(text: str) -> Words:
    """A text that reads alike in both languages: a quotation, a figure, a label of the draft."""
    return Words(text, text)
