"""What is decided: the events of a journal laid over the findings of a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewer.model import Decision, Finding
from reviewer.reviewing.events import Event, EventKind
from reviewer.reviewing.journal import Journal
from reviewer.reviewing.matching import Fate, Key, Match, match


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


_NEW = FindingState()


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


def standing(
    findings: Sequence[Finding], journal: Journal, draft: str, aliases: Mapping[str, str] | None = None
) -> Standing:
    """Lay the journal over the findings of a run on the draft with this sha256."""
    events = in_force(journal.events)
    threads = _threads(events)
    matching = match([Key.of(finding) for finding in findings], threads, aliases)
    states = {
        finding.id: _state(matched, threads[matched.past], journal, draft) if matched.past else _NEW
        for finding, matched in zip(findings, matching.matches, strict=True)
    }
    gone = (_deciding(threads[key], journal) for key in matching.gone)
    added = tuple(event for event in events if event.kind is EventKind.ADDED)
    return Standing(states, tuple(event for event in gone if event), added)


def in_force(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that were not undone. One undoes one's own only; an undo can be undone."""
    known = tuple(events)
    undone: set[str] = set()
    for event in reversed(known):
        if event.kind is EventKind.UNDO and event.entry.undoes and event.id not in undone:
            targets = (e for e in known if event.entry.undoes in (e.id, e.entry.batch) and e.who == event.who)
            undone |= {target.id for target in targets}
    return tuple(event for event in known if event.id not in undone and event.kind is not EventKind.UNDO)


def _threads(events: tuple[Event, ...]) -> dict[Key, list[Event]]:
    """The events of each finding ever decided, the latest decided last.

    A decision that its maker replaced when the finding had moved or changed is dropped with its key; what else was
    said under that key goes along to the new one.
    """
    by_id = {event.id: event for event in events}
    moved: dict[Key, Key] = {}
    dropped: set[str] = set()
    for event in events:
        old = by_id.get(event.entry.replaces)
        if old and old.who == event.who:
            dropped.add(old.id)
            moved[Key.of(old.entry)] = Key.of(event.entry)
    about = [event for event in events if event.kind is not EventKind.ADDED and event.id not in dropped]
    judged = {Key.of(event.entry) for event in about if event.kind.verdict}
    threads: dict[Key, list[Event]] = {}
    for event in about:
        key = Key.of(event.entry)
        seen = {key}
        while key not in judged and key in moved and moved[key] not in seen:
            key = moved[key]
            seen.add(key)
        threads[key] = [*threads.pop(key, []), event]
    return threads


def _state(matched: Match, thread: list[Event], journal: Journal, draft: str) -> FindingState:
    """How a finding with this thread of events stands."""
    notes = tuple(event for event in thread if event.kind is EventKind.NOTE)
    deciding = _deciding(thread, journal)
    decided = _decision(deciding, notes) if deciding else None
    latest = {event.who: event for event in thread if event.kind.verdict}
    others = tuple(_decision(event, ()) for who, event in latest.items() if not journal.obeys(who))
    still_there = deciding is not None and deciding.kind is EventKind.FIXED and deciding.draft != draft
    asked_again = matched.fate is Fate.CHANGED or still_there
    return FindingState(
        fate=matched.fate,
        decision=None if asked_again else decided,
        previous=decided if asked_again else None,
        previous_content=deciding.entry.content if deciding and matched.fate is Fate.CHANGED else (),
        others=others,
        notes=notes,
        responses=tuple(event for event in thread if event.kind is EventKind.RESPONSE),
    )


def _deciding(thread: list[Event], journal: Journal) -> Event | None:
    """The verdict in force: one's own latest, else the latest of those trusted."""
    verdicts = [event for event in thread if event.kind.verdict and journal.obeys(event.who)]
    own = [event for event in verdicts if journal.mine(event.who)]
    return next(reversed(own or verdicts), None)


def _decision(event: Event, notes: tuple[Event, ...]) -> Decision:
    verdict = event.kind.verdict
    assert verdict is not None
    note = notes[-1].entry.text if notes else ""
    return Decision(verdict, event.entry.text, event.who, event.when, event.id, note)
