"""One report in five formats: the same tables, numbers and findings, whichever of them is handed in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import reviewer.samples
from reviewer.model import Examination, Finding, Paragraph, Table, TypedTable
from reviewer.run import examine_file
from reviewer.samples.write_xlsx import SHEETS

FOLDER = Path(reviewer.samples.__file__).parent
NAMES = ("laporan-kinerja", "laporan-kinerja-bersih")
Shown = tuple[str, str, str, str | None, int | None, int | None]


@cache
def examined(name: str, kind: str) -> Examination:
    return examine_file(FOLDER / f"{name}.{kind}")


def plain(text: str) -> str:
    """Without line breaks, which a page sets as it likes, and with the leaders of a contents line as its tab."""
    return " ".join(re.sub(r"\.{4,}", " ", text).split())


def grid(table: TypedTable) -> list[list[str]]:
    return [[plain(cell.text) for cell in row] for row in table.table.rows]


def merged(table: TypedTable) -> list[list[tuple[int, int] | None]]:
    return [[cell.covered_by for cell in row] for row in table.table.rows]


def shown(finding: Finding) -> Shown:
    place = finding.location
    return finding.code, finding.stated, finding.expected, place.table, place.row, place.col


def arithmetic(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.code[:3] in ("TOT", "PCT", "NUM")]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["pdf", "txt", "xlsx"])
def test_the_same_tables(name: str, kind: str) -> None:
    word, other = (examined(name, k).report.tables for k in ("docx", kind))
    assert {t.number for t in word} == {number for numbers in SHEETS.values() for number in numbers}
    assert [t.number for t in other] == [t.number for t in word]
    for one, two in zip(word, other, strict=True):
        assert grid(two) == grid(one), one.number
        if kind != "txt":
            assert merged(two) == merged(one), one.number


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["pdf", "txt", "xlsx"])
def test_the_same_figures_in_their_rows_and_columns(name: str, kind: str) -> None:
    def figures(of: str) -> dict[str, list[object]]:
        return {
            table.number: [
                (row.label, [(column, figure.text, figure.value) for column, figure in row.figures])
                for row in table.rows
            ]
            for table in examined(name, of).report.tables
        }

    assert figures(kind) == figures("docx")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["pdf", "txt"])
def test_the_same_paragraphs(name: str, kind: str) -> None:
    def paragraphs(of: str) -> str:
        document = examined(name, of).report.document
        # A chapter's number and its title are one paragraph in Word, with a line break between them.
        return "\n".join(plain(b.shown) for b in document.blocks if isinstance(b, Paragraph) and b.role == "body")

    assert re.sub(r"(BAB [IV]+)\n", r"\1 ", paragraphs(kind)) == paragraphs("docx")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["pdf", "txt"])
def test_the_same_findings_and_the_same_account_of_what_was_checked(name: str, kind: str) -> None:
    word, other = (examined(name, k) for k in ("docx", kind))
    assert Counter(map(shown, other.findings)) == Counter(map(shown, word.findings))
    assert Counter(other.ledger.statuses.values()) == Counter(word.ledger.statuses.values())
    assert other.report.identity.title == word.report.identity.title


def test_the_workbook_has_every_finding_of_the_tables() -> None:
    word, book = (examined(NAMES[0], kind).findings for kind in ("docx", "xlsx"))
    in_tables = [f for f in word if f.location.table is not None]
    assert len(in_tables) > 15
    assert Counter(shown(f) for f in book if f.location.table is not None) == Counter(map(shown, in_tables))
    assert {f.code for f in book if f.location.table is None} <= {f.code for f in word}


def test_the_data_have_the_arithmetic_findings_of_what_they_state() -> None:
    """Data state neither shares of staff, averages, tables by kecamatan, nor what is left of a budget."""

    def stated_in_data(finding: Finding) -> bool:
        leaves_out = {"1.2", "3.3", "3.4", "3.5", "3.7"}
        of_column = finding.location.label.id.rpartition(" › ")[2]
        return not (finding.location.table in leaves_out or of_column.startswith("Sisa") or finding.code == "PCT004")

    data, book = (arithmetic(examined(NAMES[0], kind).findings) for kind in ("yaml", "xlsx"))
    assert len(data) >= 10
    assert Counter(shown(f)[:3] for f in data) == Counter(shown(f)[:3] for f in book if stated_in_data(f))


def test_the_data_hold_the_figures_of_the_report() -> None:
    data, text = (examined("laporan-kinerja-bersih", kind).report for kind in ("yaml", "txt"))
    budget = next(t for t in text.tables if t.number == "3.6")
    given = {row.label: [f.value for _, f in row.figures][:2] for row in data.tables[1].rows}
    assert given == {row.label: [f.value for _, f in row.figures][:2] for row in budget.rows}


def test_the_contents_name_the_pages_that_the_headings_stand_on() -> None:
    document = examined("laporan-kinerja-bersih", "pdf").report.document
    body = [b for b in document.blocks if isinstance(b, Paragraph) and b.role == "body"]
    contents = dict(found.groups() for b in body if (found := re.fullmatch(r"(.+?)[.\s]{4,}(\w+)", b.text)))
    assert len(contents) > 15
    text = ""
    labels: dict[str, str | None] = {}
    for paragraph in body:
        # Chapters stand on two lines.
        text = f"{text} {paragraph.text}" if re.fullmatch("BAB [IV]+", text) else paragraph.text
        labels.setdefault(text, paragraph.place.page_label)
        labels.setdefault(re.sub(r" Tahun \d{4}$", "", text), paragraph.place.page_label)
    assert {title: labels[title] for title in contents} == contents


def test_the_workbook_has_formulas_with_their_results() -> None:
    document = examined("laporan-kinerja", "xlsx").report.document
    formulas = {
        f"{cell.place.sheet}!{cell.place.cell}": (cell.formula, cell.text)
        for block in document.blocks
        if isinstance(block, Table)
        for _, _, cell in block.cells()
        if cell.formula
    }
    assert len(formulas) > 150 and all(text for _, text in formulas.values())
    assert document.notices == ()
    assert formulas["Pegawai!E5"] == ("=C5+D5", "13")
    assert "Pegawai!E6" not in formulas, "a figure typed over its formula"
    assert formulas["Perjanjian Kinerja!C24"] == ("=C17+C18+C19+C20+C22+C23", "16.790.770.000")
    assert formulas["Anggaran!C6"] == ("=SUM(C7:C8)", "71.250.000")
