"""XRF: what the text claims of all programs, against the table that reports them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Column,
    Figure,
    Problem,
    Report,
    Role,
    Row,
    RowKind,
    Sentence,
    Severity,
    Spot,
    TypedTable,
    Words,
)

_ALL = r"\b(?:semua(?:nya)?|seluruh(?:nya)?|keseluruhan)\b"
_FULL = re.compile(
    rf"(?:(?<![\d.,])100(?:[.,]0+)?\s*(?:%|persen)|seratus persen)[^.;]{{0,60}}?{_ALL}[^.;]{{0,40}}?\b(?P<after>program|"
    rf"kegiatan)|{_ALL}[^.;]{{0,20}}?\b(?P<before>program|kegiatan)\b[^.;]{{0,60}}?"
    rf"(?<![\d.,])100(?:[.,]0+)?\s*(?:%|persen)",
    re.IGNORECASE,
)
_DONE = re.compile(
    rf"(?:\b(?:program|kegiatan)\b[^.;]{{0,40}}?[,\s]{_ALL}(?:\s+\w+){{0,2}}?|{_ALL}(?:\s+\w+){{0,3}}?\s+(?:program|kegiatan)\b"
    r"[^.;]{0,40}?)\s+(?:telah|sudah|dapat|berhasil)\s+(?:\w+\s+)?(?:dilaksanakan|terlaksana|direalisasikan|"
    r"terealisasi|diselesaikan)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\bhampir\b|\bbelum\b|\btidak\b|\bsebagian\b|\bkecuali\b|\brata\b|\bdiharapkan\b|\bakan\b|\bharus\b|\bagar\b|\bapabila\b|"
    r"\bjika\b|\bbila\b|\btarget(?:nya)? (?:adalah|sebesar)",
    re.IGNORECASE,
)
_MONEY = re.compile(r"anggaran|keuangan|serapan|terserap|dana|belanja", re.IGNORECASE)


class ClaimOfAll(Check):
    """A claim about all programs or kegiatan holds in the table that reports them."""

    code = "XRF007"
    name = "claim-of-all"
    severity = Severity.WARNING
    title = Words(
        "Pernyataan tentang semua program/kegiatan tidak sesuai tabel",
        "A claim about all programs or kegiatan is not what the table says",
    )
    reason = Words(
        "Simpulan harus didukung data yang disajikan (Lampiran II PermenPANRB 53/2014: pengungkapan hasil analisis secara "
        "memadai).",
        "Conclusions must rest on the data presented (PermenPANRB 53/2014, annex II: adequate disclosure).",
    )
    docs = Words(
        "Kalimat yang menyatakan semua atau seluruh program/kegiatan mencapai 100 %, atau semuanya telah dilaksanakan, "
        "dicocokkan dengan tabel program dan kegiatan tahun laporan: kolom fisik bila ada, kalau tidak kolom capaian (serapan "
        "hanya untuk kalimat tentang anggaran); untuk “telah dilaksanakan”, baris tanpa realisasi. Kalimat dengan “hampir”, "
        "“belum”, “kecuali” dan rencana dibiarkan.",
        "A sentence that says that all programs or kegiatan reached 100 %, or that all were carried out, is compared with "
        "the table of programs and kegiatan of the report's year: the physical column where there is one, else the capaian (the "
        "budget spent for sentences on money only); for “carried out”, rows without realisasi. Sentences with “hampir”, "
        "“belum”, “kecuali”, and plans, are left alone.",
    )
    messages = {
        "full": Words(
            "Kalimat ini menyatakan semua {noun} mencapai 100 %, padahal {table} memuat {rows}.",
            "This sentence says that all {noun} reached 100 %, but {table} has {rows}.",
        ),
        "done": Words(
            "Kalimat ini menyatakan “{stated}”, padahal di {table} {rows} tanpa realisasi.",
            "This sentence says “{stated}”, but in {table} {rows} has no realisasi.",
        ),
    }
    _TABLE = (
        "Tabel 1 Realisasi\n\nNo\tUraian\tAnggaran\tRealisasi\tFisik (%)\n1\tProgram Perkantoran\t3.000.000\t2.900.000\t"
        "100\n1.1\tRapat dinas\t3.000.000\t2.900.000\t100\n2\tProgram Pembinaan\t5.000.000\t{cells}\n"
        "2.1\tPelatihan kader\t5.000.000\t{cells}\n\n"
    )
    _CLAIM = "Target kinerja mencapai 100% pada semua program dan kegiatan.\n"
    good = (
        Example(_TABLE.replace("{cells}", "4.500.000\t100") + _CLAIM),
        Example(
            "Tabel 1 Realisasi\n\nNo\tUraian\tAnggaran\tRealisasi\t%\n1\tProgram Perkantoran\t3.000.000\t2.700.000\t90,00\n"
            "2\tProgram Pembinaan\t5.000.000\t4.750.000\t95,00\n\nSemua program mencapai target fisik 100%.\n"
        ),
        Example(_TABLE.replace("{cells}", "4.500.000\t95") + "Hampir semua program dan kegiatan mencapai 100%.\n"),
        Example(
            _TABLE.replace("{cells}", "4.500.000\t95") + "Ada 2 program dan 2 kegiatan, semuanya telah dilaksanakan.\n"
        ),
    )
    bad = (
        Example(_TABLE.replace("{cells}", "4.500.000\t95,40") + _CLAIM, "95,40"),
        Example(
            _TABLE.replace("{cells}", "-\t-") + "Ada 2 program dan 2 kegiatan, semuanya telah dilaksanakan.\n",
            "Pelatihan kader",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        tables = [t for t in report.tables if t.year in (None, report.identity.year) and _reports(t)]
        if not tables:
            return
        for sentence in report.sentences:
            if _HEDGED.search(sentence.text):
                continue
            if match := _FULL.search(sentence.text):
                noun = match["after"] or match["before"]
                yield from self._full(sentence, match, tables, noun.lower())
            if match := _DONE.search(sentence.text):
                yield from self._done(sentence, match, tables)

    def _full(
        self, sentence: Sentence, match: re.Match[str], tables: Sequence[TypedTable], noun: str
    ) -> Iterator[Problem]:
        money = _MONEY.search(sentence.text) is not None
        for table in tables:
            column = _measure(table, money)
            below = [(r, f) for r in _rows(table) if column and (f := r.figure(column.index)) and _below(f)]
            if below:
                yield self._problem(sentence, match, "full", table, [(r, f.text) for r, f in below], noun, below)
                return

    def _done(self, sentence: Sentence, match: re.Match[str], tables: Sequence[TypedTable]) -> Iterator[Problem]:
        for table in tables:
            spent = table.column(Role.REALISATION)[0].index
            parents = {r.parent for r in table.rows}
            empty = [(r, f) for r in _rows(table) if r.index not in parents and (f := r.figure(spent)) and not f.value]
            if empty:
                told = [(r, "") for r, _ in empty]
                yield self._problem(sentence, match, "done", table, told, "kegiatan", empty)
                return

    def _problem(
        self,
        sentence: Sentence,
        match: re.Match[str],
        message: str,
        table: TypedTable,
        told: Sequence[tuple[Row, str]],
        noun: str,
        found: Sequence[tuple[Row, Figure]],
    ) -> Problem:
        named = [f"“{row.label}” {text}".strip() for row, text in told[:3]]
        rest = len(told) - len(named)
        rows = Words(
            ", ".join(named) + (f" dan {rest} lagi" if rest else ""),
            ", ".join(named) + (f" and {rest} more" if rest else ""),
        )
        start = sentence.spot.start
        return Problem(
            Spot(sentence.spot.block, start=start + match.start(), end=start + match.end()),
            message,
            stated=match.group(),
            params=(("noun", noun), ("table", table.title), ("rows", rows)),
            evidence=tuple(f.spot for _, f in found[:8]),
            content=(match.group(), *(row.label for row, _ in told)),
        )


def _reports(table: TypedTable) -> bool:
    """A table of programs with what was spent on them."""
    programs = [r for r in table.rows if re.match(r"program\b", r.label, re.IGNORECASE)]
    return len(programs) >= 2 and bool(table.column(Role.REALISATION)) and bool(table.column(Role.BUDGET))


def _rows(table: TypedTable) -> list[Row]:
    return [r for r in table.rows if r.kind is RowKind.PART and not r.hidden and r.label]


def _measure(table: TypedTable, money: bool) -> Column | None:
    """What the claim is about: the physical percentage, or that of the money where it speaks of it."""
    physical = [c for c in table.columns if "fisik" in c.title.lower()]
    if physical and not money:
        return physical[0]
    capaian = table.column(Role.ACHIEVEMENT)
    spent = {a.result for a in table.across if {table.columns[c].role for c, _ in a.terms} & {Role.BUDGET}}
    """Percentages of the budget spent say nothing of the work done."""
    return next((c for c in capaian if money == (c.index in spent)), None)


def _below(figure: Figure) -> bool:
    return not figure.dash and not figure.fault and 0 <= figure.value < 100 and (figure.percent or not figure.unit)
