"""Findings and decisions in words, shared by the formats; plain text, control characters made visible."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.language import current, tr
from reviewer.model import Decision, Finding, Severity, Verdict, Words
from reviewer.reporting.outcome import Outcome, Seen
from reviewer.reporting.place import named
from reviewer.reporting.safe import visible


def say(words: Words) -> str:
    """In the current language, on one line."""
    return visible(words.of(current()))


def severity_name(severity: Severity) -> str:
    return {
        Severity.ERROR: tr("kesalahan"),
        Severity.WARNING: tr("peringatan"),
        Severity.INFO: tr("catatan"),
    }[severity]


def seen_name(seen: Seen) -> str:
    return {
        Seen.NEW: tr("baru sejak acuan"),
        Seen.UNCHANGED: tr("sudah ada di acuan"),
        Seen.UPDATED: tr("berubah sejak acuan"),
    }[seen]


def decision_line(decision: Decision) -> str:
    """Who decided what, when and why."""
    what = {
        Verdict.NOTED: tr("dicatat oleh {who}, {when}"),
        Verdict.REJECTED: tr("bukan kesalahan menurut {who}, {when}"),
        Verdict.LATER: tr("ditunda oleh {who}, {when}"),
        Verdict.FIXED: tr("sudah diperbaiki menurut {who}, {when}"),
    }[decision.verdict].format(who=visible(decision.who), when=visible(decision.when)[:10])
    words = [visible(text) for text in (decision.reason, decision.note) if visible(text)]
    return ": ".join([what, "; ".join(words)]) if words else what


def particulars(finding: Finding) -> Iterator[tuple[str, str]]:
    """Labels and what is said under them: what is written, what it should be, and how that is computed."""
    if stated := visible(finding.stated or finding.quote):
        yield tr("tertulis"), stated
    expected, explanation = visible(finding.expected), say(finding.explanation)
    if expected:
        apart = tr("(selisih {difference})").format(difference=visible(finding.difference))
        yield (
            tr("pembanding") if finding.compared else tr("seharusnya"),
            f"{expected} {apart}" if finding.difference else expected,
        )
    if explanation:
        yield tr("hitungan"), explanation


def remarks(outcome: Outcome, finding: Finding) -> Iterator[tuple[str, str]]:
    """The decisions on a finding, and how it stands to the baseline."""
    if decision := outcome.decision(finding):
        yield tr("putusan"), decision_line(decision)
    for other in outcome.others.get(finding.id, ()):
        yield tr("lain"), tr("{decision}; tidak diikuti").format(decision=decision_line(other))
    if seen := outcome.seen(finding):
        yield tr("acuan"), seen_name(seen)


def whole(finding: Finding) -> str:
    """The finding in lines: the sentence, then its particulars."""
    return "\n".join([say(finding.message), *(f"{label}: {text}" for label, text in particulars(finding))])


def headline(finding: Finding) -> str:
    """Code and place."""
    return f"{finding.code} {named(finding.location)}"
