"""PLS: figures that cannot well be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Role, RowKind, Severity, Words
from reviewer.model.written import written


class OverBudget(Check):
    """Realisasi of a program does not exceed its budget."""

    code = "PLS001"
    name = "over-budget"
    severity = Severity.WARNING
    title = Words("Realisasi melebihi anggaran", "Realisasi exceeds the budget")
    reason = Words(
        "Belanja tidak boleh melampaui pagunya; realisasi di atas anggaran perlu dijelaskan atau salah tulis.",
        "Spending may not exceed its ceiling; realisasi above the budget needs an explanation or is a slip.",
    )
    docs = Words(
        "Baris program, kegiatan atau belanja yang realisasinya lebih besar daripada anggarannya. Tabel pendapatan "
        "dan pembiayaan dibiarkan.",
        "Rows of programs, kegiatan or spending whose realisasi is larger than the budget. Tables of revenue and "
        "financing are left alone.",
    )
    messages = {
        "found": Words(
            "{row}: realisasi {stated} melebihi anggaran {budget} sebesar {difference}.",
            "{row}: realisasi {stated} exceeds the budget {budget} by {difference}.",
        ),
    }
    good = (
        Example(
            "Tabel 1 Realisasi\n\nNo\tProgram\tAnggaran\tRealisasi\n1\tProgram A\t75.995.000\t75.950.000\n2\tProgram "
            "B\t20.000.000\t19.000.000\n"
        ),
    )
    bad = (
        Example(
            "Tabel 1 Realisasi\n\nNo\tProgram\tAnggaran\tRealisasi\n1\tProgram A\t75.995.000\t79.950.000\n2\tProgram "
            "B\t20.000.000\t19.000.000\n",
            "79.950.000",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            budgets, spent = table.column(Role.BUDGET), table.column(Role.REALISATION)
            if len(budgets) != 1 or len(spent) != 1:
                continue
            words = (
                f"{table.caption} {' '.join(c.title for c in table.columns)} {' '.join(r.label for r in table.rows)}"
            )
            if re.search(r"pendapatan|pembiayaan|penerimaan|retribusi|pajak daerah|surplus|blud", words, re.IGNORECASE):
                continue
            for row in table.rows:
                budget, realised = row.figure(budgets[0].index), row.figure(spent[0].index)
                if (
                    row.kind is not RowKind.PART
                    or budget is None
                    or realised is None
                    or budget.percent
                    or realised.percent
                ):
                    continue
                if (
                    budget.value >= 100_000
                    and realised.value > budget.value
                    and not budget.fault
                    and not realised.fault
                ):
                    yield Problem(
                        realised.spot,
                        stated=realised.text,
                        expected=budget.text,
                        difference=written(realised.value - budget.value),
                        params=(("budget", budget.text),),
                        evidence=(budget.spot,),
                        figure=realised,
                        content=(realised.text, budget.text),
                    )
