"""The sentences of the conversation, in the current language. Text of the draft passes through `plain` here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from reviewer.language import current, tr
from reviewer.model import Cause, Decision, Examination, Finding, Location, Severity, Status, Verdict, Words
from reviewer.reviewing.commands import commands, name_of
from reviewer.reviewing.events import Event
from reviewer.reviewing.excerpt import excerpt, excerpt_text
from reviewer.reviewing.lexicon import Intent
from reviewer.reviewing.messages import Choice, Hit
from reviewer.reviewing.plain import plain, rupiah
from reviewer.reviewing.standing import FindingState, Standing

LISTED = 40
"""Lines of a list that are put into its text."""


def say(words: Words) -> str:
    """A text of the checks in the current language."""
    return plain(words.of(current()))


# Names of things


def severity_name(severity: Severity) -> str:
    match severity:
        case Severity.ERROR:
            return tr("Kesalahan")
        case Severity.WARNING:
            return tr("Peringatan")
        case _:
            return tr("Info")


def verdict_name(verdict: Verdict) -> str:
    match verdict:
        case Verdict.NOTED:
            return tr("dicatat")
        case Verdict.REJECTED:
            return tr("bukan kesalahan")
        case Verdict.LATER:
            return tr("ditunda")
        case _:
            return tr("sudah diperbaiki")


def state_name(state: FindingState) -> str:
    """How a finding stands, in a word or two."""
    if state.decision:
        return verdict_name(state.decision.verdict)
    if state.still_there:
        return tr("masih ada")
    return tr("berubah") if state.changed else tr("belum diputuskan")


def moment(when: str) -> str:
    """A time as people write it: "3 Mei 2021 pukul 14.03"."""
    at = datetime.fromisoformat(when)
    months = tr("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember").split()
    return tr("{day} {month} {year} pukul {hour}.{minute}").format(
        day=at.day, month=months[at.month - 1], year=at.year, hour=f"{at:%H}", minute=f"{at:%M}"
    )


def where(location: Location) -> str:
    """A place as a person would name it, with its line, page or cell."""
    label, place = say(location.label), location.place
    if place.sheet and place.cell:
        return tr("{label} (lembar {sheet}, sel {cell})").format(label=label, sheet=plain(place.sheet), cell=place.cell)
    if place.page is not None:
        return tr("{label} (halaman {page})").format(label=label, page=plain(place.page_label or str(place.page)))
    if place.line is not None:
        return tr("{label} (baris {line})").format(label=label, line=place.line)
    return label


# Greeting and finding


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


def _by_severity(findings: Sequence[Finding]) -> str:
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(
        tr("{severity} {n}").format(severity=severity_name(severity), n=counts[severity])
        for severity in Severity
        if counts[severity]
    )


def finding_text(examination: Examination, finding: Finding, state: FindingState, number: int, total: int) -> str:
    """A finding as it is put before the reviewer."""
    lines = [
        tr("Temuan {n} dari {total} · {severity} · {code}").format(
            n=number, total=total, severity=severity_name(finding.severity), code=finding.code
        ),
        say(finding.message),
        tr("Tempat: {where}").format(where=where(finding.location)),
        tr("Tertulis: {row}").format(row=written(examination, finding)),
    ]
    if finding.expected and finding.difference:
        lines.append(
            tr("Seharusnya: {expected} (selisih {difference})").format(
                expected=plain(finding.expected), difference=plain(finding.difference)
            )
        )
    elif finding.expected:
        lines.append(tr("Seharusnya: {expected}").format(expected=plain(finding.expected)))
    if explanation := say(finding.explanation):
        lines.append(tr("Hitungan: {explanation}").format(explanation=explanation))
    if finding.group:
        lines += _evidence(finding, 6)
    if finding.stake and not finding.difference:
        lines.append(tr("Nilai yang terkait: {amount}").format(amount=rupiah(finding.stake)))
    if reason := say(finding.reason):
        lines.append(tr("Mengapa penting: {reason}").format(reason=reason))
    if cause := cause_text(examination, finding):
        lines.append(cause)
    return "\n".join(lines + state_lines(state))


def written(examination: Examination, finding: Finding) -> str:
    """What the draft says there, with the wrong part between » and «."""
    found = excerpt(examination.report, finding.location.spot)
    shown = excerpt_text(found) if found.cells else ""
    return shown or plain(finding.quote) or plain(finding.stated)


def state_lines(state: FindingState) -> list[str]:
    """What was decided and said about a finding before."""
    lines = []
    if state.decision:
        lines.append(tr("Keputusan: {decision}").format(decision=decision_text(state.decision)))
    elif state.previous and state.still_there:
        lines.append(
            tr("Dinyatakan sudah diperbaiki oleh {who} pada {when}, tetapi masih ada di draf ini.").format(
                who=plain(state.previous.who), when=moment(state.previous.when)
            )
        )
    elif state.previous:
        lines.append(
            tr("Angkanya berubah sejak keputusan ini: {decision}. Dulu: {content}.").format(
                decision=decision_text(state.previous), content=plain(", ".join(state.previous_content), 120)
            )
        )
    lines += [
        tr("Menurut {who} (ditampilkan, tidak diikuti): {decision}").format(
            who=plain(other.who), decision=decision_text(other)
        )
        for other in state.others
    ]
    lines += [tr("Catatan {who}: {text}").format(who=plain(e.who), text=plain(e.entry.text)) for e in state.notes]
    lines += [tr("Tanggapan {who}: {text}").format(who=plain(e.who), text=plain(e.entry.text)) for e in state.responses]
    return lines


def decision_text(decision: Decision) -> str:
    """A verdict with its reason, who and when."""
    fields = {
        "verdict": verdict_name(decision.verdict),
        "reason": plain(decision.reason),
        "who": plain(decision.who),
        "when": moment(decision.when),
    }
    if decision.reason:
        return tr("{verdict}, “{reason}” ({who}, {when})").format(**fields)
    return tr("{verdict} ({who}, {when})").format(**fields)


def cause_text(examination: Examination, finding: Finding) -> str:
    """The figure that would explain this finding and others; "" where none is known."""
    cause = _cause(examination, finding)
    if cause is None or not cause.cells:
        return ""
    repair = cause.cells[0]
    return tr(
        "Penyebab yang mungkin: {where} tertulis {stated}, barangkali {repair} ({slip}); menjelaskan {n} temuan."
    ).format(
        where=where(repair.location),
        stated=plain(repair.stated),
        repair=plain(repair.repair),
        slip=say(repair.slip) or tr("salah tulis"),
        n=len(cause.findings),
    )


def _cause(examination: Examination, finding: Finding) -> Cause | None:
    return next((cause for cause in examination.causes if cause.id == finding.cause), None)


def why_text(examination: Examination, finding: Finding) -> str:
    """The worked calculation, its figures with their places, the cause and the rule."""
    lines = [say(finding.message)]
    if explanation := say(finding.explanation):
        lines.append(tr("Hitungannya: {explanation}").format(explanation=explanation))
    if finding.stated and finding.expected:
        lines.append(
            tr("Tertulis {stated}; menurut hitungan {expected}.").format(
                stated=plain(finding.stated), expected=plain(finding.expected)
            )
        )
    if finding.evidence:
        lines.append(tr("Angka yang dipakai:"))
        lines += _evidence(finding, 20)
    if cause := cause_text(examination, finding):
        lines.append(cause)
        lines += _alternatives(examination, finding)
    if reason := say(finding.reason):
        lines.append(tr("Dasarnya: {reason}").format(reason=reason))
    lines.append(tr("Aturan pemeriksaan ini: reviewer explain {code}").format(code=finding.code))
    return "\n".join(lines)


def _evidence(finding: Finding, limit: int) -> list[str]:
    lines = [
        tr("  - {where}: {quote}").format(where=where(item.location), quote=plain(item.quote, 120))
        for item in finding.evidence[:limit]
    ]
    if len(finding.evidence) > limit:
        lines.append(tr("  … dan {n} tempat lagi").format(n=len(finding.evidence) - limit))
    return lines


def _alternatives(examination: Examination, finding: Finding) -> list[str]:
    cause = _cause(examination, finding)
    return [
        tr("  atau: {where} tertulis {stated}, barangkali {repair}").format(
            where=where(repairs[0].location), stated=plain(repairs[0].stated), repair=plain(repairs[0].repair)
        )
        for repairs in (cause.alternatives[:3] if cause else ())
        if repairs
    ]


def finding_line(finding: Finding, state: FindingState, number: int) -> str:
    """A finding in one line, for lists."""
    return tr("{n}. [{state}] {where}: {message}").format(
        n=number,
        state=state_name(state),
        where=plain(where(finding.location), 60),
        message=plain(say(finding.message), 100),
    )


# Summary


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
        lines += [f"  - {plain(event.entry.text, 120)} ({plain(event.who)})" for event in standing.added[:20]]
    lines += since(standing)
    lines.append(checked(examination))
    return "\n".join(lines)


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


# Choices


def _key(indonesian: str, english: str) -> str:
    """Keys and what a choice says are not translated in the catalogue: the conversation must know them again."""
    return english if current() == "en" else indonesian


def finding_choices(alike: int) -> tuple[Choice, ...]:
    """The usual answers to a finding; `alike` is how many undecided ones of its kind there are besides it."""
    choices = [
        Choice(_key("c", "a"), tr("Catat"), intent_says(Intent.ACCEPT)),
        Choice(_key("b", "r"), tr("Bukan kesalahan …"), intent_says(Intent.REJECT)),
        Choice(_key("n", "l"), tr("Nanti"), intent_says(Intent.LATER)),
        Choice(_key("k", "w"), tr("Kenapa?"), intent_says(Intent.WHY)),
        Choice(_key("d", "f"), tr("Sudah diperbaiki"), intent_says(Intent.FIXED)),
    ]
    if alike:
        choices.append(Choice("s", tr("Catat semua sejenis ({n})").format(n=alike + 1), intent_says(Intent.ALIKE)))
    return tuple(choices)


def reason_choices() -> tuple[Choice, ...]:
    """Usual reasons why a finding is not a mistake."""
    rounding, source, misread = tr("pembulatan"), tr("sesuai dokumen sumber"), tr("salah terbaca oleh program")
    return (
        Choice("", rounding, rounding),
        Choice("", source, source),
        Choice("", misread, misread),
        _drop(),
    )


def text_choices() -> tuple[Choice, ...]:
    """Beside a free text that is asked for."""
    return (_drop(),)


def _drop() -> Choice:
    return Choice("", tr("Tidak jadi"), intent_says(Intent.UNDO))


def yes_no() -> tuple[Choice, ...]:
    return (Choice("y", tr("Ya"), _key("ya", "yes")), Choice(_key("t", "n"), tr("Tidak"), _key("tidak", "no")))


def end_choices(postponed: bool) -> tuple[Choice, ...]:
    """What to do when no open finding is left."""
    ahead = (Choice(_key("l", "p"), tr("Buka yang ditunda"), intent_says(Intent.NEXT)),) if postponed else ()
    return (
        *ahead,
        Choice(_key("r", "s"), tr("Ringkasan"), intent_says(Intent.SUMMARY)),
        Choice("e", tr("Tulis ke berkas"), intent_says(Intent.EXPORT)),
        Choice("q", tr("Selesai"), intent_says(Intent.QUIT)),
    )


def intent_choices(intents: Sequence[Intent]) -> tuple[Choice, ...]:
    """The things one may have meant."""
    summaries = {command.intent: command.summary for command in commands()}
    return tuple(
        Choice("", tr("{name}: {summary}").format(name=intent_says(i), summary=summaries[i]), intent_says(i))
        for i in intents
    )


def intent_says(intent: Intent) -> str:
    """Words that the conversation hears as this intent."""
    match intent:
        case Intent.REJECT:
            return _key("bukan kesalahan", "not a mistake")
        case Intent.FIXED:
            return _key("sudah diperbaiki", "already fixed")
        case Intent.ALIKE:
            return _key("catat semua sejenis", "accept all of this kind")
        case _:
            return name_of(intent)
