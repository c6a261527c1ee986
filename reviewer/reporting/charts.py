"""Charts as inline SVG. What colour tells is also told by pattern, sign and number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from reviewer.language import tr
from reviewer.model import Finding, Ledger, Severity, Status
from reviewer.reporting.markdown import status_name
from reviewer.reporting.place import grouped, share
from reviewer.reporting.told import severity_name

SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "i"}
MARKS = {Status.CONTRADICTED: "✗", Status.VERIFIED: "✓", Status.REPEATED: "≈", Status.UNCHECKED: "?"}
_WIDTH, _ROW, _LEFT, _RIGHT = 420, 24, 50, 56

PATTERNS = (
    '<svg width="0" height="0" viewBox="0 0 0 0" aria-hidden="true"><defs>'
    '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<line class="hatch" x1="0" y1="0" x2="0" y2="6"/></pattern>'
    '<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="dots" cx="3" cy="3" r="1.3"/></pattern>'
    "</defs></svg>"
)
_OVER = {"warning": "hatch", "unchecked": "hatch", "info": "dots", "repeated": "dots"}


def findings_chart(findings: Sequence[Finding]) -> str:
    """A bar for each family, gravest part first; "" where nothing was found."""
    families: dict[str, Counter[Severity]] = {}
    for finding in findings:
        families.setdefault(finding.family, Counter())[finding.severity] += 1
    if not families:
        return ""
    ordered = sorted(families.items(), key=lambda pair: (-pair[1].total(), pair[0]))
    most = ordered[0][1].total()
    parts = []
    for n, (family, counts) in enumerate(ordered):
        y, x = n * _ROW, float(_LEFT)
        parts.append(f'<text x="0" y="{y + 16}">{escape(family)}</text>')
        for severity in Severity:
            if counts[severity]:
                width = counts[severity] / most * (_WIDTH - _LEFT - _RIGHT)
                title = f"{family}: {grouped(counts[severity])} {severity_name(severity)}"
                parts.append(_bar(x, y + 3, width, severity.value, title))
                x += width
        tally = " ".join(f"{counts[s]}{SIGNS[s]}" for s in Severity if counts[s])
        parts.append(f'<text x="{x + 5:.1f}" y="{y + 16}">{escape(tally)}</text>')
    key = ", ".join(f"{SIGNS[severity]} {severity_name(severity)}" for severity in Severity)
    title = tr("Temuan menurut kelompok ({key})").format(key=key)
    return _figure(title, _WIDTH + 60, len(ordered) * _ROW, parts)


def ledger_chart(ledger: Ledger) -> str:
    """The shares of what is known of the figures; "" where there are none."""
    if not ledger.total:
        return ""
    parts = []
    for n, status in enumerate(Status):
        count = ledger.count(status)
        y = n * _ROW
        width = count / ledger.total * (_WIDTH - 200)
        named = f"{MARKS[status]} {status_name(status)}"
        parts.append(f'<text x="0" y="{y + 16}">{escape(named)}</text>')
        parts.append(_bar(130, y + 3, width, status.value, f"{named}: {grouped(count)}"))
        parts.append(f'<text x="{135 + width:.1f}" y="{y + 16}">{grouped(count)} ({share(count, ledger.total)})</text>')
    title = tr("Angka di naskah: {total}").format(total=grouped(ledger.total))
    return _figure(title, _WIDTH + 60, len(Status) * _ROW, parts)


def _bar(x: float, y: float, width: float, kind: str, title: str) -> str:
    at = f'x="{x:.1f}" y="{y}" width="{width:.1f}" height="{_ROW - 7}"'
    over = f'<rect {at} fill="url(#{_OVER[kind]})"/>' if kind in _OVER else ""
    return f'<g><title>{escape(title)}</title><rect {at} class="fill-{kind}"/>{over}</g>'


def _figure(title: str, width: int, height: int, parts: Sequence[str]) -> str:
    drawn = "".join(parts)
    return (
        f'<figure><figcaption>{escape(title)}</figcaption><svg viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(title)}">{drawn}</svg></figure>'
    )
