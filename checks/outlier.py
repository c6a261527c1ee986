"""PLS: an amount a thousand times smaller or larger than those around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Problem, Report, Role, Row, RowKind, Severity, TypedTable, Words
from reviewer.model.written import written

_MONEY = frozenset({Role.BUDGET, Role.REALISATION, Role.TARGET, Role.AMOUNT, Role.TOTAL})


class OtherScale(Check):
    """An amount that seems to be written in another unit than its row and its column."""

    code = "PLS003"
    name = "other-scale"
    severity = Severity.INFO
    title = Words("Nilai tampaknya dalam satuan lain", "An amount seems to be in another unit")
    reason = Words(
        "Satuan uang harus sama dalam satu tabel; nilai yang ditulis dalam ribuan di antara nilai penuh menyesatkan jumlahnya.",
        "Amounts of one table must be in one unit; one in thousands among full ones makes its total mislead.",
    )
    docs = Words(
        "Nilai uang yang lebih dari seratus kali lebih kecil daripada nilai tahun lain di barisnya dan daripada semua "
        "nilai lain di kolomnya, dan yang seribu kali lipatnya sepadan dengan barisnya.",
        "An amount more than a hundred times smaller than those of other years in its row and than all others of its column, "
        "of which a thousand times is of the order of its row.",
    )
    messages = {
        "found": Words(
            "{row}: {stated} di antara nilai seperti {others}; mungkin tertulis dalam ribuan ({expected}).",
            "{row}: {stated} among amounts such as {others}; it may be written in thousands ({expected}).",
        ),
    }
    _TABLE = (
        "Tabel 1 Rencana\n\nNo\tProgram\tAnggaran 2023\tAnggaran 2024\n1\tProgram A\t347.500.000\t381.000.000\n"
        "2\tProgram B\t518.816.250\t972.000.000\n3\tProgram C\t449.092.500\t{last}\n4\tProgram D\t197.320.000\t132.700.000\n"
    )
    good = (
        Example(_TABLE.replace("{last}", "490.000.000")),
        Example(_TABLE.replace("{last}", "9.990.000")),
    )
    bad = (Example(_TABLE.replace("{last}", "490.000"), "490.000"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            columns = [c.index for c in table.columns if c.role in _MONEY]
            if len(columns) < 2:
                continue
            rows = [r for r in table.rows if r.kind is RowKind.PART and not r.hidden]
            lowest = {c: self._lowest(rows, c) for c in columns}
            for row in rows:
                own = [(c, f) for c in columns if (f := row.figure(c)) and _money(f)]
                for col, figure in own if len(own) > 1 else ():
                    others = [f for c, f in own if c != col]
                    if lowest[col] >= figure.value * 100 and self._apart(figure, others):
                        yield self._problem(table, figure, others)

    def _lowest(self, rows: Sequence[Row], col: int) -> Decimal:
        """The lowest amount of a column but one; 0 where the column has fewer than four."""
        values = sorted(f.value for r in rows if (f := r.figure(col)) and _money(f))
        return values[1] if len(values) > 3 else Decimal(0)

    def _apart(self, figure: Figure, others: Sequence[Figure]) -> bool:
        usual = Decimal(median(f.value for f in others))
        near = usual / 5 <= figure.value * 1000 <= usual * 5
        return near and all(f.value >= figure.value * 100 for f in others)

    def _problem(self, table: TypedTable, figure: Figure, others: Sequence[Figure]) -> Problem:
        return Problem(
            figure.spot,
            stated=figure.text,
            expected=written(figure.value * 1000, figure),
            params=(("others", ", ".join(f.text for f in others[:3])),),
            evidence=tuple(f.spot for f in others),
        )


def _money(figure: Figure) -> bool:
    """A full amount: counts and percentages are no measure of the scale."""
    return not figure.dash and not figure.fault and not figure.percent and not figure.scale and figure.value >= 100_000
