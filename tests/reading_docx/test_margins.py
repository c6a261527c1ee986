"""Notes, headers and footers, and what a reviewer is told beside the text."""

from __future__ import annotations

from reviewer.model import Paragraph
from reviewer.reading.docx import read
from tests.reading_docx.word import abstract, cell, level, listed, num, para, row, run, table, word

_NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
_END = '<w:r><w:endnoteReference w:id="{}"/></w:r>'.format


def _note(identity: int, content: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{identity}">{content}</w:{kind}>'


def _found(data: bytes) -> list[tuple[str, str]]:
    return [(b.role, b.shown) for b in read(data).blocks if isinstance(b, Paragraph)]


def test_notes_follow_what_calls_them_and_leave_no_mark_in_its_text() -> None:
    body = (
        para(run("Pagu Rp12.500") + _NOTE(2) + run(" dan sisa") + _NOTE(1))
        + table(row(cell(para(run("900") + _NOTE(3))), "b"))
        + para(run("akhir") + _END(1))
    )
    notes = "".join(_note(i, para(f"catatan {i}")) for i in (1, 2, 3))
    data = word(body, footnotes=notes, endnotes=_note(1, para("penutup"), "endnote"))
    assert _found(data) == [
        ("body", "Pagu Rp12.500 dan sisa"),
        ("footnote", "1 catatan 2"),
        ("footnote", "2 catatan 1"),
        ("footnote", "3 catatan 3"),
        ("body", "akhir"),
        ("footnote", "i penutup"),
    ]


def test_a_note_called_twice_or_by_itself_or_missing() -> None:
    notes = _note(1, para(run("lihat") + _NOTE(1)))
    assert _found(word(para(run("a") + _NOTE(1) + _NOTE(1) + _NOTE(9)), footnotes=notes)) == [
        ("body", "a"),
        ("footnote", "1 lihat"),
    ]


def test_a_mark_of_the_authors_own() -> None:
    own = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    data = word(para(run("Realisasi") + own), footnotes=_note(1, para("* sementara")))
    assert _found(data) == [("body", "Realisasi*"), ("footnote", "* sementara")]


def test_headers_and_footers_come_last_once_and_flat() -> None:
    section = (
        "<w:sectPr>"
        '<w:headerReference r:id="header1"/><w:headerReference r:id="header2"/><w:headerReference r:id="hilang"/>'
        '<w:footerReference r:id="footer1"/></w:sectPr>'
    )
    letterhead = table(row("PEMERINTAH KABUPATEN", "")) + para("LKjIP 2024")
    data = word(
        para("isi") + para("", section), header1=letterhead, header2=para("LKjIP 2024"), footer1=para("Halaman 1")
    )
    assert _found(data) == [
        ("body", "isi"),
        ("header", "PEMERINTAH KABUPATEN"),
        ("header", "LKjIP 2024"),
        ("footer", "Halaman 1"),
    ]


def test_lists_in_notes_and_headers_count_apart_from_the_body() -> None:
    numbering = abstract(1, level(0, "%1.")) + num(1, 1)
    section = para("", '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>')
    data = word(
        listed("a", 1) + para(run("b") + _NOTE(1)) + listed("c", 1) + section,
        numbering=numbering,
        footnotes=_note(1, listed("n", 1)),
        header1=listed("h", 1),
    )
    assert [shown for _, shown in _found(data)] == ["1. a", "b", "1. n", "2. c", "1. h"]


def test_what_is_not_read_is_said() -> None:
    picture = "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"
    chart = "<w:r><w:drawing><a:graphic><c:chart/></a:graphic></w:drawing></w:r>"
    sheet = "<w:r><w:object><o:OLEObject/></w:object></w:r>"
    changed = "<w:ins>" + run("baru") + "</w:ins>"
    body = para(run("isi") + picture + picture + chart + sheet + changed) + '<w:altChunk r:id="x"/>'
    said = [notice.message for notice in read(word(body)).notices]
    assert [words.id.split(";")[0] for words in said] == [
        "Dokumen memuat 1 perubahan terlacak",
        "Isi 2 gambar tidak dibaca",
        "Angka di dalam 1 grafik tidak dibaca.",
        "Isi 1 objek sisipan (misalnya lembar Excel) tidak dibaca.",
        "1 dokumen lain yang disisipkan tidak dibaca.",
    ]
    assert all(words.en and words.en != words.id for words in said)


def test_a_plain_document_is_read_without_a_word() -> None:
    assert read(word(para("isi"))).notices == ()


def test_a_picture_of_a_header_is_no_content() -> None:
    section = para("isi", '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>')
    data = word(section, header1=para("<w:r><w:drawing><pic:pic/></w:drawing></w:r>"))
    assert read(data).notices == ()
