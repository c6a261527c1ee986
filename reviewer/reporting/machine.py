"""The JSON of a run, for programs: deterministic, sorted by place, the same bytes everywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reviewer import __version__
from reviewer.model import Cause, Decision, Finding, Language, Location, Repair, Status
from reviewer.reporting.outcome import Outcome

if TYPE_CHECKING:
    from reviewer.checking.base import Check

SCHEMA = 1
"""Grows when a reader of the old form could no longer understand the new one."""

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON lets stand but a terminal, a line reader or UTF-8 does not."""


def as_json(outcomes: Sequence[Outcome], language: Language, several: bool) -> bytes:
    """One run as an object; where `several` drafts were given, an object with an array of runs. UTF-8, ends with a line break."""
    runs = [_run(outcome, language) for outcome in outcomes]
    return as_bytes({**head(), "runs": runs} if several else runs[0])


def rules_json(checks: Sequence[Check], language: Language) -> bytes:
    """Every check, in the order given."""
    rules = [
        {
            "code": check.code,
            "name": check.name,
            "family": check.family,
            "severity": check.severity.value,
            "title": check.title.of(language),
            "reason": check.reason.of(language),
        }
        for check in checks
    ]
    return as_bytes({**head(), "rules": rules})


def as_bytes(data: Any) -> bytes:
    """Indented JSON in UTF-8 that steers no terminal; ends with a line break."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return (_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n").encode("utf-8")


def head() -> dict[str, Any]:
    """What every JSON begins with."""
    return {"schema": SCHEMA, "tool": {"name": "reviewer", "version": __version__}}


def _run(outcome: Outcome, language: Language) -> dict[str, Any]:
    examination = outcome.examination
    report, ledger = examination.report, examination.ledger
    return {
        **head(),
        "document": {
            "path": report.document.path,
            "format": report.document.format,
            "sha256": report.document.sha256,
            "title": report.identity.title,
            "institution": report.identity.institution,
            "year": report.identity.year,
            "tables": len(report.tables),
            "numbers": {
                "total": ledger.total,
                "verified": ledger.count(Status.VERIFIED),
                "repeated": ledger.count(Status.REPEATED),
                "contradicted": ledger.count(Status.CONTRADICTED),
                "unchecked": ledger.count(Status.UNCHECKED),
            },
            "notices": [
                {"message": notice.message.of(language), "line": notice.place.line, "page": notice.place.page}
                for notice in report.document.notices
            ],
            "unfinished": list(examination.unfinished),
        },
        "findings": [_finding(finding, outcome.decision(finding), language) for finding in outcome.findings],
        "causes": [_cause(cause, language) for cause in examination.causes],
    }


def _finding(finding: Finding, decision: Decision | None, language: Language) -> dict[str, Any]:
    return {
        "id": finding.id,
        "code": finding.code,
        "name": finding.name,
        "family": finding.family,
        "severity": finding.severity.value,
        "message": finding.message.of(language),
        "params": dict(finding.params),
        "quote": finding.quote,
        "stated": finding.stated,
        "expected": finding.expected,
        "difference": finding.difference,
        "explanation": finding.explanation.of(language),
        "location": _location(finding.location, language),
        "evidence": [{"location": _location(e.location, language), "quote": e.quote} for e in finding.evidence],
        "group": finding.group,
        "cause": finding.cause,
        "decision": _decision(decision),
    }


def _location(location: Location, language: Language) -> dict[str, Any]:
    place = location.place
    return {
        "label": location.label.of(language),
        "line": place.line,
        "end_line": place.end_line,
        "column": place.column,
        "page": place.page,
        "page_label": place.page_label,
        "page_approximate": place.rough,
        "sheet": place.sheet,
        "cell": place.cell,
        "table": location.table,
        "row": location.row,
        "col": location.col,
    }


def _decision(decision: Decision | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    return {
        "verdict": decision.verdict.value,
        "reason": decision.reason,
        "note": decision.note,
        "who": decision.who,
        "when": decision.when,
        "event": decision.event,
    }


def _cause(cause: Cause, language: Language) -> dict[str, Any]:
    return {
        "id": cause.id,
        "cells": [_repair(cell, language) for cell in cause.cells],
        "alternatives": [[_repair(cell, language) for cell in cells] for cells in cause.alternatives],
        "findings": list(cause.findings),
    }


def _repair(repair: Repair, language: Language) -> dict[str, Any]:
    return {
        "location": _location(repair.location, language),
        "stated": repair.stated,
        "repair": repair.repair,
        "slip": repair.slip.of(language),
    }
