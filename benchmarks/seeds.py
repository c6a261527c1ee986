"""One sound draft in every format that is read: what `damage.py` breaks."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from reviewer.model import Document, Paragraph, Table
from reviewer.reading import read

PROJECT = Path(__file__).resolve().parent.parent
SAMPLES = PROJECT / "samples"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_ROLE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def seeds() -> dict[str, bytes]:
    """The sample report by the suffix of its format; those without a sample are written from one that has."""
    found = {
        name: (SAMPLES / f"laporan-kinerja.{name}").read_bytes() for name in ("docx", "pdf", "xlsx", "txt", "yaml")
    }
    word, book = read(SAMPLES / "laporan-kinerja.docx"), read(SAMPLES / "laporan-kinerja.xlsx")
    writers: dict[str, Callable[[], bytes]] = {
        "html": lambda: _html(word),
        "md": lambda: _markdown(word),
        "csv": lambda: _csv(book),
        "json": _json,
        "ods": lambda: _ods(book),
        "xls": lambda: (PROJECT / "tests/reading_sheets/lama.xls").read_bytes(),
        "xlsb": lambda: _xlsb(book),
    }
    return found | {name: write() for name, write in writers.items()}


def _tables(document: Document) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in block.rows] for block in document.blocks if isinstance(block, Table)
    ]


def _html(document: Document) -> bytes:
    parts = ['<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>']
    for block in document.blocks:
        if isinstance(block, Paragraph):
            tag = f"h{block.level}" if block.level else "p"
            parts.append(f"<{tag}>{escape(block.shown)}</{tag}>")
            continue
        rows = (
            "".join(
                f"<td rowspan={c.rowspan} colspan={c.colspan}>{escape(c.text)}</td>" for c in row if not c.covered_by
            )
            for row in block.rows
        )
        parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    return "\n".join(parts).encode()


def _markdown(document: Document) -> bytes:
    parts: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            parts.append(f"{'#' * (block.level or 0)} {block.shown}".strip())
            continue
        rows = ["| " + " | ".join(" ".join(cell.text.split()) for cell in row) + " |" for row in block.rows]
        parts.append("\n".join([rows[0], "|" + "---|" * block.width, *rows[1:]]))
    return "\n\n".join(parts).encode()


def _csv(document: Document) -> bytes:
    rows = [";".join(f'"{text}"' for text in row) for table in _tables(document) for row in table]
    return "\r\n".join(rows).encode()


def _json() -> bytes:
    import yaml

    data = yaml.safe_load((SAMPLES / "laporan-kinerja.yaml").read_text(encoding="utf-8"))
    return json.dumps(data, ensure_ascii=False, indent=1, default=str).encode()


def _ods(document: Document) -> bytes:
    spaces = " ".join(f'xmlns:{name}="{_OFFICE}:{name}:1.0"' for name in ("office", "table", "text"))
    sheets = []
    for number, table in enumerate(_tables(document)):
        rows = "".join(
            "<table:table-row>"
            + "".join(
                f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
                for text in row
            )
            + "</table:table-row>"
            for row in table
        )
        sheets.append(f'<table:table table:name="L{number}">{rows}</table:table>')
    body = f"<office:body><office:spreadsheet>{''.join(sheets)}</office:spreadsheet></office:body>"
    return packed(
        [
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", f"<office:document-content {spaces}>{body}</office:document-content>".encode()),
        ]
    )


def _record(kind: int, body: bytes = b"") -> bytes:
    """A record of a binary workbook (MS-XLSB 2.1.4): kind and size in groups of seven bits."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = len(body), b""
    while size > 0x7F:
        length += bytes([size & 0x7F | 0x80])
        size >>= 7
    return head + length + bytes([size]) + body


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _xlsb(document: Document) -> bytes:
    rows = [row for table in _tables(document) for row in table]
    sheet = _record(129) + _record(148, bytes(16)) + _record(145)
    for number, row in enumerate(rows):
        sheet += _record(0, struct.pack("<I", number) + bytes(13))
        for column, text in enumerate(row):
            sheet += _record(6, struct.pack("<II", column, 0) + _wide(text))
    sheet += _record(146) + _record(130)
    book = _record(131) + _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Biner")) + _record(144)
    link = f'<Relationship Id="rId1" Type="{_ROLE}/worksheet" Target="worksheets/sheet1.bin"/>'
    return packed(
        [
            ("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types"/>'.encode()),
            ("xl/workbook.bin", book + _record(132)),
            (
                "xl/_rels/workbook.bin.rels",
                f'<Relationships xmlns="{_PACKAGE}/relationships">{link}</Relationships>'.encode(),
            ),
            ("xl/worksheets/sheet1.bin", sheet),
        ]
    )


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of these parts, in this order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()
