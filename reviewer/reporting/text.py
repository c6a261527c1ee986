"""The report for people at a terminal or reading a log: by section and table, each finding with its row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from reviewer.checking.locating import table_title
from reviewer.language import current, tr
from reviewer.model import (
    Evidence,
    Finding,
    Ledger,
    Location,
    Repair,
    Report,
    Severity,
    Status,
)
from reviewer.reporting.excerpt import excerpt_of, shown, together
from reviewer.reporting.outcome import Outcome
from reviewer.reporting.paper import Paper
from reviewer.reporting.place import grouped, named, position, share
from reviewer.reporting.safe import visible
from reviewer.reporting.squeeze import clipped
from reviewer.reporting.told import decision_line, remarks, say

_SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "i"}
_MOST_EVIDENCE = 6
"""Places told of one finding; the rest are counted."""
_QUOTE = 120
"""Widest that a quotation is told beside its place."""
_MOST_GROUPED = 16
_MOST_ALTERNATIVES = 2
_MOST_PLACES = 5
"""Places told where figures stand unchecked."""
_BAR = 40
"""Columns of the ledger's bar."""
_INDENT = 4


def report(outcome: Outcome, paper: Paper, suppressed: bool = True) -> None:
    """Print everything about one draft; `suppressed` also lists what was decided to be no mistake, else it is counted."""
    _title(outcome, paper)
    report = outcome.examination.report
    headings: tuple[str, ...] | None = None
    for (path, block), findings in groupby(outcome.open, key=lambda f: _home(report, f)):
        if path != headings:
            headings = path
            paper.rule(" › ".join(map(visible, path)) or tr("Awal naskah"), "section")
        if block >= 0:
            paper.say(_table_title(report, block), "table", indent=2)
        paper.blank()
        for part in together(report, list(findings), paper.width - _INDENT):
            lines = excerpt_of(report, part, paper.width - _INDENT, carets=paper.plain)
            for finding in part:
                _finding(outcome, finding, part, lines, paper)
                paper.blank()
    _causes(outcome, paper)
    if suppressed:
        _rejected(outcome, paper)
    for section in (_absent, _notices, _ledger, _counts):
        section(outcome, paper)


def closing(outcomes: Sequence[Outcome], unreadable: int, paper: Paper) -> None:
    """Print the last lines of a run over several drafts."""
    total = {severity: sum(o.counts()[severity] for o in outcomes) for severity in Severity}
    told = tr("{drafts} naskah diperiksa: {counts}")
    paper.say(told.format(drafts=grouped(len(outcomes)), counts=_tally(total)), "section")
    if unreadable:
        paper.say(tr("{count} naskah tidak dapat dibaca.").format(count=grouped(unreadable)), "error")


def _title(outcome: Outcome, paper: Paper) -> None:
    identity = outcome.examination.report.identity
    about = [part for part in (identity.title or identity.kind, identity.institution) if part]
    if identity.year is not None:
        about.append(str(identity.year))
    paper.say(visible(outcome.path), "section")
    if about:
        paper.say(" · ".join(map(visible, about)), "label")
    paper.blank()


def _home(report: Report, finding: Finding) -> tuple[tuple[str, ...], int]:
    """Heading path, and the block of the table (-1 for running text)."""
    spot = finding.location.spot
    path = report.headings[spot.block] if 0 <= spot.block < len(report.headings) else ()
    return path, spot.block if spot.in_table else -1


def _table_title(report: Report, block: int) -> str:
    """The table's number and caption; the heading it stands under is told above."""
    table = report.table_at(block)
    if table is None:
        return tr("Tabel")
    if not table.number and not table.caption:
        return tr("Tabel ke-{ordinal}").format(ordinal=table.ordinal)
    title = table_title(table).of(current())
    caption = table.caption.removeprefix(title).lstrip(" .:") if table.number else ""
    return visible(f"{title} {caption}")


def _finding(outcome: Outcome, finding: Finding, part: Sequence[Finding], lines: Sequence[Text], paper: Paper) -> None:
    """A finding; the first of those that share an excerpt prints it, with all their figures marked."""
    sign = _SIGNS[finding.severity]
    head = Text(f"  {sign if paper.can_show(sign) else 'x'} {finding.code} ", style=finding.severity.value)
    paper.entry(head, Text(say(finding.message)))
    if finding is part[0]:
        for line in lines:
            paper.whole(line, _INDENT)
    told = list(_particulars(outcome, finding, part, placed=bool(lines)))
    width = max((cell_len(label) for label, _ in told), default=0) + 1
    for label, body in told:
        paper.entry(Text(label.ljust(width), style="label"), body, _INDENT)


def _particulars(
    outcome: Outcome, finding: Finding, part: Sequence[Finding], placed: bool
) -> Iterator[tuple[str, Text]]:
    """Labels and what is said under them; `placed` where the excerpt shows the row, and the line where there is one."""
    place, first = finding.location.place, part[0].location.place
    where = position(place) if placed else _where(outcome.examination.report, finding)
    seen = placed and (finding is not part[0] or place.line is not None)
    if where and not (seen and where == position(first)):
        yield tr("letak"), Text(where)
    yield from _computation(finding)
    yield from _evidence(finding, part)
    for number, cause in enumerate(outcome.shared_causes if finding.cause else (), 1):
        if cause.id == finding.cause:
            told = tr("satu angka menjelaskan beberapa temuan; lihat no. {number} di bawah")
            yield tr("sebab"), Text(told.format(number=number))
    for label, text in remarks(outcome, finding):
        yield label, Text(text)


def _computation(finding: Finding) -> Iterator[tuple[str, Text]]:
    """What it should be and how that is computed, in one line where the computation ends in what it should be."""
    expected, explanation = visible(finding.expected), say(finding.explanation)
    apart = Text()
    if finding.difference:
        apart = Text("  " + tr("(selisih {difference})").format(difference=visible(finding.difference)))
    if expected and explanation.endswith(f"= {expected}"):
        yield tr("seharusnya"), Text.assemble(explanation.removesuffix(expected), (expected, "right"), apart)
        return
    if expected:
        name = tr("pembanding") if finding.compared else tr("seharusnya")
        yield name, Text.assemble((expected, "right"), apart)
    if explanation:
        yield tr("hitungan"), Text(explanation)


def _where(report: Report, finding: Finding) -> str:
    """The place without the table's name, which stands above."""
    label = visible(finding.location.label.of(current()))
    table = report.table_at(finding.location.spot.block)
    if table and finding.location.spot.in_table:
        label = label.removeprefix(say(table_title(table))).removeprefix(" › ")
    return " · ".join(part for part in (position(finding.location.place, finding.location.row), label) if part)


def _evidence(finding: Finding, part: Sequence[Finding]) -> Iterator[tuple[str, Text]]:
    """The places that the excerpt does not show; those in the same table by their lines alone."""
    seen = shown(part, finding)
    home = finding.location.spot
    rest = [e for i, e in enumerate(finding.evidence) if i not in seen]
    label = tr("tempat") if finding.group else tr("bukti")
    if home.in_table and not finding.group:
        same = [e for e in rest if e.location.spot.block == home.block]
        rest = [e for e in rest if e.location.spot.block != home.block]
        where = [position(e.location.place, e.location.row) for e in same]
        if where:
            yield label, Text(tr("tabel ini, {places}").format(places=", ".join(dict.fromkeys(where))))
            label = ""
    most = _MOST_GROUPED if finding.group else _MOST_EVIDENCE
    places: dict[str, list[Evidence]] = {}
    for evidence in rest:
        places.setdefault(_seen_from(finding.location, evidence.location), []).append(evidence)
    for place, members in list(places.items())[:most]:
        quotes = "; ".join(clipped(quote, _QUOTE) for e in members if (quote := visible(e.quote)))
        yield label, Text.assemble(place, (f": {quotes}" if quotes else "", "cited"))
        label = ""
    if len(places) > most:
        yield label, Text(tr("… dan {count} tempat lain").format(count=grouped(len(places) - most)))


def _seen_from(home: Location, place: Location) -> str:
    """A place, without what it has in common with the finding's own."""
    if named(place) == named(home):
        return tr("di kalimat yang sama")
    where = position(place.place, place.row)
    return where if where and place.label == home.label else named(place)


def _causes(outcome: Outcome, paper: Paper) -> None:
    if not outcome.shared_causes:
        return
    paper.say(tr("Angka yang menjelaskan beberapa temuan sekaligus"), "section")
    for number, cause in enumerate(outcome.shared_causes, 1):
        head = Text(f"{number}. ".rjust(_INDENT + 1))
        paper.entry(head, _repairs(cause.cells))
        for cells in cause.alternatives[:_MOST_ALTERNATIVES]:
            paper.entry(Text(tr("atau "), style="label"), _repairs(cells), indent=_INDENT + 1)
        told = tr("menjelaskan {count} temuan").format(count=grouped(len(cause.findings)))
        paper.say(told, "label", indent=_INDENT + 1)
    paper.blank()


def _repairs(cells: Sequence[Repair]) -> Text:
    text = Text()
    for n, cell in enumerate(cells):
        if n:
            text.append("; ")
        text.append(named(cell.location) + ": ")
        text.append(visible(cell.stated), style="error")
        text.append(" → ")
        text.append(visible(cell.repair), style="right")
        if say(cell.slip):
            text.append(f" ({say(cell.slip)})")
    return text


def _rejected(outcome: Outcome, paper: Paper) -> None:
    if not outcome.rejected:
        return
    paper.say(tr("Tidak dihitung karena diputuskan bukan kesalahan"), "section")
    for finding in outcome.rejected:
        decision = outcome.decision(finding)
        body = named(finding.location) + (f" — {decision_line(decision)}" if decision else "")
        paper.entry(Text(f"{finding.code} ", style="label"), Text(body), indent=2)
    paper.blank()


def _absent(outcome: Outcome, paper: Paper) -> None:
    if not outcome.absent:
        return
    paper.say(tr("Ada di acuan, tidak ditemukan lagi"), "section")
    for absent in outcome.absent:
        told = f"{visible(absent.label)}: {visible(absent.message)}"
        paper.entry(Text(f"{visible(absent.code)} ", style="label"), Text(told), indent=2)
    paper.blank()


def _notices(outcome: Outcome, paper: Paper) -> None:
    notices = outcome.examination.report.document.notices
    if not notices:
        return
    paper.say(tr("Catatan pembacaan"), "section")
    for notice in notices:
        where = position(notice.place)
        paper.say(f"{where}: {say(notice.message)}" if where else say(notice.message), indent=2)
    paper.blank()


def _ledger(outcome: Outcome, paper: Paper) -> None:
    """How many figures were checked, and where the others stand."""
    ledger = outcome.examination.ledger
    if not ledger.total:
        paper.say(tr("Tidak ada angka yang dikenali di naskah ini."), "unchecked")
        paper.blank()
        return
    paper.say(tr("Angka di naskah: {total}").format(total=grouped(ledger.total)), "section")
    names = {
        Status.VERIFIED: tr("terverifikasi"),
        Status.REPEATED: tr("berulang"),
        Status.CONTRADICTED: tr("bertentangan"),
        Status.UNCHECKED: tr("belum diperiksa"),
    }
    meanings = {
        Status.VERIFIED: tr("cocok dalam suatu hitungan"),
        Status.REPEATED: tr("ditulis sama di tempat lain, tidak ikut hitungan"),
        Status.CONTRADICTED: tr("tidak cocok dengan angka lain"),
        Status.UNCHECKED: tr("tidak ikut hitungan apa pun: periksa sendiri"),
    }
    wide, digits = max(map(cell_len, names.values())), len(grouped(ledger.total))
    for status, name in names.items():
        count = ledger.count(status)
        number = f"  {grouped(count).rjust(digits)}  {share(count, ledger.total).rjust(5)}  "
        head = Text.assemble((name.ljust(wide), status.value), number)
        paper.entry(head, Text(meanings[status], style="label"), indent=2)
    if not paper.plain:
        paper.whole(_bar(ledger), indent=2)
    if places := _unchecked(outcome):
        told = ", ".join(f"{visible(name)} ({grouped(count)})" for name, count in places)
        paper.say(tr("Terbanyak belum diperiksa: {places}").format(places=told), indent=2)
    paper.blank()


def _bar(ledger: Ledger) -> Text:
    bar = Text()
    seen = 0
    for status in (Status.VERIFIED, Status.REPEATED, Status.UNCHECKED, Status.CONTRADICTED):
        seen += ledger.count(status)
        bar.append("━" * (round(_BAR * seen / ledger.total) - len(bar)), style=status.value)
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
        tally[table_title(table).of(current()) if table else path[-1] if path else tr("awal naskah")] += 1
    return tally.most_common(_MOST_PLACES)


def _counts(outcome: Outcome, paper: Paper) -> None:
    line = Text(_tally(outcome.counts()), style="section")
    if outcome.rejected:
        told = tr("{count} tidak dihitung (diputuskan bukan kesalahan)").format(count=grouped(len(outcome.rejected)))
        line = Text.assemble(line, (f" · {told}", "label"))
    paper.say(line)
    codes = sorted({f.code for f in outcome.open})
    if codes:
        paper.say(tr("Penjelasan sebuah kode: {command}").format(command=f"reviewer explain {codes[0]}"), "label")
    paper.blank()


def _tally(counts: dict[Severity, int]) -> str:
    if not any(counts.values()):
        return tr("Tidak ada temuan.")
    return tr("{errors} kesalahan · {warnings} peringatan · {infos} catatan").format(
        errors=grouped(counts[Severity.ERROR]),
        warnings=grouped(counts[Severity.WARNING]),
        infos=grouped(counts[Severity.INFO]),
    )
