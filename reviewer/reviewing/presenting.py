"""A finding in words: as it is put before the reviewer, and why it is one. Text of the draft passes through `plain`."""

from __future__ import annotations

from reviewer.language import tr
from reviewer.model import Cause, Decision, Examination, Finding
from reviewer.reviewing.excerpt import excerpt, excerpt_text
from reviewer.reviewing.names import moment, say, severity_name, state_name, verdict_name, where
from reviewer.reviewing.plain import plain, rupiah
from reviewer.reviewing.standing import FindingState


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
        told = (
            tr("Pembanding: {expected} (selisih {difference})")
            if finding.compared
            else tr("Seharusnya: {expected} (selisih {difference})")
        )
        lines.append(told.format(expected=plain(finding.expected), difference=plain(finding.difference)))
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


def place_text(examination: Examination, finding: Finding) -> str:
    """Where a finding stands, and the row or sentence as it is written there."""
    lines = [
        tr("Tempat: {where}").format(where=where(finding.location)),
        tr("Tertulis: {row}").format(row=written(examination, finding)),
    ]
    return "\n".join(lines)


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
