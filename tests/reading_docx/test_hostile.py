"""Broken and hostile Word documents: one clear line each, soon."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.model import Document
from reviewer.reading import Unreadable
from reviewer.reading.limits import LIMITS
from reviewer.reading.office import read
from tests.reading_docx.word import (
    NAMESPACES,
    abstract,
    cell,
    level,
    listed,
    num,
    packed,
    para,
    row,
    shown,
    table,
    word,
)  # fmt: skip

_GOOD = word(
    para("BAB I") + listed("butir", 1) + table(row("Pagu", "1.000"), row(cell("x", '<w:gridSpan w:val="2"/>'))),
    numbering=abstract(1, level(0, "%1.")) + num(1, 1),
)


def _document(text: str, **parts: str) -> bytes:
    return packed({"word/document.xml": text, **parts})


def _entities(declared: str, used: str) -> bytes:
    return _document(
        f"<!DOCTYPE w:document [{declared}]><w:document {NAMESPACES}><w:body><w:p><w:r><w:t>{used}</w:t></w:r></w:p>"
        "</w:body></w:document>"
    )


def _with(change: Callable[[zipfile.ZipFile], None]) -> bytes:
    stream = io.BytesIO(_GOOD)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        change(archive)
    return stream.getvalue()


def _twice(archive: zipfile.ZipFile) -> None:
    archive.writestr("WORD/Document.xml", "<x/>")


def _many(archive: zipfile.ZipFile) -> None:
    for number in range(LIMITS.parts + 1):
        archive.writestr(f"word/media/{number}", b"")


def _locked(data: bytes) -> bytes:
    """The encryption flag set on every entry, in both of its places."""
    changed = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + offset] |= 1
            at = changed.find(mark, at + 4)
    return bytes(changed)


def _lying() -> bytes:
    """A part of 80 MB that says it holds 100 bytes."""
    data = bytearray(_document(f"<w:document {NAMESPACES}>" + " " * 80_000_000 + "</w:document>"))
    name = data.rfind(b"word/document.xml")
    data[name - 46 + 24 : name - 46 + 28] = (100).to_bytes(4, "little")
    return bytes(data)


_BAD: dict[str, tuple[bytes, str]] = {
    "cut at half": (_GOOD[: len(_GOOD) // 2], "terpotong"),
    "cut at the end": (_GOOD[:-5], "terpotong"),
    "only a beginning": (b"PK\x03\x04", "terpotong"),
    "nothing packed": (b"PK\x05\x06" + bytes(18), "arsip"),
    "another archive": (packed({"catatan.txt": "isi"}), "arsip"),
    "a part twice": (_with(_twice), "ganda"),
    "too many parts": (_with(_many), "3000"),
    "a password in the zip": (_locked(_GOOD), "kata sandi"),
    "a part that lies about its size": (_lying(), "rusak"),
    "a bomb": (_document(f"<w:document {NAMESPACES}>" + " " * 80_000_000 + "</w:document>"), "300:1"),
    "entities": (_entities('<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">', "&b;"), "DOCTYPE"),
    "an outside entity": (_entities('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"), "DOCTYPE"),
    "no XML": (_document("bukan XML"), "XML"),
    "no body": (_document(f"<w:document {NAMESPACES}/>"), "isi dokumen"),
    "XML of something else": (_document("<html/>"), "isi dokumen"),
    "deep": (word("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000), "terlalu dalam"),
    "nested tables": (word("<w:tbl><w:tr><w:tc>" * 70 + "</w:tc></w:tr></w:tbl>" * 70), "bersarang"),
    "no text": (word(para("") + para("<w:r><w:drawing/></w:r>")), "tidak memuat teks"),
    "too many cells": (word(table(*[row(cell("", '<w:gridSpan w:val="63"/>')) for _ in range(6_400)])), "sel tabel"),
}  # fmt: skip


@pytest.mark.parametrize("name", _BAD)
def test_it_is_refused_in_one_line_of_both_languages(name: str) -> None:
    data, told = _BAD[name]
    with pytest.raises(Unreadable) as caught:
        read(data)
    message = caught.value.message
    assert told in message.id
    assert message.en and message.en != message.id
    assert "\n" not in message.id + message.en
    assert str(caught.value) == message.id


def test_too_much_text() -> None:
    with pytest.raises(Unreadable, match="juta huruf"):
        read(word(para("a" * 600) + para("b" * 600)), replace(LIMITS, text=1_000))


def test_a_part_and_all_parts_are_counted_as_they_unpack() -> None:
    data = word(para("a" * 5_000), styles="<w:style/>" * 300)
    with pytest.raises(Unreadable, match="satu bagian"):
        read(data, replace(LIMITS, part=4_000))
    with pytest.raises(Unreadable, match="semua bagian"):
        read(data, replace(LIMITS, unpacked=6_000))


def test_parts_that_are_not_read_may_be_anything() -> None:
    with_picture = _with(lambda archive: archive.writestr("word/media/image1.png", bytes(1_000_000)))
    assert read(with_picture).blocks == read(_GOOD).blocks


def test_a_label_and_a_count_beyond_reason() -> None:
    long = abstract(1, level(0, "x" * 5_000 + "%1", start=999_999_999)) + num(1, 1)
    assert len(shown(listed("a", 1), numbering=long)[0]) < 200
    huge = abstract(1, level(0, "%1.").replace('<w:start w:val="1"/>', f'<w:start w:val="{"9" * 5_000}"/>')) + num(1, 1)
    assert shown(listed("a", 1), numbering=huge) == ["0. a"]


def test_names_written_by_other_systems() -> None:
    parts = {}
    with zipfile.ZipFile(io.BytesIO(_GOOD)) as archive:
        for name in archive.namelist():
            parts[name.upper().replace("/", "\\")] = archive.read(name)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo("x" * len(name))
            entry.filename = name
            archive.writestr(entry, content)
    assert read(stream.getvalue()).blocks == read(_GOOD).blocks


def test_a_document_without_relationships_types_or_styles() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{para('isi')}</w:body></w:document>")
    assert len(read(stream.getvalue()).blocks) == 1


def _survives(data: bytes) -> None:
    """Either a document or one clear line; nothing else."""
    try:
        document = read(data)
    except Unreadable as problem:
        assert problem.message.id and "\n" not in problem.message.id
    else:
        assert isinstance(document, Document) and document.blocks


@given(st.lists(st.tuples(st.integers(0, len(_GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=20))
@settings(max_examples=150)
def test_flipped_bytes(flips: list[tuple[int, int]]) -> None:
    data = bytearray(_GOOD)
    for at, byte in flips:
        data[at] = byte
    _survives(bytes(data))


@given(st.integers(0, len(_GOOD)), st.binary(max_size=40))
def test_cut_and_continued_with_anything(at: int, tail: bytes) -> None:
    _survives(_GOOD[:at] + tail)


_names = st.sampled_from(
    "p r t tbl tr tc tcPr trPr pPr rPr numPr ilvl numId gridSpan vMerge sdt sdtContent ins del fldChar instrText tab br sym "
    "vanish pStyle outlineLvl footnoteReference drawing txbxContent pict ffData checkBox ruby rubyBase".split()
)
_values = st.sampled_from(
    ["", "0", "1", "2", "-1", "99999999999", "x", "restart", "continue", "begin", "separate", "end", "F0B7"]
)


def _element(name: str, value: str, inside: list[str]) -> str:
    given = f'w:val="{value}" w:fldCharType="{value}" w:id="{value}" w:char="{value}"'
    return f"<w:{name} {given}>{'teks' if name == 't' else ''.join(inside)}</w:{name}>"


_trees = st.recursive(
    st.builds(_element, _names, _values, st.just([])),
    lambda inner: st.builds(_element, _names, _values, st.lists(inner, max_size=4)),
    max_leaves=25,
)


@given(st.lists(_trees, max_size=6))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_elements_in_any_order_and_depth(trees: list[str]) -> None:
    note = f'<w:footnote w:id="1">{"".join(trees)}</w:footnote>'
    _survives(word("".join(trees), numbering=abstract(1, level(0, "%1.")) + num(1, 1), footnotes=note))


def test_the_good_one_is_good() -> None:
    assert len(read(_GOOD).blocks) == 3
