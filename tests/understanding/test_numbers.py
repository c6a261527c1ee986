"""Numbers as people write them, and what they must never become."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import Figure, Spot
from reviewer.model.numberwords import in_words, read_words
from reviewer.model.written import written
from reviewer.understanding.numbers import cell_figures, figures_in

CELL = Spot(0, 0, 0)


def only(text: str) -> Figure:
    figures = cell_figures(text, CELL)
    assert len(figures) == 1, (text, figures)
    return figures[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Rp. 1.000,-", "1000", "Rp"),
        ("Rp1.234.567", "1234567", "Rp"),
        ("Rp 1.000.000,00", "1000000.00", "Rp"),
        ("1.234.567.-", "1234567", ""),
        ("(1.234)", "-1234", ""),
        ("-5,2", "-5.2", ""),
        ("12 orang", "12", "orang"),
        ("50orang", "50", "orang"),
        ("1 (satu) dokumen", "1", "dokumen"),
        ("85,71 %", "85.71", "%"),
        ("99.22", "99.22", ""),
        ("2.492.490.451,80", "2492490451.80", ""),
        ("100,000,000.00", "100000000.00", ""),
        ("Rp 2,5 miliar", "2500000000", "Rp"),
        ("3 juta", "3000000", ""),
        ("≤ 5", "5", ""),
        ("· 100 %", "100", "%"),
        ("0,125", "0.125", ""),
    ],
)
def test_a_cell_is_read(text: str, value: str, unit: str) -> None:
    figure = only(text)
    assert (figure.value, figure.unit, figure.fault) == (Decimal(value), unit, "")


@pytest.mark.parametrize(
    ("text", "value", "fault"),
    [
        ("9..83", "9.83", "doubled-separator"),
        ("125..000", "125000", "doubled-separator"),
        ("104.445.05", "104445050", "groups"),
        ("1.234,5.6", "1234.56", "mixed-separators"),
    ],
)
def test_a_malformed_number_is_still_read(text: str, value: str, fault: str) -> None:
    figure = only(text)
    assert figure.fault == fault
    assert figure.value == Decimal(value) or fault == "mixed-separators"


@pytest.mark.parametrize(
    "text", ["2019-2024", "III/a", "30 September 2020", "Tabel 3.1 lanjutan 2", "5.2.1.01.02 x 3", ""]
)
def test_what_only_mentions_numbers_gives_none(text: str) -> None:
    assert cell_figures(text, CELL) == ()


@pytest.mark.parametrize("text", ["-", "–", " - ", "nihil", "Rp -", "Rp. -"])
def test_a_dash_is_none_of_it(text: str) -> None:
    figure = only(text)
    assert figure.dash and figure.value == 0


def test_an_amount_with_its_percentage_gives_both() -> None:
    first, second = cell_figures("6.500.000 (85%)", CELL)
    assert (first.value, second.value, second.unit) == (Decimal(6500000), Decimal(85), "%")


@given(st.integers(min_value=0, max_value=10**14))
def test_thousands_dots_are_read_back(value: int) -> None:
    assert only(written(Decimal(value))).value == value


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_indonesian_decimals_are_read_back(value: Decimal) -> None:
    assert only(written(value, decimals=2)).value == value


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_english_decimals_are_read_back(value: Decimal) -> None:
    assert only(f"{value:,.2f}").value == value


@given(st.text(max_size=60))
def test_any_text_is_borne(text: str) -> None:
    for figure in [*cell_figures(text, CELL), *figures_in(text, Spot(0))]:
        assert 0 <= figure.spot.start <= figure.spot.end <= len(text)
        assert text[figure.spot.start : figure.spot.end].strip() == figure.text


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_words_are_read_back(value: int) -> None:
    assert read_words(in_words(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("lima milyar dua ratus juta rupiah", 5_200_000_000),
        ("Seribu lima ratus", 1500),
        ("duapuluh lima", 25),
        ("sembilan puluh lima koma dua lima", "95.25"),
        ("seratus tiga puluh delapan ribu tiga ratus lima puluh delapan seratus dua puluh", None),
        ("dua tiga", None),
        ("puluh", None),
        ("program kegiatan", None),
    ],
)
def test_words_of_the_field(text: str, value: object) -> None:
    assert read_words(text) == (None if value is None else Decimal(value))
