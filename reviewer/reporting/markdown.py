"""Markdown, for a comment on a merge request or a page of a wiki."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.language import current, tr
from reviewer.model import Finding, Severity, Status
from reviewer.reporting.markup import escaped
from reviewer.reporting.outcome import Outcome, Run
from reviewer.reporting.paths import relative
from reviewer.reporting.place import grouped, named, share
from reviewer.reporting.told import decision_line, particulars, remarks, say, severity_name


def as_markdown(run: Run) -> bytes:
    lines = [line for outcome in run.outcomes for line in _draft(run, outcome)]
    if run.failures:
        lines += [f"# {tr('Naskah yang tidak dapat dibaca')}", ""]
        lines += [*(f"- {escaped(failure.reason.of(current()))}" for failure in run.failures), ""]
    return "\n".join(lines).encode("utf-8", "replace")


def _draft(run: Run, outcome: Outcome) -> Iterator[str]:
    identity = outcome.examination.report.identity
    year = str(identity.year) if identity.year is not None else ""
    about = [escaped(part) for part in (identity.title or identity.kind, identity.institution, year) if part]
    yield from [f"# {escaped(relative(outcome.path))}", ""]
    if about:
        yield from [" · ".join(about), ""]
    yield from _counts(outcome)
    for severity in Severity:
        found = [f for f in outcome.open if f.severity is severity]
        if found:
            yield from [f"## {severity_name(severity).capitalize()} ({grouped(len(found))})", ""]
            for finding in found:
                yield from _finding(outcome, finding)
    if run.show_suppressed and outcome.rejected:
        yield from [f"## {tr('Tidak dihitung karena diputuskan bukan kesalahan')}", ""]
        for finding in outcome.rejected:
            decision = outcome.decision(finding)
            told = f": {escaped(decision_line(decision))}" if decision else ""
            yield f"- **{finding.code}** {escaped(named(finding.location))}{told}"
        yield ""
    if outcome.absent:
        yield from [f"## {tr('Ada di acuan, tidak ditemukan lagi')}", ""]
        yield from [*(f"- **{escaped(a.code)}** {escaped(a.label)}: {escaped(a.message)}" for a in outcome.absent), ""]


def _counts(outcome: Outcome) -> Iterator[str]:
    counts, ledger = outcome.counts(), outcome.examination.ledger
    heads = [severity_name(severity) for severity in Severity] + [tr("tidak dihitung")]
    values = [grouped(counts[severity]) for severity in Severity] + [grouped(len(outcome.rejected))]
    yield from [f"| {' | '.join(heads)} |", "|---:" * len(heads) + "|", f"| {' | '.join(values)} |", ""]
    if ledger.total:
        told = tr("Angka di naskah: {total}").format(total=grouped(ledger.total))
        parts = [
            f"{status_name(status)} {grouped(ledger.count(status))} ({share(ledger.count(status), ledger.total)})"
            for status in Status
        ]
        yield from [f"{told}: {', '.join(parts)}", ""]


def status_name(status: Status) -> str:
    return {
        Status.VERIFIED: tr("terverifikasi"),
        Status.REPEATED: tr("berulang"),
        Status.CONTRADICTED: tr("bertentangan"),
        Status.UNCHECKED: tr("belum diperiksa"),
    }[status]


def _finding(outcome: Outcome, finding: Finding) -> Iterator[str]:
    yield f"- **{finding.code}** {escaped(named(finding.location))}: {escaped(say(finding.message))}"
    for label, text in (*particulars(finding), *remarks(outcome, finding)):
        yield f"  - {label}: {escaped(text)}"
    yield ""
