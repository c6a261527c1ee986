"""All findings in words: the greeting, the summary, lists and help. Text of the draft passes through `plain`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from reviewer.language import tr
from reviewer.model import Examination, Finding, Severity, Status, Verdict
from reviewer.reviewing.commands import commands, name_of
from reviewer.reviewing.events import Entry, Event
from reviewer.reviewing.lexicon import Intent
from reviewer.reviewing.matching import Fate
from reviewer.reviewing.messages import Hit
from reviewer.reviewing.names import kind_name, moment, severity_name, verdict_name
from reviewer.reviewing.plain import plain
from reviewer.reviewing.presenting import finding_line
from reviewer.reviewing.standing import Standing

LISTED = 40
"""Lines of a list that are put into its text."""


def greeting(examination: Examination, standing: Standing, events: Sequence[Event], decided: int) -> str:
    """What was read, how many findings, how far one was; `events` are one's own."""
    document, identity = examination.report.document, examination.report.identity
    name = document.path.replace("\\", "/").rsplit("/", 1)[-1]
    parts = [plain(identity.title)]
    parts += [
        part
        for part in (plain(identity.institution), str(identity.year or ""))
        if part.casefold() not in parts[0].casefold()
    ]
    title = " · ".join(part for part in parts if part)
    lines = [tr("Draf {name}: {title}.").format(name=plain(name), title=title) if title else plain(name) + "."]
    total = len(examination.findings)
    if not total:
        lines.append(tr("Tidak ada temuan dari pemeriksaan yang dijalankan."))
        lines.append(checked(examination))
        return "\n".join(lines)
    lines.append(
        tr("Saya membaca {tables} tabel dan {numbers} angka, dan menemukan {total} hal: {counts}.").format(
            tables=len(examination.report.tables),
            numbers=examination.ledger.total,
            total=total,
            counts=_by_severity(examination.findings),
        )
    )
    if events:
        lines.append(
            tr("Terakhir Anda di sini pada {when}; {decided} dari {total} sudah diputuskan.").format(
                when=moment(events[-1].when), decided=decided, total=total
            )
        )
    elif decided:
        lines.append(tr("{decided} dari {total} sudah diputuskan.").format(decided=decided, total=total))
    lines += since(standing)
    return "\n".join(lines)


def _by_severity(findings: Sequence[Finding]) -> str:
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(
        tr("{severity} {n}").format(severity=severity_name(severity), n=counts[severity])
        for severity in Severity
        if counts[severity]
    )


def since(standing: Standing) -> list[str]:
    """What became of earlier decisions, one line each; none where nothing did."""
    lines = []
    states = standing.states.values()
    if changed := sum(state.changed and state.previous is not None and not state.decision for state in states):
        lines.append(tr("Berubah angkanya sejak diputuskan, jadi saya tanyakan lagi: {n}.").format(n=changed))
    if there := sum(state.still_there for state in states):
        lines.append(tr("Dinyatakan sudah diperbaiki tetapi masih ada: {n}.").format(n=there))
    if standing.gone:
        lines.append(tr("Pernah diputuskan dan kini tidak ditemukan lagi: {n}.").format(n=len(standing.gone)))
    return lines


def changes_text(events: Sequence[Event], standing: Standing, start: datetime, sha: str) -> str:
    """What became different from a moment on: who decided what, whether the draft is another one, what is found no more."""
    lines = [tr("Sejak {when}:").format(when=moment(start.isoformat()))]
    told = Counter((event.who, event.kind) for event in events if datetime.fromisoformat(event.when) > start)
    lines += [
        tr("  {who}: {kind}, {n} kali").format(who=plain(who), kind=kind_name(kind), n=n)
        for (who, kind), n in told.items()
    ]
    if not told:
        lines.append(tr("  Tidak ada keputusan atau catatan baru."))
    before = [event for event in events if datetime.fromisoformat(event.when) <= start]
    if before and before[-1].draft and before[-1].draft != sha:
        lines.append(tr("Drafnya lain dari yang dinilai pada {when}.").format(when=moment(before[-1].when)))
        new = sum(state.fate is Fate.NEW for state in standing.states.values())
        lines.append(tr("Belum pernah diputuskan di draf mana pun: {n} temuan.").format(n=new))
    elif before:
        lines.append(tr("Drafnya masih sama."))
    return "\n".join([*lines, *since(standing)])


def summary_text(findings: Sequence[Finding], examination: Examination, standing: Standing) -> str:
    """Counts by severity, family and verdict, and what was not checked."""
    settled = {finding.id for finding in findings if standing.state(finding).settled}
    lines = [tr("{decided} dari {total} temuan sudah diputuskan.").format(decided=len(settled), total=len(findings))]
    for severity in Severity:
        of_it = [finding for finding in findings if finding.severity is severity]
        if of_it:
            lines.append(_share(severity_name(severity), of_it, settled))
    for family in sorted({finding.family for finding in findings}):
        lines.append(_share(family, [finding for finding in findings if finding.family == family], settled))
    decisions = Counter(d.verdict for finding in findings if (d := standing.decision(finding)))
    if decisions:
        counts = ", ".join(
            tr("{verdict} {n}").format(verdict=verdict_name(verdict), n=decisions[verdict])
            for verdict in Verdict
            if decisions[verdict]
        )
        lines.append(tr("Keputusan: {counts}").format(counts=counts))
    if standing.added:
        lines.append(tr("Temuan yang Anda tambahkan sendiri atau rekan: {n}").format(n=len(standing.added)))
        lines += [f"  - {_own(event.entry)} ({plain(event.who)})" for event in standing.added[:20]]
    lines += since(standing)
    lines.append(checked(examination))
    return "\n".join(lines)


def _own(entry: Entry) -> str:
    text = plain(entry.text, 120)
    return f"{plain(entry.label, 80)}: {text}" if entry.label else text


def _share(name: str, findings: Sequence[Finding], settled: set[str]) -> str:
    done = sum(finding.id in settled for finding in findings)
    return tr("  {name}: {done} dari {total} diputuskan").format(name=name, done=done, total=len(findings))


def checked(examination: Examination) -> str:
    """How many figures were checked and how many were not."""
    count = examination.ledger.count
    return tr(
        "Dari {total} angka di draf: {verified} cocok dengan hitungan, {contradicted} bertentangan, {repeated} hanya sama "
        "dengan tempat lain, {unchecked} tidak dapat diperiksa."
    ).format(
        total=examination.ledger.total,
        verified=count(Status.VERIFIED),
        contradicted=count(Status.CONTRADICTED),
        repeated=count(Status.REPEATED),
        unchecked=count(Status.UNCHECKED),
    )


def list_text(findings: Sequence[Finding], standing: Standing, number: dict[str, int]) -> str:
    """Findings by their numbers; of a long list the first ones."""
    lines = [finding_line(finding, standing.state(finding), number[finding.id]) for finding in findings[:LISTED]]
    if len(findings) > LISTED:
        lines.append(
            tr("… dan {n} lagi. Persempit dengan “hanya kesalahan” atau “cari …”.").format(n=len(findings) - LISTED)
        )
    lines.append(tr("Ketik “ke 3” untuk membuka nomor 3."))
    return "\n".join(lines)


def hits_text(hits: Sequence[Hit], total: int) -> str:
    """Places of the draft that were searched for."""
    lines = [tr("Di dalam draf ({n} tempat):").format(n=total)]
    return "\n".join(lines + [f"  - {hit.label}: {hit.text}" for hit in hits])


def help_text() -> str:
    """What can be typed."""
    lines = [tr("Jawab dengan nomor, satu huruf, atau kata-kata, misalnya:")]
    for command in commands():
        typed = f"{command.name} {command.argument}".strip()
        lines.append(f"  {typed}: {command.summary}")
    lines.append(tr("Garis miring boleh dipakai (/{command}). Bahasa Indonesia dan Inggris sama-sama dimengerti.").format(
        command=name_of(Intent.SUMMARY)
    ))  # fmt: skip
    return "\n".join(lines)
