"""The manual page of a check, and the list of all."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from reviewer.checking.base import Check, Example
from reviewer.language import current, tr
from reviewer.model import Severity, Words
from reviewer.reporting.safe import visible, visible_keeping


def severity_name(severity: Severity) -> str:
    return {
        Severity.ERROR: tr("kesalahan"),
        Severity.WARNING: tr("peringatan"),
        Severity.INFO: tr("catatan"),
    }[severity]


def manual(check: Check, console: Console) -> None:
    """Print title, reason, docs, and an example of each kind."""
    head = Text(check.code, style=check.severity.value)
    head.append(f"  {visible(check.name)}", style="section")
    head.append(f"  {severity_name(check.severity)}", style="label")
    console.print(head)
    console.print(Text(_say(check.title), style="section"))
    console.print()
    for paragraph in _paragraphs(check.docs):
        console.print(Text(paragraph))
        console.print()
    if reason := " ".join(_paragraphs(check.reason)):
        console.print(Text(tr("Dasar: {reason}").format(reason=reason)))
        console.print()
    for title, style, examples in (
        (tr("Contoh yang benar"), "verified", check.good),
        (tr("Contoh yang keliru"), "error", check.bad),
    ):
        if examples:
            _example(title, style, examples[0], console)


def _example(title: str, style: str, example: Example, console: Console) -> None:
    console.print(Text(title, style=style))
    lines = visible_keeping(example.draft.strip("\n"))
    console.print(Padding(Text(lines), (0, 0, 0, 4)))
    if example.finds:
        console.print(
            Padding(Text(tr("ditemukan: {text}").format(text=visible(example.finds)), style=style), (0, 0, 0, 4))
        )
    console.print()


def listing(checks: Sequence[Check], console: Console) -> None:
    """Print a line for every check, families apart."""
    grid = Grid.grid(padding=(0, 2))
    for _ in range(3):
        grid.add_column(no_wrap=True)
    grid.add_column()
    family = ""
    for check in checks:
        if family and family != check.family:
            grid.add_row()
        family = check.family
        style = check.severity.value
        grid.add_row(
            Text(check.code, style=style), visible(check.name), Text(severity_name(check.severity), style=style),
            Text(_say(check.title)),
        )  # fmt: skip
    console.print(grid)
    console.print()
    text = tr("{count} pemeriksaan. Penjelasan: reviewer explain KODE").format(count=len(checks))
    console.print(Text(text, style="label"))


def _paragraphs(words: Words) -> list[str]:
    """Docs are written in source, indented and wrapped: lines of one paragraph are joined, lists keep their lines."""
    paragraphs: list[str] = []
    for block in words.of(current()).strip().split("\n\n"):
        lines = [visible(line) for line in block.splitlines() if line.strip()]
        joined = ""
        for line in lines:
            joined += ("\n" if line.startswith(("- ", "* ")) else " ") + line if joined else line
        if joined:
            paragraphs.append(joined)
    return paragraphs


def _say(words: Words) -> str:
    return visible(words.of(current()))
