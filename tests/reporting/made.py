"""An examined draft made by hand: a regency that does not exist, a table with a wrong total, a sentence of the wrong year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reviewer.model import (
    Cause,
    Decision,
    Document,
    Evidence,
    Examination,
    Finding,
    Identity,
    Ledger,
    Location,
    Notice,
    Paragraph,
    Repair,
    Report,
    Role,
    RowKind,
    Severity,
    Spot,
    Status,
    Table,
    Verdict,
    Words,
    place_at,
    same,
)
from tests import made

HEADERS = ("Program", "Pagu Anggaran", "Realisasi", "%")
BODY = (
    ("Program Wawasan", "281.961.200", "280.000.000", "99,30"),
    ("Program Ketahanan", "1.098.705.100", "1.000.000.000", "91,02"),
    ("Program Pendidikan Politik", "652.666.800", "600.000.000", "91,93"),
    ("Jumlah", "1.556.506.595", "1.880.000.000", "92,46"),
)
SENTENCE = "Laporan ini menyajikan capaian kinerja Tahun Anggaran 2019 pada Kabupaten Rawa Bening."
TABLE = 2
FIRST_LINE = 10


def document(sentence: str = SENTENCE, label: str = "Jumlah", path: str = "rawa-bening.txt") -> Document:
    """Heading, sentence and table; the table's rows stand on the lines from 10 on."""
    rows = (HEADERS, *BODY[:-1], (label, *BODY[-1][1:]))
    return Document(
        path=path,
        format="txt",
        sha256="ab" * 32,
        blocks=(
            made.paragraph("BAB III AKUNTABILITAS KINERJA", 3, level=1),
            made.paragraph(sentence, 5),
            made.table(rows, FIRST_LINE),
        ),
        notices=(Notice(Words("pengodean ditebak: cp1252", "encoding guessed: cp1252")),),
    )


def report(draft: Document) -> Report:
    table = draft.blocks[TABLE]
    assert isinstance(table, Table)
    roles = (Role.LABEL, Role.BUDGET, Role.REALISATION, Role.ACHIEVEMENT)
    last = len(BODY)
    path = ("BAB III AKUNTABILITAS KINERJA",)
    typed = made.typed(
        TABLE,
        table,
        roles,
        number="3.11",
        caption="Realisasi Anggaran",
        heading=path,
        rows=tuple(made.row(table, r, RowKind.TOTAL if r == last else RowKind.PART) for r in range(1, last + 1)),
        ordinal=1,
    )
    identity = Identity(2020, "Badan Kesatuan Bangsa", "Kabupaten Rawa Bening", "Laporan Kinerja", "LKjIP")
    return Report(draft, identity, tables=(typed,), headings=(path, path, path))


def location(draft: Document, spot: Spot, label: Words) -> Location:
    number = "3.11" if spot.in_table else None
    row, col = (spot.row, spot.col + 1) if spot.in_table else (None, None)
    return Location(label, place_at(draft, spot), spot, number, row, col)


def cell(draft: Document, row: int, col: int) -> Spot:
    table = draft.blocks[TABLE]
    assert isinstance(table, Table)
    return Spot(TABLE, row, col, 0, len(table.rows[row][col].text))


def wrong_total(draft: Document) -> Finding:
    spot = cell(draft, 4, 1)
    parts = tuple(
        Evidence(location(draft, cell(draft, r, 1), same(f"Tabel 3.11 › {BODY[r - 1][0]} › Pagu")), BODY[r - 1][1])
        for r in (1, 2, 3)
    )
    return Finding(
        id="t1",
        code="TOT001",
        name="table-total",
        family="TOT",
        severity=Severity.ERROR,
        message=Words(
            "Jumlah “Pagu Anggaran” tidak sama dengan penjumlahan bagiannya.",
            "The total does not equal the sum of its parts.",
        ),
        location=location(draft, spot, same("Tabel 3.11 › Jumlah › Pagu Anggaran")),
        quote="1.556.506.595",
        stated="1.556.506.595",
        expected="2.033.333.100",
        difference="476.826.505",
        explanation=same("281.961.200 + 1.098.705.100 + 652.666.800 = 2.033.333.100"),
        evidence=parts,
        cause="c1",
        params=(("column", "Pagu Anggaran"),),
        anchor=("TOT001", "3.11", "anggaran", "jumlah", "0"),
        content=("1.556.506.595", "2.033.333.100"),
        stake=Decimal(476826505),
    )


def wrong_share(draft: Document) -> Finding:
    spot = cell(draft, 4, 3)
    return replace(
        wrong_total(draft),
        id="p1",
        code="PCT001",
        name="percentage",
        family="PCT",
        severity=Severity.WARNING,
        message=Words("Persentase tidak sama dengan realisasi dibagi pagu.", "The share does not match."),
        location=location(draft, spot, same("Tabel 3.11 › Jumlah › %")),
        quote="92,46",
        stated="92,46",
        expected="120,78",
        difference="28,32",
        explanation=same("1.880.000.000 / 1.556.506.595 × 100 = 120,78"),
        evidence=(),
        params=(),
        anchor=("PCT001", "3.11", "capaian", "jumlah", "0"),
        content=("92,46", "120,78"),
    )


def wrong_year(draft: Document) -> Finding:
    paragraph = draft.blocks[1]
    assert isinstance(paragraph, Paragraph)
    start = paragraph.text.index("2019")
    return Finding(
        id="y1",
        code="YRS001",
        name="report-year",
        family="YRS",
        severity=Severity.INFO,
        message=Words("Tahun 2019 disebut dalam laporan tahun 2020.", "The year 2019 in a report on 2020."),
        location=location(draft, Spot(1, start=start, end=start + 4), same("BAB III › paragraf 1")),
        quote="2019",
        stated="2019",
        expected="2020",
        anchor=("YRS001", "bab iii", "0"),
        content=("2019",),
    )


def examination(draft: Document | None = None, *extra: Finding) -> Examination:
    draft = draft or document()
    findings = (wrong_year(draft), wrong_total(draft), wrong_share(draft), *extra)
    statuses = {cell(draft, r, c): Status.UNCHECKED for r in range(1, 5) for c in (1, 2, 3)}
    statuses[cell(draft, 4, 1)] = statuses[cell(draft, 4, 3)] = Status.CONTRADICTED
    statuses[cell(draft, 4, 2)] = statuses[cell(draft, 1, 2)] = statuses[cell(draft, 2, 2)] = Status.VERIFIED
    statuses[cell(draft, 3, 3)] = Status.REPEATED
    repair = Repair(findings[1].location, "1.556.506.595", "2.033.333.100", Words("disalin dari tahun lalu", "copied"))
    cause = Cause("c1", (repair,), (), ("t1", "p1"))
    return Examination(report(draft), findings, Ledger(statuses), causes=(cause,))


def decision(verdict: Verdict = Verdict.REJECTED, who: str = "Sari", reason: str = "angka perubahan") -> Decision:
    return Decision(verdict, reason, who, "2026-11-21T08:00:00+07:00", "e1")
