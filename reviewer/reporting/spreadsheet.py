"""CSV for spreadsheets: a row for each finding, no cell of which a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import re

from reviewer.language import tr
from reviewer.model import Finding
from reviewer.reporting.outcome import Outcome, Run
from reviewer.reporting.paths import relative
from reviewer.reporting.safe import visible
from reviewer.reporting.told import say

_STARTERS = "=+-@\t\r\n＝＋－＠|"
_NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")


def safe_cell(text: str) -> str:
    """`text` so that a spreadsheet shows it; what begins like a formula gets an apostrophe. Signed numbers stay numbers."""
    if text.lstrip(" ").startswith(tuple(_STARTERS)) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def as_csv(run: Run) -> bytes:
    """With a byte order mark, which Excel needs to read UTF-8."""
    return table([_heads(), *(_row(o, f) for o in run.outcomes for f in _listed(run, o))])


def table(rows: list[list[str]]) -> bytes:
    """Rows as CSV in UTF-8 with a byte order mark, every cell harmless."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([safe_cell(visible(cell)) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def _listed(run: Run, outcome: Outcome) -> tuple[Finding, ...]:
    shown = {f.id for f in (*outcome.open, *(outcome.rejected if run.show_suppressed else ()))}
    return tuple(f for f in outcome.findings if f.id in shown)


def _heads() -> list[str]:
    return [
        tr("naskah"), tr("id"), tr("kode"), tr("nama"), tr("tingkat"), tr("temuan"), tr("letak"), tr("baris"),
        tr("kolom"), tr("halaman"), tr("lembar"), tr("sel"), tr("tabel"), tr("baris tabel"), tr("kutipan"),
        tr("tertulis"), tr("seharusnya"), tr("selisih"), tr("hitungan"), tr("putusan"), tr("alasan"), tr("oleh"),
        tr("waktu"), tr("acuan"),
    ]  # fmt: skip


def _row(outcome: Outcome, finding: Finding) -> list[str]:
    place, decision, seen = finding.location.place, outcome.decision(finding), outcome.seen(finding)
    page = place.page_label or _number(place.page)
    return [
        relative(outcome.path), finding.id, finding.code, finding.name, finding.severity.value, say(finding.message),
        say(finding.location.label), _number(place.line), _number(place.column),
        f"~{page}" if place.rough and page else page, place.sheet or "", place.cell or "",
        finding.location.table or "", _number(finding.location.row), finding.quote, finding.stated, finding.expected,
        finding.difference, say(finding.explanation),
        *((decision.verdict.value, decision.reason, decision.who, decision.when) if decision else ("",) * 4),
        seen.value if seen else "",
    ]  # fmt: skip


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
