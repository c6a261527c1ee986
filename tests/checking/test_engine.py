"""The engine: ledger, severities, identity of findings, causes."""

from __future__ import annotations

from collections import Counter

import pytest

from reviewer.checking.engine import examine
from reviewer.checking.registry import checks, chosen
from reviewer.model import Examination, Figure, Severity, Spot, Status
from reviewer.reading import read_text
from reviewer.understanding import understand


def run(text: str, **options: object) -> Examination:
    return examine(understand(read_text(text)), **options)  # type: ignore[arg-type]


TABLE = "Tabel 1 Realisasi\n\nNo\tProgram\tAnggaran\tRealisasi\t%\n"
ROWS = (
    "1\tProgram Pelayanan\t200.000.000\t150.000.000\t75,00\n"
    "2\tProgram Ketertiban\t300.000.000\t100.000.000\t33,33\n"
    "3\tProgram Sarana\t500.000.000\t450.000.000\t90,00\n"
)
CLEAN = TABLE + ROWS + "\tJumlah\t1.000.000.000\t700.000.000\t70,00\n"


def statuses(examination: Examination) -> Counter[Status]:
    return Counter(examination.ledger.statuses.values())


def test_a_clean_table_is_verified_whole() -> None:
    examination = run(CLEAN)
    assert examination.findings == ()
    assert statuses(examination) == {Status.VERIFIED: 12}


def test_figures_of_a_broken_relation_are_contradicted() -> None:
    examination = run(CLEAN.replace("700.000.000", "710.000.000"))
    assert {f.code for f in examination.findings} == {"TOT001", "PCT001"}
    by_text = {
        examination.report.document.blocks[s.block].rows[s.row][s.col].text: status  # type: ignore[union-attr]
        for s, status in examination.ledger.statuses.items()
    }
    assert by_text["710.000.000"] is Status.CONTRADICTED
    assert by_text["1.000.000.000"] is Status.CONTRADICTED
    assert by_text["75,00"] is Status.VERIFIED


def test_a_number_without_relation_is_unchecked() -> None:
    examination = run(
        "Tabel 1 Target\n\nNo\tIndikator\tTarget\n1\tPeserta pelatihan\t50 orang\n2\tDokumen rencana\t3 dokumen\n"
    )
    assert statuses(examination) == {Status.UNCHECKED: 2}


def test_small_counts_that_agree_verify_nothing() -> None:
    examination = run("Tabel 1 Pegawai\n\nNo\tGolongan\tJumlah\n1\tIII\t1\n\tJumlah\t1\n")
    assert statuses(examination) == {Status.UNCHECKED: 2}


def test_one_unit_of_the_last_digit_is_an_info() -> None:
    (finding,) = run(CLEAN.replace("33,33", "33,34")).findings
    assert finding.severity is Severity.INFO
    (finding,) = run(CLEAN.replace("33,33", "33,35")).findings
    assert finding.severity is Severity.ERROR


def test_select_ignore_severity() -> None:
    broken = CLEAN.replace("700.000.000", "710.000.000")
    assert {f.code for f in run(broken, select=["pct"]).findings} == {"PCT001"}
    assert {f.code for f in run(broken, ignore=["PCT001"]).findings} == {"TOT001"}
    assert {f.severity for f in run(broken, severity={"TOT": "info", "PCT001": "warning"}).findings} == {
        Severity.INFO,
        Severity.WARNING,
    }
    assert [c.code for c in chosen(["table-total"])] == ["TOT001"]


def test_checks_come_sorted_and_once() -> None:
    codes = [c.code for c in checks()]
    assert codes == sorted(set(codes)) and len(codes) > 20


def test_identity_does_not_move_with_lines() -> None:
    broken = CLEAN.replace("33,33", "43,33")
    before = run(broken).findings
    after = run("Satu paragraf baru di depan tabel ini, lalu satu lagi.\n\nDan satu lagi.\n\n" + broken).findings
    assert [f.id for f in before] == [f.id for f in after]
    assert before[0].location.place.line != after[0].location.place.line


def test_identity_changes_with_the_figures_and_not_the_anchor() -> None:
    (before,) = run(CLEAN.replace("33,33", "43,33")).findings
    (after,) = run(CLEAN.replace("33,33", "44,33")).findings
    assert before.anchor == after.anchor and before.content != after.content and before.id != after.id


def test_equal_rows_have_ordinals() -> None:
    rows = (
        "1\tProgram Sama\t200.000.000\t150.000.000\t85,00\n2\tProgram Sama\t200.000.000\t150.000.000\t85,00\n"
        "3\tProgram Lain\t100\t50\t50,00\n"
    )
    found = run(TABLE + rows + "4\tProgram Keempat\t100.000\t50.000\t50,00\n", select=["PCT001"]).findings
    assert len(found) == 2 and len({f.id for f in found}) == 2
    assert [f.anchor[-1] for f in found] == ["0", "1"]


def test_a_swapped_digit_is_named_as_the_cause_of_all_it_breaks() -> None:
    examination = run(CLEAN.replace("\t450.000.000\t90", "\t540.000.000\t90"))
    assert {f.code for f in examination.findings} == {"TOT001", "PCT001", "PLS001"}
    (cause,) = examination.causes
    (repair,) = cause.cells
    assert (repair.stated, repair.repair, repair.slip.en) == ("540.000.000", "450.000.000", "two digits exchanged")
    explained = {f.id for f in examination.findings if f.cause == cause.id}
    assert explained == set(cause.findings) and len(explained) == 2


def test_no_cause_where_the_figures_leave_it_open() -> None:
    text = "Tabel 1 Pegawai\n\nNo\tGolongan\tJumlah\n1\tII\t15\n2\tIII\t70\n3\tIV\t55\n\tJumlah\t148\n"
    examination = run(text)
    assert [f.code for f in examination.findings] == ["TOT001"] and examination.causes == ()


@pytest.mark.parametrize("mark", ["[red]", "\x1b[31m", "{stated}", "%s", "\u202e"])
def test_text_of_the_draft_is_data(mark: str) -> None:
    examination = run(CLEAN.replace("Program Ketertiban", f"Program {mark} Ketertiban").replace("33,33", "43,33"))
    (finding,) = examination.findings
    assert finding.code == "PCT001" and "43,33" in finding.message.id


def test_every_finding_points_at_characters_of_the_draft() -> None:
    examination = run(CLEAN.replace("700.000.000", "710.000.000"))
    for finding in examination.findings:
        assert isinstance(finding.location.spot, Spot)
        assert finding.quote and finding.location.place.line
        assert all(e.quote and e.location.place.line for e in finding.evidence)


def test_figures_know_their_exactness() -> None:
    from decimal import Decimal

    assert Figure("5", Decimal(5), 0, Spot(0)).exact
    assert not Figure("5%", Decimal(5), 0, Spot(0), "%").exact
    assert not Figure("5 juta", Decimal(5000000), 0, Spot(0), "Rp", 6).exact
