"""One draft's examination together with the decisions that the reader of the report obeys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from reviewer.model import Cause, Decision, Examination, Finding, Report, Severity, Table, Verdict, Words


class Seen(StrEnum):
    """How a finding stands to a baseline."""

    NEW = "new"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    """The same place and check, other figures."""


@dataclass(frozen=True, slots=True)
class Absent:
    """An entry of a baseline that is not found any more."""

    id: str
    code: str
    label: str
    message: str


@dataclass(frozen=True)
class Outcome:
    """What a report is written from."""

    examination: Examination
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    """Finding id → the decision obeyed."""
    others: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    """Finding id → decisions of other people: shown, not obeyed."""
    baseline: Mapping[str, Seen] | None = None
    """Finding id → how it stands to the baseline; None where none is given."""
    absent: tuple[Absent, ...] = ()
    """Stale entries of the baseline."""
    new_only: bool = False
    """Leave out what the baseline knows."""
    seconds: float = 0.0
    """What examining it took; next to nothing where it was known."""

    @property
    def path(self) -> str:
        return self.examination.report.document.path

    def decision(self, finding: Finding) -> Decision | None:
        return self.decisions.get(finding.id)

    def suppressed(self, finding: Finding) -> bool:
        """True where the decision obeyed says that it is no mistake."""
        decision = self.decision(finding)
        return decision is not None and decision.verdict is Verdict.REJECTED

    def seen(self, finding: Finding) -> Seen | None:
        """How it stands to the baseline; None where none is given."""
        return None if self.baseline is None else self.baseline.get(finding.id, Seen.NEW)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """By place, gravest first where several stand at one."""
        order = sorted(self.examination.findings, key=lambda f: (f.location.spot, f.severity.rank, f.code, f.id))
        return tuple(order)

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """The findings that are to be shown: not suppressed, and with `new_only` not known to the baseline."""
        return tuple(
            f
            for f in self.findings
            if not self.suppressed(f) and not (self.new_only and self.seen(f) is Seen.UNCHANGED)
        )

    @cached_property
    def rejected(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if self.suppressed(f))

    @cached_property
    def shared_causes(self) -> tuple[Cause, ...]:
        """Causes that explain two findings or more, of which one at least still counts."""
        counted = {f.id for f in self.open}
        return tuple(c for c in self.examination.causes if len(c.findings) > 1 and counted.intersection(c.findings))

    def counts(self) -> dict[Severity, int]:
        """How many findings count, of each severity, gravest first."""
        tally = Counter(f.severity for f in self.open)
        return {severity: tally[severity] for severity in Severity}

    def reaches(self, severity: Severity | None) -> bool:
        """True where a finding that the baseline does not know is at or above `severity`; never for None."""
        return severity is not None and any(self.fails(f, severity) for f in self.open)

    def fails(self, finding: Finding, severity: Severity | None) -> bool:
        """Whether it is at or above `severity`, not decided to be no mistake and not known to the baseline."""
        if severity is None or self.suppressed(finding) or self.seen(finding) is Seen.UNCHANGED:
            return False
        return finding.severity.rank <= severity.rank


@dataclass(frozen=True, slots=True)
class Failure:
    """A draft that could not be used."""

    path: str
    reason: Words
    """One line that begins with the path."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one command examined, in the order in which the drafts were named."""

    outcomes: tuple[Outcome, ...]
    failures: tuple[Failure, ...] = ()
    several: bool = False
    """Whether several drafts were asked for."""
    threshold: Severity | None = Severity.ERROR
    """From which severity on a finding counts as a failure."""
    show_suppressed: bool = False
    """Also list what was decided to be no mistake, in the formats that leave it out."""


def without_text(examination: Examination) -> Examination:
    """The same without the draft's text and tables, for what tells only what was found."""
    report = examination.report
    bare = Report(
        replace(report.document, blocks=(), data=None),
        report.identity,
        tables=tuple(
            replace(table, table=Table(()), columns=(), rows=(), sums=(), across=()) for table in report.tables
        ),
    )
    return replace(examination, report=bare, links=())
