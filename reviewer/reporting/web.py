"""The report as one web page: nothing is fetched, nothing of a draft is markup, and it prints."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from pathlib import Path

from reviewer import __version__
from reviewer.language import current, tr
from reviewer.model import Finding, Paragraph, Severity, Status, place_at
from reviewer.reporting.charts import MARKS, PATTERNS, SIGNS, findings_chart, ledger_chart
from reviewer.reporting.markdown import status_name
from reviewer.reporting.outcome import Outcome, Run
from reviewer.reporting.paths import relative
from reviewer.reporting.place import grouped, named, position
from reviewer.reporting.safe import visible
from reviewer.reporting.told import particulars, remarks, say, severity_name
from reviewer.reporting.web_tables import tables

_AROUND = 240
"""Characters of a paragraph shown on either side of what is marked."""
_MOST_EVIDENCE = 20


def as_html(run: Run) -> bytes:
    style, script = (_file(name) for name in ("report.css", "report.js"))
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    title = tr("Hasil pemeriksaan")
    if len(run.outcomes) == 1 and not run.failures:
        title = f"{title}: {visible(relative(run.outcomes[0].path))}"
    lines = [
        "<!doctype html>",
        f'<html lang="{current()}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(title)}</title>",
        f"<style>{style}</style></head><body>",
        PATTERNS,
        *_summary(run),
        *_filters(run),
        *(line for n, outcome in enumerate(run.outcomes, 1) for line in _draft(outcome, n)),
        f'<p class="dim small">reviewer {escape(__version__)}</p>',
        f"<script>{script}</script></body></html>",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _file(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _say(text: str) -> str:
    return escape(visible(text))


def _summary(run: Run) -> Iterator[str]:
    """What several drafts come to, and those that cannot be read."""
    yield f"<h1>{escape(tr('Hasil pemeriksaan'))}</h1>"
    if len(run.outcomes) != 1:
        heads = [tr("naskah"), *(severity_name(severity) for severity in Severity), tr("tidak dihitung")]
        yield '<div class="scroll"><table><tr>' + "".join(f"<th>{escape(head)}</th>" for head in heads) + "</tr>"
        for n, outcome in enumerate(run.outcomes, 1):
            counts = [*outcome.counts().values(), len(outcome.rejected)]
            cells = "".join(f'<td class="number">{grouped(count)}</td>' for count in counts)
            yield f'<tr><td><a href="#d{n}">{_say(relative(outcome.path))}</a></td>{cells}</tr>'
        yield "</table></div>"
    if run.failures:
        yield f"<h2>{escape(tr('Naskah yang tidak dapat dibaca'))}</h2><ul>"
        yield from (f"<li>{_say(failure.reason.of(current()))}</li>" for failure in run.failures)
        yield "</ul>"


def _filters(run: Run) -> Iterator[str]:
    """Hidden until the script that serves it runs."""
    found = [f for outcome in run.outcomes for f in (*outcome.open, *outcome.rejected)]
    if not found:
        return
    yield "<form hidden>"
    for severity in Severity:
        label = f"{SIGNS[severity]} {escape(severity_name(severity))}"
        yield f'<label><input type="checkbox" value="{severity.value}" checked> {label}</label>'
    if any(outcome.rejected for outcome in run.outcomes):
        label = escape(tr("diputuskan bukan kesalahan"))
        yield f'<label><input type="checkbox" value="suppressed" checked> {label}</label>'
    options = "".join(f"<option>{_say(family)}</option>" for family in sorted({f.family for f in found}))
    every = escape(tr("semua"))
    yield f'<label>{escape(tr("kelompok"))} <select name="family"><option value="">{every}</option>{options}</select></label>'
    sought = escape(tr("cari dalam temuan"))
    yield f'<input type="search" name="text" placeholder="{sought}" aria-label="{sought}">'
    yield f'<button type="reset">{escape(tr("semua temuan"))}</button>'
    words = escape(tr("{shown} dari {all} temuan tampil"))
    yield f'<output id="told" data-words="{words}"></output></form>'


def _draft(outcome: Outcome, number: int) -> Iterator[str]:
    report = outcome.examination.report
    identity, document = report.identity, report.document
    yield f'<section id="d{number}"><h2>{_say(relative(outcome.path))}</h2>'
    year = str(identity.year) if identity.year is not None else ""
    about = [part for part in (identity.title or identity.kind, identity.institution, year) if part]
    if about:
        yield f"<p>{_say(' · '.join(about))}</p>"
    yield f'<p class="dim small">SHA-256 {escape(document.sha256)}</p>'
    yield f'<div class="charts">{findings_chart(outcome.open)}{ledger_chart(outcome.examination.ledger)}</div>'
    shown = {f.id for f in (*outcome.open, *outcome.rejected)}
    yield f"<h3>{escape(tr('Temuan'))}</h3>"
    if not shown:
        yield f"<p>{escape(tr('Tidak ada temuan.'))}</p>"
    for finding in outcome.findings:
        if finding.id in shown:
            yield from _finding(outcome, finding, number)
    yield from _gone(outcome)
    yield from _notices(outcome)
    drawn = list(tables(outcome, number))
    if drawn:
        yield f"<h3>{escape(tr('Tabel naskah'))}</h3>"
        yield '<ul class="legend">'
        for status in Status:
            sign = f'<span class="sign" aria-hidden="true">{MARKS[status]}</span>'
            yield f'<li class="{status.value}">{sign} {escape(status_name(status))}</li>'
        yield "</ul>"
        yield from drawn
    yield "</section>"


def _finding(outcome: Outcome, finding: Finding, number: int) -> Iterator[str]:
    kind = f"finding {finding.severity.value}" + (" suppressed" if outcome.suppressed(finding) else "")
    yield (
        f'<article class="{kind}" id="d{number}-{escape(finding.id)}" data-severity="{finding.severity.value}" '
        f'data-family="{_say(finding.family)}">'
    )
    sign = f"{SIGNS[finding.severity]} {escape(severity_name(finding.severity))} {_say(finding.code)}"
    yield f'<h3><span class="tag">{sign}</span> {_say(say(finding.message))}</h3>'
    spot = finding.location.spot
    place = _say(named(finding.location))
    linked = spot.in_table and outcome.examination.report.table_at(spot.block) is not None
    goal = f"#d{number}-t{spot.block}-{spot.row}-{spot.col}"
    yield f'<p class="dim small">{f"<a href={chr(34)}{goal}{chr(34)}>{place}</a>" if linked else place}</p>'
    yield from _sentence(outcome, finding)
    told = (*particulars(finding), *remarks(outcome, finding))
    yield "<dl>" + "".join(f"<dt>{_say(label)}</dt><dd>{_say(text)}</dd>" for label, text in told) + "</dl>"
    if finding.evidence:
        count = grouped(len(finding.evidence))
        yield f"<details><summary>{escape(tr('{count} bukti').format(count=count))}</summary><ul>"
        for evidence in finding.evidence[:_MOST_EVIDENCE]:
            yield f"<li>{_say(named(evidence.location))}: {_say(evidence.quote)}</li>"
        rest = len(finding.evidence) - _MOST_EVIDENCE
        if rest > 0:
            yield f"<li>{escape(tr('… dan {count} tempat lain').format(count=grouped(rest)))}</li>"
        yield "</ul></details>"
    yield "</article>"


def _sentence(outcome: Outcome, finding: Finding) -> Iterator[str]:
    """What surrounds a finding in running text, marked."""
    spot, document = finding.location.spot, outcome.examination.report.document
    block = document.blocks[spot.block] if 0 <= spot.block < len(document.blocks) else None
    if not isinstance(block, Paragraph) or spot.end <= spot.start:
        return
    first, last = max(spot.start - _AROUND, 0), min(spot.end + _AROUND, len(block.text))
    before, marked, after = (
        block.text[first : spot.start],
        block.text[spot.start : spot.end],
        block.text[spot.end : last],
    )
    ahead, behind = ("… " if first else ""), (" …" if last < len(block.text) else "")
    where = position(place_at(document, spot))
    yield (
        f'<blockquote title="{_say(where)}">{ahead}{_part(before)}<mark>{_part(marked)}</mark>{_part(after)}{behind}</blockquote>'
    )


def _part(text: str) -> str:
    """A piece of a sentence: the spaces at its ends stay."""
    shown = _say(text)
    return f"{' ' if text[:1].isspace() else ''}{shown}{' ' if text[-1:].isspace() and shown else ''}"


def _gone(outcome: Outcome) -> Iterator[str]:
    if outcome.absent:
        yield f"<h3>{escape(tr('Ada di acuan, tidak ditemukan lagi'))}</h3><ul>"
        yield from (f"<li>{_say(a.code)} {_say(a.label)}: {_say(a.message)}</li>" for a in outcome.absent)
        yield "</ul>"


def _notices(outcome: Outcome) -> Iterator[str]:
    notices = outcome.examination.report.document.notices
    if notices:
        yield f"<h3>{escape(tr('Catatan pembacaan'))}</h3><ul>"
        for notice in notices:
            where = position(notice.place)
            yield f"<li>{_say(f'{where}: ' if where else '')}{' ' if where else ''}{_say(say(notice.message))}</li>"
        yield "</ul>"
