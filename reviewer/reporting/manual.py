"""The manual page of a check outside the terminal: as Markdown, and as plain text."""

from __future__ import annotations

from reviewer.checking.base import Check, Example
from reviewer.language import tr
from reviewer.reporting.markup import escaped, fenced
from reviewer.reporting.pages import draft_lines, paragraphs
from reviewer.reporting.safe import visible
from reviewer.reporting.told import say, severity_name


def markdown_page(check: Check, head: bool = True) -> str:
    """Title (with `head`), docs, reason, and an example of each kind."""
    parts = [f"## {escaped(check.code)} {escaped(say(check.title))}", _told(check)] if head else [_told(check)]
    for paragraph in paragraphs(check.docs):
        first, *items = paragraph.split("\n")
        parts.append("\n".join([escaped(first) if not _item(first) else _listed(first), *map(_listed, items)]))
    if reason := " ".join(paragraphs(check.reason)):
        parts.append(tr("Dasar: {reason}").format(reason=escaped(reason)))
    if check.good:
        parts.append(_example(tr("Contoh yang benar"), check.good[0]))
    if check.bad:
        parts.append(_example(tr("Contoh yang keliru"), check.bad[0]))
    return "\n\n".join(parts) + "\n"


def plain_page(check: Check) -> str:
    """Docs and reason."""
    reason = " ".join(paragraphs(check.reason))
    return "\n\n".join([*paragraphs(check.docs), *([tr("Dasar: {reason}").format(reason=reason)] if reason else [])])


def _told(check: Check) -> str:
    told = tr("nama {name}; tingkat {severity}")
    return told.format(name=f"`{visible(check.name)}`", severity=severity_name(check.severity))


def _item(line: str) -> bool:
    return line.startswith(("- ", "* "))


def _listed(line: str) -> str:
    return f"- {escaped(line[2:])}" if _item(line) else escaped(line)


def _example(title: str, example: Example) -> str:
    lines = [f"{title}:", "", *fenced("\n".join(draft_lines(example.draft)))]
    if example.finds:
        lines += ["", tr("ditemukan: {text}").format(text=escaped(example.finds))]
    return "\n".join(lines)
