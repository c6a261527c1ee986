"""The numbers that Word shows and does not store."""

from __future__ import annotations

import pytest

from reviewer.model import Paragraph
from reviewer.reading.docx import read
from reviewer.reading.docx.numerals import numeral
from tests.reading_docx.word import (
    abstract,
    box,
    cell,
    grid_of,
    level,
    listed,
    num,
    only_table,
    para,
    row,
    shown,
    start_override,
    styled,
    table,
    word,
)  # fmt: skip

_CHAPTERS = abstract(
    1,
    level(0, "BAB %1", "upperRoman", '<w:pStyle w:val="Bab"/>'),
    level(1, "%1.%2", "decimal", '<w:pStyle w:val="Sub"/><w:isLgl/>'),
    level(2, "%3)", "lowerLetter"),
)
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Bab"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="heading 2"/><w:basedOn w:val="Bab"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Anak"><w:name w:val="Anak"/><w:basedOn w:val="Sub"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lepas"><w:name w:val="Lepas"/><w:basedOn w:val="Bab"/>'
    '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="numbering" w:styleId="Gaya"><w:name w:val="Gaya"/>'
    '<w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr></w:style>'
)
_STEPS = abstract(2, level(0, "%1."), level(1, "%1.%2."), level(2, "%1.%2.%3."))


def test_chapters_numbered_by_their_styles() -> None:
    body = "".join(
        [
            styled("PENDAHULUAN", "Bab"), styled("Latar Belakang", "Sub"), styled("Maksud", "Anak"),
            styled("LAMPIRAN", "Lepas"), styled("AKUNTABILITAS", "Bab"), styled("Capaian", "Sub"), listed("rinci", 1, 2),
        ]
    )  # fmt: skip
    assert shown(body, styles=_STYLES, numbering=_CHAPTERS + num(1, 1)) == [
        "BAB I PENDAHULUAN", "1.1 Latar Belakang", "1.2 Maksud", "LAMPIRAN", "BAB II AKUNTABILITAS", "2.1 Capaian", "a) rinci",
    ]  # fmt: skip


def test_a_heading_has_a_level_and_a_list_item_its_depth() -> None:
    document = read(word(styled("A", "Bab") + listed("b", 1, 2), styles=_STYLES, numbering=_CHAPTERS + num(1, 1)))
    found = [(b.level, b.list_level, b.number) for b in document.blocks if isinstance(b, Paragraph)]
    assert found == [(1, None, "BAB I"), (None, 2, "a)")]


def test_instances_of_one_definition_count_on_and_an_override_restarts_once() -> None:
    numbering = _STEPS + num(1, 2) + num(2, 2) + num(3, 2, start_override(0, 3))
    body = listed("a", 1) + listed("b", 2) + listed("c", 3) + listed("d", 3) + listed("e", 1)
    assert shown(body, numbering=numbering) == ["1. a", "2. b", "3. c", "4. d", "5. e"]


def test_deeper_levels_restart_after_a_higher_one() -> None:
    body = listed("a", 1) + listed("b", 1, 1) + listed("c", 1, 1) + listed("d", 1) + listed("e", 1, 1)
    assert shown(body, numbering=_STEPS + num(1, 2)) == ["1. a", "1.1. b", "1.2. c", "2. d", "2.1. e"]


def test_a_level_that_never_restarts_and_one_that_restarts_only_after_the_first() -> None:
    never = abstract(3, level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>'))
    body = listed("a", 1) + listed("b", 1, 1) + listed("c", 1) + listed("d", 1, 1)
    assert shown(body, numbering=never + num(1, 3)) == ["1. a", "1) b", "2. c", "2) d"]
    first = abstract(3, level(0, "%1."), level(1, "%2)"), level(2, "(%3)", more='<w:lvlRestart w:val="1"/>'))
    body = "".join(listed("x", 1, depth) for depth in (0, 1, 2, 1, 2, 0, 2))
    assert shown(body, numbering=first + num(1, 3)) == ["1. x", "1) x", "(1) x", "2) x", "(2) x", "2. x", "(1) x"]


def test_a_level_shown_before_it_was_counted_stands_at_its_start_and_counts_as_used() -> None:
    body = listed("a", 1, 1) + listed("b", 1, 1) + listed("c", 1, 0)
    assert shown(body, numbering=_STEPS + num(1, 2)) == ["1.1. a", "1.2. b", "2. c"]


def test_an_instance_may_replace_a_level() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "upperLetter", start=4)}</w:lvlOverride>'
    assert shown(listed("a", 1) + listed("b", 1), numbering=_STEPS + num(1, 2, own)) == ["(D) a", "(E) b"]


def test_a_definition_may_point_at_a_numbering_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Gaya"/></w:abstractNum>'
    numbering = _STEPS + linked + num(8, 2) + num(9, 7)
    assert shown(listed("a", 9) + listed("b", 8), numbering=numbering, styles=_STYLES) == ["1. a", "2. b"]
    circle = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Gaya"/></w:abstractNum>'
    assert shown(listed("a", 8), numbering=circle + num(8, 2), styles=_STYLES) == ["a"]


def test_lists_that_are_not_there_show_nothing() -> None:
    assert shown(listed("a", 99) + listed("b", 1, 7), numbering=_STEPS + num(1, 2)) == ["a", "b"]
    assert shown(listed("a", 1)) == ["a"]


@pytest.mark.parametrize(
    ("text", "font", "sign"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "▪"),
        ("\uf0fc", "Wingdings", "✓"),
        ("o", "Courier New", "◦"),
        ("-", "", "-"),
    ],
)
def test_bullets_are_unicode(text: str, font: str, sign: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    definition = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{text}"/>'
        f"{fonts}</w:lvl></w:abstractNum>"
    )
    assert shown(listed("butir", 1), numbering=definition + num(1, 1)) == [f"{sign} butir"]


def test_numbers_in_cells_count_with_the_body_and_stand_in_the_text_of_the_cell() -> None:
    numbering = _STEPS + num(1, 2)
    body = listed("sebelum", 1) + table(row(cell(listed("", 1)), "Pagu"), row(cell(listed("isi", 1)), "Sisa"))
    assert grid_of(only_table(body, numbering=numbering)) == [["2.", "Pagu"], ["3. isi", "Sisa"]]
    assert shown(body + listed("sesudah", 1), numbering=numbering)[-1] == "4. sesudah"


def test_a_number_in_a_covered_cell_is_not_counted() -> None:
    merge = '<w:vMerge w:val="{}"/>'.format
    body = table(
        row(cell(listed("", 1), merge("restart")), "a"),
        row(cell(listed("", 1), merge("continue")), "b"),
        row(cell(listed("", 1)), "c"),
    )
    assert grid_of(only_table(body, numbering=_STEPS + num(1, 2))) == [["1.", "a"], ["^", "b"], ["2.", "c"]]


def test_each_text_box_counts_on_its_own() -> None:
    body = listed("a", 1) + para(box(listed("x", 1) + listed("y", 1))) + para(box(listed("z", 1))) + listed("b", 1)
    assert shown(body, numbering=_STEPS + num(1, 2)) == ["1. a", "1. x", "2. y", "1. z", "2. b"]


def test_deleted_and_hidden_items_are_not_counted() -> None:
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>{}</w:rPr>'.format
    deleted = para("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", properties("<w:del/>"))
    hidden = para("<w:r><w:rPr><w:vanish/></w:rPr><w:t>y</w:t></w:r>", properties("<w:vanish/>"))
    assert shown(listed("a", 1) + deleted + hidden + listed("b", 1), numbering=_STEPS + num(1, 2)) == ["1. a", "2. b"]


@pytest.mark.parametrize(
    ("count", "format", "text"),
    [
        (4, "upperRoman", "IV"), (1999, "lowerRoman", "mcmxcix"), (4000, "upperRoman", "4000"), (0, "upperRoman", "0"),
        (1, "lowerLetter", "a"), (26, "upperLetter", "Z"), (27, "lowerLetter", "aa"), (53, "lowerLetter", "aaa"),
        (781, "lowerLetter", "781"), (-1, "lowerLetter", "-1"), (3, "decimalZero", "03"), (7, "000", "007"),
        (3, "decimalEnclosedParen", "(3)"), (3, "decimalEnclosedCircle", "③"), (3, "none", ""), (3, "belum-dikenal", "3"),
        (2, "numberInDash", "- 2 -"), (2, "decimalEnclosedFullstop", "2."),
    ],
)  # fmt: skip
def test_number_formats(count: int, format: str, text: str) -> None:
    assert numeral(count, format) == text


def test_a_custom_format_of_fixed_width() -> None:
    custom = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent>'
        '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1/"/></w:lvl></w:abstractNum>'
    )
    assert shown(listed("a", 1), numbering=custom + num(1, 1)) == ["007/ a"]
