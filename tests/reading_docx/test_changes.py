"""Tracked changes: a draft as it reads with all of them accepted, and as it was before them."""

from __future__ import annotations

import pytest

from reviewer.model import Paragraph, Table
from reviewer.reading.docx import read
from tests.reading_docx.word import (
    abstract,
    box,
    cell,
    grid_of,
    level,
    listed,
    num,
    para,
    row,
    run,
    table,
    texts,
    word,
)  # fmt: skip

_WHO = 'w:id="1" w:author="Sari" w:date="2026-01-05T08:00:00Z"'
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="heading 2"/></w:style>'
)
_NUMBERING = abstract(1, level(0, "%1.")) + num(1, 1)


def added(content: str) -> str:
    return f"<w:ins {_WHO}>{content}</w:ins>"


def gone(text: str) -> str:
    return f'<w:del {_WHO}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def mark(kind: str) -> str:
    """Properties of a paragraph whose mark was added, deleted or moved."""
    return f"<w:rPr><w:{kind} {_WHO}/></w:rPr>"


def views(body: str, **parts: str) -> tuple[list[str], list[str]]:
    """What the paragraphs show: accepted, original."""
    data = word(body, **parts)
    return texts(read(data)), texts(read(data, original=True))


def grids(body: str) -> tuple[list[list[list[str]]], list[list[list[str]]]]:
    """The tables: accepted, original."""
    data = word(body)
    accepted, original = (
        [grid_of(block) for block in read(data, original=view).blocks if isinstance(block, Table)]
        for view in (False, True)
    )
    return accepted, original


@pytest.mark.parametrize(
    ("content", "accepted", "original"),
    [
        (run("Pagu Rp") + gone("900.000") + added(run("281.961.200")), "Pagu Rp281.961.200", "Pagu Rp900.000"),
        (
            run("a") + f"<w:moveFrom {_WHO}>{run('pindah')}</w:moveFrom>" + run("b")
            + f"<w:moveTo {_WHO}>{run('pindah')}</w:moveTo>",
            "abpindah", "apindahb",
        ),
        (run("a") + added(gone("b")) + run("c"), "ac", "ac"),
        (run("a") + f"<w:del {_WHO}>{added(run('b'))}</w:del>" + run("c"), "ac", "ac"),
        (run("a") + f"<w:hyperlink>{gone('lama')}{added(run('baru'))}</w:hyperlink>", "abaru", "alama"),
        (run("a", f"<w:rPrChange {_WHO}><w:rPr><w:vanish/></w:rPr></w:rPrChange>") + run("b"), "ab", "b"),
        (
            run("12") + run("2", f'<w:vertAlign w:val="superscript"/><w:rPrChange {_WHO}><w:rPr/></w:rPrChange>'),
            "12²", "122",
        ),
        (
            run("x ") + f"<m:oMath><m:r><m:t>A</m:t></m:r><w:ins {_WHO}><m:r><m:t>+B</m:t></m:r></w:ins></m:oMath>",
            "x A+B", "x A",
        ),
        (
            run("x ") + f"<m:oMath><m:f><m:fPr><m:ctrlPr><w:del {_WHO}/></m:ctrlPr></m:fPr><m:num><m:r><m:t>A</m:t></m:r>"
            "</m:num><m:den><m:r><m:t>B</m:t></m:r></m:den></m:f></m:oMath>",
            "x", "x A/B",
        ),
    ],
)  # fmt: skip
def test_text_that_was_added_taken_moved_or_formatted(content: str, accepted: str, original: str) -> None:
    assert views(para(content)) == ([accepted], [original])


def test_a_field_that_was_deleted_shows_its_result_before() -> None:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = "<w:r><w:delInstrText>SEQ Tabel</w:delInstrText></w:r>"
    inner = char("begin") + code + char("separate") + "<w:r><w:delText>4</w:delText></w:r>" + char("end")
    body = para(run("Tabel ") + f"<w:del {_WHO}>{inner}</w:del>" + run(" Pagu"))
    assert views(body) == (["Tabel  Pagu"], ["Tabel 4 Pagu"])


def test_a_paragraph_whose_mark_was_taken_or_added_runs_into_the_next() -> None:
    assert views(para("satu ", mark("del")) + para("dua")) == (["satu dua"], ["satu", "dua"])
    assert views(para("satu ", mark("ins")) + para("dua")) == (["satu", "dua"], ["satu dua"])
    assert views(para("satu ", mark("moveFrom")) + para("dua")) == (["satu dua"], ["satu", "dua"])
    assert views(para("satu ", mark("moveTo")) + para("dua")) == (["satu", "dua"], ["satu dua"])
    both = f"<w:rPr><w:ins {_WHO}/><w:del {_WHO}/></w:rPr>"
    assert views(para("satu ", both) + para("dua")) == (["satu dua"], ["satu dua"])


def test_whole_paragraphs_leave_nothing_and_are_not_counted() -> None:
    items = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        listed("tetap", 1)
        + para(added(run("baru")), items + mark("ins"))
        + para(gone("lama"), items + mark("del"))
        + listed("akhir", 1)
    )
    assert views(body, numbering=_NUMBERING) == (
        ["1. tetap", "2. baru", "3. akhir"],
        ["1. tetap", "2. lama", "3. akhir"],
    )


def test_a_format_that_was_changed_is_the_earlier_one_before() -> None:
    change = f'<w:pPrChange {_WHO}><w:pPr><w:pStyle w:val="Judul2"/></w:pPr></w:pPrChange>'
    data = word(para("Judul", f'<w:pStyle w:val="Judul1"/>{change}'), styles=_STYLES)
    levels = [read(data, original=view).blocks[0] for view in (False, True)]
    assert [block.level for block in levels if isinstance(block, Paragraph)] == [1, 2]


def test_a_number_that_was_put_before_a_paragraph() -> None:
    properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {_WHO}/></w:numPr>'
    assert views(para("butir", properties), numbering=_NUMBERING) == (["1. butir"], ["butir"])


def test_rows_and_cells() -> None:
    body = table(
        row("A", "1"),
        row("B", "2", properties=f"<w:ins {_WHO}/>"),
        row("C", "3", properties=f"<w:del {_WHO}/>"),
        row("D", "4", properties=f"<w:ins {_WHO}/><w:del {_WHO}/>"),
        row("E", cell("5", f"<w:cellDel {_WHO}/>"), cell("6", f"<w:cellIns {_WHO}/>")),
    )
    assert grids(body) == ([[["A", "1"], ["B", "2"], ["E", "6"]]], [[["A", "1"], ["C", "3"], ["E", "5"]]])
    assert grids(table(row("A", properties=f"<w:del {_WHO}/>")) + para("x")) == ([], [[["A"]]])


def test_cells_that_were_merged() -> None:
    def merged(now: str, before: str) -> str:
        return f'<w:cellMerge {_WHO} w:vMerge="{now}" w:vMergeOrig="{before}"/>'

    body = table(row(cell("A", '<w:vMerge w:val="restart"/>'), "1"), row(cell("", merged("cont", "rest")), "2"))
    assert grids(body) == ([[["A", "1"], ["^", "2"]]], [[["A", "1"], ["", "2"]]])
    spans = f'<w:gridSpan w:val="2"/><w:tcPrChange {_WHO}><w:tcPr/></w:tcPrChange>'
    assert grids(table(row(cell("A", spans)), row("1", "2"))) == ([[["A", "^"], ["1", "2"]]], [[["A", ""], ["1", "2"]]])


def test_notes_and_boxes_have_changes_too() -> None:
    note = f'<w:footnote w:id="2">{para(gone("lama") + added(run("baru")))}</w:footnote>'
    body = para(run("Isi") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + box(para(gone("x") + added(run("y")))))
    assert views(body, footnotes=note) == (["Isi", "y", "1 baru"], ["Isi", "x", "1 lama"])


def test_the_view_that_was_read_is_told_with_the_number_of_changes() -> None:
    moved = f"<w:moveFrom {_WHO}>{run('m')}</w:moveFrom><w:moveTo {_WHO}>{run('m')}</w:moveTo>"
    body = (
        para(gone("a") + added(run("b")) + moved)
        + para(added(run("baru")), mark("ins"))
        + table(row(para(added(run("1")), mark("ins")), properties=f"<w:ins {_WHO}/>"))
        + para(box(para(added(run("kotak")))))
    )
    accepted, original = (read(word(body), original=view).notices for view in (False, True))
    assert [n.message.id for n in accepted] == [
        "Dokumen memuat 6 perubahan terlacak; dibaca seolah-olah semuanya diterima "
        "(--original membaca naskah sebelum perubahan)."
    ]
    assert "6 perubahan terlacak" in original[0].message.id and "ditolak" in original[0].message.id
    plain = word(para("tanpa perubahan"))
    assert read(plain).notices == ()
    assert "tidak memuat perubahan terlacak" in read(plain, original=True).notices[0].message.id


def test_a_change_of_looks_alone_is_told_only_where_the_earlier_looks_are_read() -> None:
    data = word(para(run("a", f"<w:b/><w:rPrChange {_WHO}><w:rPr/></w:rPrChange>")))
    assert read(data).notices == ()
    assert "0 perubahan terlacak dan 1 perubahan format" in read(data, original=True).notices[0].message.id


def test_a_heading_that_was_deleted_gives_its_style_to_nothing() -> None:
    body = para(gone("Judul"), '<w:pStyle w:val="Judul1"/>' + mark("del")) + para("isi")
    blocks = [read(word(body, styles=_STYLES), original=view).blocks for view in (False, True)]
    assert [[(b.text, b.level) for b in each if isinstance(b, Paragraph)] for each in blocks] == [
        [("isi", None)],
        [("Judul", 1), ("isi", None)],
    ]
