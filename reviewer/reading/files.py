"""A file on disk, whatever it is, becomes a `Document` or one clear line."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from reviewer.model.document import Document
from reviewer.reading.unreadable import Unreadable

__all__ = ["Unreadable", "read", "read_text"]

_TEXT = {".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md"}
_DATA = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}


def read(path: Path) -> Document:
    """The draft at `path`; its format is told by its content first and its suffix second.

    Raises `Unreadable` with the file's name in front where it cannot be used.
    """
    try:
        return _read(path)
    except Unreadable as problem:
        raise problem.named(path) from None


def read_text(text: str) -> Document:
    """A draft given as a string, read as plain text or Markdown."""
    from reviewer.reading.text import document_of

    return document_of(text)


def _read(path: Path) -> Document:
    data = path.read_bytes()
    suffix = path.suffix.lower()
    if data.startswith(b"PK"):
        from reviewer.reading.docx import read as read_docx

        document = read_docx(data)
    elif suffix in _DATA:
        from reviewer.reading.data import read as read_data

        document = read_data(data, str(path), _DATA[suffix])
    else:
        from reviewer.reading.text import read as read_plain

        document = read_plain(data, str(path), _TEXT.get(suffix, "txt"))
    return replace(document, path=str(path), sha256=hashlib.sha256(data).hexdigest())
