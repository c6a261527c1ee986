"""The row or the sentence of a finding, as wide as there is room."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reviewer.model import Evidence, Finding, Spot, same
from reviewer.reporting.excerpt import MOST_ROWS, WRONG, excerpt, shown
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
        *_, row, carets = lines(finding)
        start = carets.index("^")
        assert row[start : start + carets.count("^")] == finding.quote


def test_many_rows_of_evidence_are_left_to_words() -> None:
    draft = made.document()
    finding = made.wrong_total(draft)
    many = tuple(
        Evidence(replace(finding.location, spot=Spot(made.TABLE, 100 + n, 1, 0, 1)), "1") for n in range(MOST_ROWS + 1)
    )
    crowded = replace(finding, evidence=(*finding.evidence, *many))
    assert len(lines(crowded)) == 3
    assert shown(crowded) == frozenset()
    assert shown(finding) == {0, 1, 2}


def test_the_wrong_figure_is_marked_within_its_cell() -> None:
    draft = made.document(sentence="x" * 300 + " 2019 " + "y" * 300)
    finding = made.wrong_year(draft)
    (line,) = excerpt(made.report(draft), finding, 60, carets=False)
    (mark,) = [span for span in line.spans if span.style == WRONG]
    assert line.plain[mark.start : mark.end] == "2019"
    assert line.plain.endswith("…")
    assert cell_len(line.plain) <= 60


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
