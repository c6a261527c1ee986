"""PLS: where the money of a program comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Cell, Problem, Report, Row, RowKind, Severity, Spot, TypedTable, Words

_NATIONAL = re.compile(r"\W*APBN(?:[ -]?P)?(?:\s+(?:murni|perubahan|TA\.?|\d{4}))*\W*", re.IGNORECASE)
_REGIONAL = re.compile(
    r"\W*APBD(?:[ -]?P)?(?:\s+(?:murni|perubahan|kab\w*|kota|prov\w*|I{1,2}|TA\.?|\d{4}))*\W*", re.IGNORECASE
)
_DELEGATED = re.compile(r"dekonsentrasi|\bdekon\b|tugas pembantuan|\bDAK\b|dana alokasi khusus|hibah", re.IGNORECASE)
_OF_EVERY_OFFICE = re.compile(
    r"\W*(?:program )?(?:pelayanan administrasi perkantoran|peningkatan sarana dan prasarana aparatur|"
    r"peningkatan disiplin aparatur|peningkatan kapasitas sumber ?daya aparatur|"
    r"peningkatan pengembangan sistem pelaporan capaian kinerja dan keuangan|penunjang urusan pemerintahan daerah)",
    re.IGNORECASE,
)
"""Programs of every regional office: annex of Permendagri 13/2006; Permendagri 90/2019 (X.01)."""


class FundingSource(Check):
    """A program that exists only in regional budgets is not funded from the national one."""

    code = "PLS002"
    name = "funding-source"
    severity = Severity.WARNING
    title = Words("Sumber dana program tidak mungkin benar", "The funding source of a program cannot be right")
    reason = Words(
        "Program rutin perangkat daerah (lampiran Permendagri 13/2006; Program Penunjang Urusan Pemerintahan Daerah dalam "
        "Permendagri 90/2019) hanya ada dalam APBD.",
        "The routine programs of regional offices (annex of Permendagri 13/2006; the supporting program of Permendagri "
        "90/2019) exist in regional budgets (APBD) only.",
    )
    docs = Words(
        "Baris program rutin kantor (administrasi perkantoran, sarana dan prasarana aparatur, disiplin dan "
        "kapasitas aparatur, sistem pelaporan, penunjang urusan pemerintahan daerah) yang sumber dananya "
        "tertulis APBN. Selain itu sebuah catatan untuk program atau kegiatan yang dengan jumlah yang sama "
        "bersumber APBN di satu tabel dan APBD di tabel lain. APBN untuk dekonsentrasi, tugas pembantuan, DAK, "
        "hibah, dan program lain dibiarkan.",
        "Rows of the routine programs of an office (office administration, facilities, discipline and capacity "
        "of staff, reporting, support of regional government) whose funding source says APBN. Also an info for a "
        "program or kegiatan that is funded by APBN in one table and, with the same amount, by APBD in another. "
        "APBN for deconcentration, co-administration, DAK, grants and other programs is left alone.",
    )
    messages = {
        "found": Words(
            "{row}: sumber dananya tertulis {stated}, padahal program ini hanya ada dalam APBD.",
            "{row}: its funding source says {stated}, but this program exists in regional budgets (APBD) only.",
        ),
        "many": Words(
            "{count} program rutin kantor di tabel ini tertulis bersumber {stated}, padahal program itu hanya ada dalam APBD.",
            "{count} routine programs of the office in this table say {stated}, but they exist in regional budgets (APBD) "
            "only.",
        ),
        "other": Words(
            "{row}: sumber dananya tertulis {stated} di sini, tetapi {expected} di {other}.",
            "{row}: its funding source says {stated} here, but {expected} in {other}.",
        ),
    }
    _HEAD = "Tabel 1 Program\n\nNo\tProgram\tAnggaran\tSumber Dana\n"
    good = (
        Example(
            _HEAD
            + "1\tProgram Pelayanan Administrasi Perkantoran\t500.000.000\tAPBD\n2\tProgram Jalan\t70.000.000\tAPBN\n"
        ),
        Example(_HEAD + "1\tPeningkatan Irigasi\t500.000.000\tDAK\n2\tDekonsentrasi Pangan\t70.000.000\tAPBN\n"),
        Example(
            _HEAD
            + "1\tProgram Penunjang Urusan Pemerintahan Daerah\t500.000.000\tAPBD Kabupaten\n2\tJalan\t70.000.000\tAPBN (DAK)\n"
        ),
    )
    bad = (
        Example(
            _HEAD
            + "1\tProgram Pelayanan Administrasi Perkantoran\t500.000.000\tAPBN\n2\tProgram Jalan\t70.000.000\tAPBD\n",
            "APBN",
        ),
        Example(
            _HEAD
            + "1\tProgram Jalan\t500.000.000\tAPBD\n2\tProgram Irigasi\t70.000.000\tAPBD\n\nTabel 2 Program\n\n"
            + "No\tProgram\tAnggaran\tSumber Dana\n1\tProgram Jalan\t500.000.000\tAPBN\n2\tProgram Irigasi\t70.000.000\tAPBD\n",
            "APBN",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        regional: dict[str, list[tuple[TypedTable, Row, str]]] = {}
        for entry in self._regional(report):
            regional.setdefault(_name(entry[1]), []).append(entry)
        for table in report.tables:
            routine: list[tuple[Spot, Cell]] = []
            for row, spot, cell in self._national(table):
                if _OF_EVERY_OFFICE.match(row.label):
                    routine.append((spot, cell))
                    continue
                alike = (
                    e for e in regional.get(_name(row), ()) if e[0].block != table.block and _same_money(e[1], row)
                )
                if elsewhere := next(alike, None):
                    yield Problem(
                        spot,
                        message="other",
                        stated=cell.text.strip(),
                        expected=elsewhere[2],
                        params=(("other", elsewhere[0].title),),
                        severity=Severity.INFO,
                    )
            if routine:
                spot, cell = routine[0]
                yield Problem(
                    spot,
                    message="many" if len(routine) > 1 else "found",
                    stated=cell.text.strip(),
                    expected="APBD",
                    params=(("count", str(len(routine))),),
                    evidence=tuple(s for s, _ in routine[1:]),
                    group=len(routine) > 1,
                )

    def _national(self, table: TypedTable) -> Iterator[tuple[Row, Spot, Cell]]:
        """Rows that say APBN in a cell of its own, and that are not plainly delegated."""
        for row, c, cell in _sources(table):
            if _NATIONAL.fullmatch(cell.text) and not _DELEGATED.search(f"{table.caption} {row.label}"):
                yield row, Spot(table.block, row.index, c), cell

    def _regional(self, report: Report) -> Iterator[tuple[TypedTable, Row, str]]:
        """Rows that say APBD, with their table and what they say."""
        for table in report.tables:
            for row, _, cell in _sources(table):
                if _REGIONAL.fullmatch(cell.text):
                    yield table, row, cell.text.strip()


def _sources(table: TypedTable) -> Iterator[tuple[Row, int, Cell]]:
    """The cells of a row that are short enough to name a source, with the row."""
    for row in table.rows:
        if row.kind is RowKind.PART and row.label and not row.hidden:
            for c, cell in enumerate(table.table.rows[row.index]):
                if "APB" in cell.text and len(cell.text) < 30 and cell.text.strip() != row.label:
                    yield row, c, cell


def _same_money(one: Row, other: Row) -> bool:
    """Whether two rows of one program have one amount: it may well have money of both kinds."""
    amounts = {f.value for _, f in one.figures if f.value >= 100_000}
    return any(f.value in amounts for _, f in other.figures)


def _name(row: Row) -> str:
    return re.sub(r"\W+", " ", row.label.casefold()).strip()
