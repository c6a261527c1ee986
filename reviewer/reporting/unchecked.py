"""The figures that no check could verify, by place, each group with the reason."""

from __future__ import annotations

from collections import defaultdict

from rich.text import Text

from reviewer.checking.ledger import unchecked_because
from reviewer.checking.locating import column_title, table_title
from reviewer.language import current, tr
from reviewer.model import Examination, Spot, Status, text_at
from reviewer.reporting.paper import Paper
from reviewer.reporting.safe import visible

_SHOWN = 12


def unchecked_figures(examination: Examination, paper: Paper) -> None:
    """Print them; nothing where every figure took part in a calculation."""
    report = examination.report
    groups: dict[tuple[str, str, str], list[Spot]] = defaultdict(list)
    for spot, status in sorted(examination.ledger.statuses.items()):
        if status is Status.UNCHECKED:
            place, column = _named(examination, spot)
            groups[place, column, unchecked_because(report, spot).of(current())].append(spot)
    if not groups:
        return
    paper.say(tr("Angka yang tidak diperiksa, dan sebabnya"), "section")
    before = ""
    for (place, column, why), spots in groups.items():
        if place != before:
            paper.say(visible(place), indent=2)
            before = place
        figures = ", ".join(visible(text_at(report.document, s).strip()) for s in spots[:_SHOWN])
        if len(spots) > _SHOWN:
            figures = tr("{figures} … dan {count} lagi").format(figures=figures, count=len(spots) - _SHOWN)
        head = f"{visible(column)}: " if column else ""
        paper.entry(Text(head, style="label"), Text(figures), indent=4)
        paper.say(why, "label", indent=6)
    paper.blank()


def _named(examination: Examination, spot: Spot) -> tuple[str, str]:
    """The table and column of a figure, or the heading it stands under."""
    report = examination.report
    table = report.table_at(spot.block) if spot.in_table else None
    if table is not None:
        return table_title(table).of(current()), column_title(table.columns[spot.col]).of(current())
    path = report.headings[spot.block] if spot.block < len(report.headings) else ()
    return (path[-1] if path else tr("awal naskah")), ""
