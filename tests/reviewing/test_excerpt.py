"""What the draft says at a finding, with the wrong part apart."""

from __future__ import annotations

from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import Spot
from reviewer.reviewing import excerpt
from reviewer.reviewing.excerpt import excerpt_text
from reviewer.reviewing.plain import plain
from tests.reviewing.made import examination

REPORT = examination(()).report


def test_a_row_under_the_titles_of_its_columns() -> None:
    found = excerpt(REPORT, Spot(1, 2, 1, 0, 13))
    assert found.in_table and [(c.title, c.text, c.marked) for c in found.cells] == [
        ("Uraian", "Jumlah", False),
        ("Pagu", "1.556.506.595", True),
    ]
    assert excerpt_text(found) == "Uraian: Jumlah | Pagu: »1.556.506.595«"


def test_some_characters_of_a_sentence() -> None:
    found = excerpt(REPORT, Spot(0, -1, -1, 44, 57))
    assert [p.text for p in found.cells[0].pieces if p.marked] == ["1.556.506.595"] and not found.in_table
    assert excerpt_text(found).endswith("sebesar Rp»1.556.506.595«.")


def test_a_spot_without_characters_means_the_whole_cell() -> None:
    found = excerpt(REPORT, Spot(1, 1, 0))
    assert found.cells[0].marked and found.cells[0].text == "Program A"


def test_a_place_that_the_draft_does_not_have() -> None:
    assert excerpt(REPORT, Spot(9)).cells == () and excerpt(REPORT, Spot(1, 99, 0)).cells == ()


@given(st.text(max_size=40), st.integers(0, 30))
def test_plain_text_is_one_harmless_line(text: str, limit: int) -> None:
    shown = plain(text, limit)
    assert not {category(char) for char in shown if char != "\u00ad"} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert not limit or len(shown) <= limit
