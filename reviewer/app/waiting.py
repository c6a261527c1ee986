"""What is shown while a draft is being read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from reviewer.app.clean import clean_line
from reviewer.app.loading import Loading, stage_name
from reviewer.language import tr

TICK = 1 / 8
_BAR = 32
"""Cells of the bar that tells how far it is."""
_SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"


class WaitingScreen(Screen[None]):
    """Names each stage as it is reached."""

    BINDINGS = [Binding("escape", "app.quit", show=False)]

    class Done(Message):
        """The draft was read, or cannot be."""

        def __init__(self, opening: Loading) -> None:
            super().__init__()
            self.opening = opening

    def __init__(self, opening: Loading) -> None:
        super().__init__()
        self._opening = opening
        self._ticks = 0

    def compose(self) -> ComposeResult:
        with Vertical(id="waiting"):
            yield Static(Content(clean_line(self._opening.path.name)).stylize("bold"))
            yield Static(id="stages")
            yield Static(Content(tr("Esc membatalkan")).stylize("$ink-soft"))

    def on_mount(self) -> None:
        self._timer = self.set_interval(TICK, self._tick)
        self._tick()

    def _tick(self) -> None:
        if self._opening.done:
            self._timer.stop()
            self.post_message(self.Done(self._opening))
            return
        at = Loading.STAGES.index(self._opening.stage)
        lines = []
        for index, stage in enumerate(Loading.STAGES):
            sign = "✓" if index < at else _SPINNER[self._ticks % len(_SPINNER)] if index == at else " "
            style = "$success" if index < at else "bold" if index == at else "$ink-soft"
            lines.append(Content(f"{sign} {stage_name(stage)}").stylize(style))
        full = round(_BAR * (at + 0.5) / len(Loading.STAGES))
        bar = Content.assemble(
            ("━" * full, "$success"), ("─" * (_BAR - full), "$panel"), f"  {stage_name(self._opening.stage)}"
        )
        self.query_one("#stages", Static).update(Content("\n").join([bar, Content(""), *lines]))
        self._ticks += 1
