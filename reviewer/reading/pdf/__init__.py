"""PDF files with a text layer: pages, tables and paragraphs with the box of each line, read with PDFium.

PDFium knows characters and drawn lines only. What is a table, a row, a paragraph, or a running header is made out here
from where they stand. PDFium ends the whole process when memory runs out: it is only ever run in the reading worker.
"""

from __future__ import annotations

from reviewer.model.document import Document
from reviewer.reading.limits import LIMITS, Limits

__all__ = ["read"]


def read(data: bytes, limits: Limits = LIMITS) -> Document:
    """The document in the bytes of a PDF, read in this process; `path` and `sha256` are left empty.

    Raises `Unreadable` where it is locked, damaged, without text, or beyond a limit.
    """
    from reviewer.reading.pdf.reader import document_of

    return document_of(data, limits)
