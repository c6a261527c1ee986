"""Regulations as drafts name them, in whatever form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import Citation, Spot
from reviewer.understanding.citations import citations_of


def cited(text: str) -> list[Citation]:
    return list(citations_of([(Spot(0, start=0, end=len(text)), text)]))


@pytest.mark.parametrize(
    ("text", "kind", "number", "year", "title"),
    [
        ("Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara;", "UU", "17", 2003, "Keuangan Negara"),
        ("undang – undang No 17 tahun 2003", "", "", 0, ""),
        ("UU No. 17 Tahun 2003 ttg Keuangan Negara.", "UU", "17", 2003, "Keuangan Negara"),
        ("Peraturan Pemerintah Republik Indonesia Nomor : 08 Tahun 2006", "PP", "8", 2006, ""),
        ("PP 8/2006 tentang Pelaporan Keuangan", "PP", "8", 2006, "Pelaporan Keuangan"),
        ("Permendagri 77 Tahun 2020", "Permendagri", "77", 2020, ""),
        ("Peraturan Mentri Dalam Negeri Nomor 90 Tahun 19.. tentang X", "Permendagri", "90", None, "X"),
        ("Keputusan Menteri Dalam Negeri Nomor 050-5889 Tahun 2021", "Kepmendagri", "050-5889", 2021, ""),
        (
            "Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi (PERMENPAN & RB) Nomor : 53 "
            "Tahun 2014tentang Petunjuk Teknis (Lembaran Negara Tahun 2014 Nomor 80)",
            "PermenPANRB",
            "53",
            2014,
            "Petunjuk Teknis",
        ),
        ("PERMENPAN-RB Nomor 53 Tahun 2014 (Lampiran I), bahwa", "PermenPANRB", "53", 2014, ""),
        ("Peraturan Menteri PAN Nomor PER/09/M.PAN/5/2007.", "PermenPANRB", "PER/09/M.PAN/5/2007", 2007, ""),
        ("TAP. MPR RI Nomor XI/MPR/1998 tentang X", "Tap MPR", "XI/MPR/1998", 1998, "X"),
        ("Tap MPR Nomor IX Tahun 1998", "Tap MPR", "IX", 1998, ""),
        ("Peraturan Bupati Wanajaya No. 12 Tahun 2021, tentang Tugas", "Perbup", "12", 2021, "Tugas"),
        ("(PERDA NOMOR 5 TAHUN 2013)", "Perda", "5", 2013, ""),
        ("Peraturan Daerah tentang pajak lima tahun 2013", "", "", 0, ""),
    ],
)
def test_forms(text: str, kind: str, number: str, year: int | None, title: str) -> None:
    found = cited(text)
    if not kind:
        assert found == []
        return
    assert [(c.kind, c.number, c.year, c.title) for c in found] == [(kind, number, year, title)]


def test_a_title_ends_where_the_sentence_goes_on() -> None:
    text = (
        "UU Nomor 17 Tahun 2003 tentang Keuangan Negara dan UU Nomor 1 Tahun 2004 tentang Perbendaharaan mengatur kas."
    )
    assert [c.title for c in cited(text)] == ["Keuangan Negara", "Perbendaharaan"]


def test_a_citation_inside_a_title_belongs_to_it() -> None:
    text = "PP Nomor 72 Tahun 2019 tentang Perubahan atas PP Nomor 18 Tahun 2016 tentang Perangkat Daerah;"
    assert [(c.number, c.title, c.link) for c in cited(text)] == [
        ("72", "Perubahan atas PP Nomor 18 Tahun 2016", ""),
        ("18", "Perangkat Daerah", "inside"),
    ]


@pytest.mark.parametrize(
    ("between", "link"),
    [
        (" sebagaimana telah diubah beberapa kali, terakhir dengan ", "amended-by"),
        (" yang telah dicabut dengan ", "replaced-by"),
        ("; ", ""),
    ],
)
def test_how_a_citation_hangs_on_the_one_before(between: str, link: str) -> None:
    text = f"UU Nomor 23 Tahun 2014{between}UU Nomor 9 Tahun 2015."
    assert [c.link for c in cited(text)] == ["", link]


_PIECES = (
    "Undang-Undang ,UU ,PP ,Peraturan Menteri ,Perda ,Tap MPR ,Nomor ,No. ,tentang ,Tahun ,2014,19..,53,XI,/,PER/,M.PAN,"
    "sebagaimana ,diubah ,dengan ,(,),;,.,-, ,\n,Keuangan Negara"
).split(",")


@given(st.lists(st.sampled_from([*_PIECES, ","]) | st.text(max_size=6), max_size=40).map("".join))
def test_any_text_is_read_and_every_citation_stands_in_it(text: str) -> None:
    before = 0
    for citation in cited(text):
        assert before <= citation.spot.start < citation.spot.end <= len(text)
        assert citation.number and citation.number.replace(".", "") in text.replace(" ", "").replace(".", "").replace(
            "\n", ""
        )
        before = citation.spot.end


def test_long_hostile_text_is_read_in_its_time() -> None:
    for piece in (
        "UU Nomor 1 Tahun 2000 tentang atas ",
        "Peraturan Bupati (",
        "PER/a.",
        "undang undang ",
        "UU  ",
        "1/",
    ):
        assert len(cited(piece * 2000 + " Tahun 2020")) <= 2001


@pytest.mark.parametrize("kind", ["Peraturan Menteri PANRB", "Permen PAN-RB", "Peraturan Menteri PAN RB"])
def test_the_ministry_of_the_apparatus_is_known_by_its_abbreviation(kind: str) -> None:
    (citation,) = cited(f"{kind} Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja.")
    assert (citation.kind, citation.number, citation.year) == ("PermenPANRB", "53", 2014)
