"""What is known of every figure once the relations are evaluated."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from reviewer.model import Figure, Ledger, Report, Role, Spot, Status, Words


def ledger_of(
    report: Report, verified: Iterable[Spot], contradicted: Iterable[Spot], repeated: Iterable[Spot]
) -> Ledger:
    """Contradicted wins over verified, verified over repeated; the rest is unchecked. Dashes and zeros are no claims."""
    contradicted = set(contradicted)
    figures = [f for f in report.figures if not f.dash and (f.value or f.spot in contradicted)]
    statuses = {f.spot: Status.UNCHECKED for f in figures}
    for spots, status in (
        (_alike(report, figures), Status.REPEATED),
        (_told_by_name(report), Status.REPEATED),
        (repeated, Status.REPEATED),
        (verified, Status.VERIFIED),
        (contradicted, Status.CONTRADICTED),
    ):
        for spot in spots:
            if spot in statuses:
                statuses[spot] = status
    return Ledger(statuses)


def unchecked_because(report: Report, spot: Spot) -> Words:
    """Why a figure took part in no calculation, as far as the structure tells."""
    table = report.table_at(spot.block) if spot.in_table else None
    if table is None:
        return Words("disebut dalam teks, tanpa hitungan yang dikenali", "named in the text, in no known calculation")
    column = table.columns[spot.col]
    if column.role is Role.TARGET:
        return Words(
            "target: bandingkan dengan Perjanjian Kinerja", "a target: to be compared with the performance agreement"
        )
    if column.role in (Role.ACHIEVEMENT, Role.SHARE):
        return Words(
            "persentase yang pembanding atau rumusnya tidak dikenali", "a percentage of unknown base or formula"
        )
    if not table.sums and not table.across:
        return Words("tabel tanpa jumlah dan tanpa kolom hitungan", "a table without total or computed column")
    if any(column.index in s.columns for s in table.sums):
        return Words("di luar baris-baris yang dijumlahkan", "not among the rows that are summed")
    return Words("kolom yang tidak ikut hitungan apa pun", "a column that takes part in no calculation")


def _alike(report: Report, figures: Sequence[Figure]) -> Iterable[Spot]:
    """Large amounts that stand in another block too; round ones agree by chance."""
    blocks: dict[Decimal, set[int]] = defaultdict(set)
    for figure in figures:
        if abs(figure.value) >= 100_000 and len(str(int(abs(figure.value))).rstrip("0")) >= 4:
            blocks[figure.value].add(figure.spot.block)
    shared = Counter({value: len(where) for value, where in blocks.items() if len(where) > 1})
    return [f.spot for f in figures if f.value in shared]


def _told_by_name(report: Report) -> Iterable[Spot]:
    """Figures of a sentence that are those of a row whose label the sentence names; both then stand in two places."""
    rows: dict[Decimal, list[tuple[str, Figure]]] = defaultdict(list)
    for table in report.tables:
        for row in table.rows:
            label = _letters(row.label)
            for _, figure in row.figures if len(label) >= 12 else ():
                if not figure.dash and _significant(figure) >= 3:
                    rows[abs(figure.value)].append((label, figure))
    for sentence in report.sentences:
        named = ""
        for figure in sentence.figures:
            if figure.scale or _significant(figure) < 3 or abs(figure.value) not in rows:
                continue
            named = named or _letters(sentence.text)
            for label, other in rows[abs(figure.value)][:_NAMES]:
                if label in named:
                    yield figure.spot
                    yield other.spot


_NAMES = 50
"""Rows with one value that a sentence is searched for."""


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalpha())


def _significant(figure: Figure) -> int:
    return len(str(abs(figure.value)).replace(".", "").strip("0"))
