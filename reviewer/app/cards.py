"""What the conversation says, as content for the screen. Words of a draft are data here, never markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.content import Content
from textual.style import Style

from reviewer.app.clean import clean, clean_line, shortened
from reviewer.app.layout import wrap
from reviewer.app.signs import SEVERITY_SIGNS, state_sign
from reviewer.language import tr
from reviewer.model import Examination, Finding, Severity
from reviewer.reporting.excerpt import excerpt
from reviewer.reviewing import Command, Conversation, FindingState, Message
from reviewer.reviewing.names import say, severity_name, where
from reviewer.reviewing.overview import LISTED
from reviewer.reviewing.presenting import cause_text, state_lines

MUTED = "$ink-soft"
_LEAD = re.compile(r" *(?:[-•] |\d{1,3}\. )?")
PASSAGE = 40
"""Characters beyond which what is marked is read, not looked at: it is made bold rather than reversed."""
MOST_PLACES = 6
"""Places of a group that are listed; the draft marks them all."""
FLUSH = 28
"""Figures shorter than this stand under one another, flush right."""
_COLOURS = {Severity.ERROR: "$error", Severity.WARNING: "$warning", Severity.INFO: "$primary"}
_EXCERPT_STYLES = {"cited": "underline", "head": MUTED, "gutter": MUTED, "label": MUTED}


def finding_card(
    examination: Examination, finding: Finding, state: FindingState, number: int, total: int, width: int, low: bool
) -> Content:
    """A finding put before the reviewer, for a column `width` cells wide; on a `low` screen said in fewer lines."""
    parts = [
        _head(finding, number, total),
        _line(where(finding.location), "$primary"),
        *_gap(low),
        _line(say(finding.message), "bold"),
    ]
    if rows := excerpt(examination.report, finding, width, carets=False):
        parts += [*_gap(low), *(_from_rich(row, finding) for row in rows)]
    if facts := [*_figures(finding, width if low else 0), *_reasons(finding, width, low)]:
        parts += [*_gap(low), *facts]
    if finding.group:
        parts += [*_gap(low), *_places(finding)]
    told = [line for line in (cause_text(examination, finding), *state_lines(state)) if line]
    if told:
        parts += [*_gap(low), *(_line(line, "$accent") for line in told)]
    return stacked(parts)


def _gap(low: bool) -> list[Content]:
    return [] if low else [Content("")]


def past_card(finding: Finding, number: int, width: int) -> Content:
    """A finding that was before the reviewer earlier, on one line."""
    told = f"{SEVERITY_SIGNS[finding.severity]} {number}  {say(finding.location.label)}"
    return Content(shortened(clean_line(told), width)).stylize(MUTED)


def brief(finding: Finding, number: int) -> Content:
    """A finding in a line or two, for where the conversation is folded away."""
    head = f"{SEVERITY_SIGNS[finding.severity]} {number} "
    return Content.assemble((head, f"bold {_COLOURS[finding.severity]}"), clean_line(say(finding.message)))


def _head(finding: Finding, number: int, total: int) -> Content:
    place = tr("{number} dari {total}").format(number=number, total=total)
    name = f"{SEVERITY_SIGNS[finding.severity]} {severity_name(finding.severity)}"
    return Content.assemble((name, f"bold {_COLOURS[finding.severity]}"), (f"   {place} · {finding.code}", MUTED))


def _figures(finding: Finding, width: int) -> list[Content]:
    """What is written and what it should be: on one line of `width` cells where they fit, else under one another.

    What is only quoted the excerpt shows already.
    """
    if not finding.expected:
        return []
    figures = [
        (tr("tertulis"), finding.stated, _COLOURS[finding.severity]),
        (tr("pembanding") if finding.compared else tr("seharusnya"), finding.expected, "bold $success"),
        (tr("selisih"), finding.difference, ""),
    ]
    figures = [(name, clean_line(text), style) for name, text, style in figures if text]
    line = Content("   ").join(Content.assemble((f"{name} ", MUTED), (text, style)) for name, text, style in figures)
    if line.cell_length <= width:
        return [line]
    longest = max((cell_len(text) for _, text, _ in figures), default=0)
    flush = longest if longest <= FLUSH else 0
    return [
        Content.assemble((name.ljust(_names()), MUTED), (" " * (flush - cell_len(text)) + text, style))
        for name, text, style in figures
    ]


def _reasons(finding: Finding, width: int, low: bool) -> list[Content]:
    """How it is computed, and the rule behind it (which a low screen leaves to "kenapa")."""
    words = [(tr("hitungan"), finding.explanation, "")]
    if not low:
        words.append((tr("dasar"), finding.reason, MUTED))
    lines = []
    for name, told, style in words:
        text = clean_line(say(told))
        for n, (start, end) in enumerate(wrap(text, max(width - _names(), 12)) if text else ()):
            head = (name if n == 0 else "").ljust(_names())
            lines.append(Content.assemble((head, MUTED), (text[start:end], style)))
    return lines


def _names() -> int:
    """Cells of the column of names before figures and reasons."""
    names = (tr("tertulis"), tr("seharusnya"), tr("pembanding"), tr("selisih"), tr("hitungan"), tr("dasar"))
    return max(map(cell_len, names)) + 2


def _places(finding: Finding) -> Iterable[Content]:
    for evidence in finding.evidence[:MOST_PLACES]:
        yield Content.assemble((f"{where(evidence.location)}  ", MUTED), clean_line(evidence.quote))
    if len(finding.evidence) > MOST_PLACES:
        yield _line(tr("… dan {count} tempat lain").format(count=len(finding.evidence) - MOST_PLACES), MUTED)


def _from_rich(line: Text, finding: Finding) -> Content:
    """A line of the report's excerpt in the colours of the app."""
    content = Content(clean_line(line.plain))
    spot = finding.location.spot
    wrong = f"bold reverse {_COLOURS[finding.severity]}" if spot.end - spot.start <= PASSAGE else "bold"
    for span in line.spans:
        if style := wrong if span.style == "wrong" else _EXCERPT_STYLES.get(str(span.style)):
            content = content.stylize(style, span.start, span.end)
    return content


def command_lines(commands: Iterable[Command], width: int) -> list[Content]:
    """Commands as help and completion show them, each on one line."""
    heads = [(f"/{command.name} {command.argument}".strip(), command.summary) for command in commands]
    wide = min(max((cell_len(head) for head, _ in heads), default=0), width // 2)
    return [
        Content.assemble((set_cell_size(head, wide), "bold"), (f"  {shortened(summary, width - wide - 2)}", MUTED))
        for head, summary in heads
    ]


def some_commands(commands: Sequence[Command], width: int, most: int) -> Content:
    """The first commands, and how many more there are."""
    lines = command_lines(commands[:most], width)
    if len(commands) > most:
        more = tr("… dan {count} perintah lain; F1 menampilkan semuanya").format(count=len(commands) - most)
        lines.append(_line(shortened(more, width), MUTED))
    return stacked(lines)


def listing(conversation: Conversation, message: Message, width: int) -> Content:
    """Findings and places to choose from, each on a line that can be clicked."""
    lines = []
    for n, finding in enumerate(message.findings[:LISTED]):
        signs = state_sign(conversation.state(finding)) + SEVERITY_SIGNS[finding.severity]
        told = f"{signs} {conversation.number(finding):>3} {say(finding.location.label)}: {say(finding.message)}"
        lines.append(_clickable(told, f"choose({n})", width))
    if len(message.findings) > LISTED:
        lines.append(_line(tr("… dan {n} lagi; lihat daftar temuan").format(n=len(message.findings) - LISTED), MUTED))
    for n, hit in enumerate(message.hits):
        lines.append(_clickable(f"{hit.label}: {hit.text}", f"show({n})", width))
    return stacked(lines)


def answer(message: Message, width: int) -> Content:
    """An answer in words; each line that names a place of the draft can be clicked, places it leaves out stand below."""
    lines = []
    left = dict(enumerate(message.hits))
    for line in message.text.split("\n"):
        told = paragraphs(line, width)
        named = next((n for n, hit in left.items() if hit.label and hit.label in line), None)
        if named is not None:
            del left[named]
            told = told.stylize(Style.from_meta({"@click": f"show({named})"}))
        lines.append(told)
    for n, hit in left.items():
        if hit.label and hit.label not in message.text:
            lines.append(_clickable(f"  → {hit.label}", f"show({n})", width))
    return stacked(lines)


def _clickable(text: str, action: str, width: int) -> Content:
    return Content(shortened(clean_line(text), width)).stylize(Style.from_meta({"@click": action}))


def paragraphs(text: str, width: int) -> Content:
    """Words as they are, wrapped to `width`; items of a list keep their indent."""
    lines = []
    for line in clean(text).split("\n"):
        lead = _LEAD.match(line)
        hang = min(lead.end(), width // 2) if lead else 0
        for n, (start, end) in enumerate(wrap(line[hang:], max(width - hang, 1))):
            lines.append((line[:hang] if n == 0 else " " * hang) + line[hang + start : hang + end])
    return Content("\n".join(lines))


def _line(text: str, style: str) -> Content:
    return Content(clean_line(text)).stylize(style)


def stacked(lines: Iterable[Content]) -> Content:
    return Content("\n").join(lines)
