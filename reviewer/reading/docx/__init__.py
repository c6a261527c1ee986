"""Word documents (.docx): an own reader, for what a reviewer must not lose.

Kept: the numbers Word shows, content controls, merged and nested cells, text boxes, notes, equations; tracked changes all
accepted, or all rejected. A Word document has no lines, and its pages are made anew by every program that shows it: a
`Place` says the page on which Word had it, where Word stored that.
"""

from __future__ import annotations

from reviewer.model.document import Document
from reviewer.reading.docx.body import Body
from reviewer.reading.docx.notices import NO_TEXT, notices_of
from reviewer.reading.docx.package import Package
from reviewer.reading.guard import Archive, damaged
from reviewer.reading.limits import LIMITS, Limits
from reviewer.reading.unreadable import Unreadable

__all__ = ["read", "read_archive"]


def read(data: bytes, limits: Limits = LIMITS, *, original: bool = False) -> Document:
    """The document in the bytes of a .docx, read in this process; `path` and `sha256` are left empty. `original` reads it
    as it was before its tracked changes.

    Raises `Unreadable` where it is broken or beyond a limit.
    """
    return read_archive(Archive(data, limits), limits, original=original)


def read_archive(archive: Archive, limits: Limits = LIMITS, *, original: bool = False) -> Document:
    """The same of an archive that was opened."""
    try:
        body = Body(Package(archive, original), limits)
        blocks = body.blocks()
    except RecursionError as problem:
        raise damaged("bersarang terlalu dalam", "nested too deeply") from problem
    if not blocks:
        raise Unreadable(NO_TEXT)
    return Document(path="", format="docx", sha256="", blocks=blocks, notices=notices_of(body.tally, original))
