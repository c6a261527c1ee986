"""Where the reviewer types. Digits in an empty prompt are answers, everything else is words.

Each key is dealt with before the next is looked at, however fast they come: a digit or Enter changes what the keys after
it mean, and a reason must neither lose its beginning nor run on into the next finding.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

from reviewer.app.clean import clean_line
from reviewer.reviewing import Command
from reviewer.reviewing.hearing import LONGEST

MOST_REMEMBERED = 100


class Commands(Suggester):
    """Completes a slash command."""

    def __init__(self, commands: tuple[Command, ...]) -> None:
        super().__init__(use_cache=False)
        self.commands = commands

    def matching(self, text: str) -> tuple[Command, ...]:
        """Commands that begin with what was typed after the slash; none once an argument is being typed."""
        if not text.startswith("/") or " " in text:
            return ()
        return tuple(c for c in self.commands if c.name.startswith(text[1:].casefold()))

    async def get_suggestion(self, value: str) -> str | None:
        matching = self.matching(value)
        return f"/{matching[0].name}" if matching and value != "/" else None


class Prompt(Input):
    """One line to the conversation, with history on the arrows while text is being typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "earlier", show=False),
        Binding("down", "later", show=False),
        Binding("tab", "complete", show=False),
        Binding("escape", "leave", show=False),
    ]

    class Step(Message):
        """An arrow was pressed in an empty prompt."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    class Left(Message):
        """Escape was pressed in an empty prompt."""

    def __init__(
        self,
        commands: tuple[Command, ...],
        is_answer: Callable[[str], bool],
        answer: Callable[[str], Awaitable[None]],
        send: Callable[[], Awaitable[None]],
        *,
        id: str | None = None,
    ) -> None:
        """`is_answer` tells whether a character typed first acts at once, `answer` does it; `send` takes what is typed."""
        self.completing = Commands(commands)
        super().__init__(id=id, compact=True, suggester=self.completing, select_on_focus=False)
        self._is_answer = is_answer
        self._answer = answer
        self._send = send
        self._said: list[str] = []
        self._back = 0
        """How many lines back in what was said the prompt stands."""

    async def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self._send()
        elif event.character is not None and self._is_answer(event.character):
            event.stop()
            event.prevent_default()
            await self._answer(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """Words pasted from a document come on one line."""
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(clean_line(" ".join(event.text[:LONGEST].split())))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        if character is not None and self._is_answer(character):
            return False
        return super().check_consume_key(key, character)

    def take(self) -> str:
        """What was typed, which is remembered; the prompt is empty afterwards."""
        text = self.value.strip()
        if text and self._said[-1:] != [text]:
            self._said = [*self._said, text][-MOST_REMEMBERED:]
        self._back = 0
        self.clear()
        return text

    def action_earlier(self) -> None:
        self._recall(1) if self.value else self.post_message(self.Step(-1))

    def action_later(self) -> None:
        self._recall(-1) if self.value else self.post_message(self.Step(1))

    def _recall(self, by: int) -> None:
        back = min(max(self._back + by, 0), len(self._said))
        if back != self._back:
            self._back = back
            self.value = self._said[-back] if back else ""
            self.cursor_position = len(self.value)

    def action_complete(self) -> None:
        if matching := self.completing.matching(self.value):
            command = matching[0]
            self.value = f"/{command.name} " if command.argument else f"/{command.name}"
            self.cursor_position = len(self.value)
        else:
            raise SkipAction

    def action_leave(self) -> None:
        if self.value:
            self._back = 0
            self.clear()
        else:
            self.post_message(self.Left())
