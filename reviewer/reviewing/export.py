"""The summary that /export writes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.reviewing.messages import Message

if TYPE_CHECKING:
    from reviewer.model import Examination
    from reviewer.reviewing.conversation import Conversation
    from reviewer.reviewing.standing import Standing


class ExportRefused(Exception):
    """The file there is not one that this program wrote, or was edited since."""


def summary_markdown(examination: Examination, standing: Standing, *, who: str, when: datetime) -> str:
    """The review of a draft as Markdown: identity, counts, decisions with reasons, open findings, what was not checked."""
    raise NotImplementedError


def write_summary(path: Path, text: str, *, overwrite: bool = False) -> None:
    """Write a summary whole or not at all.

    Raises `ExportRefused` where the file there is not ours or was edited, `OSError` where it cannot be written.
    """
    raise NotImplementedError


def deliver(conversation: Conversation, message: Message) -> tuple[Message, ...]:
    """Write what an EXPORT message asks for; returns what to say: where it lies, or a question before overwriting."""
    raise NotImplementedError
