"""The start screen: drafts opened lately, a path, the sample."""

from __future__ import annotations

import os
from pathlib import Path

from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.suggester import Suggester
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reviewer.app.bars import Key, KeyBar
from reviewer.app.clean import clean_line
from reviewer.app.recent import Recent, read_recent, recent_file
from reviewer.app.samples import sample
from reviewer.language import tr

_MOST_LOOKED_AT = 2000
"""Names of a folder that are looked through for a completion."""


class Paths(Suggester):
    """Completes the path being typed."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        return completed(value)


def completed(typed: str) -> str | None:
    """`typed` with the rest of the first file or folder that begins so; None where there is none."""
    if not typed:
        return None
    folder, begun = os.path.split(typed)
    names = []
    try:
        with os.scandir(os.path.expanduser(folder) or ".") as entries:
            for _, entry in zip(range(_MOST_LOOKED_AT), entries, strict=False):
                hidden = entry.name.startswith(".") and not begun.startswith(".")
                if entry.name.casefold().startswith(begun.casefold()) and not hidden:
                    names.append(entry.name + (os.sep if entry.is_dir() else ""))
    except (OSError, ValueError):
        return None
    exact = [name for name in names if name.startswith(begun)]
    found = min(exact or names, default=None)
    if found is None or not found.isprintable():
        return None
    return typed + found[len(begun) :] if exact else os.path.join(folder, found)


class PathInput(Input):
    """A path, completed with Tab."""

    BINDINGS = [Binding("tab", "complete", show=False)]

    def action_complete(self) -> None:
        if (found := completed(self.value)) is not None and found != self.value:
            self.value = found
            self.cursor_position = len(found)
        else:
            raise SkipAction


class StartScreen(Screen[None]):
    """Asks which draft to open."""

    BINDINGS = [Binding("escape", "app.quit", show=False), Binding("shift+tab", "app.focus_previous", show=False)]

    class Picked(Message):
        """A draft was chosen."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self, problem: str = "") -> None:
        super().__init__()
        self._problem = problem
        self._paths: list[Path] = []

    def compose(self) -> ComposeResult:
        with Vertical(id="start"):
            yield Static(Content("reviewer").stylize("bold $accent"), id="name")
            yield Static(
                tr("Memeriksa draf laporan kinerja dan membahas yang tidak cocok."), id="tagline", markup=False
            )
            yield PathInput(
                placeholder=tr("jalur draf: .docx .pdf .xlsx .txt .md .html .csv .yaml .json"),
                suggester=Paths(),
                id="path",
            )
            yield Static(Content(self._problem), id="problem")
            yield OptionList(id="choices", markup=False)
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        choices = self.query_one(OptionList)
        for recent in read_recent(recent_file()):
            self._paths.append(Path(recent.path))
            choices.add_option(Option(_line(recent)))
        if (found := sample()) is not None:
            self._paths.append(found)
            about = tr("laporan rekaan dengan kesalahan yang diketahui")
            choices.add_option(Option(Content.assemble((tr("Contoh"), "bold"), (f"\n{about}", "$ink-soft"))))
        choices.display = bool(self._paths)
        self.query_one("#problem").display = bool(self._problem)
        self.query_one(KeyBar).show(
            Key("Enter", tr("buka"), "open"),
            Key("Tab", tr("lengkapi / pindah"), "next"),
            Key("^P", tr("perintah"), "palette"),
            Key("^Q", tr("keluar"), "quit"),
        )
        has_recent = len(self._paths) > (1 if found is not None else 0)
        if has_recent:
            choices.highlighted = 0
        self.query_one(OptionList if has_recent else PathInput).focus()

    def on_key(self, event: events.Key) -> None:
        """Letters go to the path."""
        path = self.query_one(PathInput)
        if event.character is not None and event.character.isprintable() and self.focused is not path:
            event.stop()
            path.focus()
            path.insert_text_at_cursor(event.character)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._open(self._paths[event.option_index])

    @on(Input.Submitted)
    def action_open(self) -> None:
        typed = self.query_one(PathInput).value.strip().strip("\"'")
        if typed:
            self._open(Path(typed).expanduser())
        elif self._paths:
            self.query_one(OptionList).focus()

    def _open(self, path: Path) -> None:
        self.post_message(self.Picked(path))

    def action_next(self) -> None:
        self.focus_next()

    def action_palette(self) -> None:
        self.app.action_command_palette()

    async def action_quit(self) -> None:
        await self.app.action_quit()


def _line(recent: Recent) -> Content:
    path = Path(recent.path)
    told = tr("{decided} dari {total} diputuskan").format(decided=recent.decided, total=recent.total)
    about = f"  {clean_line(recent.title)}" if recent.title else ""
    return Content.assemble(
        (clean_line(path.name), "bold"), (f"{about}\n{told} · {clean_line(str(path.parent))}", "$ink-soft")
    )
