"""What a paragraph says, as Word shows it."""

from __future__ import annotations

import io
import zipfile

import pytest

from reviewer.model import Paragraph, Table
from reviewer.reading.docx import read
from tests.reading_docx.word import box, packed, para, row, run, shown, styled, table, word

_PARA_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bab"><w:name w:val="Bab"/><w:basedOn w:val="Judul1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Biasa"><w:name w:val="Biasa"/><w:basedOn w:val="Sub"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Gaib"><w:name w:val="Gaib"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Catatan"><w:name w:val="Catatan"/><w:rPr><w:vertAlign w:val="superscript"/>'
    "</w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Coret"><w:name w:val="Coret"/><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Rahasia"><w:name w:val="Rahasia"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
)


def _field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}{run(result)}{mark('end')}"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("Pagu") + "<w:r><w:tab/></w:r>" + run("Rp1.000,00"), "Pagu\tRp1.000,00"),
        (run("satu") + "<w:r><w:br/></w:r>" + run("dua"), "satu\ndua"),
        (run("100") + "<w:r><w:noBreakHyphen/></w:r>" + run("200") + "<w:r><w:softHyphen/></w:r>", "100-200"),
        ("<w:ins>" + run("281.961.200") + "</w:ins><w:del><w:r><w:delText>281</w:delText></w:r></w:del>", "281.961.200"),
        ("<w:moveTo>" + run("pindah") + "</w:moveTo><w:moveFrom>" + run("pindah") + "</w:moveFrom>", "pindah"),
        ("<w:hyperlink>" + run("tautan") + "</w:hyperlink><w:smartTag>" + run(" cerdas") + "</w:smartTag>", "tautan cerdas"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("kendali") + "</w:sdtContent></w:sdt>", "kendali"),
        (run("Tabel ") + '<w:fldSimple w:instr="REF t">' + run("3.1") + "</w:fldSimple>", "Tabel 3.1"),
        (run("Tabel ") + _field("SEQ Tabel", "4") + run(" Pagu"), "Tabel 4 Pagu"),
        (run("tampak") + run(" gaib", "<w:vanish/>") + run(" juga", '<w:vanish w:val="0"/>'), "tampak juga"),
        (run("tampak") + run(" gaib", '<w:rStyle w:val="Gaib"/>'), "tampak"),
        (run("12.500") + run("2", '<w:vertAlign w:val="superscript"/>') + run(" m"), "12.500² m"),
        (run("12.500") + run("1", '<w:rStyle w:val="Catatan"/>') + run(" m"), "12.500¹ m"),
        (run("12.500") + run("1", '<w:rStyle w:val="Catatan"/><w:vertAlign w:val="baseline"/>'), "12.5001"),
        (run("ang\u00adgaran 1\u20112\u200b\ufeff \u200e3\u200f"), "anggaran 1-2 3"),
        (run("Target ") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run(" 80"), "Target ≥ 80"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" ada"), "✓ ada"),
        ('<w:r><w:sym w:font="Calibri" w:char="2265"/></w:r>' + run("1"), "≥1"),
        ('<w:r><w:sym w:font="Symbol" w:char="bukan"/></w:r>' + run("1"), "\ufffd1"),
        (run("\uf0b3 80", '<w:rFonts w:ascii="Symbol"/>'), "≥ 80"),
        ("<w:r><w:ruby><w:rt>" + run("atas") + "</w:rt><w:rubyBase>" + run("dasar") + "</w:rubyBase></w:ruby></w:r>", "dasar"),
        ("<w:r><w:t> tanpa spasi </w:t></w:r>" + run("x"), "tanpa spasix"),
        (run("baris\npatah"), "baris patah"),
        (
            '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx/></mc:Choice>'
            "<mc:Fallback><w:t>★</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "★",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>'
            '</w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' + run(" Ya"),
            "☒ Ya",
        ),
    ],
)  # fmt: skip
def test_a_paragraph_reads_as_word_shows_it(content: str, text: str) -> None:
    assert shown(para(content), styles=_PARA_STYLES) == [text]


def test_an_instruction_that_never_ends_does_not_swallow_the_rest() -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    assert shown(para(run("awal") + broken) + para("lanjut")) == ["awal", "lanjut"]


def test_a_field_goes_on_over_paragraphs() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    first = mark("begin") + "<w:r><w:instrText>TOC</w:instrText></w:r>" + mark("separate") + run("BAB I\t1")
    assert shown(para(first) + para("BAB II\t9") + para(mark("end") + run("Isi"))) == ["BAB I\t1", "BAB II\t9", "Isi"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert shown(para("Pagu seluruhnya ", deleted) + para("Rp2.000,00") + para("Lain")) == [
        "Pagu seluruhnya Rp2.000,00",
        "Lain",
    ]


def test_a_paragraph_that_was_deleted_whole_leaves_nothing() -> None:
    gone = "<w:del><w:r><w:delText>lama</w:delText></w:r></w:del>"
    assert shown(para(gone, "<w:rPr><w:del/></w:rPr>") + para("baru")) == ["baru"]


def test_a_table_parts_what_a_deleted_mark_would_join() -> None:
    document = read(word(para("atas", "<w:rPr><w:del/></w:rPr>") + table(row("1")) + para("bawah")))
    assert [block.text if isinstance(block, Paragraph) else "tabel" for block in document.blocks] == [
        "atas",
        "tabel",
        "bawah",
    ]


@pytest.mark.parametrize(
    ("style", "level"),
    [("Judul1", 1), ("Bab", 1), ("Sub", 2), ("Biasa", None), ("Normal", None), ("tidak-ada", None), ("A", None)],
)
def test_heading_levels_come_from_styles_and_are_inherited(style: str, level: int | None) -> None:
    block = read(word(styled("Judul", style), styles=_PARA_STYLES)).blocks[0]
    assert isinstance(block, Paragraph)
    assert block.level == level


def test_a_heading_level_of_the_paragraph_itself_goes_before_its_style() -> None:
    body = para("Judul", '<w:pStyle w:val="Sub"/><w:outlineLvl w:val="0"/>')
    block = read(word(body, styles=_PARA_STYLES)).blocks[0]
    assert isinstance(block, Paragraph) and block.level == 1


def test_struck_out_text_is_left_out_and_told() -> None:
    body = para(run("Pagu ") + run("900", "<w:strike/>") + run("1.000") + run(" lama", "<w:dstrike/>"))
    document = read(
        word(body + styled("batal", "Coret") + para(run("tetap", '<w:strike w:val="0"/>')), styles=_PARA_STYLES)
    )
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["Pagu 1.000", "tetap"]
    assert [notice.message.id for notice in document.notices] == [
        "Teks yang dicoret di 3 tempat tidak dibaca, seolah-olah dihapus."
    ]


def test_hidden_by_its_paragraph_style() -> None:
    assert shown(styled("gaib", "Rahasia") + para("tampak"), styles=_PARA_STYLES) == ["tampak"]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    document = read(word(para(run("Jangkar") + box(para("Kotak") + para("kedua"))) + para("Lanjut")))
    assert [(b.text, b.role) for b in document.blocks if isinstance(b, Paragraph)] == [
        ("Jangkar", "body"),
        ("Kotak", "textbox"),
        ("kedua", "textbox"),
        ("Lanjut", "body"),
    ]


def test_text_boxes_inside_text_boxes_and_old_ones() -> None:
    old = (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        + para("lama")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    assert shown(para(box(para(run("luar") + box(para("dalam")))))) == ["luar", "dalam"]
    assert shown(para(old)) == ["lama"]
    assert shown(para('<w:r><w:pict><v:shape><v:textpath string="LAPORAN KINERJA"/></v:shape></w:pict></w:r>')) == [
        "LAPORAN KINERJA"
    ]


def test_order_of_paragraphs_and_tables() -> None:
    sdt = "<w:sdt><w:sdtContent>" + para("C") + "</w:sdtContent></w:sdt>"
    document = read(word(para("A") + table(row("1", "2")) + sdt + table(row("3")) + para("D")))
    kinds = [block.text if isinstance(block, Paragraph) else block.rows[0][0].text for block in document.blocks]
    assert kinds == ["A", "1", "C", "3", "D"]
    assert [isinstance(block, Table) for block in document.blocks] == [False, True, False, True, False]


@pytest.mark.parametrize(
    ("equation", "text"),
    [
        ("<m:f><m:num><m:r><m:t>Realisasi</m:t></m:r></m:num><m:den><m:r><m:t>Target</m:t></m:r></m:den></m:f>"
         "<m:r><m:t>×100%</m:t></m:r>", "Realisasi/Target×100%"),
        ("<m:f><m:num><m:r><m:t>A-B</m:t></m:r></m:num><m:den><m:r><m:t>B</m:t></m:r></m:den></m:f>", "(A-B)/B"),
        ("<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>", "x^2"),
        ("<m:limLow><m:e><m:r><m:t>lim</m:t></m:r></m:e><m:lim><m:r><m:t>n</m:t></m:r></m:lim></m:limLow>", "lim_n"),
        ("<m:d><m:e><m:r><m:t>n+1</m:t></m:r></m:e></m:d>", "(n+1)"),
        ("<m:rad><m:deg/><m:e><m:r><m:t>9</m:t></m:r></m:e></m:rad>", "√9"),
        ('<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i</m:t></m:r></m:sub><m:sup/>'
         "<m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary>", "∑_i x"),
    ],
)  # fmt: skip
def test_equations_are_read_on_one_line(equation: str, text: str) -> None:
    assert shown(para(run("Capaian = ") + f"<m:oMath>{equation}</m:oMath>")) == [f"Capaian = {text}"]
    assert shown(para(f"<m:oMathPara><m:oMath>{equation}</m:oMath></m:oMathPara>")) == [text]


def test_strict_documents_read_alike() -> None:
    data = word(para("Tetap terbaca") + table(row("1", "2")))

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("word/document.xml").decode()
    strict = text.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read(packed({"word/document.xml": strict})).blocks == read(data).blocks
