"""Files made to break a reader, each with what its one line says, or None where it is read."""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.reading_docx.word import NAMESPACES, cell, para, row, table, word
from tests.reading_docx.word import packed as packed_word
from tests.reading_pdf.paper import Page, pdf
from tests.reading_sheets.book import book, sheet

Made = Callable[[], bytes]
_PDF = b"%PDF-1.5\n"


def objects(bodies: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first of them its catalog."""
    out, offsets = bytearray(_PDF), []
    for number, content in enumerate(bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, trailer, at)
    return bytes(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), entries, content)


def one_page(content: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    """A PDF of one page with this content object; `more` are objects 5 and up."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << %b >> /Contents 4 0 R >>" % resources
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    return objects([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, content, *more])


_FONT = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
_WORDS = b"BT /F1 12 Tf 60 700 Td (Pagu Rp1.000,00 terserap) Tj ET\n"


def squeezed(unit: bytes, times: int, levels: int = 1) -> bytes:
    """`unit` over and over, deflated once or several times."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(unit) for _ in range(times)) + packer.flush()
    for _ in range(levels - 1):
        data = zlib.compress(data, 9)
    return data


def _flate_bomb() -> bytes:
    megabyte = b" " * (1 << 20)
    return one_page(stream(squeezed(megabyte, 4096, 2), b"/Filter [/FlateDecode /FlateDecode]"), _FONT)


def _text_bomb() -> bytes:
    return one_page(stream(squeezed(_WORDS * 1000, 300), b"/Filter /FlateDecode"), _FONT)


def _image_bomb() -> bytes:
    image = b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8"
    picture = stream(squeezed(bytes(1 << 20), 3434), image + b" /Filter /FlateDecode")
    return one_page(stream(_WORDS + b"q 500 0 0 500 0 0 cm /I Do Q"), _FONT + b"/XObject << /I 5 0 R >>", picture)


def _many_pages() -> bytes:
    kids = b"4 0 R " * 300_000
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    pages = b"<< /Type /Pages /Count 300000 /Kids [%b] >>" % kids
    return objects([b"<< /Type /Catalog /Pages 2 0 R >>", pages, b"<< >>", page])


def _form(calls: bytes, resources: bytes) -> bytes:
    return stream(calls, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %b >>" % resources)


def _form_circle() -> bytes:
    own = b"/XObject << /X 5 0 R >>"
    return one_page(stream(_WORDS + b"/X Do"), _FONT + own, _form(b"/X Do", own))


def _form_tree() -> bytes:
    """Ten forms that each draw the next ten times: ten thousand million drawings."""
    forms = [_form(b"/X Do " * 10, b"/XObject << /X %d 0 R >>" % (6 + i)) for i in range(9)]
    forms.append(_form(b"0 0 m 5 5 l S", b""))
    return one_page(stream(_WORDS + b"/X Do " * 10), _FONT + b"/XObject << /X 5 0 R >>", *forms)


def _page_circle() -> bytes:
    inner = b"<< /Type /Pages /Count 9 /Parent 3 0 R /Kids [2 0 R 3 0 R] >>"
    return objects([b"<< /Type /Catalog /Pages 2 0 R >>", inner, inner])


def _xref_circle() -> bytes:
    data = objects([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>"])
    return data.replace(b"/Root 1 0 R ", b"/Root 1 0 R /Prev %d " % data.rindex(b"xref\n0"))


def _unmapped() -> bytes:
    font = (
        b"/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /A+B /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
        b"/Subtype /CIDFontType2 /BaseFont /A+B /CIDSystemInfo << /Registry (A) /Ordering (B) /Supplement 0 >> >>] >> >>"
    )
    return one_page(stream(b"BT /F1 12 Tf 60 700 Td <003000310032003300340035> Tj ET"), font)


def _deep_array() -> bytes:
    deep = b"[" * 100_000 + b"]" * 100_000
    return one_page(stream(_WORDS), _FONT + b"/Deep " + deep)


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _nested_zips() -> bytes:
    """Zips in zips: nothing inside a part is ever opened as a zip again."""
    data = bytes(1 << 20)
    for level in range(6):
        data = _zip({f"{level}-{i}.zip": data for i in range(4)})
    return data


def _overlapping() -> bytes:
    """A directory whose thousand entries all point at the same packed bytes (D. Fifield, "A better zip bomb", 2019)."""
    name = b"word/media/0000"
    packed = squeezed(bytes(1 << 20), 3)
    size, checksum = 3 << 20, zlib.crc32(bytes(3 << 20))
    local = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 33, checksum, len(packed), size, len(name), 0)
    out = local + name + packed
    start, directory = len(out), b""
    for i in range(1_000):
        entry = b"word/media/%04d" % i
        directory += struct.pack(
            "<4sHHHHHHIIIHHHHHII",
            b"PK\x01\x02", 20, 20, 0, 8, 0, 33, checksum, len(packed), size, len(entry), 0, 0, 0, 0, 0, 0,
        ) + entry  # fmt: skip
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1_000, 1_000, len(directory), start, 0)
    return out + directory + end


def _lying() -> bytes:
    """A part of 80 MB that says it holds 100 bytes."""
    data = bytearray(_document(" " * 80_000_000))
    name = data.rfind(b"word/document.xml")
    data[name - 46 + 24 : name - 46 + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def _document(body: str, before: str = "") -> bytes:
    return packed_word({"word/document.xml": f"{before}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"})


def _doubling(times: int) -> str:
    lines = ['<!ENTITY a0 "pagu">', *(f'<!ENTITY a{i} "&a{i - 1};&a{i - 1};">' for i in range(1, times))]
    return f"<!DOCTYPE w:document [{''.join(lines)}]>"


def _laughs() -> bytes:
    lines = ["a0: &a0 [pagu, pagu]", *(f"a{i}: &a{i} [{f'*a{i - 1}, ' * 9}]" for i in range(1, 12))]
    return "\n".join(lines).encode()


def _cell(name: str) -> str:
    return f'<c r="{name}"><v>1</v></c>'


_FAR = f'<row r="1">{_cell("A1")}</row><row r="1048576">{_cell("XFD1048576")}</row>'
_MERGED = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
_MANY_CELLS = "<row>" + "<c><v>1</v></c>" * 10 + "</row>"
_OUTSIDE = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

FILES: dict[str, tuple[str, Made, str | None]] = {
    "a part of 80 MB": (".docx", lambda: _document(" " * 80_000_000), "300:1"),
    "a part that lies about its size": (".docx", _lying, "rusak"),
    "zips in zips": (".docx", _nested_zips, "arsip"),
    "overlapping parts": (".docx", _overlapping, "400 MB"),
    "entities that double": (".docx", lambda: _document(para("&a29;"), _doubling(30)), "DOCTYPE"),
    "an entity that is a file": (".docx", lambda: _document(para("&a;"), _OUTSIDE), "DOCTYPE"),
    "a DOCTYPE alone": (".docx", lambda: _document(para("Pagu"), "<!DOCTYPE w:document>"), "DOCTYPE"),
    "depth in Word": (".docx", lambda: word("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000), "terlalu dalam"),
    "spans of millions in Word": (
        ".docx",
        lambda: word(table(row(cell("Pagu", '<w:gridSpan w:val="900000000"/>'), "1.000"))),
        None,
    ),
    "a cell in the last corner": (".xlsx", lambda: book(sheet(_FAR)), None),
    "a merged range over the sheet": (".xlsx", lambda: book(sheet(_FAR, after=_MERGED)), None),
    "a million cells": (".xlsx", lambda: book(sheet(_MANY_CELLS * 100_000)), "--limit cells="),
    "spans of millions on a web page": (
        ".html",
        lambda: b"<html><table>" + b"<tr><td colspan=9000000 rowspan=9000000>a<td>b" * 500 + b"</table>",
        "--limit cells=",
    ),
    "a million cells on a web page": (
        ".html",
        lambda: b"<html><table>" + (b"<tr>" + b"<td>1" * 500) * 1_200 + b"</table>",
        "--limit cells=",
    ),
    "depth on a web page": (".html", lambda: b"<html>" + b"<div>" * 100_000 + b"Pagu", "terlalu dalam"),
    "300,000 pages": (".pdf", _many_pages, "--limit pages="),
    "4 GB of blanks in 7 kB": (".pdf", _flate_bomb, ""),
    "300,000 texts on a page": (".pdf", _text_bomb, ""),
    "a picture of 3.6 GB": (".pdf", _image_bomb, ""),
    "a form that draws itself": (".pdf", _form_circle, ""),
    "forms in forms": (".pdf", _form_tree, ""),
    "a tree of pages in a circle": (".pdf", _page_circle, "rusak"),
    "a table of objects in a circle": (".pdf", _xref_circle, "rusak"),
    "a deep array": (".pdf", _deep_array, ""),
    "a font without letters": (".pdf", _unmapped, "fon"),
    "4 MB on one line": (".csv", lambda: b"Pagu;1;" * 500_000, "--limit cells="),
    "4 MB in one field": (".csv", lambda: b'"' + b"a" * 3_900_000, None),
    "a billion laughs": (".yaml", _laughs, ""),
    "depth in YAML": (".yaml", lambda: b"a: " + b"[" * 100_000 + b"]" * 100_000, "bertingkat"),
    "depth in JSON": (".json", lambda: b"[" * 100_000 + b"]" * 100_000, "bertingkat"),
    "a number of a million digits": (".json", lambda: b'{"tahun": ' + b"9" * 1_000_000 + b"}", ""),
    "a key over and over": (".json", lambda: json.dumps({"a" * 9: [{}] * 300_000}).encode(), ""),
    "a PDF called .xlsx": (".xlsx", lambda: pdf(Page().text(60, 100, "Pagu Rp1.000,00 terserap")), None),
    "a picture called .docx": (".docx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "gambar"),
}
"""Suffix, content, and a part of the line that refuses it; "" where it may also be read, None where it is read."""
