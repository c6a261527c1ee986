"""TRB: the line "Terbilang: …" under a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Paragraph, Problem, Report, RowKind, Spot, TypedTable, Words
from reviewer.model.numberwords import in_words, read_words
from reviewer.model.written import written


class SpelledTotal(Check):
    """The words under a table say its total."""

    code = "TRB002"
    name = "spelled-total"
    title = Words("Baris terbilang tidak sama dengan jumlahnya", "The line in words differs from the total")
    reason = Words(
        "Nilai uang yang diulang dengan huruf harus sama dengan angkanya; bila berbeda, tidak jelas mana yang berlaku.",
        "An amount repeated in words must equal its figure; where they differ it is unclear which one counts.",
    )
    docs = Words(
        "Baris “Terbilang: …” yang berdiri sendiri dibandingkan dengan jumlah tabel tepat di atasnya (atau jumlah baris-barisnya "
        "bila jumlah tidak dicetak), atau dengan nilai rupiah pada baris tepat di atasnya; begitu pula “(… rupiah)” di awal "
        "baris di bawah nilai rupiah. Cukup satu jumlah yang cocok.",
        "A line “Terbilang: …” of its own is compared with the total of the table right above (or the sum of its rows where no "
        "total is printed), or with the amount of the line right above; so are words in brackets that begin the line under an "
        "amount. One total that fits is enough.",
    )
    messages = {
        "found": Words(
            "Terbilang menyebut {value} (“{words}”), padahal jumlah di atasnya {expected}.",
            "The words say {value} (“{words}”), but the total above is {expected}.",
        ),
        "broken": Words(
            "“{words}” bukan bilangan; jumlah di atasnya {expected}.",
            "“{words}” makes no number; the total above is {expected}.",
        ),
    }
    _TABLE = "Tabel 1 Anggaran\n\nNo\tProgram\tAnggaran (Rp)\n1\tProgram A\t2.500.000\n2\tProgram B\t1.500.000\n"
    good = (
        Example(_TABLE + "\tJumlah\t4.000.000\n\nTerbilang: Empat juta rupiah\n"),
        Example(_TABLE + "\nTerbilang: Empat juta rupiah\n"),
        Example("Jumlah uang Rp4.000.000,00\n\nTerbilang: empat juta rupiah\n"),
        Example(
            "Dengan demikian terdapat surplus sebesar Rp4.010.000,00\n\n(empat juta sepuluh ribu rupiah) tahun ini.\n"
        ),
        Example("Jumlah uang Rp4.000.000,50\n\nTerbilang: empat juta rupiah lima puluh sen\n"),
    )
    bad = (
        Example(
            "Dengan demikian terdapat surplus sebesar Rp4.010.000,00\n\n(empat ribu sepuluh ribu rupiah) tahun ini.\n",
            "4.010.000",
        ),
        Example(_TABLE + "\tJumlah\t4.000.000\n\nTerbilang: Enam juta rupiah\n", "6.000.000"),
        Example(_TABLE + "\nTerbilang: Empat juta lima ratus ribu rupiah\n", "4.500.000"),
        Example("Jumlah uang Rp4.000.000,00\n\nTerbilang: empat ratus ribu rupiah\n", "400.000"),
    )
    _LINE = re.compile(
        r"^\W*(?:terbilang|dengan huruf)\s*[:=]?\s*(?P<words>[A-Za-z][A-Za-z\s,-]{7,300}?)\W*$", re.IGNORECASE
    )

    _BRACKETS = re.compile(r"^\s*\(\s*(?P<words>[A-Za-z][A-Za-z\s-]{7,300}?\srupiah)\s*\)", re.IGNORECASE)
    """Words pushed to a line of their own, right under the amount that ends the line above."""

    def inspect(self, report: Report) -> Iterator[Problem]:
        for whole, text in report.texts:
            match = self._LINE.match(text) if len(text) < 400 else None
            if match is None and (match := self._BRACKETS.match(text)) and not self._ends_above(report, whole):
                match = None
            if match is None:
                continue
            if re.search(r"\bsen\b|\bdolar\b", match["words"], re.IGNORECASE):
                continue
            value = read_words(match["words"])
            figures, sums = self._above(report, whole)
            if not figures and not sums or (value is None and not re.search(r"rupiah", text, re.IGNORECASE)):
                continue
            if value is not None and value in {f.value for f in figures} | sums:
                continue
            right = figures[0].value if figures else max(sums)
            if value is not None and any(f.rounded or f.scale for f in figures):
                continue
            yield Problem(
                Spot(whole.block, whole.row, whole.col, *match.span("words")),
                "broken" if value is None else "found",
                stated=written(value) if value is not None else match["words"],
                expected=figures[0].text if figures else written(right),
                params=(("words", match["words"].strip()), ("value", written(value) if value is not None else "")),
                explanation=_should(right),
                evidence=tuple(f.spot for f in figures[:1]),
                content=(match["words"].lower(), str(right)),
            )

    def _ends_above(self, report: Report, whole: Spot) -> bool:
        """Whether the line right above is running text that ends with an amount of money."""
        block = whole.block - 1
        held = report.document.blocks[block] if block >= 0 and not whole.in_table else None
        amounts = [f for s in report.sentences_in(block) for f in s.figures] if isinstance(held, Paragraph) else []
        return (
            isinstance(held, Paragraph)
            and bool(amounts)
            and amounts[-1].unit == "Rp"
            and not re.search(r"\w", held.text[amounts[-1].spot.end :])
        )

    def _above(self, report: Report, whole: Spot) -> tuple[list[Figure], set[Decimal]]:
        """The totals of money above a line, and what the rows make where none is printed."""
        if whole.in_table:
            table = report.table_at(whole.block)
            return self._totals(table, whole.row) if table else ([], set())
        sheet = report.place(whole).sheet
        for block in range(whole.block - 1, max(-1, whole.block - 3), -1):
            held = report.document.blocks[block]
            if isinstance(held, Paragraph):
                amounts = [f for s in report.sentences_in(block) for f in s.figures if f.unit == "Rp"]
                if amounts:
                    return amounts[::-1], set()
                continue
            table = report.table_at(block)
            if table is None or table.table.place.sheet != sheet:
                break
            return self._totals(table, None)
        return [], set()

    def _totals(self, table: TypedTable, above: int | None) -> tuple[list[Figure], set[Decimal]]:
        rows = [r for r in table.rows if above is None or r.index < above]
        money = [c for c in table.columns if any((f := r.figure(c.index)) and f.value >= 100_000 for r in rows)]
        last = [r for r in rows if r.kind is RowKind.TOTAL]
        totals = [f for r in reversed(last) for c in money if (f := r.figure(c.index)) and f.value > 0]
        parts = [r for r in rows if r.kind is RowKind.PART]
        levels = sorted({r.level for r in parts})
        sums = {
            sum((f.value for r in parts if r.level == level and (f := r.figure(c.index))), Decimal(0))
            for c, level in chain.from_iterable(((c, level) for level in levels) for c in money)
        }
        return totals, set() if totals else sums - {Decimal(0)}


def _should(value: Decimal) -> Words | None:
    if value != value.to_integral_value() or not 0 < value < 10**15:
        return None
    words = in_words(int(value))
    return Words(f"Seharusnya “{words} rupiah”.", f"It should be “{words} rupiah”.")
