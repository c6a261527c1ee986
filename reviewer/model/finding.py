"""What was found, what was examined, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from reviewer.model.document import Place, Spot
from reviewer.model.report import Figure, Report, Rule
from reviewer.model.words import Words


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 is gravest."""
        return list(Severity).index(self)


class Status(StrEnum):
    """What is known of a figure after the checks."""

    CONTRADICTED = "contradicted"
    VERIFIED = "verified"
    REPEATED = "repeated"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Term:
    """A figure in a relation, with the sign it is added with."""

    figure: Figure
    sign: Literal[1, -1] = 1


@dataclass(frozen=True, slots=True)
class Relation:
    """A statement of a check about figures: `result` should be what `rule` makes of `terms`.

    Several relations of one check about one result with the same `choice` are alternatives: one that holds is enough.
    """

    rule: Rule
    result: Figure
    terms: tuple[Term, ...]
    message: str = "violated"
    """Key of the check's `messages` used where it does not hold."""
    params: tuple[tuple[str, str | Words], ...] = ()
    choice: str = ""
    expected: Decimal | None = None
    """Given where the rule cannot compute it from the terms alone."""
    severity: Severity | None = None
    """Where it does not hold; the check's own severity where None."""
    open: bool = False
    """Where it does not hold, the terms are in doubt too, so that no value is told for the result."""
    arithmetic: bool = True
    """False for "stated alike elsewhere": it repeats, it does not verify."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A matter that a check states outright, without a relation."""

    spot: Spot
    """Where it is shown; `quote` is its text unless given."""
    message: str = "found"
    params: tuple[tuple[str, str | Words], ...] = ()
    stated: str = ""
    expected: str = ""
    difference: str = ""
    explanation: Words | None = None
    quote: str = ""
    evidence: tuple[Spot, ...] = ()
    severity: Severity | None = None
    group: bool = False
    figure: Figure | None = None
    """The figure that it contradicts, for the ledger."""
    content: tuple[str, ...] = ()
    """What, when changed, makes this another matter; the stated and expected texts where empty."""
    joins: bool = False
    """Told with the finding of a relation about the same cell where there is one, else on its own: one matter, said once."""


@dataclass(frozen=True, slots=True)
class Location:
    """A place as a person would name it."""

    label: Words
    place: Place
    spot: Spot
    table: str | None = None
    """Number of the table's caption."""
    row: int | None = None
    """Body row from 1."""
    col: int | None = None
    """Column from 1."""


@dataclass(frozen=True, slots=True)
class Evidence:
    location: Location
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One matter for the reviewer."""

    id: str
    """Stable over re-runs and over moves inside the draft: a hash of anchor and content."""
    code: str
    name: str
    family: str
    severity: Severity
    message: Words
    location: Location
    quote: str
    stated: str = ""
    expected: str = ""
    difference: str = ""
    explanation: Words = field(default_factory=lambda: Words("", ""))
    reason: Words = field(default_factory=lambda: Words("", ""))
    """The rule or regulation behind it."""
    evidence: tuple[Evidence, ...] = ()
    group: bool = False
    cause: str | None = None
    params: tuple[tuple[str, str], ...] = ()
    anchor: tuple[str, ...] = ()
    """What stays when the draft moves: code, table and column roles, row label, ordinal among equals."""
    content: tuple[str, ...] = ()
    """The figures of the matter; other figures make it another question."""
    stake: Decimal = Decimal(0)
    """Rupiah at stake, for the order of questions; 0 where none."""

    @property
    def compared(self) -> bool:
        """Whether `expected` is only what stands elsewhere in the draft, not computed: either may be the wrong one."""
        return bool(self.difference) and not self.explanation.id


@dataclass(frozen=True, slots=True)
class Repair:
    """A figure named by a cause, and the value that would repair it."""

    location: Location
    stated: str
    repair: str
    slip: Words


@dataclass(frozen=True, slots=True)
class Cause:
    """Figures whose repair makes a connected group of relations hold."""

    id: str
    cells: tuple[Repair, ...]
    alternatives: tuple[tuple[Repair, ...], ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is known of every figure."""

    statuses: dict[Spot, Status]

    def count(self, status: Status) -> int:
        return sum(1 for s in self.statuses.values() if s is status)

    @property
    def total(self) -> int:
        return len(self.statuses)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation that was evaluated: which figures it ties together, and whether it holds."""

    code: str
    result: Spot
    terms: tuple[Spot, ...]
    rule: Rule
    holds: bool
    signs: tuple[Literal[1, -1], ...] = ()
    """With which each term is added; empty where all are positive."""


@dataclass(frozen=True)
class Examination:
    """Everything one run of the checks says about a report."""

    report: Report
    findings: tuple[Finding, ...]
    """Sorted by place."""
    ledger: Ledger
    links: tuple[Link, ...] = ()
    causes: tuple[Cause, ...] = ()
    unfinished: tuple[str, ...] = ()
    """Codes of the checks that the limit on checking left undone, whole or in part."""
