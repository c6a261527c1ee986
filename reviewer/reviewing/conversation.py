"""The conversation about a draft: text in, messages out.

A state machine without screen and without files; the journal it is given is all that it changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from reviewer.model import Examination, Finding
from reviewer.reviewing.journal import Journal, now
from reviewer.reviewing.messages import Message
from reviewer.reviewing.standing import FindingState, Standing


@dataclass(frozen=True, slots=True)
class Progress:
    """How many findings are settled, of how many."""

    decided: int
    total: int


class Conversation:
    """Leads a reviewer through the findings of one draft.

    Faces call `open()` once and `hear(text)` for each answer, show the messages returned, and read the properties
    afterwards. An EXPORT message is handed to `deliver(conversation, message)`, whose messages are shown too.
    """

    def __init__(
        self,
        examination: Examination,
        journal: Journal,
        *,
        aliases: Mapping[str, str] | None = None,
        clock: Callable[[], datetime] = now,
    ) -> None:
        raise NotImplementedError

    examination: Examination
    journal: Journal

    def open(self) -> tuple[Message, ...]:
        """The greeting (what was read, how many findings, how far one was) and the first open finding."""
        raise NotImplementedError

    def hear(self, text: str) -> tuple[Message, ...]:
        """Answer what the reviewer typed, pressed or chose. A decision is in the journal before its message is returned."""
        raise NotImplementedError

    def go(self, finding: Finding) -> tuple[Message, ...]:
        """Put this finding before the reviewer: it was chosen from a list. Drops a question that waits for an answer."""
        raise NotImplementedError

    @property
    def current(self) -> Finding | None:
        """The finding that is before the reviewer."""
        raise NotImplementedError

    @property
    def all(self) -> tuple[Finding, ...]:
        """Every finding in asking order: errors first, then by rupiah at stake, then by place."""
        raise NotImplementedError

    @property
    def order(self) -> tuple[Finding, ...]:
        """Those of `all` that the filter in force ("hanya error") lets through."""
        raise NotImplementedError

    @property
    def filter(self) -> str:
        """The filter in force in words, "" without one."""
        raise NotImplementedError

    def number(self, finding: Finding) -> int:
        """Its number in asking order, from 1; the same under every filter ("ke 5")."""
        raise NotImplementedError

    @property
    def standing(self) -> Standing:
        raise NotImplementedError

    def state(self, finding: Finding) -> FindingState:
        """How a finding stands: decision, others' decisions, whether it changed."""
        raise NotImplementedError

    @property
    def progress(self) -> Progress:
        """Settled findings of all, whatever the filter."""
        raise NotImplementedError

    @property
    def expects(self) -> str:
        """What the prompt is waiting for: "" a command, "text" free text (a reason, a note), "yes-no"."""
        raise NotImplementedError
