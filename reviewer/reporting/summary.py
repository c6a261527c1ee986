"""What many drafts come to: a line for each, and the mistakes that are made most often."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from reviewer.language import current, tr
from reviewer.model import Severity, Status
from reviewer.reporting.machine import as_bytes, head
from reviewer.reporting.outcome import Run
from reviewer.reporting.paths import relative
from reviewer.reporting.safe import visible

if TYPE_CHECKING:
    import pandas

_MOST_MISTAKES = 15
_NUMBERS = ("figures", *(status.value for status in Status))


def summary(run: Run, form: str) -> bytes:
    """As "text", "csv" or "json". All but the seconds are the same for the same run."""
    drafts, mistakes = drafts_frame(run), mistakes_frame(run)
    if form == "json":
        return as_bytes({**head(), "drafts": _records(drafts), "mistakes": _records(mistakes)})
    named = (_named(drafts), _named(mistakes.head(_MOST_MISTAKES)))
    if form == "csv":
        from reviewer.reporting.spreadsheet import table

        rows = [[list(frame.columns), *frame.astype(str).values.tolist()] for frame in named]
        return table([*rows[0], [], *rows[1]])
    return _text(*named, len(run.failures))


def drafts_frame(run: Run) -> pandas.DataFrame:
    """A row for each draft: findings by severity, figures by what is known of them, seconds."""
    import pandas

    rows: list[dict[str, Any]] = []
    for outcome in run.outcomes:
        ledger = outcome.examination.ledger
        rows.append(
            {"draft": visible(relative(outcome.path)), "state": "checked"}
            | {severity.value: count for severity, count in outcome.counts().items()}
            | {"suppressed": len(outcome.rejected), "figures": ledger.total}
            | {status.value: ledger.count(status) for status in Status}
            | {"seconds": round(outcome.seconds, 2)}
        )
    for failure in run.failures:
        rows.append({"draft": visible(relative(failure.path)), "state": "unreadable"})
    counts = [*(severity.value for severity in Severity), "suppressed", *_NUMBERS]
    frame = pandas.DataFrame(rows, columns=["draft", "state", *counts, "seconds"])
    frame[counts] = frame[counts].astype("Int64")
    frame["seconds"] = frame["seconds"].astype("Float64")
    return frame


def mistakes_frame(run: Run) -> pandas.DataFrame:
    """A row for each check that found something, most findings first."""
    import pandas

    found = pandas.DataFrame(
        [(f.code, f.name, outcome.path) for outcome in run.outcomes for f in outcome.open],
        columns=["code", "name", "draft"],
    )
    grouped = found.groupby(["code", "name"], as_index=False).agg(
        findings=("draft", "size"), drafts=("draft", "nunique")
    )
    return grouped.sort_values(["findings", "drafts", "code"], ascending=[False, False, True], ignore_index=True)


def _records(frame: pandas.DataFrame) -> list[dict[str, Any]]:
    import pandas

    return [
        {str(key): None if pandas.isna(value) else value for key, value in record.items()}
        for record in frame.astype(object).to_dict("records")
    ]


def _named(frame: pandas.DataFrame) -> pandas.DataFrame:
    """With its columns in the reader's language, and blanks where nothing is known."""
    names = {
        "draft": tr("naskah"),
        "state": tr("keadaan"),
        "error": tr("kesalahan"),
        "warning": tr("peringatan"),
        "info": tr("catatan"),
        "suppressed": tr("tidak dihitung"),
        "figures": tr("angka"),
        "contradicted": tr("bertentangan"),
        "verified": tr("terverifikasi"),
        "repeated": tr("berulang"),
        "unchecked": tr("belum diperiksa"),
        "seconds": tr("detik"),
        "code": tr("kode"),
        "name": tr("nama"),
        "findings": tr("temuan"),
        "drafts": tr("naskah"),
    }
    states = {"checked": tr("diperiksa"), "unreadable": tr("tidak terbaca")}
    shown = frame.astype(object).where(frame.notna(), "")
    if "state" in shown:
        shown["state"] = shown["state"].map(states)
    if "name" in shown:
        shown["name"] = [_title(code, name) for code, name in zip(shown["code"], shown["name"], strict=True)]
    return shown.rename(columns=names)


def _title(code: str, name: str) -> str:
    from reviewer.checking.registry import checks

    title = next((check.title.of(current()) for check in checks() if check.code == code), name)
    return visible(title)


def _text(drafts: pandas.DataFrame, mistakes: pandas.DataFrame, unreadable: int) -> bytes:
    text = io.StringIO()
    text.write(drafts.to_string(index=False) + "\n")
    if len(mistakes):
        text.write(f"\n{tr('Kekeliruan tersering')}\n" + mistakes.to_string(index=False) + "\n")
    if unreadable:
        text.write("\n" + tr("{count} naskah tidak dapat dibaca.").format(count=unreadable) + "\n")
    return text.getvalue().encode("utf-8", "replace")
