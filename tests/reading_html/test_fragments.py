"""LaTeX and HTML left in a text: written out where it is that, left alone where it only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.reading.fragments import lowered, raised, readable, replacements, without_formulas


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r"$66\% \leq 75\%$", "66% ≤ 75%"),
        (r"$ 66\% \leq 75\% $", "66% ≤ 75%"),
        (r"66\% \leq 75\%", "66% ≤ 75%"),
        (r"\frac{a}{b}", "a/b"),
        (r"$\frac{a+b}{c}$", "(a+b)/c"),
        (r"$\frac{\text{Realisasi}}{\text{Target}} \times 100\%$", "Realisasi/Target × 100%"),
        (r"\(\dfrac{1}{2}\)", "1/2"),
        (r"$$\frac12$$", "1/2"),
        (r"$1{,}234$", "1,234"),
        (r"$x_{1}^{2}$", "x₁²"),
        (r"$\geq 90$", "≥ 90"),
        (r"$\sqrt{a \cdot b}$", "√(a · b)"),
        (r"Nilai $91 \le 100$ (Sangat Tinggi)", "Nilai 91 ≤ 100 (Sangat Tinggi)"),
        ("$75$", "75"),
        ("$50 - 65$", "50 - 65"),
        (r"$\alpha\,\foo$", "α foo"),
        ("m<sup>2</sup>", "m²"),
        ("CO<sub>2</sub>", "CO₂"),
        ("10<sup>x</sup>", "10^x"),
        ("12.500<sup>1)</sup>", "12.500¹⁾"),
        ("a<br>b<br/>c<BR />", "a\nb\nc"),
        ("<b>Jumlah</b> <span style='color: red'>5</span>", "Jumlah 5"),
        ("<p>a</p><p>b</p>", "a\nb"),
        ("A&nbsp;B &amp; C &lt; D", "A\xa0B & C < D"),
        ("$\\frac{<b>a</b>}{b}$ <i>x</i>", "(<b>a</b>)/b x"),
    ],
)
def test_fragments_are_written_out(text: str, read: str) -> None:
    assert readable(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "Rp5.000 < Rp6.000 > Rp4.000", "$5 and $6", "US$100 dan US$200", "harga $100,000", r"C:\times\frac\data", r"\\server\leq",
        "AT&T", "R&D;", "a <5 orang> b", "a <b dan c> d", "P&L &notanentity;", "$", "$$", "5_000 ^ {x}", r"\frac", r"\frac{a}",
        "<br", "100%", "", "<sup>tanpa penutup",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_fragment_stays(text: str) -> None:
    assert readable(text) == text
    assert replacements(text) == []


def test_formulas_alone() -> None:
    assert without_formulas(r"<b>$\frac{a}{b}$</b> &amp;") == "<b>a/b</b> &amp;"


def test_raised_and_lowered() -> None:
    assert [raised(t) for t in ("2", "1)", "*)", "[3]", "abc", " 2 ")] == ["²", "¹⁾", "*)", "[3]", "^(abc)", "²"]
    assert [lowered(t) for t in ("2", "i", "maks")] == ["₂", "_i", "_(maks)"]


@given(st.text(st.sampled_from("$\\{}^_<>/&;%supbrfac12 \n"), max_size=80))
def test_any_text_is_read_and_what_is_replaced_lies_in_order(text: str) -> None:
    found = replacements(text)
    assert all(0 <= r.start < r.end <= len(text) for r in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert isinstance(readable(text), str)


@pytest.mark.parametrize(
    "piece", ["$", "$\\%", "\\frac{", "\\frac", "{", "<sup>", "&amp;", "$\\frac{1}{", "\\(", "^", "<b ", "\\frac{a}{b}"]
)
def test_long_texts_take_no_long_time(piece: str) -> None:
    assert len(readable((piece * 9_000)[:9_900])) >= 0
    assert readable(f"${piece * 200}$") is not None
