"""PCT: calculations that the draft writes out, and formulas that it gives for an indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Column,
    Figure,
    Problem,
    Relation,
    Report,
    Role,
    RowKind,
    Rule,
    Severity,
    Spot,
    Term,
    TypedTable,
    Words,
)

_REASON = Words(
    "Capaian harus dapat dihitung ulang dari angka dan rumus yang disajikan (Lampiran II PermenPANRB 53/2014).",
    "Capaian must be computable from the figures and the formula presented (PermenPANRB 53/2014, annex II).",
)
_B = r"\s{0,9}"
"""Blanks between the parts of a calculation."""
_NUMBER = r"\d+(?:[.,]\d+)*"
_UNIT = rf"(?:{_B}(?:%|persen|\\%|[A-Za-z]{{2,12}}))?"
_LATEX = re.compile(r"\\(?:text|mathrm|mathbf)\s*\{([^{}]*)\}|\\[,;!: ]|~|\$+")

_OPERATOR = re.compile(r"(?:[-–−+*×/÷]|\d\s*[x:]|[)\]}])[\s(\[{]*$")
"""Before a calculation: it is only a piece of a longer one. A colon after a word only introduces it."""


def _value(text: str) -> Decimal:
    """A written number: the last of two kinds of marks, or one mark without three digits after it, is the decimal one."""
    last = max(text.rfind("."), text.rfind(","))
    if last < 0:
        return Decimal(text)
    both = "." in text and "," in text
    decimal = text.count(text[last]) == 1 and (both or len(text) - last - 1 != 3)
    digits = re.sub(r"[.,]", "", text)
    return Decimal(digits).scaleb(-(len(text) - last - 1)) if decimal else Decimal(digits)


def _decimals(text: str) -> int:
    exponent = _value(text).as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


class WorkedCalculation(Check):
    """A calculation that the draft writes out comes to what it says."""

    code = "PCT010"
    name = "worked-calculation"
    severity = Severity.ERROR
    title = Words(
        "Perhitungan yang ditulis tidak menghasilkan angkanya", "A written calculation does not come to its result"
    )
    reason = _REASON
    docs = Words(
        "“(15/20) x 100% = 80%”, “= 15 : 20 × 100 % = 80 %” dan “(10 kasus - 7 kasus) / 10 kasus x 100 % = 30 %”, juga "
        "sebagai rumus LaTeX: hasilnya dihitung ulang. Beda satu satuan digit terakhir hanya info.",
        "“(15/20) x 100% = 80%”, “= 15 : 20 × 100 % = 80 %” and “(10 kasus - 7 kasus) / 10 kasus x 100 % = 30 %”, as a "
        "LaTeX formula too: the result is recomputed. One unit of the last digit apart is only an info.",
    )
    messages = {
        "violated": Words(
            "Hasil perhitungan tertulis {stated}, padahal {formula} adalah {expected}.",
            "The calculation says {stated}, but {formula} is {expected}.",
        ),
    }
    good = (
        Example("Capaian dihitung (15/20) x 100% = 75%.\n"),
        Example("Persentase = 1.250 : 1.700 x 100 % = 73,53 %.\n"),
        Example("Penurunan: (10 kasus - 7 kasus) / 10 kasus x 100 % = 30 %.\n"),
        Example("Capaian = (realisasi/target) x 100% dan serapan 80%.\n"),
        Example("Capaian = (2 x 5,45 - 6,91) / 5,45 x 100% = 73,21%.\n"),
        Example("Capaian = 5,45 - (6,91 - 5,45) / 5,45 x 100 % = 73,21 %.\n"),
        Example(
            "$$\\frac{(n-1) - n}{n-1} \\times 100 \\% \\Rightarrow : \\frac{10 \\text{ kasus} - 7 \\text{ kasus}}"
            "{10 \\text{ kasus}} \\times 100 \\% \\\\ \\Rightarrow : = 30 \\%$$\n"
        ),
    )
    bad = (
        Example("Capaian dihitung (15/20) x 100% = 80%.\n", "80%"),
        Example("Persentase = 1.250 : 1.700 x 100 % = 75,35 %.\n", "75,35"),
        Example(
            "$$\\frac{10 \\text{ kasus} - 7 \\text{ kasus}}{10 \\text{ kasus}} \\times 100 \\% \\\\ \\Rightarrow : = "
            "42 \\%$$\n",
            "42",
        ),
        Example("Penurunan: (10 kasus - 7 kasus) / 10 kasus x 100 % = 70 %.\n", "70"),
        Example(
            "Tabel 1 Rumus\n\nNo\tIndikator\tPerhitungan\n1\tDesa tertib\t(15/20) x 100% = 80%\n2\tLain\t-\n", "80"
        ),
    )
    _CALCULATION = re.compile(
        rf"(?<![\d.,/:])[(\[{{]*{_B}(?P<a>{_NUMBER}){_UNIT}(?:{_B}[-–−]{_B}(?P<minus>{_NUMBER}){_UNIT})?{_B}[)\]}}]*{_B}"
        rf"(?:[/:÷]|\bdibagi\b){_B}[(\[{{]*{_B}(?P<b>{_NUMBER}){_UNIT}{_B}[)\]}}]*{_B}"
        rf"[x×X*·]{_B}100(?:{_B}(?:%|persen))?{_B}[)\]]?{_B}(?P<link>[\\=⇒→:>\s]+)(?P<c>{_NUMBER}){_B}(?P<percent>%|persen)"
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        known = {(f.spot.block, f.spot.row, f.spot.col, f.spot.start): f for f in report.figures}
        for spot, text in report.texts:
            if "100" not in text or "=" not in text:
                continue
            flat = _same_length(text)
            for match in self._CALCULATION.finditer(flat):
                if "=" not in match["link"] or _OPERATOR.search(flat[max(0, match.start() - 20) : match.start()]):
                    continue
                yield from self._relation(spot, text, match, known)

    def _relation(
        self, spot: Spot, text: str, match: re.Match[str], known: dict[tuple[int, int, int, int], Figure]
    ) -> Iterator[Relation]:
        a, b = (self._figure(spot, text, match, name, "") for name in ("a", "b"))
        result = self._figure(spot, text, match, "c", "%")
        result = known.get((spot.block, spot.row, spot.col, result.spot.start), result)
        formula = f"{a.text} / {b.text} × 100"
        rule, terms = Rule.PERCENT, (Term(a), Term(b))
        if match["minus"]:
            minus = self._figure(spot, text, match, "minus", "")
            formula = f"({a.text} - {minus.text}) / {b.text} × 100"
            if b.value not in (a.value, minus.value):
                return
            terms = (Term(a), Term(minus))
            rule = Rule.GROWTH
            if b.value == a.value and a.value != minus.value:
                # (a - m) / a: the part of a that is gone
                gone = Figure(str(a.value - minus.value), a.value - minus.value, a.decimals, a.spot)
                rule, terms = Rule.PERCENT, (Term(gone), Term(b))
        if b.value:
            yield Relation(rule, result, terms, params=(("formula", formula),), choice="worked")

    def _figure(self, spot: Spot, text: str, match: re.Match[str], name: str, unit: str) -> Figure:
        start, end = match.span(name)
        if unit == "%":
            end = match.end("percent")
        return Figure(
            text=text[start:end].strip(),
            value=_value(match[name]),
            decimals=_decimals(match[name]),
            spot=Spot(spot.block, spot.row, spot.col, spot.start + start, spot.start + end),
            unit=unit,
            mark="," if "," in match[name] else "." if _decimals(match[name]) else "",
        )


def _same_length(text: str) -> str:
    """LaTeX read as plain text, every character at its place."""

    def blank(match: re.Match[str]) -> str:
        inner = match.group(1) if match.lastindex else None
        if inner is None:
            return " " * len(match.group())
        return " " * (match.start(1) - match.start()) + inner + " " * (match.end() - match.end(1))

    for pattern in (_LATEX, re.compile(r"\\[Rr]ightarrow|\\Longrightarrow|\\implies")):
        text = pattern.sub(blank, text)
    text = text.replace("\\%", " %")
    text = re.sub(r"\\times|\\cdot", lambda m: "×".ljust(len(m.group())), text)
    fraction = re.compile(r"\\d?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
    return fraction.sub(_as_ratio, text)


def _as_ratio(match: re.Match[str]) -> str:
    """ "\\frac{a}{b}" as "(a) / (b)", as long as it was."""
    whole = list(" " * len(match.group()))
    offset = match.start()
    for group, (opening, closing) in ((1, "()"), (2, "()")):
        start, end = match.start(group) - offset, match.end(group) - offset
        whole[start:end] = match.group(group)
        whole[start - 1], whole[end] = opening, closing
    between = match.end(1) - offset + 1
    if between >= match.start(2) - offset - 1:
        whole[match.end(1) - offset] = "/"
    else:
        whole[between] = "/"
    return "".join(whole)


class FormulaFactor(Check):
    """The formula of a percentage has its factor 100 %."""

    code = "PCT011"
    name = "formula-factor"
    severity = Severity.INFO
    title = Words("Rumus persentase tanpa × 100 %", "The formula of a percentage lacks × 100 %")
    reason = _REASON
    docs = Words(
        "Kolom Formula atau Rumus: rumus pembagian dari indikator “Persentase …” yang tidak memuat 100, padahal rumus lain "
        "dalam naskah memuatnya.",
        "A column Formula or Rumus: the quotient of an indicator “Persentase …” that has no 100, though other formulas of the "
        "draft have it.",
    )
    messages = {
        "found": Words(
            "Rumus “{name}” ({stated}) tidak memuat × 100 %, padahal rumus lain memuatnya.",
            "The formula of “{name}” ({stated}) lacks × 100 %, though other formulas have it.",
        ),
    }
    _HEAD = (
        "Tabel 1 Rumus\n\nNo\tIndikator\tFormula\n1\tPersentase desa tertib\tJumlah desa tertib / jumlah desa x 100 %\n"
    )
    good = (
        Example(_HEAD + "2\tPersentase jalan mantap\tPanjang jalan mantap / panjang jalan x 100%\n"),
        Example(_HEAD + "2\tRasio dokter\tJumlah dokter / jumlah penduduk\n"),
    )
    bad = (
        Example(_HEAD + "2\tPersentase jalan mantap\tPanjang jalan mantap / panjang jalan\n", "Panjang jalan mantap"),
    )
    _COLUMN = re.compile(
        r"^(?:formula|rumus|formulasi|cara (?:peng|per)hitungan|metode (?:peng|per)hitungan)", re.IGNORECASE
    )
    _QUOTIENT = re.compile(
        r"\\d?frac|\S\s*/\s*\S|\bdibagi\b|\bdibanding(?:kan)?\b|[÷:]\s*(?:jumlah|total)", re.IGNORECASE
    )
    _PERCENTAGE = re.compile(r"^\W*(?:persen\w*|prosen\w*)", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Problem]:
        lacking: list[tuple[str, Spot, str]] = []
        whole = 0
        for table in report.tables:
            for column in table.columns:
                if not column.header or not self._COLUMN.match(column.header[-1].strip()):
                    continue
                for name, spot, text in self._formulas(table, column):
                    if not self._QUOTIENT.search(text):
                        continue
                    if re.search(r"100|\bpersen\b", text) or "%" in text:
                        whole += 1
                    elif self._PERCENTAGE.match(name):
                        lacking.append((name, spot, text))
        for name, spot, text in lacking if whole >= len(lacking) else ():
            shown = re.sub(r"\s+", " ", text).strip()
            yield Problem(spot, stated=shown[:160], params=(("name", name),), content=(name, shown))

    def _formulas(self, table: TypedTable, column: Column) -> Iterator[tuple[str, Spot, str]]:
        """The formulas of a column, each with the indicator that stands nearest to its left."""
        indicators = [
            c.index
            for c in table.columns[: column.index]
            if c.role in (Role.LABEL, Role.TEXT)
            and c.header
            and re.search(r"indikator|iku|kinerja", c.header[-1], re.I)
        ]
        for row in table.rows:
            cells = table.table.rows[row.index]
            text = cells[column.index].text
            if row.kind not in (RowKind.PART, RowKind.GROUP) or not text.strip():
                continue
            name = _nearest([cells[c].text for c in indicators]) or row.label
            yield name, Spot(table.block, row.index, column.index, 0, len(text)), text


def _nearest(texts: Sequence[str]) -> str:
    return next((re.sub(r"\s+", " ", t).strip() for t in reversed(texts) if t.strip()), "")
