"""Numbers and ranks of civil servants."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.checking.engine import examine
from reviewer.model import Finding
from reviewer.reading import read_text
from reviewer.understanding import understand

RANKS = {
    "Juru Muda": "I/a",
    "Juru Muda Tk. I": "I/b",
    "Juru": "I/c",
    "Juru Tk.I": "I/d",
    "Pengatur Muda": "II/a",
    "Pengatur Muda Tkt I": "II/b",
    "Pengatur": "II/c",
    "Pengatur Tingkat I": "II/d",
    "Penata Muda": "III/a",
    "Penata Muda Tingkat 1": "III/b",
    "Penata": "III/c",
    "PENATA TK I": "III/d",
    "Pembina": "IV/a",
    "Pembina Tk. I": "IV/b",
    "Pembina Utama Muda": "IV/c",
    "Pembina Utama Madya": "IV/d",
    "Pembina Utama": "IV/e",
}


def found_in(text: str, code: str) -> list[Finding]:
    return list(examine(understand(read_text(text)), select=[code]).findings)


@given(
    born=st.dates(date(1950, 1, 1), date(1999, 12, 31)),
    age=st.integers(18, 45),
    month=st.integers(1, 12) | st.sampled_from([21, 22]),
    sex=st.sampled_from("12"),
    serial=st.integers(1, 999),
    form=st.sampled_from(["{} {} {} {}", "{}.{}.{}.{}", "{}{}{}{}", "{} {} {} {} "]),
)
def test_a_possible_number_is_left_alone(born: date, age: int, month: int, sex: str, serial: int, form: str) -> None:
    number = form.format(f"{born:%Y%m%d}", f"{born.year + age}{month:02}", sex, f"{serial:03}")
    assert found_in(f"KEPALA DINAS\n\nRahmat Wijayanto\nNIP. {number}\n", "IDN010") == []


@pytest.mark.parametrize("rank", RANKS)
@pytest.mark.parametrize("form", ["{} ({})", "{}, {}", "{} / {}", "{} Gol. {}", "{} {}"])
def test_each_rank_has_its_own_grade_and_no_other(rank: str, form: str) -> None:
    for other in RANKS.values():
        text = f"Rahmat Wijayanto, {form.format(rank, other)} memimpin rapat.\n"
        expected = [] if other == RANKS[rank] else [RANKS[rank]]
        assert [f.expected for f in found_in(text, "IDN012")] == expected, text


@pytest.mark.parametrize("grade", ["IV.a", "IVa", "IV/A", "iv/a", "IV - a"])
def test_grades_in_other_hands(grade: str) -> None:
    assert found_in(f"Rahmat Wijayanto, Pembina ({grade}).\n", "IDN012") == []


def test_signatures_side_by_side_are_not_mixed_up() -> None:
    text = (
        "Rahmat Wijayanto\nNIP. 19750730 200112 1 001\n\n"
        "BUPATI WANAJAYA\tKEPALA DINAS\nRahmat Wijayanto\tDewi Lestariningsih\nNIP. 19750730 200112 1 001\t"
        "NIP. 19800102 200501 2 003\n"
    )
    assert found_in(text, "IDN011") == []


def test_old_numbers_and_placeholders_are_no_fault() -> None:
    assert found_in("NIP. 131 234 567\n\nNIP. ..................\n\nNIP.\n\nNIP. -\n", "IDN010") == []
