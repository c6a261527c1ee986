"""What the command palette offers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.app import SystemCommand

from reviewer.app.review import ReviewScreen
from reviewer.language import tr
from reviewer.reviewing import commands


def of_review(screen: ReviewScreen) -> Iterator[SystemCommand]:
    """Every command of the conversation, the panels, and help."""
    for command in commands():
        said = f"/{command.name}"
        if command.argument:
            yield SystemCommand(f"{said} {command.argument}", command.summary, partial(screen.begin, f"{said} "))
        else:
            yield SystemCommand(said, command.summary, partial(screen.say, said))
    panels = {"talk": tr("Percakapan"), "draft": tr("Draf"), "list": tr("Daftar temuan")}
    for view, name in panels.items():
        yield SystemCommand(name, tr("Pindah ke panel ini"), partial(screen.action_view, view))
    yield SystemCommand(tr("Bantuan"), tr("Tombol, tanda dan perintah"), screen.action_help)
