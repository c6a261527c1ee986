"""Where something stands, why a figure is called wrong, and what was not checked."""

from __future__ import annotations

from collections import Counter

from reviewer.checking.ledger import unchecked_because
from reviewer.language import current, tr
from reviewer.model import Figure, Spot, Status
from reviewer.reviewing.asking.draft import Draft
from reviewer.reviewing.asking.question import Question
from reviewer.reviewing.asking.reply import Reply, hit, place
from reviewer.reviewing.asking.values import MOST, no_such_table
from reviewer.reviewing.names import say
from reviewer.reviewing.plain import plain
from reviewer.reviewing.searching import find_places


def mentioned(draft: Draft, question: Question) -> Reply:
    """Every place of an amount, however it is written there, or of a quoted text."""
    if question.exact:
        hits, total = find_places(draft.report, question.things[0])
        if not total:
            return Reply(tr("“{text}” tidak disebut di draf.").format(text=plain(question.things[0], 60)), known=False)
        lines = [tr("“{text}” disebut {n} kali:").format(text=plain(question.things[0], 60), n=total)]
        lines += [f"  - {h.label}: {h.text}" for h in hits]
        if total > len(hits):
            lines.append(tr("  … dan {n} lagi").format(n=total - len(hits)))
        return Reply("\n".join(lines), hits)
    wanted = question.figures[0]
    found = [f for f in draft.report.figures if _same(f, wanted)]
    if not found:
        return Reply(tr("{figure} tidak disebut di draf.").format(figure=plain(wanted.text)), known=False)
    lines = [tr("{figure} disebut {n} kali:").format(figure=plain(wanted.text), n=len(found))]
    lines += [f"  - {place(draft.report, f.spot)}" for f in found[:20]]
    if len(found) > 20:
        lines.append(tr("  … dan {n} lagi").format(n=len(found) - 20))
    return Reply("\n".join(lines), tuple(hit(draft.report, f.spot, f.text) for f in found[:MOST]))


def why(draft: Draft, question: Question) -> Reply:
    """The findings that call a figure wrong; else what is known of it."""
    wanted = question.figures[0]
    found = [f for f in draft.report.figures if f.text == wanted.text]
    found = found or [f for f in draft.report.figures if _same(f, wanted)]
    spots = {f.spot for f in found}
    about = [
        finding
        for finding in draft.examination.findings
        if finding.location.spot in spots or any(e.location.spot in spots for e in finding.evidence if finding.group)
    ]
    if about:
        lines = []
        for finding in about[:MOST]:
            lines.append(tr("Temuan {n}: {message}").format(n=draft.number(finding), message=say(finding.message)))
            if explanation := say(finding.explanation):
                lines.append("  " + tr("Hitungannya: {explanation}").format(explanation=explanation))
        return Reply("\n".join(lines), tuple(hit(draft.report, f.location.spot, f.quote) for f in about[:MOST]))
    if not found:
        return Reply(tr("{figure} tidak disebut di draf.").format(figure=plain(wanted.text)), known=False)
    lines = [tr("Tidak ada temuan yang menyebut {figure} salah.").format(figure=plain(wanted.text))]
    lines += [f"  - {place(draft.report, f.spot)}: {_known(draft, f.spot)}" for f in found[:MOST]]
    return Reply("\n".join(lines), tuple(hit(draft.report, f.spot, f.text) for f in found[:MOST]))


def unchecked(draft: Draft, question: Question) -> Reply:
    """The figures of a table, or of the draft, that took part in no calculation, by column and reason."""
    tables = draft.tables_of(question)
    if tables is None:
        return no_such_table(question)
    blocks = {table.block for table in tables} if question.tables or question.sources else None
    spots = [
        spot
        for spot, status in sorted(draft.examination.ledger.statuses.items())
        if status is Status.UNCHECKED and (blocks is None or spot.block in blocks)
    ]
    if not spots:
        return Reply(tr("Semua angkanya ikut diperiksa atau sama dengan tempat lain."))
    lines = [tr("{n} angka tidak dapat diperiksa:").format(n=len(spots))]
    groups = Counter((_group(draft, spot), unchecked_because(draft.report, spot).of(current())) for spot in spots)
    for (where, because), n in groups.most_common(12):
        lines.append(tr("  - {where}: {n} angka ({because})").format(where=plain(where, 70), n=n, because=because))
    if len(groups) > 12:
        lines.append(tr("  … dan {n} lagi").format(n=len(groups) - 12))
    return Reply("\n".join(lines), tuple(hit(draft.report, spot, "") for spot in spots[:MOST]))


def _same(figure: Figure, wanted: Figure) -> bool:
    """The same number; a percentage only where the figure is one or carries no unit."""
    if wanted.percent and figure.unit not in ("%", ""):
        return False
    return figure.value == wanted.value and not figure.dash


def _group(draft: Draft, spot: Spot) -> str:
    table = draft.report.table_at(spot.block) if spot.in_table else None
    if table is None:
        path = draft.report.headings[spot.block] if spot.block < len(draft.report.headings) else ()
        return path[-1] if path else tr("awal naskah")
    return f"{table.title} › {table.columns[spot.col].name}"


def _known(draft: Draft, spot: Spot) -> str:
    match draft.examination.ledger.statuses.get(spot):
        case Status.VERIFIED:
            return tr("cocok dengan hitungan")
        case Status.REPEATED:
            return tr("sama dengan tempat lain")
        case Status.CONTRADICTED:
            return tr("bertentangan dengan hitungan")
        case _:
            return tr("tidak dapat diperiksa")
