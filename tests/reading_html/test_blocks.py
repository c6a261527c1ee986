"""A web page as its reader sees it: headings, paragraphs, lists; without scripts, menus and what is hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.model import Document
from reviewer.reading import Unreadable
from reviewer.reading import read as read_file
from reviewer.reading.html import read
from tests.reading_html.page import page, paragraphs, texts


def test_headings_and_paragraphs() -> None:
    document = page(
        "<h1>BAB I</h1><h2>A. Latar <b>Belakang</b></h2>teks lepas<p>Satu</p><div>Dua<p>Tiga</p>empat</div>"
    )
    assert [(p.text, p.level) for p in paragraphs(document)] == [
        ("BAB I", 1),
        ("A. Latar Belakang", 2),
        ("teks lepas", None),
        ("Satu", None),
        ("Dua", None),
        ("Tiga", None),
        ("empat", None),
    ]


def test_blanks_run_together_and_breaks_break() -> None:
    document = page("<p>  Pagu\n   sebesar&nbsp; <b> Rp1.000 </b>,00 <br> <br/>baris\tdua <i></i> </p><p>&nbsp;</p>")
    assert texts(document) == ["Pagu sebesar Rp1.000 ,00\n\nbaris dua"]
    assert texts(page("<pre>a  b\n  c</pre>")) == ["a  b\n  c"]


def test_entities_superscripts_and_equations() -> None:
    body = (
        "<p>a &amp; b &copy; m<sup>2</sup> CO<sub>2</sub> 12.500<sup>1)</sup> x<sup>n-1</sup> y<sup>abc</sup> [<sup>[3]</sup>]"
        "</p>"
        r"<p>Skala $66\% \leq 75\%$ dan \(\frac{a}{b}\) seharga $5</p>"
        '<p><math alttext="\\frac{r}{t} \\times 100"><mi>r</mi></math> dan <math><mi>x</mi><mo>=</mo><mn>2</mn></math></p>'
    )
    assert texts(page(body)) == [
        "a & b © m² CO₂ 12.500¹⁾ xⁿ⁻¹ y^(abc) [[3]]",
        "Skala 66% ≤ 75% dan a/b seharga $5",
        "r/t × 100 dan x=2",
    ]


def test_lists_show_their_numbers() -> None:
    document = page(
        "<ol start=3 type=a><li>satu<li><p>dua</p><p>lagi</p><ul><li>anak</ul><li value=7>tujuh</ol>"
        "<ul style='list-style: none'><li>polos</ul><ol type=I><li>besar</ol>"
    )
    assert [(p.number, p.text, p.list_level) for p in paragraphs(document)] == [
        ("c.", "satu", 0),
        ("d.", "dua", 0),
        ("", "lagi", 0),
        ("•", "anak", 1),
        ("g.", "tujuh", 0),
        ("", "polos", 0),
        ("I.", "besar", 0),
    ]


def test_what_the_page_does_not_show_as_its_content_is_left_out() -> None:
    body = (
        "<nav>menu</nav><script>var a='<p>skrip</p>'</script><style>p{}</style><template><p>t</p></template>"
        "<noscript>n</noscript>"
        "<p hidden>h1</p><p style='color:red; display : none'>h2</p><div style='visibility:hidden'><p>h3</p></div>"
        "<span aria-hidden=true>h4</span><select><option>o</select><button>b</button><!-- komentar --><svg><text>s</text></svg>"
        "<iframe src='https://example.org'></iframe><p>isi<script>x</script> utuh</p>"
    )
    assert texts(page(body)) == ["isi utuh"]


def test_pictures_are_counted() -> None:
    document = page("<p>isi</p><img src='https://example.org/a.png'><p><img src='b.png'></p>")
    assert [notice.message.id for notice in document.notices] == [
        "Isi 2 gambar tidak dibaca; tabel atau angka di dalamnya tidak diperiksa."
    ]


def test_places_are_lines_of_the_file() -> None:
    document = page("\n<p>satu\n dua <b>tiga</b>\nempat</p>\n\n<p>lima</p>")
    assert [(p.place.line, p.place.end_line) for p in paragraphs(document)] == [(3, 5), (7, 7)]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<html><head><meta charset='windows-1252'></head><p>a – b</p>".encode("cp1252"), "a – b"),
        ("<html><head><meta charset=iso-8859-1></head><p>a – b</p>".encode("cp1252"), "a – b"),
        ("<html><head><meta charset=utf-8></head><p>a – b</p>".encode(), "a – b"),
        ("<html><p>a – b</p>".encode("utf-16"), "a – b"),
        ("<html><meta charset=rot13><p>a – b</p>".encode(), "a – b"),
        (b"<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>a</p></body></html>", "a"),
    ],
)  # fmt: skip
def test_encodings(data: bytes, text: str) -> None:
    assert texts(read(data)) == [text]


def test_a_page_is_read_in_a_process_of_its_own_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "laporan.xls"
    path.write_bytes(b"<html><table><tr><th>Uraian<th>Pagu<tr><td>Pegawai<td>5</table></html>")
    document = read_file(path)
    assert document.format == "html"
    assert "halaman web" in document.notices[0].message.id


_HEAVY = {
    "blocks": "<div>" * 3_000 + "isi",
    "styles": "<b>" * 3_000 + "isi",
    "tables": "<table><tr><td>a<td>" * 60 + "isi",
    "lists": "<ul><li>" * 3_000 + "isi",
    "wide": "<table>" + "<tr><td colspan=1000>a" * 1_000 + "</table>",
    "high": "<table>" + "<tr><td rowspan=65000>a" * 2_000 + "</table>",
    "many": "<table>" + ("<tr>" + "<td>a" * 1_000) * 500 + "</table>",
}


@pytest.mark.parametrize("body", _HEAVY.values(), ids=_HEAVY)
def test_depth_and_size_are_bounded(body: str) -> None:
    try:
        assert isinstance(page(body), Document)
    except Unreadable as problem:
        assert problem.message.id.isprintable() and problem.message.en.isprintable()


def test_entities_that_a_page_declares_are_not_expanded() -> None:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    bomb = f'<!DOCTYPE html [<!ENTITY e0 "bom"><!ENTITY f SYSTEM "file:///etc/passwd">{entities}]><p>&e9;&f;isi</p>'
    document = read(bomb.encode())
    assert sum(len(text) for text in texts(document)) < 1_000
    assert not any("root:" in text for text in texts(document))


def test_a_page_without_content_has_no_blocks() -> None:
    assert read(b"<!-- -->").blocks == ()
    assert page("").blocks == ()
