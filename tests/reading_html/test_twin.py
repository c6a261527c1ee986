"""The sample report written as a web page reads as it does from Word: the same texts, the same tables."""

from __future__ import annotations

from html import escape
from pathlib import Path

from reviewer.model import Document, Paragraph, Table
from reviewer.reading import read
from reviewer.reading.html import read as read_page


def _shown(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _page(document: Document) -> str:
    parts = ['<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>']
    for block in document.blocks:
        if isinstance(block, Table):
            parts.append("<table>")
            for r, row in enumerate(block.rows):
                parts.append("<thead>" if block.header_rows and not r else "")
                cells = (
                    f"<td rowspan={c.rowspan} colspan={c.colspan}>{_shown(c.text)}" for c in row if not c.covered_by
                )
                parts.append(f"<tr>{''.join(cells)}")
                parts.append("</thead>" if r + 1 == block.header_rows else "")
            parts.append("</table>")
        elif block.role == "body":
            tag = f"h{block.level}" if block.level else "p"
            parts.append(f"<{tag}>{_shown(block.shown)}</{tag}>")
    return "\n".join(parts)


def _tables(document: Document) -> list[tuple[int | None, list[list[tuple[object, ...]]]]]:
    return [
        (t.header_rows, [[(c.text, c.rowspan, c.colspan, c.covered_by) for c in row] for row in t.rows])
        for t in document.blocks
        if isinstance(t, Table)
    ]


def _texts(document: Document) -> list[tuple[int | None, str]]:
    body = (b for b in document.blocks if isinstance(b, Paragraph) and b.role == "body")
    return [(b.level, " ".join(b.shown.split())) for b in body]


def test_the_sample_as_a_web_page(project: Path) -> None:
    word = read(project / "samples/laporan-kinerja.docx")
    page = read_page(_page(word).encode())
    assert len(_tables(word)) > 10
    assert _tables(page) == _tables(word)
    assert _texts(page) == _texts(word)
