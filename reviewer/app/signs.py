"""Signs and words that say what colours say, for those who see none."""

from __future__ import annotations

from reviewer.language import tr
from reviewer.model import Severity, Verdict
from reviewer.reviewing import FindingState
from reviewer.reviewing.names import severity_name, verdict_name

SEVERITY_SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "i"}
_VERDICT_SIGNS = {Verdict.NOTED: "✓", Verdict.REJECTED: "−", Verdict.LATER: "…", Verdict.FIXED: "+"}
_OPEN, _CHANGED = " ", "~"


def state_sign(state: FindingState) -> str:
    """One character for how a finding stands."""
    if state.decision is not None:
        return _VERDICT_SIGNS[state.decision.verdict]
    return _CHANGED if state.changed else _OPEN


def legend() -> tuple[tuple[str, str], ...]:
    """Every sign with its meaning."""
    severities = [(SEVERITY_SIGNS[s], severity_name(s)) for s in Severity]
    verdicts = [(_VERDICT_SIGNS[v], verdict_name(v)) for v in Verdict]
    return (*severities, *verdicts, (_CHANGED, tr("angkanya berubah sejak diputuskan")))
