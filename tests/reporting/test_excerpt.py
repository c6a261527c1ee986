"""The row or the sentence of a finding, as wide as there is room."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reviewer.model import Evidence, Finding, Spot, same
from reviewer.reporting.excerpt import excerpt, excerpt_of, shown, together
from reviewer.reporting.grid import MOST_ROWS
from reviewer.reporting.marks import WRONG
from tests.reporting import made


def lines(finding: Finding, width: int = 90, carets: bool = True) -> list[str]:
    return [line.plain for line in excerpt(made.report(made.document()), finding, width, carets)]


def test_a_total_stands_under_the_rows_it_sums() -> None:
    assert lines(made.wrong_total(made.document())) == [
        "   │ Program                     Pagu Anggaran      Realisasi      %",
        "11 │ Program Wawasan               281.961.200    280.000.000  99,30",
        "12 │ Program Ketahanan           1.098.705.100  1.000.000.000  91,02",
        "13 │ Program Pendidikan Politik    652.666.800    600.000.000  91,93",
        "14 │ Jumlah                      1.556.506.595  1.880.000.000  92,46",
        "                                 ^^^^^^^^^^^^^",
    ]


def test_the_carets_stand_under_the_wrong_figure() -> None:
    for finding in (
        made.wrong_total(made.document()),
        made.wrong_share(made.document()),
        made.wrong_year(made.document()),
    ):
        printed = lines(finding)
        carets = next(n for n, line in enumerate(printed) if "^" in line)
        start = printed[carets].index("^")
        assert printed[carets - 1][start : start + printed[carets].count("^")] == finding.quote


def test_many_rows_of_evidence_are_left_to_words() -> None:
    draft = made.document()
    finding = made.wrong_total(draft)
    many = tuple(
        Evidence(replace(finding.location, spot=Spot(made.TABLE, 100 + n, 1, 0, 1)), "1") for n in range(MOST_ROWS)
    )
    crowded = replace(finding, evidence=(*finding.evidence, *many))
    assert [line[:4] for line in lines(crowded)] == ["   │", "14 │", "    "]
    assert shown([crowded], crowded) == frozenset()
    assert shown([finding], finding) == {0, 1, 2}


def test_of_a_long_sentence_what_stands_around_the_figure() -> None:
    words = "kata " * 100
    draft = made.document(sentence=f"{words}2019 {words}akhir.")
    printed = excerpt(made.report(draft), made.wrong_year(draft), 60, carets=False)
    assert len(printed) == 3
    assert printed[0].plain.startswith("5 │ …") and printed[-1].plain.endswith("…")
    marked = [line.plain[s.start : s.end] for line in printed for s in line.spans if s.style == WRONG]
    assert marked == ["2019"]


def test_carets_do_not_underline_a_sentence_that_is_wrong_as_a_whole() -> None:
    draft = made.document()
    finding = made.wrong_year(draft)
    everything = Spot(1, start=0, end=len(made.SENTENCE))
    printed = lines(replace(finding, location=replace(finding.location, spot=everything)))
    assert printed and not any("^" in line for line in printed)


def test_the_figure_is_marked_within_a_cell_of_many_words() -> None:
    draft = made.document(label="Jumlah " + "panjang " * 30 + "tahun 2019 " + "sekali " * 30)
    text = draft.blocks[made.TABLE].rows[4][0].text  # type: ignore[union-attr]
    start = text.index("2019")
    finding = made.wrong_total(draft)
    spot = Spot(made.TABLE, 4, 0, start, start + 4)
    moved = replace(finding, evidence=(), location=replace(finding.location, spot=spot))
    printed = excerpt(made.report(draft), moved, 70, carets=False)
    marked = [line.plain[s.start : s.end] for line in printed for s in line.spans if s.style == WRONG]
    assert marked == ["2019"]


def test_findings_in_one_row_share_an_excerpt_and_others_do_not() -> None:
    draft = made.document()
    year, total, share = made.wrong_year(draft), made.wrong_total(draft), made.wrong_share(draft)
    elsewhere = replace(total, location=replace(total.location, spot=made.cell(draft, 2, 1)), evidence=())
    parts = list(together(made.report(draft), [year, total, share, elsewhere], 90))
    assert parts == [(year,), (total, share), (elsewhere,)]
    printed = [line.plain for line in excerpt_of(made.report(draft), parts[1], 90, carets=True)]
    assert printed[-1].split() == ["^" * 13, "^" * 5]
    assert shown(parts[1], total) == {0, 1, 2}


def test_findings_whose_figures_find_no_room_together_stand_apart() -> None:
    draft = made.document()
    report = made.report(draft)
    wrong = [made.wrong_total(draft), *(
        replace(made.wrong_share(draft), location=replace(made.wrong_share(draft).location, spot=made.cell(draft, 4, col)))
        for col in (2, 3)
    )]  # fmt: skip
    assert [len(part) for part in together(report, wrong, 90)] == [3]
    narrow = list(together(report, wrong, 46))
    assert len(narrow) > 1
    for part in narrow:
        printed = excerpt_of(report, part, 46, carets=False)
        marked = {line.plain[s.start : s.end] for line in printed for s in line.spans if s.style == WRONG}
        assert len(marked) == len(part)


def test_titles_that_would_not_tell_columns_apart_stand_under_those_above_them() -> None:
    draft = made.document()
    report = made.report(draft)
    (table,) = report.tables
    headers = (("Program",), ("Anggaran", "Jumlah"), ("Realisasi", "Jumlah"), ("Realisasi", "%"))
    columns = tuple(replace(c, header=h) for c, h in zip(table.columns, headers, strict=True))
    printed = excerpt(replace(report, tables=(replace(table, columns=columns),)), made.wrong_share(draft), 90, False)
    assert [line.plain for line in printed][:2] == [
        "   │               Anggaran  Realisasi",
        "   │ Program         Jumlah         Jumlah      %",
    ]


@pytest.mark.parametrize("spot", [Spot(99), Spot(-1), Spot(made.TABLE)])
def test_what_has_no_text_of_its_own_has_no_excerpt(spot: Spot) -> None:
    finding = made.wrong_year(made.document())
    elsewhere = replace(finding, location=replace(finding.location, spot=spot))
    assert lines(elsewhere) == []


@given(
    label=st.text(st.characters(), min_size=0, max_size=60),
    sentence=st.text(st.characters(), max_size=200),
    width=st.integers(30, 140),
)
def test_no_line_is_wider_than_the_room(label: str, sentence: str, width: int) -> None:
    draft = made.document(sentence=sentence + " 2019 " + sentence, label=label)
    report = made.report(draft)
    for finding in (made.wrong_total(draft), made.wrong_share(draft), made.wrong_year(draft)):
        for line in excerpt(report, replace(finding, message=same(label)), width, carets=True):
            assert cell_len(line.plain) <= width
            assert "\n" not in line.plain and "\x1b" not in line.plain
