"""The pages that Word stored, and their printed numbers."""

from __future__ import annotations

from reviewer.model import Document, Paragraph, Place, Table, place_in
from reviewer.reading import wire
from reviewer.reading.docx import read
from tests.reading_docx.word import box, cell, para, row, run, table, word

STORED = "<w:r><w:lastRenderedPageBreak/></w:r>"
BREAK = '<w:r><w:br w:type="page"/></w:r>'


def section(numbers: str = "", kind: str = "") -> str:
    held = f'<w:type w:val="{kind}"/>' if kind else ""
    return f"<w:sectPr>{held}{numbers}</w:sectPr>"


def numbered(start: int | None = None, format: str = "") -> str:
    given = (f' w:start="{start}"' if start is not None else "") + (f' w:fmt="{format}"' if format else "")
    return f"<w:pgNumType{given}/>"


def places(body: str, **parts: str) -> dict[str, Place]:
    """The place of every paragraph and cell by its text."""
    found: dict[str, Place] = {}
    for block in read(word(body, **parts)).blocks:
        if isinstance(block, Paragraph):
            found[block.text] = block.place
        else:
            found.update((each.text, each.place) for _, _, each in block.cells() if not each.covered_by)
    return found


def pages(body: str, **parts: str) -> dict[str, int | None]:
    return {text: place.page for text, place in places(body, **parts).items()}


def labels(body: str) -> list[str | None]:
    return [place.page_label for place in places(body).values()]


def test_no_page_is_told_where_none_is_stored() -> None:
    assert places(para("satu") + para(BREAK) + para("dua"))["dua"] == Place()


def test_pages_go_on_where_word_noted_it() -> None:
    body = para("satu") + para(STORED + run("dua")) + para("masih dua") + para(STORED + run("tiga"))
    found = places(body)
    assert [place.page for place in found.values()] == [1, 2, 2, 3]
    assert found["dua"] == Place(page=2, rough=True)


def test_a_sentence_over_a_page_end_knows_where_the_next_page_begins() -> None:
    (paragraph,) = read(word(para(run("  satu dua ") + STORED + run("tiga")))).blocks
    assert isinstance(paragraph, Paragraph) and paragraph.text == "satu dua tiga"
    assert [place_in(paragraph.spans, at).page for at in (0, 8, 9, 12)] == [1, 1, 2, 2]


def test_a_break_that_the_author_set_counts_once_whether_noted_or_not() -> None:
    body = para("satu") + para(BREAK) + para(STORED + run("dua")) + para(run("a") + BREAK) + para("tiga")
    assert list(pages(body).values()) == [1, 2, 2, 3]
    style = '<w:style w:type="paragraph" w:styleId="Bab"><w:pPr><w:pageBreakBefore/></w:pPr></w:style>'
    of_style = '<w:pStyle w:val="Bab"/>'
    body = (
        para("satu") + para(STORED + run("dua"), of_style) + para("tiga", of_style)
        + para("masih", '<w:pStyle w:val="Bab"/><w:pageBreakBefore w:val="0"/>')
    )  # fmt: skip
    assert list(pages(body, styles=style).values()) == [1, 2, 3, 3]


def test_sections_begin_a_page_unless_they_go_on() -> None:
    body = (
        para("satu", section()) + para(STORED + run("dua"), section()) + para("masih", section(kind="continuous"))
        + para("tiga") + section(kind="nextPage")
    )  # fmt: skip
    assert list(pages(body).values()) == [1, 2, 2, 3]


def test_printed_numbers_follow_the_sections() -> None:
    body = (
        para("sampul")
        + para(STORED + run("kata pengantar"), section(numbered(1, "lowerRoman")))
        + para(STORED + run("bab satu"))
        + para(STORED + run("lanjut"), section(numbered(1)))
        + para(STORED + run("terus"), section())
        + para("lampiran")
        + section(numbered(5))
    )
    assert labels(body) == ["i", "ii", "1", "2", "3", "5"]
    plain = para("satu", section()) + para(STORED + run("dua")) + section()
    assert labels(plain) == [None, None], "no other number than the count of the page"


def test_a_row_cut_by_a_page_end_begins_its_next_cell_on_its_first_page() -> None:
    """As Word notes it: the page of each run that differs from the one before, back and forth."""
    cut = cell(para(run("atas") + STORED + run("bawah")))
    body = (
        para("judul")
        + table(
            row("A", cut, cell(para(STORED + run("10")))),
            row(cell(para(STORED + run("B"))), "b", ""),
            row(cell(para(STORED + run("C"))), "c", "3"),
        )
        + para("sesudah")
    )
    found = pages(body)
    assert found == {
        "judul": 1,
        "A": 1,
        "atasbawah": 1,
        "10": 1,
        "B": 2,
        "b": 2,
        "": 2,
        "C": 3,
        "c": 3,
        "3": 3,
        "sesudah": 3,
    }


def test_an_empty_cell_and_a_table_stand_where_the_row_began() -> None:
    document = read(word(para("x") + table(row("", cell(para(STORED + run("1"))))) + para("y")))
    (found,) = [block for block in document.blocks if isinstance(block, Table)]
    assert found.place.page == 2 and [each.place.page for each in found.rows[0]] == [2, 2]


def test_boxes_and_notes_stand_where_they_are_called_from() -> None:
    note = f'<w:footnote w:id="2">{para(STORED + run("catatan"))}</w:footnote>'
    body = (
        para("satu")
        + para(STORED + run("dua") + box(para(STORED + run("kotak"))) + '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + para("masih")
    )
    assert pages(body, footnotes=note) == {"satu": 1, "dua": 2, "kotak": 2, "catatan": 2, "masih": 2}


def test_a_page_that_began_in_deleted_text_begins_where_it_stood() -> None:
    lost = f"<w:del><w:r><w:lastRenderedPageBreak/><w:delText>lama</w:delText></w:r></w:del>{run('dua')}"
    assert pages(para("satu") + para(lost)) == {"satu": 1, "dua": 2}


def test_pages_reach_the_program_over_the_wire() -> None:
    document: Document = read(word(para("satu") + para(STORED + run("dua"))))
    assert wire.loads(wire.dumps(document)) == document
