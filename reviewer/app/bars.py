"""The single lines around the panels: what is reviewed and how far, which view, which keys."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from reviewer.app.clean import clean_line, shortened
from reviewer.language import tr

_BAR = 16


class Masthead(Static):
    """Title of the draft at the left, progress at the right."""

    def __init__(self, title: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = clean_line(title)
        self._decided, self._total = 0, 0

    def progress(self, decided: int, total: int) -> None:
        """Show so many findings decided."""
        self._decided, self._total = decided, total
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        self._draw()

    def _draw(self) -> None:
        width = self.content_region.width
        decided, total = self._decided, self._total
        told = tr("{decided} dari {total} diputuskan").format(decided=decided, total=total)
        bar = width >= 2 * _BAR + len(told)
        full = round(_BAR * decided / total) if total else 0
        right = Content.assemble(
            ("━" * full if bar else "", "$success"),
            ("─" * (_BAR - full) if bar else "", "$panel"),
            f" {told}" if total else "",
        )
        room = max(width - right.cell_length - 12, 4)
        left = Content.assemble(("reviewer", "bold $accent"), "  ", shortened(self._title, room))
        self.update(left.pad_right(max(width - left.cell_length - right.cell_length, 1)) + right, layout=False)


class ViewTabs(Static):
    """The views of a narrow screen."""

    class Chosen(Message):
        def __init__(self, view: str) -> None:
            super().__init__()
            self.view = view

    def show(self, view: str) -> None:
        names = {"talk": tr("Percakapan"), "draft": tr("Draf"), "list": tr("Temuan")}
        tabs = [
            Content(f" {name} ")
            .stylize("bold reverse" if key == view else "$ink-soft")
            .stylize(Style.from_meta({"@click": f"choose('{key}')"}))
            for key, name in names.items()
        ]
        hint = Content(tr("  Tab: pindah tampilan")).stylize("$ink-soft")
        self.update(Content(" ").join(tabs) + hint, layout=False)

    def action_choose(self, view: str) -> None:
        self.post_message(self.Chosen(view))


@dataclass(frozen=True, slots=True)
class Key:
    """A key as the bar shows it. `action` is the screen's."""

    key: str
    label: str
    action: str


class KeyBar(Static):
    """The usual keys, as many as fit; each can be clicked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys: tuple[Key, ...] = ()

    def show(self, *keys: Key) -> None:
        """Show these keys, the least needed last."""
        if keys != self._keys:
            self._keys = keys
            self._draw()

    def on_resize(self, event: events.Resize) -> None:
        self._draw()

    def _draw(self) -> None:
        room = self.content_region.width
        shown: list[Content] = []
        for key in self._keys:
            room -= cell_len(key.key) + cell_len(key.label) + 3
            if room < 0:
                break
            part = Content.assemble((key.key, "bold $accent"), f" {key.label}")
            shown.append(part.stylize(Style.from_meta({"@click": f"screen.{key.action}"})))
        self.update(Content("  ").join(shown), layout=False)
