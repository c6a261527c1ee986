"""The short sentences with which the conversation answers and asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reviewer.language import tr
from reviewer.model import Finding, Report, Severity, TypedTable
from reviewer.reviewing.agenda import Agenda
from reviewer.reviewing.choices import end_choices, intent_choices, intent_says
from reviewer.reviewing.events import EventKind
from reviewer.reviewing.filters import Filter
from reviewer.reviewing.heard import Doubt, Heard
from reviewer.reviewing.lexicon import Intent
from reviewer.reviewing.messages import Message, MessageKind
from reviewer.reviewing.names import severity_name, verdict_name
from reviewer.reviewing.plain import plain
from reviewer.reviewing.preferences import Ordering


def not_understood(said: str, doubt: Doubt) -> Message:
    """Words that are not known, or could mean several things."""
    if doubt.several:
        text = tr("“{said}” dapat berarti beberapa hal di sini. Maksud Anda?").format(said=plain(said, 60))
    else:
        text = tr("Maaf, saya tidak mengerti “{said}”. Belum ada yang saya catat.").format(said=plain(said, 60))
    return _with_nearest(text, doubt.nearest)


def no_such_command(name: str, near: Sequence[Intent]) -> Message:
    """A slash command that is not known."""
    return _with_nearest(tr("Tidak ada perintah /{name}.").format(name=plain(name, 40)), near)


def _with_nearest(text: str, near: Sequence[Intent]) -> Message:
    """The two nearest things it can do, or how to see them all."""
    if near:
        return Message(MessageKind.WARN, text, intent_choices(near))
    return Message(MessageKind.WARN, text + "\n" + tr("Ketik “bantuan” untuk melihat apa yang dapat diketik."))


def meant(heard: Heard) -> str:
    """The question before something is done that was probably meant."""
    says = intent_says(heard.intent)
    if heard.text:
        question = tr("Maksud Anda “{command}”, dengan keterangan “{text}”?")
        return question.format(command=says, text=plain(heard.text, 120))
    return tr("Maksud Anda “{command}”?").format(command=says)


def why_not_a_mistake() -> str:
    return tr("Mengapa bukan kesalahan? Alasannya ikut disimpan dan akan dibaca orang lain.")


def all_alike(kind: EventKind, findings: Sequence[Finding], scope: Filter, reason: str) -> str:
    """The question before several findings are decided at one stroke: which, how many, how grave, and why."""
    assert kind.verdict is not None
    counts = Counter(finding.severity for finding in findings)
    grave = ", ".join(
        tr("{severity} {n}").format(severity=severity_name(severity), n=counts[severity])
        for severity in Severity
        if counts[severity]
    )
    fields = {
        "verdict": verdict_name(kind.verdict),
        "n": len(findings),
        "what": scope.name or findings[0].code,
        "counts": grave,
        "reason": plain(reason, 200),
    }
    if reason:
        text = tr(
            "Putuskan “{verdict}” untuk {n} temuan yang belum diputuskan ({what}; {counts}) sekaligus, karena: {reason}?"
        )
    else:
        text = tr("Putuskan “{verdict}” untuk {n} temuan yang belum diputuskan ({what}; {counts}) sekaligus?")
    return text.format(**fields)


def only_small(agenda: Agenda) -> Message:
    """What is left is small."""
    assert agenda.threshold is not None
    n = sum(agenda.small(finding) and agenda.shown(finding) for finding in agenda.left)
    text = tr(
        "Tinggal yang di bawah batas materialitas {threshold}: {n} temuan. Boleh sekaligus: “catat semua yang kecil”."
    )
    return Message(MessageKind.SAY, text.format(threshold=plain(agenda.threshold.text), n=n))


def ordered(ordering: Ordering) -> str:
    """What is asked first from now on."""
    match ordering:
        case Ordering.RUPIAH:
            return tr("Urut menurut rupiah yang dipertaruhkan, terbesar dulu. Nomor temuan tetap.")
        case Ordering.PLACE:
            return tr("Urut menurut letak di draf. Nomor temuan tetap.")
        case Ordering.KIND:
            return tr("Urut menurut jenis. Nomor temuan tetap.")
        case _:
            return tr("Urut menurut nilai: kesalahan dulu, lalu rupiah dan persen terbesar. Nomor temuan tetap.")


def coloured(theme: str) -> str:
    match theme:
        case "dark":
            return tr("Tema gelap.")
        case "light":
            return tr("Tema terang.")
        case _:
            return tr("Tema kontras tinggi.")


def no_such_table(report: Report, number: str) -> Message:
    """A table that is not there, with the numbers that are nearest."""
    from rapidfuzz import process

    numbers = [table.number.rstrip(".") for table in report.tables if table.number]
    near = [found for found, _, _ in process.extract(number, numbers, limit=3)] if numbers else []
    if not near:
        return Message(
            MessageKind.WARN, tr("Tidak ada tabel bernomor {number} di draf ini.").format(number=plain(number, 20))
        )
    text = tr("Tidak ada tabel bernomor {number}; yang mirip: {near}.")
    return Message(MessageKind.WARN, text.format(number=plain(number, 20), near=", ".join(map(plain, near))))


def none_in_hand() -> Message:
    text = tr("Tidak ada temuan yang sedang dibuka. Ketik “ke 3” untuk membuka satu.")
    return Message(MessageKind.WARN, text)


def saved(kind: EventKind, numbers: Sequence[int], text: str) -> str:
    """What was written down about the findings with these numbers."""
    if len(numbers) > 1:
        assert kind.verdict is not None
        return tr("{many} temuan: {verdict}.").format(many=len(numbers), verdict=verdict_name(kind.verdict))
    n, reason = numbers[0], plain(text, 200)
    match kind:
        case EventKind.NOTED if text:
            return tr("Temuan {n} dicatat, dengan keterangan: {reason}").format(n=n, reason=reason)
        case EventKind.NOTED:
            return tr("Temuan {n} dicatat.").format(n=n)
        case EventKind.REJECTED:
            return tr("Temuan {n} bukan kesalahan, karena: {reason}").format(n=n, reason=reason)
        case EventKind.LATER:
            return tr("Temuan {n} ditunda; saya tanyakan lagi nanti.").format(n=n)
        case EventKind.FIXED:
            text = tr("Temuan {n} sudah diperbaiki. Kalau masih ada di draf berikutnya, saya tanyakan lagi.")
            return text.format(n=n)
        case EventKind.NOTE:
            return tr("Catatan untuk temuan {n} disimpan: {reason}").format(n=n, reason=reason)
        case _:
            return tr("Tanggapan untuk temuan {n} disimpan: {reason}").format(n=n, reason=reason)


def nothing_left(agenda: Agenda) -> Message:
    """No open finding is left to show."""
    if not agenda.all:
        return Message(MessageKind.SAY, "", end_choices(False))
    hidden = [finding for finding in agenda.left if not agenda.shown(finding)]
    if hidden and agenda.filter:
        text = tr(
            "Tidak ada lagi yang terbuka di antara “{filter}”; di luarnya masih {n}. Ketik “semua” untuk melihatnya."
        )
        return Message(MessageKind.SAY, text.format(filter=agenda.filter.name, n=len(hidden)), end_choices(False))
    if agenda.left:
        text = tr("Tinggal {n} temuan yang Anda tunda. Buka sekarang, atau lain kali?").format(n=len(agenda.left))
        return Message(MessageKind.SAY, text, end_choices(True))
    text = tr("Semua {n} temuan sudah diputuskan. Terima kasih; tinggal menulis ringkasannya.").format(
        n=len(agenda.all)
    )
    return Message(MessageKind.SAY, text, end_choices(False))


def table_named(table: TypedTable, findings: int) -> str:
    """A table that is shown, and how many findings it has."""
    if table.number and table.caption:
        text = tr("{table}, {caption}: {n} temuan.")
        return text.format(table=plain(table.title), caption=plain(table.caption, 80), n=findings)
    return tr("{table}: {n} temuan.").format(table=plain(table.title), n=findings)


def goodbye(decided: int, total: int, folder: str) -> str:
    """The last word; `folder` is where decisions of this sitting were written."""
    if folder:
        text = tr("Sampai jumpa. {decided} dari {total} temuan sudah diputuskan; jurnalnya di {folder}.")
        return text.format(decided=decided, total=total, folder=plain(folder))
    return tr("Sampai jumpa. {decided} dari {total} temuan sudah diputuskan.").format(decided=decided, total=total)
