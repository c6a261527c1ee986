"""PDF files as a whole: what is told of pictures and damage, what is refused, and that nothing gets past one line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.reading import Unreadable
from reviewer.reading import read as read_file
from reviewer.reading.limits import LIMITS, Limits
from reviewer.reading.pdf import read
from tests.reading_pdf.paper import Page, assembled, body, document, pdf, tables

_TEXT = "Realisasi anggaran tahun ini mencapai 95,93 persen dari pagu."


def _scan() -> Page:
    return Page().picture(0, 0, 595, 842)


def _written() -> Page:
    return Page().text(60, 100, _TEXT)


def _small_table() -> Page:
    page = Page().grid((50, 200, 300), (80, 100, 120))
    return page.row((50, 200), 94, ["A", "B"]).row((50, 200), 114, ["C", "1,5"])


def _said(source: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(Unreadable) as refused:
        read(source, limits)
    assert "\n" not in refused.value.message.id + refused.value.message.en
    assert refused.value.message.id != refused.value.message.en
    return refused.value.message.id


def test_a_draft_on_disk_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "draf.pdf"
    path.write_bytes(
        pdf(
            Page().grid((50, 200, 300), (80, 100, 120)).row((50, 200), 94, ["A", "B"]).row((50, 200), 114, ["C", "1,5"])
        )
    )
    found = read_file(path)
    assert (found.format, found.path, found.pages, found.notices) == ("pdf", str(path), 1, ())
    assert len(tables(found)) == 1


def test_a_pdf_by_another_name_is_read_as_one_and_told(tmp_path: Path) -> None:
    path = tmp_path / "draf.docx"
    path.write_bytes(pdf(_written()))
    found = read_file(path)
    assert body(found) == [_TEXT]
    assert "berkas PDF" in found.notices[0].message.id


def test_scanned_pages_are_told_and_counted() -> None:
    one = document(_written(), _scan(), _written())
    assert [notice.message.id for notice in one.notices] == ["Halaman 2 berupa gambar: tidak terbaca."]
    assert one.notices[0].place.page == 2
    stamped = _scan().text(500, 800, "2")
    several = document(_written(), _scan(), stamped, _scan(), _written(), _scan())
    assert [notice.message.id for notice in several.notices] == [
        "4 halaman berupa gambar: tidak terbaca (halaman 2–4, 6)."
    ]


def test_a_picture_on_a_page_with_text_is_told_but_not_one_behind_the_text() -> None:
    chart = _written().picture(60, 200, 500, 500)
    letterhead = Page().picture(0, 0, 595, 842)
    for k in range(6):
        letterhead.text(60, 100 + 14 * k, _TEXT)
    source = document(chart, letterhead)
    assert [notice.message.id for notice in source.notices] == [
        "Sebagian halaman 1 berupa gambar; tabel atau angka di dalamnya tidak diperiksa."
    ]


def test_files_without_text_are_refused() -> None:
    assert "2 halamannya berupa gambar: tidak terbaca" in _said(pdf(_scan(), _scan()))
    assert "tidak memuat teks yang terbaca" in _said(pdf(Page(), Page()))


def _without_map(pages: int) -> bytes:
    """Pages whose font does not say which characters its glyphs are; the last of several is an ordinary one."""
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /A+B /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
        "/Subtype /CIDFontType2 /BaseFont /A+B /DW 500 /CIDSystemInfo << /Registry (A) /Ordering (B) /Supplement 0 >> >>] >>"
    )
    whole = pdf(*[Page() for _ in range(pages - 1)], _written())
    content = "BT /F1 12 Tf 100 700 Td <003000310032003300340035> Tj ET"
    old = b"<< /Length 0 >>\nstream\n\nendstream"
    return whole.replace(b"/F1 3 0 R", f"/F1 {font}".encode(), 1).replace(
        old, f"<< /Length {len(content)} >>\nstream\n{content}\nendstream".encode(), 1
    )


def test_letters_without_a_map_are_not_guessed() -> None:
    found = read(_without_map(2))
    assert body(found) == [_TEXT]
    assert [notice.message.id for notice in found.notices] == ["Halaman 1 memakai fon tanpa peta huruf: tidak terbaca."]


_LOCK = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<00> <00>]".format("41" * 32)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (pdf(_written(), trailer=_LOCK), "terkunci kata sandi"),
        (b"%PDF-1.7\n", "terpotong atau rusak"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "terpotong atau rusak"),
        (assembled(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>"]), "terpotong atau rusak"),
        (assembled(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 5 /Kids [2 0 R] >>"]), "terpotong atau rusak"),
    ],
    ids=["locked", "head only", "noise", "no pages", "pages in a circle"],
)  # fmt: skip
def test_what_cannot_be_opened_is_refused_in_one_line(source: bytes, told: str) -> None:
    assert told in _said(source)


def test_limits_are_named() -> None:
    assert "batas 2 (jumlah halaman)" in _said(pdf(*[_written()] * 3), replace(LIMITS, pages=2))
    assert "juta huruf teks" in _said(pdf(_written()), replace(LIMITS, text=20))
    assert "batas 3 (sel tabel)" in _said(pdf(_small_table()), replace(LIMITS, cells=3))


def test_a_damaged_page_is_told_and_the_others_read() -> None:
    whole = pdf(_written(), _written())
    broken = whole.replace(b"/Type /Page /Parent 2 0 R", b"/Type /Nope /Rarent 9 0 R", 1)
    found = read(broken)
    assert body(found)[-1] == _TEXT


def test_a_form_that_draws_itself_and_a_page_of_lines_end() -> None:
    resources = "/Resources << /XObject << /X 5 0 R >> >>"
    form = f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] {resources} /Length 5 >>\nstream\n/X Do\nendstream"
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} /Contents 4 0 R >>"
    circle = assembled([
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page,
        "<< /Length 5 >>\nstream\n/X Do\nendstream", form,
    ])  # fmt: skip
    assert "tidak memuat teks" in _said(circle)
    crowded = Page().text(60, 100, _TEXT)
    for k in range(2_500):
        crowded.line(k % 590, k % 830, k % 590 + 6, k % 830).line(k % 590, k % 830, k % 590, k % 830 + 6)
    assert document(crowded).blocks


def test_pages_of_absurd_size_and_paths_of_absurd_length_are_read() -> None:
    vast = Page(width=10**7, height=10**7).text(60, 100, _TEXT)
    assert body(document(vast)) == [_TEXT]
    scribble = _written()
    scribble.parts.append("0 0 m " + " ".join(f"{k % 595} {k % 842} l" for k in range(5_000)) + " S")
    assert body(document(scribble)) == [_TEXT]


_WHOLE = pdf(_small_table(), _written())


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, len(_WHOLE) - 1), st.integers(0, 255)), max_size=40), st.integers(0, len(_WHOLE))
)
def test_bytes_changed_or_missing_end_in_a_document_or_one_line(
    tmp_path: Path, changes: list[tuple[int, int]], missing: int
) -> None:
    data = bytearray(_WHOLE)
    for at, value in changes:
        data[at] = value
    path = tmp_path / "draf.pdf"
    path.write_bytes(b"%PDF-1.4\n" + bytes(data[9 : len(data) - (missing if missing % 2 else 0)]))
    try:
        assert read_file(path).blocks
    except Unreadable as refused:
        assert "\n" not in str(refused)
