"""SARIF 2.1.0 (OASIS), as code-scanning platforms read it."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from reviewer import __version__
from reviewer.checking.base import Check
from reviewer.language import current
from reviewer.model import Decision, Finding, Location, Severity, Spot
from reviewer.reporting.machine import as_bytes
from reviewer.reporting.manual import markdown_page, plain_page
from reviewer.reporting.outcome import Absent, Outcome, Run
from reviewer.reporting.paths import uri
from reviewer.reporting.safe import visible
from reviewer.reporting.told import decision_line, say, whole

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def as_sarif(run: Run) -> bytes:
    """One run over all drafts; its rules are those that the results name."""
    from reviewer.checking.registry import checks

    known = {check.code: check for check in checks()}
    named = {finding.code: finding for outcome in run.outcomes for finding in _shown(outcome)}
    gone = {absent.code for outcome in run.outcomes for absent in outcome.absent}
    codes = sorted(named.keys() | gone)
    index = {code: n for n, code in enumerate(codes)}
    results = [
        result
        for n, outcome in enumerate(run.outcomes)
        for result in [
            *(_result(outcome, finding, n, index) for finding in _shown(outcome)),
            *(_absent(outcome, absent, n, index) for absent in outcome.absent),
        ]
    ]
    return as_bytes(
        {
            "$schema": _SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "reviewer",
                            "version": __version__,
                            "semanticVersion": __version__,
                            "language": current(),
                            "rules": [_rule(code, known.get(code), named.get(code)) for code in codes],
                        }
                    },
                    "invocations": [_invocation(run)],
                    "artifacts": [
                        {
                            "location": {"uri": uri(outcome.path)},
                            "hashes": {"sha-256": outcome.examination.report.document.sha256},
                        }
                        for outcome in run.outcomes
                    ],
                    "columnKind": "unicodeCodePoints",
                    "results": results,
                }
            ],
        }
    )


def _shown(outcome: Outcome) -> tuple[Finding, ...]:
    """Suppressed findings are results too; they say that they are suppressed."""
    shown = {f.id for f in (*outcome.open, *outcome.rejected)}
    return tuple(f for f in outcome.findings if f.id in shown)


def _invocation(run: Run) -> dict[str, Any]:
    told = [
        {"level": "error", "message": _text(failure.reason.of(current())), "locations": [_artifact(failure.path)]}
        for failure in run.failures
    ]
    for outcome in run.outcomes:
        told += [
            {"level": "note", "message": _text(say(notice.message)), "locations": [_artifact(outcome.path)]}
            for notice in outcome.examination.report.document.notices
        ]
    return {"executionSuccessful": not run.failures, "toolExecutionNotifications": told}


def _artifact(path: str) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path)}}}


def _rule(code: str, check: Check | None, finding: Finding | None) -> dict[str, Any]:
    """`check` is None for a check that is no longer installed."""
    if check is None:
        return {"id": code} | ({"name": finding.name} if finding else {})
    return {
        "id": code,
        "name": check.name,
        "shortDescription": {"text": say(check.title)},
        "fullDescription": {"text": " ".join(visible(check.docs.of(current())).split())},
        "help": {"text": plain_page(check), "markdown": markdown_page(check, head=False)},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
        "properties": {"tags": [check.family], "problem.severity": _KINDS[check.severity], "precision": "high"},
    }


def _result(outcome: Outcome, finding: Finding, artifact: int, rules: dict[str, int]) -> dict[str, Any]:
    identity = f"{uri(outcome.path)}\n{finding.id}"
    seen = outcome.seen(finding)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rules[finding.code],
        "level": _LEVELS[finding.severity],
        "message": _text(whole(finding)),
        "locations": [_location(outcome, finding.location, artifact, finding.quote)],
        "partialFingerprints": {
            "reviewerFinding/v1": finding.id,
            "reviewerAnchor/v1": _hash("\n".join(finding.anchor)),
            "primaryLocationLineHash": f"{_hash(identity)[:16]}:1",
        },
        "suppressions": _suppressions(outcome, finding),
    }
    if finding.evidence:
        result["relatedLocations"] = [
            {"id": n, **_location(outcome, e.location, artifact, e.quote), "message": _text(visible(e.quote))}
            for n, e in enumerate(finding.evidence, 1)
        ]
    if seen is not None:
        result["baselineState"] = seen.value
    result["properties"] = {
        "stated": visible(finding.stated),
        "expected": visible(finding.expected),
        "difference": visible(finding.difference),
        "explanation": say(finding.explanation),
        "reason": say(finding.reason),
    }
    return result


def _absent(outcome: Outcome, absent: Absent, artifact: int, rules: dict[str, int]) -> dict[str, Any]:
    return {
        "ruleId": absent.code,
        "ruleIndex": rules[absent.code],
        "level": "none",
        "kind": "notApplicable",
        "message": _text(visible(absent.message)),
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": uri(outcome.path), "index": artifact}},
                "logicalLocations": [{"fullyQualifiedName": visible(absent.label)}],
            }
        ],
        "partialFingerprints": {"reviewerFinding/v1": visible(absent.id)},
        "suppressions": [],
        "baselineState": "absent",
    }


def _location(outcome: Outcome, location: Location, artifact: int, quote: str) -> dict[str, Any]:
    """A region where the format has lines; else the place by its name, with what page or cell is known."""
    place = location.place
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(outcome.path), "index": artifact}}
    if place.line is not None:
        physical["region"] = _region(location, quote)
    known = {
        "page": place.page,
        "pageLabel": visible(place.page_label) if place.page_label else None,
        "pageApproximate": True if place.rough and place.page is not None else None,
        "sheet": visible(place.sheet) if place.sheet else None,
        "cell": place.cell,
        "tableRow": location.row,
        "tableColumn": location.col,
    }
    found: dict[str, Any] = {"physicalLocation": physical}
    if label := say(location.label):
        found["logicalLocations"] = [{"fullyQualifiedName": label}]
    if properties := {key: value for key, value in known.items() if value is not None}:
        found["properties"] = properties
    return found


def _region(location: Location, quote: str) -> dict[str, Any]:
    place, spot = location.place, location.spot
    region: dict[str, Any] = {"startLine": place.line}
    end = place.end_line or place.line
    if place.column is not None:
        region["startColumn"] = place.column
    if end != place.line:
        region["endLine"] = end
    elif place.column is not None and _length(spot):
        region["endColumn"] = place.column + _length(spot)
    if quote:
        region["snippet"] = {"text": visible(quote)}
    return region


def _length(spot: Spot) -> int:
    return max(spot.end - spot.start, 0)


def _suppressions(outcome: Outcome, finding: Finding) -> list[dict[str, Any]]:
    """The decision obeyed, and other people's, which are for review."""

    def suppression(decision: Decision, status: str) -> dict[str, Any]:
        return {"kind": "external", "status": status, "justification": decision_line(decision)}

    decision = outcome.decision(finding)
    own = [suppression(decision, "accepted")] if decision and outcome.suppressed(finding) else []
    others = [d for d in outcome.others.get(finding.id, ()) if d.verdict.value == "bukan-kesalahan"]
    return own or [suppression(other, "underReview") for other in others]


def _text(text: str) -> dict[str, str]:
    """A message: brackets and braces of a draft neither link nor stand for arguments."""
    for sign in "\\[]":
        text = text.replace(sign, f"\\{sign}")
    return {"text": text.replace("{", "{{").replace("}", "}}") or "-"}


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()
