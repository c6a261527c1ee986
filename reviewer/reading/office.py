"""An Office file (a zip of parts): which program's it is, and its reader."""

from __future__ import annotations

from reviewer.model.document import Document
from reviewer.reading.guard import Archive
from reviewer.reading.kinds import refusal
from reviewer.reading.limits import LIMITS, Limits

_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}


def read(data: bytes, limits: Limits = LIMITS, *, original: bool = False) -> Document:
    """The document in the bytes of an Office file; `path` and `sha256` are left empty. `original` reads a Word document
    as it was before its tracked changes.

    Raises `Unreadable` where it is no document or workbook, or a broken or hostile one.
    """
    archive = Archive(data, limits)
    kind = kind_of_archive(archive)
    if kind == "docx":
        from reviewer.reading.docx import read_archive

        return read_archive(archive, limits, original=original)
    if kind in ("xlsx", "xlsb", "ods"):
        from reviewer.reading.sheets import read_workbook

        return read_workbook(kind, archive, data, limits)
    raise refusal(kind)


def kind_of_archive(archive: Archive) -> str:
    """ "docx", "xlsx", "xlsb", "pptx", "odt", "ods" or "archive"."""
    if "xl/workbook.bin" in archive:
        return "xlsb"
    for folder, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
        if any(name.startswith(folder) for name in archive.names):
            return kind
    if "[content_types].xml" in archive:
        # A main part outside its usual folder: the standard allows it, and the types tell it.
        types = archive.read("[content_types].xml")
        return "docx" if b"wordprocessingml.document.main" in types else "archive"
    if "mimetype" in archive:
        mimetype = archive.read("mimetype").strip()
        return next((kind for start, kind in _OPEN_DOCUMENT.items() if mimetype.startswith(start)), "archive")
    return "archive"
