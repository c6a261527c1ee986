"""The report for people at a terminal or reading a log: by section and table, each finding with its row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text
from rich.theme import Theme

from reviewer.language import current, tr
from reviewer.model import Cause, Decision, Finding, Repair, Report, Severity, Status, Verdict, Words
from reviewer.reporting.excerpt import excerpt, shown
from reviewer.reporting.outcome import Outcome
from reviewer.reporting.place import grouped, named, position, share
from reviewer.reporting.safe import visible

THEME = Theme(
    {
        "error": "bold red",
        "warning": "bold yellow",
        "info": "bold blue",
        "wrong": "bold red reverse",
        "cited": "cyan",
        "right": "bold green",
        "head": "dim italic",
        "gutter": "dim",
        "label": "dim",
        "section": "bold",
        "table": "bold cyan",
        "verified": "green",
        "repeated": "cyan",
        "contradicted": "red",
        "unchecked": "yellow",
    },
    inherit=False,
)

_SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "i"}
_MOST_EVIDENCE = 6
"""Places told of one finding; the rest are counted."""
_MOST_GROUPED = 16
_MOST_PLACES = 5
"""Places told where figures stand unchecked."""
_BAR = 40
"""Columns of the ledger's bar."""
_INDENT = 4


def report(outcome: Outcome, console: Console) -> None:
    """Print everything about one draft."""
    _title(outcome, console)
    causes = {cause.id: n for n, cause in enumerate(_shared(outcome), 1)}
    headings: tuple[str, ...] | None = None
    for (path, block), findings in groupby(outcome.open, key=lambda f: _home(outcome.examination.report, f)):
        if path != headings:
            headings = path
            console.print(Text(" › ".join(map(visible, path)) or tr("Awal naskah"), style="section"))
            console.print()
        if block >= 0:
            console.print(_table_title(outcome.examination.report, block))
            console.print()
        for finding in findings:
            _finding(outcome, finding, causes, console)
    _causes(outcome, console)
    _rejected(outcome, console)
    _notices(outcome, console)
    _ledger(outcome, console)
    _counts(outcome, console)


def closing(outcomes: Sequence[Outcome], unreadable: int, console: Console) -> None:
    """Print the last lines of a run over several drafts."""
    total = {severity: sum(o.counts()[severity] for o in outcomes) for severity in Severity}
    line = tr("{drafts} naskah diperiksa: {counts}").format(drafts=grouped(len(outcomes)), counts=_tally(total))
    console.print(Text(line, style="section"))
    if unreadable:
        console.print(Text(tr("{count} naskah tidak dapat dibaca.").format(count=unreadable), style="error"))


def _title(outcome: Outcome, console: Console) -> None:
    identity = outcome.examination.report.identity
    about = [part for part in (identity.title or identity.kind, identity.institution) if part]
    if identity.year is not None:
        about.append(str(identity.year))
    console.print(Text(visible(outcome.path), style="section"))
    if about:
        console.print(Text(" · ".join(map(visible, about)), style="label"))
    console.print()


def _home(report: Report, finding: Finding) -> tuple[tuple[str, ...], int]:
    """Heading path, and the block of the table (-1 for running text)."""
    spot = finding.location.spot
    path = report.headings[spot.block] if 0 <= spot.block < len(report.headings) else ()
    return path, spot.block if spot.in_table else -1


def _table_title(report: Report, block: int) -> Text:
    table = report.table_at(block)
    if table is None:
        return Text("  " + tr("Tabel"), style="table")
    parts = [table.title]
    if table.number and table.caption:
        parts.append(table.caption.removeprefix(table.title).lstrip(" .:"))
    return Text("  " + " ".join(map(visible, parts)), style="table")


def _finding(outcome: Outcome, finding: Finding, causes: dict[str, int], console: Console) -> None:
    width = console.width - _INDENT
    console.print(_headline(finding, console))
    carets = console.color_system is None
    for line in excerpt(outcome.examination.report, finding, width, carets):
        console.print(Padding(line, (0, 0, 0, _INDENT)), no_wrap=True, crop=False)
    console.print(Padding(_particulars(outcome, finding, causes), (0, 0, 0, _INDENT)))
    console.print()


def _headline(finding: Finding, console: Console) -> Grid:
    style = finding.severity.value
    sign = _SIGNS[finding.severity]
    if not _printable(sign, console):
        sign = "x"
    head = Grid.grid(padding=(0, 1))
    head.add_column(no_wrap=True)
    head.add_column(no_wrap=True)
    head.add_column()
    head.add_row(Text(f"  {sign}", style=style), Text(finding.code, style=style), Text(_say(finding.message)))
    return head


def _particulars(outcome: Outcome, finding: Finding, causes: dict[str, int]) -> Grid:
    grid = Grid.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, style="label")
    grid.add_column()
    where = _where(outcome.examination.report, finding)
    if where:
        grid.add_row(tr("letak"), Text(where))
    if finding.expected:
        expected = Text(visible(finding.expected), style="right")
        if finding.difference:
            expected.append(
                " " + tr("(selisih {difference})").format(difference=visible(finding.difference)), "default"
            )
        grid.add_row(tr("mestinya"), expected)
    if _say(finding.explanation):
        grid.add_row(tr("hitungan"), Text(_say(finding.explanation)))
    for label, text in _evidence(finding):
        grid.add_row(label, text)
    if finding.cause in causes:
        grid.add_row(tr("sebab"), Text(tr("angka no. {number} di bawah").format(number=causes[finding.cause])))
    for label, words in _decisions(outcome, finding):
        grid.add_row(label, Text(words))
    return grid


def _where(report: Report, finding: Finding) -> str:
    """The place without the table's name, which stands above."""
    label = visible(finding.location.label.of(current()))
    table = report.table_at(finding.location.spot.block)
    if table and finding.location.spot.in_table:
        label = label.removeprefix(visible(table.title)).removeprefix(" › ")
    return " · ".join(part for part in (position(finding.location.place, finding.location.row), label) if part)


def _evidence(finding: Finding) -> Iterator[tuple[str, Text]]:
    """The places that the excerpt does not show."""
    seen = shown(finding)
    rest = [e for i, e in enumerate(finding.evidence) if i not in seen]
    most = _MOST_GROUPED if finding.group else _MOST_EVIDENCE
    label = tr("tempat") if finding.group else tr("bukti")
    for evidence in rest[:most]:
        text = Text(named(evidence.location))
        if visible(evidence.quote):
            text.append(": ")
            text.append(visible(evidence.quote), style="cited")
        yield label, text
        label = ""
    if len(rest) > most:
        yield label, Text(tr("… dan {count} tempat lain").format(count=grouped(len(rest) - most)))


def _decisions(outcome: Outcome, finding: Finding) -> Iterator[tuple[str, str]]:
    decision = outcome.decision(finding)
    if decision:
        yield tr("putusan"), _decision(decision)
    for other in outcome.others.get(finding.id, ()):
        yield tr("lain"), tr("{decision}; tidak diikuti").format(decision=_decision(other))


def _decision(decision: Decision) -> str:
    what = {
        Verdict.NOTED: tr("dicatat oleh {who}, {when}"),
        Verdict.REJECTED: tr("bukan kesalahan menurut {who}, {when}"),
        Verdict.LATER: tr("ditunda oleh {who}, {when}"),
        Verdict.FIXED: tr("sudah diperbaiki menurut {who}, {when}"),
    }[decision.verdict].format(who=visible(decision.who), when=visible(decision.when)[:10])
    words = [visible(text) for text in (decision.reason, decision.note) if visible(text)]
    return ": ".join([what, "; ".join(words)]) if words else what


def _shared(outcome: Outcome) -> list[Cause]:
    """Causes that explain two findings or more, of which one at least still counts."""
    counted = {f.id for f in outcome.open}
    return [c for c in outcome.examination.causes if len(c.findings) > 1 and counted.intersection(c.findings)]


def _causes(outcome: Outcome, console: Console) -> None:
    causes = _shared(outcome)
    if not causes:
        return
    console.print(Text(tr("Angka yang menjelaskan beberapa temuan sekaligus"), style="section"))
    grid = Grid.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column()
    for number, cause in enumerate(causes, 1):
        grid.add_row(f"{number}.", _repairs(cause.cells))
        for cells in cause.alternatives[:2]:
            grid.add_row("", Text(tr("atau: ")) + _repairs(cells))
        grid.add_row("", Text(tr("menjelaskan {count} temuan").format(count=len(cause.findings)), style="label"))
    console.print(Padding(grid, (0, 0, 1, 2)))


def _repairs(cells: Sequence[Repair]) -> Text:
    text = Text()
    for n, cell in enumerate(cells):
        if n:
            text.append("; ")
        text.append(named(cell.location) + ": ")
        text.append(visible(cell.stated), style="error")
        text.append(" → ")
        text.append(visible(cell.repair), style="right")
        if _say(cell.slip):
            text.append(f" ({_say(cell.slip)})")
    return text


def _rejected(outcome: Outcome, console: Console) -> None:
    if not outcome.rejected:
        return
    console.print(Text(tr("Tidak dihitung karena diputuskan bukan kesalahan"), style="section"))
    grid = Grid.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, style="label")
    grid.add_column()
    for finding in outcome.rejected:
        decision = outcome.decision(finding)
        text = Text(named(finding.location))
        if decision:
            text.append(" — " + _decision(decision))
        grid.add_row(finding.code, text)
    console.print(Padding(grid, (0, 0, 1, 2)))


def _notices(outcome: Outcome, console: Console) -> None:
    notices = outcome.examination.report.document.notices
    if not notices:
        return
    console.print(Text(tr("Catatan pembacaan"), style="section"))
    for notice in notices:
        where = position(notice.place)
        text = f"{where}: {_say(notice.message)}" if where else _say(notice.message)
        console.print(Padding(Text(text), (0, 0, 0, 2)))
    console.print()


def _ledger(outcome: Outcome, console: Console) -> None:
    ledger = outcome.examination.ledger
    if not ledger.total:
        console.print(Text(tr("Tidak ada angka yang dikenali di naskah ini."), style="unchecked"))
        console.print()
        return
    title = tr("Angka di naskah: {total}").format(total=grouped(ledger.total))
    console.print(Text(title, style="section"))
    grid = Grid.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    for _ in range(2):
        grid.add_column(no_wrap=True, justify="right")
    grid.add_column()
    meaning = {
        Status.VERIFIED: (tr("terverifikasi"), tr("cocok dalam suatu hitungan")),
        Status.REPEATED: (tr("berulang"), tr("ditulis sama di tempat lain, tidak ikut hitungan")),
        Status.CONTRADICTED: (tr("bertentangan"), tr("tidak cocok dengan angka lain")),
        Status.UNCHECKED: (tr("belum diperiksa"), tr("tidak ikut hitungan apa pun: periksa sendiri")),
    }
    for status, (name, words) in meaning.items():
        count = ledger.count(status)
        grid.add_row(
            Text(name, style=status.value), grouped(count), share(count, ledger.total), Text(words, style="label")
        )
    console.print(Padding(grid, (0, 0, 0, 2)))
    if console.color_system is not None:
        console.print(Padding(_bar(outcome), (0, 0, 0, 2)))
    places = _unchecked(outcome)
    if places:
        told = ", ".join(f"{visible(name)} ({grouped(count)})" for name, count in places)
        text = Text(tr("Terbanyak belum diperiksa: {places}").format(places=told))
        console.print(Padding(text, (0, 0, 0, 2)))
    console.print()


def _bar(outcome: Outcome) -> Text:
    ledger = outcome.examination.ledger
    bar = Text()
    done = 0
    seen = 0
    for status in (Status.VERIFIED, Status.REPEATED, Status.UNCHECKED, Status.CONTRADICTED):
        seen += ledger.count(status)
        end = round(_BAR * seen / ledger.total)
        bar.append("━" * (end - done), style=status.value)
        done = end
    return bar


def _unchecked(outcome: Outcome) -> list[tuple[str, int]]:
    """Where most figures stand unchecked: tables by name, running text by its innermost heading."""
    report = outcome.examination.report
    tally: Counter[str] = Counter()
    for spot, status in sorted(outcome.examination.ledger.statuses.items()):
        if status is not Status.UNCHECKED:
            continue
        table = report.table_at(spot.block) if spot.in_table else None
        path = report.headings[spot.block] if 0 <= spot.block < len(report.headings) else ()
        tally[table.title if table else path[-1] if path else tr("awal naskah")] += 1
    return tally.most_common(_MOST_PLACES)


def _counts(outcome: Outcome, console: Console) -> None:
    line = Text(_tally(outcome.counts()), style="section")
    if outcome.rejected:
        line.append(
            " · "
            + tr("{count} tidak dihitung (diputuskan bukan kesalahan)").format(count=grouped(len(outcome.rejected))),
            style="label",
        )
    console.print(line)
    codes = sorted({f.code for f in outcome.open})
    if codes:
        text = tr("Penjelasan sebuah kode: {command}").format(command=f"reviewer explain {codes[0]}")
        console.print(Text(text, style="label"))
    console.print()


def _tally(counts: dict[Severity, int]) -> str:
    if not any(counts.values()):
        return tr("Tidak ada temuan.")
    return tr("{errors} kesalahan · {warnings} peringatan · {infos} catatan").format(
        errors=grouped(counts[Severity.ERROR]),
        warnings=grouped(counts[Severity.WARNING]),
        infos=grouped(counts[Severity.INFO]),
    )


def _say(words: Words) -> str:
    return visible(words.of(current()))


def _printable(text: str, console: Console) -> bool:
    try:
        text.encode(console.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
