"""Annotations of GitHub Actions: workflow commands, one a line."""

from __future__ import annotations

from reviewer.language import current
from reviewer.model import Finding, Severity
from reviewer.reporting.outcome import Outcome, Run
from reviewer.reporting.paths import relative
from reviewer.reporting.place import named
from reviewer.reporting.safe import visible
from reviewer.reporting.told import whole

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(run: Run) -> bytes:
    lines = [_line(outcome, finding) for outcome in run.outcomes for finding in outcome.open]
    for failure in run.failures:
        reason = visible(failure.reason.of(current()))
        lines.append(f"::error file={_value(relative(failure.path))},title=reviewer::{_message(reason)}")
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _line(outcome: Outcome, finding: Finding) -> str:
    place = finding.location.place
    about = {"file": relative(outcome.path)}
    if place.line is not None:
        about["line"] = str(place.line)
        if place.end_line is not None and place.end_line != place.line:
            about["endLine"] = str(place.end_line)
        elif place.column is not None:
            about["col"] = str(place.column)
    about["title"] = f"{finding.code} {named(finding.location)}"
    shown = ",".join(f"{key}={_value(value)}" for key, value in about.items())
    return f"::{_COMMANDS[finding.severity]} {shown}::{_message(whole(finding))}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _message(visible(text)).replace(":", "%3A").replace(",", "%2C")
