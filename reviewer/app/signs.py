"""Signs and words that say what colours say, for those who see none."""

from __future__ import annotations

from reviewer.language import tr
from reviewer.model import Severity, Status, Verdict
from reviewer.reviewing import FindingState
from reviewer.reviewing.names import severity_name, verdict_name

SEVERITY_SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "i"}
_VERDICT_SIGNS = {Verdict.NOTED: "✓", Verdict.REJECTED: "−", Verdict.LATER: "…", Verdict.FIXED: "+"}
_OPEN, _CHANGED = " ", "~"
LEDGER_SIGNS = {Status.CONTRADICTED: "✗", Status.VERIFIED: "✓", Status.REPEATED: "=", Status.UNCHECKED: "·"}
"""What stands before a figure of the draft."""
MARK_SIGN, EVIDENCE_SIGN, CURSOR_SIGN = "▶", "┃", "›"
"""At the edge of the draft: the finding in hand, what it is compared with, the cursor."""
OWN_SIGN = "✎"
"""A finding of the reviewer's own stands here."""


def state_sign(state: FindingState) -> str:
    """One character for how a finding stands."""
    if state.decision is not None:
        return _VERDICT_SIGNS[state.decision.verdict]
    return _CHANGED if state.changed else _OPEN


def status_name(status: Status) -> str:
    """What the ledger says of a figure, in a word or two."""
    match status:
        case Status.CONTRADICTED:
            return tr("bertentangan")
        case Status.VERIFIED:
            return tr("cocok")
        case Status.REPEATED:
            return tr("berulang")
        case Status.UNCHECKED:
            return tr("belum diperiksa")


def legend() -> tuple[tuple[str, str], ...]:
    """Every sign with its meaning."""
    severities = [(SEVERITY_SIGNS[s], severity_name(s)) for s in Severity]
    verdicts = [(_VERDICT_SIGNS[v], verdict_name(v)) for v in Verdict]
    return (*severities, *verdicts, (_CHANGED, tr("angkanya berubah sejak diputuskan")))


def draft_legend() -> tuple[tuple[str, str], ...]:
    """Every sign that the draft bears, with its meaning."""
    figures = [(sign, tr("angka ini {status}").format(status=status_name(s))) for s, sign in LEDGER_SIGNS.items()]
    return (
        *figures,
        (MARK_SIGN, tr("angka temuan ini di draf")),
        (EVIDENCE_SIGN, tr("angka pembandingnya")),
        (CURSOR_SIGN, tr("kursor")),
        (OWN_SIGN, tr("temuan Anda sendiri")),
    )
