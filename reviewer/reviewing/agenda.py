"""The findings of a draft in the order in which they are asked: what is open, what is shown, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reviewer.model import Finding, Spot
from reviewer.reviewing.filters import Filter
from reviewer.reviewing.preferences import Ordering
from reviewer.reviewing.standing import FindingState, Standing
from reviewer.understanding.numbers import figures_in


@dataclass(frozen=True, slots=True)
class Threshold:
    """Of materiality: what is at stake below it is small."""

    amount: Decimal
    """Rupiah, or percentage points."""
    percent: bool
    text: str
    """As typed."""


def threshold_of(text: str) -> Threshold | None:
    """ "10 juta", "Rp5.000.000", "2%"; None where it is no amount."""
    spoken = (
        text.casefold().replace("persen", "%").replace("rb", "ribu").replace("jt", "juta").replace("milyar", "miliar")
    )
    for english, ours in (("thousand", "ribu"), ("million", "juta"), ("billion", "miliar")):
        spoken = spoken.replace(english, ours)
    found = tuple(figures_in(spoken, Spot(0)))
    if len(found) != 1 or found[0].value < 0:
        return None
    return Threshold(found[0].value, found[0].percent, " ".join(text.split()))


def points_at_stake(finding: Finding) -> Decimal:
    """How far a percentage is off, in points; 0 where it is about none."""
    if not finding.difference or not ("%" in finding.stated + finding.expected or finding.family == "PCT"):
        return Decimal(0)
    found = tuple(figures_in(finding.difference, Spot(0)))
    return abs(found[0].value) if len(found) == 1 else Decimal(0)


class Agenda:
    """What is asked in which order. `standing` is kept up to date by whoever decides.

    `headings` gives the heading path of every block of the draft.
    """

    def __init__(
        self, findings: tuple[Finding, ...], standing: Standing, headings: Sequence[tuple[str, ...]] = ()
    ) -> None:
        self._places = {finding.id: place for place, finding in enumerate(findings)}
        self._points = {finding.id: points_at_stake(finding) for finding in findings}
        self.all = tuple(
            sorted(findings, key=lambda f: (f.severity.rank, -f.stake, -self._points[f.id], self._places[f.id]))
        )
        self.numbers = {finding.id: number for number, finding in enumerate(self.all, 1)}
        self._headings = headings
        self.standing = standing
        self.filter: Filter | None = None
        self.postponed: set[str] = set()
        """Ids of those put off in this sitting: not asked again by themselves."""
        self.ordering = Ordering.WORTH
        self.threshold: Threshold | None = None
        self.arrange(Ordering.WORTH, None)

    def arrange(self, ordering: Ordering, threshold: Threshold | None) -> None:
        """Ask in this order from now on, what is small last. The numbers stay."""
        self.ordering, self.threshold = ordering, threshold
        self.arranged = tuple(sorted(self.all, key=lambda f: (self.small(f), *self._rank(f))))
        self._at = {finding.id: at for at, finding in enumerate(self.arranged, 1)}

    def _rank(self, finding: Finding) -> tuple[str | int | Decimal, ...]:
        match self.ordering:
            case Ordering.RUPIAH:
                return (-finding.stake, self.numbers[finding.id])
            case Ordering.PLACE:
                return (self._places[finding.id],)
            case Ordering.KIND:
                return (finding.code, self.numbers[finding.id])
            case _:
                return (self.numbers[finding.id],)

    def small(self, finding: Finding) -> bool:
        """Whether what is at stake is known and lies below the threshold. What has no amount is never small."""
        limit = self.threshold
        if limit is None:
            return False
        stake = self._points[finding.id] if limit.percent else finding.stake
        return 0 < stake < limit.amount and (not limit.percent or not finding.stake or self._points[finding.id] > 0)

    def number(self, finding: Finding) -> int:
        """Its number from 1, the same under every filter and in every order."""
        return self.numbers[finding.id]

    def state(self, finding: Finding) -> FindingState:
        return self.standing.state(finding)

    def open(self, finding: Finding) -> bool:
        """Whether it is still to be decided."""
        return not self.state(finding).settled

    def shown(self, finding: Finding) -> bool:
        """Whether the filter lets it through."""
        return self.filter is None or self.meant(self.filter, finding)

    def meant(self, scope: Filter, finding: Finding) -> bool:
        """Whether a filter means this finding."""
        block = finding.location.spot.block
        headings = self._headings[block] if block < len(self._headings) else ()
        return (not scope.small or self.small(finding)) and scope.lets(finding, self.state(finding), headings)

    def within(self, scope: Filter) -> tuple[Finding, ...]:
        """All that a filter means, in the order of asking."""
        return tuple(finding for finding in self.arranged if self.meant(scope, finding))

    @property
    def order(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.arranged if self.shown(finding))

    @property
    def left(self) -> tuple[Finding, ...]:
        """Everything open, shown or not."""
        return tuple(finding for finding in self.arranged if self.open(finding))

    def next(self, after: Finding | None) -> Finding | None:
        """The next one that is open and shown, going round; small ones after the others, those put off in an earlier
        sitting last.

        It is the same one again only where that is alone; those put off in this sitting do not come.
        """
        start = self._at[after.id] if after else 0
        turned = (*self.arranged[start:], *self.arranged[:start])
        waiting = [f for f in turned if self.open(f) and f.id not in self.postponed and self.shown(f)]
        waiting.sort(key=lambda f: (self.state(f).decision is not None, self.small(f)))
        return next(iter(waiting), None)

    def before(self, current: Finding | None) -> Finding | None:
        """The shown one before, decided or not; the last one where none is in hand."""
        earlier = [f for f in self.order if current is None or self._at[f.id] < self._at[current.id]]
        return earlier[-1] if earlier else None

    def alike(self, finding: Finding) -> tuple[Finding, ...]:
        """The open ones of its code that are shown."""
        return tuple(f for f in self.arranged if f.code == finding.code and self.open(f) and self.shown(f))

    def of(self, ids: Iterable[str]) -> tuple[Finding, ...]:
        wanted = set(ids)
        return tuple(finding for finding in self.all if finding.id in wanted)
