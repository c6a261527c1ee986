"""Formulas as the cell's own: one that many cells share is stored once, for the first of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer.reading.sheets import references
from reviewer.reading.sheets.xml import Element

if TYPE_CHECKING:
    from openpyxl.formula.translate import Translator

_LONGEST = 8_192
"""Characters of a formula at most (Excel's own limit)."""


@dataclass(slots=True)
class Shared:
    """The shared formulas of a sheet, by their index."""

    masters: dict[str, Translator] = field(default_factory=dict)

    def formula(self, element: Element, row: int, column: int) -> str:
        """The formula of a cell, with its "="; "=" alone where the file does not say."""
        formula = f"={(element.text or '')[:_LONGEST]}"
        index = element.get("si")
        if element.get("t") != "shared" or index is None:
            return formula
        from openpyxl.formula.translate import Translator, TranslatorError

        here = references.name(row, column)
        if formula != "=":
            self.masters[index] = Translator(formula, here)
        elif index in self.masters:
            try:
                return str(self.masters[index].translate_formula(here))
            except (TranslatorError, ValueError, IndexError):
                return "="
        return formula
