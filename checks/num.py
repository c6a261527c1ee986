"""NUM: numbers that are written wrongly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Column, Figure, Problem, Report, Severity, Spot, TypedTable, Words, text_at
from reviewer.model.written import written

_REASON = Words(
    "Penulisan angka menurut EYD V: titik memisahkan ribuan, koma memisahkan desimal.",
    "Numbers are written after EYD V: dots group thousands, a comma is the decimal mark.",
)


class Malformed(Check):
    """A number whose separators make no number."""

    code = "NUM001"
    name = "malformed-number"
    title = Words("Angka salah tulis", "A malformed number")
    reason = _REASON
    docs = Words(
        "Tanda pemisah ganda (9..83), kelompok ribuan yang bukan tiga angka (104.445.05), titik dan koma yang "
        "bercampur tanpa aturan (1.234,5.6). Angkanya tetap dibaca "
        "sebagai yang paling mungkin, agar satu salah ketik tidak memicu temuan lain.",
        "Doubled separators (9..83), thousands groups that are not of three digits (104.445.05), dots and commas "
        "mixed without rule (1.234,5.6). The number is still "
        "read as what it most likely is, so that one slip sets off no others.",
    )
    messages = {
        "doubled-separator": Words(
            "Angka {stated} memuat tanda pemisah ganda; mungkin maksudnya {expected}.",
            "The number {stated} has a doubled separator; {expected} is probably meant.",
        ),
        "groups": Words(
            "Angka {stated} salah kelompok ribuannya (harus tiga angka); mungkin maksudnya {expected}.",
            "The number {stated} has a thousands group that is not of three digits; {expected} is probably meant.",
        ),
        "mixed-separators": Words(
            "Titik dan koma pada angka {stated} tidak membentuk bilangan; mungkin maksudnya {expected}.",
            "Dots and commas in {stated} make no number; {expected} is probably meant.",
        ),
    }
    good = (
        Example("Tabel 1 Anggaran\n\nNo\tUraian\tAnggaran\t%\n1\tA\t1.234.567,00\t9,83\n2\tB\t104.445.050\t12,5\n"),
    )
    bad = (
        Example(
            "Tabel 1 Anggaran\n\nNo\tUraian\tAnggaran\t%\n1\tA\t1.234.567\t9..83\n2\tB\t104.445.050\t12,50\n", "9..83"
        ),
        Example("Tabel 1 Anggaran\n\nNo\tUraian\tAnggaran\n1\tA\t1.234.567\n2\tB\t104.445.05\n", "104.445.05"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for figure in report.figures:
            if not figure.fault or not (figure.spot.in_table or figure.unit in ("Rp", "%")):
                continue
            yield Problem(
                figure.spot,
                figure.fault,
                stated=figure.text,
                expected=written(figure.value, figure),
                quote=figure.text,
            )


class MixedMarks(Check):
    """Two decimal marks in one column."""

    code = "NUM002"
    name = "mixed-decimal-marks"
    severity = Severity.INFO
    title = Words("Tanda desimal bercampur dalam satu kolom", "Two decimal marks in one column")
    reason = _REASON
    docs = Words(
        "Bila sebagian besar desimal suatu kolom ditulis dengan titik dan beberapa dengan koma (atau sebaliknya), "
        "yang sedikit dilaporkan bersama.",
        "Where most decimals of a column are written with a dot and some with a comma (or the other way round), the "
        "few are reported together.",
    )
    messages = {
        "found": Words(
            "Kolom {column} menulis desimal dengan “{majority}”, tetapi {stated} memakai “{minority}”{more}.",
            "Column {column} writes decimals with “{majority}”, but {stated} uses “{minority}”{more}.",
        ),
    }
    good = (Example("Tabel 1 Capaian\n\nNo\tUraian\tCapaian (%)\n1\tA\t99,22\n2\tB\t98,10\n3\tC\t97,00\n"),)
    bad = (
        Example(
            "Tabel 1 Capaian\n\nNo\tUraian\tCapaian (%)\n1\tA\t99.22\n2\tB\t98.10\n3\tC\t97,05\n4\tD\t91.05\n", "97,05"
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            for column in table.columns:
                yield from self._column(table, column)

    def _column(self, table: TypedTable, column: Column) -> Iterator[Problem]:
        figures = [f for row in table.rows if (f := row.figure(column.index)) and f.mark and not f.fault]
        marks = Counter(f.mark for f in figures)
        if len(marks) < 2:
            return
        (majority, many), (minority, few) = marks.most_common(2)
        if few * 2 > many:
            return
        odd = [f for f in figures if f.mark == minority]
        others = len(odd) - 1
        yield Problem(
            odd[0].spot,
            stated=odd[0].text,
            quote=odd[0].text,
            params=(
                ("column", column.name),
                ("majority", majority),
                ("minority", minority),
                ("more", Words(f" (dan {others} lainnya)", f" (and {others} more)") if others else ""),
            ),
            evidence=tuple(f.spot for f in odd),
            group=True,
            content=tuple(f.text for f in odd),
        )


class PeriodSign(Check):
    """A period written with another sign than a dash."""

    code = "NUM003"
    name = "period-sign"
    severity = Severity.WARNING
    title = Words("Periode ditulis dengan tanda yang salah", "A period written with the wrong sign")
    reason = Words(
        "Periode ditulis dengan tanda hubung atau tanda pisah: 2016-2021.",
        "A period is written with a dash: 2016-2021.",
    )
    docs = Words(
        "Dua tahun yang dihubungkan dengan “=” atau “_” tampak salah ketik dari tanda hubung.",
        "Two years joined by “=” or “_” look like a slip for a dash.",
    )
    messages = {
        "found": Words(
            "Periode {stated} semestinya ditulis {expected}.", "The period {stated} should be written {expected}."
        ),
    }
    good = (Example("RPJMD Tahun 2021-2026 dan Renstra 2021 – 2026.\n"),)
    bad = (Example("RPJMD Kabupaten periode 2021=2026 memuat enam misi.\n", "2021=2026"),)
    _SIGN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[=_]\s?((?:19|20)\d\d)(?!\d)")

    def inspect(self, report: Report) -> Iterator[Problem]:
        for block, paragraph in report.paragraphs():
            for match in self._SIGN.finditer(paragraph.text):
                yield Problem(
                    Spot(block, start=match.start(), end=match.end()),
                    stated=match.group(),
                    expected=f"{match.group(1)}-{match.group(2)}",
                )


class LetterDigit(Check):
    """A letter in the place of a digit, or the other way round."""

    code = "NUM004"
    name = "letter-for-digit"
    severity = Severity.WARNING
    title = Words("Huruf tertulis sebagai angka atau sebaliknya", "A letter for a digit, or a digit for a letter")
    reason = _REASON
    docs = Words(
        "Dalam sel tabel: huruf O, l atau I di antara angka (1O.000, 2l5.000), dan angka 0 pada awal satuan (150 "
        "0rang).",
        "In table cells: the letters O, l or I among digits (1O.000, 2l5.000), and the digit 0 at the head of a unit "
        "(150 0rang).",
    )
    messages = {
        "found": Words(
            "{stated} tampaknya memuat huruf dan angka yang tertukar; maksudnya {expected}{more}.",
            "{stated} seems to have a letter and a digit exchanged; {expected} is meant{more}.",
        ),
    }
    good = (
        Example(
            "Tabel 1 Target\n\nNo\tUraian\tTarget\n1\tPeserta\t150 orang\n2\tAnggaran\t10.000.000\n3\tPelatihan\tIO1\n"
        ),
    )
    bad = (
        Example("Tabel 1 Target\n\nNo\tUraian\tTarget\n1\tPeserta\t150 0rang\n2\tRapat\t10 kali\n", "150 0rang"),
        Example(
            "Tabel 1 Anggaran\n\nNo\tUraian\tAnggaran\n1\tPeserta\t1O.000.000\n2\tRapat\t25.000.000\n", "1O.000.000"
        ),
    )
    _DIGITS = re.compile(
        r"^(?:Rp\.?\s*)?(?=[\dOolI.,]*\d)(?=[\dOolI.,]*[OolI])[\dOl I]{1,3}(?:[.,][\dOolI]{2,3})+(?:,-)?$"
    )
    _UNIT = re.compile(r"^\d[\d.,]*\s+0(?:rang|rmas|pd|rg)\b", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            slips = [
                slip
                for r, c, cell in table.table.cells()
                if r >= table.header_rows and (slip := self._slip(table.block, r, c, cell.text))
            ]
            if not slips:
                continue
            (spot, meant), *others = slips
            yield Problem(
                spot,
                stated=text_at(report.document, spot),
                expected=meant,
                params=(
                    (
                        "more",
                        Words(f" (dan {len(others)} sel lagi)", f" (and {len(others)} cells more)") if others else "",
                    ),
                ),
                evidence=tuple(s for s, _ in slips),
                group=True,
                content=tuple(text_at(report.document, s) for s, _ in slips),
            )

    def _slip(self, block: int, row: int, col: int, held: str) -> tuple[Spot, str] | None:
        text = held.strip()
        if not text or len(text) > 40:
            return None
        if self._UNIT.match(text):
            meant = re.sub(r"(\s)0(?=[A-Za-z])", r"\1o", text)
        elif self._DIGITS.match(text):
            meant = text.translate(str.maketrans("OolI", "0011"))
        else:
            return None
        start = held.index(text)
        return Spot(block, row, col, start, start + len(text)), meant


class ShiftedDigit(Check):
    """The sign of a digit's key in the digit's place: "S!" for S1."""

    code = "NUM005"
    name = "shifted-digit"
    severity = Severity.INFO
    title = Words("Tanda tertulis di tempat angka", "A sign in the place of a digit")
    reason = _REASON
    docs = Words(
        "Jenjang pendidikan yang angkanya tertulis sebagai tanda di tombol yang sama: S! (S1), S@ (S2), D# (D3).",
        "A level of education whose digit is written as the sign of the same key: S! (S1), S@ (S2), D# (D3).",
    )
    messages = {
        "found": Words("Tertulis “{stated}”, maksudnya {expected}.", "“{stated}” is written, {expected} is meant.")
    }
    good = (Example("Pegawai berpendidikan Strata Satu (S1) sebanyak 9 orang.\n"), Example("AWAS! Jagalah SDM!\n"))
    bad = (Example("Pegawai berpendidikan Strata Satu (S!) sebanyak 9 orang.\n", "S!"),)
    _SIGN = re.compile(r"(?<![A-Za-z0-9])(?P<level>[SD])[.\-]?(?P<sign>[!@#$])(?![A-Za-z0-9])")
    _KEYS = str.maketrans("!@#$", "1234")

    def inspect(self, report: Report) -> Iterator[Problem]:
        for spot, text in report.texts:
            for match in self._SIGN.finditer(text):
                yield Problem(
                    Spot(spot.block, spot.row, spot.col, match.start(), match.end()),
                    stated=match.group(),
                    expected=match["level"] + match["sign"].translate(self._KEYS),
                )


class MixedGroups(Check):
    """Amounts of one table grouped by dots and by commas."""

    code = "NUM006"
    name = "mixed-thousands-marks"
    severity = Severity.INFO
    title = Words("Tanda ribuan bercampur dalam satu tabel", "Two marks for thousands in one table")
    reason = _REASON
    docs = Words(
        "Nilai seperti 100,000,000.00 dan 200.000.000 dalam satu tabel: yang memakai koma dilaporkan bersama, kecuali bila "
        "hampir semuanya memakai koma. Yang bercampur "
        "dalam satu kolom ditangani NUM002 bila desimalnya yang berlainan.",
        "Amounts such as 100,000,000.00 and 200.000.000 in one table: those with commas are reported together, unless nearly "
        "all have them. Where decimals "
        "differ within one column NUM002 tells it.",
    )
    messages = {
        "found": Words(
            "Tabel ini menulis ribuan dengan “{majority}”, tetapi {stated} memakai “{minority}”{more}.",
            "This table groups thousands by “{majority}”, but {stated} uses “{minority}”{more}.",
        ),
    }
    _HEAD = "Tabel 1 Rencana\n\nNo\tProgram\tAnggaran 2023\tAnggaran 2024\n1\tProgram A\t347.500.000\t381.000.000\n"
    good = (Example(_HEAD + "2\tProgram B\t518.816.250,50\t972.000.000\n"),)
    bad = (Example(_HEAD + "2\tProgram B\t518,816,250.00\t972.000.000\n", "518,816,250.00"),)
    _GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})+(?![\d])")

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            marks: dict[str, list[Figure]] = {".": [], ",": []}
            for row in table.rows:
                for _, figure in row.figures:
                    match = None if figure.fault else self._GROUPED.search(figure.text)
                    if match:
                        marks[match["mark"]].append(figure)
            few, many = (".", ",") if len(marks["."]) * 4 < len(marks[","]) else (",", ".")
            if not marks[few] or not marks[many] or self._one_column(marks[few], marks[many]):
                continue
            odd, others = marks[few], len(marks[few]) - 1
            yield Problem(
                odd[0].spot,
                stated=odd[0].text,
                quote=odd[0].text,
                params=(
                    ("majority", many),
                    ("minority", few),
                    ("more", Words(f" (dan {others} lainnya)", f" (and {others} more)") if others else ""),
                ),
                evidence=tuple(f.spot for f in odd),
                group=True,
                content=tuple(f.text for f in odd),
            )

    def _one_column(self, odd: list[Figure], usual: list[Figure]) -> bool:
        """Whether NUM002 has told them: decimals of both kinds in every column they stand in."""
        decimals = {f.spot.col for f in usual if f.mark}
        return all(f.mark and f.spot.col in decimals for f in odd)
