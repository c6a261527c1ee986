"""Categories: scales as they are printed, and what each value may be called."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.checking.engine import examine
from reviewer.model import Finding
from reviewer.reading import read_text
from reviewer.schemas.scales import Class, scale_of, scales
from reviewer.understanding import understand

PRINTED = {
    "91 % <= 100 %": ("Sangat Tinggi", 95),
    "76 s.d. 90": ("Tinggi", 80),
    "66–75,99": ("Sedang", 70),
    "51 ≤ 65": ("Rendah", 60),
    "kurang dari 51": ("Sangat Rendah", 40),
}


def found_in(text: str, *codes: str) -> list[Finding]:
    return list(examine(understand(read_text(text)), select=codes).findings)


def draft(rows: list[tuple[str, str]], ranges: dict[str, tuple[str, int]] | None = None) -> str:
    scale = "".join(f"{i}\t{r}\t{label}\n" for i, (r, (label, _)) in enumerate((ranges or PRINTED).items(), 1))
    table = "".join(f"{i}\tIndikator {i}\t100\t90\t{value}\t{label}\n" for i, (value, label) in enumerate(rows, 1))
    return (
        "Capaian kinerja diberi makna dengan skala berikut.\n\nTabel 3.1\nSkala capaian kinerja\n\n"
        f"No\tNilai\tKategori\n{scale}\nTabel 3.2\nCapaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\tKategori\n{table}"
    )


def test_every_class_of_a_printed_scale_is_read() -> None:
    right = [(f"{value},00", label) for label, value in PRINTED.values()]
    assert found_in(draft(right), "CLS001") == []
    for i, (value, label) in enumerate(right):
        for other, _ in PRINTED.values():
            if other != label:
                rows = [*right, (value, other)]
                assert [f.stated for f in found_in(draft(rows), "CLS001")] == [other], (i, value, other)


@pytest.mark.parametrize(
    ("value", "labels"),
    [
        ("90,50", ("Sangat Tinggi", "Tinggi")),
        ("76,00", ("Tinggi",)),
        ("75,995", ("Tinggi", "Sedang")),
        ("150,00", ("Sangat Tinggi",)),
        ("0,00", ("Sangat Rendah",)),
        ("51,00", ("Rendah", "Sangat Rendah")),
    ],
)
def test_bounds_gaps_and_values_beyond(value: str, labels: tuple[str, ...]) -> None:
    right = [(f"{v},00", label) for label, v in PRINTED.values()]
    for label, _ in PRINTED.values():
        said = [f.stated for f in found_in(draft([*right, (value, label)]), "CLS001")]
        assert said == ([] if label in labels else [label])


def test_a_printed_scale_replaces_the_usual_ones() -> None:
    own = {
        "≥ 80": ("Sangat Baik", 90),
        "60 – 79,9": ("Baik", 70),
        "50 – 59,9": ("Sedang", 55),
        "0 – 49,9": ("Kurang", 30),
    }
    rows = [("81,00", "Sangat Baik"), ("62,00", "Baik"), ("55,00", "Sedang"), ("20,00", "Kurang")]
    assert found_in(draft(rows, own), "CLS001", "CLS002") == []


def test_ranges_that_overlap_are_no_scale() -> None:
    classes = [
        Class(("baik",), Decimal(50), Decimal(100)),
        Class(("cukup",), Decimal(40), Decimal(60)),
        Class(("kurang",), None, Decimal(40)),
    ]
    assert scale_of("", classes) is None


@given(st.sampled_from(scales()), st.decimals(0, 300, places=2))
def test_every_value_has_one_or_two_neighbouring_classes(scale: object, value: Decimal) -> None:
    assert scale in scales()
    for one in scales():
        fitting = one.fitting(value)
        assert 1 <= len(fitting) <= 2
        places = [one.classes.index(c) for c in fitting]
        assert places == sorted(places) and places[-1] - places[0] == len(places) - 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nilai SAKIP tahun 2022 adalah 71,24 dengan predikat BB.", []),
        ("Nilai SAKIP tahun 2022 adalah 71,24 (Predikat A).", ["BB"]),
        ("Predikat “CC” (58,10) diperoleh dalam evaluasi akuntabilitas kinerja.", []),
        ("Predikat “CC” (68,10) diperoleh dalam evaluasi akuntabilitas kinerja.", ["B"]),
        ("Nilai SAKIP 70,00 (B) dan 70,00 (BB).", []),
        ("Nilai evaluasi AKIP tahun 2013 sebesar 66,50 (B).", []),
        ("Komponen A 24,10 dan B 18,20 dari evaluasi SAKIP.", []),
        ("Target nilai SAKIP 80,01 predikat A, realisasi 71,24 predikat BB.", []),
    ],
)
def test_predicates(text: str, found: list[str]) -> None:
    assert [f.expected for f in found_in(text + "\n", "CLS004")] == found
