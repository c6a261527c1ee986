"""What the conversation says: plain text with structure beside it, for a face to render."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviewer.model import Finding, Spot


class MessageKind(StrEnum):
    """What a message is, so that a face can give it its own look or act on it."""

    SAY = "say"
    FINDING = "finding"
    """A finding is put before the reviewer: `finding`, `spot`, `choices`."""
    ASK = "ask"
    """The conversation waits for an answer: a reason, a note, yes or no. `choices` are the usual answers."""
    ANSWER = "answer"
    """A decision was written down; `finding` is the one decided (None for several at once)."""
    EXPLAIN = "explain"
    """Why a finding is one: its worked calculation and rule."""
    WARN = "warn"
    """Not understood, not possible, not saved."""
    HELP = "help"
    LIST = "list"
    """Findings (`findings`) or places of the draft (`hits`) to choose from."""
    SUMMARY = "summary"
    GOTO = "goto"
    """The draft is to be shown at `spot`."""
    THEME = "theme"
    """The face takes these colours: `setting` is "dark", "light" or "contrast"; one without colours says so instead."""
    LANGUAGE = "language"
    """Everything is said in another language from now on: a face sets its own words anew."""
    EXPORT = "export"
    """The face writes `body`: hand the message to `reviewer.reviewing.deliver`."""
    QUIT = "quit"
    """The face says `text` and ends."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A usual answer. Its number is its position in `Message.choices`, from 1."""

    key: str
    """One letter (lower case) that gives it too, unique within a message; "" where only the number does."""
    label: str
    """What a button shows."""
    says: str
    """What pressing it says to `Conversation.hear`."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place of the draft that was searched for."""

    spot: Spot
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Message:
    """One thing said. `text` is plain (no markup, control characters made visible) and says all; choices come beside it."""

    kind: MessageKind
    text: str
    choices: tuple[Choice, ...] = ()
    finding: Finding | None = None
    spot: Spot | None = None
    """The place of the draft to show."""
    findings: tuple[Finding, ...] = ()
    hits: tuple[Hit, ...] = ()
    path: str = ""
    """EXPORT: where to write; "" is the usual place."""
    body: str = ""
    """EXPORT: the Markdown."""
    form: str = ""
    """EXPORT: the format asked for, "xlsx"; "" is Markdown."""
    setting: str = ""
    """THEME: the colours."""
    overwrite: bool = False
    """EXPORT: the reviewer agreed that a file of another origin is replaced."""

    @property
    def plain(self) -> str:
        """The text with its choices numbered below, for a face that has no buttons."""
        lines = [self.text] if self.text else []
        for n, choice in enumerate(self.choices, 1):
            lines.append(f"  {n}. {choice.label} [{choice.key}]" if choice.key else f"  {n}. {choice.label}")
        return "\n".join(lines)
