"""What a check is.

A check is one small class: its code, its manual page in two languages, its own good and bad examples, and `inspect`,
which states relations over figures or outright problems. It does no I/O and knows no other check.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from reviewer.model import Notice, Problem, Relation, Report, Severity, Words


@dataclass(frozen=True, slots=True)
class Example:
    """A tiny draft as text. `finds` is the figure or text the finding must state; unused in good examples."""

    draft: str
    finds: str = ""
    format: str = "txt"
    """"txt", "yaml" where the draft is report data, or "cells": a sheet, tabs between its cells, formulas with the result
    that they store ("=SUM(B2:B3) → 300")."""


class Check(ABC):
    """Base of every check.

    Class attributes: `code` ("TOT001"), `name` ("table-total"), `severity` of its findings by default, `title` (one
    line), `docs` (the manual page), `reason` (the rule or regulation behind it), `messages` (key → sentence with
    fields; a violated relation fills {stated}, {expected}, {difference} and its own `params`), `good` and `bad` examples.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    title: ClassVar[Words]
    docs: ClassVar[Words]
    reason: ClassVar[Words]
    messages: ClassVar[dict[str, Words]]
    good: ClassVar[tuple[Example, ...]]
    bad: ClassVar[tuple[Example, ...]]

    @property
    def family(self) -> str:
        """The three letters of the code."""
        return self.code[:3]

    @abstractmethod
    def inspect(self, report: Report) -> Iterator[Relation | Problem | Notice]:
        """What the report should satisfy and does not: relations (the engine evaluates them) and problems; and as a notice
        what it left out because there was too much of it."""
