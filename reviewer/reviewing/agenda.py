"""The findings of a draft in the order in which they are asked: what is open, what is shown, what comes next."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.model import Finding
from reviewer.reviewing.filters import Filter
from reviewer.reviewing.standing import FindingState, Standing


class Agenda:
    """Errors first, then by rupiah at stake, then by place. `standing` is kept up to date by whoever decides."""

    def __init__(self, findings: tuple[Finding, ...], standing: Standing) -> None:
        places = {finding.id: place for place, finding in enumerate(findings)}
        self.all = tuple(sorted(findings, key=lambda f: (f.severity.rank, -f.stake, places[f.id])))
        self.numbers = {finding.id: number for number, finding in enumerate(self.all, 1)}
        self.standing = standing
        self.filter: Filter | None = None
        self.postponed: set[str] = set()
        """Ids of those put off in this sitting: not asked again by themselves."""

    def number(self, finding: Finding) -> int:
        """Its number from 1, the same under every filter."""
        return self.numbers[finding.id]

    def state(self, finding: Finding) -> FindingState:
        return self.standing.state(finding)

    def open(self, finding: Finding) -> bool:
        """Whether it is still to be decided."""
        return not self.state(finding).settled

    def shown(self, finding: Finding) -> bool:
        """Whether the filter lets it through."""
        return self.filter is None or self.filter.lets(finding, self.state(finding))

    @property
    def order(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.all if self.shown(finding))

    @property
    def left(self) -> tuple[Finding, ...]:
        """Everything open, shown or not."""
        return tuple(finding for finding in self.all if self.open(finding))

    def next(self, after: Finding | None) -> Finding | None:
        """The next one that is open and shown, going round; those put off in an earlier sitting come last.

        It is the same one again only where that is alone; those put off in this sitting do not come.
        """
        start = self.number(after) if after else 0
        turned = (*self.all[start:], *self.all[:start])
        waiting = [f for f in turned if self.open(f) and f.id not in self.postponed and self.shown(f)]
        return next((f for f in waiting if self.state(f).decision is None), next(iter(waiting), None))

    def before(self, current: Finding | None) -> Finding | None:
        """The shown one before, decided or not; the last one where none is in hand."""
        earlier = [f for f in self.order if current is None or self.number(f) < self.number(current)]
        return earlier[-1] if earlier else None

    def alike(self, finding: Finding) -> tuple[Finding, ...]:
        """The open ones of its code that are shown."""
        return tuple(f for f in self.all if f.code == finding.code and self.open(f) and self.shown(f))

    def of(self, ids: Iterable[str]) -> tuple[Finding, ...]:
        wanted = set(ids)
        return tuple(finding for finding in self.all if finding.id in wanted)
