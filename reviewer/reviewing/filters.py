"""Which findings are shown: "hanya kesalahan", "hanya TOT", "hanya belum"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reviewer.language import tr
from reviewer.model import Finding, Severity, Verdict
from reviewer.reviewing.names import verdict_name
from reviewer.reviewing.standing import FindingState

_SEVERITIES = {
    Severity.ERROR: "kesalahan error errors galat berat".split(),
    Severity.WARNING: "peringatan warning warnings".split(),
    Severity.INFO: "info informasi information infos".split(),
}
_VERDICTS = {
    Verdict.NOTED: "catat dicatat catatan noted accepted".split(),
    Verdict.REJECTED: "tolak ditolak rejected".split(),
    Verdict.LATER: "nanti ditunda tunda later postponed".split(),
    Verdict.FIXED: "diperbaiki fixed".split(),
}
_OPEN = "belum terbuka undecided open sisanya sisa rest".split()
_CHANGED = "berubah changed".split()


@dataclass(frozen=True, slots=True)
class Filter:
    """What it is called, and what it lets through."""

    name: str
    lets: Callable[[Finding, FindingState], bool]


def filter_named(text: str, findings: Iterable[Finding]) -> Filter | None:
    """The filter that these words name; codes and families are those of the findings there are."""
    words = [word.strip(".,;:!\"'") for word in text.casefold().split()]
    words = [word for word in words if word not in ("yang", "saja", "aja", "temuan", "the", "findings", "finding")]
    if not words:
        return None
    first = words[0]
    for severity, names in _SEVERITIES.items():
        if first in names:
            return _severity(severity)
    if first in _OPEN:
        return Filter(tr("belum diputuskan"), lambda finding, state: not state.settled)
    if first in _CHANGED:
        return Filter(tr("berubah"), lambda finding, state: state.changed)
    for verdict, names in _VERDICTS.items():
        if first in names or (first == "sudah" and words[1:2] == ["diperbaiki"] and verdict is Verdict.FIXED):
            return _verdict(verdict)
    return _code(first.upper(), findings)


def _severity(severity: Severity) -> Filter:
    match severity:
        case Severity.ERROR:
            name = tr("kesalahan")
        case Severity.WARNING:
            name = tr("peringatan")
        case _:
            name = tr("info")
    return Filter(name, lambda finding, state: finding.severity is severity)


def _verdict(verdict: Verdict) -> Filter:
    return Filter(
        verdict_name(verdict),
        lambda finding, state: state.decision is not None and state.decision.verdict is verdict,
    )


def _code(name: str, findings: Iterable[Finding]) -> Filter | None:
    known = {finding.family for finding in findings} | {finding.code for finding in findings}
    if name not in known:
        return None
    return Filter(name, lambda finding, state: name in (finding.code, finding.family))
