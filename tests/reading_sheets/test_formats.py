"""A stored number and a format code in, the text that Excel shows on an Indonesian computer out."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewer.reading.sheets.formats import general, shown, shown_text
from reviewer.reading.sheets.numbers import exact

_RUPIAH = '_([$Rp-421]* #,##0_);_([$Rp-421]* \\(#,##0\\);_([$Rp-421]* "-"_);_(@_)'


@pytest.mark.parametrize(
    ("stored", "code", "text"),
    [
        ("0.9593", "0.00%", "95,93%"),
        ("1", "0%", "100%"),
        ("0.9593", "0.0 %", "95,9 %"),
        ("10701893800", '"Rp"#,##0', "Rp10.701.893.800"),
        ("8170700270", _RUPIAH, "Rp 8.170.700.270"),
        ("-5000", _RUPIAH, "Rp (5.000)"),
        ("0", _RUPIAH, "Rp -"),
        ("1234567.891", "#,##0.00", "1.234.567,89"),
        ("-1234.5", "#,##0.00", "-1.234,50"),
        ("-1234.5", "#,##0.00_);(#,##0.00)", "(1.234,50)"),
        ("-1234.5", "#,##0_);[Red](#,##0)", "(1.235)"),
        ("-0.001", "0.00", "0,00"),
        ("0", "#", ""),
        ("0.5", "#.##", ",5"),
        ("5", "000", "005"),
        ("196602141992022001", "000000000000000000", "196602141992022001"),
        ("123456", "00-00-00", "12-34-56"),
        ("1234567", "#,##0,", "1.235"),
        ("1234567890", '#,##0.0,,"jt"', "1.234,6jt"),
        ("12", '0 "orang"', "12 orang"),
        ("12", "General\\ \\o\\r\\g", "12 org"),
        ("3", '[>=5]"besar";[<5]"kecil" 0', "kecil 3"),
        ("123456", "0.00E+00", "1,23E+05"),
        ("9999", "0.00E+00", "1,00E+04"),
        ("0.25", "# ?/?", "1/4"),
        ("1.3333333", "# ??/??", "1 1/3"),
        ("2.5", "# ?/8", "2 4/8"),
        ("5", ";;;", ""),
        ("-5", "0;;", ""),
        ("7", "", "7"),
    ],
)  # fmt: skip
def test_numbers(stored: str, code: str, text: str) -> None:
    assert shown(Decimal(stored), code) == text


@pytest.mark.parametrize(
    ("serial", "code", "text"),
    [
        ("44227", "dd/mm/yyyy", "31/01/2021"),
        ("44227", "[$-421]dd mmmm yyyy;@", "31 Januari 2021"),
        ("44227", "[$-409]d-mmm-yy;@", "31-Jan-21"),
        ("44330", "[$-421]dddd, d mmm yyyy", "Jumat, 14 Mei 2021"),
        ("44330", "[$-409]dddd, mmmm d, yyyy", "Friday, May 14, 2021"),
        ("44227.5", "dd/mm/yyyy hh:mm", "31/01/2021 12:00"),
        ("44227.75", "h:mm AM/PM", "6:00 PM"),
        ("0.0421875", "mm:ss", "00:45"),
        ("1.5", "[h]:mm:ss", "36:00:00"),
        ("44227", "yy.m.d", "21.1.31"),
        ("1", "d/m/yyyy", "1/1/1900"),
        ("44227", 'd" hari"', "31 hari"),
        ("-1", "dd/mm/yyyy", "-1"),
        ("99999999", "dd/mm/yyyy", "99999999"),
    ],
)
def test_dates(serial: str, code: str, text: str) -> None:
    assert shown(Decimal(serial), code) == text


def test_days_since_1904() -> None:
    assert shown(Decimal("42765"), "dd/mm/yyyy", since_1904=True) == "31/01/2021"


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("10701893800", "10701893800"),
        ("12345678901234", "12345678901234"),
        ("0.034279438300721910", "0,034279438"),
        ("0.1", "0,1"),
        ("1200500000.5", "1200500000,5"),
        ("0.0000123", "0,0000123"),
        ("1E+20", "100000000000000000000"),
        ("-12.50", "-12,5"),
        ("0", "0"),
    ],
)
def test_without_a_format_no_digit_that_matters_is_lost(stored: str, text: str) -> None:
    assert general(Decimal(stored)) == text


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("0.30000000000000004", "0.3"),
        ("0.1", "0.1"),
        ("1.0", "1"),
        ("1.0701893800E10", "10701893800"),
        ("196602141992022001", "196602141992022001"),
        ("95.929999999999993", "95.93"),
        ("-0", "0"),
        (" 5 ", "5"),
    ],
)
def test_numbers_are_stored_without_the_noise_of_floats(raw: str, value: str) -> None:
    assert exact(raw) == Decimal(value)
    assert "E" not in str(exact(raw))


@pytest.mark.parametrize("raw", ["", "abc", "nan", "inf", "1E+999999999", "1E-999999999", "1,5"])
def test_what_is_no_number(raw: str) -> None:
    assert exact(raw) is None


def test_texts_are_shown_as_they_are_unless_a_section_says_otherwise() -> None:
    assert shown_text("Belanja", _RUPIAH) == "Belanja"
    assert shown_text("Belanja", "#,##0") == "Belanja"
    assert shown_text("5", '@" %"') == "5 %"
    assert shown_text("rahasia", ";;;") == ""


@given(st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=4), st.integers(0, 4))
@example(Decimal("0.5"), 0)
@example(Decimal("-999.995"), 2)
def test_thousands_and_decimals_say_the_rounded_value(value: Decimal, places: int) -> None:
    code = "#,##0." + "0" * places if places else "#,##0"
    text = shown(value, code)
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert Decimal(text.replace(".", "").replace(",", ".")) == rounded
    whole = text.lstrip("-").partition(",")[0].split(".")
    assert all(len(group) == 3 for group in whole[1:]) and 1 <= len(whole[0]) <= 3


@given(st.integers(61, 2_958_465), st.integers(0, 86_399))
def test_dates_are_those_that_python_counts(days: int, seconds: int) -> None:
    when = datetime(1899, 12, 30) + timedelta(days=days, seconds=seconds)
    text = shown(Decimal(days) + Decimal(seconds) / 86_400, "yyyy-mm-dd hh:mm:ss")
    assert text == when.isoformat(" ")


@given(
    st.decimals(-(10**12), 10**12, allow_nan=False, places=3), st.text('0#?.,%;"\\_*@ EeGymdhsRp[]/-()+<>', max_size=20)
)
def test_any_code_shows_something_without_failing(value: Decimal, code: str) -> None:
    assert isinstance(shown(value, code), str)
    assert isinstance(shown_text("isi", code), str)
