"""GitLab's code quality report: a JSON array of issues."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from reviewer.language import current
from reviewer.model import Finding, Severity
from reviewer.reporting.machine import as_bytes
from reviewer.reporting.outcome import Failure, Outcome, Run
from reviewer.reporting.paths import relative
from reviewer.reporting.place import named
from reviewer.reporting.safe import visible
from reviewer.reporting.told import say

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_gitlab(run: Run) -> bytes:
    """The fingerprint is the finding's own identity, so that a merge request shows what is new and what was mended."""
    issues = [_issue(outcome, finding) for outcome in run.outcomes for finding in outcome.open]
    return as_bytes(issues + [_unusable(failure) for failure in run.failures])


def _issue(outcome: Outcome, finding: Finding) -> dict[str, Any]:
    place = finding.location.place
    path = visible(relative(outcome.path))
    lines = {"begin": place.line or 1}
    if place.line is not None and place.end_line is not None and place.end_line > place.line:
        lines["end"] = place.end_line
    return {
        "description": f"{named(finding.location)}: {say(finding.message)}",
        "check_name": finding.code,
        "fingerprint": _fingerprint(path, finding.id),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": lines},
    }


def _unusable(failure: Failure) -> dict[str, Any]:
    path = visible(relative(failure.path))
    return {
        "description": visible(failure.reason.of(current())),
        "check_name": "unreadable",
        "fingerprint": _fingerprint(path, "unreadable"),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _fingerprint(path: str, identity: str) -> str:
    return sha256(f"{path}\n{identity}".encode("utf-8", "replace")).hexdigest()
