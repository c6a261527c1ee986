"""Looking at documents in tests."""

from __future__ import annotations

import re

from reviewer.model import Document, Paragraph, Table
from reviewer.reading.text import document_of


def tables(source: str | Document) -> list[Table]:
    document = document_of(source) if isinstance(source, str) else source
    return [block for block in document.blocks if isinstance(block, Table)]


def table(source: str) -> Table:
    found = tables(source)
    assert len(found) == 1, f"{len(found)} tables"
    return found[0]


def paragraphs(source: str | Document) -> list[Paragraph]:
    document = document_of(source) if isinstance(source, str) else source
    return [block for block in document.blocks if isinstance(block, Paragraph)]


def texts(source: str | Document) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(source)]


def grid(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def placed_characters(document: Document) -> list[tuple[int, int, str]]:
    """Line, column and character of everything visible in a document, as its spans tell."""
    seen = []
    for block in document.blocks:
        holders = [block] if isinstance(block, Paragraph) else [cell for _, _, cell in block.cells()]
        for holder in holders:
            ends = [span.start for span in holder.spans[1:]] + [len(holder.text)]
            for span, end in zip(holder.spans, ends, strict=True):
                line, column = span.place.line, span.place.column
                assert line is not None and column is not None
                for offset, character in enumerate(holder.text[span.start : end]):
                    if not re.match(r"\s", character):
                        seen.append((line, column + offset, character))
    return seen
