"""What is decided: the events of a journal laid over the findings of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.model import Decision, Finding
from reviewer.reviewing.matching import Fate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.reviewing.events import Event
    from reviewer.reviewing.journal import Journal


@dataclass(frozen=True, slots=True)
class FindingState:
    """How a finding stands."""

    fate: Fate = Fate.NEW
    decision: Decision | None = None
    """In force for these very figures: one's own, else the latest of a trusted person."""
    previous: Decision | None = None
    """What was decided when it had other figures, or "sudah diperbaiki" said of an earlier draft; it is asked again."""
    previous_content: tuple[str, ...] = ()
    others: tuple[Decision, ...] = ()
    """Decisions of people who are not trusted: shown, not obeyed."""
    notes: tuple[Event, ...] = ()
    """Notes (catatan), everyone's, oldest first."""
    responses: tuple[Event, ...] = ()
    """The author's responses (tanggapan), oldest first."""

    @property
    def settled(self) -> bool:
        """True where it need not be asked again."""
        return self.decision is not None and self.decision.settled

    @property
    def changed(self) -> bool:
        return self.fate is Fate.CHANGED

    @property
    def still_there(self) -> bool:
        """True where it was said to be mended and is found again unchanged."""
        return self.fate is Fate.SAME and self.previous is not None


@dataclass(frozen=True, slots=True)
class Standing:
    """How every finding of a run stands."""

    states: Mapping[str, FindingState]
    """By finding id."""
    gone: tuple[Event, ...] = ()
    """The deciding events of findings that are no longer found."""
    added: tuple[Event, ...] = ()
    """Findings added by hand (temuan), oldest first."""

    def state(self, finding: Finding) -> FindingState:
        return self.states.get(finding.id, FindingState())

    def decision(self, finding: Finding) -> Decision | None:
        """The decision in force, or None."""
        return self.state(finding).decision


def standing(findings: Sequence[Finding], journal: Journal, draft: str, aliases: Mapping[str, str] | None = None) -> Standing:
    """Lay the journal over the findings of a run on the draft with this sha256."""
    raise NotImplementedError
