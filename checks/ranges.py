"""TOT: what the formula of a total adds up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import Column, Figure, Problem, Report, Row, RowKind, Rule, Severity, Spot, TypedTable, Words
from reviewer.model.arithmetic import Match, compare
from reviewer.model.formula import Formula, letters_of
from reviewer.model.workbook import Workbook, column_sum

_NAMED = 3
"""Rows that a message names at most."""


class FormulaRange(Check):
    """The formula of a total takes in every row of its block once, and no other."""

    code = "TOT007"
    name = "formula-range"
    severity = Severity.WARNING
    title = Words(
        "Rumus jumlah melewatkan atau menggandakan baris", "A total's formula misses a row or takes one too many"
    )
    reason = Words(
        "Angka dalam laporan harus andal dan akurat (Lampiran III PermenPANRB 53/2014); rumus yang tidak mencakup semua "
        "rinciannya tetap salah setiap kali angkanya diperbarui.",
        "Figures in the report must be reliable and accurate (PermenPANRB 53/2014, annex III); a formula that does not "
        "take in all its parts goes wrong again whenever the figures change.",
    )
    docs = Words(
        "Dalam buku kerja, rumus yang menjumlahkan kolomnya sendiri (SUM, SUBTOTAL(9), a+b+c) dibandingkan "
        "dengan susunan tabel: baris yang tidak tercakup, subtotal yang dijumlahkan bersama rinciannya, angka "
        "yang tersimpan sebagai teks, tahun atau nomor kolom di kepala tabel, baris rumus itu sendiri, dan baris "
        "milik kelompok lain. Sel kosong di ujung jangkauan, jumlah atas subtotal, SUBTOTAL di atas SUBTOTAL, "
        "dan jumlah dari beberapa jangkauan adalah wajar. Bila jumlah itu juga tidak cocok, keduanya disampaikan "
        "sebagai satu temuan.\n\nBaris bernilai nol yang terlewat tidak mengubah jumlah hari ini: sebuah catatan.",
        "In a workbook, a formula that adds cells of its own column (SUM, SUBTOTAL(9), a+b+c) is compared with "
        "the structure of the table: rows it does not reach, a subtotal added together with its parts, numbers "
        "stored as text, a year or column number in the header, its own row, and rows of another group. Blank "
        "cells at the end of a range, a sum of subtotals, SUBTOTAL over SUBTOTAL and sums of several ranges are "
        "in order. Where the total does not match either, both are told as one finding.\n\nA missed row of zero "
        "does not change the total today: an info.",
    )
    messages = {
        "missing": Words(
            "Rumus sel ini, {formula}, tidak mencakup {cells}.",
            "The formula here, {formula}, does not take in {cells}.",
        ),
        "text": Words(
            "Rumus sel ini, {formula}, tidak menjumlahkan {cells}, yang tersimpan sebagai teks, bukan angka.",
            "The formula here, {formula}, does not add {cells}, which is stored as text, not as a number.",
        ),
        "twice": Words(
            "Rumus sel ini, {formula}, menghitung {cells} dua kali.",
            "The formula here, {formula}, counts {cells} twice.",
        ),
        "other": Words(
            "Rumus sel ini, {formula}, juga menjumlahkan {cells}, yang bukan rinciannya.",
            "The formula here, {formula}, also adds {cells}, which is not one of its parts.",
        ),
        "both": Words(
            "Rumus sel ini, {formula}, tidak mencakup {cells}, tetapi menjumlahkan {others}, yang bukan rinciannya.",
            "The formula here, {formula}, does not take in {cells} but adds {others}, which is not one of its parts.",
        ),
        "header": Words(
            "Rumus sel ini, {formula}, ikut menjumlahkan {cells} di kepala tabel.",
            "The formula here, {formula}, also adds {cells} in the header of the table.",
        ),
        "itself": Words(
            "Rumus sel ini, {formula}, menjumlahkan selnya sendiri.", "The formula here, {formula}, adds its own cell."
        ),
    }
    _HEAD = "No\tProgram\tAnggaran (Rp)\n"
    _BODY = "1\tProgram A\t1000000\n2\tProgram B\t2500000\n3\tProgram C\t700000\n"
    _GROUPS = (
        "A\tUrusan wajib\t=SUM(C3:C4) → 3000000\n1\tProgram A\t1000000\n2\tProgram B\t2000000\n"
        "B\tUrusan pilihan\t=SUM(C6:C7) → 5000000\n1\tProgram C\t4000000\n2\tProgram D\t1000000\n"
    )
    good = (
        Example(_HEAD + _BODY + "\tJumlah\t=SUM(C2:C4) → 4200000\n", format="cells"),
        Example(_HEAD + _BODY + "\t\t\n\tJumlah\t=SUM(C2:C5) → 4200000\n", format="cells"),
        Example(_HEAD + _GROUPS + "\tJumlah\t=C2+C5 → 8000000\n", format="cells"),
        Example(
            _HEAD + _GROUPS.replace("SUM(", "SUBTOTAL(9,") + "\tJumlah\t=SUBTOTAL(9,C2:C7) → 8000000\n", format="cells"
        ),
        Example(_HEAD + _GROUPS + "\tJumlah\t=SUM(C3:C4,C6:C7) → 8000000\n", format="cells"),
        Example(_HEAD + _GROUPS + "\tJumlah\t=SUM(C2:C7)/2 → 8000000\n", format="cells"),
    )
    bad = (
        Example(_HEAD + _BODY + "\tJumlah\t=SUM(C2:C3) → 3500000\n", "C4", "cells"),
        Example(_HEAD + _GROUPS + "\tJumlah\t=SUM(C2:C7) → 16000000\n", "C3, C4, C6 …", "cells"),
        Example(
            "No\tProgram\t2021\n" + _BODY + "\tJumlah\t=SUM(C1:C4) → 4202021\n",
            "C1",
            "cells",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            sheet = table.table.place.sheet
            if sheet is None:
                continue
            sums = _Sums(report.workbook, table, sheet)
            for row in table.rows:
                for column in table.columns:
                    spot = Spot(table.block, row.index, column.index)
                    formula = report.workbook.formula(spot)
                    if formula is not None and (found := sums.wrong(row, column, formula)):
                        yield found


@dataclass(frozen=True, slots=True)
class _Sums:
    """What the formulas of a table add up."""

    book: Workbook
    table: TypedTable
    sheet: str

    def wrong(self, row: Row, column: Column, formula: Formula) -> Problem | None:
        """What is wrong with the range of a formula, the plainest matter first; None where nothing is."""
        result = row.figure(column.index)
        refs = column_sum(formula)
        if result is None or not refs or len(refs) == 1 and refs[0].single:
            return None
        taken = self._taken(formula)
        if taken is None:
            return None
        if taken[row.index]:
            return self._said("itself", row, column, formula, [row.index])
        if header := [r for r in taken if r < self.table.header_rows or self._numbers_columns(r)]:
            return self._said("header", row, column, formula, header)
        if twice := self._twice(taken, column.index):
            return self._said("twice", row, column, formula, twice)
        return self._against_structure(row, column, formula, taken, result)

    def _taken(self, formula: Formula) -> Counter[int] | None:
        """Rows of the grid that a formula adds figures of, and how often; None where it adds from outside the table."""
        taken: Counter[int] = Counter()
        for ref in column_sum(formula) or ():
            for _, _, held in self.book.named(ref, self.sheet):
                cell, spot = held.cell, held.spot
                if cell is not None and not isinstance(cell.value, Decimal) and not cell.formula:
                    continue
                if spot is None or spot.block != self.table.block:
                    return None
                taken[spot.row] += 1
        if self.book.exhausted:
            return None
        subtotals = "SUBTOTAL" in formula.skeleton
        if subtotals:
            for r in list(taken):
                own = self.book.formula(Spot(self.table.block, r, self._col(formula)))
                if own is not None and "SUBTOTAL" in own.skeleton:
                    del taken[r]
        return taken

    def _col(self, formula: Formula) -> int:
        held = self.book.at(self.sheet, formula.row, formula.col)
        assert held is not None and held.spot is not None
        return held.spot.col

    def _numbers_columns(self, index: int) -> bool:
        row = self.table.row(index)
        return row is not None and row.kind is RowKind.NUMBERS

    def _under(self, index: int, col: int, seen: frozenset[int] = frozenset()) -> Counter[int]:
        """The rows that a row's figure comes down to: by its formula, else by the structure where that holds."""
        alone = Counter([index])
        if index in seen:
            return alone
        formula = self.book.formula(Spot(self.table.block, index, col))
        parts: Sequence[int] = ()
        if formula is not None and column_sum(formula):
            taken = self._taken(formula)
            parts = list((taken or Counter()).elements())
        if not parts:
            parts = next(
                (s.parts for s in self.table.sums if s.total == index and self._holds(s.parts, index, col)), ()
            )
        found: Counter[int] = Counter()
        for part in parts:
            found += self._under(part, col, seen | {index})
        return found or alone

    def _holds(self, parts: Sequence[int], total: int, col: int) -> bool:
        """Whether parts that hold a figure make the total."""
        result = self._figure(total, col)
        terms = [(f, 1) for p in parts if (f := self._figure(p, col))]
        return result is not None and bool(terms) and compare(Rule.SUM, result, terms) is Match.HOLDS

    def _figure(self, index: int, col: int) -> Figure | None:
        row = self.table.row(index)
        return row.figure(col) if row else None

    def _twice(self, taken: Counter[int], col: int) -> list[int]:
        """Rows with a figure that a formula takes in twice: named twice, or together with a formula that sums them."""
        leaves: Counter[int] = Counter()
        for index, count in taken.items():
            formula = self.book.formula(Spot(self.table.block, index, col))
            under = self._under(index, col) if formula is not None and column_sum(formula) else Counter([index])
            for leaf in under:
                leaves[leaf] += count * under[leaf]
        return [r for r in sorted(leaves) if leaves[r] > 1 and self._value(r, col)]

    def _against_structure(
        self, row: Row, column: Column, formula: Formula, taken: Counter[int], result: Figure
    ) -> Problem | None:
        """Against the parts that the structure of the table gives the total."""
        col = column.index
        own = [s for s in self.table.sums if s.total == row.index and col in s.columns]
        leaves = self._leaves(taken, col)
        for total in own:
            holds = self._holds(total.parts, row.index, col)
            parts = self._leaves(total.parts, col)
            missing = [r for r in sorted(parts - leaves) if self._counts(r, col)]
            if texts := [r for r in missing if self._reached(r, col, formula)]:
                firm = [r for r in texts if self._value(r, col)]
                return self._said("text", row, column, formula, firm) if firm else None
            others = [r for r in sorted(leaves - parts) if self._value(r, col)]
            if not missing and not others:
                twice = [] if holds else self._nested(taken, col)
                return self._said("twice", row, column, formula, twice) if twice else None
            if holds:
                # Right as it stands: only a row of zero can be missing without another in its place.
                if others or not missing or any(self._value(r, col) for r in missing) or len(parts & leaves) < 2:
                    return None
                return self._said("missing", row, column, formula, missing, severity=Severity.INFO)
            if not parts & leaves:
                return None
            if missing and others:
                return self._said("both", row, column, formula, missing, others)
            firm = [r for r in missing if self._value(r, col)]
            if others or firm:
                return self._said("other" if others else "missing", row, column, formula, others or firm)
        if own or row.kind is not RowKind.TOTAL:
            return None
        beside = self._beside(row, col, taken)
        return self._said("missing", row, column, formula, beside) if beside else None

    def _nested(self, taken: Counter[int], col: int) -> list[int]:
        """Rows taken in that the structure puts under other rows taken in."""
        inner = {leaf for r in taken for leaf in self._under(r, col) if leaf != r}
        return [r for r in sorted(taken) if r in inner and self._value(r, col)]

    def _leaves(self, rows: Sequence[int] | Counter[int], col: int) -> set[int]:
        return {leaf for r in rows for leaf in self._under(r, col)}

    def _counts(self, index: int, col: int) -> bool:
        """Whether a row has a figure to be added; a sheet that hides other units' rows adds up those it shows."""
        row, figure = self.table.row(index), self._figure(index, col)
        return row is not None and not row.hidden and figure is not None and not figure.dash

    def _reached(self, index: int, col: int, formula: Formula) -> bool:
        """Whether a cell lies in the range: what is not added although it does is a text."""
        name = self.table.table.rows[index][col].place.cell or ""
        row = int(re.sub(r"\D", "", name) or 0) - 1
        return any(ref.first.row <= row <= ref.last.row for ref in column_sum(formula) or ())

    def _value(self, index: int, col: int) -> Decimal:
        figure = self._figure(index, col)
        return figure.value if figure else Decimal(0)

    def _beside(self, row: Row, col: int, taken: Counter[int]) -> list[int]:
        """The rows between what a total adds and the total, where they are of the same kind as those it adds."""
        inside = [self.table.row(r) for r in taken]
        rows = [r for r in inside if r is not None and r.kind is RowKind.PART]
        if len(rows) < 2 or len(rows) < len(inside):
            return []
        kinds = {(r.level, bool(r.number)) for r in rows}
        low, high = sorted((row.index, max(taken) if max(taken) < row.index else min(taken)))
        between = [r for r in self.table.rows if low < r.index < high and r.figure(col)]
        if len(kinds) != 1 or any(
            (r.level, bool(r.number)) not in kinds or r.kind is not RowKind.PART for r in between
        ):
            return []
        return [r.index for r in between if self._value(r.index, col) and not r.hidden]

    def _said(
        self,
        message: str,
        row: Row,
        column: Column,
        formula: Formula,
        rows: Sequence[int],
        others: Sequence[int] = (),
        severity: Severity | None = None,
    ) -> Problem:
        result = row.figure(column.index)
        return Problem(
            Spot(self.table.block, row.index, column.index),
            message=message,
            params=(
                ("formula", formula.text),
                ("cells", self._named(rows, column, formula)),
                ("others", self._named(others, column, formula)),
            ),
            evidence=tuple(Spot(self.table.block, r, column.index) for r in (*rows, *others)),
            severity=severity,
            figure=result if severity is None else None,
            content=(formula.text,),
            joins=True,
        )

    def _named(self, rows: Sequence[int], column: Column, formula: Formula) -> str:
        """ "C9 (“Program E”)", or the names of several cells."""
        names = []
        for index in rows:
            place = self.table.table.rows[index][column.index].place
            names.append(place.cell or f"{letters_of(formula.col)}?")
        if len(rows) == 1 and (row := self.table.row(rows[0])) and row.label:
            return f"{names[0]} (“{row.label}”)"
        return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
