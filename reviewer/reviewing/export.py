"""The summary that /export writes: pure text, and one small function that puts it on the disk."""

from __future__ import annotations

import os
import re
import secrets
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.language import tr
from reviewer.model import Decision, Examination, Finding, Severity, Verdict
from reviewer.reviewing.events import Event
from reviewer.reviewing.journal import review_folder
from reviewer.reviewing.messages import Message, MessageKind
from reviewer.reviewing.names import moment, say, severity_name, verdict_name, where
from reviewer.reviewing.overview import checked
from reviewer.reviewing.plain import plain
from reviewer.reviewing.presenting import decision_text, written
from reviewer.reviewing.standing import FindingState, Standing

if TYPE_CHECKING:
    from reviewer.reviewing.conversation import Conversation

FILE = "ringkasan.md"
LARGEST = 16 * 2**20
"""Bytes of a summary that is read to see whether it is ours."""
_MARK = "<!-- reviewer:ringkasan "


class ExportRefused(Exception):
    """The file there is not one that this program wrote, or was edited since."""


def summary_markdown(examination: Examination, standing: Standing, *, who: str, when: datetime) -> str:
    """The review of a draft as Markdown: identity, counts, decisions with reasons, open findings, what was not checked."""
    ordered = sorted(examination.findings, key=lambda finding: (finding.severity.rank, -finding.stake))
    states = [(finding, standing.state(finding)) for finding in ordered]
    parts = [
        _head(examination, who, when),
        _counts(examination, standing),
        _section(tr("Catatan reviu"), [_entry(examination, f, s) for f, s in states if _is(s, Verdict.NOTED)]),
        _section(tr("Sudah diperbaiki"), [_entry(examination, f, s) for f, s in states if _is(s, Verdict.FIXED)]),
        _section(tr("Bukan kesalahan"), [_entry(examination, f, s) for f, s in states if _is(s, Verdict.REJECTED)]),
        _section(tr("Belum diputuskan"), [_entry(examination, f, s) for f, s in states if not s.settled]),
        _section(tr("Temuan yang ditambahkan sendiri"), [_added(event) for event in standing.added]),
        _section(tr("Pernah diputuskan, kini tidak ditemukan lagi"), [_gone(event) for event in standing.gone]),
    ]
    return _marked("\n".join(part for part in parts if part))


def _head(examination: Examination, who: str, when: datetime) -> str:
    document, identity = examination.report.document, examination.report.identity
    lines = [
        "# " + tr("Ringkasan reviu: {name}").format(name=_escaped(identity.title or _file_name(document.path))),
        "",
        "| | |",
        "|---|---|",
        _line(tr("Berkas"), _file_name(document.path)),
        _line("SHA-256", document.sha256),
    ]
    if identity.institution:
        lines.append(_line(tr("Instansi"), identity.institution))
    if identity.year:
        lines.append(_line(tr("Tahun"), str(identity.year)))
    lines += [_line(tr("Pereviu"), who), _line(tr("Ditulis"), moment(when.isoformat())), ""]
    return "\n".join(lines)


def _line(name: str, value: str) -> str:
    return f"| {name} | {_escaped(value)} |"


def _counts(examination: Examination, standing: Standing) -> str:
    findings = examination.findings
    heads = [
        tr("Tingkat"),
        tr("Temuan"),
        tr("Dicatat"),
        tr("Diperbaiki"),
        tr("Bukan kesalahan"),
        tr("Belum diputuskan"),
    ]
    lines = [f"## {tr('Hasil')}", "", "| " + " | ".join(heads) + " |", "|---" + "|---:" * 5 + "|"]
    for severity in Severity:
        of_it = [standing.state(finding) for finding in findings if finding.severity is severity]
        if of_it:
            numbers = [
                len(of_it),
                *(sum(_is(s, v) for s in of_it) for v in (Verdict.NOTED, Verdict.FIXED, Verdict.REJECTED)),
                sum(not s.settled for s in of_it),
            ]
            lines.append(f"| {severity_name(severity)} | " + " | ".join(map(str, numbers)) + " |")
    lines += ["", _escaped(checked(examination)), ""]
    return "\n".join(lines)


def _is(state: FindingState, verdict: Verdict) -> bool:
    return state.decision is not None and state.decision.verdict is verdict


def _section(title: str, entries: list[str]) -> str:
    return "\n".join([f"## {title} ({len(entries)})", "", *entries, ""]) if entries else ""


def _entry(examination: Examination, finding: Finding, state: FindingState) -> str:
    place = _escaped(where(finding.location))
    lines = [f"- **{place}** · {severity_name(finding.severity)} · {_escaped(finding.code)}"]
    lines.append("  " + _begun(say(finding.message)))
    right = tr("Pembanding") if finding.compared else tr("Seharusnya")
    details = [(tr("Tertulis"), written(examination, finding)), (right, plain(finding.expected))]
    details.append((tr("Hitungan"), say(finding.explanation)))
    if state.decision:
        details.append((tr("Keputusan"), decision_text(state.decision)))
    elif state.previous:
        details.append((tr("Keputusan sebelumnya"), decision_text(state.previous)))
    details += [(_by(tr("Menurut {who}"), other), decision_text(other)) for other in state.others]
    details += [(tr("Catatan"), _said(event)) for event in state.notes]
    details += [(tr("Tanggapan"), _said(event)) for event in state.responses]
    lines += [f"  - {name}: {_escaped(text)}" for name, text in details if text]
    return "\n".join(lines)


def _by(template: str, decision: Decision) -> str:
    return template.format(who=_escaped(decision.who))


def _added(event: Event) -> str:
    entry = event.entry
    if not entry.label:
        return f"- {_begun(_said(event))}"
    quoted = "".join(f" “{_escaped(plain(quote, 60))}”" for quote in entry.content)
    return f"- {_begun(entry.label)}{quoted}: {_escaped(_said(event))}"


def _gone(event: Event) -> str:
    reason = f": {event.entry.text}" if event.entry.text else ""
    verdict = event.kind.verdict
    named = verdict_name(verdict) if verdict else event.kind.value
    return f"- {_begun(event.entry.label)}: {named}{_escaped(reason)} ({_escaped(event.who)}, {moment(event.when)})"


def _said(event: Event) -> str:
    return f"{plain(event.entry.text)} ({plain(event.who)}, {moment(event.when)})"


def _escaped(text: str) -> str:
    """Text of a draft that Markdown shows as it is inside a line: no markup, no HTML, no links."""
    shown = re.sub(r"([\\`*_{}\[\]<>#|~&!$])", r"\\\1", plain(text))
    return re.sub(r"(?i):(?=//)|(?<=www)\.", lambda found: "\\" + found[0], shown)


def _begun(text: str) -> str:
    """The same where it begins a line: no list, no heading."""
    return re.sub(r"^(\d*)([-+=.)])", r"\1\\\2", _escaped(text))


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]


# On the disk


def _marked(text: str) -> str:
    """With a first line by which the program knows its own, unedited text again."""
    return f"{_MARK}{_digest(text)} -->\n{text}"


def _digest(text: str) -> str:
    return sha256("\n".join(text.split()).encode("utf-8", "replace")).hexdigest()[:32]


def _ours(path: Path) -> bool:
    """Whether the file there was written by this program and not edited since; line ends do not count."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return False
        first, _, rest = path.read_text(encoding="utf-8-sig").partition("\n")
    except (UnicodeDecodeError, OSError):
        return False
    return first.strip() == f"{_MARK}{_digest(rest)} -->"


def write_summary(path: Path, text: str, *, overwrite: bool = False) -> None:
    """Write a summary whole or not at all.

    Raises `ExportRefused` where the file there is not ours or was edited, `OSError` where it cannot be written.
    """
    if path.exists() and not overwrite and not _ours(path):
        raise ExportRefused(str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with beside.open("x", encoding="utf-8", errors="replace", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def deliver(conversation: Conversation, message: Message) -> tuple[Message, ...]:
    """Write what an EXPORT message asks for; returns what to say: where it lies, or a question before overwriting."""
    if message.form not in ("", "md"):
        told = tr("Saya menulis ringkasan sebagai Markdown, bukan {form}. Ketik “ekspor” untuk menulisnya begitu.")
        return (Message(MessageKind.WARN, told.format(form=plain(message.form, 20))),)
    try:
        path = _target(conversation, message.path)
    except RuntimeError:
        path = Path(message.path)
    if _is_draft(conversation, path):
        return (Message(MessageKind.WARN, tr("Itu berkas drafnya sendiri; saya tidak menimpanya. Beri nama lain.")),)
    try:
        write_summary(path, message.body, overwrite=message.overwrite)
    except ExportRefused:
        return conversation.ask_overwrite(message, str(path))
    except (OSError, ValueError) as problem:
        why = problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)
        text = tr("Ringkasan tidak dapat ditulis ke {path} ({why}). Beri tempat lain: /ekspor BERKAS").format(
            path=plain(str(path)), why=plain(why)
        )
        return (Message(MessageKind.WARN, text),)
    text = tr("Ringkasan ditulis ke {path}.").format(path=plain(str(path)))
    return (Message(MessageKind.SAY, text, path=str(path)),)


def _is_draft(conversation: Conversation, path: Path) -> bool:
    try:
        return path.samefile(conversation.examination.report.document.path)
    except (OSError, ValueError):
        return False


def _target(conversation: Conversation, path: str) -> Path:
    """The file named, in the folder named, or in the review folder."""
    if path:
        named = Path(path).expanduser()
        return named / FILE if named.is_dir() else named
    folder = conversation.journal.folder or review_folder(Path(conversation.examination.report.document.path))
    return folder / FILE
