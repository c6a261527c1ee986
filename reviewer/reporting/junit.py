"""JUnit XML: a suite for each draft, a case for each finding."""

from __future__ import annotations

import re
from xml.etree import ElementTree as xml

from reviewer.language import current, tr
from reviewer.model import Finding
from reviewer.reporting.outcome import Failure, Outcome, Run
from reviewer.reporting.paths import relative
from reviewer.reporting.safe import visible
from reviewer.reporting.told import decision_line, headline, say, severity_name, whole

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(run: Run) -> bytes:
    """Findings that make the command fail are failures, the others passed cases that tell what they are; what was
    decided to be no mistake is skipped, a draft that cannot be used is an error."""
    suites = [_suite(run, outcome) for outcome in run.outcomes] + [_unusable(failure) for failure in run.failures]
    root = xml.Element("testsuites", {"name": "reviewer"})
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in suites)))
    root.extend(suites)
    xml.indent(root, " ")
    data: bytes = xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _suite(run: Run, outcome: Outcome) -> xml.Element:
    path = _safe(visible(relative(outcome.path)))
    suite = xml.Element("testsuite", {"name": path})
    failed = 0
    for finding in outcome.open:
        case = _case(suite, path, finding)
        if outcome.fails(finding, run.threshold):
            failed += 1
            attributes = {"type": finding.code, "message": _safe(say(finding.message))}
            xml.SubElement(case, "failure", attributes).text = _safe(whole(finding))
        else:
            told = f"{severity_name(finding.severity)}: {whole(finding)}"
            xml.SubElement(case, "system-out").text = _safe(told)
    for finding in outcome.rejected:
        decision = outcome.decision(finding)
        message = decision_line(decision) if decision else ""
        xml.SubElement(_case(suite, path, finding), "skipped", {"message": _safe(message)})
    if not len(suite):
        xml.SubElement(suite, "testcase", {"classname": path, "name": tr("Tidak ada temuan.")})
    counts = {"tests": len(suite), "failures": failed, "errors": 0, "skipped": len(outcome.rejected)}
    for key, count in counts.items():
        suite.set(key, str(count))
    return suite


def _case(suite: xml.Element, path: str, finding: Finding) -> xml.Element:
    return xml.SubElement(suite, "testcase", {"classname": path, "name": _safe(headline(finding))})


def _unusable(failure: Failure) -> xml.Element:
    path = _safe(visible(relative(failure.path)))
    suite = xml.Element("testsuite", {"name": path, "tests": "1", "failures": "0", "errors": "1", "skipped": "0"})
    case = xml.SubElement(suite, "testcase", {"classname": path, "name": tr("naskah dapat dibaca")})
    reason = _safe(visible(failure.reason.of(current())))
    xml.SubElement(case, "error", {"type": "Unreadable", "message": reason})
    return suite


def _safe(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)
