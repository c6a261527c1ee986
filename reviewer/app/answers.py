"""The usual answers, numbered: a digit or a click gives one."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from reviewer.app.clean import clean_line
from reviewer.reviewing import Choice

DIGITS = tuple("123456789")


class Answers(Static):
    """The choices open to the reviewer."""

    class Given(Message):
        """An answer was clicked."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.choices: tuple[Choice, ...] = ()
        self._numbered = True
        self._lines = 0

    def offer(self, choices: Sequence[Choice], numbered: bool = True) -> None:
        """Show these choices; without numbers where digits are text."""
        self.choices = tuple(choices[:9])
        self._numbered = numbered
        self.display = bool(self.choices)
        self._flow()

    def on_resize(self, event: events.Resize) -> None:
        self._flow()

    def _flow(self) -> None:
        """Set the chips in as many lines as they need; a chip is never broken."""
        room = self.content_region.width or self.app.size.width
        lines: list[list[Content]] = [[]]
        used = 0
        for number, choice in enumerate(self.choices, 1):
            chip = Content.assemble(
                (f" {number} " if self._numbered else " ", "bold $accent on $chip"),
                (f"{clean_line(choice.label)} ", "$foreground on $chip"),
            )
            if lines[-1] and used + chip.cell_length + 1 > room:
                lines.append([])
                used = 0
            used += chip.cell_length + 1
            lines[-1].append(chip.stylize(Style.from_meta({"@click": f"give({number})"})))
        taller = len(lines) != self._lines
        self._lines = len(lines)
        self.update(Content("\n").join(Content(" ").join(line) for line in lines), layout=taller)

    def choice(self, digit: str) -> Choice | None:
        """The choice with this number."""
        number = int(digit) if self._numbered and digit in DIGITS else 0
        return self.choices[number - 1] if 0 < number <= len(self.choices) else None

    def action_give(self, number: int) -> None:
        self.post_message(self.Given(self.choices[number - 1]))
