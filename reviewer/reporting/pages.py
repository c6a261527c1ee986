"""The manual page of a check, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from rich.cells import cell_len
from rich.text import Text

from reviewer.checking.base import Check, Example
from reviewer.language import current, tr
from reviewer.model import Severity, Words
from reviewer.reporting.paper import Paper
from reviewer.reporting.safe import visible, visible_keeping
from reviewer.reporting.squeeze import fitted, numeric
from reviewer.reporting.told import say, severity_name


def manual(check: Check, paper: Paper) -> None:
    """Print title, reason, docs, and an example of each kind."""
    paper.rule(f"{check.code} {say(check.title)}", "section")
    told = tr("nama {name}; tingkat {severity}")
    paper.say(told.format(name=visible(check.name), severity=severity_name(check.severity)), "label")
    paper.blank()
    for paragraph in paragraphs(check.docs):
        paper.say(paragraph)
        paper.blank()
    if reason := " ".join(paragraphs(check.reason)):
        paper.say(tr("Dasar: {reason}").format(reason=reason))
        paper.blank()
    if check.good:
        _example(tr("Contoh yang benar"), "verified", check.good[0], paper)
    if check.bad:
        _example(tr("Contoh yang keliru"), "error", check.bad[0], paper)


def _example(title: str, style: str, example: Example, paper: Paper) -> None:
    paper.say(title, style)
    for line in draft_lines(example.draft):
        if cell_len(line) + 4 <= paper.width:
            paper.whole(Text(line), indent=4)
        else:
            paper.say(line, indent=4)
    if example.finds:
        paper.say(tr("ditemukan: {text}").format(text=visible(example.finds)), style, indent=4)
    paper.blank()


def draft_lines(draft: str) -> Iterator[str]:
    """The lines of a small draft, its tab-separated tables drawn as columns."""
    lines = draft.strip("\n").split("\n")
    for tabbed, block in groupby(lines, key=lambda line: "\t" in line):
        if not tabbed:
            yield from map(visible_keeping, block)
            continue
        rows = [[visible(cell) for cell in line.split("\t")] for line in block]
        widths = [max(map(cell_len, column)) for column in zip_longest(*rows, fillvalue="")]
        for row in rows:
            cells = zip(row, widths, strict=False)
            yield "  ".join(fitted(cell, width, right=n > 0 and numeric(cell)) for n, (cell, width) in enumerate(cells))


def listing(checks: Sequence[Check], paper: Paper) -> None:
    """Print a line for every check, families apart."""
    codes, names, severities = (
        max((cell_len(text) for text in texts), default=0)
        for texts in (
            [c.code for c in checks],
            [c.name for c in checks],
            [severity_name(severity) for severity in Severity],
        )
    )
    for family, members in groupby(checks, key=lambda c: c.family):
        if family != checks[0].family:
            paper.blank()
        for check in members:
            head = Text.assemble(
                (check.code.ljust(codes), check.severity.value),
                f"  {visible(check.name).ljust(names)}  ",
                (severity_name(check.severity).ljust(severities), check.severity.value),
                "  ",
            )
            paper.entry(head, Text(say(check.title)))
    paper.blank()
    paper.say(tr("{count} pemeriksaan. Penjelasan: reviewer explain KODE").format(count=len(checks)), "label")


def paragraphs(words: Words) -> list[str]:
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
