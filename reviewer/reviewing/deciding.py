"""What one sitting writes down: decisions, notes, and taking them back and forth."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from reviewer.model import Finding
from reviewer.reviewing.events import Entry, Event, EventKind
from reviewer.reviewing.journal import Journal
from reviewer.reviewing.matching import Key
from reviewer.reviewing.own import OwnPlace
from reviewer.reviewing.standing import Standing, in_force


class Sheet:
    """The stroke of the pen: every method writes to the journal first and raises `JournalError` where that fails."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.done: list[str] = []
        """What this sitting decided and did not take back: ids of events or of batches, the latest last."""
        self.undone: list[str] = []
        """Ids of the undo events that can be taken back in turn."""

    def decide(self, kind: EventKind, findings: Sequence[Finding], text: str, standing: Standing) -> tuple[Event, ...]:
        """A verdict, note or response about these findings, at one stroke."""
        batch = secrets.token_hex(6) if len(findings) > 1 else ""
        entries = [
            Entry.about(kind, finding, text, self._replaced(finding, standing) if kind.verdict else "", batch)
            for finding in findings
        ]
        return self._written(self.journal.append(*entries), batch)

    def add(self, text: str, own: OwnPlace | None = None) -> tuple[Event, ...]:
        """A finding added by hand, about a place of the draft where one was pointed at."""
        entry = Entry(EventKind.ADDED, text=text)
        if own is not None:
            entry = replace(entry, anchor=own.anchor, content=(own.quote,), label=own.label)
        return self._written(self.journal.append(entry), "")

    def last(self) -> Event | None:
        """One's own latest event that is in force, of whatever sitting."""
        mine = [event for event in in_force(self.journal.events) if self.journal.mine(event.who)]
        return mine[-1] if mine else None

    def undo(self, target: str) -> tuple[Event, ...]:
        """Take back an event or batch; returns the events taken back."""
        (event,) = self.journal.append(Entry(EventKind.UNDO, undoes=target))
        if target in self.done:
            self.done.remove(target)
        self.undone.append(event.id)
        return self._under(target)

    def redo(self) -> tuple[Event, ...]:
        """Take back the latest undo; returns the events that are in force again."""
        undo = next(event for event in self.journal.events if event.id == self.undone[-1])
        self.journal.append(Entry(EventKind.UNDO, undoes=undo.id))
        self.undone.pop()
        self.done.append(undo.entry.undoes)
        return self._under(undo.entry.undoes)

    def _written(self, events: tuple[Event, ...], batch: str) -> tuple[Event, ...]:
        self.done.append(batch or events[0].id)
        self.undone.clear()
        return events

    def _under(self, target: str) -> tuple[Event, ...]:
        return tuple(event for event in self.journal.events if target in (event.id, event.entry.batch))

    def _replaced(self, finding: Finding, standing: Standing) -> str:
        """One's own decision on this finding when it stood elsewhere or had other figures."""
        state = standing.state(finding)
        decision = state.decision or state.previous
        if decision is None or not self.journal.mine(decision.who):
            return ""
        old = next(event for event in self.journal.events if event.id == decision.event)
        return decision.event if Key.of(old.entry) != Key.of(finding) else ""
