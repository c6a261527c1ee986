"""FML: the formulas of a workbook."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import Cell, Column, Figure, Problem, Report, Role, Row, RowKind, Severity, Spot, TypedTable, Words
from reviewer.model.formula import Formula, moved
from reviewer.model.polarity import lower_is_better
from reviewer.model.workbook import Reckoned, Workbook, column_sum
from reviewer.model.written import written

_REASON = Words(
    "Angka dalam laporan harus andal dan dapat ditelusuri (Lampiran III PermenPANRB 53/2014, reviu atas laporan kinerja): "
    "rumus sekolom menghitung hal yang sama.",
    "Figures in the report must be reliable and traceable (PermenPANRB 53/2014, annex III, review): the formulas of a "
    "column compute one thing.",
)
_LEAST = 3
"""Formulas alike that make a custom."""
_SINGLY = 3
"""Cells of a column that are told one by one; more are one finding."""
_SHARE = Decimal("0.75")
_MONEY = frozenset({Role.BUDGET, Role.REALISATION, Role.REMAINDER})


@dataclass(frozen=True, slots=True)
class _Custom:
    """The rows of a column that compute alike, each from its own row, and those that do not."""

    column: Column
    model: Formula
    alike: int
    typed: tuple[Row, ...]
    """Rows with a number that was typed."""
    other: tuple[tuple[Row, Formula], ...]
    """Rows with another formula."""


def _customs(book: Workbook, table: TypedTable) -> Iterator[_Custom]:
    """Columns in which nearly all part rows of one level hold the same formula over cells of their own row."""
    for column in table.columns:
        levels: dict[int, list[tuple[Row, Formula | None]]] = {}
        for row in table.rows:
            cell = table.table.rows[row.index][column.index]
            if row.kind is RowKind.PART and not row.hidden and isinstance(cell.value, Decimal):
                formula = book.formula(Spot(table.block, row.index, column.index))
                levels.setdefault(row.level, []).append((row, formula))
        for rows in levels.values():
            shapes = Counter(f.shape for _, f in rows if f is not None and _of_own_row(f))
            if not shapes:
                continue
            shape, alike = shapes.most_common(1)[0]
            if alike < _LEAST or alike < _SHARE * len(rows) or alike == len(rows):
                continue
            yield _Custom(
                column,
                next(f for _, f in rows if f is not None and f.shape == shape),
                alike,
                tuple(row for row, f in rows if f is None),
                tuple((row, f) for row, f in rows if f is not None and f.shape != shape),
            )


def _of_own_row(formula: Formula) -> bool:
    """Whether it takes its figures from its own row, or from one fixed cell for all."""
    return (
        not formula.external
        and any(not ref.first.fixed_row for ref in formula.refs)
        and all(ref.first.row == ref.last.row == formula.row or ref.first.fixed_row for ref in formula.refs)
    )


def _value(table: TypedTable, row: Row, column: Column) -> Decimal | None:
    value = table.table.rows[row.index][column.index].value
    return value if isinstance(value, Decimal) else None


def _expected(
    book: Workbook, table: TypedTable, row: Row, column: Column, model: Formula
) -> tuple[Formula, Reckoned] | None:
    """The formula of the others as it would read in this row, and what it gives; None where that is not known."""
    name = table.table.rows[row.index][column.index].place.cell or ""
    number = re.sub(r"\D", "", name)
    here = moved(model, int(number) - 1, model.col) if number else None
    result = book.result(here, table.table.place.sheet or "") if here else None
    return (here, result) if here and result else None


def _apart(stored: Decimal, result: Reckoned, figure: Figure | None) -> bool:
    """Whether two values differ so that it shows, beyond what binary arithmetic leaves."""
    gap = abs(stored - result.value)
    hair = max(result.largest, abs(result.value)) * Decimal("1e-12") + Decimal("1e-9")
    return gap > hair and gap >= _step(figure, stored)


def _step(figure: Figure | None, stored: Decimal) -> Decimal:
    """Half a unit of the last digit shown, in the measure of the stored value."""
    if figure is None or figure.dash:
        return Decimal("1e-9")
    scale = Decimal(100) if figure.percent and "%" in figure.text else Decimal(1)
    return figure.step / scale / 2


def _shown(value: Decimal, figure: Figure | None) -> str:
    """A value as its cell would show it."""
    if figure is None:
        return written(value, decimals=2 if value != value.to_integral_value() else 0)
    return written(value * 100 if figure.percent and "%" in figure.text else value, figure) + (
        "%" if figure.percent and "%" in figure.text else ""
    )


class TypedNumber(Check):
    """Where the rows of a column are computed, none is typed."""

    code = "FML001"
    name = "typed-among-formulas"
    severity = Severity.WARNING
    title = Words("Angka diketik di antara rumus", "A number typed among formulas")
    reason = _REASON
    docs = Words(
        "Kolom yang hampir semua barisnya berupa rumus yang sama atas sel sebarisnya, tetapi satu atau beberapa selnya "
        "berisi angka yang diketik. Bila rumus itu di baris tersebut memberi angka lain, ia dilaporkan (pada target dan "
        "capaian, yang boleh dihitung dengan cara lain, hanya sebagai catatan); bila sama, sebuah catatan, karena angka "
        "itu tidak ikut berubah bila barisnya diperbarui. Demikian pula jumlah yang diketik di antara jumlah yang berupa "
        "rumus. Bila selisihnya sudah ditemukan oleh pemeriksaan lain, keduanya satu temuan.",
        "A column of which nearly all rows hold the same formula over cells of their own row, while some cell is a typed "
        "number. Where that formula would give another number there, it is reported (for targets and achievements, which "
        "may be computed otherwise, as an info only); where it gives the same, an info: the number will not follow when "
        "its row is updated. Likewise a total that is typed among totals that are formulas. Where another check finds the "
        "difference too, both are one finding.",
    )
    messages = {
        "differs": Words(
            "Angka ini diketik, padahal {count} sel lain di kolom {column} berupa rumus; menurut rumus itu ({formula}) "
            "nilainya {expected}.",
            "This number is typed, while {count} other cells of column {column} are formulas; by that formula ({formula}) "
            "it would be {expected}.",
        ),
        "same": Words(
            "Angka ini diketik, padahal {count} sel lain di kolom {column} berupa rumus; nilainya sama dengan hasil "
            "{formula}, tetapi tidak ikut berubah bila barisnya diperbarui.",
            "This number is typed, while {count} other cells of column {column} are formulas; it equals {formula}, but "
            "will not follow when its row is updated.",
        ),
        "among": Words(
            "Angka ini diketik, padahal {count} sel lain di kolom {column} berupa rumus.",
            "This number is typed, while {count} other cells of column {column} are formulas.",
        ),
        "several": Words(
            "{typed} angka di kolom {column} diketik, padahal {count} sel lainnya berupa rumus.",
            "{typed} numbers of column {column} are typed, while {count} other cells are formulas.",
        ),
        "total": Words(
            "Jumlah ini diketik, padahal {count} jumlah lain di kolom {column} berupa rumus.",
            "This total is typed, while {count} other totals of column {column} are formulas.",
        ),
        "beside": Words(
            "Jumlah ini diketik, padahal {count} jumlah lain di baris ini berupa rumus.",
            "This total is typed, while {count} other totals of this row are formulas.",
        ),
    }
    _HEAD = "No\tProgram\tAnggaran\tRealisasi\tSisa\n"
    _ROWS = (
        "1\tProgram A\t1000000\t900000\t=C2-D2 → 100000\n2\tProgram B\t2000000\t1500000\t=C3-D3 → 500000\n"
        "3\tProgram C\t3000000\t2900000\t=C4-D4 → 100000\n"
    )
    good = (
        Example(_HEAD + _ROWS + "4\tProgram D\t500000\t400000\t=C5-D5 → 100000\n", format="cells"),
        Example(
            _HEAD + _ROWS.replace("=C2-D2 → 100000", "100000").replace("=C3-D3 → 500000", "500000"), format="cells"
        ),
        Example(
            "No\tUraian\tMasuk\tSaldo\n1\tJanuari\t10\t110\n2\tFebruari\t20\t=D2+C3 → 130\n"
            "3\tMaret\t30\t=D3+C4 → 160\n4\tApril\t40\t=D4+C5 → 200\n",
            format="cells",
        ),
    )
    bad = (
        Example(_HEAD + _ROWS + "4\tProgram D\t500000\t400000\t200000\n", "100.000", "cells"),
        Example(_HEAD + _ROWS + "4\tProgram D\t500000\t400000\t100000\n", "nilainya sama", "cells"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        told: set[Spot] = set()
        for table in report.tables:
            if table.table.place.sheet is None:
                continue
            for problem in (*self._parts(report.workbook, table), *self._totals(report.workbook, table)):
                if problem.spot not in told:
                    told.add(problem.spot)
                    yield problem

    def _parts(self, book: Workbook, table: TypedTable) -> Iterator[Problem]:
        for custom in _customs(book, table):
            found = [problem for row in custom.typed for problem in self._typed(book, table, custom, row)]
            quiet = [problem for problem in found if problem.message != "differs"]
            yield from (problem for problem in found if problem.message == "differs")
            if len(quiet) <= _SINGLY:
                yield from quiet
                continue
            yield replace(
                quiet[0],
                message="several",
                params=(*quiet[0].params, ("typed", str(len(quiet)))),
                evidence=tuple(problem.spot for problem in quiet[1:]),
                group=True,
                joins=False,
            )

    def _typed(self, book: Workbook, table: TypedTable, custom: _Custom, row: Row) -> Iterator[Problem]:
        column = custom.column
        stored, should = _value(table, row, column), _expected(book, table, row, column, custom.model)
        figure = row.figure(column.index)
        if stored is None:
            return
        if should is None:
            if custom.model.tree is not None:
                # An operand is a text or unknown: no formula could stand here.
                return
            yield Problem(
                Spot(table.block, row.index, column.index),
                message="among",
                stated=figure.text if figure else "",
                params=(("count", str(custom.alike)), ("column", column.name)),
                severity=Severity.INFO,
                content=(str(stored),),
                joins=True,
            )
            return
        formula, result = should
        apart = _apart(stored, result, figure)
        money = column.role in _MONEY and result.largest >= 100_000
        yield Problem(
            Spot(table.block, row.index, column.index),
            message="differs" if apart else "same",
            stated=figure.text if figure else "",
            expected=_shown(result.value, figure) if apart else "",
            params=(("count", str(custom.alike)), ("column", column.name), ("formula", formula.text)),
            severity=None if apart and money else Severity.INFO,
            content=(str(stored), str(apart)),
            joins=True,
        )

    def _totals(self, book: Workbook, table: TypedTable) -> Iterator[Problem]:
        """Totals of a column, and of a row, that were typed where the others add up their column."""
        for column in table.columns:
            totals = [row for s in table.sums if column.index in s.columns and (row := table.row(s.total))]
            totals = [row for i, row in enumerate(totals) if row not in totals[:i] and not row.hidden]
            yield from self._odd(book, table, [(row, column) for row in totals], "total")
        for row in table.rows:
            own = {c for s in table.sums if s.total == row.index for c in s.columns}
            if row.kind is RowKind.TOTAL and not row.hidden:
                yield from self._odd(book, table, [(row, c) for c in table.columns if c.index in own], "beside")

    def _odd(
        self, book: Workbook, table: TypedTable, cells: Sequence[tuple[Row, Column]], message: str
    ) -> Iterator[Problem]:
        firm = [(r, c) for r, c in cells if _value(table, r, c) is not None]
        formulas = [book.formula(Spot(table.block, r.index, c.index)) for r, c in firm]
        sums = sum(1 for f in formulas if f is not None and column_sum(f))
        if sums < (_LEAST if message == "total" else 2) or sums < _SHARE * len(firm) - (message == "beside"):
            return
        for (row, column), formula in zip(firm, formulas, strict=True):
            if formula is None and not _added_texts(table, row, column):
                figure = row.figure(column.index)
                yield Problem(
                    Spot(table.block, row.index, column.index),
                    message=message,
                    stated=figure.text if figure else "",
                    params=(("count", str(sums)), ("column", column.name)),
                    severity=Severity.INFO,
                    joins=True,
                )


def _added_texts(table: TypedTable, total: Row, column: Column) -> bool:
    """Whether a part of a total is a text: no formula adds it."""
    parts = {p for s in table.sums if s.total == total.index and column.index in s.columns for p in s.parts}
    return any(isinstance(table.table.rows[p][column.index].value, str) for p in parts)


class OtherFormula(Check):
    """A formula of a column points at its own row, as its neighbours do."""

    code = "FML002"
    name = "formula-out-of-line"
    severity = Severity.WARNING
    title = Words("Rumus menyimpang dari rumus sekolomnya", "A formula differs from those of its column")
    reason = _REASON
    docs = Words(
        "Rumus yang susunannya sama dengan rumus lain di kolomnya, tetapi menunjuk sel lain (baris atau kolom yang salah, "
        "biasanya karena salah salin), dan hasilnya karena itu berbeda. Rumus yang memang disusun lain, misalnya untuk "
        "indikator yang makin rendah makin baik, dibiarkan.",
        "A formula built like the others of its column that points at other cells (a wrong row or column, commonly copied "
        "wrongly), so that its result differs. Formulas built otherwise on purpose, such as for an indicator that is "
        "better the lower it is, are left alone.",
    )
    messages = {
        "found": Words(
            "Rumus sel ini, {formula}, menunjuk sel lain daripada {count} rumus sekolomnya; menurut pola itu mestinya "
            "{model}, yang hasilnya {expected}.",
            "The formula here, {formula}, points at other cells than {count} formulas of its column; by their pattern it "
            "would be {model}, which gives {expected}.",
        ),
    }
    _HEAD = "No\tProgram\tAnggaran\tRealisasi\tSerapan (%)\n"
    _ROWS = (
        "1\tProgram A\t1000000\t900000\t=D2/C2*100 → 90\n2\tProgram B\t2000000\t1500000\t=D3/C3*100 → 75\n"
        "3\tProgram C\t3000000\t2400000\t=D4/C4*100 → 80\n"
    )
    good = (
        Example(_HEAD + _ROWS + "4\tProgram D\t500000\t250000\t=D5/C5*100 → 50\n", format="cells"),
        Example(
            _HEAD.replace("Anggaran", "Target").replace("Serapan", "Capaian")
            + _ROWS
            + "4\tAngka kematian\t500000\t250000\t=(2*C5-D5)/C5*100 → 150\n",
            format="cells",
        ),
        Example(
            _HEAD.replace("Anggaran", "Target").replace("Serapan", "Capaian")
            + _ROWS
            + "4\tAngka kematian\t500000\t250000\t=C5/D5*100 → 200\n",
            format="cells",
        ),
    )
    bad = (Example(_HEAD + _ROWS + "4\tProgram D\t500000\t250000\t=D4/C5*100 → 480\n", "=D5/C5*100", "cells"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            if table.table.place.sheet is None:
                continue
            for custom in _customs(report.workbook, table):
                for row, formula in custom.other:
                    yield from self._other(report.workbook, table, custom, row, formula)

    def _other(
        self, book: Workbook, table: TypedTable, custom: _Custom, row: Row, formula: Formula
    ) -> Iterator[Problem]:
        column = custom.column
        stored, should = _value(table, row, column), _expected(book, table, row, column, custom.model)
        if formula.skeleton != custom.model.skeleton or stored is None or should is None:
            return
        model, result = should
        figure = row.figure(column.index)
        if not _apart(stored, result, figure) or (_turned(formula, model) and lower_is_better(_words(table, row))):
            return
        yield Problem(
            Spot(table.block, row.index, column.index),
            stated=figure.text if figure else "",
            expected=_shown(result.value, figure),
            params=(("formula", formula.text), ("count", str(custom.alike)), ("model", model.text)),
            content=(formula.text, model.text),
            joins=True,
        )


def _turned(formula: Formula, model: Formula) -> bool:
    """Whether a formula has the cells of its model in another order: target over realisasi."""
    own, other = (sorted(re.findall(r"\$?[A-Z]{1,3}\$?\d+", f.text)) for f in (formula, model))
    return own == other and formula.text != model.text


def _words(table: TypedTable, row: Row) -> str:
    """All that a row says: the indicator may stand in another column than the row's name."""
    return " ".join(cell.text for cell in table.table.rows[row.index] if re.search(r"[A-Za-z]{3}", cell.text))


class StaleResult(Check):
    """A formula stores what it gives."""

    code = "FML003"
    name = "stale-result"
    severity = Severity.WARNING
    title = Words("Hasil rumus yang tersimpan sudah usang", "The stored result of a formula is stale")
    reason = Words(
        "Angka yang dicetak dan disalin dari buku kerja adalah hasil yang tersimpan; bila rumusnya belum dihitung ulang "
        "sesudah datanya berubah, angka itu salah.",
        "What is printed and copied from a workbook is the stored result; where the formula was not recomputed after its "
        "data changed, that figure is wrong.",
    )
    docs = Words(
        "Rumus dihitung ulang dari nilai yang tersimpan di sel-sel yang ditunjuknya dan dibandingkan dengan hasilnya "
        "sendiri. Yang dihitung: tambah, kurang, kali, bagi, pangkat, persen, SUM, SUBTOTAL, AVERAGE, MIN, MAX, ABS, ROUND "
        "dan IFERROR; rumus lain, rumus ke buku kerja lain, dan SUBTOTAL atas baris tersembunyi tidak diperiksa. Tidak "
        "ada yang dijalankan. Selisih yang tidak tampak di sel dibiarkan.",
        "A formula is recomputed from the values stored in the cells it names and compared with its own result. Computed "
        "are: the four operations, powers, percent, SUM, SUBTOTAL, AVERAGE, MIN, MAX, ABS, ROUND and IFERROR; other "
        "formulas, those into other workbooks and SUBTOTAL over hidden rows are not checked. Nothing is executed. A "
        "difference that the cell does not show is left alone.",
    )
    messages = {
        "found": Words(
            "Sel ini menyimpan {stated}, padahal rumusnya, {formula}, memberi {expected}; hitung ulang buku kerjanya "
            "(Ctrl+Alt+F9), lalu simpan.",
            "This cell stores {stated}, but its formula, {formula}, gives {expected}; recalculate the workbook "
            "(Ctrl+Alt+F9) and save it.",
        ),
        "several": Words(
            "{count} sel di kolom {column} menyimpan hasil yang bukan hasil rumusnya (di sini {stated}, padahal {formula} "
            "memberi {expected}); hitung ulang buku kerjanya (Ctrl+Alt+F9), lalu simpan.",
            "{count} cells of column {column} store what their formulas do not give (here {stated}, while {formula} gives "
            "{expected}); recalculate the workbook (Ctrl+Alt+F9) and save it.",
        ),
    }
    good = (
        Example("No\tProgram\tAnggaran\n1\tA\t1000\n2\tB\t2000\n\tJumlah\t=SUM(C2:C3) → 3000\n", format="cells"),
        Example("No\tProgram\tT\tR\tCapaian\n1\tA\t7\t5\t=ROUND(D2/C2*100,2) → 71.43\n", format="cells"),
        Example('No\tProgram\tT\tR\tCapaian\n1\tA\t7\t5\t=IF(D2>C2,"ya",D2) → 9\n', format="cells"),
    )
    bad = (
        Example("No\tProgram\tAnggaran\n1\tA\t1000\n2\tB\t2500\n\tJumlah\t=SUM(C2:C3) → 3000\n", "3.500", "cells"),
        Example("No\tProgram\tT\tR\tCapaian\n1\tA\t7\t6\t=ROUND(D2/C2*100,2) → 71.43\n", "85,71", "cells"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            sheet = table.table.place.sheet
            stale: dict[int, list[Problem]] = {}
            for r, c, cell in table.table.cells() if sheet is not None else ():
                formula = report.workbook.formula(Spot(table.block, r, c)) if cell.formula else None
                if formula is None or sheet is None or not isinstance(cell.value, Decimal) or cell.hidden:
                    continue
                found = self._stale(report.workbook, table, sheet, Spot(table.block, r, c), cell, formula)
                stale.setdefault(c, []).extend(found)
            for c, problems in stale.items():
                yield from problems if len(problems) <= _SINGLY else [_together(problems, table.columns[c])]

    def _stale(
        self, book: Workbook, table: TypedTable, sheet: str, spot: Spot, cell: Cell, formula: Formula
    ) -> Iterator[Problem]:
        result = book.result(formula, sheet)
        row = table.row(spot.row)
        figure = row.figure(spot.col) if row else None
        if result is None or not isinstance(cell.value, Decimal) or not _apart(cell.value, result, figure):
            return
        yield Problem(
            spot,
            stated=cell.text,
            expected=_shown(result.value, figure),
            params=(("formula", formula.text),),
            figure=figure,
            content=(formula.text, str(cell.value), str(result.value.normalize())),
            joins=True,
        )


def _together(problems: Sequence[Problem], column: Column) -> Problem:
    """The stale cells of a column as one matter."""
    return replace(
        problems[0],
        message="several",
        params=(*problems[0].params, ("count", str(len(problems))), ("column", column.name)),
        evidence=tuple(problem.spot for problem in problems[1:]),
        group=True,
        joins=False,
    )


_ERROR = re.compile(
    r"(?<![\w#])#(?:REF!|DIV/0!|VALUE!|NAME\?|NUM!|N/A|NULL!|SPILL!|CALC!)|"
    r"\bErr:5\d\d\b|\bError! (?:Reference source|Bookmark|Not a valid|No text of)[^.]*\.|"
    r"\bKesalahan! (?:Sumber [Rr]eferensi|Referensi|Bookmark|Penanda)[^.]*\."
)


_NARROW = re.compile(r"^\s*#{3,}\s*$")
"""What a spreadsheet prints where a column is too narrow for its figure."""


class ErrorValue(Check):
    """No cell shows an error."""

    code = "FML004"
    name = "error-value"
    title = Words("Galat rumus tertinggal dalam naskah", "The error of a formula was left in the draft")
    reason = Words(
        "Galat berarti angka atau rujukan yang seharusnya ada di sana tidak ada.",
        "An error means that the figure or reference which belongs there is missing.",
    )
    docs = Words(
        "#REF!, #DIV/0!, #VALUE!, #NAME?, #NUM!, #N/A dan sejenisnya, di sel buku kerja maupun yang ikut "
        "tersalin ke dokumen, ######## dari kolom yang terlalu sempit, serta “Error! Reference source not "
        "found.” dari rujukan silang Word. Rumus di tabel yang masih menunjuk #REF! dilaporkan walaupun hasilnya "
        "tampak baik. Galat yang sama di satu tabel disampaikan satu kali.",
        "#REF!, #DIV/0!, #VALUE!, #NAME?, #NUM!, #N/A and their kin, in the cells of a workbook or copied into a "
        "document, ######## of a column that is too narrow, and “Error! Reference source not found.” of Word's "
        "cross-references. A formula in a table that points at #REF! is reported even where its result looks "
        "well. The same error in one table is told once.",
    )
    messages = {
        "found": Words("Di sini tertinggal galat {stated}.", "The error {stated} was left here."),
        "many": Words(
            "Galat {stated} tertinggal di {count} sel tabel ini.",
            "The error {stated} was left in {count} cells of this table.",
        ),
        "formula": Words(
            "Rumus sel ini, {formula}, menunjuk sel yang sudah dihapus (#REF!).",
            "The formula here, {formula}, points at a cell that was deleted (#REF!).",
        ),
    }
    good = (
        Example("Nilai SAKIP tahun 2020 masuk kategori B.\n"),
        Example("No\tUraian\tNilai\n1\tRuang #REF\t10\n2\tB\t20\n"),
    )
    bad = (
        Example("Realisasi anggaran mencapai #DIV/0! persen.\n", "#DIV/0!"),
        Example("No\tUraian\tNilai\n1\tA\t1.000\n2\tB\t########\n", "########"),
        Example("No\tUraian\tNilai\n1\tA\t10\n2\tB\t#REF!\n", "#REF!"),
        Example("Rinciannya disajikan pada Error! Reference source not found.\n", "Error! Reference source not found."),
        Example("No\tUraian\tNilai\n1\tA\t10\n2\tB\t=SUM(#REF!) → 10\n", "#REF!", "cells"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        found: dict[tuple[int, str], list[Spot]] = {}
        for spot, text in report.texts:
            if "#" not in text and "Err" not in text and "Kesalahan!" not in text:
                continue
            narrow = _NARROW.finditer(text) if spot.in_table else ()
            for match in (*_ERROR.finditer(text), *narrow):
                here = Spot(spot.block, spot.row, spot.col, match.start(), match.end())
                key = (spot.block if spot.in_table else -1 - len(found), match.group())
                found.setdefault(key, []).append(here)
        for (_, error), spots in found.items():
            yield Problem(
                spots[0],
                message="found" if len(spots) == 1 else "many",
                stated=error.strip(),
                quote=error.strip(),
                params=(("count", str(len(spots))),),
                evidence=tuple(spots[1:]),
                group=len(spots) > 1,
                content=(error,),
            )
        yield from self._dangling(report)

    def _dangling(self, report: Report) -> Iterator[Problem]:
        """Formulas that point at a deleted cell and yet show a figure."""
        for formulas in report.workbook.formulas.values():
            for spot, formula in formulas:
                shown = report.table_at(spot.block)
                if shown is None or "#REF!" not in formula.text:
                    continue
                if not _ERROR.search(shown.table.rows[spot.row][spot.col].text):
                    yield Problem(
                        spot, message="formula", params=(("formula", formula.text),), severity=Severity.WARNING
                    )


class ExternalWorkbook(Check):
    """Figures that come from another workbook are named."""

    code = "FML005"
    name = "other-workbook"
    severity = Severity.INFO
    title = Words("Nilai diambil dari buku kerja lain", "Values taken from another workbook")
    reason = Words(
        "Nilai dari berkas lain tidak dapat ditelusuri dari naskah ini dan berubah bila berkas itu berubah.",
        "Values of another file cannot be traced from this draft and change with that file.",
    )
    docs = Words(
        "Sel yang rumusnya menunjuk buku kerja lain ([1]Sheet1!A1). Nilainya diperiksa seperti nilai lain, tetapi asalnya "
        "tidak; berkas itu tidak dibuka. Satu catatan untuk seluruh buku kerja.",
        "Cells whose formula points at another workbook ([1]Sheet1!A1). Their values are checked like any other, their "
        "source is not; that file is not opened. One info for the whole workbook.",
    )
    messages = {
        "found": Words(
            "{count} sel mengambil nilainya dari buku kerja lain (misalnya {formula}); asalnya tidak diperiksa.",
            "{count} cells take their value from another workbook (such as {formula}); their source is not checked.",
        ),
    }
    good = (Example("No\tUraian\tNilai\n1\tA\t10\n2\tB\t=Lembar1!C2 → 10\n", format="cells"),)
    bad = (Example("No\tUraian\tNilai\n1\tA\t10\n2\tB\t=[1]Sheet3!$E$8 → 10\n", "[1]Sheet3!$E$8", "cells"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        cells = [
            (spot, formula)
            for formulas in report.workbook.formulas.values()
            for spot, formula in formulas
            if formula.external and report.table_at(spot.block) is not None
        ]
        if cells:
            spot, formula = cells[0]
            yield Problem(
                spot,
                params=(("count", str(len(cells))), ("formula", formula.text)),
                evidence=tuple(s for s, _ in cells[1:]),
                group=len(cells) > 1,
                content=("external",),
            )
