"""What is known of every figure once the relations are evaluated."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from reviewer.model import Figure, Ledger, Report, Spot, Status


def ledger_of(
    report: Report, verified: Iterable[Spot], contradicted: Iterable[Spot], repeated: Iterable[Spot]
) -> Ledger:
    """Contradicted wins over verified, verified over repeated; the rest is unchecked."""
    figures = [f for f in report.figures if not f.dash]
    statuses = {f.spot: Status.UNCHECKED for f in figures}
    for spots, status in (
        (_alike(report, figures), Status.REPEATED),
        (repeated, Status.REPEATED),
        (verified, Status.VERIFIED),
        (contradicted, Status.CONTRADICTED),
    ):
        for spot in spots:
            if spot in statuses:
                statuses[spot] = status
    return Ledger(statuses)


def _alike(report: Report, figures: Sequence[Figure]) -> Iterable[Spot]:
    """Large amounts that stand in another block too; round ones agree by chance."""
    blocks: dict[Decimal, set[int]] = defaultdict(set)
    for figure in figures:
        if abs(figure.value) >= 100_000 and len(str(int(abs(figure.value))).rstrip("0")) >= 4:
            blocks[figure.value].add(figure.spot.block)
    shared = Counter({value: len(where) for value, where in blocks.items() if len(where) > 1})
    return [f.spot for f in figures if f.value in shared]
