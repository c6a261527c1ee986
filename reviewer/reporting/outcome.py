"""One draft's examination together with the decisions that the reader of the report obeys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reviewer.model import Cause, Decision, Examination, Finding, Severity, Verdict


@dataclass(frozen=True)
class Outcome:
    """What a report is written from."""

    examination: Examination
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    """Finding id → the decision obeyed."""
    others: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    """Finding id → decisions of other people: shown, not obeyed."""

    @property
    def path(self) -> str:
        return self.examination.report.document.path

    def decision(self, finding: Finding) -> Decision | None:
        return self.decisions.get(finding.id)

    def suppressed(self, finding: Finding) -> bool:
        """True where the decision obeyed says that it is no mistake."""
        decision = self.decision(finding)
        return decision is not None and decision.verdict is Verdict.REJECTED

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """By place, gravest first where several stand at one."""
        order = sorted(self.examination.findings, key=lambda f: (f.location.spot, f.severity.rank, f.code, f.id))
        return tuple(order)

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """The findings that count."""
        return tuple(f for f in self.findings if not self.suppressed(f))

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
        """True where a finding that counts is at or above `severity`; never for None."""
        return severity is not None and any(f.severity.rank <= severity.rank for f in self.open)
